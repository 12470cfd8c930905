"""One capability in different places: a kind of tool here, another kind there, a member elsewhere."""

from __future__ import annotations

from typing import Any

from specfold.document import Document
from tests.unit.compare.porting import edits_of, move, notes_of, taking

TEXT: dict[str, Any] = {"type": "string"}
FUNCTION = {"type": "object", "required": ["type"], "properties": {"type": {"const": "function"}}}


def tool(kind: str, settings: dict[str, Any], *required: str) -> dict[str, Any]:
    """Return a kind of tool that states that it is retrieval."""
    return {
        "type": "object",
        "x-alias-of": "retrieval",
        "required": ["type", kind],
        "properties": {
            "type": {"const": kind},
            kind: {"type": "object", "required": list(required), "properties": settings},
        },
    }


def with_tools(*kinds: dict[str, Any]) -> Document:
    """Return a document whose operation takes tools of these kinds."""
    return taking({"tools": {"type": "array", "items": {"oneOf": list(kinds)}}, "tool_choice": TEXT})


STORE = {**TEXT, "x-alias-of": "retrieval.store"}
STORES = {"type": "array", "items": TEXT, "x-alias-of": "retrieval.store"}
LIMIT = {"type": "integer", "x-alias-of": "retrieval.limit"}
RAG = with_tools(FUNCTION, tool("rag", {"collection": STORE, "top_n": LIMIT, "model": TEXT}, "collection"))
BUCKETS = with_tools(tool("search", {"buckets": STORES}, "buckets"), FUNCTION)
MEMBER = taking({"rag_params": {"type": ["object", "null"], "x-alias-of": "retrieval"}, "tools": {"type": "array"}})
PLAIN = with_tools(FUNCTION)


def test_a_kind_of_tool_becomes_the_targets_kind() -> None:
    """The tool is rewritten in its place from the parts both state; it names what only the source stores."""
    request = {"tools": [{"type": "function"}, {"type": "rag", "rag": {"collection": "c1", "top_n": 3}}]}

    found = move(request, RAG, target=BUCKETS)

    after = {"type": "search", "search": {"buckets": ["c1"]}}
    assert found.request == {"tools": [{"type": "function"}, after]}
    assert edits_of(found) == [("convert", "/tools/1", request["tools"][1], after, True)]
    assert "names what is stored at the source" in notes_of(found)["/tools/1"]
    assert found.portable


def test_the_way_back_wants_one_store() -> None:
    """A list of one is unwrapped; a list of several has no form the target knows, and is noted and dropped."""
    one = {"tools": [{"type": "search", "search": {"buckets": ["b1"]}}]}
    two = {"tools": [{"type": "search", "search": {"buckets": ["b1", "b2"]}}], "tool_choice": "auto"}

    found, lost = move(one, BUCKETS, target=RAG), move(two, BUCKETS, target=RAG)

    assert found.request == {"tools": [{"type": "rag", "rag": {"collection": "b1"}}]}
    assert lost.request == {}
    assert [edit[:2] for edit in edits_of(lost)] == [("drop", "/tools"), ("drop", "/tool_choice")]
    assert notes_of(lost)["/tools/0"] == "the target has this as tools[] of type rag, to be filled in by hand"


def test_what_cannot_be_carried_over_is_named() -> None:
    """A tool that is a member at the target, without known parts, is dropped and the member named."""
    request = {"tools": [{"type": "rag", "rag": {"collection": "c1"}}]}

    found = move(request, RAG, target=with_member())
    back = move({"rag_params": {"x": 1}}, MEMBER, target=RAG)

    assert notes_of(found)["/tools/0"] == "the target has this as rag_params, to be filled in by hand"
    assert notes_of(back)["/rag_params"] == "the target has this as tools[] of type rag, to be filled in by hand"
    assert (found.request, back.request) == ({}, {})
    assert not found.lossless


def with_member(settings: dict[str, Any] | None = None) -> Document:
    """Return a document with function tools, and retrieval as a member."""
    member = {"type": "object", "x-alias-of": "retrieval", **(settings or {})}
    tools = {"type": "array", "items": FUNCTION}
    return taking({"tools": tools, "rag_params": member, "tool_choice": TEXT})


def test_a_tool_becomes_a_member_and_back() -> None:
    """With known parts the capability moves between a list of tools and a member; no second loss is told."""
    target = with_member({"properties": {"stores": STORES}})
    request = {"tools": [{"type": "rag", "rag": {"collection": "c1"}}]}

    found = move(request, RAG, target=target)
    back = move({"rag_params": {"stores": ["c1"]}}, target, target=RAG)

    assert found.request == {"rag_params": {"stores": ["c1"]}}
    assert [edit[0] for edit in edits_of(found)] == ["convert"]
    assert back.request == {"tools": [{"type": "rag", "rag": {"collection": "c1"}}]}
    assert [edit[0] for edit in edits_of(back)] == ["convert"]


def test_a_tool_beside_others_leaves_them() -> None:
    """Only the tool that moved leaves the list."""
    target = with_member({"properties": {"stores": STORES}})
    request = {"tools": [{"type": "rag", "rag": {"collection": "c1"}}, {"type": "function"}], "tool_choice": "auto"}

    found = move(request, RAG, target=target)

    assert found.request == {"tools": [{"type": "function"}], "tool_choice": "auto", "rag_params": {"stores": ["c1"]}}
    assert [edit[:2] for edit in edits_of(found)] == [("convert", "/tools/0")]


def test_a_plain_value_moves_whole() -> None:
    """A value the target takes as it is, elsewhere, is moved without loss."""
    source = taking({"format": {"type": "object", "properties": {"kind": {**TEXT, "x-alias-of": "style"}}}})

    found = move({"format": {"kind": "b"}}, source, target=taking({"style_word": {**TEXT, "x-alias-of": "style"}}))

    assert found.request == {"style_word": "b"}


def test_what_is_at_home_stays() -> None:
    """A capability that the target has in the same place and form is left alone; so is one it lacks altogether."""
    request = {"tools": [{"type": "rag", "rag": {"collection": "c1"}}]}

    assert move(request, RAG, target=RAG).edits == ()
    assert [edit[:2] for edit in edits_of(move(request, RAG, target=PLAIN))] == [("drop", "/tools")]
    assert move({"rag_params": None}, MEMBER, target=RAG).lossless


def test_places_too_deep_are_not_filled() -> None:
    """A capability inside an object that has parts of its own is left to be filled in by hand."""
    deep = taking({"format": {"type": "object", "properties": {"json": {"type": "object", "x-alias-of": "guide"}}}})

    found = move({"guided": {"a": 1}}, taking({"guided": {"type": "object", "x-alias-of": "guide"}}), target=deep)

    assert notes_of(found)["/guided"] == "the target has this as format.json, to be filled in by hand"
    assert found.request == {}
