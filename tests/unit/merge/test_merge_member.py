"""Merging a member: uniting, overlays, references to other files, filters, and where every node came from."""

from __future__ import annotations

import pytest

from specfold.document import Origin
from specfold.errors import FindingsError, SpecfoldError
from specfold.merge import Counts
from specfold.merge.origins import iter_tokens
from tests.unit.merge.inputs import HEAD, merge

OVERLAY = "overlay: 1.1.0\ninfo: {title: O, version: '1'}\n"
BASE = HEAD + "components:\n  schemas:\n    A: {type: object, properties: {n: {type: integer}}}\n"


def test_layers_are_united_and_counted() -> None:
    """Base, document and overlay make one document; each node is counted for the layer that wrote it last."""
    files = {
        "base.yaml": BASE,
        "own.yaml": HEAD + "paths: {}\ncomponents:\n  schemas:\n    B: {type: string}\n",
        "o.yaml": OVERLAY + "actions:\n  - target: $.components.schemas.A\n    update:\n      description: x\n",
    }

    result = merge(files, "base = ['base.yaml']\ndocuments = ['own.yaml']\noverlays = ['o.yaml']")

    assert list(result.document.value) == ["openapi", "info", "paths", "components"]
    assert result.document.value["components"]["schemas"] == {
        "A": {"type": "object", "properties": {"n": {"type": "integer"}}, "description": "x"},
        "B": {"type": "string"},
    }
    assert result.counts == Counts(base=12, documents=3, overlays=1)
    assert result.counts.total == len(result.document.origins) == len(list(iter_tokens(result.document.value)))
    assert result.document.source == "generated/acme/openapi.yaml"
    assert result.document.origins["components", "schemas", "B"] == Origin("openapi/own.yaml", 6, "document")
    assert result.document.origins["components", "schemas", "A", "description"] == Origin(
        "openapi/o.yaml", 6, "overlay", 0
    )
    assert result.findings == ()


def test_one_plain_document_is_enough() -> None:
    """A member of one document merges into that document."""
    result = merge({"plain.yaml": BASE}, "documents = ['plain.yaml']")

    assert result.counts.base == result.counts.overlays == 0


@pytest.mark.parametrize("title", ["Acme", "Other", "T"])
def test_an_overlay_decides_between_inputs_that_disagree(title: str) -> None:
    """A disagreement is none when an overlay writes the node, even with one of the two values."""
    files = {
        "base.yaml": BASE,
        "own.yaml": "openapi: 3.1.1\ninfo: {title: Other, version: '1'}\n",
        "o.yaml": OVERLAY + f"actions: [{{target: $.info, update: {{title: {title}}}}}]",
    }

    result = merge(files, "base = ['base.yaml']\ndocuments = ['own.yaml']\noverlays = ['o.yaml']")

    assert result.document.value["info"]["title"] == title
    assert result.document.value["openapi"] == "3.1.1"
    assert [origin.source for origin in result.history["info", "title"]] == ["openapi/base.yaml"]


def test_several_disagreements_are_all_named() -> None:
    """Every node two inputs disagree on is named with both places."""
    files = {
        "base.yaml": HEAD + "servers: [{url: /}]\nx-a: {b: 1}\ntags: [{name: t}]\n",
        "own.yaml": HEAD + "servers: []\nx-a: 1\ntags: [{name: t, description: d}, {name: u}]\n",
    }

    with pytest.raises(FindingsError) as caught:
        merge(files, "base = ['base.yaml']\ndocuments = ['own.yaml']")

    assert [str(finding.pointer) for finding in caught.value.findings] == ["/servers", "/x-a", "/tags/0"]
    assert "an array of 0 here, an array of 1 in openapi/base.yaml:3" in str(caught.value)
    assert "1 here, an object of 1 in openapi/base.yaml:4" in str(caught.value)


