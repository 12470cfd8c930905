"""Who is asking: security schemes and credential headers; any key will do unless one was agreed on."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping

from specfold.document import JsonObject
from specfold.mock.checking import Arguments
from specfold.mock.service import Operation, Parameter, Service

_SECRET = re.compile(r"(^|[-_])(api[-_]?key|key|token|secret|auth|authorization|pat)([-_]|$)", re.IGNORECASE)


def check_credentials(
    service: Service, operation: Operation, *, arguments: Arguments, api_key: str | None
) -> str | None:
    """Return why the caller is not let in; None when it is."""
    reason = _check_schemes(service, operation, arguments=arguments, api_key=api_key)
    for parameter in operation.parameters:
        if reason is None and is_credential_header(parameter) and not arguments.headers.get(parameter.name.lower()):
            reason = f"header {parameter.name!r} is required and must not be empty"
    return reason


def is_credential_header(parameter: Parameter) -> bool:
    """Tell whether a required header parameter carries a secret, going by its name."""
    return parameter.location == "header" and parameter.is_required and _SECRET.search(parameter.name) is not None


def _check_schemes(service: Service, operation: Operation, *, arguments: Arguments, api_key: str | None) -> str | None:
    """Return why no alternative of the security requirement is met; None when one is."""
    reasons: list[str] = []
    for alternative in operation.security:
        missing = [
            reason
            for name in alternative
            if (reason := _check_scheme(service.schemes.get(name, {}), arguments, api_key=api_key)) is not None
        ]
        if not missing:
            return None
        reasons += missing
    return " or ".join(dict.fromkeys(reasons)) or None


def _check_scheme(scheme: JsonObject, arguments: Arguments, *, api_key: str | None) -> str | None:
    """Return why one security scheme is not met; None when it is, or when it is of no known kind."""
    kind = scheme.get("type")
    if kind == "apiKey":
        name, location = str(scheme.get("name", "")), str(scheme.get("in", "header"))
        values: Mapping[str, str | None] = {
            "header": arguments.headers.get(name.lower()),
            "query": next(iter(arguments.query.get(name, ())), None),
            "cookie": arguments.cookies.get(name),
        }
        return _judge(values.get(location), f"{location} {name!r}", api_key=api_key)
    if kind == "http" and str(scheme.get("scheme", "")).lower() == "basic":
        return _judge(_basic(_after("basic", arguments)), "header 'Authorization: Basic'", api_key=api_key)
    if kind in ("http", "oauth2", "openIdConnect"):
        return _judge(_after("bearer", arguments), "header 'Authorization: Bearer'", api_key=api_key)
    return None


def _judge(sent: str | None, where: str, *, api_key: str | None) -> str | None:
    """Return why a secret is not good enough; the secret itself is never repeated."""
    if not sent:
        return f"{where} with a key is required"
    if api_key is not None and sent != api_key:
        return f"the key in {where} is not the right one"
    return None


def _after(scheme: str, arguments: Arguments) -> str | None:
    """Return what follows an authentication scheme in the Authorization header."""
    name, _, value = arguments.headers.get("authorization", "").partition(" ")
    return value.strip() if name.lower() == scheme else None


def _basic(sent: str | None) -> str | None:
    """Return the password of a Basic credential, or its user name when it has no password."""
    try:
        user, _, password = base64.b64decode(sent or "", validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return password or user
