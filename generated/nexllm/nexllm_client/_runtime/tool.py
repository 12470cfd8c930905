"""A Python function as a tool: its name, what it is for and its parameters, and a call's arguments for it; knows no loop."""

from __future__ import annotations

import functools
import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from attrs import field, frozen

from .class_members import Member, documentation_of, hints_of, is_pydantic, is_struct, members_of
from .conversion import ConversionError, convert
from .errors import ToolArgumentsError
from .json_schema import object_schema
from .tool_arguments import parse_arguments

_GATHERED: Final = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
_NAME: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


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

        Of a `functools.partial` the function in it is described, without what is bound; a class is described by its
        constructor.

        Raises:
            TypeError: a parameter has no form in JSON or cannot be passed by name, or the function has no usable name.
        """
        if isinstance(function, Tool):
            return function
        if not callable(function):
            raise TypeError(
                f"{function!r} is no tool: give a function, a `Tool`, or a mapping for a tool of the vendor"
            )
        inner = function.func if isinstance(function, functools.partial) else function
        name = getattr(inner, "__name__", type(inner).__name__)
        if not _NAME.fullmatch(name):
            raise TypeError(
                f"a tool cannot be called {name!r}: write a `def`, or name it with `Tool(function, name, …)`"
            )
        members = tuple(_parameters(function, inner, name=name))
        said = documentation_of(inner) if isinstance(inner, type) else inspect.getdoc(inner) or ""
        kinds = {member.name: member.kind for member in members}
        return cls(function, name, said.partition("\n\n")[0].strip(), object_schema(members), kinds)

    @property
    def is_asynchronous(self) -> bool:
        """Whether what the function returns is to be awaited."""
        function = self.function.func if isinstance(self.function, functools.partial) else self.function
        return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(_called(function))

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
        except (ConversionError, RecursionError) as error:
            raise ToolArgumentsError(f"the arguments of {self.name} do not fit: {error}", text=str(text)) from error


def _called(function: Callable[..., Any]) -> Any:
    """Return what runs when an object is called: its method."""
    return function if inspect.isroutine(function) else getattr(type(function), "__call__", function)  # noqa: B004  # the method itself is wanted, not whether there is one


def _hints(function: Callable[..., Any]) -> dict[str, Any]:
    if not isinstance(function, type):
        return hints_of(_called(function))
    if is_pydantic(function) or is_struct(function):
        return hints_of(function)
    members = members_of(function)
    if members is None:
        return hints_of(function.__init__)  # type: ignore[misc]  # of the class that was given, whichever it is
    return {member.argument: member.kind for member in members}


def _parameters(function: Callable[..., Any], inner: Callable[..., Any], *, name: str) -> Iterator[Member]:
    hints = _hints(inner)
    bound = function.keywords if isinstance(function, functools.partial) else {}
    for parameter in inspect.signature(function).parameters.values():
        if parameter.name in bound:
            continue
        if parameter.kind is inspect.Parameter.POSITIONAL_ONLY or parameter.kind in _GATHERED:
            raise TypeError(f"{name}: the parameter {parameter.name} cannot be passed by name")
        required = parameter.default is inspect.Parameter.empty
        kind = hints.get(parameter.name, Any)
        yield Member(name=parameter.name, argument=parameter.name, kind=kind, required=required)
