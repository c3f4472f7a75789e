"""What people are told of their own shifts: that one is new, changed or taken away, and the day before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from alongside.api import enterprise, messages, people
from alongside.api.store import Unit
from alongside.api.values import Period, at, monday_of

from ..rota import KeptShift, Rota, wanted
from ..tables import flags_of, rota_of
from .closed_since import closed_since
from .left_work import left_work

PART = "cafe"
MOST_DAYS = 5
"""Days that one message names; the rota shows the others."""

Days = Mapping[date, Sequence[KeptShift]]


def _(key: str, **more: Any) -> messages.Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return messages.Sentence(key=key, **more)


# --- what has changed


NEW_SHIFTS = _("You have new shifts")


def changed(unit: Unit, business: str, before: Rota, after: Rota, *, knows: str = "") -> None:
    """Tell everybody whose shifts are other ones now how each day stands that has changed.

    Whoever ``knows``, as it was her own act, is reminded of nothing that is not so any more, and told nothing.
    """
    for person in sorted({*before.people, *after.people}):
        old, new = _days(before, person), _days(after, person)
        known, now = _times(before, person, old), _times(after, person, new)
        days = {day for day in {*old, *new} if known.get(day) != now.get(day)}
        if person == knows:
            _take_reminders_back(unit, business, person, days)
        elif days and people.find(unit, person) is not None:
            learnt = _learnt(after, person, new), _learnt(before, person, old)
            _tell(unit, business, person, days, old, new, *learnt)


def _take_reminders_back(unit: Unit, business: str, person: str, days: set[date]) -> None:
    for day in days:
        messages.take_back(unit, _tomorrow_key(business, day), person)


def _days(rota: Rota, person: str) -> dict[date, list[KeptShift]]:
    found: dict[date, list[KeptShift]] = {}
    for shift in rota.shifts:
        if person in rota.on(shift):
            found.setdefault(shift.day, []).append(shift)
    return found


def _times(rota: Rota, person: str, days: Days) -> dict[date, list[tuple[datetime, datetime, str, str]]]:
    """What somebody does on each day: who learns beside the team does something else than one of it."""
    return {
        day: [(one.starts, one.ends, one.job, rota.learnt.get((one.id, person), "")) for one in shifts]
        for day, shifts in days.items()
    }


def _learnt(rota: Rota, person: str, days: Days) -> dict[date, str]:
    """What somebody learns beside the team, in words, by the days on which she does."""
    found = {
        day: {rota.learnt[one.id, person] for one in shifts if (one.id, person) in rota.learnt}
        for day, shifts in days.items()
    }
    return {day: wanted(skills) for day, skills in found.items() if skills}


def _tell(
    unit: Unit,
    business: str,
    person: str,
    days: set[date],
    old: Days,
    new: Days,
    learns: Mapping[date, str],
    learnt: Mapping[date, str],
) -> None:
    """Tell one person; what was to be told before and has not reached her is told with it, as it is now."""
    key = f"cafe:shifts:{business}:"
    unheard = messages.replaced(unit, key, person)
    # The café's clocks may show another day than those of UTC: a day too many is told, and none too few.
    ours = unit.now.date() - timedelta(days=1)
    known = {day: changed for one in unheard for day, changed in _named(one) if day >= ours}
    every = sorted({*days, *known})
    _take_reminders_back(unit, business, person, days)
    slug, zone = enterprise.business(unit, business).slug, enterprise.the_enterprise(unit).zone
    # What she last knew counts: a rota that never reached her has not changed for her.
    first = any(one.title.key == NEW_SHIFTS.key for one in unheard) if unheard else not old
    before = {day: None if first else known.get(day) or _changed(day, old) for day in every}
    messages.write_to(
        unit,
        person,
        f"{key}{unit.new_id()}",
        PART,
        NEW_SHIFTS if first else _("Your shifts have changed"),
        [*_lines(every[:MOST_DAYS], before, new, learns, learnt), *more_days(len(every) - MOST_DAYS)],
        path=f"/cafe/{slug}/rota?week={monday_of(every[0])}",
        until=at(every[-1] + timedelta(days=1), time(), zone),
    )


def _changed(day: date, old: Days) -> messages.Changed:
    shifts = old.get(day, ())
    return messages.Changed(day=day, before=(shifts[0].starts, shifts[-1].ends) if shifts else None)


def _named(message: messages.Message) -> Iterator[tuple[date, messages.Changed | None]]:
    """The days that a message tells of, and what stood there before."""
    for line in message.lines:
        for day in line.days.values():
            yield day, line.changed


def _lines(
    days: Sequence[date],
    before: Mapping[date, messages.Changed | None],
    new: Days,
    learns: Mapping[date, str],
    learnt: Mapping[date, str],
) -> Iterator[messages.Sentence]:
    for day in days:
        shifts, changed = new.get(day, ()), before[day]
        if not shifts:
            yield _("You do not work on **{day}**.", days={"day": day}, changed=changed, picture="home")
            continue
        facts: dict[str, Any] = {
            "facts": {"job": ", ".join(dict.fromkeys(one.job for one in shifts))},
            "days": {"day": day},
            "moments": {"starts": shifts[0].starts, "ends": shifts[-1].ends},
            "picture": "calendar",
            "changed": changed,
        }
        if day in learns:
            facts["facts"] |= {"skill": learns[day]}
            facts["picture"] = "graduation"
            yield _("You learn {skill} on **{day}** from {starts_time} to {ends_time}: {job}.", **facts)
        elif day in learnt:
            yield _("You are one of the team on **{day}** from {starts_time} to {ends_time}: {job}.", **facts)
        elif changed is None or changed.before is None:
            yield _("You work on **{day}** from {starts_time} to {ends_time}: {job}.", **facts)
        else:
            facts["moments"] |= {"since": changed.before[0], "until": changed.before[1]}
            yield _(
                "You work on **{day}** from {starts_time} to {ends_time}: {job}. "
                "Before, it was {since_time} to {until_time}.",
                **facts,
            )


def more_days(days: int) -> list[messages.Sentence]:
    """Return what is said of so many days more than a message names; nothing where there are none."""
    if days < 1:
        return []
    return [_("More days have changed: **{n}**. The rota shows them.", facts={"n": str(days)}, picture="list")]


# --- the day before


def tomorrow(unit: Unit, day: date) -> None:
    """Remind everybody of what she works on a day, in each café; of nothing on a day that is closed by now."""
    for cafe in enterprise.businesses(unit, "cafe"):
        rota = rota_of(unit, cafe.id, Period(day, day))
        closed = closed_since(unit, cafe.id, rota)
        waiting = {one.assignment for one in flags_of(unit, rota)}
        # A place that waits for a certificate is hers, but it is not said yet that she works. Nor does she whose
        # work here has ended, though nobody has given her place away.
        gone = {person for _shift, person in left_work(unit, cafe.id, rota)}
        sure = (
            {one.person for one in rota.assignments}
            - gone
            - {one.person for one in rota.assignments if one.id in waiting}
        )
        for person in sorted(sure):
            shifts = [one for one in _days(rota, person)[day] if one not in closed]
            if shifts:
                _remind(unit, cafe.id, person, shifts)


def _remind(unit: Unit, business: str, person: str, shifts: Sequence[KeptShift]) -> None:
    lines = [
        line
        for one in shifts[:2]
        for line in (
            _("Tomorrow you work: **{job}**.", facts={"job": one.job}, picture="cup"),
            _("You start at {starts_time}.", moments={"starts": one.starts}, picture="clock"),
            _("You finish at {ends_time}.", moments={"ends": one.ends}, picture="clock"),
        )
    ]
    key, title = _tomorrow_key(business, shifts[0].day), _("Tomorrow you work")
    messages.remind(unit, person, "shift", key, PART, title, lines, until=shifts[0].starts, path="/week")


def _tomorrow_key(business: str, day: date) -> str:
    return f"cafe:tomorrow:{business}:{day}"
