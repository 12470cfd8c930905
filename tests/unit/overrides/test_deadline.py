"""Deadlines and connections given up: what is cut, and what is left to whom."""

from __future__ import annotations

import gc
import os

import httpx
import pytest

from overrides.deadline import CappedTimeouts, Deadline
from overrides.http import new_async_http_client, new_http_client
from tests.unit.overrides.api import GET, Pieces, acme


def test_each_phase_is_cut_to_what_is_left() -> None:
    """A phase without a limit, or with a longer one, may take what is left; never nothing at all."""
    phases = CappedTimeouts({"connect": 0.5, "read": 60.0, "write": None}, Deadline(10))
    passed = CappedTimeouts({"read": 60.0}, Deadline(-1))

    assert phases["connect"] == 0.5
    assert phases["read"] == pytest.approx(10, abs=1)
    assert phases.get("write") == pytest.approx(10, abs=1)
    assert passed["read"] == pytest.approx(0.001)


def test_a_deadline_that_is_lifted_bounds_nothing() -> None:
    """What the caller reads takes the caller's time."""
    deadline = Deadline(-1)
    phases = CappedTimeouts({"read": 60.0, "write": None}, deadline)

    deadline.lift()

    assert (phases["read"], phases["write"], deadline.has_passed) == (60.0, None, False)


def test_what_is_forgotten_is_closed_with_the_next_call() -> None:
    """An answer nobody closed is closed before the next request is sent; in a forked process it is the parent's."""
    bodies = [Pieces(b"1"), Pieces(b"2"), Pieces(b"3")]
    waiting = list(bodies)
    client = acme(lambda _: httpx.Response(200, stream=waiting.pop(0)))

    client.request(GET, {"file_id": "f"})
    gc.collect()
    kept = client.request(GET, {"file_id": "f"})

    assert [body.is_closed for body in bodies] == [True, False, False]
    kept.close()
    assert bodies[1].is_closed


def test_a_forked_process_leaves_the_parents_answers_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the parent opened is not given back by the child."""
    client = acme(lambda _: httpx.Response(200, stream=Pieces(b"1")))
    pool = client._pool
    reply = client.request(GET, {"file_id": "f"})

    monkeypatch.setattr(os, "getpid", lambda: -1)
    del reply

    assert list(pool.take_abandoned()) == []


def test_http_clients_are_made_with_our_defaults() -> None:
    """Options of the library change or add to our defaults."""
    with new_http_client(timeout=3, verify=False) as client:
        assert (client.timeout.read, client.follow_redirects) == (3, False)
    assert new_async_http_client().timeout.connect == 10
