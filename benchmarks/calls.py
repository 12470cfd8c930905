"""
Calls without streaming over a real socket, answers of 3 KB: calls a second of a generated client against the `openai` package.

One at a time, and 64 in flight with each of the HTTP libraries that both sides can be given.
Run with `python -m benchmarks calls`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import Any

from attrs import evolve

from benchmarks.harness import peers, server, table
from benchmarks.harness.answers import Scenario
from benchmarks.harness.peers import ASK
from benchmarks.harness.run import Run
from benchmarks.harness.table import Bounds, Row

CALLS = 400
MANY_CALLS = 1_280
IN_FLIGHT = 64
WHOLE = Scenario("whole")


def measure(run: Run) -> Iterator[Row]:
    """Yield the rows that are wanted, against a server of their own."""
    with server.running() as url:
        run = evolve(run, url=url)
        yield from run.rows(
            {
                "one call at a time, 3 KB": lambda what: compare_single(what, run),
                "64 in flight, default httpx": lambda what: compare_many(what, run, with_aiohttp=False),
                "64 in flight, httpx-aiohttp": lambda what: compare_many(what, run, with_aiohttp=True),
            }
        )


def compare_single(what: str, run: Run) -> Row:
    """Compare calls one after another."""

    def make(client: Any) -> None:
        for _ in range(CALLS):
            if not client.chat.completions.create(**ASK).choices[0].message.content:
                raise SystemExit("an answer without content")

    with peers.our_client(run.url, WHOLE) as ours, peers.their_client(run.url, WHOLE) as theirs:
        return table.compare(
            what,
            lambda: CALLS / run.seconds(lambda: make(ours)),
            theirs=lambda: CALLS / run.seconds(lambda: make(theirs)),
            rounds=run.rounds,
            bounds=Bounds(at_least=3, aim=4),
        )


async def call_many(client: Any) -> None:
    """Make many calls, so many of them at a time."""
    left = iter(range(MANY_CALLS))

    async def work() -> None:
        for _ in left:
            reply = await client.chat.completions.create(**ASK)
            if not reply.choices[0].message.content:
                raise SystemExit("an answer without content")

    await asyncio.gather(*(work() for _ in range(IN_FLIGHT)))


def compare_many(what: str, run: Run, *, with_aiohttp: bool) -> Row:
    """Compare calls in flight together; the peer as its package comes."""
    with asyncio.Runner() as loop:
        injected = loop.run(make_aiohttp_client()) if with_aiohttp else None
        ours = peers.our_async_client(run.url, WHOLE, http_client=injected)
        theirs = peers.their_async_client(run.url, WHOLE)
        row = table.compare(
            what,
            lambda: MANY_CALLS / run.seconds(lambda: loop.run(call_many(ours))),
            theirs=lambda: MANY_CALLS / run.seconds(lambda: loop.run(call_many(theirs))),
            rounds=run.rounds,
            bounds=Bounds(at_least=4.5, aim=6) if with_aiohttp else Bounds(at_least=1.1, aim=1.3),
        )
        for client in (ours, theirs):
            loop.run(client.close())
        if injected is not None:
            loop.run(injected.aclose())  # an injected client is its owner's to close
        return row


async def make_aiohttp_client() -> Any:
    """Return an HTTP client on top of aiohttp."""
    from httpx_aiohttp import AiohttpTransport
    from telnyx_client import DirectAsyncClient

    return DirectAsyncClient(AiohttpTransport())
