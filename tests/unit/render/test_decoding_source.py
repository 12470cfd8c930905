"""The generated `from_dict`: what it reads, in what order it asks, and that it refuses and loses nothing."""

from __future__ import annotations

import textwrap
from types import SimpleNamespace
from typing import Any

import attrs
import pytest

from overrides.decoding import new_instance, unknown_members
from overrides.model import EMPTY, UNSET
from specfold.render.decoding_source import Decoding
from specfold.render.models import ParsedField
from specfold.render.python_types import ListOf, ModelRef, Scalar

TEXT = Scalar("str")
FIELDS = (
    ParsedField(wire="id", required=True, kind=TEXT),
    ParsedField(wire="parts", required=True, kind=ListOf(ModelRef("Part"))),
    ParsedField(wire="class", required=False, kind=TEXT),
    ParsedField(wire="part", required=False, kind=ModelRef("Part")),
)
ATTRIBUTES = {"id": "id", "parts": "parts", "class": "class_", "part": "part"}


@attrs.frozen
class Part:
    """Be a decoded member."""

    data: Any

    @classmethod
    def from_dict(cls, data: Any) -> Part:
        """Decode."""
        return cls(data)


def build(*, checked: bool, fields: tuple[ParsedField, ...] = FIELDS) -> Any:
    """Make a class with a generated decoder."""
    lines = "\n".join(Decoding(attributes=ATTRIBUTES, dispatches={}, checked=checked).statements(fields))
    source = (
        f"def from_dict(cls, data):\n    self = new_instance(cls)\n{textwrap.indent(lines, '    ')}\n    return self\n"
    )
    names: dict[str, Any] = {
        "EMPTY": EMPTY,
        "UNSET": UNSET,
        "_MEMBERS": frozenset(field.wire for field in fields),
        "_MISSING": {field.wire: UNSET for field in fields if field.required},
        "_models": SimpleNamespace(Part=Part),
        "new_instance": new_instance,
        "unknown_members": unknown_members,
    }
    exec(source, names)
    slots = (*(ATTRIBUTES[field.wire] for field in fields), "additional_properties")
    return type("Model", (), {"__slots__": slots, "from_dict": classmethod(names["from_dict"])})


def members_of(model: Any) -> dict[str, Any]:
    """Return the attributes of an instance that are set to something."""
    return {name: value for name in model.__slots__ if (value := getattr(model, name)) is not UNSET and value != {}}


@pytest.mark.parametrize("checked", [False, True])
@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"id": "a", "parts": []}, {"id": "a", "parts": []}),
        ({}, {}),
        (
            {"parts": [{"x": 1}, None, 2], "part": {"y": 1}},
            {"parts": [Part({"x": 1}), None, 2], "part": Part({"y": 1})},
        ),
        ({"id": None, "parts": None, "class": None, "part": None}, dict.fromkeys(("id", "parts", "class_", "part"))),
        ({"id": 1, "parts": "no list", "part": [1]}, {"id": 1, "parts": "no list", "part": [1]}),
        ({"id": "a", "parts": [], "new": 1}, {"id": "a", "parts": [], "additional_properties": {"new": 1}}),
        ({"class": "b", "new": 1}, {"class_": "b", "additional_properties": {"new": 1}}),
    ],
    ids=["all required", "nothing", "nested", "null", "other kinds", "unknown", "unknown and missing"],
)
def test_decoding_refuses_and_loses_nothing(checked: bool, data: dict[str, Any], expected: dict[str, Any]) -> None:
    """Every member ends where it belongs, absent ones are UNSET, unknown ones are kept, and the input is not changed."""
    before = repr(data)

    model = build(checked=checked).from_dict(data)

    assert members_of(model) == expected
    assert repr(data) == before


@pytest.mark.parametrize("fields", [(), FIELDS[:1], FIELDS[2:]], ids=["none", "only required", "only optional"])
def test_members_of_one_kind_need_no_more_than_that(fields: tuple[ParsedField, ...]) -> None:
    """A class without members, or with required or optional ones alone, decodes and shares its emptiness."""
    model = build(checked=False, fields=fields)
    whole = {field.wire: "x" for field in fields}

    assert model.from_dict(whole).additional_properties is EMPTY
    assert members_of(model.from_dict({**whole, "new": 1}))["additional_properties"] == {"new": 1}


def test_a_checked_class_is_decoded_around_its_checks() -> None:
    """Where setting an attribute refuses, decoding does not set it that way."""
    lines = list(Decoding(attributes=ATTRIBUTES, dispatches={}, checked=True).statements(FIELDS))

    assert lines[0] == "put = object.__setattr__"
    assert not [line for line in lines if "self." in line]
