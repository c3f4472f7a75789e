"""Supporters are chosen by the person herself, for a time, from those who hold the role."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.enterprise import offers as enterprise
from alongside.messages.outbox import unread
from alongside.people import actions, offers, reactions
from alongside.people.person import Person
from alongside.people.supporter import ChosenSupporter
from alongside.refusal import BadInput, NotAllowed, NotFound
from alongside.store import Actor

TODAY = date(2026, 11, 23)


@attrs.frozen
class Pair:
    """Rosa, who chooses, and Priya, who holds the role of a supporter."""

    hall: object
    priya: str

    def acting(self, who):
        return self.hall.store.unit(Actor.person(who, "somebody"))

    def keyboard(self):
        return self.hall.store.unit(Actor.keyboard())


@pytest.fixture
def pair(hall, keyboard):
    with hall.store.unit(keyboard) as unit:
        priya = offers.add_person(unit, Person(id=unit.new_id(), name="Priya Raman", joined=date(2025, 1, 1)))
        enterprise.give_role(unit, priya.id, "supporter")
    return Pair(hall, priya.id)


def chosen(pair, **more):
    with pair.acting(pair.hall.rosa) as unit:
        return actions.choose_supporter(unit, pair.hall.rosa, pair.priya, **more)


def test_person_chooses_her_supporter_for_a_year_unless_she_says_a_day(pair):
    assert chosen(pair).last_day == TODAY + timedelta(days=365)
    assert chosen(pair, last_day=date(2026, 12, 1)).last_day == date(2026, 12, 1)
    with pair.keyboard() as unit:
        assert offers.supporters_of(unit, pair.hall.rosa) == (pair.priya,)
        assert offers.supporters_of(unit, pair.hall.rosa, date(2026, 12, 1)) == (pair.priya,)
        assert offers.supporters_of(unit, pair.hall.rosa, date(2026, 12, 2)) == ()
        assert offers.supported_by(unit, pair.priya) == (pair.hall.rosa,)


def test_nobody_chooses_for_somebody_else(pair):
    with pair.acting(pair.priya) as unit, pytest.raises(NotAllowed):
        actions.choose_supporter(unit, pair.hall.rosa, pair.priya)
    with pair.acting(pair.priya) as unit, pytest.raises(NotAllowed):
        actions.whom_to_choose(unit, pair.hall.rosa)


def test_steward_writes_down_what_a_person_has_chosen(pair):
    with pair.acting(pair.hall.steward) as unit:
        actions.choose_supporter(unit, pair.hall.rosa, pair.priya)
        assert offers.supporters_of(unit, pair.hall.rosa) == (pair.priya,)


@pytest.mark.parametrize(
    ("whom", "last_day"),
    [("steward", None), ("priya", date(2026, 11, 22)), ("priya", date(2031, 1, 1))],
)
def test_no_supporter_without_the_role_for_a_day_that_is_over_or_for_ever(pair, whom, last_day):
    ids = {"steward": pair.hall.steward, "priya": pair.priya}
    with pair.acting(pair.hall.rosa) as unit, pytest.raises(BadInput):
        actions.choose_supporter(unit, pair.hall.rosa, ids[whom], last_day)


def test_supporter_whose_role_has_ended_supports_nobody(pair):
    chosen(pair)
    with pair.keyboard() as unit:
        (held,) = enterprise.roles_of(unit, pair.priya)
        enterprise.end_role(unit, held, TODAY - timedelta(days=1))
        assert offers.supporters_of(unit, pair.hall.rosa) == ()


@pytest.mark.parametrize("who", ["rosa", "priya"])
def test_either_of_the_two_ends_it_and_nobody_else_does(pair, who):
    chosen(pair)
    with pair.acting("a stranger") as unit, pytest.raises(NotAllowed):
        actions.end_support(unit, pair.hall.rosa, pair.priya)
    with pair.acting({"rosa": pair.hall.rosa, "priya": pair.priya}[who]) as unit:
        actions.end_support(unit, pair.hall.rosa, pair.priya)
        assert offers.supporters_of(unit, pair.hall.rosa) == ()
        with pytest.raises(NotFound):
            actions.end_support(unit, pair.hall.rosa, pair.priya)


def test_supporter_is_told_without_a_name_and_the_person_is_asked_again_in_time_once(pair):
    chosen(pair, last_day=TODAY + timedelta(days=28))
    with pair.keyboard() as unit:
        reactions.daily_round(unit, TODAY)
        reactions.daily_round(unit, TODAY)
        (told,), (asked,) = unread(unit, pair.priya), unread(unit, pair.hall.rosa)
    assert told.title.key == "You have been chosen as {supporter}"
    assert asked.title.key == "Choose your {supporter} again"
    for name in ("Rosalind", "Priya"):
        assert name not in str(told) + str(asked)


@pytest.mark.parametrize("who", ["rosa", "priya"])
def test_erasing_either_takes_the_choice_out(pair, who):
    chosen(pair)
    with pair.keyboard() as unit:
        actions.erase(unit, {"rosa": pair.hall.rosa, "priya": pair.priya}[who])
        assert offers.every_choice(unit, pair.hall.rosa) == []
        assert offers.every_choice(unit, pair.priya) == []


def test_both_are_handed_over_what_was_chosen(pair):
    choice = chosen(pair)
    with pair.keyboard() as unit:
        for who in (pair.hall.rosa, pair.priya):
            assert reactions.person_exported(unit, who)["supporters"] == [attrs.asdict(choice)]


@given(st.dates(), st.dates(), st.dates())
def test_choice_holds_from_its_first_to_its_last_day(first, last, day):
    if (last - first).days > 3 * 366:
        with pytest.raises(BadInput):
            ChosenSupporter(id="c", person="a", supporter="b", first_day=first, last_day=last)
        return
    choice = ChosenSupporter(id="c", person="a", supporter="b", first_day=first, last_day=last)
    assert choice.holds(day) == (first <= day <= last)


def test_nobody_is_her_own_supporter():
    with pytest.raises(BadInput):
        ChosenSupporter(id="c", person="a", supporter="a", first_day=TODAY, last_day=TODAY)
