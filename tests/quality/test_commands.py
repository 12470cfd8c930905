"""The commands that the README and CONTRIBUTING promise exist, and are all there are."""

from __future__ import annotations

import ast
import re
import subprocess
import sys

import pytest

from tests.quality.repository import ROOT, Function, decorators, parse

README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
NOXFILE = parse(ROOT / "noxfile.py")
COMMANDS = sorted(set(re.findall(r"`specfold ([a-z]+)", README)))


def sessions() -> dict[str, Function]:
    """Return the sessions of the noxfile by name."""
    functions = [node for node in NOXFILE.body if isinstance(node, Function) and "nox.session" in decorators(node)]
    return {option(function, "name") or function.name: function for function in functions}


def option(function: Function, name: str) -> str:
    """Return what a session's decorator says under a keyword, or nothing."""
    calls = [call for call in function.decorator_list if isinstance(call, ast.Call)]
    values = [ast.literal_eval(k.value) for call in calls for k in call.keywords if k.arg == name]
    return str(values[0]) if values else ""


def test_contributing_lists_the_sessions() -> None:
    """CONTRIBUTING lists exactly the sessions of the noxfile, each with the sentence of its docstring."""
    listed = dict(re.findall(r"^\| `([a-z]+)` \| (.+?) \|$", CONTRIBUTING, re.MULTILINE))

    documented = {name: ast.get_docstring(function) for name, function in sessions().items()}

    assert listed == documented


def test_plain_nox_runs_what_is_fast() -> None:
    """What plain nox runs is what the style page names, and every other session is marked as on request."""
    on_request = {name for name, function in sessions().items() if option(function, "default") == "False"}

    assert set(sessions()) - on_request == {"lint", "imports", "types", "tests", "check"}


def test_nox_commands_of_the_readme_exist() -> None:
    """Every nox session named in README and CONTRIBUTING exists."""
    named = set(re.findall(r"nox -s ([a-z]+)", README + CONTRIBUTING))

    assert named <= set(sessions())


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_of_the_readme_exist(command: str) -> None:
    """Every specfold command named in the README explains itself."""
    done = subprocess.run(
        [sys.executable, "-m", "specfold", command, "--help"], capture_output=True, text=True, check=False
    )

    assert (done.returncode, "--help" in done.stdout) == (0, True), done.stderr
