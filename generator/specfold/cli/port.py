"""`specfold port`: will a request written for one vendor do at another, and what has to change."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from specfold.cli.console import FamilyOption, Format, FormatOption, print_text
from specfold.cli.selection import load_as_generated
from specfold.document import Document
from specfold.errors import InputError, NotAnObjectError


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(port)


def port(
    request: Annotated[Path, typer.Argument(metavar="REQUEST", help="A file with the JSON body of one request.")],
    *,
    source: Annotated[
        str, typer.Option("--from", metavar="A", help="What it was written for: a vendor, VENDOR:VERSION or a file.")
    ],
    target: Annotated[str, typer.Option("--to", metavar="B", help="Where it is to be sent; named the same way.")],
    operation: Annotated[
        str | None, typer.Option(help="The operation, where several could be meant: chat.completions.create.")
    ] = None,
    allow_loss: Annotated[bool, typer.Option("--allow-loss", help="Accept edits that lose something.")] = False,
    format_: FormatOption = Format.TEXT,
    family: FamilyOption = None,
) -> None:
    """
    Move one request from one document to another.

    Says whether the target accepts the request as it is, ignores a part of it or rejects it; what has to be renamed,
    dropped, clamped, added or converted; what changes in meaning; and gives the rewritten request, which is valid at
    the target. Exit 1 when there is none, or when something would be lost and --allow-loss is not given.
    """
    from specfold.compare.port import port_request
    from specfold.compare.port_values import RequestNotValidError
    from specfold.report.port_report import invalid_to_json, port_to_json, port_to_text

    given = _read_request(request)
    sides = [load_as_generated(name, family) for name in (source, target)]
    try:
        found = port_request(given.value, sides[0], target=sides[1], operation=operation, allow_loss=allow_loss)
    except RequestNotValidError as error:
        if format_ is Format.JSON:
            print_text(invalid_to_json(error, given.value).rstrip("\n"))
        error.locate(given)
        raise
    writers = {Format.TEXT: port_to_text, Format.JSON: port_to_json}
    print_text(writers[format_](found).rstrip("\n"))
    if found.refused:
        raise typer.Exit(1)


def _read_request(path: Path) -> Document:
    """Return the body of one request."""
    from specfold.world.documents import read_document

    try:
        return read_document(path, str(path))
    except NotAnObjectError as error:
        what = error.what.replace("the document", "the request")
        hint = "give the JSON body of one request, an object; port several one by one"
        raise InputError(what, source=error.source, line=error.line, hint=hint) from error
