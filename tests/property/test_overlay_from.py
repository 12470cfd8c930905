"""Laws of deriving an overlay from two documents, on random ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from specfold.document import Document
from specfold.errors import SpecfoldError
from specfold.merge import apply_overlays, derive_overlay, parse_overlay, to_yaml
from specfold.reading import parse_document
from specfold.schema.edit import copy_json, is_same

NAMES = st.sampled_from(
    ["a", "b", "name", "$ref", "paths", "components", "it's", "a.b", "e/f", "~", "0", "", 'q"\\', "é\n"]
)
LEAVES = st.none() | st.booleans() | st.integers(-2, 2) | st.sampled_from([0.5, "", "x", "it's", "b\\", "two\nlines"])
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=14
)
OBJECTS = st.dictionaries(NAMES, VALUES, max_size=4)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """Draw two documents that have much in common, or nothing."""
    old = draw(OBJECTS)
    return old, draw(OBJECTS) if draw(st.booleans()) else edited(draw, old)


def edited(draw: st.DrawFn, value: Any) -> Any:
    """Draw a value that is another one edited in places: members and items dropped, added, replaced, moved."""
    if isinstance(value, dict):
        kept = {key: edited(draw, item) for key, item in value.items() if draw(st.integers(0, 5))}
        return {**kept, **(draw(st.dictionaries(NAMES, VALUES, max_size=1)) if not draw(st.integers(0, 3)) else {})}
    if isinstance(value, list):
        kept_items = [edited(draw, item) for item in value if draw(st.integers(0, 5))]
        more = kept_items + (draw(st.lists(VALUES, max_size=2)) if not draw(st.integers(0, 3)) else [])
        return more[::-1] if not draw(st.integers(0, 5)) else more
    return value if draw(st.integers(0, 3)) else draw(VALUES)


def apply(value: dict[str, Any], overlay: dict[str, Any]) -> tuple[Any, list[str]]:
    """Return a document with an overlay applied, both written as YAML and read again, and the findings."""
    if not overlay["actions"]:
        return value, []
    document = parse_document(to_yaml(value).encode(), "a.yaml")
    applied = apply_overlays(document, [parse_overlay(parse_document(to_yaml(overlay).encode(), "o.yaml"))])
    return applied.document.value, [str(finding) for finding in applied.findings]


@given(pair=pairs())
def test_what_is_derived_turns_one_into_the_other(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """Applying the overlay from A to B to A gives B, and the strict reading finds nothing to say."""
    old, new = pair

    outcome, findings = apply(old, derive_overlay(old, new, title="T"))

    assert is_same(outcome, new)
    assert findings == []


@given(pair=pairs())
def test_what_is_derived_is_minimal(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """Without any one of its actions or leaves the overlay gives something else, or cannot be applied."""
    old, new = pair
    overlay = derive_overlay(old, new, title="T")

    survivors = [less for less in smaller(overlay) if gives(old, less, outcome=new)]

    assert survivors == []


@given(value=OBJECTS)
def test_equal_documents_need_no_action(value: dict[str, Any]) -> None:
    """From a document to itself there is nothing to do."""
    assert derive_overlay(value, copy_json(value), title="T")["actions"] == []


@given(pair=pairs())
def test_deriving_is_deterministic_and_changes_nothing(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """The same documents give the same overlay and stay as they are."""
    old, new = pair
    before = copy_json([old, new])

    first = derive_overlay(old, new, title="T")

    assert first == derive_overlay(old, new, title="T")
    assert is_same([old, new], before)


def gives(old: dict[str, Any], overlay: dict[str, Any], *, outcome: dict[str, Any]) -> bool:
    """Tell whether an overlay can be applied and leads to a document."""
    try:
        return is_same(apply(old, overlay)[0], outcome)
    except SpecfoldError:
        return False


def smaller(overlay: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the overlay without each of its actions, and without each leaf of their updates."""
    actions = overlay["actions"]
    for index, action in enumerate(actions):
        yield {**overlay, "actions": [*actions[:index], *actions[index + 1 :]]}
        for less in without_a_leaf(action["update"]) if "update" in action else ():
            yield {**overlay, "actions": [*actions[:index], {**action, "update": less}, *actions[index + 1 :]]}


def without_a_leaf(value: Any) -> Iterator[Any]:
    """Yield an object or array without each of its leaves."""
    if not isinstance(value, dict | list):
        return
    places = list(value) if isinstance(value, dict) else list(range(len(value)))
    for place in places:
        for inner in without_a_leaf(value[place]):
            changed = copy_json(value)
            changed[place] = inner
            yield changed
        changed = copy_json(value)
        del changed[place]
        yield changed


def test_a_document_type_is_kept() -> None:
    """The overlay that is derived is one by the standard."""
    overlay = derive_overlay({"a": 1}, {"b": [1]}, title="T")

    parsed = parse_overlay(Document(overlay, "o.yaml"))

    assert [(action.target, action.remove, action.update) for action in parsed.actions] == [
        ("$.a", True, None),
        ("$", False, {"b": [1]}),
    ]
