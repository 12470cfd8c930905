"""One call from arguments to answer, without the sending: shared by synchronous and asynchronous clients (no I/O)."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final, Self
from urllib.parse import parse_qsl, urlsplit

from attrs import evolve, field, frozen

from .accumulate import load_accumulator
from .auth import Secrets, credential_headers, credential_query, resolve_credentials
from .codec import JsonError, decode_json
from .definition import ClientDefinition
from .error_body import describe_body
from .errors import ConfigurationError, ResponseDecodeError, to_connection_error, to_status_error
from .http import DEFAULT_TIMEOUT, Faults, TimeoutTypes, is_retriable, to_timeout
from .http import Response as HttpResponse
from .model import EMPTY, UNSET, Unset
from .operation import CallOptions, Operation, PreparedRequest, RequestContext, Response, prepare
from .redact import Redactor
from .responses import BinaryResponse
from .retry import RetryPolicy, retry_after_s
from .stream_state import EVENT_STREAM, StreamReader

_EXCERPT: Final = 2000
_ACCEPT: Final = {"json": "application/json", "text": "text/plain, */*", "binary": "*/*", "empty": "*/*"}


@frozen(kw_only=True)
class Settings:
    """Hold everything a client was told; a value, so that copies of a client cost nothing."""

    definition: ClientDefinition
    context: RequestContext
    secrets: Secrets
    redactor: Redactor
    policy: RetryPolicy = field(factory=RetryPolicy)
    timeout: TimeoutTypes = DEFAULT_TIMEOUT
    headers: Mapping[str, str | None] = field(default=EMPTY, repr=False)

    def changed(
        self,
        *,
        timeout: TimeoutTypes | Unset = UNSET,
        max_retries: int | Unset = UNSET,
        extra_headers: Mapping[str, str | None] | None = None,
        validate: bool = True,
    ) -> Self:
        """Return settings with some replaced."""
        return evolve(
            self,
            timeout=self.timeout if isinstance(timeout, Unset) else timeout,
            policy=self.policy if isinstance(max_retries, Unset) else RetryPolicy(max_retries=max_retries),
            headers={**self.headers, **(extra_headers or EMPTY)},
            context=self.context if validate else evolve(self.context, validator=None),
        )


def configure(
    definition: ClientDefinition,
    credentials: Mapping[str, str | None],
    *,
    environment: Mapping[str, str],
    base_url: str | None,
    default_headers: Mapping[str, str] | None,
) -> Settings:
    """
    Read a client's arguments and environment.

    Raises:
        ConfigurationError: a credential or the base URL is missing or unusable.
    """
    secrets = resolve_credentials(definition.credentials, credentials, environment=environment)
    prefix, query = _split_base_url(_choose_base_url(definition, base_url, environment=environment))
    return Settings(
        definition=definition,
        context=RequestContext(
            base_url=prefix,
            headers={"user-agent": definition.user_agent},
            query=query,
            validator=definition.validator,
        ),
        secrets=secrets,
        redactor=Redactor(secrets.values()),
        headers=dict(default_headers or EMPTY),
    )


def _choose_base_url(definition: ClientDefinition, given: str | None, *, environment: Mapping[str, str]) -> str:
    variable = definition.base_url_env
    chosen = given or (environment.get(variable) if variable else None) or definition.base_url
    if not chosen:
        raise ConfigurationError("missing base URL: pass base_url=" + (f" or set {variable}" if variable else ""))
    return chosen


def _split_base_url(url: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Check a base URL and split its query off; what may be secret in it is not repeated in messages."""
    parts = urlsplit("")
    try:
        parts = urlsplit(url)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable or url != url.strip() or not url.isprintable() or " " in url:
        raise ConfigurationError("the base URL must be absolute, such as https://host/path")
    if parts.username is not None or parts.password is not None:
        raise ConfigurationError("the base URL must not hold a user name or password; pass credentials as arguments")
    if parts.fragment:
        raise ConfigurationError("the base URL must not hold a fragment")
    prefix = f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"
    return prefix, tuple(parse_qsl(parts.query, keep_blank_values=True))


