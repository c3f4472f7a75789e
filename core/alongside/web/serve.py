"""Serving: the application where it listens, until Ctrl-C."""

from __future__ import annotations

import signal
import socket
import ssl
import sys
from collections.abc import Callable
from typing import Any

import uvicorn
from litestar.types import ASGIApp

from alongside.display import web_fonts
from alongside.web.listening import Listening
from alongside.web.patience import ImpatientProtocol

TURNS = 0.001
"""Seconds after which one thread lets another go on: a page waits for its turn after each thing that it asks the
database for, and with Python's own 5 ms came in 35 ms instead of 20 while a paper was made beside it."""


class _Server(uvicorn.Server):
    """A server that tells when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start to listen, then tell."""
        await super().startup(sockets)
        if self.started:
            self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End what is idle at once, then whatever is still being answered.

        By HTTPS both sides say good-bye, and a tablet that was carried off does not: each would be waited for
        half a minute.
        """
        for connection in list(self.server_state.connections):
            if _is_idle(connection):
                connection.transport.abort()
        await super().shutdown(sockets)


def _is_idle(connection: Any) -> bool:
    """True if nothing is being answered, nor on its way."""
    answering = connection.cycle is not None and not connection.cycle.response_complete
    return not answering and connection.transport.get_write_buffer_size() == 0


def serve(
    app: ASGIApp, listening: Listening, on_ready: Callable[[], None], *, https: ssl.SSLContext | None = None
) -> None:
    """Serve until Ctrl-C and let go of the port; ``on_ready`` is called once browsers can come."""
    if https is None and not listening.at_home:
        raise ValueError("plain HTTP is for this computer alone")
    sys.setswitchinterval(TURNS)
    web_fonts.files()  # made once for this computer; now, rather than while the first page waits
    # A computer that shuts down, and whatever looks after programs, sends this: it ends as Ctrl-C does, and not
    # in the middle of a mail that is being sent beside the pages.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        _Server(_config(app, https), on_ready).run(sockets=list(listening.sockets))
    except KeyboardInterrupt:
        return
    finally:
        listening.close()


def _config(app: ASGIApp, https: ssl.SSLContext | None) -> uvicorn.Config:
    """No access log: addresses hold the ids of people. What a proxy adds is read by the guard alone."""
    return uvicorn.Config(
        app,
        http=ImpatientProtocol,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
        ssl_context_factory=(lambda *_: https) if https else None,
    )
