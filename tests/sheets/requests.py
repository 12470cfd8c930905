"""
Requests that the sheets say a vendor takes or refuses; data only.

A chat request holds what it adds to the least request of its vendor; every other request is whole.
"""

from __future__ import annotations

from typing import Any, Final

from tests.sheets.table import SPEECH

Body = dict[str, Any]

USER: Final = {"role": "user", "content": "hi"}
CALL: Final = {"id": "c", "type": "function", "function": {"name": "f", "arguments": "{}"}}
CALLS: Final = {"role": "assistant", "content": None, "tool_calls": [CALL]}
RESULT: Final = {"role": "tool", "tool_call_id": "c", "content": "x"}
FUNCTION: Final = {"type": "function", "function": {"name": "f"}}
NAMED: Final = {"type": "function", "function": {"name": "f"}}

LEAST: Final[dict[str, Body]] = {
    "nexos": {"model": "m", "messages": [USER]},
    "nexllm": {"model": "m", "messages": [USER]},
    "ragparams": {"messages": [USER]},
    "telnyx": {"messages": [USER]},
}


def search(kind: str, **options: str) -> Body:
    """Return a web search of one kind as the tools of a request."""
    return {"tools": [{"type": "web_search", "web_search": {"mcp": {"type": kind, "options": options}}}]}


TAKEN: Final[dict[str, list[Body]]] = {
    "nexos": [
        {"store": None, "top_p": 1, "logit_bias": {"1": 1.5}, "stop": ["a"]},
        {"stop": []},
        {"stop": "a"},
        {"seed": -9223372036854775808},
        {"tool_choice": None, "tools": None},
        {"tool_choice": NAMED},
        {"messages": [USER, CALLS, RESULT]},
        {"messages": [{"content": [{"type": "text", "text": "x"}]}]},
        {"response_format": {"type": "text", "free": 1}},
        search("query", tool="bing_search", query="x"),
        search("url", tool="universal", url="x"),
        {"tools": [{"type": "web_search"}]},
        {"tools": [{"type": "tika_ocr", "tika_ocr": {"file_id": "x"}}]},
        {"prediction": {"type": "x", "content": None}},
        {"audio": {"voice": "fable", "format": "mp3"}},
        {"n": 128, "top_logprobs": 20},
    ],
    "nexllm": [
        {"messages": []},
        {"temperature": 2},
        {"tools": [FUNCTION], "messages": [USER, CALLS, RESULT]},
        {"messages": [{"role": "assistant", "tool_calls": [CALL]}]},
        {"stop": "x", "n": 2, "response_format": {"type": "json_object"}, "stream_options": {"include_usage": True}},
    ],
    "ragparams": [
        {},
        {"model": ""},
        {"temperature": 5, "top_p": 0.001, "rag_params": None},
        {"rag_params": {"any": 1}},
        {"stop": ["a"] * 9},
        {"tool_choice": "required"},
        {"tool_choice": NAMED},
        {"messages": [USER, CALLS, RESULT]},
        {"max_tokens": 1, "max_completion_tokens": 1},
    ],
    "telnyx": [
        {},
        {"n": 1.5, "messages": [], "temperature": 99, "frequency_penalty": -9},
        {"messages": [USER, CALLS, RESULT]},
        {"messages": [{"role": "tool", "content": "x"}, {"role": "assistant", "content": "x", "tool_calls": [CALL]}]},
        {"response_format": {"type": 7}},
        {"response_format": {"type": "x", "content": "json_object"}},
        {"tools": []},
        {"tools": [{"type": "retrieval", "retrieval": {"bucket_ids": []}}, FUNCTION]},
        {"guided_json": {"type": "object"}, "min_p": 1},
    ],
}

