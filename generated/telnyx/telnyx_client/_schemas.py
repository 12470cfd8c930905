"""What the Telnyx document demands of requests, as JSON Schema."""

from __future__ import annotations

from typing import Any

from ._runtime.validation import Validator

SCHEMAS: dict[str, Any] = {
    "ChatCompletionsRequest": {
        "type": "object",
        "required": ["messages"],
        "properties": {
            "messages": {"type": "array", "items": {"$ref": "ChatRequestMessage"}},
            "model": {"type": "string"},
            "frequency_penalty": {"type": "number"},
            "logprobs": {"type": "boolean"},
            "max_tokens": {"type": "integer"},
            "n": {"type": "number"},
            "presence_penalty": {"type": "number"},
            "response_format": {"$ref": "ResponseFormat"},
            "stream": {"type": "boolean"},
            "temperature": {"type": "number"},
            "tool_choice": {"$ref": "ToolChoiceMode"},
            "tools": {"type": "array", "items": {"$ref": "ChatTool"}},
            "top_logprobs": {"minimum": 0, "maximum": 20, "type": "integer", "x-bound": "prose"},
            "top_p": {"type": "number"},
            "best_of": {"type": "integer"},
            "early_stopping": {"type": "boolean"},
            "guided_choice": {"type": "array", "items": {"type": "string"}},
            "guided_json": {"type": "object", "additionalProperties": True},
            "guided_regex": {"type": "string"},
            "length_penalty": {"type": "number"},
            "min_p": {"type": "number", "minimum": 0, "maximum": 1, "x-bound": "prose"},
            "openai_api_key": {"type": "string"},
            "use_beam_search": {"type": "boolean"},
        },
    },
    "ResponseFormat": {
        "type": "object",
        "required": ["type"],
        "properties": {"content": {"type": "string", "enum": ["text", "json_object"]}},
    },
    "ChatRequestMessage": {
        "anyOf": [
            {"$ref": "ChatSystemMessage"},
            {"$ref": "ChatUserMessage"},
            {"$ref": "ChatAssistantMessage"},
            {"$ref": "ChatAssistantToolCallMessage"},
            {"$ref": "ChatToolMessage"},
        ]
    },
    "ChatSystemMessage": {
        "type": "object",
        "required": ["role", "content"],
        "properties": {"role": {"type": "string", "const": "system"}, "content": {"type": "string"}},
    },
    "ChatUserMessage": {
        "type": "object",
        "required": ["role", "content"],
        "properties": {"role": {"type": "string", "const": "user"}, "content": {"type": "string"}},
    },
    "ChatAssistantMessage": {
        "type": "object",
        "required": ["role", "content"],
        "properties": {"role": {"type": "string", "const": "assistant"}, "content": {"type": "string"}},
    },
    "ChatToolMessage": {
        "type": "object",
        "required": ["role", "content"],
        "properties": {
            "role": {"type": "string", "const": "tool"},
            "content": {"type": "string"},
            "tool_call_id": {"type": "string"},
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
        },
    },
    "ToolChoiceMode": {"type": "string", "enum": ["none", "auto"]},
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
    "ChatTool": {
        "anyOf": [{"$ref": "RetrievalTool"}, {"$ref": "FunctionTool"}],
        "discriminator": {
            "propertyName": "type",
            "mapping": {"retrieval": "RetrievalTool", "function": "FunctionTool"},
        },
    },
    "RetrievalTool": {
        "type": "object",
        "required": ["type", "retrieval"],
        "properties": {"type": {"type": "string", "const": "retrieval"}, "retrieval": {"$ref": "RetrievalOptions"}},
    },
    "RetrievalOptions": {
        "type": "object",
        "required": ["bucket_ids"],
        "properties": {"bucket_ids": {"type": "array", "items": {"type": "string"}}},
    },
    "TranscriptionRequest": {
        "type": "object",
        "required": ["file", "model"],
        "properties": {
            "file": {"type": "string", "format": "binary"},
            "model": {"type": "string", "enum": ["distil-whisper/distil-large-v2"]},
            "response_format": {"type": "string", "enum": ["json", "verbose_json"]},
            "timestamp_granularities[]": {"type": "string", "enum": ["segment"]},
        },
    },
    "SummaryRequest": {
        "type": "object",
        "required": ["bucket", "filename"],
        "properties": {"bucket": {"type": "string"}, "filename": {"type": "string"}},
    },
    "BucketEmbeddingsRequest": {
        "type": "object",
        "required": ["bucket_name"],
        "properties": {
            "bucket_name": {"type": "string"},
            "document_chunk_size": {"type": "integer"},
            "document_chunk_overlap_size": {"type": "integer"},
            "embedding_model": {"type": "string"},
            "loader": {"type": "string"},
        },
    },
    "SimilaritySearchRequest": {
        "type": "object",
        "required": ["bucket_name", "query"],
        "properties": {
            "bucket_name": {"type": "string"},
            "query": {"type": "string"},
            "num_of_docs": {"type": "integer"},
        },
    },
    "ChatAssistantToolCallMessage": {
        "type": "object",
        "required": ["role", "tool_calls"],
        "properties": {
            "role": {"type": "string", "const": "assistant"},
            "content": {"type": ["string", "null"]},
            "tool_calls": {"type": "array", "minItems": 1, "items": {"$ref": "ToolCall"}},
        },
    },
}

VALIDATOR = Validator(SCHEMAS, "Telnyx AI inference 2024-04-15")
