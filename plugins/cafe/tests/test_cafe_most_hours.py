"""The most hours a week that somebody wants: said on her own page, kept by every way onto the rota."""

from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.api import enterprise, placements
from alongside.api.display import Edition
from alongside.api.values import BadInput, Pence, wage
from alongside.api.web import Form, GoTo
from alongside.benefits import actions as benefits
from alongside.benefits.own_choice import Question
from alongside.placements import actions as work
from alongside.refusal import NotWithAHelper
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside_cafe import reactions
from alongside_cafe.actions import changing, drafting, limiting, one_place, placing, standing_in, swapping
from alongside_cafe.own_limit import LEAST, MOST, minutes_for
from alongside_cafe.pages import most_pay
from alongside_cafe.problem import Waiver
from alongside_cafe.rules import RULES

from .conftest import WEEK
from .test_cafe_edges import shown, visit

MEI = "Mei Tanaka"
LONG = 15 * 60 + 59


@pytest.fixture
def engine_name():
    """One database is enough: where the number is kept is tested on both beside its table."""
    return "sqlite"


@pytest.fixture
def cafe(cafe):
    """Everybody sees the rota."""
    cafe.store.rights = lambda _: {cafe.business.id: frozenset({"cafe.see"})}
    return cafe


def say(cafe, minutes, name=MEI):
    with cafe.store.unit(Actor.person(cafe.people[name], name)) as unit:
        work.say_most(unit, minutes)


def minutes_of(cafe, draft, name=MEI):
    lengths = {one.id: one.minutes for one in cafe.ask().problem.shifts}
    return sum(lengths[one.shift] for one in draft.assignments if one.person == cafe.people[name])


def her(asked, cafe, name=MEI):
    return next(one for one in asked.problem.workers if one.id == cafe.people[name])


def test_next_fill_keeps_to_the_most_that_she_wants_and_before_she_said_it_did_not(cafe):
    assert minutes_of(cafe, cafe.draft()) > LONG
    say(cafe, LONG)
    assert her(cafe.ask(), cafe).own_most == LONG
    assert 0 < minutes_of(cafe, cafe.draft()) <= LONG


def test_what_she_keeps_for_herself_alone_never_reaches_the_question(cafe):
    before = cafe.ask().problem
    with cafe.store.unit(Actor.person(cafe.people[MEI], MEI)) as unit:
        benefits.choose(unit, [Question.PERMITTED_WORK], LONG)
    assert cafe.ask().problem == before


def limit(cafe, pence, name=MEI):
    with cafe.store.unit(Actor.person(cafe.people[name], name)) as unit:
        limiting.set_limit(unit, cafe.business.id, pence)


@given(st.integers(LEAST, MOST), st.integers(1, 100_00))
def test_hours_of_a_limit_pay_no_more_than_it_and_a_minute_more_would(pence, rate):
    minutes = minutes_for(pence, rate)
    assert wage(Pence(rate), minutes) <= pence < wage(Pence(rate), minutes + 2)


def test_next_fill_keeps_to_the_hours_that_pay_what_she_wants_at_most(cafe):
    # 13 hours 15 minutes at £13.10: two kitchens of six hours and no third.
    limit(cafe, 173_57)
    assert her(cafe.ask(), cafe).own_most == 173_57 * 60 // 1310 == 794
    assert minutes_of(cafe, cafe.draft()) == 2 * 6 * 60
    say(cafe, 6 * 60)
    assert her(cafe.ask(), cafe).own_most == 6 * 60
    limit(cafe, 50_00)
    assert her(cafe.ask(), cafe).own_most == 229
    with cafe.store.unit(Actor.person(cafe.people[MEI], MEI)) as unit:
        limiting.take_away(unit, cafe.business.id)
    assert her(cafe.ask(), cafe).own_most == 6 * 60


def test_limit_goes_by_the_highest_rate_that_she_is_paid_anywhere(cafe):
    limit(cafe, 131_00)
    assert her(cafe.ask(), cafe).own_most == 600
    with cafe.unit() as unit:
        other = enterprise.add_business(unit, "Tideline Sound", "studio", opened=date(2024, 1, 1))
        placements.add_placement(
            unit,
            placements.Placement(
                id=unit.new_id(),
                person=cafe.people[MEI],
                business=other.id,
                kind=placements.PlacementType.PAID,
                first_day=date(2024, 1, 1),
                agreed_minutes=60,
                rate=2620,
            ),
        )
    assert her(cafe.ask(), cafe).own_most == 300


def test_limit_is_hers_alone_to_set_see_and_take_away(cafe):
    beside = Actor.person(cafe.people[MEI], MEI, helper=cafe.people["Dan Pascoe"])
    limit(cafe, 100_00)
    with cafe.store.unit(beside) as unit:
        assert limiting.look(unit, cafe.business.id) == limiting.Mine(None, None)
        for change in (partial(limiting.set_limit, pence=1_00), limiting.take_away):
            with pytest.raises(NotWithAHelper):
                change(unit, cafe.business.id)
    with cafe.unit() as unit:
        assert limiting.look(unit, cafe.business.id) == limiting.Mine(None, None)
        assert reactions.person_exported(unit, cafe.people[MEI])["most_to_earn_a_week"] is None
    with cafe.store.unit(Actor.person(cafe.people[MEI], MEI)) as unit:
        assert limiting.look(unit, cafe.business.id) == limiting.Mine(100_00, 458)
        told = reactions.person_exported(unit, cafe.people[MEI])
        assert told["most_to_earn_a_week"] == {"amount": 100_00}
    with pytest.raises(BadInput, match="from £1"):
        limit(cafe, 99)


