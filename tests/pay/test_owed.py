"""Which placement pays for a time: the one of its business; a session elsewhere, the only paid one of that day."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from alongside.money import Pence
from alongside.pay.owed import Confirmed, Part, nothing_agreed, paying
from alongside.placements.placement import Placement, PlacementType

DAY = date(2026, 6, 3)


def placed(business: str, *, paid: bool = True) -> Placement:
    return Placement(
        id=business,
        person="amy",
        business=business,
        kind=PlacementType.PAID if paid else PlacementType.VOLUNTEERING,
        first_day=date(2026, 4, 1),
        agreed_minutes=720,
        rate=Pence(1300) if paid else None,
    )


def part(business: str, *, work: bool = False) -> Part:
    starts, ends = (datetime(2026, 6, 3, hour, tzinfo=UTC) for hour in (9, 11))
    return Part(Confirmed(claim="c", business=business, starts=starts, ends=ends, work=work), DAY, 120)


CAFE, GARDEN, STUDIO = placed("cafe"), placed("garden", paid=False), placed("studio")


@pytest.mark.parametrize(
    ("placements", "of", "pays"),
    [
        ((CAFE,), part("cafe", work=True), "cafe"),
        ((CAFE,), part("garden", work=True), None),  # work in a business that nothing is agreed in
        ((CAFE,), part("garden"), "cafe"),  # a session elsewhere
        ((CAFE, STUDIO), part("garden"), None),  # and nobody can tell which of the two
        ((CAFE, GARDEN), part("garden"), None),  # where she volunteers it is unpaid, and the café does not pay it
        ((CAFE, GARDEN), part("garden", work=True), None),
    ],
)
def test_time_is_paid_by_the_placement_that_it_belongs_to(
    placements: tuple[Placement, ...], of: Part, pays: str | None
) -> None:
    found = paying(placements, of)
    assert (found.id if found else None) == pays


def test_volunteering_is_agreed_and_no_matter_for_a_human() -> None:
    assert not nothing_agreed((CAFE, GARDEN), part("garden"))
    assert nothing_agreed((CAFE,), part("garden", work=True))
