"""Arguments to a request ready to be sent, or everything that is wrong with them (pure); knows no HTTP library."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import quote

from attrs import frozen

from .codec import JsonError, encode_json
from .errors import RequestValidationError, Violation
from .keywords import suggest
from .model import EMPTY, UNSET, to_plain
from .multipart import Part, encode_form, is_file, to_parts
from .operation import Body, Operation, Parameter, PreparedRequest, RequestContext
from .options import CallOptions
from .parameters import query_pairs, simple_text
from .validation import Validator

_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")
_UNSENDABLE: Final = re.compile(r"[^\t\x20-\x7e\xa0-\xff]")
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


@frozen
class _Sorted:
    """Hold a call's arguments by where they go, and what was wrong with them."""

    parameters: list[tuple[Parameter, Any]]
    body: Any
    violations: list[Violation]


def prepare(
    operation: Operation, arguments: Mapping[str, Any], *, context: RequestContext, options: CallOptions
) -> PreparedRequest:
    """
    Turn arguments into a request; arguments that are UNSET are not there.

    Raises:
        RequestValidationError: with everything that is wrong; nothing may be sent.
    """
    given = _sort(operation, {name: value for name, value in arguments.items() if value is not UNSET})
    violations = given.violations
    if context.validator is not None:
        violations += _validate(operation, given, validator=context.validator, extra=options.extra_body or EMPTY)
    headers, faults = _headers(given, context=context, options=options)
    violations += faults
    path = _path(operation, given, violations=violations)
    if violations:
        raise RequestValidationError(tuple(violations))
    content, parts, content_type = _body(operation.body, given.body, extra=options.extra_body)
    if content_type is not None:
        headers.setdefault("content-type", content_type)
    return PreparedRequest(
        method=operation.method.upper(),
        url=f"{context.base_url}{path}{_query(given, context=context, options=options)}",
        headers=headers,
        content=content,
        parts=parts,
    )


def _sort(operation: Operation, arguments: dict[str, Any]) -> _Sorted:
    """Give each argument its place; name those that have none, with the nearest name that has."""
    by_name = {parameter.python: parameter for parameter in operation.parameters}
    members = operation.body.members if operation.body is not None else EMPTY
    parameters: list[tuple[Parameter, Any]] = []
    body: Any = UNSET if members is None else {}
    violations: list[Violation] = []
    for name, value in arguments.items():
        if name in by_name:
            parameters.append((by_name[name], to_plain(value)))
        elif members is None and name == "body":
            body = value if is_file(value) else _plain(value, name, violations=violations)
        elif members is not None and name in members:
            keep = operation.body is not None and members[name] in operation.body.file_members
            body[members[name]] = value if keep else _plain(value, name, violations=violations)
        else:
            hint = suggest(name, [*by_name, *(members if members is not None else ("body",))])
            how = (
                "" if hint or operation.body is None else "; what the document does not declare goes through extra_body"
            )
            message = f"is no argument of {operation.name}{hint}{how}"
            violations.append(Violation(argument=name, message=message))
    missing = [p.python for p in operation.parameters if p.required and p.python not in arguments]
    violations += [Violation(argument=name, message="is required", bound="required") for name in missing]
    return _Sorted(parameters, body, violations)


def _plain(value: Any, name: str, *, violations: list[Violation]) -> Any:
    try:
        return to_plain(value)
    except RecursionError:
        violations.append(Violation(argument=name, message="is nested too deeply, or holds itself"))
        return None


def _validate(
    operation: Operation, given: _Sorted, *, validator: Validator, extra: Mapping[str, Any]
) -> list[Violation]:
    found: list[Violation] = []
    for parameter, value in given.parameters:
        found += validator.violations(value, parameter.schema, argument=parameter.python)
    body = operation.body
    if body is None or given.body is UNSET:
        if body is not None and body.required and not extra:
            found.append(Violation(argument="body", message="is required", bound="required"))
        return found
    if body.members is None:
        return found + list(validator.violations(given.body, body.schema, argument="body"))
    if not given.body and not body.required:
        return found
    shown = {name: _without_files(value) if name in body.file_members else value for name, value in given.body.items()}
    spelling = {wire: python for python, wire in body.members.items() if wire != python}
    for violation in validator.violations(shown, body.schema):
        head = re.split(r"[.\[]", violation.argument, maxsplit=1)[0]
        if head not in extra and violation.argument not in extra:
            found.append(_respell(violation, spelling))
    return found


