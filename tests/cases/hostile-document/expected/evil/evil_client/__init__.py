"""
Typed client for the Evil \"\"\" {{ 7*7 }} \\ API.

Generated from `openapi.yaml`; change that and generate again.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import models
from ._runtime.errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APIStreamError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ClientStateError,
    ConfigurationError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    OutputError,
    PaymentRequiredError,
    PermissionDeniedError,
    RateLimitError,
    RequestValidationError,
    ResponseDecodeError,
    StreamDecodeError,
    StreamError,
    StreamInterruptedError,
    StructuredOutputError,
    ToolArgumentsError,
    ToolLoopError,
    ToolResultError,
    UnexpectedContentTypeError,
    UnprocessableEntityError,
)
from ._runtime.model import UNSET, Unset
from .client import AsyncEvil, Evil

if TYPE_CHECKING:
    from . import params
    from ._runtime.direct import DirectAsyncClient, DirectClient
    from ._runtime.http import new_async_http_client, new_http_client
    from ._runtime.observe import ClientEvent, FirstByte, RequestFailed, RequestFinished, RequestRetried, RequestStarted
    from ._runtime.parsed import parsed_as
    from ._runtime.rate_limit import RateLimit, RateWindow
    from ._runtime.responses import (
        AsyncBinaryResponse,
        AsyncStreamingResponse,
        BinaryResponse,
        RawResponse,
        StreamingResponse,
    )
    from ._runtime.stream import AccumulatingStream, AsyncAccumulatingStream, AsyncStream, Stream
    from ._runtime.tool import Tool
    from ._runtime.tool_calls import ToolCallDict
    from ._runtime.tools import ToolResult, ToolRun, run_tools, run_tools_async

__version__ = "0.1.0"

_LATER: dict[str, str] = {
    "DirectAsyncClient": "direct",
    "DirectClient": "direct",
    "new_async_http_client": "http",
    "new_http_client": "http",
    "ClientEvent": "observe",
    "FirstByte": "observe",
    "RequestFailed": "observe",
    "RequestFinished": "observe",
    "RequestRetried": "observe",
    "RequestStarted": "observe",
    "parsed_as": "parsed",
    "RateLimit": "rate_limit",
    "RateWindow": "rate_limit",
    "AsyncBinaryResponse": "responses",
    "AsyncStreamingResponse": "responses",
    "BinaryResponse": "responses",
    "RawResponse": "responses",
    "StreamingResponse": "responses",
    "AccumulatingStream": "stream",
    "AsyncAccumulatingStream": "stream",
    "AsyncStream": "stream",
    "Stream": "stream",
    "Tool": "tool",
    "ToolCallDict": "tool_calls",
    "ToolResult": "tools",
    "ToolRun": "tools",
    "run_tools": "tools",
    "run_tools_async": "tools",
}

__all__ = [
    "UNSET",
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APIStreamError",
    "APITimeoutError",
    "AccumulatingStream",
    "AsyncAccumulatingStream",
    "AsyncBinaryResponse",
    "AsyncEvil",
    "AsyncStream",
    "AsyncStreamingResponse",
    "AuthenticationError",
    "BadRequestError",
    "BinaryResponse",
    "ClientEvent",
    "ClientStateError",
    "ConfigurationError",
    "ConflictError",
    "DirectAsyncClient",
    "DirectClient",
    "Evil",
    "FirstByte",
    "InternalServerError",
    "NotFoundError",
    "OutputError",
    "PaymentRequiredError",
    "PermissionDeniedError",
    "RateLimit",
    "RateLimitError",
    "RateWindow",
    "RawResponse",
    "RequestFailed",
    "RequestFinished",
    "RequestRetried",
    "RequestStarted",
    "RequestValidationError",
    "ResponseDecodeError",
    "Stream",
    "StreamDecodeError",
    "StreamError",
    "StreamInterruptedError",
    "StreamingResponse",
    "StructuredOutputError",
    "Tool",
    "ToolArgumentsError",
    "ToolCallDict",
    "ToolLoopError",
    "ToolResult",
    "ToolResultError",
    "ToolRun",
    "UnexpectedContentTypeError",
    "UnprocessableEntityError",
    "Unset",
    "models",
    "new_async_http_client",
    "new_http_client",
    "params",
    "parsed_as",
    "run_tools",
    "run_tools_async",
]


def __getattr__(name: str) -> Any:
    """Import what few programs need when it is first asked for."""
    if name == "params":
        return import_module(".params", __name__)
    module = _LATER.get(name)
    if module is None:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(import_module(f"._runtime.{module}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List what may be asked for, whether or not it has been imported."""
    return sorted({*globals(), *__all__})
