"""Changes somebody agreed to, each with a reason, a name and perhaps a last day; knows no file and no clock."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

import attrs

from specfold.compare.change import Change, Diff
from specfold.compare.rules import RULES
from specfold.document import Document, Json, JsonObject
from specfold.errors import InputError
from specfold.findings import Finding, Severity
from specfold.pointer import JsonPointer

_KEYS = ("fingerprint", "rule", "pointer", "reason", "who", "expires")


@attrs.frozen(kw_only=True)
class Approval:
    """
    One entry of an approval file.

    Attributes:
        fingerprint: the change it is about; empty when a rule names it.
        rule: the rule of the changes it is about; empty when a fingerprint does.
        pointer: a glob over the pointers of the changes: `*` within a token, `**` across tokens; empty for all.
        reason: why the change is fine.
        who: who says so.
        expires: the last day it holds, None for ever.
        place: where the entry is.
    """

    fingerprint: str
    rule: str
    pointer: str
    reason: str
    who: str
    expires: date | None
    place: JsonPointer

    def covers(self, change: Change) -> bool:
        """Tell whether a change is one it is about."""
        if self.fingerprint:
            return change.fingerprint == self.fingerprint
        pointers = [str(pointer) for pointer in (change.pointer_old, change.pointer_new) if pointer is not None]
        matches = not self.pointer or any(_glob(self.pointer).fullmatch(text) for text in pointers)
        return change.id == self.rule and matches


@lru_cache(maxsize=256)
def _glob(text: str) -> re.Pattern[str]:
    """Return a pattern of pointers as a regular expression."""
    parts = {"**": ".*", "*": "[^/]*"}
    return re.compile("".join(parts.get(part, re.escape(part)) for part in re.split(r"(\*\*|\*)", text)))


def read_approvals(document: Document) -> tuple[Approval, ...]:
    """
    Read an approval file.

    Raises:
        InputError: an entry is not what it should be, with its line.
    """
    entries = document.value.get("approvals")
    if not isinstance(entries, list):
        raise InputError("no list `approvals`", source=document.source, hint="write `approvals:` and a list below it")
    return tuple(_read_entry(document, JsonPointer(("approvals", str(index)))) for index in range(len(entries)))


def _read_entry(document: Document, place: JsonPointer) -> Approval:
    """Read one entry."""
    entry = document.value["approvals"][int(place.tokens[-1])]
    fault = _fault_of(entry)
    if fault:
        origin = document.origin_of(place)
        line = None if origin is None else origin.line
        raise InputError(fault, source=document.source, line=line, pointer=place, hint=f"keys: {', '.join(_KEYS)}")
    expires = entry.get("expires")
    return Approval(
        fingerprint=str(entry.get("fingerprint", "")),
        rule=str(entry.get("rule", "")),
        pointer=str(entry.get("pointer", "")),
        reason=entry["reason"],
        who=entry["who"],
        expires=None if expires is None else _read_date(expires),
        place=place,
    )


def _fault_of(entry: Json) -> str:
    """Say what is wrong with an entry; nothing where it is right."""
    if not isinstance(entry, dict):
        return f"an approval is an object, found {type(entry).__name__}"
    unknown = sorted(set(entry) - set(_KEYS))
    missing = [key for key in ("reason", "who") if not str(entry.get(key) or "").strip()]
    if unknown or missing:
        return f"unknown key {unknown[0]!r}" if unknown else f"{missing[0]!r} is missing"
    if ("fingerprint" in entry) == ("rule" in entry):
        return "an approval names a fingerprint, or a rule and perhaps a pointer"
    if "fingerprint" in entry and "pointer" in entry:
        return "a fingerprint names one change, a pointer beside it says nothing"
    if "rule" in entry and entry["rule"] not in RULES:
        return f"no rule is called {entry['rule']!r}"
    if entry.get("expires") is not None and _read_date(entry["expires"]) is None:
        return f"`expires` is a day such as 2026-12-31, found {entry['expires']!r}"
    return ""


def _read_date(value: Json) -> date | None:
    """Read a day."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


@attrs.frozen
class Approved:
    """
    What is left of a diff.

    Attributes:
        diff: the changes nobody agreed to.
        accepted: the others, each with the entry that covers it.
        findings: entries that have expired or cover nothing.
    """

    diff: Diff
    accepted: tuple[tuple[Change, Approval], ...]
    findings: tuple[Finding, ...]


def apply_approvals(diff: Diff, approvals: Iterable[Approval], *, source: str, today: date) -> Approved:
    """Take the approved changes out of a diff; an expired entry approves nothing."""
    known = tuple(approvals)
    valid = [approval for approval in known if approval.expires is None or approval.expires >= today]
    accepted = []
    left = []
    for change in diff.changes:
        approval = next((one for one in valid if one.covers(change)), None)
        if approval is None:
            left.append(change)
        else:
            accepted.append((change, approval))
    findings = tuple(_find_stale(diff, known, source=source, today=today))
    return Approved(attrs.evolve(diff, changes=tuple(left)), tuple(accepted), findings)


def _find_stale(diff: Diff, approvals: Iterable[Approval], *, source: str, today: date) -> Iterator[Finding]:
    """Yield each entry that covers no change, or has expired."""
    for approval in approvals:
        if not any(approval.covers(change) for change in diff.changes):
            rule, message = "approval-unused", "this approval matches no change"
            hint = "remove it, or see the fingerprints in `diff --format json`"
        elif approval.expires is not None and approval.expires < today:
            rule, message = "approval-expired", f"this approval expired on {approval.expires.isoformat()}"
            hint = f"ask {approval.who} again, or remove it"
        else:
            continue
        yield Finding(
            rule=rule, severity=Severity.ERROR, message=message, source=source, pointer=approval.place, hint=hint
        )


def locate_findings(findings: Iterable[Finding], document: Document) -> tuple[Finding, ...]:
    """Add the lines of an approval file to what was found about its entries."""
    located = []
    for finding in findings:
        origin = None if finding.pointer is None else document.origin_of(finding.pointer)
        located.append(finding if origin is None else attrs.evolve(finding, line=origin.line))
    return tuple(located)


def accepted_to_json(accepted: Iterable[tuple[Change, Approval]]) -> list[JsonObject]:
    """Return approved changes as data: which, why, by whom."""
    return [
        {"id": change.id, "fingerprint": change.fingerprint, "reason": approval.reason, "who": approval.who}
        for change, approval in accepted
    ]
