"""Findings that are accepted, each by rule and place with a reason; reads the text of a file of them, opens none."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

import attrs

from specfold.errors import InputError
from specfold.family.table import Table
from specfold.family.toml_lines import locate_keys
from specfold.findings import Finding, Severity
from specfold.lint.rule import Problem, Rule
from specfold.lint.rules import RULES
from specfold.lint.subject import Subject
from specfold.pointer import JsonPointer

_KEYS: Final = frozenset({"rule", "pointer", "file", "reason"})


@attrs.frozen(kw_only=True)
class Silence:
    """
    Findings of one rule that are accepted.

    Attributes:
        rule: the name of the rule.
        reason: why they are accepted.
        pointer: where, as a JSON pointer; `*` stands for any part of a token, `**` for any number of tokens.
        file: in which files; `*` stands for any text.
        source: the file that holds the silence.
        line: the line in it, from 1.
    """

    rule: str
    reason: str
    pointer: str = "#/**"
    file: str = "*"
    source: str | None = None
    line: int | None = None

    def covers(self, finding: Finding) -> bool:
        """Tell whether a finding is one of those."""
        return (
            finding.rule == self.rule
            and _glob(self.file).fullmatch(finding.source or "") is not None
            and _fits(JsonPointer.parse(self.pointer).tokens, finding.pointer.tokens if finding.pointer else ())
        )


def _find_in_no_document(_: Subject) -> Iterable[Problem]:
    """Find nothing: the rule looks at silences, which are in no document."""
    return ()


UNUSED_SILENCE: Final = Rule(
    id="silence-unused",
    severity=Severity.ERROR,
    what="A silence matches no finding.",
    hint="remove it, or correct its rule, pointer or file",
    check=_find_in_no_document,
    essential=True,
)


def apply_silences(findings: Iterable[Finding], silences: Iterable[Silence]) -> tuple[Finding, ...]:
    """Return the findings that no silence covers."""
    kept = tuple(silences)
    return tuple(finding for finding in findings if not any(silence.covers(finding) for silence in kept))


def find_unused(findings: Iterable[Finding], silences: Iterable[Silence]) -> tuple[Finding, ...]:
    """Return a finding for each silence that covers none of the findings."""
    found = tuple(findings)
    return tuple(
        Finding(
            rule=UNUSED_SILENCE.id,
            severity=UNUSED_SILENCE.severity,
            message=f"nothing breaks the rule {silence.rule!r} at {silence.pointer} in {silence.file}",
            source=silence.source,
            line=silence.line,
            hint=UNUSED_SILENCE.hint,
        )
        for silence in silences
        if not any(silence.covers(finding) for finding in found)
    )


def parse_silences(text: bytes, source: str) -> tuple[Silence, ...]:
    """
    Read a file of silences: TOML with `[[silence]]` tables.

    Raises:
        InputError: the text is not TOML, a key or a rule is not known, a rule may not be silenced, or a reason is
            missing; with its line.
    """
    try:
        decoded = text.decode()
        value = tomllib.loads(decoded)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        found = re.search(r"\(at line (\d+), column \d+\)", str(error))
        hint = 'write [[silence]] tables with rule = "…" and reason = "…"'
        line = int(found[1]) if found else 1
        raise InputError(f"not TOML: {error}", source=source, line=line, hint=hint) from error
    root = Table(value=value, keys=(), lines=locate_keys(decoded), source=source)
    root.expect_keys({"silence"})
    return tuple(_read_silence(table) for table in root.elements("silence"))


def _read_silence(table: Table) -> Silence:
    table.expect_keys(_KEYS)
    rule, reason = table.text("rule"), table.text("reason")
    if rule is None:
        table.refuse("a silence names no rule", hint='write rule = "…"')
    if reason is None:
        table.refuse(f"the silence of {rule!r} gives no reason", hint='write reason = "…": why the finding is accepted')
    _check_rule(table, rule)
    pointer = table.text("pointer") or "#/**"
    if not pointer.startswith(("#/", "/")):
        table.refuse(f"expected a JSON pointer, found {pointer!r}", key="pointer", hint='write "#/components/…"')
    return Silence(
        rule=rule,
        reason=reason,
        pointer=pointer,
        file=table.text("file") or "*",
        source=table.source,
        line=table.line,
    )


def _check_rule(table: Table, name: str) -> None:
    known = {rule.id: rule for rule in (*RULES, UNUSED_SILENCE)}
    if name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "see docs/rules.md for their names"
        table.refuse(f"no rule is named {name!r}", key="rule", hint=hint)
    if known[name].essential:
        hint = "correct what it finds; what comes after lint relies on this rule"
        table.refuse(f"the rule {name!r} cannot be silenced", key="rule", hint=hint)


def _fits(wanted: tuple[str, ...], tokens: tuple[str, ...]) -> bool:
    if not wanted:
        return not tokens
    if wanted[0] == "**":
        return any(_fits(wanted[1:], tokens[start:]) for start in range(len(tokens) + 1))
    return bool(tokens) and _glob(wanted[0]).fullmatch(tokens[0]) is not None and _fits(wanted[1:], tokens[1:])


def _glob(text: str) -> re.Pattern[str]:
    return re.compile(".*".join(map(re.escape, text.split("*"))), re.DOTALL)
