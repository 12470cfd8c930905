"""Taking secrets out of what people and logs read: knows secret values and how secrets are named; knows no client."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, Self
from urllib.parse import quote, quote_plus

from attrs import Factory, evolve, field, frozen

from .codec import JsonError, decode_json, encode_json
from .error_body import ErrorDetail

MASK: Final = "***"
# Shorter values are words of any text: masking them would destroy messages and hide nothing. What is a secret by its
# name only may be a word as well, and has to be longer.
_SHORTEST_SECRET: Final = 4
_SHORTEST_GUESSED: Final = 8
# Of headers and queries; `tokens` are counted, not kept secret.
_SECRET: Final = re.compile(r"key|token(?!s)|secret|auth|cookie|passw|credential|signature", re.IGNORECASE)
_HARMLESS: Final = re.compile(r"idempotency|rate-?limit|www-authenticate", re.IGNORECASE)
# Of bodies, which have many a harmless key.
_SECRET_MEMBER: Final = re.compile(
    r"((api|access|private|secret)[_-]?key|secret|token|passw(or)?d|passphrase|authorization)\Z", re.IGNORECASE
)


def is_secret_name(name: str) -> bool:
    """Say whether a header or a member of a query is a secret by its name."""
    return _SECRET.search(name) is not None and _HARMLESS.search(name) is None


def secrets_by_name(members: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    """Yield the secrets among headers or members of a query, as their names tell; schemes such as `Bearer` left out."""
    for name, value in members:
        secret = value.rpartition(" ")[2] if isinstance(value, str) else ""
        if len(secret) >= _SHORTEST_GUESSED and is_secret_name(name):
            yield secret


def _spelled(secrets: Iterable[str]) -> tuple[str, ...]:
    """Write secrets in every way they are seen: plain, percent-encoded, and escaped as in JSON or a repr; longest first."""
    spellings = {
        spelling
        for secret in secrets
        if len(secret) >= _SHORTEST_SECRET
        for spelling in (
            *(secret, quote(secret, safe=""), quote_plus(secret), repr(secret)[1:-1]),
            *(json.dumps(secret, ensure_ascii=is_ascii)[1:-1] for is_ascii in (False, True)),
        )
    }
    return tuple(sorted(spellings, key=lambda spelling: (-len(spelling), spelling)))


@frozen
class Redactor:
    """
    Replace secrets by `***` wherever their value occurs, plain or encoded, and in logs by their names as well.

    Args:
        secrets: the values.
        members: names that the document marks as secret, of members of bodies.

    .. versionadded:: 0.1.0
    """

    _secrets: tuple[str, ...] = field(default=(), repr=False)
    _members: frozenset[str] = frozenset()
    _spellings: tuple[str, ...] = field(
        default=Factory(lambda self: _spelled(self._secrets), takes_self=True), init=False, repr=False
    )

    def knowing(self, secrets: Iterable[str]) -> Self:
        """Return one that masks more values."""
        more = [secret for secret in secrets if secret not in self._secrets]
        return evolve(self, secrets=(*self._secrets, *more)) if more else self

    def text(self, text: str) -> str:
        """Mask secrets in a text."""
        for secret in self._spellings:
            if secret in text:
                text = text.replace(secret, MASK)
        return text

    def content(self, content: bytes) -> bytes:
        """Mask secrets in bytes of any encoding that keeps them readable."""
        for secret in self._spellings:
            content = content.replace(secret.encode(), MASK.encode())
        return content

    def value(self, value: Any) -> Any:
        """Mask secrets in every text of a plain JSON value."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, Mapping):
            return {self.value(key): self.value(item) for key, item in value.items()}
        if isinstance(value, list):
            return [self.value(item) for item in value]
        return value

    def detail(self, detail: ErrorDetail) -> ErrorDetail:
        """Mask secrets in what a vendor says about an error: some repeat the key they refuse."""
        return ErrorDetail(
            message=self.text(detail.message),
            type=self.value(detail.type),
            code=self.value(detail.code),
            param=self.value(detail.param),
        )

    def headers(self, headers: Mapping[str, str]) -> dict[str, str]:
        """Mask headers by name, and secrets in the values of all others."""
        return {name: MASK if is_secret_name(name) else self.text(value) for name, value in headers.items()}

    def body(self, content: bytes) -> str:
        """Write a body for a log: members that are secret by name masked, and secrets wherever they occur."""
        found: list[str] = []
        try:
            masked = self._without_secrets(decode_json(content), found=found)
            shown = encode_json(masked) if found else content
        except (JsonError, RecursionError):  # no JSON, which has no members, or nested beyond reading
            shown = content
        return self.text(shown.decode("utf-8", "replace"))

    def secrets_of(self, content: bytes) -> list[str]:
        """Return the secrets of a body, as the names of its members tell."""
        found: list[str] = []
        try:
            self._without_secrets(decode_json(content), found=found)
        except (JsonError, RecursionError):
            return []
        return [text for text in found if len(text) >= _SHORTEST_GUESSED]

    def _without_secrets(self, value: Any, *, found: list[str], is_secret: bool = False) -> Any:
        if isinstance(value, str) and is_secret:
            found.append(value)
            return MASK
        if isinstance(value, list):
            return [self._without_secrets(item, found=found, is_secret=is_secret) for item in value]
        if isinstance(value, dict):
            return {
                name: self._without_secrets(item, found=found, is_secret=is_secret or self._is_secret(name, value))
                for name, item in value.items()
            }
        return value

    def _is_secret(self, name: str, owner: Mapping[str, Any]) -> bool:
        # Beside its probability, a token is a piece of text.
        return name in self._members or (_SECRET_MEMBER.search(name) is not None and "logprob" not in owner)

    def scrub(self, response: Any) -> None:
        """Mask secrets in the head of an answer that an error will carry, and in its request as far as it is shown."""
        for name, value in response.headers.items():
            masked = self.text(value)
            if masked != value:
                response.headers[name] = masked
        phrase = response.extensions.get("reason_phrase")
        if isinstance(phrase, bytes):
            response.extensions = {**response.extensions, "reason_phrase": self.content(phrase)}
        try:
            response.request = self.scrubbed(response.request)
        except RuntimeError:  # an answer made by hand has none
            return

    def scrubbed(self, request: Any) -> Any:
        """Copy a request with its secrets masked: the one that was sent stays as it is."""
        shown = copy.copy(request)
        shown.headers = type(request.headers)(self.headers(request.headers))
        shown.url = type(request.url)(self.text(str(request.url)))
        return shown
