"""`Image`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET

_FIELDS = (
    ("url", "url"),
    ("revised_prompt", "revised_prompt"),
    ("b64_json", "b64_json"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "url": UNSET,
    "revised_prompt": UNSET,
    "b64_json": UNSET,
}


@define(kw_only=True)
class Image:
    """An image that was made."""

    url: str | None
    """Where the image is."""

    revised_prompt: str | None
    """The text that the model really used."""

    b64_json: str | None
    """The image itself, in base64."""

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.url = data["url"]
            self.revised_prompt = data["revised_prompt"]
            self.b64_json = data["b64_json"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        self.additional_properties = unknown_members(data, _MEMBERS) if len(data) > 3 else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
