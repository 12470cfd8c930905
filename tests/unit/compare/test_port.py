"""One request moved from one document to another: verdict, edits, losses, notes."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.compare.port import port, port_request
from specfold.errors import FindingsError, InputError, SpecfoldError
from tests.unit.compare.builders import request_of
from tests.unit.compare.porting import edits_of, move, move_member, notes_of, taking

TEXT: dict[str, Any] = {"type": "string"}
NUMBER: dict[str, Any] = {"type": "number"}


def test_a_request_that_does_is_accepted_and_left_alone() -> None:
    """What the target accepts as it is comes back unchanged, without edits."""
    found = move_member("x", TEXT)

    assert (found.verdict, found.portable, found.lossless, found.refused) == ("accepted", True, True, False)
    assert found.request == {"m": "x"}
    assert found.edits == ()


def test_the_given_request_is_not_changed() -> None:
    """Repairing works on a copy."""
    request = {"m": [1, "x"], "n": {"a": 1}}

    move(request, taking({"m": {}, "n": {}}), target=taking({"m": {"type": "array", "items": TEXT}}))

    assert request == {"m": [1, "x"], "n": {"a": 1}}


def test_an_undeclared_member_is_ignored_and_dropped() -> None:
    """The target would ignore it; the rewritten request leaves it out, and that loses something."""
    found = move({"m": "x", "n": 1}, taking({"m": TEXT, "n": NUMBER}), target=taking({"m": TEXT}))

    assert found.verdict == "accepted_with_ignored"
    assert edits_of(found) == [("drop", "/n", 1, None, True)]
    assert (found.portable, found.lossless, found.refused) == (True, False, True)


def test_an_undeclared_member_is_rejected_by_a_closed_target() -> None:
    """Where undeclared members are refused the verdict is a rejection with its place."""
    target = taking({"m": TEXT}, additionalProperties=False)

    found = move({"m": "x", "n": 1}, taking({"m": TEXT, "n": NUMBER}), target=target)

    assert found.verdict == "rejected"
    assert [str(fault.pointer) for fault in found.faults] == ["/n"]
    assert found.request == {"m": "x"}


@pytest.mark.parametrize("value", [None, {}, [], 7])
def test_what_says_nothing_is_dropped_without_loss(value: Any) -> None:
    """Null, an empty value and the source's own default say nothing the source would not assume."""
    found = move({"n": value}, taking({"n": {"default": 7}}), target=taking({"m": TEXT}))

    assert edits_of(found) == [("drop", "/n", value, None, False)]
    assert found.lossless


@pytest.mark.parametrize("target", [taking({}), taking({"a": TEXT}, additionalProperties=True)])
def test_an_object_that_is_free_keeps_its_members(target: Any) -> None:
    """Where any member is part of what the object is for, none is dropped."""
    found = move({"n": 1}, taking({"n": NUMBER}), target=target)

    assert (found.verdict, found.edits) == ("accepted", ())


def test_members_of_a_map_fit_its_values() -> None:
    """Undeclared members fit the schema of the others; one that cannot is dropped."""
    source = taking({"labels": {"type": "object"}})
    labels = {"type": "object", "properties": {"z": TEXT}, "additionalProperties": TEXT}
    target = taking({"labels": labels})

    found = move({"labels": {"a": "x", "b": 1, "c": {"d": 1}}}, source, target=target)

    assert found.request == {"labels": {"a": "x", "b": "1"}}
    assert [edit[:2] for edit in edits_of(found)] == [("convert", "/labels/b"), ("drop", "/labels/c")]


def test_names_by_pattern_are_known() -> None:
    """A member whose name matches a pattern of the target stays; a pattern nobody can read is no reason to drop."""
    target = taking({"m": TEXT}, patternProperties={"^x-": TEXT})
    unreadable = taking({"m": TEXT}, patternProperties={"(": TEXT})

    found = move({"x-a": "1", "y": "2"}, taking({"x-a": TEXT, "y": TEXT}), target=target)
    strange = move({"y": "2"}, taking({"y": TEXT}), target=unreadable)

    assert found.request == {"x-a": "1"}
    assert strange.request == {"y": "2"}


def test_the_family_calls_one_limit_by_two_names() -> None:
    """A member is renamed to the name the target knows; nothing is lost."""
    older, newer = taking({"max_tokens": NUMBER}), taking({"max_completion_tokens": NUMBER})

    there = move({"max_tokens": 5}, older, target=newer)
    back = move({"max_completion_tokens": 5}, newer, target=older)

    assert edits_of(there) == [("rename", "/max_tokens", "max_tokens", "max_completion_tokens", False)]
    assert (there.request, back.request) == ({"max_completion_tokens": 5}, {"max_tokens": 5})
    assert (there.verdict, there.lossless) == ("accepted_with_ignored", True)


