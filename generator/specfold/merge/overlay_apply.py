"""Overlays are applied in order, and what they need not say is found; reads no overlay."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import attrs

from specfold.document import Document, Origin
from specfold.findings import Finding
from specfold.merge.draft import Draft
from specfold.merge.origins import complete_origins
from specfold.merge.overlay import Overlay
from specfold.merge.overlay_step import apply_to_draft
from specfold.merge.redundant import find_redundant

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


def apply_overlays(document: Document, overlays: Iterable[Overlay], *, undecided: Collection[Tokens] = ()) -> Applied:
    """
    Apply overlays in order.

    The document is the letter of the standard; a caller that is strict treats the findings as errors.

    Args:
        document: what they are applied to.
        overlays: what to apply.
        undecided: nodes whose inputs disagree, so that repeating one of them decides something.

    Raises:
        SpecfoldError: an action cannot be applied by the standard: kinds that do not merge, a copy of not exactly one
            node, the removal of the root.
    """
    origins = complete_origins(document.value, document.origins, fallback=Origin(document.source, 1))
    start = attrs.evolve(document, origins=origins)
    draft = Draft(start.value, origins)
    findings: list[Finding] = []
    applied: list[Overlay] = []
    for overlay in overlays:
        found = apply_to_draft(draft, overlay, undecided=undecided)
        applied.append(overlay)
        findings += [*found, *find_redundant(start, applied, draft=draft, known=found)]
    return Applied(draft.freeze(document.source), tuple(findings), draft.history)
