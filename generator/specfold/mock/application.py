"""The ASGI application of a document: HTTP in, HTTP out; what to answer is decided by the modules beside it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Mapping
from urllib.parse import parse_qsl, quote

import anyio
import anyio.lowlevel
import attrs
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from specfold.document import Json, JsonObject
from specfold.mock.answer import Answer, Answerer, Asked, NotSupportedError
from specfold.mock.checking import Arguments, Checker
from specfold.mock.content import Body, UnreadableBodyError, choose_media_type, read_body
from specfold.mock.credentials import check_credentials
from specfold.mock.dice import Dice
from specfold.mock.memory import Memory
from specfold.mock.refusal import Problem, Refuser, invalid_request
from specfold.mock.service import Match, Operation, Service, match_path, read_service
from specfold.mock.shape import Shapes, UnusableSchemaError
from specfold.mock.synthesis import ABSENT, CannotSynthesiseError, Synthesiser
from specfold.mock.violation import Violation, missing
from specfold.schema.instance import InstanceValidator, InvalidSchemaError
from specfold.schema.upgrade import upgrade_to_31

_HOW_TO_ANSWER = frozenset({"stream", "stream_options"})  # decide the form of an answer, not what it says


def create_application(document: JsonObject, *, seed: int = 0, api_key: str | None = None) -> Starlette:
    """
    Return the application that answers for a document.

    Args:
        document: a merged OpenAPI document; 3.0 is read too.
        seed: the same seed and the same request give the same answer.
        api_key: the only key to let in; any key that is not empty when left out.
    """
    service = read_service(upgrade_to_31(document))
    shapes = Shapes(service.document)
    validator = InstanceValidator(service.document)
    synthesiser = Synthesiser(service.document, validator)
    memory = Memory()
    endpoint = _Endpoint(
        service=service,
        checker=Checker(shapes=shapes, validator=validator),
        answerer=Answerer(shapes=shapes, synthesiser=synthesiser, memory=memory),
        refuser=Refuser(service=service, shapes=shapes, synthesiser=synthesiser),
        memory=memory,
        seed=seed,
        api_key=api_key,
    )
    return Starlette(routes=[Route("/{path:path}", endpoint=endpoint)])


class _RefusedError(Exception):
    """The request is not answered; carries why."""

    def __init__(self, problem: Problem, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(problem.message)
        self.problem = problem
        self.headers = headers or {}


@attrs.frozen(kw_only=True)
class _Endpoint:
    """Answers every request of the application."""

    service: Service
    checker: Checker
    answerer: Answerer
    refuser: Refuser
    memory: Memory
    seed: int
    api_key: str | None = attrs.field(repr=False)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one ASGI request."""
        request = Request(scope, receive)
        response = self.respond(request, await request.body())
        await response(scope, receive, send)

    def respond(self, request: Request, data: bytes) -> Response:
        """Return the response to a request whose body is complete."""
        path = _path_of(request)
        dice = Dice.of(self.seed, request.method, path, request.url.query, data)
        match = match_path(self.service, path, method=request.method)
        try:
            asked = self._let_in(request, match, path=path, data=data)
            dice = self._dice_of(asked, request)
            answer = self.answerer.answer(asked, dice=dice)
            upload = next(iter(asked.body.uploads), None) if asked.body is not None else None
            self.memory.note(asked.operation, path, answer=answer.value, upload=upload)
            response = _response_of(answer)
        except _RefusedError as refused:
            response = self._refuse(refused, match.operation, dice=dice)
        except (NotSupportedError, CannotSynthesiseError, UnusableSchemaError, InvalidSchemaError) as error:
            problem = Problem(status=501, message=f"{request.method} {path} cannot be mocked: {error}")
            response = self._refuse(_RefusedError(problem), match.operation, dice=dice)
        response.headers["x-request-id"] = f"req_{dice.child('request').hexadecimal(20)}"
        return response

    def _let_in(self, request: Request, match: Match, *, path: str, data: bytes) -> Asked:
        """Check a request from the outside in: path, credentials, media type, parameters, body."""
        operation = match.operation
        if operation is None:
            raise _not_found(match, method=request.method, path=path)
        arguments = Arguments(
            path=match.values,
            query=_query_of(request),
            headers={name.lower(): value for name, value in request.headers.items()},
            cookies=request.cookies,
        )
        reason = check_credentials(self.service, operation, arguments=arguments, api_key=self.api_key)
        if reason is not None:
            headers = {"www-authenticate": "Bearer"}
            raise _RefusedError(Problem(status=401, message=f"Not authenticated: {reason}."), headers)
        values, violations = self.checker.check_parameters(operation, arguments)
        body, faults = self._read(operation, data, content_type=request.headers.get("content-type", ""))
        if violations or faults:
            raise _RefusedError(invalid_request(operation, (*violations, *faults)))
        if self.memory.is_gone(operation, path):
            raise _RefusedError(Problem(status=404, message=f"{path} was deleted."))
        queried = {one.name for one in operation.parameters if one.location == "query"}
        return Asked(
            operation=operation,
            path=path,
            path_values=match.values,
            query_values={name: value for name, value in values.items() if name in queried},
            body=body,
            accept=request.headers.get("accept", "*/*"),
        )

    def _read(self, operation: Operation, data: bytes, *, content_type: str) -> tuple[Body | None, list[Violation]]:
        """Read and check the body."""
        if not operation.bodies or not data:
            return None, [missing("body")] if operation.is_body_required and not data else []
        media_type = choose_media_type(tuple(operation.bodies), content_type)
        if media_type is None:
            expected = " or ".join(operation.bodies)
            message = f"Content-Type must be {expected}, got {content_type!r}."
            raise _RefusedError(Problem(status=415, message=message))
        schema = operation.bodies[media_type].get("schema", True)
        try:
            body = read_body(data, content_type or media_type, schema=schema, shapes=self.checker.shapes)
        except UnreadableBodyError as error:
            return None, [Violation(path=("body",), message=str(error), kind="json_invalid")]
        return body, self.checker.check_body(body, schema)

    def _dice_of(self, asked: Asked, request: Request) -> Dice:
        """Return the dice of a request: what it says decides, not how it is written down."""
        value: Json = None
        files: tuple[bytes, ...] = ()
        if asked.body is not None:
            value = asked.body.value
            files = tuple(upload.content for upload in asked.body.uploads)
        if isinstance(value, dict):
            value = {name: member for name, member in value.items() if name not in _HOW_TO_ANSWER}
        said = json.dumps([value, _query_of(request)], sort_keys=True)
        return Dice.of(self.seed, request.method, asked.path, said, *files)

    def _refuse(self, refused: _RefusedError, operation: Operation | None, *, dice: Dice) -> Response:
        refusal = self.refuser.refuse(refused.problem, operation, dice=dice.child("refusal"))
        content = (
            _json_bytes(refusal.body)
            if refusal.media_type == "application/json"
            else str(refusal.body).encode(errors="replace")
        )
        return Response(content, refusal.status, dict(refused.headers), refusal.media_type)


