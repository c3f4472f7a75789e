"""A person's work as a calendar that other programs read (iCalendar, RFC 5545), at an address with a secret in it.

An entry keeps its id while its claim stands, also when the time moves. It says when, what and where, and, if she
chose so, who supports her then; nothing else: whoever keeps her calendar reads it too.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

import attrs

from alongside.diary.claim import Claim

_BITS = 160
_WIDE = 75
"""Bytes of a line, after which it is folded."""

BACK, AHEAD = timedelta(weeks=8), timedelta(weeks=53)
"""How much of the past and of what is to come the calendar holds."""


@attrs.frozen(kw_only=True)
class Feed:
    """``person``'s calendar: ``seal`` is a digest of the secret in its address, which is shown once.

    With ``says_who`` it names who supports her at each work; she alone chooses that.
    """

    id: str
    person: str
    seal: str
    made_at: datetime
    says_who: bool = False
    version: int = 1


def new_secret() -> str:
    """Return the secret of a new address: 160 bits."""
    return secrets.token_hex(_BITS // 8)


def seal_of(secret: str) -> str:
    """Return what is kept of a secret: nobody can work it out from this."""
    return hashlib.sha256(f"calendar:{secret}".encode()).hexdigest()


def path_of(secret: str) -> str:
    """Return the path of a calendar."""
    return f"/calendar/{secret}"


def written(
    claims: Iterable[Claim],
    places: Mapping[str, str],
    title: str,
    now: datetime,
    beside: Mapping[str, str] | None = None,
) -> str:
    """Return a calendar of claims; ``places`` are names of businesses by id, ``beside`` who supports her then."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Alongside//Calendar//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_text(title)}",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        *(line for claim in claims for line in _entry(claim, places, now, (beside or {}).get(claim.id, ""))),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def tag_of(calendar: str) -> str:
    """Return what is the same of two calendars that say the same, whenever they were written."""
    said = "\n".join(line for line in calendar.split("\r\n") if not line.startswith("DTSTAMP:"))
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _entry(claim: Claim, places: Mapping[str, str], now: datetime, beside: str) -> Iterator[str]:
    place = places.get(claim.business or "", "")
    yield "BEGIN:VEVENT"
    # Of the claim and not of the time: a calendar moves the entry that it has, and makes no second one.
    yield f"UID:{claim.id}@alongside"
    yield f"DTSTAMP:{_moment(now)}"
    yield f"SEQUENCE:{claim.version - 1}"
    yield f"DTSTART:{_moment(claim.starts)}"
    yield f"DTEND:{_moment(claim.ends)}"
    yield f"SUMMARY:{_text(claim.label or place)}"
    if place:
        yield f"LOCATION:{_text(place)}"
    if beside:
        yield f"DESCRIPTION:{_text(f'With {beside}')}"
    yield "END:VEVENT"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    """Return words as a value: signs that mean something are marked, and nothing begins a line of its own."""
    plain = " ".join(words.split())
    for sign in ("\\", ";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return "".join(one for one in plain if one.isprintable())


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most 75 bytes, each but the first begun by a space; no letter is cut."""
    piece, room = "", _WIDE
    for letter in line:
        size = len(letter.encode())
        if size > room:
            yield piece
            piece, room = " ", _WIDE - 1
        piece += letter
        room -= size
    yield piece
