"""Which operation of either document a request is for. Knows the bodies that operations take; repairs none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from specfold.compare.aliases import ALIAS
from specfold.compare.messages import essence
from specfold.compare.parameters import read_parameters
from specfold.compare.paths import align_operations
from specfold.compare.port_alternatives import list_alternatives
from specfold.compare.port_validity import find_faults, is_limit_in_prose
from specfold.compare.side import Side
from specfold.document import Document, Json
from specfold.errors import InputError, SpecfoldError
from specfold.pointer import JsonPointer
from specfold.schema.flatten import Places
from specfold.schema.walk import Operation, iter_operations

_NONE = (0, 0)
_PREFERRED = ("application/json", "multipart/form-data", "application/x-www-form-urlencoded")


@attrs.frozen(kw_only=True, eq=False)
class Target:
    """
    One operation that takes a body.

    Attributes:
        side: its document.
        operation: the operation.
        body: the schema of its body.
    """

    side: Side
    operation: Operation
    body: Places

    @property
    def title(self) -> str:
        """Method and path, as people write it."""
        return self.operation.title

    def required_parameters(self) -> Iterator[str]:
        """Yield the parameters a call needs beside its body."""
        for (place, _), parameter in read_parameters(self.side, self.operation.pointer).items():
            if parameter.value.get("required"):
                yield f"{place} {parameter.name}"


def choose_operations(
    source: Document, target: Document, *, request: Json, wanted: str | None = None
) -> tuple[Target, Target]:
    """
    Return the operation a request is for in either document.

    Args:
        source: the document the request was written for.
        target: the other document.
        request: the request, which tells operations apart.
        wanted: the name of the operation, as the source or the target calls it.

    Raises:
        InputError: there is no such operation, or several could be meant.
        SpecfoldError: the target has no such operation.
    """
    sources = _list_targets(source)
    pairs = _pair(sources, _list_targets(target))
    if not pairs:
        raise InputError(
            f"no operation that takes a body is in both {source.source} and {target.source}",
            hint="x-client-method or x-alias-of on an operation says that it is the same",
        )
    if wanted is not None:
        return _find_named(wanted, pairs, sources=sources, target=target)
    misfits = {id(one): _misfit(request, one) for one in sources}
    best = min(misfits[id(ours)] for ours, _ in pairs)
    fitting = [pair for pair in pairs if misfits[id(pair[0])] == best]
    paired = {id(ours) for ours, _ in pairs}
    alone = next((one for one in sources if id(one) not in paired and misfits[id(one)] == _NONE < best), None)
    if alone is not None:
        raise _no_partner(alone, pairs, target=target)
    if len(fitting) > 1:
        hint = f"say which one: --operation {_list_names(fitting[:1])} (or {_list_names(fitting[1:])})"
        raise InputError("the request could be for several operations", hint=hint)
    return fitting[0]


def _find_named(
    wanted: str, pairs: Sequence[tuple[Target, Target]], *, sources: Sequence[Target], target: Document
) -> tuple[Target, Target]:
    """Return the operations of a name, that of the source before that of the target."""
    for side in (0, 1):
        for pair in pairs:
            if wanted in _names_of(pair[side]):
                return pair
    alone = next((one for one in sources if wanted in _names_of(one)), None)
    if alone is not None:
        raise _no_partner(alone, pairs, target=target)
    raise InputError(f"no operation {wanted!r} is in both documents", hint=f"operations in both: {_list_names(pairs)}")


def _no_partner(one: Target, pairs: Sequence[tuple[Target, Target]], *, target: Document) -> SpecfoldError:
    """Return the error that says that the target has nothing for an operation."""
    what = f"{target.source} has no operation for {one.operation.client_method} ({one.title})"
    return SpecfoldError(what, hint=f"operations in both: {_list_names(pairs)}")


def _list_targets(document: Document) -> list[Target]:
    """Return the operations of a document that take a body with a schema."""
    side = Side.of(document)
    found = []
    for operation in iter_operations(side.root):
        place = find_body(side, operation)
        if place is not None:
            found.append(Target(side=side, operation=operation, body=(place,)))
    return found


def find_body(side: Side, operation: Operation) -> JsonPointer | None:
    """Return where the schema of an operation's body is, None where it takes none."""
    if "requestBody" not in operation.value:
        return None
    content = side.settle_or_stay(operation.pointer / "requestBody") / "content"
    names = {essence(name): name for name in side.object_at(content)}
    chosen = next((names[name] for name in (*_PREFERRED, *names) if name in names), None)
    return content / chosen / "schema" if chosen and "schema" in side.object_at(content / chosen) else None


def _pair(sources: Sequence[Target], targets: Sequence[Target]) -> list[tuple[Target, Target]]:
    """Return the operations that are the same: by what they state, else by path, else by their path's end."""
    pairs: list[tuple[Target, Target]] = []
    left, right = list(sources), list(targets)
    for known in (_stated, _client_names):
        for one in list(left):
            other = next((target for target in right if known(one) & known(target)), None)
            if other is not None:
                pairs.append((one, other))
                left.remove(one)
                right.remove(other)
    by_operation = {id(target.operation): target for target in (*left, *right)}
    aligned = align_operations([one.operation for one in left], [one.operation for one in right]).both
    pairs.extend((by_operation[id(old)], by_operation[id(new)]) for old, new in aligned)
    if not pairs and len(left) == len(right) == 1:
        pairs.append((left[0], right[0]))
    order = {id(target): index for index, target in enumerate(sources)}
    return sorted(pairs, key=lambda pair: order[id(pair[0])])


def _stated(target: Target) -> frozenset[str]:
    """Return what an operation says it is the same as, and its own names."""
    alias = target.operation.value.get(ALIAS)
    return frozenset([alias] if isinstance(alias, str) else []) | _client_names(target) | {target.title}


def _client_names(target: Target) -> frozenset[str]:
    """Return the place of an operation in the client, if it is stated."""
    value = target.operation.value
    return frozenset([target.operation.client_method] if "x-client-method" in value else [])


def _names_of(target: Target) -> frozenset[str]:
    """Return all that an operation may be called."""
    identity = target.operation.value.get("operationId")
    named = [identity] if isinstance(identity, str) else []
    return _stated(target) | {target.operation.client_method, target.operation.path, *named}


def _list_names(pairs: Iterable[tuple[Target, Target]]) -> str:
    """Write the operations that can be asked for."""
    return ", ".join(pair[0].operation.client_method for pair in pairs)


def _misfit(request: Json, target: Target) -> tuple[int, int]:
    """Count the members that an operation does not declare or that it lacks, and then what is wrong with the others."""
    found = find_faults(target.side, target.body, value=request)
    hard = sum(not is_limit_in_prose(target.side, place) for _, place in found)
    flats = list_alternatives(target.side, target.body)
    names = {name for flat in flats for name in flat.properties}
    lacking = min((sum(name not in request for name in flat.required) for flat in flats), default=0)
    return sum(name not in names for name in request) + lacking, hard
