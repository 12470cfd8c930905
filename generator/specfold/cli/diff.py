"""`specfold diff`: what changed between two documents, and whom it breaks."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from specfold.cli.console import FamilyOption, print_note, print_text
from specfold.cli.selection import load_as_generated, load_whole, plural

if TYPE_CHECKING:
    from specfold.compare.approval import Approved
    from specfold.compare.change import Change, Diff, Severity
    from specfold.compare.policy import Policy
    from specfold.document import Document, Origin


class DiffFormat(StrEnum):
    """How the changes are written."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    JUNIT = "junit"
    SARIF = "sarif"
    GITHUB = "github"


class FailOn(StrEnum):
    """The mildest severity that makes the exit code 1."""

    BREAKING = "breaking"
    WARNING = "warning"
    INFO = "info"


FormatOption = Annotated[DiffFormat, typer.Option("--format", help="For people, programs, a page or a build server.")]
IgnoreOption = Annotated[
    Path | None, typer.Option("--ignore", metavar="FILE", help="Approved changes, each with a reason and a name.")
]
PolicyOption = Annotated[
    Path | None, typer.Option("--policy", metavar="FILE", help="Severities of rules; open or closed enum readers.")
]


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(diff)


def diff(
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", help="A vendor, VENDOR:VERSION or a file, each optionally @GITREV."),
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same, for the other side.")],
    *,
    format_: FormatOption = DiffFormat.TEXT,
    fail_on: Annotated[FailOn, typer.Option(help="Exit 1 from this severity on.")] = FailOn.BREAKING,
    strict: Annotated[bool, typer.Option("--strict", help="Exit 3 when a change could not be decided.")] = False,
    ignore: IgnoreOption = None,
    policy: PolicyOption = None,
    family: FamilyOption = None,
) -> None:
    """
    Compare two documents, by what they mean.

    Requests break when what was valid no longer is; responses break when what may come was not expected before.
    Each breaking change shows an example that one document accepts and the other refuses. Renamed or reordered
    components change nothing. Works on any two files, without a family.
    """
    from specfold.compare.change import Severity
    from specfold.compare.diff import diff_documents
    from specfold.compare.proving import Prover

    rules = load_policy(policy)
    threshold = Severity(fail_on.value)
    with without_collector():
        load = load_whole if format_ in {DiffFormat.SARIF, DiffFormat.GITHUB} else load_as_generated
        documents = (require_comparable(load(old, family)), require_comparable(load(new, family)))
        approved = _approve(diff_documents(*documents, policy=rules, prover=Prover()), ignore)
        print_text(_write(approved, format_, documents=documents, fail_on=threshold).rstrip("\n"))
    for finding in approved.findings:
        print_note(str(finding))
    if approved.diff.has_at_least(threshold) or approved.findings:
        raise typer.Exit(1)
    if strict and approved.diff.counts["unknown"]:
        raise typer.Exit(3)


def require_comparable(document: Document) -> Document:
    """Return a document that can be compared, and say what in it belongs to another version of OpenAPI."""
    from specfold.compare.soundness import require_comparable as find_foreign

    for finding in find_foreign(document):
        print_note(str(finding))
    return document


@contextmanager
def without_collector() -> Iterator[None]:
    """Look for no garbage meanwhile, nor at the end: nearly all that a comparison makes is kept until the process ends."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def load_policy(path: Path | None) -> Policy | None:
    """Read the policy file, if there is one."""
    from specfold.compare.policy import read_policy
    from specfold.world.documents import read_document

    return None if path is None else read_policy(read_document(path, str(path)))


def _approve(found: Diff, path: Path | None) -> Approved:
    """Take out of a diff what the approval file covers."""
    from datetime import UTC, datetime

    from specfold.compare.approval import Approved, apply_approvals, locate_findings, read_approvals
    from specfold.world.documents import read_document

    if path is None:
        return Approved(found, (), ())
    document = read_document(path, str(path))
    approvals = read_approvals(document)
    approved = apply_approvals(found, approvals, source=str(path), today=datetime.now(UTC).date())
    if approved.accepted:
        print_note(f"{plural(len(approved.accepted), 'change')} approved in {path}")
    return Approved(approved.diff, approved.accepted, locate_findings(approved.findings, document))


def _write(approved: Approved, format_: DiffFormat, *, documents: tuple[Document, Document], fail_on: Severity) -> str:
    """Return the changes in a format; what a format needs is imported for it alone."""
    from specfold.report.diff_report import diff_to_json, diff_to_markdown, diff_to_text

    found = approved.diff
    if format_ is DiffFormat.JSON:
        from specfold.compare.approval import accepted_to_json

        return diff_to_json(found, approved=accepted_to_json(approved.accepted))
    if format_ is DiffFormat.HTML:
        return _write_page(found, documents=documents)
    if format_ is DiffFormat.JUNIT:
        from specfold.report.diff_junit import diff_to_junit

        return diff_to_junit(found, fail_on=fail_on)
    if format_ in {DiffFormat.SARIF, DiffFormat.GITHUB}:
        return _write_located(found, format_, documents=documents)
    return diff_to_markdown(found) if format_ is DiffFormat.MARKDOWN else diff_to_text(found)


def _write_page(found: Diff, *, documents: tuple[Document, Document]) -> str:
    """Return a page; only whoever asks for one waits for the template engine."""
    from specfold.compare.whole_request import complete_witnesses
    from specfold.report.html.diff_page import diff_to_html

    return diff_to_html(found, requests=complete_witnesses(documents[0], found))


def _write_located(found: Diff, format_: DiffFormat, *, documents: tuple[Document, Document]) -> str:
    """Return the changes in a format that names files and lines."""
    from specfold import __version__
    from specfold.report.diff_github import diff_to_github
    from specfold.report.diff_sarif import diff_to_sarif

    old, new = documents

    def locate(change: Change) -> Origin | None:
        if change.pointer_new is not None:
            return new.origin_of(change.pointer_new)
        return None if change.pointer_old is None else old.origin_of(change.pointer_old)

    if format_ is DiffFormat.GITHUB:
        return diff_to_github(found, locate=locate)
    return diff_to_sarif(found, locate=locate, version=__version__)
