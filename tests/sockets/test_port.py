"""Requests of one vendor sent with another vendor's generated client, over a real socket."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

import pytest

from specfold.compare.port import port
from specfold.mock.server import running
from specfold.mock.service import server_prefix
from tests.port.family import FAMILY, VENDORS, document_of, mock_of, requests_of

pytestmark = pytest.mark.sockets


@pytest.fixture(scope="module", params=VENDORS)
def target(request: pytest.FixtureRequest) -> Iterator[tuple[str, Any]]:
    """Give each vendor with a client that talks to its running mock."""
    member = FAMILY.member(request.param)
    assert member is not None
    document = document_of(member.vendor)
    credentials = {item.argument: "key" for item in member.credentials}
    with running(mock_of(member.vendor), prefix=server_prefix(document.value)) as base_url:
        made = getattr(importlib.import_module(member.package), member.class_name)
        with made(base_url=base_url, max_retries=0, **credentials) as client:
            yield member.vendor, client


def test_a_moved_request_is_the_arguments_of_a_call(target: tuple[str, Any]) -> None:
    """`create(**port(...))` answers for a request of every other vendor, tools and settings included."""
    vendor, client = target
    replies = []

    for source in VENDORS:
        for name, request in requests_of(source) if source != vendor else ():
            if name in {"function tool", "newer limit", "limit on the answer", "one stop text"}:
                arguments = port(
                    request,
                    document_of(source),
                    target=document_of(vendor),
                    operation="chat.completions.create",
                    allow_loss=True,
                )
                replies.append(client.chat.completions.create(**arguments))

    assert len(replies) >= len(VENDORS)
    assert all(reply.choices for reply in replies)
    assert any(reply.tool_calls for reply in replies)
