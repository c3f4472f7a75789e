"""Drafting the rota in three steps: read in one unit, think with none open, keep the draft in a second.

A unit held while the solver thinks would keep every other writer waiting. A draft claims nobody's time; what
changed meanwhile is found when it is looked at and when it is published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import date

import attrs

from alongside.api import enterprise, people
from alongside.api.store import Guarded, Unit
from alongside.api.values import BadInput, Period, Refusal, SomebodyWasFaster, worded

from ..draft import Draft, Override, Searched, ToldGap, in_force, meets, weeks_from
from ..house_rules import USUAL, HouseRules
from ..one_of_two import told_of_one
from ..problem import Answer, Ending, Problem
from ..reasons import Reason, chief, reasons
from ..rota import with_names
from ..shift import Assignment
from ..solving import FillStopped, fill
from ..tables import DRAFTS, SHIFT, rota_of, rota_where
from ..tables.drafts import drafts_of, last_number, publications_of
from ..tables.house import house_rules_of
from . import near_days
from .asking import problem_of, problem_to_check
from .changed import as_changed, without_those_away
from .giving_way import OF_OTHERS, against, breaches, stand_ins
from .needed import refuse_nothing_to_come, shifts_from


class BrokenRota(Refusal):
    """A rota that breaks a hard rule; nothing of it was written."""

    status = 409

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = tuple(sentences)
        more = f" And {len(sentences) - 1} more." if len(sentences) > 1 else ""
        super().__init__(f"The rota breaks a rule, so nothing was changed. {sentences[0]}{more}")


@attrs.frozen(kw_only=True)
class Asked:
    """The question of a fill: for which business and weeks, and the problem as it was read.

    ``overrides`` are those of the drafts that it takes the place of, ``rules`` those of the house that it goes by,
    and ``drafts`` which drafts of these days there were, each with its version.
    """

    business: str
    first_day: date
    weeks: int
    problem: Problem
    overrides: tuple[Override, ...] = ()
    rules: HouseRules = USUAL
    drafts: frozenset[tuple[str, int]] = frozenset()

    @property
    def period(self) -> Period:
        """Its days."""
        return weeks_from(self.first_day, self.weeks)


@attrs.frozen(kw_only=True)
class Thought:
    """An answer with the reason of each gap."""

    answer: Answer
    reasons: tuple[Reason, ...]


def ask(unit: Unit, business: str, first_day: date, weeks: int) -> Asked:
    """Read the question of so many weeks: every shift that has not begun yet, and what was placed by hand.

    What was published of the next days stays as it is.

    Raises:
        BadInput: without a pattern, where nothing is to come, or where a draft reaches beyond these weeks.
    """
    unit.need("cafe.plan", business)
    old = _drafts_within(unit, business, weeks_from(first_day, weeks))
    overrides = still_set_aside(unit, business, weeks_from(first_day, weeks), old)
    problem = question(unit, business, first_day, weeks, overrides)
    refuse_nothing_to_come(unit, business, weeks_from(first_day, weeks), problem)
    pinned = _can_stay(problem, list(_still_there(problem, _pins(unit, business, first_day, weeks, old))))
    kept = attrs.evolve(problem, pinned=frozenset(pinned))
    still = attrs.evolve(kept, frozen=near_days.staying(unit, business, kept))
    counting = in_force(overrides, problem.shifts)
    return Asked(
        business=business,
        first_day=first_day,
        weeks=weeks,
        problem=still,
        overrides=counting,
        rules=house_rules_of(unit, business),
        drafts=frozenset((one.id, one.version) for one in old),
    )


def question(
    unit: Unit,
    business: str,
    first_day: date,
    weeks: int,
    overrides: Sequence[Override] = (),
    *,
    to_search: bool = True,
) -> Problem:
    """Return the question of the shifts of some weeks that have not begun, with what is published and waived.

    Where nothing is searched, what a search weighs beside the rules is not read.
    """
    period = weeks_from(first_day, weeks)
    shifts = as_changed(unit, business, period, shifts_from(unit, business, first_day, weeks))
    there = rota_where(
        unit,
        SHIFT.c.business == business,
        SHIFT.c.day.between(period.first, period.last),
        SHIFT.c.starts > unit.now,
    )
    own = {one.claim for one in there.assignments}
    read = problem_of if to_search else problem_to_check
    problem = read(unit, business, period, shifts, own)
    return attrs.evolve(
        without_those_away(unit, business, period, problem, there),
        published=frozenset(there.planned),
        waived=frozenset(one.waiver for one in in_force(overrides, shifts)),
        today=enterprise.today(unit),
    )


def still_set_aside(unit: Unit, business: str, days: Period, drafts: Sequence[Draft] = ()) -> tuple[Override, ...]:
    """Return which rules of the house are set aside on some days, by drafts or by what was published.

    Each is for somebody on a shift: once she has left it, in what is published or in the draft, it counts no more.
    """
    published = [one for found in publications_of(unit, business, days) for one in found.overrides]
    planned = rota_of(unit, business, days).planned if published else ()
    written = [one for draft in drafts for one in _of_those_there(draft.overrides, draft.assignments)]
    return (*written, *_of_those_there(published, planned))


def _of_those_there(overrides: Iterable[Override], rota: Iterable[Assignment]) -> list[Override]:
    there = {(one.shift, one.person) for one in rota}
    return [one for one in overrides if (one.shift, one.person) in there]


def think(asked: Asked, solve: Callable[[Problem], Answer] = fill) -> Thought:
    """Return the best rota found and why what is open is open; no unit is open meanwhile."""
    answer = solve(asked.problem)
    return Thought(answer=answer, reasons=reasons(asked.problem, answer, stand_ins(asked.problem)))


def keep(unit: Unit, asked: Asked, thought: Thought) -> Draft:
    """Keep a rota as a draft, in the place of those of the same days.

    Raises:
        BrokenRota: where it breaks a hard rule; then nothing is written.
        FillStopped: where no rota was found in time; a draft that is there stays as it is.
        SomebodyWasFaster: where somebody has changed a draft of these days by hand while it was thought.
    """
    unit.need("cafe.plan", asked.business)
    if thought.answer.ending is Ending.NOTHING:
        raise FillStopped("no rota was found in the time there was")
    refuse_broken(unit, asked.problem, thought.answer.assignments)
    for old in _drafts_within(unit, asked.business, asked.period):
        # What was only filled can be filled again; what somebody put there by hand meanwhile would be lost.
        if old.by_hand and (old.id, old.version) not in asked.drafts:
            raise SomebodyWasFaster("draft")
        unit.remove(DRAFTS, old)
    return put_down(unit, _drafted(unit, asked, thought))


def put_down(unit: Unit, new: Draft) -> Draft:
    """Keep a draft of days that have none.

    Raises:
        SomebodyWasFaster: where somebody has begun one of the same days at this moment.
    """
    with suppress(Guarded), unit.apart():
        return unit.add(DRAFTS, new)
    raise SomebodyWasFaster("draft")


def _drafted(unit: Unit, asked: Asked, thought: Thought) -> Draft:
    answer = thought.answer
    return Draft(
        id=unit.new_id(),
        business=asked.business,
        first_day=asked.first_day,
        weeks=asked.weeks,
        assignments=answer.assignments,
        base=tuple(sorted(asked.problem.published)),
        pinned=tuple(sorted(asked.problem.pinned)),
        overrides=asked.overrides,
        gaps=told(thought.reasons),
        searched=Searched(ending=answer.ending, cost=answer.cost, bound=answer.bound, layers=answer.layers),
        by_hand=False,
        based_on=last_number(unit, asked.business),
        made_at=unit.now,
        rules=asked.rules,
    )


def told(found: Sequence[Reason]) -> tuple[ToldGap, ...]:
    """Return the reasons of gaps as a draft keeps them."""
    return tuple(
        ToldGap(
            shift=one.gap.shift,
            place=one.gap.place,
            manager=one.manager,
            colleagues=one.colleagues,
            rule=chief(one),
        )
        for one in found
    )


def draft(unit: Unit, business: str, called: str) -> Draft:
    """Return a draft of a business by its id.

    Raises:
        BadInput: where it is not there any more.
    """
    unit.need("cafe.plan", business)
    for one in drafts_of(unit, business):
        if one.id == called:
            return one
    raise BadInput(worded("cafe", "This draft is not there any more. Look at the rota again."))


def draft_for(unit: Unit, business: str, days: Period) -> Draft | None:
    """Return the first draft that tells of a day of these, for who plans; None for everybody else."""
    if not unit.may("cafe.plan", business):
        return None
    return next((one for one in drafts_of(unit, business) if meets(one.period, days)), None)


def throw_away(unit: Unit, old: Draft) -> None:
    """Throw a draft away; what is published stays as it is."""
    unit.need("cafe.plan", old.business)
    unit.remove(DRAFTS, old)


def _drafts_within(unit: Unit, business: str, days: Period) -> list[Draft]:
    """The drafts of these days; one that reaches beyond them would be lost in part."""
    there = [one for one in drafts_of(unit, business) if meets(one.period, days)]
    for one in there:
        if not (days.first <= one.period.first and one.period.last <= days.last):
            raise BadInput(
                worded(
                    "cafe",
                    "There is a draft from {first} to {last} already. "
                    "Publish it, throw it away, or fill all of its weeks.",
                    first=one.period.first,
                    last=one.period.last,
                ),
            )
    return there


def _pins(unit: Unit, business: str, first_day: date, weeks: int, drafts: Sequence[Draft]) -> list[Assignment]:
    """What was put somewhere by hand: on the days of a draft as it says, on others as it is published."""
    there = rota_of(unit, business, weeks_from(first_day, weeks))
    days = {shift.called: shift.day for shift in there.shifts}
    drafted = [draft.period for draft in drafts]
    published = [
        one for one in there.pinned if not any(each.first <= days[one.shift] <= each.last for each in drafted)
    ]
    return [*(one for draft in drafts for one in draft.pinned), *published]


def _can_stay(problem: Problem, pinned: list[Assignment]) -> list[Assignment]:
    # Whoever goes may leave somebody without what she needs, so the rest is looked at again.
    while late := {(one.shift, one.person) for one in against(problem, pinned) if one.rule not in OF_OTHERS}:
        pinned = [one for one in pinned if (one.shift, one.person) not in late]
    return pinned


def _still_there(problem: Problem, pinned: Iterable[Assignment]) -> Iterator[Assignment]:
    """The pins of people and places that are there, each place and each person on a shift once."""
    shifts, workers = {one.id: one for one in problem.shifts}, {one.id for one in problem.workers}
    places: set[tuple[str, object]] = set()
    for one in pinned:
        new = {(one.shift, one.place), (one.shift, one.person)}
        if one.person in workers and one.shift in shifts and shifts[one.shift].has(one.place) and not new & places:
            places |= new
            yield one


def refuse_broken(unit: Unit, problem: Problem, rota: Sequence[Assignment]) -> None:
    """Refuse a rota that breaks a hard rule.

    Raises:
        BrokenRota: with a sentence for each.
    """
    broken = told_of_one(problem, breaches(problem, rota))
    if broken:
        names = people.names_of(unit, {one.person for one in broken})
        raise BrokenRota([with_names(one.sentence, names) for one in broken])
