"""Which operation a request is for: named, stated, at the same path, or the one it fits."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.compare.port_operations import choose_operations
from specfold.document import Document
from specfold.errors import InputError, SpecfoldError
from tests.unit.compare.builders import document

TEXT = {"type": "string"}


def operation(properties: dict[str, Any], *required: str, media: str = "application/json", **parts: Any) -> Any:
    """Return an operation that takes an object."""
    schema = {"type": "object", "properties": properties, "required": list(required)}
    return {"requestBody": {"content": {media: {"schema": schema}}}, "responses": {}, **parts}


def with_paths(**paths: Any) -> Document:
    """Return a document with a POST at each path."""
    return document(paths={f"/{name.replace('__', '/')}": {"post": value} for name, value in paths.items()})


def titles(source: Document, target: Document, *, request: Any = None, wanted: str | None = None) -> tuple[str, str]:
    """Return the operations chosen."""
    ours, theirs = choose_operations(source, target, request=request or {}, wanted=wanted)
    return ours.title, theirs.title


CHAT = operation({"messages": {"type": "array"}, "model": TEXT}, "messages")
EMBED = operation({"input": TEXT, "model": TEXT}, "input")


def test_the_operation_that_fits_is_meant() -> None:
    """Of several operations the one the request is valid for is taken."""
    both = with_paths(chat=CHAT, embed=EMBED)

    assert titles(both, both, request={"messages": []}) == ("POST /chat", "POST /chat")
    assert titles(both, both, request={"input": "x"}) == ("POST /embed", "POST /embed")


def test_an_invalid_request_is_for_the_operation_it_is_closest_to() -> None:
    """What is wrong with a request is told for the operation it declares most members of."""
    both = with_paths(chat=CHAT, embed=EMBED)

    assert titles(both, both, request={"messages": "none", "model": 3})[0] == "POST /chat"


def test_the_names_of_members_tell_more_than_their_values() -> None:
    """A request with a wrong value is for the operation that declares its members, not for one it breaks less."""
    listed = {"type": "array", "items": {"enum": ["a"]}}
    chat = operation({"messages": listed, "model": TEXT, "seed": {"type": "integer"}}, "messages")
    both = with_paths(chat=chat, embed=operation({"model": TEXT}))

    assert titles(both, both, request={"model": "m", "messages": ["b"], "seed": "x"})[0] == "POST /chat"


def test_only_operations_that_are_in_both_are_meant() -> None:
    """An operation the target lacks is not chosen for a request that is wrong there as well."""
    source, target = with_paths(chat=CHAT, other=operation({"model": TEXT}), embed=EMBED), with_paths(chat=CHAT)

    assert titles(source, target, request={"messages": 3, "model": 3}) == ("POST /chat", "POST /chat")


def test_several_that_fit_have_to_be_told_apart() -> None:
    """Where nothing tells two operations apart, the choice is the user's, and the names are given."""
    both = with_paths(a=operation({"m": TEXT}), b=operation({"m": TEXT}))

    with pytest.raises(InputError, match="several operations") as raised:
        titles(both, both, request={"m": "x"})

    assert "--operation a.create (or b.create)" in str(raised.value)
    assert titles(both, both, wanted="POST /b") == ("POST /b", "POST /b")


@pytest.mark.parametrize("wanted", ["chat.create", "createChat", "/chat", "POST /chat", "POST /v1/chat"])
def test_an_operation_has_many_names(wanted: str) -> None:
    """The place in the client, the operationId, the path and the title name it, on either side."""
    source = with_paths(chat={**CHAT, "x-client-method": "chat.create", "operationId": "createChat"}, embed=EMBED)
    target = with_paths(v1__chat={**CHAT, "x-client-method": "chat.create"})

    assert titles(source, target, wanted=wanted) == ("POST /chat", "POST /v1/chat")


def test_an_alias_aligns_operations() -> None:
    """An operation may state which one it is another name of."""
    source = with_paths(talk={**CHAT, "x-alias-of": "chat.create"}, embed=EMBED)
    target = with_paths(ai__chat={**CHAT, "x-client-method": "chat.create"}, embed=EMBED)

    assert titles(source, target, request={"messages": []}) == ("POST /talk", "POST /ai/chat")


def test_the_only_operation_of_each_side_is_meant() -> None:
    """Two documents with one operation each are about the same thing."""
    assert titles(with_paths(a=CHAT), with_paths(b=CHAT)) == ("POST /a", "POST /b")


def test_forms_are_bodies_too_and_others_are_none() -> None:
    """A form is taken where there is no JSON; an operation without a body or a schema is not for requests."""
    form = operation({"file": TEXT}, media="multipart/form-data")
    bare: Any = {"requestBody": {"content": {"text/plain": {}}}, "responses": {}}
    source = with_paths(form=form, bare=bare, none={"responses": {}})

    assert titles(source, source, request={"file": "x"}) == ("POST /form", "POST /form")


def test_there_may_be_no_such_operation() -> None:
    """An unknown name and documents without anything in common are wrong use."""
    with pytest.raises(InputError, match="no operation 'other' is in both documents"):
        titles(with_paths(a=CHAT), with_paths(a=CHAT), wanted="other")
    with pytest.raises(InputError, match="no operation that takes a body is in both"):
        titles(with_paths(a=CHAT, b=EMBED), with_paths(c=CHAT))


def test_the_target_may_lack_the_operation() -> None:
    """A request for an operation that the target lacks is no request for another one, named or not."""
    source, target = with_paths(chat=CHAT, embed=EMBED), with_paths(embed=EMBED)

    with pytest.raises(SpecfoldError, match=r"has no operation for \S+ \(POST /chat\)") as raised:
        titles(source, target, request={"messages": []})
    with pytest.raises(SpecfoldError, match="has no operation for"):
        titles(source, target, wanted="POST /chat")

    assert raised.value.exit_code == 1


def test_parameters_the_target_requires_are_named() -> None:
    """What a call needs beside its body is listed."""
    token = {"name": "token", "in": "header", "required": True, "schema": TEXT}
    chat = {**CHAT, "parameters": [token, {"name": "q", "in": "query", "schema": TEXT}]}

    _, theirs = choose_operations(with_paths(a=CHAT), with_paths(a=chat), request={"messages": []})

    assert list(theirs.required_parameters()) == ["header token"]
