"""What is an address that mail could be sent to."""

from __future__ import annotations

from email.errors import HeaderParseError
from email.headerregistry import Address


def is_address(text: str) -> bool:
    """True if mail could be sent there."""
    try:
        made = Address(addr_spec=text)
    except (HeaderParseError, ValueError, IndexError):
        return False
    return bool(made.username and made.domain) and text.isprintable()
