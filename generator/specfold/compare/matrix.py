"""Many documents become one table: what each has, member by member; operations are aligned, members named canonically."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from specfold.compare.alias_rows import Column, unite_aliases
from specfold.compare.aliases import ALIAS
from specfold.compare.drop_in import judge_columns
from specfold.compare.drop_in_part import Described
from specfold.compare.members import describe_schema, make_cell, read_members, read_provenance, read_whole, say_facts
from specfold.compare.messages import essence
from specfold.compare.parameters import read_parameters
from specfold.compare.paths import path_shape
from specfold.compare.side import Side
from specfold.compare.surroundings import read_security, read_servers
from specfold.compare.table import WHOLE, Cell, Matrix, Row
from specfold.compare.value_sets import ABSENT, Atom
from specfold.document import Document, Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.walk import Operation, iter_operations

_PREFERRED = ("application/json", "multipart/form-data", "application/x-www-form-urlencoded")
_STREAM = "text/event-stream"


def build_matrix(documents: Mapping[str, Document]) -> Matrix:
    """
    Return documents side by side, one column each.

    Sections are the operations, servers and authentication; then for each operation, those most documents have
    first, its request, parameters, answer, stream, headers and errors.
    """
    members = _align(documents)
    rows = tuple(_build_rows(members))
    return Matrix(columns=tuple(documents), rows=rows, verdicts=tuple(judge_columns(members, rows)))


def build_rows(documents: Mapping[str, Document]) -> tuple[Row, ...]:
    """Return the rows of the table without the verdicts, which cost more."""
    return tuple(_build_rows(_align(documents)))


def _build_rows(members: Sequence[Described]) -> Iterator[Row]:
    """Yield the rows, section by section."""
    names = _order_operations(members)
    yield from _rows("operations", [_operation_cells(member, names) for member in members])
    yield from _rows("server and authentication", [_surrounding_cells(member.side) for member in members])
    for name in names:
        parts = [_operation_parts(member, name) for member in members]
        for part in _PARTS:
            columns = _without_plain([sections.get(part, {}) for sections in parts])
            yield from _rows(f"{name}: {part}", unite_aliases(columns))


def _without_plain(columns: Sequence[Column]) -> list[Column]:
    """Return columns without the row of the whole body where it says no more in any of them than that it has members."""
    wholes = [column[WHOLE] for column in columns if WHOLE in column]
    if len({cell.text for cell in wholes}) > 1 or not all(
        cell.text in _PLAIN and cell.values == _PLAIN[cell.text] for cell in wholes
    ):
        return list(columns)
    return [{path: cell for path, cell in column.items() if path != WHOLE} for column in columns]


_OBJECT, _NULL, _ABSENT = (Atom(kind=kind) for kind in ("object", "null", ABSENT))
_PLAIN = {
    "object*": frozenset({_OBJECT}),
    "object": frozenset({_OBJECT, _ABSENT}),
    "object or null*": frozenset({_OBJECT, _NULL}),  # what has members and no type
    "object or null": frozenset({_OBJECT, _NULL, _ABSENT}),
}
_PARTS = ("request", "parameters", "response", "stream", "response headers", "errors")


def _align(documents: Mapping[str, Document]) -> list[Described]:
    """Name the operations of each document so that the same ones have the same name: by client method, else by path."""
    by_shape: dict[tuple[str, str], str] = {}
    by_alias: dict[str, str] = {}
    members = []
    for column, document in documents.items():
        side = Side.of(document)
        operations: dict[str, Operation] = {}
        for operation in iter_operations(side.root):
            shape = (operation.method, path_shape(operation.path))
            stated = "x-client-method" in operation.value
            alias = by_alias.get(str(operation.value.get(ALIAS)), "")
            name = operation.client_method if stated else by_shape.get(shape, operation.client_method)
            name = alias or name
            name = operation.title if name in operations else name
            by_shape.setdefault(shape, name)
            by_alias.update({known: name for known in (name, operation.title) if known not in by_alias})
            operations[name] = operation
        members.append(Described(name=column, document=document, side=side, operations=operations))
    return members


def _order_operations(members: Sequence[Described]) -> list[str]:
    """Return the operations, those most documents have first, then by appearance."""
    seen: dict[str, int] = {}
    for member in members:
        for name in member.operations:
            seen[name] = seen.get(name, 0) + 1
    return sorted(seen, key=lambda name: -seen[name])


def _rows(section: str, columns: Sequence[Column]) -> Iterator[Row]:
    """Yield the rows of a section; a path one document adds follows the one it follows there, below its parent."""
    order: list[str] = []
    for column in columns:
        position = 0
        for path in column:
            if path in order:
                position = order.index(path) + 1
            else:
                order.insert(position, path)
                position += 1
    for path in _group_by_parent(order):
        yield Row(section=section, path=path, cells=tuple(column.get(path) for column in columns))


def _group_by_parent(order: Sequence[str]) -> Iterator[str]:
    """Yield paths with everything below a path directly after it; statuses come in order."""
    if all(path[:1].isdigit() or path == "default" for path in order):
        yield from sorted(order)
        return
    known = frozenset(order)
    children: dict[str, list[str]] = {}
    for path in order:
        children.setdefault(_parent_of(path, known), []).append(path)
    pending = list(reversed(children.get("", ())))
    while pending:
        path = pending.pop()
        yield path
        pending.extend(reversed(children.get(path, ())))


def _parent_of(path: str, known: frozenset[str]) -> str:
    """Return the longest known path that this one lies below, empty when there is none."""
    ends = (end for end in range(len(path) - 1, 0, -1) if path[end] in ".[")
    return next((path[:end] for end in ends if path[:end] in known), "")


def _operation_cells(member: Described, names: Iterable[str]) -> Column:
    """Return where each operation is found, in the order of the whole table."""
    found = {}
    for name in names:
        operation = member.operations.get(name)
        if operation is not None:
            facts: JsonObject = {"method": operation.method, "path": operation.path}
            if operation.value.get("deprecated"):
                facts["deprecated"] = True
            text = operation.title + (", deprecated" if "deprecated" in facts else "")
            found[name] = make_cell(text, facts, provenance=read_provenance(operation.value))
    return found


def _surrounding_cells(side: Side) -> Column:
    """Return where a document's server is and how to authenticate."""
    servers = list(read_servers(side, JsonPointer()))
    ways = [way.label for way in read_security(side, JsonPointer())]
    found = {"authentication": Cell(text=" or ".join(ways), facts={"ways": sorted(ways)})}
    if servers:
        found = {"server": Cell(text=", ".join(servers), facts={"urls": servers}), **found}
    return found


