"""Answering who asks for leave: yes takes the days in the diary, which every plan keeps to; no says why."""

from __future__ import annotations

from datetime import date

import attrs

from alongside.diary import offers as diary
from alongside.diary.closure import day_by_day
from alongside.enterprise import offers as enterprise
from alongside.instants import Period, local
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.people import offers as people
from alongside.placements import offers
from alongside.placements.actions.leave import release, work_then
from alongside.placements.leave import LeaveWish, Standing
from alongside.placements.tables.leave import LEAVE_WISHES
from alongside.refusal import BadInput, NotAllowed, worded
from alongside.store import Unit


def _(key: str, picture: str) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key=key, picture=picture)


@attrs.frozen(kw_only=True)
class OffToo:
    """Somebody of the same business who is off on some of the ``days``, or has ``asked`` for them and waits."""

    face: people.Face
    days: tuple[date, ...]
    asked: bool = False


@attrs.frozen(kw_only=True)
class LeaveAsked:
    """A wish for leave as whoever answers sees it: whose, who else is off then, and what is in the way."""

    wish: LeaveWish
    face: people.Face
    too: tuple[OffToo, ...]
    in_the_way: tuple[diary.Claim, ...]


def may_answer(unit: Unit, wish: LeaveWish) -> bool:
    """True for whoever may change placements where she works on those days; never for herself."""
    if unit.actor.id == wish.person:
        return False
    return any(unit.may("placements.change", one.business) for one in work_then(unit, wish))


def leave_to_answer(unit: Unit) -> list[LeaveWish]:
    """Return what waits for an answer of the one who acts, the earliest days first."""
    waiting = offers.waiting_leave(unit, enterprise.today(unit))
    offers.read_at_once(unit, {one.person for one in waiting})
    return [one for one in waiting if may_answer(unit, one)]


def leave_to_come(unit: Unit) -> list[tuple[LeaveWish, people.Face]]:
    """Return what was asked for and is not over, with whose it is: what waits first, then by its days."""
    if not unit.may_somewhere("placements.change"):
        unit.need("placements.change")
    asked = offers.leave_wishes_from(unit, enterprise.today(unit))
    offers.read_at_once(unit, {one.person for one in asked})
    found = [one for one in asked if may_answer(unit, one)]
    faces = people.faces_of(unit, {one.person for one in found})
    told = [(one, faces[one.person]) for one in found if one.person in faces]
    return sorted(told, key=lambda each: (not each[0].waits, each[0].first_day, each[1].name.casefold()))


def look_at_leave(unit: Unit, wish: str) -> LeaveAsked:
    """Look at one wish for leave, with who else is off then.

    Raises:
        NotAllowed: for whoever may not answer it.
    """
    found = _answerable(unit, wish)
    return LeaveAsked(
        wish=found,
        face=people.faces_of(unit, [found.person])[found.person],
        too=tuple(_off_too(unit, found)),
        in_the_way=tuple(offers.in_the_way(unit, found)) if found.standing is not Standing.YES else (),
    )


def _answerable(unit: Unit, wish: str) -> LeaveWish:
    found = offers.leave_wish(unit, wish)
    if not may_answer(unit, found):
        raise NotAllowed(unit.actor.name, "placements.change")
    return found


def _off_too(unit: Unit, wish: LeaveWish) -> list[OffToo]:
    """Others of the businesses that both she and the one who acts have to do with, by name."""
    places = {one.business for one in work_then(unit, wish) if unit.may("placements.change", one.business)}
    there = {one.person for place in places for one in offers.placements_in(unit, wish.days, place)}
    others = there - {wish.person}
    zone, days = enterprise.the_enterprise(unit).zone, dict[tuple[str, bool], set[date]]()
    for claim in offers.on_leave(unit, others, wish.days):
        days.setdefault((claim.resource, False), set()).add(local(claim.starts, zone).date())
    for one in offers.waiting_leave(unit, wish.first_day):
        if one.person in others and one.meets(wish.days):
            days.setdefault((one.person, True), set()).update(_shared(one.days, wish.days))
    faces = people.faces_of(unit, {who for who, _asked in days})
    found = [
        OffToo(face=faces[who], days=tuple(sorted(off)), asked=asked)
        for (who, asked), off in days.items()
        if who in faces
    ]
    return sorted(found, key=lambda one: (one.asked, one.face.name.casefold()))


def _shared(one: Period, other: Period) -> list[date]:
    return Period(max(one.first, other.first), min(one.last, other.last)).days()


def answer_leave(unit: Unit, wish: str, *, yes: bool, words: str = "") -> LeaveWish:
    """Say yes or no to days off, with a few words, and let her know; an answer may be changed until they begin.

    Raises:
        NotAllowed: for whoever may not answer it.
        BadInput: where she took it back, its days have begun, nothing would change, or a no has no words.
        BadInput: for a yes, where her time is claimed for something else then.
    """
    found, words = _answerable(unit, wish), words.strip()
    _refuse_late(unit, found, yes=yes)
    if not yes and not words:
        raise BadInput(worded("placements", "Write in a sentence why it cannot be."))
    if yes:
        _claim(unit, found)
    else:
        release(unit, found)
    answered = unit.change(
        LEAVE_WISHES,
        found,
        standing=Standing.YES if yes else Standing.NO,
        words=words,
        answered_at=unit.now,
    )
    _tell(unit, answered)
    return answered


def _refuse_late(unit: Unit, wish: LeaveWish, *, yes: bool) -> None:
    if wish.standing is Standing.BACK:
        raise BadInput(worded("placements", "This was taken back. There is nothing to answer any more."))
    if wish.standing is (Standing.YES if yes else Standing.NO):
        raise BadInput(worded("placements", "This has been answered already. Look at the page again."))
    if wish.last_day < enterprise.today(unit) or (not wish.waits and wish.first_day <= enterprise.today(unit)):
        raise BadInput(worded("placements", "These days have begun. What was answered stays."))


def _claim(unit: Unit, wish: LeaveWish) -> None:
    """Take each day that she is not off already."""
    there = offers.in_the_way(unit, wish)
    if there:
        raise BadInput(
            worded(
                "placements",
                "Something is planned with this person on {day} already. Take it off the plan first.",
                day=local(there[0].starts, there[0].zone).date(),
            )
        )
    zone, off = enterprise.the_enterprise(unit).zone, offers.on_leave(unit, [wish.person], wish.days)
    days = day_by_day(wish.days.interval(zone), zone)
    resource = diary.ensure_person(unit, wish.person)
    diary.claim_all(
        unit,
        [
            diary.Wish(
                resource=resource.id,
                starts=day.starts,
                ends=day.ends,
                purpose=diary.Purpose.LEAVE,
                label="Leave",
                zone=zone,
                source=wish.source,
            )
            for day in days
            if not any(one.interval.overlaps(day) for one in off)
        ],
    )


def _tell(unit: Unit, wish: LeaveWish) -> None:
    title = _("Your days off", picture="sofa")
    yes = wish.standing is Standing.YES
    said = _("**You are off then.**", picture="yes") if yes else _("**It cannot be this time.**", picture="no")
    lines = [_("You asked for days off.", picture="sofa"), said, _("The page says more.", picture="speech")]
    # The number is in it, so that an answer which was changed is told too.
    key = f"placements:left:{wish.id}:{wish.version}"
    write_to(unit, wish.person, key, "placements", title, lines, path="/my-work/days-off")
