"""A diff as a whole: one finding per root cause, names that do not matter, versions that mix."""

from __future__ import annotations

import pytest

from specfold.compare.change import Diff, Severity
from specfold.compare.diff import diff_documents
from specfold.compare.rules import RULES
from specfold.document import Document, Json, JsonObject
from tests.unit.compare.builders import document, found, request_of, response_of

NODE: JsonObject = {
    "type": "object",
    "properties": {"next": {"$ref": "#/components/schemas/Node"}, "value": {"type": "string"}},
}


def two_operations(schema: Json) -> Document:
    """Return a document in which two operations send one component."""
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}
    operation = {"requestBody": body, "responses": {}}
    return document(paths={"/a": {"post": operation}, "/b": {"post": operation}}, components={"schemas": {"A": schema}})


def test_a_component_is_reported_once_with_all_it_reaches() -> None:
    """One edit of a shared component is one change that names the operations it reaches."""
    diff = diff_documents(two_operations({"type": "string"}), two_operations({"type": "integer"}))

    (change,) = diff.changes

    assert change.operation == "POST /a"
    assert change.reached == ("POST /a", "POST /b")
    assert str(change.pointer_old) == "/components/schemas/A/type"


def test_a_component_sent_and_answered_is_reported_for_each_direction() -> None:
    """A component that travels both ways has a change on each axis."""
    old, new = (
        document(
            {
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}},
                "responses": {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}}},
            },
            components={"schemas": {"A": {"type": "string", "maxLength": limit}}},
        )
        for limit in (1, 2)
    )

    diff = diff_documents(old, new)

    assert found(diff) == {"info request max-length-raised", "breaking response max-length-raised"}


def test_a_cycle_ends() -> None:
    """A recursive schema is compared once and its change is found."""
    changed = {**NODE, "properties": {**NODE["properties"], "value": {"type": "integer"}}}
    reference = {"$ref": "#/components/schemas/Node"}

    diff = diff_documents(request_of(reference, Node=NODE), request_of(reference, Node=changed))

    assert [change.message.split(":")[0] for change in diff.changes] == ["Node.value"]


def test_a_renamed_component_shows_in_the_source_only() -> None:
    """Components are compared by what refers to them, not by name."""
    old = request_of({"$ref": "#/components/schemas/A"}, A={"type": "string"})
    new = request_of({"$ref": "#/components/schemas/B"}, B={"type": "string"})

    diff = diff_documents(old, new)

    assert found(diff) == {"info source component-renamed"}


def test_another_component_is_no_rename() -> None:
    """A reference to another component of the same meaning is no change when both names exist on both sides."""
    names = {"A": {"type": "string"}, "B": {"type": "string"}}
    old = request_of({"$ref": "#/components/schemas/A"}, **names)
    new = request_of({"$ref": "#/components/schemas/B"}, **names)

    diff = diff_documents(old, new)

    assert diff.changes == ()


def test_versions_mix() -> None:
    """A 3.0 document is compared with a 3.1 document by meaning."""
    old = request_of({"type": "number", "nullable": True, "minimum": 0, "exclusiveMinimum": True})
    old = Document({**old.value, "openapi": "3.0.3"}, "old.yaml")
    new = request_of({"type": ["number", "null"], "exclusiveMinimum": 0})

    diff = diff_documents(old, new)

    assert diff.changes == ()


def test_references_to_parameters_and_answers_are_followed() -> None:
    """What a reference names is compared, not the reference."""
    parameter = {"name": "a", "in": "query", "schema": {"type": "string"}}
    answer = {"description": "", "content": {"application/json": {"schema": {"type": "string"}}}}
    old = document({"parameters": [parameter], "responses": {"200": answer}})
    new = document(
        {
            "parameters": [{"$ref": "#/components/parameters/P"}],
            "responses": {"200": {"$ref": "#/components/responses/R"}},
        },
        components={"parameters": {"P": parameter}, "responses": {"R": answer}},
    )

    diff = diff_documents(old, new)

    assert diff.changes == ()


