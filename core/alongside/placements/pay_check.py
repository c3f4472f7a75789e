"""The pay check: every paid placement held to the pay floor of one pay period, worked out and not claimed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import attrs

from alongside.placements.hours import calendar_month
from alongside.placements.pay_floor import PayTooLow, check_rate
from alongside.placements.placement import Placement
from alongside.refusal import BadInput
from alongside.rulepacks.offers import NoValue, Promise, RuleValue


@attrs.frozen(kw_only=True)
class PayCheck:
    """What came of it: placements at or above the floor, those under it, and those nobody can tell of.

    ``floors`` are the values that placements were held to, each once; ``period_starts`` is the first day of the
    pay period, by which the law counts rate and age.
    """

    period_starts: date
    sound: tuple[Placement, ...] = ()
    low: tuple[Placement, ...] = ()
    unknown: tuple[Placement, ...] = ()
    floors: tuple[RuleValue, ...] = ()

    @property
    def passed(self) -> bool:
        """True if every paid placement is known to be at or above its floor."""
        return not self.low and not self.unknown


def check_all(
    placements: Iterable[Placement],
    born: Mapping[str, date | None],
    day: date,
    promises: Mapping[str, Sequence[Promise]] | None = None,
) -> PayCheck:
    """Hold each paid placement to the floor of the calendar month that ``day`` is in.

    ``born`` gives each person's date of birth; None, or an age that no rule speaks of, leaves it unknown.
    ``promises`` says by business what was promised beyond the law.
    """
    starts = calendar_month(day).first
    found: dict[str, list[Placement]] = {"sound": [], "low": [], "unknown": []}
    floors: dict[RuleValue, None] = {}
    for one in placements:
        if one.paid:
            verdict, floor = _verdict(one, born.get(one.person), starts, (promises or {}).get(one.business, ()))
            found[verdict].append(one)
            if floor is not None:
                floors[floor] = None
    return PayCheck(
        period_starts=starts, floors=tuple(floors), **{name: tuple(ones) for name, ones in found.items()}
    )


def _verdict(
    placement: Placement, born: date | None, starts: date, promises: Sequence[Promise]
) -> tuple[str, RuleValue | None]:
    if born is None or placement.rate is None:
        return "unknown", None
    try:
        since = placement.apprentice_since
        floor = check_rate(placement.rate, born, starts, apprentice_since=since, promises=promises)
    except PayTooLow as low:
        return "low", low.floor
    except (NoValue, BadInput):
        return "unknown", None
    return "sound", floor
