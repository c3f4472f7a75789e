"""Walks through what members do with shifts: not coming, taking a free one, asking to swap, answering."""

from datetime import timedelta

import attrs

from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.store import Actor
from alongside.testing.demo import TODAY
from alongside_cafe.actions import changing, not_coming, standing_in, swapping
from alongside_cafe.tables import rota_of

from .walk import Walk

HERE = "/cafe/{the business}"


def cannot_come(hands, place):
    hands.unfold("More days")
    hands.follow("I cannot come")
    hands.sees("You do not work this shift.")
    hands.sees("Nobody counts how often you cannot come.")
    hands.follow("I cannot come")
    hands.sees("You are off this shift.")
    assert place.asked("SELECT what FROM cafe_change WHERE person = :person") == "off"


def come_after_all(hands, place):
    cannot_come(hands, place)
    hands.follow("I can come")
    hands.sees("Good, you come.")


def free_shift(hands, place):
    _somebody_is_off(place)
    hands.arrive("/week?edition=easy")
    hands.menu("Who works when")
    hands.unfold("Other pages")
    hands.follow("What I am asked")
    hands.sees("Can you come?")
    hands.follow("Yes, I can")
    hands.sees("The shift is yours.")
    assert place.asked("SELECT reply FROM cafe_request WHERE person = :person AND reply = 'yes'") == "yes"


def _somebody_is_off(place):
    """Somebody cannot come to a shift that whoever walks could have, and she is asked."""
    with place.unit() as unit:
        cafe = _cafe(unit)
        there = changing.standing_in(unit, cafe, Period(TODAY + timedelta(days=7), TODAY + timedelta(days=27)))
        for one in (each for each in there.rota.assignments if each.person != place.person):
            left = tuple(other for other in there.rota.assignments if other.id != one.id)
            without = attrs.evolve(there, rota=attrs.evolve(there.rota, assignments=left))
            could = standing_in.who_can(unit, without, there.rota.by_id[one.shift], one.place)
            if place.person in {each.person for each in could}:
                not_coming.mark_off(unit, cafe, one.shift, one.person)
                standing_in.ask_everybody(unit, cafe, one.shift, one.place)
                return
    raise AssertionError("nobody has a shift that she could have")


def ask_to_swap(hands, place):
    hands.unfold("More days")
    hands.follow("I cannot come")
    hands.follow("I want to swap")
    hands.sees("The other person can say yes or no.")
    hands.follow("Ask ")
    hands.sees("You wait for an answer")
    assert place.asked("SELECT stand FROM cafe_swap WHERE person = :person") == "asked"


def answer_a_swap(hands, place):
    _somebody_asks(place)
    hands.arrive("/week?edition=easy")
    hands.menu("Who works when")
    hands.unfold("Other pages")
    hands.follow("What I am asked")
    hands.sees("asks to swap")
    hands.follow("Yes, swap")
    hands.sees("You have swapped.")
    assert place.asked("SELECT stand FROM cafe_swap WHERE other = :person") == "done"


def _somebody_asks(place):
    """A colleague asks whoever walks to swap."""
    with place.unit() as unit:
        cafe = _cafe(unit)
        there = _to_come(unit, cafe)
    for one in there.assignments:
        if one.person != place.person:
            with place.house.store.unit(Actor.person(one.person, "a colleague")) as unit:
                for could in swapping.possible(unit, cafe, one.shift):
                    if could.place.person == place.person:
                        swapping.ask(unit, cafe, one.shift, could.place.id)
                        return
    raise AssertionError("nobody could swap with her")


def _cafe(unit):
    return next(one.id for one in enterprise.businesses(unit) if one.kind == "cafe")


def _to_come(unit, cafe):
    return rota_of(unit, cafe, Period(TODAY + timedelta(days=1), TODAY + timedelta(days=13)))


WALKS = (
    Walk(
        name="say that I can’t come",
        steps=cannot_come,
        who="Sam Whitlock",
        most=20,
        sends=(f"{HERE}/not-coming/{{shift}}",),
        quick=True,
    ),
    Walk(name="come after all", steps=come_after_all, who="Leah Osei", most=30),
    Walk(
        name="take a shift that is free",
        steps=free_shift,
        who="Harjit Gill",
        most=24,
        sends=(f"{HERE}/asked",),
        quick=True,
    ),
    Walk(
        name="ask to swap a shift",
        steps=ask_to_swap,
        who="Freya Lindqvist",
        most=26,
        sends=(f"{HERE}/swap/{{shift}}",),
    ),
    Walk(name="say yes to a swap", steps=answer_a_swap, who="Aoife Brennan", most=26, sends=(f"{HERE}/asked",)),
)
