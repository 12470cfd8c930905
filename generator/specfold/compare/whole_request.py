"""A value that shows a change becomes a whole request the old document accepts; knows no server and no shell."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from typing import TypeAlias
from urllib.parse import quote

import attrs

from specfold.compare.change import Axis, Change, Diff, Witness
from specfold.compare.messages import essence
from specfold.compare.parameters import read_parameters
from specfold.compare.sample import NoSampleError, build_object, build_sample
from specfold.compare.side import Side
from specfold.document import Document, Json
from specfold.pointer import JsonPointer
from specfold.schema.flatten import Places
from specfold.schema.walk import Operation, iter_operations

_JSON = "application/json"
_MAX_SLOTS = 600
_MAX_STEPS = 8
_MAX_AROUND = 5
_MAX_OPERATIONS = 6

_Step: TypeAlias = str | int | Places
"""How one goes from a schema to one below it: the name of a member, 0 for the elements, an alternative's places."""


@attrs.frozen(kw_only=True)
class WholeRequest:
    """
    One request, complete but for the server and the credentials.

    Attributes:
        method: in upper case.
        path: with every parameter filled in, percent-encoded.
        query: names and values.
        headers: names and values, without credentials.
        body: a JSON value.
        has_body: whether there is one.
    """

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    body: Json = None
    has_body: bool = False


@attrs.frozen
class _Slot:
    """A place in a body where a value may stand: its schema, and the way there."""

    places: Places
    steps: tuple[_Step, ...]


@attrs.frozen(eq=False)
class _Target:
    """An operation one may send to: the schema of its JSON body, None where it takes none, and the slots by node."""

    operation: Operation
    schema: Places | None
    slots: Mapping[JsonPointer, tuple[_Slot, ...]]


def complete_witnesses(old: Document, diff: Diff) -> Mapping[str, WholeRequest]:
    """Return, by fingerprint, a whole request for each value that shows what may no longer be sent, where one is found."""
    side = Side.of(old)
    operations = {operation.title: operation for operation in iter_operations(side.root)}

    @cache
    def aim(title: str) -> _Target:
        return _aim(side, operations[title])

    found = {}
    for change in diff.changes:
        if change.axis is not Axis.REQUEST or change.witness is None:
            continue
        reached = [title for title in change.reached if title in operations]
        targets = (aim(title) for title in reached[:_MAX_OPERATIONS])
        requests = (_complete(side, target, change=change, witness=change.witness) for target in targets)
        request = next((request for request in requests if request is not None), None)
        if request is not None:
            found[change.fingerprint] = request
    return found


def _aim(side: Side, operation: Operation) -> _Target:
    """Return an operation with the places of its body."""
    schema = _body_schema(side, operation)
    slots: dict[JsonPointer, list[_Slot]] = {}
    for slot in _iter_slots(side, schema) if schema is not None else ():
        for place in dict.fromkeys(slot.places):
            slots.setdefault(place, []).append(slot)
    return _Target(operation, schema, {place: tuple(found) for place, found in slots.items()})


def _complete(side: Side, target: _Target, *, change: Change, witness: Witness) -> WholeRequest | None:
    """Return a request to one operation that shows a change, None where none is found."""
    with suppress(NoSampleError):
        if witness.of != "value":
            if not _says_nothing_more(witness.instance):
                return None
            return _add_body(side, target, request=_address(side, target.operation))
        for pointer in _places_to_try(change):
            request = _carry(side, target, witness=witness, pointer=pointer)
            if request is not None:
                return request
    return None


def _says_nothing_more(instance: Json) -> bool:
    """Tell whether a part of a request is found in every smallest one: its line, or that something is left out."""
    return isinstance(instance, dict) and all(
        name in {"method", "path"} or (name in {"query", "headers"} and value == {}) for name, value in instance.items()
    )


def _places_to_try(change: Change) -> Iterator[JsonPointer]:
    """Yield the node of a change and those around it; what is new only is looked for where the new document has it."""
    pointer = change.pointer_old or change.pointer_new or JsonPointer()
    count = len(pointer.tokens)
    yield from (JsonPointer(pointer.tokens[:end]) for end in range(count, max(0, count - _MAX_AROUND), -1))


