"""`specfold check`: is everything under generated/ what its inputs make of it? Writes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import typer

from specfold.checking import find_changed_outputs, find_stale_inputs
from specfold.cli.console import FamilyOption, Format, FormatOption, print_json, print_text, show_progress
from specfold.cli.selection import open_family, plural

if TYPE_CHECKING:
    from specfold.family import Family
    from specfold.world.family_folder import FamilyFolder


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(check)


def check(family: FamilyOption = None, format_: FormatOption = Format.TEXT) -> None:
    """
    Say whether the generated clients are up to date; write nothing.

    Exit 1 names each changed, missing or superfluous file, each input that changed since, and each override
    whose requirement no longer holds.
    """
    folder, declared = open_family(family)
    lock = folder.load_lock()
    stale = dict(find_stale_inputs(folder, declared, lock=lock))
    problems: list[dict[str, Any]] = []
    for member in declared.members:
        if member.vendor not in stale:
            problems += (
                _file_problem(member.vendor, change.path, kind=change.kind)
                for change in find_changed_outputs(folder, member.vendor, locked=lock[member.vendor])
            )
    problems += _stale_problems(folder, declared, stale=stale)
    problems += (
        _file_problem("", path, kind="superfluous")
        for path in folder.stray_files([member.vendor for member in declared.members])
    )
    if format_ is Format.JSON:
        print_json({"ok": not problems, "problems": problems})
    else:
        _print_problems(problems, declared)
    raise typer.Exit(1 if problems else 0)


def _stale_problems(
    folder: FamilyFolder, family: Family, *, stale: dict[str, tuple[str, ...]]
) -> Iterator[dict[str, Any]]:
    if not stale:
        return
    from specfold.generation import regenerate_drift

    with show_progress("comparing with what generating now would write") as announce:
        drifts = regenerate_drift(folder, family, stale=stale, announce=announce)
    for drift in drifts:
        yield from ({"vendor": drift.vendor, "kind": "stale", "message": reason} for reason in drift.reasons)
        if drift.error is not None:
            yield {"vendor": drift.vendor, "kind": "fails", "message": str(drift.error)}
        yield from (_file_problem(drift.vendor, change.path, kind=change.kind) for change in drift.changes)


def _file_problem(vendor: str, path: str, *, kind: str) -> dict[str, Any]:
    shown = f"generated/{vendor}/{path}" if vendor else path
    return {"vendor": vendor, "kind": kind, "file": shown, "message": f"{kind}: {shown}"}


def _print_problems(problems: list[dict[str, Any]], family: Family) -> None:
    for problem in problems:
        vendor = f"{problem['vendor']}: " if problem["kind"] in {"stale", "fails"} else ""
        print_text(f"{vendor}{'stale: ' if problem['kind'] == 'stale' else ''}{problem['message']}")
    if problems:
        print_text(f"{plural(len(problems), 'problem')}; run `specfold generate`, or put back what was changed by hand")
    else:
        print_text(f"{plural(len(family.members), 'client')} up to date")
