"""Changes of meaning in words: what a discriminator looks at and what its values stand for."""

from __future__ import annotations

import pytest

from specfold.compare.diff import diff_documents
from specfold.document import JsonObject
from tests.unit.compare.builders import request_of

TAG: JsonObject = {"propertyName": "t", "mapping": {"a": "#/components/schemas/A", "b": "B"}}
MANY = {str(number): "A" for number in range(7)}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (TAG, {**TAG, "propertyName": "u"}, 'member "t" → "u"'),
        (TAG, {**TAG, "mapping": {"a": "B", "b": "B"}}, '"a" means A → B'),
        (TAG, {**TAG, "mapping": {"b": "B"}}, '"a" means A → nothing'),
        (None, {"propertyName": "t"}, 'member none → "t"'),
        ({"propertyName": "t"}, {"propertyName": "t", "mapping": MANY}, '"3" means nothing → A; and 3 values more'),
    ],
)
def test_a_discriminator_says_what_differs(old: JsonObject | None, new: JsonObject, said: str) -> None:
    """The message names the member or the values that mean something else."""
    branches = {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in "AB"]}
    schemas = {name: {"type": "object", "properties": {"t": {"const": name}}} for name in "AB"}
    before, after = (
        request_of({**branches, **({} if tag is None else {"discriminator": tag})}, **schemas) for tag in (old, new)
    )

    messages = [one.message for one in diff_documents(before, after).changes if one.id == "discriminator-changed"]

    assert [message.endswith(said) for message in messages] == [True]
