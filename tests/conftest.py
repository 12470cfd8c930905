"""
What all tests share: where the repository is, the `--refresh` switch, and the judges that need Node.

Knows of specfold only its command line; a fixture that serves one folder of tests lives in that folder's own conftest.
"""

from __future__ import annotations

import fcntl
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import hypothesis
import pytest

from specfold.cli.app import main

ROOT = Path(__file__).parents[1]
INSTALL_TIMEOUT_S = 300

hypothesis.settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis.settings.register_profile("thorough", max_examples=10_000, deadline=None, print_blob=True)  # `nox -s fuzz`
hypothesis.settings.load_profile("steady")  # the same examples every time: a red run can be repeated


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that rewrites expected trees instead of comparing them."""
    parser.addoption("--refresh", action="store_true", help="rewrite the expected trees under tests/cases/")


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    """Run asynchronous tests on asyncio, the loop that users have."""
    return "asyncio"


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the root of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def refresh(request: pytest.FixtureRequest) -> bool:
    """Tell whether expected trees are to be rewritten."""
    return bool(request.config.getoption("--refresh"))


@pytest.fixture(scope="session")
def judges() -> Path:
    """Give the folder with the judges' commands, installed once per pin; skip where there is no Node."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("Node is not here: Prism and Redocly cannot judge")
    pins = ROOT / "tests" / "judges" / "package.json"
    place = ROOT / ".nox" / "npm"
    place.mkdir(parents=True, exist_ok=True)
    with only_one_process(place / "lock"):
        installed = place / "package.json"
        if not installed.exists() or installed.read_bytes() != pins.read_bytes():
            install_judges(npm, pins, place=place)
    return place / "node_modules" / ".bin"


def install_judges(npm: str, pins: Path, *, place: Path) -> None:
    """Install the pinned packages; write the pins down last, so that a cut installation is done again."""
    shutil.rmtree(place / "node_modules", ignore_errors=True)
    work = place / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    shutil.copy(pins, work)
    command = [npm, "install", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--loglevel=error"]
    done = subprocess.run(command, cwd=work, capture_output=True, text=True, timeout=INSTALL_TIMEOUT_S, check=False)
    if done.returncode:
        pytest.skip(f"npm cannot install the judges here: {done.stderr.strip()[-400:]}")
    (work / "node_modules").rename(place / "node_modules")
    shutil.copy(pins, place)
    shutil.rmtree(work)


@contextmanager
def only_one_process(lock: Path) -> Iterator[None]:
    """Hold a lock file while the block runs, so that parallel test processes install once."""
    with lock.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


@pytest.fixture
def command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Callable[..., tuple[int, str, str]]:
    """Give a function that runs `specfold` in a directory and returns exit code, output and errors."""

    def run(*arguments: str, directory: Path = tmp_path) -> tuple[int, str, str]:
        monkeypatch.chdir(directory)
        monkeypatch.setattr(sys, "argv", ["specfold", *arguments])
        capsys.readouterr()
        with pytest.raises(SystemExit) as stop:
            main()
        output, errors = capsys.readouterr()
        code = stop.value.code
        return (code if isinstance(code, int) else 0 if code is None else 1), output, errors

    return run
