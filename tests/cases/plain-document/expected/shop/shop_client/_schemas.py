"""What the Shop document demands of requests, as JSON Schema."""

from __future__ import annotations

from typing import Any

from ._runtime.validation import Validator

SCHEMAS: dict[str, Any] = {
    "OrdersCreateRequestItemsItem": {
        "type": "object",
        "required": ["sku"],
        "properties": {"sku": {"type": "string"}, "count": {"type": "integer", "minimum": 1}},
    },
    "OrdersCreateRequest": {
        "type": "object",
        "required": ["items"],
        "properties": {
            "items": {"type": "array", "minItems": 1, "items": {"$ref": "OrdersCreateRequestItemsItem"}},
            "note": {"type": ["string", "null"], "maxLength": 40},
        },
    },
}

VALIDATOR = Validator(SCHEMAS, "Shop 1.0.0")
