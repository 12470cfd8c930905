"""`Image`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define

from .._runtime.decoding import encode_members
from .._runtime.model import EMPTY, UNSET

_FIELDS = (
    ("url", "url"),
    ("revised_prompt", "revised_prompt"),
    ("b64_json", "b64_json"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)


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
        self = cls.__new__(cls)
        get: Any = data.get
        self.url = get("url", UNSET)
        self.revised_prompt = get("revised_prompt", UNSET)
        self.b64_json = get("b64_json", UNSET)
        self.additional_properties = (
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS}
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
