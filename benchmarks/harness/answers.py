"""The answers the benchmark server gives, as bytes ready to be written; knows HTTP framing, no client and no vendor."""

from __future__ import annotations

import json
from functools import cache
from itertools import cycle, islice
from typing import Any, Final

from attrs import frozen

TEXT_BYTES: Final = 265
TOOL_BYTES: Final = 305
PIECE_BYTES: Final = 65536
ANSWER_BYTES: Final = 3000
_HEAD: Final = {
    "id": "chatcmpl-0123456789abcdef0123456789abcdef",
    "created": 1760000000,
    "model": "a-model-of-some-vendor",
}
_CALLS: Final = 4
# Filled up to the size: a member that documents declare, or one that ours do not and that has to be kept all the same.
_DECLARED: Final = "id"
_UNDECLARED: Final = "system_fingerprint"


@frozen
class Scenario:
    """
    Say which answer a client gets: the first two segments of the path of its base URL.

    Attributes:
        kind: `text`, `tools` or `undeclared` (text, and a member no document declares), one HTTP chunk an event;
            `pieces`, text in HTTP chunks of 64 KiB; `whole`, one JSON answer.
        chunks: how many chunks a stream has.
    """

    kind: str
    chunks: int = 0

    @property
    def path(self) -> str:
        """The path of the base URL."""
        return f"/{self.kind}/{self.chunks}"


@cache
def answer(scenario: Scenario) -> bytes:
    """Return a whole HTTP answer, head included."""
    if scenario.kind == "whole":
        body = _pad(_whole(), "content", size=ANSWER_BYTES)
        return _head("application/json", f"content-length: {len(body)}") + body
    parts = _parts(scenario)
    return _head("text/event-stream", "transfer-encoding: chunked") + b"".join(map(_framed, parts)) + b"0\r\n\r\n"


def _parts(scenario: Scenario) -> list[bytes]:
    """Return what each HTTP chunk of a stream holds."""
    filled = _UNDECLARED if scenario.kind == "undeclared" else _DECLARED
    deltas = _call_deltas() if scenario.kind == "tools" else [_event({"content": " tokens"}, filled=filled)]
    starts = (
        _call_starts() if scenario.kind == "tools" else [_event({"role": "assistant", "content": ""}, filled=filled)]
    )
    last = _event({}, filled=filled, finish="tool_calls" if scenario.kind == "tools" else "stop")
    events = [*starts, *islice(cycle(deltas), scenario.chunks - len(starts) - 1), last, b"data: [DONE]\n\n"]
    if scenario.kind != "pieces":
        return events
    joined = b"".join(events)
    return [joined[start : start + PIECE_BYTES] for start in range(0, len(joined), PIECE_BYTES)]


def _call_starts() -> list[bytes]:
    """Return the deltas that open each tool call: id, type and name."""
    calls = [
        {"index": index, "id": f"call_{index}", "type": "function", "function": {"name": "weather", "arguments": ""}}
        for index in range(_CALLS)
    ]
    return [_event({"tool_calls": [call]}, size=TOOL_BYTES) for call in calls]


def _call_deltas() -> list[bytes]:
    """Return deltas of tool calls as vendors interleave them: index and a piece of the arguments."""
    return [
        _event({"tool_calls": [{"index": index, "function": {"arguments": '{"ci'}}]}, size=TOOL_BYTES)
        for index in range(_CALLS)
    ]


def _event(
    delta: dict[str, Any], *, size: int = TEXT_BYTES, filled: str = _DECLARED, finish: str | None = None
) -> bytes:
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
    chunk = {**_HEAD, "object": "chat.completion.chunk", filled: "", "choices": [choice]}
    return b"data: " + _pad(chunk, filled, size=size - 8) + b"\n\n"


def _whole() -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": ""}
    choice = {"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}
    usage = {"prompt_tokens": 10, "completion_tokens": 600, "total_tokens": 610}
    return {**_HEAD, "object": "chat.completion", "choices": [choice], "usage": usage}


def _pad(value: dict[str, Any], member: str, *, size: int) -> bytes:
    """Encode a value and lengthen a text of it, wherever that lies, until the whole has a size."""
    encoded = json.dumps(value, separators=(",", ":")).encode()
    empty = f'"{member}":""'.encode()
    return encoded.replace(empty, empty[:-1] + b"x" * max(0, size - len(encoded)) + b'"', 1)


def _head(content_type: str, length: str) -> bytes:
    return f"HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\n{length}\r\n\r\n".encode()


def _framed(part: bytes) -> bytes:
    return b"%x\r\n%b\r\n" % (len(part), part)
