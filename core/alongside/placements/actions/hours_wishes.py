"""Wishing for other hours: slower, as now, or more; whoever agrees the hours answers."""

from __future__ import annotations

from alongside.enterprise import offers as enterprise
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.placements import offers
from alongside.placements.actions.allowed import need_to_follow
from alongside.placements.hours_wish import HoursWish, Pace
from alongside.placements.placement import Placement
from alongside.placements.tables.way import WISHES
from alongside.refusal import BadInput, NotFound, worded
from alongside.store import Unit


def _(key: str, picture: str) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key=key, picture=picture)


def own_placement(unit: Unit, placement: str) -> Placement:
    """Return one of one's own placements.

    Raises:
        NotFound: where there is none of that id, or it is somebody else's.
    """
    mine = {one.id: one for one in offers.placements_of(unit, unit.actor.id)}
    if placement not in mine:
        raise NotFound("work of yours", placement, "My work shows what is agreed with you.")
    return mine[placement]


def wish_for_hours(unit: Unit, placement: str, pace: Pace, words: str = "") -> HoursWish:
    """Wish for other hours at one's own placement, and let those who agree them know.

    Raises:
        NotFound: for somebody else's placement.
        BadInput: while an earlier wish waits, where the work is over, or with too many words.
    """
    here = own_placement(unit, placement)
    if offers.job_of(unit, here).over(enterprise.today(unit)):
        raise BadInput(worded("placements", "This work is over. Its hours stay as they were."))
    if any(one.waits for one in offers.wishes_for(unit, here)):
        raise BadInput(worded("placements", "You have asked already. Somebody will answer you."))
    wished = HoursWish(
        id=unit.new_id(), person=here.person, placement=placement, pace=pace, words=words, asked_at=unit.now
    )
    unit.add(WISHES, wished)
    _tell_those_who_agree(unit, here, wished)
    return wished


def _tell_those_who_agree(unit: Unit, here: Placement, wished: HoursWish) -> None:
    title = _("Somebody wishes for other hours", picture="clock")
    # No name: it would stay in this message when its owner is erased. The page shows who.
    lines = [
        _("Somebody wishes that the hours of the week are changed.", picture="clock"),
        _("The page shows who it is, and what is wished.", picture="person"),
    ]
    key, managers = f"placements:wish:{wished.id}", enterprise.people_with(unit, "manager", here.business)
    for person in managers:
        write_to(unit, person, key, "placements", title, lines, path=f"/placements/{here.id}/hours")
    coach = offers.coach_for(unit, here.person, here.id)
    if coach and coach.coach not in managers:
        write_to(unit, coach.coach, key, "placements", title, lines, path=f"/coaching/{here.person}")


def answer_wish(unit: Unit, wish: str, words: str) -> HoursWish:
    """Answer a wish about hours, and let the one who wished know.

    Raises:
        BadInput: where it has been answered, or without words.
    """
    wished = offers.wish(unit, wish)
    need_to_follow(unit, offers.placement(unit, wished.placement))
    if not wished.waits:
        raise BadInput(worded("placements", "This has been answered already. Look at the page again."))
    if not words.strip():
        raise BadInput(worded("placements", "Nothing is written here. Write a few words."))
    answered = unit.change(WISHES, wished, answer=words.strip(), answered_at=unit.now)
    title = _("Your wish about your hours", picture="clock")
    lines = [_("We have answered your wish about your hours.", picture="speech")]
    path = f"/my-work/hours/{wished.placement}"
    write_to(unit, wished.person, f"placements:wished:{wished.id}", "placements", title, lines, path=path)
    return answered
