"""What reaches the application before anybody has looked at it: what is asked, for which name, and from where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from ipaddress import ip_address

import attrs
from litestar.types import Scope

from alongside.web.reached import Reached

_READING = frozenset({"GET", "HEAD", "OPTIONS"})


@attrs.frozen(kw_only=True)
class Arrival:
    """One request. ``peer`` sent it to us and ``address`` asked for it: with a proxy between them, two computers.

    Both are network addresses, empty where none is known. ``headers`` stand by their lower-case names; one that
    was sent twice is joined, so that it passes no strict check.
    """

    method: str
    path: str
    headers: Mapping[str, str]
    peer: str = ""
    address: str = ""

    @property
    def host(self) -> str:
        """The name that was asked for, perhaps with a port."""
        return self.headers.get("host", "")

    @property
    def reads(self) -> bool:
        """True if it changes nothing."""
        return self.method in _READING


def arrived(scope: Scope, reached: Reached) -> Arrival:
    """Read a request. What a proxy says of the sender counts only where the settings say that there is one."""
    headers = _joined(scope.get("headers", ()))
    peer = plain_address((scope.get("client") or ("",))[0])
    return Arrival(
        method=str(scope.get("method", "")),
        path=str(scope.get("path", "")),
        headers=headers,
        peer=peer,
        address=_forwarded(headers) if reached.behind_proxy else peer,
    )


def _joined(pairs: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for name, value in pairs:
        key, text = name.decode("latin-1").lower(), value.decode("latin-1")
        between = "; " if key == "cookie" else ", "
        headers[key] = f"{headers[key]}{between}{text}" if key in headers else text
    return headers


def _forwarded(headers: Mapping[str, str]) -> str:
    """The address that our own proxy put last; whatever stands before it, the sender may have made up."""
    return plain_address(headers.get("x-forwarded-for", "").rpartition(",")[2].strip())


def plain_address(text: str) -> str:
    """Return a network address in its one form, IPv4 as IPv4 however it came; empty where it is none."""
    try:
        found = ip_address(text.partition("%")[0])
    except ValueError:
        return ""
    return str(getattr(found, "ipv4_mapped", None) or found)


def is_this_computer(address: str) -> bool:
    """True for an address by which a computer speaks to itself."""
    return address != "" and ip_address(address).is_loopback
