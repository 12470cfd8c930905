"""Overlays by the letter of the standard (Overlay 1.0 and 1.1), and what the strict reading adds."""

from __future__ import annotations

import pytest

from specfold.document import Origin
from specfold.errors import SpecfoldError
from specfold.merge import parse_overlay
from specfold.merge.origins import iter_tokens
from specfold.reading import parse_document
from tests.unit.merge.inputs import apply


@pytest.mark.parametrize(
    ("document", "actions", "outcome"),
    [
        ("a: {b: 1}", "- {target: $.a, update: {c: 2}}", {"a": {"b": 1, "c": 2}}),
        ("a: {b: {c: 1}}", "- {target: $, update: {a: {b: {d: 2}}}}", {"a": {"b": {"c": 1, "d": 2}}}),
        ("a: {b: 1}", "- {target: $.a.b, update: x}", {"a": {"b": "x"}}),
        ("a: {b: 1}", "- {target: $.a, update: {b: null}}", {"a": {"b": None}}),
        ("a: [1]", "- {target: $.a, update: [2, 3]}", {"a": [1, 2, 3]}),
        ("a: [1]", "- {target: $.a, update: 2}", {"a": [1, 2]}),
        ("a: [{x: 1}]", "- {target: $.a, update: {y: 1}}", {"a": [{"x": 1}, {"y": 1}]}),
        ("a: {b: [1]}", "- {target: $.a, update: {b: [2]}}", {"a": {"b": [1, 2]}}),
        ("a: [1, 2]", "- {target: '$.a[0]', update: 9}", {"a": [9, 2]}),
        ("a: [1, 2, 3, 4]", "- {target: '$.a[?@ > 2]', remove: true}", {"a": [1, 2]}),
        ("a: [1, 2, 3]", "- {target: '$.a[0,2]', remove: true}", {"a": [2]}),
        ("a: {b: 1, c: 2}", "- {target: $.a.b, remove: true}", {"a": {"c": 2}}),
        ("a: {b: {b: 1}}", "- {target: $..b, remove: true}", {"a": {}}),
        ("a: {b: 1}", "- {target: $.a.b, update: 2, remove: true}", {"a": {}}),
        ("a: {b: 1}\nc: {}", "- {target: $.c, copy: $.a}", {"a": {"b": 1}, "c": {"b": 1}}),
        (
            "a: {b: 1}\nc: {}",
            "- {target: $, update: {d: {}}}\n- {target: $.d, copy: $.a}\n- {target: $.a, remove: true}",
            {"c": {}, "d": {"b": 1}},
        ),
        ("a: [1]\nb: [2]", "- {target: $.a, copy: $.b}", {"a": [1, 2], "b": [2]}),
        ("a: {b: 1}", "- {target: $.a, remove: true}\n- {target: $, update: {a: {c: 2}}}", {"a": {"c": 2}}),
        ("a: {x: {}, y: {}}", "- {target: '$.a.*', update: {z: 1}}", {"a": {"x": {"z": 1}, "y": {"z": 1}}}),
        ("a: {b: {c: 1}}", "- {target: $.a.b, copy: $}", {"a": {"b": {"c": 1, "a": {"b": {"c": 1}}}}}),
        ("a: [1]", "- {target: \"$['a','a']\", update: 2}", {"a": [1, 2]}),
        ("a: 1", "- {target: $, update: {b: {c: {d: 1}}}}", {"a": 1, "b": {"c": {"d": 1}}}),
    ],
)
def test_actions_do_what_the_standard_says(document: str, actions: str, outcome: object) -> None:
    """Objects merge, arrays grow, primitives are replaced, removal wins, actions run in order."""
    applied = apply(document, actions)

    assert applied.document.value == outcome
    assert applied.document.origins.keys() == set(iter_tokens(applied.document.value))
    assert applied.findings == ()


