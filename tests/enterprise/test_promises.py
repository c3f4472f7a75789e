"""Promises beyond the law: made, held to, ended, and never rewritten for days that are over."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from typing import Any

import pytest

from alongside.enterprise import actions, offers
from alongside.enterprise.promised import WORKED_OUT, Promised, TooLate
from alongside.house.reacting import Reactions
from alongside.plugin import Plugin, StricterRule
from alongside.refusal import BadInput, NotAllowed
from alongside.rulepacks.offers import Bound, Looser, rule, shipped
from alongside.store import Actor, Store, Unit

WAGE, REST = "uk.minimum-wage", "uk.daily-rest"
TODAY, LATER = date(2026, 11, 26), date(2027, 1, 1)
Make = Callable[..., Promised]


@pytest.fixture
def group(store: Store, keyboard: Actor) -> Store:
    """An enterprise with a café, on a day in November 2026."""
    store.clock = lambda: datetime(2026, 11, 26, 10, tzinfo=UTC)
    with store.unit(keyboard) as unit:
        offers.set_up(unit, "Tideline Together")
        offers.note_plugin(unit, "cafe")
        offers.add_business(unit, "Tideline Café", "cafe", opened=TODAY)
        offers.add_business(unit, "Harbour Garden", opened=TODAY)
    return store


@pytest.fixture
def make() -> Make:
    """Promise £13.45 an hour to adults from January on, unless said otherwise."""

    def promise(unit: Unit, **terms: Any) -> Promised:
        usual = {"rule": WAGE, "amount": "13.45", "first_day": LATER, "age_from": 18}
        return actions.make_promise(unit, by="The members' meeting", source="its minutes", **{**usual, **terms})

    return promise


def test_promise_is_what_the_rule_is_worth_from_its_first_day_on(
    group: Store, keyboard: Actor, make: Make
) -> None:
    with group.unit(keyboard) as unit:
        assert offers.rule(unit, WAGE, LATER, 30) == rule(WAGE, LATER, 30)
        make(unit)
        held_to = offers.rule(unit, WAGE, LATER, 30)
        assert (held_to.pence, held_to.source, held_to.place) == (1345, "The members' meeting", "its minutes")
        assert held_to.law == rule(WAGE, LATER, 30)
        for day, age in ((date(2026, 12, 31), 30), (LATER, 17)):
            assert offers.rule(unit, WAGE, day, age) == rule(WAGE, day, age)


def test_promise_of_hours_may_have_a_half(group: Store, keyboard: Actor, make: Make) -> None:
    with group.unit(keyboard) as unit:
        make(unit, rule=REST, amount="12.5", age_from=0)
        assert offers.rule(unit, REST, LATER, 40).minutes == 750
        assert [one.said for one in offers.promised(unit)] == ["12.5 hours"]


def test_looser_promise_is_refused_with_what_the_law_says_and_nothing_is_kept(
    group: Store, keyboard: Actor, make: Make
) -> None:
    with group.unit(keyboard) as unit:
        with pytest.raises(Looser, match="the law says £12.71 an hour since 1 April 2026"):
            make(unit, amount="12.71", age_from=21)
        make(unit, amount="12.72", age_from=21)
        assert [one.amount for one in offers.promised(unit)] == ["1272"]


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({"amount": "much"}, "“much” is no number above nothing. Write it in pounds, such as 13.45."),
        ({"amount": "0"}, "no number above nothing"),
        ({"rule": REST, "amount": "a day"}, "Write it in hours, such as 12."),
        ({"rule": "uk.tea"}, "there is no rule “uk.tea”"),
        ({"rule": "uk.night-starts", "amount": "20"}, "nobody can promise more of it"),
        ({"rule": "uk.keep-pay-records", "amount": "20"}, "nobody can promise more of it"),
        ({"last_day": TODAY}, "the promise ends on 2026-11-26, before it begins on 2027-01-01"),
    ],
)
def test_promise_that_cannot_be_is_refused(
    group: Store, keyboard: Actor, make: Make, terms: dict[str, Any], words: str
) -> None:
    with group.unit(keyboard) as unit, pytest.raises(BadInput, match=words):
        make(unit, **terms)


@pytest.mark.parametrize("empty", ["by", "source"])
def test_promise_says_whose_it_is_and_where_it_stands(group: Store, keyboard: Actor, empty: str) -> None:
    terms = {"by": "The members' meeting", "source": "its minutes", empty: "  "}
    with group.unit(keyboard) as unit, pytest.raises(BadInput, match="it is not said w"):
        actions.make_promise(unit, WAGE, "13.45", first_day=TODAY, **terms)


def test_promise_changes_nothing_for_days_that_are_over(group: Store, keyboard: Actor, make: Make) -> None:
    with group.unit(keyboard) as unit:
        with pytest.raises(TooLate, match="changes nothing for days that are over"):
            make(unit, first_day=date(2026, 11, 25))
        made = make(unit, first_day=TODAY)
        with pytest.raises(TooLate, match="counts already"):
            actions.take_back_promise(unit, made.id)
        with pytest.raises(TooLate, match="days that are over"):
            actions.end_promise(unit, made.id, date(2026, 11, 25))
        actions.end_promise(unit, made.id, TODAY)
    group.clock = lambda: datetime(2026, 11, 27, 10, tzinfo=UTC)
    with group.unit(keyboard) as unit:
        with pytest.raises(TooLate, match="This promise has ended"):
            actions.end_promise(unit, made.id, LATER)
        assert [offers.rule(unit, WAGE, day, 30).pence for day in (TODAY, date(2026, 11, 27))] == [1345, 1271]


def test_promise_that_has_not_begun_is_taken_back_and_ended_no_earlier(
    group: Store, keyboard: Actor, make: Make
) -> None:
    with group.unit(keyboard) as unit:
        made = make(unit)
        with pytest.raises(BadInput, match="begins on Friday 1 January"):
            actions.end_promise(unit, made.id, TODAY)
        actions.take_back_promise(unit, made.id)
        assert offers.promised(unit) == []


def test_only_a_steward_makes_ends_and_sees_promises(group: Store, keyboard: Actor, make: Make) -> None:
    with group.unit(keyboard) as unit:
        made = make(unit)
    with group.unit(Actor.person("dan", "Dan")) as unit:
        for act in (
            partial(make, unit),
            partial(actions.look_at_promises, unit),
            partial(actions.look_at_promise, unit, made.id),
            partial(actions.end_promise, unit, made.id, LATER),
            partial(actions.take_back_promise, unit, made.id),
        ):
            with pytest.raises(NotAllowed):
                act()


def test_promise_that_alongside_does_not_work_out_says_so(group: Store, keyboard: Actor, make: Make) -> None:
    with group.unit(keyboard) as unit:
        assert make(unit).worked_out
        assert not make(unit, rule="uk.break-length", amount="45").worked_out
    known = {value.id for value in shipped().values if value.bound is not Bound.EXACTLY}
    assert known >= WORKED_OUT


STRICT = StricterRule(REST, 13, first_day=date(2026, 4, 1), source="our way of working")


def test_stricter_rule_of_a_plugin_counts_in_its_businesses_while_it_is_switched_on(
    group: Store, keyboard: Actor
) -> None:
    cafe = Plugin(name="cafe", title="Café", picture="cup", package="toy", api=(1, 2), stricter_rules=(STRICT,))
    group.dispatch = Reactions([cafe])
    with group.unit(keyboard) as unit:
        place = {one.slug: one.id for one in offers.businesses(unit)}

        def rest(business: str | None) -> int:
            return offers.rule(unit, REST, TODAY, 30, business=business).minutes // 60

        assert [rest(one) for one in (place["tideline-cafe"], place["harbour-garden"], None)] == [13, 11, 11]
        offers.switch_plugin(unit, "cafe", on=False)
        assert rest(place["tideline-cafe"]) == 11
    group.dispatch = Reactions([])
    with group.unit(keyboard) as unit:
        offers.switch_plugin(unit, "cafe", on=True)
        assert rest(place["tideline-cafe"]) == 11  # without the plugin nobody holds to it


def test_rule_shows_what_the_law_says_what_it_said_and_what_we_promise(
    group: Store, keyboard: Actor, make: Make
) -> None:
    with group.unit(keyboard) as unit:
        make(unit)
        seen = actions.look_at_rule(unit, WAGE, TODAY)
        assert [one.value for one in seen.now] == [800, 1085, 1271]
        assert [one.value for one in seen.before][:3] == [1221, 1000, 755]
        assert [(one.worth.said, one.begun) for one in seen.promises] == [("£13.45 an hour", False)]
        assert seen.due is None
        assert actions.look_at_rule(unit, WAGE, date(2025, 5, 1)).coming[-1].value == 1271
        assert actions.look_at_rule(unit, WAGE, date(2020, 1, 1)).now == ()
