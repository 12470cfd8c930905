"""A value of one kind said as another kind: wrapped, unwrapped, joined, parsed, rounded. Knows no document."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from specfold.compare.aliases import REPLACEABLE, SUBSTITUTES
from specfold.document import Json
from specfold.schema.flatten import FlatSchema

_MAX_EXACT = 2**53


@attrs.frozen(kw_only=True)
class Conversion:
    """
    A value in another form.

    Attributes:
        value: the new value.
        reason: what was done.
        lossy: whether something is lost.
    """

    value: Json
    reason: str
    lossy: bool = False


def kind_of(value: Json) -> str:
    """Return the JSON type of a value; a number without a fraction is an integer."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        return "integer"
    if isinstance(value, float):
        return "number"
    if isinstance(value, str):
        return "string"
    return "array" if isinstance(value, list) else "object"


def admits(flat: FlatSchema, value: Json) -> bool:
    """Tell whether a schema lets a value of this kind in."""
    kind = kind_of(value)
    if kind == "null":
        return flat.nullable
    return flat.types is None or kind in flat.types or (kind == "integer" and "number" in flat.types)


def convert(value: Json, flat: FlatSchema) -> Iterator[Conversion]:
    """Yield a value in the kinds that a schema lets in, the closest first."""
    types = flat.types or frozenset()
    kind = kind_of(value)
    if kind == "null":
        if "string" in types:
            yield Conversion(value="", reason="null is not accepted, an empty text is")
        return
    if "string" in types:
        yield from _to_text(value)
    if kind == "number" and "integer" in types:
        yield Conversion(value=round(value), reason="a whole number is wanted", lossy=True)
    if kind == "string":
        yield from _parse(value, types)
    if kind == "string" and "object" in types:
        texts = [name for name in flat.required if name in flat.properties]
        if len(texts) == 1 and len(flat.required) == 1:
            yield Conversion(value={texts[0]: value}, reason=f"an object with the text in {texts[0]} is wanted")
    if "array" in types and kind != "array":
        yield Conversion(value=[value], reason="a list is wanted")
    if kind == "string" and "array" in types:
        yield Conversion(value=[{"type": "text", "text": value}], reason="a list of parts is wanted")


def _to_text(value: Json) -> Iterator[Conversion]:
    """Yield a value as one text."""
    if isinstance(value, bool):
        yield Conversion(value="true" if value else "false", reason="a text is wanted")
    elif isinstance(value, int | float):
        yield Conversion(value=str(value), reason="a text is wanted")
    elif isinstance(value, list):
        yield from _join(value)
    elif isinstance(value, dict):
        texts = [text for name, text in value.items() if isinstance(text, str) and name != "type"]
        if texts and len(texts) == sum(isinstance(text, str) for text in value.values()):
            lossy = len(value) > 1
            reason = "a text is wanted, not an object" + (", and only one member fits" if lossy else "")
            yield Conversion(value=texts[0], reason=reason, lossy=lossy)


def _join(parts: list[Json]) -> Iterator[Conversion]:
    """Yield a list as one text: its only text, or the texts of its parts."""
    if len(parts) == 1 and isinstance(parts[0], str):
        yield Conversion(value=parts[0], reason="one text is wanted, not a list")
        return
    texts = [part["text"] for part in parts if isinstance(part, dict) and isinstance(part.get("text"), str)]
    if not texts:
        return
    others = sorted({str(part.get("type")) if isinstance(part, dict) else kind_of(part) for part in parts} - {"text"})
    lost = len(parts) - len(texts)
    reason = "one text is wanted, not parts" + (f"; parts of kind {', '.join(others)} are lost" if lost else "")
    yield Conversion(value="\n".join(texts), reason=reason, lossy=bool(lost))


def _parse(text: str, types: frozenset[str]) -> Iterator[Conversion]:
    """Yield a text as the number or truth value it spells."""
    if "boolean" in types and text in {"true", "false"}:
        yield Conversion(value=text == "true", reason="a truth value is wanted")
    if not types & {"integer", "number"}:
        return
    try:
        number = float(text)
    except ValueError:
        return
    if number.is_integer() and abs(number) < _MAX_EXACT:
        yield Conversion(value=int(number), reason="a number is wanted")
    elif "number" in types and abs(number) < float("inf"):
        yield Conversion(value=number, reason="a number is wanted")


def substitutes_for(name: str, value: Json) -> Iterator[Conversion]:
    """Yield the values that may stand for another one of a member, by the conventions of the family."""
    if not (isinstance(value, dict) or (isinstance(value, str) and value in REPLACEABLE.get(name, ()))):
        return
    for text, lossy in SUBSTITUTES.get(name, ()):
        if text != value:
            said = value if isinstance(value, str) else "an object"
            yield Conversion(value=text, reason=f"{said} is not accepted, {text} is closest", lossy=lossy)
