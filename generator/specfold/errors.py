"""The errors specfold raises; each says what is wrong, where, and what to do next."""

from __future__ import annotations

from specfold.findings import Finding
from specfold.pointer import JsonPointer


class SpecfoldError(Exception):
    """
    Stop a command: an input was read and the answer is no.

    Attributes:
        what: what is wrong, with what was expected and what was found.
        source: the file, as the user would name it.
        line: the line in it, from 1.
        pointer: the node in it.
        hint: what to do next.
    """

    exit_code = 1

    def __init__(
        self,
        what: str,
        *,
        source: str | None = None,
        line: int | None = None,
        pointer: JsonPointer | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(what)
        self.what = what
        self.source = source
        self.line = line
        self.pointer = pointer
        self.hint = hint

    @property
    def place(self) -> str:
        """Where it is wrong: `file:line pointer`, as much of it as is known."""
        where = self.source or ""
        if where and self.line is not None:
            where += f":{self.line}"
        if self.pointer is not None:
            where = f"{where} {self.pointer.fragment}".strip()
        return where

    def __str__(self) -> str:
        """Print place, fault and hint on lines of their own."""
        head = f"{self.place}: {self.what}" if self.place else self.what
        return f"{head}\n  hint: {self.hint}" if self.hint else head


class InputError(SpecfoldError):
    """Stop a command: wrong use, or an input that cannot be found or parsed."""

    exit_code = 2


class NotAnObjectError(InputError):
    """Stop a command: what stands in a file is no JSON object."""


class FindingsError(SpecfoldError):
    """Stop a command: a stage collected findings that forbid going on."""

    def __init__(self, what: str, findings: tuple[Finding, ...], *, hint: str | None = None) -> None:
        super().__init__(what, hint=hint)
        self.findings = findings

    def __str__(self) -> str:
        """Print the fault, then each finding on its own lines."""
        return "\n".join([super().__str__(), *(str(finding) for finding in self.findings)])
