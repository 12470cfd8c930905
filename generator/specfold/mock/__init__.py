"""The mock server: a merged document becomes an HTTP service; knows no vendor, only what the document says."""
