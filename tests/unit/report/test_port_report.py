"""What becomes of a request, as text that fits the page and as JSON of the promised shape."""

from __future__ import annotations

import json

import attrs

from specfold.compare.port_values import Edit, Fault, Note, Op, Port, Verdict
from specfold.pointer import JsonPointer
from specfold.report.port_report import port_to_json, port_to_text


def at(text: str) -> JsonPointer:
    """Return a pointer."""
    return JsonPointer.parse(text)


PORT = Port(
    source="one",
    target="two",
    operations=("POST /chat", "POST /ai/chat"),
    verdict=Verdict.REJECTED,
    faults=(Fault(at("/n"), "expected integer, found 1.5"),),
    request={"limit": 4, "n": 2},
    edits=(
        Edit(op=Op.RENAME, pointer=at("/max"), before="max", after="limit", reason="it is called so", lossy=False),
        Edit(op=Op.CONVERT, pointer=at("/n"), before=1.5, after=2, reason="a whole number is wanted", lossy=True),
        Edit(op=Op.DROP, pointer=at("/long"), before="x" * 99, reason="not declared", lossy=True),
        Edit(op=Op.ADD, pointer=at("/model"), after="m", reason="required", lossy=False),
        Edit(op=Op.CLAMP, pointer=at("/t"), before=3, after=2, reason="at most 2", lossy=True),
    ),
    notes=(Note(at("/t"), "another default"), Note(JsonPointer(), "the target requires the header token")),
    portable=True,
)


def test_text_says_why_and_what_changes() -> None:
    """The text goes from the verdict over the edits, losses marked, to what is refused."""
    text = port_to_text(PORT)

    assert text.splitlines() == [
        "one → two, POST /ai/chat: rejected as it is.",
        "",
        "what two refuses",
        "    /n  expected integer, found 1.5",
        "",
        "5 edits  (! loses something)",
        "    /max  rename to limit: it is called so",
        "  ! /n  convert 1.5 → 2: a whole number is wanted",
        f'  ! /long  drop "{"x" * 46}…: not declared',
        '    /model  add "m": required',
        "  ! /t  clamp 3 → 2: at most 2",
        "",
        "what changes in meaning",
        "    /t  another default",
        "    beside the body  the target requires the header token",
        "",
        "refused: 3 edits would lose something; --allow-loss accepts that.",
    ]


def test_text_ends_in_the_request_where_loss_is_allowed() -> None:
    """The rewritten request is printed when it may be used."""
    allowed = port_to_text(attrs.evolve(PORT, allow_loss=True))
    lossless = port_to_text(attrs.evolve(PORT, edits=PORT.edits[:1], faults=(), notes=()))

    assert allowed.endswith('portable, 3 edits with loss:\n{\n  "limit": 4,\n  "n": 2\n}\n')
    assert "portable, nothing is lost:" in lossless
    assert "\n1 edit\n" in lossless
    assert "what changes" not in lossless


def test_text_of_what_cannot_be_moved() -> None:
    """Without a valid rewriting what cannot be mended stands apart, and each part of the request once."""
    faults = (*PORT.faults, Fault(at("/messages/0"), "expected one of the roles"))
    unmended = (Fault(at("/messages/0/role"), 'expected "a", got "b"'),)
    broken = attrs.evolve(PORT, portable=False, edits=(), faults=faults, unmended=unmended)

    lines = port_to_text(broken).splitlines()

    start = lines.index("what two refuses")
    assert lines[start : start + 5] == [
        "what two refuses",
        "    /n  expected integer, found 1.5",
        "",
        "what cannot be mended",
        '    /messages/0/role  expected "a", got "b"',
    ]
    assert lines[-1].startswith("not portable")
    assert [error["pointer"] for error in json.loads(port_to_json(broken))["errors"]] == ["/n", "/messages/0/role"]


def test_json_has_the_promised_shape() -> None:
    """The members are those the command promises, pointers as texts."""
    value = json.loads(port_to_json(PORT))

    assert (value["verdict"], value["portable"], value["lossless"]) == ("rejected", True, False)
    assert value["request"] == {"limit": 4, "n": 2}
    assert value["edits"][0] == {
        "op": "rename",
        "pointer": "/max",
        "from": "max",
        "to": "limit",
        "reason": "it is called so",
        "lossy": False,
    }
    assert value["semantics"][0] == {"pointer": "/t", "note": "another default"}
    assert value["errors"] == [{"pointer": "/n", "message": "expected integer, found 1.5"}]
    assert value["operation"] == {"from": "POST /chat", "to": "POST /ai/chat"}
