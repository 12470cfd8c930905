"""
What a generated client costs before it does anything: its import, against `import openai`, and the construction of a second client.

Each import in a new process with its bytecode ready. Run with `python -m benchmarks imports`.
"""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator

from benchmarks.harness import peers, table
from benchmarks.harness.run import Run
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
# Ours reads the certificates when a connection needs them, the peer at once.
OUR_FIRST_CLIENT = (
    f"{OURS}; from {peers.PACKAGE}._runtime.http import shared_ssl_context; Telnyx('key'); shared_ssl_context()"
)


def measure(run: Run) -> Iterator[Row]:
    """Yield the rows that are wanted."""
    yield from run.rows(
        {
            "import of a client above import httpx": lambda what: measure_above_httpx(what, run),
            "import of a client against import openai": lambda what: compare_imports(
                what, run, with_client=False, bounds=Bounds(at_least=0.16, aim=0.12, is_cost=True)
            ),
            "import and first client against openai": lambda what: compare_imports(
                what, run, with_client=True, bounds=Bounds(is_cost=True)
            ),
            "second client constructed": lambda what: measure_second_client(what, run),
        }
    )


def import_ms(*statements: str, clock: str) -> list[float]:
    """Return the milliseconds each statement takes in a new process."""
    client = str(peers.ROOT / "generated" / peers.VENDOR)
    command = [sys.executable, "-c", IMPORT, clock, client, *statements]
    taken: list[float] = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return taken


def measure_above_httpx(what: str, run: Run) -> Row:
    """Measure importing a client where httpx is imported; what it puts off is in the row of the first client."""
    import_ms("import httpx", OURS, clock=run.clock)
    values = [import_ms("import httpx", OURS, clock=run.clock)[1] for _ in range(run.rounds)]
    return table.summarise(what, values, bounds=Bounds(at_least=40, aim=20, is_cost=True, unit="ms"))


def compare_imports(what: str, run: Run, *, with_client: bool, bounds: Bounds) -> Row:
    """Compare importing a client with importing the peer; or importing each and making a client, certificates and all."""
    ours, theirs = (OUR_FIRST_CLIENT, f"{THEIRS}; OpenAI(api_key='key')") if with_client else (OURS, THEIRS)
    return table.compare(
        what,
        lambda: import_ms(ours, clock=run.clock)[0],
        theirs=lambda: import_ms(theirs, clock=run.clock)[0],
        rounds=run.rounds,
        bounds=bounds,
    )


def measure_second_client(what: str, run: Run) -> Row:
    """Measure constructing a client where there is one already."""
    from telnyx_client import Telnyx

    def make(clients: contextlib.ExitStack) -> None:
        for _ in range(CLIENTS):
            clients.callback(Telnyx("key").close)

    Telnyx("key").close()
    values = []
    for _ in range(run.rounds):
        with contextlib.ExitStack() as clients:
            values.append(run.seconds(lambda: make(clients)) * 1e3 / CLIENTS)
    return table.summarise(what, values, bounds=Bounds(at_least=1, aim=0.2, is_cost=True, unit="ms"))