def _operation_parts(member: Described, name: str) -> dict[str, Column]:
    """Return the sections of one operation of one document."""
    operation = member.operations.get(name)
    if operation is None:
        return {}
    side = member.side
    provenance = read_provenance(operation.value)
    responses = _responses_of(side, operation)
    success = next((place for status, place in responses.items() if status.startswith("2")), None)
    parts = {
        "request": _request_cells(side, operation, provenance=provenance),
        "parameters": _parameter_cells(side, operation, provenance=provenance),
        "errors": _error_cells(side, responses),
    }
    if success is not None:
        parts["response"] = _content_cells(side, success, provenance=provenance)
        parts["stream"] = _stream_cells(side, success, provenance=provenance)
        parts["response headers"] = _header_cells(side, success)
    return parts


def _request_cells(side: Side, operation: Operation, *, provenance: str) -> Column:
    """Return the members of the request body."""
    if "requestBody" not in operation.value:
        return {}
    place = side.settle(operation.pointer / "requestBody")
    return _content_cells(side, place, provenance=provenance, required=side.object_at(place).get("required") is True)


def _content_cells(side: Side, pointer: JsonPointer, *, provenance: str, required: bool = True) -> Column:
    """Return what the body that is not a stream of events is as a whole, and its members."""
    content = side.object_at(pointer / "content")
    names = {essence(name): name for name in content}
    chosen = next((names[name] for name in (*_PREFERRED, *names) if name in names and name != _STREAM), None)
    if chosen is None:
        return {}
    media_type = pointer / "content" / chosen
    found: Column = {}
    if essence(chosen) != "application/json":
        found["(content type)"] = Cell(text=essence(chosen), facts={"content_type": essence(chosen)})
    if "schema" in side.object_at(media_type):
        places = (media_type / "schema",)
        found[WHOLE] = read_whole(side, places, required=required, provenance=provenance)
        found.update(read_members(side, places, provenance=provenance))
    return found