REFUSED: Final[dict[str, list[Body]]] = {
    "nexos": [
        {"top_p": 0},
        {"n": 129},
        {"n": 0},
        {"n": None},
        {"frequency_penalty": 2.1},
        {"service_tier": "flex"},
        {"service_tier": None},
        {"top_logprobs": 21},
        {"logit_bias": {"1": 101}},
        {"stop": ["a"] * 5},
        {"audio": {"voice": "ash", "format": "mp3"}},
        {"audio": {"voice": "nova"}},
        {"messages": []},
        {"messages": [{"role": "critic"}]},
        {"modalities": None},
        {"tool_choice": "any"},
        {"tools": [{"type": "rag", "rag": {"mcp": {}}}]},
        search("url", tool="bing_search"),
        {"tools": [FUNCTION] * 129},
    ],
    "nexllm": [
        {"temperature": 2.01},
        {"temperature": None},
        {"stream": None},
        {"messages": [{"role": "user"}]},
        {"model": None},
        {"messages": [{"role": "tool", "content": "x"}]},
    ],
    "ragparams": [
        {"temperature": 0},
        {"top_p": 0.0009},
        {"tools": []},
        {"stop": "x"},
        {"stop": []},
        {"messages": []},
        {"presence_penalty": 3},
        {"max_tokens": 0},
        {"max_completion_tokens": 0},
        {"stream": None},
        {"temperature": None},
        {"tool_choice": "any"},
    ],
    "telnyx": [
        {"tool_choice": "required"},
        {"tool_choice": NAMED},
        {"min_p": 1.1},
        {"top_logprobs": 21},
        {"messages": [{"role": "assistant", "content": None}]},
        {"messages": [{"role": "assistant"}]},
        {"messages": [{"role": "assistant", "tool_calls": []}]},
        {"messages": [{"role": "developer", "content": "x"}]},
        {"messages": [{"role": "user", "content": [{"type": "text", "text": "x"}]}]},
        {"response_format": {"content": "text"}},
        {"n": None},
        {"guided_choice": "x"},
        {"tools": [{"type": "rag"}]},
    ],
}

SPOKEN: Final = {"model": "m", "input": "x", "voice": "nova"}
PICTURE: Final = {"model": "m", "prompt": "x"}
VECTORS: Final = {"model": "m", "input": "x"}
BUCKET: Final = {"bucket_name": "b"}

BESIDE_TAKEN: Final[list[tuple[str, str, Body]]] = [
    ("nexos", SPEECH, {**SPOKEN, "response_format": "pcm", "speed": 9}),
    ("nexos", SPEECH, {**SPOKEN, "input": "x" * 4096}),
    ("nexos", "images.generate", {**PICTURE, "n": 11, "size": "1792x1024", "style": "natural"}),
    ("nexos", "embeddings.create", {"model": "m", "dimensions": 3}),
    ("nexos", "embeddings.create", {"model": "m", "dimensions": 3, "input": [[1, 2], [3]]}),
    ("nexos", "embeddings.create", {"model": "m", "dimensions": 3, "input": None}),
    ("nexllm", SPEECH, {**SPOKEN, "response_format": "flac"}),
    ("nexllm", "images.generate", {**PICTURE, "n": 10}),
    ("nexllm", "embeddings.create", {**VECTORS, "input": ["x", "y"]}),
    ("telnyx", "ai.summarize", {"bucket": "b", "filename": "f"}),
    ("telnyx", "embeddings.create", {**BUCKET, "loader": "other"}),
    ("telnyx", "embeddings.similarity_search", {**BUCKET, "query": "q", "num_of_docs": 9}),
]

BESIDE_REFUSED: Final[list[tuple[str, str, Body]]] = [
    ("nexos", SPEECH, {**SPOKEN, "voice": "ash"}),
    ("nexos", SPEECH, {**SPOKEN, "input": "x" * 4097}),
    ("nexos", "images.generate", {**PICTURE, "size": "1x1"}),
    ("nexos", "images.generate", {**PICTURE, "n": None}),
    ("nexos", "embeddings.create", VECTORS),
    ("nexos", "embeddings.create", {"model": "m", "dimensions": 3, "encoding_format": "hex"}),
    ("nexos", "embeddings.create", {"model": "m", "dimensions": 3, "input": [1.5]}),
    ("nexllm", SPEECH, {**SPOKEN, "response_format": "wav"}),
    ("nexllm", SPEECH, {**SPOKEN, "input": "x" * 4097}),
    ("nexllm", "images.generate", {**PICTURE, "n": 11}),
    ("nexllm", "embeddings.create", {**VECTORS, "input": [1, 2]}),
    ("telnyx", "ai.summarize", {"bucket": "b", "filename": None}),
    ("telnyx", "embeddings.create", {**BUCKET, "document_chunk_size": 1.5}),
    ("telnyx", "embeddings.similarity_search", {**BUCKET, "query": 3}),
]