def test_root_tags_are_united_by_name() -> None:
    """Tags of several inputs are one list, each name once."""
    files = {"a.yaml": HEAD + "tags: [{name: t}]\n", "b.yaml": HEAD + "tags: [{name: t}, {name: u}]\n"}

    result = merge(files, "documents = ['a.yaml', 'b.yaml']")

    assert result.document.value["tags"] == [{"name": "t"}, {"name": "u"}]
    assert result.document.origins["tags", "1", "name"].source == "openapi/b.yaml"


def test_documents_of_the_older_version_are_raised() -> None:
    """An OpenAPI 3.0 input merges as 3.1, with the origin of its nodes."""
    text = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\ncomponents:\n  schemas:\n    A:\n      type: string\n      nullable: true\n"

    result = merge({"old.yaml": text}, "documents = ['old.yaml']")

    assert result.document.value["openapi"] == "3.1.0"
    assert result.document.value["components"]["schemas"]["A"] == {"type": ["string", "null"]}
    assert result.document.origins["components", "schemas", "A", "type", "1"].line == 6


def test_references_between_inputs_become_local() -> None:
    """A reference to a file that is merged anyway points into the merged document."""
    files = {
        "base/a.yaml": BASE,
        "own/b.yaml": HEAD + "components: {schemas: {B: {$ref: '../base/a.yaml#/components/schemas/A'}}}\n",
    }

    result = merge(files, "base = ['base/a.yaml']\ndocuments = ['own/b.yaml']")

    assert result.document.value["components"]["schemas"]["B"] == {"$ref": "#/components/schemas/A"}


def test_what_a_reference_reaches_in_another_file_comes_along() -> None:
    """Components of other files are taken with all they refer to, under their names; others stay away."""
    shared = (
        "components:\n  schemas:\n    Money: {type: object, properties: {unit: {$ref: '#/components/schemas/Unit'}, up: {$ref: '#/components/schemas/Money'}}}\n"
        "    Unit: {enum: [EUR]}\n    Other: {}\n"
    )
    files = {
        "own.yaml": HEAD
        + "components: {schemas: {B: {$ref: 'shared/money.yaml#/components/schemas/Money'}, C: {$ref: 'shared/item.yaml'}}}\n",
        "shared/money.yaml": shared,
        "shared/item.yaml": "type: object\nproperties: {price: {$ref: 'money.yaml#/components/schemas/Money'}}\n",
    }

    result = merge(files, "documents = ['own.yaml']")

    schemas = result.document.value["components"]["schemas"]
    assert list(schemas) == ["B", "C", "Unit", "Money", "item"] or set(schemas) == {"B", "C", "Unit", "Money", "item"}
    assert schemas["B"] == {"$ref": "#/components/schemas/Money"}
    assert schemas["C"] == {"$ref": "#/components/schemas/item"}
    assert schemas["Money"]["properties"]["unit"] == {"$ref": "#/components/schemas/Unit"}
    assert schemas["item"]["properties"]["price"] == {"$ref": "#/components/schemas/Money"}
    assert result.document.origins["components", "schemas", "Unit", "enum"] == Origin("openapi/shared/money.yaml", 4)


@pytest.mark.parametrize(
    ("holder", "target", "section"),
    [
        ("paths: {/a: {$ref: 'x.yaml'}}", "get: {responses: {'200': {description: d}}}", "pathItems"),
        ("paths: {/a: {get: {requestBody: {$ref: 'x.yaml'}}}}", "content: {}", "requestBodies"),
        ("paths: {/a: {get: {responses: {'200': {$ref: 'x.yaml'}}}}}", "description: d", "responses"),
        ("paths: {/a: {parameters: [{$ref: 'x.yaml'}]}}", "{name: x, in: query, schema: {}}", "parameters"),
        ("components: {schemas: {A: {items: {$ref: 'x.yaml#/list/0'}}}}", "list: [{type: string}]", "schemas"),
    ],
)
def test_a_whole_file_becomes_a_component_of_its_kind(holder: str, target: str, section: str) -> None:
    """A file that holds one object is filed under the section the reference asks for."""
    result = merge({"own.yaml": HEAD + holder, "x.yaml": target}, "documents = ['own.yaml']")

    assert section in result.document.value["components"]


