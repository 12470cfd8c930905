"""`TXImportOsRequest`, a schema of the Evil \"\"\" {{ 7*7 }} \\ document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import Choice, ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

if TYPE_CHECKING:
    from . import (
        Rec,
        TXImportOsRequestAll,
        TXImportOsRequestDeep,
        TXImportOsRequestListItem,
        TXImportOsRequestNestedA,
        TXImportOsRequestNestedB,
    )

_CHOOSE_0 = Choice(
    _models,
    tag="type",
    by_tag={"a": "TXImportOsRequestNestedA", "b": "TXImportOsRequestNestedB"},
    by_members=(
        ("TXImportOsRequestNestedA", frozenset(), frozenset({"type", "n"}), (("type", ("a",)),)),
        ("TXImportOsRequestNestedB", frozenset(), frozenset({"type", "m"}), (("type", ("b",)),)),
    ),
)
_FIELDS = (
    ("self_", "self"),
    ("a_b", "a b"),
    ("class_", "__class__"),
    ("to_dict_", "to_dict"),
    ("additional_properties_", "additional_properties"),
    ("str_", "str"),
    ("list_", "list"),
    ("field", ""),
    ("field_", "😀"),
    ("kind", "kind"),
    ("const", "const"),
    ("bools", "bools"),
    ("nested", "nested"),
    ("rec", "rec"),
    ("never", "never"),
    ("any", "any"),
    ("all", "all"),
    ("deep", "deep"),
    ("freeform", "freeform"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "self": UNSET,
    "a b": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "TXImportOsRequest", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class TXImportOsRequest:
    """Not described in the document."""

    self_: str
    """
    Not described in the document.

    `self` in JSON.
    """

    a_b: str
    """
    x\"\"\"\"

    The server's default is `"\\"\\"\\"+evil"`; the client never sends it.

    `a b` in JSON.
    """

    class_: str | Unset = UNSET
    """
    Not described in the document.

    `__class__` in JSON.
    """

    to_dict_: int | Unset = UNSET
    """
    Not described in the document.

    `to_dict` in JSON.
    """

    additional_properties_: int | Unset = UNSET
    """
    Not described in the document.

    `additional_properties` in JSON.
    """

    str_: str | Unset = UNSET
    """
    Not described in the document.

    `str` in JSON.
    """

    list_: list[TXImportOsRequestListItem] | Unset = UNSET
    """
    Not described in the document.

    `list` in JSON.
    """

    field: str | Unset = UNSET
    """
    Not described in the document.

    `` in JSON.
    """

    field_: str | Unset = UNSET
    """
    Not described in the document.

    `😀` in JSON.
    """

    kind: Literal['a"b', "c\nd", "{{e}}", "\\", "'\"", "\u202e rtl"] | Unset = UNSET
    """Not described in the document."""

    const: Any = UNSET
    """Not described in the document."""

    bools: Literal["x"] | Literal[3] | bool | None | Unset = UNSET
    """Not described in the document."""

    nested: TXImportOsRequestNestedA | TXImportOsRequestNestedB | None | Unset = UNSET
    """Not described in the document."""

    rec: Rec | Unset = UNSET
    """Not described in the document."""

    never: Any = UNSET
    """Not described in the document."""

    any: Any = UNSET
    """Not described in the document."""

    all: TXImportOsRequestAll | Unset = UNSET
    """\"\"\""""

    deep: TXImportOsRequestDeep | Unset = UNSET
    """Not described in the document."""

    freeform: dict[str, Any] | Unset = UNSET
    """Not described in the document."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    def __attrs_post_init__(self) -> None:
        """Refuse members the document forbids."""
        _CHECK.on_init(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        put = object.__setattr__
        try:
            put(self, "self_", data["self"])
            put(self, "a_b", data["a b"])
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 2
        if "__class__" in data:
            unknown -= 1
            put(self, "class_", data["__class__"])
        else:
            put(self, "class_", UNSET)
        if "to_dict" in data:
            unknown -= 1
            put(self, "to_dict_", data["to_dict"])
        else:
            put(self, "to_dict_", UNSET)
        if "additional_properties" in data:
            unknown -= 1
            put(self, "additional_properties_", data["additional_properties"])
        else:
            put(self, "additional_properties_", UNSET)
        if "str" in data:
            unknown -= 1
            put(self, "str_", data["str"])
        else:
            put(self, "str_", UNSET)
        if "list" in data:
            unknown -= 1
            raw_list_ = data["list"]
            put(
                self,
                "list_",
                [_models.TXImportOsRequestListItem.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_list_]
                if type(raw_list_) is list
                else raw_list_,
            )
        else:
            put(self, "list_", UNSET)
        if "" in data:
            unknown -= 1
            put(self, "field", data[""])
        else:
            put(self, "field", UNSET)
        if "😀" in data:
            unknown -= 1
            put(self, "field_", data["😀"])
        else:
            put(self, "field_", UNSET)
        if "kind" in data:
            unknown -= 1
            put(self, "kind", data["kind"])
        else:
            put(self, "kind", UNSET)
        if "const" in data:
            unknown -= 1
            put(self, "const", data["const"])
        else:
            put(self, "const", UNSET)
        if "bools" in data:
            unknown -= 1
            put(self, "bools", data["bools"])
        else:
            put(self, "bools", UNSET)
        if "nested" in data:
            unknown -= 1
            raw_nested = data["nested"]
            put(self, "nested", _CHOOSE_0(raw_nested) if type(raw_nested) is dict else raw_nested)
        else:
            put(self, "nested", UNSET)
        if "rec" in data:
            unknown -= 1
            raw_rec = data["rec"]
            put(self, "rec", _models.Rec.from_dict(raw_rec) if type(raw_rec) is dict else raw_rec)
        else:
            put(self, "rec", UNSET)
        if "never" in data:
            unknown -= 1
            put(self, "never", data["never"])
        else:
            put(self, "never", UNSET)
        if "any" in data:
            unknown -= 1
            put(self, "any", data["any"])
        else:
            put(self, "any", UNSET)
        if "all" in data:
            unknown -= 1
            raw_all = data["all"]
            put(self, "all", _models.TXImportOsRequestAll.from_dict(raw_all) if type(raw_all) is dict else raw_all)
        else:
            put(self, "all", UNSET)
        if "deep" in data:
            unknown -= 1
            raw_deep = data["deep"]
            put(self, "deep", _models.TXImportOsRequestDeep.from_dict(raw_deep) if type(raw_deep) is dict else raw_deep)
        else:
            put(self, "deep", UNSET)
        if "freeform" in data:
            unknown -= 1
            put(self, "freeform", data["freeform"])
        else:
            put(self, "freeform", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
