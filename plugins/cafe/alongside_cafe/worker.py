"""A worker: what the rota needs to know of a person, and no more."""

from __future__ import annotations

from collections import Counter
from datetime import date, time, timedelta

import attrs

from alongside.api.values import BadInput, Interval

from .availability import Availability


@attrs.frozen
class Held:
    """A skill that a person has; a certificate is valid from ``since`` to ``until``, both included."""

    skill: str
    until: date | None = None
    since: date | None = None

    def on(self, day: date) -> bool:
        """True if it is valid on the day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@attrs.frozen
class Coach:
    """A worker who may be somebody's coach, from ``since`` to ``until``, both included; always without them."""

    id: str
    since: date | None = None
    until: date | None = None

    def on(self, day: date) -> bool:
        """True if she may be it on the day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def _none_less_than_nothing(_worker: object, _field: object, counts: tuple[int, ...]) -> None:
    if any(count < 0 for count in counts):
        raise ValueError("Nobody has had a shift fewer times than never")


@attrs.frozen(kw_only=True)
class Worker:
    """What the rota needs of one person.

    ``agreed_minutes`` are a week's, ``most_minutes`` are they with the house's margin, and ``own_most`` is the
    most that she herself wants, for whatever reason: that is nobody's business here.
    ``busy`` is time that is taken; ``work`` is other work, which is taken too and counts for rest and hours
    (work before the first day of the rota belongs in it), and ``breaks`` the minutes of the break within one of
    them, where any is known. ``usual`` is the (weekday, start) of her routine.
    ``held`` are days on which nothing new may be planned for her; the shifts that she ``keeps`` were planned
    before, and stay. ``shared`` are the days on which she lately had a shift of each kind that is shared out, in
    the order of the problem; ``weight`` is how much of that is hers beside others': the minutes that were agreed.

    ``plan`` holds agreed minutes a week from a Monday on, for hours that grow step by step; before its first
    Monday and without one it is ``agreed_minutes``. ``earlier`` are minutes worked in weeks (by Monday) before
    the rota, for the average, and ``left_out`` the days of weeks that it does not count: before she began here,
    and of leave; who ``opted_out`` of the average has agreed in writing to work more, on all
    days of the rota; who is ``under_18`` cannot, whatever was written.

    All those are hours of all businesses together, as the limits on them are. Of who has work in others as well,
    ``agreed_here`` are the minutes a week from a Monday on that are agreed with this one, and ``not_here`` what of
    her other work is another's: this rota is to give her neither more nor less than what was agreed here.

    ``coaches`` are workers of whom one must be on each of her shifts with her, on the days on which they may be
    it; a day on which none of them may asks for nobody, and is one of those ``held``. ``usual_coaches`` are those
    who lately were. ``wants`` and ``rather_not`` are ids of shifts. ``learns`` and ``teaches`` are skills,
    ``chances`` how often she lately learnt beside somebody. ``needs_routine`` makes a change of hers dearer than
    others'.

    ``pence`` are an hour's wage, ``pay`` another one from a day on, for who has a new placement; on the days
    ``underpaid`` it lies under the least that the law allows.

    Raises:
        BadInput: where what is said of her contradicts itself.
    """

    id: str
    skills: tuple[Held, ...] = ()
    availability: Availability
    agreed_minutes: int = attrs.field(validator=attrs.validators.ge(0))
    most_minutes: int = attrs.field(validator=attrs.validators.ge(0))
    own_most: int | None = attrs.field(default=None, validator=attrs.validators.optional(attrs.validators.ge(0)))
    under_18: bool = False
    busy: tuple[Interval, ...] = ()
    work: tuple[Interval, ...] = ()
    breaks: tuple[tuple[Interval, int], ...] = ()
    usual: frozenset[tuple[int, time]] = frozenset()
    shared: tuple[int, ...] = attrs.field(default=(), validator=_none_less_than_nothing)
    weight: int = attrs.field(default=1, validator=attrs.validators.ge(0))
    held: frozenset[date] = frozenset()
    keeps: frozenset[str] = frozenset()
    plan: tuple[tuple[date, int], ...] = ()
    earlier: tuple[tuple[date, int], ...] = ()
    left_out: tuple[tuple[date, int], ...] = ()
    agreed_here: tuple[tuple[date, int], ...] = ()
    not_here: frozenset[Interval] = frozenset()
    opted_out: bool = False
    coaches: frozenset[Coach] = frozenset()
    usual_coaches: frozenset[str] = frozenset()
    wants: frozenset[str] = frozenset()
    rather_not: frozenset[str] = frozenset()
    learns: frozenset[str] = frozenset()
    teaches: frozenset[str] = frozenset()
    chances: int = attrs.field(default=0, validator=attrs.validators.ge(0))
    needs_routine: bool = False
    pence: int = attrs.field(default=0, validator=attrs.validators.ge(0))
    pay: tuple[tuple[date, int], ...] = ()
    underpaid: frozenset[date] = frozenset()

    def __attrs_post_init__(self) -> None:
        """Refuse what cannot all be so."""
        for what in ("plan", "earlier", "left_out", "agreed_here"):
            self._refuse_weeks(what, getattr(self, what))
        if any(days > 7 for _, days in self.left_out):
            self._refuse("more than the seven days of a week are left out", "Give 7 or fewer.")
        both = sorted(self.wants & self.rather_not)
        if both:
            self._refuse(f"shift {both[0]} is wanted and not wanted", "Keep one of the two.")
        both = sorted(self.learns & self.teaches)
        if both:
            self._refuse(f"{both[0]} is learnt and taught by one person", "Keep one of the two.")
        if any(one.id == self.id for one in self.coaches):
            self._refuse("somebody is to coach herself", "Name somebody else.")

    def _refuse_weeks(self, what: str, weeks: tuple[tuple[date, int], ...]) -> None:
        for day, minutes in weeks:
            if day.weekday() != 0:
                self._refuse(f"the hours of {what} from {day} begin on no Monday", "Let them begin on a Monday.")
            if minutes < 0:
                self._refuse(f"the hours of {what} from {day} are fewer than none", "Give 0 or more.")
        twice = [day for day, times in Counter(day for day, _ in weeks).items() if times > 1]
        if twice:
            self._refuse(f"the hours of {what} from {twice[0]} are said twice", "Keep one of the two.")

    def _refuse(self, found: str, remedy: str) -> None:
        raise BadInput(found[0].upper() + found[1:], where=self.id, remedy=remedy)

    def agreed_in(self, monday: date) -> int:
        """Return the minutes agreed for the week of a Monday, in all businesses together."""
        begun = [(day, minutes) for day, minutes in self.plan if day <= monday]
        return max(begun)[1] if begun else self.agreed_minutes

    def agreed_here_in(self, monday: date) -> int:
        """Return the minutes agreed for the week of a Monday with the business whose rota it is."""
        begun = [(day, minutes) for day, minutes in self.agreed_here if day <= monday]
        return max(begun)[1] if begun else self.agreed_in(monday)

    @property
    def work_here(self) -> tuple[Interval, ...]:
        """Her other work that is of this business: a shift that has begun, say, which this rota plans no more."""
        return tuple(one for one in self.work if one not in self.not_here)

    def coaches_on(self, day: date) -> frozenset[str]:
        """Return who may be her coach on a day."""
        return frozenset(one.id for one in self.coaches if one.on(day))

    def had(self, kind: int) -> int:
        """Return on how many days she lately had a shift of a kind, by its number in the problem."""
        return self.shared[kind] if kind < len(self.shared) else 0

    def pence_on(self, day: date) -> int:
        """Return what an hour of a day pays, in pence."""
        begun = [(since, pence) for since, pence in self.pay if since <= day]
        return max(begun)[1] if begun else self.pence

    def expected_in(self, monday: date) -> int:
        """Return the minutes agreed here for a week without the share of her days on which she is away.

        Else somebody who is ill on Monday and Tuesday would be given all her hours on the days that are left.
        A date on which she can work beside her usual days makes up for one of them, and asks for no more hours.
        """
        days = {monday + timedelta(days=free.weekday) for free in self.availability.hours}
        extra = {one.day for one in self.availability.on_days if monday <= one.day < monday + timedelta(days=7)}
        there = (days | extra) - self.availability.away
        return self.agreed_here_in(monday) * min(len(there), len(days)) // len(days) if days else 0

    def holds(self, skill: str, day: date) -> bool:
        """True if she has the skill, and its certificate (if it needs one) is valid on the day."""
        return any(held.skill == skill and held.on(day) for held in self.skills)