@pytest.mark.parametrize(
    ("ref", "words"),
    [
        ("https://x.example/y.yaml", "points into the network"),
        ("//x.example/y.yaml", "points into the network"),
        ("../../x.yaml", "leaves the family"),
        ("/etc/passwd", "leaves the family"),
        ("b.yaml#nowhere", "has no JSON pointer"),
        ("b.yaml#/components/schemas/Nope", "points to nothing"),
        ("none.yaml", "the file does not exist"),
        ("#/components/schemas/Nope", "points to nothing"),
        ("#/components/schemas/A/items", "points to nothing"),
    ],
)
def test_references_that_lead_nowhere_are_refused(ref: str, words: str) -> None:
    """A reference to nothing, out of the family or into the network is an error with its place."""
    files = {"own.yaml": HEAD + f"components:\n  schemas:\n    A:\n      $ref: '{ref}'\n", "b.yaml": BASE}

    with pytest.raises(SpecfoldError, match=words) as caught:
        merge(files, "documents = ['own.yaml']")

    assert caught.value.source is not None
    assert caught.value.exit_code == (2 if ref == "none.yaml" else 1)


def test_a_permitted_file_outside_is_read() -> None:
    """What the family allows by name may lie outside `openapi/`."""
    files = {
        "own.yaml": HEAD + "components: {schemas: {A: {$ref: '../shared/b.yaml#/components/schemas/A'}}}",
        "../shared/b.yaml": BASE,
    }

    with pytest.raises(SpecfoldError, match="disagree"):
        merge(files, "documents = ['own.yaml']")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("swagger: '2.0'", "expected an OpenAPI document of version 3.0.x or 3.1.x, found openapi: None"),
        ("openapi: 4.0.0", "found openapi: '4.0.0'"),
        ("overlay: 1.0.0", "expected an OpenAPI document, found an overlay"),
    ],
)
def test_other_documents_are_refused(text: str, words: str) -> None:
    """An input that is no OpenAPI document of a version we read is refused."""
    with pytest.raises(SpecfoldError) as caught:
        merge({"a.yaml": text}, "documents = ['a.yaml']")

    assert words in str(caught.value)


def test_an_overlay_for_another_document_is_refused() -> None:
    """An overlay that extends a document the member does not have is a mistake."""
    files = {
        "base/a.yaml": BASE,
        "v/o.yaml": OVERLAY + "extends: ../base/b.yaml\nactions: [{target: $.info, update: {title: X}}]",
    }

    with pytest.raises(SpecfoldError, match="which is no document of acme"):
        merge(files, "base = ['base/a.yaml']\noverlays = ['v/o.yaml']")


@pytest.mark.parametrize("extends", ["../base/a.yaml", "https://x.example/a.yaml"])
def test_an_overlay_may_say_what_it_extends(extends: str) -> None:
    """A relative `extends` names an input; an absolute one is for other tools."""
    files = {
        "base/a.yaml": BASE,
        "v/o.yaml": OVERLAY + f"extends: {extends}\nactions: [{{target: $.info, update: {{title: X}}}}]",
    }

    result = merge(files, "base = ['base/a.yaml']\noverlays = ['v/o.yaml']")

    assert result.document.value["info"]["title"] == "X"


FILTERED = (
    HEAD
    + """
security: [{key: []}]
paths:
  /a/b: {get: {tags: [x], responses: {'200': {$ref: '#/components/responses/R'}}}}
  /a: {get: {tags: [y], security: [{other: []}], responses: {}}, post: {responses: {}}, parameters: []}
components:
  responses: {R: {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
  schemas:
    A: {oneOf: [{$ref: '#/components/schemas/B'}], discriminator: {propertyName: t, mapping: {c: '#/components/schemas/C', d: D}}}
    B: {}
    C: {}
    E: {}
  securitySchemes: {key: {type: http, scheme: bearer}, other: {type: http, scheme: basic}}
"""
)


