"""Findings of a stage as text and JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from specfold.document import JsonObject
from specfold.findings import Finding, Severity
from specfold.report.layout import say_count, show_controls


def findings_to_text(findings: Sequence[Finding]) -> str:
    """Return findings as plain text in the order they came, with a closing line that counts them."""
    lines = [show_controls(str(finding)) for finding in findings]
    lines.append(summarise_findings(findings))
    return "\n".join(lines) + "\n"


def summarise_findings(findings: Sequence[Finding]) -> str:
    """Return one line that counts findings by severity."""
    if not findings:
        return "no findings."
    parts = [
        say_count(number, severity.name.lower())
        for severity in sorted(Severity, reverse=True)
        if (number := sum(finding.severity is severity for finding in findings))
    ]
    return f"{', '.join(parts)}."


def findings_to_json(findings: Sequence[Finding]) -> str:
    """Return findings as JSON with a count by severity."""
    summary = {
        severity.name.lower(): sum(finding.severity is severity for finding in findings)
        for severity in sorted(Severity, reverse=True)
    }
    value = {"findings": [_finding_to_json(finding) for finding in findings], "summary": summary}
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _finding_to_json(finding: Finding) -> JsonObject:
    """Return one finding as a JSON object."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.name.lower(),
        "message": finding.message,
        "source": finding.source,
        "line": finding.line,
        "pointer": None if finding.pointer is None else str(finding.pointer),
        "hint": finding.hint,
    }
