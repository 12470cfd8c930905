"""Which connections are in use, which wait, and which are too many."""

from __future__ import annotations

import threading
import time

import attrs
import pytest

from overrides.connections import Connections

HERE, THERE = ("https", "here.test", 443), ("https", "there.test", 443)


@attrs.define(eq=False)
class Connection:
    """Lead somewhere."""

    origin: tuple[str, str, int] = HERE
    idle_since: float = 0.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Return the seconds that the clock shows."""
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    return now


def idle(*connections: Connection, most: int = 10, most_idle: int = 10) -> Connections[Connection]:
    """Have connections wait, the last the shortest."""
    known: Connections[Connection] = Connections(most=most, most_idle=most_idle)
    for connection in connections:
        known.add(connection)
        assert known.put_back(connection)
    return known


def test_the_one_used_last_is_used_next() -> None:
    """Of those that lead there; others stay, and so fewer have to be kept."""
    first, second, other = Connection(), Connection(), Connection(THERE)
    known = idle(first, second, other)

    assert [known.take(HERE) for _ in range(3)] == [second, first, None]
    assert (known.take(THERE), set(known.in_use)) == (other, {first, second, other})
    known.remove(first)
    assert set(known.in_use) == {second, other}


@pytest.mark.usefixtures("clock")
def test_those_that_wait_too_long_are_not_used(clock: list[float]) -> None:
    """A server may have given them up: they are taken to be closed instead."""
    old, young = Connection(THERE), Connection()
    known = idle(old)
    clock[0] += 3
    known.add(young)
    known.put_back(young)
    clock[0] += 2.5

    assert (known.take(THERE), known.take_surplus()) == (None, [old])
    assert (known.take(HERE), known.take_surplus()) == (young, [])


def test_too_many_are_given_up() -> None:
    """More than may wait, and more than may be open with those in use; those that wait longest go first."""
    waiting = [Connection(THERE) for _ in range(4)]
    known = idle(*waiting, most=4, most_idle=3)

    assert known.take_surplus() == waiting[:1]
    known.add(Connection())
    known.add(Connection())
    assert (known.take_surplus(), known.take_surplus()) == (waiting[1:2], [])


def test_nothing_is_kept_at_the_end() -> None:
    """All are taken, those in use as well, and what comes back later is not kept."""
    used, waiting = Connection(), Connection()
    known = idle(waiting)
    known.add(used)

    assert set(known.take_all()) == {used, waiting}
    assert (known.put_back(used), known.in_use, known.take(HERE)) == (False, [], None)


def test_threads_never_share_one() -> None:
    """Whoever takes a connection has it alone until it is put back."""
    known = idle(*(Connection() for _ in range(4)))
    holders: dict[Connection, int] = {}
    collisions: list[Connection] = []

    def use(number: int) -> None:
        for _ in range(500):
            connection = known.take(HERE)
            if connection is not None:
                if holders.setdefault(connection, number) != number:
                    collisions.append(connection)
                del holders[connection]
                known.put_back(connection)

    threads = [threading.Thread(target=use, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (collisions, known.in_use, len(known.take_all())) == ([], [], 4)
