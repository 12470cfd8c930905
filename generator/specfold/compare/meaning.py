"""Whether two schemas say the same in the same words, whatever their components are called."""

from __future__ import annotations

import json
from collections.abc import Mapping

from specfold.document import Json, JsonObject
from specfold.pointer import JsonPointer
from specfold.schema.anchors import UNFOLLOWED
from specfold.schema.edit import is_same
from specfold.schema.flatten import ANNOTATIONS, local_target, value_at

_NAMED = frozenset({"properties", "patternProperties", "dependentSchemas"})
_UNORDERED = frozenset({"required", "type", "anyOf", "oneOf", "allOf"})
_NOTES = ANNOTATIONS | {"default", "deprecated"}

_MAX_NESTED = 24  # references inside references; far below what Python can nest

InFlight = frozenset[tuple[str, str]]


def same_meaning(old: tuple[JsonObject, Json], new: tuple[JsonObject, Json], *, inside: InFlight = frozenset()) -> bool:
    """
    Tell whether two schemas agree once references are followed and notes left out.

    Args:
        old: the old document and a schema of it.
        new: the new document and a schema of it.
        inside: pairs of references being compared; meeting one again, they are taken as equal.
    """
    old_name, old_value = _settle(*old)
    new_name, new_value = _settle(*new)
    if _leads_away(old[0], old_value) or _leads_away(new[0], new_value):
        return False  # what is there is not known
    if old_name or new_name:
        met = (old_name, new_name)
        if met in inside:
            return True
        if len(inside) >= _MAX_NESTED:
            return is_same(old_value, new_value)
        inside |= {met}
    if isinstance(old_value, dict) and isinstance(new_value, dict):
        return _same_objects((old[0], old_value), (new[0], new_value), inside=inside)
    return _same_values((old[0], old_value), (new[0], new_value), inside=inside)


def _settle(root: JsonObject, value: Json) -> tuple[str, Json]:
    """Follow references as long as nothing stands beside them; return the last one and what it names."""
    name = ""
    seen: set[JsonPointer] = set()
    while isinstance(value, dict) and "$ref" in value and not set(value) - _NOTES - {"$ref"}:
        target = local_target(root, value["$ref"])
        if target is None or target in seen:
            break
        seen.add(target)
        name, value = str(target), value_at(root, target)
    return name, value


def _leads_away(root: JsonObject, value: Json) -> bool:
    """Tell whether a schema refers to something that is not in its document; without a document it is data."""
    if not root or not isinstance(value, dict):
        return False
    return any(isinstance(value.get(name), str) and not local_target(root, value[name]) for name in UNFOLLOWED)


def _same_objects(
    old: tuple[JsonObject, Mapping[str, Json]], new: tuple[JsonObject, Mapping[str, Json]], *, inside: InFlight
) -> bool:
    """Compare two schema objects keyword by keyword."""
    first = {name: value for name, value in old[1].items() if name not in _NOTES and not name.startswith("x-")}
    second = {name: value for name, value in new[1].items() if name not in _NOTES and not name.startswith("x-")}
    if set(first) != set(second):
        return False
    return all(
        _same_keyword(name, (old[0], value), new=(new[0], second[name]), inside=inside) for name, value in first.items()
    )


def _same_keyword(name: str, old: tuple[JsonObject, Json], *, new: tuple[JsonObject, Json], inside: InFlight) -> bool:
    """Compare two values of one keyword, as schemas only where the keyword holds schemas."""
    value, other = old[1], new[1]
    if name == "const":
        return is_same(value, other)
    if name == "enum":
        return _same_listed(value, other)
    if name == "dependentRequired":
        return _same_needs(value, other)
    if name in _NAMED and isinstance(value, dict) and isinstance(other, dict):
        return value.keys() == other.keys() and all(
            same_meaning((old[0], schema), (new[0], other[key]), inside=inside) for key, schema in value.items()
        )
    if name in _UNORDERED and isinstance(value, list) and isinstance(other, list):
        return _same_sets((old[0], value), (new[0], other), inside=inside)
    if name == "$ref":
        return same_meaning((old[0], {name: value}), (new[0], {name: other}), inside=inside)
    if name == "discriminator":
        return same_meaning((old[0], read_tag(value)), (new[0], read_tag(other)), inside=inside)
    return same_meaning(old, new, inside=inside)


def _same_listed(old: Json, new: Json) -> bool:
    """Tell whether two lists hold the same JSON values, in whatever order."""
    if not isinstance(old, list) or not isinstance(new, list):
        return is_same(old, new)
    return set(map(json_key, old)) == set(map(json_key, new))


def _same_needs(old: Json, new: Json) -> bool:
    """Tell whether two `dependentRequired` ask for the same members, in whatever order."""
    if not isinstance(old, dict) or not isinstance(new, dict):
        return is_same(old, new)
    return old.keys() == new.keys() and all(_same_listed(names, new[key]) for key, names in old.items())


def read_tag(discriminator: Json) -> Json:
    """Return a discriminator with its mapping as references, so that renamed components are the same."""
    if not isinstance(discriminator, dict):
        return None
    mapping = discriminator.get("mapping")
    targets = mapping if isinstance(mapping, dict) else {}
    return [discriminator.get("propertyName"), {"properties": {name: _refer(text) for name, text in targets.items()}}]


def _refer(text: Json) -> Json:
    """Return a mapping target as the reference it stands for."""
    name = str(text)
    return {"$ref": name if "/" in name or "#" in name else f"#/components/schemas/{name}"}


def _same_sets(old: tuple[JsonObject, list[Json]], new: tuple[JsonObject, list[Json]], *, inside: InFlight) -> bool:
    """Compare two lists whose order says nothing."""
    if len(old[1]) != len(new[1]):
        return False
    left = list(new[1])
    for value in old[1]:
        for index, other in enumerate(left):
            if same_meaning((old[0], value), (new[0], other), inside=inside):
                del left[index]
                break
        else:
            return False
    return True


def _same_values(old: tuple[JsonObject, Json], new: tuple[JsonObject, Json], *, inside: InFlight) -> bool:
    """Compare two lists in order, or two plain values; `1` and `true` differ."""
    if isinstance(old[1], list) and isinstance(new[1], list):
        return len(old[1]) == len(new[1]) and all(
            same_meaning((old[0], value), (new[0], other), inside=inside)
            for value, other in zip(old[1], new[1], strict=True)
        )
    return is_same(old[1], new[1])


def json_key(value: Json) -> str:
    """Write a value so that equal values have equal texts."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
