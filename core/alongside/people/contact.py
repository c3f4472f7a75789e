"""How a person is reached: an address for mail and a number to ring, as somebody typed them."""

from __future__ import annotations

import re

from alongside.refusal import BadInput, worded

LONGEST = 120

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}\Z")
_PHONE = re.compile(r"\+?[0-9][0-9 ()/-]{4,28}[0-9]\Z")


def reachable_by(email: str | None) -> str | None:
    """Return the address, None where nothing was typed.

    Raises:
        BadInput: for what no mail could be sent to.
    """
    text = (email or "").strip()
    if not text:
        return None
    if len(text) > LONGEST or not text.isprintable() or not _MAIL.match(text):
        raise BadInput(worded("people", "This is no e-mail address. Write it such as sam@example.org."))
    return text


def callable_at(phone: str | None) -> str | None:
    """Return the number with its blanks in order, None where nothing was typed.

    Raises:
        BadInput: for what nobody could ring.
    """
    text = " ".join((phone or "").split())
    if not text:
        return None
    if not _PHONE.match(text):
        raise BadInput(worded("people", "This is no phone number. Write it in digits, such as 01632 960105."))
    return text
