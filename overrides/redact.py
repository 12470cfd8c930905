"""Taking secrets out of what people and logs read: knows secret values and header names; knows no client."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from urllib.parse import quote, quote_plus

from attrs import field, frozen

from .error_body import ErrorDetail

MASK: Final = "***"
SECRET_HEADERS: Final = frozenset(
    {"authorization", "proxy-authorization", "cookie", "set-cookie", "api-key", "x-api-key", "x-auth-token", "token"}
)
# Shorter values are words of any text: masking them would destroy messages and hide nothing.
_SHORTEST_SECRET: Final = 4


def _spellings(secrets: Iterable[str]) -> tuple[str, ...]:
    spellings = {
        spelling
        for secret in secrets
        if len(secret) >= _SHORTEST_SECRET
        for spelling in (secret, quote(secret, safe=""), quote_plus(secret))
    }
    return tuple(sorted(spellings, key=lambda spelling: (-len(spelling), spelling)))


@frozen
class Redactor:
    """
    Replace secrets by `***` wherever their value occurs, plain or percent-encoded.

    .. versionadded:: 0.1.0
    """

    _secrets: tuple[str, ...] = field(default=(), converter=_spellings, repr=False)

    def text(self, text: str) -> str:
        """Mask secrets in a text."""
        for secret in self._secrets:
            if secret in text:
                text = text.replace(secret, MASK)
        return text

    def content(self, content: bytes) -> bytes:
        """Mask secrets in bytes of any encoding that keeps them readable."""
        for secret in self._secrets:
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
        return {name: MASK if name.lower() in SECRET_HEADERS else self.text(value) for name, value in headers.items()}
