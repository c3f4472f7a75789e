"""The names and numbers by which browsers find a computer, read and refused in words."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, ip_address

from alongside.refusal import BadInput

Number = IPv4Address | IPv6Address

_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\Z")
_ENCODED = re.compile(r"xn--[a-z0-9-]+")
_LONGEST = 253  # RFC 1035, 2.3.4, without the dot at the end


def is_number(text: str) -> bool:
    """True for a network address; false for a name."""
    try:
        ip_address(text.strip().strip("[]"))
    except ValueError:
        return False
    return True


def computer_name(text: str, where: str = "") -> str:
    """Return a name as browsers send it: ``Café.local`` becomes ``xn--caf-dma.local``.

    Raises:
        BadInput: where it is no name, or one without a dot, which would stand for everything under it.
    """
    try:
        name = text.strip().lower().encode("idna").decode("ascii")
    except UnicodeError:
        name = ""
    labels = name.split(".")
    if len(name) > _LONGEST or not all(_LABEL.match(label) for label in labels) or labels[-1].isdigit():
        raise BadInput(
            f"“{text}” is no name of a computer", where=where, remedy="Give one such as cafe.local, no address."
        )
    if len(labels) == 1:
        raise BadInput(
            f"the name “{text}” has no dot", where=where, remedy=f"Give the whole name, such as {name}.local."
        )
    return name


def in_letters(text: str) -> str:
    """A name or an address as people write it: with é where browsers send ``xn--…``."""
    return _ENCODED.sub(lambda found: found[0].encode("ascii").decode("idna"), text)


def network_number(text: str, where: str = "") -> Number:
    """Return a computer's number on a network, such as ``192.168.1.20``.

    Raises:
        BadInput: where it is none, or none that another computer could open.
    """
    try:
        number = ip_address(text.strip().strip("[]"))
    except ValueError:
        raise BadInput(
            f"“{text}” is no network address", where=where, remedy="Give one such as 192.168.1.20."
        ) from None
    # An address with a zone (fe80::1%eth0) means something on one computer alone, and no browser takes it.
    if number.is_unspecified or number.is_multicast or number.is_loopback or "%" in str(number):
        raise BadInput(
            f"at {text} no other computer could open this one",
            where=where,
            remedy="Give the address that it has on your network, such as 192.168.1.20.",
        )
    return number


def own_number(text: str, where: str = "") -> Number:
    """Return a number that only a network of one's own uses.

    Raises:
        BadInput: where it belongs to the whole internet.
    """
    number = network_number(text, where)
    if not number.is_private:
        raise BadInput(
            f"{number} is an address of the whole internet, not of a network of your own",
            where=where,
            remedy="For that, get a certificate from a public authority.",
        )
    return number


def name_or_number(text: str, where: str = "") -> str:
    """Return either, as a ``Host`` header and a certificate are compared with it.

    Raises:
        BadInput: where it is neither.
    """
    return str(network_number(text, where)) if is_number(text) else computer_name(text, where)
