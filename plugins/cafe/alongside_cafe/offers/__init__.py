"""What the café's own chapter and reactions use inside a unit that was checked before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from alongside.api import diary, enterprise
from alongside.api.store import Unit
from alongside.api.values import LONDON, Period, at

from ..house_rules import REASONS_KEPT
from ..rota import KeptAssignment, KeptGap, KeptShift, Rota
from ..tables import (
    ASSIGNMENTS,
    AVAILABILITIES,
    AVAILABILITY,
    DRAFTS,
    FLAG,
    FLAGS,
    GAPS,
    PUBLICATIONS,
    SHIFT,
    assignments_with_shifts,
    rota_of,
    rota_where,
)
from ..tables.changes import (
    REASONS_SAID,
    REQUEST,
    REQUESTS,
    SAID_WHY,
    SWAP,
    SWAPS,
    changes_about,
    said_why,
)


def rotas(unit: Unit, period: Period) -> list[Rota]:
    """Return the rota of every café there ever was, for the days of a period."""
    cafes = [one for one in enterprise.all_businesses(unit) if one.kind == "cafe"]
    return [rota_of(unit, one.id, period) for one in cafes]


def with_open_places(unit: Unit, business: str, since: datetime, until: datetime) -> list[KeptShift]:
    """Return the shifts between two instants on which a place is open, in order of time."""
    rota = rota_where(unit, SHIFT.c.business == business, SHIFT.c.starts >= since, SHIFT.c.starts < until)
    return [shift for shift in rota.shifts if rota.open_on(shift)]


def on_rota(unit: Unit, person: str) -> Sequence[tuple[KeptAssignment, KeptShift]]:
    """Return everything a person is or was on, in order of time."""
    return assignments_with_shifts(unit, person)


def said_by(unit: Unit, person: str) -> list[dict[str, object]]:
    """Return when a person has said that she can work, as plain values."""
    kept = unit.find(AVAILABILITIES, AVAILABILITY.c.person == person)
    return [
        {
            "hours": [f"weekday {one.weekday}: {one.since:%H:%M}-{one.until:%H:%M}" for one in row.hours],
            "away": sorted(str(day) for day in row.away),
            "on_days": [f"{one.day}: {one.since:%H:%M}-{one.until:%H:%M}" for one in row.on_days],
        }
        for row in kept
    ]


def waiting_for(unit: Unit, person: str) -> list[str]:
    """Return the certificates that a person's places wait for."""
    return sorted({one.kind for one in unit.find(FLAGS, FLAG.c.person == person)})


def unflag(unit: Unit, assignments: Sequence[KeptAssignment]) -> None:
    """Take the flags off places that somebody gives up, or that are filled anew."""
    for flag in unit.find(FLAGS, FLAG.c.assignment.in_([one.id for one in assignments])):
        unit.remove(FLAGS, flag)


def let_go(unit: Unit, person: str) -> int:
    """Take a person off every shift to come and forget her availability; return how many places become open."""
    for row in unit.find(AVAILABILITIES, AVAILABILITY.c.person == person):
        unit.remove(AVAILABILITIES, row)
    forget_in_drafts(unit, person)
    unflag(unit, [one for one, _ in on_rota(unit, person)])
    coming = assignments_with_shifts(unit, person, SHIFT.c.starts > unit.now)
    for one, shift in coming:
        unit.remove(ASSIGNMENTS, one)
        diary.release(unit, one.claim)
        # Where she learnt beside the team nothing opens: the team is whole without her.
        if one.place < len(shift.places):
            unit.add(GAPS, _free_again(unit.new_id(), one, shift))
    return len(coming)


def forget_in_drafts(unit: Unit, person: str) -> None:
    """Take a person out of every draft, and with her what was written for setting a rule aside."""
    for draft in unit.find(DRAFTS):
        kept = {
            name: tuple(one for one in getattr(draft, name) if one.person != person)
            for name in ("assignments", "base", "pinned", "overrides")
        }
        told = tuple(one for one in draft.gaps if f"{{{person}}}" not in one.manager)
        if any(kept[name] != getattr(draft, name) for name in kept) or told != draft.gaps:
            unit.change(DRAFTS, draft, **kept, gaps=told, by_hand=True)
    for one in unit.find(PUBLICATIONS):
        if any(override.person == person for override in one.overrides):
            left = tuple(override for override in one.overrides if override.person != person)
            unit.change(PUBLICATIONS, one, overrides=left)


def forget_what_she_said(unit: Unit, person: str) -> None:
    """Take out why a person could not come, what she was asked and what she asked; changes hold no name."""
    unit.remove_all(REASONS_SAID, SAID_WHY.c.person == person)
    unit.remove_all(REQUESTS, REQUEST.c.person == person)
    unit.remove_all(SWAPS, (SWAP.c.person == person) | (SWAP.c.other == person))


def forget_old_reasons(unit: Unit, day: date) -> None:
    """Forget why people could not come once it was said so long ago that nobody needs it to plan."""
    unit.remove_all(REASONS_SAID, SAID_WHY.c.at < at(day - REASONS_KEPT, time(), LONDON))


def changes_told(unit: Unit, person: str) -> dict[str, list[dict[str, object]]]:
    """Return what was changed of a person's places, what she was asked and what she asked, as plain values."""
    hers = changes_about(unit, person)
    why = said_why(unit, [one.id for one in hers])
    swaps = unit.find(SWAPS, (SWAP.c.person == person) | (SWAP.c.other == person))
    return {
        "rota_changes": [
            {
                "shift": str(one.starts),
                "job": one.job,
                "what": one.what.value,
                "at": str(one.at),
                "minutes_of_notice": one.notice,
                "why": why[one.id].why.value if one.id in why else None,
            }
            for one in hers
        ],
        "asked_to_stand_in": [
            {"shift": str(one.starts), "at": str(one.at), "answer": one.reply.value if one.reply else None}
            for one in unit.find(REQUESTS, REQUEST.c.person == person)
        ],
        "swaps": [
            {"first_shift": str(one.starts), "at": str(one.at), "asked_by_me": one.person == person}
            | {"stands": one.stand.value}
            for one in swaps
        ],
    }


def _free_again(row: str, one: KeptAssignment, shift: KeptShift) -> KeptGap:
    return KeptGap(
        id=row,
        business=shift.business,
        shift=shift.id,
        place=one.place,
        manager="This place has become free since the rota was filled.",
        colleagues="Nobody is free for this place yet.",
    )


def has_a_rota(unit: Unit, business: str) -> bool:
    """True if a rota was ever published here."""
    # One is enough: after a year there are a thousand, and the steward's start asks.
    return bool(unit.question(SHIFT.select().where(SHIFT.c.business == business).limit(1)))
