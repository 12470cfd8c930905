"""Every class of every client on random JSON: what is decoded is written back exactly."""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.property.budget import examples

ROOT = Path(__file__).parents[2]
VENDORS: dict[str, dict[str, Any]] = tomllib.loads((ROOT / "openapi" / "family.toml").read_text("utf-8"))["members"]


def classes_of(vendor: str) -> list[Any]:
    """Return the generated classes of a vendor's client, composed ones included."""
    models = importlib.import_module(f"{VENDORS[vendor].get('package', f'{vendor}_client')}.models")
    found = [getattr(models, name) for name in models.__all__]
    return [item for item in found if isinstance(item, type) and hasattr(item, "from_dict")]


@pytest.mark.parametrize("vendor", sorted(VENDORS))
@examples(150)
@given(data=st.data())
def test_whatever_is_decoded_comes_back(vendor: str, data: st.DataObject) -> None:
    """Members missing, null, of any other kind, unknown ones, nested anyhow: the same JSON comes out, in the same types."""
    classes = classes_of(vendor)
    chosen = data.draw(st.sampled_from(classes))
    names = sorted({wire for item in classes for _, wire in module_of(item)._FIELDS})
    values = st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.sampled_from(["user", "function", "text"]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(names) | st.text(max_size=2), inner, max_size=4)
        ),
        max_leaves=10,
    )
    own = st.dictionaries(st.sampled_from([wire for _, wire in module_of(chosen)._FIELDS] or names), values, max_size=6)
    came = {**data.draw(own), **data.draw(st.dictionaries(st.text(max_size=2), values, max_size=2))}

    decoded = chosen.from_dict(came)

    assert repr(decoded.to_dict()) == repr(chosen.from_dict(decoded.to_dict()).to_dict())
    assert decoded.to_dict() == came


def module_of(item: Any) -> Any:
    """Return the module that holds the members of a class, which its base is from where behaviour was composed in."""
    return next(
        module for base in item.__mro__ if hasattr(module := importlib.import_module(base.__module__), "_FIELDS")
    )
