"""`specfold lint`: is a document valid OpenAPI 3.1, and are its overlays in order?"""

from __future__ import annotations

from typing import Annotated

import typer

from specfold.cli.console import FamilyOption, Format, FormatOption, print_error, print_json, print_text, show_progress
from specfold.cli.selection import load_document, open_family, plural
from specfold.errors import SpecfoldError
from specfold.findings import Finding, Severity


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
        family: FamilyOption = None,
        format_: FormatOption = Format.TEXT,
    ) -> None:
        """
        Check validity, references, overlays and examples.

        Exit 1 when there is an error. Vendors are merged first, so an overlay action that matches or changes nothing is found too.
        """
        from specfold.lint import lint_document

        chosen = names or [member.vendor for member in open_family(family)[1].members]
        findings: list[Finding] = []
        code = 0
        for name in chosen:
            with show_progress("linting") as announce:
                announce(name)
                try:
                    findings += lint_document(load_document(name, family))
                except SpecfoldError as error:
                    print_error(error)
                    code = max(code, error.exit_code)
        errors = [finding for finding in findings if finding.severity is Severity.ERROR]
        if format_ is Format.JSON:
            print_json([_describe(finding) for finding in findings])
        else:
            for finding in findings:
                print_text(str(finding))
            print_text(
                f"{plural(len(chosen), 'document')}: {plural(len(errors), 'error')}, {plural(len(findings) - len(errors), 'warning or note', many='warnings and notes')}"
            )
        raise typer.Exit(max(code, 1 if errors else 0))


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
