"""`ChatCompletionsRequest`, a schema of the NexLLM document."""

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
        ChatAssistantMessage,
        ChatDeveloperMessage,
        ChatFunctionMessage,
        ChatSystemMessage,
        ChatToolMessage,
        ChatUserMessage,
        FunctionCallOption,
        FunctionDeclaration,
        FunctionTool,
        NamedToolChoice,
        PredictionType,
        ResponseFormatJsonObject,
        ResponseFormatJsonSchema,
        ResponseFormatText,
        StreamOptions,
    )

_CHOOSE_0 = Choice(
    _models,
    tag="role",
    by_tag={
        "developer": "ChatDeveloperMessage",
        "system": "ChatSystemMessage",
        "user": "ChatUserMessage",
        "assistant": "ChatAssistantMessage",
        "tool": "ChatToolMessage",
        "function": "ChatFunctionMessage",
    },
    by_members=(
        (
            "ChatDeveloperMessage",
            frozenset({"role", "content"}),
            frozenset({"role", "content", "name"}),
            (("role", ("developer",)),),
        ),
        (
            "ChatSystemMessage",
            frozenset({"role", "content"}),
            frozenset({"role", "content", "name"}),
            (("role", ("system",)),),
        ),
        (
            "ChatUserMessage",
            frozenset({"role", "content"}),
            frozenset({"role", "content", "name"}),
            (("role", ("user",)),),
        ),
        (
            "ChatAssistantMessage",
            frozenset({"role"}),
            frozenset({"role", "content", "name", "refusal", "audio", "tool_calls", "function_call"}),
            (("role", ("assistant",)),),
        ),
        (
            "ChatToolMessage",
            frozenset({"role", "content", "tool_call_id"}),
            frozenset({"role", "content", "tool_call_id"}),
            (("role", ("tool",)),),
        ),
        (
            "ChatFunctionMessage",
            frozenset({"role", "content", "name"}),
            frozenset({"role", "content", "name"}),
            (("role", ("function",)),),
        ),
    ),
)
_CHOOSE_1 = Choice(
    _models,
    tag="type",
    by_tag={
        "text": "ResponseFormatText",
        "json_object": "ResponseFormatJsonObject",
        "json_schema": "ResponseFormatJsonSchema",
    },
    by_members=(
        ("ResponseFormatText", frozenset({"type"}), frozenset({"type"}), (("type", ("text",)),)),
        ("ResponseFormatJsonObject", frozenset({"type"}), frozenset({"type"}), (("type", ("json_object",)),)),
        (
            "ResponseFormatJsonSchema",
            frozenset({"type", "json_schema"}),
            frozenset({"type", "json_schema"}),
            (("type", ("json_schema",)),),
        ),
    ),
)
_FIELDS = (
    ("messages", "messages"),
    ("model", "model"),
    ("audio", "audio"),
    ("frequency_penalty", "frequency_penalty"),
    ("function_call", "function_call"),
    ("functions", "functions"),
    ("logit_bias", "logit_bias"),
    ("logprobs", "logprobs"),
    ("max_completion_tokens", "max_completion_tokens"),
    ("max_tokens", "max_tokens"),
    ("metadata", "metadata"),
    ("modalities", "modalities"),
    ("n", "n"),
    ("parallel_tool_calls", "parallel_tool_calls"),
    ("prediction", "prediction"),
    ("presence_penalty", "presence_penalty"),
    ("reasoning_effort", "reasoning_effort"),
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
    ("user", "user"),
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

    messages: list[
        ChatDeveloperMessage
        | ChatSystemMessage
        | ChatUserMessage
        | ChatAssistantMessage
        | ChatToolMessage
        | ChatFunctionMessage
    ]
    """The conversation so far, oldest message first."""

    model: str
    """Id of the model that answers; a channel may stand before it, as in `aws/claude-haiku-4-5`."""

    audio: AudioConfiguration | None | Unset = UNSET
    """
    Voice and format of an audio answer.

    Inferred, not documented by the vendor.
    """

    frequency_penalty: float | None | Unset = UNSET
    """
    Penalty for tokens by how often they have appeared already.

    Bounds: ≥ -2, ≤ 2. The server's default is `0`; the client never sends it. Inferred, not documented
    by the vendor.
    """

    function_call: Literal["none", "auto"] | FunctionCallOption | Unset = UNSET
    """
    Whether and which function is called. Use `tool_choice` instead.

    Deprecated. Inferred, not documented by the vendor.
    """

    functions: list[FunctionDeclaration] | Unset = UNSET
    """
    Functions that the model may call. Use `tools` instead.

    At least 1 item. At most 128 items. Deprecated. Inferred, not documented by the vendor.
    """

    logit_bias: dict[str, int] | None | Unset = UNSET
    """
    Bias of single tokens, keyed by token id.

    The server's default is `null`; the client never sends it. Inferred, not documented by the vendor.
    """

    logprobs: bool | None | Unset = UNSET
    """
    Whether log probabilities of the output tokens are returned.

    The server's default is `false`; the client never sends it. Inferred, not documented by the vendor.
    """

    max_completion_tokens: int | None | Unset = UNSET
    """
    Most tokens the answer may take, those spent on reasoning included.

    Inferred, not documented by the vendor.
    """

    max_tokens: int | Unset = UNSET
    """Most tokens the answer may take. The model's configured maximum when left out."""

    metadata: dict[str, str] | None | Unset = UNSET
    """
    Free labels stored with the completion.

    Inferred, not documented by the vendor.
    """

    modalities: list[Literal["text", "audio"]] | None | Unset = UNSET
    """
    Kinds of output asked for.

    The server's default is `["text"]`; the client never sends it. Inferred, not documented by the
    vendor.
    """

    n: int | None | Unset = UNSET
    """
    How many choices are generated.

    Bounds: ≥ 1, ≤ 128. The server's default is `1`; the client never sends it. Inferred, not documented
    by the vendor.
    """

    parallel_tool_calls: bool | Unset = UNSET
    """
    Whether several tools may be called in one turn.

    The server's default is `true`; the client never sends it. Inferred, not documented by the vendor.
    """

    prediction: PredictionType | None | Unset = UNSET
    """
    Expected content of the answer.

    Inferred, not documented by the vendor.
    """

    presence_penalty: float | None | Unset = UNSET
    """
    Penalty for tokens that have appeared at all.

    Bounds: ≥ -2, ≤ 2. The server's default is `0`; the client never sends it. Inferred, not documented
    by the vendor.
    """

    reasoning_effort: Literal["low", "medium", "high"] | Unset = UNSET
    """
    How much the model reasons before it answers.

    The server's default is `"medium"`; the client never sends it. Inferred, not documented by the
    vendor.
    """

    response_format: ResponseFormatText | ResponseFormatJsonObject | ResponseFormatJsonSchema | Unset = UNSET
    """
    The format that the answer must have.

    Inferred, not documented by the vendor.
    """

    seed: int | None | Unset = UNSET
    """
    Seed of the sampling.

    Inferred, not documented by the vendor.
    """

    service_tier: Literal["auto", "default"] | None | Unset = UNSET
    """
    Tier that serves the request.

    The server's default is `"auto"`; the client never sends it. Inferred, not documented by the vendor.
    """

    stop: str | list[str] | None | Unset = UNSET
    """
    Where the model stops generating.

    The server's default is `null`; the client never sends it. Inferred, not documented by the vendor.
    """

    store: bool | None | Unset = UNSET
    """
    Whether the completion is stored.

    The server's default is `false`; the client never sends it. Inferred, not documented by the vendor.
    """

    stream: bool | Unset = UNSET
    """
    Whether the answer arrives in chunks as server-sent events.

    The server's default is `false`; the client never sends it.
    """

    stream_options: StreamOptions | None | Unset = UNSET
    """
    Settings of a streamed answer; only with `stream`.

    The server's default is `null`; the client never sends it. Inferred, not documented by the vendor.
    """

    temperature: float | Unset = UNSET
    """
    Sampling temperature.

    Documented limit: ≥ 0, ≤ 2. The server's default is `1`; the client never sends it.
    """

    tool_choice: Literal["none", "auto", "required"] | NamedToolChoice | Unset = UNSET
    """
    Whether and which tool is called. Without it no tool is called when there are no tools, and the
    model decides when there are.

    Inferred, not documented by the vendor.
    """

    tools: list[FunctionTool] | Unset = UNSET
    """
    Tools that the model may call.

    At most 128 items. Inferred, not documented by the vendor.
    """

    top_logprobs: int | None | Unset = UNSET
    """
    How many likely tokens are returned for each position; needs `logprobs`.

    Bounds: ≥ 0, ≤ 20. Inferred, not documented by the vendor.
    """

    top_p: float | None | Unset = UNSET
    """
    Share of the probability mass that is sampled from.

    Bounds: ≥ 0, ≤ 1. The server's default is `1`; the client never sends it. Inferred, not documented
    by the vendor.
    """

    user: str | Unset = UNSET
    """
    Identifier of the end user.

    Inferred, not documented by the vendor.
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
            [_CHOOSE_0(i0) if type(i0) is dict else i0 for i0 in raw_messages]
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
        if "function_call" in data:
            unknown -= 1
            raw_function_call = data["function_call"]
            put(
                self,
                "function_call",
                _models.FunctionCallOption.from_dict(raw_function_call)
                if type(raw_function_call) is dict
                else raw_function_call,
            )
        else:
            put(self, "function_call", UNSET)
        if "functions" in data:
            unknown -= 1
            raw_functions = data["functions"]
            put(
                self,
                "functions",
                [_models.FunctionDeclaration.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_functions]
                if type(raw_functions) is list
                else raw_functions,
            )
        else:
            put(self, "functions", UNSET)
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
        if "max_tokens" in data:
            unknown -= 1
            put(self, "max_tokens", data["max_tokens"])
        else:
            put(self, "max_tokens", UNSET)
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
        if "reasoning_effort" in data:
            unknown -= 1
            put(self, "reasoning_effort", data["reasoning_effort"])
        else:
            put(self, "reasoning_effort", UNSET)
        if "response_format" in data:
            unknown -= 1
            raw_response_format = data["response_format"]
            put(
                self,
                "response_format",
                _CHOOSE_1(raw_response_format) if type(raw_response_format) is dict else raw_response_format,
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
                [_models.FunctionTool.from_dict(i0) if type(i0) is dict else i0 for i0 in raw_tools]
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
        if "user" in data:
            unknown -= 1
            put(self, "user", data["user"])
        else:
            put(self, "user", UNSET)
        put(self, "additional_properties", unknown_members(data, _MEMBERS) if unknown else EMPTY)
        return self

    def to_dict(self) -> dict[str, Any]:
        """Encode as a JSON object; members that were never set are left out."""
        return encode_members(self, _FIELDS)
