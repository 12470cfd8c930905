"""Requests written from each vendor's description, moved to each other vendor and sent to that vendor's mock."""

from __future__ import annotations

import functools
import json
from typing import Any

import httpx
import pytest

from specfold.compare.port import port_request
from specfold.compare.port_values import Port
from specfold.mock.service import server_prefix
from tests.port.family import PAIRS, VENDORS, document_of, mock_of, requests_of
from tests.sheets.requests import LEAST as LEAST_REQUEST
from tests.sheets.requests import TAKEN
from tests.unit.mock.calling import client_of

LEAST = 20
UNKNOWABLE = {"/model": "the request does not say it", "/messages": "at least 1 in the list, got 0"}
"""What no edit can add: which model a server would have picked, and something to answer to."""
CHAT = "chat.completions.create"


@functools.cache
def moves(source: str, target: str) -> list[tuple[str, dict[str, Any], Port]]:
    """Return what becomes of each request of one vendor at another: what it is about, the request, the result."""
    sides = (document_of(source), document_of(target))
    plain = [(json.dumps(extra), {**LEAST_REQUEST[source], **extra}) for extra in TAKEN[source]]
    return [
        (name, request, port_request(request, sides[0], target=sides[1], operation=CHAT, allow_loss=True))
        for name, request in (*requests_of(source), *plain)
    ]


async def send(client: httpx.AsyncClient, vendor: str, *, request: dict[str, Any]) -> httpx.Response:
    """Return the answer of a vendor's mock."""
    document = document_of(vendor).value
    path = next(path for path in document["paths"] if path.endswith("/chat/completions"))
    headers = {"authorization": "Bearer key", "token": "key"}
    return await client.post(server_prefix(document) + path, headers=headers, json=request)


@pytest.mark.anyio
@pytest.mark.parametrize(("source", "target"), PAIRS)
async def test_a_portable_request_is_accepted_by_the_targets_mock(source: str, target: str) -> None:
    """What is called portable is accepted after repair; so are twenty requests at least between any two vendors."""
    refused = []
    accepted = 0

    async with client_of(mock_of(target)) as client:
        for name, _, moved in moves(source, target):
            if moved.portable:
                response = await send(client, target, request=moved.request)
                accepted += response.status_code == 200
                refused += [] if response.status_code == 200 else [f"{name}: {response.text[:200]}"]

    assert refused == []
    assert accepted >= LEAST


@pytest.mark.anyio
@pytest.mark.parametrize("vendor", VENDORS)
async def test_the_verdict_is_that_of_the_mock(vendor: str) -> None:
    """The mock refuses what is called rejected and accepts the rest, but for limits that are stated in prose only."""
    wrong = []

    async with client_of(mock_of(vendor)) as client:
        for source, target in PAIRS:
            for name, request, moved in moves(source, target) if target == vendor else ():
                response = await send(client, vendor, request=request)
                in_prose = any("documented limit" in note.note for note in moved.notes)
                if (moved.verdict == "rejected") != (response.status_code != 200) and not in_prose:
                    wrong.append(f"{source} {name}: {moved.verdict}, {response.status_code} {response.text[:200]}")

    assert wrong == []


@pytest.mark.parametrize("vendor", VENDORS)
def test_a_request_is_at_home_where_it_was_written_for(vendor: str) -> None:
    """Moved to its own document a request is accepted as it is, and nothing is edited but what the limits in prose say."""
    moved = {name: one for name, _, one in moves(vendor, vendor)}

    edits = {name: one.edits for name, one in moved.items() if one.edits}
    assert {one.verdict for one in moved.values()} == {"accepted"}
    assert edits == {}


def test_only_what_nobody_can_know_keeps_a_request_from_moving() -> None:
    """Every request moves from every vendor to every other, but where the model or any message is missing."""
    stuck = {
        (str(fault.pointer), fault.message)
        for pair in PAIRS
        for _, _, moved in moves(*pair)
        for fault in moved.unmended
    }
    written = [name for pair in PAIRS for name, _, moved in moves(*pair) if not moved.portable and name[0] != "{"]

    assert {pointer for pointer, _ in stuck} == set(UNKNOWABLE)
    assert all(UNKNOWABLE[pointer] in message for pointer, message in stuck)
    assert written == ["server picks the model"] * 2
