"""Chat chunks to the response they amount to: plain dicts only; knows no HTTP, no models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Final, Protocol, cast

from .fold import Pieces, as_index, grow, settle
from .tool_calls import ToolCallDict
from .tool_deltas import ToolCallDeltas

_SHORT_NAMES: Final = {"chat": "accumulate:ChatAccumulator"}


class Accumulator(Protocol):
    """Take the chunks of one stream and be asked, at any time, what they amount to."""

    def extend(self, chunks: Sequence[Mapping[str, Any]]) -> None:
        """Take the next chunks; they are not changed."""

    def response(self) -> dict[str, Any]:
        """Return the response the chunks so far amount to, as a new plain dict."""

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing, even when no terminator follows."""

    @property
    def error(self) -> Any:
        """What failed inside a choice, as it was sent, or None."""

    @property
    def text(self) -> str:
        """The text of the first choice so far."""

    @property
    def tool_calls(self) -> list[ToolCallDict]:
        """The tool calls of all choices so far."""


def load_accumulator(name: str) -> Accumulator:
    """
    Create the accumulator a document names.

    Args:
        name: `module:Class` of this runtime, or a short name.
    """
    module, _, attribute = _SHORT_NAMES.get(name, name).partition(":")
    return cast("Accumulator", getattr(import_module(f".{module}", __package__), attribute)())


def text_of(chunk: Mapping[str, Any], *, takes_message: bool = False) -> str:
    """
    Return the piece of text a chunk adds to the first choice.

    Args:
        chunk: the chunk.
        takes_message: whether a whole message where a delta belongs adds its text.
    """
    choices = chunk.get("choices")
    if not isinstance(choices, list):
        return ""
    for position, choice in enumerate(choices):
        if isinstance(choice, dict) and (choice.get("index", position) == 0 or _index_of(choice, position) == 0):
            delta = choice.get("delta")
            if takes_message and not isinstance(delta, dict):
                delta = choice.get("message")
            content = delta.get("content") if isinstance(delta, dict) else None
            return content if isinstance(content, str) else ""
    return ""


def _index_of(choice: Mapping[str, Any], position: int) -> int:
    index = choice.get("index")
    if type(index) is not int:
        index = as_index(index)
    return position if index is None else index


class _Choice:
    """Collect one choice."""

    __slots__ = ("calls", "delta", "finish_reason", "index", "others", "text")

    def __init__(self, index: int) -> None:
        self.index = index
        self.text = Pieces()
        self.calls: ToolCallDeltas | None = None
        self.finish_reason: str | None = None
        self.delta: Any = None  # members of the message beyond text and tool calls
        self.others: Any = None  # members of the choice beyond these

    def add(self, choice: Mapping[str, Any]) -> None:
        """Take the choice's part of a chunk."""
        for key, value in choice.items():
            if key == "delta":
                if isinstance(value, dict):
                    self._add_delta(value)
            elif value is None or key == "index":
                continue
            elif key == "finish_reason":
                self.finish_reason = value or self.finish_reason
            elif key == "message":
                if isinstance(value, dict):
                    self._add_message(value)
            else:
                self.others = grow(self.others, {key: value}, name="")

    def add_piece(self, choice: Mapping[str, Any]) -> bool:
        """
        Take a choice if it is a piece of text or of a call's arguments and nothing else; say whether it was.

        That is what nearly every chunk holds: this takes a third of the time of the general way.
        """
        delta = choice.get("delta")
        if type(delta) is not dict or len(delta) != 1:
            return False
        # Besides index and delta only these, and null.
        if len(choice) != 2 + (choice.get("finish_reason", 0) is None) + (choice.get("logprobs", 0) is None):
            return False
        if type(text := delta.get("content")) is str:
            self.text.append(text)
        else:
            entries = delta.get("tool_calls")
            if self.calls is None or type(entries) is not list or len(entries) != 1 or type(entries[0]) is not dict:
                return False
            if not self.calls.add_piece(entries[0]):
                return False
        return True

    def _add_message(self, message: Mapping[str, Any]) -> None:
        """Take a whole message where a delta belongs: what of it did not come in deltas."""
        came = {*(self.delta or ()), *(["content"] if self.text else ()), *(["tool_calls"] if self.calls else ())}
        self._add_delta({name: value for name, value in message.items() if name not in came})

    def _add_delta(self, delta: Mapping[str, Any]) -> None:
        for key, value in delta.items():
            if key == "content" and type(value) is str:
                self.text.append(value)
            elif value is None:
                continue
            elif key == "tool_calls" and isinstance(value, list):
                if self.calls is None:
                    self.calls = ToolCallDeltas()
                self.calls.extend(value)
            else:
                self.delta = grow(self.delta, {key: value}, name="")

    def compact(self) -> None:
        """Let go of memory that many small pieces hold."""
        self.text.compact()
        if self.calls is not None:
            self.calls.compact()

    @property
    def error(self) -> Any:
        """What failed, as it was sent, or None."""
        return settle(self.others.get("error")) if self.others else None

    def tool_calls(self) -> list[dict[str, Any]]:
        """Return the tool calls so far."""
        return self.calls.settle() if self.calls is not None else []

    def settle(self) -> dict[str, Any]:
        """Return the choice so far, as a response has it."""
        members = settle(self.delta) or {}
        message = {"role": "assistant", "content": None, **members}
        if self.text and isinstance(members.get("content"), list):
            message["content"] = [{"type": "text", "text": self.text.join()}, *members["content"]]
        elif self.text:
            message["content"] = self.text.join()
        if self.calls is not None:
            message["tool_calls"] = self.tool_calls()
        others = settle(self.others) or {}
        return {"index": self.index, "message": message, "finish_reason": self.finish_reason, **others}


