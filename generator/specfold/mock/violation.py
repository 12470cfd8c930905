"""What is wrong with a request, in words that name the member and the bound; checks nothing itself."""

from __future__ import annotations

from typing import Final

import attrs


@attrs.frozen(kw_only=True)
class Violation:
    """
    One thing a request does wrong.

    Attributes:
        path: where: `body`, `query`, `header` or `path`, then member names and positions.
        message: what is wrong, with the bound.
        kind: a word for programs, such as `greater_than_equal`.
    """

    path: tuple[str | int, ...]
    message: str
    kind: str

    @property
    def member(self) -> str:
        """The place below the body (or other location) in words: `messages[0].role`."""
        text = ""
        for token in self.path[1:]:
            text += f"[{token}]" if isinstance(token, int) else f".{token}" if text else token
        return text or str(self.path[0])

    def __str__(self) -> str:
        """Print member and message on one line."""
        return f"{self.member}: {self.message}"


def missing(*path: str | int) -> Violation:
    """Return the violation of a member that has to be there."""
    return Violation(path=path, message="is required", kind="missing")


def kind_of(keyword: str) -> str:
    """Return the word for programs that a keyword of JSON Schema has; services that validate with models use these."""
    return _KINDS.get(keyword, "value_error")


_KINDS: Final = {
    "additionalProperties": "extra_forbidden",
    "const": "literal_error",
    "enum": "enum",
    "exclusiveMaximum": "less_than",
    "exclusiveMinimum": "greater_than",
    "format": "value_error.format",
    "maxItems": "too_long",
    "maxLength": "string_too_long",
    "maximum": "less_than_equal",
    "minItems": "too_short",
    "minLength": "string_too_short",
    "minimum": "greater_than_equal",
    "multipleOf": "multiple_of",
    "pattern": "string_pattern_mismatch",
    "type": "type_error",
}
