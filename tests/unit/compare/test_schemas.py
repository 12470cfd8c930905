"""Two schemas compared, one edit at a time: which rule names it and how grave it is, sent and answered."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from specfold.compare.change import Severity
from specfold.compare.diff import diff_documents
from tests.unit.compare.builders import compare_requests, compare_responses, document, found, request_of

EDITS = yaml.safe_load(Path(__file__).with_name("schema_edits.yaml").read_text("utf-8"))


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit["edit"])
def test_an_edit_of_what_is_sent(edit: dict[str, Any]) -> None:
    """An edit of a request schema is reported with the severity of the sender's view."""
    diff = compare_requests(edit["old"], edit["new"])

    assert sorted(found(diff)) == edit["sent"]


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit["edit"])
def test_an_edit_of_what_is_answered(edit: dict[str, Any]) -> None:
    """An edit of a response schema is reported with the severity of the reader's view."""
    diff = compare_responses(edit["old"], edit["new"])

    assert sorted(found(diff)) == edit["answered"]


def test_a_breaking_change_shows_an_example() -> None:
    """A breaking change carries a value that was accepted and is refused."""
    diff = compare_requests({"type": "number", "maximum": 2}, {"type": "number", "maximum": 1})

    (change,) = diff.changes

    assert change.witness is not None
    assert change.witness.instance == 2


def test_what_no_example_shows_is_undecided() -> None:
    """A change that looks grave and cannot be shown is undecided, and the message says why."""
    diff = compare_requests({"type": "string", "format": "date"}, {"type": "string", "format": "made-up"})

    (change,) = diff.changes

    assert change.severity is Severity.UNKNOWN
    assert "no example found" in change.message


def test_a_finite_list_is_tried_to_the_end() -> None:
    """A bound that refuses none of the listed values is safe, and the message says so."""
    diff = compare_requests(
        {"type": "string", "enum": ["a", "b"]}, {"type": "string", "enum": ["a", "b"], "maxLength": 2}
    )

    (change,) = diff.changes

    assert (change.severity, change.witness) == (Severity.INFO, None)
    assert "no listed value is refused" in change.message


@pytest.mark.parametrize("slip", [{"maxLength": 20}, {"minLength": 40}, {"pattern": "^[a-z]+$"}])
def test_what_contradicts_the_format_is_set_aside(slip: dict[str, Any]) -> None:
    """A bound that no value of the format satisfies is a slip; the example is a value of the format."""
    diff = compare_requests({"type": "string", "format": "uuid", **slip}, {"type": "integer"})

    change = diff.changes[0]

    assert (change.id, change.severity) == ("type-changed", Severity.BREAKING)
    assert change.witness is not None


def test_a_slip_that_went_is_undecided() -> None:
    """A pattern no value of the format matched promised nothing, so dropping it from an answer is undecided."""
    diff = compare_responses(
        {"type": "string", "format": "date-time", "pattern": "^[a-z]+$"}, {"type": "string", "format": "date-time"}
    )

    (change,) = diff.changes

    assert change.severity is Severity.UNKNOWN
    assert "contradicts the format" in change.message


def test_a_text_too_long_to_print_is_shown_by_its_length() -> None:
    """A limit beyond what can be written out is shown by a length, checked against both limits."""
    diff = compare_responses({"type": "string", "maxLength": 10**7}, {"type": "string", "maxLength": 2 * 10**7})

    (change,) = diff.changes

    assert change.severity is Severity.BREAKING
    assert change.witness is not None
    assert (change.witness.of, change.witness.instance) == ("text", {"length": 10**7 + 1})


def test_a_long_limit_beside_a_pattern_is_undecided() -> None:
    """Where a pattern may limit the length as well, the limits alone decide nothing."""
    old, new = ({"type": "string", "pattern": "^a", "maxLength": limit} for limit in (2 * 10**7, 10**7))

    (change,) = compare_requests(old, new).changes

    assert change.severity is Severity.UNKNOWN


def test_what_xml_makes_of_another_type_is_undecided() -> None:
    """Another type in a body written as XML is undecided: which text it becomes is defined nowhere."""
    contents = [{"application/xml": {"schema": {"type": name}}} for name in ("object", "string")]
    old, new = (document({"requestBody": {"content": content}, "responses": {}}) for content in contents)

    (change,) = diff_documents(old, new).changes

    assert (change.id, change.severity) == ("type-changed", Severity.UNKNOWN)


def test_an_open_enumeration_is_closed_for_servers_only() -> None:
    """A value that leaves an open enumeration breaks who sends it; one that joins breaks nobody."""
    old, new = ({"type": "string", "x-extensible-enum": values} for values in (["a", "b"], ["b", "c"]))

    assert found(compare_requests(old, new)) == {
        "breaking request extensible-value-removed",
        "info request extensible-value-added",
    }
    assert found(compare_responses(old, new)) == {
        "info response extensible-value-removed",
        "info response extensible-value-added",
    }


def test_what_holds_at_once_is_said_in_words() -> None:
    """Values of a keyword that several parts of an `allOf` state are joined by words, in the message and in the change."""
    old = {"type": "string", "format": "email"}

    (change,) = compare_requests(old, {"allOf": [old, {"format": "uuid"}]}).changes

    assert (change.before, change.after) == ("email", '"email" and "uuid"')
    assert change.message.endswith("email → email and uuid")


def test_an_example_is_sent_by_an_alternative_as_it_is_declared() -> None:
    """A value that an alternative accepts only since it is open, and that no alternative declares, is no example."""
    old = {"oneOf": [members(breed={"type": "object"}, name={"type": "string"}), members(name={"type": "string"})]}
    new = {"oneOf": [*old["oneOf"], members(name={"type": "string"}, age={"type": "integer"})]}

    changes = compare_requests(old, new).changes

    assert [(change.id, change.severity) for change in changes] == [("union-member-added", Severity.UNKNOWN)]


def test_objects_that_stand_for_each_other_are_one_finding() -> None:
    """Where any of several objects may stand for any of others, whether all is still accepted is tried as a whole."""
    text = {"type": "string"}
    old = {"A": members(a=text, b=text, c=text), "B": members(a=text, b=text, d=text)}
    new = {
        "C": members(a=text, b=text, c=text, d={"type": "integer"}),
        "D": {**members(a=text, b=text), "required": ["a"]},
    }

    forth = diff_documents(request_of(any_of("A", "B"), **old), request_of(any_of("C", "D"), **new))
    back = diff_documents(request_of(any_of("C", "D"), **new), request_of(any_of("A", "B"), **old))

    assert found(forth) == {"breaking request alternatives-refused"}
    assert [change.id for change in back.changes] == ["alternatives-refused"]


def members(**schemas: Any) -> dict[str, Any]:
    """Return the schema of an object with some members."""
    return {"type": "object", "properties": schemas}


def any_of(*names: str) -> dict[str, Any]:
    """Return a union of components."""
    return {"anyOf": [{"$ref": f"#/components/schemas/{name}"} for name in names]}
