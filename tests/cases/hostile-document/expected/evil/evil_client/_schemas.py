"""What the Evil \"\"\" {{ 7*7 }} \\ document demands of requests, as JSON Schema."""

from __future__ import annotations

from typing import Any

from ._runtime.validation import Validator

SCHEMAS: dict[str, Any] = {
    "Rec": {
        "type": "object",
        "properties": {
            "child": {"$ref": "Rec"},
            "kids": {"type": "array", "items": {"$ref": "Tree"}},
            "m": {"type": "object", "additionalProperties": {"$ref": "Rec"}},
        },
    },
    "Tree": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"$ref": "Tree"}}]},
    "Free": {"type": "object"},
    "TXImportOsRequestListItem": {"type": "object", "properties": {"dict": {"type": "string"}, "2x": {}}},
    "TXImportOsRequestNestedA": {"type": "object", "properties": {"type": {"const": "a"}, "n": {"type": "integer"}}},
    "TXImportOsRequestNestedB": {"type": "object", "properties": {"type": {"const": "b"}, "m": {"type": "string"}}},
    "TXImportOsRequestAllInner": {
        "type": "object",
        "properties": {"z": {"type": "integer", "maximum": 9223372036854776000}},
    },
    "TXImportOsRequestAll": {
        "type": "object",
        "required": ["inner"],
        "properties": {"inner": {"$ref": "TXImportOsRequestAllInner"}, "more": {"type": "string"}},
    },
    "TXImportOsRequestDeep": {
        "type": "object",
        "properties": {"z": {"type": "integer", "maximum": 9223372036854776000}},
    },
    "TXImportOsRequest": {
        "type": "object",
        "required": ["self", "a b"],
        "properties": {
            "self": {"type": "string"},
            "a b": {"type": "string"},
            "__class__": {"type": "string"},
            "to_dict": {"type": "integer"},
            "additional_properties": {"type": "integer"},
            "str": {"type": "string"},
            "list": {"type": "array", "items": {"$ref": "TXImportOsRequestListItem"}},
            "": {"type": "string"},
            "😀": {"type": "string"},
            "kind": {"type": "string", "enum": ['a"b', "c\nd", "{{e}}", "\\", "'\"", "\u202e rtl"]},
            "const": {"const": {"a": [1, '"""']}},
            "bools": {"enum": [True, False, None, 3, "x"]},
            "nested": {
                "oneOf": [{"$ref": "TXImportOsRequestNestedA"}, {"$ref": "TXImportOsRequestNestedB"}, {"type": "null"}]
            },
            "rec": {"$ref": "Rec"},
            "never": {"not": {}},
            "any": {},
            "all": {"$ref": "TXImportOsRequestAll"},
            "deep": {"$ref": "TXImportOsRequestDeep"},
            "freeform": {"$ref": "Free"},
        },
    },
}

VALIDATOR = Validator(
    SCHEMAS, 'evil""" import os; os.system(\'touch specfold-was-here\') {{ 7*7 }} {% raw %} 1"; import os'
)
