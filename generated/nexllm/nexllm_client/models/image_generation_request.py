"""`ImageGenerationRequest`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define

from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

_FIELDS = (
    ("prompt", "prompt"),
    ("model", "model"),
    ("n", "n"),
    ("size", "size"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "prompt": UNSET,
    "model": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "ImageGenerationRequest", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class ImageGenerationRequest:
    """A text to make images from. Some models need a key in the right channel group."""

    prompt: str
    """What the image shows."""

    model: str
    """Id of the model."""

    n: int | Unset = UNSET
    """
    How many images are made; one only with dall-e-3.

    Documented limit: ≤ 10. The server's default is `1`; the client never sends it.
    """

    size: Literal["256x256", "512x512", "1024x1024", "1792x1024", "1024x1792"] | Unset = UNSET
    """
    Width and height in pixels; which ones a model has differs.

    The server's default is `"1024x1024"`; the client never sends it.
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
            put(self, "prompt", data["prompt"])
            put(self, "model", data["model"])
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 2
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
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
