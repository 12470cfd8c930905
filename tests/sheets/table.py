"""Which operation and which part of it every block of every sheet is; data only."""

from __future__ import annotations

from typing import Final

from tests.sheets.blocks import Place

CHAT: Final = "chat.completions.create"
SPEECH: Final = "audio.speech.create"
TRANSCRIPTION: Final = "audio.transcriptions.create"

JSON: Final[dict[tuple[str, Place], tuple[str, str]]] = {
    ("nexos", Place("4.7", "json", 1)): (CHAT, "request"),
    ("nexos", Place("4.7", "json", 2)): (CHAT, "200"),
    ("nexos", Place("4.7", "json", 3)): (CHAT, "404"),
    ("nexos", Place("4.7", "json", 4)): (CHAT, "400"),
    ("nexos", Place("5", "json", 1)): (SPEECH, "request"),
    ("nexos", Place("6", "json", 1)): (TRANSCRIPTION, "200"),
    ("nexos", Place("7", "json", 1)): ("audio.translations.create", "200"),
    ("nexos", Place("8", "json", 1)): ("images.generate", "request"),
    ("nexos", Place("8", "json", 2)): ("images.generate", "200"),
    ("nexos", Place("9", "json", 1)): ("images.edit", "200"),
    ("nexos", Place("10", "json", 1)): ("images.create_variation", "200"),
    ("nexos", Place("11", "json", 1)): ("embeddings.create", "request"),
    ("nexos", Place("11", "json", 2)): ("embeddings.create", "200"),
    ("nexos", Place("12", "json", 1)): ("storage.upload", "200"),
    ("nexos", Place("12", "json", 2)): ("storage.list", "200"),
    ("nexos", Place("12", "json", 3)): ("storage.delete", "200"),
    ("nexos", Place("13", "json", 1)): ("models.list", "200"),
    ("nexos", Place("14", "json", 1)): ("team_api_keys.create", "request"),
    ("nexos", Place("14", "json", 2)): ("team_api_keys.create", "201"),
    ("nexos", Place("14", "json", 3)): ("team_api_keys.list", "200"),
    ("nexos", Place("14", "json", 4)): ("team_api_keys.update", "request"),
    ("nexos", Place("14", "json", 5)): ("team_api_keys.update", "200"),
    ("nexos", Place("14", "json", 6)): ("team_api_keys.regenerate", "200"),
    ("nexllm", Place("Examples", "json", 1)): (CHAT, "request"),
    ("nexllm", Place("Examples", "json", 2)): (CHAT, "200"),
    ("nexllm", Place("Examples", "json", 3)): (CHAT, "200"),
    ("nexllm", Place("Examples", "json", 4)): (CHAT, "404"),
    ("nexllm", Place("7", "json", 1)): ("embeddings.create", "request"),
    ("nexllm", Place("7", "json", 2)): ("embeddings.create", "200"),
    ("nexllm", Place("8", "json", 1)): ("images.generate", "request"),
    ("nexllm", Place("8", "json", 2)): ("images.generate", "200"),
    ("nexllm", Place("8", "json", 3)): ("images.edit", "200"),
    ("nexllm", Place("9", "json", 1)): (TRANSCRIPTION, "200"),
    ("nexllm", Place("9", "json", 2)): (SPEECH, "request"),
    ("nexllm", Place("10", "json", 1)): ("models.list", "200"),
    ("ragparams", Place("6", "json", 1)): (CHAT, "request"),
    ("ragparams", Place("6", "json", 2)): (CHAT, "200"),
    ("ragparams", Place("6", "json", 3)): (CHAT, "422"),
    ("telnyx", Place("Examples", "json", 1)): (CHAT, "request"),
    ("telnyx", Place("Examples", "json", 2)): (CHAT, "200"),
    ("telnyx", Place("Examples", "json", 3)): (CHAT, "request"),
    ("telnyx", Place("Examples", "json", 4)): (CHAT, "422"),
    ("telnyx", Place("Examples", "json", 5)): (CHAT, "429"),
    ("telnyx", Place("7", "json", 1)): ("models.list", "200"),
    ("telnyx", Place("8", "json", 1)): (TRANSCRIPTION, "200"),
    ("telnyx", Place("8", "json", 2)): ("ai.summarize", "request"),
    ("telnyx", Place("8", "json", 3)): ("ai.summarize", "200"),
    ("telnyx", Place("8", "json", 4)): ("embeddings.create", "request"),
    ("telnyx", Place("8", "json", 5)): ("embeddings.create", "200"),
}

# Each stream with the arguments that its fragments join to; the deviating stream of 4.7 calls nothing.
STREAMS: Final[dict[tuple[str, Place], list[dict[str, object]]]] = {
    ("nexos", Place("4.7", "sse", 1)): [{"invoice": "INV-2041"}],
    ("nexos", Place("4.7", "sse", 2)): [],
    ("nexllm", Place("Examples", "sse", 1)): [],
    ("nexllm", Place("Examples", "sse", 2)): [{"sku": "FB-12"}],
    ("ragparams", Place("6", "sse", 1)): [{"title": "Oslo lease notice", "days": 90}],
    ("telnyx", Place("Examples", "sse", 1)): [{"ticket": 88}],
}

# What the sheets themselves call a deviation: some upstreams of Nexos end in capitals, which no whole answer may.
DEFECTS: Final[dict[tuple[str, Place], list[str]]] = {
    ("nexos", Place("4.7", "sse", 2)): [
        "'STOP' is not one of ['stop', 'length', 'tool_calls', 'content_filter', 'function_call']"
    ],
}

FORMS: Final[dict[tuple[str, Place], str]] = {
    ("nexos", Place("6", "http", 1)): TRANSCRIPTION,
    ("nexos", Place("7", "http", 1)): "audio.translations.create",
    ("nexos", Place("9", "http", 1)): "images.edit",
    ("nexos", Place("10", "http", 1)): "images.create_variation",
    ("nexos", Place("12", "http", 1)): "storage.upload",
    ("nexllm", Place("8", "http", 1)): "images.edit",
    ("nexllm", Place("9", "http", 1)): TRANSCRIPTION,
    ("telnyx", Place("8", "http", 1)): TRANSCRIPTION,
}

HEADERS_ONLY: Final = ("ragparams", Place("6", "http", 1))
"""The one raw request that shows headers and no body; its body is the JSON block after it."""
