"""Every rule of lint: a document that breaks it is found out, with the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from specfold.findings import Severity
from specfold.lint import lint_document
from specfold.reading import parse_document

GOOD = """openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: https://items.example}]
security: [{key: []}]
paths:
  /items/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}, example: i1}
    get:
      operationId: getItem
      x-client-method: items.get
      responses:
        '200':
          description: One.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Item'}
              examples: {one: {value: {id: i1, kind: a}}, two: {$ref: '#/components/examples/Two'}}
            text/event-stream:
              x-stream: {itemSchema: {$ref: '#/components/schemas/Item'}, terminator: '[DONE]', usage: request}
              example: "data: {\\"id\\": \\"i1\\"}\\n\\n: comment\\nevent: x\\ndata: [DONE]\\n\\n"
  /items:
    get: {operationId: listItems, x-client-method: items.list, responses: {'204': {description: None.}}}
components:
  examples: {Two: {value: {id: i2}}}
  securitySchemes: {key: {type: http, scheme: bearer}}
  schemas:
    Item:
      type: object
      required: [id]
      properties: {id: {type: string, default: x, examples: [i1]}, kind: {enum: [a, b]}, n: {type: integer, minimum: 1, maximum: 5}}
"""
ITEM = "    Item:\n"


def find(text: str) -> list[tuple[str, str]]:
    """Return rule and pointer of each finding."""
    return [(finding.rule, str(finding.pointer)) for finding in lint_document(parse_document(text.encode(), "d.yaml"))]


def test_a_good_document_has_no_finding() -> None:
    """A document that keeps all rules is silent."""
    assert find(GOOD) == []


SCHEMA = "/components/schemas/X"
GET = "/paths/~1items~1{id}/get"


@pytest.mark.parametrize(
    ("rule", "pointer", "old", "new"),
    [
        ("openapi-form", "/openapi", "3.1.0", "2.0.0"),
        ("openapi-form", "", "info:", "inf: {}\ninfo:"),
        ("openapi-form", f"{GET}/responses/200", "description: One.", "x-d: One."),
        ("schema-form", f"{SCHEMA}/type", ITEM, "    X: {type: strin}\n" + ITEM),
        ("schema-form", f"{SCHEMA}/properties/b/minimum", ITEM, "    X: {properties: {b: {minimum: x}}}\n" + ITEM),
        ("component-name", "/components/schemas/..~1..~1x", ITEM, "    ../../x: {}\n" + ITEM),
        ("component-name", "/components/schemas/.", ITEM, "    .: {}\n" + ITEM),
        (
            "dangling-reference",
            "/components/schemas/X/$ref",
            ITEM,
            "    X: {$ref: '#/components/schemas/Itm'}\n" + ITEM,
        ),
        ("dangling-reference", "/components/schemas/X/$ref", ITEM, "    X: {$ref: '#nowhere'}\n" + ITEM),
        ("circular-reference", "/components/schemas/X/$ref", ITEM, "    X: {$ref: '#/components/schemas/X'}\n" + ITEM),
        ("foreign-reference", "/components/schemas/X/$ref", ITEM, "    X: {$ref: 'other.yaml#/X'}\n" + ITEM),
        ("unused-component", "/components/schemas/X", ITEM, "    X: {}\n" + ITEM),
        ("operation-id", "/paths/~1items/get/operationId", "listItems", "getItem"),
        ("client-method", "/paths/~1items/get/x-client-method", "items.list", "items.get"),
        ("client-method", "/paths/~1items/get/x-client-method", "items.list", "items.class"),
        ("client-method", "/paths/~1items/get/x-client-method", "items.list", "../x"),
        ("client-method", f"{GET}", "items.list", "items.get.all"),
        ("path-parameter", GET, "name: id, in", "name: ident, in"),
        ("path-parameter", "/paths/~1items~1{id}/parameters/0", "name: id, in", "name: ident, in"),
        ("path-template", "/paths/~1items~1{id}~1{id}", "/items/{id}", "/items/{id}/{id}"),
        (
            "parameter-twice",
            "/paths/~1items~1{id}/parameters/1",
            "    get:\n",
            "      - {name: id, in: path, required: true, schema: {}}\n    get:\n",
        ),
        (
            "reserved-header",
            "/paths/~1items~1{id}/parameters/1",
            "    get:\n",
            "      - {name: Accept, in: header, schema: {}}\n    get:\n",
        ),
        ("security-scheme", "/security/0/ky", "[{key: []}]", "[{ky: []}]"),
        ("bounds-unmet", "/components/schemas/Item/properties/n/minimum", "maximum: 5", "maximum: 0"),
        ("bounds-unmet", f"{SCHEMA}/minLength", ITEM, "    X: {minLength: 2, maxLength: 1}\n" + ITEM),
        ("bounds-unmet", f"{SCHEMA}/enum", ITEM, "    X: {enum: []}\n" + ITEM),
        ("bounds-wide", "/components/schemas/Item/properties/n/maximum", "maximum: 5", "maximum: 9223372036854776000"),
        ("leftover-keyword", f"{SCHEMA}/nullable", ITEM, "    X: {type: string, nullable: true}\n" + ITEM),
        ("default", "/components/schemas/Item/properties/id/default", "default: x", "default: 1"),
        ("required-member", "/components/schemas/Item/required/1", "required: [id]", "required: [id, q]"),
        (
            "discriminator",
            f"{SCHEMA}/oneOf/0",
            ITEM,
            "    X: {oneOf: [{$ref: '#/components/schemas/Item'}], discriminator: {propertyName: type}}\n" + ITEM,
        ),
        ("example", f"{GET}/responses/200/content/application~1json/examples/one/value/kind", "kind: a", "kind: c"),
        ("example", f"{GET}/responses/200/content/application~1json/examples/two", "{id: i2}", "{}"),
        ("example", "/paths/~1items~1{id}/parameters/0/example", "example: i1", "example: 1"),
        ("schema-example", "/components/schemas/Item/properties/id/examples/0", "examples: [i1]", "examples: [1]"),
        ("schema-example", "/components/schemas/Item/properties/id/example", "examples: [i1]", "example: 1"),
        (
            "stream",
            f"{GET}/responses/200/content/text~1event-stream/x-stream",
            "itemSchema: {$ref: '#/components/schemas/Item'}, ",
            "",
        ),
        (
            "stream",
            f"{GET}/responses/200/content/text~1event-stream/x-stream/itemSchema",
            "itemSchema: {$ref: '#/components/schemas/Item'}",
            "itemSchema: {type: object}",
        ),
        ("stream", f"{GET}/responses/200/content/text~1event-stream/x-stream/usage", "usage: request", "usage: often"),
        (
            "stream",
            f"{GET}/responses/200/content/text~1event-stream/x-stream/terminator",
            "terminator: '[DONE]'",
            "terminator: 1",
        ),
        ("stream", f"{GET}/responses/200/content/text~1event-stream/x-stream/end", "usage: request", "end: x"),
        (
            "stream-undeclared",
            "/paths/~1items/get/responses/204/content/text~1event-stream",
            "description: None.",
            "description: None., content: {text/event-stream: {}}",
        ),
        ("stream-example", f"{GET}/responses/200/content/text~1event-stream/example", '\\"i1\\"}', "1}"),
        ("stream-example", f"{GET}/responses/200/content/text~1event-stream/example", '\\"i1\\"}', '\\"i1\\"'),
        ("stream-example", f"{GET}/responses/200/content/text~1event-stream/example", "data: [DONE]", "id: x"),
        ("stream-example", f"{GET}/responses/200/content/text~1event-stream/example", "\\n\\n", "\\n"),
    ],
)
def test_a_broken_rule_is_found(rule: str, pointer: str, old: str, new: str) -> None:
    """A document that breaks a rule has that finding, at its place."""
    assert old in GOOD

    found = find(GOOD.replace(old, new, 1) if old != "\\n\\n" else GOOD.replace(old, new))

    assert (rule, pointer) in found


def test_a_stream_example_that_is_no_text_is_found() -> None:
    """An example of an event stream is one string."""
    text = GOOD.replace('example: "data:', 'x-example: "data:').replace(
        "usage: request}", "usage: request}\n              example: {id: i1}"
    )

    found = find(text)

    assert ("stream-example", f"{GET}/responses/200/content/text~1event-stream/example") in found


def test_every_finding_has_place_and_hint() -> None:
    """A finding names file, line, pointer and what to do."""
    document = parse_document(GOOD.replace("kind: a", "kind: c").encode(), "d.yaml")

    finding = lint_document(document)[0]

    assert str(finding) == (
        f"d.yaml:18 #{GET.replace('{', '%7B').replace('}', '%7D')}/responses/200/content/application~1json/examples/one/value/kind: "
        'error [example] the example does not fit: expected one of "a", "b", found "c"\n'
        "  hint: correct the example, or the schema at #/components/schemas/Item/properties/kind/enum"
    )
    assert finding.severity is Severity.ERROR


def test_an_older_document_is_checked_as_such() -> None:
    """OpenAPI 3.0 has nullable and boolean bounds; they are no findings there."""
    schema = "{type: integer, nullable: true, minimum: 0, exclusiveMinimum: true, example: 1}"
    text = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents: {schemas: {A: SCHEMA}}\n".replace(
        "SCHEMA", schema
    )

    assert find(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "a: 1",
        "openapi: 3.1.0\ninfo: 1\npaths: []\ncomponents: 2\n",
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: 1, /b: {get: 1, parameters: {}, post: {parameters: [1], responses: 1, security: 1}}}\n",
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: 1, examples: [], x-y: {}, securitySchemes: {a: 1}}\n",
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {type: 1, required: 1, enum: 1, allOf: 1, discriminator: 1, default: 1, pattern: '('}}}\n",
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {$ref: '#/components/schemas/A', default: 1}, B: true}}\n",
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {oneOf: 1, discriminator: {propertyName: x, mapping: 1}}, C: {pattern: '(', default: x}}}\n",
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents: {schemas: {A: {minimum: x, maximum: 1, examples: 1, properties: 1, required: [1]}}}\n",
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {get: {tags: 1, operationId: 1, x-client-method: 1, responses: {'200': {content: {text/event-stream: {x-stream: 1}}}}}}}\n",
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {/a: {$ref: '#/paths/~1a'}}\nsecurity: 5\ntags: 1\n",
    ],
)
def test_a_misshapen_document_is_findings_not_a_crash(text: str) -> None:
    """Whatever a document holds, lint answers with findings."""
    assert find(text)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("default: x, examples: [i1]", "allOf: [{$ref: '#/components/schemas/Itm'}], default: x, examples: [i1]"),
        ("{id: {type: string", "{l: {$ref: '#/components/schemas/Itm'}, id: {type: string"),
    ],
)
def test_a_schema_that_leads_nowhere_is_one_finding(old: str, new: str) -> None:
    """A reference to nothing is found once, not again for every example that needs it."""
    assert old in GOOD

    found = find(GOOD.replace(old, new).replace("{id: i1, kind: a}", "{id: i1, l: 1}"))

    assert {rule for rule, _ in found} == {"dangling-reference"}


def test_examples_elsewhere_are_not_judged() -> None:
    """Examples in other files, and of media types that are no JSON, are left alone."""
    text = GOOD.replace("{two: {$ref", "{far: {externalValue: 'https://x.example/a'}, two: {$ref")
    text = text.replace(
        "description: None.", "description: None., content: {text/plain: {schema: {type: integer}, example: x}}"
    )

    assert find(text) == []


@pytest.mark.parametrize("vendor", ["nexos", "nexllm", "ragparams", "telnyx"])
def test_our_own_documents_have_no_error(root: Path, vendor: str) -> None:
    """The merged documents of this repository keep all rules."""
    path = root / "generated" / vendor / "openapi.yaml"
    if not path.exists():
        pytest.skip("not generated yet")

    found = lint_document(parse_document(path.read_bytes(), str(path)))

    assert [str(finding) for finding in found if finding.severity is Severity.ERROR] == []
