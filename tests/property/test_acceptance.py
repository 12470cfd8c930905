"""The quick look at arguments against the close one, on random schemas and values."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from overrides.acceptance import Acceptance
from overrides.branches import ALL_RULES
from overrides.keywords import Pass, Site, check_schema
from tests.property.budget import examples

_NAMES = ["a", "b", "role"]
values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.sampled_from([0.5, 1.0, float("nan"), b"x", "a", "bb", "user"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_NAMES), inner, max_size=3),
    max_leaves=8,
)
_types = st.sampled_from(["null", "boolean", "integer", "number", "string", "array", "object"])
_leaves = st.one_of(
    st.booleans(),
    st.fixed_dictionaries({"type": _types | st.lists(_types, min_size=1, max_size=3)}),
    st.fixed_dictionaries({"type": st.just("string"), "format": st.just("binary")}),
    st.fixed_dictionaries({"enum": st.lists(st.sampled_from(["a", "user", 1, None, True]), min_size=1, max_size=3)}),
    st.fixed_dictionaries({"const": st.sampled_from(["user", 1, False, [1]])}),
    st.fixed_dictionaries({}, optional={"minimum": st.integers(-1, 2), "exclusiveMaximum": st.integers(-1, 2)}),
    st.fixed_dictionaries({}, optional={"minLength": st.integers(0, 2), "maxItems": st.integers(0, 2)}),
    st.fixed_dictionaries({"pattern": st.just("^u")}),
    st.sampled_from([{"$ref": "A"}, {"$ref": "B"}, {"$ref": "Missing"}]),
)
schemas = st.recursive(
    _leaves,
    lambda inner: st.one_of(
        st.fixed_dictionaries({"items": inner}),
        st.fixed_dictionaries({"items": inner, "prefixItems": st.lists(inner, max_size=2)}),
        st.fixed_dictionaries(
            {"properties": st.dictionaries(st.sampled_from(_NAMES), inner, max_size=2)},
            optional={"required": st.lists(st.sampled_from(_NAMES), max_size=2), "additionalProperties": inner},
        ),
        st.builds(lambda kind, parts: {kind: parts}, st.sampled_from(["anyOf", "oneOf", "allOf"]), st.lists(inner, min_size=1, max_size=3)),
        st.fixed_dictionaries({"not": inner}),
    ),
    max_leaves=6,
)  # fmt: skip  # one strategy a line


def look_closely(components: dict[str, Any], value: Any) -> bool:
    """Say whether the close look finds nothing wrong."""
    run = Pass(components, "document", rules=ALL_RULES)
    check_schema(Site(run, value, path=""), {"$ref": "A"})
    return not run.violations


@examples(400)
@given(schemas, schemas, values)
def test_what_is_accepted_quickly_is_right(first: Any, second: Any, value: Any) -> None:
    """Nothing is accepted quickly that the close look would refuse, whatever refers to whatever."""
    components = {"A": first, "B": second}

    if Acceptance(components).accepts(value, {"$ref": "A"}):
        assert look_closely(components, value)


def test_deep_values_are_left_to_the_close_look() -> None:
    """A value nested beyond any use is not accepted quickly, and costs no stack."""
    components = {"A": {"type": "array", "items": {"$ref": "A"}}}
    deep: list[Any] = []
    for _ in range(100):
        deep = [deep]

    acceptance = Acceptance(components)

    assert acceptance.accepts([[[]]], {"$ref": "A"})
    assert not acceptance.accepts(deep, {"$ref": "A"})
    assert not acceptance.accepts([], {"type": "array"})
