"""A valid request → the answer its operation declares: JSON, bytes, a stream, or nothing; knows no HTTP library."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from specfold.document import Json, JsonObject
from specfold.mock.chat import is_chat, take_turn, wants_usage
from specfold.mock.content import Body, is_json
from specfold.mock.dice import Dice
from specfold.mock.memory import Memory, item_key
from specfold.mock.service import Operation
from specfold.mock.shape import Shapes
from specfold.mock.sse import write_events
from specfold.mock.synthesis import ABSENT, Hints, Synthesiser

EVENT_STREAM: Final = "text/event-stream"
_BODILESS: Final = frozenset({204, 205, 304})
_EVENTS: Final = 3
_OCTETS: Final = 2048
_VECTOR: Final = 8
_UUID: Final = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_NOT_REFLECTED: Final = frozenset({"limit", "after", "before", "order", "stream", "n"})


class NotSupportedError(ValueError):
    """The document asks for something a mock cannot make up; the text names it."""


@attrs.frozen(kw_only=True)
class Asked:
    """
    A request that was let in.

    Attributes:
        path: the percent-encoded path below the host.
        path_values: decoded values of the template expressions.
        query_values: values of the declared parameters that were sent in the query.
        body: the body, if one was sent.
        accept: the Accept header.
    """

    operation: Operation
    path: str
    path_values: Mapping[str, str]
    query_values: Mapping[str, Json]
    body: Body | None
    accept: str = "*/*"

    @property
    def members(self) -> JsonObject:
        """The members of the body, where it is an object."""
        return self.body.value if self.body is not None and isinstance(self.body.value, dict) else {}


@attrs.frozen(kw_only=True)
class Answer:
    """
    A good answer.

    Attributes:
        value: the JSON value of the body, when it is JSON; ABSENT otherwise.
        content: bytes of the body, when it is neither JSON nor a stream.
        writes: the single writes of a stream.
    """

    status: int
    media_type: str | None = None
    value: Json = ABSENT
    content: bytes = b""
    writes: tuple[bytes, ...] | None = None
    headers: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Answerer:
    """Answers requests from the schemas of one document."""

    shapes: Shapes
    synthesiser: Synthesiser
    memory: Memory

    def answer(self, asked: Asked, *, dice: Dice) -> Answer:
        """
        Return the answer to a request.

        Raises:
            NotSupportedError: it declares a form of answer that nothing is known about.
            CannotSynthesiseError: no valid instance of its schema was found.
            UnusableSchemaError: a reference of its schema leads nowhere.
        """
        status, response = asked.operation.success
        if "$ref" in response:
            msg = f"the reference {response['$ref']!r} is not in the document"
            raise NotSupportedError(msg)
        content: Mapping[str, Any] = response.get("content") or {}
        headers = self._headers(response, dice.child("headers"))
        if status in _BODILESS or not content:
            return Answer(status=status, headers=headers)
        wants_stream = asked.members.get("stream") is True and EVENT_STREAM in content
        media_type = EVENT_STREAM if wants_stream else choose_answer(content, asked.accept)
        media = content[media_type]
        if media_type == EVENT_STREAM:
            writes = tuple(self._stream(asked, media, dice=dice))
            return Answer(status=status, media_type=media_type, writes=writes, headers=headers)
        if is_json(media_type) or self._is_open_to_json(media_type, media):
            media_type = media_type if is_json(media_type) else "application/json"
            value = self._json(asked, media, dice=dice)
            return Answer(status=status, media_type=media_type, value=value, headers=headers)
        data = self._octets(asked, media_type, media=media, dice=dice)
        concrete = "application/octet-stream" if "*" in media_type else media_type
        return Answer(status=status, media_type=concrete, content=data, headers=headers)

    def _is_open_to_json(self, media_type: str, media: JsonObject) -> bool:
        """Tell whether a media type range is best met with JSON."""
        types = self.shapes.types(media.get("schema", True))
        return media_type in ("*/*", "application/*") and bool(types) and "string" not in types

    def _json(self, asked: Asked, media: JsonObject, *, dice: Dice) -> Json:
        """Make a JSON body."""
        schema = media.get("schema", True)
        if self._is_chat(asked):
            return self.synthesiser.make(schema, dice, wanted=take_turn(asked.members, dice).response())
        example = self._shown(asked, media, dice=dice)
        known = self.memory.members(asked.path) if asked.operation.method == "get" else None
        hints = self._hints(asked, dice)
        if known is not None and asked.operation.item_template is not None:
            example = self._listing(schema, example, known=_selected(known, asked.query_values))
            hints = Hints()
        return self.synthesiser.make(schema, dice, wanted=example, hints=hints)

    def _shown(self, asked: Asked, media: JsonObject, *, dice: Dice) -> Json:
        """Return what the answer should look like: the member as it is known, or the document's example."""
        example = _example(media)
        method = asked.operation.method
        kept = self.memory.recall(asked.operation, asked.path)
        if kept is not None and method == "get":
            return kept.value
        if kept is not None and method != "delete":
            return _without_secrets(kept.value)
        if method == "post" and asked.operation.item_template is not None and isinstance(example, dict):
            fresh = _without_secrets(example)
            return fresh | {"id": _id_like(fresh["id"], dice)} if isinstance(fresh.get("id"), str) else fresh
        return example

    def _listing(self, schema: Json, example: Json, *, known: list[JsonObject]) -> Json:
        """Return the wanted list of a collection whose members are known."""
        if "array" in self.shapes.types(schema):
            return known
        for variant in self.shapes.variants(schema):
            for name, member in variant.get("properties", {}).items():
                if self.shapes.follow(member, "[]", "id") is not None:
                    return {**(example if isinstance(example, dict) else {}), name: known}
        return example

    def _is_chat(self, asked: Asked) -> bool:
        """Tell whether the operation holds a conversation."""
        bodies = asked.operation.bodies
        request = next((media.get("schema") for name, media in bodies.items() if is_json(name)), None)
        content = asked.operation.success[1].get("content") or {}
        response = next((media.get("schema") for name, media in content.items() if is_json(name)), None)
        item = stream_form(content.get(EVENT_STREAM, {}))[0]
        return request is not None and is_chat(self.shapes, request, response=response, item=item)

    def _stream(self, asked: Asked, media: JsonObject, *, dice: Dice) -> Iterator[bytes]:
        """Make the writes of a stream."""
        item, terminator, habit = stream_form(media)
        if item is None:
            example = _example(media)
            if not isinstance(example, str):
                msg = f"{EVENT_STREAM} without an item schema and without an example"
                raise NotSupportedError(msg)
            yield example.encode()
            return
        events: Iterable[Json]
        if self._is_chat(asked):
            wanted = take_turn(asked.members, dice).chunks(has_usage=wants_usage(asked.members, habit))
            events = [
                self.synthesiser.make(item, dice.child(position), wanted=chunk) for position, chunk in enumerate(wanted)
            ]
            terminator = "[DONE]" if terminator is ABSENT else terminator
        else:
            hints = self._hints(asked, dice)
            events = [self.synthesiser.make(item, dice.child(position), hints=hints) for position in range(_EVENTS)]
        yield from write_events(events, None if terminator is ABSENT else terminator, dice=dice.child("writes"))

    def _octets(self, asked: Asked, media_type: str, *, media: JsonObject, dice: Dice) -> bytes:
        """Make the bytes of a body that is neither JSON nor a stream."""
        kept = self.memory.recall(asked.operation, asked.path)
        if kept is not None and kept.upload is not None:
            return kept.upload.content
        example = _example(media)
        if isinstance(example, str):
            return example.encode()
        types = self.shapes.types(media.get("schema", True))
        if types and "string" not in types:
            msg = f"an answer of media type {media_type} whose schema is no string"
            raise NotSupportedError(msg)
        if media_type.startswith("text/"):
            return str(self.synthesiser.make(media.get("schema", {"type": "string"}), dice)).encode()
        return dice.child("octets").octets(_OCTETS)

    def _headers(self, response: Mapping[str, Any], dice: Dice) -> dict[str, str]:
        """Make the declared headers that are plain values."""
        declared: JsonObject = {}
        for name, header in (response.get("headers") or {}).items():
            schema = self.shapes.flatten(header).get("schema")
            if schema is not None and name.lower() not in ("content-type", "content-length", "transfer-encoding"):
                declared[name] = schema
        together = {"type": "object", "properties": declared, "required": list(declared)}
        made = self.synthesiser.make(together, dice)
        texts = {name: value if isinstance(value, str) else json.dumps(value) for name, value in made.items()}
        return {name: text for name, text in texts.items() if text.isprintable() and text.isascii()}

    def _hints(self, asked: Asked, dice: Dice) -> Hints:
        """Return what the request says about members of the answer."""
        names = {**asked.members, **asked.query_values, **asked.path_values}
        names = {name: value for name, value in names.items() if name not in _NOT_REFLECTED}
        if asked.body is not None and asked.body.uploads:
            upload = asked.body.uploads[0]
            names |= {"filename": upload.filename, "size": len(upload.content), "bytes": len(upload.content)}
        key = item_key(asked.operation, asked.path)
        if key is not None:
            names["id"] = key
        length = asked.members.get("dimensions", _VECTOR)
        if "input" in asked.members and isinstance(length, int):
            names["embedding"] = [dice.child(at).integer(-999, 999) / 1000 for at in range(min(length, 4 * _OCTETS))]
        return Hints(names=names, count=_count(asked))


