"""Laws of overlays and merging, on random documents."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from specfold.document import Document, Origin
from specfold.merge import apply_overlays, parse_overlay, to_yaml
from specfold.merge.draft import Draft
from specfold.merge.origins import complete_origins, iter_tokens
from specfold.merge.unite import unite
from specfold.pointer import JsonPointer
from specfold.reading import parse_document
from specfold.schema.edit import is_same
from specfold.schema.references import find

NAMES = st.sampled_from(["a", "b", "c", "x-d", "e/f", "~", "0"])
LEAVES = st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from(["", "x", "yes", "two\nlines"])
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3), max_leaves=12
)
OBJECTS = st.dictionaries(NAMES, VALUES, max_size=4)


def as_document(value: dict[str, Any], source: str, *, layer: str = "document") -> Document:
    """Write a value as YAML and read it with its lines."""
    return parse_document(to_yaml(value).encode(), source, layer=layer)


def as_query(tokens: tuple[str, ...], value: Any) -> str:
    """Return the query that selects one node."""
    query = "$"
    for token in tokens:
        query += f"[{token}]" if isinstance(value, list) else f"[{json.dumps(token)}]"
        value = value[int(token)] if isinstance(value, list) else value[token]
    return query


def make_overlay(actions: list[dict[str, Any]]) -> Document:
    """Return an overlay with these actions."""
    return as_document(
        {"overlay": "1.1.0", "info": {"title": "T", "version": "1"}, "actions": actions}, "o.yaml", layer="overlay"
    )


@given(value=OBJECTS)
def test_no_overlay_changes_nothing(value: dict[str, Any]) -> None:
    """Without overlays a document stays the same, origins included."""
    document = as_document(value, "d.yaml")

    applied = apply_overlays(document, [])

    assert applied.document.value == document.value
    assert applied.document.origins == document.origins


@given(value=OBJECTS)
def test_an_empty_update_changes_nothing_and_is_found(value: dict[str, Any]) -> None:
    """An empty update of the root leaves the document as it is, and is reported."""
    document = as_document(value, "d.yaml")

    applied = apply_overlays(document, [parse_overlay(make_overlay([{"target": "$", "update": {}}]))])

    assert applied.document.value == document.value
    assert [finding.rule for finding in applied.findings] == ["overlay-no-op"]


@given(value=OBJECTS, data=st.data())
def test_every_node_keeps_an_origin_that_holds_it(value: dict[str, Any], data: st.DataObject) -> None:
    """After any removals and updates every node has an origin, and reading its writer finds that very node."""
    actions: list[dict[str, Any]] = []
    for _ in range(data.draw(st.integers(1, 3))):
        tokens = data.draw(
            st.sampled_from(
                [found for found in iter_tokens(value) if isinstance(find(value, JsonPointer(found)), dict)]
            )
        )
        actions.append(
            {
                "target": as_query(tokens, value),
                "update": {data.draw(st.sampled_from(["new", "more"])): data.draw(LEAVES)},
            }
        )
    gone = data.draw(st.sampled_from([*iter_tokens(value)]))
    if gone:
        actions.append({"target": as_query(gone, value), "remove": True})
    distinct = [
        action for index, action in enumerate(actions) if not any(is_same(action, other) for other in actions[:index])
    ]
    document, overlay = as_document(value, "d.yaml"), make_overlay(distinct)

    applied = apply_overlays(document, [parse_overlay(overlay)]).document

    assert applied.origins.keys() == set(iter_tokens(applied.value))
    for tokens, origin in applied.origins.items():
        leaf = find(applied.value, JsonPointer(tokens))
        writer = overlay if origin.layer == "overlay" else document
        written = [found for found, where in writer.origins.items() if where.line == origin.line]
        if not isinstance(leaf, dict | list):
            assert any(is_same(find(writer.value, JsonPointer(found)), leaf) for found in written)


@given(value=OBJECTS, update=OBJECTS)
def test_an_update_without_arrays_may_be_applied_twice(value: dict[str, Any], update: dict[str, Any]) -> None:
    """Merging an update of objects and primitives a second time changes nothing."""
    if any(isinstance(find(update, JsonPointer(tokens)), list) for tokens in iter_tokens(update)):
        return
    origin = Origin("o.yaml", 1, "overlay", 0)
    both = {**update, **{key: item for key, item in value.items() if key not in update}}
    once = Draft(both, complete_origins(both, {}, fallback=Origin("d.yaml", 1)))
    before = json.dumps(once.value)

    effects = list(once.merge((), update, origin_of=lambda _: origin))

    assert json.dumps(once.value) == before
    assert all(effect.previous is not None for effect in effects)


@given(value=OBJECTS)
def test_uniting_a_document_with_itself_changes_nothing(value: dict[str, Any]) -> None:
    """The same content twice is no conflict, and the first writer keeps the node."""
    first, second = as_document(value, "a.yaml"), as_document(value, "b.yaml")

    united = unite([first, second])

    assert united.value == value
    assert united.conflicts == ()
    assert {origin.source for origin in united.origins.values()} == {"a.yaml"}


@given(value=OBJECTS, other=OBJECTS)
def test_every_disagreement_is_a_conflict(value: dict[str, Any], other: dict[str, Any]) -> None:
    """Without a conflict, everything either document says is in the united one."""
    united = unite([as_document(value, "a.yaml"), as_document(other, "b.yaml")])

    if not united.conflicts:
        for source in (value, other):
            for tokens in iter_tokens(source):
                leaf = find(source, JsonPointer(tokens))
                assert isinstance(leaf, dict) or is_same(find(united.value, JsonPointer(tokens)), leaf)
    assert united.origins.keys() == set(iter_tokens(united.value))