def _stream_cells(side: Side, pointer: JsonPointer, *, provenance: str) -> Column:
    """Return how a stream ends, when it carries usage, and the members of its events."""
    content = side.object_at(pointer / "content")
    name = next((name for name in content if essence(name) == _STREAM), None)
    if name is None:
        return {}
    place = pointer / "content" / name
    media_type = side.object_at(place)
    stream = media_type.get("x-stream")
    found: Column = {}
    if isinstance(stream, dict):
        provenance = read_provenance(stream, inherited=provenance)
        for key in ("terminator", "usage"):
            if key in stream:
                value = stream[key]
                text = "none" if value is None else str(value)
                found[f"({key})"] = make_cell(text, {key: value}, provenance=provenance)
        place = place / "x-stream"
        media_type = stream
    key = "itemSchema" if "itemSchema" in media_type else "schema"
    if key in media_type:
        found[WHOLE] = read_whole(side, (place / key,), required=True, provenance=provenance)
        found.update(read_members(side, (place / key,), provenance=provenance))
    return found


def _parameter_cells(side: Side, operation: Operation, *, provenance: str) -> Column:
    """Return the parameters in path, query, header and cookie."""
    found = {}
    for (place, _), parameter in read_parameters(side, operation.pointer).items():
        name = parameter.name.lower() if place == "header" else parameter.name
        mark = read_provenance(parameter.value, inherited=provenance)
        found[f"{place} {name}"] = _value_cell(side, parameter.pointer, provenance=mark)
    return found


def _value_cell(side: Side, pointer: JsonPointer, *, provenance: str) -> Cell:
    """Return what a parameter or a header says: its schema, or that of its content, and how it is written."""
    node = side.object_at(pointer)
    required = node.get("required") is True
    content = side.object_at(pointer / "content")
    holder = pointer / "content" / next(iter(content)) if content else pointer
    facts: JsonObject = {"type": "any", "required": required}
    values = None
    if "schema" in side.object_at(holder):
        facts, values = describe_schema(side, (holder / "schema",), required=required)
    facts.update({key: node[key] for key in _WRITTEN if key in node})
    if node.get("deprecated"):
        facts["deprecated"] = True
    if content:
        facts["content_type"] = essence(next(iter(content)))
    return make_cell(say_facts(facts), facts, provenance=provenance, values=values)


_WRITTEN = ("style", "explode", "allowReserved")


def _responses_of(side: Side, operation: Operation) -> dict[str, JsonPointer]:
    """Return where the answers of an operation are, by status, in order."""
    responses = operation.value.get("responses")
    names = sorted(str(name) for name in responses) if isinstance(responses, dict) else []
    return {name: side.settle(operation.pointer / "responses" / name) for name in names if not name.startswith("x-")}


def _header_cells(side: Side, pointer: JsonPointer) -> Column:
    """Return the headers of an answer."""
    found = {}
    for name in side.object_at(pointer / "headers"):
        place = side.settle(pointer / "headers" / name)
        found[name.lower()] = _value_cell(side, place, provenance=read_provenance(side.object_at(place)))
    return found


def _error_cells(side: Side, responses: Mapping[str, JsonPointer]) -> Column:
    """Return the envelope of each error status: its component, and where the message is in it."""
    found = {}
    for status, pointer in responses.items():
        if status.startswith(("2", "3")):
            continue
        response = side.object_at(pointer)
        content = side.object_at(pointer / "content")
        name = next((name for name in content if "schema" in side.object_at(pointer / "content" / name)), None)
        facts: JsonObject = {"envelope": None}
        text = "no body described"
        provenance = read_provenance(response)
        if name is not None:
            place = side.settle_schema(pointer / "content" / name / "schema")
            flat = side.flat((place,))
            provenance = read_provenance(flat.keywords, inherited=provenance)
            text, facts = _say_envelope(place, flat.keywords.get("x-error"), members=tuple(flat.properties))
        found[status] = make_cell(text, facts, provenance=provenance)
    return found


def _say_envelope(place: JsonPointer, parts: Json, *, members: tuple[str, ...]) -> tuple[str, JsonObject]:
    """Write an error body in a few words: what it is called, and the members people read."""
    named = place.tokens[:2] == ("components", "schemas") and len(place.tokens) == 3
    where = {str(key): str(value) for key, value in parts.items()} if isinstance(parts, dict) else {}
    shown = [_say_pointer(pointer) for pointer in where.values()] or list(members)
    facts: JsonObject = {"envelope": sorted(where.values()) or sorted(members)}
    head = f"{place.tokens[2]}: " if named else ""
    return f"{head}{', '.join(shown) or 'any'}", facts


def _say_pointer(pointer: str) -> str:
    """Write a pointer into a body the way members are written: `/errors/0/detail` is `errors[].detail`."""
    text = ""
    for token in pointer.lstrip("#/").split("/"):
        text += "[]" if token.isdecimal() else f".{token}" if text else token
    return text
