"""A turn of a conversation, answered by rule: text, or a call of a declared function; knows no schema of the answer."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from itertools import chain, pairwise, zip_longest
from typing import Final

import attrs

from specfold.document import Json, JsonObject
from specfold.mock.dice import Dice
from specfold.mock.shape import Shapes
from specfold.mock.supplied import instance_of

_EPOCH_S: Final = 1_767_225_600
_DAY_S: Final = 86_400
_MOST_CHOICES: Final = 128
_QUOTED: Final = 200
_FRAGMENT: Final = 9
_FEWEST_FRAGMENTS: Final = 3
_OPENINGS: Final = ("Here is what I found", "A short answer", "Let me answer that", "This is what I know")
_UNNAMED_MODEL: Final = "default-model"


def is_chat(shapes: Shapes, request: Json, *, response: Json, item: Json) -> bool:
    """Tell whether schemas describe a conversation: messages in, choices with a message or a delta out."""
    if shapes.follow(request, "messages", "[]") is None:
        return False
    whole = response is not None and shapes.follow(response, "choices", "[]", "message") is not None
    return whole or (item is not None and shapes.follow(item, "choices", "[]", "delta") is not None)


@attrs.frozen(kw_only=True)
class FunctionCall:
    """One call of a function that the request declared."""

    id: str
    name: str
    arguments: str

    @property
    def fragments(self) -> tuple[str, ...]:
        """The arguments in at least three pieces, where they have as many characters."""
        count = min(len(self.arguments), max(_FEWEST_FRAGMENTS, len(self.arguments) // _FRAGMENT))
        cuts = [len(self.arguments) * piece // count for piece in range(count + 1)]
        return tuple(self.arguments[start:end] for start, end in pairwise(cuts))


@attrs.frozen(kw_only=True)
class Reply:
    """What one choice says: a text in pieces, or a call."""

    pieces: tuple[str, ...] = ()
    call: FunctionCall | None = None
    finish_reason: str = "stop"

    def message(self) -> JsonObject:
        """Return the reply as a whole message."""
        if self.call is None:
            return {"role": "assistant", "content": "".join(self.pieces)}
        function = {"name": self.call.name, "arguments": self.call.arguments}
        call = {"id": self.call.id, "type": "function", "function": function}
        return {"role": "assistant", "content": None, "tool_calls": [call]}

    def deltas(self) -> Iterator[tuple[JsonObject, str | None]]:
        """Yield the reply as deltas, the finish reason with the last."""
        if self.call is None:
            yield {"role": "assistant", "content": ""}, None
            yield from (({"content": piece}, None) for piece in self.pieces)
        else:
            yield {"role": "assistant", "content": None}, None
            head = {"name": self.call.name, "arguments": ""}
            yield {"tool_calls": [{"index": 0, "id": self.call.id, "type": "function", "function": head}]}, None
            for fragment in self.call.fragments:
                yield {"tool_calls": [{"index": 0, "function": {"arguments": fragment}}]}, None
        yield {}, self.finish_reason


@attrs.frozen(kw_only=True)
class Turn:
    """The answer to one request, as one wants it; its document's schemas still have to agree."""

    id: str
    created: int
    model: str
    replies: tuple[Reply, ...]
    prompt_tokens: int

    @property
    def usage(self) -> JsonObject:
        """Tokens used; the total is the sum."""
        spent = sum(len(reply.pieces) if reply.call is None else len(reply.call.fragments) for reply in self.replies)
        return {
            "prompt_tokens": self.prompt_tokens,
            "completion_tokens": spent,
            "total_tokens": self.prompt_tokens + spent,
        }

    def response(self) -> JsonObject:
        """Return the whole answer."""
        choices = [
            {"index": index, "message": reply.message(), "finish_reason": reply.finish_reason}
            for index, reply in enumerate(self.replies)
        ]
        return {**self._head("chat.completion"), "choices": choices, "usage": self.usage}

    def chunks(self, *, has_usage: bool) -> Iterator[JsonObject]:
        """Yield the answer as chunks, choices interleaved, tokens used in a last chunk without choices."""
        head = self._head("chat.completion.chunk")
        unknown = {"usage": None} if has_usage else {}
        rounds = zip_longest(*(_numbered(index, reply) for index, reply in enumerate(self.replies)))
        for index, delta, reason in (event for event in chain.from_iterable(rounds) if event is not None):
            yield {**head, "choices": [{"index": index, "delta": delta, "finish_reason": reason}], **unknown}
        if has_usage:
            yield {**head, "choices": [], "usage": self.usage}

    def _head(self, kind: str) -> JsonObject:
        return {"id": self.id, "object": kind, "created": self.created, "model": self.model}


