"""The changes between two documents as workflow commands, which become notes beside the lines of a pull request."""

from __future__ import annotations

from specfold.compare.change import Diff, Severity
from specfold.report.diff_report import summarise_diff
from specfold.report.diff_sarif import Locate
from specfold.report.layout import show_controls

_COMMANDS = {
    Severity.BREAKING: "error",
    Severity.UNKNOWN: "warning",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def diff_to_github(diff: Diff, *, locate: Locate) -> str:
    """Return a line for each change, and one that counts them."""
    lines = []
    for change in diff.changes:
        origin = locate(change)
        parts = [] if origin is None else [f"file={_escape(origin.source, inside=True)}", f"line={origin.line}"]
        parts.append(f"title={_escape(f'{change.severity.value}: {change.id}', inside=True)}")
        reach = f" ({change.operation})" if change.operation else ""
        lines.append(f"::{_COMMANDS[change.severity]} {','.join(parts)}::{_escape(change.message + reach)}")
    lines.append(_escape(f"specfold diff: {summarise_diff(diff)}"))  # a line that starts with `::` would be a command
    return "\n".join(lines) + "\n"


def _escape(text: str, *, inside: bool = False) -> str:
    """Escape what would end a command, or a property of it."""
    pairs = [("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), *([(":", "%3A"), (",", "%2C")] if inside else [])]
    for character, escaped in pairs:
        text = text.replace(character, escaped)
    return show_controls(text)
