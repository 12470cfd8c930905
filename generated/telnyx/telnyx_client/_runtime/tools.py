"""A bounded loop that lets a model call Python functions: schemas from signatures, results fed back; knows no vendor."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Generic, Protocol, TypeVar

from attrs import frozen

from .errors import ToolArgumentsError, ToolLoopError
from .model import to_plain
from .tool import Tool
from .tool_results import result_text


class Reply(Protocol):
    """Be a whole answer."""

    @property
    def choices(self) -> Sequence[Any]:
        """What the model came up with."""


class VendorTool(Protocol):
    """Be a model of a tool that the vendor runs."""

    def to_dict(self) -> dict[str, Any]:
        """Return what a request says of it."""


ReplyT = TypeVar("ReplyT", bound=Reply)
ReplyT_co = TypeVar("ReplyT_co", covariant=True)
AnyTool = Callable[..., Any] | Tool | Mapping[str, Any] | VendorTool


class Completions(Protocol[ReplyT_co]):
    """Be a resource that completes conversations: `client.chat.completions`, or one of another client of the kind."""

    @property
    def create(self) -> Callable[..., ReplyT_co]:
        """Complete a conversation, given `messages` and `tools`."""


@frozen(kw_only=True)
class ToolResult:
    """
    Be what one call of a tool came to.

    Attributes:
        arguments: what the model wrote, as it was passed on; empty when it could not be read.
        content: what the model was told.
        error: why the call failed, or None.

    .. versionadded:: 0.1.0
    """

    name: str
    arguments: Mapping[str, Any]
    content: str
    error: Exception | None = None


@frozen(kw_only=True)
class ToolRun(Generic[ReplyT]):
    """
    Be what a loop came to.

    Attributes:
        reply: the last answer, which calls no tool.
        messages: the whole conversation, the last answer included.
        results: of every call, in order.
        rounds: how often the model was asked.

    .. versionadded:: 0.1.0
    """

    reply: ReplyT
    messages: list[Any]
    results: list[ToolResult]
    rounds: int


class _Loop:
    """Be the one state of both loops: what to ask next, which calls came, what to answer them."""

    def __init__(self, tools: Sequence[AnyTool], messages: Sequence[Any], *, max_rounds: int) -> None:
        if max_rounds < 1:
            raise ValueError(f"max_rounds must be at least 1, got {max_rounds}")
        self.tools: dict[str, Tool] = {}
        self._declarations: list[Any] = [self._declare(given) for given in tools]
        self._max_rounds = max_rounds
        self.messages = list(messages)
        self.results: list[ToolResult] = []
        self.rounds = 0

    def _declare(self, given: AnyTool) -> Any:
        if isinstance(given, Mapping) or (hasattr(given, "to_dict") and not isinstance(given, type)):
            plain = to_plain(given)
            if plain.get("type") == "function":
                raise TypeError("a function has to be run: give it itself, or a `Tool`, not what a request says of it")
            return plain
        tool = Tool.of(given)
        if tool.name in self.tools:
            raise ValueError(f"two tools have the same name, {tool.name}")
        self.tools[tool.name] = tool
        return tool.declaration()

    def request(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """
        Return the arguments of the next request.

        Raises:
            TypeError: the answer would be a stream.
        """
        if arguments.get("stream"):
            raise TypeError("the loop reads whole answers: leave `stream` out")
        self.rounds += 1
        declared = {"tools": self._declarations} if self._declarations else {}
        return {**arguments, "messages": list(self.messages), **declared}

    def calls_of(self, reply: Any) -> list[dict[str, Any]]:
        """
        Take an answer and return the calls in it; calls of what the vendor runs itself are left alone.

        Raises:
            ToolLoopError: there are some, and no round is left.
            TypeError: it is no answer of a chat.
        """
        if not hasattr(reply, "choices"):
            kind = type(reply).__name__
            raise TypeError(f"the answer has no choices, it is a {kind}: give `client.chat.completions` itself")
        message = reply.choices[0].message if reply.choices else None
        if message is not None:
            self.messages.append(message)
        plain = [to_plain(call) for call in getattr(message, "tool_calls", None) or ()]
        calls = [call for call in plain if call.get("function")]
        if calls and self.rounds >= self._max_rounds:
            message = f"the model still calls tools after {self.rounds} rounds"
            raise ToolLoopError(message, messages=self.messages)
        return calls

    def prepare(self, call: Mapping[str, Any]) -> tuple[Callable[..., Any] | None, dict[str, Any]]:
        """Return what to call and how; None when the model is only to be told what is wrong."""
        name = _name_of(call)
        tool = self.tools.get(name)
        if tool is None:
            known = ", ".join(self.tools)
            self.fail(call, {}, error=ToolArgumentsError(f"there is no tool {name!r}; known: {known}", text=""))
            return None, {}
        try:
            return tool.function, tool.arguments_of(call["function"].get("arguments"))
        except ToolArgumentsError as error:
            self.fail(call, {}, error=error)
            return None, {}

    def answer(self, call: Mapping[str, Any], arguments: Mapping[str, Any], *, result: Any) -> None:
        """
        Tell the model what a call came to.

        Raises:
            ToolResultError: it has no form in JSON.
        """
        self._say(
            call, ToolResult(name=_name_of(call), arguments=arguments, content=result_text(_name_of(call), result))
        )

    def fail(self, call: Mapping[str, Any], arguments: Mapping[str, Any], *, error: Exception) -> None:
        """Tell the model why a call failed."""
        self._say(call, ToolResult(name=_name_of(call), arguments=arguments, content=f"error: {error}", error=error))

    def _say(self, call: Mapping[str, Any], result: ToolResult) -> None:
        self.results.append(result)
        self.messages.append({"role": "tool", "tool_call_id": call.get("id"), "content": result.content})

    def run(self, reply: ReplyT) -> ToolRun[ReplyT]:
        """Return what the loop came to."""
        return ToolRun(reply=reply, messages=self.messages, results=self.results, rounds=self.rounds)


def _name_of(call: Mapping[str, Any]) -> str:
    return str(call["function"].get("name"))


def _at_once(value: ReplyT, *, what: str) -> ReplyT:
    """
    Return a value that is there.

    Raises:
        TypeError: it has to be awaited.
    """
    if not inspect.isawaitable(value):
        return value
    if inspect.iscoroutine(value):
        value.close()
    raise TypeError(f"{what} has to be awaited: use run_tools_async with an asynchronous client")


def run_tools(
    completions: Completions[ReplyT],
    tools: Sequence[AnyTool],
    *,
    messages: Sequence[Any],
    max_rounds: int = 10,
    report_errors: bool = False,
    **arguments: Any,
) -> ToolRun[ReplyT]:
    """
    Ask a model until it calls no more tools; run each call and hand its result back.

    Calls with an unknown name, or with arguments that do not fit, are told to the model. Only the first choice is followed.

    Args:
        completions: `client.chat.completions`.
        tools: functions with annotated parameters, `Tool`s, and mappings or models of tools that the vendor runs itself.
        messages: the conversation so far; it is not changed.
        max_rounds: how often the model is asked at most.
        report_errors: tell the model of exceptions of tools, instead of raising them.
        arguments: the other arguments of each request, `model` among them.

    Raises:
        ToolLoopError: the model still calls tools after the last round.
        ToolResultError: what a tool returned has no form in JSON.
        APIError: a request failed.
        TypeError: a tool or the client is asynchronous, or the answers would be no whole answers.
        Exception: what a tool raises.
    """
    loop = _Loop(tools, messages, max_rounds=max_rounds)
    for tool in loop.tools.values():
        if tool.is_asynchronous:
            raise TypeError(f"the tool {tool.name} has to be awaited: use run_tools_async with an asynchronous client")
    while True:
        reply = _at_once(completions.create(**loop.request(arguments)), what="the client")
        calls = loop.calls_of(reply)
        if not calls:
            return loop.run(reply)
        for call in calls:
            function, values = loop.prepare(call)
            if function is None:
                continue
            try:
                result = _at_once(function(**values), what=f"the tool {_name_of(call)}")
                loop.answer(call, values, result=result)
            except Exception as error:
                if not report_errors:
                    raise
                loop.fail(call, values, error=error)


async def run_tools_async(
    completions: Completions[typing.Awaitable[ReplyT]],
    tools: Sequence[AnyTool],
    *,
    messages: Sequence[Any],
    max_rounds: int = 10,
    report_errors: bool = False,
    **arguments: Any,
) -> ToolRun[ReplyT]:
    """Do the same asynchronously; coroutine functions are awaited, one call after the other."""
    loop = _Loop(tools, messages, max_rounds=max_rounds)
    while True:
        pending = completions.create(**loop.request(arguments))
        if not inspect.isawaitable(pending):
            raise TypeError("run_tools_async needs an asynchronous client: with this one use run_tools")
        reply = await pending
        calls = loop.calls_of(reply)
        if not calls:
            return loop.run(reply)
        for call in calls:
            function, values = loop.prepare(call)
            if function is None:
                continue
            try:
                result = function(**values)
                loop.answer(call, values, result=await result if inspect.isawaitable(result) else result)
            except Exception as error:
                if not report_errors:
                    raise
                loop.fail(call, values, error=error)
