"""What a client is told: options that can be used are taken as meant, others refused when they are given."""

from __future__ import annotations

import asyncio
import sys
from functools import cached_property, partial
from typing import Any

import httpx
import pytest

from overrides import errors
from overrides.client import SyncClient
from overrides.direct import create_async_client, create_client
from overrides.http import DEFAULT_TIMEOUT, Timeout
from overrides.options import CallOptions
from tests.unit.overrides.api import CREATE, Acme, AsyncAcme, Reply, Server, acme, async_acme

OK = {"id": "c", "choices": []}
ASK = {"model": "m"}


async def awaited(_: Any) -> None:
    """Be a hook nobody would await."""


class Awaited:
    """Be one as an object."""

    async def __call__(self, _: Any) -> None:
        """Hear."""


@pytest.mark.parametrize(
    "option",
    [
        *({"timeout": value} for value in ("5", 0, -1, float("nan"), True, (1, 2), Timeout(5, read=-1))),
        *({"deadline": value} for value in ("5", 0, -1, float("nan"))),
        *({"idle_timeout": value} for value in ("5", 0)),
        *({"max_retries": value} for value in (None, "2", 1.5, -1, True, float("inf"))),
        *({"base_url": value} for value in ("https://a..test", f"https://{'a' * 64}.test", 5, object())),
        *({"on_event": value} for value in (awaited, Awaited(), partial(awaited, 1), "hook")),
        *({"default_headers": value} for value in ({"x": 1}, {"x": "\n"}, {"content-length": "1"}, ["x"])),
        *({"http_client": value} for value in (object(), httpx, Awaited())),
    ],
)
def test_options_that_cannot_be_used_are_refused_at_once(option: dict[str, Any]) -> None:
    """A client is not made with an option that would fail, or be misunderstood, with its first call."""
    with pytest.raises(errors.ConfigurationError):
        Acme(**option)


@pytest.mark.parametrize("options", [CallOptions(timeout=-1), CallOptions(deadline=0)])
def test_a_call_has_the_same_limits(options: CallOptions) -> None:
    """What a client refuses, a call refuses."""
    with pytest.raises(errors.ConfigurationError):
        acme(Server(httpx.Response(200, json=OK))).request(CREATE, ASK, options=options)


@pytest.mark.parametrize("forever", [float("inf"), 1e12, None])
def test_what_takes_forever_is_no_limit(forever: float | None) -> None:
    """Infinite seconds, and more than any clock counts, are no limit."""
    server = Server(httpx.Response(200, json=OK))
    client = acme(server, timeout=forever, deadline=forever, idle_timeout=forever)

    client.request(CREATE, ASK, options=CallOptions(deadline=forever))

    assert set(server.requests[0].extensions["timeout"].values()) == {None}


def read_timeout(client: SyncClient, server: Server) -> float | None:
    """Return how long a call waits for bytes."""
    client.request(CREATE, ASK)
    seconds: float | None = server.requests[-1].extensions["timeout"]["read"]
    return seconds


@pytest.mark.parametrize(
    ("own", "given", "expected"),
    [
        ({"timeout": 7}, {}, 7),
        ({"timeout": None}, {}, None),
        ({}, {}, DEFAULT_TIMEOUT.read),
        ({"timeout": 7}, {"timeout": 9}, 9),
        ({"timeout": 7}, {"timeout": None}, None),
    ],
)
def test_the_timeout_of_an_injected_client_counts(own: Any, given: Any, expected: float | None) -> None:
    """A timeout its owner set is used unless the client is given another; the library's default is none of the owner's."""
    server = Server(httpx.Response(200, json=OK))

    client = Acme(http_client=httpx.Client(transport=httpx.MockTransport(server), **own), **given)

    assert read_timeout(client, server) == expected


def test_a_timeout_of_another_library_is_one() -> None:
    """A full timeout of a library of the same shape is read by its phases."""

    class Other:
        def as_dict(self) -> dict[str, float | None]:
            return {"connect": 1, "read": 2, "write": None, "pool": 3}

    server = Server(httpx.Response(200, json=OK))

    assert read_timeout(acme(server, timeout=Other()), server) == 2


def test_a_copy_may_go_elsewhere() -> None:
    """A copy takes another server, as a text or a URL, and may check arguments or not."""
    server = Server(httpx.Response(200, json=OK))
    client = acme(server, base_url=httpx.URL("https://one.test/v1"))

    copied = client.with_options(base_url="https://two.test/v2?key=sk-in-query", validate_requests=False)
    copied.request(CREATE, {})

    assert str(server.requests[0].url) == "https://two.test/v2/chat?key=sk-in-query"
    assert (client.base_url, copied.base_url) == ("https://one.test/v1", "https://two.test/v2")
    assert copied._settings.redactor.text("sk-in-query") == "***"
    with pytest.raises(errors.RequestValidationError):
        copied.with_options(validate_requests=True).request(CREATE, {})


def test_a_copy_of_a_subclass_keeps_what_it_is() -> None:
    """What a class of the caller's remembers is in its copies; resources are their own."""

    class Team(Acme):
        team = "none"

        def __init__(self) -> None:
            super().__init__()
            self.team = "data"

        @cached_property
        def teams(self) -> list[SyncClient]:
            return [self]

    client = Team()
    teams = client.teams

    copied = client.with_options(timeout=1)

    assert (copied.team, copied.teams) == ("data", [copied])
    assert teams == [client]


def test_headers_of_ours_can_be_removed() -> None:
    """A default header of None is not sent."""
    server = Server(httpx.Response(200, json=OK))

    Acme(
        http_client=httpx.Client(transport=httpx.MockTransport(server), headers={"user-agent": "theirs"}),
        default_headers={"user-agent": None, "x-a": "1"},
    ).request(CREATE, ASK)

    assert (server.requests[0].headers["user-agent"], server.requests[0].headers["x-a"]) == ("theirs", "1")


def test_clients_say_whether_they_are_closed() -> None:
    """A copy is closed with the client it comes from, not the other way round."""
    client = Acme()
    with client.with_options(timeout=1) as copied:
        assert not copied.is_closed

    assert (copied.is_closed, client.is_closed) == (True, False)
    other = client.with_options(timeout=1)
    client.close()
    assert (client.is_closed, other.is_closed) == (True, True)


def test_an_asynchronous_client_belongs_to_one_event_loop() -> None:
    """In another event loop than that of its first call a client says so, before anything is sent."""
    server = Server(httpx.Response(200, json=OK))
    client = async_acme(server)

    async def ask() -> Any:
        return await client.with_options(max_retries=0).request(CREATE, ASK)

    assert asyncio.run(ask()) == Reply(OK)
    with pytest.raises(errors.ClientStateError, match="another event loop"):
        asyncio.run(ask())
    assert len(server.requests) == 1


@pytest.mark.parametrize("create", [create_client, create_async_client])
@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:9", "gopher://127.0.0.1:9"])
def test_a_proxy_that_cannot_be_used_is_said(create: Any, proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of the environment that needs a package which is not installed, or is of no known kind, names the way out."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ALL_PROXY", proxy)
    monkeypatch.setitem(sys.modules, "socksio", None)

    with pytest.raises(errors.ConfigurationError, match=r"httpx\[socks\]"):
        create()


def test_asynchronous_clients_take_the_same_options() -> None:
    """The asynchronous client refuses what the other refuses."""
    with pytest.raises(errors.ConfigurationError):
        AsyncAcme(on_event=awaited)
