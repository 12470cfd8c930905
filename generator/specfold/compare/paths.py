"""Which operation of one document is which of the other: by method and path shape, else by place in the client."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from specfold.schema.walk import Operation

_TEMPLATE = re.compile(r"\{([^{}]*)\}")


@attrs.frozen
class Alignment:
    """
    Operations that belong together, and those that stand alone.

    Attributes:
        both: operations of both documents.
        only_old: operations the new document lacks.
        only_new: operations the old document lacks.
    """

    both: tuple[tuple[Operation, Operation], ...]
    only_old: tuple[Operation, ...]
    only_new: tuple[Operation, ...]


def path_shape(path: str) -> str:
    """Return a path without the names of its parameters and without a slash at its end."""
    return exact_shape(path).rstrip("/") or "/"


def exact_shape(path: str) -> str:
    """Return a path without the names of its parameters."""
    return _TEMPLATE.sub("{}", path)


def template_names(path: str) -> tuple[str, ...]:
    """Return the names of the parameters of a path, in order."""
    return tuple(_TEMPLATE.findall(path))


def align_operations(old: Iterable[Operation], new: Iterable[Operation]) -> Alignment:
    """Pair the operations of two documents: a slash at the end of a path counts only where both paths exist."""
    both: list[tuple[Operation, Operation]] = []
    only_old, only_new = list(old), list(new)
    for shape in (exact_shape, path_shape):
        left = {(operation.method, shape(operation.path)): operation for operation in only_old}
        right = {(operation.method, shape(operation.path)): operation for operation in only_new}
        both += [(left[key], right[key]) for key in left if key in right]
        only_old = [operation for key, operation in left.items() if key not in right]
        only_new = [operation for key, operation in right.items() if key not in left]
    moved = _pair_by_client_method(only_old, only_new)
    gone = {id(pair[0]) for pair in moved}
    came = {id(pair[1]) for pair in moved}
    return Alignment(
        both=(*both, *moved),
        only_old=tuple(operation for operation in only_old if id(operation) not in gone),
        only_new=tuple(operation for operation in only_new if id(operation) not in came),
    )


def _pair_by_client_method(old: Sequence[Operation], new: Sequence[Operation]) -> list[tuple[Operation, Operation]]:
    """Pair operations that stand at the same place in the client and at no other."""
    found = []
    for operation in old:
        name = _client_name(operation)
        here = [other for other in old if _client_name(other) == name]
        there = [other for other in new if _client_name(other) == name]
        if name and len(here) == 1 and len(there) == 1:
            found.append((operation, there[0]))
    return found


def _client_name(operation: Operation) -> str:
    """Return the place in the client if the document states it or names the operation; a guess aligns nothing."""
    stated = "x-client-method" in operation.value or "operationId" in operation.value
    return operation.client_method if stated else ""