def choose_answer(content: Mapping[str, Any], accept: str) -> str:
    """Return the declared media type to answer in: the first that is accepted, JSON before others."""
    ordered = sorted(content, key=lambda name: (not is_json(name), name == EVENT_STREAM))
    wanted = [part.partition(";")[0].strip().lower() for part in accept.split(",")]
    for name in ordered:
        essence = name.partition(";")[0].strip().lower()
        if {essence, f"{essence.partition('/')[0]}/*", "*/*", ""} & set(wanted):
            return name
    return ordered[0]


def stream_form(media: Mapping[str, Any]) -> tuple[Json | None, Json, str]:
    """
    Return item schema, terminator and usage habit of an event stream.

    Read from `x-stream`, from OpenAPI 3.2's `itemSchema` (unwrapping the event object), or from a plain `schema`. The
    terminator is ABSENT where nothing is said about it.
    """
    form = media.get("x-stream") or {}
    item = form.get("itemSchema", media.get("itemSchema", media.get("schema")))
    data = item.get("properties", {}).get("data") if isinstance(item, Mapping) else None
    if isinstance(data, Mapping) and "contentSchema" in data:
        item = data["contentSchema"]
    return item, form.get("terminator", ABSENT), form.get("usage", "request")


def _example(media: Mapping[str, Any]) -> Json:
    """Return the first example of a Media Type Object."""
    if "example" in media:
        return media["example"]
    for example in (media.get("examples") or {}).values():
        if isinstance(example, Mapping) and "value" in example:
            return example["value"]
    return ABSENT


