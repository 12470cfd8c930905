"""What looks like a breach and is none stays silent; what hides behind references and compositions is found."""

from __future__ import annotations

import pytest

from specfold.lint import lint_document
from specfold.reading import parse_document

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
NESTED = "{oneOf: [{$ref: '#/components/schemas/B'}], discriminator: {propertyName: kind, mapping: {a: C}}}"
TAG = "required: [kind], properties: {kind: {const: a}}"


def rules_of(text: str) -> list[str]:
    """Return the rules that a document breaks."""
    return [finding.rule for finding in lint_document(parse_document(text.encode(), "d.yaml"))]


@pytest.mark.parametrize(
    "schemas",
    [
        # described by a sibling, by the schema around, or by the one that refers here
        "A: {allOf: [{required: [b], properties: {a: {}}}, {properties: {b: {}}}]}",
        "A: {required: [b], properties: {a: {}}}\n    B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: {}}}]}",
        "A: {properties: {a: {}}, required: [b], oneOf: [{properties: {b: {}}}, {properties: {b: {}}}]}",
        # bounds that leave one value, or a range without end
        "A: {type: integer, minimum: 1, maximum: 1}",
        "A: {type: integer, exclusiveMinimum: 0, exclusiveMaximum: 2}",
        "A: {additionalProperties: false, patternProperties: {'^a': {}}, required: [ab], minProperties: 2}",
        "A: {type: [string, 'null'], enum: [a, null]}",
        "A: {enum: [1, true, '1', 1.5]}",
        # the union's null, branches behind references, unions in unions, inheritance without a union
        f"A: {{oneOf: [{{{TAG}}}, {{type: 'null'}}], discriminator: {{propertyName: kind}}}}",
        f"B: {{anyOf: [{{$ref: '#/components/schemas/C'}}]}}\n    C: {{{TAG}}}\n    A: {NESTED}",
        f"A: {{oneOf: [{{allOf: [{{$ref: '#/components/schemas/C'}}, {{}}]}}], discriminator: {{propertyName: kind}}}}\n    C: {{{TAG}}}",
        "A: {discriminator: {propertyName: kind, mapping: {b: B}}}\n    B: {allOf: [{$ref: '#/components/schemas/A'}]}",
        # what both dialects of patterns have
        r"A: {pattern: '^\++a{2,}[(?P<]\(\?P<$'}",
        # pointers into items, prefixes, unions, free objects
        "A: {x-error: {message: /d/0/m}, properties: {d: {anyOf: [{type: string}, {items: {properties: {m: {}}}}]}}}",
        "A: {x-error: {message: /0/m, code: /x/y}, prefixItems: [{properties: {m: {}}}], properties: {x: {}}}",
        "A: {x-error: {message: /a/b}, additionalProperties: {type: object}}",
        # recursion
        "A: {properties: {a: {$ref: '#/components/schemas/A'}}, allOf: [{$ref: '#/components/schemas/B'}]}\n    B: {oneOf: [{$ref: '#/components/schemas/B'}, {}]}",
    ],
)
def test_sound_schemas_are_silent(schemas: str) -> None:
    """A schema that can be met and read has no finding."""
    assert rules_of(f"{HEAD}components:\n  schemas:\n    {schemas}\n") == []


@pytest.mark.parametrize(
    ("rule", "schema"),
    [
        ("bounds-unmet", "{required: [a, b], maxProperties: 1, properties: {a: {}, b: {}}}"),
        ("bounds-unmet", "{minProperties: 2, additionalProperties: false, properties: {a: {}}}"),
        ("required-forbidden", "{required: [a], properties: {a: false}}"),
        ("required-forbidden", "{required: [a], additionalProperties: false}"),
        ("enum-value", "{const: 5, type: string}"),
        ("all-of-unmet", "{allOf: [{enum: [a]}, {enum: [b]}]}"),
        ("pattern", "{patternProperties: {'(': {}}}"),
        ("pattern-dialect", "{pattern: '(?<y>a)\\k<y>'}"),
        ("pattern-dialect", "{pattern: '[^]+'}"),
        ("pattern-dialect", "{pattern: '(?i:a)'}"),
        ("schema-form", "{discriminator: {}}"),
        ("schema-form", "{discriminator: {propertyName: a, mapping: {a: 1}}}"),
        ("leftover-keyword", "{$recursiveRef: '#'}"),
        ("error-pointer", "{x-error: 1}"),
        ("error-pointer", "{x-error: {message: message}, properties: {message: {}}}"),
        ("error-pointer", "{x-error: {message: /a/b}, properties: {a: {type: string}}}"),
        ("reference-kind", "{$ref: '#/info/title'}"),
    ],
)
def test_unsound_schemas_are_found(rule: str, schema: str) -> None:
    """A schema that breaks a rule in a rarer way is found all the same."""
    assert rules_of(f"{HEAD}components: {{schemas: {{A: {schema}}}}}\n") == [rule]


@pytest.mark.parametrize(
    ("rules", "rest"),
    [
        ([], "servers: [{url: /}]\npaths: {/a: {get: {responses: {default: {description: d}}}}}"),
        ([], "paths: {/a: {get: {servers: [{url: /}], responses: {2XX: {description: d}}}}}"),
        ([], "paths: {/a: {servers: [{url: /}], get: {responses: {'302': {description: d}}}}}"),
        (["response-missing"], "servers: [{url: /}]\npaths: {/a: {get: {}}}"),
        (["server-missing"], "servers: []\npaths: {/a: {get: {responses: {default: {description: d}}}}}"),
        (["server-variable"], "servers: [{url: /, variables: {a: {default: b}}}]\npaths: {}"),
        (["path-template"], "paths: {'/a{': {}}"),
        (["path-template"], "paths: {'/{a}/b': {}, '/{c}/b': {}}"),
        ([], "paths: {'/{a}/b': {}, /a/b: {}}"),
        ([], "components: {links: {a: {operationId: b}}}"),
    ],
)
def test_paths_and_servers(rules: list[str], rest: str) -> None:
    """Servers may stand at any of three places, any response but a failure is a success, paths differ by their fixed parts."""
    assert rules_of(f"{HEAD}{rest}\n") == rules


def test_arguments_that_become_one_are_found() -> None:
    """Two parameters of an operation with one Python name are named; the same one twice is another rule's."""
    listed = (
        "[{name: aB, in: query, schema: {}}, {name: a_b, in: header, schema: {}}, {name: A_B, in: header, schema: {}}]"
    )
    text = f"servers: [{{url: /}}]\npaths: {{/a: {{get: {{parameters: {listed}, responses: {{default: {{description: d}}}}}}}}}}\n"

    assert rules_of(HEAD + text) == ["name-clash", "parameter-twice"]
