"""
Typed client for the Nexos.ai API.

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
    ClientStateError,
    ConfigurationError,
    ConflictError,
    InternalServerError,
    NotFoundError,
    PaymentRequiredError,
    PermissionDeniedError,
    RateLimitError,
    RequestValidationError,
    ResponseDecodeError,
    StreamDecodeError,
    StreamError,
    StreamInterruptedError,
    UnexpectedContentTypeError,
    UnprocessableEntityError,
)
from ._runtime.model import UNSET, Unset
from ._runtime.responses import BinaryResponse, RawResponse
from ._runtime.stream import AccumulatingStream, AsyncAccumulatingStream, AsyncStream, Stream
from .client import AsyncNexos, Nexos

__version__ = "0.1.0"

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APIStreamError",
    "APITimeoutError",
    "AccumulatingStream",
    "AsyncAccumulatingStream",
    "AsyncNexos",
    "AsyncStream",
    "AuthenticationError",
    "BadRequestError",
    "BinaryResponse",
    "ClientStateError",
    "ConfigurationError",
    "ConflictError",
    "InternalServerError",
    "Nexos",
    "NotFoundError",
    "PaymentRequiredError",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "RequestValidationError",
    "ResponseDecodeError",
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
