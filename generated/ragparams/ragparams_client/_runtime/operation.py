"""Operations as data, and requests ready to be sent; knows no HTTP library and no vendor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from attrs import field, frozen

from .model import EMPTY

if TYPE_CHECKING:
    from .multipart import Part
    from .pages import Pagination
    from .validation import Validator


@frozen(kw_only=True)
class Parameter:
    """
    Describe a parameter outside the body.

    Attributes:
        python: the argument's name.
        wire: the name on the wire.
        location: where it goes.
        style, explode: how lists and objects are written, in OpenAPI's words.
    """

    python: str
    wire: str
    location: Literal["path", "query", "header"]
    required: bool = False
    schema: Any = True
    style: str = ""
    explode: bool = True


@frozen(kw_only=True)
class Body:
    """
    Describe a request body.

    Attributes:
        members: argument name to wire name; None when the body is one argument, `body`.
        file_members: wire names sent as files in a multipart body.
    """

    media_type: str = "application/json"
    required: bool = True
    members: Mapping[str, str] | None = None
    schema: Any = True
    file_members: frozenset[str] = frozenset()


@frozen(kw_only=True)
class Response:
    """
    Describe a successful answer.

    Attributes:
        model: the class in the models package, or None for the plain value.
        container: whether one model comes, a list of it, or a map to it.
    """

    kind: Literal["json", "binary", "text", "empty"] = "json"
    model: str | None = None
    container: Literal["one", "list", "map"] = "one"


@frozen(kw_only=True)
class StreamSpec:
    """
    Describe an operation's event stream.

    Attributes:
        chunk: the class of a chunk in the models package, or None for plain chunks.
        terminator: the data that ends a stream, or None when the vendor sends none.
        accumulator: `module:Class` of this runtime that turns chunks into the response, or None.
        always: whether the operation answers in no other way.
    """

    chunk: str | None = None
    terminator: str | None = "[DONE]"
    accumulator: str | None = None
    always: bool = False


@frozen(kw_only=True)
class Operation:
    """
    Describe an operation to the runtime.

    Attributes:
        name: its place in the client, such as `chat.completions.create`.
        path: with `{wire}` placeholders.
        credentials: the constructor arguments of the credentials it is sent with; None for all there are.
        pagination: how it lists by pages, or None.

    .. versionadded:: 0.1.0
    """

    name: str
    method: str
    path: str
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    response: Response | None = None
    stream: StreamSpec | None = None
    credentials: tuple[str, ...] | None = None
    pagination: Pagination | None = None

    def is_streamed_by(self, arguments: Mapping[str, Any]) -> bool:
        """Say whether a call with these arguments is answered by an event stream."""
        return self.stream is not None and (self.stream.always or arguments.get("stream") is True)

    def sent_arguments(self, arguments: Mapping[str, Any]) -> Mapping[str, Any]:
        """Leave `stream` out where it only chooses the kind of answer and is no member of the body."""
        members = self.body.members if self.body is not None else None
        if self.stream is None or "stream" in (members or EMPTY):
            return arguments
        return {name: value for name, value in arguments.items() if name != "stream"}


@frozen(kw_only=True)
class RequestContext:
    """
    Hold what a client adds to every request.

    Attributes:
        base_url: without a slash at its end, without query.
        headers: defaults and credentials, names in lower case.
        query: of the base URL and of credentials.
        validator: None to validate nothing.
        document: its name, for messages.
    """

    base_url: str
    headers: Mapping[str, str] = field(default=EMPTY, repr=False)
    query: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    validator: Validator | None = None
    document: str | None = None


@frozen(kw_only=True)
class PreparedRequest:
    """
    Be a request ready to be sent.

    Attributes:
        url: absolute, encoded, with query.
        headers: names in lower case.
        content: the bytes of the body, or None.
        parts: the parts of a multipart body, or None.
    """

    method: str
    url: str = field(repr=False)
    headers: Mapping[str, str] = field(repr=False)
    content: bytes | None = field(default=None, repr=False)
    parts: tuple[Part, ...] | None = None

    @property
    def is_replayable(self) -> bool:
        """Whether it can be sent twice: a file object is consumed by the first time."""
        return all(part.is_replayable for part in self.parts or ())
