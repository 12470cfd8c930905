"""JSON pointers (RFC 6901) as values; knows nothing of what they point into."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote, unquote

import attrs

Token = str


@attrs.frozen
class JsonPointer:
    """
    Name one node of a JSON document by the tokens that lead to it.

    Array positions are tokens too, in decimal (`"0"`), so that a pointer needs no document to be printed or compared.
    Source: RFC 6901.
    """

    tokens: tuple[Token, ...] = ()

    @classmethod
    def parse(cls, text: str) -> JsonPointer:
        """
        Read a pointer (`/a/b`) or its URI fragment form (`#/a/b`).

        Raises:
            ValueError: the text is neither empty nor starts with `/`.
        """
        if text.startswith("#"):
            text = unquote(text[1:])
        if not text:
            return cls()
        if not text.startswith("/"):
            msg = f"a JSON pointer is empty or starts with '/', got {text!r}"
            raise ValueError(msg)
        return cls(tuple(part.replace("~1", "/").replace("~0", "~") for part in text[1:].split("/")))

    def __truediv__(self, token: Token | int) -> JsonPointer:
        """Return the pointer of a child."""
        return JsonPointer((*self.tokens, str(token)))

    def join(self, tokens: Iterable[Token | int]) -> JsonPointer:
        """Return the pointer of a descendant."""
        return JsonPointer(self.tokens + tuple(str(token) for token in tokens))

    @property
    def parent(self) -> JsonPointer:
        """The pointer of the node that holds this one; the root is its own parent."""
        return JsonPointer(self.tokens[:-1])

    def is_within(self, other: JsonPointer) -> bool:
        """Tell whether this pointer names `other` or something below it."""
        return self.tokens[: len(other.tokens)] == other.tokens

    def __str__(self) -> str:
        """Print the pointer as RFC 6901 writes it; the root is the empty string."""
        return "".join("/" + token.replace("~", "~0").replace("/", "~1") for token in self.tokens)

    @property
    def fragment(self) -> str:
        """The pointer as a URI fragment, the form `$ref` uses."""
        return "#" + quote(str(self), safe="/~!$&'()*+,;=:@-._")
