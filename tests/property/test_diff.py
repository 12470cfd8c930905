"""What holds of every diff: nothing differs from itself, names and order do not matter, the sides mirror each other."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from specfold.compare.change import Axis, Diff, Severity
from specfold.compare.diff import diff_documents
from specfold.compare.rules import RULES
from specfold.document import Document, Json, JsonObject
from specfold.report.diff_report import diff_to_json

NAMES = ("a", "b", "c")
COMPONENTS = ("One", "Two", "Three")


def scalars() -> st.SearchStrategy[JsonObject]:
    """Draw schemas of strings, numbers and booleans with a few keywords."""
    small = st.integers(0, 3)
    text = st.fixed_dictionaries(
        {"type": st.just("string")},
        optional={
            "minLength": small,
            "maxLength": small,
            "default": st.just("a"),
            "pattern": st.sampled_from(["^a", "b$"]),
        },
    )
    listed = st.fixed_dictionaries(
        {"type": st.just("string"), "enum": st.lists(st.sampled_from("xyz"), min_size=1, unique=True)}
    )
    number = st.fixed_dictionaries(
        {"type": st.sampled_from(["number", "integer", ["integer", "null"]])},
        optional={"minimum": small, "exclusiveMaximum": small, "multipleOf": st.integers(1, 3)},
    )
    return st.one_of(text, listed, number, st.just({"type": "boolean", "deprecated": True}))


def tagged(members: st.SearchStrategy[JsonObject]) -> st.SearchStrategy[JsonObject]:
    """Draw unions of objects with a tag each."""

    def unite(tags: list[str], schemas: list[JsonObject]) -> JsonObject:
        branches = [
            {"type": "object", "required": ["type"], "properties": {"type": {"const": tag}, "value": schema}}
            for tag, schema in zip(tags, schemas, strict=True)
        ]
        return {"oneOf": branches}

    tags = st.lists(st.sampled_from("pqr"), min_size=2, max_size=3, unique=True)
    return tags.flatmap(
        lambda drawn: st.lists(members, min_size=len(drawn), max_size=len(drawn)).map(lambda found: unite(drawn, found))
    )


def compounds(inner: st.SearchStrategy[JsonObject]) -> st.SearchStrategy[JsonObject]:
    """Draw objects, arrays, unions and `allOf` of what is given."""
    objects = st.fixed_dictionaries(
        {"type": st.just("object"), "properties": st.dictionaries(st.sampled_from(NAMES), inner, max_size=3)},
        optional={
            "required": st.lists(st.sampled_from(NAMES), unique=True),
            "additionalProperties": st.one_of(st.booleans(), inner),
        },
    )
    arrays = st.fixed_dictionaries({"type": st.just("array")}, optional={"items": inner, "maxItems": st.integers(0, 3)})
    return st.one_of(objects, arrays, tagged(inner), st.builds(lambda one: {"allOf": [one, {"title": "t"}]}, inner))


REFERENCES = st.sampled_from(COMPONENTS).map(lambda name: {"$ref": f"#/components/schemas/{name}"})
SCHEMAS = st.recursive(st.one_of(scalars(), REFERENCES), compounds, max_leaves=6)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw documents of one or two operations that share components."""
    components = {
        name: draw(scalars() if name == "One" else compounds(st.one_of(scalars(), REFERENCES))) for name in COMPONENTS
    }
    paths = {}
    for path in draw(st.lists(st.sampled_from(["/a", "/b/{x}"]), min_size=1, unique=True)):
        parameter = {"name": "q", "in": "query", "required": draw(st.booleans()), "schema": draw(scalars())}
        answer = {"content": {"application/json": {"schema": draw(SCHEMAS)}}}
        body = {"required": draw(st.booleans()), "content": {"application/json": {"schema": draw(SCHEMAS)}}}
        paths[path] = {"post": {"parameters": [parameter], "requestBody": body, "responses": {"200": answer}}}
    return Document({"openapi": "3.1.0", "paths": paths, "components": {"schemas": components}}, "document")


def rewrite(value: Json, *, rename: bool) -> Json:
    """Return a document with its members in reverse order, and its components called otherwise."""
    if isinstance(value, dict):
        return {_rewrite_key(key, rename=rename): rewrite(item, rename=rename) for key, item in reversed(value.items())}
    if isinstance(value, list):
        return [rewrite(item, rename=rename) for item in value]
    if rename and isinstance(value, str) and value.startswith("#/components/schemas/"):
        return value + "Renamed"
    return value


def _rewrite_key(key: str, *, rename: bool) -> str:
    return key + "Renamed" if rename and key in COMPONENTS else key


def wire(diff: Diff) -> list[str]:
    """Return the messages of what is not source only."""
    return [change.message for change in diff.changes if change.axis is not Axis.SOURCE]


def facts(diff: Diff, *, mirrored: bool) -> set[tuple[Any, ...]]:
    """Return rule, axis and pointers of each change, or those of its mirror image."""
    found = set()
    for change in diff.changes:
        rule = RULES[change.id]
        sides = (str(change.pointer_old), str(change.pointer_new))
        found.add((rule.mirror, change.axis, *reversed(sides)) if mirrored else (rule.id, change.axis, *sides))
    return found


@given(documents())
def test_nothing_differs_from_itself(one: Document) -> None:
    """A document compared with itself gives no change."""
    diff = diff_documents(one, one)

    assert diff.changes == ()


@given(documents())
def test_order_and_names_do_not_matter(one: Document) -> None:
    """A document compared with a reordered copy under other component names gives no change outside the source."""
    other = Document(rewrite(one.value, rename=True), "other")

    assert diff_documents(one, Document(rewrite(one.value, rename=False), "other")).changes == ()
    assert wire(diff_documents(one, other)) == []


@given(documents(), documents())
def test_the_sides_mirror_each_other(one: Document, other: Document) -> None:
    """Swapping the documents swaps added and removed, widened and narrowed, old and new."""
    forth, back = diff_documents(one, other), diff_documents(other, one)

    assert facts(forth, mirrored=True) == facts(back, mirrored=False)


@given(documents(), documents())
def test_the_same_comparison_gives_the_same_bytes(one: Document, other: Document) -> None:
    """A comparison repeated on copies is the same to the byte."""
    copies = [Document(json.loads(json.dumps(side.value)), side.source) for side in (one, other)]

    assert diff_to_json(diff_documents(one, other)) == diff_to_json(diff_documents(copies[0], copies[1]))


@given(documents(), documents())
def test_only_the_wire_breaks_and_only_what_breaks_has_a_witness(one: Document, other: Document) -> None:
    """A breaking change is on a wire axis, and a witness belongs to a breaking change."""
    diff = diff_documents(one, other)

    breaking = [change for change in diff.changes if change.severity is Severity.BREAKING]
    assert {change.axis for change in breaking} <= {Axis.REQUEST, Axis.RESPONSE}
    assert all(change in breaking for change in diff.changes if change.witness is not None)
