"""`ChatCompletionsRequest`, a schema of the Telnyx document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define, field

from .. import models as _models
from .._runtime.decoding import Choice, ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

if TYPE_CHECKING:
    from . import (
        ChatAssistantMessage,
        ChatAssistantToolCallMessage,
        ChatSystemMessage,
        ChatToolMessage,
        ChatUserMessage,
        FunctionTool,
        ResponseFormat,
        RetrievalTool,
    )

_CHOOSE_0 = Choice(
    _models,
    tag="role",
    by_tag={"system": "ChatSystemMessage", "user": "ChatUserMessage", "tool": "ChatToolMessage"},
    by_members=(
        ("ChatSystemMessage", frozenset({"role", "content"}), frozenset({"role", "content"}), (("role", ("system",)),)),
        ("ChatUserMessage", frozenset({"role", "content"}), frozenset({"role", "content"}), (("role", ("user",)),)),
        (
            "ChatAssistantMessage",
            frozenset({"role", "content"}),
            frozenset({"role", "content"}),
            (("role", ("assistant",)),),
        ),
        (
            "ChatAssistantToolCallMessage",
            frozenset({"role", "tool_calls"}),
            frozenset({"role", "content", "tool_calls"}),
            (("role", ("assistant",)),),
        ),
        (
            "ChatToolMessage",
            frozenset({"role", "content"}),
            frozenset({"role", "content", "tool_call_id"}),
            (("role", ("tool",)),),
        ),
    ),
)
_CHOOSE_1 = Choice(
    _models,
    tag="type",
    by_tag={"retrieval": "RetrievalTool", "function": "FunctionTool"},
    by_members=(
        (
            "RetrievalTool",
            frozenset({"type", "retrieval"}),
            frozenset({"type", "retrieval"}),
            (("type", ("retrieval",)),),
        ),
        ("FunctionTool", frozenset({"type", "function"}), frozenset({"type", "function"}), (("type", ("function",)),)),
    ),
)
_FIELDS = (
    ("messages", "messages"),
    ("model", "model"),
    ("frequency_penalty", "frequency_penalty"),
    ("logprobs", "logprobs"),
    ("max_tokens", "max_tokens"),
    ("n", "n"),
    ("presence_penalty", "presence_penalty"),
    ("response_format", "response_format"),
    ("stream", "stream"),
    ("temperature", "temperature"),
    ("tool_choice", "tool_choice"),
    ("tools", "tools"),
    ("top_logprobs", "top_logprobs"),
    ("top_p", "top_p"),
    ("best_of", "best_of"),
    ("early_stopping", "early_stopping"),
    ("guided_choice", "guided_choice"),
    ("guided_json", "guided_json"),
    ("guided_regex", "guided_regex"),
    ("length_penalty", "length_penalty"),
    ("min_p", "min_p"),
    ("openai_api_key", "openai_api_key"),
    ("use_beam_search", "use_beam_search"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "messages": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "ChatCompletionsRequest", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class ChatCompletionsRequest:
    """A conversation to be answered, and the settings of the answer."""

    messages: list[
        ChatSystemMessage | ChatUserMessage | ChatAssistantMessage | ChatAssistantToolCallMessage | ChatToolMessage
    ]
    """The conversation so far, oldest message first."""

    model: str | Unset = UNSET
    """
    Id of the model that answers.

    The server's default is `"NousResearch/Nous-Hermes-2-Mixtral-8x7B-DPO"`; the client never sends it.
    """

    frequency_penalty: float | Unset = UNSET
    """
    Penalty for tokens by how often they have appeared already.

    The server's default is `0`; the client never sends it.
    """

    logprobs: bool | Unset = UNSET
    """
    Whether log probabilities of the output tokens are returned.

    The server's default is `false`; the client never sends it.
    """

    max_tokens: int | Unset = UNSET
    """Most tokens the answer may take."""

    n: float | Unset = UNSET
    """How many choices are generated. A number here, not an integer."""

    presence_penalty: float | Unset = UNSET
    """
    Penalty for tokens that have appeared at all.

    The server's default is `0`; the client never sends it.
    """

    response_format: ResponseFormat | Unset = UNSET
    """The format that the answer must have."""

    stream: bool | Unset = UNSET
    """
    Whether the answer arrives in chunks as server-sent events.

    The server's default is `false`; the client never sends it.
    """

    temperature: float | Unset = UNSET
    """Sampling temperature."""

    tool_choice: Literal["none", "auto"] | Unset = UNSET
    """Whether a tool is called."""

    tools: list[RetrievalTool | FunctionTool] | Unset = UNSET
    """Tools that the model may call."""

    top_logprobs: int | Unset = UNSET
    """
    How many likely tokens are returned for each position; needs `logprobs`.

    Documented limit: ≥ 0, ≤ 20.
    """

    top_p: float | Unset = UNSET
    """Share of the probability mass that is sampled from."""

    best_of: int | Unset = UNSET
    """How many candidates the beam search keeps; with `use_beam_search`."""

    early_stopping: bool | Unset = UNSET
    """
    Whether the beam search may stop early; with `use_beam_search`.

    The server's default is `false`; the client never sends it.
    """

    guided_choice: list[str] | Unset = UNSET
    """The answer is one of these texts."""

    guided_json: dict[str, Any] | Unset = UNSET
    """The answer is JSON that follows this JSON Schema."""

    guided_regex: str | Unset = UNSET
    """The answer matches this regular expression."""

    length_penalty: float | Unset = UNSET
    """
    Weight of the length in the beam search; with `use_beam_search`.

    The server's default is `1`; the client never sends it.
    """

    min_p: float | Unset = UNSET
    """
    Least probability of a token; an alternative to `top_p`.

    Documented limit: ≥ 0, ≤ 1.
    """

    openai_api_key: str | Unset = field(default=UNSET, repr=False)
    """The caller's own OpenAI key, a secret in the body."""

    use_beam_search: bool | Unset = UNSET
    """
    Whether beam search is used.

    The server's default is `false`; the client never sends it.
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
            [_CHOOSE_0(i0) if type(i0) is dict else i0 for i0 in raw_messages]
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
        if "logprobs" in data:
            unknown -= 1
            put(self, "logprobs", data["logprobs"])
        else:
            put(self, "logprobs", UNSET)
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
        if "response_format" in data:
            unknown -= 1
            raw_response_format = data["response_format"]
            put(
                self,
                "response_format",
                _models.ResponseFormat.from_dict(raw_response_format)
                if type(raw_response_format) is dict
                else raw_response_format,
            )
        else:
            put(self, "response_format", UNSET)
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
            put(self, "tool_choice", data["tool_choice"])
        else:
            put(self, "tool_choice", UNSET)
        if "tools" in data:
            unknown -= 1
            raw_tools = data["tools"]
            put(
                self,
                "tools",
                [_CHOOSE_1(i0) if type(i0) is dict else i0 for i0 in raw_tools]
                if type(raw_tools) is list
                else raw_tools,
            )
        else:
            put(self, "tools", UNSET)
        if "top_logprobs" in data:
            unknown -= 1
            put(self, "top_logprobs", data["top_logprobs"])
        else:
            put(self, "top_logprobs", UNSET)
        if "top_p" in data:
            unknown -= 1
            put(self, "top_p", data["top_p"])
        else:
            put(self, "top_p", UNSET)
        if "best_of" in data:
            unknown -= 1
            put(self, "best_of", data["best_of"])
        else:
            put(self, "best_of", UNSET)
        if "early_stopping" in data:
            unknown -= 1
            put(self, "early_stopping", data["early_stopping"])
        else:
            put(self, "early_stopping", UNSET)
        if "guided_choice" in data:
            unknown -= 1
            put(self, "guided_choice", data["guided_choice"])
        else:
            put(self, "guided_choice", UNSET)
        if "guided_json" in data:
            unknown -= 1
            put(self, "guided_json", data["guided_json"])
        else:
            put(self, "guided_json", UNSET)
        if "guided_regex" in data:
            unknown -= 1
            put(self, "guided_regex", data["guided_regex"])
        else:
            put(self, "guided_regex", UNSET)
        if "length_penalty" in data:
            unknown -= 1
            put(self, "length_penalty", data["length_penalty"])
        else:
            put(self, "length_penalty", UNSET)
        if "min_p" in data:
            unknown -= 1
            put(self, "min_p", data["min_p"])
        else:
            put(self, "min_p", UNSET)
        if "openai_api_key" in data:
            unknown -= 1
            put(self, "openai_api_key", data["openai_api_key"])
        else:
            put(self, "openai_api_key", UNSET)
        if "use_beam_search" in data:
            unknown -= 1
            put(self, "use_beam_search", data["use_beam_search"])
        else:
            put(self, "use_beam_search", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
