"""`ImageEditRequest`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("model", "model"),
    ("image", "image"),
    ("prompt", "prompt"),
    ("n", "n"),
    ("size", "size"),
    ("mask", "mask"),
    ("response_format", "response_format"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "model": UNSET,
    "image": UNSET,
    "prompt": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "ImageEditRequest", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class ImageEditRequest:
    """An image to change."""

    model: str
    """Id of the model."""

    image: bytes
    """The bytes of the image."""

    prompt: str
    """
    What to change.

    At most 1000 characters.
    """

    n: int | Unset = UNSET
    """
    How many images are made.

    The server's default is `1`; the client never sends it.
    """

    size: Literal["256x256", "512x512", "1024x1024"] | Unset = UNSET
    """
    Width and height in pixels.

    The server's default is `"256x256"`; the client never sends it.
    """

    mask: bytes | Unset = UNSET
    """Where to change the image. Only the SDK's mock server has it."""

    response_format: Literal["url", "b64_json"] | Unset = UNSET
    """
    Whether the image comes as an address or as data.

    The server's default is `"url"`; the client never sends it.
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
            put(self, "model", data["model"])
            put(self, "image", data["image"])
            put(self, "prompt", data["prompt"])
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 3
        if "n" in data:
            unknown -= 1
            put(self, "n", data["n"])
        else:
            put(self, "n", UNSET)
        if "size" in data:
            unknown -= 1
            put(self, "size", data["size"])
        else:
            put(self, "size", UNSET)
        if "mask" in data:
            unknown -= 1
            put(self, "mask", data["mask"])
        else:
            put(self, "mask", UNSET)
        if "response_format" in data:
            unknown -= 1
            put(self, "response_format", data["response_format"])
        else:
            put(self, "response_format", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
