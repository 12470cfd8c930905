"""`specfold lint`: is a document valid OpenAPI 3.1, and are its overlays in order?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from specfold.cli.console import FamilyOption, Format, FormatOption, print_error, print_json, print_text, show_progress
from specfold.cli.selection import load_document, open_family, plural
from specfold.errors import InputError, SpecfoldError
from specfold.findings import Finding, Severity
from specfold.world.disk import read_file
from specfold.world.family_folder import SILENCE_FILE, FamilyFolder

if TYPE_CHECKING:
    from specfold.lint import Silence


def register(app: typer.Typer) -> None:
    """Add the command to the application."""

    @app.command()
    def lint(
        names: Annotated[
            list[str] | None,
            typer.Argument(
                metavar="[VENDOR or FILE]...", help="What to lint; every vendor of the family when left out."
            ),
        ] = None,
        silence: Annotated[
            Path | None,
            typer.Option(metavar="FILE", help="Accepted findings, each with a reason, beside openapi/lint.toml."),
        ] = None,
        family: FamilyOption = None,
        format_: FormatOption = Format.TEXT,
    ) -> None:
        """
        Check validity, references, overlays and examples.

        Exit 1 when there is an error. Vendors are merged first, so an overlay action that matches or changes nothing is found too.
        """
        from specfold.lint import apply_silences, find_unused  # deferred: other commands start without jsonschema

        own = _parse_silences(read_file(silence, str(silence)), str(silence)) if silence is not None else ()
        shared = _family_silences(family)
        chosen = names or [member.vendor for member in open_family(family)[1].members]
        found, code = _lint_documents(chosen, family)
        kept = apply_silences(found, (*own, *shared))
        findings = [*kept, *find_unused(found, own)]
        if not names and code == 0:  # a part of the family says nothing of silences meant for the rest
            findings += find_unused(found, shared)
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        if format_ is Format.JSON:
            print_json([_describe(finding) for finding in findings])
        else:
            for finding in findings:
                _print_finding(finding)
            print_text(_summarise(len(chosen), findings, silenced=len(found) - len(kept)))
        raise typer.Exit(max(code, 1 if errors else 0))


def _print_finding(finding: Finding) -> None:
    from specfold.report.layout import show_controls  # deferred: other commands start without it

    print_text(show_controls(str(finding)))


def _lint_documents(names: list[str], family: str | None) -> tuple[list[Finding], int]:
    """Return what is found in any of the documents, once each, and the exit code of those that cannot be read."""
    from specfold.lint import lint_document  # deferred: other commands start without jsonschema

    found: dict[Finding, None] = {}
    code = 0
    for name in names:
        with show_progress("linting") as announce:
            announce(name)
            try:
                found |= dict.fromkeys(lint_document(load_document(name, family)))
            except SpecfoldError as error:
                print_error(error)
                code = max(code, error.exit_code)
    return list(found), code


def _family_silences(family: str | None) -> tuple[Silence, ...]:
    """Return the silences of the family, where there is one and it has any."""
    try:
        folder = FamilyFolder.find(Path(family) if family is not None else None, Path.cwd())
    except InputError:
        if family is not None:
            raise
        return ()  # a file needs no family; a vendor without one is refused where it is looked up
    return _parse_silences(folder.load_silences(), SILENCE_FILE)


def _parse_silences(text: bytes, shown: str) -> tuple[Silence, ...]:
    from specfold.lint import parse_silences  # deferred: other commands start without jsonschema

    return parse_silences(text, shown)


def _summarise(documents: int, findings: list[Finding], *, silenced: int) -> str:
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    others = counts[Severity.WARNING] + counts[Severity.NOTE]
    words = [plural(counts[Severity.ERROR], "error"), plural(others, "warning or note", many="warnings and notes")]
    words += [f"{silenced:,} silenced"] if silenced else []
    return f"{plural(documents, 'document')}: {', '.join(words)}"


def _describe(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.name.lower(),
        "message": finding.message,
        "file": finding.source,
        "line": finding.line,
        "pointer": None if finding.pointer is None else str(finding.pointer),
        "hint": finding.hint,
    }
