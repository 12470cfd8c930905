"""Small documents and requests to move between them; knows only the shape of OpenAPI."""

from __future__ import annotations

from typing import Any

from specfold.compare.port import port_request
from specfold.compare.port_values import Port
from specfold.document import Document
from tests.unit.compare.builders import request_of


def taking(properties: dict[str, Any], *required: str, **keywords: Any) -> Document:
    """Return a document whose operation takes an object with these members."""
    return request_of({"type": "object", "required": list(required), "properties": properties, **keywords})


def move(request: dict[str, Any], source: Document, *, target: Document, **options: Any) -> Port:
    """Return what becomes of a request."""
    return port_request(request, source, target=target, **options)


def move_member(value: Any, target: Any, *, source: Any = None, name: str = "m") -> Port:
    """Return what becomes of a request with one member, which may be anything where no other source is given."""
    return move({name: value}, taking({name: source or {}}), target=taking({name: target}))


def edits_of(port: Port) -> list[tuple[Any, ...]]:
    """Return the edits as operation, pointer, before, after and whether something is lost."""
    return [(edit.op.value, str(edit.pointer), edit.before, edit.after, edit.lossy) for edit in port.edits]


def notes_of(port: Port) -> dict[str, str]:
    """Return the notes by pointer."""
    return {str(note.pointer): note.note for note in port.notes}