def _selected(known: list[JsonObject], query: Mapping[str, Json]) -> list[JsonObject]:
    """Return the known members that a query asks for: equal where names match, no more than the limit."""
    found = [one for one in known if all(one.get(name, value) == value for name, value in query.items())]
    limit = query.get("limit")
    return found[:limit] if isinstance(limit, int) and not isinstance(limit, bool) else found


def _without_secrets(value: Mapping[str, Json]) -> JsonObject:
    """Return an object without the members that a creation or a change issues anew."""
    return {name: member for name, member in value.items() if not name.endswith(("api_key", "secret"))}


def _id_like(example: str, dice: Dice) -> str:
    """Return another id of the form of an example: its prefix kept, or a UUID for a UUID."""
    drawn = dice.child("id")
    if _UUID.fullmatch(example):
        return str(uuid.UUID(bytes=drawn.octets(16), version=4))
    prefix = example[: max(example.rfind("-"), example.rfind("_")) + 1]
    return prefix + drawn.hexadecimal(12)


def _count(asked: Asked) -> int | None:
    """Return how many entries the request asks for: by a limit, a number of answers, or its inputs."""
    inputs = asked.members.get("input")
    if isinstance(inputs, str):
        return 1
    if isinstance(inputs, list) and inputs:
        return 1 if isinstance(inputs[0], int) else len(inputs)
    for count in (asked.query_values.get("limit"), asked.members.get("limit"), asked.members.get("n")):
        if isinstance(count, int) and not isinstance(count, bool):
            return count
    return None
