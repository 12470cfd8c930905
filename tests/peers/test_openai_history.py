"""Real commits of a big public document: one finding per edited place, and release notes that say the fact at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from specfold.compare.change import Diff, Severity
from specfold.compare.changelog import write_changelog
from specfold.compare.diff import diff_documents
from specfold.document import Document, Json
from specfold.report.changelog_report import changelog_to_text
from tests.peers.cases import find_cases

pytestmark = pytest.mark.peers
FOLDER = find_cases("openai-history")
CASES: list[dict[str, Any]] = json.loads((FOLDER / "index.json").read_bytes())
NOTES = {"description", "title", "summary", "example", "examples", "tags", "x-oaiMeta"}

# What a reader of each commit has to learn, in words of ours that its release notes must hold in their first two lines.
FACTS: dict[str, tuple[str, ...]] = {
    "f85dbe2": ("Add", "residency", "Project"),
    "13c6a94": ("Add", "quantity_unit", "CostsResult"),
    "b8d775d": ("Add", "gpt-image-2", "CreateImageRequest.model"),
    "5fd39db": ("Add", "obfuscation", "CreateChatCompletionStreamResponse"),
    "06a9404": ("Raise", "maximum length", "encrypted_content", "20971520"),
    "2186421": ("Add", "tenant.ads_account.onboarding.redemption", "AuditLogEventType"),
    "9b457ac": ("Add", "ShellCall"),
    "2329a66": ("Add", "background", "output_format", "quality", "size", "PartialImage"),
    "b6c1bec": ("Add", "metadata", "CreateChatCompletionResponse"),
    "c094647": ("MCPToolCall.error", "no longer string"),
    "23e6f5b": ("Add", "shutdown_date", "Model"),
    "ca34204": ("Add", "429"),
    "a2726e0": ("annotation", "null"),
    "7348a53": ("Add", "text_tokens", "image_tokens"),
    "c6d5628": ("Add", "external_web_access", "WebSearchTool"),
    "855e5d4": ("service_tier",),
    "9382a83": ("Add", "gpt-5.5-2026-04-23"),
    "f6a8e2f": ("Deprecate", "/videos/{video_id}"),
    "11854ae": ("Add", "tenant.workload_identity.access_token.issued"),
    "9c8e121": ("Add", "gpt-daybreak-blue-latest", "gpt-5.6-cyber"),
    "91e7c95": ("Remove", "source", "AuditLog"),
    "c309ca1": ("Add", "source", "AuditLog"),
    "dc708bb": ("call_id", "optional", "FunctionToolCallOutputResource"),
    "466c74a": ("Remove", "minimum length", "NamespaceToolParam.description"),
    "d4fb706": ("Add", "gpt-5.5"),
    "117ce56": ("Add", "/content_provenance_checks"),
    "ef05a7d": ("Add", "name", "namespace", "FunctionToolCallOutputResource"),
    "0410f5a": ("Add", "fast", "service_tier"),
    "d2f0480": ("Add", "fast", "ServiceTier"),
    "db14b6e": ("Add", "gpt-transcribe", "gpt-live-transcribe"),
    "5c044be": ("Add", "/organization/spend_limit"),
    "f940017": ("prompt_cache_key", "null", "safety_identifier"),
    "db3e531": ("nothing changes",),
}
SAID_ELSEWHERE = {
    "855e5d4": "the member moved from one part of an allOf to another: the document says the same as before"
}


@pytest.fixture(scope="module")
def diffs() -> dict[str, Diff]:
    """Give the diff of each commit."""
    return {case["id"]: diff_documents(*(Document(value, case["id"]) for value in read(case))) for case in CASES}


def read(case: dict[str, Any]) -> tuple[Json, Json]:
    """Return the documents before and after a commit."""
    base, revision = (json.loads((FOLDER / case[side]).read_bytes()) for side in ("base", "revision"))
    return base, revision


def iter_edits(old: Json, new: Json) -> Iterator[str]:
    """Yield each place two documents differ in, outermost first; a list counts once, prose not at all."""
    if isinstance(old, dict) and isinstance(new, dict):
        for name in {**old, **new}:
            if name in NOTES:
                continue
            if name not in old or name not in new:
                yield name
            else:
                yield from iter_edits(old[name], new[name])
    elif old != new:
        yield "value"


def test_few_findings_for_each_edit(diffs: dict[str, Diff]) -> None:
    """There are at most 1.3 findings for each place that a commit edited."""
    edits = {case["id"]: len(list(iter_edits(*read(case)))) for case in CASES}

    findings = {name: len(diff.changes) for name, diff in diffs.items()}

    assert len(diffs) == 33
    assert sum(findings.values()) / sum(edits.values()) <= 1.3
    print(f"{sum(findings.values())} findings for {sum(edits.values())} edits")


def test_the_first_two_lines_say_the_fact(diffs: dict[str, Diff]) -> None:
    """The release notes of each commit say what it did in their first two lines, except where nothing was done."""
    silent = set()

    for name, facts in FACTS.items():
        head = " ".join(changelog_to_text(write_changelog(diffs[name], title="t")).splitlines()[:2])
        silent |= set() if all(fact in head for fact in facts) else {name}

    assert silent == set(SAID_ELSEWHERE)


def test_whatever_breaks_is_shown(diffs: dict[str, Diff]) -> None:
    """Each breaking change of real commits has an example, and nothing is undecided."""
    changes = [change for diff in diffs.values() for change in diff.changes]

    assert all(change.witness for change in changes if change.severity is Severity.BREAKING)
    assert not [change for change in changes if change.severity is Severity.UNKNOWN]
