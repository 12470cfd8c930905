"""What holds of the sets of values that rows are classed by: the ordinary validator agrees, and the sides mirror."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from specfold.compare.side import Side
from specfold.compare.value_sets import Relation, read_values, relate
from specfold.document import Document, JsonObject
from specfold.pointer import JsonPointer
from tests.property.budget import examples
from tests.property.test_diff import scalars

PLACE = JsonPointer(("components", "schemas", "S"))
POOL: list[Any] = [
    None,
    True,
    False,
    0,
    1,
    2,
    3,
    4,
    -1,
    0.5,
    1.5,
    "",
    "a",
    "ab",
    "xb",
    "x",
    "y",
    "abcd",
    [],
    [0],
    ["a"],
]
POOL += [[1, 2, 3, 4], {}, {"a": 1}]


CONDITIONS: dict[str, st.SearchStrategy[Any]] = {
    "not": st.sampled_from([{"type": "null"}, {"const": 1}, {"maxLength": 1}]),
    "multipleOf": st.sampled_from([1, 2, 0.5]),
    "uniqueItems": st.booleans(),
    "contains": st.sampled_from([{"type": "string"}, {"const": 0}]),
    "prefixItems": st.sampled_from([[{"type": "string"}], [{"type": "integer"}]]),
    "propertyNames": st.just({"maxLength": 0}),
    "patternProperties": st.just({"^a": {"type": "string"}}),
    "dependentRequired": st.just({"a": ["b"]}),
    "maximum": st.integers(-1, 3),
    "minLength": st.integers(0, 3),
    "pattern": st.sampled_from(["^a", "b$"]),
}


@st.composite
def schemas(draw: st.DrawFn) -> JsonObject:
    """Draw schemas of scalars, lists of them, and unions."""
    lists = st.fixed_dictionaries(
        {"type": st.just("array")}, optional={"items": scalars(), "maxItems": st.integers(0, 3)}
    )
    one: st.SearchStrategy[JsonObject] = st.one_of(
        scalars(), lists, st.just({}), st.just({"type": "object"}), st.just({"enum": [1, "x", None]})
    )
    unions = st.builds(
        lambda keyword, found: {keyword: found},
        st.sampled_from(["anyOf", "oneOf"]),
        st.lists(one, min_size=1, max_size=3),
    )
    schema = draw(st.one_of(one, unions))
    names = draw(st.lists(st.sampled_from(sorted(CONDITIONS)), max_size=2, unique=True))
    return {**schema, **{name: draw(CONDITIONS[name]) for name in names}}


def side_of(schema: JsonObject) -> Side:
    """Return a document with one schema."""
    return Side.of(Document({"openapi": "3.1.0", "components": {"schemas": {"S": schema}}}, "document"))


@given(schemas(), schemas())
@examples(200)
def test_relations_are_true_of_values_and_mirror(one: JsonObject, other: JsonObject) -> None:
    """No value contradicts a relation, and seen from the other side it is the mirrored one."""
    sides = (side_of(one), side_of(other))
    sets = [read_values(side, (PLACE,)) for side in sides]

    relation = relate(sets[0], sets[1])

    accepted = [{index for index, value in enumerate(POOL) if side.accepts(value, (PLACE,))} for side in sides]
    assert relate(sets[1], sets[0]) is relation.mirrored
    if relation in {Relation.EQUAL, Relation.NARROWER}:
        assert accepted[1] <= accepted[0]
    if relation in {Relation.EQUAL, Relation.WIDER}:
        assert accepted[0] <= accepted[1]
    if relation is Relation.DISJOINT:
        assert not accepted[0] & accepted[1]


@given(schemas())
@examples(30)
def test_a_schema_accepts_what_it_accepts(one: JsonObject) -> None:
    """A set equals itself."""
    found = read_values(side_of(one), (PLACE,))

    assert relate(found, found) is Relation.EQUAL
