"""`specfold new`: members from a base, and from what a vendor published."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from specfold.family import parse_family
from specfold.reading import parse_document

CommandLine = Callable[..., tuple[int, str, str]]
PUBLISHED = """
openapi: 3.0.3
info: {title: Corner shop, version: '4'}
servers: [{url: https://corner.example/v2}]
security: [{CornerKey: []}]
paths:
  /orders:
    post:
      operationId: createOrder
      tags: [orders]
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NewOrder'}
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Order'}
  /orders/chat:
    post:
      operationId: chat
      tags: [chat]
      responses:
        '200':
          description: The answer.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Reply'}
            text/event-stream:
              schema: {$ref: '#/components/schemas/Chunk'}
  /stock: {get: {operationId: getStock, tags: [stock], responses: {'200': {description: It is there.}}}}
components:
  securitySchemes: {CornerKey: {type: apiKey, in: header, name: x-corner-key}}
  schemas:
    NewOrder:
      type: object
      required: [sku]
      properties:
        sku: {type: string}
        count: {type: integer, minimum: 1, maximum: 7, nullable: true}
    Order: {type: object, required: [id], properties: {id: {type: string}}}
    Reply:
      type: object
      properties:
        choices:
          type: array
          items:
            type: object
            properties:
              message: {type: object, properties: {tool_calls: {type: array, items: {$ref: '#/components/schemas/Call'}}}}
    Chunk: {type: object, properties: {choices: {type: array, items: {type: object}}}}
    Call:
      type: object
      properties:
        function: {type: object, properties: {name: {type: string}, arguments: {type: string}}}
"""


@pytest.fixture
def corner(shop: Path) -> Path:
    """Give a family with a vendor's own document beside it."""
    (shop / "corner.yaml").write_text(PUBLISHED)
    return shop


def test_a_published_document_becomes_a_member(corner: Path, command_line: CommandLine) -> None:
    """The overlay says only what differs, and the merged document is what was published."""
    code, output, errors = command_line(
        "new", "corner", "--base", "base.yaml", "--from", "corner.yaml", "--paths", "/orders", directory=corner
    )

    merged = command_line("merge", "corner", directory=corner)
    document = parse_document((corner / "generated/corner/openapi.yaml").read_bytes(), "m").value
    overlay = (corner / "openapi/corner/corner.overlay.yaml").read_text()
    assert (code, errors, merged[0]) == (0, "", 0)
    assert list(document["paths"]) == ["/orders"]
    assert document["components"]["schemas"]["NewOrder"]["properties"]["count"] == {
        "type": ["integer", "null"],
        "minimum": 1,
        "maximum": 7,
    }
    assert "The order." not in overlay
    assert "credential api_key: CornerKey, from CORNER_API_KEY (required)" in output
    assert "server: https://corner.example/v2" in output


def test_what_was_there_stays(corner: Path, command_line: CommandLine) -> None:
    """Lines are appended to family.toml; the rest of it keeps its bytes."""
    before = (corner / "openapi/family.toml").read_text()

    command_line("new", "corner", "--base", "acme", "--from", "corner.yaml", "--tags", "orders", directory=corner)

    text = (corner / "openapi/family.toml").read_text()
    member = parse_family(text.encode()).member("corner")
    assert text.startswith(before)
    assert member is not None
    assert (member.base, member.overlays) == (("base.yaml",), ("acme.overlay.yaml", "corner/corner.overlay.yaml"))


def test_overrides_are_bound_where_the_document_carries_them(tmp_path: Path, command_line: CommandLine) -> None:
    """A family is begun where there is none; answers with tool calls and their streams get their behaviour."""
    (tmp_path / "base.yaml").write_text("openapi: 3.1.0\ninfo: {title: B, version: '1'}\npaths: {}\n")
    (tmp_path / "corner.yaml").write_text(PUBLISHED)

    code, output, errors = command_line("new", "corner", "--base", "base.yaml", "--from", "corner.yaml")

    generated = command_line("generate", "corner")
    text = (tmp_path / "openapi/family.toml").read_text()
    member = parse_family(text.encode()).members[0]
    assert (code, errors) == (0, "")
    assert dict(member.binds) == {"tool_calls": ("Reply",), "streaming": ("chat.create",)}
    assert "# Corner streams: POST /orders/chat." in text
    assert "openapi/base/base.yaml written" in output
    assert generated[0] == 0, generated
    assert "dropped: 0" in generated[1]


def test_a_member_without_a_document_gets_an_overlay_to_go_on_with(shop: Path, command_line: CommandLine) -> None:
    """The first action of the overlay says whose it is; the member merges and generates at once."""
    code, output, _ = command_line("new", "corner-shop", "--base", "openapi/base.yaml", directory=shop)

    merged = command_line("merge", "corner-shop", directory=shop)
    overlay = parse_document((shop / "openapi/corner-shop/corner-shop.overlay.yaml").read_bytes(), "o").value
    assert (code, merged[0]) == (0, 0)
    assert overlay["actions"] == [{"target": "$.info", "update": {"title": "Corner Shop"}}]
    assert "next: specfold generate corner-shop; pip install ./generated/corner-shop" in output


def test_a_base_of_the_same_title_is_told_apart(shop: Path, command_line: CommandLine) -> None:
    """The overlay changes something even where the base is called as the vendor is."""
    code, _, errors = command_line("new", "shop", "--base", "base.yaml", "--paths", "/orders", directory=shop)

    overlay = parse_document((shop / "openapi/shop/shop.overlay.yaml").read_bytes(), "o").value
    assert (code, errors) == (0, "")
    assert overlay["actions"] == [{"target": "$.info", "update": {"summary": "What Shop does."}}]


def test_a_vendor_that_publishes_the_base_needs_no_overlay(shop: Path, command_line: CommandLine) -> None:
    """No file is written but the lines of family.toml, and a base that was copied before is taken again."""
    (shop / "openapi/base").mkdir()
    (shop / "twin.yaml").write_bytes((shop / "openapi/base.yaml").read_bytes())
    (shop / "openapi/base/twin.yaml").write_bytes((shop / "twin.yaml").read_bytes())

    code, output, _ = command_line("new", "twin", "--base", "twin.yaml", "--from", "openapi/base.yaml", directory=shop)

    assert code == 0
    assert not (shop / "openapi/twin").exists()
    assert output.startswith("openapi/family.toml written\n")


def test_schemes_no_client_can_send_are_named(corner: Path, command_line: CommandLine) -> None:
    """They are left out of the credentials, and a note says so; no server is said as well."""
    text = PUBLISHED.replace("{type: apiKey, in: header, name: x-corner-key}", "{type: http, scheme: basic}")
    (corner / "corner.yaml").write_text(text.replace("servers: [{url: https://corner.example/v2}]", ""))

    _, output, errors = command_line("new", "corner", "--base", "base.yaml", "--from", "corner.yaml", directory=corner)

    assert errors == ("note: no client can send the security scheme 'CornerKey'; it was left out of the credentials\n")
    assert "server: none; say in the overlay where the vendor answers" in output


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("acme", "--base", "base.yaml"), 2, "has a member 'acme' already"),
        (("Acme", "--base", "base.yaml"), 2, "the name of a member: expected lower-case letters"),
        (("stale", "--base", "base.yaml"), 2, "generated/stale: this is there already"),
        (("corner", "--base", "none.yaml"), 2, "none.yaml: the base does not exist"),
        (("corner", "--base", "clash.yaml"), 2, "another document of that name is there already"),
        (("corner", "--base", "base.yaml", "--from", "none.yaml"), 2, "the file does not exist"),
        (("corner", "--base", "base.yaml", "--from", "corner.yaml", "--paths", "/x"), 2, "nothing is chosen by /x"),
        (("corner", "--base", "base.yaml", "--tags", "x"), 1, "the filter of corner matches nothing: x"),
        (("corner",), 2, "Missing option '--base'"),
    ],
)
def test_nothing_is_written_when_something_is_wrong(
    arguments: tuple[str, ...], code: int, words: str, corner: Path, command_line: CommandLine
) -> None:
    """Names that are taken or wrong, missing files and idle filters end in an error; the family stays as it was."""
    (corner / "generated/stale").mkdir(parents=True)
    (corner / "openapi/base").mkdir()
    (corner / "openapi/base/clash.yaml").write_text("openapi: 3.1.0")
    (corner / "clash.yaml").write_text("openapi: 3.1.1")
    before = sorted(path for path in corner.rglob("*") if path.is_file())
    text = (corner / "openapi/family.toml").read_bytes()

    answer = command_line("new", *arguments, directory=corner)

    assert answer[0] == code
    assert words in answer[2]
    assert sorted(path for path in corner.rglob("*") if path.is_file()) == before
    assert (corner / "openapi/family.toml").read_bytes() == text


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("tags: [orders]", "tags: orders", "is not of type 'array'"),
        ("type: object, required: [id]", "type: thing, required: [id]", "'type'"),
        ("paths:\n", "paths: []\nx-paths:\n", "has no path"),
    ],
)
def test_a_published_document_without_form_is_refused(
    old: str, new: str, words: str, corner: Path, command_line: CommandLine
) -> None:
    """What is no valid OpenAPI is named with its line in the vendor's own file, and nothing is written."""
    (corner / "corner.yaml").write_text(PUBLISHED.replace(old, new))

    code, _, errors = command_line("new", "corner", "--base", "base.yaml", "--from", "corner.yaml", directory=corner)

    assert code in {1, 2}
    assert "corner.yaml" in errors
    assert words in errors
    assert not (corner / "openapi/corner").exists()
