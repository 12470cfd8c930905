"""Every failure a server can cause, over a real socket, beside the table in docs/failures.md that names what follows."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import httpx
import nexos_client
import pytest

import overrides.errors
from overrides.http import new_async_http_client, new_http_client
from overrides.observe import RequestStarted
from tests.sockets.failures import FAILURES, Failure
from tests.sockets.scripted import Scripted, scripted
from tests.unit.overrides.api import CREATE, Acme, AsyncAcme

pytestmark = pytest.mark.sockets

ONE = httpx.Limits(max_connections=1)


@attrs.frozen
class Trial:
    """
    One failure on the way.

    Attributes:
        server: the one that follows the script.
        url: where the client goes: to that server, or elsewhere.
        heard: what a client's hook hears where there is no server to count requests.
    """

    failure: Failure
    server: Scripted
    url: str
    heard: list[Any] = attrs.field(factory=list)

    @property
    def attempts(self) -> int:
        """How often the request was sent."""
        told = sum(type(event).__name__ == RequestStarted.__name__ for event in self.heard)
        return (told or len(self.server.requests)) - self.failure.is_busy

    def options(self, own: Any) -> dict[str, Any]:
        """Return what the client is made with: an HTTP client of one connection where that is the point."""
        failure = self.failure
        hook = {} if failure.place is None and not failure.is_busy else {"on_event": self.heard.append}
        return {"base_url": self.url, **failure.options, **hook, **({"http_client": own} if failure.is_busy else {})}


@contextlib.contextmanager
def trial(failure: Failure) -> Iterator[Trial]:
    """Run what a failure needs."""
    place = contextlib.nullcontext("") if failure.place is None else failure.place()
    with scripted(failure.script) as server, place as elsewhere:
        yield Trial(failure, server, elsewhere or server.url)


def _ask_sync(trial: Trial, make: Any, *, create: Callable[..., Any]) -> Any:
    failure = trial.failure
    with new_http_client(limits=ONE) as own, make(**trial.options(own)) as client:
        held = [create(client, stream=True)] if failure.is_busy else []
        if failure.is_repeated:
            create(client, stream=False)
            trial.server.wait_for_end(1)
        reply = create(client, stream=failure.stream)
        assert not held
        return list(reply) if failure.stream else reply


def _ask(trial: Trial) -> Any:
    return _ask_sync(trial, Acme, create=_create)


def _ask_installed(trial: Trial) -> Any:
    def create(client: Any, *, stream: bool) -> Any:
        messages = [{"role": "user", "content": "hi"}]
        return client.chat.completions.create(model="m", messages=messages, stream=stream)

    return _ask_sync(trial, partial(nexos_client.Nexos, api_key="key-of-a-test"), create=create)


def _create(client: Any, *, stream: bool) -> Any:
    return client.request(CREATE, {"model": "m", **({"stream": True} if stream else {})})


def _ask_async(trial: Trial) -> Any:
    failure = trial.failure

    async def ask() -> Any:
        async with new_async_http_client(limits=ONE) as own, AsyncAcme(**trial.options(own)) as client:
            held = [await _create(client, stream=True)] if failure.is_busy else []
            if failure.is_repeated:
                await _create(client, stream=False)
                await asyncio.to_thread(trial.server.wait_for_end, 1)
            reply = await _create(client, stream=failure.stream)
            assert not held
            return [chunk async for chunk in reply] if failure.stream else reply

    return asyncio.run(ask())


@pytest.mark.parametrize("ask", [_ask, _ask_async, _ask_installed], ids=["sync", "async", "installed"])
@pytest.mark.parametrize("failure", FAILURES, ids=[failure.name for failure in FAILURES])
def test_a_failure_is_the_error_of_the_table(
    failure: Failure, ask: Callable[[Trial], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The error is of the named class, says what happened, and comes after the expected number of attempts."""
    for runtime in ("overrides", "nexos_client._runtime"):
        monkeypatch.setattr(f"{runtime}.client._fraction", lambda: 0.0)
    with trial(failure) as made:
        if failure.error:
            with pytest.raises((overrides.errors.APIError, nexos_client.APIError)) as caught:
                ask(made)
            assert type(caught.value).__name__ == failure.error
            assert failure.says in str(caught.value)
        else:
            assert ask(made)

    assert made.attempts == failure.attempts


def test_the_table_in_the_docs_is_this_one(root: Path) -> None:
    """Each row of the table is a test here, with the same error and number of attempts, and the other way round."""
    table = (root / "docs" / "failures.md").read_text("utf-8")

    rows = re.findall(r"(?m)^\| (.+?) \| (.+?) \| (.+?) \|$", table.partition("## What a server does")[2])[2:]

    shown = {
        (
            failure.name,
            f"`{failure.error}`" if failure.error else "none",
            "tried again" if failure.attempts > 1 and not failure.is_repeated else "no",
        )
        for failure in FAILURES
    }
    assert set(rows) == shown
