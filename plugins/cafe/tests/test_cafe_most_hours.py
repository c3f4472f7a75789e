"""The most hours a week that somebody wants: said on her own page, kept by every way onto the rota."""

import pytest

from alongside.benefits import actions as benefits
from alongside.benefits.own_choice import Question
from alongside.placements import actions as work
from alongside.store import Actor
from alongside_cafe.actions import changing, drafting, placing, standing_in, swapping
from alongside_cafe.problem import Waiver
from alongside_cafe.rules import RULES

from .conftest import WEEK

MEI = "Mei Tanaka"
LONG = 15 * 60 + 59


@pytest.fixture
def engine_name():
    """One database is enough: where the number is kept is tested on both beside its table."""
    return "sqlite"


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


def test_no_reason_of_a_manager_puts_her_over_it(cafe):
    say(cafe, 6 * 60)
    draft = cafe.draft()
    (has,) = (one for one in draft.assignments if one.person == cafe.people[MEI])
    kitchens = [one for one in cafe.ask().problem.shifts if one.job == "Kitchen" and one.id != has.shift]
    with cafe.unit(writing=False) as unit:
        seen = placing.place(unit, draft, kitchens[0].id, 0)
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
        seen = placing.place(unit, draft, free.id, 0)
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
