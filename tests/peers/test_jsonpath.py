"""The compliance suite of RFC 9535, and what it leaves out."""

from __future__ import annotations

import json
from typing import Any

import pytest

from specfold.merge.jsonpath import QueryError, compile_query, select
from tests.peers.cases import find_cases

pytestmark = pytest.mark.peers
CASES: list[dict[str, Any]] = json.loads((find_cases("jsonpath") / "cts.json").read_text("utf-8"))["tests"]


@pytest.mark.parametrize(
    "case", [case for case in CASES if case.get("invalid_selector")], ids=lambda case: case["name"]
)
def test_what_is_no_query_is_refused(case: dict[str, Any]) -> None:
    """A selector the suite calls invalid is refused."""
    with pytest.raises(QueryError):
        compile_query(case["selector"])


@pytest.mark.parametrize(
    "case", [case for case in CASES if not case.get("invalid_selector")], ids=lambda case: case["name"]
)
def test_a_query_selects_what_the_suite_says(case: dict[str, Any]) -> None:
    """A valid selector selects the nodes of the suite, each node once."""
    paths = [case["result_paths"]] if "result_paths" in case else case["results_paths"]

    selected = [normalize(tokens, case["document"]) for tokens in select(case["selector"], case["document"])]

    assert any(selected == list(dict.fromkeys(wanted)) for wanted in paths)


def normalize(tokens: tuple[str, ...], value: Any) -> str:
    """Return the normalized path (RFC 9535, 2.7) of a node."""
    path = "$"
    for token in tokens:
        if isinstance(value, list):
            path, value = f"{path}[{token}]", value[int(token)]
        else:
            path, value = f"{path}['{escape(token)}']", value[token]
    return path


def escape(name: str) -> str:
    """Return a member name as a normalized path writes it."""
    text = json.dumps(name, ensure_ascii=False)[1:-1]
    return text.replace('\\"', '"').replace("'", "\\'")
