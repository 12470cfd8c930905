"""Arguments to requests: every place they can go, and what is refused before anything is sent."""

from __future__ import annotations

import io
import json
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import attrs
import pytest

from overrides.errors import RequestValidationError, Violation
from overrides.model import UNSET
from overrides.operation import Body, Operation, Parameter, PreparedRequest, RequestContext
from overrides.options import CallOptions
from overrides.parameters import query_pairs, simple_text
from overrides.preparation import prepare
from tests.unit.overrides.api import CREATE, DEFINITION, GET

CONTEXT = RequestContext(
    base_url="https://acme.test/v1",
    headers={"user-agent": "acme"},
    query=(("key", "a b"),),
    validator=DEFINITION.validator,
)
UPLOAD = Operation(
    name="files.upload",
    method="post",
    path="/files",
    body=Body(
        media_type="multipart/form-data",
        members={"file": "file", "purpose": "purpose", "tags": "tags", "meta": "meta", "many": "many[]"},
        file_members=frozenset({"file", "many[]"}),
        schema={
            "type": "object",
            "properties": {
                "file": {"type": "string", "format": "binary"},
                "many[]": {"type": "array", "items": {"type": "string", "format": "binary"}},
                "purpose": {"type": "string"},
            },
            "required": ["file"],
        },
    ),
)


def make(operation: Operation, options: CallOptions | None = None, **arguments: Any) -> PreparedRequest:
    """Prepare a request."""
    return prepare(operation, arguments, context=CONTEXT, options=options or CallOptions())


def refusals(operation: Operation, options: CallOptions | None = None, **arguments: Any) -> list[str]:
    """Return what is wrong with arguments."""
    with pytest.raises(RequestValidationError) as caught:
        make(operation, options, **arguments)
    return [f"{item.argument}: {item.message}" for item in caught.value.errors]


def test_only_what_was_given_is_sent() -> None:
    """A body holds the given members under their wire names, null included, and nothing else."""
    request = make(CREATE, model="m", temperature=None, granularities=("word",), stream=UNSET)

    assert request.content == b'{"model":"m","temperature":null,"timestamp_granularities[]":["word"]}'
    assert (request.method, request.url) == ("POST", "https://acme.test/v1/chat?key=a%20b")
    assert request.headers == {"user-agent": "acme", "content-type": "application/json"}


def test_arguments_are_not_changed() -> None:
    """The caller's containers stay as they are, also with an extra body."""
    items = ["word"]
    arguments = {"model": "m", "granularities": items}

    request = prepare(CREATE, arguments, context=CONTEXT, options=CallOptions(extra_body={"model": "n", "top": 1}))

    assert json.loads(request.content or b"") == {"model": "n", "timestamp_granularities[]": ["word"], "top": 1}
    assert arguments == {"model": "m", "granularities": items}


def test_everything_wrong_is_said_at_once() -> None:
    """Unknown, missing, wrong and out of bounds: one error lists all, with the nearest name."""
    assert refusals(CREATE, temprature=3, temperature=3, granularities=[1], other=1) == [
        "temprature: is no argument of chat.create; did you mean 'temperature'?",
        "other: is no argument of chat.create; what the document does not declare goes through extra_body",
        "temperature: 3 is above the maximum 2",
        "granularities[0]: expected string, got integer 1",
        "model: is required",
    ]
    assert refusals(GET, file="x") == [
        "file: is no argument of files.get; did you mean 'file_id'?",
        "file_id: is required",
    ]


def test_the_extra_body_is_not_validated() -> None:
    """What goes through the extra body replaces arguments and is not held against the document."""
    request = make(CREATE, CallOptions(extra_body={"model": 5, "temperature": 9}), temperature=1)

    assert json.loads(request.content or b"") == {"temperature": 9, "model": 5}


