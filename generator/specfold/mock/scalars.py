"""Single values for flat schemas: texts, numbers, formats; knows nothing of objects and arrays."""

from __future__ import annotations

import base64
import math
import re
import uuid
from collections.abc import Callable
from datetime import UTC, datetime

from specfold.document import JsonObject
from specfold.mock.dice import Dice
from specfold.mock.pattern import text_for_pattern

_EPOCH_S = 1_767_225_600  # 2026-01-01T00:00:00Z: a mock has no clock, so that its answers repeat
_YEAR_S = 31_536_000
_WORDS = ("amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "harbour", "island", "juniper")
_PLACES = ("Bergen", "Brest", "Gdynia", "Lisbon", "Porto", "Trieste")
_SMALL = 9
_OFF_BY_NATURE = frozenset({"has_more", "removed", "revoked", "deprecated", "disabled", "flagged", "truncated"})


def make_boolean(name: str) -> bool:
    """Return a truth value for a member of this name."""
    return name not in _OFF_BY_NATURE


def make_number(schema: JsonObject, dice: Dice, *, name: str) -> int | float:
    """Return a number inside the bounds of a flat schema; a member that names a moment gets a moment."""
    whole = schema.get("type") == "integer" or "integer" in (schema.get("type") or ())
    step = schema.get("multipleOf") or (1 if whole else None)
    low, high = _range(schema, step)
    if _is_moment(name) and low <= _EPOCH_S and high > _EPOCH_S + _YEAR_S:
        return _EPOCH_S + dice.integer(0, _YEAR_S)
    if math.isinf(low) and math.isinf(high):
        low, high = 0, _SMALL
    elif math.isinf(low):
        low = min(0, high)
    elif math.isinf(high):
        low = max(0, low) if low <= 0 else low
        high = low + _SMALL * (step or 1)
    if low <= 0 <= high:
        low, high = 0, min(high, _SMALL * (step or 1))
    if step:
        first = math.ceil(low / step)
        value = dice.integer(first, max(first, math.floor(high / step))) * step
        return int(value) if whole else value
    return round(low + (high - low) * dice.integer(1, 99) / 100, 6)


def _range(schema: JsonObject, step: float | None) -> tuple[float, float]:
    """Return the closed range of a flat numeric schema."""
    edge = step or 1e-3
    low = max(schema.get("minimum", -math.inf), schema.get("exclusiveMinimum", -math.inf) + edge)
    high = min(schema.get("maximum", math.inf), schema.get("exclusiveMaximum", math.inf) - edge)
    return low, high


def _is_moment(name: str) -> bool:
    return name in ("created", "updated", "expires", "timestamp") or name.endswith("_at")


def make_text(schema: JsonObject, dice: Dice, *, name: str) -> str:
    """
    Return a text for a flat string schema: by its pattern, its format, or else its member's name.

    Raises:
        PatternNotSupportedError: its pattern is beyond what texts are written for.
    """
    shortest = int(schema.get("minLength", 0))
    if "pattern" in schema:
        return text_for_pattern(schema["pattern"], dice, shortest=shortest)
    form = schema.get("format") or schema.get("contentEncoding") or ""
    make = _FORMATS.get(form)
    text = make(dice) if make else _by_name(name, dice)
    while len(text) < shortest:
        text += " " + _word(dice.child(len(text)))
    return text[: int(schema.get("maxLength", len(text)))]


def _word(dice: Dice) -> str:
    return _WORDS[dice.integer(0, len(_WORDS) - 1)]


def _by_name(name: str, dice: Dice) -> str:
    """Return a text that suits a member's name."""
    lower = name.lower()
    if lower == "id" or lower.endswith(("_id", "-id", "uuid")) or name.endswith("Id"):
        prefix = re.split(r"[-_]", lower.removesuffix("id").rstrip("_-"))[-1]
        return f"{prefix or 'id'}-{dice.hexadecimal(12)}"
    if lower.endswith(("url", "uri")):
        return f"https://files.example/{_word(dice)}/{dice.hexadecimal(6)}"
    if _is_moment(name) or lower.endswith("date"):
        return _moment(dice).strftime("%Y-%m-%dT%H:%M:%SZ")
    if lower.endswith(("key", "token", "secret")):
        return f"mock-{dice.hexadecimal(20)}"
    if lower.endswith(("limit", "remaining", "reset", "count")):
        return str(dice.integer(1, 60))
    if lower in ("city", "town", "place", "location"):
        return _PLACES[dice.integer(0, len(_PLACES) - 1)]
    if lower in ("filename", "file_name"):
        return f"{_word(dice)}.txt"
    return f"{_word(dice)} {_word(dice.child('second'))}"


def _moment(dice: Dice) -> datetime:
    return datetime.fromtimestamp(_EPOCH_S + dice.integer(0, _YEAR_S), tz=UTC)


def _base64(dice: Dice) -> str:
    return base64.b64encode(dice.octets(24)).decode()


_FORMATS: dict[str, Callable[[Dice], str]] = {
    "date-time": lambda dice: _moment(dice).strftime("%Y-%m-%dT%H:%M:%SZ"),
    "date": lambda dice: _moment(dice).strftime("%Y-%m-%d"),
    "time": lambda dice: _moment(dice).strftime("%H:%M:%SZ"),
    "duration": lambda dice: f"PT{dice.integer(1, 59)}M",
    "uuid": lambda dice: str(uuid.UUID(bytes=dice.octets(16), version=4)),
    "uri": lambda dice: f"https://files.example/{_word(dice)}",
    "url": lambda dice: f"https://files.example/{_word(dice)}",
    "iri": lambda dice: f"https://files.example/{_word(dice)}",
    "uri-reference": lambda dice: f"/{_word(dice)}",
    "email": lambda dice: f"{_word(dice)}@mail.example",
    "idn-email": lambda dice: f"{_word(dice)}@mail.example",
    "hostname": lambda dice: f"{_word(dice)}.example",
    "ipv4": lambda dice: f"192.0.2.{dice.integer(1, 254)}",
    "ipv6": lambda dice: f"2001:db8::{dice.integer(1, 9999)}",
    "json-pointer": lambda dice: f"/{_word(dice)}",
    "regex": lambda dice: f"^{_word(dice)}$",
    "byte": _base64,
    "base64": _base64,
    "binary": lambda dice: dice.hexadecimal(24),
}
