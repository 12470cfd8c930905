"""One request and two documents: will it do at the other, and if not as it is, how. Reads no files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

import attrs

from specfold.compare.port_capabilities import forget_moved, move_capabilities
from specfold.compare.port_legacy import modernise
from specfold.compare.port_operations import Target, choose_operations
from specfold.compare.port_repair import Repairer, Spot
from specfold.compare.port_validity import find_faults, is_limit_in_prose
from specfold.compare.port_values import Fault, Note, Outcome, Port, RequestNotValidError, Verdict
from specfold.document import Document, Json
from specfold.errors import InputError
from specfold.naming import argument_names
from specfold.pointer import JsonPointer


def port(
    request: Json, source: Document, *, target: Document, operation: str | None = None, allow_loss: bool = False
) -> dict[str, Any]:
    """
    Return a request as keyword arguments of the target's generated client.

    `client.chat.completions.create(**port(request, theirs, target=ours))`

    Raises:
        InputError: no operation is meant, or several could be.
        SpecfoldError: the request is not valid at the source or cannot be moved, or something would be lost.
    """
    return port_request(request, source, target=target, operation=operation, allow_loss=allow_loss).arguments


def port_request(
    request: Json, source: Document, *, target: Document, operation: str | None = None, allow_loss: bool = False
) -> Port:
    """
    Return what becomes of a request at another document.

    Args:
        request: the body of a request.
        source: the document it was written for.
        target: the document it is to be sent to.
        operation: the operation it is for, where the documents have several that could be meant.
        allow_loss: whether edits that lose something are accepted.

    Raises:
        InputError: no operation is meant, or several could be.
        RequestNotValidError: the request is not valid at the source.
    """
    if not isinstance(request, dict):
        raise InputError("a request is a JSON object", hint="give the body of one request")
    ours, theirs = choose_operations(source, target, request=request, wanted=operation)
    _refuse_invalid(request, ours, theirs=theirs, source=source)
    found = find_faults(theirs.side, theirs.body, value=request)
    hard = [fault for fault, place in found if not is_limit_in_prose(theirs.side, place)]
    outcome = _rewrite(request, ours, theirs=theirs)
    rest = outcome.faults or tuple(fault for fault, _ in find_faults(theirs.side, theirs.body, value=outcome.value))
    ignored = any(edit.undeclared for edit in outcome.edits)
    verdict = Verdict.REJECTED if hard else Verdict.IGNORED if ignored else Verdict.ACCEPTED
    return Port(
        source=source.source,
        target=target.source,
        operations=(ours.title, theirs.title),
        verdict=verdict,
        faults=_each_once(hard),
        unmended=_each_once(rest),
        request=outcome.value if isinstance(outcome.value, dict) else request,
        edits=outcome.edits,
        notes=tuple(dict.fromkeys((*outcome.notes, *_note_parameters(ours, theirs)))),
        portable=not rest,
        allow_loss=allow_loss,
        arguments_by_name=argument_names(theirs.side.flat(theirs.body).properties),
    )


def _each_once(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return the first fault of each part of the request."""
    found: dict[JsonPointer, Fault] = {}
    for fault in faults:
        found.setdefault(fault.pointer, fault)
    return tuple(found.values())


def _rewrite(request: dict[str, Json], ours: Target, *, theirs: Target) -> Outcome:
    """Return the request made to fit: capabilities and older forms moved first, then member by member."""
    moved = move_capabilities(deepcopy(request), ours, target=theirs)
    declared = frozenset(theirs.side.flat(theirs.body).properties)
    newer = modernise(moved.value, declared)
    spot = Spot(pointer=JsonPointer(), target=theirs.body, source=ours.body)
    outcome = Repairer(source=ours.side, target=theirs.side).repair(newer.value, spot)
    rest = forget_moved(outcome.edits, moved.edits, request=request)
    edits = (*moved.edits, *newer.edits, *rest)
    return attrs.evolve(outcome, edits=edits, notes=(*moved.notes, *outcome.notes))


def _refuse_invalid(request: Json, ours: Target, *, theirs: Target, source: Document) -> None:
    """Refuse a request that is not valid where it was written for."""
    found = find_faults(ours.side, ours.body, value=request)
    faults = tuple(fault for fault, place in found if not is_limit_in_prose(ours.side, place))
    if faults:
        what = f"the request is not valid for {ours.title} of {source.source}"
        raise RequestNotValidError(what, faults, operations=(ours.title, theirs.title))


def _note_parameters(ours: Target, theirs: Target) -> Iterator[Note]:
    """Yield the parameters the target needs beside the body and the source does not."""
    known = set(ours.required_parameters())
    for name in theirs.required_parameters():
        if name not in known:
            yield Note(JsonPointer(), f"the target requires the {name}")
