"""A promise of more rest reaches the rota, on the days on which it counts, for the people it is for."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.enterprise import actions, offers
from alongside.instants import Period
from alongside.store import Actor, Store
from alongside_cafe.actions.asking import limits_in

MONDAY = date(2026, 11, 30)


def week(monday: date) -> Period:
    return Period(monday, monday + timedelta(days=6))


@pytest.fixture
def cafe(store: Store, keyboard: Actor) -> str:
    """A café on a day in November 2026; its id."""
    store.clock = lambda: datetime(2026, 11, 26, 10, tzinfo=UTC)
    with store.unit(keyboard) as unit:
        offers.set_up(unit, "Tideline Together")
        return offers.add_business(unit, "Tideline Café", "cafe", opened=date(2023, 5, 1)).id


def promise(store: Store, keyboard: Actor, rule: str, amount: str, first_day: date, **more: int) -> None:
    with store.unit(keyboard) as unit:
        terms = {"by": "The members' meeting", "source": "its minutes", **more}
        actions.make_promise(unit, rule, amount, first_day=first_day, **terms)


def test_rota_rests_as_the_law_says_until_more_is_promised(store: Store, keyboard: Actor, cafe: str) -> None:
    promise(store, keyboard, "uk.daily-rest", "13", date(2026, 12, 9))
    with store.unit(keyboard) as unit:
        rests = [
            (found.adults.rest, found.under_18.rest)
            for weeks in range(3)
            if (found := limits_in(unit, cafe, week(MONDAY + timedelta(weeks=weeks))))
        ]
    # It begins on the Wednesday of the second week, and the whole of that week keeps to it.
    assert rests == [(660, 720), (780, 780), (780, 780)]


def test_rest_of_a_day_and_a_half_is_two_days_off(store: Store, keyboard: Actor, cafe: str) -> None:
    promise(store, keyboard, "uk.weekly-rest", "36", date(2026, 11, 26), age_from=18)
    with store.unit(keyboard) as unit:
        found = limits_in(unit, cafe, week(MONDAY))
    assert (found.adults.days_off, found.under_18.days_off) == (2, 2)
