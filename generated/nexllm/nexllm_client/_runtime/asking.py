"""What one call asks for: its arguments, and what the client adds, as a request ready to be sent; sends nothing."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from attrs import frozen

from .auth import credential_headers, credential_query
from .errors import RequestValidationError, Violation
from .headers import lay_headers
from .model import UNSET
from .multipart import Part
from .operation import Operation, PreparedRequest, RequestContext
from .options import CallOptions
from .preparation import prepare
from .settings import Settings
from .stream_state import EVENT_STREAM

_NO_FILES: Final = contextlib.nullcontext()  # a context costs a call without files as much as its headers
_ACCEPT: Final = {"json": "application/json", "text": "text/plain, */*", "binary": "*/*", "empty": "*/*"}


@frozen(kw_only=True)
class Asked:
    """
    Hold what a call asks for.

    Attributes:
        is_stream: whether an event stream is to come.
        into: the class that content is to be parsed into, or None.
    """

    prepared: PreparedRequest
    is_stream: bool
    into: Any


def ask(operation: Operation, arguments: Mapping[str, Any], *, settings: Settings, options: CallOptions) -> Asked:
    """
    Prepare a request.

    Raises:
        RequestValidationError: the arguments are wrong.
    """
    into: Any = None
    faults: tuple[Violation, ...] = ()
    if any(map(_is_class, arguments.values())):
        arguments, into, faults = _describe_types(operation, arguments, settings=settings)
    is_stream = operation.is_streamed_by(arguments)
    kind = operation.response.kind if operation.response is not None else "empty"
    prepared = prepare(
        operation,
        operation.sent_arguments(arguments),
        context=_context(operation, settings, accept=EVENT_STREAM if is_stream else _ACCEPT[kind]),
        options=options,
        faults=faults,
    )
    return Asked(prepared=prepared, is_stream=is_stream, into=into)


def _is_class(value: Any) -> bool:
    """Tell whether a value is a class or a form of one, such as `Box[int]`."""
    return isinstance(value, type) or (value is not UNSET and hasattr(value, "__args__"))


def _describe_types(
    operation: Operation, arguments: Mapping[str, Any], *, settings: Settings
) -> tuple[Mapping[str, Any], Any, tuple[Violation, ...]]:
    """Replace a class among the arguments by its JSON schema; where that cannot be, leave it out and say why."""
    from .structured import describe_types  # loaded only where a class is given

    try:
        return *describe_types(operation, arguments, validator=settings.definition.validator), ()
    except RequestValidationError as error:
        rest = {name: value for name, value in arguments.items() if not _is_class(value)}
        return rest, None, error.errors


def _context(operation: Operation, settings: Settings, *, accept: str) -> RequestContext:
    """Return what the client adds to a request of an operation."""
    known = settings.contexts.get((operation.name, accept))
    if known is None:
        known = settings.contexts[operation.name, accept] = _new_context(operation, settings, accept=accept)
    return known


def _new_context(operation: Operation, settings: Settings, *, accept: str) -> RequestContext:
    """Gather what the client adds to a request; later headers replace earlier ones."""
    wanted, known, base = operation.credentials, settings.definition.credentials, settings.context
    chosen = known if wanted is None else [c for c in known if c.argument in wanted]
    return RequestContext(
        base_url=base.base_url,
        headers=lay_headers(
            [
                *base.headers.items(),
                ("accept", accept),
                *credential_headers(chosen, settings.secrets).items(),
                *settings.headers.items(),
            ]
        ),
        query=(*base.query, *credential_query(chosen, settings.secrets)),
        validator=base.validator,
        document=base.document,
    )


def opened_files(prepared: PreparedRequest) -> contextlib.AbstractContextManager[list[tuple[str, Any]] | None]:
    """Open the files given by path for one attempt, and close them after it."""
    return _NO_FILES if prepared.parts is None else _opened(prepared.parts)


@contextlib.contextmanager
def _opened(parts: tuple[Part, ...]) -> Iterator[list[tuple[str, Any]]]:
    with contextlib.ExitStack() as stack:
        files: list[tuple[str, Any]] = []
        for part in parts:
            content = part.content
            if isinstance(content, os.PathLike):
                content = stack.enter_context(Path(content).open("rb"))
            kind = () if part.content_type is None else (part.content_type,)
            files.append((part.name, (part.filename, content, *kind)))
        yield files
