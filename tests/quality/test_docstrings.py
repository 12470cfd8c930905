"""Docstrings: every module says what it knows, every test what it promises."""

from __future__ import annotations

import ast

from tests.quality.repository import iter_functions, name_of, parse, python_files


def test_every_module_says_what_it_knows() -> None:
    """Every hand-written module opens with a docstring."""
    silent = [name_of(path) for path in python_files() if not ast.get_docstring(parse(path))]

    assert silent == []


def test_every_test_is_one_promise() -> None:
    """Every test has a docstring of one sentence."""
    tests = [found for path in python_files("tests") for found in iter_functions(path)]
    promises = {name: ast.get_docstring(test) or "" for name, test in tests if test.name.startswith("test_")}

    without = [name for name, promise in promises.items() if not promise.endswith((".", "?", "!")) or "\n\n" in promise]

    assert promises
    assert without == []
