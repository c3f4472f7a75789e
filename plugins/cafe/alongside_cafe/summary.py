"""How a café's rota went over some days, in figures; nobody is named or put in an order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime

import attrs

from .rota import Rota


@attrs.frozen(kw_only=True)
class Summary:
    """Places and how many of them somebody had, minutes that were planned on them, and why places stayed open.

    Of ``noted`` of the ``taken`` places it was noted who was there: ``attended`` are the minutes of those notes,
    none for whoever did not come, and ``of_noted`` what was planned on the same places.

    ``learning`` counts learners' places beside the team that somebody had: they are no cover, and never open.
    ``keyless`` are shifts that had people and nobody with the key.
    """

    places: int = 0
    filled: int = 0
    minutes: int = 0
    taken: int = 0
    noted: int = 0
    attended: int = 0
    of_noted: int = 0
    reasons: tuple[tuple[str, int], ...] = ()
    learning: int = 0
    keyless: int = 0

    @property
    def open(self) -> int:
        """How many places nobody had."""
        return self.places - self.filled

    @property
    def of_a_hundred(self) -> int:
        """How many of every hundred places somebody had; all of them alone make a hundred."""
        return 100 * self.filled // self.places if self.places else 0

    @property
    def chief_reason(self) -> str:
        """The rule that kept most places open; empty where none did."""
        return self.reasons[0][0] if self.reasons else ""


def summary(rotas: Iterable[Rota], until: datetime, noted: Mapping[str, tuple[str, int]] | None = None) -> Summary:
    """Return the figures of the shifts that were over at ``until``.

    ``noted`` are person and minutes of what was noted of a stretch of work, by its claim.
    """
    everything = list(rotas)
    ids = {one.id: one for rota in everything for one in rota.shifts if one.ends <= until}
    there = [(one, ids[one.shift]) for rota in everything for one in rota.assignments if one.shift in ids]
    team = [(one.person, shift) for one, shift in there if not shift.shift.learnt_on(one.place)]
    hers = [(one.person, shift) for one, shift in there]
    gaps = [gap for rota in everything for gap in rota.gaps if gap.shift in ids and gap.place is not None]
    reasons = Counter(gap.rule for gap in gaps)
    known = [(shift, noted[one.claim][1]) for one, shift in there if noted and one.claim in noted]
    keyless = {gap.shift for rota in everything for gap in rota.gaps if gap.shift in ids and gap.place is None}
    return Summary(
        places=sum(len(shift.places) for shift in ids.values()),
        filled=len(team),
        learning=len(there) - len(team),
        minutes=sum(shift.shift.minutes for _, shift in hers),
        taken=len(there),
        noted=len(known),
        attended=sum(minutes for _, minutes in known),
        of_noted=sum(shift.shift.minutes for shift, _ in known),
        reasons=tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0]))),
        keyless=len(keyless & {one.shift for one, _ in there}),
    )


def by_month(rotas: Iterable[Rota], until: datetime) -> list[tuple[tuple[int, int], Summary]]:
    """Return the figures of each month (year, month) that has shifts, in order."""
    everything = list(rotas)
    months = sorted(
        {(one.day.year, one.day.month) for rota in everything for one in rota.shifts if one.ends <= until}
    )
    return [(month, summary([_within(rota, month) for rota in everything], until)) for month in months]


def _within(rota: Rota, month: tuple[int, int]) -> Rota:
    shifts = tuple(one for one in rota.shifts if (one.day.year, one.day.month) == month)
    return attrs.evolve(rota, shifts=shifts)
