"""Actions that a later one of the same overlay takes back."""

from __future__ import annotations

import pytest

from specfold.merge import apply_overlays, parse_overlay
from specfold.reading import parse_document
from tests.unit.merge.inputs import apply

HEAD = "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions:\n"


@pytest.mark.parametrize(
    ("document", "actions", "redundant"),
    [
        ("a: 1", "- {target: $.a, update: 2}\n- {target: $.a, update: 3}", [0]),
        ("a: 1", "- {target: $, update: {b: 2}}\n- {target: $.b, remove: true}", [0]),
        ("a: {}", "- {target: $.a, update: {b: {c: 1}}}\n- {target: $.a.b, remove: true}", [0]),
        ("a: {c: 1}\nb: {}", "- {target: $.b, copy: $.a}\n- {target: $.b, update: {c: 2}}", [0]),
        ("a: [1]", "- {target: $.a, update: [2]}\n- {target: '$.a[?@ == 2]', remove: true}", [0]),
        ("a: {b: 1}", "- {target: $.a.b, remove: true}\n- {target: $.a, update: {b: 2}}", [0]),
        ("a: {b: {c: 1}}", "- {target: $.a.b, remove: true}\n- {target: $.a, update: {b: {c: 2, d: 3}}}", [0]),
        ("a: {b: []}", "- {target: $.a.b, remove: true}\n- {target: $.a, update: {b: [1]}}", [0]),
        ("a: {b: {c: 1}}", "- {target: $.a.b, remove: true}\n- {target: $.a, update: {b: {d: 2}}}", []),
        ("a: {b: [1]}", "- {target: $.a.b, remove: true}\n- {target: $.a, update: {b: [1, 2]}}", []),
        ("a: {b: 1}", "- {target: $.a.b, remove: true}\n- {target: $.a, update: {b: [1]}}", []),
        ("a: {b: 1, c: 2}", "- {target: $.a.*, remove: true}\n- {target: $.a, update: {b: 2}}", []),
        ("a: {b: 1}", "- {target: $.a.b, remove: true}\n- {target: '$[?!@.b]', update: {b: 2, c: 3}}", []),
        ("a: [1, 2]", "- {target: '$.a[0]', remove: true}\n- {target: '$.a[0]', update: 3}", []),
        ("a: 1", "- {target: $, update: {b: 2, c: 3}}\n- {target: $.b, update: 4}", []),
        ("a: 1", "- {target: $, update: {b: 2}}\n- {target: $.b, update: 4}", []),
        (
            "a: {b: 0}\nc: {}",
            "- {target: $.a, update: {b: 2}}\n- {target: $.c, copy: $.a}\n- {target: $.a, update: {b: 3}}",
            [],
        ),
        (
            "a: {}\nb: {}",
            "- {target: $, update: {c: {d: 1}}}\n- {target: $.a, copy: $.c}\n- {target: $.c, remove: true}",
            [],
        ),
        ("a: 1\nb: {}", "- {target: $.b, update: {c: 1}}\n- {target: $.b, update: {c: 2}}", [0]),
        ("a: 1", "- {target: $.a, update: 1}\n- {target: $.a, update: 3}", []),
        ("a: 1", "- {target: $.b, x-expect: 0, update: 1}", []),
        ("a: {x: 1, y: 2}", "- {target: '$.a.*', update: 3}\n- {target: $.a.y, update: 4}", []),
    ],
)
def test_what_is_taken_back_whole_is_found(document: str, actions: str, redundant: list[int]) -> None:
    """An action is redundant when nothing of it is left and the others do as well without it."""
    applied = apply(document, actions)

    found = [finding for finding in applied.findings if finding.rule == "overlay-redundant"]
    assert [str(finding.pointer) for finding in found] == [f"/actions/{index}" for index in redundant]


def test_the_one_who_takes_it_back_is_named() -> None:
    """The finding names the later action, its line and a node."""
    applied = apply("a: {}", "- {target: $.a, update: {b: {c: 1}}}\n- {target: $.a.b, remove: true}")

    assert str(applied.findings[0]) == (
        "o.yaml:4 #/actions/0: error [overlay-redundant] this action is redundant now:"
        " action 1 (o.yaml:5) undoes what it writes (#/a/b)\n"
        "  hint: remove it; where the later action only takes back what this one gives, remove both"
    )


def test_another_overlay_may_take_back_what_one_says() -> None:
    """Overlays are files of their own: the first of a stack holds without the second."""
    texts = [f"{HEAD}- {{target: $.a, update: {number}}}" for number in (2, 3)]
    overlays = [
        parse_overlay(parse_document(text.encode(), f"{index}.yaml", layer="overlay"))
        for index, text in enumerate(texts)
    ]

    applied = apply_overlays(parse_document(b"a: 1", "d.yaml"), overlays)

    assert applied.document.value == {"a": 3}
    assert applied.findings == ()