class Call:
    """
    Follow one call through its attempts.

    Attributes:
        faults: the exceptions of the HTTP client in use.
        is_stream: whether an event stream was asked for.
    """

    __slots__ = ("_attempt", "_options", "_prepared", "_settings", "faults", "is_stream", "operation")

    def __init__(
        self, operation: Operation, prepared: PreparedRequest, *, settings: Settings, options: CallOptions
    ) -> None:
        self.operation = operation
        self.faults = Faults()
        self.is_stream = False
        self._prepared = prepared
        self._settings = settings
        self._options = options
        self._attempt = 0

    @classmethod
    def start(
        cls, operation: Operation, arguments: Mapping[str, Any], *, settings: Settings, options: CallOptions
    ) -> Self:
        """
        Prepare a call.

        Raises:
            RequestValidationError: the arguments are wrong.
        """
        is_stream = operation.is_streamed_by(arguments)
        kind = operation.response.kind if operation.response is not None else "empty"
        wanted, known = operation.credentials, settings.definition.credentials
        chosen = known if wanted is None else [c for c in known if c.argument in wanted]
        headers = {
            **settings.context.headers,
            "accept": EVENT_STREAM if is_stream else _ACCEPT[kind],
            **credential_headers(chosen, settings.secrets),
            **settings.headers,
        }
        context = evolve(
            settings.context,
            headers=headers,
            query=(*settings.context.query, *credential_query(chosen, settings.secrets)),
        )
        prepared = prepare(operation, operation.sent_arguments(arguments), context=context, options=options)
        call = cls(operation, prepared, settings=settings, options=options)
        call.is_stream = is_stream
        return call

    @property
    def place(self) -> str:
        """Method and URL without query, for messages."""
        url = self._prepared.url.partition("?")[0]
        return f"{self._prepared.method} {self._settings.redactor.text(url)}"

    def request_arguments(self) -> dict[str, Any]:
        """Return what the HTTP client builds the request from, files excepted."""
        prepared, asked = self._prepared, self._options.timeout
        timeout = to_timeout(self._settings.timeout if isinstance(asked, Unset) else asked)
        return {
            "method": prepared.method,
            "url": prepared.url,
            "headers": [(name.encode(), value.encode("latin-1")) for name, value in prepared.headers.items()],
            "content": prepared.content,
            # Plain numbers, which clients of other libraries of the same shape take as well.
            "timeout": (timeout.connect, timeout.read, timeout.write, timeout.pool),
        }

    @contextlib.contextmanager
    def opened_files(self) -> Iterator[list[tuple[str, Any]] | None]:
        """Open the files given by path for one attempt, and close them after it."""
        if self._prepared.parts is None:
            yield None
            return
        with contextlib.ExitStack() as stack:
            files: list[tuple[str, Any]] = []
            for part in self._prepared.parts:
                content = part.content
                if isinstance(content, os.PathLike):
                    content = stack.enter_context(Path(content).open("rb"))
                kind = () if part.content_type is None else (part.content_type,)
                files.append((part.name, (part.filename, content, *kind)))
            yield files

    def wait_after_fault(self, error: Exception, *, fraction: float) -> float:
        """
        Return the seconds to wait before the next attempt.

        Raises:
            APIConnectionError: there is none.
        """
        if not is_retriable(error) or not self._may_retry():
            settings = self._settings
            raise to_connection_error(
                error, place=self.place, faults=self.faults, redactor=settings.redactor
            ) from error
        return self._next_wait(None, fraction=fraction)

    def wait_after_answer(self, response: HttpResponse, *, fraction: float) -> float:
        """
        Return the seconds to wait before the next attempt after an answer that is no success.

        Raises:
            APIStatusError: there is none.
        """
        policy = self._settings.policy
        if not policy.covers_status(response.status_code, response.headers) or not self._may_retry():
            body = _decoded(response)
            raise to_status_error(
                describe_body(body, self._settings.definition.error_shapes),
                response=response,
                body=body,
                redactor=self._settings.redactor,
            )
        return self._next_wait(retry_after_s(response.headers, datetime.now(UTC)), fraction=fraction)

    def _may_retry(self) -> bool:
        return self._attempt < self._settings.policy.max_retries and self._prepared.is_replayable

    def _next_wait(self, asked_s: float | None, *, fraction: float) -> float:
        self._attempt += 1
        return self._settings.policy.wait_s(self._attempt - 1, asked_s=asked_s, fraction=fraction)

    def stream_reader(self) -> StreamReader:
        """Gather what reading the operation's stream needs."""
        spec, settings = self.operation.stream, self._settings
        if spec is None:
            raise RuntimeError(f"{self.operation.name} has no stream")
        models = settings.definition.models
        response = self.operation.response
        return StreamReader(
            place=self.place,
            decode=_decoder(models, spec.chunk),
            decode_response=_decoder(models, response.model if response is not None else None),
            terminator=spec.terminator,
            new_accumulator=None if spec.accumulator is None else partial(load_accumulator, spec.accumulator),
            error_shapes=settings.definition.error_shapes,
            redactor=settings.redactor,
            faults=self.faults,
        )

    def failed_to_decode(self, response: HttpResponse, what: str) -> ResponseDecodeError:
        """Make the error for a successful answer that is not what the document says."""
        came = response.headers.get("content-type") or "no content type"
        body = self._settings.redactor.text(response.text[:_EXCERPT])
        return ResponseDecodeError(f"{self.place} answered {came}: {what}", response=response, body=body)

    @property
    def models(self) -> Any:
        """The models package."""
        return self._settings.definition.models


def _decoder(models: Any, name: str | None) -> Callable[[Any], Any]:
    if name is None:
        return lambda plain: plain
    decode: Callable[[Any], Any] = getattr(models, name).from_dict
    return decode


def _decoded(response: HttpResponse) -> Any:
    """Read an error body: JSON whatever the content type says, else text, else None."""
    try:
        return decode_json(response.content)
    except JsonError:
        return response.text or None


def decode_answer(call: Call, response: HttpResponse) -> Any:
    """
    Turn a successful answer into what the operation returns.

    Raises:
        ResponseDecodeError: it is not what the document says.
    """
    spec = call.operation.response
    if spec is None or spec.kind == "empty":
        return None
    if spec.kind == "binary":
        return BinaryResponse(response)
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
    from_dict = getattr(call.models, spec.model or "").from_dict
    if spec.container == "one" and isinstance(value, dict):
        return from_dict(value)
    if spec.container == "list" and isinstance(value, Sequence) and not isinstance(value, str):
        return [from_dict(item) if isinstance(item, dict) else item for item in value]
    if spec.container == "map" and isinstance(value, dict):
        return {name: from_dict(item) if isinstance(item, dict) else item for name, item in value.items()}
    wanted = "an array" if spec.container == "list" else "an object"
    raise call.failed_to_decode(response, f"{wanted} was expected, got {type(value).__name__}")
