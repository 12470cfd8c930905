"""What a caller does wrong and what a model does wrong, by the rows of docs/failures.md, with installed clients."""

from __future__ import annotations

import asyncio
import copy
import json
import os
import pickle
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import attrs
import httpx
import nexos_client
import pytest
import telnyx_client

Mistake = Callable[[], object]
ASK: Final[dict[str, Any]] = {"model": "m", "messages": [{"role": "user", "content": "hi"}]}


@attrs.frozen
class Verdict:
    """Be what content is to be parsed into."""

    sentiment: str


@attrs.frozen
class Unknown:
    """Be a class whose types nobody knows."""

    member: "NoSuchName"  # type: ignore[name-defined]  # noqa: F821, UP037  # that is the mistake


def reply(**message: Any) -> dict[str, Any]:
    """Make a chat response."""
    choice = {"index": 0, "message": {"role": "assistant", "content": None, **message}, "finish_reason": "stop"}
    return {"id": "c", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice]}


def calling(arguments: str) -> dict[str, Any]:
    """Make a response that calls a tool."""
    call = {"id": "a", "type": "function", "function": {"name": "weather", "arguments": arguments}}
    return reply(tool_calls=[call])


def nexos(answer: dict[str, Any] | None = None, **options: Any) -> nexos_client.Nexos:
    """Make a client whose server always gives one answer."""
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=answer or reply(content="ok")))
    return nexos_client.Nexos(**{"api_key": "key", "http_client": httpx.Client(transport=transport), **options})


def telnyx() -> Any:
    """Make a client of a vendor whose document takes no JSON schema."""
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json=reply(content="ok")))
    return telnyx_client.Telnyx(api_key="key", http_client=httpx.Client(transport=transport))


def chat(**arguments: Any) -> Mistake:
    """Make a call with odd arguments."""
    create: Any = nexos().chat.completions.create
    return lambda: create(**{name: value for name, value in {**ASK, **arguments}.items() if value is not ...})


def closed() -> object:
    """Use a client after it was closed."""
    with nexos() as client:
        pass
    return client.models.list()


def forked() -> object:
    """Use a client in another process than its own."""
    client = nexos()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "getpid", lambda: -1)
        return client.models.list()


def download() -> Any:
    """Begin a download that arrives in pieces."""
    transport = httpx.MockTransport(lambda _: httpx.Response(200, content=iter([b"x", b"y"])))
    return nexos(http_client=httpx.Client(transport=transport)).storage.download("f")


def read_twice() -> object:
    """Read a download in pieces, and again."""
    content = download()
    list(content.iter_bytes())
    return content.read()


def read_closed() -> object:
    """Read a download that was given up."""
    content = download()
    content.close()
    return content.read()


def in_a_second_loop() -> object:
    """Use an asynchronous client in two event loops."""
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json={"object": "list", "data": []}))
    client: Any = nexos_client.AsyncNexos("key", http_client=httpx.AsyncClient(transport=transport))
    asyncio.run(client.models.list())
    return asyncio.run(client.models.list())


