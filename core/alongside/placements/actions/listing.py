"""The list for an audit: whom one may print, and their lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.placements import offers
from alongside.placements.actions.allowed import may_see_way, need_way, outcomes_told, placements_seen
from alongside.placements.job import jobs_of
from alongside.placements.listing import MOST, Line, line_of
from alongside.refusal import BadInput, worded
from alongside.store import Unit


def whom_to_list(unit: Unit) -> list[people.Face]:
    """Return those on the way to work whose way the one who acts may see, by name; never oneself."""
    steps = [who for who in offers.all_steps(unit) if who != unit.actor.id]
    offers.read_at_once(unit, steps)
    there = [who for who in steps if may_see_way(unit, who)]
    faces = people.faces_of(unit, there)
    return sorted(faces.values(), key=lambda one: (one.name.casefold(), one.person))


def lines_of(unit: Unit, chosen: Sequence[str], *, by_number: bool = False) -> list[Line]:
    """Return a line for each of the people, by name, or by number where names are not to be told.

    Each is told by the work that the one who acts may see.

    Raises:
        BadInput: for nobody, or for more than an audit asks for.
    """
    if not 1 <= len(chosen) <= MOST:
        raise BadInput(worded("placements", "Choose from 1 to {most} people.", most=MOST))
    for who in chosen:
        need_way(unit, who)
    names, today = people.names_of(unit, chosen), enterprise.today(unit)
    # By id where there are no names: the order of names would tell them.
    order = sorted(chosen) if by_number else sorted(chosen, key=lambda who: (names[who].casefold(), who))
    called = {who: str(number) if by_number else names[who] for number, who in enumerate(order, start=1)}
    return [_line(unit, who, called[who], today) for who in order]


def _line(unit: Unit, who: str, called: str, today: date) -> Line:
    seen = placements_seen(unit, who)
    said = [one for one in offers.endings_of(unit, who) if one.placement in {each.id for each in seen}]
    return line_of(called, offers.steps_of(unit, who), jobs_of(seen), outcomes_told(unit, who), said, today)
