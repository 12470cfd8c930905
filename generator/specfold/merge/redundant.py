"""Actions whose whole effect a later action of the same overlay undoes; changes nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import attrs

from specfold.document import Document, Json, Origin
from specfold.errors import SpecfoldError
from specfold.findings import Finding, Severity
from specfold.merge.draft import Draft
from specfold.merge.overlay import Action, Overlay
from specfold.merge.overlay_step import apply_to_draft
from specfold.pointer import JsonPointer
from specfold.schema.edit import is_same

Tokens = tuple[str, ...]


def find_redundant(
    start: Document, applied: Sequence[Overlay], *, draft: Draft, known: Collection[Finding]
) -> Iterator[Finding]:
    """
    Yield the actions of the overlay applied last that might as well not be there.

    A later overlay may undo what an earlier one says, for each is a file of its own that others may use without it.

    Args:
        start: the document before any overlay, with the origin of every node.
        applied: the overlays so far, in order.
        draft: what they made of it.
        known: what was found about the last of them; an action that is among it is not judged again.
    """
    overlay = applied[-1]
    judged = {finding.pointer.tokens[1] for finding in known if finding.pointer is not None}
    for action, tokens in _suspects(overlay, draft):
        if str(action.index) not in judged and is_same(_without(start, applied, action=action), draft.value):
            yield _redundant(overlay, action, tokens=tokens, later=_later(draft, tokens))


def _suspects(overlay: Overlay, draft: Draft) -> Iterator[tuple[Action, Tokens]]:
    source = overlay.document.source
    written = [origin for origin in draft.origins.values() if origin.source == source and origin.layer == "overlay"]
    surviving = {origin.action for origin in written}
    overwritten = _overwritten(draft, source=source)
    for action in overlay.actions:
        tokens = None if action.index in surviving else overwritten.get(action.index)
        if action.remove:
            tokens = _rewritten(draft, action, source=source)
        if tokens is not None:
            yield action, tokens


def _overwritten(draft: Draft, *, source: str) -> dict[int | None, Tokens]:
    """Return, by action, the first node it wrote that another wrote or removed later."""
    first: dict[int | None, Tokens] = {}
    for tokens, writers in draft.history.items():
        for origin in writers:
            if origin.source == source and origin.layer == "overlay":
                first[origin.action] = min(tokens, first.get(origin.action, tokens))
    return first


def _rewritten(draft: Draft, action: Action, *, source: str) -> Tokens | None:
    """Return the first node an action removed, when each of them was written again as if it had stayed."""
    gone = [one for one in draft.removals if (one.by.source, one.by.action) == (source, action.index)]
    for removal in gone:
        writer = draft.origins.get(removal.tokens)
        if writer is None or writer.source != source or writer.action is None or writer.action <= action.index:
            return None
        if not _would_merge(removal.value, draft.find(removal.tokens)):
            return None
    return min((removal.tokens for removal in gone), default=None)


def _would_merge(old: Json, new: Json) -> bool:
    """Tell whether writing `new` over `old` leaves nothing of `old` that `new` has not."""
    if isinstance(old, dict) and isinstance(new, dict):
        return all(key in new and _would_merge(item, new[key]) for key, item in old.items())
    if isinstance(old, list) and isinstance(new, list):
        return not old
    return not isinstance(old, dict | list) and not isinstance(new, dict | list)


def _without(start: Document, applied: Sequence[Overlay], *, action: Action) -> Json:
    """Return what the overlays make of the document when the last of them lacks an action."""
    overlay = applied[-1]
    rest = attrs.evolve(overlay, actions=tuple(one for one in overlay.actions if one is not action))
    draft = Draft(start.value, start.origins)
    try:
        for one in (*applied[:-1], rest):
            apply_to_draft(draft, one)
    except SpecfoldError:
        return None  # a later action needs this one
    return draft.value


def _later(draft: Draft, tokens: Tokens) -> Origin | None:
    """Return who overwrote or removed a node."""
    if tokens in draft.origins:
        return draft.origins[tokens]
    above = [removal.by for removal in draft.removals if removal.tokens == tokens[: len(removal.tokens)]]
    return above[-1] if above else None


def _redundant(overlay: Overlay, action: Action, *, tokens: Tokens, later: Origin | None) -> Finding:
    origin = overlay.document.origin_of(action.pointer)
    deed = "removes" if action.remove else "writes"
    by = f"action {later.action} ({later.source}:{later.line})" if later is not None else "a later action"
    node = JsonPointer(tokens).fragment
    return Finding(
        rule="overlay-redundant",
        severity=Severity.ERROR,
        message=f"this action is redundant now: {by} undoes what it {deed} ({node})",
        source=overlay.document.source,
        line=origin.line if origin else None,
        pointer=action.pointer,
        hint="remove it; where the later action only takes back what this one gives, remove both",
    )