@pytest.mark.parametrize(
    ("document", "actions", "words"),
    [
        ("a: {b: 1}", "- {target: $.a, update: {b: {c: 1}}}", "cannot merge an object into a primitive value"),
        ("a: {b: {}}", "- {target: $.a, update: {b: 1}}", "cannot merge a primitive value into an object"),
        ("a: {b: []}", "- {target: $.a, update: {b: {}}}", "cannot merge an object into an array"),
        ("a: {b: []}", "- {target: $.a, update: {b: 1}}", "cannot merge a primitive value into an array"),
        ("a: {b: {}}", "- {target: $.a, update: [1]}", "cannot merge an array into an object"),
        ("a: {b: {}, c: []}", "- {target: $.a.*, update: {d: 1}}", "nodes of more than one kind (an array, an object)"),
        ("a: 1", "- {target: $, remove: true}", "the root of a document cannot be removed"),
        ("a: {}", "- {target: $.a, copy: $.x}", "expected one node to copy, the query selects 0"),
        ("a: {}\nb: [1, 2]", "- {target: $.a, copy: '$.b[*]'}", "expected one node to copy, the query selects 2"),
        ("a: {}\nb: 1", "- {target: $.a, copy: $.b}", "cannot merge a primitive value into an object"),
        ("a: 1", "- {target: '$.a[', update: {}}", "not a JSONPath query"),
        ("a: 1", "- {target: $.a-b, update: {}}", "a shorthand name holds no dash, found .a-b"),
        ("a: 1", "- {target: $.a, copy: '$..x-y.z'}", "a shorthand name holds no dash, found .x-y"),
    ],
)
def test_what_the_standard_forbids_is_an_error(document: str, actions: str, words: str) -> None:
    """An action that cannot be applied is refused, naming its place in the overlay."""
    with pytest.raises(SpecfoldError) as caught:
        apply(document, actions)

    assert words in str(caught.value)
    assert (caught.value.source, caught.value.line, caught.value.exit_code) == ("o.yaml", 4, 1)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("document", "actions", "rules"),
    [
        ("a: 1", "- {target: $.b, update: 1}", ["overlay-unmatched"]),
        ("a: 1", "- {target: $.b, remove: true}", ["overlay-unmatched"]),
        ("a: 1", "- {target: $.b, x-expect: 0, remove: true}", []),
        ("a: 1", "- {target: $.b, x-expect: 1, remove: true}", ["overlay-expect"]),
        ("a: 1", "- {target: $.a, x-expect: 1, remove: true}", []),
        ("a: 1", "- {target: $.a, x-expect: 2, remove: true}", ["overlay-expect"]),
        ("a: 1", "- {target: $.a, update: 1}", ["overlay-no-op"]),
        ("a: 1", "- {target: $.a, update: 1.0}", ["overlay-no-op"]),
        ("a: 1", "- {target: $.a, update: true}", []),
        ("a: 1", "- {target: $.a}", ["overlay-no-op"]),
        ("a: 1", "- {target: $.a, remove: false}", ["overlay-no-op"]),
        ("a: {}\nb: {c: 1}", "- {target: $.a, update: {x: 1}, copy: $.b}", ["overlay-no-op"]),
        ("a: {b: 1}", "- {target: $.a, update: {}}", ["overlay-no-op"]),
        ("a: []", "- {target: $.a, update: []}", ["overlay-no-op"]),
        ("a: {b: 1, c: 1}", "- {target: $.a, update: {b: 1, c: 2}}", ["overlay-restates"]),
        ("a: {b: {}, c: 1}", "- {target: $.a, update: {b: {}, c: 2}}", ["overlay-restates"]),
        ("a: {b: [x]}", "- {target: $.a, update: {b: [x, y]}}", ["overlay-restates"]),
        ("a: [x]", "- {target: $.a, update: [y, x]}", ["overlay-restates"]),
        ("a: [true]", "- {target: $.a, update: [1]}", []),
        ("a: [1]", "- {target: $.a, update: [1.0, 2]}", ["overlay-restates"]),
        ("a: [{b: [1]}]", "- {target: $.a, update: [{b: [1]}, {b: [2]}]}", ["overlay-restates"]),
        ("a: {x: {b: 1}, y: {}}", "- {target: $.a.*, update: {b: 1}}", []),
        ("a: {x: {b: 1}, y: {b: 1}}", "- {target: $.a.*, update: {b: 1}}", ["overlay-no-op"]),
        ("a: {b: 1}\nc: {b: 1}", "- {target: $.a, copy: $.c}", ["overlay-no-op"]),
        ("a: {b: 1}\nc: {b: 1, d: 1}", "- {target: $.a, copy: $.c}", ["overlay-restates"]),
    ],
)
def test_what_an_overlay_need_not_say_is_found(document: str, actions: str, rules: list[str]) -> None:
    """Unmatched, idle and restating actions and wrong counts are findings."""
    applied = apply(document, actions)

    assert [finding.rule for finding in applied.findings] == rules
    assert all(finding.line == 4 and finding.hint for finding in applied.findings)


def test_removed_and_rewritten_nodes_know_their_writers() -> None:
    """A node knows the action that wrote it last, and who wrote it before."""
    applied = apply(
        "a: 1\nb: [x, y, z]\n",
        "- {target: $.a, update: 2}\n- {target: '$.b[0]', remove: true}\n- {target: $, update: {c: {d: 3}}}",
    )

    document = applied.document
    assert document.origins["a",] == Origin("o.yaml", 4, "overlay", 0)
    assert applied.history["a",] == (Origin("d.yaml", 1),)
    assert document.value["b"] == ["y", "z"]
    assert document.origins["b", "1"] == Origin("d.yaml", 2)
    assert ("b", "2") not in document.origins
    assert document.origins["c", "d"] == Origin("o.yaml", 6, "overlay", 2)


