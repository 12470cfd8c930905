"""A vendor's own published document becomes what a base lacks to be it; knows no file and writes no declaration."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

import attrs

from specfold.document import Document, Json, JsonObject
from specfold.errors import InputError, SpecfoldError
from specfold.merge.derive import derive_overlay
from specfold.merge.member import expect_openapi
from specfold.merge.repair import repair_schemas
from specfold.merge.select_parts import select_parts, tags_of, unmatched_filters
from specfold.pointer import JsonPointer
from specfold.schema.edit import is_same, replace_nodes
from specfold.schema.references import follow, iter_references
from specfold.schema.upgrade import upgrade_to_31
from specfold.schema.walk import iter_operations

_EVERYTHING: Final = ("**",)
_KEPT_ROOT: Final = (
    "openapi", "info", "jsonSchemaDialect", "servers", "security", "tags", "externalDocs", "paths", "components",
)  # fmt: skip
_MOST_PATHS: Final = 30  # more of them are better said by a pattern
_PLACE: Final = "x-client-method"
_MARKS: Final = ("x-error", "x-sensitive")


@attrs.frozen(kw_only=True)
class Adoption:
    """
    What makes a base the document a vendor published.

    Attributes:
        overlay: an overlay for the base; without actions when the base is that document already.
        paths: the filter of the member, which drops what only the base has.
        wanted: what the merged document must hold: the published paths and all they refer to.
    """

    overlay: JsonObject
    paths: tuple[str, ...]
    wanted: JsonObject

    def is_met_by(self, merged: JsonObject) -> bool:
        """Tell whether a merged document holds the published paths and components, and no others."""
        components = is_same(merged.get("components") or {}, self.wanted.get("components") or {})
        return components and all(
            is_same(merged.get(key), self.wanted.get(key)) for key in ("info", "servers", "security", "tags", "paths")
        )


def select_published(document: Document, *, paths: Iterable[str] = (), tags: Iterable[str] = ()) -> JsonObject:
    """
    Return chosen operations of a published document with all they refer to, as OpenAPI 3.1.

    Slips that no validator takes and whose meaning is plain are set right, see `repair_schemas`.

    Args:
        document: what the vendor published, 3.0 or 3.1.
        paths: keep these paths (`*` within a segment, `**` for anything); all when left out.
        tags: keep operations with one of these tags; all when left out.

    Raises:
        InputError: it has no path, or a filter chooses nothing.
        SpecfoldError: it is no OpenAPI document, or it refers to other files.
    """
    expect_openapi(document)
    for pointer, ref in iter_references(document.value, "document"):
        if not ref.startswith("#"):
            origin = document.origin_of(pointer)
            raise SpecfoldError(
                f"the published document refers to another: {ref!r}",
                source=document.source,
                line=origin.line if origin else None,
                pointer=pointer,
                hint="bundle it into one document first",
            )
    value, paths, tags = upgrade_to_31(document.value), tuple(paths), tuple(tags)
    if not isinstance(value.get("paths"), dict) or not value["paths"]:
        hint = "name one that describes operations under paths"
        raise InputError("the published document has no path", source=document.source, hint=hint)
    idle = unmatched_filters(value, paths=paths, tags=tags)
    if idle:
        near = [close for word in idle for close in get_close_matches(word, _filterable(value), n=3)]
        hint = (
            f"did you mean {', '.join(near)}?" if near else f"it has {len(value['paths'])} paths; see them in the file"
        )
        raise InputError(f"nothing is chosen by {', '.join(idle)}", source=document.source, hint=hint)
    # first without what may refer to components that no path needs
    selected = select_parts(
        {key: value[key] for key in _KEPT_ROOT if key in value}, paths=paths or _EVERYTHING, tags=tags
    )
    return repair_schemas(_with_used_tags(selected))


def _filterable(value: JsonObject) -> list[str]:
    tags = (tag for operation in iter_operations(value) for tag in tags_of(operation.value))
    return [*value["paths"], *dict.fromkeys(tags)]


def adopt_published(base: JsonObject, published: JsonObject, *, title: str) -> Adoption:
    """
    Return what makes a base the published document, and nothing that the base says already.

    Members of ours that say nothing about the wire (`x-client-method`) are kept where the base has them on an operation
    that the vendor has too, so that clients of one family look the same.

    Args:
        base: the united base, OpenAPI 3.1.
        published: what `select_published` gives.
        title: what the overlay is called.
    """
    paths = tuple(published.get("paths") or {})
    is_listed = len(paths) <= _MOST_PATHS
    wanted = {**_with_our_members(base, published), "openapi": base["openapi"]}
    aim = _with_leftovers(base, wanted, paths=is_listed)
    return Adoption(
        overlay=derive_overlay(base, aim, title=title), paths=paths if is_listed else _EVERYTHING, wanted=wanted
    )


def _with_used_tags(value: JsonObject) -> JsonObject:
    if not isinstance(value.get("tags"), list):
        return value
    used = [tag for operation in iter_operations(value) for tag in tags_of(operation.value)]
    kept = [tag for tag in value["tags"] if isinstance(tag, dict) and tag.get("name") in used]
    rest = {key: item for key, item in value.items() if key != "tags"}
    return {**rest, "tags": kept} if kept else rest


def _with_leftovers(base: JsonObject, wanted: JsonObject, *, paths: bool) -> JsonObject:
    """Return the wanted document with what only the base has, where the member's filter drops it anyway."""
    sections: JsonObject = base.get("components") or {}
    components = {
        name: {**(section if isinstance(section, dict) else {}), **wanted.get("components", {}).get(name, {})}
        for name, section in sections.items()
    }
    aim = {**wanted, "components": {**wanted.get("components", {}), **components}}
    if paths:
        aim["paths"] = {**(base.get("paths") or {}), **wanted["paths"]}
    return aim if aim["components"] else {key: item for key, item in aim.items() if key != "components"}


