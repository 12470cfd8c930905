"""A vendor's published document becomes an overlay for a base."""

from __future__ import annotations

from typing import Any

import pytest

from specfold.errors import SpecfoldError
from specfold.merge import adopt_published, apply_overlays, derive_credentials, parse_overlay, select_published, to_yaml
from specfold.merge.select_parts import select_parts
from specfold.reading import parse_document

BASE = """
openapi: 3.1.0
info: {title: Base, version: '1'}
servers: [{url: https://base.example}]
paths:
  /orders:
    post:
      operationId: createOrder
      x-client-method: orders.create
      responses:
        '200':
          description: The order.
          content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
  /only-base: {get: {responses: {'200': {$ref: '#/components/responses/Base'}}}}
components:
  responses: {Base: {description: The base's.}}
  schemas:
    Order: {type: object, properties: {id: {type: string}, key: {type: string, x-sensitive: true}}}
    Fault:
      type: object
      x-error: {message: /error/message}
      properties: {error: {type: object, properties: {message: {type: string}}}}
"""
PUBLISHED = """
openapi: 3.0.3
info: {title: Acme, version: '7'}
servers: [{url: https://acme.example}]
security: [{key: []}]
tags: [{name: orders}, {name: unused}]
webhooks: {ping: {post: {responses: {'200': {$ref: '#/components/responses/Ping'}}}}}
x-extra: {a: 1}
paths:
  /orders:
    post:
      operationId: createOrder
      tags: [orders]
      responses:
        '200':
          description: The order.
          content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
        default:
          description: It failed.
          content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}
  /other: {get: {tags: [others], responses: {'200': {description: Fine.}}}}
components:
  securitySchemes: {key: {type: http, scheme: bearer}, unused: {type: http, scheme: basic}}
  responses: {Ping: {description: Pong.}}
  schemas:
    Order:
      type: object
      required: [id, id]
      properties: {id: {type: string}, key: {type: string, nullable: true}}
    Fault:
      type: object
      properties: {error: {type: object, properties: {message: {type: string}}}}
"""


def value_of(text: str) -> dict[str, Any]:
    """Return a document's value."""
    return parse_document(text.encode(), "d.yaml").value


def adopted(
    base: str = BASE, published: str = PUBLISHED, **filters: list[str]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the overlay that is derived, and the base with it applied and filtered, when it is what was wanted."""
    document = parse_document(published.encode(), "acme.yaml")
    adoption = adopt_published(value_of(base), select_published(document, **filters), title="T")
    overlays = [parse_document(to_yaml(adoption.overlay).encode(), "o.yaml")] if adoption.overlay["actions"] else []
    applied = apply_overlays(parse_document(base.encode(), "b.yaml"), map(parse_overlay, overlays))
    merged = select_parts(applied.document.value, paths=adoption.paths)
    assert applied.findings == ()
    assert adoption.is_met_by(merged)
    return adoption.overlay, merged


def test_the_chosen_paths_are_reproduced_with_all_they_refer_to() -> None:
    """What comes of the overlay is the published document upgraded to 3.1, without what was not chosen."""
    _, merged = adopted(paths=["/orders"])

    schemas = merged["components"]["schemas"]
    assert list(merged["paths"]) == ["/orders"]
    assert merged["servers"] == [{"url": "https://acme.example"}]
    assert merged["tags"] == [{"name": "orders"}]
    assert schemas["Order"]["required"] == ["id"]
    assert schemas["Order"]["properties"]["key"] == {"type": ["string", "null"]}
    assert set(merged["components"]) == {"schemas", "securitySchemes"}
    assert {"webhooks", "x-extra"}.isdisjoint(merged)


def test_what_is_the_same_stays_in_the_base() -> None:
    """The overlay says nothing of what the base has already, nor of what the filter drops."""
    overlay, _ = adopted(paths=["/orders"])

    text = to_yaml(overlay["actions"])
    assert "The order." not in text
    assert "only-base" not in text
    assert "Fault.properties" not in text


def test_marks_of_ours_outlive_the_published_document() -> None:
    """The place in the client stays, and where an error keeps its message, for the vendor's document denies neither."""
    _, merged = adopted(tags=["orders"])

    assert merged["paths"]["/orders"]["post"]["x-client-method"] == "orders.create"
    assert merged["components"]["schemas"]["Fault"]["x-error"] == {"message": "/error/message"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("message: {type: string}", "text: {type: string}"),
        ("{error: {type: object,", "{error: {type: array, items: {},"),
    ],
)
def test_a_mark_goes_with_what_it_speaks_of(old: str, new: str) -> None:
    """Where the published error has no such member, nothing says where its message is."""
    _, merged = adopted(published=PUBLISHED.replace(old, new).replace("properties: {message", "x: {message"))

    assert "x-error" not in merged["components"]["schemas"]["Fault"]


def test_a_secret_stays_one() -> None:
    """A member the base calls sensitive is still left out of what clients print."""
    published = PUBLISHED.replace("key: {type: string, nullable: true}", "key: {type: string}")

    _, merged = adopted(published=published)

    assert merged["components"]["schemas"]["Order"]["properties"]["key"] == {"type": "string", "x-sensitive": True}