def test_validation_can_be_off() -> None:
    """Without validator anything JSON can hold is sent; what it cannot hold is still refused."""
    context = RequestContext(base_url="https://acme.test")

    request = prepare(CREATE, {"temperature": 9}, context=context, options=CallOptions())

    assert request.content == b'{"temperature":9}'
    with pytest.raises(RequestValidationError, match="is not JSON"):
        prepare(CREATE, {"temperature": float("nan")}, context=context, options=CallOptions())


def test_a_circle_is_refused() -> None:
    """An argument that holds itself is an error, not a crash."""
    circle: list[Any] = []
    circle.append(circle)

    assert (
        refusals(CREATE, model="m", granularities=circle)[0] == "granularities: is nested too deeply, or holds itself"
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [("a b", "a%20b"), ("a/b", "a%2Fb"), ("../x", "..%2Fx"), ("é?#%", "%C3%A9%3F%23%25"), ("...", "...")],
)
def test_path_values_stay_in_their_segment(value: str, expected: str) -> None:
    """Whatever a path argument holds, it is one segment."""
    assert make(GET, file_id=value).url == f"https://acme.test/v1/files/{expected}/content?key=a%20b"


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_path_values_that_would_lead_elsewhere_are_refused(value: str) -> None:
    """An empty segment or a dot segment would be another path."""
    assert refusals(GET, file_id=value) == [f"file_id: {value!r} cannot be part of a path"]


def test_query_and_header_arguments() -> None:
    """Query arguments follow those of the client, extra ones come last; headers likewise."""
    options = CallOptions(
        extra_query={"a": [1, None, True], "b": None}, extra_headers={"x-trace": "2", "user-agent": None}
    )

    request = make(GET, options, file_id="f", tags=["x y", "&"], trace=1)

    assert request.url.partition("?")[2] == "key=a%20b&tag=x%20y&tag=%26&a=1&a=null&a=true"
    assert request.headers == {"x-trace": "2"}
    assert make(GET, CallOptions(idempotency_key="i"), file_id="f", trace=None).headers["idempotency-key"] == "i"


@pytest.mark.parametrize(
    "headers", [{"x": "a\r\nb: c"}, {"x": "a\x00"}, {"x": "ключ"}, {"x y": "a"}, {"x": 1}, {"": "a"}]
)
def test_headers_that_cannot_be_sent_are_refused(headers: dict[str, Any]) -> None:
    """A header that would break the request is refused, and its value is not shown."""
    (refusal,) = refusals(GET, CallOptions(extra_headers=headers), file_id="f")

    assert refusal.startswith(f"header {next(iter(headers))!r}: cannot be sent")
    assert "ключ" not in refusal


@pytest.mark.parametrize(
    ("value", "style", "explode", "expected"),
    [
        ("a", "form", True, [("n", "a")]),
        (True, "form", True, [("n", "true")]),
        (None, "form", True, []),
        ([1, 2], "form", True, [("n", "1"), ("n", "2")]),
        ([1, 2], "form", False, [("n", "1,2")]),
        ([1, 2], "pipeDelimited", False, [("n", "1|2")]),
        ([1, 2], "spaceDelimited", False, [("n", "1 2")]),
        ({"a": 1, "b": 2}, "form", True, [("a", "1"), ("b", "2")]),
        ({"a": 1, "b": 2}, "form", False, [("n", "a,1,b,2")]),
        ({"a": 1, "b": 2}, "deepObject", True, [("n[a]", "1"), ("n[b]", "2")]),
    ],
)
def test_query_styles(value: Any, style: str, explode: bool, expected: list[tuple[str, str]]) -> None:
    """Each style of OpenAPI writes values its own way."""
    assert query_pairs("n", value, style=style, explode=explode) == expected


def test_simple_style() -> None:
    """Paths and headers write lists and objects with commas."""
    assert simple_text([1, "a"], explode=False) == "1,a"
    assert simple_text({"a": 1, "b": None}, explode=True) == "a=1,b=null"
    assert simple_text({"a": 1}, explode=False) == "a,1"


