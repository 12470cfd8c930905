"""The error tree: what each error carries, how it reads, how it travels."""

from __future__ import annotations

import copy
import gzip
import pickle
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from overrides import errors
from overrides.error_body import ErrorDetail, ErrorShape, describe_body, find_declared_error
from overrides.faults import to_status_error
from overrides.redact import Redactor

SECRET = "sk-very-secret"
SHAPES = (
    ErrorShape(message=("error", "message"), type=("error", "type"), code=("error", "code"), param=("error", "param")),
)


def answer(status: int, content: bytes = b"", **headers: str) -> httpx.Response:
    """Make an answer to a request that carries a secret."""
    request = httpx.Request("POST", "https://host/path", headers={"authorization": f"Bearer {SECRET}"})
    return httpx.Response(
        status, content=content, headers={k.replace("_", "-"): v for k, v in headers.items()}, request=request
    )


def status_error(response: httpx.Response, body: Any = None) -> errors.APIStatusError:
    """Make the error of an answer."""
    detail = describe_body(body, SHAPES)
    return to_status_error(detail, response=response, body=body, redactor=Redactor((SECRET,)))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"error": {"message": "m", "type": "t", "code": "c", "param": "p"}}, ("m", "t", "c", "p")),
        ({"error": {"code": 100110, "message": "m"}}, ("m", None, 100110, None)),
        ({"error": {"message": " m ", "type": None, "param": None, "code": True}}, ("m", None, None, None)),
        ({"error": "m"}, ("m", None, None, None)),
        ({"detail": [{"loc": ["body", 0, "x"], "msg": "m", "type": "t"}]}, ("m", "t", None, "body.0.x")),
        ({"detail": "m"}, ("m", None, None, None)),
        ({"errors": [{"code": "1", "title": "t", "detail": "m"}]}, ("m", None, "1", None)),
        ({"errors": [{"code": "1", "title": "m"}]}, ("m", None, "1", None)),
        ({"errors": ["m"]}, ("m", None, None, None)),
        ({"message": "m", "code": 7}, ("m", None, 7, None)),
        ({"title": "m", "type": "about:blank"}, ("m", "about:blank", None, None)),
        ({"odd": 1}, ("{'odd': 1}", None, None, None)),
        ({"error": {"code": 500, "param": "p"}}, ("{'error': {'code': 500, 'param': 'p'}}", None, 500, "p")),
        ({"error": {"type": "t"}, "code": 1}, ("{'error': {'type': 't'}, 'code': 1}", "t", None, None)),
        ({"error": ["m"]}, ("{'error': ['m']}", None, None, None)),
        ({"error": {"message": {"not": "text"}}}, ("{'error': {'message': {'not': 'text'}}}", None, None, None)),
        ("<html><head><title>520: &lt;Web&gt;\n server</title></head>", ("520: <Web> server", None, None, None)),
        ("plain\n text", ("plain text", None, None, None)),
        ("x" * 1000, ("x" * 299 + "…", None, None, None)),
        ([1], ("[1]", None, None, None)),
    ],
)
def test_every_envelope_is_read(body: Any, expected: tuple[Any, ...]) -> None:
    """Message, type, code and parameter are found in every form error bodies take."""
    detail = describe_body(body, SHAPES)

    assert detail is not None
    assert (detail.message, detail.type, detail.code, detail.param) == expected


@pytest.mark.parametrize("body", [None, "", " \n", {}, []])
def test_an_empty_body_says_nothing(body: Any) -> None:
    """An empty body has no detail."""
    assert describe_body(body, SHAPES) is None


def test_declared_shapes_come_first() -> None:
    """Where a document says where the parts are, they are read there; positions may be numbers or digits."""
    body = {"message": "common", "faults": [{"why": "declared"}]}

    for position in (0, "0"):
        shape = ErrorShape(message=("faults", position, "why"))
        assert find_declared_error(body, (shape,)) == ErrorDetail(message="declared")
    assert find_declared_error(body, (ErrorShape(message=("faults", 1, "why")), ErrorShape())) is None


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (302, errors.APIStatusError),
        (400, errors.BadRequestError),
        (401, errors.AuthenticationError),
        (402, errors.PaymentRequiredError),
        (403, errors.PermissionDeniedError),
        (404, errors.NotFoundError),
        (409, errors.ConflictError),
        (418, errors.APIStatusError),
        (422, errors.UnprocessableEntityError),
        (429, errors.RateLimitError),
        (500, errors.InternalServerError),
        (520, errors.InternalServerError),
        (999, errors.InternalServerError),
    ],
)
def test_every_status_has_its_class(status: int, expected: type) -> None:
    """The class follows from the status, also from one no standard knows."""
    assert type(status_error(answer(status))) is expected


