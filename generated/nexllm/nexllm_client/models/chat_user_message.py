"""`ChatUserMessage`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import Choice, ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

if TYPE_CHECKING:
    from . import AudioPart, FilePart, ImagePart, TextPart

_CHOOSE_0 = Choice(
    _models,
    tag="type",
    by_tag={"text": "TextPart", "image_url": "ImagePart", "input_audio": "AudioPart", "file": "FilePart"},
    by_members=(
        ("TextPart", frozenset({"type", "text"}), frozenset({"type", "text"}), (("type", ("text",)),)),
        ("ImagePart", frozenset({"type", "image_url"}), frozenset({"type", "image_url"}), (("type", ("image_url",)),)),
        (
            "AudioPart",
            frozenset({"type", "input_audio"}),
            frozenset({"type", "input_audio"}),
            (("type", ("input_audio",)),),
        ),
        ("FilePart", frozenset({"type", "file"}), frozenset({"type", "file"}), (("type", ("file",)),)),
    ),
)
_FIELDS = (
    ("role", "role"),
    ("content", "content"),
    ("name", "name"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "role": UNSET,
    "content": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "ChatUserMessage", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class ChatUserMessage:
    """A message of the user."""

    role: Literal["user"]
    """Author of the message."""

    content: str | list[TextPart | ImagePart | AudioPart | FilePart]
    """What the user says, as text or in parts."""

    name: str | Unset = UNSET
    """
    Name of the participant.

    Inferred, not documented by the vendor.
    """

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
            put(self, "role", data["role"])
            raw_content = data["content"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        put(
            self,
            "content",
            [_CHOOSE_0(i0) if type(i0) is dict else i0 for i0 in raw_content]
            if type(raw_content) is list
            else raw_content,
        )
        unknown = len(data) - 2
        if "name" in data:
            unknown -= 1
            put(self, "name", data["name"])
        else:
            put(self, "name", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
