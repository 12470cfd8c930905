"""Whether a document can be compared at all: its version, its references, keywords of another version; compares nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from specfold.compare.dialect import FLAGS_OF_3_0, find_old_flags
from specfold.document import Document, JsonObject
from specfold.errors import InputError
from specfold.findings import Finding, Severity
from specfold.pointer import JsonPointer
from specfold.schema.anchors import point_references
from specfold.schema.flatten import local_target
from specfold.schema.references import dangling
from specfold.schema.walk import iter_schemas

_REFERENCE = re.compile(r'"\$ref": "(#[^"]*)"')
_FLAG = re.compile(rf'"(?:{"|".join(FLAGS_OF_3_0)})": (?:true|false)')
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
    return () if version.startswith("3.0") or not _FLAG.search(text) else tuple(_find_old_keywords(document))


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


def _find_old_keywords(document: Document) -> Iterator[Finding]:
    """Yield a finding for each keyword of OpenAPI 3.0 that later documents have, with its first place."""
    places: dict[str, list[JsonPointer]] = {}
    for where, schema in iter_schemas(document.value):
        for name in find_old_flags(schema):
            places.setdefault(name, []).append(where / name)
    for name, found in sorted(places.items()):
        origin = document.origin_of(found[0])
        more = f" (nor do {len(found) - 1} more)" if len(found) > 1 else ""
        yield Finding(
            rule="keyword-of-3.0",
            severity=Severity.WARNING,
            message=f"this `{name}` means nothing since OpenAPI 3.1 and is not taken for anything{more}",
            source=document.source if origin is None else origin.source,
            line=None if origin is None else origin.line,
            pointer=found[0],
            hint=FLAGS_OF_3_0[name],
        )
