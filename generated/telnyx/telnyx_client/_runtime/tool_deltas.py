"""Tool-call deltas to calls: knows how vendors tell calls apart and repeat themselves; knows no chunk, no HTTP, no models."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .codec import JsonError, decode_json, encode_json
from .fold import Pieces, as_index, grow, settle


class _ToolCall:
    """Collect one tool call."""

    __slots__ = ("arguments", "function", "id", "name", "others", "type")

    def __init__(self) -> None:
        self.id: str | None = None
        self.type: str | None = None
        self.name: str | None = None
        self.arguments = Pieces()
        self.function: Any = None  # members of `function` beyond name and arguments
        self.others: Any = None  # members of the call nobody declared

    def add(self, delta: Mapping[str, Any]) -> None:
        """Take a delta: id and type stay as first sent, name, arguments and the rest grow."""
        for key, value in delta.items():
            if key == "function":
                if isinstance(value, dict):  # null says nothing
                    self._add_function(value)
            elif key == "id":
                self.id = self.id or value
            elif key == "type":
                self.type = self.type or value
            elif key != "index":
                self.others = grow(self.others, {key: value}, name="")

    def _add_function(self, function: Mapping[str, Any]) -> None:
        for key, value in function.items():
            if key == "name":
                self._add_name(value)
            elif key != "arguments":
                self.function = grow(self.function, {key: value}, name="")
        arguments = _arguments_of(function)
        if arguments is not None and not self._repeats(arguments):
            self.arguments.append(arguments)

    def _add_name(self, name: Any) -> None:
        """Take a name, or a piece of one; many send the whole name again with each delta."""
        if not isinstance(name, str) or not isinstance(self.name, str):
            self.name = self.name or name
        elif not any(self.arguments) and not self.name.startswith(name):
            self.name = name if name.startswith(self.name) else self.name + name

    def _repeats(self, arguments: str) -> bool:
        """Say whether a delta repeats all arguments so far, as the last chunk of some does."""
        return _is_object(arguments) and arguments == self.arguments.join()

    @property
    def is_whole(self) -> bool:
        """Whether the arguments so far are whole; no arguments yet are, for a function without parameters."""
        if not any(self.arguments):
            return True
        if not self.arguments[-1].rstrip().endswith("}"):
            return False
        try:
            decode_json(self.arguments.join().encode("utf-8", "replace"))
        except JsonError:
            return False
        return True

    def settle(self) -> dict[str, Any]:
        """Return the call so far."""
        others = settle(self.others) or {}
        if self.name is None and not self.arguments and others:  # a call of another kind than a function's
            return {"id": self.id, "type": self.type, **others}
        function = {"name": self.name, "arguments": self.arguments.join(), **(settle(self.function) or {})}
        return {"id": self.id, "type": self.type or "function", "function": function, **others}


class ToolCallDeltas:
    """Assign tool-call deltas to calls: by index, by id where no index is sent, by position, else to the last call."""

    __slots__ = ("_by_id", "_by_index", "_calls")

    def __init__(self) -> None:
        self._calls: list[_ToolCall] = []
        self._by_index: dict[int, _ToolCall] = {}
        self._by_id: dict[str, _ToolCall] = {}

    def extend(self, entries: list[Any]) -> None:
        """Take a `tool_calls` delta."""
        for position, entry in enumerate(entries):
            if isinstance(entry, dict):
                self._add(entry, position=position if len(entries) > 1 else None)

    def _add(self, delta: Mapping[str, Any], *, position: int | None) -> None:
        index, call_id = as_index(delta.get("index")), delta.get("id")
        if not isinstance(call_id, str):
            call_id = None
        if index is not None:
            call = self._of_index(index, delta, call_id=call_id)
        elif call_id:
            call = self._by_id.get(call_id)
            if call is None and self._calls and self._calls[-1].id is None and not _name_of(delta):
                call = self._calls[-1]  # a late id
        else:
            call = self._continued(delta, position=position)
        if call is None:
            call = _ToolCall()
            self._calls.append(call)
        if index is not None:
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

    def _of_index(self, index: int, delta: Mapping[str, Any], *, call_id: str | None) -> _ToolCall | None:
        """Find the call of an index; some send one index for several calls, told apart by id."""
        call, name = self._by_index.get(index), _name_of(delta)
        # A new id without a name, or with the name again before the arguments are whole, is a fault of the sender
        # within one call.
        if call is None or not call_id or not call.id or call_id == call.id or not name or not call.name:
            return call
        return self._by_id.get(call_id) if name != call.name or call.is_whole else call

    def _continued(self, delta: Mapping[str, Any], *, position: int | None) -> _ToolCall | None:
        """Find the call an entry with neither index nor id continues, unless it starts another."""
        name, calls = _name_of(delta), self._calls
        if position is None:
            call = calls[-1] if calls else None
        else:  # one of several: each continues the call in its place
            call = calls[position] if position < len(calls) else None
        if call is None or not name or not call.name:
            return call
        if name != call.name:
            return None
        complete = bool(call.arguments) and call.arguments[-1].rstrip().endswith("}")
        arguments = _arguments_of(delta["function"])
        return None if complete and (not arguments or arguments.lstrip().startswith("{")) else call

    def compact(self) -> None:
        """Let go of memory that many small pieces hold."""
        for call in self._calls:
            call.arguments.compact()

    def settle(self) -> list[dict[str, Any]]:
        """Return the calls so far."""
        return [call.settle() for call in self._calls]


def _name_of(delta: Mapping[str, Any]) -> object:
    function = delta.get("function")
    return function.get("name") if isinstance(function, dict) else None


def _arguments_of(function: Mapping[str, Any]) -> str | None:
    """Return the arguments as a text; some send them decoded."""
    arguments = function.get("arguments")
    return arguments if arguments is None or isinstance(arguments, str) else encode_json(arguments).decode()


def _is_object(text: str) -> bool:
    return text.lstrip().startswith("{") and text.rstrip().endswith("}")
