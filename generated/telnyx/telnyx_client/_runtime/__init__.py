"""The hand-written runtime: copied unchanged into every client as `_runtime`; knows no vendor and no generated name."""
