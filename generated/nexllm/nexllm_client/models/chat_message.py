"""`ChatMessage`, a schema of the NexLLM document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset

if TYPE_CHECKING:
    from . import ChatAnnotation, ChatAudio, FunctionCall, ToolCall

_FIELDS = (
    ("role", "role"),
    ("content", "content"),
    ("refusal", "refusal"),
    ("tool_calls", "tool_calls"),
    ("annotations", "annotations"),
    ("audio", "audio"),
    ("function_call", "function_call"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "content": UNSET,
}


@define(kw_only=True)
class ChatMessage:
    """A message of the assistant."""

    role: Literal["assistant"] | str | Unset = UNSET
    """
    Author of the message.

    Inferred, not documented by the vendor.
    """

    content: str | None
    """Text of the message."""

    refusal: str | None | Unset = UNSET
    """
    Why the assistant refused.

    Inferred, not documented by the vendor.
    """

    tool_calls: list[ToolCall] | Unset = UNSET
    """
    Tools that the assistant calls.

    Inferred, not documented by the vendor.
    """

    annotations: list[ChatAnnotation] | Unset = UNSET
    """
    Sources that the text cites.

    Inferred, not documented by the vendor.
    """

    audio: ChatAudio | None | Unset = UNSET
    """
    The audio answer.

    Inferred, not documented by the vendor.
    """

    function_call: FunctionCall | Unset = UNSET
    """
    Function that the assistant calls; replaced by `tool_calls`.

    Deprecated. Inferred, not documented by the vendor.
    """

    additional_properties: Mapping[str, Any] = EMPTY
    """Members the document does not describe, kept as they came."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Decode a JSON object; nothing is refused and nothing is lost."""
        self = new_instance(cls)
        try:
            self.content = data["content"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        unknown = len(data) - 1
        if "role" in data:
            unknown -= 1
            self.role = data["role"]
        else:
            self.role = UNSET
        if "refusal" in data:
            unknown -= 1
            self.refusal = data["refusal"]
        else:
            self.refusal = UNSET
        if "tool_calls" in data:
            unknown -= 1
            raw_tool_calls = data["tool_calls"]
            self.tool_calls = (
                [_models.ToolCall.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_tool_calls]
                if type(raw_tool_calls) is list
                else raw_tool_calls
            )
        else:
            self.tool_calls = UNSET
        if "annotations" in data:
            unknown -= 1
            raw_annotations = data["annotations"]
            self.annotations = (
                [_models.ChatAnnotation.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_annotations]
                if type(raw_annotations) is list
                else raw_annotations
            )
        else:
            self.annotations = UNSET
        if "audio" in data:
            unknown -= 1
            raw_audio = data["audio"]
            self.audio = _models.ChatAudio.from_dict(raw_audio) if type(raw_audio) is dict else raw_audio
        else:
            self.audio = UNSET
        if "function_call" in data:
            unknown -= 1
            raw_function_call = data["function_call"]
            self.function_call = (
                _models.FunctionCall.from_dict(raw_function_call)
                if type(raw_function_call) is dict
                else raw_function_call
            )
        else:
            self.function_call = UNSET
        self.additional_properties = unknown_members(data, _MEMBERS) if unknown else EMPTY
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
