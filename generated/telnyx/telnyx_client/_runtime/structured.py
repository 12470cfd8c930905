"""Answers of a class the caller chooses: its JSON schema where a document takes one; reading them is `parsed`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from .class_members import type_name
from .errors import RequestValidationError, Violation
from .json_schema import schema_of
from .keywords import resolve
from .operation import Operation
from .parsed import Parsed, TypedExtras
from .strict_schema import is_strict, strict_form
from .validation import Validator

_KIND: Final = "json_schema"
_NAME: Final = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST_NAME: Final = 64


def remember_type(reply: Any, into: Any) -> Any:
    """Note on every message of a reply what its content is to be parsed into; return the reply."""
    for choice in getattr(reply, "choices", None) or ():
        message = getattr(choice, "message", None)
        if isinstance(message, Parsed):
            extras = getattr(message, "additional_properties", {})
            message.additional_properties = TypedExtras(extras, into)  # type: ignore[attr-defined]  # models have it
    return reply


def describe_types(
    operation: Operation, arguments: Mapping[str, Any], *, validator: Validator | None
) -> tuple[Mapping[str, Any], Any]:
    """
    Replace a class among the arguments by the JSON schema it stands for; a form of one, such as `Box[int]`, is one too.

    Returns:
        the arguments, and the class.

    Raises:
        RequestValidationError: the document takes no JSON schema there, or the class cannot be described as one.
    """
    described = dict(arguments)
    into: Any = None
    for name, value in arguments.items():
        if isinstance(value, type) or hasattr(value, "__args__"):
            if not _takes_schema(operation, name, validator=validator):
                raise _refusal(name, "is a class; the document takes no JSON schema here", validator=validator)
            try:
                described[name], into = _format_of(value), value
            except TypeError as error:
                raise _refusal(name, str(error), validator=validator) from None
    return described, into


def _refusal(name: str, message: str, *, validator: Validator | None) -> RequestValidationError:
    document = None if validator is None else validator.document
    return RequestValidationError((Violation(argument=name, message=message, document=document),))


def _format_of(kind: Any) -> dict[str, Any]:
    schema = strict_form(schema_of(kind))
    if schema.get("type") != "object":
        raise TypeError(f"{type_name(kind)} is no object in JSON, as an answer has to be: wrap it in a class")
    name = _NAME.sub("_", type_name(kind))[:_LONGEST_NAME].strip("_") or "answer"
    return {"type": _KIND, _KIND: {"name": name, "schema": schema, "strict": is_strict(schema)}}


def _takes_schema(operation: Operation, name: str, *, validator: Validator | None) -> bool:
    body = operation.body
    if body is None or body.members is None or name not in body.members or validator is None:
        return False
    whole = resolve(validator.schemas, body.schema)
    member = whole.get("properties", {}).get(body.members[name]) if isinstance(whole, Mapping) else None
    return any(value == _KIND for value in _tag_values(member, validator.schemas))


def _tag_values(schema: Any, schemas: Mapping[str, Any], *, depth: int = 0) -> Iterator[Any]:
    """Yield the values a member `type` may have in a schema or its branches."""
    schema = resolve(schemas, schema)
    if not isinstance(schema, Mapping) or depth > 4:
        return
    tag = resolve(schemas, schema.get("properties", {}).get("type"))
    if isinstance(tag, Mapping):
        yield from tag.get("enum", ())
        yield tag.get("const")
    for keyword in ("anyOf", "oneOf", "allOf"):
        for branch in schema.get(keyword, ()):
            yield from _tag_values(branch, schemas, depth=depth + 1)