def _respell(violation: Violation, spelling: Mapping[str, str]) -> Violation:
    """Name an argument as the caller writes it."""
    for wire, python in spelling.items():
        if violation.argument == wire or violation.argument.startswith((f"{wire}.", f"{wire}[")):
            return Violation(
                argument=python + violation.argument[len(wire) :],
                message=violation.message,
                bound=violation.bound,
                document=violation.document,
            )
    return violation


def _without_files(value: Any) -> Any:
    """Stand bytes in for files, however they are given: schemas know `format: binary` only."""
    if value is None:
        return None
    return [b"" for _ in value] if isinstance(value, list) else b""


def _path(operation: Operation, given: _Sorted, *, violations: list[Violation]) -> str:
    """Fill the placeholders; nothing a caller passes can lead to another path."""
    values = {
        parameter.wire: (parameter, value) for parameter, value in given.parameters if parameter.location == "path"
    }

    def fill(match: re.Match[str]) -> str:
        if match.group(1) not in values:  # missing: reported already
            return ""
        parameter, value = values[match.group(1)]
        text = simple_text(value, explode=parameter.explode)
        if text in {"", ".", ".."}:
            message = f"{text!r} cannot be part of a path"
            violations.append(Violation(argument=parameter.python, message=message))
        return quote(text, safe="")

    return _PLACEHOLDER.sub(fill, operation.path)


def _query(given: _Sorted, *, context: RequestContext, options: CallOptions) -> str:
    pairs = list(context.query)
    for parameter, value in given.parameters:
        if parameter.location == "query":
            pairs += query_pairs(parameter.wire, value, style=parameter.style or "form", explode=parameter.explode)
    for name, value in (options.extra_query or EMPTY).items():
        pairs += query_pairs(name, to_plain(value), style="form", explode=True)
    return "?" + encode_form(pairs) if pairs else ""


def _headers(
    given: _Sorted, *, context: RequestContext, options: CallOptions
) -> tuple[dict[str, str], list[Violation]]:
    """Lay headers over each other: the client's, then parameters, then the call's own; refuse what cannot be sent."""
    layers: list[tuple[str, Any]] = list(context.headers.items())
    for parameter, value in given.parameters:
        if parameter.location == "header" and value is not None:
            layers.append((parameter.wire, simple_text(value, explode=parameter.explode)))
    if options.idempotency_key is not None:
        layers.append(("idempotency-key", options.idempotency_key))
    layers += (options.extra_headers or EMPTY).items()
    headers: dict[str, str] = {}
    violations: list[Violation] = []
    for name, value in layers:
        if value is None:
            headers.pop(name.lower(), None)
        elif not isinstance(value, str) or _UNSENDABLE.search(value) or not _TOKEN.fullmatch(name):
            message = (
                "cannot be sent: line breaks, control and non-Latin characters, and values other than str are refused"
            )
            violations.append(Violation(argument=f"header {name!r}", message=message))
        else:
            headers[name.lower()] = value.strip(" \t")
    return headers, violations


def _body(
    body: Body | None, value: Any, *, extra: Mapping[str, Any] | None
) -> tuple[bytes | None, tuple[Part, ...] | None, str | None]:
    """Encode the body: bytes or parts, and the content type where the HTTP library does not choose it."""
    if isinstance(value, dict) and extra:
        value = {**value, **extra}
    if (body is None and not extra) or value is UNSET or (body is not None and not body.required and value == {}):
        return None, None, None
    media_type = body.media_type if body is not None else "application/json"
    if media_type.startswith("multipart/"):
        return None, to_parts(value, files=body.file_members if body is not None else frozenset()), None
    if media_type == "application/x-www-form-urlencoded":
        pairs = [pair for name, item in value.items() for pair in query_pairs(name, item, style="form", explode=True)]
        return encode_form(pairs).encode(), None, media_type
    if media_type == "application/json" or media_type.endswith("+json"):
        try:
            return encode_json(to_plain(value)), None, media_type
        except JsonError as error:
            raise RequestValidationError((Violation(argument="body", message=f"is not JSON: {error}"),)) from None
    if isinstance(value, str):
        return value.encode(), None, media_type
    return (value.read() if hasattr(value, "read") else bytes(value)), None, media_type
