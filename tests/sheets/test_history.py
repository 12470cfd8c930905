"""The versions of a vendor tell the history of its sheet: each published change is a version, and a diff names it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tests.quality.repository import members

CommandLine = Callable[..., tuple[int, str, str]]

SEED_STATE = "2024-04-15"
HISTORY = {
    "2024-05-23": [
        'model: default changed: "NousResearch/Nous-Hermes-2-Mixtral-8x7B-DPO" → "meta-llama/Meta-Llama-3-8B-Instruct"',
        "temperature: default added: none → 0.7",
        'ToolChoiceMode: "required" is now valid',
        "ChatTool: anyOf became oneOf",
    ],
    "2024-07-22": ["ResponseFormat: member content is now called type"],
    "2024-07-26": ["ChatUserMessage.content: alternative array added"],
    "2024-07-29": [
        'model: default changed: "meta-llama/Meta-Llama-3-8B-Instruct" → "meta-llama/Meta-Llama-3.1-8B-Instruct"',
        "temperature: default changed: 0.7 → 0.1",
    ],
    "2024-08-27": ["RetrievalOptions: member max_num_results added"],
    "2025-02-25": ["openai_api_key", "api_key_ref"],
    "2025-12-08": [],  # the answer was inferred before it was published as an object: nothing differs on the wire
    "2026-03-11": ["member enable_thinking added"],
    "2026-05": [
        "operation POST /ai/openai/chat/completions added",
        "the operation is now deprecated",
        "member stop added",
        "member seed added",
        "ModelInfo.created: type changed from integer to string",
    ],
    "sdk-4.189": [
        "member guided_json removed",
        "member guided_regex removed",
        "member guided_choice removed",
        'ResponseFormat.type: "json_schema" is now valid',
        "max_tokens: null is now valid",
        "member reasoning_effort added",
        "member service_tier added",
        "member region added",
        "member mode added",
    ],
}
NEXOS_2026_07 = [
    "header X-Api-Key is now accepted",
    "top_p: minimum lowered: > 0 → >= 0",
    "logit_bias.*: type narrowed from number to integer",
    'service_tier: "flex", "scale", "priority" are now valid',
    'AudioConfiguration.voice: "fable", "onyx", "nova" are no longer valid',
    "member max_tokens added",
    "member reasoning_effort added",
    "member verbosity added",
    "query parameter fallbacks added",
    "operation POST /images/edits removed",
    "operation POST /images/variations removed",
    "StorageFile: member bytes added",
    "StorageFile: member size removed",
    "StoragePurpose:",
    "member dimensions may now be missing",
    "SpeechRequest: undeclared members are now refused",
    "status 200 removed",
    "member nexos_credits_cost added",
]


def changes(command_line: CommandLine, root: Path, *, old: str, new: str) -> str:
    """Return what a diff says, one change a line."""
    _, output, _ = command_line("diff", old, new, "--format", "json", "--family", str(root))
    return "\n".join(change["message"] for change in json.loads(output)["changes"])


def version_of(row: str) -> str:
    """Return the name of the version that a row of the published history should have."""
    if row.startswith("K"):
        return f"sdk-{row.split(maxsplit=1)[0].removeprefix('K')}"
    date = re.findall(r"\d{4}-\d\d-\d\d", row)[-1]
    return "2026-05" if date == "2026-05-07" else date


def test_every_published_change_is_a_version(sheets: Path) -> None:
    """Every row of the Telnyx history after the seed's state has a version, in the order of the rows."""
    section = (sheets / "telnyx.md").read_text("utf-8").partition("## 9.")[2].partition("## 10.")[0]
    rows = re.findall(r"^\| (~?\d.*?|K\d.*?) \|", section, re.MULTILINE)

    after = rows[rows.index(SEED_STATE) + 1 :]

    assert [version_of(row) for row in after] == list(members()["telnyx"]["versions"]) == list(HISTORY)


@pytest.mark.parametrize(("old", "new"), list(pairwise(["telnyx", *HISTORY])))
def test_a_step_is_named(command_line: CommandLine, root: Path, old: str, new: str) -> None:
    """The diff of two neighbouring versions names what the row of the history says."""
    before = old if old == "telnyx" else f"telnyx:{old}"

    found = changes(command_line, root, old=before, new=f"telnyx:{new}")

    assert [expected for expected in HISTORY[new] if expected not in found] == []
    assert bool(found) is bool(HISTORY[new])


def test_two_years_in_one_diff(command_line: CommandLine, root: Path) -> None:
    """The diff from the seed to May 2026 names the changes of all steps between, first default to last."""
    found = changes(command_line, root, old="telnyx", new="telnyx:2026-05")

    names = ["max_num_results", "openai_api_key", "api_key_ref", "enable_thinking", "stop", "seed", "created"]
    assert [name for name in names if name not in found] == []
    assert '"NousResearch/Nous-Hermes-2-Mixtral-8x7B-DPO" → "meta-llama/Meta-Llama-3.1-8B-Instruct"' in found
    assert "temperature: default added: none → 0.1" in found
    assert "member content is now called type" in found


def test_the_later_nexos_is_named(command_line: CommandLine, root: Path) -> None:
    """The diff of the two states of Nexos names the conflicts that its sheet lists."""
    found = changes(command_line, root, old="nexos", new="nexos:2026-07")

    assert [expected for expected in NEXOS_2026_07 if expected not in found] == []


def test_every_version_is_clean(command_line: CommandLine, root: Path) -> None:
    """Lint finds no error in any version of any vendor."""
    versions = [f"{name}:{version}" for name, member in members().items() for version in member.get("versions", ())]

    code, output, errors = command_line("lint", *versions, "--family", str(root))

    assert len(versions) == len(HISTORY) + 1
    assert (code, errors) == (0, ""), output
