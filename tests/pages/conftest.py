"""
Chromium for the tests of the pages, and the pages themselves, written by the commands as a user would.

Knows where the browser and its driver come from; skips where one is missing.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import install_judges, only_one_process
from tests.pages.browser import Browser
from tests.quality.repository import members

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CLOSE_TIMEOUT_S = 20


@pytest.fixture(scope="session")
def browser_tools(root: Path) -> Path:
    """Give the folder with what drives the browser, installed once per pin; skip where there is no Node."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("Node is not here: nobody can drive a browser")
    pins = root / "tests" / "pages" / "package.json"
    place = root / ".nox" / "npm-pages"
    place.mkdir(parents=True, exist_ok=True)
    with only_one_process(place / "lock"):
        installed = place / "package.json"
        if not installed.exists() or installed.read_bytes() != pins.read_bytes():
            install_judges(npm, pins, place=place)
    return place


@pytest.fixture(scope="session")
def browser(root: Path, request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Give a headless browser; skip where there is none."""
    executable = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if executable is None:
        pytest.skip("Chromium is not here: nobody can look at the pages")
    tools: Path = request.getfixturevalue("browser_tools")
    command = ["node", str(root / "tests" / "pages" / "drive.cjs"), str(tools), executable]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Browser(process)
        process.communicate(timeout=CLOSE_TIMEOUT_S)


@pytest.fixture(scope="session")
def matrix_page(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the page of our own vendors side by side."""
    page = tmp_path_factory.mktemp("pages") / "matrix.html"
    command = [sys.executable, "-m", "specfold", "matrix", "--format", "html", "--output", str(page)]
    subprocess.run(command, cwd=root, check=True)
    return page


@pytest.fixture(scope="session")
def diff_page(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the page of what changes from one of our vendors to another."""
    page = tmp_path_factory.mktemp("pages") / "diff.html"
    *_, old, new = sorted(members(), reverse=True)
    command = [sys.executable, "-m", "specfold", "diff", new, old, "--format", "html"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
    page.write_text(done.stdout, "utf-8")
    return page
