"""A worker: what the rota needs to know of a person, and no more."""

from __future__ import annotations

from datetime import date, time

import attrs

from alongside.api.values import Interval

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


@attrs.frozen(kw_only=True)
class Worker:
    """What the rota needs of one person.

    ``agreed_minutes`` and ``most_minutes`` are a week's; the reason for the second is nobody's business here.
    ``busy`` is time that is taken; ``work`` is other work, which is taken too and counts for rest and hours
    (work before the first day of the rota belongs in it). ``usual`` is the (weekday, start) of her routine,
    ``saturdays`` how many she has worked lately. ``held`` are days on which nothing new may be planned for
    her; the shifts that she ``keeps`` were planned before, and stay.
    """

    id: str
    skills: tuple[Held, ...] = ()
    availability: Availability
    agreed_minutes: int = attrs.field(validator=attrs.validators.ge(0))
    most_minutes: int = attrs.field(validator=attrs.validators.ge(0))
    under_18: bool = False
    busy: tuple[Interval, ...] = ()
    work: tuple[Interval, ...] = ()
    usual: frozenset[tuple[int, time]] = frozenset()
    saturdays: int = attrs.field(default=0, validator=attrs.validators.ge(0))
    held: frozenset[date] = frozenset()
    keeps: frozenset[str] = frozenset()

    def holds(self, skill: str, day: date) -> bool:
        """True if she has the skill, and its certificate (if it needs one) is valid on the day."""
        return any(held.skill == skill and held.on(day) for held in self.skills)
