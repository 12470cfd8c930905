"""`specfold changelog`: two states of a vendor's document as release notes of its client."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from specfold.cli.console import FamilyOption, print_text
from specfold.cli.diff import PolicyOption, load_policy, require_comparable, without_collector
from specfold.cli.selection import load_as_generated, open_family
from specfold.errors import InputError


class ChangelogFormat(StrEnum):
    """How the notes are written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(changelog)


def changelog(
    vendor: Annotated[
        str, typer.Argument(metavar="VENDOR", help="The vendor, or any title when both states are files.")
    ],
    old: Annotated[str, typer.Argument(metavar="OLD", help="A version or @GITREV of the vendor, or a file.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same; `.` is the vendor as it is now.")] = ".",
    *,
    format_: Annotated[
        ChangelogFormat, typer.Option("--format", help="For people, a changelog file or programs.")
    ] = ChangelogFormat.TEXT,
    policy: PolicyOption = None,
    family: FamilyOption = None,
) -> None:
    """
    Write release notes: what changed from one state of a vendor to another, and the version step its client needs.

    OLD and NEW may be versions (`2026-05`), git revisions (`@v1.2`, `2026-05@main`), files or `.` for now.
    """
    from specfold.compare.changelog import write_changelog
    from specfold.compare.diff import diff_documents
    from specfold.compare.proving import Prover
    from specfold.report.changelog_report import changelog_to_json, changelog_to_markdown, changelog_to_text

    rules = load_policy(policy)
    with without_collector():
        documents = [require_comparable(load_as_generated(_name_state(vendor, state), family)) for state in (old, new)]
        notes = write_changelog(diff_documents(*documents, policy=rules, prover=Prover()), title=_title(vendor, family))
    writers = {
        ChangelogFormat.TEXT: changelog_to_text,
        ChangelogFormat.MARKDOWN: changelog_to_markdown,
        ChangelogFormat.JSON: changelog_to_json,
    }
    print_text(writers[format_](notes).rstrip("\n"))


def _name_state(vendor: str, state: str) -> str:
    """Return the name of a document for a state of a vendor."""
    if state == ".":
        return vendor
    if state.startswith("@"):
        return vendor + state
    is_file = "/" in state or state.endswith((".yaml", ".yml", ".json")) or state.partition(":")[0] == vendor
    return state if is_file else f"{vendor}:{state}"


def _title(vendor: str, family: str | None) -> str:
    """Return the vendor as people write it; a title that is no vendor stays as it is."""
    try:
        member = open_family(family)[1].member(vendor)
    except InputError:
        return vendor
    return vendor if member is None else member.title
