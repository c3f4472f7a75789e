"""Serving: the application at an address of this computer, until Ctrl-C."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

import uvicorn
from litestar.types import ASGIApp

from alongside.display import fonts
from alongside.refusal import BadInput

HOME = "127.0.0.1"
"""The one address it answers at: nobody on the network can reach it."""


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


def serve(app: ASGIApp, port: int, on_ready: Callable[[str], None]) -> None:
    """Serve until Ctrl-C; ``on_ready`` is told the address. Port 0 takes any that is free.

    Raises:
        BadInput: where the port is taken.
    """
    listening = bound(port)
    address = f"http://{HOME}:{listening.getsockname()[1]}"
    fonts.files()  # made once for this computer; now, rather than while the first page waits
    # No access log: addresses hold the ids of people.
    config = uvicorn.Config(
        app,
        log_config=None,  # its own would write the words of errors to the terminal
        access_log=False,
        server_header=False,
        proxy_headers=False,
        ws="none",
    )
    # A computer that shuts down, and whatever looks after programs, sends this: it ends as Ctrl-C does, and not
    # in the middle of a mail that is being sent beside the pages.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        _Server(config, lambda: on_ready(address)).run(sockets=[listening])
    except KeyboardInterrupt:
        return
    finally:
        listening.close()


def bound(port: int) -> socket.socket:
    """Take hold of a port of this computer.

    Raises:
        BadInput: where something else has it.
    """
    # The protocol is named so that asyncio sends at once; left out, each page waited 40 ms for an acknowledgement.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOME, port))
    except OSError as taken:
        listening.close()
        remedy = f"Choose another: --port {port + 1 if port < 65_535 else 8765}"
        raise BadInput(
            f"port {port} of this computer cannot be had; something else may use it", remedy=remedy
        ) from taken
    return listening
