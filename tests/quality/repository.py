"""
The files of the repository as the quality tests see them: hand-written ones, Python ones, by folder.

Knows which folders are nobody's writing (environments, caches, generated code); needs no git.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SKIPPED = re.compile(r"\.(?!ci$|importlinter$).*|__pycache__|node_modules|build|dist|.*\.egg-info")
HAND_WRITTEN = ("generator", "overrides", "tests", "benchmarks", "noxfile.py")

Function = ast.FunctionDef | ast.AsyncFunctionDef


def iter_files(folder: Path = ROOT) -> Iterator[Path]:
    """Yield every file below a folder that a clone would have, in name order."""
    for entry in sorted(folder.iterdir()):
        if entry.is_file() and not entry.name.startswith(".coverage"):  # written while the tests run
            yield entry
        elif entry.is_dir() and not SKIPPED.fullmatch(entry.name) and not (entry / "pyvenv.cfg").exists():
            yield from iter_files(entry)


@cache
def python_files(*places: str) -> tuple[Path, ...]:
    """Return the Python files at or below places of the repository; all hand-written ones when none is named."""
    chosen = [ROOT / place for place in places or HAND_WRITTEN]
    found = [path for place in chosen if place.is_dir() for path in iter_files(place) if path.suffix == ".py"]
    found += [place for place in chosen if place.is_file()]
    return tuple(path for path in found if "cases" not in path.relative_to(ROOT).parts)


@cache
def parse(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"), str(path))


def name_of(path: Path) -> str:
    """Return a path as it is written in a message: relative to the repository, with slashes."""
    return path.relative_to(ROOT).as_posix()


def iter_functions(path: Path) -> Iterator[tuple[str, Function]]:
    """Yield every function of a file, methods and inner ones too, by `file::Class.name`."""
    yield from _functions_in(parse(path), f"{name_of(path)}::")


def _functions_in(node: ast.AST, prefix: str) -> Iterator[tuple[str, Function]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef | Function):
            name = f"{prefix}{child.name}"
            if isinstance(child, Function):
                yield name, child
            yield from _functions_in(child, f"{name}.")
        else:
            yield from _functions_in(child, prefix)


def decorators(function: Function) -> list[str]:
    """Return the decorators of a function as written, without their arguments."""
    calls = (item.func if isinstance(item, ast.Call) else item for item in function.decorator_list)
    return [ast.unparse(call) for call in calls]


@cache
def members() -> dict[str, dict[str, Any]]:
    """Return what the family file says of each member, by vendor."""
    declared: dict[str, dict[str, Any]] = tomllib.loads((ROOT / "openapi/family.toml").read_text("utf-8"))["members"]
    return declared


def client_package(vendor: str) -> Path:
    """Return the folder of a vendor's import package."""
    return ROOT / "generated" / vendor / str(members()[vendor].get("package", f"{vendor}_client"))
