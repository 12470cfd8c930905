"""What no comparison may miss: where one schema sends what the other refuses, by the ordinary validator, the diff says so."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from specfold.compare.change import Diff, Severity
from specfold.compare.diff import diff_documents
from specfold.compare.rules import RULES
from specfold.document import JsonObject
from tests.property.edits import Drawer, make_instances
from tests.unit.compare.builders import request_of, response_of

GRAVE = {Severity.BREAKING, Severity.UNKNOWN}
OPEN_READERS = {"enum-value-added"}
"""Policy: who reads an answer expects values that are not listed yet. `additionalProperties: true` is not drawn, see docs/diff.md."""
INSTANCES = make_instances(500)
EXAMPLES = 120


def edited(source: Random) -> tuple[JsonObject, JsonObject]:
    """Draw a schema and an edit of it."""
    drawer = Drawer(source)
    old = drawer.schema()
    return old, drawer.edit(old)


def find_refused(sent: JsonObject, awaited: JsonObject) -> JsonObject | None:
    """Return an object of declared members that is sent and refused, by a validator that knows nothing of ours."""
    sender = Draft202012Validator({"allOf": [sent], "unevaluatedProperties": False})
    receiver = Draft202012Validator(awaited)
    return next((one for one in INSTANCES if not receiver.is_valid(one) and sender.is_valid(one)), None)


def is_silent(diff: Diff) -> bool:
    """Tell whether a diff says that nobody breaks, the policy of open readers aside."""
    return not any(change.severity in GRAVE or change.id in OPEN_READERS for change in diff.changes)


@given(st.randoms(use_true_random=False))
@settings(max_examples=EXAMPLES)
def test_a_request_that_breaks_is_never_passed_over(source: Random) -> None:
    """Where an old request is refused by the new schema, the diff is breaking or says that it does not know."""
    old, new = edited(source)

    diff = diff_documents(request_of(old), request_of(new))

    refused = find_refused(old, new) if is_silent(diff) else None
    assert refused is None, (old, new, refused)


@given(st.randoms(use_true_random=False))
@settings(max_examples=EXAMPLES)
def test_an_answer_that_breaks_is_never_passed_over(source: Random) -> None:
    """Where a new answer is refused by the old schema, the diff is breaking or says that it does not know."""
    old, new = edited(source)

    diff = diff_documents(response_of(old), response_of(new))

    refused = find_refused(new, old) if is_silent(diff) else None
    assert refused is None, (old, new, refused)


@given(st.randoms(use_true_random=False))
@settings(max_examples=EXAMPLES)
def test_edits_of_every_keyword_mirror_each_other(source: Random) -> None:
    """Swapping two schemas swaps each rule for its mirror, whatever the keywords."""
    old, new = edited(source)

    forth = diff_documents(request_of(old), request_of(new))
    back = diff_documents(request_of(new), request_of(old))

    assert sorted(RULES[change.id].mirror for change in forth.changes) == sorted(change.id for change in back.changes)


@given(st.randoms(use_true_random=False))
@settings(max_examples=EXAMPLES)
def test_order_says_nothing_in_any_keyword(source: Random) -> None:
    """A copy whose members and unordered lists stand in another order gives no change."""
    old, _ = edited(source)

    diff = diff_documents(request_of(old), request_of(reorder(old)))

    assert diff.changes == ()


UNORDERED = ("required", "enum", "type", "anyOf", "oneOf", "allOf")


def reorder(value: Any, *, keyword: str = "") -> Any:
    """Return a schema with everything that has no order in reverse order."""
    if isinstance(value, dict):
        found = {key: reorder(item, keyword=key) for key, item in reversed(value.items())}
        return {key: item[::-1] for key, item in found.items()} if keyword == "dependentRequired" else found
    if isinstance(value, list):
        items = [reorder(item) for item in value]
        return items[::-1] if keyword in UNORDERED else items
    return value
