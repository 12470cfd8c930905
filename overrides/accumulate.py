"""Chat chunks to the response they amount to, tool-call deltas to calls: plain dicts only; knows no HTTP, no models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Final, Protocol, cast

from .codec import encode_json
from .fold import grow, settle

_MOST_PIECES: Final = 256
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
    def text(self) -> str:
        """The text of the first choice so far."""

    @property
    def tool_calls(self) -> list[dict[str, Any]]:
        """The tool calls of all choices so far."""


def load_accumulator(name: str) -> Accumulator:
    """
    Create the accumulator a document names.

    Args:
        name: `module:Class` of this runtime, or a short name.
    """
    module, _, attribute = _SHORT_NAMES.get(name, name).partition(":")
    return cast("Accumulator", getattr(import_module(f".{module}", __package__), attribute)())


def text_of(chunk: Mapping[str, Any]) -> str:
    """Return the piece of text a chunk adds to the first choice."""
    choices = chunk.get("choices")
    if not isinstance(choices, list):
        return ""
    for position, choice in enumerate(choices):
        if isinstance(choice, dict) and (choice.get("index", position) or 0) == 0:
            delta = choice.get("delta")
            content = delta.get("content") if isinstance(delta, dict) else None
            return content if isinstance(content, str) else ""
    return ""


class _Pieces(list[str]):
    """Collect the pieces of a text; many small ones are joined now and then, each once, so that they hold no memory."""

    __slots__ = ("_joined",)

    def __init__(self) -> None:
        super().__init__()
        self._joined = 0

    def compact(self) -> None:
        """Join what came since the last time, if it is much."""
        if len(self) - self._joined >= _MOST_PIECES:
            self[self._joined :] = ["".join(self[self._joined :])]
            self._joined += 1

    def join(self) -> str:
        """Return the text so far, joined once for all pieces it consists of."""
        if len(self) > 1:
            self[:] = ["".join(self)]
        self._joined = len(self)
        return self[0] if self else ""


class _ToolCall:
    """Collect one tool call."""

    __slots__ = ("arguments", "function", "id", "name", "others", "type")

    def __init__(self) -> None:
        self.id: str | None = None
        self.type: str | None = None
        self.name: str | None = None
        self.arguments = _Pieces()
        self.function: Any = None  # members of `function` beyond name and arguments
        self.others: Any = None  # members of the call nobody declared

    def add(self, delta: Mapping[str, Any]) -> None:
        """Take a delta: id, type and name stay as first sent, arguments and the rest grow."""
        for key, value in delta.items():
            if key == "function" and isinstance(value, dict):
                self._add_function(value)
            elif key == "id":
                self.id = self.id or value
            elif key == "type":
                self.type = self.type or value
            elif key != "index":
                self.others = grow(self.others, {key: value}, name="")

    def _add_function(self, function: Mapping[str, Any]) -> None:
        for key, value in function.items():
            if key == "arguments":
                if isinstance(value, str):
                    self.arguments.append(value)
                elif value is not None:  # some send the arguments decoded
                    self.arguments.append(encode_json(value).decode())
            elif key == "name":
                self.name = self.name or value
            else:
                self.function = grow(self.function, {key: value}, name="")

    def settle(self) -> dict[str, Any]:
        """Return the call so far."""
        others = settle(self.others) or {}
        if self.name is None and not self.arguments and others:  # a call of another kind than a function's
            return {"id": self.id, "type": self.type, **others}
        function = {"name": self.name, "arguments": self.arguments.join(), **(settle(self.function) or {})}
        return {"id": self.id, "type": self.type or "function", "function": function, **others}


class _ToolCalls:
    """Assign tool-call deltas to calls: by index, by id where no index is sent, else to the last call."""

    __slots__ = ("_by_id", "_by_index", "calls")

    def __init__(self) -> None:
        self.calls: list[_ToolCall] = []
        self._by_index: dict[int, _ToolCall] = {}
        self._by_id: dict[str, _ToolCall] = {}

    def add(self, delta: Mapping[str, Any]) -> None:
        """Take one entry of a `tool_calls` delta."""
        index, call_id, name = delta.get("index"), delta.get("id"), _name_of(delta)
        if not isinstance(call_id, str):
            call_id = None
        if isinstance(index, int):
            call = self._by_index.get(index)
            # One index for several calls, told apart by id: some send 0 for all. A new id without a name is a
            # fault of the sender within one call.
            if call is not None and call_id and call.id and call_id != call.id and name and call.name:
                call = self._by_id.get(call_id)
        elif call_id:
            call = self._by_id.get(call_id)
            if call is None and self.calls and self.calls[-1].id is None and not name:
                call = self.calls[-1]  # a late id
        else:
            call = self._continued(delta, name)
        if call is None:
            call = _ToolCall()
            self.calls.append(call)
        if isinstance(index, int):
            self._by_index[index] = call
        if call_id:
            self._by_id[call_id] = call
        call.add(delta)

    def add_piece(self, delta: Mapping[str, Any]) -> bool:
        """Take an entry if it is a piece of the arguments of a known call and nothing else; say whether it was."""
        if len(delta) != 2:
            return False
        index, function = delta.get("index"), delta.get("function")
        if type(index) is not int or type(function) is not dict or len(function) != 1:
            return False
        call, arguments = self._by_index.get(index), function.get("arguments")
        if call is None or type(arguments) is not str:
            return False
        call.arguments.append(arguments)
        return True

    def _continued(self, delta: Mapping[str, Any], name: object) -> _ToolCall | None:
        """Find the call an entry with neither index nor id continues: the last, unless it starts another."""
        last = self.calls[-1] if self.calls else None
        if last is None or not name or not last.name:
            return last
        if name != last.name:
            return None
        arguments = delta["function"].get("arguments")
        complete = bool(last.arguments) and last.arguments[-1].rstrip().endswith("}")
        starts = not isinstance(arguments, str) or arguments.lstrip().startswith("{")
        return None if complete and starts else last


def _name_of(delta: Mapping[str, Any]) -> object:
    function = delta.get("function")
    return function.get("name") if isinstance(function, dict) else None


class _Choice:
    """Collect one choice."""

    __slots__ = ("calls", "delta", "finish_reason", "has_delta", "index", "others", "text")

    def __init__(self, index: int) -> None:
        self.index = index
        self.text = _Pieces()
        self.calls: _ToolCalls | None = None
        self.finish_reason: str | None = None
        self.has_delta = False
        self.delta: Any = None  # members of the message beyond text and tool calls
        self.others: Any = None  # members of the choice beyond these

    def add(self, choice: Mapping[str, Any]) -> None:
        """Take the choice's part of a chunk."""
        for key, value in choice.items():
            if key == "delta":
                if isinstance(value, dict):
                    self.has_delta = True
                    self._add_delta(value)
            elif value is None or key == "index":
                continue
            elif key == "finish_reason":
                self.finish_reason = value or self.finish_reason
            elif key == "message" and isinstance(value, dict):
                if not self.has_delta:  # a whole message where a delta belongs
                    self._add_delta(value)
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
        self.has_delta = True
        return True

    def _add_delta(self, delta: Mapping[str, Any]) -> None:
        for key, value in delta.items():
            if key == "content" and type(value) is str:
                self.text.append(value)
            elif value is None:
                continue
            elif key == "tool_calls" and isinstance(value, list):
                if self.calls is None:
                    self.calls = _ToolCalls()
                for entry in value:
                    if isinstance(entry, dict):
                        self.calls.add(entry)
            else:
                self.delta = grow(self.delta, {key: value}, name="")

    def compact(self) -> None:
        """Let go of memory that many small pieces hold."""
        self.text.compact()
        for call in self.calls.calls if self.calls is not None else ():
            call.arguments.compact()

    def tool_calls(self) -> list[dict[str, Any]]:
        """Return the tool calls so far."""
        return [call.settle() for call in self.calls.calls] if self.calls is not None else []

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
        index = choice.get("index")
        if not isinstance(index, int):
            index = position
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
    def text(self) -> str:
        """The text of choice 0 so far."""
        first = self._choices.get(0)
        return first.text.join() if first is not None else ""

    @property
    def tool_calls(self) -> list[dict[str, Any]]:
        """The tool calls of all choices so far, in order: `id`, `type`, `function` with `name` and `arguments`."""
        return [call for choice in self._in_order() for call in choice.tool_calls()]
