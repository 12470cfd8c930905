"""Every example of the sheets fits the merged documents, and the generated clients read and write it unchanged."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
import yaml

from tests.sheets.blocks import Part, Place, find_blocks, read_events, read_form
from tests.sheets.table import CHAT, DEFECTS, FORMS, HEADERS_ONLY, JSON, STREAMS
from tests.sheets.vendors import Vendor, load_vendor

VENDORS = ("nexllm", "nexos", "ragparams", "telnyx")
BASELINE = {("json", 1): "ChatCompletionsRequest", ("json", 2): "ChatCompletionsResponse"}


def name_case(value: object) -> str | None:
    """Name a case by vendor and place."""
    return f"{value.heading}-{value.language}-{value.number}" if isinstance(value, Place) else None


def each(table: dict[tuple[str, Place], Any]) -> pytest.MarkDecorator:
    """Run a test for every block of a table."""
    return pytest.mark.parametrize(("name", "place"), list(table), ids=name_case)


def block(sheets: Path, name: str, *, place: Place) -> str:
    """Return the text of a block."""
    return find_blocks((sheets / f"{name}.md").read_text("utf-8"))[place]


def as_text(value: object) -> str:
    """Write a value down so that 1 and 1.0 differ and the order of members does not."""
    return json.dumps(value, sort_keys=True)


def test_every_block_has_its_operation(sheets: Path) -> None:
    """The tables name every JSON, event-stream and raw request block of every sheet, and no other."""
    texts = {name: (sheets / f"{name}.md").read_text("utf-8") for name in VENDORS}

    found = {(name, place) for name, text in texts.items() for place in find_blocks(text)}

    assert found == {*JSON, *STREAMS, *FORMS, HEADERS_ONLY}


@each(JSON)
def test_an_example_is_read_and_written_unchanged(sheets: Path, name: str, place: Place) -> None:
    """A JSON example fits its schema, is decoded by the model of that schema and encoded to the same JSON."""
    vendor, (operation, part) = load_vendor(name), JSON[name, place]
    example, schema = json.loads(block(sheets, name, place=place)), vendor.schema(operation, part)

    again = vendor.recode(example, schema)

    assert vendor.faults(example, schema) == []
    assert as_text(again) == as_text(example)


@each({key: target for key, target in JSON.items() if target[1] == "request"})
def test_an_example_request_is_sent_as_it_stands(sheets: Path, name: str, place: Place) -> None:
    """The client accepts an example request and sends the same JSON to the documented path."""
    vendor, (operation, _) = load_vendor(name), JSON[name, place]
    example = json.loads(block(sheets, name, place=place))
    method, path, _ = vendor.operation(operation)
    ids = {"teamId": "t", "keyId": "k"}

    _, (request,) = vendor.call(
        operation,
        {**example, **{_snake(key): value for key, value in ids.items() if f"{{{key}}}" in path}},
        answer=httpx.Response(200, json={}),
    )

    assert (request.method, request.url.path) == (method, server_path(vendor) + path.format_map(ids))
    assert as_text(json.loads(request.content)) == as_text(example)


@each(STREAMS)
def test_a_stream_is_read_chunk_by_chunk(sheets: Path, name: str, place: Place) -> None:
    """Each event fits the chunk's schema and is read and written unchanged."""
    vendor = load_vendor(name)
    schema, chunks = vendor.schema(CHAT, "chunk"), read_events(block(sheets, name, place=place))

    again = [vendor.recode(chunk, schema) for chunk in chunks]

    assert [fault for chunk in chunks for fault in vendor.faults(chunk, schema)] == []
    assert [as_text(chunk) for chunk in again] == [as_text(chunk) for chunk in chunks] != []


@each(STREAMS)
def test_the_fragments_of_a_stream_join(sheets: Path, name: str, place: Place) -> None:
    """Streamed by the client, the argument fragments of each tool call join to the JSON they were cut from."""
    vendor, stream = load_vendor(name), block(sheets, name, place=place)
    ask = {"model": "m", "messages": [{"role": "user", "content": "hi"}], "stream": True}
    answer = httpx.Response(200, headers={"content-type": "text/event-stream"}, content=stream.encode())

    (chunks, reply), _ = vendor.call(CHAT, ask, answer=answer)

    assert [as_text(chunk.to_dict()) for chunk in chunks] == [as_text(chunk) for chunk in read_events(stream)]
    assert [json.loads(call["function"]["arguments"]) for call in reply.tool_calls] == STREAMS[name, place]
    assert vendor.faults(reply.to_dict(), vendor.schema(CHAT, "200")) == DEFECTS.get((name, place), [])


@each(FORMS)
def test_a_form_is_sent_as_it_stands(sheets: Path, name: str, place: Place) -> None:
    """The parts of a raw request have a schema, and the client sends them under the same names to the same path."""
    vendor, form = load_vendor(name), read_form(block(sheets, name, place=place))
    schema = vendor.settle(vendor.schema(FORMS[name, place], "request"))
    arguments = {_argument(part): _value(part, schema["properties"][part.name]) for part in form.parts}

    _, (request,) = vendor.call(FORMS[name, place], arguments, answer=httpx.Response(200, json={}))

    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n"
    sent = read_form(f"{request.method} {request.url.path} HTTP/1.1\n" + head + request.content.decode())
    assert set(schema["required"]) <= {part.name for part in form.parts}
    assert (sent.method, sent.path) == (form.method, form.path)
    assert sorted(map(_essence, sent.parts)) == sorted(map(_essence, form.parts))


def test_the_headers_of_ragparams_are_sent(sheets: Path) -> None:
    """The client sends the credential, the token and both ids as the raw request shows them."""
    name, place = HEADERS_ONLY
    shown = block(sheets, name, place=place).splitlines()[2:-1]
    ask = {"messages": [{"role": "user", "content": "hi"}]}

    _, (request,) = load_vendor(name).call(CHAT, ask, answer=httpx.Response(200, json={}))

    assert {line.partition(":")[0].lower() for line in shown} <= set(request.headers)


def test_the_baseline_fits_the_base(sheets: Path, root: Path) -> None:
    """The examples of the imitated format fit the shared document as it stands, before any overlay."""
    document = yaml.safe_load((root / "openapi/base/chat.yaml").read_text("utf-8"))
    base = Vendor("base", document)
    blocks = find_blocks((sheets / "openai-baseline.md").read_text("utf-8"))

    stream = blocks.pop(Place("6", "sse", 1))
    faults = [
        fault
        for place, text in blocks.items()
        for fault in base.faults(
            json.loads(text), {"$ref": f"#/components/schemas/{BASELINE[place.language, place.number]}"}
        )
    ]

    assert len(blocks) == len(BASELINE)
    assert faults == []
    assert [fault for chunk in read_events(stream) for fault in base.faults(chunk, base.schema(CHAT, "chunk"))] == []


def server_path(vendor: Vendor) -> str:
    """Return the path that every operation of a vendor begins with."""
    return urlsplit(str(vendor.document["servers"][0]["url"])).path


def _snake(name: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)


def _argument(part: Part) -> str:
    return part.name.removesuffix("[]")


def _value(part: Part, schema: dict[str, Any]) -> object:
    if part.filename is not None:
        return part.filename, part.text.encode(), part.content_type
    return [part.text] if schema.get("type") == "array" else part.text


def _essence(part: Part) -> tuple[str, str, str]:
    return part.name, part.filename or "", part.text
