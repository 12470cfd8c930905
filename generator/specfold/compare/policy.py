"""What a team decides about changes: the severity of a rule, and whether readers know every listed value."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from specfold.compare.change import Axis, Change, Severity
from specfold.compare.rules import RULES
from specfold.document import Document, Json
from specfold.errors import InputError
from specfold.pointer import JsonPointer

_KEYS = frozenset({"enum_readers", "severity"})


@attrs.frozen(kw_only=True)
class Policy:
    """
    Decisions about changes.

    Attributes:
        closed_readers: whoever reads an answer knows the listed values only, so a value that joins them breaks.
        severity: the severity of rules that differ from the table's.
    """

    closed_readers: bool = False
    severity: Mapping[str, Severity] = attrs.field(factory=dict)

    @property
    def promoted(self) -> frozenset[str]:
        """The rules that are breaking by decision."""
        return frozenset(rule for rule, severity in self.severity.items() if severity is Severity.BREAKING)

    def apply(self, change: Change) -> Change:
        """Return a change with the severity decided for its rule; without an example nothing is breaking."""
        decided = self.severity.get(change.id)
        if decided is None or decided is change.severity:
            return change
        if decided is Severity.BREAKING and change.witness is None:
            message = f"{change.message} (breaking by policy, but no example shows it)"
            return attrs.evolve(change, message=message)
        message = f"{change.message} ({decided} by policy, else {change.severity})"
        return attrs.evolve(change, severity=decided, message=message, is_decided=True)


def read_policy(document: Document) -> Policy:
    """
    Read a policy file.

    Raises:
        InputError: a decision is not one, with its line.
    """
    value = document.value
    unknown = sorted(set(value) - _KEYS)
    if unknown:
        raise _error(document, f"unknown key {unknown[0]!r}", at=unknown[:1])
    readers = value.get("enum_readers", "open")
    if readers not in {"open", "closed"}:
        raise _error(document, f"enum_readers is `open` or `closed`, found {readers!r}", at=["enum_readers"])
    severity = value.get("severity", {})
    if not isinstance(severity, dict):
        raise _error(document, "`severity` maps rules to severities", at=["severity"])
    for rule, decided in severity.items():
        fault = _fault_of(rule, decided)
        if fault:
            raise _error(document, fault, at=["severity", rule])
    return Policy(
        closed_readers=readers == "closed", severity={rule: Severity(name) for rule, name in severity.items()}
    )


def _fault_of(rule: str, decided: Json) -> str:
    """Say what is wrong with the severity of a rule; nothing where it is right."""
    if rule not in RULES:
        return f"no rule is called {rule!r}"
    if decided not in set(Severity):
        return f"a severity is one of {', '.join(Severity)}, found {decided!r}"
    if decided == Severity.BREAKING and RULES[rule].axis in {Axis.BEHAVIOUR, Axis.SOURCE}:
        return f"{rule} does not show on the wire, so it cannot be breaking"
    return ""


def _error(document: Document, what: str, *, at: list[str]) -> InputError:
    """Return an error that names a place of the policy file."""
    pointer = JsonPointer(tuple(at))
    origin = document.origin_of(pointer)
    line = None if origin is None else origin.line
    hint = "keys: enum_readers, severity; rules and severities: docs/diff.md"
    return InputError(what, source=document.source, line=line, pointer=pointer, hint=hint)
