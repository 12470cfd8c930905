"""What the RagParams document demands of requests, as JSON Schema."""

from __future__ import annotations

from typing import Any

from ._runtime.validation import Validator

SCHEMAS: dict[str, Any] = {
    "ChatCompletionsRequest": {
        "type": "object",
        "required": ["messages"],
        "properties": {
            "messages": {"type": "array", "minItems": 1, "items": {"$ref": "ChatRequestMessage"}},
            "model": {"type": "string"},
            "frequency_penalty": {"minimum": -2, "maximum": 2, "type": "number", "x-bound": "prose"},
            "logit_bias": {
                "additionalProperties": {"minimum": -100, "maximum": 100, "x-bound": "prose"},
                "type": "object",
            },
            "max_completion_tokens": {"type": "integer", "minimum": 1, "x-bound": "prose"},
            "max_tokens": {"type": "integer", "minimum": 1, "x-bound": "prose"},
            "n": {"type": "integer"},
            "presence_penalty": {"minimum": -2, "maximum": 2, "type": "number", "x-bound": "prose"},
            "stop": {"type": "array", "minItems": 1, "items": {"type": "string"}},
            "stream": {"type": "boolean"},
            "temperature": {"minimum": 0.001, "type": "number"},
            "tool_choice": {"anyOf": [{"$ref": "ToolChoiceMode"}, {"$ref": "NamedToolChoice"}]},
            "tools": {"type": "array", "items": {"$ref": "FunctionTool"}, "minItems": 1},
            "top_p": {"minimum": 0.001, "type": "number"},
            "user": {"type": "string"},
            "chat_id": {"type": "string"},
            "rag_params": {"anyOf": [{"$ref": "RagParamsConfiguration"}, {"type": "null"}]},
        },
    },
    "ChatRequestMessage": {
        "type": "object",
        "required": ["role"],
        "properties": {
            "role": {"type": "string"},
            "content": {
                "anyOf": [
                    {"type": "string"},
                    {"type": "array", "items": {"type": "object", "additionalProperties": True}},
                    {"type": "null"},
                ]
            },
            "tool_calls": {"type": "array", "items": {"$ref": "ToolCall"}},
            "tool_call_id": {"type": "string"},
            "name": {"type": "string"},
        },
    },
    "FunctionTool": {
        "type": "object",
        "required": ["type", "function"],
        "properties": {"type": {"type": "string", "const": "function"}, "function": {"$ref": "FunctionDefinition"}},
    },
    "FunctionDefinition": {
        "type": "object",
        "required": ["name"],
        "properties": {
            "name": {"type": "string"},
            "description": {"type": "string"},
            "parameters": {"type": "object", "additionalProperties": True},
            "strict": {"type": ["boolean", "null"]},
        },
    },
    "ToolChoiceMode": {"type": "string", "enum": ["none", "auto", "required"]},
    "NamedToolChoice": {
        "type": "object",
        "required": ["type", "function"],
        "properties": {"type": {"type": "string", "const": "function"}, "function": {"$ref": "NamedFunction"}},
    },
    "NamedFunction": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
    "ToolCall": {
        "type": "object",
        "required": ["id", "type", "function"],
        "properties": {
            "id": {"type": "string"},
            "type": {"type": "string", "const": "function"},
            "function": {"$ref": "FunctionCall"},
        },
    },
    "FunctionCall": {
        "type": "object",
        "required": ["name", "arguments"],
        "properties": {"name": {"type": "string"}, "arguments": {"type": "string"}},
    },
    "RagParamsConfiguration": {"type": "object", "additionalProperties": True},
}

VALIDATOR = Validator(SCHEMAS, "RagParams 2025")
