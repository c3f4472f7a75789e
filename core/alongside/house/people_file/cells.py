"""What a cell of each column means. Each function reads one text, or refuses it in a sentence with what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from alongside.enterprise.business import Business
from alongside.enterprise.roles import ALLOWANCES, refuse_one_business, role_named
from alongside.house.people_file.joining import HeldRole
from alongside.instants import near
from alongside.money import Pence, parse_pounds
from alongside.people.person import Format
from alongside.refusal import BadInput

WORDS: Mapping[Format, tuple[str, ...]] = {
    Format.SCREEN: ("screen", "on a screen", "website", "app", "tablet", "computer"),
    Format.EMAIL: ("email", "e-mail", "by e-mail", "by email", "mail"),
    Format.LETTER: ("letter", "by letter", "post", "by post", "paper"),
    Format.PHONE_CALL: ("phone_call", "phone call", "by phone call", "phone", "by phone", "telephone", "call"),
    Format.AUDIO: ("audio", "as a recording", "recording", "voice"),
}
"""What people write for a way of being told things."""

_EASY = re.compile(r"\beasy[ -]?read\b", re.IGNORECASE)
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@.]+\Z")
_PHONE = re.compile(r"\+?[0-9][0-9 ()/-]{3,29}\Z")
_HOURS = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?\Z")


def day(text: str) -> date:
    """Read a day, written 2026-11-23."""
    try:
        return near(date.fromisoformat(text))
    except ValueError as wrong:
        raise BadInput(f"“{text}” is not a day", remedy="Write it as year-month-day: 2026-11-23.") from wrong


def email(text: str) -> str:
    """Read an e-mail address."""
    if not _EMAIL.match(text):
        raise BadInput(f"“{text}” is no e-mail address", remedy="Write one such as ana@example.org, or nothing.")
    return text


def phone(text: str) -> str:
    """Read a telephone number."""
    if not _PHONE.match(text):
        raise BadInput(f"“{text}” is no telephone number", remedy="Write digits and blanks, or nothing.")
    return text


def told_by(text: str) -> tuple[Format, str]:
    """Read a way of being told things, and the edition: “Easy Read letter” says both."""
    edition = "en@easy" if _EASY.search(text) else "en"
    rest = _EASY.sub("", text).strip(" ,;").casefold()
    for way, words in WORDS.items():
        if rest in words or (not rest and way is Format.SCREEN):
            return way, edition
    ways = ", ".join(words[0].replace("_", " ") for words in WORDS.values())
    raise BadInput(
        f"“{text}” is no way to be told things", remedy=f"Write one of: {ways}; “Easy Read” may be added."
    )


def pay(text: str) -> Pence:
    """Read pounds an hour."""
    try:
        return parse_pounds(text)
    except ValueError as wrong:
        raise BadInput(f"“{text}” is no amount of money", remedy="Write pounds and pence: 12.71.") from wrong


def minutes(text: str) -> int:
    """Read hours a week as minutes."""
    if not _HOURS.match(text):
        raise BadInput(f"“{text}” is no number of hours", remedy="Write hours a week, such as 16 or 7.5.")
    return round(Fraction(text) * 60)


def place(text: str, businesses: Sequence[Business]) -> Business:
    """Find a business by its name or its short name."""
    wanted = text.casefold()
    for one in businesses:
        if wanted in {one.slug, one.name.casefold()}:
            return one
    there = ", ".join(one.name for one in businesses)
    remedy = f"There are: {there}." if there else "Open one first."
    raise BadInput(f"there is no business “{text}”", remedy=remedy)


def role(text: str, own: Business | None, businesses: Sequence[Business]) -> HeldRole:
    """Read “member” or “manager:tideline-cafe”; a manager without a business manages the one in her own row."""
    name, _, slug = (part.strip() for part in text.partition(":"))
    wanted = role_named(name)
    there = place(slug, businesses) if slug else own if ALLOWANCES[wanted].scoped else None
    if there is None and ALLOWANCES[wanted].scoped:
        raise BadInput(f"a {wanted.value} runs one business", remedy=f"Write {wanted.value}:NAME of the business.")
    if there is not None:
        refuse_one_business(wanted)
    return HeldRole(wanted, there)
