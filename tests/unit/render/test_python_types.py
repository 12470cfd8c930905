"""Types are annotated as they decode."""

from __future__ import annotations

import pytest

from specfold.render.python_types import (
    ANY,
    ListOf,
    Literals,
    MapOf,
    ModelRef,
    PythonType,
    Scalar,
    UnionOf,
    annotate,
    decode,
    iter_models,
    model_choices,
)

NULL = Scalar("None")
TEXT = Scalar("str")


@pytest.mark.parametrize(
    ("kind", "annotation"),
    [
        (TEXT, "str"),
        (UnionOf((NULL, TEXT)), "str | None"),
        (Literals(("a", "b|c")), "Literal['a', 'b|c'] | str"),
        (UnionOf((Literals(("a",)), TEXT, NULL)), "Literal['a'] | str | None"),
        (ListOf(MapOf(ModelRef("X"))), "list[dict[str, X]]"),
        (UnionOf((TEXT, ANY)), "Any"),
    ],
)
def test_an_annotation_says_what_a_decoded_value_may_be(kind: PythonType, annotation: str) -> None:
    """Null comes last, duplicates go, literals stay open."""
    assert annotate(kind) == annotation


def test_an_annotation_of_what_is_sent_is_closed() -> None:
    """At every level only the documented values are left."""
    kind = UnionOf((ListOf(MapOf(Literals(("a", 1)))), Literals(("b",)), NULL))

    assert annotate(kind, is_open=False) == "list[dict[str, Literal['a', 1]]] | Literal['b'] | None"


@pytest.mark.parametrize(
    ("kind", "expression"),
    [
        (TEXT, None),
        (ListOf(TEXT), None),
        (ModelRef("X"), "_models.X.from_dict(v) if type(v) is dict else v"),
        (UnionOf((ModelRef("X"), NULL)), "_models.X.from_dict(v) if type(v) is dict else v"),
        (
            ListOf(ModelRef("X")),
            "[_models.X.from_dict(i0) if type(i0) is dict else i0 for i0 in v] if type(v) is list else v",
        ),
        (
            MapOf(ModelRef("X")),
            "{k0: _models.X.from_dict(v0) if type(v0) is dict else v0 for k0, v0 in v.items()} if type(v) is dict else v",
        ),
    ],
)
def test_a_decoder_touches_only_what_holds_models(kind: PythonType, expression: str | None) -> None:
    """Values without models are kept as they came; values of another type than documented too."""
    assert decode(kind, "v", dispatches={}) == expression


def test_several_classes_are_chosen_between_by_a_function() -> None:
    """A union of classes is decoded by the function made for exactly these."""
    kind = ListOf(UnionOf((ModelRef("A"), ModelRef("B"), TEXT)))

    assert list(model_choices(kind)) == [("A", "B")]
    assert "_CHOOSE(i0) if type(i0) is dict else i0" in str(decode(kind, "v", dispatches={("A", "B"): "_CHOOSE"}))
    assert list(iter_models(kind)) == ["A", "B"]
