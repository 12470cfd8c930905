"""The README's example is a program: it runs, with the installed client, against the mock server."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable

import pytest

from tests.demo.stage import CREDENTIAL, mock_server
from tests.quality.repository import ROOT, members

README = (ROOT / "README.md").read_text("utf-8")
(EXAMPLE,) = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_the_example_is_short() -> None:
    """The example fits on the first screen."""
    assert len(EXAMPLE.strip().splitlines()) <= 20


@pytest.mark.sockets
def test_the_example_runs() -> None:
    """The example prints an answer and a tool call when its vendor's address is the mock server's."""
    (package,) = re.findall(r"^from (\w+)_client import", EXAMPLE, re.MULTILINE)
    member = members()[package]
    keys = {credential["env"]: CREDENTIAL for credential in member["credentials"]}

    with mock_server(package) as base_url:
        environment = {**os.environ, **keys, f"{package.upper()}_BASE_URL": base_url}
        command = [sys.executable, "-c", EXAMPLE]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_the_captured_table_is_what_the_command_prints(command_line: Callable[..., tuple[int, str, str]]) -> None:
    """Every line of the table in the README is a line of today's output, in the same order."""
    (captured,) = re.findall(r"^```text\n(.*?)^```", README, re.MULTILINE | re.DOTALL)

    code, output, _ = command_line("matrix", "--only-different", "--only-shared", directory=ROOT)

    printed = iter(output.splitlines())
    missing = [line for line in captured.splitlines() if line.strip() not in {"", "…"} and line not in printed]
    assert code == 0
    assert missing == []
