"""`specfold merge`: base, documents and overlays of each vendor become its merged document."""

from __future__ import annotations

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


def register(app: typer.Typer) -> None:
    """Add the command to the application."""

    @app.command()
    def merge(
        vendors: VendorsArgument = None, family: FamilyOption = None, format_: FormatOption = Format.TEXT
    ) -> None:
        """
        Merge each vendor's documents and overlays into one document.

        Writes generated/VENDOR/openapi.yaml. Says how many nodes of each merged document come from the base, the vendor's own documents and its overlays.
        """
        from specfold.merge import merge_member, to_yaml
        from specfold.world.disk import write_file
        from specfold.world.documents import DocumentReader

        folder, declared = open_family(family)
        answers, code = [], 0
        for member in choose_members(declared, vendors):
            with show_progress("merging") as announce:
                announce(member.vendor)
                try:
                    result = merge_member(member, DocumentReader(folder))
                except SpecfoldError as error:
                    print_error(error)
                    code = max(code, error.exit_code)
                    continue
            path = folder.client_directory(member.vendor) / "openapi.yaml"
            changed = write_file(path, to_yaml(result.document.value).encode())
            counts = result.counts
            answers.append(
                {
                    "vendor": member.vendor,
                    "changed": changed,
                    "nodes": {"base": counts.base, "documents": counts.documents, "overlays": counts.overlays},
                    "findings": [str(finding) for finding in result.findings],
                }
            )
            if format_ is Format.TEXT:
                print_text(
                    f"{member.vendor}: {counts.total:,} nodes ({counts.base:,} base, {counts.documents:,} documents, {counts.overlays:,} overlays)"
                    f", generated/{member.vendor}/openapi.yaml {'written' if changed else 'unchanged'}"
                )
        if format_ is Format.JSON:
            print_json(answers)
        raise typer.Exit(code)
