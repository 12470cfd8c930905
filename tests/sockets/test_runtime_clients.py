"""What generated clients offer beyond a call, against the mock of their own document, over a real socket."""

from __future__ import annotations

import asyncio
import itertools
from pathlib import Path
from typing import Any

import pytest

from tests.sockets.test_clients import ASK, KEY, Vendor, vendor  # noqa: F401  # `vendor` is a fixture

pytestmark = pytest.mark.sockets


def weather(city: str, days: int = 1) -> dict[str, Any]:
    """Tell the weather."""
    return {"city": city, "days": days, "sky": "clear over Brest"}


def test_a_model_calls_functions(vendor: Vendor) -> None:  # noqa: F811  # a fixture is asked for by its name
    """The function is called once with typed arguments, and the last answer knows its result."""

    async def run(client: Any) -> Any:
        async with client:
            return await vendor.package.run_tools_async(client.chat.completions, [weather], **ASK)

    with vendor.client() as client:
        done = vendor.package.run_tools(client.chat.completions, [weather], **ASK)
    again = asyncio.run(run(vendor.client(prefix="Async")))

    for result in (done, again):
        assert (result.rounds, [call.name for call in result.results]) == (2, ["weather"])
        assert isinstance(result.results[0].arguments["city"], str)
        assert "clear over Brest" in result.reply.choices[0].message.content


def test_answers_are_read_by_the_caller_and_told_to_a_hook(vendor: Vendor) -> None:  # noqa: F811  # a fixture is asked for by its name
    """An unread stream gives its lines, then a stream its chunks; the hook hears of both, and of no key."""
    heard: list[Any] = []
    package = vendor.package

    with vendor.client(on_event=heard.append, deadline=30) as client:
        with client.chat.completions.with_streaming_response.create(**ASK, stream=True) as response:
            first = next(response.iter_lines())
        with client.chat.completions.create(**ASK, stream=True, idempotency_key="once") as stream:
            chunks = list(stream)

    assert first.startswith("data: {")
    ended = [event for event in heard if isinstance(event, package.RequestFinished)]
    assert [(event.is_complete, event.chunks) for event in ended] == [(False, None), (True, len(chunks))]
    assert {event.operation for event in heard} == {"chat.completions.create"}
    assert KEY not in repr(heard)


def test_files_are_listed_by_pages_and_streamed_to_disk(vendor: Vendor, tmp_path: Path) -> None:  # noqa: F811  # a fixture is asked for by its name
    """Pages are followed one by one, downloads reach a file, for both kinds of clients."""
    if not hasattr(vendor.client(), "storage"):
        pytest.skip("this vendor documents no storage")

    async def run(client: Any) -> Any:
        async with client:
            first = await anext(client.storage.iterate(limit=2))
            await (await client.storage.download(first.id)).write_to(tmp_path / "second")
            return first

    with vendor.client() as client:
        files = list(itertools.islice(client.storage.iterate(limit=2), 5))
        client.storage.download("file-1").write_to(tmp_path / "first")
        whole = client.storage.download("file-1").read()
    other = asyncio.run(run(vendor.client(prefix="Async")))

    assert {type(file) for file in (*files, other)} == {vendor.package.models.StorageFile}
    assert (tmp_path / "first").read_bytes() == whole
    assert (tmp_path / "second").stat().st_size > 0
