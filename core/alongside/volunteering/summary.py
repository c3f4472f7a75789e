"""What a report says of volunteers: what they did; in the higher tiers how many they were, and for how long."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from alongside.money import Pence
from alongside.people.small_groups import LEAST
from alongside.placements.wages import Account


@attrs.frozen(kw_only=True)
class Summary:
    """``people`` and the rest are None where so few volunteered that one of them could be told from the number."""

    activities: tuple[str, ...]
    any: bool
    people: int | None
    minutes: int | None
    paid_back: Pence | None


def sum_up(accounts: Iterable[Account], activities: Iterable[str], paid_back: Pence, others: int = 0) -> Summary:
    """Add up the volunteering of a period; ``accounts`` are those of volunteering alone.

    ``others`` are the people in other unpaid kinds. Another chapter tells all unpaid work together: where they are
    few, taking the volunteers from that would tell them and their hours.
    """
    found = list(accounts)
    people = len({one.placement.person for one in found})
    enough = people >= LEAST and (others == 0 or others >= LEAST)
    return Summary(
        activities=tuple(sorted(set(activities), key=str.casefold)),
        any=bool(found),
        people=people if enough else None,
        minutes=sum(one.minutes for one in found) if enough else None,
        paid_back=paid_back if enough else None,
    )
