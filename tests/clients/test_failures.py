"""What a caller does wrong and what a model does wrong, by the rows of docs/failures.md, with installed clients."""

from __future__ import annotations

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


CALLER: Final[dict[str, tuple[str, list[Mistake]]]] = {
    "argument missing, unknown, of the wrong type or beyond a bound": (
        "RequestValidationError",
        [chat(messages=...), chat(bogus=1), chat(model=5), chat(temperature=9)],
    ),
    "class as `response_format` where the document takes no JSON schema": (
        "RequestValidationError",
        [lambda: telnyx().chat.completions.create(**ASK, response_format=Verdict)],
    ),
    "key missing, empty or not sendable; base URL unusable; HTTP client of the other kind; deadline that is no time": (
        "ConfigurationError",
        [
            lambda: nexos(api_key=None),
            lambda: nexos(api_key=""),
            lambda: nexos(api_key="a\nb"),
            lambda: nexos(base_url="ftp:"),
            lambda: nexos(http_client=httpx.AsyncClient()),
            lambda: nexos(deadline=-1),
        ],
    ),
    "client used after `close()`, or in a process forked after it was made": ("ClientStateError", [closed, forked]),
    "download read twice, or read after it was closed": ("ClientStateError", [read_twice, read_closed]),
    "client pickled or copied": (
        "TypeError",
        [lambda: pickle.dumps(nexos()), lambda: copy.copy(nexos()), lambda: copy.deepcopy(nexos())],
    ),
}


def weather(city: str) -> str:
    """Tell the weather."""
    return f"sunny in {city}"


def parsed_arguments(arguments: str) -> Mistake:
    """Parse the arguments of a call that a model wrote."""
    create: Any = nexos(calling(arguments)).chat.completions.create
    parse: Mistake = create(**ASK).choices[0].message.tool_calls[0].parsed_arguments
    return parse


def parsed_content(content: str) -> Mistake:
    """Parse the content that a model wrote."""
    create: Any = nexos(reply(content=content)).chat.completions.create
    return lambda: create(**ASK, response_format=Verdict).choices[0].message.parsed


MODEL: Final[dict[str, tuple[str, list[Mistake]]]] = {
    "arguments of a tool call are no JSON object": (
        "ToolArgumentsError",
        [parsed_arguments("{bad"), parsed_arguments("[1]")],
    ),
    "content does not fit the class given as `response_format`": (
        "StructuredOutputError",
        [parsed_content("no JSON"), parsed_content(json.dumps({"sentiment": 1}))],
    ),
    "model calls tools without end": (
        "ToolLoopError",
        [
            lambda: nexos_client.run_tools(
                nexos(calling('{"city": "Brest"}')).chat.completions, [weather], **ASK, max_rounds=2
            )
        ],
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