def test_optional_bodies() -> None:
    """An optional body nobody gave is not sent; a required one is; an extra body makes one where none is declared."""
    body = Body(required=False, members={"a": "a"}, schema={"required": ["a"]})
    optional = Operation(name="x", method="post", path="/", body=body)
    whole = Operation(name="y", method="post", path="/", body=Body(members=None, schema={"type": "array"}))

    assert make(optional).content is None
    assert make(optional, a=1).content == b'{"a":1}'
    assert make(whole, body=[1, {"b": UNSET}]).content == b"[1,{}]"
    assert refusals(whole) == ["body: is required"]
    assert refusals(whole, body={}) == ["body: expected array, got object"]
    assert refusals(whole, bdy=[])[0].startswith("bdy: is no argument of y; did you mean 'body'?")
    assert make(GET, CallOptions(extra_body={"a": 1}), file_id="f").content == b'{"a":1}'


def test_other_media_types() -> None:
    """Forms, text and bytes are sent as what they are."""
    form = Body(media_type="application/x-www-form-urlencoded", members={"a": "a", "b": "b"})
    plain = Body(media_type="text/plain", members=None)
    octets = Body(media_type="application/octet-stream", members=None, schema={"type": "string", "format": "binary"})

    sent = [
        make(Operation(name="x", method="post", path="/", body=body), **arguments)
        for body, arguments in (
            (form, {"a": "x y", "b": [1, 2]}),
            (plain, {"body": "é"}),
            (octets, {"body": b"\0"}),
            (octets, {"body": io.BytesIO(b"\1")}),
        )
    ]

    assert [request.content for request in sent] == [b"a=x%20y&b=1&b=2", "é".encode(), b"\0", b"\1"]
    assert sent[0].headers["content-type"] == "application/x-www-form-urlencoded"


def test_files_of_every_form(tmp_path: Path) -> None:
    """A file may be bytes, an open file, a path, or a tuple with name and type; other members become text."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"path")

    forms: list[Any] = [b"raw", bytearray(b"raw"), path, ("n.txt", b"raw"), ("n.txt", b"raw", "text/x"), (None, path)]
    for form in forms:
        request = make(UPLOAD, file=form, purpose="p", tags=[1, True], meta={"a": 1})
        assert request.parts is not None
        file, *others = request.parts
        assert file.filename in {"upload", "a.txt", "n.txt"}
        assert (request.content, request.is_replayable, "content-type" in request.headers) == (None, True, False)
        assert [(part.name, part.content) for part in others] == [
            ("purpose", b"p"), ("tags", b"1"), ("tags", b"true"), ("meta", b'{"a":1}')
        ]  # fmt: skip  # one line
    with path.open("rb") as opened:
        request = make(UPLOAD, file=opened, many=[b"1", ("2", b"2")])
        assert [part.filename for part in request.parts or ()] == ["a.txt", "upload", "2"]
        assert not request.is_replayable


def test_files_that_cannot_be_sent_are_refused(tmp_path: Path) -> None:
    """A path without file, a file open as text, and what is no file at all are refused by name."""
    assert refusals(UPLOAD, file=tmp_path / "none")[0].startswith("file: there is no file")
    assert refusals(UPLOAD, file=io.StringIO("x")) == ["file: the file is open as text; open it in binary mode"]
    assert refusals(UPLOAD, file="text")[0].startswith("file: expected bytes, a binary file")
    assert refusals(UPLOAD, file=None) == ["file: expected string, got null"]
    assert refusals(UPLOAD) == ["file: is required"]


def test_a_prepared_request_hides_what_may_be_secret() -> None:
    """The repr of a request shows neither headers nor query."""
    assert "a%20b" not in repr(make(GET, file_id="f"))


def test_parameters_are_checked_by_their_schema() -> None:
    """A parameter that does not fit its schema is refused by its name in the client."""
    bounded = Parameter(
        python="page_size", wire="page[size]", location="query", schema={"type": "integer", "maximum": 9}
    )
    operation = Operation(name="x", method="get", path="/", parameters=(bounded,))

    assert refusals(operation, page_size=10) == ["page_size: 10 is above the maximum 9"]
    assert make(operation, page_size=9).url.endswith("?key=a%20b&page%5Bsize%5D=9")


def test_every_fault_is_found_in_one_pass_and_names_the_document(tmp_path: Path) -> None:
    """Files, bounds, headers and what the document says nothing about are refused together, each with the document's name."""
    context = attrs.evolve(CONTEXT, document="Acme 1")
    options = CallOptions(extra_headers={"x": "\n"}, extra_body={"x": {1}}, idempotency_key="")
    earlier = (Violation(argument="before", message="is wrong", document="Other"),)

    with pytest.raises(RequestValidationError) as upload:
        prepare(UPLOAD, {"file": tmp_path / "none", "purpose": 1}, context=context, options=CallOptions())
    with pytest.raises(RequestValidationError) as call:
        prepare(CREATE, {"temperature": 9}, context=context, options=options, faults=earlier)

    assert [item.argument for item in upload.value.errors] == ["purpose", "file"]
    assert [item.argument for item in call.value.errors] == [
        "before", "temperature", "model", "header 'x'", "idempotency_key", "extra_body"
    ]  # fmt: skip  # one line
    documents = [item.document for item in (*upload.value.errors, *call.value.errors)]
    assert documents == ["acme.yaml", "Acme 1", "Other", "acme.yaml", "acme.yaml", "Acme 1", "Acme 1", "Acme 1"]


