"""Network addresses: which of them count as one sender."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network


def household(address: str) -> str:
    """Who counts as one: of the newer kind of address, each computer has as many as it likes.

    What is no address of a network counts as itself.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return address
    return str(ip_network((found, 64), strict=False)) if isinstance(found, IPv6Address) else address
