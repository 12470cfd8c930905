"""Release notes: the sentence for each kind of change, what is said together, and how far the version moves."""

from __future__ import annotations

import json
from typing import Any

import pytest

from specfold.compare.change import Diff
from specfold.compare.changelog import Step, judge_step, write_changelog
from specfold.compare.diff import diff_documents
from specfold.document import Document, JsonObject
from specfold.report.changelog_report import changelog_to_json, changelog_to_markdown, changelog_to_text
from tests.unit.compare.builders import document, request_of, response_of


def body(**members: Any) -> JsonObject:
    """Return the schema of an object."""
    return {"type": "object", "properties": members}


def components(schema: JsonObject, *, answered: bool = False) -> Document:
    """Return a document that sends or answers one component, Thing."""
    reference = {"$ref": "#/components/schemas/Thing"}
    return response_of(reference, Thing=schema) if answered else request_of(reference, Thing=schema)


def paths(*names: str, **operation: Any) -> Document:
    """Return a document with one operation at each path."""
    return document(paths={name: {"get": {"responses": {"200": {"description": ""}}, **operation}} for name in names})


def of_path(name: str) -> Document:
    """Return a document with one operation whose path has a parameter."""
    parameter = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
    return paths(f"/a/{{{name}}}", parameters=[parameter])


def answering(*statuses: str) -> Document:
    """Return a document whose errors have a text with some statuses."""
    content: Any = {"content": {"text/plain": {}}}
    return document(
        {"responses": {name: {"description": "", **(content if name in statuses else {})} for name in ("401", "422")}}
    )


def taking(*kinds: str) -> Document:
    """Return a document that takes bodies of some content types."""
    return document({"requestBody": {"content": {kind: {} for kind in kinds}}, "responses": {}})


TAGGED = {name: body(type={"const": name}, **{name: {}}) for name in "abcd"}


def union(*names: str) -> JsonObject:
    """Return a union of tagged objects."""
    return {"oneOf": [{**TAGGED[name], "required": ["type"]} for name in names]}


SENTENCES = [
    (paths("/a"), paths("/a", "/b", "/c"), "Add GET /b and GET /c."),
    (paths("/a", "/b"), paths("/a"), "BREAKING: Remove GET /b."),
    (paths("/a"), paths("/a", deprecated=True), "Deprecate GET /a."),
    (paths("/a", operationId="b"), paths("/a", operationId="c"), "In the client `a.b` is now `a.c` (GET /a)."),
    (components(body()), components(body(a={}, b={}, c={})), "Add `a`, `b` and `c` to Thing (POST /things)."),
    (components(body(a={}, b={}), answered=True), components(body(b={}), answered=True), "Remove `a` from Thing"),
    (
        components(body()),
        components({**body(a={"type": "string"}), "required": ["a"]}),
        "BREAKING: Add required `a` to Thing",
    ),
    (
        components(body(a={})),
        components({**body(a={}), "required": ["a"]}),
        "BREAKING: `a` in Thing is now required",
    ),
    (
        components({**body(a={}), "required": ["a"]}, answered=True),
        components(body(a={}), answered=True),
        "BREAKING: `a` in Thing is now optional",
    ),
    (components({"enum": ["x"]}), components({"enum": ["x", "y"]}), "Add `y` to the values of Thing"),
    (components({"enum": ["x", "y"]}), components({"enum": ["x"]}), "BREAKING: Remove `y` from the values of Thing"),
    (components({"type": "string"}), components({"type": "string", "maxLength": 3}), "BREAKING: Limit Thing to a maximum length of 3"),
    (components({"type": "string", "minLength": 3}), components({"type": "string"}), "Remove the minimum length (3) of Thing"),
    (components({"type": "number", "maximum": 3}), components({"type": "number", "maximum": 4}), "Raise the maximum of Thing from 3 to 4"),
    (components({"type": "array", "minItems": 3}), components({"type": "array", "minItems": 2}), "Lower the minimum number of elements of Thing from 3 to 2"),
    (components({"type": "string"}), components({"type": ["string", "null"]}), "Thing may be null"),
    (components({"type": "string"}), components({"type": "integer"}), "BREAKING: Thing is `integer`, was `string`"),
    (components({"type": "string"}), components({"type": ["string", "integer"]}), "Thing accepts more types: integer or string, was `string`"),
    (components({"default": 1}), components({"default": 2}), "The default of Thing is `2`, was `1`"),
    (components({"default": None}), components({"default": False}), "The default of Thing is `false`, was `null`"),
    (components({"default": "a"}), components({"default": ""}), "The default of Thing is `\"\"`, was `a`"),
    (answering("401", "422"), answering(), "BREAKING: Remove content type `text/plain` from answer 401 and answer 422 (POST /things)."),
    (answering(), answering("401"), "Add content type `text/plain` to answer 401 (POST /things)."),
    (taking("a/b", "c/d"), taking("a/b"), "BREAKING: Remove content type `c/d` from the request (POST /things)."),
    (components({"default": None}), components({}), "Thing has no default any more, it was `null`"),
    (components({"default": ["a"]}), components({"default": "a"}), "The default of Thing is `a`, was `[\"a\"]`"),
    (components({"enum": [None, 1]}), components({"enum": [None, 1, True]}), "Add `true` to the values of Thing"),
    (components({"exclusiveMinimum": 0}), components({"minimum": 0}), "Thing: minimum lowered: > 0 → >= 0"),
    (
        components(body()),
        components({**body(a={"type": "string"}, b={"type": "string"}), "required": ["a"], "additionalProperties": False}),
        "BREAKING: Add required `a` to Thing",
    ),
    (
        response_of({**body(a={}, b={}), "required": ["a"]}),
        response_of({**body(), "additionalProperties": False}),
        "BREAKING: Remove required `a` from response 200",
    ),
    (
        request_of({**body(a={}, b={}), "required": ["a"]}),
        request_of(body()),
        "Remove `a` (required) and `b` from request body",
    ),
    (
        components({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}, {"type": "array", "items": {"type": "integer"}}]}),
        components({"anyOf": [{"type": "string"}, {"type": "boolean"}]}),
        "BREAKING: Thing may be boolean, no longer array (POST /things).",
    ),
    (components({}), components({"deprecated": True}), "Deprecate Thing"),
    (components({"pattern": "^a"}), components({}), "Thing: pattern removed"),
    (components(union("a", "b")), components(union("a", "b", "c", "d")), "Add type \"c\" and type \"d\" to what Thing may be"),
    (components(union("a", "b", "c")), components(union("a", "b")), "BREAKING: Remove type \"c\" from what Thing may be"),
    (components(union("a", "b")), components(union("a", "c")), "BREAKING: Thing may be type \"c\", no longer type \"b\""),
    (response_of({}), document({"responses": {"200": {"description": ""}, "429": {"description": ""}}}), "Add status 429 to POST /things"),
    (components({}), components({"contentMediaType": "a/b"}), "PERHAPS BREAKING: Thing: contentMediaType differs"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "sentence"), SENTENCES, ids=[sentence for *_, sentence in SENTENCES])
