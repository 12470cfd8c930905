"""
Starts `specfold mock` for one vendor and runs a script with that vendor's installed client against it.

Knows the family file and the command line of the mock server; knows nothing of what the script says to the client.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

ROOT = Path(__file__).parents[2]
CREDENTIAL = "demo-credential"
START_TIMEOUT_S = 60


def main() -> int:
    """Run the script named on the command line; return its exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("vendor", help="a member of openapi/family.toml")
    parser.add_argument("script", help="the script to run, in the client's environment")
    parser.add_argument("--python", default=sys.executable, help="interpreter of the environment that has the client")
    arguments = parser.parse_args()

    member = read_member(arguments.vendor)
    with mock_server(arguments.vendor) as base_url:
        command = [
            arguments.python, "-I", "-X", "utf8", str(Path(arguments.script).resolve()),
            "--package", member.get("package", f"{arguments.vendor}_client"),
            "--class", member["class"],
            "--base-url", base_url,
        ]  # fmt: skip  # one option a line
        return subprocess.run(command, env=client_environment(member), check=False).returncode


def read_member(vendor: str) -> dict[str, Any]:
    """Return what the family file says of one vendor."""
    family = tomllib.loads((ROOT / "openapi" / "family.toml").read_text("utf-8"))
    member: dict[str, Any] = family["members"][vendor]
    return member


def client_environment(member: dict[str, Any]) -> dict[str, str]:
    """Return this process's environment plus a made-up value for each credential of the member."""
    credentials = {credential["env"]: CREDENTIAL for credential in member.get("credentials", [])}
    return {**os.environ, **credentials}


@contextmanager
def mock_server(vendor: str) -> Iterator[str]:
    """Run the mock server for as long as the block lasts; give its base URL."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as log:
        command = [sys.executable, "-m", "specfold", "mock", vendor]
        with subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log, text=True
        ) as process:
            try:
                base_url = wait_for_base_url(process, log)
                drain = threading.Thread(target=cast("IO[str]", process.stdout).read, daemon=True)
                drain.start()
                yield base_url
                process.terminate()
                drain.join()
            finally:
                process.kill()


def wait_for_base_url(process: subprocess.Popen[str], log: IO[str]) -> str:
    """Return the first line the server prints."""
    output = cast("IO[str]", process.stdout)
    alarm = threading.Timer(START_TIMEOUT_S, process.kill)
    alarm.start()
    base_url = output.readline().strip()
    alarm.cancel()
    if not base_url.startswith("http"):
        process.kill()
        log.seek(0)
        raise SystemExit(f"the mock server printed no base URL: {base_url!r}\n{log.read()}")
    return base_url


if __name__ == "__main__":
    sys.exit(main())
