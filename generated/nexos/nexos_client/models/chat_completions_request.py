"""`ChatCompletionsRequest`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import Choice, ModelCheck, encode_members, new_instance, unknown_members
from .._runtime.model import EMPTY, UNSET, Unset
from .._schemas import VALIDATOR

if TYPE_CHECKING:
    from . import (
        AudioConfiguration,
        ChatMessage,
        ChatThinkingModeConfiguration,
        FunctionTool,
        NamedToolChoice,
        PredictionType,
        RagTool,
        ResponseFormat,
        StreamOptions,
        TikaOcrTool,
        WebSearchTool,
    )

_CHOOSE_0 = Choice(
    _models,
    tag="type",
    by_tag={"function": "FunctionTool", "web_search": "WebSearchTool", "rag": "RagTool", "tika_ocr": "TikaOcrTool"},
    by_members=(
        ("FunctionTool", frozenset({"type", "function"}), frozenset({"type", "function"}), (("type", ("function",)),)),
        ("WebSearchTool", frozenset({"type"}), frozenset({"type", "web_search"}), (("type", ("web_search",)),)),
        ("RagTool", frozenset({"type", "rag"}), frozenset({"type", "rag"}), (("type", ("rag",)),)),
        ("TikaOcrTool", frozenset({"type", "tika_ocr"}), frozenset({"type", "tika_ocr"}), (("type", ("tika_ocr",)),)),
    ),
)
_FIELDS = (
    ("messages", "messages"),
    ("model", "model"),
    ("audio", "audio"),
    ("frequency_penalty", "frequency_penalty"),
    ("logit_bias", "logit_bias"),
    ("logprobs", "logprobs"),
    ("max_completion_tokens", "max_completion_tokens"),
    ("metadata", "metadata"),
    ("modalities", "modalities"),
    ("n", "n"),
    ("parallel_tool_calls", "parallel_tool_calls"),
    ("prediction", "prediction"),
    ("presence_penalty", "presence_penalty"),
    ("response_format", "response_format"),
    ("seed", "seed"),
    ("service_tier", "service_tier"),
    ("stop", "stop"),
    ("store", "store"),
    ("stream", "stream"),
    ("stream_options", "stream_options"),
    ("temperature", "temperature"),
    ("tool_choice", "tool_choice"),
    ("tools", "tools"),
    ("top_logprobs", "top_logprobs"),
    ("top_p", "top_p"),
    ("thinking", "thinking"),
)
_MEMBERS = frozenset(wire for _, wire in _FIELDS)
_MISSING: dict[str, Any] = {
    "messages": UNSET,
    "model": UNSET,
}
_CHECK = ModelCheck(VALIDATOR, "ChatCompletionsRequest", fields=_FIELDS)


@define(kw_only=True, on_setattr=_CHECK.on_setattr)
class ChatCompletionsRequest:
    """A conversation to be answered, and the settings of the answer."""

    messages: list[ChatMessage]
    """
    The conversation so far, oldest message first.

    At least 1 item.
    """

    model: str
    """Id of the model that answers, a UUID in the documented example."""

    audio: AudioConfiguration | None | Unset = UNSET
    """
    Voice and format of an audio answer.

    The server's default is `null`; the client never sends it.
    """

    frequency_penalty: float | Unset = UNSET
    """
    Penalty for tokens by how often they have appeared already.

    Documented limit: ≥ -2, ≤ 2. The server's default is `0`; the client never sends it.
    """

    logit_bias: dict[str, float] | None | Unset = UNSET
    """
    Bias of single tokens, keyed by token id.

    The server's default is `null`; the client never sends it.
    """

    logprobs: bool | None | Unset = UNSET
    """
    Whether log probabilities of the output tokens are returned.

    The server's default is `null`; the client never sends it.
    """

    max_completion_tokens: int | None | Unset = UNSET
    """
    Most tokens the answer may take, those spent on reasoning included.

    The server's default is `null`; the client never sends it.
    """

    metadata: dict[str, str] | None | Unset = UNSET
    """
    Free labels, for filtering in the dashboard.

    The server's default is `null`; the client never sends it.
    """

    modalities: list[Literal["text", "audio"]] | Unset = UNSET
    """
    Kinds of output asked for.

    The server's default is `["text"]`; the client never sends it.
    """

    n: int | Unset = UNSET
    """
    How many choices are generated.

    Bounds: ≥ 1, ≤ 128. The server's default is `1`; the client never sends it.
    """

    parallel_tool_calls: bool | None | Unset = UNSET
    """
    Whether several tools may be called in one turn; they may when this is left out.

    The server's default is `null`; the client never sends it.
    """

    prediction: PredictionType | None | Unset = UNSET
    """
    Expected content of the answer.

    The server's default is `null`; the client never sends it.
    """

    presence_penalty: float | Unset = UNSET
    """
    Penalty for tokens that have appeared at all.

    Documented limit: ≥ -2, ≤ 2. The server's default is `0`; the client never sends it.
    """

    response_format: ResponseFormat | None | Unset = UNSET
    """
    The format that the answer must have. The answer may be cut when its finish reason is `length`.

    The server's default is `null`; the client never sends it.
    """

    seed: int | None | Unset = UNSET
    """
    Seed of the sampling.

    Bounds: ≥ -9223372036854776000, ≤ 9223372036854776000. The server's default is `null`; the client
    never sends it.
    """

    service_tier: Literal["auto", "default"] | Unset = UNSET
    """
    Tier that serves the request.

    The server's default is `"auto"`; the client never sends it.
    """

    stop: str | list[str] | None | Unset = UNSET
    """
    Where the model stops generating.

    The server's default is `null`; the client never sends it.
    """

    store: bool | None | Unset = UNSET
    """
    Whether the completion is stored.

    The server's default is `null`; the client never sends it.
    """

    stream: bool | None | Unset = UNSET
    """
    Whether the answer arrives in chunks as server-sent events.

    The server's default is `null`; the client never sends it.
    """

    stream_options: StreamOptions | None | Unset = UNSET
    """
    Settings of a streamed answer; only with `stream`.

    The server's default is `null`; the client never sends it.
    """

    temperature: float | Unset = UNSET
    """
    Sampling temperature.

    Documented limit: ≥ 0, ≤ 2. The server's default is `1`; the client never sends it.
    """

    tool_choice: Literal["none", "auto", "required"] | NamedToolChoice | None | Unset = UNSET
    """
    Whether and which tool is called. Without it no tool is called when there are no tools, and the
    model decides when there are.

    The server's default is `null`; the client never sends it.
    """

    tools: list[FunctionTool | WebSearchTool | RagTool | TikaOcrTool] | None | Unset = UNSET
    """
    Tools that the model may call.

    At most 128 items. The server's default is `null`; the client never sends it.
    """

    top_logprobs: int | None | Unset = UNSET
    """
    How many likely tokens are returned for each position; needs `logprobs`.

    Bounds: ≥ 0, ≤ 20. The server's default is `null`; the client never sends it.
    """

    top_p: float | Unset = UNSET
    """
    Share of the probability mass that is sampled from.

    Documented limit: > 0, ≤ 1. The server's default is `1`; the client never sends it.
    """

    thinking: ChatThinkingModeConfiguration | None | Unset = UNSET
    """
    Whether the model thinks before it answers, and how much.

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
            put(self, "model", data["model"])
        except KeyError:
            return cls.from_dict({**_MISSING, **data})
        put(
            self,
            "messages",
            [_models.ChatMessage.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_messages]
            if type(raw_messages) is list
            else raw_messages,
        )
        unknown = len(data) - 2
        if "audio" in data:
            unknown -= 1
            raw_audio = data["audio"]
            put(
                self, "audio", _models.AudioConfiguration.from_dict(raw_audio) if type(raw_audio) is dict else raw_audio
            )
        else:
            put(self, "audio", UNSET)
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
        if "logprobs" in data:
            unknown -= 1
            put(self, "logprobs", data["logprobs"])
        else:
            put(self, "logprobs", UNSET)
        if "max_completion_tokens" in data:
            unknown -= 1
            put(self, "max_completion_tokens", data["max_completion_tokens"])
        else:
            put(self, "max_completion_tokens", UNSET)
        if "metadata" in data:
            unknown -= 1
            put(self, "metadata", data["metadata"])
        else:
            put(self, "metadata", UNSET)
        if "modalities" in data:
            unknown -= 1
            put(self, "modalities", data["modalities"])
        else:
            put(self, "modalities", UNSET)
        if "n" in data:
            unknown -= 1
            put(self, "n", data["n"])
        else:
            put(self, "n", UNSET)
        if "parallel_tool_calls" in data:
            unknown -= 1
            put(self, "parallel_tool_calls", data["parallel_tool_calls"])
        else:
            put(self, "parallel_tool_calls", UNSET)
        if "prediction" in data:
            unknown -= 1
            raw_prediction = data["prediction"]
            put(
                self,
                "prediction",
                _models.PredictionType.from_dict(raw_prediction) if type(raw_prediction) is dict else raw_prediction,
            )
        else:
            put(self, "prediction", UNSET)
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
        if "seed" in data:
            unknown -= 1
            put(self, "seed", data["seed"])
        else:
            put(self, "seed", UNSET)
        if "service_tier" in data:
            unknown -= 1
            put(self, "service_tier", data["service_tier"])
        else:
            put(self, "service_tier", UNSET)
        if "stop" in data:
            unknown -= 1
            put(self, "stop", data["stop"])
        else:
            put(self, "stop", UNSET)
        if "store" in data:
            unknown -= 1
            put(self, "store", data["store"])
        else:
            put(self, "store", UNSET)
        if "stream" in data:
            unknown -= 1
            put(self, "stream", data["stream"])
        else:
            put(self, "stream", UNSET)
        if "stream_options" in data:
            unknown -= 1
            raw_stream_options = data["stream_options"]
            put(
                self,
                "stream_options",
                _models.StreamOptions.from_dict(raw_stream_options)
                if type(raw_stream_options) is dict
                else raw_stream_options,
            )
        else:
            put(self, "stream_options", UNSET)
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
                [_CHOOSE_0(i0) if type(i0) is dict else i0 for i0 in raw_tools]
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
        if "thinking" in data:
            unknown -= 1
            raw_thinking = data["thinking"]
            put(
                self,
                "thinking",
                _models.ChatThinkingModeConfiguration.from_dict(raw_thinking)
                if type(raw_thinking) is dict
                else raw_thinking,
            )
        else:
            put(self, "thinking", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
