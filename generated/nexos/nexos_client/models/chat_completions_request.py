"""`ChatCompletionsRequest`, a schema of the Nexos.ai document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal, Self

from attrs import define

from .. import models as _models
from .._runtime.decoding import Choice, ModelCheck, encode_members
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
        (
            "FunctionTool",
            frozenset(
                (
                    "type",
                    "function",
                )
            ),
            frozenset(
                (
                    "type",
                    "function",
                )
            ),
        ),
        (
            "WebSearchTool",
            frozenset(("type",)),
            frozenset(
                (
                    "type",
                    "web_search",
                )
            ),
        ),
        (
            "RagTool",
            frozenset(
                (
                    "type",
                    "rag",
                )
            ),
            frozenset(
                (
                    "type",
                    "rag",
                )
            ),
        ),
        (
            "TikaOcrTool",
            frozenset(
                (
                    "type",
                    "tika_ocr",
                )
            ),
            frozenset(
                (
                    "type",
                    "tika_ocr",
                )
            ),
        ),
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

    modalities: list[Literal["text", "audio"] | str] | Unset = UNSET
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

    service_tier: Literal["auto", "default"] | str | Unset = UNSET
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

    tool_choice: Literal["none", "auto", "required"] | str | NamedToolChoice | None | Unset = UNSET
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
        self = cls.__new__(cls)
        get: Any = data.get
        put = object.__setattr__
        raw = get("messages", UNSET)
        put(
            self,
            "messages",
            [_models.ChatMessage.from_dict(i0) if type(i0) is dict else i0 for i0 in raw] if type(raw) is list else raw,
        )
        put(self, "model", get("model", UNSET))
        raw = get("audio", UNSET)
        put(self, "audio", _models.AudioConfiguration.from_dict(raw) if type(raw) is dict else raw)
        put(self, "frequency_penalty", get("frequency_penalty", UNSET))
        put(self, "logit_bias", get("logit_bias", UNSET))
        put(self, "logprobs", get("logprobs", UNSET))
        put(self, "max_completion_tokens", get("max_completion_tokens", UNSET))
        put(self, "metadata", get("metadata", UNSET))
        put(self, "modalities", get("modalities", UNSET))
        put(self, "n", get("n", UNSET))
        put(self, "parallel_tool_calls", get("parallel_tool_calls", UNSET))
        raw = get("prediction", UNSET)
        put(self, "prediction", _models.PredictionType.from_dict(raw) if type(raw) is dict else raw)
        put(self, "presence_penalty", get("presence_penalty", UNSET))
        raw = get("response_format", UNSET)
        put(self, "response_format", _models.ResponseFormat.from_dict(raw) if type(raw) is dict else raw)
        put(self, "seed", get("seed", UNSET))
        put(self, "service_tier", get("service_tier", UNSET))
        put(self, "stop", get("stop", UNSET))
        put(self, "store", get("store", UNSET))
        put(self, "stream", get("stream", UNSET))
        raw = get("stream_options", UNSET)
        put(self, "stream_options", _models.StreamOptions.from_dict(raw) if type(raw) is dict else raw)
        put(self, "temperature", get("temperature", UNSET))
        raw = get("tool_choice", UNSET)
        put(self, "tool_choice", _models.NamedToolChoice.from_dict(raw) if type(raw) is dict else raw)
        raw = get("tools", UNSET)
        put(self, "tools", [_CHOOSE_0(i0) if type(i0) is dict else i0 for i0 in raw] if type(raw) is list else raw)
        put(self, "top_logprobs", get("top_logprobs", UNSET))
        put(self, "top_p", get("top_p", UNSET))
        raw = get("thinking", UNSET)
        put(self, "thinking", _models.ChatThinkingModeConfiguration.from_dict(raw) if type(raw) is dict else raw)
        put(
            self,
            "additional_properties",
            EMPTY if data.keys() <= _MEMBERS else {key: data[key] for key in data if key not in _MEMBERS},
        )
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
