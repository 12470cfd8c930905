"""
Times `mypy --strict` of a program of five lines, cold, against the same program with the `openai` package, interleaved.

Both packages are installed as a user has them. Run with `nox -s benchmarks`, or `python benchmarks/typechecking.py --rounds 5`.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = """
from {package} import {name}

client = {name}(api_key="k")
reply = client.chat.completions.create(model="m", messages=[{{"role": "user", "content": "hi"}}])
print(reply.choices[0].message.content)
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    rounds = parser.parse_args().rounds
    pairs = [(check("telnyx_client", "Telnyx"), check("openai", "OpenAI")) for _ in range(rounds)]
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    ratio = statistics.median(mine / other for mine, other in pairs)
    print(
        f"mypy --strict of five lines, cold, {rounds} rounds: {ours:.2f} s, openai {theirs:.2f} s, ratio {ratio:.2f} (at most 0.30)"
    )


def check(package: str, name: str) -> float:
    """Return the seconds mypy takes for the program without any cache."""
    with tempfile.TemporaryDirectory() as directory:
        program = Path(directory) / "program.py"
        program.write_text(PROGRAM.format(package=package, name=name))
        command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", f"{directory}/cache", str(program)]
        start = time.perf_counter()
        done = subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(done.stdout + done.stderr)
        return time.perf_counter() - start


if __name__ == "__main__":
    main()