def _carry(side: Side, target: _Target, *, witness: Witness, pointer: JsonPointer) -> WholeRequest | None:
    """Return a request that carries a value at a node, as a parameter or in the body."""
    operation = target.operation
    for key, parameter in read_parameters(side, operation.pointer).items():
        schema_place = parameter.pointer / "schema"
        if pointer in {parameter.pointer, schema_place} and side.accepts(witness.instance, (schema_place,)):
            return _add_body(side, target, request=_address(side, operation, given={key: witness.instance}))
    for slot in target.slots.get(pointer, ()):
        if target.schema is not None and side.accepts(witness.instance, slot.places):
            body = _build_body(side, target.schema, steps=slot.steps, instance=witness.instance)
            if side.accepts(body, target.schema):
                return attrs.evolve(_address(side, operation), body=body, has_body=True)
    return None


def _address(side: Side, operation: Operation, *, given: Mapping[tuple[str, str], Json] | None = None) -> WholeRequest:
    """
    Return the smallest request to an operation, some parameters given, without a body.

    Raises:
        NoSampleError: a parameter that must be there cannot be made up.
    """
    path = operation.path
    parts: dict[str, list[tuple[str, str]]] = {"query": [], "header": [], "cookie": []}
    values = dict(given or {})
    for key, parameter in read_parameters(side, operation.pointer).items():
        if key not in values and not parameter.value.get("required"):
            continue
        value = values[key] if key in values else _sample_parameter(side, parameter.pointer)
        text = value if isinstance(value, str) else json.dumps(value)
        if key[0] == "path":
            path = path.replace(f"{{{parameter.name}}}", quote(text, safe=""))
        else:
            parts.setdefault(key[0], []).append((parameter.name, text))
    return WholeRequest(
        method=operation.method.upper(),
        path=quote(path, safe="/%:@!$&'()*+,;=-._~"),
        query=tuple(parts["query"]),
        headers=tuple(parts["header"]),
    )


def _add_body(side: Side, target: _Target, *, request: WholeRequest) -> WholeRequest:
    """
    Return a request with the smallest body, if the operation asks for one.

    Raises:
        NoSampleError: the body cannot be made up.
    """
    if "requestBody" not in target.operation.value:
        return request
    if not side.object_at(side.settle(target.operation.pointer / "requestBody")).get("required"):
        return request
    if target.schema is None:
        raise NoSampleError
    return attrs.evolve(request, body=build_sample(side, target.schema, direction=Axis.REQUEST), has_body=True)


def _sample_parameter(side: Side, pointer: JsonPointer) -> Json:
    """Return a value of a parameter."""
    if "schema" not in side.object_at(pointer):
        raise NoSampleError
    return build_sample(side, (pointer / "schema",), direction=Axis.REQUEST)


def _body_schema(side: Side, operation: Operation) -> Places | None:
    """Return the schema of the JSON body of an operation, None where it takes none."""
    if "requestBody" not in operation.value:
        return None
    content = side.settle(operation.pointer / "requestBody") / "content"
    for name in side.object_at(content):
        if essence(name) == _JSON and "schema" in side.object_at(content / name):
            return (side.settle_schema(content / name / "schema"),)
    return None


def _iter_slots(side: Side, schema: Places) -> Iterator[_Slot]:
    """Yield every place below a schema where a value may stand, the nearest first, each schema once."""
    pending = [_Slot(schema, ())]
    seen: set[Places] = set()
    while pending and len(seen) < _MAX_SLOTS:
        slot = pending.pop(0)
        settled = tuple(side.settle_schema(place) for place in slot.places)
        yield _Slot((*slot.places, *settled), slot.steps)
        if settled in seen or len(slot.steps) >= _MAX_STEPS:
            continue
        seen.add(settled)
        flat = side.flat(settled)
        pending.extend(_Slot(places, (*slot.steps, name)) for name, places in flat.properties.items())
        if flat.items is not None:
            pending.append(_Slot(flat.items, (*slot.steps, 0)))
        pending.extend(_Slot(branch, (*slot.steps, branch)) for union in flat.unions for branch in union.branches)


def _build_body(side: Side, schema: Places, *, steps: tuple[_Step, ...], instance: Json) -> Json:
    """Return a small instance of a schema with a value at the end of some steps."""
    if not steps:
        return instance
    step, rest = steps[0], steps[1:]
    flat = side.flat(tuple(side.settle_schema(place) for place in schema))
    if isinstance(step, str):
        inner = _build_body(side, flat.properties[step], steps=rest, instance=instance)
        return {**build_object(side, flat, direction=Axis.REQUEST), step: inner}
    if isinstance(step, int):
        return [_build_body(side, flat.items or (), steps=rest, instance=instance)]
    inner = _build_body(side, step, steps=rest, instance=instance)
    return {**build_object(side, flat, direction=Axis.REQUEST), **inner} if isinstance(inner, dict) else inner
