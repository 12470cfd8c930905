"""A server that says on its socket exactly what a test tells it to, one connection at a time a thread."""

from __future__ import annotations

import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator

import attrs

Script = Callable[[socket.socket, int], None]


@attrs.define
class Scripted:
    """
    Answer requests by a script.

    Attributes:
        script: writes the answer to the nth request, from 0, and leaves or closes the connection.
        certificate: what it shows to clients that come by TLS, or None where they do not.
        requests: the heads of the requests that came.
        connections: how many connections were made.
        ended: how many of them were closed by the other side, or broke.
    """

    script: Script
    url: str = ""
    certificate: ssl.SSLContext | None = None
    requests: list[bytes] = attrs.field(factory=list)
    connections: int = 0
    ended: int = 0

    def serve(self, listening: socket.socket) -> None:
        """Accept until the listening socket is closed."""
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._converse, args=(connection,), daemon=True).start()

    def _converse(self, connection: socket.socket) -> None:
        with contextlib.suppress(OSError), self._secured(connection) as secured:
            while head := _read_request(secured):
                self.requests.append(head)
                self.script(secured, len(self.requests) - 1)
        self.ended += 1

    def _secured(self, connection: socket.socket) -> socket.socket:
        return connection if self.certificate is None else self.certificate.wrap_socket(connection, server_side=True)

    def wait_for_end(self, count: int) -> bool:
        """Wait until that many connections have ended."""
        until = time.monotonic() + 5
        while self.ended < count and time.monotonic() < until:
            time.sleep(0.005)
        return self.ended >= count


def _read_request(connection: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = connection.recv(65536)
        if not piece:
            return b""
        data += piece
    head, _, body = data.partition(b"\r\n\r\n")
    lengths = [int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    while len(body) < sum(lengths):
        body += connection.recv(65536)
    return head


@contextlib.contextmanager
def scripted(script: Script, *, certificate: ssl.SSLContext | None = None) -> Iterator[Scripted]:
    """Run a server."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        scheme = "http" if certificate is None else "https"
        server = Scripted(script, f"{scheme}://127.0.0.1:{listening.getsockname()[1]}", certificate)
        threading.Thread(target=server.serve, args=(listening,), daemon=True).start()
        yield server
        with contextlib.suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)


def answer(status: str, body: bytes = b"", *headers: str) -> bytes:
    """Write a whole answer."""
    head = "\r\n".join([f"HTTP/1.1 {status}", f"content-length: {len(body)}", *headers])
    return f"{head}\r\n\r\n".encode() + body
