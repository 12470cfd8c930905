"""
Typed client for the Evil \"\"\" {{ 7*7 }} \\ API.

Generated from `openapi.yaml`; change that and generate again.
"""

from . import models
from ._runtime.errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APIStreamError,
    APITimeoutError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PaymentRequiredError,
    PermissionDeniedError,
    RateLimitError,
    RequestValidationError,
    StreamDecodeError,
    StreamError,
    StreamInterruptedError,
    UnexpectedContentTypeError,
    UnprocessableEntityError,
)
from ._runtime.model import UNSET, Unset
from ._runtime.responses import BinaryResponse, RawResponse
from ._runtime.stream import AsyncStream, Stream
from .client import AsyncEvil, Evil

__version__ = "0.1.0"

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APIStreamError",
    "APITimeoutError",
    "AsyncEvil",
    "AsyncStream",
    "AuthenticationError",
    "BadRequestError",
    "BinaryResponse",
    "ConflictError",
    "Evil",
    "InternalServerError",
    "NotFoundError",
    "PaymentRequiredError",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "RequestValidationError",
    "Stream",
    "StreamDecodeError",
    "StreamError",
    "StreamInterruptedError",
    "UNSET",
    "UnexpectedContentTypeError",
    "UnprocessableEntityError",
    "Unset",
    "models",
]