def test_the_notes_say_what_changed(old: Document, new: Document, sentence: str) -> None:
    """A change becomes a sentence a person would write."""
    lines = changelog_to_text(write_changelog(diff_documents(old, new), title="t"))

    assert f"- {sentence}" in " ".join(lines.split("\n  "))


@pytest.mark.parametrize(
    ("old", "new", "step"),
    [
        (paths("/a"), paths("/a"), Step.NONE),
        (
            paths("/a", **{"x-client-method": "a.b"}),
            paths("/a", operationId="c", **{"x-client-method": "a.b"}),
            Step.PATCH,
        ),
        (paths("/a", operationId="b"), paths("/a", operationId="c"), Step.MAJOR),
        (paths("/a", tags=["b"]), paths("/a", tags=["c"]), Step.MAJOR),
        (paths("/a/{b}"), paths("/a/{c}"), Step.NONE),
        (of_path("b"), of_path("c"), Step.MAJOR),
        (paths("/a"), paths("/a", "/b"), Step.MINOR),
        (paths("/a", "/b"), paths("/a"), Step.MAJOR),
        (components(body(a={}), answered=True), components(body(), answered=True), Step.MAJOR),
        (components({}), components({"contentMediaType": "a/b"}), Step.MAJOR),
    ],
)
def test_the_version_moves_as_far_as_it_must(old: Document, new: Document, step: Step) -> None:
    """The step of a client's version follows from the gravest change."""
    found, reason = judge_step(diff_documents(old, new))

    assert found is step
    assert reason


def test_many_names_are_counted() -> None:
    """A sentence with many names says how many more there are, and many operations are counted."""
    many = [f"/p{index}" for index in range(9)]

    text = changelog_to_text(write_changelog(diff_documents(document(paths={}), paths(*many)), title="t"))

    assert "Add GET /p0, GET /p1, GET /p2, GET /p3, GET /p4, GET /p5 and 3 more." in text.replace("\n  ", " ")


def shared(schema: JsonObject) -> Document:
    """Return a document in which four operations send one component."""
    reference = {"schema": {"$ref": "#/components/schemas/Thing"}}
    operation = {"requestBody": {"content": {"application/json": reference}}, "responses": {}}
    return document(
        paths={f"/p{index}": {"post": operation} for index in range(4)}, components={"schemas": {"Thing": schema}}
    )


def test_markdown_has_sections_and_json_has_fingerprints() -> None:
    """Markdown sorts the notes into sections, JSON names the changes each note is about."""
    diff = diff_documents(shared(body(a={"type": "string"})), shared(body(a={"type": "integer"}, b={})))
    changelog = write_changelog(diff, title="Shop")

    markdown, value = changelog_to_markdown(changelog), json.loads(changelog_to_json(changelog))

    assert markdown.startswith(
        "## Shop\n\n### Breaking\n\n- Thing.a is `integer`, was `string` (4 operations, first POST /p0).\n"
    )
    assert "### Added\n\n- Add `b` to Thing" in markdown
    assert markdown.rstrip().endswith("callers break.")
    assert value["step"] == "major"
    assert {name for note in value["notes"] for name in note["fingerprints"]} == {c.fingerprint for c in diff.changes}


def test_nothing_needs_no_version() -> None:
    """Without a change no version is due."""
    assert changelog_to_text(write_changelog(Diff(old="a", new="a", changes=()), title="t")) == (
        "No new version: nothing changes.\n"
    )


def test_values_of_a_shared_schema_are_named_by_its_members() -> None:
    """A value that joins a component is said to join the member that people know, and the number of a branch is left out."""

    def tiers(*values: str) -> Document:
        tier = {"anyOf": [{"type": "null"}, {"type": "string", "enum": [*values]}]}
        reference = {"$ref": "#/components/schemas/Tier"}
        return request_of(body(service_tier=reference), Tier=tier)

    text = changelog_to_text(write_changelog(diff_documents(tiers("slow"), tiers("slow", "fast")), title="t"))

    assert text.startswith("- Add `fast` to the values of `service_tier`, Tier (POST /things).\n")
    assert 'minor. Tier: "fast" is now valid' in text