def _with_our_members(base: JsonObject, published: JsonObject) -> JsonObject:
    places = {operation.pointer: operation.value.get(_PLACE) for operation in iter_operations(base)}
    changes: dict[tuple[str, ...], Json] = {
        operation.pointer.tokens: {**operation.value, _PLACE: places[operation.pointer]}
        for operation in iter_operations(published)
        if places.get(operation.pointer) is not None and _PLACE not in operation.value
    }
    for name, schema in ((published.get("components") or {}).get("schemas") or {}).items():
        known = ((base.get("components") or {}).get("schemas") or {}).get(name)
        changes["components", "schemas", name] = _with_marks(published, schema, known=known)
    changed: JsonObject = replace_nodes(published, changes)
    return changed


def _with_marks(root: JsonObject, new: Json, *, known: Json) -> Json:
    if not isinstance(new, dict) or not isinstance(known, dict):
        return new
    kept = {key: _with_marks(root, item, known=known.get(key)) for key, item in new.items()}
    marks = {key: known[key] for key in _MARKS if key in known and _holds(root, new, key=key, mark=known[key])}
    return {**marks, **kept}


def _holds(root: JsonObject, schema: JsonObject, *, key: str, mark: Json) -> bool:
    """Tell whether a mark says of the published schema what it said of the base's: where its error facts are, say."""
    if key == "x-sensitive":
        return bool(schema.get("type") == "string")
    return isinstance(mark, dict) and all(_is_member(root, schema, pointer=str(text)) for text in mark.values())


def _is_member(root: JsonObject, schema: Json, *, pointer: str) -> bool:
    try:
        for token in JsonPointer.parse(pointer).tokens:
            here = follow(root, schema)
            schema = here["items"] if token.isdecimal() else here["properties"][token]
    except (LookupError, TypeError, ValueError):
        return False
    return True
