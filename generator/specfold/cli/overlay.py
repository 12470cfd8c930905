"""`specfold overlay`: apply overlays to any document, or derive the one that turns a document into another."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from specfold.cli.console import FamilyOption, print_json, print_note, print_text
from specfold.cli.selection import load_document

if TYPE_CHECKING:
    from specfold.merge import Applied


class DocumentFormat(StrEnum):
    """How a document is written."""

    YAML = "yaml"
    JSON = "json"


DocumentFormatOption = Annotated[DocumentFormat, typer.Option("--format", help="How the document is written.")]


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    group = typer.Typer(
        help="Apply overlays to any document, or derive the one that turns a document into another.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    _register_apply(group)
    _register_from(group)
    app.add_typer(group, name="overlay")


def _register_apply(group: typer.Typer) -> None:
    @group.command("apply")
    def apply(
        document: Annotated[
            str, typer.Argument(metavar="DOC", help="A vendor, VENDOR:VERSION or a file, each optionally @GITREV.")
        ],
        overlays: Annotated[list[str], typer.Argument(metavar="OVERLAY...", help="Overlay files, applied in order.")],
        *,
        lenient: Annotated[
            bool, typer.Option("--lenient", help="The letter of the standard: what an overlay need not say is a note.")
        ] = False,
        format_: DocumentFormatOption = DocumentFormat.YAML,
        family: FamilyOption = None,
    ) -> None:
        """
        Print a document with overlays applied.

        An action that matches nothing, changes nothing, restates a node or is undone later is an error, unless --lenient. OpenAPI Overlay 1.0 and 1.1; files need no family.
        """
        from specfold.merge import raise_findings

        applied = _apply(document, overlays, family=family)
        if not lenient:
            raise_findings("the overlays do not fit", applied.findings)
        for finding in applied.findings:
            print_note(f"note: {str(finding).replace(': error [', ': [', 1)}")
        _print_document(applied.document.value, format_)


def _register_from(group: typer.Typer) -> None:
    @group.command("from")
    def derive(
        old: Annotated[
            str, typer.Argument(metavar="A", help="A vendor, VENDOR:VERSION or a file, each optionally @GITREV.")
        ],
        new: Annotated[str, typer.Argument(metavar="B", help="The same, for what A is to become.")],
        *,
        format_: DocumentFormatOption = DocumentFormat.YAML,
        family: FamilyOption = None,
    ) -> None:
        """
        Print an overlay that turns A into B.

        It is minimal: no action and no leaf can go without changing the outcome. Arrays are replaced where they are reordered.
        """
        from specfold.merge import derive_overlay

        overlay = derive_overlay(
            load_document(old, family).value, load_document(new, family).value, title=f"From {old} to {new}"
        )
        if not overlay["actions"]:
            print_note("note: the documents are the same, so the overlay has no action; the standard asks for one")
        _print_document(overlay, format_)


def _apply(document: str, overlays: list[str], *, family: str | None) -> Applied:
    from specfold.merge import apply_overlays, parse_overlay
    from specfold.world.documents import read_document

    parsed = [parse_overlay(read_document(Path(name), name)) for name in overlays]
    return apply_overlays(load_document(document, family), parsed)


def _print_document(value: Any, format_: DocumentFormat) -> None:
    from specfold.merge import to_yaml

    if format_ is DocumentFormat.JSON:
        print_json(value)
    else:
        print_text(to_yaml(value).removesuffix("\n"))
