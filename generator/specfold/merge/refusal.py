"""Findings that forbid going on become one error; finds nothing itself."""

from __future__ import annotations

from collections.abc import Sequence

from specfold.errors import FindingsError, SpecfoldError
from specfold.findings import Finding


def raise_findings(what: str, findings: Sequence[Finding]) -> None:
    """
    Raise what was found; do nothing when nothing was.

    Raises:
        SpecfoldError: the only finding, with its place.
        FindingsError: all of them, under one sentence that says what is wrong.
    """
    if len(findings) == 1:
        one = findings[0]
        raise SpecfoldError(one.message, source=one.source, line=one.line, pointer=one.pointer, hint=one.hint)
    if findings:
        raise FindingsError(f"{what}: {len(findings)} faults", tuple(findings))
