"""The registry of rules: each documented, each with a golden case of its exact message."""

from __future__ import annotations

from pathlib import Path

import pytest

from specfold.lint import ALL_RULES, Rule


def row_of(rule: Rule) -> str:
    """Return the line of a rule in the table of docs/rules.md."""
    essential = " *essential*" if rule.essential else ""
    return f"| `{rule.id}` | {rule.severity.name.lower()}{essential} | {rule.what} | {rule.hint} |"


def test_rules_have_distinct_names() -> None:
    """No two rules share a name."""
    assert len({rule.id for rule in ALL_RULES}) == len(ALL_RULES)


def test_the_table_of_rules_is_the_registry(root: Path, *, refresh: bool) -> None:
    """docs/rules.md lists every rule with severity, what it finds and what to do, and no other."""
    path = root / "docs" / "rules.md"
    before, _, _ = path.read_text("utf-8").partition("## Table\n")
    lines = ["| rule | severity | finds | to do |", "| --- | --- | --- | --- |", *map(row_of, ALL_RULES)]
    wanted = "\n".join([f"{before}## Table\n", *lines, ""])

    if refresh:
        path.write_text(wanted, "utf-8")

    assert path.read_text("utf-8") == wanted


@pytest.mark.parametrize("rule", [rule.id for rule in ALL_RULES])
def test_each_rule_has_a_golden_case(root: Path, rule: str) -> None:
    """A case named after the rule shows its exact message."""
    answer = (root / "tests" / "cases" / f"lint-{rule}" / "expected-output.txt").read_text("utf-8")

    assert f"[{rule}] " in answer
