"""What the sheets say a vendor takes is sent, what they say it refuses is not; the schema alone says the same."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from tests.sheets.requests import BESIDE_REFUSED, BESIDE_TAKEN, LEAST, REFUSED, TAKEN
from tests.sheets.table import CHAT
from tests.sheets.vendors import load_vendor

Case = tuple[str, str, dict[str, Any]]


def cases(chat: dict[str, list[dict[str, Any]]], beside: list[Case]) -> list[Any]:
    """Return every request of a verdict with its vendor and operation, under a name that says what it holds."""
    whole = [(name, CHAT, {**LEAST[name], **extra}, extra) for name, extras in chat.items() for extra in extras]
    found = [*whole, *((name, operation, body, body) for name, operation, body in beside)]
    return [
        pytest.param(name, operation, body, id=f"{name}-{operation}-{json.dumps(shown)[:60]}")
        for name, operation, body, shown in found
    ]


@pytest.mark.parametrize(("name", "operation", "body"), cases(TAKEN, BESIDE_TAKEN))
def test_a_good_request_is_sent(name: str, operation: str, body: dict[str, Any]) -> None:
    """A request that the sheet allows fits the schema and reaches the server as it was given."""
    vendor = load_vendor(name)

    _, (request,) = vendor.call(operation, body, answer=httpx.Response(200, json={}))

    assert vendor.faults(body, vendor.schema(operation, "request")) == []
    assert json.loads(request.content) == body


@pytest.mark.parametrize(("name", "operation", "body"), cases(REFUSED, BESIDE_REFUSED))
def test_a_bad_request_is_not_sent(name: str, operation: str, body: dict[str, Any]) -> None:
    """A request that the sheet rules out breaks the schema, and the client refuses it before anything is sent."""
    vendor = load_vendor(name)

    with pytest.raises(vendor.package.RequestValidationError):
        vendor.call(operation, body, answer=httpx.Response(200, json={}))

    assert vendor.faults(body, vendor.schema(operation, "request")) != []
