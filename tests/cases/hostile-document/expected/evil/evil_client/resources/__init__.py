"""The resources of the Evil \"\"\" {{ 7*7 }} \\ client."""
