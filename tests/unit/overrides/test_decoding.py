"""What generated models decode with: unknown members, the choice of a class, the way back, what is refused."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import attrs
import pytest

from overrides.decoding import Choice, ModelCheck, encode_members, new_instance, unknown_members
from overrides.errors import RequestValidationError
from overrides.model import EMPTY, UNSET
from overrides.validation import Validator

FIELDS = (("kind", "kind"), ("class_", "class"))


@attrs.define
class Thing:
    """Be a model with two members."""

    kind: Any = UNSET
    class_: Any = UNSET
    additional_properties: Any = EMPTY

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Thing:
        """Decode as generated classes do."""
        self = new_instance(cls)
        self.kind, self.class_ = data.get("kind", UNSET), data.get("class", UNSET)
        self.additional_properties = unknown_members(data, frozenset({"kind", "class"}))
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode."""
        return encode_members(self, FIELDS)


class Other(Thing):
    """Be another class of the same shape."""


class Single(Thing):
    """Be the only class of its kind."""


MODELS = SimpleNamespace(Thing=Thing, Other=Other)


def choice(tag: str | None = "kind") -> Choice:
    """Make a choice between the two."""
    return Choice(
        MODELS,
        tag=tag,
        by_tag={"thing": "Thing", "other": "Other"},
        by_members=(
            ("Thing", frozenset({"kind"}), frozenset({"kind", "class"}), (("kind", ("thing",)),) if tag else ()),
            ("Other", frozenset({"x"}), frozenset({"x", "class"}), (("kind", ("other",)),) if tag else ()),
        ),
    )


def test_unknown_members_are_kept_in_order() -> None:
    """What a class does not know is kept as it came, and nothing else."""
    assert list(unknown_members({"z": 1, "a": 2, "kind": 3}, frozenset({"kind"})).items()) == [("z", 1), ("a", 2)]
    assert unknown_members({"kind": 3}, frozenset({"kind"})) == {}


@pytest.mark.parametrize(
    "data", [{}, {"kind": None}, {"class": [1, {"x": None}], "later": {"y": 1}}, {"kind": {"kind": "thing"}}]
)
def test_models_write_back_what_they_read(data: dict[str, Any]) -> None:
    """Absent stays absent, null stays null, unknown members come back, under their own names."""
    assert Thing.from_dict(data).to_dict() == data


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"kind": "thing"}, Thing),
        ({"kind": "other"}, Other),
        ({"kind": "new"}, dict),
        ({"kind": ["odd"]}, dict),
        ({"x": 1, "class": 2}, Other),
        ({"class": 2}, dict),
    ],
)
def test_a_class_is_chosen_by_its_tag_or_else_by_its_members(data: dict[str, Any], expected: type) -> None:
    """A tag decides, also when its value is unknown; without one, the class that knows most of what came."""
    assert type(choice()(data)) is expected


def test_members_decide_where_there_is_no_tag() -> None:
    """Without a tag only members tell classes apart, and required ones must be there."""
    assert type(choice(None)({"kind": "other", "class": 1})) is Thing
    assert type(choice(None)({"nothing": 1})) is dict


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"kind": "single"}, Single),
        ({"kind": "thing", "class": 1}, Thing),
        ({"kind": "thing", "x": 1}, Other),
        ({"kind": "thing", "x": 1, "class": 2}, Other),
        ({"kind": "thing"}, dict),
        ({"kind": "new", "x": 1}, dict),
        ({"x": 1}, Other),
    ],
)
def test_members_decide_between_classes_of_one_kind(data: dict[str, Any], expected: type) -> None:
    """Where a tag means several classes their members decide; a class whose fixed value the object contradicts never wins."""
    thing = (("kind", ("thing",)),)
    choose = Choice(
        SimpleNamespace(Thing=Thing, Other=Other, Single=Single),
        tag="kind",
        by_tag={"single": "Single"},
        by_members=(
            ("Single", frozenset(), frozenset({"kind"}), (("kind", ("single",)),)),
            ("Thing", frozenset({"class"}), frozenset({"kind", "class"}), thing),
            ("Other", frozenset({"x"}), frozenset({"kind", "class", "x"}), thing),
        ),
    )

    assert type(choose(data)) is expected


def test_a_model_checks_what_it_is_given() -> None:
    """Building and changing a model refuse what the document forbids; members nobody declared are free."""
    validator = Validator({"Thing": {"type": "object", "properties": {"kind": {"type": "string"}}}}, "doc.yaml")
    check = ModelCheck(validator, "Thing", fields=FIELDS)
    attribute = attrs.fields(Thing).kind

    check.on_init(Thing(kind="a"))
    assert check.on_setattr(Thing(), attribute, value="b") == "b"
    assert check.on_setattr(Thing(), attrs.fields(Thing).additional_properties, value=1) == 1

    with pytest.raises(RequestValidationError, match="expected string"):
        check.on_init(Thing(kind=1))
    with pytest.raises(RequestValidationError, match="expected string"):
        check.on_setattr(Thing(), attribute, value=1)
