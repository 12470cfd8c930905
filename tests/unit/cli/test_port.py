"""`specfold port` on files and on vendors."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

CommandLine = Callable[..., tuple[int, str, str]]


@pytest.fixture
def order(shop: Path) -> Path:
    """Give a request for seven pieces; one vendor of the family allows five."""
    path = shop / "order.json"
    path.write_text('{"sku": "a", "count": 7}')
    return path


def test_a_lossy_request_is_refused_until_loss_is_allowed(shop: Path, order: Path, command_line: CommandLine) -> None:
    """Exit 1 while something would be lost, 0 with `--allow-loss`, and the request is printed then."""
    asked = ("port", str(order), "--from", "bolt", "--to", "acme")

    refused = command_line(*asked, directory=shop)
    allowed = command_line(*asked, "--allow-loss", directory=shop)

    assert (refused[0], allowed[0]) == (1, 0)
    assert "clamp 7 → 5" in refused[1]
    assert '"count": 5' in allowed[1]


def test_json_is_for_programs(shop: Path, order: Path, command_line: CommandLine) -> None:
    """The JSON has the promised members; the way back loses nothing."""
    order.write_text('{"sku": "a", "count": 2}')

    code, output, _ = command_line(
        "port", str(order), "--from", "acme", "--to", "bolt", "--format", "json", directory=shop
    )

    answer = json.loads(output)
    assert code == 0
    assert {"verdict", "portable", "lossless", "request", "edits", "semantics"} <= set(answer)
    assert (answer["verdict"], answer["request"]) == ("accepted", {"sku": "a", "count": 2})


@pytest.mark.parametrize(
    ("text", "arguments", "code", "words"),
    [
        ('{"sku": 1}', (), 1, "is not valid for POST /orders"),
        ('{\n"count": 1,\n"sku": 1}', (), 1, "order.json:3 #/sku: error [request-not-valid]"),
        ('{\n"count": 1}', (), 1, "order.json:1 #/sku: error [request-not-valid]"),
        ("{", (), 2, "order.json"),
        ("[]", (), 2, "expected an object at the root of the request, found an array"),
        ("[]", (), 2, "hint: give the JSON body of one request, an object"),
        ('{"sku": "a"}', ("--operation", "nothing.here"), 2, "no operation 'nothing.here'"),
        ('{"sku": "a"}', ("--to", "nobody"), 2, "has no vendor 'nobody'"),
    ],
)
def test_bad_input_is_named(
    shop: Path, order: Path, command_line: CommandLine, text: str, arguments: tuple[str, ...], *, code: int, words: str
) -> None:
    """What is wrong is said with its place, without a traceback; nothing is printed as an answer."""
    order.write_text(text)

    got, output, errors = command_line("port", str(order), "--from", "bolt", "--to", "acme", *arguments, directory=shop)

    assert (got, output) == (code, "")
    assert words in errors
    assert "Traceback" not in errors


def test_what_is_not_valid_at_home_is_json_too(shop: Path, order: Path, command_line: CommandLine) -> None:
    """A request that is not valid where it was written for is answered in the shape of every answer."""
    order.write_text('{"sku": 1}')
    asked = ("port", str(order), "--from", "bolt", "--to", "acme", "--format", "json")

    code, output, errors = command_line(*asked, directory=shop)

    answer = json.loads(output)
    assert code == 1
    assert (answer["verdict"], answer["portable"], answer["lossless"]) == ("rejected", False, False)
    assert answer["errors"] == [{"pointer": "/sku", "message": "expected string, found 1"}]
    assert "is not valid for POST /orders of bolt" in answer["message"]
    assert "order.json:1 #/sku" in errors


def test_a_missing_request_is_wrong_use(shop: Path, command_line: CommandLine) -> None:
    """A file that does not exist is named."""
    code, _, errors = command_line("port", "nowhere.json", "--from", "bolt", "--to", "acme", directory=shop)

    assert code == 2
    assert "nowhere.json" in errors
