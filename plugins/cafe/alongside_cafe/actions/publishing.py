"""Publishing a draft: people's time is claimed and given back, who is concerned is told, and a number counts on.

What has become impossible since the draft was made is found when it is read again, and by the claims themselves;
such a place stays open with its reason.
"""

from __future__ import annotations

import attrs

from alongside.api.store import Unit
from alongside.api.values import Period

from ..draft import Difference, Draft, Override, difference, in_force, merged
from ..problem import Problem, gaps_in
from ..publication import Publication
from ..rota import KeptAssignment, KeptGap, Rota, changed, kept_shift
from ..shift import Assignment, Gap
from ..tables import DRAFTS, SHIFT, rota_of, rota_where
from . import over_by_now, telling_changes, telling_shifts
from .changing import hold_days
from .drafting import question, refuse_broken, still_set_aside
from .giving_way import possible
from .recording import record, record_changes
from .writing import Writing

MEANWHILE = "busy"
NOT_ANY_MORE = "{{{}}} was free when this was planned, and is not any more."
NOBODY_YET = "Nobody is free for this place yet."
NO_KEY = "The key is still missing."


@attrs.frozen(kw_only=True)
class Standing:
    """A draft as it would be published now: the question read again, what is published, and who can still come.

    ``late`` are those of the draft who cannot any more.
    """

    draft: Draft
    problem: Problem
    before: Rota
    wanted: tuple[Assignment, ...]
    late: tuple[Assignment, ...]

    @property
    def difference(self) -> Difference:
        """What publishing it would change."""
        there = {shift.called: shift.shift for shift in self.before.shifts}
        return difference(self.problem, there, self.before.planned, self.wanted)

    @property
    def changed_since(self) -> bool:
        """True if what is published has changed since the draft was made; those changes stay."""
        shifts = {shift.id for shift in self.problem.shifts}
        return {one for one in self.draft.base if one.shift in shifts} != set(self.before.planned)


@attrs.frozen(kw_only=True)
class Published:
    """What a publication has done: the rota as it stands, and how many shifts changed hands.

    ``late`` is how many places of the draft stayed open because somebody could not come any more.
    """

    publication: Publication
    draft: Draft
    rota: Rota
    changed: int
    late: int

    @property
    def filled(self) -> int:
        """How many places somebody has."""
        return self.rota.filled


def stand(unit: Unit, draft: Draft, *, weighed: bool = True) -> Standing:
    """Read the question of a draft again and return what of it can still be.

    Who asks only what may be, not how good it is, has no need of what is ``weighed``.
    """
    unit.need("cafe.plan", draft.business)
    overrides = still_set_aside(unit, draft.business, draft.period, [draft])
    problem = question(unit, draft.business, draft.first_day, draft.weeks, overrides, to_search=weighed)
    before = _to_come(unit, draft.business, draft.period)
    shifts = {one.id for one in problem.shifts}
    # A draft of somebody who was just taken off the records names nobody: such a place is open.
    rota = [one for one in merged(draft, before.planned) if one.shift in shifts]
    wanted = possible(problem, rota)
    return Standing(
        draft=draft,
        problem=problem,
        before=before,
        wanted=tuple(wanted),
        late=tuple(one for one in rota if one not in wanted),
    )


def as_rota(unit: Unit, standing: Standing, days: Period) -> Rota:
    """Return a draft as a rota is kept, with what has begun as it stands; its ids stand in no table."""
    draft, problem = standing.draft, standing.problem
    begun = rota_of(unit, draft.business, days)
    past = [one for one in begun.shifts if one.starts <= unit.now]
    to_come = [
        kept_shift(one, one.id, draft.business, problem.zone)
        for one in problem.shifts
        if days.first <= one.day <= days.last
    ]
    there, worked = {one.id for one in to_come}, {one.id for one in past}
    hers = [one for one in begun.assignments if one.shift in worked]
    hers += [_drafted(draft.business, one) for one in standing.wanted if one.shift in there]
    gaps = [one for one in begun.gaps if one.shift in worked]
    gaps += [one for one in _gaps(standing) if one.shift in there]
    return Rota(shifts=(*past, *to_come), assignments=tuple(hers), gaps=tuple(gaps))


def _drafted(business: str, one: Assignment) -> KeptAssignment:
    called = f"{one.shift}/{one.place}"
    return KeptAssignment(
        id=called, business=business, shift=one.shift, place=one.place, person=one.person, claim=""
    )


def _gaps(standing: Standing) -> list[KeptGap]:
    """Every gap of a draft with its reason: as it was thought, or who is not free any more."""
    thought = {one.gap: one for one in standing.draft.gaps}
    gone = {Gap(shift=one.shift, place=one.place): one.person for one in standing.late}
    found = []
    for gap in gaps_in(standing.problem, standing.wanted):
        if gap in gone:
            words = (NOT_ANY_MORE.format(gone[gap]), NOBODY_YET, MEANWHILE)
        elif gap in thought:
            words = (thought[gap].manager, thought[gap].colleagues, thought[gap].rule)
        else:
            words = (NO_KEY, NO_KEY, MEANWHILE) if gap.place is None else (NOBODY_YET, NOBODY_YET, "")
        manager, colleagues, rule = words
        found.append(
            KeptGap(
                id=f"{gap.shift}/{'key' if gap.place is None else gap.place}",
                business=standing.draft.business,
                shift=gap.shift,
                place=gap.place,
                manager=manager,
                colleagues=colleagues,
                rule=rule,
            )
        )
    return found


def publish(unit: Unit, draft: Draft) -> Published:
    """Write a draft as what is published: the same assignments keep their claims, others are released or claimed.

    Raises:
        BrokenRota: where it breaks a hard rule; then nothing is written.
        SomebodyWasFaster: where the draft has changed since it was read.
    """
    # Held before it is read: a swap or a yes of this moment has happened by then, or waits until it is published.
    hold_days(unit, draft.business, draft.period)
    standing = stand(unit, draft)
    # Taken out by its version: of two who publish it at one moment, the second is refused and has changed nothing.
    unit.remove(DRAFTS, draft)
    refuse_broken(unit, standing.problem, standing.wanted)
    writing = Writing(unit, draft.business, standing.before, standing.problem)
    taken = writing.assign(standing.wanted)
    stays = [one for one in standing.wanted if one not in taken]
    done = attrs.evolve(standing, wanted=tuple(stays), late=(*standing.late, *taken))
    writing.explain(_gaps(done))
    after = _to_come(unit, draft.business, draft.period)
    writing.pin(after, draft.pinned)
    telling_shifts.changed(unit, draft.business, standing.before, after)
    telling_changes.tell_who_is_beside(unit, standing.problem, standing.before, after)
    record_changes(unit, standing.before, after)
    over_by_now.by_publishing(unit, draft.business, standing.before, after)
    return Published(
        publication=record(unit, draft.business, draft.period, _set_aside(done)),
        draft=draft,
        rota=after,
        changed=changed(standing.before.planned, after.planned),
        late=len(done.late),
    )


def _set_aside(done: Standing) -> list[Override]:
    """The overrides of those who have the places they were written for, on shifts that are as they were then."""
    there = {(one.shift, one.person) for one in done.wanted}
    counting = in_force(done.draft.overrides, done.problem.shifts)
    return [one for one in counting if (one.shift, one.person) in there]


def _to_come(unit: Unit, business: str, period: Period) -> Rota:
    """What of a period's rota has not begun yet; what was worked stays as it was."""
    days = SHIFT.c.day.between(period.first, period.last)
    return rota_where(unit, SHIFT.c.business == business, days, SHIFT.c.starts > unit.now)
