"""
What a generated client costs before it does anything: its import, against `import openai`, and the construction of a second client.

Each import in a new process with its bytecode ready. Run with `nox -s benchmarks`, or `python benchmarks/imports.py --rounds 7`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.harness import peers, table
from benchmarks.harness.table import Bounds, Row

# Prints the milliseconds that importing things takes, each on top of those before. What neither side depends on is hidden:
# httpx and httpx2 import a command line of theirs wherever they find these three.
IMPORT = """
import json, sys, time
sys.modules.update(dict.fromkeys(("click", "rich", "pygments")))
sys.path.insert(0, sys.argv[2])
now = time.perf_counter if sys.argv[1] == "wall" else time.process_time
taken = []
for statement in sys.argv[3:]:
    start = now()
    exec(statement)
    taken.append((now() - start) * 1e3)
print(json.dumps(taken))
"""
CLIENTS = 50
OURS = f"from {peers.PACKAGE} import Telnyx"
THEIRS = "from openai import OpenAI"


def main() -> None:
    """Measure and print."""
    peers.use_this_tree()
    arguments = table.parse_arguments(__doc__)
    table.report(measure(arguments.rounds, clock=arguments.clock, only=arguments.only), arguments=arguments)


def measure(rounds: int, *, clock: str, only: str) -> Iterator[Row]:
    """Yield the rows whose name contains a text."""
    rows: dict[str, Callable[[str], Row]] = {
        "import of a client above import httpx": lambda what: measure_above_httpx(what, rounds, clock=clock),
        "import of a client against import openai": lambda what: compare_imports(what, rounds, clock=clock),
        "second client constructed": lambda what: measure_second_client(what, rounds, clock=clock),
    }
    for what, row in rows.items():
        if only in what:
            yield row(what)


def import_ms(*statements: str, clock: str) -> list[float]:
    """Return the milliseconds each statement takes in a new process."""
    client = str(peers.ROOT / "generated" / peers.VENDOR)
    command = [sys.executable, "-c", IMPORT, clock, client, *statements]
    taken: list[float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return taken


def measure_above_httpx(what: str, rounds: int, *, clock: str) -> Row:
    """Measure importing a client where httpx is imported."""
    import_ms("import httpx", OURS, clock=clock)
    values = [import_ms("import httpx", OURS, clock=clock)[1] for _ in range(rounds)]
    return table.summarise(what, values, bounds=Bounds(at_least=40, aim=20, is_cost=True, unit="ms"))


def compare_imports(what: str, rounds: int, *, clock: str) -> Row:
    """Compare importing all a client needs, httpx included, with importing the peer."""
    return table.compare(
        what,
        lambda: import_ms(OURS, clock=clock)[0],
        theirs=lambda: import_ms(THEIRS, clock=clock)[0],
        rounds=rounds,
        bounds=Bounds(at_least=0.16, aim=0.12, is_cost=True),
    )


def measure_second_client(what: str, rounds: int, *, clock: str) -> Row:
    """Measure constructing a client where there is one already."""
    from telnyx_client import Telnyx

    now = table.CLOCKS[clock]
    Telnyx("key").close()
    values = []
    for _ in range(rounds):
        start = now()
        clients = [Telnyx("key") for _ in range(CLIENTS)]
        values.append((now() - start) * 1e3 / CLIENTS)
        for client in clients:
            client.close()
    return table.summarise(what, values, bounds=Bounds(at_least=1, aim=0.2, is_cost=True, unit="ms"))


if __name__ == "__main__":
    main()
