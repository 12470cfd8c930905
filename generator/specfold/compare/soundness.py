"""Whether a document can be compared at all: its version, its references, keywords of another version; compares nothing."""

from __future__ import annotations

import json
import re

from specfold.document import Document, JsonObject
from specfold.errors import InputError
from specfold.findings import Finding, Severity
from specfold.pointer import JsonPointer
from specfold.schema.anchors import point_references
from specfold.schema.flatten import local_target
from specfold.schema.references import dangling
from specfold.schema.walk import iter_schemas

_REFERENCE = re.compile(r'"\$ref": "(#[^"]*)"')
_VERSION = re.compile(r"3\.[0-9]+(\.[0-9]+.*)?")


def require_comparable(document: Document) -> tuple[Finding, ...]:
    """
    Return keywords of OpenAPI 3.0 in a later document, which mean nothing there.

    Raises:
        InputError: it is no OpenAPI document of a version 3, or references lead nowhere.
    """
    version = document.value.get("openapi")
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        found = f"openapi: {version!r}" if "openapi" in document.value else "no member `openapi`"
        hint = "convert a Swagger 2.0 document first" if "swagger" in document.value else "name an OpenAPI document"
        what = f"expected an OpenAPI document of version 3, found {found}"
        raise InputError(what, source=document.source, pointer=JsonPointer(), hint=hint)
    value = point_references(document.value)
    text = json.dumps(value, default=str)
    if any(ref != "#" and local_target(value, ref) is None for ref in set(_REFERENCE.findall(text))):
        _refuse_dangling(document, value)
    return _find_old_keywords(document) if '"nullable": ' in text and not version.startswith("3.0") else ()


def _refuse_dangling(document: Document, value: JsonObject) -> None:
    """Raise an error for the first reference that leads nowhere; what looks like one in examples is none."""
    missing = dangling(value)
    if not missing:
        return
    pointer, ref = missing[0]
    more = f", and {len(missing) - 1} more lead nowhere" if len(missing) > 1 else ""
    origin = document.origin_of(pointer)
    raise InputError(
        f"the reference {ref!r} leads nowhere{more}",
        source=document.source if origin is None else origin.source,
        line=None if origin is None else origin.line,
        pointer=pointer,
        hint="`specfold lint` lists all of them",
    )


def _find_old_keywords(document: Document) -> tuple[Finding, ...]:
    """Return one finding for all schemas that say `nullable` where the version has no such keyword."""
    places = [where / "nullable" for where, schema in iter_schemas(document.value) if _says_nullable(schema)]
    if not places:
        return ()
    origin = document.origin_of(places[0])
    more = f" (nor do {len(places) - 1} more)" if len(places) > 1 else ""
    finding = Finding(
        rule="keyword-of-3.0",
        severity=Severity.WARNING,
        message=f"this `nullable` means nothing since OpenAPI 3.1 and is not taken for a type{more}",
        source=document.source if origin is None else origin.source,
        line=None if origin is None else origin.line,
        pointer=places[0],
        hint="add `null` to `type` instead",
    )
    return (finding,)


def _says_nullable(schema: JsonObject) -> bool:
    """Tell whether a schema has the keyword of 3.0."""
    return isinstance(schema.get("nullable"), bool)
