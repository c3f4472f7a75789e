"""Outcomes: she says whether it is what she wants, and whoever follows her work confirms that it is so."""

from __future__ import annotations

from datetime import date, timedelta

from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.placements import offers
from alongside.placements.actions.allowed import need_to_write_way, need_way, outcomes_told
from alongside.placements.outcome import LONGEST_GAP, Outcome, Wanted
from alongside.placements.tables.outcomes import OUTCOMES
from alongside.refusal import BadInput, NotAllowed, NotFound, worded
from alongside.store import ActorKind, Unit


def note_all_outcomes(unit: Unit, day: date) -> None:
    """Note the outcomes of all whose paid work runs on a day, or ended of late."""
    here = offers.placements_in(unit, Period(day - timedelta(days=LONGEST_GAP), day))
    for person in dict.fromkeys(one.person for one in here if one.paid):
        offers.note_outcomes(unit, person)


def outcomes_seen(unit: Unit, person: str) -> list[Outcome]:
    """Return a person's outcomes, for those who may see her way to work: those of the work that they see."""
    need_way(unit, person)
    return outcomes_told(unit, person)


def say_of_outcome(unit: Unit, outcome: str, wanted: Wanted, words: str = "") -> Outcome:
    """Say of one's own outcome whether the job is what one wants.

    Raises:
        NotFound: where it is not one's own.
    """
    mine = {one.id: one for one in offers.outcomes_of(unit, unit.actor.id)}
    if outcome not in mine:
        raise NotFound("outcome of yours", outcome)
    return unit.change(OUTCOMES, mine[outcome], wanted=wanted, words=words.strip())


def confirm_outcome(unit: Unit, outcome: str, wanted: Wanted = Wanted.NOT_SAID) -> Outcome:
    """Confirm an outcome of somebody else; what she has said herself stands, else what she says now is noted.

    Raises:
        NotAllowed: where it is of work that the actor may not see.
        BadInput: where somebody has confirmed it before.
    """
    found = offers.outcome(unit, outcome)
    need_to_write_way(unit, found.person)
    if found not in outcomes_told(unit, found.person):
        raise NotAllowed(unit.actor.name, "placements.change")
    if found.confirmed:
        raise BadInput(worded("placements", "Somebody has confirmed this already. Look at the page again."))
    return unit.change(
        OUTCOMES,
        found,
        wanted=found.wanted if found.wanted is not Wanted.NOT_SAID else wanted,
        minutes=offers.agreed_minutes(unit, [found.person], found.day)[found.person],
        confirmed_by=unit.actor.id if unit.actor.kind is ActorKind.PERSON else None,
        confirmed_on=enterprise.today(unit),
    )
