"""Asking for leave and taking it back: by the person herself, or for her by whoever runs where she works."""

from __future__ import annotations

from datetime import date

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.placements import offers
from alongside.placements.leave import LeaveWish, Standing
from alongside.placements.placement import Placement
from alongside.placements.tables.leave import LEAVE_WISHES
from alongside.refusal import BadInput, NotFound, worded
from alongside.store import Unit


def _(key: str, picture: str, day: date | None = None) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key=key, picture=picture, days={"day": day} if day else {})


def my_leave(unit: Unit) -> list[LeaveWish]:
    """Return what the one who acts has asked for, the latest days first."""
    return offers.leave_wishes_of(unit, unit.actor.id)[::-1]


def work_then(unit: Unit, wish: LeaveWish) -> list[Placement]:
    """Return the placements of a person that run on some of the days she asks for."""
    return [one for one in offers.placements_of(unit, wish.person) if one.days_in(wish.days)]


def ask_for_leave(
    unit: Unit, first_day: date, last_day: date | None = None, person: str | None = None
) -> LeaveWish:
    """Ask to be off on some days, and let those who run where she works know; it needs no reason.

    Raises:
        NotAllowed: for somebody else, by who runs nowhere where she works then.
        BadInput: for days that are over, that were asked for before, or on which nothing is agreed with her.
    """
    wish = LeaveWish(
        id=unit.new_id(),
        person=person or unit.actor.id,
        first_day=first_day,
        last_day=last_day or first_day,
        asked_at=unit.now,
    )
    there = work_then(unit, wish)
    if wish.person != unit.actor.id and not any(unit.may("placements.change", one.business) for one in there):
        unit.need("placements.change")
    if first_day < enterprise.today(unit):
        raise BadInput(worded("placements", "These days have begun. Choose days to come."))
    if not there:
        raise BadInput(worded("placements", "No work is agreed with you on these days. You are off then."))
    if any(one.counts and one.meets(wish.days) for one in offers.leave_wishes_of(unit, wish.person)):
        raise BadInput(worded("placements", "You have asked for some of these days already."))
    unit.add(LEAVE_WISHES, wish)
    _tell_those_who_answer(unit, wish, there)
    return wish


def _tell_those_who_answer(unit: Unit, wish: LeaveWish, there: list[Placement]) -> None:
    title = _("Somebody asks for days off", picture="sofa")
    # No name: it would stay in this message when its owner is erased. The page shows who.
    lines = [
        _("The first day is {day}.", picture="calendar", day=wish.first_day),
        _("The last day is {day}.", picture="calendar", day=wish.last_day),
        _("The page shows who, and who else is off then.", picture="people"),
    ]
    for who in who_answers(unit, wish, there):
        write_to(unit, who, f"placements:leave:{wish.id}", "placements", title, lines, path=f"/days-off/{wish.id}")


def who_answers(unit: Unit, wish: LeaveWish, there: list[Placement]) -> list[str]:
    """Return who manages where somebody works on the days she asks for, without herself."""
    found = [who for one in there for who in enterprise.people_with(unit, "manager", one.business)]
    return [who for who in dict.fromkeys(found) if who != wish.person]


def may_take_back(unit: Unit, wish: LeaveWish) -> bool:
    """True while it waits, and until its first day where it was granted."""
    return wish.waits or (wish.standing is Standing.YES and wish.first_day > enterprise.today(unit))


def take_leave_back(unit: Unit, wish: str) -> LeaveWish:
    """Take back what the one who acts has asked for; days that were granted are work days again.

    Raises:
        NotFound: for somebody else's.
        BadInput: where it was refused or taken back, or its days have begun.
    """
    found = next((one for one in my_leave(unit) if one.id == wish), None)
    if found is None:
        raise NotFound("wish for days off of yours", wish, "My days off shows what you have asked for.")
    if not may_take_back(unit, found):
        raise BadInput(worded("placements", "This cannot be taken back any more. Talk to who runs your work."))
    release(unit, found)
    if not found.waits:
        _tell_that_she_comes(unit, found)
    return unit.change(LEAVE_WISHES, found, standing=Standing.BACK)


def _tell_that_she_comes(unit: Unit, wish: LeaveWish) -> None:
    title = _("Somebody does not want days off any more", picture="sofa")
    lines = [
        _("Somebody comes to work after all.", picture="sofa"),
        _("The first day is {day}.", picture="calendar", day=wish.first_day),
        _("The page shows who it is.", picture="people"),
    ]
    key = f"placements:leave-back:{wish.id}"
    for who in who_answers(unit, wish, work_then(unit, wish)):
        write_to(unit, who, key, "placements", title, lines, path=f"/days-off/{wish.id}")


def release(unit: Unit, wish: LeaveWish) -> None:
    """Give the days back that were claimed for a wish."""
    for one in offers.on_leave(unit, [wish.person], wish.days):
        if one.source == wish.source:
            diary.release(unit, one.id)
