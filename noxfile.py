"""
The project's commands: `nox` alone checks everything, `nox -s NAME` does one thing, `nox -l` lists them.

Knows how to set up environments and which program to run in each; knows no vendor: members come from `openapi/family.toml`.
"""

from __future__ import annotations

import os
import shutil
import sys
import tomllib
from pathlib import Path
from typing import Any

import nox

nox.needs_version = ">=2025.5.1"
nox.options.default_venv_backend = "virtualenv"
nox.options.reuse_venv = "yes"
nox.options.sessions = ["lint", "imports", "types", "check", "tests"]

ROOT = Path(__file__).parent
PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
SOURCES = ("generator", "overrides", "tests", "noxfile.py", *(["benchmarks"] if (ROOT / "benchmarks").is_dir() else []))
GENERATED_RULES = ("--config", "ruff.generated.toml")
COVERAGE_FLOOR = 95


def members() -> dict[str, dict[str, Any]]:
    """Return what the family file says of each member, by vendor."""
    family = tomllib.loads((ROOT / "openapi" / "family.toml").read_text("utf-8"))
    declared: dict[str, dict[str, Any]] = family["members"]
    return declared


def clients() -> list[str]:
    """Return the directory of each generated client, as pip takes it."""
    return [f"./generated/{vendor}" for vendor in members()]


def install(session: nox.Session, *groups: str, clients: list[str] | None = None) -> None:
    """Install the tool in place, its extras and the named dependency groups, and the clients as any user would."""
    dependencies = nox.project.dependency_groups(PROJECT, *groups)
    session.install("-e", ".[all]", *dependencies, *(clients or []))


def member_package(vendor: str) -> str:
    """Return the import package of a vendor's client."""
    return str(members()[vendor].get("package", f"{vendor}_client"))


def empty_environment(session: nox.Session, vendor: str) -> Path:
    """Make a fresh virtual environment with pip and nothing else; return its interpreter."""
    place = Path(session.create_tmp()).absolute() / f"venv-{vendor}"
    session.run("python", "-m", "venv", "--clear", str(place))
    scripts = place / ("Scripts" if sys.platform == "win32" else "bin")
    return scripts / "python"


