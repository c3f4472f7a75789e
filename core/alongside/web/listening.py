"""Where a server listens: at this computer alone, or at all its networks."""

from __future__ import annotations

import socket

import attrs

from alongside.refusal import BadInput

HOME = "127.0.0.1"
"""The address by which a computer speaks to itself: nobody on the network can reach it."""

_EVERYWHERE = ((socket.AF_INET, "0.0.0.0"), (socket.AF_INET6, "::"))  # noqa: S104 - asked for, and with HTTPS alone


@attrs.frozen
class Listening:
    """A port that was taken hold of, so that nothing else can have it."""

    port: int
    sockets: tuple[socket.socket, ...]

    @property
    def at_home(self) -> bool:
        """True if this computer alone can come to it."""
        return all(one.getsockname()[0] == HOME for one in self.sockets)

    def close(self) -> None:
        """Let go of it."""
        for one in self.sockets:
            one.close()


def at_home(port: int) -> Listening:
    """Take hold of a port that this computer alone can reach; port 0 is any that is free.

    Raises:
        BadInput: where something else has it.
    """
    one = _bound(socket.AF_INET, HOME, port)
    return Listening(one.getsockname()[1], (one,))


def on_every_network(port: int, *, newer_too: bool) -> Listening:
    """Take hold of a port at all of this computer's IPv4 addresses, and of its IPv6 ones with ``newer_too``.

    Raises:
        BadInput: where something else has it.
    """
    first = _bound(*_EVERYWHERE[0], port)
    found = first.getsockname()[1]
    if not newer_too:
        return Listening(found, (first,))
    try:
        return Listening(found, (first, _bound(*_EVERYWHERE[1], found)))
    except BadInput:
        first.close()
        raise


def _bound(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    # The protocol is named so that asyncio sends at once; left out, each page waited 40 ms for an acknowledgement.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6:
        listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)  # the other kind has a socket of its own
    try:
        listening.bind((address, port))
    except OSError as taken:
        listening.close()
        raise _refused(port, taken) from taken
    return listening


def _refused(port: int, taken: OSError) -> BadInput:
    remedy = f"Choose another: --port {port + 1 if port < 65_535 else 8765}"
    if isinstance(taken, PermissionError):
        return BadInput(
            f"port {port} is for administrators of this computer", remedy="Choose another: --port 8443"
        )
    return BadInput(f"port {port} of this computer cannot be had; something else may use it", remedy=remedy)


def is_of_this_computer(number: str) -> bool:
    """True if this computer has this network address now."""
    family = socket.AF_INET6 if ":" in number else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            probe.bind((number, 0))
        except OSError:
            return False
    return True


def own_number() -> str | None:
    """Return the IPv4 address by which this computer reaches its network; ``None`` where it is on none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address for documents alone; nothing is sent to it
        except OSError:
            return None
        return str(probe.getsockname()[0])
