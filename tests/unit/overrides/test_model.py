"""Absence, shared emptiness and the way back to plain values."""

from __future__ import annotations

import copy
import inspect
import io
import pickle
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sized
from types import MappingProxyType
from typing import Any, get_type_hints

import attrs
import pytest

from overrides.model import EMPTY, UNSET, Unset, to_plain


class Model:
    """Be something with `to_dict`."""

    def to_dict(self) -> dict[str, Any]:
        """Return members, one of them absent."""
        return {"a": (1, UNSET), "b": UNSET}


def test_unset_is_one_falsy_value() -> None:
    """There is one UNSET, falsy, also after pickle and copy."""
    assert not UNSET
    assert repr(UNSET) == "UNSET"
    assert Unset() is UNSET
    assert pickle.loads(pickle.dumps(UNSET)) is UNSET
    assert copy.deepcopy(UNSET) is UNSET


@pytest.mark.parametrize(
    ("use", "kind"),
    [
        (lambda value: value.total_tokens, AttributeError),
        (lambda value: value[0], TypeError),
        (lambda value: value["id"], TypeError),
        (list, TypeError),
        (lambda value: "x" in value, TypeError),
    ],
)
def test_using_what_is_absent_says_that_it_is_absent(use: Callable[[Any], Any], kind: type[Exception]) -> None:
    """An attribute, an item, iteration: the message says that the answer had no such member, and how to test for it."""
    with pytest.raises(kind, match="the answer had no such member; test with `if value:`"):
        use(UNSET)


def test_unset_answers_those_who_probe() -> None:
    """What asks an object for its abilities finds none and no fault; it is hashable, comparable, and printed by name."""
    assert not hasattr(UNSET, "to_dict")
    assert getattr(UNSET, "__deepcopy__", None) is None
    assert not isinstance(UNSET, (Iterable, Sized))
    assert inspect.unwrap(UNSET) is UNSET  # type: ignore[arg-type]  # looks for __wrapped__
    assert get_type_hints(attrs.make_class("A", {"a": attrs.field(type=Unset, default=UNSET)})) == {"a": Unset}
    assert {UNSET: f"{UNSET}"} == {UNSET: "UNSET"}
    assert UNSET != None  # noqa: E711  # equality is what is asked


def test_empty_is_an_empty_mapping_for_good() -> None:
    """EMPTY equals an empty dict, cannot be filled, and is one also after pickle and copy."""
    assert EMPTY == {}
    assert (len(EMPTY), list(EMPTY), repr(EMPTY), EMPTY.get("a")) == (0, [], "{}", None)
    assert pickle.loads(pickle.dumps(EMPTY)) is EMPTY
    assert copy.deepcopy(EMPTY) is EMPTY
    with pytest.raises(TypeError):
        EMPTY["a"] = 1


def test_to_plain_reaches_every_level() -> None:
    """Models, mappings and sequences become dicts and lists at every level, without what is UNSET."""
    value = {"m": [Model()], "o": OrderedDict(x=MappingProxyType({"y": UNSET, "z": None})), "t": (1, 2.5, True)}

    assert to_plain(value) == {"m": [{"a": [1]}], "o": {"x": {"z": None}}, "t": [1, 2.5, True]}


def test_to_plain_gives_new_containers_and_leaves_the_rest() -> None:
    """Containers are new; bytes, files and classes come back as they are."""
    items: list[int] = []
    file = io.BytesIO()

    assert to_plain(items) is not items
    assert to_plain(file) is file
    assert to_plain(b"x") == b"x"
    assert to_plain(Model) is Model


def test_to_plain_knows_subclasses_of_containers() -> None:
    """A subclass of list or tuple is a list like any other."""

    class Items(list[Any]):
        pass

    assert type(to_plain(Items([UNSET, 1]))) is list
    assert to_plain(Items([UNSET, 1])) == [1]
