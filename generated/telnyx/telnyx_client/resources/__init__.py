"""The resources of the Telnyx client."""
