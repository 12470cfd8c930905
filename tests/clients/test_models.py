"""Models built and changed by hand refuse what their document forbids; decoded ones accept whatever came."""

from __future__ import annotations

import copy
import pickle
from importlib import import_module
from typing import TypedDict, get_args, get_type_hints, is_typeddict

import pytest
from nexos_client import UNSET, RequestValidationError, models
from telnyx_client import models as telnyx_models
from telnyx_client import params as telnyx_params


def test_a_model_is_checked_when_it_is_built() -> None:
    """Every violation is named with its member."""
    with pytest.raises(RequestValidationError, match="role") as caught:
        models.ChatMessage(role="robot", content=5)  # type: ignore[arg-type]  # the point of the test

    assert len(caught.value.errors) == 2


def test_a_member_is_checked_when_it_is_assigned() -> None:
    """A wrong value is refused and the old one stays; a right one is taken."""
    message = models.ChatMessage(role="user", content="hi")

    with pytest.raises(RequestValidationError, match="role"):
        message.role = "robot"
    message.content = None

    assert message.to_dict() == {"role": "user", "content": None}


def test_decoding_refuses_nothing_and_loses_nothing() -> None:
    """Unknown members, enum values and kinds are kept at every level, null and absence apart."""
    came = {
        "id": 7,
        "choices": [
            {"index": "0", "finish_reason": "STOP", "message": {"role": "oracle", "content": None, "blocks": [1]}},
            "not an object",
            {"message": None, "logprobs": {"content": None, "of_tomorrow": {}}},
        ],
        "usage": {"total_tokens": 1.0, "cache_read_input_tokens": 3},
        "guardrails": {"x": []},
    }

    reply = models.ChatCompletionsResponse.from_dict(came)

    assert reply.to_dict() == came
    assert reply.additional_properties == {"guardrails": {"x": []}}
    assert getattr(reply, "object") is UNSET  # noqa: B009 - its documented type has no absence
    assert reply.tool_calls == []


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ({"role": "system", "content": "x"}, telnyx_models.ChatSystemMessage),
        ({"role": "user", "content": "x"}, telnyx_models.ChatUserMessage),
        ({"role": "assistant", "content": "x"}, telnyx_models.ChatAssistantMessage),
        ({"role": "assistant", "content": None, "tool_calls": []}, telnyx_models.ChatAssistantToolCallMessage),
        ({"role": "tool", "content": "x"}, telnyx_models.ChatToolMessage),
        ({"role": "critic", "content": "x"}, dict),
        ({"role": 3, "content": "x"}, dict),
    ],
)
def test_a_message_is_decoded_into_the_class_of_its_role(message: dict[str, object], expected: type) -> None:
    """Two classes for the assistant hide no other role: a class that contradicts the role is never chosen."""
    came = {"messages": [message]}

    request = telnyx_models.ChatCompletionsRequest.from_dict(came)

    assert type(request.messages[0]) is expected
    assert request.to_dict() == came


def test_models_compare_copy_and_pickle() -> None:
    """Two models of the same JSON are equal, and stay so through copy and pickle."""
    came = {"id": "x", "choices": [{"index": 0, "message": {"role": "assistant", "content": "hi"}}], "new": 1}
    reply = models.ChatCompletionsResponse.from_dict(came)

    for other in (
        copy.deepcopy(reply),
        pickle.loads(pickle.dumps(reply)),
        models.ChatCompletionsResponse.from_dict(came),
    ):
        assert other == reply
        assert other.to_dict() == came


def test_the_map_hands_out_one_class_whoever_asks() -> None:
    """A decoded value has the composed class, the same that the package exports."""
    reply = models.ChatCompletionsResponse.from_dict({})

    assert type(reply) is models.ChatCompletionsResponse
    assert "tool_calls" in dir(type(reply))
    assert set(dir(models)) == set(models.__all__)
    with pytest.raises(AttributeError, match="Nobody"):
        models.Nobody  # type: ignore[attr-defined]  # noqa: B018 - the point of the test


def test_types_with_a_name_are_types_at_run_time() -> None:
    """Annotations that are evaluated may add None to a parameter type or a schema that is no class."""
    assert type(None) in get_args(telnyx_params.ChatRequestMessageParam | None)
    assert type(None) in get_args(telnyx_models.ChatRequestMessage | None)
    assert type(None) in get_args(telnyx_params.ToolChoiceModeParam | None)


@pytest.mark.parametrize("package", ["nexos_client", "nexllm_client", "ragparams_client", "telnyx_client"])
def test_parameter_types_can_be_read_at_run_time(package: str) -> None:
    """What reads annotations of parameter types, such as a validator, finds all the names they mention."""
    types = [value for value in vars(import_module(f"{package}.params")).values() if is_typeddict(value)]

    hints = {kind.__name__: get_type_hints(kind) for kind in types if kind is not TypedDict}

    assert {"ChatCompletionsCreateParams", "ToolCallParam"} <= set(hints)
    assert all(hints.values())
