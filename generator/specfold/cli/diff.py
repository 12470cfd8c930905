"""`specfold diff`: what changed between two documents, and whom it breaks."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from specfold.cli.console import FamilyOption, print_text
from specfold.cli.selection import load_document

if TYPE_CHECKING:
    from specfold.compare.change import Diff
    from specfold.document import Document


class DiffFormat(StrEnum):
    """How the changes are written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


class FailOn(StrEnum):
    """The mildest severity that makes the exit code 1."""

    BREAKING = "breaking"
    WARNING = "warning"
    INFO = "info"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(diff)


def diff(
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", help="A vendor, VENDOR:VERSION or a file, each optionally @GITREV."),
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same, for the other side.")],
    *,
    format_: Annotated[
        DiffFormat, typer.Option("--format", help="For people, programs or release notes.")
    ] = DiffFormat.TEXT,
    fail_on: Annotated[FailOn, typer.Option(help="Exit 1 from this severity on.")] = FailOn.BREAKING,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 3 when a change could not be decided.")] = False,
    family: FamilyOption = None,
) -> None:
    """
    Compare two documents, by what they mean.

    Requests break when what was valid no longer is; responses break when what may come was not expected before.
    Renamed or reordered components change nothing. Works on any two files, without a family.
    """
    from specfold.compare.change import Severity
    from specfold.compare.diff import diff_documents
    from specfold.report.diff_report import diff_to_json, diff_to_markdown, diff_to_text

    before = load_document(old, family)
    found = diff_documents(before, load_document(new, family))
    writers: dict[DiffFormat, Callable[[Diff], str]] = {
        DiffFormat.TEXT: diff_to_text,
        DiffFormat.JSON: diff_to_json,
        DiffFormat.MARKDOWN: diff_to_markdown,
        DiffFormat.HTML: partial(_write_page, before),
    }
    print_text(writers[format_](found).rstrip("\n"))
    if found.has_at_least(Severity(fail_on.value)):
        raise typer.Exit(1)
    if strict and found.counts["unknown"]:
        raise typer.Exit(3)


def _write_page(old: Document, found: Diff) -> str:
    """Return a page; only whoever asks for one waits for the template engine and for whole requests."""
    from specfold.compare.whole_request import complete_witnesses
    from specfold.report.html.diff_page import diff_to_html

    return diff_to_html(found, requests=complete_witnesses(old, found))
