"""`specfold merge`: base, documents and overlays of each vendor become its merged document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import typer

from specfold.cli.console import (
    FamilyOption,
    Format,
    FormatOption,
    VendorsArgument,
    print_error,
    print_json,
    print_text,
    show_progress,
)
from specfold.cli.selection import choose_members, open_family
from specfold.errors import SpecfoldError

if TYPE_CHECKING:
    from specfold.family import Member
    from specfold.world.family_folder import FamilyFolder


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(merge)


def merge(vendors: VendorsArgument = None, *, family: FamilyOption = None, format_: FormatOption = Format.TEXT) -> None:
    """
    Merge each vendor's documents and overlays into one document.

    Writes generated/VENDOR/openapi.yaml. Says how many nodes of each merged document come
    from the base, the vendor's own documents and its overlays.
    """
    folder, declared = open_family(family)
    answers, code = [], 0
    for member in choose_members(declared, vendors):
        try:
            with show_progress("merging") as announce:
                announce(member.vendor)
                answers.append(_merge_member(folder, member))
        except SpecfoldError as error:
            print_error(error)
            code = max(code, error.exit_code)
    if format_ is Format.JSON:
        print_json(answers)
    else:
        print_text("\n".join(map(_say_merged, answers)))
    raise typer.Exit(code)


def _merge_member(folder: FamilyFolder, member: Member) -> dict[str, Any]:
    from specfold.merge import merge_member, to_yaml
    from specfold.world.disk import write_file
    from specfold.world.documents import DocumentReader
    from specfold.world.family_folder import MERGED_FILE

    result = merge_member(member, DocumentReader(folder))
    path = folder.client_directory(member.vendor) / MERGED_FILE
    counts = result.counts
    return {
        "vendor": member.vendor,
        "changed": write_file(path, to_yaml(result.document.value).encode()),
        "nodes": {"base": counts.base, "documents": counts.documents, "overlays": counts.overlays},
        "findings": [str(finding) for finding in result.findings],
    }


def _say_merged(answer: dict[str, Any]) -> str:
    nodes = answer["nodes"]
    parts = ", ".join(f"{count:,} {layer}" for layer, count in nodes.items())
    written = "written" if answer["changed"] else "unchanged"
    return f"{answer['vendor']}: {sum(nodes.values()):,} nodes ({parts}), generated/{answer['vendor']}/openapi.yaml {written}"
