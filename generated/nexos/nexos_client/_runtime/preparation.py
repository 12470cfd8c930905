"""Arguments to a request ready to be sent, or everything that is wrong with them (pure); knows no HTTP library."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import quote

from attrs import evolve, frozen

from .codec import JsonError, encode_json
from .errors import RequestValidationError, Violation
from .headers import header_fault, lay_headers
from .keywords import suggest
from .model import EMPTY, UNSET, to_plain
from .multipart import Part, encode_form, file_faults, is_file, to_parts
from .nulls import drop_refused_nulls
from .operation import Body, Operation, Parameter, PreparedRequest, RequestContext
from .options import CallOptions
from .parameters import nested_pairs, query_pairs, simple_text
from .validation import Validator

_PLACEHOLDER: Final = re.compile(r"\{([^{}]+)\}")


@frozen
class _Sorted:
    """Hold a call's arguments by where they go, as they were given too, and what was wrong with them."""

    parameters: list[tuple[Parameter, Any]]
    body: Any
    source: Any
    violations: list[Violation]


@frozen(kw_only=True)
class _Extras:
    """Hold what a caller adds beside the document, plain."""

    headers: Mapping[Any, Any] = EMPTY
    query: Mapping[Any, Any] = EMPTY
    body: Mapping[str, Any] = EMPTY


_NOTHING: Final = _Extras()
_Encoded = tuple[bytes | None, tuple[Part, ...] | None, str | None]


def prepare(
    operation: Operation,
    arguments: Mapping[str, Any],
    *,
    context: RequestContext,
    options: CallOptions,
    faults: tuple[Violation, ...] = (),
) -> PreparedRequest:
    """
    Turn arguments into a request; arguments that are UNSET are not there.

    Args:
        operation: what is called.
        arguments: by their names in Python.
        context: what the client adds.
        options: what the call adds.
        faults: what was found wrong before; reported with the rest.

    Raises:
        RequestValidationError: with everything that is wrong; nothing may be sent.
    """
    given = _sort(operation, {name: value for name, value in arguments.items() if value is not UNSET})
    violations = [*faults, *given.violations]
    extras = _extras(options, violations=violations)
    if context.validator is not None:
        violations += _validate(operation, given, validator=context.validator, extra=extras.body)
    violations += _header_faults(given, options=options, extra=extras.headers)
    path = _path(operation, given, violations=violations)
    body, value = operation.body, _merged(given.body, extras.body)
    content, parts, content_type = _encoded(body, value, extra=extras.body, violations=violations)
    if violations:
        raise RequestValidationError(tuple(_documented(violations, context.document)))
    # Only now, so that no traceback of a refusal holds a credential.
    headers = _headers(given, context=context, options=options, extra=extras.headers)
    if content_type is not None:
        headers.setdefault("content-type", content_type)
    return PreparedRequest(
        method=operation.method.upper(),
        url=f"{context.base_url}{path}{_query(given, context=context, extra=extras.query)}",
        headers=headers,
        content=content,
        parts=parts,
    )


def _documented(violations: list[Violation], document: str | None) -> Iterator[Violation]:
    for violation in violations:
        yield violation if violation.document is not None else evolve(violation, document=document)


def _extras(options: CallOptions, *, violations: list[Violation]) -> _Extras:
    found: dict[str, Any] = {}
    for name, value in (
        ("headers", options.extra_headers),
        ("query", options.extra_query),
        ("body", options.extra_body),
    ):
        if value is None:
            continue
        if isinstance(value, Mapping) or hasattr(value, "to_dict"):
            found[name] = _plain(value, f"extra_{name}", violations=violations) or EMPTY
        else:
            message = f"expected a mapping, got {type(value).__name__}"
            violations.append(Violation(argument=f"extra_{name}", message=message))
    return _Extras(**found) if found else _NOTHING


def _sort(operation: Operation, arguments: dict[str, Any]) -> _Sorted:
    """Give each argument its place; name those that have none, with the nearest name that has."""
    by_name = {parameter.python: parameter for parameter in operation.parameters}
    members = operation.body.members if operation.body is not None else EMPTY
    parameters: list[tuple[Parameter, Any]] = []
    body: Any = UNSET if members is None else {}
    source: Any = {}
    violations: list[Violation] = []
    for name, value in arguments.items():
        if name in by_name:
            parameters.append((by_name[name], to_plain(value)))
        elif members is None and name == "body":
            body, source = value if is_file(value) else _plain(value, name, violations=violations), value
        elif members is not None and name in members:
            keep = operation.body is not None and members[name] in operation.body.file_members
            body[members[name]] = value if keep else _plain(value, name, violations=violations)
            source[members[name]] = value
        else:
            hint = suggest(name, [*by_name, *(members if members is not None else ("body",))])
            how = (
                "" if hint or operation.body is None else "; what the document does not declare goes through extra_body"
            )
            message = f"is no argument of {operation.name}{hint}{how}"
            violations.append(Violation(argument=name, message=message))
    violations += [
        Violation(argument=parameter.python, message="is required", bound="required")
        for parameter in operation.parameters
        if parameter.required and parameter.python not in arguments
    ]
    return _Sorted(parameters, body, source, violations)


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
    if body.members is not None and not given.body and not body.required:
        return found
    faults = _body_faults(body, given.body, validator=validator, extra=extra)
    if faults:

        def count() -> int:
            return len(_body_faults(body, given.body, validator=validator, extra=extra))

        drop_refused_nulls(given.body, given.source, count_faults=count)
        faults = _body_faults(body, given.body, validator=validator, extra=extra)
    return found + faults


