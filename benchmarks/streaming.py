"""
Streams of 20,000 chunks over a real socket: chunks a second of a generated client against the `openai` package.

One interleaved run, server in its own process, medians of the ratios of each pair; with and without msgspec.
Run with `python -m benchmarks streaming`.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

from attrs import evolve

from benchmarks.harness import peers, server, table
from benchmarks.harness.answers import Scenario
from benchmarks.harness.peers import ASK
from benchmarks.harness.run import Run
from benchmarks.harness.table import Bounds, Measure, Row

CHUNKS = 20_000
FEW_CHUNKS = 2_000
TEXT, TOOLS, PIECES, UNDECLARED = (Scenario(kind, CHUNKS) for kind in ("text", "tools", "pieces", "undeclared"))


def measure(run: Run) -> Iterator[Row]:
    """Yield the rows that are wanted, against a server of their own."""
    with server.running() as url:
        run = evolve(run, url=url)
        yield from run.rows(
            {
                "sync stream": lambda what: compare(what, TEXT, run=run, bounds=(7, 9)),
                "sync stream, tool-call deltas": lambda what: compare(what, TOOLS, run=run, bounds=(6.5, 8.5)),
                "sync stream, HTTP chunks of 64 KiB": lambda what: compare(what, PIECES, run=run, bounds=(18, 40)),
                "sync stream, an undeclared member in each chunk": lambda what: compare(what, UNDECLARED, run=run),
                "async stream": lambda what: compare_async(what, run),
                "sync stream without msgspec": lambda what: in_other_process(what, run),
                "with final() and tool_calls against .stream()": lambda what: compare_final(what, run),
                "accumulating on top of a plain stream": lambda what: measure_accumulation(what, run),
                "a chunk at 20,000 against one at 2,000": lambda what: measure_growth(what, run),
            }
        )


def rate(chunks: int, stream: Callable[[], int], *, run: Run) -> float:
    """Return chunks a second of something that must see them all."""
    seen = 0

    def iterate() -> None:
        nonlocal seen
        seen = stream()

    taken = run.seconds(iterate)
    if seen != chunks:
        raise SystemExit(f"{seen} of {chunks} chunks were seen")
    return chunks / taken


def sync_rate(run: Run, client: Any, *, chunks: int = CHUNKS) -> Measure:
    """Measure iterating a stream and looking at nothing."""
    return lambda: rate(chunks, lambda: sum(1 for _ in client.chat.completions.create(**ASK, stream=True)), run=run)


def compare(
    what: str, scenario: Scenario, *, run: Run, bounds: tuple[float | None, float | None] = (None, None)
) -> Row:
    """Compare iterating synchronously."""
    held = Bounds(at_least=bounds[0], aim=bounds[1])
    with peers.our_client(run.url, scenario) as ours, peers.their_client(run.url, scenario) as theirs:
        return table.compare(what, sync_rate(run, ours), theirs=sync_rate(run, theirs), rounds=run.rounds, bounds=held)


def compare_async(what: str, run: Run) -> Row:
    """Compare iterating asynchronously, each in one event loop for all rounds."""
    with asyncio.Runner() as loop:
        ours, theirs = peers.our_async_client(run.url, TEXT), peers.their_async_client(run.url, TEXT)

        async def count(client: Any) -> int:
            return sum([1 async for _ in await client.chat.completions.create(**ASK, stream=True)])

        row = table.compare(
            what,
            lambda: rate(CHUNKS, lambda: loop.run(count(ours)), run=run),
            theirs=lambda: rate(CHUNKS, lambda: loop.run(count(theirs)), run=run),
            rounds=run.rounds,
            bounds=Bounds(at_least=6.5, aim=8),
        )
        loop.run(ours.close())
        loop.run(theirs.close())
        return row


def compare_final(what: str, run: Run) -> Row:
    """Compare accumulating: our plain stream with `final()` against the peer's helper."""

    def our_run(client: Any) -> int:
        with client.chat.completions.create(**ASK, stream=True) as stream:
            seen = sum(1 for _ in stream)
            if len(stream.final().tool_calls) != len(stream.tool_calls):
                raise SystemExit("the tool calls of stream and response differ")
        return seen

    def their_run(client: Any) -> int:
        seen = 0
        with client.chat.completions.stream(**ASK) as stream:
            for event in stream:
                seen += event.type == "chunk"
            if not stream.get_final_completion().choices[0].message.tool_calls:
                raise SystemExit("no tool calls")
        return seen

    with peers.our_client(run.url, TOOLS) as ours, peers.their_client(run.url, TOOLS) as theirs:
        return table.compare(
            what,
            lambda: rate(CHUNKS, lambda: our_run(ours), run=run),
            theirs=lambda: rate(CHUNKS, lambda: their_run(theirs), run=run),
            rounds=run.rounds,
            bounds=Bounds(at_least=12, aim=17),
        )


def measure_accumulation(what: str, run: Run) -> Row:
    """Measure what collecting costs on top of iterating: the same stream, with and without its accumulator."""
    from telnyx_client._runtime import stream as streams
    from telnyx_client._runtime.stream_state import StreamReader
    from telnyx_client.models import ChatCompletionChunk

    with peers.our_client(run.url, TEXT) as ours:

        def count(*, is_plain: bool) -> int:
            opened = stream = ours.chat.completions.create(**ASK, stream=True)
            if is_plain:  # the other one stays: it lets go of its answer when it goes
                stream = streams.Stream(opened.response, StreamReader(decode=ChatCompletionChunk.from_dict))
            return sum(1 for _ in stream)

        return table.compare(
            what,
            lambda: 1e6 / rate(CHUNKS, lambda: count(is_plain=False), run=run),
            theirs=lambda: 1e6 / rate(CHUNKS, lambda: count(is_plain=True), run=run),
            rounds=run.rounds,
            bounds=Bounds(at_least=1.12, aim=1.05, is_cost=True),
        )


def measure_growth(what: str, run: Run) -> Row:
    """Measure whether a chunk costs more the more came before it."""
    few = Scenario("text", FEW_CHUNKS)
    with peers.our_client(run.url, TEXT) as many, peers.our_client(run.url, few) as small:

        def several() -> float:
            rates = [sync_rate(run, small, chunks=FEW_CHUNKS)() for _ in range(CHUNKS // FEW_CHUNKS)]
            return 1e6 * len(rates) / sum(rates)

        return table.compare(
            what,
            lambda: 1e6 / sync_rate(run, many)(),
            theirs=several,
            rounds=run.rounds,
            bounds=Bounds(at_least=1.15, aim=1.05, is_cost=True),
        )


def measure_without_msgspec(run: Run) -> None:
    """Print the ratios of one row as JSON, in a process that cannot import msgspec."""
    sys.modules["msgspec"] = None  # type: ignore[assignment]  # how the language says that a module cannot be imported
    peers.use_this_tree()
    row = compare("", TEXT, run=run)
    print(json.dumps({"value": row.value, "spread": row.spread, "detail": row.detail}))


def in_other_process(what: str, run: Run) -> Row:
    """Measure in a process that cannot import msgspec."""
    command = [sys.executable, "-m", "benchmarks.streaming", run.url, str(run.rounds), run.clock]
    measured = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, cwd=peers.ROOT).stdout)
    low, high = measured["spread"]
    return Row(what=what, value=measured["value"], spread=(low, high), detail=measured["detail"], at_least=5.5, aim=6.5)


if __name__ == "__main__":  # the process of its own
    measure_without_msgspec(Run(url=sys.argv[1], rounds=int(sys.argv[2]), clock=sys.argv[3]))
