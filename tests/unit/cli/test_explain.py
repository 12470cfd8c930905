"""Every node of a merged document can say who wrote it, who says so, and what it became."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

CommandLine = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize(
    "name",
    [
        "orders.create.count",
        "NewOrder.count",
        "/components/schemas/NewOrder/properties/count",
        "#/components/schemas/NewOrder/properties/count",
    ],
)
def test_a_node_goes_by_several_names(shop: Path, command_line: CommandLine, name: str) -> None:
    """Client method, schema member and JSON pointer lead to one node."""
    code, output, _ = command_line("explain", "acme", name, "--format", "json", directory=shop)

    answer = json.loads(output)
    assert code == 0
    assert answer["pointer"] == "/components/schemas/NewOrder/properties/count"
    assert answer["value"]["maximum"] == 5
    assert answer["python"] == ["client.orders.create(count=…)", "models.NewOrder.count"]


def test_the_chain_names_file_line_and_overlay_action(shop: Path, command_line: CommandLine) -> None:
    """The base wrote the bound, an action of the overlay wrote it over; both lines really hold it."""
    _, output, _ = command_line("explain", "acme", "NewOrder.count", "--format", "json", directory=shop)

    chain = [writer for writer in json.loads(output)["writers"] if writer["pointer"].endswith("/maximum")]
    lines = {
        name: (shop / name).read_text().splitlines() for name in ("openapi/base.yaml", "openapi/acme.overlay.yaml")
    }
    assert [(writer["file"], writer["layer"], writer["action"]) for writer in chain] == [
        ("openapi/base.yaml", "base", None),
        ("openapi/acme.overlay.yaml", "overlay", 0),
    ]
    assert all("maximum" in lines[writer["file"]][writer["line"] - 1] for writer in chain)
    assert chain[1]["target"] == "$.components.schemas.NewOrder.properties.count"


def test_an_operation_is_explained_whole(shop: Path, command_line: CommandLine) -> None:
    """The text form has value, writers, provenance mark and Python names."""
    code, output, _ = command_line("explain", "bolt", "orders.create", directory=shop)

    assert code == 0
    assert "node        #/paths/~1orders/post" in output
    assert "written by  openapi/base.yaml:" in output
    assert "says so     no mark" in output
    assert "in Python   client.orders.create()" in output


def test_the_mark_of_the_nearest_ancestor_holds(root: Path, command_line: CommandLine) -> None:
    """A member without a mark of its own takes that of its component, and says whose it is."""
    _, output, _ = command_line("explain", "ragparams", "ChatRequestMessage.tool_calls", directory=root)

    assert "says so     inferred (mark of #/components/schemas/ChatRequestMessage)" in output


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("orders.create.cuont", "members: sku, count"),
        ("Ordr", "client methods: orders.create"),
        ("#/paths/nowhere", "has no node"),
    ],
)
def test_an_unknown_name_ends_in_what_there_is(shop: Path, command_line: CommandLine, name: str, words: str) -> None:
    """Exit 2 with the names one may have meant."""
    code, _, errors = command_line("explain", "acme", name, directory=shop)

    assert code == 2
    assert words in errors
