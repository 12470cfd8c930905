"""`specfold matrix`: how the vendors of a family differ, in one table."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from specfold.cli.console import FamilyOption, VendorsArgument, print_text, show_progress
from specfold.cli.selection import load_whole, open_family
from specfold.errors import InputError

if TYPE_CHECKING:
    from specfold.compare.table import Matrix


class MatrixFormat(StrEnum):
    """How the table is written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(matrix)


def matrix(
    vendors: VendorsArgument = None,
    *,
    format_: Annotated[
        MatrixFormat, typer.Option("--format", help="For people, programs or a page.")
    ] = MatrixFormat.TEXT,
    only_different: Annotated[
        bool, typer.Option("--only-different", help="Leave out rows in which all vendors agree.")
    ] = False,
    only_shared: Annotated[
        bool, typer.Option("--only-shared", help="Leave out sections that only one vendor has.")
    ] = False,
    output: Annotated[Path | None, typer.Option(help="Write the table to this file.")] = None,
    family: FamilyOption = None,
) -> None:
    """
    Show how the vendors differ, in one table.

    Every request parameter, response field, operation and error is a row, every vendor a column. Vendors may be
    VENDOR:VERSION or files too. A bound marked as prose is stated in the vendor's text only; a fact marked inferred
    is nobody's promise. At the end: which vendor could stand in for which, and what is in the way.
    """
    from specfold.compare.matrix import build_matrix
    from specfold.compare.table import only_different as keep_differences
    from specfold.compare.table import only_shared as keep_shared
    from specfold.world.disk import write_file

    if output is not None and not output.parent.is_dir():
        raise InputError(
            "there is no such directory", source=str(output.parent), hint="make it first, or write elsewhere"
        )
    names = vendors or [member.vendor for member in open_family(family)[1].members]
    with show_progress("comparing") as announce:
        documents = {}
        for name in names:
            announce(name)
            documents[name] = load_whole(name, family)
        table = build_matrix(documents)
    table = keep_differences(table) if only_different else table
    table = keep_shared(table) if only_shared else table
    text = _write(table, format_).rstrip("\n") + "\n"
    if output is None:
        print_text(text.rstrip("\n"))
    else:
        write_file(output, text.encode())


def _write(table: Matrix, format_: MatrixFormat) -> str:
    """Return the table in a format; only whoever asks for a page waits for the template engine."""
    from specfold.report.matrix_report import matrix_to_json, matrix_to_markdown, matrix_to_text

    if format_ is MatrixFormat.HTML:
        from specfold.report.html.matrix_page import matrix_to_html

        return matrix_to_html(table)
    writers = {
        MatrixFormat.TEXT: matrix_to_text,
        MatrixFormat.JSON: matrix_to_json,
        MatrixFormat.MARKDOWN: matrix_to_markdown,
    }
    return writers[format_](table)
