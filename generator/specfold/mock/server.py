"""An ASGI application on a real socket: binding, announcing, stopping; knows nothing of documents."""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final

import uvicorn

from specfold.errors import InputError

_GRACE_S: Final = 2
_START_S: Final = 30
_BACKLOG: Final = 2048
_LAST_PORT: Final = 65_535
_ANYWHERE: Final = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 compared with, never bound by itself


class _Server(uvicorn.Server):
    """A server that tells when it is ready."""

    def __init__(self, application: Any, on_ready: Callable[[], None]) -> None:
        config = uvicorn.Config(
            application,
            log_config=None,
            log_level="critical",
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=_GRACE_S,
        )
        super().__init__(config)
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then tell."""
        await super().startup(sockets)
        self._on_ready()


def bind(host: str, port: int) -> socket.socket:
    """
    Return a listening socket; port 0 takes a free one.

    Raises:
        InputError: the address is not there or taken.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    hint = "choose another --host or --port; --port 0 takes a free port"
    if not 0 <= port <= _LAST_PORT:
        what = f"cannot listen on {host}:{port}: expected a port from 0 to {_LAST_PORT}"
        raise InputError(what, hint=hint)
    try:
        return socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        what = f"cannot listen on {host}:{port}: {error}"
        raise InputError(what, hint=hint) from error


def base_url(listening: socket.socket, prefix: str) -> str:
    """Return the URL that reaches a listening socket from this machine."""
    host, port = listening.getsockname()[:2]
    host = _ANYWHERE.get(host, host)
    return f"http://{f'[{host}]' if ':' in host else host}:{port}{prefix}"


def serve(application: Any, host: str, *, port: int, prefix: str, announce: Callable[[str], None]) -> None:
    """
    Serve until SIGINT or SIGTERM, then return.

    Args:
        application: an ASGI application.
        host: address to listen on.
        port: port to listen on, 0 for a free one.
        prefix: path of the announced URL, such as `/v1`.
        announce: called once with the base URL, when requests are answered.

    Raises:
        InputError: the address is not there or taken.
    """
    with bind(host, port) as listening:
        server = _Server(application, lambda: announce(base_url(listening, prefix)))
        with _quiet_signals():
            server.run(sockets=[listening])


@contextmanager
def running(application: Any, *, host: str = "127.0.0.1", port: int = 0, prefix: str = "") -> Iterator[str]:
    """Serve in a thread while the context is open; gives the base URL."""
    ready = threading.Event()
    with bind(host, port) as listening:
        server = _Server(application, ready.set)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            if not ready.wait(_START_S):
                what = f"the server did not start within {_START_S} s"
                raise InputError(what)
            yield base_url(listening, prefix)
        finally:
            server.should_exit = True
            thread.join(_START_S)


@contextmanager
def _quiet_signals() -> Iterator[None]:
    """
    Let SIGINT and SIGTERM end the server and nothing else.

    The server raises a caught signal again after it has stopped; these handlers take it, so that the process goes on
    to exit with 0.
    """
    caught = (signal.SIGINT, signal.SIGTERM)
    before = {one: signal.signal(one, _ignore) for one in caught}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _ignore(number: int, frame: FrameType | None) -> None:
    """Do nothing."""
