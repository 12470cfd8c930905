"""Rules over one document, each with a name; reads no file, knows no vendor."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from specfold.document import Document, Origin
from specfold.findings import Finding
from specfold.lint.rule import Problem, Rule
from specfold.lint.rules import RULES
from specfold.lint.silence import UNUSED_SILENCE, Silence, apply_silences, find_unused, parse_silences
from specfold.lint.subject import make_subject

_FORM: Final = frozenset({"openapi-form", "schema-form", "circular-reference", "reference-kind"})
ALL_RULES: Final = (*RULES, UNUSED_SILENCE)

__all__ = [
    "ALL_RULES",
    "RULES",
    "Rule",
    "Silence",
    "apply_silences",
    "find_unused",
    "lint_document",
    "parse_silences",
]


def lint_document(document: Document, silences: Iterable[Silence] = ()) -> tuple[Finding, ...]:
    """
    Return what the rules find, in the order of the rules, then of the document.

    A document of OpenAPI 3.0 is checked as such, and its schemas as their 3.1 form. Examples and defaults wait until
    the document keeps its form and its references lead somewhere.

    Args:
        document: what to check.
        silences: findings that are accepted; one that covers nothing is a finding. Where silences hold for several
            documents, use `apply_silences` and, once all are checked, `find_unused`.
    """
    subject = make_subject(document.value)
    findings: list[Finding] = []
    for rule in RULES:
        if rule.needs_form and any(finding.rule in _FORM for finding in findings):
            continue
        findings += [_finding(document, rule, problem=problem) for problem in rule.check(subject)]
    accepted = tuple(silences)
    return (*apply_silences(findings, accepted), *find_unused(findings, accepted))


def _finding(document: Document, rule: Rule, *, problem: Problem) -> Finding:
    origin = document.origin_of(problem.pointer) or Origin(document.source, 1)
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        message=problem.message,
        source=origin.source,
        line=origin.line,
        pointer=problem.pointer,
        hint=problem.hint,
    )
