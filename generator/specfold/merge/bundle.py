"""References to other files of the family become local ones, and what they point to becomes components."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection
from itertools import count
from typing import Final, NoReturn
from urllib.parse import unquote

import attrs

from specfold.document import Document, Json, JsonObject, Origin
from specfold.errors import InputError, SpecfoldError
from specfold.family.parse import is_allowed_input
from specfold.merge.unite import unite
from specfold.pointer import JsonPointer
from specfold.schema.anchors import find_anchor
from specfold.schema.edit import replace_nodes
from specfold.schema.reachable import ComponentName, component_names
from specfold.schema.references import find, iter_kinds_of_references
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
    "media-type": "mediaTypes",
}
_KINDS: Final = {section: kind for kind, section in _SECTIONS.items()}


@attrs.frozen(kw_only=True)
class Reach:
    """
    What references may reach.

    Attributes:
        inputs: the documents that are united anyway, by path; a reference into them becomes local.
        allow: paths outside the root that are permitted.
        read: reads one document, given its path relative to the root and its layer.
        root: what the files must lie in, as the user knows it.
        hint: what to do about a reference that leaves the root.
        keeps_remote: a reference into the network stays as it is; nothing is ever fetched.
    """

    inputs: Collection[str]
    allow: tuple[str, ...]
    read: Read
    root: str = "the family"
    hint: str = "copy what it points to into openapi/, or list the file under allow in [family]"
    keeps_remote: bool = False


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
    bundler = _Bundler(reach, taken=None)
    own = [bundler.localise(path, document) for path, document in paths.items()]
    return (*own, *bundler.reached())


def bundle_file(path: str, document: Document, *, root: str, read: Read) -> Document:
    """
    Return one document that holds what it refers to in other files, among its components under names that are free.

    References into the network stay.

    Args:
        path: the document's path relative to the root.
        document: the document.
        root: the directory that references may not leave, as the user knows it.
        read: reads one document, given its path relative to the root.

    Raises:
        InputError: a reference leaves the root, or points to nothing in a file it reaches, or the file cannot be read.
    """
    hint = "copy what it points to below that directory"
    reach = Reach(inputs={path}, allow=(), read=read, root=root, hint=hint, keeps_remote=True)
    bundler = _Bundler(reach, taken=set(component_names(document.value)))
    try:
        own = bundler.localise(path, document)
    except RecursionError:
        raise InputError(
            "references lead from file to file without end", source=document.source, hint="shorten the way"
        ) from None
    except InputError:
        raise
    except SpecfoldError as error:
        raise InputError(
            error.what, source=error.source, line=error.line, pointer=error.pointer, hint=error.hint
        ) from error
    united = unite((own, *bundler.reached()))
    return Document(united.value, document.source, united.origins)


@attrs.frozen
class _Reference:
    """A reference, where it is written, and the kind of what it leads to."""

    path: str
    document: Document
    pointer: JsonPointer
    text: str
    kind: Kind

    def refuse(self, what: str, *, hint: str) -> NoReturn:
        """Raise an error that names the place."""
        origin = self.document.origin_of(self.pointer)
        source, line = (origin.source, origin.line) if origin else (self.document.source, None)
        raise SpecfoldError(
            f"the reference {self.text!r} {what}", source=source, line=line, pointer=self.pointer, hint=hint
        )


class _Bundler:
    """Follow references from file to file, each target once."""

    def __init__(self, reach: Reach, *, taken: set[ComponentName] | None) -> None:
        self._reach = reach
        self._taken = taken
        self._files: dict[str, Document] = {}
        self._parts: dict[str, list[Document]] = {}
        self._names: dict[tuple[str, Tokens], Tokens] = {}

    def localise(self, path: str, document: Document) -> Document:
        """Return a document whose references are local; their targets wait in `reached`."""
        changes: dict[Tokens, Json] = {}
        for pointer, ref, kind in iter_kinds_of_references(document.value, "document"):
            if not ref.startswith("#"):
                changes[pointer.tokens] = self._local(_Reference(path, document, pointer, ref, kind))
        return attrs.evolve(document, value=replace_nodes(document.value, changes)) if changes else document

    def reached(self) -> tuple[Document, ...]:
        """Return the components taken from other files."""
        return tuple(part for parts in self._parts.values() for part in parts)

    def _local(self, reference: _Reference) -> str:
        if self._reach.keeps_remote and _is_remote(reference.text):
            return reference.text
        target, fragment = self._split(reference)
        if target in self._reach.inputs:
            return f"#{fragment}"
        tokens = self._parse(reference, fragment, target=target)
        if (target, tokens) not in self._names:
            self._take(target, tokens, reference=reference)
        return JsonPointer(self._names[target, tokens]).fragment

    def _split(self, reference: _Reference) -> tuple[str, str]:
        file, _, fragment = reference.text.partition("#")
        if _is_remote(reference.text):
            hint = "copy what it points to into openapi/ and refer to it there"
            reference.refuse("points into the network, and nothing is fetched", hint=hint)
        here = posixpath.dirname(reference.path)
        target = posixpath.normpath(posixpath.join(here, unquote(file))) if file else reference.path
        if "\0" in target:
            reference.refuse("names no file", hint="write the name of a file")
        if not is_allowed_input(target, self._reach.allow):
            reference.refuse(f"leaves {self._reach.root}", hint=self._reach.hint)
        return target, fragment

    def _read(self, target: str, reference: _Reference) -> Document:
        if target not in self._files:
            origin = reference.document.origin_of(reference.pointer)
            self._files[target] = self._reach.read(target, origin.layer if origin else "document")
        return self._files[target]

    def _parse(self, reference: _Reference, fragment: str, *, target: str) -> Tokens:
        try:
            return JsonPointer.parse(f"#{fragment}").tokens
        except ValueError as error:
            named = find_anchor(self._read(target, reference).value, unquote(fragment))
            if named is not None:
                return named
            reference.refuse(f"has no JSON pointer after '#', nor an anchor: {error}", hint="write #/components/…")

    def _take(self, target: str, tokens: Tokens, *, reference: _Reference) -> None:
        file = self._read(target, reference)
        try:
            value = find(file.value, JsonPointer(tokens))
        except LookupError:
            reference.refuse("points to nothing", hint=f"look for the name in {file.source}")
        place = self._place(target, tokens, kind=reference.kind)
        self._names[target, tokens] = place
        changes = {
            below.tokens: self._local(_Reference(target, file, JsonPointer(tokens + below.tokens), ref, kind))
            for below, ref, kind in iter_kinds_of_references(value, _KINDS[place[1]])
        }
        self._parts.setdefault(target, []).append(_part(file, tokens, place=place, value=replace_nodes(value, changes)))

    def _place(self, target: str, tokens: Tokens, *, kind: Kind) -> Tokens:
        if len(tokens) == 3 and tokens[0] == "components" and tokens[1] in _KINDS:
            _, section, name = tokens
        else:
            section = _SECTIONS.get(kind, "schemas")
            name = tokens[-1] if tokens else posixpath.basename(target).partition(".")[0]
        return ("components", section, name if self._taken is None else _free_name(section, name, taken=self._taken))


def _free_name(section: str, name: str, *, taken: set[ComponentName]) -> str:
    tried = (name if number == 1 else f"{name}-{number}" for number in count(1))
    free = next(one for one in tried if (section, one) not in taken)
    taken.add((section, free))
    return free


def _is_remote(ref: str) -> bool:
    file = ref.partition("#")[0]
    return "://" in file or file.startswith(("//", "urn:"))


def _part(file: Document, tokens: Tokens, *, place: Tokens, value: Json) -> Document:
    nested: JsonObject = {place[0]: {place[1]: {place[2]: value}}}
    size = len(tokens)
    origins: dict[Tokens, Origin] = {
        place + known[size:]: origin for known, origin in file.origins.items() if known[:size] == tokens
    }
    top = file.origin_of(JsonPointer(tokens)) or Origin(file.source, 1)
    return Document(nested, file.source, {(): top, place[:1]: top, place[:2]: top, **origins})
