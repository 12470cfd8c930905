"""Which credentials the security schemes of a document ask of a client; knows no secret and no family."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specfold.document import Json, JsonObject
from specfold.family import Credential
from specfold.naming import snake_name
from specfold.schema.references import follow
from specfold.schema.walk import iter_operations

# arguments that every client has
_TAKEN: Final = frozenset(
    {
        "base_url", "deadline", "default_headers", "http_client", "idle_timeout", "max_retries", "on_event", "self",
        "timeout", "validate_requests",
    }
)  # fmt: skip  # a list of words


def derive_credentials(value: JsonObject, *, prefix: str) -> tuple[tuple[Credential, ...], tuple[str, ...]]:
    """
    Return a credential for each security scheme that an operation demands, and the schemes no client can send.

    The first becomes `api_key`; it is required where no operation does without it.

    Args:
        value: an OpenAPI document.
        prefix: what the environment variables start with.
    """
    schemes: JsonObject = (value.get("components") or {}).get("securitySchemes") or {}
    demands = [demand for operation in iter_operations(value) for demand in _alternatives(value, operation.value)]
    names = dict.fromkeys(name for demand in demands for name in demand if name in schemes)
    sendable = [name for name in names if _is_sendable(follow(value, schemes[name]))]
    arguments = _arguments(sendable)
    credentials = tuple(
        Credential(
            argument=argument,
            scheme=name,
            env=f"{prefix}_{argument.upper()}",
            required=all(name in demand for demand in demands),
        )
        for name, argument in arguments.items()
    )
    return credentials, tuple(name for name in names if name not in arguments)


def _alternatives(value: JsonObject, operation: JsonObject) -> Iterator[tuple[str, ...]]:
    security: Json = operation.get("security", value.get("security"))
    for requirement in security if isinstance(security, list) and security else [{}]:
        yield tuple(requirement)


def _is_sendable(scheme: Json) -> bool:
    kind = scheme.get("type")
    if kind == "apiKey":
        return scheme.get("in") in {"header", "query"}
    return kind in {"oauth2", "openIdConnect"} or (kind == "http" and str(scheme.get("scheme")).lower() == "bearer")


def _arguments(names: list[str]) -> dict[str, str]:
    arguments: dict[str, str] = {}
    for name in names:
        argument = "api_key" if not arguments else snake_name(name).strip("_")
        while argument in _TAKEN or argument in arguments.values():
            argument += "_key"
        arguments[name] = argument
    return arguments