def install_alone(session: nox.Session, python: Path, *, client: str) -> None:
    """Install one client and what it depends on with the pip of an empty environment."""
    # External: the interpreter belongs to the client's environment, not to the session's.
    session.run(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", client, external=True)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format of hand-written and generated code, and the documents with `specfold lint`."""
    install(session, "lint")
    session.run("ruff", "check", *SOURCES)
    session.run("ruff", "format", "--check", *SOURCES)
    session.run("ruff", "check", *GENERATED_RULES, "generated")
    session.run("ruff", "format", "--check", *GENERATED_RULES, "generated")
    session.run("python", "-m", "specfold", "lint")


@nox.session
def imports(session: nox.Session) -> None:
    """Check which part may import which: the contracts in pyproject.toml."""
    session.install(*nox.project.dependency_groups(PROJECT, "imports"))
    session.run("lint-imports", "--no-cache", env={"PYTHONPATH": os.pathsep.join(["generator", "."])})


@nox.session
def types(session: nox.Session) -> None:
    """Check types strictly: generator, overrides, tests, noxfile and every generated client."""
    install(session, "types")
    packages = [f"generated/{vendor}/{member_package(vendor)}" for vendor in members()]
    roots = os.pathsep.join(str(ROOT / "generated" / vendor) for vendor in members())
    session.run("mypy", *SOURCES, *packages, env={"MYPYPATH": roots})


@nox.session
def tests(session: nox.Session) -> None:
    """Run the tests on two processes, clients installed, and hold branch coverage above its floor."""
    install(session, "tests", clients=clients())
    selection = session.posargs or ["-m", "not pages and not soak"]  # slower proofs, each a session of its own
    coverage = ["--cov", f"--cov-fail-under={COVERAGE_FLOOR}"] if not session.posargs else []
    session.run("pytest", "-n", "2", "--dist", "worksteal", *coverage, *selection)


@nox.session
def check(session: nox.Session) -> None:
    """Prove that `generated/` is what the inputs give, byte for byte: `specfold check`."""
    session.install("-e", ".")
    session.run("python", "-m", "specfold", "check")


@nox.session(default=False)
def demo(session: nox.Session) -> None:
    """Generate four clients, install each alone, hold a streamed tool conversation with each, compare the vendors."""
    session.install(".[mock]")
    session.run("specfold", "generate")
    for vendor in members():
        python = empty_environment(session, vendor)
        install_alone(session, python, client=f"./generated/{vendor}")
        session.run("python", "tests/demo/stage.py", vendor, "--python", str(python), "tests/demo/converse.py")
    session.run("specfold", "matrix", "--only-different", "--only-shared")
    session.log(f"{len(members())} conversations held: {', '.join(members())}")


@nox.session(default=False)
def generate(session: nox.Session) -> None:
    """Rewrite `generated/` from the inputs: `specfold generate`."""
    session.install("-e", ".")
    session.run("python", "-m", "specfold", "generate", *session.posargs)


@nox.session(name="clients", default=False)
def check_clients(session: nox.Session) -> None:
    """Build each client's wheel, install it alone in an empty environment and exercise it against `specfold mock`."""
    session.install("-e", ".[mock]")
    for vendor in members():
        wheels = Path(session.create_tmp()).absolute() / f"wheels-{vendor}"
        shutil.rmtree(wheels, ignore_errors=True)
        build = ("python", "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir")
        session.run(*build, str(wheels), f"./generated/{vendor}")
        python = empty_environment(session, vendor)
        install_alone(session, python, client=str(next(wheels.glob("*.whl"))))
        session.run("python", "tests/demo/stage.py", vendor, "--python", str(python), "tests/demo/exercise.py")


@nox.session(default=False)
def refresh(session: nox.Session) -> None:
    """Rewrite the expected trees under `tests/cases/`; look at the difference before you commit it."""
    install(session, "tests")
    session.run("pytest", "tests", "-k", "cases", "--refresh", *session.posargs)


@nox.session(default=False)
def peers(session: nox.Session) -> None:
    """Run only what other projects bring: their test cases, and their packages at our mock server."""
    install(session, "tests", clients=clients())
    session.run("pytest", "-m", "peers", *session.posargs)


@nox.session(default=False)
def judges(session: nox.Session) -> None:
    """Run only the tests that ask Prism, Redocly and openapi-spec-validator; Node has to be present."""
    install(session, "tests", clients=clients())
    session.run("pytest", "-m", "judges", *session.posargs)


@nox.session(default=False)
def pages(session: nox.Session) -> None:
    """Run only the tests that look at the HTML pages; Chromium and Node have to be present."""
    install(session, "tests", clients=clients())
    session.run("pytest", "-m", "pages", *session.posargs)


@nox.session(default=False)
def soak(session: nox.Session) -> None:
    """Make thousands of calls that end in every way there is, and look for what they leave behind."""
    install(session, "tests", clients=clients())
    session.run("pytest", "-m", "soak", *session.posargs)


@nox.session(default=False)
def fuzz(session: nox.Session) -> None:
    """Run the property tests on new random examples, a hundred times as many as plain `nox` does."""
    install(session, "tests", clients=clients())
    session.run("pytest", "-n", "2", "tests/property", "--hypothesis-profile=thorough", *session.posargs)


@nox.session(default=False)
def benchmarks(session: nox.Session) -> None:
    """Measure generation, clients and comparison against their peers, interleaved, and print one table."""
    install(session, "benchmarks", clients=clients())
    session.run("python", "-m", "benchmarks", *session.posargs)


@nox.session(default=False, python=nox.project.python_versions(PROJECT))
def versions(session: nox.Session) -> None:
    """Run the tests on every Python version that pyproject.toml names and this machine has."""
    install(session, "tests", clients=clients())
    session.run("pytest", "-n", "2", *session.posargs)
