"""Rules over one document, each with a name; reads no file, knows no vendor."""

from __future__ import annotations

from specfold.document import Document, Origin
from specfold.findings import Finding
from specfold.lint.rule import Problem, Rule
from specfold.lint.rules import RULES
from specfold.lint.subject import make_subject

_FORM = frozenset({"openapi-form", "schema-form", "circular-reference"})

__all__ = ["RULES", "Rule", "lint_document"]


def lint_document(document: Document) -> tuple[Finding, ...]:
    """
    Return what the rules find, in the order of the rules, then of the document.

    A document of OpenAPI 3.0 is checked as such, and its schemas as their 3.1 form. Examples and defaults wait until
    the document keeps its form and its references lead somewhere.
    """
    subject = make_subject(document.value)
    findings: list[Finding] = []
    for rule in RULES:
        if rule.needs_form and any(finding.rule in _FORM for finding in findings):
            continue
        findings += [_finding(document, rule, problem=problem) for problem in rule.check(subject)]
    return tuple(findings)


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
