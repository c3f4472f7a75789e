"""Longer weeks than the law's average: her own yes, signed alone, dated, and ended by her with due notice."""

from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.instants import Period
from alongside.people.tables import PEOPLE
from alongside.placements import actions, offers
from alongside.placements.opt_out import NotOldEnough, OptOut
from alongside.placements.pages import agreeing, own_most, own_opt_out
from alongside.placements.reactions import person_erased, person_exported
from alongside.refusal import NotWithAHelper
from alongside.rulepacks.offers import rule
from alongside.store import Actor, Store
from alongside.web import GoTo

from .test_way_pages import AMY, CAL, both, visiting

TODAY = date(2026, 11, 26)


@pytest.fixture
def there(tideline: Store) -> Store:
    tideline.clock = lambda: datetime(2026, 11, 26, 12, tzinfo=UTC)
    return tideline


def signed(store: Store) -> OptOut:
    with store.unit(AMY) as unit:
        return actions.opt_out(unit)


def counting(store: Store, first: date, last: date | None = None) -> frozenset[str]:
    with store.unit(AMY, writing=False) as unit:
        return offers.opted_out(unit, ["amy", "ben", "cal"], Period(first, last or first))


def test_yes_counts_from_the_day_it_is_signed_and_ends_after_the_notice_of_the_dated_rule(there: Store) -> None:
    assert signed(there).signed_on == TODAY
    assert signed(there) == signed(there)
    assert counting(there, TODAY - timedelta(days=1)) == frozenset()
    assert counting(there, TODAY, TODAY + timedelta(weeks=40)) == {"amy"}
    with there.unit(AMY) as unit:
        ends = actions.take_opt_out_back(unit)
        assert actions.take_opt_out_back(unit) == ends
    assert ends is not None
    assert ends.taken_back_on == TODAY
    assert ends.ends_on == TODAY + timedelta(days=int(rule("uk.opt-out-notice", TODAY, 18).value))
    assert counting(there, ends.ends_on - timedelta(days=1)) == {"amy"}
    assert counting(there, TODAY, ends.ends_on) == frozenset()


def test_who_signs_again_while_it_runs_out_has_said_yes_without_a_gap(there: Store) -> None:
    signed(there)
    with there.unit(AMY) as unit:
        actions.take_opt_out_back(unit)
    assert signed(there).stands
    assert counting(there, TODAY, TODAY + timedelta(weeks=4)) == {"amy"}
    with there.unit(AMY, writing=False) as unit:
        assert len(offers.opt_outs_of(unit, "amy")) == 2


@pytest.mark.parametrize("born", [date(2008, 11, 27), None])
def test_under_18_or_of_no_known_age_nobody_can_say_yes(there: Store, keyboard: Actor, born: date | None) -> None:
    with there.unit(keyboard) as unit:
        unit.change(PEOPLE, unit.get(PEOPLE, "cal"), date_of_birth=born)
    with pytest.raises(NotOldEnough, match="18 or over"), there.unit(CAL) as unit:
        assert "Only people of 18 or over" in both(own_opt_out.longer_weeks(visiting(unit)))
        actions.opt_out(unit)
    with there.unit(keyboard) as unit:
        unit.change(PEOPLE, unit.get(PEOPLE, "cal"), date_of_birth=date(2008, 11, 26))
    with there.unit(CAL) as unit:
        assert actions.opt_out(unit).person == "cal"


def test_nobody_who_has_come_in_with_her_can_say_it_for_her_and_anybody_may_help_to_end_it(there: Store) -> None:
    beside = Actor.person("amy", "Amy Lind", helper="ben")
    with pytest.raises(NotWithAHelper), there.unit(beside) as unit:
        actions.opt_out(unit)
    signed(there)
    with there.unit(beside) as unit:
        own_opt_out.send_longer_weeks(visiting(unit, do="back"))
        html = both(own_opt_out.longer_weeks(visiting(unit)))
    assert "You can change this when you come in by yourself." in html
    assert "Sign this" not in html


def test_page_is_signed_by_a_tick_and_says_what_was_said(there: Store) -> None:
    with there.unit(AMY) as unit:
        assert "Longer weeks" in both(own_most.most(visiting(unit)))
        assert "48 hours" in both(own_opt_out.longer_weeks(visiting(unit)))
        refused = both(own_opt_out.send_longer_weeks(visiting(unit, do="sign")))
        assert "mistake" in refused
        assert offers.opt_outs_of(unit, "amy") == []
        assert isinstance(own_opt_out.send_longer_weeks(visiting(unit, do="sign", signs="yes")), GoTo)
        html = both(own_opt_out.longer_weeks(visiting(unit)))
        assert "You said yes to longer weeks on" in html
        assert "7 days" in html
        assert isinstance(own_opt_out.send_longer_weeks(visiting(unit, do="back")), GoTo)
        assert "It ends on" in both(own_opt_out.longer_weeks(visiting(unit)))


def test_who_plans_finds_it_beside_what_is_agreed(there: Store, keyboard: Actor, agree) -> None:
    with there.unit(keyboard) as unit:
        agreed = agree(unit)
        assert "longer weeks" not in both(agreeing.one(visiting(unit, {"placement": agreed.id})))
    signed(there)
    with there.unit(keyboard) as unit:
        assert "has said yes to longer weeks" in both(agreeing.one(visiting(unit, {"placement": agreed.id})))


def test_it_is_handed_over_to_her_and_taken_out_when_she_is_erased(there: Store, keyboard: Actor) -> None:
    signed(there)
    with there.unit(keyboard) as unit:
        (held,) = person_exported(unit, person="amy")["yes_to_longer_weeks"]
        assert held["signed_on"] == TODAY
        person_erased(unit, person="amy")
        assert offers.opt_outs_of(unit, "amy") == []
