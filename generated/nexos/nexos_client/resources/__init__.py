"""The resources of the Nexos.ai client."""