def test_limit_in_money_is_waived_by_no_reason_of_a_manager(cafe):
    limit(cafe, 80_00)
    refused(cafe)


def test_page_keeps_a_limit_says_its_hours_and_takes_it_away_in_both_editions(cafe):
    with cafe.store.unit(Actor.person(cafe.people[MEI], MEI)) as unit:
        here = partial(visit, cafe, unit, MEI)
        assert isinstance(most_pay.send_limit(here(form=Form((("do", "keep"), ("most", "173.57"))))), GoTo)
        html = shown(most_pay.limit(here())).replace("\N{NO-BREAK SPACE}", " ")
        assert "At most <strong>£173.57</strong> a week." in html
        assert "<strong>13 hours 14 minutes</strong>" in html
        assert easy_read_faults(shown(most_pay.limit(here()), Edition.EASY)) == []
        wrong = most_pay.send_limit(here(form=Form((("do", "keep"), ("most", "a lot")))))
        assert "is not an amount of money" in shown(wrong)
        assert isinstance(most_pay.send_limit(here(form=Form((("do", "away"),)))), GoTo)
        assert limiting.look(unit, cafe.business.id).pence is None


def test_no_reason_of_a_manager_puts_her_over_it(cafe):
    say(cafe, 6 * 60)
    refused(cafe)


def refused(cafe):
    """She has one shift, and nothing that a manager writes gives her another."""
    draft = cafe.draft()
    (has,) = (one for one in draft.assignments if one.person == cafe.people[MEI])
    kitchens = [one for one in cafe.ask().problem.shifts if one.job == "Kitchen" and one.id != has.shift]
    with cafe.unit(writing=False) as unit:
        seen = one_place.place(unit, draft, kitchens[0].id, 0)
    hers = next(one for one in seen.candidates if one.name == MEI)
    assert (hers.rules, hers.waivable) == (("own_most",), False)
    with cafe.unit() as unit, pytest.raises(placing.NotPossible, match="would go beyond what is agreed"):
        placing.put(unit, draft, kitchens[0].id, 0, cafe.people[MEI], "She is so good at it.")


def test_margin_of_the_house_is_set_aside_with_a_reason_and_its_reason_is_kept(cafe):
    draft = cafe.draft()
    hers = {one.shift for one in draft.assignments if one.person == cafe.people[MEI]}
    *others, free = (one for one in cafe.ask().problem.shifts if one.job == "Kitchen" and one.id not in hers)
    with cafe.unit() as unit:
        # 24 hours are the 20 that are agreed and the margin.
        for one in others[: 4 - len(hers)]:
            draft = placing.put(unit, draft, one.id, 0, cafe.people[MEI])
    assert minutes_of(cafe, draft) == 24 * 60
    with cafe.unit(writing=False) as unit:
        seen = one_place.place(unit, draft, free.id, 0)
    one = next(one for one in seen.candidates if one.name == MEI)
    assert (one.rules, one.waivable, one.asked_for_her_yes) == (("margin",), True, False)
    with cafe.unit() as unit:
        with pytest.raises(placing.NotPossible, match="Write down why"):
            placing.put(unit, draft, free.id, 0, cafe.people[MEI])
        draft = placing.put(unit, draft, free.id, 0, cafe.people[MEI], "Both others are on a course.")
    assert [(one.waiver, one.reason) for one in draft.overrides] == [
        (Waiver(rule="margin", shift=free.id, person=cafe.people[MEI]), "Both others are on a course.")
    ]
    assert minutes_of(cafe, draft) == 30 * 60
    with cafe.unit(writing=False) as unit:
        kept = drafting.draft_for(unit, cafe.business.id, WEEK)
    assert [one.rule for one in cafe.publish(kept).publication.overrides] == ["margin"]


def test_who_wants_fewer_hours_than_she_has_now_is_no_stand_in_and_is_offered_no_longer_swap(standing):
    cafe, business = standing.cafe, standing.cafe.business.id
    say(cafe, 6 * 60)
    rota = standing.rota()
    shift, place = next(
        (rota.by_id[one.shift], one)
        for one in rota.assignments
        if rota.by_id[one.shift].job == "Kitchen" and cafe.people[MEI] not in rota.on(rota.by_id[one.shift])
    )
    with standing.unit() as unit:
        there = changing.standing(unit, business, shift)
        names = {one.name for one in standing_in.who_can(unit, there, shift, place.place)}
    assert MEI not in names
    hers, _ = standing.first_place(MEI)
    with standing.unit(MEI) as unit:
        offered = swapping.possible(unit, business, hers.id)
    assert all(one.shift.shift.minutes <= hers.shift.minutes for one in offered)


def test_rota_that_stands_is_told_to_be_over_it_to_who_plans_without_a_reason(standing):
    assert standing.faults() == []
    say(standing.cafe, 6 * 60)
    (fault,) = standing.faults()
    assert "Mei Tanaka would go beyond what is agreed" in fault
    assert RULES["own_most"].one == RULES["apart"].one