def _not_found(match: Match, *, method: str, path: str) -> _RefusedError:
    """Return the refusal of a path, or of a method that its path does not have."""
    if match.methods:
        allowed = ", ".join(match.methods)
        problem = Problem(status=405, message=f"{path} does not answer {method}, only {allowed}.")
        return _RefusedError(problem, {"allow": allowed})
    return _RefusedError(Problem(status=404, message=f"No such path: {path}."))


def _response_of(answer: Answer) -> Response:
    """Return an answer as a response."""
    if answer.writes is not None:
        headers = {"cache-control": "no-cache", **answer.headers}
        return StreamingResponse(_spread(answer.writes), answer.status, headers, answer.media_type)
    content = answer.content if answer.value is ABSENT else _json_bytes(answer.value)
    return Response(content, answer.status, dict(answer.headers), answer.media_type)


async def _spread(writes: tuple[bytes, ...]) -> AsyncIterator[bytes]:
    """Yield the writes of a stream one by one, letting each reach the socket before the next."""
    for write in writes:
        yield write
        await anyio.lowlevel.checkpoint()


def _path_of(request: Request) -> str:
    """Return the path as it was sent, percent-encoded."""
    raw = request.scope.get("raw_path")
    return raw.decode("ascii", "replace") if isinstance(raw, bytes) else quote(request.scope["path"])


def _query_of(request: Request) -> dict[str, list[str]]:
    """Return the values of the query by name, in their order."""
    found: dict[str, list[str]] = {}
    for name, value in parse_qsl(request.url.query, keep_blank_values=True):
        found.setdefault(name, []).append(value)
    return found


def _json_bytes(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="replace")
