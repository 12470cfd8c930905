"""The changes between two documents as SARIF 2.1.0, for programs that show findings beside the lines of a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeAlias
from urllib.parse import quote

from specfold.compare.change import Change, Diff, Severity
from specfold.compare.rules import RULES
from specfold.document import JsonObject, Origin
from specfold.report.layout import on_one_line, show_controls

Locate: TypeAlias = Callable[[Change], Origin | None]
"""Where a change was written: in the new document, or else in the old one."""

_LEVELS = {
    Severity.BREAKING: "error",
    Severity.UNKNOWN: "warning",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}


def diff_to_sarif(diff: Diff, *, locate: Locate, version: str) -> str:
    """Return the changes as SARIF, one result each."""
    used = sorted({change.id for change in diff.changes})
    driver = {
        "name": "specfold",
        "semanticVersion": version,
        "rules": [{"id": name, "shortDescription": {"text": RULES[name].explanation}} for name in used],
    }
    results = [_result(change, locate=locate, index=used.index(change.id)) for change in diff.changes]
    value = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }
    return show_controls(json.dumps(value, indent=2, ensure_ascii=False)) + "\n"


def _result(change: Change, *, locate: Locate, index: int) -> JsonObject:
    """Return one change as a result."""
    origin = locate(change)
    pointer = change.pointer_new if change.pointer_new is not None else change.pointer_old
    logical = [{"fullyQualifiedName": str(pointer), "kind": "member"}]
    location: JsonObject = {"logicalLocations": logical}
    if origin is not None:
        place = {"artifactLocation": {"uri": _write_uri(origin.source)}, "region": {"startLine": origin.line}}
        location["physicalLocation"] = place
    return {
        "ruleId": change.id,
        "ruleIndex": index,
        "level": _LEVELS[change.severity],
        "message": {"text": _write_message(change.message)},
        "locations": [location],
        "partialFingerprints": {"specfold/v1": change.fingerprint},
        "properties": {
            "severity": change.severity.value,
            "axis": change.axis.value,
            "operations": list(change.reached),
        },
    }


def _write_uri(source: str) -> str:
    """Write the name of a file as a relative reference; a colon in its first part would make that a scheme."""
    uri = quote(source, safe="/:@!$&'()*+,;=~")
    return f"./{uri}" if ":" in uri.partition("/")[0] else uri


def _write_message(text: str) -> str:
    """Write a message so that nothing in it is taken for a link (SARIF 2.1.0, 3.11.6)."""
    shown = on_one_line(text)
    return shown.replace("[", "\\[").replace("]", "\\]") if "](" in shown else shown
