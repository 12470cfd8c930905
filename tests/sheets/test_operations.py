"""Every operation that a sheet lists is described in the merged document, or listed there as known and not described."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.sheets.vendors import Vendor, load_vendor

LISTED = {"nexos": "## 3.", "nexllm": "## 2.", "telnyx": "## 2."}
COUNTS = {"nexos": 19, "nexllm": 13, "telnyx": 6}
CALL = re.compile(r"^\|.*?\|[^|\n]*?(?:(GET|POST|PATCH|DELETE) )?(/[\w/{}:.-]+)(?= |,)", re.MULTILINE)


def listed(sheet: str, heading: str) -> list[tuple[str, str]]:
    """Return method and path of every row of the table below a heading; the method is empty where it is in doubt."""
    table = sheet.partition(heading)[2].partition("\n## ")[0]
    return [(method, re.sub("^/v1/", "/", path)) for method, path in CALL.findall(table)]


def described(vendor: Vendor) -> set[tuple[str, str]]:
    """Return method and path of every operation of a merged document."""
    methods = ("get", "post", "patch", "delete")
    return {
        (method.upper(), path)
        for path, item in vendor.document["paths"].items()
        for method in methods
        if method in item
    }


@pytest.mark.parametrize("name", LISTED)
def test_every_listed_operation_is_accounted_for(sheets: Path, name: str) -> None:
    """What a sheet lists is an operation of the document, or named in `x-known-not-described` with its provenance."""
    vendor = load_vendor(name)
    rows = listed((sheets / f"{name}.md").read_text("utf-8"), LISTED[name])
    named = {(one.get("method", ""), one["path"]) for one in vendor.document["x-known-not-described"]}

    missing = [row for row in rows if row not in described(vendor) | named]

    assert len(rows) == COUNTS[name]
    assert missing == []
    assert named.isdisjoint(described(vendor))


@pytest.mark.parametrize("name", LISTED)
def test_what_is_not_described_says_who_knows_it(name: str) -> None:
    """Every entry of `x-known-not-described` has an operation, a path and a known mark of provenance, and nothing else."""
    entries = load_vendor(name).document["x-known-not-described"]

    marks = {"seed", "sdk", "published", "prose", "third-party", "mock", "inferred"}
    assert entries
    assert [one for one in entries if set(one) - {"method"} != {"operation", "path", "provenance"}] == []
    assert {one["provenance"] for one in entries} <= marks
