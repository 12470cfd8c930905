"""The resources of the Shop client."""