def test_a_reference_to_nowhere_is_undecided() -> None:
    """A reference that cannot be followed is undecided, and so is one to the document, which is no schema."""
    diff = diff_documents(request_of({"$ref": "#/nowhere"}), request_of({"$ref": "other.yaml"}))
    same = diff_documents(request_of({"$ref": "#"}), request_of({"$ref": "#"}))

    assert found(diff) == found(same) == {"unknown request reference-unfollowed"}


def test_a_wrong_schema_is_no_reason_to_stop() -> None:
    """A type nobody knows accepts nothing: undecided where it is sent, shown where it is awaited."""
    wrong, right = {"type": "int"}, {"type": "string"}

    assert found(diff_documents(request_of(wrong), request_of(right))) == {"unknown request type-changed"}
    assert found(diff_documents(request_of(right), request_of(wrong))) == {"breaking request type-changed"}


@pytest.mark.parametrize("schema", [{"properties": []}, {"items": [1]}, {"minimum": "a"}, 3, None])
def test_a_malformed_schema_is_undecided(schema: Json) -> None:
    """A keyword with a value of the wrong kind is neither trusted nor passed over."""
    body = {"type": "object", "properties": {"a": schema}}

    same = diff_documents(request_of(body), request_of(body))
    other = diff_documents(request_of({"type": "object", "properties": {"a": {}}}), request_of(body))

    assert same.changes == ()
    assert other.changes != ()


def test_references_nested_deeply_end() -> None:
    """Components that refer to one another in a long chain of unions are compared without running out of stack."""
    names = [f"N{index}" for index in range(60)]
    chain = {
        name: {
            "oneOf": [
                {"type": "object", "properties": {"n": {"$ref": f"#/components/schemas/{following}"}}},
                {"type": "string"},
            ]
        }
        for name, following in zip(names, [*names[1:], names[0]], strict=True)
    }
    first = request_of({"$ref": "#/components/schemas/N0"}, **chain)

    diff = diff_documents(first, first)

    assert diff.changes == ()


def test_fingerprints_name_changes_across_runs() -> None:
    """The same change has the same fingerprint in another run, another change has another."""
    first = diff_documents(two_operations({"type": "string"}), two_operations({"type": "integer"}))
    second = diff_documents(two_operations({"type": "string"}), two_operations({"type": "integer"}))
    other = diff_documents(two_operations({"type": "string"}), two_operations({"type": "boolean"}))

    prints = [change.fingerprint for diff in (first, second, other) for change in diff.changes]

    assert prints[0] == prints[1] != prints[2]


@pytest.mark.parametrize(
    ("threshold", "expected"),
    [(Severity.BREAKING, False), (Severity.UNKNOWN, True), (Severity.WARNING, False), (Severity.INFO, True)],
)
def test_what_is_undecided_counts_only_when_asked_for(threshold: Severity, expected: bool) -> None:
    """A threshold looks past what is undecided unless it is the threshold itself."""
    undecided = diff_documents(response_of({}), response_of({"contentMediaType": "a/b"}))
    harmless = diff_documents(response_of({"minLength": 1}), response_of({"minLength": 2}))
    both = Diff(old="a", new="b", changes=(*undecided.changes, *harmless.changes))

    reached = both.has_at_least(threshold)

    assert reached is expected


def test_every_rule_has_its_mirror() -> None:
    """The mirror of a rule's mirror is the rule, and each rule is explained."""
    mirrored = {rule.id: RULES[rule.mirror].mirror for rule in RULES.values()}

    assert all(name == mirror for name, mirror in mirrored.items())
    assert all(rule.explanation.endswith(".") for rule in RULES.values())


def test_only_the_wire_breaks() -> None:
    """No rule off the two wire axes is breaking."""
    off_the_wire = [rule for rule in RULES.values() if rule.axis in {"behaviour", "source"}]

    grave = [rule.id for rule in off_the_wire if Severity.BREAKING in {rule.request, rule.response}]

    assert grave == []
