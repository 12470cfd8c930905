"""Installed clients against the mock of their own document, over a real socket: whole, streamed, sync, async, refused."""

from __future__ import annotations

import asyncio
import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from specfold.family import Family, parse_family
from specfold.merge import merge_member
from specfold.mock.application import create_application
from specfold.mock.server import running
from specfold.mock.service import server_prefix
from specfold.world.documents import DocumentReader
from specfold.world.family_folder import FamilyFolder

pytestmark = pytest.mark.sockets

ROOT = Path(__file__).parents[2]
FAMILY: Family = parse_family((ROOT / "openapi" / "family.toml").read_bytes(), "openapi/family.toml")
WEATHER = {
    "type": "function",
    "function": {
        "name": "weather",
        "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    },
}
ASK: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": "How is it in Brest?"}]}
KEY = "key-that-must-not-show"


@attrs.frozen
class Vendor:
    """A client package and a server that behaves as its document says."""

    package: Any
    class_name: str
    base_url: str
    credentials: dict[str, str]

    def client(self, *, prefix: str = "", **options: Any) -> Any:
        """Return a client of the package, pointed at the server."""
        made = getattr(self.package, prefix + self.class_name)
        return made(**{"base_url": self.base_url, "max_retries": 0, **self.credentials, **options})


@pytest.fixture(scope="module", params=[member.vendor for member in FAMILY.members])
def vendor(request: pytest.FixtureRequest) -> Iterator[Vendor]:
    """Give each vendor of the family with its server running."""
    member = FAMILY.member(request.param)
    assert member is not None
    document = merge_member(member, DocumentReader(FamilyFolder(ROOT))).document.value
    credentials = {item.argument: KEY for item in member.credentials}
    with running(create_application(document, api_key=KEY), prefix=server_prefix(document)) as base_url:
        yield Vendor(importlib.import_module(member.package), member.class_name, base_url, credentials)


def test_a_whole_answer_is_typed_and_comes_back_exactly(vendor: Vendor) -> None:
    """The reply is the documented class, has its text, no tool calls, and encodes to the JSON that came."""
    with vendor.client() as client:
        raw = client.chat.completions.with_raw_response.create(**ASK)
        reply = raw.parse()

    assert type(reply) is vendor.package.models.ChatCompletionsResponse
    assert reply.choices[0].message.content
    assert reply.tool_calls == []
    assert reply.to_dict() == raw.json()


def test_a_streamed_tool_conversation_runs_to_its_end(vendor: Vendor) -> None:
    """A tool is called in fragments, its result is handed back with the reply itself, and text is streamed in answer."""
    with vendor.client() as client:
        with client.chat.completions.create(**ASK, tools=[WEATHER], stream=True) as stream:
            chunks = list(stream)
            reply = stream.final()
        (call,) = reply.tool_calls
        turn = [
            *ASK["messages"],
            reply.choices[0].message,
            {"role": "tool", "tool_call_id": call["id"], "content": "sunny"},
        ]
        with client.chat.completions.create(model="m", messages=turn, tools=[WEATHER], stream=True) as answer:
            text = "".join(answer.text_stream)

    assert all(type(chunk) is vendor.package.models.ChatCompletionChunk for chunk in chunks)
    assert call["type"] == "function"
    assert json.loads(call["function"]["arguments"])["city"]
    assert stream.tool_calls == reply.tool_calls
    assert "sunny" in text == answer.text


def test_the_asynchronous_client_does_the_same(vendor: Vendor) -> None:
    """Calls side by side and a stream give what the blocking client gives."""

    async def talk() -> tuple[list[Any], list[dict[str, Any]], Any]:
        async with vendor.client(prefix="Async") as client:
            replies = await asyncio.gather(*(client.chat.completions.create(**ASK) for _ in range(3)))
            async with await client.chat.completions.create(**ASK, tools=[WEATHER], stream=True) as stream:
                async for _ in stream:
                    pass
                return replies, stream.tool_calls, await stream.final()

    replies, calls, final = asyncio.run(talk())

    assert all(reply.choices[0].message.content for reply in replies)
    assert calls == final.tool_calls != []


def test_a_wrong_key_is_an_authentication_error_in_the_vendors_words(vendor: Vendor) -> None:
    """The typed error has status and message, and neither it nor the client shows the key."""
    wrong = dict.fromkeys(vendor.credentials, "wrong-key")

    with vendor.client(**wrong) as client, pytest.raises(vendor.package.AuthenticationError) as caught:
        client.chat.completions.create(**ASK)

    assert caught.value.status_code == 401
    assert caught.value.message
    assert "wrong-key" not in f"{caught.value!r} {caught.value} {client!r}"


def test_a_bad_request_is_refused_here_or_there(vendor: Vendor) -> None:
    """The client names the argument before anything is sent; unchecked, the server's refusal arrives typed."""
    bad = {**ASK, "temperature": "hot"}

    with vendor.client() as client, pytest.raises(vendor.package.RequestValidationError, match="temperature"):
        client.chat.completions.create(**bad)
    with vendor.client(validate_requests=False) as client, pytest.raises(vendor.package.APIStatusError) as caught:
        client.chat.completions.create(**bad)

    assert isinstance(caught.value, vendor.package.BadRequestError | vendor.package.UnprocessableEntityError)
    assert "temperature" in caught.value.message


def test_undeclared_arguments_are_refused_with_a_way_out(vendor: Vendor) -> None:
    """A misspelt argument is named; what the document lacks goes through `extra_body`."""
    with vendor.client() as client:
        with pytest.raises(vendor.package.RequestValidationError, match="temprature"):
            client.chat.completions.create(**ASK, temprature=1)
        reply = client.chat.completions.create(**ASK, extra_body={"of_tomorrow": True})

    assert reply.choices


def test_other_resources_work_where_the_vendor_has_them(vendor: Vendor) -> None:
    """Files are uploaded, listed, read and deleted; keys are made, changed and removed."""
    with vendor.client() as client:
        if not hasattr(client, "storage"):
            pytest.skip("this vendor documents neither storage nor team keys")
        uploaded = client.storage.upload(file=("plan.png", b"content", "image/png"), purpose="vision")
        listed = client.storage.list(limit=5, order="desc")
        content = client.storage.download(uploaded.id).read()
        deleted = client.storage.delete(uploaded.id)
        key = client.team_api_keys.create("team-1", name="etl")
        renamed = client.team_api_keys.update("team-1", key.id, name="etl-eu")
        keys = client.team_api_keys.list("team-1")
        fresh = client.team_api_keys.regenerate("team-1", key.id)
        nothing = client.team_api_keys.delete("team-1", key.id)

    assert (uploaded.filename, uploaded.purpose, deleted.deleted) == ("plan.png", "vision", True)
    assert listed.data
    assert isinstance(content, bytes)
    assert renamed.name == "etl-eu"
    assert {type(item) for item in keys} == {type(key)}
    assert nothing is None
    assert fresh.api_key not in repr(fresh)
