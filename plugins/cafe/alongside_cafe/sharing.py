"""Sharing out fairly: which shifts a house shares out, what a fair share of them is, how far a rota is from it.

A shift that many like and one that nobody likes are shared out in the same way: nobody has more than her share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

import attrs

from alongside.api.values import BadInput, local, worded

from .pattern import WEEKDAYS
from .wish import Part

MOST = 6
"""Kinds of shifts that a house may share out: with more, none of them counts much."""


@attrs.frozen(kw_only=True)
class Shared:
    """A kind of shifts: of a weekday (0 is Monday) or of every day, of a part of the day, of one job or of each.

    Raises:
        BadInput: for no weekday that there is, and for all shifts there are.
    """

    weekday: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional([attrs.validators.ge(0), attrs.validators.le(6)]),
    )
    part: Part = attrs.field(default=Part.ALL, converter=Part)
    job: str = ""

    def __attrs_post_init__(self) -> None:
        """See that it tells some shifts from others: all of them are shared out by the agreed hours already."""
        if (self.weekday, self.part, self.job) == (None, Part.ALL, ""):
            raise BadInput(worded("cafe", "Choose a day, a time of the day, or a job."))

    @property
    def key(self) -> str:
        """What names it among others in a form, or at a keyboard: “sat-morning-Front”."""
        day = "every" if self.weekday is None else WEEKDAYS[self.weekday][:3].lower()
        return "-".join(word for word in (day, self.part.value, self.job) if word)

    def has(self, starts: datetime, zone: str, job: str) -> bool:
        """True if a shift that begins at an instant is of this kind."""
        begins = local(starts, zone)
        return (
            self.weekday in (None, begins.weekday())
            and self.part.has(begins.time())
            and self.job.casefold() in ("", job.casefold())
        )


SATURDAYS = Shared(weekday=5)
"""What is shared out where a house has set nothing else."""


def fair_shares(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Return each one's share of a number of things by her weight, rounded up; equal where nobody has any."""
    every = sum(weights.values())
    if not every:
        return {who: -(-total // len(weights)) for who in weights}
    return {who: -(-total * weight // every) for who, weight in weights.items()}


@attrs.frozen(kw_only=True)
class Spread:
    """How something was shared out: ``some`` of ``every`` who could had any, those from ``fewest`` to ``most``.

    ``over`` is the most that one person has above a fair share by agreed hours, ``under`` the most below it.
    ``kind`` is None for chances to learn. Who that is stands nowhere.
    """

    kind: Shared | None
    every: int
    some: int
    fewest: int
    most: int
    over: int
    under: int


def spread(kind: Shared | None, had: Mapping[str, int], weights: Mapping[str, int]) -> Spread | None:
    """Return how what people ``had`` is shared out among those who have a weight; None where nobody had any."""
    counts = {who: had.get(who, 0) for who in weights}
    any_at_all = [count for count in counts.values() if count]
    if not any_at_all:
        return None
    fair = fair_shares(sum(counts.values()), weights)
    return Spread(
        kind=kind,
        every=len(counts),
        some=len(any_at_all),
        fewest=min(any_at_all),
        most=max(any_at_all),
        over=max(0, *(counts[who] - fair[who] for who in counts)),
        under=max(0, *(fair[who] - counts[who] for who in counts)),
    )


def refuse_too_many(kinds: Collection[Shared]) -> None:
    """Refuse more kinds than count, or one of them twice.

    Raises:
        BadInput: for either.
    """
    if len(kinds) > MOST:
        raise BadInput(
            worded("cafe", "Share out at most {n} things. Take one away first.", n=MOST), where="shared"
        )
    if len(set(kinds)) < len(kinds):
        raise BadInput(worded("cafe", "You share this out already."), where="shared")


@attrs.frozen
class Had:
    """A shift that somebody had, as far as sharing out asks: when it began, as what, whether she ``learnt``."""

    person: str
    starts: datetime
    zone: str
    job: str
    learnt: bool = False


def days_of(kind: Shared, had: Iterable[Had]) -> Counter[str]:
    """Return on how many days each person had a shift of a kind."""
    of_kind = (one for one in had if kind.has(one.starts, one.zone, one.job))
    return Counter(who for who, _ in {(one.person, local(one.starts, one.zone).date()) for one in of_kind})


def chances_of(had: Iterable[Had]) -> Counter[str]:
    """Return how often each person learnt beside the team."""
    return Counter(one.person for one in had if one.learnt)
