"""
Prism as a server: one process for each vendor's merged document, which is all it knows.

Knows how Prism is started and how it says that it listens; knows nothing of the clients that talk to it.
"""

from __future__ import annotations

import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import IO

import pytest

START_TIMEOUT_S = 60


@pytest.fixture(scope="session")
def prism(judges: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], str]]:
    """Give a function that starts Prism for a vendor, once, and returns its base URL."""
    logs = tmp_path_factory.mktemp("prism")
    with ExitStack() as processes:

        @cache
        def start(vendor: str) -> str:
            document = root / "generated" / vendor / "openapi.yaml"
            log = processes.enter_context((logs / f"{vendor}.log").open("w+", encoding="utf-8"))
            return start_prism([str(judges / "prism"), "mock", str(document)], log, processes=processes)

        yield start


def start_prism(command: list[str], log: IO[str], *, processes: ExitStack) -> str:
    """Start Prism on a free port and wait until it answers; return its base URL."""
    port = free_port()
    process = processes.enter_context(
        subprocess.Popen([*command, "--host", "127.0.0.1", "--port", str(port)], stdout=log, stderr=subprocess.STDOUT)
    )
    processes.callback(process.kill)
    base_url = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + START_TIMEOUT_S
    while not is_listening(port):
        if process.poll() is not None or time.monotonic() > deadline:
            log.seek(0)
            pytest.fail(f"Prism does not start:\n{log.read()}")
        threading.Event().wait(0.1)
    return base_url


def free_port() -> int:
    """Return a port of the loopback interface that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def is_listening(port: int) -> bool:
    """Tell whether somebody accepts connections on a port of the loopback interface."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False
