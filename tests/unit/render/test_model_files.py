"""What the files of models say: which member tells the classes of a union apart, and what each class refuses."""

from __future__ import annotations

import ast
from typing import Any

import pytest

from specfold.document import JsonObject
from specfold.normalise import normalise_document
from specfold.render.model_files import ModelFiles
from specfold.render.models import parse_models
from tests.unit.render.test_client import PLAN

TEXT = {"type": "string"}


def rendered(
    name: str, schemas: dict[str, JsonObject], *, requested: tuple[str, ...] = (), answered: tuple[str, ...] = ()
) -> str:
    """Return the source of one file of the models of a document, without what layout adds."""
    document = normalise_document(
        {"openapi": "3.1.0", "info": {"title": "P", "version": "1"}, "paths": {}, "components": {"schemas": schemas}}
    )
    reached = (frozenset(requested), frozenset(answered))
    files = dict(ModelFiles(document, parse_models(document), PLAN, *reached).render())
    return ast.unparse(ast.parse(files[f"models/{name}.py"]))


def choice(*branches: dict[str, Any]) -> str:
    """Return how an object is decoded that may be one of these, each with its members and their schemas."""
    names = [f"Branch{index}" for index in range(len(branches))]
    union = {"anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in names]}
    schemas = {name: {"type": "object", "properties": members} for name, members in zip(names, branches, strict=True)}
    schemas["Holder"] = {"type": "object", "properties": {"held": union}}
    source = rendered("holder", schemas)
    return next(line for line in source.splitlines() if line.startswith("_CHOOSE_0 = "))


def one_of(*values: str) -> JsonObject:
    """Return the schema of some values."""
    return {"type": "string", "enum": [*values]}


def test_a_value_that_means_one_class_decides_at_once() -> None:
    """The tag that tells most classes apart is taken, also where one of its values means two of them."""
    source = choice(
        {"object": one_of("x"), "role": one_of("user")},
        {"object": one_of("x"), "role": one_of("assistant")},
        {"object": one_of("x"), "role": one_of("assistant"), "calls": TEXT},
    )

    assert "tag='role', by_tag={'user': 'Branch0'}" in source
    assert source.count("('object', ('x',)), ('role', ('assistant',))") == 2


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (one_of("a", "b"), one_of("c"), "by_tag={'a': 'Branch0', 'b': 'Branch0', 'c': 'Branch1'}"),
        (one_of("a", "b"), one_of("b", "c"), "by_tag={'a': 'Branch0', 'c': 'Branch1'}"),
        (one_of("a", "b"), one_of("a", "b"), "tag=None, by_tag={}"),
        (one_of("a"), TEXT, "tag=None, by_tag={}"),
    ],
)
def test_a_tag_has_fixed_values_in_every_class(first: JsonObject, second: JsonObject, expected: str) -> None:
    """A member that says nothing in one class, or the same in all, is no tag."""
    assert expected in choice({"kind": first}, {"kind": second})


def test_a_new_value_of_an_enumeration_refuses_no_class_unless_that_is_the_tag() -> None:
    """Enumerations grow; where classes share one, an object with a value of tomorrow is still one of them."""
    shared = choice({"kind": one_of("a", "b")}, {"kind": one_of("a", "b"), "state": one_of("on", "off")})
    tagged = choice({"kind": one_of("a", "b")}, {"kind": one_of("c", "d")})

    assert "('a', 'b')" not in shared
    assert "'off'" not in shared
    assert "('kind', ('a', 'b'))" in tagged


def test_enumerations_are_open_where_answers_have_them() -> None:
    """What only a caller writes takes the documented values and no other; what a server may say takes any."""
    kinds = {"type": "array", "items": one_of("a")}
    schemas: dict[str, JsonObject] = {
        name: {"type": "object", "properties": {"kinds": kinds}} for name in ("Pet", "Cat")
    }

    written = rendered("pet", schemas, requested=("Pet", "Cat"))
    shared = rendered("pet", schemas, requested=("Pet", "Cat"), answered=("Pet",))

    assert "kinds: list[Literal['a']] | Unset" in written
    assert "kinds: list[Literal['a'] | str] | Unset" in shared
    assert "kinds: list[Literal['a'] | str] | Unset" in rendered("pet", schemas)
