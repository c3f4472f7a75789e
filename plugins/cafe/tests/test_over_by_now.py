"""What has no point any more is ended, and who waits for it hears so; who plans hears a yes."""

from datetime import UTC, datetime, timedelta

import pytest

from alongside.messages.message import Standing as Outcome
from alongside_cafe.actions import (
    answering_swaps,
    coming_back,
    not_coming,
    own_ways,
    placing,
    planning,
    standing_in,
)
from alongside_cafe.reactions import daily_round
from alongside_cafe.request import Reply
from alongside_cafe.swap import Stand
from alongside_cafe.tables.changes import REQUESTS, SWAPS

from .test_cafe_by_hand import FRONT
from .test_changing import ask_around, requested
from .test_swapping import asked as asked_to_swap


def away(standing, name, day):
    who = standing.cafe.people[name]
    with standing.unit() as unit:
        said = planning.availability(unit, standing.cafe.business.id, who)
        planning.set_availability(unit, standing.cafe.business.id, who, said.hours, {day})


def taken_back(messages):
    """True of messages that were written and have reached nobody."""
    return bool(messages) and {one.standing for one in messages} == {Outcome.TAKEN_BACK}


# --- asked to stand in, and a new rota gives the place


def test_place_that_a_new_rota_gives_ends_what_was_asked_for_it_and_the_others_are_told(standing):
    _name, shift, place, _asked = ask_around(standing)
    draft = standing.cafe.draft()
    has = next(one.person for one in draft.assignments if (one.shift, one.place) == (shift.called, place.place))
    standing.cafe.publish(draft)
    assert has in standing.rota().on(shift)
    waited = [one for one in standing.kept(REQUESTS) if (one.shift, one.place) == (shift.id, place.place)]
    assert waited
    assert {one.reply for one in waited} == {Reply.GONE}
    names = {who: each for each, who in standing.cafe.people.items()}
    for one in waited:
        assert taken_back(standing.told(names[one.person], f"cafe:request:{one.id}"))


def test_place_that_stays_open_is_still_asked_for_after_a_new_rota(standing):
    _name, shift, place, asked = ask_around(standing)
    for each in standing.cafe.people:
        away(standing, each, shift.day)
    standing.cafe.fill()
    assert place.place not in [one.place for one in standing.rota().assignments if one.shift == shift.id]
    assert [requested(standing, shift, each).reply for each in asked] == [None] * len(asked)


# --- who plans hears


def test_who_plans_hears_without_a_name_that_somebody_stands_in(standing):
    _name, shift, _place, asked = ask_around(standing)
    taker = next(one for one in asked if one != "Rosa Delgado")
    request = requested(standing, shift, taker).id
    with standing.unit(taker) as unit:
        standing_in.say_yes(unit, standing.cafe.business.id, request)
    (told,) = standing.told("Rosa Delgado", "cafe:comes:")
    assert taker.split()[0] not in str(told)


def test_who_plans_hears_that_she_comes_after_all_by_herself_and_not_what_he_wrote_down(standing):
    business = standing.cafe.business.id
    name = next(one for one in standing.cafe.people if one != "Rosa Delgado")
    shift, place = standing.first_place(name)
    for told, by in enumerate((name, "Rosa Delgado")):
        standing.at(datetime(2026, 11, 26, 10 + told, tzinfo=UTC))
        with standing.unit(name) as unit:
            not_coming.cannot_come(unit, business, shift.id)
        standing.at(datetime(2026, 11, 26, 10 + told, 30, tzinfo=UTC))
        with standing.unit(by) as unit:
            coming_back.can_come(unit, business, shift.id, place.person)
        assert len(standing.told("Rosa Delgado", "cafe:comes:")) == 1


def test_who_gave_her_yes_to_other_hours_comes_after_all(standing):
    leah, business = standing.cafe.people["Leah Osei"], standing.cafe.business.id
    with standing.unit() as unit:
        said = planning.availability(unit, business, leah)
        planning.set_availability(unit, business, leah, [one for one in said.hours if one.weekday == 0])
    draft = standing.cafe.draft()
    with standing.unit() as unit:
        draft = placing.take_off(unit, draft, FRONT, 0)
        draft = placing.put(unit, draft, FRONT, 0, leah, "She offered it.", said_yes=True)
    standing.cafe.publish(draft)
    shift = next(one for one in standing.rota().shifts if one.called == FRONT)
    standing.at(datetime(2026, 11, 26, 10, tzinfo=UTC))
    with standing.unit("Leah Osei") as unit:
        not_coming.cannot_come(unit, business, shift.id)
    standing.at(datetime(2026, 11, 26, 11, tzinfo=UTC))
    with standing.unit("Leah Osei") as unit:
        assert not_coming.what_follows(unit, business, shift.id).back
        coming_back.can_come(unit, business, shift.id, leah)
    assert leah in standing.rota().on(shift)
    assert standing.faults() == []


# --- swaps


@pytest.mark.parametrize("agreed", [False, True])
def test_swap_that_nobody_answered_before_a_shift_began_ends_and_who_counts_on_it_is_told(standing, agreed):
    with standing.unit("Rosa Delgado") as unit:
        own_ways.set_confirming(unit, standing.cafe.business.id, confirm_swaps=True)
    swap, name, other = asked_to_swap(standing)
    if agreed:
        with standing.unit(other) as unit:
            answering_swaps.say_yes(unit, standing.cafe.business.id, swap.id)
    for moment, stand in ((-1, Stand.AGREED if agreed else Stand.ASKED), (1, Stand.IMPOSSIBLE)):
        standing.at(swap.starts + timedelta(minutes=moment))
        with standing.unit() as unit:
            daily_round(unit, swap.starts.date())
        assert [one.stand for one in standing.kept(SWAPS)] == [stand]
    assert len(standing.told(name, "cafe:unswapped:")) == 1
    assert len(standing.told(other, "cafe:unswapped:")) == agreed


def test_swap_ends_with_the_rota_in_which_one_of_the_two_has_her_shift_no_more(standing):
    swap, name, other = asked_to_swap(standing)
    standing.cafe.fill()
    assert [one.stand for one in standing.kept(SWAPS)] == [Stand.ASKED]
    hers = standing.rota().by_id[swap.hers]
    away(standing, name, hers.day)
    standing.cafe.fill()
    assert [one.stand for one in standing.kept(SWAPS)] == [Stand.IMPOSSIBLE]
    assert len(standing.told(name, "cafe:unswapped:")) == 1
    assert taken_back(standing.told(other, "cafe:swap:"))
    assert standing.told(other, "cafe:unswapped:") == []
