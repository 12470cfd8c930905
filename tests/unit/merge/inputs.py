"""Small families for the tests of `merge`: texts in, merged documents out."""

from __future__ import annotations

from collections.abc import Mapping

from specfold.document import Document
from specfold.errors import InputError
from specfold.family import Member, parse_family
from specfold.merge import Applied, MergeResult, apply_overlays, merge_member, parse_overlay
from specfold.reading import parse_document

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"


def merge(files: Mapping[str, str], member: str) -> MergeResult:
    """Merge one member, given its table in TOML and the files below `openapi/`."""
    return merge_member(make_member(member), lambda path, layer: read(files, path, layer=layer))


def make_member(table: str) -> Member:
    """Return the member of a family, given its table in TOML."""
    return parse_family(f"[family]\nallow = ['../shared/']\n[members.acme]\n{table}\n".encode()).members[0]


def read(files: Mapping[str, str], path: str, *, layer: str) -> Document:
    """Read one of the files, as the rim does for a family."""
    if path not in files:
        raise InputError("the file does not exist", source=f"openapi/{path}")
    return parse_document(files[path].encode(), f"openapi/{path}", layer=layer)


def apply(document: str, actions: str) -> Applied:
    """Apply the actions of one overlay to a document."""
    text = f"overlay: 1.1.0\ninfo: {{title: T, version: '1'}}\nactions:\n{actions}"
    overlay = parse_overlay(parse_document(text.encode(), "o.yaml", layer="overlay"))
    return apply_overlays(parse_document(document.encode(), "d.yaml"), [overlay])
