"""The changes between two documents as text, JSON and Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import product

from specfold.compare.change import Axis, Change, Diff, Severity, Witness
from specfold.document import JsonObject
from specfold.pointer import JsonPointer
from specfold.report.layout import WIDTH, code, escape_markdown, indent, say_count, show_controls

_LONGEST_EXAMPLE = 400
_SAYS_OPERATION = frozenset({"operation-added", "operation-removed", "operation-moved"})
_HEADINGS = {
    Severity.BREAKING: "what worked before may fail",
    Severity.UNKNOWN: "not decided, look for yourself",
    Severity.WARNING: "works, but not quite as before",
    Severity.INFO: "safe",
}


def diff_to_json(diff: Diff, *, approved: Sequence[JsonObject] = ()) -> str:
    """Return the changes as JSON, in the shape the command promises; approved ones stand apart."""
    value: JsonObject = {"changes": [_change_to_json(change) for change in diff.changes], "summary": dict(diff.counts)}
    if approved:
        value["approved"] = list(approved)
    return show_controls(json.dumps(value, indent=2, ensure_ascii=False)) + "\n"


def _change_to_json(change: Change) -> JsonObject:
    """Return one change as a JSON object."""
    return {
        "id": change.id,
        "severity": change.severity.value,
        "axis": change.axis.value,
        "operation": change.operation,
        "pointer_old": _fragment(change.pointer_old),
        "pointer_new": _fragment(change.pointer_new),
        "message": change.message,
        "witness": None if change.witness is None else _witness_to_json(change.witness),
        "fingerprint": change.fingerprint,
        "reached": list(change.reached),
        "members": list(change.members),
    }


def _witness_to_json(witness: Witness) -> JsonObject:
    """Return a witness; one of an exchange with the schemas that accept and refuse it."""
    value: JsonObject = {"instance": witness.instance, "of": witness.of}
    if witness.schemas is not None:
        value["schema_old"], value["schema_new"] = witness.schemas
    return value


def _fragment(pointer: JsonPointer | None) -> str | None:
    """Write a pointer, None where there is none."""
    return None if pointer is None else str(pointer)


def diff_to_text(diff: Diff, *, width: int = WIDTH) -> str:
    """Return the changes as plain text, gravest first, with a closing line that counts them."""
    lines: list[str] = []
    for severity, is_decided in product(Severity, (False, True)):
        changes = [one for one in diff.changes if one.severity is severity and one.is_decided is is_decided]
        if changes:
            meaning = "decided by policy" if is_decided else _HEADINGS[severity]
            lines.extend([f"{severity.value.upper()} ({len(changes)}): {meaning}", ""])
            for change in changes:
                lines.extend(_change_lines(change, width=width))
            lines.append("")
    lines.extend(indent(summarise_diff(diff), 0, width=width))
    return "\n".join(lines) + "\n"


def _change_lines(change: Change, *, width: int) -> Iterator[str]:
    """Yield the lines of one change: what, where, whom it reaches, what shows it."""
    yield from indent(change.message, 2, hanging=2, width=width)
    reach = "" if change.id in _SAYS_OPERATION else _say_reach(change)
    yield from indent(
        " · ".join(part for part in (change.axis.value, change.id, reach) if part), 6, hanging=2, width=width
    )
    for line in pointer_lines(change):
        yield from indent(line, 6, hanging=2, width=width)
    if change.witness is not None:
        yield from indent(say_witness(change), 6, hanging=2, width=width)


def say_witness(change: Change) -> str:
    """Write the example that shows a change, and which document refuses it; nothing without one."""
    if change.witness is None:
        return ""
    shown = json.dumps(change.witness.instance, ensure_ascii=False)
    shown = shown if len(shown) <= _LONGEST_EXAMPLE else shown[: _LONGEST_EXAMPLE - 1] + "…"
    if change.axis is Axis.REQUEST:
        verdict = "accepted before, refused now"
    elif change.id.endswith("-removed") and change.witness.of != "value" and "header" not in change.id:
        verdict = "answered before, no longer"
    else:
        verdict = "may come now, not expected before"
    part = "" if change.witness.of == "value" else f" of a {change.witness.of}"
    return f"example{part} ({verdict}): {shown}"


def pointer_lines(change: Change) -> Iterator[str]:
    """Yield where the change is, once where both documents agree."""
    old, new = change.pointer_old, change.pointer_new
    if old is not None and new is not None and old != new:
        yield f"old {_say_pointer(old)}"
        yield f"new {_say_pointer(new)}"
    elif old is not None:
        yield f"{'at' if new is not None else 'old'} {_say_pointer(old)}"
    elif new is not None:
        yield f"new {_say_pointer(new)}"


def _say_pointer(pointer: JsonPointer) -> str:
    """Write a pointer; the root has no text of its own."""
    return str(pointer) or "(the document)"


def _say_reach(change: Change) -> str:
    """Say which operations a change reaches, if it is not plain from the change itself."""
    if not change.reached:
        return ""
    if len(change.reached) == 1:
        return change.reached[0]
    return f"reached from {say_count(len(change.reached), 'operation')}, first {change.reached[0]}"


def summarise_diff(diff: Diff) -> str:
    """Return one line that counts the changes."""
    counts = {name: number for name, number in diff.counts.items() if number}
    if not counts:
        return f"{diff.old} → {diff.new}: no change."
    parts = ", ".join(f"{number} {name}" for name, number in counts.items())
    return f"{diff.old} → {diff.new}: {say_count(len(diff.changes), 'change')}: {parts}."


def diff_to_markdown(diff: Diff) -> str:
    """Return the changes as Markdown, one list for each severity."""
    lines = [
        f"# {escape_markdown(diff.old)} → {escape_markdown(diff.new)}",
        "",
        escape_markdown(summarise_diff(diff)),
        "",
    ]
    for severity in Severity:
        changes = [change for change in diff.changes if change.severity is severity]
        if changes:
            lines.extend([f"## {severity.value.capitalize()} ({len(changes)})", ""])
            for change in changes:
                lines.extend(_markdown_lines(change))
            lines.append("")
    return "\n".join(lines).rstrip("\n") + "\n"


def _markdown_lines(change: Change) -> Iterator[str]:
    """Yield one item of a Markdown list."""
    reach = _say_reach(change)
    yield f"- **{escape_markdown(change.message)}** — {code(change.id)}, {change.axis.value}{', ' + code(reach) if reach else ''}"
    yield from (f"  - {code(line)}" for line in pointer_lines(change))
    if change.witness is not None:
        verdict, _, shown = say_witness(change).partition(": ")
        yield f"  - {verdict}: {code(shown)}"
