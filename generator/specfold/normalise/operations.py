"""Read the operations of a document as facts a client needs: arguments, body, answer, stream. Renders nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs

from specfold.document import Json, JsonObject
from specfold.naming import argument_names, class_name, method_name
from specfold.normal import NormalBody, NormalOperation, NormalParameter, StreamFacts, is_model
from specfold.normalise.pagination import read_pagination
from specfold.normalise.simplify import simplify_schema
from specfold.normalise.structure import Structurer
from specfold.pointer import JsonPointer
from specfold.schema.references import resolve
from specfold.schema.walk import Operation

_STYLES = {"path": "simple", "query": "form", "header": "simple"}
_STREAM = "text/event-stream"


@attrs.frozen
class OperationReader:
    """
    Turn operations into facts, one by one.

    Attributes:
        root: the whole merged document.
        shapes: where inline schemas get their names.
        credential_headers: wire names, lower case, of header parameters the client sends by itself.
    """

    root: JsonObject
    shapes: Structurer
    credential_headers: frozenset[str]

    def read(self, operation: Operation) -> NormalOperation:
        """Return the facts of one operation; what cannot be offered is recorded as a rewrite."""
        for callback in operation.value.get("callbacks") or {}:
            self.shapes.record(operation.pointer.join(("callbacks", callback)), "callback-skipped", detail=callback)
        name = method_name(operation.client_method)
        hint = class_name(name)
        body_pointer, body_value = self._deref(operation.value.get("requestBody"), operation.pointer / "requestBody")
        body = self._body(body_value, hint, pointer=body_pointer)
        parameters = self._parameters(operation, hint, body=body)
        answer_pointer, answer = self._answer(operation)
        kind, schema, example = self._answer_body(answer, hint, pointer=answer_pointer)
        return NormalOperation(
            method_name=name,
            identifier=name.replace(".", "_"),
            http_method=operation.method.upper(),
            path=operation.path,
            summary=str(operation.value.get("summary", "")),
            description=str(operation.value.get("description", "")),
            deprecated=bool(operation.value.get("deprecated")),
            parameters=parameters,
            body=body,
            response=None if schema is None else simplify_schema(schema),
            response_kind=kind,
            response_example=example,
            stream=self._stream(answer, hint, pointer=answer_pointer),
            security=self._security(operation),
            credential_headers=tuple(self._sent_headers(operation)),
            pointer=operation.pointer,
            pagination=read_pagination(operation, parameters),
        )

    def _deref(self, value: Json, pointer: JsonPointer) -> tuple[JsonPointer, JsonObject]:
        seen: set[str] = set()
        while isinstance(value, dict) and isinstance(value.get("$ref"), str) and value["$ref"] not in seen:
            seen.add(value["$ref"])
            pointer, value = JsonPointer.parse(value["$ref"]), resolve(self.root, value["$ref"])
        return pointer, value if isinstance(value, dict) else {}

    def _parameters(self, operation: Operation, hint: str, *, body: NormalBody | None) -> tuple[NormalParameter, ...]:
        found = list(self._offered_parameters(operation))
        members = body.members if body is not None and body.members is not None else {}
        wires = set(members.values())
        wires |= {name for name, count in Counter(value["name"] for _, value in found).items() if count > 1}
        spoken = [
            value["name"] if value["name"] not in wires else f"{value['name']}_{value['in']}" for _, value in found
        ]
        names = argument_names([*members, *spoken])
        return tuple(
            self._parameter(value, names[name], hint=hint, pointer=pointer)
            for (pointer, value), name in zip(found, spoken, strict=True)
        )

    def _security(self, operation: Operation) -> tuple[str, ...] | None:
        declared = operation.value.get("security", self.root.get("security"))
        if declared is None:
            return None
        return tuple(dict.fromkeys(scheme for requirement in declared for scheme in requirement))

    def _sent_headers(self, operation: Operation) -> Iterator[str]:
        for _, value in self._declared_parameters(operation):
            if value.get("in") == "header" and str(value.get("name")).lower() in self.credential_headers:
                yield str(value["name"]).lower()

    def _offered_parameters(self, operation: Operation) -> Iterator[tuple[JsonPointer, JsonObject]]:
        sent = set(self._sent_headers(operation))
        for pointer, value in self._declared_parameters(operation):
            place, name = str(value.get("in")), str(value.get("name"))
            if place in _STYLES and not (place == "header" and name.lower() in sent):
                yield pointer, value
            elif place not in _STYLES:
                self.shapes.record(pointer, "parameter-skipped", detail=f"{name} in {place}")

    def _declared_parameters(self, operation: Operation) -> Iterator[tuple[JsonPointer, JsonObject]]:
        places = [(operation.pointer, operation.value), (operation.pointer.parent, operation.path_item)]
        seen: set[tuple[str, str]] = set()
        for base, holder in places:
            for index, raw in enumerate(holder.get("parameters") or []):
                pointer, value = self._deref(raw, base / "parameters" / index)
                key = (str(value.get("in")), str(value.get("name")))
                if key in seen:
                    continue
                seen.add(key)
                yield pointer, value

    def _parameter(self, value: JsonObject, python: str, *, hint: str, pointer: JsonPointer) -> NormalParameter:
        location = str(value["in"])
        schema = value.get("schema")
        if schema is None and isinstance(value.get("content"), dict) and value["content"]:
            media = next(iter(value["content"]))
            schema = value["content"][media].get("schema", {})
            self.shapes.record(pointer, "parameter-as-json", detail=media)
            style = "json"
        else:
            style = str(value.get("style", _STYLES[location]))
        shaped = self.shapes.shape(
            {} if schema is None else schema, f"{hint}{python.title()}", pointer=pointer / "schema"
        )
        return NormalParameter(
            python=python,
            wire=str(value["name"]),
            location=location,
            required=bool(value.get("required")) or location == "path",
            schema=shaped,
            renderable=simplify_schema(shaped),
            style=style,
            explode=bool(value.get("explode", style == "form")),
            description=str(value.get("description", "")),
        )

    def _body(self, body: JsonObject, hint: str, *, pointer: JsonPointer) -> NormalBody | None:
        content = body.get("content")
        if not isinstance(content, dict) or not content:
            return None
        media = min(content, key=lambda name: (_body_rank(name), list(content).index(name)))
        for other in content:
            if other != media:
                self.shapes.record(pointer / "content" / other, "media-type-skipped", detail=other)
        entry = content[media]
        schema = self.shapes.shape(
            entry.get("schema", {}), f"{hint}Request", pointer=pointer / "content" / media / "schema"
        )
        members = self._body_members(schema)
        return NormalBody(
            media_type=media,
            required=bool(body.get("required")),
            schema=schema,
            renderable=simplify_schema(schema),
            members={python: wire for wire, python in argument_names(members).items()} if members is not None else None,
            files=frozenset(self._file_members(members or {})) if media == "multipart/form-data" else frozenset(),
        )

    def _body_members(self, schema: JsonObject) -> dict[str, Any] | None:
        target = self._named(schema)
        if not is_model(simplify_schema(target)):
            return None
        properties: dict[str, Any] = target["properties"]
        return properties

    def _named(self, schema: JsonObject) -> JsonObject:
        seen: set[str] = set()
        while "$ref" in schema and schema["$ref"] not in seen:
            seen.add(schema["$ref"])
            schema = self.shapes.schemas[schema["$ref"].rsplit("/", 1)[-1]]
        return schema

    def _file_members(self, members: dict[str, Any]) -> Iterator[str]:
        for name, raw in members.items():
            schema = self._named(raw)
            item = self._named(schema["items"]) if isinstance(schema.get("items"), dict) else schema
            if item.get("format") == "binary" or item.get("contentMediaType") == "application/octet-stream":
                yield name

    def _answer(self, operation: Operation) -> tuple[JsonPointer, JsonObject]:
        responses = operation.value.get("responses") or {}
        good = sorted(code for code in responses if str(code).upper().startswith("2"))
        code = next((code for code in good if self._deref(responses[code], operation.pointer)[1].get("content")), None)
        code = code or (good[0] if good else "default" if "default" in responses else None)
        if code is None:
            return operation.pointer / "responses", {}
        return self._deref(responses[code], operation.pointer / "responses" / code)

    def _answer_body(
        self, answer: JsonObject, hint: str, *, pointer: JsonPointer
    ) -> tuple[str, JsonObject | None, object]:
        content = {media: value for media, value in (answer.get("content") or {}).items() if media != _STREAM}
        if not content:
            return ("empty", None, None)
        media = min(content, key=lambda name: (not _is_json(name), list(content).index(name)))
        for other in content:
            if other != media:
                self.shapes.record(pointer / "content" / other, "media-type-skipped", detail=other)
        entry = content[media]
        place = pointer / "content" / media / "schema"
        if _is_json(media):
            return (
                "json",
                self.shapes.shape(entry.get("schema", {}), f"{hint}Response", pointer=place),
                _first_example(self.root, entry),
            )
        return ("text" if media.startswith("text/") else "binary", None, _first_example(self.root, entry))

    def _stream(self, answer: JsonObject, hint: str, *, pointer: JsonPointer) -> StreamFacts | None:
        entry = (answer.get("content") or {}).get(_STREAM)
        if not isinstance(entry, dict):
            return None
        place = pointer / "content" / _STREAM
        declared = entry.get("x-stream")
        facts: JsonObject = declared if isinstance(declared, dict) else {}
        item = facts.get("itemSchema", entry.get("itemSchema", entry.get("schema")))
        if item is None:
            self.shapes.record(place, "stream-without-item-schema", detail="events are offered as plain JSON")
            item = {}
        return StreamFacts(
            item=simplify_schema(self.shapes.shape(item, f"{hint}Chunk", pointer=place / "x-stream" / "itemSchema")),
            terminator=facts.get("terminator", "[DONE]"),
            usage=facts.get("usage"),
        )


def _is_json(media: str) -> bool:
    essence = media.partition(";")[0].strip().lower()
    return essence in {"application/json", "*/*", "application/*"} or essence.endswith("+json")


def _body_rank(media: str) -> int:
    essence = media.partition(";")[0].strip().lower()
    if _is_json(media):
        return 0
    return {"multipart/form-data": 1, "application/x-www-form-urlencoded": 2}.get(essence, 3)


def _first_example(root: JsonObject, entry: JsonObject) -> object:
    if "example" in entry:
        return entry["example"]
    for raw in (entry.get("examples") or {}).values():
        value = resolve(root, raw["$ref"]) if isinstance(raw, dict) and "$ref" in raw else raw
        if isinstance(value, dict) and "value" in value:
            return value["value"]
    return None
