"""`specfold watch`: write clients anew whenever what they are made from changes, until interrupted."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import typer

from specfold.checking import find_stale_inputs
from specfold.cli.console import FamilyOption, VendorsArgument, print_error, print_text
from specfold.cli.generate import write_clients
from specfold.cli.selection import choose_members, open_family
from specfold.errors import SpecfoldError

if TYPE_CHECKING:
    from specfold.world.family_folder import FamilyFolder


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(watch)


def watch(vendors: VendorsArgument = None, *, family: FamilyOption = None) -> None:
    """
    Write clients anew whenever what they are made from changes, naming what changed; Ctrl-C ends it.

    Looks at openapi/ and overrides/ of the family. Begins with the clients that are not up to date; a document that makes no
    client is reported and waited for, and the client stays as it was.
    """
    from specfold.world.changes import iter_changes

    folder, _ = open_family(family)
    with suppress(KeyboardInterrupt):  # at any moment: clients are swapped in whole
        for changes in iter_changes(folder.root, [folder.root / "openapi", folder.root / "overrides"]):
            for path, what in changes.items():
                print_text(f"{what}: {path}")
            _write_stale(folder, vendors)
            if not changes:
                print_text(f"watching {folder.root / 'openapi'}; Ctrl-C ends")


def _write_stale(folder: FamilyFolder, vendors: list[str] | None) -> None:
    """Write the clients that are not what their inputs make; say so when all are."""
    try:
        declared = folder.load_family()
        chosen = choose_members(declared, vendors)
        stale = dict(find_stale_inputs(folder, declared, lock=folder.load_lock()))
        members = [member for member in chosen if member.vendor in stale]
        if members:
            write_clients(folder, declared, members=members)
        else:
            print_text("up to date")
    except SpecfoldError as error:
        print_error(error)
