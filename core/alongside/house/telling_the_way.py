"""What is said when the pages are served: where to open them, who can, until when the certificate will do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import click
import segno

from alongside.house.entrance import Entrance
from alongside.house.reaching import Way
from alongside.web.https.names import in_letters, is_number
from alongside.web.https.server_certificate import WARN_DAYS, ServerCertificate
from alongside.web.listening import HOME, is_of_this_computer

_NOBODY_ELSE = "No other computer can connect."
_ANYBODY_HERE = "Every device on this computer's networks can connect."
_WHOEVER_THE_PROXY_LETS = "Whoever the proxy lets through can connect; without it, nobody can."


def told(way: Way, entrance: Entrance, now: datetime) -> Iterator[str]:
    """Yield what to say, line by line."""
    if way.reached.behind_proxy:
        yield from _through_a_proxy(way, entrance)
    elif way.certificate:
        yield from _on_the_network(way, entrance, way.certificate, now)
    else:
        address = way.reached.address_at(HOME)
        yield f"Open {address}{entrance.path} in a browser on this computer. Ctrl-C ends it."
        yield f"{entrance.says} {_NOBODY_ELSE}"


def _on_the_network(way: Way, entrance: Entrance, certificate: ServerCertificate, now: datetime) -> Iterator[str]:
    addresses = [way.reached.address_at(name) for name in way.names]
    yield f"Open {' or '.join(map(in_letters, addresses))} on a device of your network. Ctrl-C ends it."
    for number in filter(_is_elsewhere, way.names):
        yield f"{number} is not an address of this computer now: nobody will find it there."
    yield as_qr_code(addresses[0])
    yield f"{_ANYBODY_HERE} How one comes to trust it, so that no browser warns: docs/network.md"
    yield from _in_the_door(addresses[0], entrance)
    if certificate.key_is_open:
        yield f"Everybody on this computer can read the key. Type: chmod 600 {certificate.key}"
    soon = "Renew it soon: " if certificate.days_left(now.date()) <= WARN_DAYS else ""
    yield f"{soon}The certificate runs until {certificate.ends()}."


def _through_a_proxy(way: Way, entrance: Entrance) -> Iterator[str]:
    address = way.reached.address_at(way.names[0])
    yield f"Waiting for the reverse proxy at http://{HOME}:{way.listening.port}. Ctrl-C ends it."
    yield f"Open {in_letters(address)} in a browser."
    yield as_qr_code(address)
    yield _WHOEVER_THE_PROXY_LETS
    yield from _in_the_door(address, entrance)


def _in_the_door(address: str, entrance: Entrance) -> Iterator[str]:
    """The key is not in the code: that one hangs where everybody can see it."""
    if entrance.path:
        yield f"To come in, open {address}{entrance.path}"
    yield entrance.says


def _is_elsewhere(name: str) -> bool:
    return is_number(name) and not is_of_this_computer(name)


def as_qr_code(address: str) -> str:
    """An address for a camera: two rows of the code in a line, dark on light whatever the terminal's colours."""
    rows = [[bool(dark) for dark in row] for row in segno.make(address, error="m").matrix_iter(border=2)]
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    marks = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
    pairs = zip(rows[::2], rows[1::2], strict=True)
    lines = ("".join(marks[pair] for pair in zip(upper, lower, strict=True)) for upper, lower in pairs)
    return "\n".join(click.style(line, fg="black", bg="bright_white") for line in lines)
