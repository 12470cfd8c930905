"""`watch`: clients follow their documents while it runs, a wrong document waits to be mended, and the keyboard ends it."""

from __future__ import annotations

import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest

from specfold.world.disk import read_tree

WAIT_S = 60


class Watching:
    """Run the command in a process and read what it prints, line by line."""

    def __init__(self, family: Path, *vendors: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "specfold", "watch", *vendors, "--family", str(family)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as printed:
            for line in printed:
                self._lines.put(line.rstrip("\n"))

    def read_until(self, text: str) -> list[str]:
        """Return the lines up to the one that holds a text."""
        lines: list[str] = []
        while not lines or text not in lines[-1]:
            lines.append(self._lines.get(timeout=WAIT_S))
        return lines

    def interrupt(self) -> int:
        """Interrupt it as the keyboard does and return its exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=WAIT_S)

    def __enter__(self) -> Self:
        """Return this."""
        return self

    def __exit__(self, *_: object) -> None:
        """Leave no process, thread or pipe behind."""
        self.process.kill()
        self.process.wait(timeout=WAIT_S)
        self._reader.join(timeout=WAIT_S)


@pytest.fixture
def watching(shop: Path) -> Iterator[Watching]:
    """Give the command, running on a family of two vendors whose clients it has just written."""
    with Watching(shop) as started:
        assert "  client    generated/bolt written" in started.read_until("watching ")[-2]
        yield started


def test_a_change_is_named_and_only_its_client_is_written(shop: Path, watching: Watching) -> None:
    """A document saved is named, the client made from it follows, others stay, and interrupting is no error."""
    overlay = shop / "openapi/acme.overlay.yaml"
    overlay.write_text(overlay.read_text().replace("5", "4"))

    lines = watching.read_until("client ")

    assert lines[0] == "changed: openapi/acme.overlay.yaml"
    assert lines[-1].startswith("  client    generated/acme written")
    assert not [line for line in lines if "bolt" in line]
    assert b"maximum: 4" in read_tree(shop / "generated").files["acme/openapi.yaml"]
    assert watching.interrupt() == 0


def test_a_wrong_document_is_reported_and_waited_for(shop: Path, watching: Watching) -> None:
    """An error names file and line, the client stays as it was, and the next save mends it."""
    overlay = shop / "openapi/acme.overlay.yaml"
    right, before = overlay.read_text(), read_tree(shop / "generated").files

    overlay.write_text(right.replace("count", "amount"))
    told = watching.read_until("error: ")
    kept = read_tree(shop / "generated").files
    _written(shop / "openapi/other.tmp", right.replace("5", "3")).replace(overlay)
    mended = watching.read_until("client ")

    assert "openapi/acme.overlay.yaml:5" in told[-1]
    assert kept == before
    assert "  client    generated/acme written" in mended[-1]
    assert watching.interrupt() == 0


def _written(path: Path, text: str) -> Path:
    path.write_text(text)
    return path


def test_a_directory_without_a_family_is_refused(tmp_path: Path) -> None:
    """Wrong use ends at once with exit code 2."""
    with Watching(tmp_path) as started:
        lines = started.read_until("error: ")
        code = started.process.wait(timeout=WAIT_S)

    assert (code, "family.toml" in lines[-1]) == (2, True)
