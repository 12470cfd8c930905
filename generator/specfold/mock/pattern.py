"""Texts for regular expressions: the part of the syntax that documents use; knows nothing of schemas."""

from __future__ import annotations

import re

import attrs

from specfold.mock.dice import Dice

_CLASSES = {"d": "0123456789", "w": "abcdefghijklmnopqrstuvwxyz0123456789_", "s": " "}
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "v": "\v"}
_PRINTABLE = "".join(chr(code) for code in range(32, 127))
_LONGEST_REPEAT = 64


class PatternNotSupportedError(ValueError):
    """The pattern uses syntax that no text is written for here (look-around, back references, properties)."""

    def __init__(self, pattern: str) -> None:
        super().__init__(f"no text is known for the pattern {pattern!r}")


def text_for_pattern(pattern: str, dice: Dice, *, shortest: int = 0) -> str:
    """
    Return a text that the pattern is found in.

    Args:
        pattern: a regular expression as JSON Schema has it.
        dice: chooses among what is allowed.
        shortest: wanted length; open-ended repetitions grow to reach it.

    Raises:
        PatternNotSupportedError: the pattern is beyond the subset, or no text was found.
    """
    extra = 0
    text = _write(pattern, dice, extra=extra)
    while len(text) < shortest and extra < _LONGEST_REPEAT:
        extra = extra * 2 or 1
        text = _write(pattern, dice, extra=extra)
    return text


def _write(pattern: str, dice: Dice, *, extra: int) -> str:
    """Return a text for the pattern with `extra` rounds of each open-ended repetition, checked against it."""
    reader = _Reader(pattern=pattern, dice=dice, extra=extra)
    try:
        text = reader.alternatives()
        found = re.search(pattern, text)
    except (re.error, ValueError) as error:
        raise PatternNotSupportedError(pattern) from error
    if reader.position != len(pattern) or found is None:
        raise PatternNotSupportedError(pattern)
    return text


@attrs.define
class _Reader:
    """Reads a pattern once from left to right and writes a text on the way."""

    pattern: str
    dice: Dice
    extra: int
    position: int = 0

    def alternatives(self) -> str:
        """Read branches divided by `|`; the first is written."""
        first = self._sequence()
        while self._peek() == "|":
            self.position += 1
            self._sequence()
        return first

    def _sequence(self) -> str:
        """Read atoms and their quantifiers up to the end of a branch."""
        written = []
        while self._peek() not in ("", "|", ")"):
            start = self.position
            atom = self._atom()
            low, high = self._quantifier()
            times = min(low + self.extra, high) if (low, high) != (1, 1) else 1
            written.append(atom if times else "")
            resume = self.position
            for _ in range(times - 1):
                self.position = start
                written.append(self._atom())
            self.position = resume
        return "".join(written)

    def _atom(self) -> str:
        """Read one atom and write a text for it."""
        character = self._take()
        if character in ("^", "$"):
            return ""
        if character == "(":
            return self._group()
        if character == "[":
            return self._pick(self._set())
        if character == ".":
            return self._pick(_CLASSES["w"])
        if character == "\\":
            return self._pick(self._escape())
        if character in ("*", "+", "?"):
            raise PatternNotSupportedError(self.pattern)
        return character

    def _group(self) -> str:
        """Read a group after its opening bracket."""
        if self._peek() == "?":
            self.position += 1
            opening = self._take()
            if opening == "P" or (opening == "<" and self._peek() not in ("=", "!")):
                self.position = self.pattern.index(">", self.position) + 1
            elif opening != ":":
                raise PatternNotSupportedError(self.pattern)
        text = self.alternatives()
        if self._take() != ")":
            raise PatternNotSupportedError(self.pattern)
        return text

    def _set(self) -> str:
        """Read a bracket expression; return the characters it allows, readable ones first."""
        negated = self._peek() == "^"
        if negated:
            self.position += 1
        allowed = ""
        while self._peek() != "]" or not allowed:
            start = self._take()
            characters = self._escape() if start == "\\" else start
            if self._peek() == "-" and self.pattern[self.position + 1 : self.position + 2] not in ("]", ""):
                self.position += 1
                end = self._take()
                end = self._escape() if end == "\\" else end
                characters = "".join(
                    chr(code) for code in range(ord(characters), min(ord(end), ord(characters) + 99) + 1)
                )
            allowed += characters
        self.position += 1
        if negated:
            allowed = "".join(character for character in _CLASSES["w"] + _PRINTABLE if character not in allowed)
        return allowed

    def _escape(self) -> str:
        """Read what follows a backslash; return the characters it allows."""
        character = self._take()
        if character in _CLASSES:
            return _CLASSES[character]
        if character.lower() in _CLASSES:
            return "".join(other for other in _PRINTABLE if other not in _CLASSES[character.lower()])
        if character == "u":
            code = self.pattern[self.position : self.position + 4]
            self.position += 4
            return chr(int(code, 16))
        if character.isalnum() and character not in _CONTROLS:
            raise PatternNotSupportedError(self.pattern)
        return _CONTROLS.get(character, character)

    def _quantifier(self) -> tuple[int, int]:
        """Read a quantifier, if there is one; return how often its atom may stand."""
        character = self._peek()
        if character in ("*", "+", "?"):
            self.position += 1
            bounds = {"*": (0, _LONGEST_REPEAT), "+": (1, _LONGEST_REPEAT), "?": (0, 1)}[character]
        else:
            found = re.compile(r"\{(\d+)(,?)(\d*)\}").match(self.pattern, self.position)
            if found is None:
                return (1, 1)
            self.position = found.end()
            low = int(found[1])
            high = int(found[3]) if found[3] else low + _LONGEST_REPEAT if found[2] else low
            bounds = (low, high)
        if self._peek() in ("?", "+"):
            self.position += 1
        return bounds

    def _pick(self, characters: str) -> str:
        """Choose one character; each place of the text has its own."""
        if not characters:
            raise PatternNotSupportedError(self.pattern)
        self.dice = self.dice.child("next")
        return characters[self.dice.integer(0, len(characters) - 1)]

    def _peek(self) -> str:
        return self.pattern[self.position : self.position + 1]

    def _take(self) -> str:
        character = self._peek()
        if not character:
            raise PatternNotSupportedError(self.pattern)
        self.position += 1
        return character