def _numbered(index: int, reply: Reply) -> Iterator[tuple[int, JsonObject, str | None]]:
    for delta, reason in reply.deltas():
        yield index, delta, reason


def take_turn(request: Mapping[str, Json], dice: Dice) -> Turn:
    """Answer a request that is already known to be valid."""
    number = request.get("n")
    count = max(1, min(int(number), _MOST_CHOICES)) if isinstance(number, int | float) else 1
    messages = _list(request.get("messages"))
    return Turn(
        id=f"chatcmpl-{dice.child('id').hexadecimal(24)}",
        created=_EPOCH_S + dice.child("created").integer(0, _DAY_S),
        model=str(request.get("model") or _UNNAMED_MODEL),
        replies=tuple(_reply(request, dice.child(index), index=index) for index in range(count)),
        prompt_tokens=max(1, len(json.dumps(messages, ensure_ascii=False)) // 4),
    )


def wants_usage(request: Mapping[str, Json], habit: str) -> bool:
    """Tell whether a stream ends with the tokens used, by the service's habit: `always`, `never`, or on request."""
    options = request.get("stream_options")
    asked = isinstance(options, Mapping) and options.get("include_usage") is True
    return habit == "always" or (habit != "never" and asked)


def _reply(request: Mapping[str, Json], dice: Dice, *, index: int) -> Reply:
    """Answer one choice."""
    last = next((one for one in reversed(_list(request.get("messages"))) if isinstance(one, Mapping)), {})
    is_result = last.get("role") in ("tool", "function")
    function = None if is_result else _function_to_call(request)
    if function is not None:
        arguments = _arguments(function, dice)
        identifier = f"call_{dice.child('call').hexadecimal(16)}"
        call = FunctionCall(id=identifier, name=function["name"], arguments=arguments)
        return Reply(call=call, finish_reason="tool_calls")
    said = _text_of(last.get("content"))[:_QUOTED]
    opening = "The tool answered" if is_result else _OPENINGS[index % len(_OPENINGS)]
    text = _formatted(request, f"{opening}: “{said}”.", dice=dice)
    pieces = tuple(re.findall(r"\s*\S+(?:\s+\S{1,3}(?=\s))?", text))
    limit = request.get("max_completion_tokens") or request.get("max_tokens")
    if isinstance(limit, int) and 0 < limit < len(pieces):
        return Reply(pieces=pieces[:limit], finish_reason="length")
    return Reply(pieces=pieces)


def _function_to_call(request: Mapping[str, Json]) -> Mapping[str, Json] | None:
    """Return the function the request's tools and tool choice ask for."""
    choice = request.get("tool_choice")
    if choice == "none":
        return None
    declared = [tool["function"] for tool in _list(request.get("tools")) if _is_function(tool)]
    chosen = choice.get("function") if isinstance(choice, Mapping) else None
    named = chosen.get("name") if isinstance(chosen, Mapping) else None
    return next((function for function in declared if function["name"] == named), next(iter(declared), None))


def _list(value: Json) -> list[Json]:
    """Return a member that should be an array; an open schema lets anything through."""
    return value if isinstance(value, list) else []


def _is_function(tool: Json) -> bool:
    function = tool.get("function") if isinstance(tool, Mapping) else None
    return isinstance(function, Mapping) and isinstance(function.get("name"), str)


def _arguments(function: Mapping[str, Json], dice: Dice) -> str:
    """Return arguments that are valid against the function's parameters, as JSON text."""
    parameters = function.get("parameters")
    made = instance_of(parameters, dice.child("arguments")) if isinstance(parameters, Mapping) else {}
    return json.dumps(made if isinstance(made, dict) else {}, ensure_ascii=False)


def _formatted(request: Mapping[str, Json], text: str, *, dice: Dice) -> str:
    """Return the text in the format the request asks for: as it is, or as JSON."""
    wanted = request.get("response_format")
    if not isinstance(wanted, Mapping) or wanted.get("type") not in ("json_object", "json_schema"):
        return text
    inner = wanted.get("json_schema")
    schema = inner.get("schema") if isinstance(inner, Mapping) else None
    value = instance_of(schema, dice.child("format")) if isinstance(schema, Mapping) else None
    return json.dumps({"answer": text} if value is None else value, ensure_ascii=False)


def _text_of(content: Json) -> str:
    """Return the text of a message's content: a string, or the text parts of an array."""
    if isinstance(content, str):
        return content
    parts = content if isinstance(content, list) else []
    return " ".join(str(part["text"]) for part in parts if isinstance(part, Mapping) and "text" in part)
