"""A bounded loop that lets a model call Python functions: schemas from signatures, results fed back; knows no vendor."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, Generic, Protocol, TypeVar

from attrs import field, frozen

from .codec import JsonError, encode_json
from .conversion import ConversionError, convert
from .errors import ToolArgumentsError, ToolLoopError
from .json_schema import schema_of
from .model import to_plain
from .tool_arguments import parse_arguments

ReplyT = TypeVar("ReplyT")
ReplyT_co = TypeVar("ReplyT_co", covariant=True)
_GATHERED: Final = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)


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


@frozen
class Tool:
    """
    Be a function a model may call.

    Attributes:
        function: called with keyword arguments; in an asynchronous loop it may be a coroutine function.
        name: how the model calls it.
        description: what it is for.
        parameters: JSON Schema of its arguments.

    .. versionadded:: 0.1.0
    """

    function: Callable[..., Any]
    name: str
    description: str
    parameters: Mapping[str, Any]
    kinds: Mapping[str, Any] = field(factory=dict, repr=False)

    @classmethod
    def of(cls, function: Callable[..., Any] | Tool) -> Tool:
        """
        Describe a function by its signature and docstring; a tool is returned as it is.

        Raises:
            TypeError: a parameter has no form in JSON, or cannot be passed by name.
        """
        if isinstance(function, Tool):
            return function
        name = getattr(function, "__name__", type(function).__name__)
        kinds = dict(_parameter_kinds(function, name))
        defaults = inspect.signature(function).parameters
        members = {parameter: schema_of(kind) for parameter, kind in kinds.items()}
        definitions: dict[str, Any] = {}
        for schema in members.values():
            definitions |= schema.pop("$defs", {})
        required = [parameter for parameter in kinds if defaults[parameter].default is inspect.Parameter.empty]
        schema = {"type": "object", "properties": members, "required": required, "additionalProperties": False}
        described = inspect.getdoc(function) or ""
        parameters = {**schema, **({"$defs": definitions} if definitions else {})}
        return cls(function, name, described.partition("\n\n")[0].strip(), parameters, kinds)

    def declaration(self) -> dict[str, Any]:
        """Return what a request says of it."""
        described = {"description": self.description} if self.description else {}
        return {"type": "function", "function": {"name": self.name, **described, "parameters": dict(self.parameters)}}

    def arguments_of(self, text: Any) -> dict[str, Any]:
        """
        Read arguments into what the function takes.

        Raises:
            ToolArgumentsError: they do not fit.
        """
        plain = parse_arguments(self.name, text)
        unknown = sorted(set(plain) - set(self.kinds)) if self.kinds or not self.parameters.get("properties") else []
        missing = [name for name in self.parameters.get("required", ()) if name not in plain]
        if unknown or missing:
            what = f"unknown: {', '.join(unknown)}" if unknown else f"missing: {', '.join(missing)}"
            raise ToolArgumentsError(f"the arguments of {self.name} do not fit, {what}", text=str(text))
        try:
            return {name: convert(value, self.kinds.get(name, Any), place=name) for name, value in plain.items()}
        except ConversionError as error:
            raise ToolArgumentsError(f"the arguments of {self.name} do not fit: {error}", text=str(text)) from error


def _parameter_kinds(function: Callable[..., Any], name: str) -> Iterator[tuple[str, Any]]:
    target = function if inspect.isroutine(function) else getattr(type(function), "__call__", function)  # noqa: B004  # hints of an object that is called are those of its method
    hints = typing.get_type_hints(target, include_extras=True)
    for parameter in inspect.signature(function).parameters.values():
        if parameter.kind is inspect.Parameter.POSITIONAL_ONLY or parameter.kind in _GATHERED:
            raise TypeError(f"{name}: the parameter {parameter.name} cannot be passed by name")
        yield parameter.name, hints.get(parameter.name, Any)


class _Loop:
    """Be the one state of both loops: what to ask next, which calls came, what to answer them."""

    def __init__(self, tools: Sequence[Callable[..., Any] | Tool], messages: Sequence[Any], *, max_rounds: int) -> None:
        if max_rounds < 1:
            raise ValueError(f"max_rounds must be at least 1, got {max_rounds}")
        self._tools = {tool.name: tool for tool in map(Tool.of, tools)}
        if len(self._tools) != len(tools):
            raise ValueError("two tools have the same name")
        self._max_rounds = max_rounds
        self.messages = list(messages)
        self.results: list[ToolResult] = []
        self.rounds = 0

    def request(self) -> dict[str, Any]:
        """Return the arguments of the next request."""
        self.rounds += 1
        return {"messages": list(self.messages), "tools": [tool.declaration() for tool in self._tools.values()]}

    def calls_of(self, reply: Any) -> list[dict[str, Any]]:
        """
        Take an answer and return the calls in it.

        Raises:
            ToolLoopError: there are some, and no round is left.
        """
        choices = getattr(reply, "choices", None) or ()
        message = choices[0].message if choices else None
        if message is not None:
            self.messages.append(message)
        calls = [to_plain(call) for call in getattr(message, "tool_calls", None) or ()]
        if calls and self.rounds >= self._max_rounds:
            message = f"the model still calls tools after {self.rounds} rounds"
            raise ToolLoopError(message, messages=self.messages)
        return calls

    def prepare(self, call: Mapping[str, Any]) -> tuple[Callable[..., Any] | None, dict[str, Any]]:
        """Return what to call and how; None when the model is only to be told what is wrong."""
        function = call.get("function") or {}
        name = str(function.get("name"))
        tool = self._tools.get(name)
        if tool is None:
            known = ", ".join(self._tools)
            unknown = ToolArgumentsError(f"there is no tool {name!r}; known: {known}", text="")
            self.answer(call, {}, result=None, error=unknown)
            return None, {}
        try:
            return tool.function, tool.arguments_of(function.get("arguments"))
        except ToolArgumentsError as error:
            self.answer(call, {}, result=None, error=error)
            return None, {}

    def answer(
        self, call: Mapping[str, Any], arguments: Mapping[str, Any], *, result: Any, error: Exception | None = None
    ) -> None:
        """Tell the model what a call came to."""
        content = _text_of(result) if error is None else f"error: {error}"
        name = str((call.get("function") or {}).get("name"))
        self.results.append(ToolResult(name=name, arguments=arguments, content=content, error=error))
        self.messages.append({"role": "tool", "tool_call_id": call.get("id"), "content": content})

    def run(self, reply: ReplyT) -> ToolRun[ReplyT]:
        """Return what the loop came to."""
        return ToolRun(reply=reply, messages=self.messages, results=self.results, rounds=self.rounds)


def _text_of(result: Any) -> str:
    if isinstance(result, str):
        return result
    dump = getattr(result, "model_dump", None)
    plain = to_plain(dump(mode="json") if callable(dump) else result)
    try:
        return encode_json(plain).decode()
    except JsonError:
        return str(result)


def run_tools(
    completions: Completions[ReplyT],
    tools: Sequence[Callable[..., Any] | Tool],
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
        tools: functions with annotated parameters, or `Tool`s.
        messages: the conversation so far; it is not changed.
        max_rounds: how often the model is asked at most.
        report_errors: tell the model of exceptions of tools, instead of raising them.
        arguments: the other arguments of each request, `model` among them.

    Raises:
        ToolLoopError: the model still calls tools after the last round.
        APIError: a request failed.
        Exception: what a tool raises.
    """
    loop = _Loop(tools, messages, max_rounds=max_rounds)
    while True:
        reply = completions.create(**{**arguments, **loop.request()})
        calls = loop.calls_of(reply)
        if not calls:
            return loop.run(reply)
        for call in calls:
            function, values = loop.prepare(call)
            if function is None:
                continue
            try:
                result = function(**values)
            except Exception as error:
                if not report_errors:
                    raise
                loop.answer(call, values, result=None, error=error)
            else:
                loop.answer(call, values, result=result)


async def run_tools_async(
    completions: Completions[typing.Awaitable[ReplyT]],
    tools: Sequence[Callable[..., Any] | Tool],
    *,
    messages: Sequence[Any],
    max_rounds: int = 10,
    report_errors: bool = False,
    **arguments: Any,
) -> ToolRun[ReplyT]:
    """Do the same asynchronously; coroutine functions are awaited, one call after the other."""
    loop = _Loop(tools, messages, max_rounds=max_rounds)
    while True:
        reply = await completions.create(**{**arguments, **loop.request()})
        calls = loop.calls_of(reply)
        if not calls:
            return loop.run(reply)
        for call in calls:
            function, values = loop.prepare(call)
            if function is None:
                continue
            try:
                result = function(**values)
                result = await result if inspect.isawaitable(result) else result
            except Exception as error:
                if not report_errors:
                    raise
                loop.answer(call, values, result=None, error=error)
            else:
                loop.answer(call, values, result=result)
