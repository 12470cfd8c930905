"""A successful answer to what its operation returns: models, text, content, streams; knows no sending."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from .call import Call
from .codec import JsonError, decode_json
from .http import Response as HttpResponse
from .operation import Response
from .stream import open_stream


def open_answer(call: Call, response: HttpResponse, *, abandon: Callable[[HttpResponse], None], is_async: bool) -> Any:
    """
    Turn an answer into what the operation returns; content that the caller is to read is not read yet.

    Args:
        call: the call.
        response: a successful answer.
        abandon: takes an answer nobody read to its end or closed.
        is_async: whether the caller reads it asynchronously.

    Raises:
        ResponseDecodeError: it is not what the document says.
    """
    if call.is_binary:
        from .responses import AsyncBinaryResponse, BinaryResponse  # loaded only where content is downloaded

        kind = AsyncBinaryResponse if is_async else BinaryResponse
        return kind(response, call.body_reader(response, abandon=abandon))
    if not call.is_stream:
        return decode_answer(call, response)
    stream = open_stream(response, call.stream_reader(abandon), is_async=is_async)
    call.begin_stream(stream, response)
    return stream


def decode_answer(call: Call, response: HttpResponse) -> Any:
    """
    Turn a successful answer into what the operation returns.

    Raises:
        ResponseDecodeError: it is not what the document says.
    """
    spec = call.operation.response
    if spec is None or spec.kind == "empty":
        return None
    if spec.kind == "text":
        return response.text
    if not response.content and spec.model is None:
        return None
    try:
        value = decode_json(response.content)
    except JsonError as error:
        raise call.failed_to_decode(response, f"the body is not JSON ({error})") from error
    return value if spec.model is None else _to_models(call, value, response=response, spec=spec)


def _to_models(call: Call, value: Any, *, response: HttpResponse, spec: Response) -> Any:
    from_dict = call.with_type(getattr(call.models, spec.model or "").from_dict)
    if spec.container == "one" and isinstance(value, dict):
        return from_dict(value)
    if spec.container == "list" and isinstance(value, Sequence) and not isinstance(value, str):
        return [from_dict(item) if isinstance(item, dict) else item for item in value]
    if spec.container == "map" and isinstance(value, dict):
        return {name: from_dict(item) if isinstance(item, dict) else item for name, item in value.items()}
    wanted = "an array" if spec.container == "list" else "an object"
    raise call.failed_to_decode(response, f"{wanted} was expected, got {type(value).__name__}")
