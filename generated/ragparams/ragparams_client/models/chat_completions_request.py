"""`ChatCompletionsRequest`, a schema of the RagParams document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

if TYPE_CHECKING:
    from . import ChatRequestMessage, FunctionTool, NamedToolChoice

_FIELDS = (
    ("messages", "messages"),
    ("model", "model"),
    ("frequency_penalty", "frequency_penalty"),
    ("logit_bias", "logit_bias"),
    ("max_completion_tokens", "max_completion_tokens"),
    ("max_tokens", "max_tokens"),
    ("n", "n"),
    ("presence_penalty", "presence_penalty"),
    ("stop", "stop"),
    ("stream", "stream"),
    ("temperature", "temperature"),
    ("tool_choice", "tool_choice"),
    ("tools", "tools"),
    ("top_p", "top_p"),
    ("user", "user"),
    ("chat_id", "chat_id"),
    ("rag_params", "rag_params"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "messages": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "ChatCompletionsRequest", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class ChatCompletionsRequest:
    """A conversation to be answered, and the settings of the answer."""

    messages: list[ChatRequestMessage]
    """
    The conversation so far, oldest message first.

    At least 1 item.
    """

    model: str | Unset = UNSET
    """
    Id of the model that answers.

    The server's default is `\"\"`; the client never sends it.
    """

    frequency_penalty: float | Unset = UNSET
    """
    Penalty for tokens by how often they have appeared already. Ignored by models that lack it.

    Documented limit: ≥ -2, ≤ 2. The server's default is `0`; the client never sends it.
    """

    logit_bias: dict[str, Any] | Unset = UNSET
    """Bias of single tokens, keyed by token id. Ignored by models that lack it."""

    max_completion_tokens: int | Unset = UNSET
    """
    Most tokens the answer may take, those spent on reasoning included. Wins over `max_tokens`. Must be
    below the length of the model's context less one.

    Documented limit: ≥ 1. The server's default is `2048`; the client never sends it.
    """

    max_tokens: int | Unset = UNSET
    """
    Most tokens the answer may take. Must be below the length of the model's context less one.

    Documented limit: ≥ 1. The server's default is `2048`; the client never sends it.
    """

    n: int | Unset = UNSET
    """
    How many choices are generated.

    The server's default is `1`; the client never sends it.
    """

    presence_penalty: float | Unset = UNSET
    """
    Penalty for tokens that have appeared at all. Ignored by models that lack it.

    Documented limit: ≥ -2, ≤ 2. The server's default is `0`; the client never sends it.
    """

    stop: list[str] | Unset = UNSET
    """
    Texts at which the model stops generating. Ignored by models that lack it.

    At least 1 item.
    """

    stream: bool | Unset = UNSET
    """
    Whether the answer arrives in chunks as server-sent events.

    The server's default is `false`; the client never sends it.
    """

    temperature: float | Unset = UNSET
    """
    Sampling temperature; zero is not allowed. Ignored by models that lack it.

    Bounds: ≥ 0.001. The server's default is `0.2`; the client never sends it.
    """

    tool_choice: Literal["none", "auto", "required"] | NamedToolChoice | Unset = UNSET
    """
    Whether and which tool is called. Without it no tool is called when there are no tools, and the
    model decides when there are.
    """

    tools: list[FunctionTool] | Unset = UNSET
    """
    Tools that the model may call.

    At least 1 item.
    """

    top_p: float | Unset = UNSET
    """
    Share of the probability mass that is sampled from. Ignored by models that lack it.

    Bounds: ≥ 0.001. The server's default is `0.6`; the client never sends it.
    """

    user: str | Unset = UNSET
    """Identifier of the end user."""

    chat_id: str | Unset = UNSET
    """
    Id of the chat, for logging.

    The server's default is `\"\"`; the client never sends it.
    """

    rag_params: dict[str, Any] | None | Unset = UNSET
    """
    Settings of retrieval-augmented generation; null turns it off.

    The server's default is `null`; the client never sends it.
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
            raw_messages = data["messages"]
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        put(
            self,
            "messages",
            [_models.ChatRequestMessage.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_messages]
            if type(raw_messages) is list
            else raw_messages,
        )
        unknown = len(data) - 1
        if "model" in data:
            unknown -= 1
            put(self, "model", data["model"])
        else:
            put(self, "model", UNSET)
        if "frequency_penalty" in data:
            unknown -= 1
            put(self, "frequency_penalty", data["frequency_penalty"])
        else:
            put(self, "frequency_penalty", UNSET)
        if "logit_bias" in data:
            unknown -= 1
            put(self, "logit_bias", data["logit_bias"])
        else:
            put(self, "logit_bias", UNSET)
        if "max_completion_tokens" in data:
            unknown -= 1
            put(self, "max_completion_tokens", data["max_completion_tokens"])
        else:
            put(self, "max_completion_tokens", UNSET)
        if "max_tokens" in data:
            unknown -= 1
            put(self, "max_tokens", data["max_tokens"])
        else:
            put(self, "max_tokens", UNSET)
        if "n" in data:
            unknown -= 1
            put(self, "n", data["n"])
        else:
            put(self, "n", UNSET)
        if "presence_penalty" in data:
            unknown -= 1
            put(self, "presence_penalty", data["presence_penalty"])
        else:
            put(self, "presence_penalty", UNSET)
        if "stop" in data:
            unknown -= 1
            put(self, "stop", data["stop"])
        else:
            put(self, "stop", UNSET)
        if "stream" in data:
            unknown -= 1
            put(self, "stream", data["stream"])
        else:
            put(self, "stream", UNSET)
        if "temperature" in data:
            unknown -= 1
            put(self, "temperature", data["temperature"])
        else:
            put(self, "temperature", UNSET)
        if "tool_choice" in data:
            unknown -= 1
            raw_tool_choice = data["tool_choice"]
            put(
                self,
                "tool_choice",
                _models.NamedToolChoice.from_dict(raw_tool_choice)
                if type(raw_tool_choice) is dict
                else raw_tool_choice,
            )
        else:
            put(self, "tool_choice", UNSET)
        if "tools" in data:
            unknown -= 1
            raw_tools = data["tools"]
            put(
                self,
                "tools",
                [_models.FunctionTool.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_tools]
                if type(raw_tools) is list
                else raw_tools,
            )
        else:
            put(self, "tools", UNSET)
        if "top_p" in data:
            unknown -= 1
            put(self, "top_p", data["top_p"])
        else:
            put(self, "top_p", UNSET)
        if "user" in data:
            unknown -= 1
            put(self, "user", data["user"])
        else:
            put(self, "user", UNSET)
        if "chat_id" in data:
            unknown -= 1
            put(self, "chat_id", data["chat_id"])
        else:
            put(self, "chat_id", UNSET)
        if "rag_params" in data:
            unknown -= 1
            put(self, "rag_params", data["rag_params"])
        else:
            put(self, "rag_params", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
