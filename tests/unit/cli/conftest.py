"""Families to run commands on: small ones in temporary directories."""

from __future__ import annotations

from pathlib import Path

import pytest

FAMILY = """
[family]
name = "shop"

[members.acme]
title = "Acme"
class = "Acme"
base = ["base.yaml"]
overlays = ["acme.overlay.yaml"]

[members.bolt]
title = "Bolt"
class = "Bolt"
base = ["base.yaml"]
"""
BASE = """
openapi: 3.1.0
info: {title: Shop, version: '1'}
servers: [{url: https://shop.example/v1}]
paths:
  /orders:
    post:
      operationId: createOrder
      tags: [orders]
      requestBody:
        required: true
        content:
          application/json:
            schema: {$ref: '#/components/schemas/NewOrder'}
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Order'}
components:
  schemas:
    NewOrder:
      type: object
      required: [sku]
      properties:
        sku: {type: string}
        count: {type: integer, minimum: 1, maximum: 9}
    Order: {type: object, required: [id], properties: {id: {type: string}}}
"""
OVERLAY = """
overlay: 1.1.0
info: {title: Acme, version: '1'}
actions:
  - target: $.components.schemas.NewOrder.properties.count
    update: {maximum: 5}
"""


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Give the directory of a family of two vendors, not generated yet."""
    root = tmp_path / "shop"
    (root / "openapi").mkdir(parents=True)
    for name, text in (("family.toml", FAMILY), ("base.yaml", BASE), ("acme.overlay.yaml", OVERLAY)):
        (root / "openapi" / name).write_text(text)
    return root
