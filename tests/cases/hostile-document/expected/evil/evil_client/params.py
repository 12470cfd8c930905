"""
The types of what the Evil \"\"\" {{ 7*7 }} \\ API takes; for type checkers, and for annotations of your own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NotRequired, TypeAlias, TypedDict

from . import models

FreeParam: TypeAlias = Mapping[str, Any]


class RecParam(TypedDict):
    child: NotRequired[RecParam | models.Rec]
    kids: NotRequired[Sequence[TreeParam]]
    m: NotRequired[Mapping[str, RecParam | models.Rec]]


class TXImportOsParams(TypedDict):
    """Arguments of `t.x_import_os`."""

    self_: str
    a_b: str
    class_: NotRequired[str]
    to_dict: NotRequired[int]
    additional_properties: NotRequired[int]
    str_: NotRequired[str]
    list_: NotRequired[Sequence[TXImportOsRequestListItemParam | models.TXImportOsRequestListItem]]
    field: NotRequired[str]
    field_: NotRequired[str]
    kind: NotRequired[Literal['a"b', "c\nd", "{{e}}", "\\", "'\"", "\u202e rtl"]]
    const: NotRequired[Any]
    bools: NotRequired[Literal["x"] | Literal[3] | bool | None]
    nested: NotRequired[
        TXImportOsRequestNestedAParam
        | models.TXImportOsRequestNestedA
        | TXImportOsRequestNestedBParam
        | models.TXImportOsRequestNestedB
        | None
    ]
    rec: NotRequired[RecParam | models.Rec]
    never: NotRequired[Any]
    any: NotRequired[Any]
    all: NotRequired[TXImportOsRequestAllParam | models.TXImportOsRequestAll]
    deep: NotRequired[TXImportOsRequestDeepParam | models.TXImportOsRequestDeep]
    freeform: NotRequired[FreeParam]
    x_header: NotRequired[Literal['a"\nb', "{{ x }}", "'''\"\"\""]]
    from_dict: NotRequired[int]
    timeout_: NotRequired[float]
    class__: NotRequired[Sequence[str]]


class TXImportOsRequestAllInnerParam(TypedDict):
    z: NotRequired[int]


class TXImportOsRequestAllParam(TypedDict):
    '''""".'''

    inner: TXImportOsRequestAllInnerParam | models.TXImportOsRequestAllInner
    more: NotRequired[str]


class TXImportOsRequestDeepParam(TypedDict):
    z: NotRequired[int]


TXImportOsRequestListItemParam = TypedDict(
    "TXImportOsRequestListItemParam", {"dict": "NotRequired[str]", "2x": "NotRequired[Any]"}
)


class TXImportOsRequestNestedAParam(TypedDict):
    type: NotRequired[Literal["a"]]
    n: NotRequired[int]


class TXImportOsRequestNestedBParam(TypedDict):
    type: NotRequired[Literal["b"]]
    m: NotRequired[str]


TXImportOsRequestParam = TypedDict(
    "TXImportOsRequestParam",
    {
        "self": "str",
        "a b": "str",
        "__class__": "NotRequired[str]",
        "to_dict": "NotRequired[int]",
        "additional_properties": "NotRequired[int]",
        "str": "NotRequired[str]",
        "list": "NotRequired[Sequence[TXImportOsRequestListItemParam | models.TXImportOsRequestListItem]]",
        "": "NotRequired[str]",
        "😀": "NotRequired[str]",
        "kind": "NotRequired[Literal['a\"b', 'c\\nd', '{{e}}', '\\\\', '\\'\"', '\\u202e rtl']]",
        "const": "NotRequired[Any]",
        "bools": "NotRequired[Literal['x'] | Literal[3] | bool | None]",
        "nested": "NotRequired[TXImportOsRequestNestedAParam | models.TXImportOsRequestNestedA | TXImportOsRequestNestedBParam | models.TXImportOsRequestNestedB | None]",
        "rec": "NotRequired[RecParam | models.Rec]",
        "never": "NotRequired[Any]",
        "any": "NotRequired[Any]",
        "all": "NotRequired[TXImportOsRequestAllParam | models.TXImportOsRequestAll]",
        "deep": "NotRequired[TXImportOsRequestDeepParam | models.TXImportOsRequestDeep]",
        "freeform": "NotRequired[FreeParam]",
    },
)

TreeParam: TypeAlias = str | Sequence[Any]
