"""Overlays change a draft, by the letter of the standard; the strict reading also finds what an overlay need not say."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import attrs

from specfold.document import Document, Json, Origin
from specfold.errors import SpecfoldError
from specfold.findings import Finding, Severity
from specfold.merge.draft import Draft, Effect, IncompatibleError, describe_kind
from specfold.merge.jsonpath import QueryError, select
from specfold.merge.overlay import Action, Overlay, check_queries
from specfold.pointer import JsonPointer

Tokens = tuple[str, ...]


@attrs.frozen
class Applied:
    """
    A document with overlays applied.

    Attributes:
        document: the outcome, with the origin of every node.
        findings: what the overlays need not have said, or said in vain; empty where all is well.
        history: who wrote a node before its last writer, oldest first.
    """

    document: Document
    findings: tuple[Finding, ...]
    history: dict[Tokens, tuple[Origin, ...]]


def apply_overlays(document: Document, overlays: Iterable[Overlay]) -> Applied:
    """
    Apply overlays in order.

    The document is the letter of the standard; a caller that is strict treats the findings as errors.

    Raises:
        SpecfoldError: an action cannot be applied by the standard: kinds that do not merge, a copy of not exactly one
            node, the removal of the root.
    """
    draft = Draft(document.value, document.origins)
    findings = [finding for overlay in overlays for finding in apply_to_draft(draft, overlay)]
    return Applied(draft.freeze(document.source), tuple(findings), draft.history)


def apply_to_draft(draft: Draft, overlay: Overlay, *, undecided: Collection[Tokens] = ()) -> list[Finding]:
    """
    Apply one overlay to a draft and return its findings.

    Args:
        draft: changed in place.
        overlay: what to apply.
        undecided: nodes whose inputs disagree, so that repeating one of them decides something.

    Raises:
        SpecfoldError: as `apply_overlays`.
    """
    check_queries(overlay)
    return [finding for action in overlay.actions for finding in _apply(draft, overlay, action, undecided)]


def _apply(draft: Draft, overlay: Overlay, action: Action, undecided: Collection[Tokens]) -> list[Finding]:
    selected = _select(draft, overlay, action, action.target)
    if action.expect is not None and action.expect != len(selected):
        what = f"expected {action.expect} nodes (x-expect), the target selects {len(selected)}: {action.target}"
        return [
            _finding(overlay, action, "overlay-expect", what, "correct the target or the number"),
            *_change(draft, overlay, action, selected, undecided),
        ]
    if not selected:
        if action.expect == 0:
            return []
        what = f"the target selects nothing: {action.target}"
        hint = "correct the target; if the document has moved on, remove the action"
        return [_finding(overlay, action, "overlay-unmatched", what, hint)]
    return _change(draft, overlay, action, selected, undecided)


def _change(
    draft: Draft, overlay: Overlay, action: Action, selected: list[Tokens], undecided: Collection[Tokens]
) -> list[Finding]:
    if action.remove:
        _remove(draft, overlay, action, selected)
        return []
    if action.updates == (action.copy is not None):  # by the standard, each has no impact beside the other
        what = (
            "the action has both update and copy, so neither counts" if action.updates else "the action changes nothing"
        )
        return [_finding(overlay, action, "overlay-no-op", what, "give it one of update, copy and remove")]
    if not selected:
        return []
    _expect_one_kind(draft, overlay, action, selected)
    new = _source_of_copy(draft, overlay, action) if action.copy is not None else action.update
    effects: list[Effect] = []
    try:
        for tokens in selected:
            effects += draft.merge(tokens, new, lambda inside: overlay.origin_of(action, inside))
    except IncompatibleError as error:
        place = error.inside if action.updates else ()
        hint = f"the node is {JsonPointer(error.tokens).fragment}; remove it first, in an action before this one"
        raise _error(
            overlay, action, str(error), hint, inside=("update", *place) if action.updates else ("copy",)
        ) from error
    return _restated(overlay, action, effects, undecided)


def _restated(overlay: Overlay, action: Action, effects: list[Effect], undecided: Collection[Tokens]) -> list[Finding]:
    useful = {effect.inside for effect in effects if effect.previous is None or effect.tokens in undecided}
    idle = {effect.inside: effect for effect in reversed(effects) if effect.inside not in useful}
    if idle and not useful:
        first = effects[0]
        what = (
            f"the action changes nothing: {JsonPointer(first.tokens).fragment} is already so ({_where(first.previous)})"
        )
        return [_finding(overlay, action, "overlay-no-op", what, "remove the action")]
    return [
        _finding(
            overlay,
            action,
            "overlay-restates",
            f"the update restates {_layer(effect.previous)} node {JsonPointer(effect.tokens).fragment} ({_where(effect.previous)})",
            "leave it out of the update",
            inside=("update", *inside) if action.updates else ("copy",),
        )
        for inside, effect in sorted(idle.items())
    ]


def _remove(draft: Draft, overlay: Overlay, action: Action, selected: list[Tokens]) -> None:
    if () in selected:
        raise _error(overlay, action, "the root of a document cannot be removed", "select a node below $")
    # deepest first and last item first, so that no removal moves a node that is still to go
    for tokens in sorted(
        selected, key=lambda one: (len(one), int(one[-1]) if one[-1].isdecimal() else 0), reverse=True
    ):
        draft.remove(tokens)


def _expect_one_kind(draft: Draft, overlay: Overlay, action: Action, selected: list[Tokens]) -> None:
    kinds = {describe_kind(draft.find(tokens)) for tokens in selected}
    if len(kinds) > 1:
        what = f"the target selects nodes of more than one kind ({', '.join(sorted(kinds))}): {action.target}"
        raise _error(overlay, action, what, "split the action")


def _source_of_copy(draft: Draft, overlay: Overlay, action: Action) -> Json:
    found = _select(draft, overlay, action, action.copy or "")
    if len(found) != 1:
        what = f"expected one node to copy, the query selects {len(found)}: {action.copy}"
        raise _error(overlay, action, what, "correct the query", inside=("copy",))
    return draft.find(found[0])


def _select(draft: Draft, overlay: Overlay, action: Action, query: str) -> list[Tokens]:
    try:
        return select(query, draft.value)
    except QueryError as error:
        raise _error(overlay, action, f"not a JSONPath query: {query}: {error}", error.hint) from error


def _where(origin: Origin | None) -> str:
    return f"{origin.source}:{origin.line}" if origin else "unknown"


def _layer(origin: Origin | None) -> str:
    return {"base": "base", "document": "the document's", "overlay": "the overlay's"}.get(
        origin.layer if origin else "", "a"
    )


def _error(overlay: Overlay, action: Action, what: str, hint: str, *, inside: Tokens = ()) -> SpecfoldError:
    pointer = action.pointer.join(inside)
    line = _line(overlay, pointer)
    return SpecfoldError(what, source=overlay.document.source, line=line, pointer=pointer, hint=hint)


def _finding(overlay: Overlay, action: Action, rule: str, what: str, hint: str, *, inside: Tokens = ()) -> Finding:
    pointer = action.pointer.join(inside)
    return Finding(
        rule=rule,
        severity=Severity.ERROR,
        message=what,
        source=overlay.document.source,
        line=_line(overlay, pointer),
        pointer=pointer,
        hint=hint,
    )


def _line(overlay: Overlay, pointer: JsonPointer) -> int | None:
    origin = overlay.document.origin_of(pointer)
    return origin.line if origin else None
