"""Who may know whom: no vendor in the generator, no stranger in the runtime, no layer upside down in a client."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest

from tests.quality.repository import ROOT, client_package, iter_files, members, name_of, parse, python_files

RUNTIME_LIBRARIES = {
    "anyio": "overrides/network.py",  # these three come with httpx
    "attr": None,
    "attrs": None,
    "h11": "overrides/exchange.py",
    "httpcore": "overrides/network.py",
    "httpx": "overrides/http.py",
    "msgspec": "overrides/codec.py",
}
UPSIDE_DOWN = {"models": {"client", "resources"}, "params": {"client", "resources"}, "resources": {"client"}}

# Built from halves, so that this file does not hold what it looks for.
MACHINE_FACTS = re.compile(
    "|".join(
        [
            r"(?<![\w.{}-])/" + r"(?:home|root|work|tmp|Users|opt)/[\w.]",
            "(?i:[a-z]:\\\\" + "users)",
            "py" + r"pi\.org",
            "python" + r"hosted\.org",
            "npm" + r"js\.org",
            r"\bextra-" + "index-url",
        ]
    )
)


def test_no_vendor_is_named_where_all_are_served() -> None:
    """Neither the generator nor the shared runtime names a vendor; a vendor's own folder in overrides may."""
    names = {name.lower() for vendor, member in members().items() for name in (vendor, member["class"])}
    shared = [path for place in ("generator", "overrides") for path in iter_files(ROOT / place)]

    named = [
        f"{name_of(path)} names {name}"
        for path in shared
        for name in sorted(names)
        if not name_of(path).startswith(f"overrides/vendors/{name}/")
        and (name in name_of(path).lower() or name in path.read_text("utf-8").lower())
    ]

    assert named == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    """No file names a place on somebody's disk or the host of a package registry."""
    texts = ((path, path.read_bytes().decode("utf-8", "replace")) for path in iter_files())

    found = [f"{name_of(path)}: {match.group()}" for path, text in texts for match in MACHINE_FACTS.finditer(text)]

    assert found == []


def test_the_runtime_needs_little() -> None:
    """The runtime imports itself relatively, the standard library, attrs, and few more through one module each."""
    imports = [(path, module) for path in python_files("overrides") for module, _ in iter_imports(path) if module]

    strangers = [f"{name_of(path)} imports {module}" for path, module in imports if not may_import(path, module)]

    assert strangers == []


@pytest.mark.parametrize("vendor", sorted(members()))
def test_a_client_is_layered(vendor: str) -> None:
    """In a client, `_runtime` imports nothing of its client, and models and parameters nothing of what is built on them."""
    package = client_package(vendor)

    upside_down = [
        f"{name_of(path)} imports {target}"
        for path in python_files(name_of(package))
        for target in own_targets(path, package)
        if is_upside_down(path.relative_to(package).with_suffix("").parts[0], target)
    ]

    assert upside_down == []


def iter_imports(path: Path) -> Iterator[tuple[str, ast.Import | ast.ImportFrom]]:
    """Yield the absolute module of every import of a file (empty for relative ones) and the statement."""
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield ("" if node.level else node.module or ""), node


def may_import(path: Path, module: str) -> bool:
    """Tell whether a runtime module may import another one, named absolutely."""
    top = module.partition(".")[0]
    if top in RUNTIME_LIBRARIES:
        return RUNTIME_LIBRARIES[top] in {None, name_of(path)}
    return top in sys.stdlib_module_names


def own_targets(path: Path, package: Path) -> Iterator[str]:
    """Yield the part of its own package that each relative import of a file names; `..` for one that leaves it."""
    depth = len(path.relative_to(package).parts)
    for _, node in iter_imports(path):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        if node.level > depth:
            yield ".."
        else:
            here = path.relative_to(package).parts[: depth - node.level]
            below = PurePosixPath(*here, *(node.module or "").split(".")).parts
            yield from below[:1] or (alias.name for alias in node.names)


def is_upside_down(part: str, target: str) -> bool:
    """Tell whether one part of a client must not import another."""
    return target == ".." or (part == "_runtime" and target != "_runtime") or target in UPSIDE_DOWN.get(part, ())
