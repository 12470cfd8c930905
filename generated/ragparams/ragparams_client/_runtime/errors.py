"""The tree of errors a client raises: knows what each carries and how it reads; knows no vendor and no secret."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from .error_body import ErrorDetail

if TYPE_CHECKING:
    from .http import Response
    from .rate_limit import RateLimit

REQUEST_ID_HEADERS: Final = ("x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "cf-ray")
_FIRST_SERVER_ERROR: Final = 500


def _rebuild(cls: type[APIError], message: str, state: dict[str, Any]) -> APIError:
    error = cls.__new__(cls, message)
    error.__dict__.update(state)
    return error


class APIError(Exception):
    """
    Say that something went wrong between the client and the API; the root of all the network can do.

    Attributes:
        message: what went wrong, in the vendor's words where it gave any.

    .. versionadded:: 0.1.0
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

    def __str__(self) -> str:
        """Print the message."""
        return self.message

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes without request, connection or secret."""
        return _rebuild, (type(self), self.message, self._portable())

    def _portable(self) -> dict[str, Any]:
        return dict(self.__dict__)


class APIConnectionError(APIError):
    """
    Say that no answer came, or that it broke off: the transport failed; its exception is the cause.

    Attributes:
        received: how many chunks of a stream were received before.
        partial: the response accumulated from them, or None.
    """

    received: int = 0
    partial: Any = None


class APITimeoutError(APIConnectionError):
    """Say that connecting, sending or waiting took longer than allowed."""


class _ResponseError(APIError):
    """Carry the answer an error is about."""

    def __init__(self, message: str, *, response: Response, content: bytes = b"") -> None:
        super().__init__(message)
        self.response = response
        self._content = content

    @property
    def request_id(self) -> str | None:
        """The id under which the vendor knows the request, when a header gives it."""
        return find_request_id(self.response.headers)

    @property
    def rate_limit(self) -> RateLimit | None:
        """What the headers say about rate limits."""
        from .rate_limit import rate_limit_of  # loaded only where somebody asks

        return rate_limit_of(self.response.headers)

    def _portable(self) -> dict[str, Any]:
        from .http import detached_response  # loaded only where an answer came, so long ago

        return {**self.__dict__, "response": detached_response(self.response, self._content)}


class APIStatusError(_ResponseError):
    """
    Say that the API answered with a status other than success.

    Attributes:
        status_code: the status, also one outside the standard such as 520.
        response: the HTTP response.
        body: decoded JSON, else text, else None when empty; secrets masked.
        type, code, param: what the vendor says, else None.
    """

    def __init__(
        self,
        detail: ErrorDetail | None,
        *,
        response: Response,
        body: Any = None,
        content: bytes = b"",
    ) -> None:
        detail = detail or ErrorDetail(message=f"{phrase_of(response.status_code)}, no message in the answer")
        super().__init__(detail.message, response=response, content=content)
        self.status_code = response.status_code
        self.body = body
        self.type = detail.type
        self.code = detail.code
        self.param = detail.param

    def __str__(self) -> str:
        """Print status, message and what identifies the error and the request."""
        facts = {"type": self.type, "code": self.code, "param": self.param, "request id": self.request_id}
        extra = ", ".join(f"{name} {value}" for name, value in facts.items() if value is not None)
        return f"HTTP {self.status_code}: {self.message}" + (f" ({extra})" if extra else "")


class BadRequestError(APIStatusError):
    """Say that the request is malformed or refused (400)."""


class AuthenticationError(APIStatusError):
    """Say that the credentials are missing or wrong (401)."""


class PaymentRequiredError(APIStatusError):
    """Say that the account cannot pay for the request (402)."""


class PermissionDeniedError(APIStatusError):
    """Say that the credentials do not allow the request (403)."""


class NotFoundError(APIStatusError):
    """Say that there is no such thing (404)."""


class ConflictError(APIStatusError):
    """Say that the request conflicts with the state of the thing (409)."""


class UnprocessableEntityError(APIStatusError):
    """Say that the request is well formed but invalid (422)."""


class RateLimitError(APIStatusError):
    """Say that there were too many requests (429)."""

    @property
    def retry_after(self) -> float | None:
        """The seconds from now the server asks to wait, when it does."""
        from datetime import UTC, datetime  # loaded only where somebody asks

        from .retry import retry_after_s

        return retry_after_s(self.response.headers, datetime.now(UTC))


class InternalServerError(APIStatusError):
    """Say that the server failed (5xx)."""


class ResponseDecodeError(_ResponseError):
    """
    Say that a successful answer is not what the API promises, for instance a page where JSON was expected.

    Attributes:
        body: the start of the answer as text, secrets masked.
    """

    def __init__(self, message: str, *, response: Response, body: str = "") -> None:
        super().__init__(message, response=response, content=body.encode())
        self.body = body


class OutputError(APIError):
    """
    Say that what a model wrote is not what it was asked for.

    Attributes:
        text: what it wrote.
    """

    def __init__(self, message: str, *, text: str) -> None:
        super().__init__(message)
        self.text = text


class ToolArgumentsError(OutputError):
    """Say that the arguments of a tool call are no JSON object, or do not fit the tool."""


class StructuredOutputError(OutputError):
    """Say that the content of a message does not fit the class that was asked for."""


class ToolLoopError(APIError):
    """
    Say that a model still called tools after as many rounds as were allowed.

    Attributes:
        messages: the conversation so far.
    """

    def __init__(self, message: str, *, messages: list[Any]) -> None:
        super().__init__(message)
        self.messages = messages


@frozen(kw_only=True)
class Received:
    """Be what a stream had delivered when it failed: how many chunks, and the response accumulated from them."""

    chunks: int = 0
    partial: Any = None


class StreamError(_ResponseError):
    """
    Say that a stream failed.

    Attributes:
        received: how many chunks were received before.
        partial: the response accumulated so far, or None.
    """

    def __init__(self, message: str, *, response: Response, received: Received | None = None) -> None:
        super().__init__(message, response=response)
        self.received = received.chunks if received else 0
        self.partial = received.partial if received else None


class StreamInterruptedError(StreamError):
    """Say that a stream ended before its end: no terminator, and a choice without finish reason."""


class APIStreamError(StreamError):
    """
    Say that the vendor sent an error inside the stream.

    Attributes:
        body: the error as sent, secrets masked.
        type, code, param: what the vendor says, else None.
    """

    def __init__(
        self, detail: ErrorDetail, *, response: Response, received: Received | None = None, body: Any = None
    ) -> None:
        super().__init__(detail.message, response=response, received=received)
        self.body = body
        self.type = detail.type
        self.code = detail.code
        self.param = detail.param


class StreamDecodeError(StreamError):
    """
    Say that a chunk is not a JSON object.

    Attributes:
        data: the chunk as text, secrets masked.
    """

    def __init__(self, message: str, *, response: Response, received: Received | None = None, data: str = "") -> None:
        super().__init__(message, response=response, received=received)
        self.data = data


class UnexpectedContentTypeError(StreamError):
    """
    Say that something else came where an event stream was asked for; known before the first chunk.

    Attributes:
        content_type: what the answer says it is.
        body: the start of the answer as text, secrets masked.
    """

    def __init__(self, message: str, *, response: Response, body: str = "") -> None:
        super().__init__(message, response=response)
        self.content_type = response.headers.get("content-type", "")
        self.body = body


@frozen(kw_only=True)
class Violation:
    """Be one thing wrong with a request: which argument, what, the bound it breaks, and the document that says so."""

    argument: str
    message: str
    bound: str | None = None
    document: str | None = None

    def __str__(self) -> str:
        """Print argument, fault and document."""
        return f"{self.argument}: {self.message}" + (f" [{self.document}]" if self.document else "")


class RequestValidationError(ValueError):
    """
    Say that a request is wrong; nothing was sent.

    Attributes:
        errors: every violation found, in the order of the arguments.
        argument, bound, document: those of the first.

    .. versionadded:: 0.1.0
    """

    def __init__(self, errors: tuple[Violation, ...]) -> None:
        super().__init__(errors)
        self.errors = errors
        self.argument = errors[0].argument
        self.bound = errors[0].bound
        self.document = errors[0].document

    def __str__(self) -> str:
        """Print every violation, one a line."""
        if len(self.errors) == 1:
            return str(self.errors[0])
        return "\n".join([f"{len(self.errors)} things are wrong with the request:", *map(str, self.errors)])


class ToolResultError(TypeError):
    """Say that what a tool returned has no form in JSON, so no model can be told."""


class ConfigurationError(ValueError):
    """Say that a client cannot be made as asked: a credential or the base URL is missing or unusable."""


class ClientStateError(RuntimeError):
    """Say that a client cannot be used any more: it was closed, or belongs to the process this one was forked from."""


_BY_STATUS: Final[Mapping[int, type[APIStatusError]]] = {
    400: BadRequestError,
    401: AuthenticationError,
    402: PaymentRequiredError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def status_error_class(status: int) -> type[APIStatusError]:
    """Choose the class for a status; any status from 500 is the server's fault."""
    if status >= _FIRST_SERVER_ERROR:
        return InternalServerError
    return _BY_STATUS.get(status, APIStatusError)


def phrase_of(status: int) -> str:
    """Name a status by the standard's phrase, or by its number alone."""
    from http import HTTPStatus  # loaded only where an answer came

    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return f"status {status}"


def find_request_id(headers: Mapping[str, str]) -> str | None:
    """Find the id of a request in the usual headers."""
    return next((headers[name] for name in REQUEST_ID_HEADERS if headers.get(name)), None)
