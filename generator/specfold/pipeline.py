"""Merge, lint, normalise, render, verify: one short sequence from a member of a family to the files of its client."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import attrs

from specfold.compare.baseline import differences_from
from specfold.document import Document
from specfold.errors import FindingsError
from specfold.family import Family, Member
from specfold.findings import Finding, Severity
from specfold.lint import Silence, apply_silences, lint_document
from specfold.merge import MergeResult, merge_member, to_yaml
from specfold.normal import NormalDocument
from specfold.normalise import normalise_document
from specfold.override import Bindings, bind_overrides
from specfold.pointer import JsonPointer
from specfold.render.client import RenderedClient, render_client
from specfold.render.plan import Difference, plan_client
from specfold.tree import FileTree

if TYPE_CHECKING:
    from specfold.render.plan import ClientPlan

Read = Callable[[str, str], Document]


@attrs.frozen(kw_only=True)
class ClientBuild:
    """
    One client, built but neither formatted nor written.

    Attributes:
        vendor: which member.
        merged: its merged document, with counts by layer.
        normal: the same, normalised, with every rewrite.
        rendered: its files so far and what of the document reached them.
        files: everything below `generated/<vendor>/`.
        findings: warnings and notes of the linter.
    """

    vendor: str
    merged: MergeResult
    normal: NormalDocument
    rendered: RenderedClient
    files: FileTree
    findings: tuple[Finding, ...]


@attrs.frozen(kw_only=True)
class Inputs:
    """
    What every client of a family is built from.

    Attributes:
        read: reads one document, given its path below `openapi/` and its layer.
        runtime: the hand-written runtime, copied into the client.
        silences: findings of the linter that the family accepts.
        baseline: the base of all members, which each client's README is compared with; None without a base.
    """

    read: Read
    runtime: FileTree
    silences: tuple[Silence, ...] = ()
    baseline: Document | None = None


def merge_baseline(family: Family, read: Read) -> Document | None:
    """Return the shared documents of all members as one, None where no member has any."""
    base = tuple(dict.fromkeys(path for member in family.members for path in member.base))
    if not base:
        return None
    plain = attrs.evolve(family.members[0], base=base, documents=(), overlays=(), paths=(), tags=())
    return merge_member(plain, read).document


def build_client(family: Family, member: Member, *, inputs: Inputs) -> ClientBuild:
    """
    Run every stage for one member.

    Args:
        family: the declarations.
        member: which client.
        inputs: what every client of the family is built from.

    Raises:
        InputError: an input cannot be found or parsed.
        SpecfoldError: a stage refuses the document; every finding of that stage is in the error.
    """
    merged = merge_member(member, inputs.read)
    findings = apply_silences(lint_document(merged.document), inputs.silences)
    _refuse(member, "is not valid", findings=tuple(finding for finding in findings if not _is_about_examples(finding)))
    bindings = bind_overrides(family, member, document=merged.document)
    _refuse(member, "no longer carries its overrides", findings=bindings.findings)
    plan, normal = _plan(member, merged.document, bindings=bindings)
    plan = attrs.evolve(plan, differences=tuple(_differences(inputs.baseline, merged.document)))
    rendered = render_client(normal, plan)
    _refuse_dropped(member, rendered)
    files = {**rendered.files.files, "openapi.yaml": to_yaml(merged.document.value).encode()}
    files |= {
        f"{member.package}/_runtime/{path}": content
        for path, content in select_runtime(inputs.runtime, member.vendor).files.items()
    }
    files[f"{member.package}/py.typed"] = b""
    return ClientBuild(
        vendor=member.vendor, merged=merged, normal=normal, rendered=rendered, files=FileTree(files), findings=findings
    )


def _differences(baseline: Document | None, document: Document) -> Iterator[Difference]:
    for row in differences_from(baseline, document) if baseline is not None else ():
        ours, theirs = (None if cell is None else cell.text for cell in row.cells)
        yield Difference(section=row.section, path=row.path, baseline=ours, here=theirs)


def select_runtime(runtime: FileTree, vendor: str) -> FileTree:
    """Return the part of the runtime a vendor's client gets: all but the folders of other vendors."""
    own = f"vendors/{vendor}/"
    return FileTree(
        {
            path: content
            for path, content in runtime.files.items()
            if not path.startswith("vendors/") or path.startswith(own) or path == "vendors/__init__.py"
        }
    )


def _plan(member: Member, document: Document, *, bindings: Bindings) -> tuple[ClientPlan, NormalDocument]:
    headers = frozenset(item.header.lower() for item in member.credentials if item.header is not None)
    normal = normalise_document(document.value, credential_headers=headers)
    schemas = JsonPointer(("components", "schemas"))
    by_component = {str(pointer): name for name, pointer in normal.origins.items()}
    mixins = {by_component[str(schemas / name)]: targets for name, targets in bindings.mixins.items()}
    return plan_client(member, document, mixins=mixins, accumulators=bindings.accumulators), normal


def _is_about_examples(finding: Finding) -> bool:
    # A wrong example is an error of the document, and `lint` says so; no line of a client depends on it.
    return finding.rule.endswith("example")


def _refuse(member: Member, words: str, *, findings: tuple[Finding, ...]) -> None:
    errors = tuple(finding for finding in findings if finding.severity is Severity.ERROR)
    if errors:
        raise FindingsError(
            f"the merged document of {member.vendor} {words}", errors, hint="nothing was written for this vendor"
        )


def _refuse_dropped(member: Member, rendered: RenderedClient) -> None:
    if rendered.dropped:
        findings = tuple(Finding(rule="dropped", severity=Severity.ERROR, message=text) for text in rendered.dropped)
        raise FindingsError(
            f"parts of the document of {member.vendor} do not reach the client",
            findings,
            hint="simplify them, or report them; nothing was written",
        )
