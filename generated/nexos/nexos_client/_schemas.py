"""What the Nexos.ai document demands of requests, as JSON Schema."""

from __future__ import annotations

from typing import Any

from ._runtime.validation import Validator

SCHEMAS: dict[str, Any] = {
    "ChatCompletionsRequest": {
        "type": "object",
        "required": ["messages", "model"],
        "properties": {
            "messages": {"type": "array", "minItems": 1, "items": {"$ref": "ChatMessage"}},
            "model": {"type": "string"},
            "audio": {"anyOf": [{"$ref": "AudioConfiguration"}, {"type": "null"}]},
            "frequency_penalty": {"minimum": -2, "maximum": 2, "type": "number", "x-bound": "prose"},
            "logit_bias": {
                "type": ["object", "null"],
                "additionalProperties": {"type": "number", "minimum": -100, "maximum": 100, "x-bound": "prose"},
            },
            "logprobs": {"type": ["boolean", "null"]},
            "max_completion_tokens": {"type": ["integer", "null"]},
            "metadata": {"type": ["object", "null"], "additionalProperties": {"type": "string"}},
            "modalities": {"items": {"type": "string", "enum": ["text", "audio"]}, "type": "array"},
            "n": {"minimum": 1, "maximum": 128, "type": "integer"},
            "parallel_tool_calls": {"type": ["boolean", "null"]},
            "prediction": {"anyOf": [{"$ref": "PredictionType"}, {"type": "null"}]},
            "presence_penalty": {"minimum": -2, "maximum": 2, "type": "number", "x-bound": "prose"},
            "response_format": {"anyOf": [{"$ref": "ResponseFormat"}, {"type": "null"}]},
            "seed": {"type": ["integer", "null"], "minimum": -9223372036854776000, "maximum": 9223372036854776000},
            "service_tier": {"enum": ["auto", "default"], "type": "string"},
            "stop": {
                "anyOf": [
                    {"type": "string"},
                    {"type": "array", "maxItems": 4, "items": {"type": "string"}, "x-bound": "prose"},
                    {"type": "null"},
                ]
            },
            "store": {"type": ["boolean", "null"]},
            "stream": {"type": ["boolean", "null"]},
            "stream_options": {"anyOf": [{"$ref": "StreamOptions"}, {"type": "null"}]},
            "temperature": {"minimum": 0, "maximum": 2, "type": "number", "x-bound": "prose"},
            "tool_choice": {"anyOf": [{"$ref": "ToolChoiceMode"}, {"$ref": "NamedToolChoice"}, {"type": "null"}]},
            "tools": {"maxItems": 128, "x-bound": "prose", "items": {"$ref": "ChatTool"}, "type": ["array", "null"]},
            "top_logprobs": {"type": ["integer", "null"], "minimum": 0, "maximum": 20},
            "top_p": {"maximum": 1, "type": "number", "exclusiveMinimum": 0, "x-bound": "prose"},
            "thinking": {"anyOf": [{"$ref": "ChatThinkingModeConfiguration"}, {"type": "null"}]},
        },
    },
    "AudioConfiguration": {
        "type": "object",
        "required": ["voice", "format"],
        "properties": {
            "voice": {"type": "string", "enum": ["alloy", "echo", "shimmer", "fable", "onyx", "nova"]},
            "format": {"type": "string", "enum": ["wav", "mp3", "flac", "opus", "pcm16"]},
        },
    },
    "PredictionType": {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"type": "string"}, "content": {"type": ["string", "null"]}},
    },
    "ResponseFormat": {
        "type": "object",
        "properties": {"type": {"type": "string", "enum": ["text", "json_object", "json_schema"], "x-bound": "prose"}},
        "additionalProperties": True,
    },
    "StreamOptions": {"type": "object", "properties": {"include_usage": {"type": "boolean"}}},
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
    "ToolChoiceMode": {"type": "string", "enum": ["none", "auto", "required"], "x-bound": "prose"},
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
    "ChatMessage": {
        "type": "object",
        "properties": {
            "role": {"type": "string", "enum": ["system", "user", "assistant", "tool", "function", "developer"]},
            "content": {
                "anyOf": [
                    {"type": "string"},
                    {"type": "array", "items": {"type": "object", "additionalProperties": True}},
                    {"type": "null"},
                ]
            },
            "refusal": {"type": ["string", "null"]},
            "tool_calls": {"items": {"$ref": "ToolCall"}, "type": ["array", "null"]},
            "annotations": {"items": {"$ref": "ChatAnnotation"}, "type": ["array", "null"]},
            "audio": {"anyOf": [{"$ref": "ChatAudio"}, {"type": "null"}]},
            "function_call": {"$ref": "FunctionCall"},
            "name": {"type": ["string", "null"]},
            "thinking": {"type": ["string", "null"]},
            "tool_call_id": {"type": "string"},
        },
    },
    "ChatAnnotation": {
        "type": "object",
        "required": ["type", "url_citation"],
        "properties": {"type": {"type": "string"}, "url_citation": {"$ref": "UrlCitation"}},
    },
    "UrlCitation": {
        "type": "object",
        "properties": {
            "start_index": {"type": "integer"},
            "end_index": {"type": "integer"},
            "title": {"type": "string"},
            "url": {"type": "string"},
        },
    },
    "ChatAudio": {
        "type": "object",
        "required": ["id", "expires_at", "data", "transcript"],
        "properties": {
            "id": {"type": "string"},
            "expires_at": {"type": "integer"},
            "data": {"type": "string"},
            "transcript": {"type": "string"},
        },
    },
    "SpeechRequest": {
        "type": "object",
        "required": ["model", "input", "voice"],
        "properties": {
            "model": {"type": "string"},
            "input": {"type": "string", "maxLength": 4096},
            "voice": {"type": "string", "enum": ["alloy", "echo", "fable", "onyx", "nova", "shimmer"]},
            "response_format": {"type": "string", "enum": ["mp3", "opus", "aac", "flac", "wav", "pcm"]},
            "speed": {"type": "number"},
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
            "response_format": {"$ref": "TranscriptionFormat"},
            "temperature": {"type": "number", "minimum": 0, "maximum": 1, "x-bound": "prose"},
            "timestamp_granularities[]": {"type": "array", "items": {"type": "string", "enum": ["word", "segment"]}},
        },
    },
    "EmbeddingsRequest": {
        "type": "object",
        "required": ["model", "dimensions"],
        "properties": {
            "model": {"type": "string"},
            "input": {
                "anyOf": [
                    {"type": "string"},
                    {"type": "array", "items": {"type": "string"}},
                    {"type": "array", "items": {"type": "integer"}},
                    {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}},
                    {"type": "null"},
                ]
            },
            "encoding_format": {"type": "string", "enum": ["float", "base64"]},
            "dimensions": {"type": "integer"},
        },
    },
    "ImageGenerationRequest": {
        "type": "object",
        "required": ["prompt", "model"],
        "properties": {
            "prompt": {"type": "string"},
            "model": {"type": "string"},
            "n": {"type": "integer"},
            "size": {"type": "string", "enum": ["256x256", "512x512", "1024x1024", "1792x1024", "1024x1792"]},
            "quality": {"type": "string", "enum": ["standard", "hd"]},
            "response_format": {"type": "string", "enum": ["url", "b64_json"]},
            "style": {"type": "string", "enum": ["vivid", "natural"]},
        },
    },
    "ImageEditRequest": {
        "type": "object",
        "required": ["model", "image", "prompt"],
        "properties": {
            "model": {"type": "string"},
            "image": {"type": "string", "format": "binary"},
            "prompt": {"type": "string", "maxLength": 1000},
            "n": {"type": "integer"},
            "size": {"type": "string", "enum": ["256x256", "512x512", "1024x1024"]},
            "mask": {"type": "string", "format": "binary"},
            "response_format": {"type": "string", "enum": ["url", "b64_json"]},
        },
    },
    "ChatThinkingModeConfiguration": {
        "type": "object",
        "properties": {"type": {"type": "string"}, "budget_tokens": {"type": "integer"}},
    },
    "ChatTool": {
        "oneOf": [{"$ref": "FunctionTool"}, {"$ref": "WebSearchTool"}, {"$ref": "RagTool"}, {"$ref": "TikaOcrTool"}],
        "discriminator": {
            "propertyName": "type",
            "mapping": {
                "function": "FunctionTool",
                "web_search": "WebSearchTool",
                "rag": "RagTool",
                "tika_ocr": "TikaOcrTool",
            },
        },
    },
    "WebSearchTool": {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"type": "string", "const": "web_search"}, "web_search": {"$ref": "WebSearchOptions"}},
    },
    "WebSearchOptions": {
        "type": "object",
        "properties": {
            "search_context_size": {"type": "string", "enum": ["low", "medium", "high"]},
            "user_location": {"$ref": "WebSearchUserLocation"},
            "mcp": {"$ref": "WebSearchMcp"},
        },
    },
    "WebSearchUserLocation": {
        "type": "object",
        "required": ["type"],
        "properties": {
            "type": {"type": "string", "const": "approximate"},
            "city": {"type": "string"},
            "country": {"type": "string"},
            "region": {"type": "string"},
            "timezone": {"type": "string"},
        },
    },
    "WebSearchMcp": {
        "oneOf": [{"$ref": "WebSearchQueryMcp"}, {"$ref": "WebSearchUrlMcp"}],
        "discriminator": {"propertyName": "type", "mapping": {"query": "WebSearchQueryMcp", "url": "WebSearchUrlMcp"}},
    },
    "WebSearchQueryMcp": {
        "type": "object",
        "required": ["type", "options"],
        "properties": {"type": {"type": "string", "const": "query"}, "options": {"$ref": "WebSearchQueryOptions"}},
    },
    "WebSearchQueryOptions": {
        "type": "object",
        "properties": {
            "tool": {"type": "string", "enum": ["google_search", "bing_search", "amazon_search"]},
            "query": {"type": "string"},
            "geo_location": {"type": "string"},
            "parse": {"type": "boolean"},
        },
    },
    "WebSearchUrlMcp": {
        "type": "object",
        "required": ["type", "options"],
        "properties": {"type": {"type": "string", "const": "url"}, "options": {"$ref": "WebSearchUrlOptions"}},
    },
    "WebSearchUrlOptions": {
        "type": "object",
        "properties": {
            "tool": {"type": "string", "const": "universal"},
            "url": {"type": "string"},
            "geo_location": {"type": "string"},
            "parse": {"type": "boolean"},
        },
    },
    "RagTool": {
        "type": "object",
        "required": ["type", "rag"],
        "properties": {"type": {"type": "string", "const": "rag"}, "rag": {"$ref": "RagOptions"}},
    },
    "RagOptions": {"type": "object", "required": ["mcp"], "properties": {"mcp": {"$ref": "RagMcp"}}},
    "RagMcp": {
        "type": "object",
        "required": ["collection_uuid"],
        "properties": {
            "collection_uuid": {"type": "string"},
            "query": {"type": "string"},
            "threshold": {"type": "number"},
            "top_n": {"type": "integer"},
            "model_uuid": {"type": "string"},
        },
    },
    "TikaOcrTool": {
        "type": "object",
        "required": ["type", "tika_ocr"],
        "properties": {"type": {"type": "string", "const": "tika_ocr"}, "tika_ocr": {"$ref": "TikaOcrOptions"}},
    },
    "TikaOcrOptions": {"type": "object", "required": ["file_id"], "properties": {"file_id": {"type": "string"}}},
    "TranslationRequest": {
        "type": "object",
        "required": ["file", "model"],
        "properties": {
            "file": {"type": "string", "format": "binary"},
            "model": {"type": "string"},
            "prompt": {"type": "string"},
            "response_format": {"$ref": "TranscriptionFormat"},
            "temperature": {"type": "number"},
        },
    },
    "TranscriptionFormat": {"type": "string", "enum": ["json", "text", "srt", "verbose_json", "vtt"]},
    "ImageVariationRequest": {
        "type": "object",
        "required": ["image", "model"],
        "properties": {
            "image": {"type": "string", "format": "binary"},
            "model": {"type": "string"},
            "n": {"type": "integer"},
            "response_format": {"type": "string", "enum": ["url", "b64_json"]},
            "size": {"type": "string", "enum": ["256x256", "512x512", "1024x1024"]},
        },
    },
    "StoragePurpose": {"type": "string", "enum": ["assistants", "batch", "fine-tune", "vision", "user_data", "evals"]},
    "StorageUploadRequest": {
        "type": "object",
        "required": ["file", "purpose"],
        "properties": {"file": {"type": "string", "format": "binary"}, "purpose": {"$ref": "StoragePurpose"}},
    },
    "TeamApiKeyCreateRequest": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
    "TeamApiKeyUpdateRequest": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}},
}

VALIDATOR = Validator(SCHEMAS, "Nexos.ai gateway 2025-08")
