"""The table of rules as Markdown, for the documentation."""

from __future__ import annotations

from collections.abc import Iterable

from specfold.compare.rules import Rule
from specfold.report.layout import code, escape_markdown


def rules_to_markdown(rules: Iterable[Rule]) -> str:
    """Return rules as a Markdown table: id, axis, severity in a request and in a response, explanation."""
    lines = ["| rule | axis | sent | answered | what it says |", "| --- | --- | --- | --- | --- |"]
    for rule in rules:
        axis = "request or response" if rule.axis is None else rule.axis.value
        sent = "" if rule.axis is not None and rule.axis.value == "response" else rule.request.value
        answered = "" if rule.axis is not None and rule.axis.value == "request" else rule.response.value
        lines.append(f"| {code(rule.id)} | {axis} | {sent} | {answered} | {escape_markdown(rule.explanation)} |")
    return "\n".join(lines) + "\n"
