"""Whoever is off a shift is asked about for pay: by day alone, until somebody says whether she was ill."""

from datetime import UTC, datetime, time, timedelta

import pytest

from alongside.pay import actions as pay
from alongside.pay.away import Because
from alongside_cafe.actions import answering_swaps, coming_back, not_coming, shortening
from alongside_cafe.change import Why

from .test_swapping import asked


@pytest.fixture
def unsaid(standing):
    """Ask of whom nobody has said why she was not there; the rota was published the day before it changes."""
    standing.at(datetime(2026, 11, 27, 9, tzinfo=UTC))

    def ask():
        with standing.unit(writing=False) as unit:
            return {(one.name, one.day) for one in pay.not_said(unit, standing.cafe.business.id)}

    return ask


def the_week_is_over(standing):
    last = max(one.ends for one in standing.rota().shifts)
    standing.at(last + timedelta(hours=1))
    standing.cafe.store.rights = lambda _unit: {None: frozenset({"pay.away", "cafe.plan", "cafe.see"})}


def test_whoever_is_marked_off_ill_is_asked_about_until_somebody_says_why(standing, unsaid):
    name = standing.somebody()
    shift, place = standing.first_place(name)
    business = standing.cafe.business.id
    with standing.unit("Rosa Delgado") as unit:
        not_coming.mark_off(unit, business, shift.id, place.person, Why.ILL)
    the_week_is_over(standing)
    assert unsaid() == {(name, shift.day)}
    with standing.unit() as unit:
        pay.note_days_away(unit, business, place.person, Because.ILL, shift.day)
    assert unsaid() == set()


def test_whoever_says_it_herself_is_asked_about_and_not_once_she_comes_after_all(standing, unsaid):
    name = standing.somebody()
    shift, place = standing.first_place(name)
    business = standing.cafe.business.id
    with standing.unit(name) as unit:
        not_coming.cannot_come(unit, business, shift.id, Why.ACCESS)
        coming_back.can_come(unit, business, shift.id, place.person)
    standing.at(datetime(2026, 11, 27, 10, tzinfo=UTC))
    other, _ = standing.first_place(name, shift.day + timedelta(days=1))
    with standing.unit(name) as unit:
        not_coming.cannot_come(unit, business, other.id)
    the_week_is_over(standing)
    assert unsaid() == {(name, other.day)}


def test_neither_a_swap_nor_a_shift_that_the_cafe_calls_off_is_asked_about(standing, unsaid):
    swap, _name, other = asked(standing)
    business = standing.cafe.business.id
    with standing.unit(other) as unit:
        answering_swaps.say_yes(unit, business, swap.id)
    last = standing.rota().shifts[-1].day
    with standing.unit("Rosa Delgado") as unit:
        shortening.open_shorter(unit, business, last, time(14, 30), None)
    the_week_is_over(standing)
    assert unsaid() == set()
