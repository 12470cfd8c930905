"""One member of a family is merged: read, upgrade, bundle, unite, overlay, filter, verify. Reads through its argument."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Final

import attrs

from specfold.document import Document, JsonObject, Origin
from specfold.errors import SpecfoldError
from specfold.family import Member
from specfold.findings import Finding, Severity
from specfold.merge.bundle import Reach, Read, bundle_documents
from specfold.merge.origins import complete_origins, iter_tokens
from specfold.merge.overlay import Overlay, parse_overlay
from specfold.merge.overlay_apply import apply_overlays
from specfold.merge.refusal import raise_findings
from specfold.merge.select_parts import select_parts, unmatched_filters
from specfold.merge.unite import Conflict, unite
from specfold.pointer import JsonPointer
from specfold.schema.names import is_component_name
from specfold.schema.references import dangling
from specfold.schema.upgrade import upgrade_to_31

Tokens = tuple[str, ...]

_ORDER: Final = (
    "openapi", "info", "jsonSchemaDialect", "servers", "security", "tags", "externalDocs", "paths", "webhooks", "components",
)  # fmt: skip


@attrs.frozen(kw_only=True)
class Counts:
    """How many nodes of a merged document each layer wrote last."""

    base: int
    documents: int
    overlays: int

    @property
    def total(self) -> int:
        """All nodes."""
        return self.base + self.documents + self.overlays


@attrs.frozen(kw_only=True)
class MergeResult:
    """
    A merged document.

    Attributes:
        document: the document, with the origin of every node.
        counts: how many nodes come from where.
        findings: what is worth saying and no error.
        history: who wrote a node before its last writer, oldest first.
    """

    document: Document
    counts: Counts
    findings: tuple[Finding, ...] = ()
    history: Mapping[Tokens, tuple[Origin, ...]] = MappingProxyType({})


def merge_member(member: Member, read: Read) -> MergeResult:
    """
    Merge the documents and overlays of one member.

    Args:
        member: what to merge.
        read: reads one document, given its path relative to `openapi/` and its layer (`base`, `document`, `overlay`).

    Raises:
        InputError: an input cannot be found or parsed.
        SpecfoldError: the inputs do not make one document; with file, line and pointer. Several faults of one kind
            come as a `FindingsError`.
    """
    layers = dict.fromkeys(member.base, "base") | dict.fromkeys(member.documents, "document")
    inputs = {path: read(path, layer) for path, layer in layers.items()}
    for document in inputs.values():
        expect_openapi(document)
    reach = Reach(inputs=inputs.keys(), allow=member.allow, read=lambda path, layer: _upgrade(read(path, layer)))
    bundled = bundle_documents({path: _upgrade(document) for path, document in inputs.items()}, reach)
    overlays = [_read_overlay(member, path, read=read) for path in member.overlays]
    united = unite(bundled)
    undecided = {conflict.tokens for conflict in united.conflicts}
    start = Document(united.value, bundled[0].source, united.origins)
    applied = apply_overlays(start, overlays, undecided=undecided)
    raise_findings(f"the overlays of {member.vendor} do not fit", applied.findings)
    raise_findings(
        f"the documents of {member.vendor} disagree",
        [_disagreement(one) for one in united.conflicts if _is_open(one, applied.document)],
    )
    document = _finish(member, applied.document)
    history = {tokens: origins for tokens, origins in applied.history.items() if tokens in document.origins}
    return MergeResult(document=document, counts=_count(document), history=history)


def expect_openapi(document: Document) -> None:
    """
    Refuse what is no OpenAPI document of version 3.0 or 3.1.

    Raises:
        SpecfoldError: with the line of its version.
    """
    version = document.value.get("openapi")
    if not isinstance(version, str) or not version.startswith(("3.0.", "3.1.")):
        pointer = JsonPointer(("openapi",))
        origin = document.origin_of(pointer)
        what = f"expected an OpenAPI document of version 3.0.x or 3.1.x, found openapi: {version!r}"
        if "overlay" in document.value:
            what = "expected an OpenAPI document, found an overlay"
        hint = "write openapi: 3.1.0; overlays belong under overlays in family.toml"
        raise SpecfoldError(
            what, source=document.source, line=origin.line if origin else None, pointer=pointer, hint=hint
        )


def _upgrade(document: Document) -> Document:
    value = upgrade_to_31(document.value)
    if value is document.value:
        return document
    return Document(
        value, document.source, complete_origins(value, document.origins, fallback=Origin(document.source, 1))
    )


def _read_overlay(member: Member, path: str, *, read: Read) -> Overlay:
    overlay = parse_overlay(read(path, "overlay"))
    extends = overlay.extends
    if extends is None or "://" in extends:
        return overlay
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), extends))
    if target not in {*member.base, *member.documents}:
        pointer = JsonPointer(("extends",))
        origin = overlay.document.origin_of(pointer)
        what = f"the overlay extends {extends!r}, which is no document of {member.vendor}"
        hint = f"documents: {', '.join((*member.base, *member.documents))}"
        raise SpecfoldError(
            what, source=overlay.document.source, line=origin.line if origin else None, pointer=pointer, hint=hint
        )
    return overlay


def _is_open(conflict: Conflict, united: Document) -> bool:
    """Tell whether no overlay has decided between the two inputs."""
    origin = united.origins.get(conflict.tokens)
    return origin is not None and origin.layer != "overlay"


def _disagreement(conflict: Conflict) -> Finding:
    first, second = (_shorten(value) for value in conflict.values)
    return Finding(
        rule="inputs-disagree",
        severity=Severity.ERROR,
        message=f"two inputs disagree: {second} here, {first} in {conflict.first.source}:{conflict.first.line}",
        source=conflict.second.source,
        line=conflict.second.line,
        pointer=JsonPointer(conflict.tokens),
        hint="make them the same, or say in an overlay which one holds",
    )


def _shorten(value: object) -> str:
    if isinstance(value, dict):
        return f"an object of {len(value)}"
    if isinstance(value, list):
        return f"an array of {len(value)}"
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}…"


def _finish(member: Member, overlaid: Document) -> Document:
    value = overlaid.value
    if member.paths or member.tags:
        idle = unmatched_filters(value, paths=member.paths, tags=member.tags)
        if idle:
            what = f"the filter of {member.vendor} matches nothing: {', '.join(idle)}"
            raise SpecfoldError(
                what, source=member.source, line=member.line, hint="correct paths or tags, or remove them"
            )
        value = select_parts(value, paths=member.paths, tags=member.tags)
    ordered = {key: value[key] for key in _ORDER if key in value} | {
        key: value[key] for key in value if key not in _ORDER
    }
    origins = {tokens: overlaid.origins[tokens] for tokens in iter_tokens(ordered)}
    document = Document(ordered, f"generated/{member.vendor}/openapi.yaml", origins)
    raise_findings(f"the merged document of {member.vendor} does not hold together", _verify(document))
    return document


def _verify(document: Document) -> list[Finding]:
    findings = []
    for section, members in document.value.get("components", {}).items():
        for name in members if isinstance(members, dict) and not section.startswith("x-") else ():
            if not is_component_name(name):
                what = f"the component name {name!r} is no safe name"
                hint = "use letters, digits, '.', '-' and '_' only"
                findings.append(
                    _finding(
                        document,
                        JsonPointer(("components", section, name)),
                        rule="component-name",
                        what=what,
                        hint=hint,
                    )
                )
    for pointer, ref in dangling(document.value):
        what = f"the reference {ref!r} points to nothing"
        findings.append(
            _finding(document, pointer, rule="dangling-reference", what=what, hint=_suggest(document.value, ref))
        )
    return findings


def _suggest(value: JsonObject, ref: str) -> str:
    known = [
        f"#/components/{section}/{name}"
        for section, members in value.get("components", {}).items()
        for name in (members if isinstance(members, dict) else ())
    ]
    near = get_close_matches(ref, known, n=1)
    return f"did you mean {near[0]!r}?" if near else "define it, or correct the reference"


def _finding(document: Document, pointer: JsonPointer, *, rule: str, what: str, hint: str) -> Finding:
    origin = document.origin_of(pointer)
    return Finding(
        rule=rule,
        severity=Severity.ERROR,
        message=what,
        source=origin.source if origin else document.source,
        line=origin.line if origin else None,
        pointer=pointer,
        hint=hint,
    )


def _count(document: Document) -> Counts:
    layers = [origin.layer for origin in document.origins.values()]
    return Counts(base=layers.count("base"), documents=layers.count("document"), overlays=layers.count("overlay"))
