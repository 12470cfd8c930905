"""A server of HTTP/2 over TLS on loopback, with a certificate made for the occasion; knows events, no client."""

from __future__ import annotations

import contextlib
import functools
import json
import socket
import ssl
import threading
from collections.abc import Iterator
from typing import Any, Final

import attrs
import trustme
from h2.config import H2Configuration
from h2.connection import H2Connection
from h2.events import DataReceived, RequestReceived, StreamEnded

from tests.unit.overrides.api import DONE, content

WHOLE: Final = content("Hel") + content("lo") + content(finish="stop") + DONE
ANSWER: Final = json.dumps({"id": "c", "choices": []}).encode()


@functools.cache
def contexts() -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """Make what a server shows and what a client trusts."""
    authority = trustme.CA()
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(server)
    server.set_alpn_protocols(["h2"])
    client = ssl.create_default_context()
    authority.configure_trust(client)
    return server, client


@attrs.define
class Http2Server:
    """
    Answer requests: a stream where one is asked for, JSON else; model `silent` begins its answer and says no more.

    Attributes:
        url: where it listens.
        connections: how many connections were made.
        requests: how many requests came.
        begun: set once an answer was begun.
    """

    url: str
    connections: int = 0
    requests: int = 0
    begun: threading.Event = attrs.field(factory=threading.Event)

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
        with contextlib.suppress(OSError), contexts()[0].wrap_socket(connection, server_side=True) as secure:
            protocol = H2Connection(H2Configuration(client_side=False))
            protocol.initiate_connection()
            secure.sendall(protocol.data_to_send())
            bodies: dict[int, bytes] = {}
            while data := secure.recv(65536):
                for happened in protocol.receive_data(data):
                    if isinstance(happened, RequestReceived):
                        bodies[happened.stream_id] = b""
                    elif isinstance(happened, DataReceived):
                        bodies[happened.stream_id] += happened.data
                    elif isinstance(happened, StreamEnded):
                        self._answer(protocol, happened.stream_id, asked=json.loads(bodies[happened.stream_id]))
                secure.sendall(protocol.data_to_send())
                self.begun.set()

    def _answer(self, protocol: H2Connection, stream_id: int, *, asked: dict[str, Any]) -> None:
        self.requests += 1
        is_silent, is_stream = asked["model"] == "silent", asked.get("stream", False)
        kind = "text/event-stream" if is_stream else "application/json"
        protocol.send_headers(stream_id, [(":status", "200"), ("content-type", kind)])
        whole = WHOLE if is_stream else ANSWER
        protocol.send_data(stream_id, content("a") if is_silent else whole, end_stream=not is_silent)


@contextlib.contextmanager
def http2_server() -> Iterator[Http2Server]:
    """Run a server."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Http2Server(f"https://127.0.0.1:{listening.getsockname()[1]}")
        threading.Thread(target=server.serve, args=(listening,), daemon=True).start()
        yield server
        with contextlib.suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
