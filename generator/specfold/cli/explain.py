"""`specfold explain`: where a node came from, who changed it, and what it became in the client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from specfold.cli.console import FamilyOption, Format, FormatOption, print_json, print_text
from specfold.cli.selection import merge_vendor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from specfold.document import Origin
    from specfold.explaining import Explanation
    from specfold.world.documents import DocumentReader

_MOST_WRITERS = 40
_MOST_LINES = 30


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(explain)


def explain(
    vendor: Annotated[str, typer.Argument(metavar="VENDOR", help="A vendor, or VENDOR:VERSION.")],
    name: Annotated[str, typer.Argument(metavar="NAME", help="What to explain; see below.")],
    *,
    family: FamilyOption = None,
    format_: FormatOption = Format.TEXT,
) -> None:
    """
    Say where a node came from and what it became.

    NAME is a client method with members (chat.completions.create.temperature), a schema with members
    (ChatChoice.finish_reason) or a JSON pointer. Printed are its value, the file, line and overlay action of everyone
    who wrote it, the provenance mark of the vendor sheet, and its names in the Python client.
    """
    from specfold.explaining import explain_node
    from specfold.normalise import normalise_document

    merged, member, reader = merge_vendor(vendor, family)
    headers = frozenset(item.header.lower() for item in member.credentials if item.header is not None)
    normal = normalise_document(merged.document.value, credential_headers=headers)
    explanation = explain_node(merged, normal, name=name)
    if format_ is Format.JSON:
        print_json(_describe(explanation, reader))
    else:
        print_text("\n".join(_lines(explanation, reader)))


def _lines(explanation: Explanation, reader: DocumentReader) -> Iterator[str]:
    from specfold.merge import to_yaml

    yield f"node        {explanation.pointer.fragment}"
    value = explanation.value
    text = to_yaml(value).rstrip().splitlines() if isinstance(value, dict | list) else [str(value)]
    yield from _labelled(
        "value",
        [*text[:_MOST_LINES], *([f"… {len(text) - _MOST_LINES} more lines"] if len(text) > _MOST_LINES else [])],
    )
    writers = [_say_writer(explanation, index, reader=reader) for index in range(len(explanation.writers))]
    yield from _labelled(
        "written by",
        [
            *writers[:_MOST_WRITERS],
            *([f"… {len(writers) - _MOST_WRITERS} more"] if len(writers) > _MOST_WRITERS else []),
        ],
    )
    marks = ", ".join(explanation.provenance) or "no mark"
    at = explanation.provenance_at
    yield from _labelled(
        "says so", [marks if at is None or at == explanation.pointer else f"{marks} (mark of {at.fragment})"]
    )
    yield from _labelled("in Python", list(explanation.python) or ["no name of its own"])


def _labelled(label: str, lines: list[str]) -> Iterator[str]:
    for index, line in enumerate(lines):
        yield f"{label if index == 0 else '':<11} {line}".rstrip()


def _say_writer(explanation: Explanation, index: int, *, reader: DocumentReader) -> str:
    writer = explanation.writers[index]
    below = str(writer.node)[len(str(explanation.pointer)) :]
    return f"{writer.origin.source}:{writer.origin.line}  {_say_layer(writer.origin, reader)}{f'  {below}' if below else ''}"


def _say_layer(origin: Origin, reader: DocumentReader) -> str:
    if origin.action is None:
        return origin.layer
    action = _action(origin, reader)
    reason = f" ({action['x-reason']})" if action.get("x-reason") else ""
    return f"overlay action {origin.action}, target {action.get('target')}{reason}"


def _action(origin: Origin, reader: DocumentReader) -> dict[str, Any]:
    actions = reader(origin.source.removeprefix("openapi/"), "overlay").value.get("actions") or []
    found: dict[str, Any] = actions[origin.action] if origin.action is not None and origin.action < len(actions) else {}
    return found


def _describe(explanation: Explanation, reader: DocumentReader) -> dict[str, Any]:
    return {
        "pointer": str(explanation.pointer),
        "value": explanation.value,
        "writers": [
            {
                "pointer": str(writer.node),
                "file": writer.origin.source,
                "line": writer.origin.line,
                "layer": writer.origin.layer,
                "action": writer.origin.action,
                "target": None if writer.origin.action is None else _action(writer.origin, reader).get("target"),
            }
            for writer in explanation.writers
        ],
        "provenance": list(explanation.provenance),
        "provenance_at": None if explanation.provenance_at is None else str(explanation.provenance_at),
        "python": list(explanation.python),
    }
