"""The changes between two documents as JUnit XML: a case for each change, failed where it reaches a threshold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from specfold.compare.change import Change, Diff, Severity
from specfold.report.diff_report import pointer_lines, say_witness
from specfold.report.layout import on_one_line, show_controls

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def diff_to_junit(diff: Diff, *, fail_on: Severity) -> str:
    """Return a test suite; what is undecided is skipped."""
    failed = sum(_fails(change, fail_on=fail_on) for change in diff.changes)
    skipped = diff.counts[Severity.UNKNOWN.value]
    total = max(len(diff.changes), 1)
    name = f"{diff.old} → {diff.new}"
    head = f'tests="{total}" failures="{failed}" errors="0" skipped="{skipped}"'
    cases = [_case(change, fail_on=fail_on) for change in diff.changes] or [
        '    <testcase classname="specfold.diff" name="no change"/>'
    ]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<testsuites {head}>",
        f"  <testsuite name={_quote(name)} {head}>",
    ]
    return "\n".join([*lines, *cases, "  </testsuite>", "</testsuites>"]) + "\n"


def _fails(change: Change, *, fail_on: Severity) -> bool:
    """Tell whether a change reaches the threshold; what is undecided does not."""
    return change.severity is not Severity.UNKNOWN and change.severity.rank <= fail_on.rank


def _case(change: Change, *, fail_on: Severity) -> str:
    """Return the lines of one change."""
    where = f"{change.severity.value}.{change.axis.value}.{change.operation or 'document'}"
    head = f"    <testcase classname={_quote(where)} name={_quote(f'{change.id}: {change.message}')}"
    if change.severity is Severity.UNKNOWN:
        return f"{head}><skipped message={_quote(change.message)}/></testcase>"
    if not _fails(change, fail_on=fail_on):
        return f"{head}/>"
    lines = [*pointer_lines(change), *([say_witness(change)] if change.witness else []), change.fingerprint]
    body = "\n".join(map(on_one_line, lines))
    return f"{head}><failure type={_quote(change.id)} message={_quote(change.message)}>{escape(_clean(body))}</failure></testcase>"


def _quote(text: str) -> str:
    """Write an attribute."""
    return quoteattr(_clean(text))


def _clean(text: str) -> str:
    """Escape what cannot be seen, and replace the other characters XML cannot hold."""
    return _NOT_XML.sub("\ufffd", show_controls(text))
