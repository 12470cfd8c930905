"""References to other files of the family become local ones, and what they point to becomes components."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection
from typing import Final, NoReturn
from urllib.parse import unquote

import attrs

from specfold.document import Document, Json, JsonObject, Origin
from specfold.errors import SpecfoldError
from specfold.family.parse import is_allowed_input
from specfold.pointer import JsonPointer
from specfold.schema.edit import replace_nodes
from specfold.schema.references import find, iter_references
from specfold.schema.walk import Kind

Tokens = tuple[str, ...]
Read = Callable[[str, str], Document]

_SECTIONS: Final[dict[Kind, str]] = {
    "schema": "schemas",
    "response": "responses",
    "parameter": "parameters",
    "example": "examples",
    "request-body": "requestBodies",
    "header": "headers",
    "security-scheme": "securitySchemes",
    "link": "links",
    "callback": "callbacks",
    "path-item": "pathItems",
}
_KINDS: Final = {section: kind for kind, section in _SECTIONS.items()}


@attrs.frozen(kw_only=True)
class Reach:
    """
    What references may reach.

    Attributes:
        inputs: the documents that are united anyway, by path; a reference into them becomes local.
        allow: paths outside `openapi/` the family permits.
        read: reads one document, given its path relative to `openapi/` and its layer.
    """

    inputs: Collection[str]
    allow: tuple[str, ...]
    read: Read


def bundle_documents(paths: dict[str, Document], reach: Reach) -> tuple[Document, ...]:
    """
    Make every reference of the documents local.

    Args:
        paths: the documents by their path relative to `openapi/`, in order.
        reach: what references may reach.

    Returns:
        The documents with local references only, then one more for each file that was reached, holding the components
        taken from it.

    Raises:
        SpecfoldError: a reference is remote, leaves the family, or points to nothing in a file it reaches.
    """
    bundler = _Bundler(reach)
    own = [bundler.localise(path, document) for path, document in paths.items()]
    return (*own, *bundler.reached())


class _Bundler:
    """Follow references from file to file, each target once."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._files: dict[str, Document] = {}
        self._parts: dict[str, list[Document]] = {}
        self._names: dict[tuple[str, Tokens], Tokens] = {}

    def localise(self, path: str, document: Document) -> Document:
        """Return a document whose references are local; their targets wait in `reached`."""
        changes: dict[Tokens, Json] = {}
        for pointer, ref in iter_references(document.value, "document"):
            if not ref.startswith("#"):
                changes[pointer.tokens] = self._local(path, document, pointer=pointer, ref=ref)
        return attrs.evolve(document, value=replace_nodes(document.value, changes)) if changes else document

    def reached(self) -> tuple[Document, ...]:
        """Return the components taken from other files."""
        return tuple(part for parts in self._parts.values() for part in parts)

    def _local(self, path: str, document: Document, *, pointer: JsonPointer, ref: str) -> str:
        target, fragment = self._split(path, document, pointer=pointer, ref=ref)
        if target in self._reach.inputs:
            return f"#{fragment}"
        tokens = self._parse(document, pointer, ref=ref, fragment=fragment)
        if (target, tokens) not in self._names:
            self._take(target, tokens, document=document, pointer=pointer, ref=ref)
        return JsonPointer(self._names[target, tokens]).fragment

    def _split(self, path: str, document: Document, *, pointer: JsonPointer, ref: str) -> tuple[str, str]:
        file, _, fragment = ref.partition("#")
        if "://" in file or file.startswith(("//", "urn:")):
            hint = "copy what it points to into openapi/ and refer to it there"
            self._refuse(
                f"the reference {ref!r} points into the network, and nothing is fetched",
                document,
                pointer=pointer,
                hint=hint,
            )
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(file))) if file else path
        if not is_allowed_input(target, self._reach.allow):
            hint = "copy what it points to into openapi/, or list the file under allow in [family]"
            self._refuse(f"the reference {ref!r} leaves the family", document, pointer=pointer, hint=hint)
        return target, fragment

    def _parse(self, document: Document, pointer: JsonPointer, *, ref: str, fragment: str) -> Tokens:
        try:
            return JsonPointer.parse(f"#{fragment}").tokens
        except ValueError as error:
            self._refuse(
                f"the reference {ref!r} has no JSON pointer after '#': {error}",
                document,
                pointer=pointer,
                hint="write #/components/…",
            )

    def _take(self, target: str, tokens: Tokens, *, document: Document, pointer: JsonPointer, ref: str) -> None:
        origin = document.origin_of(pointer)
        if target not in self._files:
            self._files[target] = self._reach.read(target, origin.layer if origin else "document")
        file = self._files[target]
        try:
            value = find(file.value, JsonPointer(tokens))
        except LookupError:
            hint = f"look for the name in {file.source}"
            self._refuse(f"the reference {ref!r} points to nothing", document, pointer=pointer, hint=hint)
        place = self._place(target, tokens, pointer=pointer)
        self._names[target, tokens] = place
        kind = _KINDS[place[1]]
        changes = {
            below.tokens: self._local(target, file, pointer=JsonPointer(tokens + below.tokens), ref=below_ref)
            for below, below_ref in iter_references(value, kind)
        }
        self._parts.setdefault(target, []).append(_part(file, tokens, place=place, value=replace_nodes(value, changes)))

    def _place(self, target: str, tokens: Tokens, *, pointer: JsonPointer) -> Tokens:
        if len(tokens) == 3 and tokens[0] == "components" and tokens[1] in _KINDS:
            return tokens
        name = tokens[-1] if tokens else posixpath.basename(target).partition(".")[0]
        return ("components", _section_of(pointer.tokens), name)

    def _refuse(self, what: str, document: Document, *, pointer: JsonPointer, hint: str) -> NoReturn:
        origin = document.origin_of(pointer)
        source, line = (origin.source, origin.line) if origin else (document.source, None)
        raise SpecfoldError(what, source=source, line=line, pointer=pointer, hint=hint)


def _section_of(tokens: Tokens) -> str:
    """Name the section of components that what a reference at these tokens points to belongs to."""
    holder = tokens[-2] if len(tokens) > 1 else ""
    around = tokens[-3] if len(tokens) > 2 else ""
    if holder == "requestBody":
        return "requestBodies"
    if around in {"paths", "webhooks", "pathItems"}:
        return "pathItems"
    if around in {
        "responses",
        "parameters",
        "examples",
        "headers",
        "links",
        "callbacks",
        "requestBodies",
        "securitySchemes",
    }:
        return around
    return "schemas"


def _part(file: Document, tokens: Tokens, *, place: Tokens, value: Json) -> Document:
    nested: JsonObject = {place[0]: {place[1]: {place[2]: value}}}
    size = len(tokens)
    origins: dict[Tokens, Origin] = {
        place + known[size:]: origin for known, origin in file.origins.items() if known[:size] == tokens
    }
    top = file.origin_of(JsonPointer(tokens)) or Origin(file.source, 1)
    return Document(nested, file.source, {(): top, place[:1]: top, place[:2]: top, **origins})