def test_a_status_error_says_what_it_knows() -> None:
    """The text holds status, message, type, code, parameter and request id."""
    body = {"error": {"message": "no", "type": "t", "code": 5, "param": "p"}}

    error = status_error(answer(404, b"{}", x_request_id="r1"), body)

    assert str(error) == "HTTP 404: no (type t, code 5, param p, request id r1)"
    assert (error.status_code, error.request_id, error.body, error.message) == (404, "r1", body, "no")


@pytest.mark.parametrize(("status", "phrase"), [(404, "Not Found"), (520, "status 520")])
def test_without_a_message_the_status_speaks(status: int, phrase: str) -> None:
    """An empty answer is named by its status."""
    assert str(status_error(answer(status))) == f"HTTP {status}: {phrase}, no message in the answer"
    assert status_error(answer(status)).request_id is None


def test_a_rate_limit_says_when() -> None:
    """The wait the server asks for is in seconds, None when it asks for none."""
    with_wait, without = status_error(answer(429, retry_after="7")), status_error(answer(429))

    assert isinstance(with_wait, errors.RateLimitError)
    assert isinstance(without, errors.RateLimitError)
    assert (with_wait.retry_after, without.retry_after) == (7.0, None)


def test_one_clause_catches_all() -> None:
    """Whatever the network can do is an APIError; a wrong request is a ValueError and none."""
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    others = {
        errors.RequestValidationError,
        errors.ConfigurationError,
        errors.ClientStateError,
        errors.ToolResultError,
    }

    assert {kind for kind in kinds if not issubclass(kind, errors.APIError)} == others
    assert issubclass(errors.RequestValidationError, ValueError)
    assert issubclass(errors.APITimeoutError, errors.APIConnectionError)


EXAMPLES = [
    errors.APIConnectionError("m"),
    errors.APITimeoutError("m"),
    status_error(answer(401, f"bad key {SECRET}".encode(), x_request_id="r"), {"message": f"bad key {SECRET}"}),
    errors.ResponseDecodeError("m", response=answer(200), body="b"),
    errors.StreamInterruptedError("m", response=answer(200), received=errors.Received(chunks=2, partial={"a": 1})),
    errors.APIStreamError(ErrorDetail(message="m", code=1), response=answer(200), body={"e": 1}),
    errors.StreamDecodeError("m", response=answer(200), data="{"),
    errors.UnexpectedContentTypeError("m", response=answer(200, content_type="text/html"), body="<p>"),
]


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("carry", [lambda e: pickle.loads(pickle.dumps(e)), copy.copy, copy.deepcopy])
def test_errors_travel_without_secrets(error: errors.APIError, carry: Callable[[Any], Any]) -> None:
    """Pickled or copied, an error keeps what it says and loses the request with its key."""
    carried = carry(error)

    assert type(carried) is type(error)
    assert (str(carried), carried.args) == (str(error), error.args)
    assert SECRET.encode() not in pickle.dumps(error)
    kept = {name: value for name, value in vars(error).items() if name != "response"}
    assert {name: value for name, value in vars(carried).items() if name != "response"} == kept
    if isinstance(carried, errors.APIStatusError):
        assert (carried.response.status_code, carried.request_id) == (401, "r")


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_errors_do_not_show_secrets(error: errors.APIError) -> None:
    """Neither text nor repr nor body shows the key, even when the vendor repeats it."""
    shown = f"{error} {error!r} {getattr(error, 'body', '')}"

    assert SECRET not in shown


def test_a_compressed_error_travels() -> None:
    """An error whose answer was compressed can be pickled and read again."""
    error = status_error(answer(400, gzip.compress(b"text"), content_encoding="gzip"))

    assert pickle.loads(pickle.dumps(error)).response.text == "text"


def test_validation_errors_list_everything() -> None:
    """The text lists every violation with argument and document; the first one's parts are attributes."""
    first = errors.Violation(argument="a", message="is wrong", bound="maximum 1", document="d.yaml")
    second = errors.Violation(argument="b", message="is odd")

    error = errors.RequestValidationError((first, second))

    assert str(error) == "2 things are wrong with the request:\na: is wrong [d.yaml]\nb: is odd"
    assert str(errors.RequestValidationError((second,))) == "b: is odd"
    assert (error.argument, error.bound, error.document, error.errors) == ("a", "maximum 1", "d.yaml", (first, second))
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
