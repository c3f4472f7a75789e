"""How much a charity says of its volunteers, by its yearly income: the three tiers of the Charities SORP 2026."""

from __future__ import annotations

from datetime import date

import attrs

from alongside.money import Pence
from alongside.refusal import BadInput, worded
from alongside.rulepacks.offers import NoValue, UnknownRule, rule

MOST = Pence(99_999_999_99)
FROM = ("uk.sorp-tier-2-from", "uk.sorp-tier-3-from")


@attrs.frozen(kw_only=True)
class Income:
    """The gross income of one year, and whether the enterprise is a charity: a CIC is none.

    Raises:
        BadInput: for an amount below nothing, or a year that nobody means.
    """

    id: str
    year: int
    pence: Pence
    charity: bool = False
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Keep to what can be meant."""
        if not 0 <= self.pence <= MOST or not 2000 <= self.year <= 2199:
            raise BadInput(worded("volunteering", "Write the income of a year, and the year."))


def tier_of(income: Pence, on: date) -> int:
    """Return 1, 2 or 3: the tier of a yearly income in a reporting period that begins on a day.

    An income of a limit exactly is still in the tier below. On days that no pack knows it is tier 1, the least.
    """
    return 1 + sum(income > limit for limit in (_limit(one, on) for one in FROM) if limit is not None)


def _limit(rule_id: str, on: date) -> Pence | None:
    try:
        return rule(rule_id, on).pence
    except (UnknownRule, NoValue):
        return None
