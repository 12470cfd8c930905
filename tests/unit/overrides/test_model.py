"""Absence, shared emptiness and the way back to plain values."""

from __future__ import annotations

import copy
import io
import pickle
from collections import OrderedDict
from types import MappingProxyType
from typing import Any

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