class ChatAccumulator:
    """
    Turn the chunks of a chat stream into the response that would have come without streaming.

    Every step costs the same however much was collected before: pieces are appended and joined when asked for.

    .. versionadded:: 0.1.0
    """

    __slots__ = ("_choices", "_members", "_unfinished")

    def __init__(self) -> None:
        self._members: dict[str, Any] = {}
        self._choices: dict[int, _Choice] = {}
        self._unfinished = 0

    def add(self, chunk: Mapping[str, Any]) -> None:
        """Take the next chunk; it is not changed."""
        self.extend((chunk,))

    def extend(self, chunks: Sequence[Mapping[str, Any]]) -> None:
        """Take the next chunks; they are not changed."""
        latest: dict[str, Any] = {}
        known = self._choices
        for chunk in chunks:
            latest.update(chunk)
            choices = chunk.get("choices")
            if type(choices) is not list:
                continue
            if len(choices) == 1 and type(choices[0]) is dict:
                index = choices[0].get("index")
                collected = known.get(index) if type(index) is int else None
                if collected is not None and collected.add_piece(choices[0]):
                    continue
            for position, choice in enumerate(choices):
                if isinstance(choice, dict):
                    self._add_choice(choice, position)
        self._take_members(latest, chunks)
        for collected in known.values():
            collected.compact()

    def _take_members(self, latest: dict[str, Any], chunks: Sequence[Mapping[str, Any]]) -> None:
        """Keep the last value of every member that is not null; members stay in the order they were first seen in."""
        members = self._members
        if None in latest.values():
            for name in [name for name, value in latest.items() if value is None]:
                sent = (chunk[name] for chunk in reversed(chunks) if chunk.get(name) is not None)
                latest[name] = next(sent, members.get(name))
        members.update(latest)

    def _add_choice(self, choice: Mapping[str, Any], position: int) -> None:
        index = _index_of(choice, position)
        collected = self._choices.get(index)
        if collected is None:
            collected = self._choices[index] = _Choice(index)
            self._unfinished += 1
        was_open = collected.finish_reason is None
        collected.add(choice)
        if was_open and collected.finish_reason is not None:
            self._unfinished -= 1

    def response(self) -> dict[str, Any]:
        """Return the response the chunks so far amount to, as a new plain dict."""
        members = {name: value for name, value in self._members.items() if value is not None}
        kind = members.get("object")
        if isinstance(kind, str):
            members["object"] = kind.removesuffix(".chunk")
        return {**members, "choices": [choice.settle() for choice in self._in_order()]}

    def _in_order(self) -> list[_Choice]:
        return [self._choices[index] for index in sorted(self._choices)]

    @property
    def is_complete(self) -> bool:
        """Whether every choice seen has its finish reason, and one was seen."""
        return bool(self._choices) and self._unfinished == 0

    @property
    def error(self) -> Any:
        """What failed inside a choice, as it was sent, or None: gateways put there what fails behind them."""
        return next((error for choice in self._in_order() if (error := choice.error)), None)

    @property
    def text(self) -> str:
        """The text of choice 0 so far."""
        first = self._choices.get(0)
        return first.text.join() if first is not None else ""

    @property
    def tool_calls(self) -> list[ToolCallDict]:
        """The tool calls of all choices so far, in order: `id`, `type`, `function` with `name` and `arguments`."""
        calls: list[Any] = [call for choice in self._in_order() for call in choice.tool_calls()]
        return calls
