"""`specfold generate`: write the client of each vendor, whole or not at all."""

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
from specfold.cli.selection import choose_members, open_family, plural
from specfold.findings import Severity

if TYPE_CHECKING:
    from specfold.family import Family, Member
    from specfold.generation import Generated
    from specfold.world.family_folder import FamilyFolder


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(generate)


def generate(
    vendors: VendorsArgument = None, *, family: FamilyOption = None, format_: FormatOption = Format.TEXT
) -> None:
    """
    Write the client of each vendor, whole or not at all.

    Merges, lints, normalises, renders and verifies; the client is in generated/VENDOR. Prints where the nodes of each merged document come from, and what of it
    reached the client; an operation or schema that did not is named and nothing is written.
    """
    folder, declared = open_family(family)
    raise typer.Exit(write_clients(folder, declared, members=choose_members(declared, vendors), format_=format_))


def write_clients(
    folder: FamilyFolder, declared: Family, *, members: list[Member], format_: Format = Format.TEXT
) -> int:
    """Generate and write the clients of some members, say how it went, and return the exit code."""
    from specfold.generation import generate_clients, save_clients

    with show_progress("generating") as announce:
        results = generate_clients(folder, declared, members=members, announce=announce)
        announce("writing")
        changed = save_clients(folder, declared, results=results)
    if format_ is Format.JSON:
        print_json([_describe(result, changed) for result in results])
    for result in results:
        if result.error is not None:
            print_error(result.error)
        elif format_ is Format.TEXT:
            _print_result(result, changed=changed[result.member.vendor])
    return max((result.error.exit_code for result in results if result.error is not None), default=0)


def _print_result(result: Generated, *, changed: bool) -> None:
    build = result.build
    if build is None:
        return
    counts, rendered = build.merged.counts, build.rendered
    print_text(f"{build.vendor}")
    print_text(
        f"  merged    {counts.total:,} nodes: {counts.base:,} base, {counts.documents:,} documents, {counts.overlays:,} overlays"
    )
    print_text(
        f"  coverage  {plural(rendered.operations, 'operation')}, {plural(rendered.schemas, 'schema')}, dropped: {len(rendered.dropped)}"
        f" ({plural(len(build.normal.rewrites), 'rewrite')} on the way)"
    )
    found = [finding for finding in build.findings if finding.severity > Severity.NOTE]
    if found:
        print_text(
            f"  lint      {plural(len(found), 'error or warning', many='errors and warnings')}, see specfold lint {build.vendor}"
        )
    skipped = [rewrite for rewrite in build.normal.rewrites if rewrite.kind.endswith("-skipped")]
    if skipped:
        print_text(f"  left out  {len(skipped)} the client cannot send or read:")
    for rewrite in skipped:
        print_text(
            f"            {rewrite.kind.removesuffix('-skipped').replace('-', ' ')} {rewrite.detail}, {rewrite.pointer.fragment}"
        )
    print_text(
        f"  client    generated/{build.vendor} {'written' if changed else 'unchanged'} ({plural(len(result.files.files), 'file')})"
    )


def _describe(result: Generated, changed: dict[str, bool]) -> dict[str, Any]:
    vendor = result.member.vendor
    build = result.build
    if build is None:
        return {"vendor": vendor, "error": str(result.error)}
    counts, rendered = build.merged.counts, build.rendered
    return {
        "vendor": vendor,
        "changed": changed[vendor],
        "nodes": {"base": counts.base, "documents": counts.documents, "overlays": counts.overlays},
        "coverage": {"operations": rendered.operations, "schemas": rendered.schemas, "dropped": len(rendered.dropped)},
        "left_out": sum(rewrite.kind.endswith("-skipped") for rewrite in build.normal.rewrites),
        "rewrites": [
            {"pointer": str(item.pointer), "kind": item.kind, "detail": item.detail} for item in build.normal.rewrites
        ],
        "findings": [str(finding) for finding in build.findings],
        "files": len(result.files.files),
    }
