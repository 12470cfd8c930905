"""Findings: what a stage noticed about a document, and where; not how they are shown."""

from __future__ import annotations

from enum import IntEnum

import attrs

from specfold.pointer import JsonPointer


class Severity(IntEnum):
    """How grave a finding is; an `ERROR` makes the document unfit."""

    NOTE = 0
    WARNING = 1
    ERROR = 2


@attrs.frozen(kw_only=True)
class Finding:
    """
    One thing a rule noticed.

    Attributes:
        rule: id of the rule, in words joined by dashes.
        severity: how grave it is.
        message: what is wrong, with what was expected and what was found.
        source: the file, as the user would name it.
        line: the line in it, from 1.
        pointer: the node.
        hint: what to do next.
    """

    rule: str
    severity: Severity
    message: str
    source: str | None = None
    line: int | None = None
    pointer: JsonPointer | None = None
    hint: str | None = None

    def __str__(self) -> str:
        """Print place, severity, rule and message on one line, the hint on the next."""
        where = self.source or ""
        if where and self.line is not None:
            where += f":{self.line}"
        if self.pointer is not None:
            where = f"{where} {self.pointer.fragment}".strip()
        head = f"{where}: {self.severity.name.lower()} [{self.rule}] {self.message}"
        return f"{head}\n  hint: {self.hint}" if self.hint else head