def _body_faults(body: Body, value: Any, *, validator: Validator, extra: Mapping[str, Any]) -> list[Violation]:
    if body.members is None:
        return list(validator.violations(value, body.schema, argument="body"))
    if body.file_members:
        value = {name: _without_files(item) if name in body.file_members else item for name, item in value.items()}
    found = validator.violations(value, body.schema)
    if not found:
        return []
    spelling = {wire: python for python, wire in body.members.items() if wire != python}
    heads = [re.split(r"[.\[]", violation.argument, maxsplit=1)[0] for violation in found]
    return [
        _respell(violation, spelling)
        for head, violation in zip(heads, found, strict=True)
        if head not in extra and violation.argument not in extra
    ]


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
    if "{" not in operation.path:
        return operation.path
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


def _query(given: _Sorted, *, context: RequestContext, extra: Mapping[Any, Any]) -> str:
    """Lay what a call adds over what the client and the parameters say; None removes."""
    pairs = list(context.query)
    for parameter, value in given.parameters:
        if parameter.location == "query":
            pairs += query_pairs(parameter.wire, value, style=parameter.style or "form", explode=parameter.explode)
    for name, value in extra.items():
        added = nested_pairs(str(name), value)
        replaced = {str(name), *(key for key, _ in added)}
        pairs = [pair for pair in pairs if pair[0] not in replaced] + added
    return "?" + encode_form(pairs) if pairs else ""


def _header_faults(given: _Sorted, *, options: CallOptions, extra: Mapping[Any, Any]) -> list[Violation]:
    """Find what cannot be sent among the headers of a call; those of the client were looked at when it was made."""
    found: list[Violation] = []
    for name, value in (*_parameter_headers(given), *extra.items()):
        fault = header_fault(name, value)
        if fault is not None:
            found.append(Violation(argument=f"header {name!r}", message=fault))
    key = options.idempotency_key
    fault = None if key is None else "must not be empty" if key == "" else header_fault("idempotency-key", key)
    if fault is not None:
        found.append(Violation(argument="idempotency_key", message=fault))
    return found


def _parameter_headers(given: _Sorted) -> list[tuple[str, str]]:
    if not given.parameters:
        return []
    return [
        (parameter.wire, simple_text(value, explode=parameter.explode))
        for parameter, value in given.parameters
        if parameter.location == "header" and value is not None
    ]


def _headers(
    given: _Sorted, *, context: RequestContext, options: CallOptions, extra: Mapping[Any, Any]
) -> dict[str, str]:
    """Lay headers over each other: the client's, then parameters, then the call's own; None removes one."""
    layers: list[tuple[str, str | None]] = [*_parameter_headers(given)]
    if options.idempotency_key is not None:
        layers.append(("idempotency-key", options.idempotency_key))
    layers += extra.items()
    return lay_headers([*context.headers.items(), *layers]) if layers else {**context.headers}


def _merged(value: Any, extra: Mapping[str, Any]) -> Any:
    return {**value, **extra} if extra and isinstance(value, dict) else value


def _is_json(media_type: str) -> bool:
    return media_type == "application/json" or media_type.endswith("+json")


def _encoded(body: Body | None, value: Any, *, extra: Mapping[str, Any], violations: list[Violation]) -> _Encoded:
    """Encode a body or note why it cannot be; of one that is refused already, what the document says nothing about."""
    if body is not None and body.media_type.startswith("multipart/") and isinstance(value, dict):
        violations += file_faults(value, files=body.file_members)
    is_json = body is None or _is_json(body.media_type)
    if violations and not (extra and is_json):
        return None, None, None
    try:
        return _body(body, dict(extra) if violations else value)
    except JsonError as error:
        argument = "body" if _is_writable(extra) else "extra_body"
        violations.append(Violation(argument=argument, message=f"is not JSON: {error}"))
        return None, None, None


def _is_writable(extra: Mapping[str, Any]) -> bool:
    try:
        encode_json(dict(extra))
    except JsonError:
        return False
    return True


def _body(body: Body | None, value: Any) -> _Encoded:
    """Encode the body: bytes or parts, and the content type where the HTTP library does not choose it."""
    if value is UNSET or (value == {} and (body is None or not body.required)):
        return None, None, None
    media_type = body.media_type if body is not None else "application/json"
    if media_type.startswith("multipart/"):
        return None, to_parts(value, files=body.file_members if body is not None else frozenset()), None
    if media_type == "application/x-www-form-urlencoded":
        pairs = [pair for name, item in value.items() for pair in query_pairs(name, item, style="form", explode=True)]
        return encode_form(pairs).encode(), None, media_type
    if _is_json(media_type):
        return encode_json(value), None, media_type
    if isinstance(value, str):
        return value.encode(), None, media_type
    return (value.read() if hasattr(value, "read") else bytes(value)), None, media_type
