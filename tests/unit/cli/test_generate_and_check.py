"""What `generate` writes `check` accepts, and whatever departs from it `check` names."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from specfold.world.disk import read_tree

CommandLine = Callable[..., tuple[int, str, str]]


@pytest.fixture
def generated(shop: Path, command_line: CommandLine) -> Path:
    """Give the family with its clients generated."""
    code, _, errors = command_line("generate", directory=shop)
    assert code == 0, errors
    return shop


def test_generate_says_what_came_from_where_and_what_reached_the_client(shop: Path, command_line: CommandLine) -> None:
    """Nodes by layer and the coverage line are printed for each vendor."""
    code, output, _ = command_line("generate", directory=shop)

    assert code == 0
    assert "acme\n  merged    47 nodes: 46 base, 0 documents, 1 overlays" in output
    assert "coverage  1 operation, 2 schemas, dropped: 0" in output


def test_generating_again_changes_nothing(generated: Path, command_line: CommandLine) -> None:
    """A second run writes the same bytes and says so."""
    before = read_tree(generated / "generated").files

    _, output, _ = command_line("generate", directory=generated)

    assert output.count("unchanged") == 2
    assert read_tree(generated / "generated").files == before


def test_check_accepts_what_generate_wrote(generated: Path, command_line: CommandLine) -> None:
    """Exit 0, from any directory below the family."""
    below = generated / "generated" / "acme"

    assert command_line("check", directory=below) == (0, "2 clients up to date\n", "")


def touch(path: Path) -> None:
    """Change one byte."""
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))


@pytest.mark.parametrize(
    ("change", "named"),
    [
        (
            lambda root: touch(root / "generated/acme/acme_client/client.py"),
            "changed: generated/acme/acme_client/client.py",
        ),
        (lambda root: (root / "generated/bolt/openapi.yaml").unlink(), "missing: generated/bolt/openapi.yaml"),
        (lambda root: (root / "generated/bolt/new.py").write_text(""), "superfluous: generated/bolt/new.py"),
        (lambda root: (root / "generated/stray.txt").write_text(""), "superfluous: generated/stray.txt"),
        (
            lambda root: (root / "openapi/acme.overlay.yaml").write_text(
                (root / "openapi/acme.overlay.yaml").read_text().replace("5", "4")
            ),
            "acme: stale: input openapi/acme.overlay.yaml has changed\nchanged: generated/acme/README.md",
        ),
        (lambda root: (root / "generated/specfold.lock").unlink(), "acme: stale: it was never generated"),
    ],
    ids=["byte", "deleted", "added", "stray", "bound", "lock"],
)
def test_check_names_what_departs(
    generated: Path, command_line: CommandLine, change: Callable[[Path], object], named: str
) -> None:
    """A changed byte, a deleted file, an added one and a changed bound each end in exit 1 with the name; nothing is written."""
    change(generated)
    before = read_tree(generated).files

    code, output, _ = command_line("check", directory=generated)

    assert code == 1
    assert named in output
    assert read_tree(generated).files == before


def test_caches_of_the_interpreter_are_no_drift(generated: Path, command_line: CommandLine) -> None:
    """Importing a client in place leaves `__pycache__`, which `check` passes over."""
    cache = generated / "generated" / "acme" / "acme_client" / "__pycache__"
    cache.mkdir()
    (cache / "client.cpython-311.pyc").write_bytes(b"")

    assert command_line("check", directory=generated)[0] == 0


def test_check_answers_programs_too(generated: Path, command_line: CommandLine) -> None:
    """The JSON form has each problem with vendor, kind and file."""
    touch(generated / "generated" / "bolt" / "README.md")

    _, output, _ = command_line("check", "--format", "json", directory=generated)

    assert json.loads(output) == {
        "ok": False,
        "problems": [
            {
                "vendor": "bolt",
                "kind": "changed",
                "file": "generated/bolt/README.md",
                "message": "changed: generated/bolt/README.md",
            }
        ],
    }


def test_a_vendor_that_fails_does_not_hold_up_another(generated: Path, command_line: CommandLine) -> None:
    """All or nothing holds for each vendor: the good one is written, the bad one left as it was."""
    overlay = generated / "openapi" / "acme.overlay.yaml"
    overlay.write_text(overlay.read_text().replace("count", "gone"))
    base = generated / "openapi" / "base.yaml"
    base.write_text(base.read_text().replace("The order.", "An order."))
    before = read_tree(generated / "generated" / "acme").files

    code, output, errors = command_line("generate", directory=generated)

    assert code == 1
    assert "openapi/acme.overlay.yaml:5" in errors
    assert "bolt" in output
    assert b"An order." in (generated / "generated/bolt/openapi.yaml").read_bytes()
    assert read_tree(generated / "generated" / "acme").files == before


def test_an_override_that_no_longer_holds_fails_generate_and_check(generated: Path, command_line: CommandLine) -> None:
    """The requirement is named with the place in the document."""
    family = generated / "openapi" / "family.toml"
    declaration = '[overrides.calls]\nbinds = "schema"\nmixin = "tool_calls:ToolCalls"\nrequires = ["calls[].name"]\n'
    bind = '\n[members.bolt.bind]\ncalls = ["Order"]\n'
    family.write_text(family.read_text() + declaration + bind)

    results = [command_line(command, directory=generated) for command in ("generate", "check")]

    assert [code for code, _, _ in results] == [1, 1]
    for _, output, errors in results:
        assert "the override 'calls' requires calls[].name of Order; calls is not there" in output + errors
        assert "#/components/schemas/Order" in output + errors


def test_an_unknown_vendor_is_wrong_use(shop: Path, command_line: CommandLine) -> None:
    """Exit 2, with the vendors there are."""
    code, _, errors = command_line("generate", "acne", directory=shop)

    assert code == 2
    assert "vendors: acme, bolt" in errors


def test_no_family_is_wrong_use(tmp_path: Path, command_line: CommandLine) -> None:
    """Exit 2, with what to do."""
    code, _, errors = command_line("check", directory=tmp_path)

    assert code == 2
    assert "--family DIR" in errors


def test_a_silenced_error_no_longer_stops_a_client(shop: Path, command_line: CommandLine) -> None:
    """A finding the family accepts with a reason lets `generate` go on, and the acceptance is an input of the lock."""
    base = shop / "openapi" / "base.yaml"
    base.write_text(base.read_text().replace("minimum: 1", "minimum: 12"))

    refused = command_line("generate", "bolt", directory=shop)
    silence = '[[silence]]\nrule = "bounds-unmet"\nreason = "the vendor says so"\n'
    (shop / "openapi" / "lint.toml").write_text(silence)
    accepted = command_line("generate", "bolt", directory=shop)
    (shop / "openapi" / "lint.toml").write_text(silence + "\n")
    changed = command_line("check", directory=shop)

    assert refused[0] == 1
    assert "bounds-unmet" in refused[2]
    assert accepted[0] == 0
    assert "bolt: stale: input openapi/lint.toml has changed" in changed[1]


def test_each_readme_lists_what_differs_from_the_base(generated: Path) -> None:
    """The overlaid bound stands beside that of the base; a vendor that changes nothing lists nothing."""
    acme, bolt = ((generated / "generated" / vendor / "README.md").read_text() for vendor in ("acme", "bolt"))

    assert "| `count` | integer, 1 to 9 | integer, 1 to 5 |" in acme
    assert "What differs from the baseline" not in bolt


def test_the_base_of_another_vendor_is_an_input_too(shop: Path, command_line: CommandLine) -> None:
    """A README compares with the bases of all vendors, so a change of any of them makes every client stale."""
    extra = shop / "openapi" / "extra.yaml"
    extra.write_text(
        "openapi: 3.1.0\npaths:\n  /pings: {get: {tags: [pings], operationId: listPings, responses: {'204': {description: Fine.}}}}\n"
    )
    family = shop / "openapi" / "family.toml"
    family.write_text(family.read_text().replace('base = ["base.yaml"]', 'base = ["base.yaml", "extra.yaml"]', 1))
    generated = command_line("generate", directory=shop)
    extra.write_text(extra.read_text().replace("/pings", "/pongs"))

    code, output, _ = command_line("check", directory=shop)

    assert generated[0] == 0
    assert code == 1
    assert "bolt: stale: input openapi/extra.yaml has changed" in output
    assert "changed: generated/bolt/README.md" in output
