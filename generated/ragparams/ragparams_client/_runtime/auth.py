"""Credentials from arguments or environment to headers and query members: knows how they travel, not whose they are."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, Literal

from attrs import field, frozen

from .errors import ConfigurationError

_UNSENDABLE: Final = re.compile(r"[^\x20-\x7e\xa0-\xff]")


@frozen(kw_only=True)
class Credential:
    """
    Describe one credential of an API.

    Attributes:
        argument: the constructor argument.
        scheme: `bearer` puts `Bearer <value>` into the header, `header` the value itself, `query` into the URL.
        name: the header or query member.
        env: the environment variable read when the argument is not given, or None.
        required: whether a client can be made without it.
        secret: whether its value is masked wherever it occurs; an identifier is not.

    .. versionadded:: 0.1.0
    """

    argument: str
    scheme: Literal["bearer", "header", "query"]
    name: str
    env: str | None = None
    required: bool = True
    secret: bool = True


@frozen
class Secrets:
    """
    Hold credential values by argument; they never show.

    Args:
        values: of every credential.
        identifiers: the arguments whose values are no secret.
    """

    _values: Mapping[str, str] = field(repr=False)
    _identifiers: frozenset[str] = frozenset()

    def values(self) -> tuple[str, ...]:
        """Return every secret value, to be masked elsewhere."""
        return tuple(value for argument, value in self._values.items() if argument not in self._identifiers)

    def get(self, argument: str) -> str | None:
        """Return one value."""
        return self._values.get(argument)

    def __reduce__(self) -> str | tuple[object, ...]:
        """Refuse to be written anywhere."""
        raise TypeError("credentials are not pickled")


def resolve_credentials(
    credentials: Sequence[Credential], arguments: Mapping[str, str | None], *, environment: Mapping[str, str]
) -> Secrets:
    """
    Take each credential from its argument, else from its environment variable.

    Raises:
        ConfigurationError: a required one is missing, or a value is empty or cannot be sent; the value is not shown.
    """
    values: dict[str, str] = {}
    for credential in credentials:
        value, source = arguments.get(credential.argument), f"argument {credential.argument}"
        if value is None and credential.env is not None:
            value, source = environment.get(credential.env) or None, f"environment variable {credential.env}"
        if value is not None:
            _check(value, source)
            values[credential.argument] = value
        elif credential.required:
            raise ConfigurationError(_missing(credential, environment))
    return Secrets(values, frozenset(item.argument for item in credentials if not item.secret))


def _missing(credential: Credential, environment: Mapping[str, str]) -> str:
    if credential.env is None:
        return f"missing credential: pass {credential.argument}="
    empty = " (it is set, but empty)" if credential.env in environment else ""
    return f"missing credential: pass {credential.argument}= or set the environment variable {credential.env}{empty}"


def _check(value: str, source: str) -> None:
    if not isinstance(value, str):
        raise ConfigurationError(f"the {source} is of type {type(value).__name__}, a str is expected")
    if not value:
        raise ConfigurationError(f"the {source} is empty")
    if value != value.strip() or _UNSENDABLE.search(value):
        raise ConfigurationError(
            f"the {source} holds characters that cannot be sent (line breaks, surrounding spaces, control or "
            "non-Latin characters); was it read from a file without stripping?"
        )


def credential_headers(credentials: Sequence[Credential], secrets: Secrets) -> dict[str, str]:
    """Write credentials as headers."""
    headers: dict[str, str] = {}
    for credential in credentials:
        value = secrets.get(credential.argument)
        if value is not None and credential.scheme != "query":
            headers[credential.name] = f"Bearer {value}" if credential.scheme == "bearer" else value
    return headers


def credential_query(credentials: Sequence[Credential], secrets: Secrets) -> list[tuple[str, str]]:
    """Write credentials as query members."""
    return [
        (credential.name, value)
        for credential in credentials
        if credential.scheme == "query" and (value := secrets.get(credential.argument)) is not None
    ]
