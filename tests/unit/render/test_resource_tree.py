"""Operations are arranged by their dotted place, and places are unique."""

from __future__ import annotations

import attrs
import pytest

from specfold.errors import SpecfoldError
from specfold.normal import NormalOperation, PaginationFacts
from specfold.pointer import JsonPointer
from specfold.render.resource_tree import build_resources, iterator_name


def operation(name: str) -> NormalOperation:
    """Return an operation of which only the place matters."""
    return NormalOperation(
        method_name=name, identifier=name.replace(".", "_"), http_method="GET", path="/", summary="", description="", deprecated=False,
        parameters=(), body=None, response=None, response_kind="empty", response_example=None, stream=None, security=None,
        credential_headers=(), pointer=JsonPointer(("paths", f"/{name}")),
    )  # fmt: skip  # one line of defaults says that they do not matter


def test_resources_nest_as_their_names_do() -> None:
    """`chat.completions.create` is a method of a resource of a resource."""
    (chat, models) = build_resources(tuple(map(operation, ["chat.completions.create", "models.list", "chat.list"])))

    assert (chat.name, [item.method_name for item in chat.operations]) == ("Chat", ["chat.list"])
    assert [child.name for child in chat.children] == ["ChatCompletions"]
    assert models.path == ("models",)


def test_two_operations_cannot_have_one_place() -> None:
    """The error names both and says what to do."""
    with pytest.raises(SpecfoldError, match="place of two operations") as caught:
        build_resources((operation("a.b"), operation("a.b")))

    assert caught.value.hint is not None


def test_a_method_and_a_resource_cannot_share_a_name() -> None:
    """`a.b` beside `a.b.c` is refused by name."""
    with pytest.raises(SpecfoldError, match=r"a\.b is a method and a resource"):
        build_resources((operation("a.b"), operation("a.b.c")))


def test_an_iterator_cannot_hide_an_operation() -> None:
    """`iterate` beside an operation of that name is refused, and says what to do."""
    pages = PaginationFacts(items=(), parameter="after", cursor=("id",), limit=None)
    listed = attrs.evolve(operation("a.list"), pagination=pages)

    assert [iterator_name(item) for item in (listed, operation("a.search"))] == ["iterate", "iterate_search"]
    with pytest.raises(SpecfoldError, match=r"iterate iterates the pages of a\.list and is an operation too") as caught:
        build_resources((listed, operation("a.iterate")))

    assert caught.value.hint is not None
