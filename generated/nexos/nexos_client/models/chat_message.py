"""`ChatMessage`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

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
    ("name", "name"),
    ("thinking", "thinking"),
    ("tool_call_id", "tool_call_id"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_CHECK = ModelCheck(VALIDATOR, "ChatMessage", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class ChatMessage:
    """A message, of the request or of the answer. On answers the role is always `assistant`."""

    role: Literal["system", "user", "assistant", "tool", "function", "developer"] | str | Unset = UNSET
    """
    Author of the message.

    The server's default is `"user"`; the client never sends it.
    """

    content: str | list[dict[str, Any]] | None | Unset = UNSET
    """
    Text of the message, or its parts.

    The server's default is `null`; the client never sends it.
    """

    refusal: str | None | Unset = UNSET
    """
    Why the assistant refused.

    The server's default is `null`; the client never sends it.
    """

    tool_calls: list[ToolCall] | None | Unset = UNSET
    """
    Tools that the assistant calls.

    The server's default is `null`; the client never sends it.
    """

    annotations: list[ChatAnnotation] | None | Unset = UNSET
    """
    Sources that the text cites.

    The server's default is `null`; the client never sends it.
    """

    audio: ChatAudio | None | Unset = UNSET
    """
    The audio answer.

    The server's default is `null`; the client never sends it.
    """

    function_call: FunctionCall | Unset = UNSET
    """
    Function that the assistant calls; replaced by `tool_calls`.

    Deprecated.
    """

    name: str | None | Unset = UNSET
    """
    Name of the participant.

    The server's default is `null`; the client never sends it.
    """

    thinking: str | None | Unset = UNSET
    """
    The model's thoughts. The SDK fills it from the text; the server does not send it.

    The server's default is `null`; the client never sends it.
    """

    tool_call_id: str | Unset = UNSET
    """Id of the call that a tool's message answers."""

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
        unknown = len(data)
        if "role" in data:
            unknown -= 1
            put(self, "role", data["role"])
        else:
            put(self, "role", UNSET)
        if "content" in data:
            unknown -= 1
            put(self, "content", data["content"])
        else:
            put(self, "content", UNSET)
        if "refusal" in data:
            unknown -= 1
            put(self, "refusal", data["refusal"])
        else:
            put(self, "refusal", UNSET)
        if "tool_calls" in data:
            unknown -= 1
            raw_tool_calls = data["tool_calls"]
            put(
                self,
                "tool_calls",
                [_models.ToolCall.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_tool_calls]
                if type(raw_tool_calls) is list
                else raw_tool_calls,
            )
        else:
            put(self, "tool_calls", UNSET)
        if "annotations" in data:
            unknown -= 1
            raw_annotations = data["annotations"]
            put(
                self,
                "annotations",
                [_models.ChatAnnotation.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_annotations]
                if type(raw_annotations) is list
                else raw_annotations,
            )
        else:
            put(self, "annotations", UNSET)
        if "audio" in data:
            unknown -= 1
            raw_audio = data["audio"]
            put(self, "audio", _models.ChatAudio.from_dict(raw_audio) if type(raw_audio) is dict else raw_audio)
        else:
            put(self, "audio", UNSET)
        if "function_call" in data:
            unknown -= 1
            raw_function_call = data["function_call"]
            put(
                self,
                "function_call",
                _models.FunctionCall.from_dict(raw_function_call)
                if type(raw_function_call) is dict
                else raw_function_call,
            )
        else:
            put(self, "function_call", UNSET)
        if "name" in data:
            unknown -= 1
            put(self, "name", data["name"])
        else:
            put(self, "name", UNSET)
        if "thinking" in data:
            unknown -= 1
            put(self, "thinking", data["thinking"])
        else:
            put(self, "thinking", UNSET)
        if "tool_call_id" in data:
            unknown -= 1
            put(self, "tool_call_id", data["tool_call_id"])
        else:
            put(self, "tool_call_id", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
