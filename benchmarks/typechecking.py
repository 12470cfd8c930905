"""
What `mypy --strict` takes for a program of six lines, cold, against the same program with the `openai` package, interleaved.

Both packages are installed as a user has them. Run with `python -m benchmarks typechecking`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.harness import table
from benchmarks.harness.run import Run
from benchmarks.harness.table import Bounds, Row

PROGRAM = """
from {package} import {name}

client = {name}(api_key="k")
reply = client.chat.completions.create(model="m", messages=[{{"role": "user", "content": "hi"}}])
content = reply.choices[0].message.content
print(content or "nothing said")
"""

# What neither side depends on: httpx and httpx2 have a command line of theirs, which is read wherever these are found.
SETTINGS = "[mypy]\n" + "".join(f"[mypy-{name}.*]\nfollow_imports = skip\n" for name in ("click", "rich", "pygments"))


def measure(run: Run) -> Iterator[Row]:
    """Yield the row."""
    yield from run.rows({"mypy --strict of six lines, cold": lambda what: compare(what, run)})


def compare(what: str, run: Run) -> Row:
    """Compare by the wall clock: mypy is a process of its own."""
    return table.compare(
        what,
        lambda: check("telnyx_client", "Telnyx"),
        theirs=lambda: check("openai", "OpenAI"),
        rounds=run.rounds,
        bounds=Bounds(at_least=0.3, aim=0.2, is_cost=True),
    )


def check(package: str, name: str) -> float:
    """Return the seconds mypy takes for the program without any cache."""
    with tempfile.TemporaryDirectory() as directory:
        program = Path(directory) / "program.py"
        program.write_text(PROGRAM.format(package=package, name=name))
        (Path(directory) / "mypy.ini").write_text(SETTINGS)
        command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", f"{directory}/cache", str(program)]
        start = time.perf_counter()
        done = subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(done.stdout + done.stderr)
        return time.perf_counter() - start
