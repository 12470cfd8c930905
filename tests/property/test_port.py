"""What holds of every request that is moved: it validates where it is called portable, home is where nothing changes."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from specfold.compare.change import Axis
from specfold.compare.port import port_request
from specfold.compare.port_values import Op, Port
from specfold.compare.sample import build_variants
from specfold.compare.side import Side
from specfold.document import Document, JsonObject
from specfold.pointer import JsonPointer
from specfold.report.port_report import port_to_json
from specfold.schema.instance import InstanceValidator
from tests.property.budget import examples
from tests.property.test_diff import COMPONENTS, NAMES, REFERENCES, compounds, scalars

BODY = JsonPointer(("paths", "/a", "post", "requestBody", "content", "application/json", "schema"))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw documents of one operation that takes an object."""
    members = st.one_of(scalars(), REFERENCES, compounds(scalars()))
    schema = draw(
        st.fixed_dictionaries(
            {
                "type": st.just("object"),
                "properties": st.dictionaries(st.sampled_from([*NAMES, "d"]), members, max_size=4),
            },
            optional={"required": st.lists(st.sampled_from(NAMES), unique=True)},
        )
    )
    components = {name: draw(compounds(scalars())) for name in COMPONENTS}
    body = {"content": {"application/json": {"schema": schema}}}
    operation = {"requestBody": body, "responses": {}}
    return Document(
        {"openapi": "3.1.0", "paths": {"/a": {"post": operation}}, "components": {"schemas": components}}, "document"
    )


@st.composite
def requests(draw: st.DrawFn) -> tuple[Document, JsonObject]:
    """Draw documents with a request that is valid for them and has declared members only."""
    document = draw(documents())
    side = Side.of(document)
    flat = side.flat((BODY,))
    found = build_variants(side, flat, direction=Axis.REQUEST)
    declared = [one for one in found if set(one) <= set(flat.properties) and side.accepts(one, (BODY,))]
    assume(declared)
    return document, draw(st.sampled_from(declared))


def move(request: JsonObject, source: Document, *, target: Document) -> Port:
    """Return what becomes of a request."""
    return port_request(request, source, target=target)


def holds(request: Any, document: Document) -> bool:
    """Tell whether the ordinary validator accepts a request."""
    return InstanceValidator(document.value).errors(request, BODY) == []


@given(requests(), documents())
@examples(25)
def test_what_is_portable_is_valid_at_the_target(given_: tuple[Document, JsonObject], target: Document) -> None:
    """The rewritten request validates exactly where it is called portable, and the given one is left as it was."""
    source, request = given_
    before = deepcopy(request)

    found = move(request, source, target=target)

    assert found.portable == holds(found.request, target)
    assert (found.verdict == "rejected") == (not holds(request, target))
    assert request == before
    assert port_to_json(found) == port_to_json(move(request, source, target=target))


@given(requests())
@examples(25)
def test_home_is_where_nothing_changes(given_: tuple[Document, JsonObject]) -> None:
    """Moved to its own document, a request of declared members is accepted without edits that lose or rename."""
    source, request = given_

    found = move(request, source, target=source)

    assert found.portable
    assert found.verdict != "rejected"
    assert {edit.op for edit in found.edits} <= {Op.DROP}
    assert all(edit.undeclared for edit in found.edits)


@given(requests(), documents())
@examples(25)
def test_what_was_moved_stays(given_: tuple[Document, JsonObject], target: Document) -> None:
    """A rewritten request is at home at the target: moving it again changes nothing."""
    source, request = given_
    found = move(request, source, target=target)
    assume(found.portable)

    again = move(found.request, target, target=target)

    assert json.dumps(again.request, sort_keys=True) == json.dumps(found.request, sort_keys=True)
    assert again.edits == ()


@given(requests(), documents())
@examples(25)
def test_without_edits_nothing_was_changed(given_: tuple[Document, JsonObject], target: Document) -> None:
    """A request that was not edited is the given one, and one that was given back unchanged was accepted."""
    source, request = given_

    found = move(request, source, target=target)

    assert found.edits or found.request == request
    assert found.request != request or not found.portable or found.verdict == "accepted"
