"""How browsers reach the application: by which scheme, under which names, and what follows for its cookies.

There are three ways, and each application has one: plain HTTP at this computer alone, HTTPS on a network, or
HTTPS that a reverse proxy on this computer ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

LOOPBACK = frozenset({"127.0.0.1", "localhost"})
"""The names by which a computer calls itself."""

_HOST = re.compile(r"(?P<name>[a-z0-9.-]+|\[[0-9a-f.]*:[0-9a-f:.]+\])(:(?P<port>\d{1,5}))?\Z", re.IGNORECASE)
_PORT_LEFT_OUT = {"http": "80", "https": "443"}


@attrs.frozen(kw_only=True)
class Reached:
    """``names`` are lower case, an IPv6 address without brackets; ``port`` is what it listens at.

    With ``behind_proxy`` the port is ``None``: which one browsers see, the proxy alone knows.
    """

    scheme: str
    names: frozenset[str]
    port: int | None
    behind_proxy: bool = False

    @classmethod
    def on_this_computer(cls, port: int = 8080) -> Reached:
        """Plain HTTP, for browsers on this computer alone."""
        return cls(scheme="http", names=LOOPBACK, port=port)

    @classmethod
    def on_the_network(cls, names: Iterable[str], port: int) -> Reached:
        """HTTPS, under the given names and those of this computer itself."""
        return cls(scheme="https", names=LOOPBACK | frozenset(names), port=port)

    @classmethod
    def through_a_proxy(cls, names: Iterable[str]) -> Reached:
        """HTTPS up to a reverse proxy on this computer, which hands on the name that the browser asked for."""
        return cls(scheme="https", names=frozenset(names), port=None, behind_proxy=True)

    @property
    def secure(self) -> bool:
        """True if browsers come by HTTPS, so that every cookie may ask for it."""
        return self.scheme == "https"

    def knows(self, host: str) -> bool:
        """True if a ``Host`` header names us; the port may be another, as through a tunnel."""
        return self.name_in(host) is not None

    def name_in(self, host: str) -> str | None:
        """Return which of our names a ``Host`` header holds, lower case and without the port."""
        found = self._named(host)
        return found["name"].lower().strip("[]") if found else None

    def origin_of(self, host: str) -> str | None:
        """Return the origin of our pages for a browser that asked at ``host``; ``None`` if that is not us.

        As browsers write it: ``https://cafe.local:8443``; the port of the scheme itself is left out.
        """
        found = self._named(host)
        if found is None:
            return None
        name, port = found["name"].lower(), found["port"]
        return f"{self.scheme}://{name}" + (f":{port}" if port and port != _PORT_LEFT_OUT[self.scheme] else "")

    def address_at(self, name: str) -> str:
        """Return the address to open under one of the names, with the port where a browser needs it."""
        shown = f"[{name}]" if ":" in name else name
        port = "" if self.port is None or str(self.port) == _PORT_LEFT_OUT[self.scheme] else f":{self.port}"
        return f"{self.scheme}://{shown}{port}"

    def cookie_name(self, name: str) -> str:
        """Return what a cookie is called in the browser, such as ``__Host-alongside_session_8443``.

        Browsers keep cookies by the computer's name and not by its port, so two enterprises on one computer
        would overwrite each other's: the port is in the name. With ``__Host-`` a browser takes it by HTTPS from
        this very name only, so that no other name of the domain can plant one.
        """
        port = "" if self.port is None else f"_{self.port}"
        return f"{'__Host-' if self.secure else ''}alongside_{name}{port}"

    def _named(self, host: str) -> re.Match[str] | None:
        found = _HOST.match(host)
        known = found is not None and found["name"].lower().strip("[]") in self.names
        return found if known else None
