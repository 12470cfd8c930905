"""What the terminal sees: errors, progress and tables; plain when piped. Knows no command."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Annotated, Any, TypeAlias

import typer

from specfold.errors import SpecfoldError


class Format(StrEnum):
    """How a command answers: for people, or for programs."""

    TEXT = "text"
    JSON = "json"


FamilyOption: TypeAlias = Annotated[
    str | None, typer.Option("--family", metavar="DIR", help="The family's directory; else searched upward from here.")
]
FormatOption: TypeAlias = Annotated[Format, typer.Option("--format", help="Answer for people or for programs.")]
VendorsArgument: TypeAlias = Annotated[
    list[str] | None, typer.Argument(metavar="[VENDOR]...", help="Vendors of the family; all when left out.")
]


def print_text(text: str) -> None:
    """Print an answer."""
    typer.echo(text)


def print_json(value: Any) -> None:
    """Print an answer for programs."""
    typer.echo(json.dumps(value, indent=2, ensure_ascii=False))


def print_error(error: SpecfoldError) -> None:
    """Say what is wrong, where, and what to do next."""
    print_note(f"error: {error}")


def print_note(text: str) -> None:
    """Say something beside the answer; names in it do not act on the terminal."""
    from specfold.report.layout import show_controls  # deferred: most commands have nothing to say

    typer.echo(show_controls(text), err=True)


@contextmanager
def show_progress(what: str) -> Iterator[Callable[[str], None]]:
    """Show a spinner with what is being done, on a terminal only; yields the function that says it."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status(what) as status:
        yield lambda text: status.update(f"{what}: {text}")


def style(text: str, *, colour: str) -> str:
    """Colour text on a terminal; the CLI library strips it when piped."""
    return typer.style(text, fg=colour)
