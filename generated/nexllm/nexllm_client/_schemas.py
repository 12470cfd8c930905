"""What the NexLLM document demands of requests, as JSON Schema."""

from __future__ import annotations

from typing import Any

from ._runtime.validation import Validator

SCHEMAS: dict[str, Any] = {
    "ChatCompletionsRequest": {
        "type": "object",
        "required": ["messages", "model"],
        "properties": {
            "messages": {"type": "array", "items": {"$ref": "ChatRequestMessage"}},
            "model": {"type": "string"},
            "audio": {"anyOf": [{"$ref": "AudioConfiguration"}, {"type": "null"}]},
            "frequency_penalty": {"type": ["number", "null"], "minimum": -2, "maximum": 2},
            "function_call": {"anyOf": [{"type": "string", "enum": ["none", "auto"]}, {"$ref": "FunctionCallOption"}]},
            "functions": {"type": "array", "minItems": 1, "maxItems": 128, "items": {"$ref": "FunctionDeclaration"}},
            "logit_bias": {
                "type": ["object", "null"],
                "additionalProperties": {"type": "integer", "minimum": -100, "maximum": 100, "x-bound": "prose"},
            },
            "logprobs": {"type": ["boolean", "null"]},
            "max_completion_tokens": {"type": ["integer", "null"]},
            "max_tokens": {"type": "integer"},
            "metadata": {
                "type": ["object", "null"],
                "maxProperties": 16,
                "x-bound": "prose",
                "propertyNames": {"maxLength": 64, "x-bound": "prose"},
                "additionalProperties": {"type": "string", "maxLength": 512, "x-bound": "prose"},
            },
            "modalities": {"type": ["array", "null"], "items": {"type": "string", "enum": ["text", "audio"]}},
            "n": {"type": ["integer", "null"], "minimum": 1, "maximum": 128},
            "parallel_tool_calls": {"type": "boolean"},
            "prediction": {"anyOf": [{"$ref": "PredictionType"}, {"type": "null"}]},
            "presence_penalty": {"type": ["number", "null"], "minimum": -2, "maximum": 2},
            "reasoning_effort": {"type": "string", "enum": ["low", "medium", "high"]},
            "response_format": {"$ref": "ResponseFormat"},
            "seed": {"type": ["integer", "null"], "format": "int64"},
            "service_tier": {"type": ["string", "null"], "enum": ["auto", "default", None]},
            "stop": {
                "anyOf": [
                    {"type": "string"},
                    {"type": "array", "minItems": 1, "maxItems": 4, "items": {"type": "string"}},
                    {"type": "null"},
                ]
            },
            "store": {"type": ["boolean", "null"]},
            "stream": {"type": "boolean"},
            "stream_options": {"anyOf": [{"$ref": "StreamOptions"}, {"type": "null"}]},
            "temperature": {"minimum": 0, "maximum": 2, "type": "number", "x-bound": "prose"},
            "tool_choice": {"anyOf": [{"$ref": "ToolChoiceMode"}, {"$ref": "NamedToolChoice"}]},
            "tools": {"type": "array", "maxItems": 128, "x-bound": "prose", "items": {"$ref": "FunctionTool"}},
            "top_logprobs": {"type": ["integer", "null"], "minimum": 0, "maximum": 20},
            "top_p": {"type": ["number", "null"], "minimum": 0, "maximum": 1},
            "user": {"type": "string"},
        },
    },
    "AudioConfiguration": {
        "type": "object",
        "required": ["voice", "format"],
        "properties": {
            "voice": {
                "type": "string",
                "enum": ["alloy", "ash", "ballad", "coral", "echo", "sage", "shimmer", "verse"],
            },
            "format": {"type": "string", "enum": ["wav", "mp3", "flac", "opus", "pcm16"]},
        },
    },
    "FunctionCallOption": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
    "FunctionDeclaration": {
        "type": "object",
        "required": ["name"],
        "properties": {
            "name": {"type": "string"},
            "description": {"type": "string"},
            "parameters": {"type": "object", "additionalProperties": True},
        },
    },
    "PredictionType": {
        "type": "object",
        "required": ["type", "content"],
        "properties": {
            "type": {"type": "string", "const": "content"},
            "content": {"anyOf": [{"type": "string"}, {"type": "array", "minItems": 1, "items": {"$ref": "TextPart"}}]},
        },
    },
    "ResponseFormat": {
        "oneOf": [
            {"$ref": "ResponseFormatText"},
            {"$ref": "ResponseFormatJsonObject"},
            {"$ref": "ResponseFormatJsonSchema"},
        ],
        "discriminator": {
            "propertyName": "type",
            "mapping": {
                "text": "ResponseFormatText",
                "json_object": "ResponseFormatJsonObject",
                "json_schema": "ResponseFormatJsonSchema",
            },
        },
    },
    "ResponseFormatText": {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"type": "string", "const": "text"}},
    },
    "ResponseFormatJsonObject": {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"type": "string", "const": "json_object"}},
    },
    "ResponseFormatJsonSchema": {
        "type": "object",
        "required": ["type", "json_schema"],
        "properties": {"type": {"type": "string", "const": "json_schema"}, "json_schema": {"$ref": "JsonSchemaFormat"}},
    },
    "JsonSchemaFormat": {
        "type": "object",
        "required": ["name"],
        "properties": {
            "name": {"type": "string", "maxLength": 64, "pattern": "^[A-Za-z0-9_-]+$", "x-bound": "prose"},
            "description": {"type": "string"},
            "schema": {"type": "object", "additionalProperties": True},
            "strict": {"type": ["boolean", "null"]},
        },
    },
    "StreamOptions": {"type": "object", "properties": {"include_usage": {"type": "boolean"}}},
    "ChatRequestMessage": {
        "oneOf": [
            {"$ref": "ChatDeveloperMessage"},
            {"$ref": "ChatSystemMessage"},
            {"$ref": "ChatUserMessage"},
            {"$ref": "ChatAssistantMessage"},
            {"$ref": "ChatToolMessage"},
            {"$ref": "ChatFunctionMessage"},
        ],
        "discriminator": {
            "propertyName": "role",
            "mapping": {
                "developer": "ChatDeveloperMessage",
                "system": "ChatSystemMessage",
                "user": "ChatUserMessage",
                "assistant": "ChatAssistantMessage",
                "tool": "ChatToolMessage",
                "function": "ChatFunctionMessage",
            },
        },
    },
    "ChatDeveloperMessage": {
        "type": "object",
        "required": ["role", "content"],
        "properties": {
            "role": {"type": "string", "const": "developer"},
            "content": {"anyOf": [{"type": "string"}, {"type": "array", "minItems": 1, "items": {"$ref": "TextPart"}}]},
            "name": {"type": "string"},
        },
    },
    "ChatSystemMessage": {
        "type": "object",
        "required": ["role", "content"],
        "properties": {
            "role": {"type": "string", "const": "system"},
            "content": {"anyOf": [{"type": "string"}, {"type": "array", "minItems": 1, "items": {"$ref": "TextPart"}}]},
            "name": {"type": "string"},
        },
    },
    "ChatUserMessage": {
        "type": "object",
        "required": ["role", "content"],
        "properties": {
            "role": {"type": "string", "const": "user"},
            "content": {
                "anyOf": [{"type": "string"}, {"type": "array", "minItems": 1, "items": {"$ref": "ContentPart"}}]
            },
            "name": {"type": "string"},
        },
    },
    "ChatAssistantMessage": {
        "type": "object",
        "required": ["role"],
        "properties": {
            "role": {"type": "string", "const": "assistant"},
            "content": {
                "anyOf": [
                    {"type": "string"},
                    {"type": "array", "minItems": 1, "items": {"$ref": "AssistantContentPart"}},
                    {"type": "null"},
                ]
            },
            "name": {"type": "string"},
            "refusal": {"type": ["string", "null"]},
            "audio": {"anyOf": [{"$ref": "AudioReference"}, {"type": "null"}]},
            "tool_calls": {"type": "array", "items": {"$ref": "ToolCall"}},
            "function_call": {"anyOf": [{"$ref": "FunctionCall"}, {"type": "null"}]},
        },
    },
    "ChatToolMessage": {
        "type": "object",
        "required": ["role", "content", "tool_call_id"],
        "properties": {
            "role": {"type": "string", "const": "tool"},
            "content": {"anyOf": [{"type": "string"}, {"type": "array", "minItems": 1, "items": {"$ref": "TextPart"}}]},
            "tool_call_id": {"type": "string"},
        },
    },
    "ChatFunctionMessage": {
        "type": "object",
        "required": ["role", "content", "name"],
        "properties": {
            "role": {"type": "string", "const": "function"},
            "content": {"type": ["string", "null"]},
            "name": {"type": "string"},
        },
    },
    "ContentPart": {
        "oneOf": [{"$ref": "TextPart"}, {"$ref": "ImagePart"}, {"$ref": "AudioPart"}, {"$ref": "FilePart"}],
        "discriminator": {
            "propertyName": "type",
            "mapping": {"text": "TextPart", "image_url": "ImagePart", "input_audio": "AudioPart", "file": "FilePart"},
        },
    },
    "AssistantContentPart": {
        "oneOf": [{"$ref": "TextPart"}, {"$ref": "RefusalPart"}],
        "discriminator": {"propertyName": "type", "mapping": {"text": "TextPart", "refusal": "RefusalPart"}},
    },
    "TextPart": {
        "type": "object",
        "required": ["type", "text"],
        "properties": {"type": {"type": "string", "const": "text"}, "text": {"type": "string"}},
    },
    "RefusalPart": {
        "type": "object",
        "required": ["type", "refusal"],
        "properties": {"type": {"type": "string", "const": "refusal"}, "refusal": {"type": "string"}},
    },
    "ImagePart": {
        "type": "object",
        "required": ["type", "image_url"],
        "properties": {"type": {"type": "string", "const": "image_url"}, "image_url": {"$ref": "ImageUrl"}},
    },
    "ImageUrl": {
        "type": "object",
        "required": ["url"],
        "properties": {"url": {"type": "string"}, "detail": {"type": "string", "enum": ["auto", "low", "high"]}},
    },
    "AudioPart": {
        "type": "object",
        "required": ["type", "input_audio"],
        "properties": {"type": {"type": "string", "const": "input_audio"}, "input_audio": {"$ref": "InputAudio"}},
    },
    "InputAudio": {
        "type": "object",
        "required": ["data", "format"],
        "properties": {"data": {"type": "string"}, "format": {"type": "string", "enum": ["wav", "mp3"]}},
    },
    "FilePart": {
        "type": "object",
        "required": ["type", "file"],
        "properties": {"type": {"type": "string", "const": "file"}, "file": {"$ref": "InputFile"}},
    },
    "InputFile": {
        "type": "object",
        "properties": {"filename": {"type": "string"}, "file_data": {"type": "string"}, "file_id": {"type": "string"}},
    },
    "AudioReference": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}},
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
    "SpeechRequest": {
        "type": "object",
        "required": ["model", "input", "voice"],
        "properties": {
            "model": {"type": "string"},
            "input": {"type": "string", "maxLength": 4096, "x-bound": "prose"},
            "voice": {"type": "string", "enum": ["alloy", "echo", "fable", "onyx", "nova", "shimmer"]},
            "response_format": {"type": "string", "enum": ["mp3", "opus", "aac", "flac"]},
        },
    },
    "TranscriptionRequest": {
        "type": "object",
        "required": ["file", "model"],
        "properties": {
            "file": {"type": "string", "format": "binary"},
            "model": {"type": "string"},
            "language": {"type": "string"},
            "prompt": {"type": "string"},
        },
    },
    "EmbeddingsRequest": {
        "type": "object",
        "required": ["model", "input"],
        "properties": {
            "model": {"type": "string"},
            "input": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
        },
    },
    "ImageGenerationRequest": {
        "type": "object",
        "required": ["prompt", "model"],
        "properties": {
            "prompt": {"type": "string"},
            "model": {"type": "string"},
            "n": {"type": "integer", "maximum": 10, "x-bound": "prose"},
            "size": {"type": "string", "enum": ["256x256", "512x512", "1024x1024", "1792x1024", "1024x1792"]},
        },
    },
    "ImageEditRequest": {
        "type": "object",
        "required": ["model", "image", "prompt"],
        "properties": {
            "model": {"type": "string"},
            "image": {"type": "string", "format": "binary"},
            "prompt": {"type": "string"},
            "n": {"type": "integer"},
            "size": {"type": "string"},
        },
    },
}

VALIDATOR = Validator(SCHEMAS, "NexLLM 2025")
