"""What becomes of one request at another document, as text and JSON. Decides nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator

from specfold.compare.port_values import Edit, Fault, Op, Port, RequestNotValidError, Verdict
from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.report.layout import WIDTH, indent, say_count, write_lines

_VERDICTS = {
    Verdict.ACCEPTED: "accepted as it is",
    Verdict.IGNORED: "accepted as it is, but a part of it is ignored",
    Verdict.REJECTED: "rejected as it is",
}


def port_to_json(port: Port) -> str:
    """Return a port as JSON."""
    value: JsonObject = {
        "verdict": port.verdict.value,
        "portable": port.portable,
        "lossless": port.lossless,
        "request": port.request,
        "edits": [_edit_to_json(edit) for edit in port.edits],
        "semantics": [{"pointer": str(note.pointer), "note": note.note} for note in port.notes],
        "errors": [_fault_to_json(fault) for fault in port.errors],
        "operation": {"from": port.operations[0], "to": port.operations[1]},
    }
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def invalid_to_json(error: RequestNotValidError, request: Json) -> str:
    """Return that a request is not valid where it was written for, in the shape of every answer."""
    value: JsonObject = {
        "verdict": Verdict.REJECTED.value,
        "portable": False,
        "lossless": False,
        "request": request,
        "edits": [],
        "semantics": [],
        "errors": [_fault_to_json(fault) for fault in error.faults],
        "operation": {"from": error.operations[0], "to": error.operations[1]},
        "message": error.what,
    }
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def _fault_to_json(fault: Fault) -> JsonObject:
    """Return one fault as a JSON object."""
    return {"pointer": str(fault.pointer), "message": fault.message}


def _edit_to_json(edit: Edit) -> JsonObject:
    """Return one edit as a JSON object."""
    return {
        "op": edit.op.value,
        "pointer": str(edit.pointer),
        "from": edit.before,
        "to": edit.after,
        "reason": edit.reason,
        "lossy": edit.lossy,
    }


def port_to_text(port: Port) -> str:
    """Return a port as plain text: the verdict, why, what was changed, what changes in meaning, and the request."""
    lines = [*_wrap(f"{port.source} → {port.target}, {port.operations[1]}: {_VERDICTS[port.verdict]}.", by=0)]
    for title, faults in ((f"what {port.target} refuses", port.mended), ("what cannot be mended", port.unmended)):
        if faults:
            lines.extend(["", title])
            lines.extend(line for fault in faults for line in _lay(fault.pointer, fault.message))
    if port.edits:
        legend = "  (! loses something)" if any(edit.lossy for edit in port.edits) else ""
        lines.extend(["", f"{say_count(len(port.edits), 'edit')}{legend}"])
        lines.extend(line for edit in port.edits for line in _lay(edit.pointer, _say_edit(edit), mark=_mark(edit)))
    if port.notes:
        lines.extend(["", "what changes in meaning"])
        lines.extend(line for note in port.notes for line in _lay(note.pointer, note.note, root="beside the body"))
    lines.extend(["", *_conclude(port)])
    return write_lines(lines)


def _conclude(port: Port) -> Iterator[str]:
    """Yield the request that does at the target, or why there is none."""
    lost = sum(edit.lossy for edit in port.edits)
    if not port.portable:
        yield "not portable: no edit known makes this request valid at the target."
    elif port.refused:
        yield from _wrap(f"refused: {say_count(lost, 'edit')} would lose something; --allow-loss accepts that.", by=0)
    else:
        yield f"portable, {say_count(lost, 'edit')} with loss:" if lost else "portable, nothing is lost:"
        yield from json.dumps(port.request, indent=2, ensure_ascii=False).splitlines()


def _mark(edit: Edit) -> str:
    """Return the mark of an edit that loses something."""
    return "!" if edit.lossy else " "


def _say_edit(edit: Edit) -> str:
    """Write an edit in words."""
    before, after = _show(edit.before), _show(edit.after)
    said = {
        Op.RENAME: f"rename to {edit.after}",
        Op.DROP: f"drop {before}",
        Op.ADD: f"add {after}",
        Op.CLAMP: f"clamp {before} → {after}",
        Op.CONVERT: f"convert {before} → {after}",
    }[edit.op]
    return f"{said}: {edit.reason}"


def _lay(pointer: JsonPointer, text: str, *, mark: str = " ", root: str = "the request") -> Iterator[str]:
    """Yield a place and what is said about it."""
    yield from _wrap(f"{mark} {str(pointer) or root}  {text}".replace(" ", "\u00a0", 1), by=2)


def _wrap(text: str, *, by: int) -> Iterator[str]:
    """Yield a text wrapped to the page."""
    for line in indent(text, by, hanging=4, width=WIDTH):
        yield line.replace("\u00a0", " ")


def _show(value: Json) -> str:
    """Write a value on one line, shortened where it is long."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 48 else f"{text[:47]}…"