@pytest.mark.parametrize(
    ("target", "expected", "lossy"),
    [("max_tokens", {"max_tokens": 9}, True), ("max_completion_tokens", {"max_completion_tokens": 9}, True)],
)
def test_of_two_names_the_newer_counts(target: str, expected: dict[str, int], *, lossy: bool) -> None:
    """Where both are sent and the target knows one, the newer name's value is kept."""
    source = taking({"max_tokens": NUMBER, "max_completion_tokens": NUMBER})

    found = move({"max_tokens": 5, "max_completion_tokens": 9}, source, target=taking({target: NUMBER}))
    equal = move({"max_tokens": 9, "max_completion_tokens": 9}, source, target=taking({target: NUMBER}))

    assert found.request == expected
    assert found.lossless is not lossy
    assert equal.lossless


def test_a_document_may_state_another_name() -> None:
    """What states that it is another name of a thing is renamed to and from it."""
    source = taking({"user_ref": {**TEXT, "x-alias-of": "user"}})

    found = move({"user_ref": "u"}, source, target=taking({"user": TEXT}))

    assert edits_of(found) == [("rename", "/user_ref", "user_ref", "user", False)]


def test_the_name_itself_counts_before_another_name() -> None:
    """Where a request has a member and another name of it, the target's own name is kept."""
    source = taking({"user_ref": {**TEXT, "x-alias-of": "user"}, "user": TEXT})

    found = move({"user_ref": "u", "user": "v"}, source, target=taking({"user": TEXT}))

    assert found.request == {"user": "v"}
    assert edits_of(found) == [("drop", "/user_ref", "u", None, True)]


def test_what_must_be_there_is_added_from_a_default() -> None:
    """The target's default or only value comes first, then what the source assumes; else it is not portable."""
    target = taking({"a": {"default": 1}, "b": {"const": "x"}, "c": TEXT}, "a", "b", "c")

    found = move({}, taking({"c": {**TEXT, "default": "assumed"}}), target=target)
    missing = move({}, taking({"c": {**TEXT, "default": ""}}), target=target)

    assert found.request == {"a": 1, "b": "x", "c": "assumed"}
    assert [edit[0] for edit in edits_of(found)] == ["add", "add", "add"]
    assert found.lossless
    assert "the source assumes" in notes_of(found)["/c"]
    assert (missing.portable, missing.refused) == (False, True)
    assert {str(fault.pointer) for fault in missing.faults} == {"/a", "/b", "/c"}


def test_a_required_member_nobody_declares_is_kept() -> None:
    """A document that requires what it does not declare gets it."""
    found = move({"type": "json"}, taking({"type": TEXT}), target=taking({"content": TEXT}, "type"))

    assert (found.verdict, found.request) == ("accepted", {"type": "json"})


def test_a_member_that_goes_takes_what_is_about_it_along() -> None:
    """A choice of tool without tools says nothing."""
    tools = {"type": "array", "items": {"const": "a"}}
    source = taking({"tools": {"type": "array"}, "tool_choice": TEXT})

    found = move({"tools": ["b"], "tool_choice": "auto"}, source, target=taking({"tools": tools, "tool_choice": TEXT}))

    assert found.request == {}
    assert edits_of(found) == [("drop", "/tools", ["b"], None, True), ("drop", "/tool_choice", "auto", None, False)]


def test_a_part_that_fits_no_alternative_is_dropped_by_its_tag() -> None:
    """An element of a kind the target lacks is dropped, naming the kinds it has; the rest stays."""
    kinds = [{"type": "object", "required": ["type"], "properties": {"type": {"const": kind}}} for kind in "ab"]
    target = taking({"m": {"type": "array", "items": {"anyOf": kinds}}})

    found = move({"m": [{"type": "c"}, {"type": "b"}]}, taking({"m": {"type": "array"}}), target=target)

    assert found.request == {"m": [{"type": "b"}]}
    assert found.edits[0].reason == 'does not fit: expected "a" or "b", got "c"'


def test_secrets_are_not_shown() -> None:
    """A dropped member that is marked sensitive is named, never shown."""
    found = move({"key": "sk-1"}, taking({"key": {**TEXT, "x-sensitive": True}}), target=taking({"m": TEXT}))

    assert edits_of(found) == [("drop", "/key", "(secret)", None, True)]


def test_older_functions_become_tools() -> None:
    """Functions and the choice of one are said in the newer way where the target knows only that."""
    source = taking({"functions": {"type": "array"}, "function_call": {}})
    target = taking({"tools": {"type": "array"}, "tool_choice": {}})

    found = move({"functions": [{"name": "f"}], "function_call": {"name": "f"}}, source, target=target)
    word = move({"function_call": "none"}, source, target=target)

    assert found.request == {
        "tools": [{"type": "function", "function": {"name": "f"}}],
        "tool_choice": {"type": "function", "function": {"name": "f"}},
    }
    assert found.lossless
    assert word.request == {"tool_choice": "none"}


def test_notes_name_other_defaults() -> None:
    """A member that is left out and means something else at the target is named; equal and said ones are not."""
    source = taking({"a": {"default": 1}, "b": {"default": 2}, "c": {"default": None}, "d": {"default": 1}})
    target = taking(
        {"a": {"default": 0.2}, "b": {"default": 2}, "c": {"default": False}, "d": {}, "e": {"default": True}, "f": {}}
    )

    found = move({}, source, target=target)
    said = move({"a": 3, "d": 3}, source, target=target)

    assert notes_of(found) == {
        "/a": "when left out: 1 at the source, 0.2 at the target",
        "/d": "when left out: 1 at the source, no documented default at the target",
        "/e": "when left out: not declared at the source, true at the target",
    }
    assert list(notes_of(said)) == ["/e"]


