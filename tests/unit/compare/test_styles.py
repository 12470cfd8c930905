"""How parameters are written: each style, for each shape of value."""

from __future__ import annotations

import pytest

from specfold.compare.diff import diff_documents
from specfold.document import JsonObject
from tests.unit.compare.builders import document


@pytest.mark.parametrize(
    ("place", "style", "explode", "written"),
    [
        ("query", "form", True, "p=a&p=b%20c k=v"),
        ("query", "form", False, "p=a,b%20c p=k,v"),
        ("query", "pipeDelimited", False, "p=a|b%20c p=k|v"),
        ("query", "deepObject", True, "p[k]=v p[k]=v"),
        ("path", "simple", False, "a,b%20c k,v v"),
        ("path", "simple", True, "a,b%20c k=v v"),
        ("path", "label", False, ".a,b%20c .k,v .v"),
        ("path", "label", True, ".a.b%20c .k=v .v"),
        ("path", "matrix", False, ";p=a,b%20c ;p=k,v ;p=v"),
        ("path", "matrix", True, ";p=a;p=b%20c ;k=v ;p=v"),
    ],
)
def test_another_style_is_shown_as_it_is_written(place: str, style: str, *, explode: bool, written: str) -> None:
    """A parameter in another style is shown by what the old style writes, for each shape of value that shows it."""
    schema = {"type": ["array", "object", "string"]}
    parameter: JsonObject = {"name": "p", "in": place, "required": True, "schema": schema}
    other = {"query": "spaceDelimited", "path": "simple" if style != "simple" else "label"}[place]
    written_as = ({"style": style, "explode": explode}, {"style": other, "explode": False})
    old, new = (
        document(paths={"/a/{p}": {"get": {"parameters": [{**parameter, **marks}], "responses": {}}}})
        for marks in written_as
    )

    (change,) = diff_documents(old, new).changes

    assert (change.id, change.severity) == ("parameter-style-changed", "breaking")
    assert change.witness is not None
    assert change.witness.instance == {"written": written}
