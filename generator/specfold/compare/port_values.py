"""The values a port returns: edits, notes, faults and the verdict. Knows no document and repairs nothing."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import attrs

from specfold.document import Document, Json
from specfold.errors import FindingsError, SpecfoldError
from specfold.findings import Finding, Severity
from specfold.pointer import JsonPointer


class Verdict(StrEnum):
    """What the target does with the request as it is given."""

    ACCEPTED = "accepted"
    IGNORED = "accepted_with_ignored"
    REJECTED = "rejected"


class Op(StrEnum):
    """What an edit does."""

    RENAME = "rename"
    DROP = "drop"
    CLAMP = "clamp"
    ADD = "add"
    CONVERT = "convert"


@attrs.frozen(kw_only=True)
class Edit:
    """
    One change of the request.

    Attributes:
        op: what it does.
        pointer: the part of the given request, for `add` the part that is new.
        before: the value before; for `rename` the old name.
        after: the value after; for `rename` the new name.
        reason: why it is needed.
        lossy: whether something the request says is lost.
        undeclared: the target does not declare the member and would ignore it.
    """

    op: Op
    pointer: JsonPointer
    before: Json = None
    after: Json = None
    reason: str
    lossy: bool
    undeclared: bool = False


@attrs.frozen
class Note:
    """What a part of the request means at the target, in one sentence."""

    pointer: JsonPointer
    note: str


@attrs.frozen
class Fault:
    """Why a part of the request does not do at the target."""

    pointer: JsonPointer
    message: str


class RequestNotValidError(FindingsError):
    """
    Say that a request is not valid where it was written for.

    Attributes:
        faults: what is wrong with it.
        operations: the operation on either side.
    """

    def __init__(self, what: str, faults: tuple[Fault, ...], *, operations: tuple[str, str]) -> None:
        findings = tuple(_find(fault, "request-not-valid") for fault in faults)
        super().__init__(what, findings, hint="mend the request, or name another document with --from")
        self.faults = faults
        self.operations = operations

    def locate(self, request: Document) -> None:
        """Say where in its file each fault is."""
        self.findings = tuple(_locate(finding, request) for finding in self.findings)


def _find(fault: Fault, rule: str) -> Finding:
    """Return a fault as a finding."""
    return Finding(rule=rule, severity=Severity.ERROR, message=fault.message, source="request", pointer=fault.pointer)


def _locate(finding: Finding, request: Document) -> Finding:
    """Return a finding with its file and line; what is missing is looked for in the object around it."""
    origin = None if finding.pointer is None else request.origin_of(finding.pointer)
    return attrs.evolve(finding, source=request.source, line=None if origin is None else origin.line)


def _is_about(fault: Fault, other: Fault) -> bool:
    """Tell whether two faults are about one part of the request."""
    one, two = fault.pointer.tokens, other.pointer.tokens
    shared = min(len(one), len(two))
    return one[:shared] == two[:shared]


@attrs.frozen(kw_only=True)
class Outcome:
    """
    A value made to fit, or why it cannot be.

    Attributes:
        value: the value that fits; without meaning where there are faults.
        edits: what was changed.
        notes: what it means at the target.
        faults: why it cannot be made to fit.
        absent: it is left out.
    """

    value: Json
    edits: tuple[Edit, ...] = ()
    notes: tuple[Note, ...] = ()
    faults: tuple[Fault, ...] = ()
    absent: bool = False

    @property
    def rank(self) -> tuple[int, int, int]:
        """How far it is from the value that was given; the least is best."""
        return len(self.faults), sum(edit.lossy for edit in self.edits), len(self.edits)

    def after(self, edit: Edit) -> Outcome:
        """Return the same outcome with an edit that came first."""
        return attrs.evolve(self, edits=(edit, *self.edits))


@attrs.frozen(kw_only=True)
class Port:
    """
    One request moved from one document to another.

    Attributes:
        source: what the document it was written for is called.
        target: what the other document is called.
        operations: the operation on either side, `POST /chat/completions`.
        verdict: what the target does with the request as it is given.
        faults: why the target refuses it as it is given.
        unmended: why it cannot be rewritten.
        request: the request rewritten; it is valid at the target when `portable`.
        edits: how it differs from the given one.
        notes: what changes in meaning.
        portable: whether the rewritten request is valid at the target.
        allow_loss: whether edits that lose something are accepted.
        arguments_by_name: the argument of the generated client for each declared member.
    """

    source: str
    target: str
    operations: tuple[str, str]
    verdict: Verdict
    faults: tuple[Fault, ...]
    request: Json
    edits: tuple[Edit, ...]
    notes: tuple[Note, ...]
    portable: bool
    unmended: tuple[Fault, ...] = ()
    allow_loss: bool = False
    arguments_by_name: dict[str, str] = attrs.field(factory=dict)

    @property
    def errors(self) -> tuple[Fault, ...]:
        """What is wrong with the request, each part once."""
        return (*self.mended, *self.unmended)

    @property
    def mended(self) -> tuple[Fault, ...]:
        """What is wrong with the request as it is given and is not said among what cannot be mended."""
        return tuple(fault for fault in self.faults if not any(_is_about(fault, one) for one in self.unmended))

    @property
    def lossless(self) -> bool:
        """Whether nothing the request says is lost."""
        return self.portable and not any(edit.lossy for edit in self.edits)

    @property
    def refused(self) -> bool:
        """Whether the rewritten request must not be used: it is not valid, or loses what may not be lost."""
        return not self.portable or not (self.lossless or self.allow_loss)

    @property
    def arguments(self) -> dict[str, Any]:
        """
        The rewritten request as keyword arguments of the target's generated client.

        Raises:
            SpecfoldError: it cannot be rewritten, or something would be lost that was not allowed to be.
        """
        if not self.portable:
            findings = tuple(_find(fault, "not-portable") for fault in self.unmended)
            raise FindingsError(f"the request cannot be made to fit {self.target}", findings)
        if self.refused:
            lost = "; ".join(f"{edit.pointer}: {edit.reason}" for edit in self.edits if edit.lossy)
            raise SpecfoldError(f"{self.target} would lose a part of the request: {lost}", hint="allow_loss=True")
        known = self.arguments_by_name
        arguments = {known[name]: value for name, value in self.request.items() if name in known}
        rest = {name: value for name, value in self.request.items() if name not in known}
        return {**arguments, "extra_body": rest} if rest else arguments
