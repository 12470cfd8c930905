"""`TXImportOsRequest`, a schema of the Evil \"\"\" {{ 7*7 }} \\ document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import Choice, ModelCheck, encode_members
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
        (
            "TXImportOsRequestNestedA",
            frozenset(),
            frozenset(
                (
                    "type",
                    "n",
                )
            ),
        ),
        (
            "TXImportOsRequestNestedB",
            frozenset(),
            frozenset(
                (
                    "type",
                    "m",
                )
            ),
        ),
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
_CHECK = ModelCheck(VALIDATOR, "TXImportOsRequest", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class TXImportOsRequest:
    """Not described in the document."""

    self_: str
    """Not described in the document."""

    a_b: str
    """
    x\"\"\"\"

    The server's default is `"\\"\\"\\"+evil"`; the client never sends it.
    """

    class_: str | Unset = UNSET
    """Not described in the document."""

    to_dict_: int | Unset = UNSET
    """Not described in the document."""

    additional_properties_: int | Unset = UNSET
    """Not described in the document."""

    str_: str | Unset = UNSET
    """Not described in the document."""

    list_: list[TXImportOsRequestListItem] | Unset = UNSET
    """Not described in the document."""

    field: str | Unset = UNSET
    """Not described in the document."""

    field_: str | Unset = UNSET
    """Not described in the document."""

    kind: Literal['a"b', "c\nd", "{{e}}", "\\", "'\"", "\u202e rtl"] | str | Unset = UNSET
    """Not described in the document."""

    const: Any = UNSET
    """Not described in the document."""

    bools: Literal["x"] | str | Literal[3] | int | bool | None | Unset = UNSET
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
        self = cls.__new__(cls)
        get: Any = data.get
        put = object.__setattr__
        put(self, "self_", get("self", UNSET))
        put(self, "a_b", get("a b", UNSET))
        put(self, "class_", get("__class__", UNSET))
        put(self, "to_dict_", get("to_dict", UNSET))
        put(self, "additional_properties_", get("additional_properties", UNSET))
        put(self, "str_", get("str", UNSET))
        raw = get("list", UNSET)
        put(
            self,
            "list_",
            [_models.TXImportOsRequestListItem.from_dict(i0) if type(i0) is dict else i0 for i0 in raw]
            if type(raw) is list
            else raw,
        )
        put(self, "field", get("", UNSET))
        put(self, "field_", get("😀", UNSET))
        put(self, "kind", get("kind", UNSET))
        put(self, "const", get("const", UNSET))
        put(self, "bools", get("bools", UNSET))
        raw = get("nested", UNSET)
        put(self, "nested", _CHOOSE_0(raw) if type(raw) is dict else raw)
        raw = get("rec", UNSET)
        put(self, "rec", _models.Rec.from_dict(raw) if type(raw) is dict else raw)
        put(self, "never", get("never", UNSET))
        put(self, "any", get("any", UNSET))
        raw = get("all", UNSET)
        put(self, "all", _models.TXImportOsRequestAll.from_dict(raw) if type(raw) is dict else raw)
        raw = get("deep", UNSET)
        put(self, "deep", _models.TXImportOsRequestDeep.from_dict(raw) if type(raw) is dict else raw)
        put(self, "freeform", get("freeform", UNSET))
        put(
            self,
            "additional_properties",
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS},
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
