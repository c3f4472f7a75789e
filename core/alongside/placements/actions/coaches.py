"""Choosing a job coach, and seeing whom one coaches."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from alongside.enterprise import offers as enterprise
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements import offers
from alongside.placements.coaching import USUAL, Coaching
from alongside.placements.stage import Stage, stage_on
from alongside.placements.tables.way import COACHINGS
from alongside.refusal import BadInput, NotFound, worded
from alongside.store import Unit

NOTICE = timedelta(days=28)
"""How long before its last day she is told that a choice ends."""


def _(key: str, picture: str, day: date | None = None) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key=key, picture=picture, days={"day": day} if day else {})


@attrs.frozen(kw_only=True)
class Coached:
    """Somebody whom one coaches: her face, until when, and the stage she is at."""

    face: people.Face
    until: date
    stage: Stage | None


def my_coachings(unit: Unit) -> list[Coaching]:
    """Return who coaches the one who acts, today."""
    return offers.coachings_of(unit, unit.actor.id)


def coaches_to_choose(unit: Unit, placement: str | None = None) -> list[Person]:
    """Return whom the one who acts can choose as job coach and does not have yet, by name."""
    here = {None, *_same_work(unit, placement)}
    there = {one.coach for one in my_coachings(unit) if one.placement in here}
    return [one for one in offers.can_coach(unit) if one.id not in {unit.actor.id, *there}]


def choose_coach(unit: Unit, coach: str, placement: str | None = None, last_day: date | None = None) -> Coaching:
    """Choose one's own job coach from today on, for a year where no day is said; the one before ends with it.

    Raises:
        NotWithAHelper: where somebody has come in with her.
        BadInput: for somebody who cannot be chosen, a placement that is not hers, or an end that is over.
    """
    unit.need_alone()
    me, today = unit.actor.id, enterprise.today(unit)
    if coach not in {one.id for one in offers.can_coach(unit)}:
        raise BadInput(worded("placements", "This person is no job coach here. Choose one of those on the page."))
    if placement is not None and offers.placement(unit, placement).person != me:
        raise NotFound("work of yours", placement)
    last = last_day or today + USUAL
    if last < today:
        raise BadInput(worded("placements", "The last day is over. Choose a day that is still to come."))
    here = _same_work(unit, placement)
    for one in my_coachings(unit):
        if one.placement in here:
            unit.change(COACHINGS, one, last_day=today - timedelta(days=1))
    new = Coaching(id=unit.new_id(), person=me, coach=coach, placement=placement, first_day=today, last_day=last)
    _tell(unit, unit.add(COACHINGS, new))
    return new


def _same_work(unit: Unit, placement: str | None) -> frozenset[str | None]:
    """What a choice is for: all one's work, or the placements that are one job with this one."""
    return frozenset({None}) if placement is None else frozenset(offers.ids_of_job(unit, unit.actor.id, placement))


def end_coaching(unit: Unit, coaching: str) -> None:
    """Say that somebody coaches one no longer, or that one coaches her no longer: from today on.

    Raises:
        NotWithAHelper: where somebody has come in with her.
        NotFound: where it is not one's own, or has ended.
    """
    unit.need_alone()
    mine = [*my_coachings(unit), *offers.coached_by(unit, unit.actor.id)]
    found = next((one for one in mine if one.id == coaching), None)
    if found is None:
        raise NotFound("choice of a job coach", coaching)
    unit.change(COACHINGS, found, last_day=enterprise.today(unit) - timedelta(days=1))


def whom_i_coach(unit: Unit) -> list[Coached]:
    """Return whom the one who acts coaches today, by name."""
    choices = offers.coached_by(unit, unit.actor.id)
    faces, today = people.faces_of(unit, {one.person for one in choices}), enterprise.today(unit)
    until = {one.person: one.last_day for one in sorted(choices, key=lambda one: one.last_day)}
    found = [
        Coached(face=face, until=until[who], stage=stage_on(offers.steps_of(unit, who), today))
        for who, face in faces.items()
    ]
    return sorted(found, key=lambda one: (one.face.name.casefold(), one.face.person))


def tell_of_ends(unit: Unit, day: date) -> None:
    """Write to those whose choice of a job coach ends soon, so that nobody is left alone by the calendar; once."""
    for one in offers.coachings_ending(unit, day, day + NOTICE):
        if not one.holds(day):
            continue
        title = _("Choose your job coach again", picture="handshake")
        lines = [
            _("Your choice of a job coach ends on **{day}**.", "calendar", one.last_day),
            _("You can choose again on your page.", picture="handshake"),
        ]
        key = f"placements:coach-ends:{one.id}:{one.last_day}"
        write_to(unit, one.person, key, "placements", title, lines, path="/my-work/coach")


def _tell(unit: Unit, chosen: Coaching) -> None:
    # No name: it would stay in this message when its owner is erased. The page shows who.
    lines = [
        _("Somebody has chosen you as job coach.", picture="handshake"),
        _("The page shows who it is, and until when.", picture="person"),
    ]
    title = _("You have been chosen as job coach", picture="handshake")
    write_to(unit, chosen.coach, f"placements:coach:{chosen.id}", "placements", title, lines, path="/coaching")
