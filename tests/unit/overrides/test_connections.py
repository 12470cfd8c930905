"""Which connections are in use, which wait, and which are too many."""

from __future__ import annotations

import threading
import time

import httpx
import pytest

from overrides.connections import Connection, Connections
from overrides.network import Origin

HERE, THERE = ("https", "here.test", 443), ("https", "there.test", 443)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the seconds that the clock shows."""
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def used(connection: Connection) -> Connection:
    """Have an exchange from its beginning to its end."""
    exchanges = connection.exchanges
    exchanges.begin(httpx.Request("GET", "http://acme.test"))
    exchanges.end()
    exchanges.receive(b"HTTP/1.1 204 No Content\r\n\r\n")
    exchanges.head()
    exchanges.content()
    return connection


def lead(origin: Origin = HERE) -> Connection:
    """Make a connection that was used once."""
    return used(Connection(origin, None))


def keep(*waiting: Connection, most: int = 10, most_idle: int = 10) -> Connections:
    """Have connections wait, the last the shortest."""
    known = Connections(most=most, most_idle=most_idle)
    for connection in waiting:
        known.add(connection)
        assert known.put_back(connection)
    return known


def test_the_one_used_last_is_used_next() -> None:
    """Of those that lead there; others stay, and so fewer have to be kept."""
    first, second, other = lead(), lead(), lead(THERE)
    known = keep(first, second, other)

    assert [known.take(HERE) for _ in range(3)] == [second, first, None]
    assert (known.take(THERE), set(known.in_use)) == (other, {first, second, other})
    known.remove(first)
    assert set(known.in_use) == {second, other}


def test_those_that_wait_too_long_are_not_used(clock: list[float]) -> None:
    """A server may have given them up: they are taken to be closed instead."""
    old, young = lead(THERE), lead()
    known = keep(old)
    clock[0] += 3
    known.add(young)
    known.put_back(young)
    clock[0] += 2.5

    assert (known.take(THERE), known.take_surplus()) == (None, old)
    assert (known.take(HERE), known.take_surplus()) == (young, None)


def test_too_many_are_given_up() -> None:
    """More than may wait, and more than may be open with those in use; those that wait longest go first."""
    waiting = [lead(THERE) for _ in range(4)]
    known = keep(*waiting, most=4, most_idle=3)

    assert [known.take_surplus() for _ in range(2)] == [waiting[0], None]
    known.add(lead())
    known.add(lead())
    assert [known.take_surplus() for _ in range(2)] == [waiting[1], None]


def test_what_is_not_at_its_end_is_not_kept() -> None:
    """A connection amid an exchange is to be closed."""
    connection = Connection(HERE, None)
    connection.exchanges.begin(httpx.Request("GET", "http://acme.test"))
    known = Connections(most=1, most_idle=1)
    known.add(connection)

    assert (known.put_back(connection), known.in_use, known.take(HERE)) == (False, [], None)


def test_what_is_collected_is_forgotten_whatever_goes_on() -> None:
    """Garbage is collected amid anything: a connection is dropped without a lock, and forgotten when others are looked at."""
    connection = lead()
    known = Connections(most=1, most_idle=1)
    known.add(connection)
    with known._lock:
        dropping = threading.Thread(target=known.drop, args=(connection,))
        dropping.start()
        dropping.join(5)
        assert not dropping.is_alive()

    assert known.in_use == []


def test_nothing_is_kept_at_the_end() -> None:
    """All are taken and marked, those in use as well, and what comes back later is not kept."""
    in_use, waiting = lead(), lead()
    known = keep(waiting)
    known.add(in_use)

    assert set(known.take_all()) == {in_use, waiting}
    assert in_use.is_shut
    assert (known.put_back(in_use), known.in_use, known.take(HERE)) == (False, [], None)


def test_threads_never_share_one() -> None:
    """Whoever takes a connection has it alone until it is put back."""
    known = keep(*(lead() for _ in range(4)))
    holders: dict[Connection, int] = {}
    collisions: list[Connection] = []

    def use(number: int) -> None:
        for _ in range(100):
            connection = known.take(HERE)
            if connection is not None:
                if holders.setdefault(connection, number) != number:
                    collisions.append(connection)
                used(connection)
                del holders[connection]
                known.put_back(connection)

    threads = [threading.Thread(target=use, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (collisions, known.in_use, len(known.take_all())) == ([], [], 4)
