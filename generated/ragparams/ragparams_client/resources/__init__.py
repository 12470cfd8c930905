"""The resources of the RagParams client."""
