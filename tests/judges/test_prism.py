"""The installed clients against Prism: a second server, which knows nothing but the merged document."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import Any

import pytest

from tests.demo.stage import CREDENTIAL
from tests.quality.repository import members

pytestmark = [pytest.mark.judges, pytest.mark.sockets]
VENDORS = sorted(members())
ASK: dict[str, Any] = {"model": "demo-model", "messages": [{"role": "user", "content": "hi"}]}


def make_client(vendor: str, base_url: str) -> Any:
    """Return a vendor's client with a made-up value for each of its credentials."""
    member = members()[vendor]
    package = importlib.import_module(member.get("package", f"{vendor}_client"))
    credentials = {credential["argument"]: CREDENTIAL for credential in member["credentials"]}
    return getattr(package, member["class"])(base_url=base_url, max_retries=0, **credentials)


@pytest.mark.parametrize("vendor", VENDORS)
def test_a_whole_reply(vendor: str, prism: Callable[[str], str]) -> None:
    """Prism accepts the request of each client, and the client reads Prism's answer."""
    with make_client(vendor, prism(vendor)) as client:
        reply = client.chat.completions.create(**ASK)

    assert reply.to_dict()["choices"] == [choice.to_dict() for choice in reply.choices] != []


@pytest.mark.parametrize("vendor", VENDORS)
def test_a_canned_stream(vendor: str, prism: Callable[[str], str]) -> None:
    """Each client reads the example stream of its document to the end."""
    with make_client(vendor, prism(vendor)) as client, client.chat.completions.create(**ASK, stream=True) as stream:
        chunks = list(stream)
        reply = stream.final()

    assert chunks
    assert (reply.choices[0].message.content or "") == stream.text
    assert stream.text or stream.tool_calls


def test_lists_beyond_chat(prism: Callable[[str], str]) -> None:
    """The Nexos client lists stored files and a team's keys."""
    with make_client("nexos", prism("nexos")) as client:
        files = client.storage.list()
        keys = client.team_api_keys.list(team_id="team-1")

    assert files.to_dict()
    assert [key.to_dict() for key in keys]
