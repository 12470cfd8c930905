"""References inside a document: where they are and what they point to; opens no other file."""

from __future__ import annotations

from collections.abc import Iterator

from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.walk import Kind, iter_nodes


def iter_references(value: Json, kind: Kind | None = None) -> Iterator[tuple[JsonPointer, str]]:
    """
    Yield every reference of a document, or of one schema, with its text.

    The pointer names the string itself: `…/$ref`, or `…/discriminator/mapping/<name>`. Examples, defaults and
    constants are data: what looks like a reference in them is none.

    Args:
        value: a document, or a part of one.
        kind: what part it is, in the words of `walk.GRAMMAR`; guessed between document and schema when left out.
    """
    if kind is None:
        kind = "document" if isinstance(value, dict) and not value.keys().isdisjoint(_ROOT_MEMBERS) else "schema"
    yield from ((pointer, text) for pointer, text, _ in iter_kinds_of_references(value, kind))


def iter_kinds_of_references(value: Json, kind: Kind) -> Iterator[tuple[JsonPointer, str, Kind]]:
    """Yield every reference of a part of a document, as `iter_references` does, with the kind of what it leads to."""
    for node in iter_nodes(value, kind):
        text = node.value.get("$ref")
        if isinstance(text, str):
            yield node.pointer / "$ref", text, node.kind
        if node.kind == "schema" and "discriminator" in node.value:
            for pointer, name in _mapped(node.pointer / "discriminator" / "mapping", node.value["discriminator"]):
                yield pointer, name, "schema"


_ROOT_MEMBERS = frozenset({"openapi", "paths", "components", "webhooks"})
_FILE_ENDINGS = (".yaml", ".yml", ".json")  # any other plain text is the name of a schema


def _mapped(pointer: JsonPointer, discriminator: Json) -> Iterator[tuple[JsonPointer, str]]:
    mapping = discriminator.get("mapping") if isinstance(discriminator, dict) else None
    for name, text in mapping.items() if isinstance(mapping, dict) else ():
        if isinstance(text, str) and ("/" in text or "#" in text or text.endswith(_FILE_ENDINGS)):
            yield pointer / name, text


def may_leave(value: Json) -> bool:
    """Tell whether anything in a document looks like a reference to another file; quick, and wrong about data only."""
    pending = [value]
    while pending:
        item = pending.pop()
        if isinstance(item, dict):
            ref = item.get("$ref")
            if isinstance(ref, str) and not ref.startswith("#"):
                return True
            if "mapping" in item and any(not text.startswith("#") for _, text in _mapped(JsonPointer(), item)):
                return True
            pending.extend(item.values())
        elif isinstance(item, list):
            pending.extend(item)
    return False


def find(value: Json, pointer: JsonPointer) -> Json:
    """
    Return the node a pointer names.

    Raises:
        LookupError: there is none.
    """
    for token in pointer.tokens:
        if isinstance(value, dict):
            value = value[token]
        elif isinstance(value, list) and token.isdecimal() and (token == "0" or token[0] != "0"):
            value = value[int(token)]
        else:
            raise LookupError(str(pointer))
    return value


def resolve(root: JsonObject, ref: str) -> Json:
    """
    Return what a local reference (`#/components/schemas/X`) points to; a reference found there is not followed.

    Raises:
        LookupError: nothing is there, or the reference is not local.
    """
    if ref != "#" and not ref.startswith("#/"):
        msg = f"{ref!r} is no local reference"
        raise LookupError(msg)
    return find(root, JsonPointer.parse(ref))


def follow(root: JsonObject, value: Json) -> Json:
    """
    Return a value with references at its top followed until there is none.

    Raises:
        LookupError: a reference points to nothing, or in a circle.
    """
    seen: set[str] = set()
    while isinstance(value, dict) and isinstance(value.get("$ref"), str):
        ref = value["$ref"]
        if ref in seen:
            msg = f"{ref!r} refers to itself"
            raise LookupError(msg)
        seen.add(ref)
        value = resolve(root, ref)
    return value


def dangling(root: JsonObject) -> list[tuple[JsonPointer, str]]:
    """Return the local references that point to nothing, in the order of the document."""
    known: dict[str, bool] = {}
    missing = []
    for pointer, ref in iter_references(root, "document"):
        if not ref.startswith("#"):
            continue
        if ref not in known:
            known[ref] = _is_there(root, ref)
        if not known[ref]:
            missing.append((pointer, ref))
    return missing


def _is_there(root: JsonObject, ref: str) -> bool:
    try:
        resolve(root, ref)
    except (LookupError, ValueError):
        return False
    return True
