"""Check what each override requires of a merged document and list what is bound to what. Renders nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from specfold.document import Document, JsonObject
from specfold.family import Family, Member, OverrideDeclaration
from specfold.findings import Finding, Severity
from specfold.override.member_path import expand_member_path, find_missing_step
from specfold.pointer import JsonPointer
from specfold.schema.references import follow
from specfold.schema.walk import iter_operations

_STREAM = "text/event-stream"


@attrs.frozen(kw_only=True)
class Bindings:
    """
    What is bound to what in one member.

    Attributes:
        mixins: component name to the classes composed into it, as `module:Class`.
        accumulators: client method to the class that folds its stream, as `module:Class`.
        findings: requirements that do not hold, each with its place.
    """

    mixins: Mapping[str, tuple[str, ...]]
    accumulators: Mapping[str, str]
    findings: tuple[Finding, ...]


def bind_overrides(family: Family, member: Member, *, document: Document) -> Bindings:
    """Return the bindings of one member; every requirement that fails is among the findings."""
    mixins: dict[str, tuple[str, ...]] = {}
    accumulators: dict[str, str] = {}
    findings: list[Finding] = []
    for name, targets in member.binds.items():
        override = family.override(name)
        if override is None:
            findings.append(_undeclared(name, family))
            continue
        reporter = _Reporter(override, document)
        for target in targets:
            if override.binds == "schema":
                findings += _check_schema(reporter, target)
                mixins[target] = (*mixins.get(target, ()), str(override.mixin))
            else:
                findings += _check_operation(reporter, target)
                if override.accumulates is not None:
                    accumulators[target] = override.accumulates
    return Bindings(mixins=mixins, accumulators=accumulators, findings=tuple(findings))


def _undeclared(name: str, family: Family) -> Finding:
    message = f"the override {name!r} is bound but not declared"
    return Finding(
        rule="override-undeclared",
        severity=Severity.ERROR,
        message=message,
        source=family.source,
        hint=f"add a table [overrides.{name}]",
    )


def _check_schema(reporter: _Reporter, target: str) -> Iterator[Finding]:
    override, root = reporter.override, reporter.document.value
    schemas = JsonPointer(("components", "schemas"))
    schema = (root.get("components") or {}).get("schemas", {}).get(target)
    if schema is None:
        yield reporter.finding(
            "override-target", f"is bound to the schema {target!r}, which the document lacks", pointer=schemas
        )
        return
    for path in override.requires:
        gaps = [
            gap
            for steps in expand_member_path(path)
            if (gap := find_missing_step(root, schema, steps=steps)) is not None
        ]
        if gaps:
            yield reporter.finding(
                "override-requirement", f"requires {path} of {target}; {gaps[0]} is not there", pointer=schemas / target
            )
    resolved = follow(root, schema)
    members = resolved.get("properties") or {} if isinstance(resolved, dict) else {}
    for name in override.provides:
        if name in members:
            yield reporter.finding(
                "override-native",
                f"provides {name!r}, which {target} now declares itself",
                pointer=schemas / target / "properties" / name,
            )


def _check_operation(reporter: _Reporter, target: str) -> Iterator[Finding]:
    root = reporter.document.value
    operation = next((item for item in iter_operations(root) if item.client_method == target), None)
    if operation is None:
        yield reporter.finding(
            "override-target",
            f"is bound to the operation {target!r}, which the document lacks",
            pointer=JsonPointer(("paths",)),
        )
        return
    responses = operation.pointer / "responses"
    for media in reporter.override.requires:
        entry = _media_type(root, operation.value, media=media)
        if entry is None:
            yield reporter.finding(
                "override-requirement", f"requires a {media} response of {target}", pointer=responses
            )
        elif media == _STREAM and not _has_named_item(entry):
            yield reporter.finding(
                "override-requirement",
                f"requires the stream of {target} to name its item schema by $ref in x-stream",
                pointer=responses,
            )


def _media_type(root: JsonObject, operation: JsonObject, *, media: str) -> JsonObject | None:
    for code, raw in (operation.get("responses") or {}).items():
        response = follow(root, raw)
        if str(code).startswith("2") and isinstance(response, dict) and media in (response.get("content") or {}):
            entry: JsonObject = response["content"][media]
            return entry
    return None


def _has_named_item(entry: JsonObject) -> bool:
    facts = entry.get("x-stream")
    item = facts.get("itemSchema") if isinstance(facts, dict) else entry.get("itemSchema", entry.get("schema"))
    return isinstance(item, dict) and "$ref" in item


@attrs.frozen
class _Reporter:
    """Make findings about one override with their place in a document."""

    override: OverrideDeclaration
    document: Document

    def finding(self, rule: str, message: str, *, pointer: JsonPointer) -> Finding:
        origin = self.document.origin_of(pointer)
        return Finding(
            rule=rule,
            severity=Severity.ERROR,
            message=f"the override {self.override.name!r} {message}",
            source=origin.source if origin else self.document.source,
            line=origin.line if origin else None,
            pointer=pointer,
            hint=f"change the document, overrides.{self.override.name} in family.toml, or unbind it there",
        )
