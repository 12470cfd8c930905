"""Whatever JSON can hold survives the way through our YAML."""

from __future__ import annotations

import json

import yaml
from hypothesis import given
from hypothesis import strategies as st

from specfold.merge import to_yaml
from specfold.reading import parse_document

TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30) | st.text(
    alphabet="ab \n\t:#-'\"|>\\0123.eE+_yn~{}[],&*!%@`?=\u0085\u2028é", max_size=20
)
LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=25
)


@given(value=st.dictionaries(TEXT, JSON, max_size=5))
def test_yaml_reads_back_as_the_same_value(value: dict[str, object]) -> None:
    """The YAML we write reads back as the very same value, types and member order included."""
    text = to_yaml(value)

    read = parse_document(text.encode(), "value.yaml").value

    assert json.dumps(read) == json.dumps(value)


@given(value=st.dictionaries(TEXT, JSON, max_size=5))
def test_yaml_means_the_same_to_a_reader_of_the_older_version(value: dict[str, object]) -> None:
    """A YAML 1.1 reader understands the YAML we write as the same value."""
    text = to_yaml(value)

    read = yaml.load(text, yaml.CSafeLoader)

    assert json.dumps(read) == json.dumps(value)


@given(value=st.dictionaries(TEXT, JSON, max_size=5))
def test_every_node_has_a_line(value: dict[str, object]) -> None:
    """JSON and YAML of one value give an origin to the same nodes."""
    from_yaml = parse_document(to_yaml(value).encode(), "value.yaml")

    from_json = parse_document(json.dumps(value).encode(), "value.json")

    assert from_yaml.origins.keys() == from_json.origins.keys()
    assert from_json.value == value