def test_a_default_under_another_name_is_compared() -> None:
    """Names of one thing share their default; where one name is used, the others are not left out."""
    source = taking({"max_tokens": {"default": 5}})
    target = taking({"max_tokens": {"default": 7}, "max_completion_tokens": {"default": 7}})

    found = move({}, source, target=target)
    said = move({"max_tokens": 1}, source, target=target)

    assert set(notes_of(found)) == {"/max_tokens"}
    assert said.notes == ()


def test_a_default_of_what_is_about_another_member_needs_that_one() -> None:
    """Whether tools are called in parallel means nothing where there are none."""
    target = taking({"tools": {"type": "array"}, "parallel_tool_calls": {"type": "boolean", "default": True}})
    source = taking({"tools": {"type": "array"}})

    without = move({}, source, target=target)
    empty = move({"tools": []}, source, target=target)
    with_tools = move({"tools": [1]}, source, target=target)

    assert (without.notes, empty.notes) == ((), ())
    assert notes_of(with_tools) == {
        "/parallel_tool_calls": "when left out: not declared at the source, true at the target"
    }


def test_notes_name_what_is_deprecated_or_may_be_ignored() -> None:
    """What the target says about a used member is passed on."""
    found = move_member("x", {**TEXT, "deprecated": True, "x-ignored-by": "models that lack it"})

    assert [note.note for note in found.notes] == [
        "deprecated at the target",
        "may be silently ignored at the target, by models that lack it",
    ]


def test_a_limit_in_prose_rejects_nothing() -> None:
    """A bound that is only documented leaves the verdict alone, but is clamped and noted."""
    found = move_member(3, {**NUMBER, "maximum": 2, "x-bound": "prose"})
    enforced = move_member(3, {**NUMBER, "maximum": 2})

    assert (found.verdict, enforced.verdict) == ("accepted", "rejected")
    assert found.request == enforced.request == {"m": 2}
    assert notes_of(found) == {"/m": "documented limit: at most 2, stated in prose only"}
    assert enforced.notes == ()
    assert not found.lossless


def test_arguments_are_those_of_the_generated_client() -> None:
    """Names are spelled as the client spells them; what the target does not declare goes through `extra_body`."""
    target = taking({"timeout": NUMBER, "words[]": TEXT}, additionalProperties=True)

    arguments = port({"timeout": 1, "words[]": "x", "more": 2}, target, target=target)

    assert arguments == {"timeout_": 1, "words": "x", "extra_body": {"more": 2}}


def test_arguments_are_refused_when_something_would_be_lost() -> None:
    """Keyword arguments are handed over only when nothing is lost, or loss is allowed."""
    source, target = taking({"a": TEXT, "n": TEXT}), taking({"a": TEXT}, "a")

    with pytest.raises(SpecfoldError, match="would lose a part"):
        port({"a": "x", "n": "y"}, source, target=target)
    with pytest.raises(FindingsError, match="cannot be made to fit"):
        port({"n": "y"}, source, target=target, allow_loss=True)

    assert port({"a": "x", "n": "y"}, source, target=target, allow_loss=True) == {"a": "x"}


def test_a_request_that_is_not_valid_at_the_source_is_refused() -> None:
    """The request is refused with each place that is wrong; a limit in prose is none."""
    source = taking({"m": {**NUMBER, "maximum": 1, "x-bound": "prose"}, "n": TEXT}, "n")

    with pytest.raises(FindingsError) as raised:
        port_request({"m": "x"}, source, target=source)

    assert {str(finding.pointer) for finding in raised.value.findings} == {"/m", "/n"}
    assert port_request({"m": 5, "n": "x"}, source, target=source).verdict == "accepted"


def test_a_request_is_an_object() -> None:
    """Anything else is wrong use."""
    with pytest.raises(InputError, match="a request is a JSON object"):
        port_request([], taking({}), target=taking({}))


def test_a_schema_that_cannot_be_used_is_said() -> None:
    """A target whose schema is broken makes nothing portable, and says why."""
    found = move({"m": "x"}, taking({"m": TEXT}), target=taking({"m": {"type": "nonsense"}}, "m"))

    assert not found.portable
    assert any("cannot be used" in fault.message for fault in found.faults)


def test_a_recursive_schema_is_followed_as_far_as_the_request() -> None:
    """A schema that refers to itself ends where the value does."""
    node = {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Node"}, "n": {"type": "integer"}}}
    document = request_of({"$ref": "#/components/schemas/Node"}, Node=node)
    loose = request_of({"type": "object", "properties": {"next": {"type": "object"}, "n": NUMBER}})

    found = move({"next": {"next": {"n": 1.5}}}, loose, target=document)

    assert found.request == {"next": {"next": {"n": 2}}}
