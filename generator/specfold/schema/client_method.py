"""The place of an operation in the client, such as `chat.completions.create`; knows no class and no module."""

from __future__ import annotations

import keyword
import re
from typing import Final

from specfold.document import JsonObject

_WORD: Final = re.compile(r"(?:[A-Z]+(?![a-z])|[A-Z]?[a-z]+)[0-9]*|[0-9]+")
_VERBS: Final = {"get": "get", "put": "replace", "post": "create", "delete": "delete", "patch": "update"}


def client_method(operation: JsonObject, *, method: str = "", path: str = "") -> str:
    """
    Return where an operation is found in the client, parts joined by dots.

    `x-client-method` says it; otherwise the first tag (or the first segment of the path) is the resource, and the
    operationId without the words of the resource is the method.

    Args:
        operation: the operation object.
        method: its HTTP method, used where it has no operationId.
        path: its path template, used where it has no tag.
    """
    given = operation.get("x-client-method")
    if isinstance(given, str) and given:
        return given
    resource = _words(_resource_text(operation, path)) or ["api"]
    operation_id = operation.get("operationId")
    words = _words(operation_id) if isinstance(operation_id, str) else [_VERBS.get(method, method)]
    kept = _without(words, resource) or [_VERBS.get(method, method or "call")]
    return f"{_identifier(resource)}.{_identifier(kept)}"


def _resource_text(operation: JsonObject, path: str) -> str:
    tags = operation.get("tags")
    if isinstance(tags, list) and tags and isinstance(tags[0], str):
        return tags[0]
    return next((part for part in path.split("/") if part and not part.startswith("{")), "")


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _without(words: list[str], resource: list[str]) -> list[str]:
    singular = {_singular(word) for word in resource}
    return [word for word in words if _singular(word) not in singular]


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _identifier(words: list[str]) -> str:
    name = "_".join(words)
    if name[0].isdigit():
        name = f"n{name}"
    return f"{name}_" if keyword.iskeyword(name) else name
