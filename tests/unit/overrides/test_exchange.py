"""HTTP/1.1 on one connection: what is sent, what came, and whether another exchange may follow."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from overrides.exchange import Exchanges, to_answer

HEAD = b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\n"
CHUNKED = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
NETWORK = object()


def asked(method: str = "POST", content: bytes = b"{}", **headers: str) -> Exchanges:
    """Begin and end a request."""
    exchanges = Exchanges()
    request = httpx.Request(method, "http://acme.test/chat?a=b", content=content, headers=headers)
    exchanges.begin(request)
    exchanges.add(content)
    exchanges.end()
    return exchanges


def answer_of(exchanges: Exchanges) -> httpx.Response | None:
    """Return the answer, if its head is there."""
    head = exchanges.head()
    return None if head is None else to_answer(head, httpx.ByteStream(b""), network_stream=NETWORK)


def answer_after(exchanges: Exchanges, data: bytes) -> httpx.Response | None:
    """Return the answer; where it is not there, take what comes next."""
    response = answer_of(exchanges)
    if response is None:
        exchanges.receive(data)
    return response


def test_a_request_is_written_as_it_is() -> None:
    """Method, target with query, and headers in their order come first; then the content, and nothing after it."""
    exchanges = Exchanges()
    request = httpx.Request("POST", "http://acme.test/chat?a=b", content=b"{}", headers={"X-Key": "k"})

    assert exchanges.begin(request) == (
        b"POST /chat?a=b HTTP/1.1\r\nHost: acme.test\r\nX-Key: k\r\nContent-Length: 2\r\n\r\n"
    )
    assert (exchanges.add(b"{}"), exchanges.end()) == (b"{}", b"")


def test_content_of_unknown_length_goes_in_chunks() -> None:
    """Pieces are framed, and so is their end."""
    exchanges = Exchanges()

    exchanges.begin(httpx.Request("POST", "http://acme.test", content=iter([b"ab"])))

    assert (exchanges.add(b"ab"), exchanges.end()) == (b"2\r\nab\r\n", b"0\r\n\r\n")


def test_what_cannot_be_sent_is_refused() -> None:
    """A line break in a header, and content of another length than announced, are faults of the caller."""
    for headers in ({"x": "a\r\nb: c"}, {"x y": "a"}):
        with pytest.raises(httpx.LocalProtocolError):
            Exchanges().begin(httpx.Request("GET", "http://acme.test", headers=headers))
    with pytest.raises(httpx.LocalProtocolError):
        asked(content=b"abc", **{"content-length": "2"})
    with pytest.raises(httpx.LocalProtocolError):
        asked(content=b"abc", **{"content-length": "4"})


@pytest.mark.parametrize("size", [1, 2, 7, 1000])
def test_an_answer_may_come_in_any_pieces(size: int) -> None:
    """Head and content are the same however they are cut; both say that they are not there yet."""
    came = b"HTTP/1.1 103 Early Hints\r\n\r\n" + CHUNKED + b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\ntrailer: t\r\n\r\n"
    exchanges, response, content, is_ended = asked(), None, b"", False

    for start in range(0, len(came), size):
        assert not is_ended
        exchanges.receive(came[start : start + size])
        response = response or answer_of(exchanges)
        if response is not None:
            piece, is_ended = exchanges.content()
            content += piece

    assert response is not None
    assert (response.status_code, response.http_version, response.reason_phrase) == (200, "HTTP/1.1", "OK")
    assert response.extensions["network_stream"] is NETWORK
    assert (content, is_ended, exchanges.renew()) == (b"abcde", True, True)


def test_all_that_came_is_given_at_once() -> None:
    """However many chunks came together: what reads them has less to do."""
    exchanges = asked()
    exchanges.receive(CHUNKED + b"1\r\na\r\n" * 3)
    answer_of(exchanges)

    assert (exchanges.content(), exchanges.content()) == ((b"aaa", False), (b"", False))


@pytest.mark.parametrize(
    ("rest", "content"),
    [(b"2\r\nab\r\n", b"ab"), (b"2\r\nab\r\n4\r\nc", b"abc"), (b"2\r\nab\r\nzz\r\n", b"ab"), (b"", b"")],
)
def test_what_came_before_a_break_is_given_first(rest: bytes, content: bytes) -> None:
    """Content that breaks off, or is framed wrongly, is handed out as far as it came; then comes the fault."""
    exchanges = asked()
    exchanges.receive(CHUNKED + rest)
    answer_of(exchanges)

    assert exchanges.content() == (content, False)
    exchanges.receive(b"")
    for _ in range(2):
        with pytest.raises(httpx.RemoteProtocolError):
            exchanges.content()
    assert not exchanges.renew()


@pytest.mark.parametrize(
    "came", [b"SSH-2.0-x\r\n\r\n", b"HTTP/1.1 2000 OK\r\n\r\n", b"x" * 200_000, b"\0", HEAD[:-2] + b"x: \0\r\n\r\n"]
)
def test_what_is_not_http_is_refused(came: bytes) -> None:
    """Another protocol, a status that is none, a head without end, and control characters are faults of the server."""
    exchanges = asked()

    exchanges.receive(came)

    with pytest.raises(httpx.RemoteProtocolError):
        answer_after(exchanges, b"")
    assert not exchanges.renew()


def test_a_server_that_leaves_without_an_answer() -> None:
    """A connection closed before the answer is told in words, and after its beginning too."""
    with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
        asked().receive(b"")
    begun = asked()
    begun.receive(b"HTTP/1.1 200")
    assert answer_of(begun) is None
    with pytest.raises(httpx.RemoteProtocolError):
        begun.receive(b"")


@pytest.mark.parametrize(
    ("method", "came", "may_follow"),
    [
        ("POST", HEAD + b"abcde", True),
        ("POST", HEAD + b"abcd", False),
        ("POST", HEAD + b"abcde" + HEAD, False),
        ("POST", b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 0\r\n\r\n", False),
        ("POST", b"HTTP/1.0 200 OK\r\ncontent-length: 0\r\n\r\n", False),
        ("POST", b"HTTP/1.1 204 No Content\r\n\r\n", True),
        ("HEAD", HEAD, True),
    ],
    ids=["whole", "unfinished", "more than asked for", "closing", "old", "empty", "head only"],
)
def test_another_exchange_may_follow_a_whole_answer(method: str, came: bytes, may_follow: bool) -> None:
    """Not one that is not read to its end, that closes, or that has something behind it, which nobody asked for."""
    exchanges = asked(method, b"")
    exchanges.receive(came)
    answer_of(exchanges)
    exchanges.content()

    assert exchanges.renew() is may_follow


def test_an_exchange_knows_nothing_of_the_one_before() -> None:
    """Two exchanges on one connection have their own ends."""
    exchanges = asked()
    got: list[Any] = []

    for _ in range(2):
        exchanges.receive(HEAD + b"abcde")
        answer_of(exchanges)
        got += [exchanges.content(), exchanges.renew()]
        exchanges.begin(httpx.Request("GET", "http://acme.test"))
        exchanges.end()

    assert got == [(b"abcde", True), True] * 2


def test_another_protocol_is_not_gone_over_to() -> None:
    """A server that takes up an upgrade, which no call wants, is at fault."""
    exchanges = asked("GET", b"", upgrade="x", connection="upgrade")
    exchanges.receive(b"HTTP/1.1 101 Switching\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n")

    with pytest.raises(httpx.RemoteProtocolError, match="another protocol"):
        answer_of(exchanges)
