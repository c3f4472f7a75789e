"""The commands for a morning: one day as it stands, who is off, and what was changed."""

from __future__ import annotations

from datetime import date, timedelta

import click

from alongside.api import people
from alongside.api.commands import DAY, Desk
from alongside.api.display import duration
from alongside.api.store import Unit
from alongside.api.values import BadInput, Period, monday_of

from ..actions import changed, changing, coming_back, not_coming
from ..actions import morning as looking
from ..actions.morning import Morning
from ..cannot_come import AT_ONCE
from ..pages.changes import AHEAD, BACK, DONE
from ..rota import KeptShift
from . import said_of

on_day = click.option("--on", "day", type=DAY, help="The day, as YYYY-MM-DD; today if not said.")


@on_day
def today(desk: Desk, day: date | None) -> None:
    """Show each shift of one day that is not over: who comes, who does not, and who could come instead."""
    business, of = desk.business(), day or desk.today
    with desk.unit(writing=False) as unit:
        seen = looking.morning(unit, business.id, of)
    headers = ["Shift", "Who comes", "Who does not", "Open places", "Who could come"]
    shifts = [*(one.shift for one in seen.shifts), *seen.called_off]
    desk.table(f"{business.name} on {of:%A} {of}", headers, [_line(seen, one) for one in shifts])


def _line(seen: Morning, shift: KeptShift) -> list[str]:
    come = [place.person for one in seen.shifts if one.shift.id == shift.id for place in one.people]
    places = [one for one in seen.open if one.shift.id == shift.id]
    key = ["the key is missing"] if shift in seen.no_key else []
    could = sorted({one.who.name for place in places for one in place.people})
    return [
        said_of(shift) if shift.places else f"{said_of(shift)} (called off)",
        "\n".join(seen.names[who] for who in come),
        "\n".join(one.name for one in seen.off if one.shift.id == shift.id),
        "\n".join([*([str(len(places))] if places else []), *key]),
        "\n".join(could),
    ]


@click.argument("person")
@on_day
@click.option("--until", type=DAY, help="The last of several days, as YYYY-MM-DD; only the one day if not said.")
@click.option("--back", is_flag=True, help="She comes after all, where nobody else has her place.")
def off(desk: Desk, person: str, day: date | None, until: date | None, back: bool) -> None:  # noqa: FBT001 - click hands a flag over by its name
    """Note that somebody has said that she cannot come on some days: each of her shifts that is not over."""
    business, of = desk.business(), day or desk.today
    last = until or of
    with desk.unit() as unit:
        who = people.find_person(unit, person)
        days = _span(of, last)
        shifts = _over(unit, business.id, who.id, days, back=back)
        if not shifts:
            raise BadInput(
                _nothing(who.name, of, last, back=back), remedy=f"See the day: alongside cafe today --on {of}"
            )
        stay = _put_back(unit, who, shifts, days) if back else _take_off(unit, who, shifts)
    done = [one for one in shifts if one not in stay]
    said = f"{who.name} {'comes after all' if back else 'is off'}: {', '.join(map(said_of, done))}."
    if stay:
        said += f" Somebody else has the place, or a rule is against it: {', '.join(map(said_of, stay))}."
    facts = {"person": who.id, "day": of, "off": not back, "shifts": [one.called for one in done]}
    desk.answer(facts | ({"until": last} if until else {}), said)


def _take_off(unit: Unit, who: people.Person, shifts: list[KeptShift]) -> list[KeptShift]:
    """Take somebody off some shifts: none of them stays."""
    for one in shifts:
        not_coming.mark_off(unit, one.business, one.id, who.id)
    return []


def _put_back(unit: Unit, who: people.Person, shifts: list[KeptShift], days: Period) -> list[KeptShift]:
    """Put somebody back on what she left, where she can have it; return what stays without her."""
    if len(shifts) == 1:
        coming_back.can_come(unit, shifts[0].business, shifts[0].id, who.id)
        return []
    without = coming_back.come_back(unit, shifts[0].business, who.id, days, {one.called for one in shifts})
    return [one for one in shifts if one.id in {other.id for other in without}]


def _span(first: date, last: date) -> Period:
    """Return the days from one to another, where they may be marked at once."""
    if not first <= last <= first + AT_ONCE:
        raise BadInput(
            f"{last} is no last day of some that begin on {first}",
            where="--until",
            remedy=f"Give a day from {first} to {first + AT_ONCE}.",
        )
    return Period(first, last)


def _over(unit: Unit, business: str, who: str, days: Period, *, back: bool) -> list[KeptShift]:
    """Return the shifts of some days that she has, or those that she is off while her place is open."""
    # The weeks of all days at once: two who hold them one after the other could wait for each other.
    changing.hold_days(unit, business, Period(monday_of(days.first), monday_of(days.last) + timedelta(days=6)))
    days_on = (days.first + timedelta(days=n) for n in range((days.last - days.first).days + 1))
    mornings = [looking.morning(unit, business, day) for day in days_on]
    return [one for seen in mornings for one in (_left(seen, who) if back else _hers(seen, who))]


def _hers(seen: Morning, who: str) -> list[KeptShift]:
    return [one.shift for one in seen.shifts if any(place.person == who for place in one.people)]


def _left(seen: Morning, who: str) -> list[KeptShift]:
    return [one.shift for one in seen.off if one.change.person == who]


def _nothing(name: str, day: date, last: date, *, back: bool) -> str:
    when = f"on {day}" if day == last else f"from {day} to {last}"
    return f"{name} is off no shift {when}" if back else f"{name} has no shift {when} that is not over"


def changes(desk: Desk) -> None:
    """Show what was changed of the last two weeks and the next four, the newest first; never why."""
    business = desk.business()
    with desk.unit(writing=False) as unit:
        found = changed.lately(unit, business.id, Period(desk.today - BACK, desk.today + AHEAD))
        names = people.names_of(unit, {one.person for one in found if one.person})
    rows = [
        [
            str(one.day),
            one.job,
            DONE[one.what].key.format(name=names.get(one.person or "", "")),
            f"{duration(one.notice)} before" if one.notice else "after it began",
        ]
        for one in found
    ]
    desk.table(f"What has changed at {business.name}", ["Day", "Job", "What", "Notice"], rows)