@pytest.mark.parametrize("name", ["Content-Length", "transfer-encoding"])
def test_headers_that_frame_a_request_are_not_a_callers(name: str) -> None:
    """A length or an encoding of a caller's would make two requests of one; None leaves it to the library."""
    assert refusals(GET, CallOptions(extra_headers={name: "1"}), file_id="f") == [
        f"header {name!r}: cannot be set: it follows from the content"
    ]
    assert name.lower() not in make(GET, CallOptions(extra_headers={name: None}), file_id="f").headers


def test_extras_have_to_be_mappings() -> None:
    """Headers, query and body beside the document are mappings, and not deeper than can be read."""
    circle: dict[str, Any] = {}
    circle["circle"] = circle
    wrong: Any = CallOptions(extra_headers=["x"], extra_query="a=1", extra_body=circle)  # type: ignore[arg-type]  # the fault

    assert refusals(CREATE, wrong, model="m") == [
        "extra_headers: expected a mapping, got list",
        "extra_query: expected a mapping, got str",
        "extra_body: is nested too deeply, or holds itself",
    ]
    assert refusals(CREATE, CallOptions(extra_body={"x": {1}}), model="m")[0].startswith("extra_body: is not JSON")


def test_an_extra_query_replaces_what_has_its_names() -> None:
    """Members of the base URL and of parameters give way to those of the call; None removes, objects are nested."""
    options = CallOptions(extra_query={"key": "other", "tag": None, "filter": {"a": 1, "b": {"c": [1, 2]}}})

    request = make(GET, options, file_id="f", tags=["x"])

    assert parse_qsl(request.url.partition("?")[2]) == [
        ("key", "other"), ("filter[a]", "1"), ("filter[b][c]", "1"), ("filter[b][c]", "2")
    ]  # fmt: skip  # one line


def test_values_of_python_are_sent_as_json_has_them() -> None:
    """A member of an enumeration is sent as its value, a decimal as a number."""

    class Model(Enum):
        LARGE = "large"

    request = make(CREATE, model=Model.LARGE, temperature=Decimal("1.50"))

    assert request.content == b'{"model":"large","temperature":1.5}'
    assert make(CREATE, model="m", temperature=Decimal(1)).content == b'{"model":"m","temperature":1}'
    assert refusals(CREATE, model="m", temperature=Decimal("nan"))