def behind_unusable_proxy() -> object:
    """Make a client where the environment names a proxy of a kind that nothing here can speak to."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALL_PROXY", "gopher://proxy.test")
        return nexos_client.Nexos("key")


def weather(city: str) -> str:
    """Tell the weather."""
    return f"sunny in {city}"


async def later(*_: object) -> str:
    """Be a function that has to be awaited."""
    return "later"


def measured(length: complex) -> str:
    """Take what JSON has no form for."""
    return str(length)


def unsayable(city: str) -> object:
    """Return what JSON has no form for."""
    return {city: object()}


def renamed(function: Any) -> Any:
    """Make a tool that goes by the name that our models call."""
    return attrs.evolve(nexos_client.Tool.of(function), name="weather")


def looped(resource: Any, tool: Any, **options: Any) -> Mistake:
    """Run a loop of tools."""
    return lambda: nexos_client.run_tools(resource, [tool], **ASK, **options)


CALLER: Final[dict[str, tuple[str, list[Mistake]]]] = {
    "argument missing, unknown, of the wrong type or beyond a bound; file that cannot be sent; "
    "header, query or body beside the document that cannot be sent": (
        "RequestValidationError",
        [
            chat(messages=...),
            chat(bogus=1),
            chat(model=5),
            chat(temperature=9),
            lambda: nexos().storage.upload(file=Path("/no/such/file"), purpose="assistants"),
            chat(extra_headers={"x-a": "a\nb"}),
            chat(extra_headers={"content-length": "3"}),
            chat(extra_query=[1]),
            chat(extra_body=[1]),
        ],
    ),
    "class as `response_format` where the document takes no JSON schema, or one that is no object in JSON or names "
    "unknown types": (
        "RequestValidationError",
        [
            lambda: telnyx().chat.completions.create(**ASK, response_format=Verdict),
            chat(response_format=int),
            chat(response_format=Unknown),
        ],
    ),
    "tool or client of the other kind in `run_tools`, a stream or a raw answer, a tool whose types have no form in JSON": (
        "TypeError",
        [
            looped(nexos().chat.completions, later),
            looped(nexos_client.AsyncNexos("key").chat.completions, weather),
            looped(nexos().chat.completions, weather, stream=True),
            looped(nexos().chat.completions.with_raw_response, weather),
            looped(nexos().chat.completions, measured),
        ],
    ),
    "key missing, empty or not sendable; base URL, timeout, number of retries, header or hook that cannot be used; HTTP "
    "client that is none or of the other kind; proxy of the environment that cannot be used": (
        "ConfigurationError",
        [
            lambda: nexos(api_key=None),
            lambda: nexos(api_key=""),
            lambda: nexos(api_key="a\nb"),
            lambda: nexos(base_url="ftp:"),
            lambda: nexos(base_url="http://a..b"),
            lambda: nexos(timeout="soon"),
            lambda: nexos(deadline=-1),
            lambda: nexos(max_retries=1.5),
            lambda: nexos(default_headers={"x-a": "a\nb"}),
            lambda: nexos(on_event=later),
            lambda: nexos(http_client=object()),
            lambda: nexos(http_client=httpx.AsyncClient()),
            behind_unusable_proxy,
        ],
    ),
    "client used after `close()`, in a process forked after it was made, or in a second event loop": (
        "ClientStateError",
        [closed, forked, in_a_second_loop],
    ),
    "download read twice, or read after it was closed": ("ClientStateError", [read_twice, read_closed]),
    "client pickled or copied": (
        "TypeError",
        [lambda: pickle.dumps(nexos()), lambda: copy.copy(nexos()), lambda: copy.deepcopy(nexos())],
    ),
}


def parsed_arguments(arguments: str) -> Mistake:
    """Parse the arguments of a call that a model wrote."""
    create: Any = nexos(calling(arguments)).chat.completions.create
    parse: Mistake = create(**ASK).choices[0].message.tool_calls[0].parsed_arguments
    return parse


def parsed_content(content: str) -> Mistake:
    """Parse the content that a model wrote."""
    create: Any = nexos(reply(content=content)).chat.completions.create
    return lambda: create(**ASK, response_format=Verdict).choices[0].message.parsed


def refused() -> object:
    """Read a refusal as a class."""
    create: Any = nexos(reply(refusal="no")).chat.completions.create
    return nexos_client.parsed_as(create(**ASK, response_format=Verdict).choices[0].message, Verdict)


MODEL: Final[dict[str, tuple[str, list[Mistake]]]] = {
    "arguments of a tool call are no JSON object": (
        "ToolArgumentsError",
        [parsed_arguments("{bad"), parsed_arguments("[1]")],
    ),
    "content does not fit the class given as `response_format`": (
        "StructuredOutputError",
        [parsed_content("no JSON"), parsed_content(json.dumps({"sentiment": 1}))],
    ),
    "a refusal where a class was asked for": ("StructuredOutputError", [refused]),
    "model calls tools without end": (
        "ToolLoopError",
        [
            lambda: nexos_client.run_tools(
                nexos(calling('{"city": "Brest"}')).chat.completions, [weather], **ASK, max_rounds=2
            )
        ],
    ),
    "a tool returns what has no form in JSON": (
        "ToolResultError",
        [looped(nexos(calling('{"city": "Brest"}')).chat.completions, renamed(unsayable))],
    ),
}


@pytest.mark.parametrize("row", [*CALLER, *MODEL])
def test_a_mistake_is_the_error_of_its_row(row: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every form of a mistake raises the error that the row names, and no other."""
    monkeypatch.delenv("NEXOS_API_KEY", raising=False)
    error, mistakes = {**CALLER, **MODEL}[row]

    raised = []
    for mistake in mistakes:
        with pytest.raises(Exception) as caught:  # noqa: PT011  # which one is what is compared
            mistake()
        raised.append(type(caught.value).__name__)

    assert raised == [error] * len(mistakes)


@pytest.mark.parametrize(("title", "tested"), [("What a caller does", CALLER), ("What a model does", MODEL)])
def test_the_tables_in_the_docs_are_these(root: Path, title: str, tested: dict[str, tuple[str, list[Mistake]]]) -> None:
    """Each row of the table is a test here, with the same error, and the other way round."""
    table = (root / "docs" / "failures.md").read_text("utf-8").partition(f"## {title}\n")[2].partition("\n## ")[0]

    rows = re.findall(r"(?m)^\| (.+?) \| `(\w+)`.*\|$", table)

    assert rows == [(row, error) for row, (error, _) in tested.items()]
