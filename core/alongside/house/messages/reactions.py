"""What messages do when a person is erased or exported."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from alongside.display import Said
from alongside.house.messages.kept_words import WORDS
from alongside.messages.choosing import choices_of
from alongside.messages.tables import CALL, CALLS, CHOICE, CHOICES, MESSAGE, MESSAGES, QUIET, QUIETS
from alongside.plugin import hook

if TYPE_CHECKING:
    from alongside.messages.call import Call
    from alongside.messages.message import Message, Sentence
    from alongside.messages.quiet_hours import QuietHours
    from alongside.store import Unit


@hook
def person_erased(unit: Unit, person: str) -> None:
    """Take out what was written to her, the calls to her, what she chose, and her name beside the calls she made.

    Her letters are papers that name her: they go with those.
    """
    for message in unit.find(MESSAGES, MESSAGE.c.person == person):
        unit.remove(MESSAGES, message)
    for call in unit.find(CALLS, CALL.c.person == person):
        unit.remove(CALLS, call)
    for choice in unit.find(CHOICES, CHOICE.c.person == person):
        unit.remove(CHOICES, choice)
    for hours in _chosen_hours(unit, person):
        unit.remove(QUIETS, hours)
    for call in unit.find(CALLS, CALL.c.rung_by == person):
        unit.change(CALLS, call, rung_by=None)


@hook
def person_exported(unit: Unit, person: str) -> dict[str, Any]:
    """Hand over what was written to her and how she was told, the calls to her, and what she wants to be told."""
    written = unit.find(MESSAGES, MESSAGE.c.person == person, order=(MESSAGE.c.written_at, MESSAGE.c.id))
    calls = unit.find(CALLS, CALL.c.person == person, order=(CALL.c.at, CALL.c.id))
    return {
        "messages": [_message(one) for one in written],
        "calls": [_call(one) for one in calls],
        "wants_to_be_told": choices_of(unit, person),
        "quiet_hours": [f"{one.since:%H:%M}–{one.until:%H:%M}" for one in _chosen_hours(unit, person)],
    }


def _chosen_hours(unit: Unit, person: str) -> list[QuietHours]:
    return unit.find(QUIETS, QUIET.c.person == person)


def _message(one: Message) -> dict[str, Any]:
    return {
        "written_at": one.written_at.isoformat(),
        "title": _plain(one.part, one.title),
        "lines": [_plain(one.part, line) for line in one.lines],
        "channel": one.channel.value if one.channel else None,
        "standing": one.standing.value,
        "sent_at": one.sent_at.isoformat() if one.sent_at else None,
        "read_at": one.seen_at.isoformat() if one.seen_at else None,
    }


def _plain(part: str, sentence: Sentence) -> dict[str, Any]:
    facts = {name: str(value) for name, value in {**sentence.facts, **sentence.days, **sentence.moments}.items()}
    return {"sentence": sentence.key, "part": part, **({"facts": facts} if facts else {})}


def _call(one: Call) -> dict[str, Any]:
    return {"at": one.at.isoformat(), "result": one.result.value}


@hook
def kept_words() -> Mapping[str, Said]:
    """Say what the keys are called by which a person is handed what is kept of her."""
    return WORDS
