"""Changing a draft by hand: who could take a place, putting somebody there, taking her off, and keeping it so.

Everything is looked at by the checker: a rule of the law is never broken by hand, one of the house only with a
reason.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs

from alongside.api import people
from alongside.api.store import Unit
from alongside.api.values import BadInput, NotFound, monday_of, worded

from ..checker import Breach
from ..draft import Draft, Override, Searched, ToldGap, meets, weeks_from
from ..legal import not_known
from ..one_of_two import told_of_one
from ..problem import Answer, Ending, Problem, Waiver, gaps_in
from ..reasons import hindrance, reasons
from ..rota import with_names
from ..rules import HER_YES, ON_TOP, RULES, said
from ..shift import Assignment, Gap, Shift
from ..tables import DRAFTS, rota_of
from ..tables.drafts import drafts_of, last_number
from ..tables.house import house_rules_of
from .drafting import put_down, question, still_set_aside, told
from .giving_way import breaches, possible, stand_ins
from .publishing import Standing, stand

LONGEST_REASON = 200


@attrs.frozen(kw_only=True)
class Candidate:
    """Somebody who could be asked for a place: what stands against it, as who plans may read it.

    ``rules`` are what it would break, none where she could simply have it; ``minutes`` is what she works in the
    week as the draft stands, of ``agreed``.
    """

    person: str
    name: str
    face: people.Face | None
    rules: tuple[str, ...]
    sentence: str
    minutes: int
    agreed: int

    @property
    def waivable(self) -> bool:
        """True if nothing but rules of the house stand against it."""
        return bool(self.rules) and all(RULES[rule].waivable for rule in self.rules)

    @property
    def asked_for_her_yes(self) -> bool:
        """True if what stands against it is hers to set aside."""
        return bool(HER_YES & set(self.rules))


@attrs.frozen(kw_only=True)
class Place:
    """One place of a draft as it is looked at: who has it, and everybody else with what stands against it."""

    draft: Draft
    shift: Shift
    place: int
    holder: str | None
    name: str
    pinned: bool
    override: Override | None
    candidates: tuple[Candidate, ...]

    @property
    def learnt(self) -> str:
        """What is learnt here; empty for a place of the team."""
        return self.shift.learnt_on(self.place)

    @property
    def skills(self) -> frozenset[str]:
        """What a place of the team asks for."""
        return frozenset() if self.learnt else self.shift.places[self.place]


def begin(unit: Unit, business: str, first_day: date, weeks: int) -> Draft:
    """Begin a draft from what is published, to be changed by hand; one of these days that is there goes on.

    Raises:
        BadInput: without a pattern, or where all shifts have begun.
    """
    unit.need("cafe.plan", business)
    days = weeks_from(first_day, weeks)
    there = [one for one in drafts_of(unit, business) if meets(one.period, days)]
    return there[0] if there else put_down(unit, begun(unit, business, first_day, weeks))


def begun(unit: Unit, business: str, first_day: date, weeks: int) -> Draft:
    """Return what is published as a draft that is not kept yet.

    Raises:
        BadInput: without a pattern, or where all shifts have begun.
    """
    unit.need("cafe.plan", business)
    aside = still_set_aside(unit, business, weeks_from(first_day, weeks))
    problem = question(unit, business, first_day, weeks, aside)
    if not problem.shifts:
        raise BadInput(worded("cafe", "All shifts of this week have begun. Choose a later week."))
    rota = possible(problem, sorted(problem.published))
    there = rota_of(unit, business, weeks_from(first_day, weeks))
    return Draft(
        id=unit.new_id(),
        business=business,
        first_day=first_day,
        weeks=weeks,
        assignments=tuple(rota),
        base=tuple(sorted(problem.published)),
        pinned=tuple(one for one in there.pinned if one in rota),
        overrides=(),
        gaps=_why(problem, rota),
        searched=Searched(ending=Ending.NOTHING, cost=0, bound=0),
        by_hand=True,
        based_on=last_number(unit, business),
        made_at=unit.now,
        rules=house_rules_of(unit, business),
    )


def place(unit: Unit, draft: Draft, called: str, number: int) -> Place:
    """Look at a place of a draft, and at who could take it.

    Raises:
        NotFound: where there is no such place, or its shift has begun.
    """
    standing = stand(unit, draft)
    problem, shift = standing.problem, _shift(standing.problem, called, number)
    holder = _holder(standing, called, number)
    others = [one for one in standing.wanted if (one.shift, one.place) != (called, number)]
    here = {one.person for one in others if one.shift == called}
    ids = [one.id for one in problem.workers if one.id not in here | {holder}]
    names, faces = people.names_of(unit, {*ids, *([holder] if holder else [])}), people.faces_of(unit, ids)
    return Place(
        draft=draft,
        shift=shift,
        place=number,
        holder=holder,
        name=names.get(holder or "", ""),
        pinned=any((one.shift, one.place) == (called, number) for one in draft.pinned),
        override=next((one for one in draft.overrides if (one.shift, one.person) == (called, holder)), None),
        candidates=tuple(
            sorted(
                (_candidate(problem, others, shift, number, who, names[who], faces.get(who)) for who in ids),
                key=lambda one: (bool(one.rules), not one.waivable, one.minutes - one.agreed, one.name.casefold()),
            )
        ),
    )


def _shift(problem: Problem, called: str, number: int) -> Shift:
    for shift in problem.shifts:
        if shift.id == called and shift.has(number):
            return shift
    raise NotFound("place on a shift", f"{called}/{number}")


def _holder(standing: Standing, called: str, number: int) -> str | None:
    return next((one.person for one in standing.wanted if (one.shift, one.place) == (called, number)), None)


def _candidate(
    problem: Problem,
    others: Sequence[Assignment],
    shift: Shift,
    number: int,
    who: str,
    name: str,
    face: people.Face | None,
) -> Candidate:
    worker = next(one for one in problem.workers if one.id == who)
    against = hindrance(problem, others, worker, shift, Gap(shift=shift.id, place=number)).rules
    rules = tuple(rule for rule in against if not _waived(problem, rule, shift.id, who))
    week = monday_of(shift.day)
    lengths = {one.id: one.minutes for one in problem.shifts if monday_of(one.day) == week}
    return Candidate(
        person=who,
        name=name,
        face=face,
        rules=rules,
        sentence=f"{said(rules[0], [name], problem.limits)}." if rules else "",
        minutes=sum(lengths.get(one.shift, 0) for one in others if one.person == who),
        agreed=worker.agreed_in(week),
    )


def _waived(problem: Problem, rule: str, shift: str, person: str) -> bool:
    return RULES[rule].waivable and Waiver(rule=rule, shift=shift, person=person) in problem.waived


# --- changing it


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
    _shift(standing.problem, called, number)
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
    _shift(standing.problem, called, number)
    rota = [one for one in standing.wanted if (one.shift, one.place) != (called, number)]
    for one in newly_broken(standing, rota):
        raise NotPossible(worded("cafe", "This cannot be: {why}", why=_why_not(unit, one)))
    return keep(unit, standing, rota, draft.pinned, draft.overrides)


def pin(unit: Unit, draft: Draft, called: str, number: int, *, stays: bool) -> Draft:
    """Say that whoever has a place keeps it when the rota is filled again, or that she need not."""
    standing = stand(unit, draft)
    _shift(standing.problem, called, number)
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
        "gaps": _why(problem, rota),
        "by_hand": True,
        "based_on": last_number(unit, standing.draft.business),
    }
    if standing.draft not in drafts_of(unit, standing.draft.business):
        return put_down(unit, attrs.evolve(standing.draft, **changes))  # type: ignore[arg-type] # fields of a draft
    return unit.change(DRAFTS, standing.draft, **changes)


def _why(problem: Problem, rota: Sequence[Assignment]) -> tuple[ToldGap, ...]:
    answer = Answer(
        assignments=tuple(rota), gaps=gaps_in(problem, rota), ending=Ending.NOTHING, cost=0, bound=0, work=0.0
    )
    return told(reasons(problem, answer, stand_ins(problem)))