def test_history_moves_with_its_item() -> None:
    """When an item of an array moves up, it takes along who wrote it before."""
    applied = apply("b: [x, y, {z: 1}]\n", "- {target: '$.b[1]', update: q}\n- {target: '$.b[0]', remove: true}")

    assert applied.document.value == {"b": ["q", {"z": 1}]}
    assert applied.history["b", "0"] == (Origin("d.yaml", 1),)
    assert applied.document.origins["b", "0"].action == 0


def test_applying_leaves_the_input_alone() -> None:
    """A document that an overlay was applied to is unchanged."""
    document = parse_document(b"a: {b: [1]}", "d.yaml")
    text = b"overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions: [{target: $.a.b, update: 2}]"

    overlay = parse_overlay(parse_document(text, "o.yaml"))

    assert overlay.title == "T"
    assert overlay.extends is None
    assert document.value == {"a": {"b": [1]}}


DEEP = "a: " + "{a: " * 180 + "{}" + "}" * 180


def test_a_query_gives_up_on_a_document_that_is_too_deep() -> None:
    """A document that a copy has made deep beyond reason is not searched."""
    deepest = "$" + ".a" * 181

    with pytest.raises(SpecfoldError, match="the query cannot be run"):
        apply(DEEP, f"- {{target: {deepest}, copy: $}}\n- {{target: $..z, remove: true}}")


def test_copies_of_copies_do_not_nest_without_bound() -> None:
    """Copies that nest deeper each time are refused."""
    actions = "\n".join(f"- {{target: ${'.a' * 181 * 2**step}, copy: $}}" for step in range(3))

    with pytest.raises(SpecfoldError, match="grows beyond 400 levels"):
        apply(DEEP, actions)


@pytest.mark.parametrize(
    ("text", "pointer", "words"),
    [
        ("overlay: 2", "/overlay", "expected an overlay of version 1.0.x or 1.1.x, found 2"),
        ("overlay: 1.2.0", "/overlay", "found '1.2.0'"),
        ("overlay: 1.1.0", "", "the member 'info' is missing"),
        ("overlay: 1.1.0\ninfo: x", "/info", "expected an object as 'info'"),
        ("overlay: 1.1.0\ninfo: {title: 1, version: '1'}", "/info/title", "expected a string as 'title'"),
        ("overlay: 1.1.0\ninfo: {title: T}", "/info", "the member 'version' is missing"),
        (
            "overlay: 1.0.0\ninfo: {title: T, version: '1', description: x}",
            "/info/description",
            "no member 'description'",
        ),
        ("overlay: 1.1.0\ninfo: {title: T, version: '1'}", "", "the member 'actions' is missing"),
        ("overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions: {}", "/actions", "expected an array as 'actions'"),
        ("overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions: []", "/actions", "at least one action"),
        ("overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions: [1]", "/actions/0", "expected an object as action"),
        (
            "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions: [{}]",
            "/actions/0",
            "the member 'target' is missing",
        ),
        (
            "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions: [{target: a}]",
            "/actions/0/target",
            "starts with $",
        ),
        (
            "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions: [{target: $, copy: $}]",
            "/actions/0/copy",
            "no member 'copy'",
        ),
        (
            "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions: [{target: $, remove: 1}]",
            "/actions/0/remove",
            "true or false",
        ),
        (
            "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions: [{target: $, x-expect: yes}]",
            "/actions/0/x-expect",
            "a number of nodes",
        ),
        (
            "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nactions: [{target: $}, {target: $}]",
            "/actions/1",
            "repeats action 0",
        ),
        (
            "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nextends: 1\nactions: [{target: $}]",
            "/extends",
            "expected a string",
        ),
        (
            "overlay: 1.1.0\ninfo: {title: T, version: '1'}\nother: 1\nactions: [{target: $}]",
            "/other",
            "no member 'other'",
        ),
    ],
)
def test_a_document_that_is_no_overlay_is_refused(text: str, pointer: str, words: str) -> None:
    """What the schema of overlays forbids is refused with pointer and line."""
    with pytest.raises(SpecfoldError) as caught:
        parse_overlay(parse_document(text.encode(), "o.yaml"))

    assert words in str(caught.value)
    assert str(caught.value.pointer) == pointer
    assert caught.value.line
