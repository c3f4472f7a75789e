"""What the law keeps of a placement after a person has been erased: records of pay and hours, for some years."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from alongside.instants import Period
from alongside.placements.hours import following
from alongside.placements.placement import Placement
from alongside.rulepacks.offers import Status, anniversary, rule, source_in_words

RETENTION = "uk.keep-pay-records"


@attrs.frozen(kw_only=True)
class KeptRecord:
    """A pay record of an erased person: what stays, why, until which day (included), and by which source.

    A record of pay that names nobody would prove nothing, so name and date of birth stay beside the placement.
    """

    id: str
    person: str
    placement: str
    name: str
    born: date | None
    what: str
    why: str
    until: date
    source: str
    version: int = 1


def kept_of(
    placement: Placement,
    last_pay_period: Period,
    *,
    id: str,  # noqa: A002 - the field's name
    name: str,
    born: date | None,
) -> KeptRecord | None:
    """Return what must be kept of a placement whose last paid work was in that pay period; None if unpaid.

    The years run from the end of the pay period that follows, that day included.
    """
    if not placement.paid:
        return None
    retention = rule(RETENTION, last_pay_period.first)
    end = anniversary(following(last_pay_period).last, int(retention.value))
    doubt = "" if retention.status is Status.IN_FORCE else " (not confirmed)"
    return KeptRecord(
        id=id,
        person=placement.person,
        placement=placement.id,
        name=name,
        born=born,
        what="name, date of birth, pay and hours of a paid placement",
        why=f"To show that the pay was no less than the law asks for, for {retention.said}.",
        until=end - timedelta(days=1),
        source=f"{retention.id}: {source_in_words(retention)}{doubt}",
    )
