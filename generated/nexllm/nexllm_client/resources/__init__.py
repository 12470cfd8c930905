"""The resources of the NexLLM client."""
