"""Changing a draft by hand: putting somebody on a place, taking her off, and keeping it so.

Everything is looked at by the checker: a rule of the law is never broken by hand, one of the house only with a
reason.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from alongside.api import people
from alongside.api.store import Unit
from alongside.api.values import BadInput, worded

from ..checker import Breach
from ..draft import Draft, Override
from ..legal import not_known
from ..one_of_two import told_of_one
from ..problem import Problem
from ..rota import with_names
from ..rules import HER_YES, ON_TOP, RULES
from ..shift import Assignment
from ..tables import DRAFTS
from ..tables.drafts import drafts_of, last_number
from .begun_by_hand import why_open
from .drafting import put_down
from .giving_way import breaches
from .one_place import shift_of
from .publishing import Standing, stand

LONGEST_REASON = 200


class NotPossible(BadInput):
    """A rule stands against putting somebody on a place: one that nobody may set aside, or there is no reason."""


def put(
    unit: Unit, draft: Draft, called: str, number: int, person: str, reason: str = "", *, said_yes: bool = False
) -> Draft:
    """Put somebody on a place, where she stays when the rota is filled again; whoever had it is off it.

    ``reason`` sets rules of the house aside for her on this shift, and is kept with the publication, and so is
    whether she has ``said_yes`` to it.

    Raises:
        NotPossible: where it breaks a rule of the law, or one of the house and there is no reason, or one that is
            hers to set aside and she has not said yes.
    """
    standing = stand(unit, draft)
    shift_of(standing.problem, called, number)
    rota = [
        one
        for one in standing.wanted
        if (one.shift, one.place) != (called, number) and (one.shift, one.person) != (called, person)
    ]
    new = Assignment(shift=called, place=number, person=person)
    broken = newly_broken(standing, [*rota, new])
    # Too many hours are told of the last shift of a week; it is this one that the week has on top.
    broken = tuple(attrs.evolve(one, shift=called) if one.rule in ON_TOP else one for one in broken)
    set_aside = _set_aside(unit, standing.problem, broken, reason.strip(), said_yes=said_yes)
    pinned = [one for one in draft.pinned if (one.shift, one.place) != (called, number) and one in rota]
    return keep(unit, standing, [*rota, new], [*pinned, new], [*draft.overrides, *set_aside])


def newly_broken(standing: Standing, rota: Sequence[Assignment]) -> tuple[Breach, ...]:
    """What a change of the draft breaks that is not broken as it stands."""
    known, found = (breaches(standing.problem, one) for one in (standing.wanted, rota))
    broken = not_known(standing.problem, known, found, standing.wanted, rota)
    return told_of_one(standing.problem, broken, comes={one.person for one in {*rota} - {*standing.wanted}})


def _why_not(unit: Unit, breach: Breach) -> str:
    return with_names(breach.sentence.partition(": ")[2], people.names_of(unit, [breach.person]))


def _set_aside(
    unit: Unit, problem: Problem, broken: Sequence[Breach], reason: str, *, said_yes: bool
) -> list[Override]:
    """The rules of the house that are set aside for what a change breaks."""
    for one in broken:
        if not RULES[one.rule].waivable:
            raise NotPossible(worded("cafe", "This cannot be: {why}", why=_why_not(unit, one)))
    if broken and not reason:
        why = _why_not(unit, broken[0])
        raise NotPossible(worded("cafe", "Write down why it should be so all the same: {why}", why=why))
    if len(reason) > LONGEST_REASON:
        raise BadInput(worded("cafe", "This is long. Write at most {most} letters.", most=LONGEST_REASON))
    if not said_yes and any(one.rule in HER_YES for one in broken):
        raise NotPossible(worded("cafe", "Ask first. Tick the box once you have heard a yes."))
    times = {one.id: one.during for one in problem.shifts}
    return [
        Override(
            rule=one.rule,
            shift=one.shift,
            person=one.person,
            reason=reason,
            starts=times[one.shift].starts,
            ends=times[one.shift].ends,
            said_yes=said_yes,
        )
        for one in broken
    ]


def take_off(unit: Unit, draft: Draft, called: str, number: int) -> Draft:
    """Take whoever has a place off it; filled again, it may be hers or somebody else's.

    Raises:
        NotPossible: where somebody else cannot be there without her, such as one whose coach she is.
    """
    standing = stand(unit, draft)
    shift_of(standing.problem, called, number)
    rota = [one for one in standing.wanted if (one.shift, one.place) != (called, number)]
    for one in newly_broken(standing, rota):
        raise NotPossible(worded("cafe", "This cannot be: {why}", why=_why_not(unit, one)))
    return keep(unit, standing, rota, draft.pinned, draft.overrides)


def pin(unit: Unit, draft: Draft, called: str, number: int, *, stays: bool) -> Draft:
    """Say that whoever has a place keeps it when the rota is filled again, or that she need not."""
    standing = stand(unit, draft)
    shift_of(standing.problem, called, number)
    others = [one for one in draft.pinned if (one.shift, one.place) != (called, number)]
    there = [one for one in standing.wanted if (one.shift, one.place) == (called, number)]
    return keep(unit, standing, standing.wanted, [*others, *(there if stays else [])], draft.overrides)


def keep(
    unit: Unit,
    standing: Standing,
    rota: Sequence[Assignment],
    pinned: Sequence[Assignment],
    overrides: Sequence[Override] = (),
) -> Draft:
    """Keep the draft as it is now: it stands on what is published now, and its gaps have their reasons anew."""
    there = {(one.shift, one.person) for one in rota}
    kept = [one for one in overrides if (one.shift, one.person) in there]
    problem = attrs.evolve(standing.problem, waived=frozenset(one.waiver for one in kept))
    changes = {
        "assignments": tuple(sorted(rota)),
        "base": tuple(sorted(problem.published)),
        "pinned": tuple(sorted(one for one in pinned if one in rota)),
        "overrides": tuple(kept),
        "gaps": why_open(problem, rota),
        "by_hand": True,
        "based_on": last_number(unit, standing.draft.business),
    }
    if standing.draft not in drafts_of(unit, standing.draft.business):
        return put_down(unit, attrs.evolve(standing.draft, **changes))  # type: ignore[arg-type] # fields of a draft
    return unit.change(DRAFTS, standing.draft, **changes)
