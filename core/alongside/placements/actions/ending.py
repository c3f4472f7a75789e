"""Ending well: what she has learned, in her own words, and where she goes next."""

from __future__ import annotations

from alongside.enterprise import offers as enterprise
from alongside.placements import offers
from alongside.placements.actions.allowed import need_to_follow
from alongside.placements.actions.hours_wishes import own_placement
from alongside.placements.ending import Ending, Next
from alongside.placements.placement import Placement
from alongside.placements.tables.talks import ENDINGS
from alongside.refusal import BadInput, worded
from alongside.store import Unit


def say_at_the_end(unit: Unit, placement: str, learned: str, going: Next) -> Ending:
    """Say what one takes along from one's own job, and where one goes next; it can be said anew.

    Raises:
        NotFound: for somebody else's work.
        BadInput: while no last day is agreed.
    """
    return _keep(unit, own_placement(unit, placement), learned, going)


def note_ending(unit: Unit, placement: str, learned: str, going: Next) -> Ending:
    """Note what a person says as her job ends, where she wants somebody else to write it down.

    Raises:
        BadInput: while no last day is agreed.
    """
    here = offers.placement(unit, placement)
    need_to_follow(unit, here)
    return _keep(unit, here, learned, going)


def _keep(unit: Unit, here: Placement, learned: str, going: Next) -> Ending:
    job = offers.job_of(unit, here)
    if job.last_day is None:
        raise BadInput(worded("placements", "No last day is agreed yet. This is for when work ends."))
    today, words = enterprise.today(unit), learned.strip()
    there = offers.ending_of(unit, [one.id for one in job.placements])
    if there is not None:
        return unit.change(ENDINGS, there, learned=words, next=going, said_on=today)
    said = Ending(
        id=unit.new_id(), person=here.person, placement=job.newest.id, learned=words, next=going, said_on=today
    )
    return unit.add(ENDINGS, said)