def test_a_filter_keeps_chosen_paths_and_what_they_reach() -> None:
    """Only chosen paths stay, and of the components only those they need."""
    result = merge({"a.yaml": FILTERED}, "documents = ['a.yaml']\npaths = ['/a/*']")

    assert list(result.document.value["paths"]) == ["/a/b"]
    assert list(result.document.value["components"]["schemas"]) == ["A", "B", "C"]
    assert list(result.document.value["components"]["securitySchemes"]) == ["key"]
    assert ("paths", "/a") not in result.document.origins


def test_a_filter_keeps_chosen_tags() -> None:
    """Only operations with a chosen tag stay."""
    result = merge({"a.yaml": FILTERED}, "documents = ['a.yaml']\ntags = ['y']")

    assert list(result.document.value["paths"]) == ["/a"]
    assert list(result.document.value["paths"]["/a"]) == ["get", "parameters"]
    assert list(result.document.value["components"]["securitySchemes"]) == ["key", "other"]
    assert "schemas" not in result.document.value["components"]


@pytest.mark.parametrize("member", ["paths = ['/b/**']", "tags = ['z']"])
def test_a_filter_that_chooses_nothing_is_refused(member: str) -> None:
    """A filter that matches nothing is a mistake in family.toml, named with its line."""
    with pytest.raises(SpecfoldError, match="matches nothing") as caught:
        merge({"a.yaml": FILTERED}, f"documents = ['a.yaml']\n{member}")

    assert (caught.value.source, caught.value.line) == ("openapi/family.toml", 3)


def test_filtering_a_document_without_components_keeps_it_so() -> None:
    """A filter invents no components."""
    result = merge(
        {"a.yaml": HEAD + "paths: {/a: {get: {responses: {}}}, /b: {}}"}, "documents = ['a.yaml']\npaths = ['/**']"
    )

    assert list(result.document.value) == ["openapi", "info", "paths"]


def test_a_reference_inside_a_reached_file_is_taken_once() -> None:
    """Two references to one target in another file share one component."""
    files = {
        "own.yaml": HEAD
        + "components: {schemas: {A: {anyOf: [{$ref: 'x.yaml#/components/schemas/X'}, {$ref: 'x.yaml#/components/schemas/X'}]}}}\n",
        "x.yaml": "openapi: 3.0.3\ncomponents: {schemas: {X: {type: string, nullable: true}}}\n",
    }

    result = merge(files, "documents = ['own.yaml']")

    assert result.document.value["components"]["schemas"]["A"]["anyOf"] == [{"$ref": "#/components/schemas/X"}] * 2
    assert result.document.value["components"]["schemas"]["X"] == {"type": ["string", "null"]}


def test_a_reached_component_that_collides_is_a_disagreement() -> None:
    """A component of another file does not silently replace one of the same name."""
    files = {
        "own.yaml": HEAD + "components: {schemas: {X: {type: integer}, A: {$ref: 'x.yaml#/components/schemas/X'}}}\n",
        "x.yaml": "components: {schemas: {X: {type: string}}}\n",
    }

    with pytest.raises(SpecfoldError, match="two inputs disagree"):
        merge(files, "documents = ['own.yaml']")


def test_a_reference_is_not_united_with_an_object() -> None:
    """A reference in one input and members in another disagree."""
    files = {"a.yaml": BASE, "b.yaml": HEAD + "components: {schemas: {B: {}, A: {$ref: '#/components/schemas/B'}}}\n"}

    with pytest.raises(SpecfoldError, match="two inputs disagree"):
        merge(files, "documents = ['a.yaml', 'b.yaml']")