def test_many_paths_are_said_by_a_pattern() -> None:
    """Beyond some paths the member keeps all of them, and the overlay removes what only the base has."""
    paths = "\n".join(f"  /p{index}: {{get: {{responses: {{'200': {{description: Fine.}}}}}}}}" for index in range(31))
    published = f"openapi: 3.1.0\ninfo: {{title: Many, version: '1'}}\npaths:\n{paths}"

    _, merged = adopted(published=published)

    assert len(merged["paths"]) == 31
    assert "/only-base" not in merged["paths"]


def test_the_base_itself_needs_no_overlay() -> None:
    """A vendor that publishes what the base says gets no action."""
    base = BASE.replace("x-sensitive: true", "format: x")

    overlay, _ = adopted(base=base, published=base)

    assert overlay["actions"] == []


def test_a_base_without_components_gets_them() -> None:
    """Neither side needs components."""
    plain = (
        "openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {/a: {get: {responses: {'200': {description: A.}}}}}"
    )

    _, richer = adopted(base=plain)
    same, _ = adopted(base=plain, published=plain)

    assert richer["components"]["schemas"].keys() == {"Order", "Fault"}
    assert same["actions"] == []


@pytest.mark.parametrize(
    ("text", "filters", "words"),
    [
        ("overlay: 1.0.0", {}, "expected an OpenAPI document, found an overlay"),
        ("openapi: 3.1.0\ninfo: {title: A, version: '1'}", {}, "has no path"),
        (PUBLISHED, {"paths": ["/none"]}, "nothing is chosen by /none"),
        (PUBLISHED, {"tags": ["none"]}, "nothing is chosen by none"),
        (
            PUBLISHED.replace("'#/components/schemas/Order'", "other.yaml#/Order"),
            {},
            "refers to another: 'other.yaml#/Order'",
        ),
    ],
)
def test_what_cannot_be_adopted_is_refused(text: str, filters: dict[str, list[str]], words: str) -> None:
    """No OpenAPI document, no paths, an idle filter and references to other files are errors with a hint."""
    with pytest.raises(SpecfoldError) as caught:
        select_published(parse_document(text.encode(), "acme.yaml"), **filters)

    assert words in str(caught.value)
    assert (caught.value.source, bool(caught.value.hint)) == ("acme.yaml", True)


def test_an_unmet_adoption_says_so() -> None:
    """A document that lacks a published path is not what was wanted."""
    published = select_published(parse_document(PUBLISHED.encode(), "acme.yaml"))

    adoption = adopt_published(value_of(BASE), published, title="T")

    assert not adoption.is_met_by(value_of(BASE))


SCHEMES = """
openapi: 3.1.0
security: SECURITY
paths: {/a: {get: {}}, /b: {get: {security: [{}, {Second Key: []}]}}}
components:
  securitySchemes:
    bearer: {type: http, scheme: Bearer}
    basic: {type: http, scheme: basic}
    cookie: {type: apiKey, in: cookie, name: c}
    timeout: {type: apiKey, in: query, name: t}
    Second Key: {type: oauth2, flows: {}}
"""


@pytest.mark.parametrize(
    ("security", "credentials", "unsent"),
    [
        ("[{bearer: []}]", [("api_key", "bearer", False), ("second_key", "Second Key", False)], ()),
        (
            "[{bearer: [], timeout: []}]",
            [("api_key", "bearer", False), ("timeout_key", "timeout", False), ("second_key", "Second Key", False)],
            (),
        ),
        ("[{basic: [], cookie: []}]", [("api_key", "Second Key", False)], ("basic", "cookie")),
        ("[]", [("api_key", "Second Key", False)], ()),
        ("[{Second Key: []}, {bearer: []}]", [("api_key", "Second Key", False), ("bearer", "bearer", False)], ()),
        ("[{nobody: []}]", [("api_key", "Second Key", False)], ()),
    ],
)
def test_credentials_follow_what_operations_demand(
    security: str, credentials: list[tuple[str, str, bool]], unsent: tuple[str, ...]
) -> None:
    """Each demanded scheme a client can send becomes an argument; names that clients use already are avoided."""
    found, left_out = derive_credentials(value_of(SCHEMES.replace("SECURITY", security)), prefix="ACME")

    assert [(item.argument, item.scheme, item.required) for item in found] == credentials
    assert left_out == unsent
    assert all(item.env == f"ACME_{item.argument.upper()}" for item in found)


def test_a_key_no_operation_does_without_is_required() -> None:
    """A scheme that stands in every alternative of every operation has to be given."""
    text = SCHEMES.replace("SECURITY", "[{bearer: []}]").replace("[{}, {Second Key: []}]", "[{bearer: []}]")

    found, _ = derive_credentials(value_of(text), prefix="ACME")

    assert [(item.argument, item.required) for item in found] == [("api_key", True)]
