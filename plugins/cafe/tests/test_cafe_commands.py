"""The café at the keyboard: a draft changed by hand, standing in, a shorter day, swaps, wishes and company."""

import json
from datetime import UTC, date, datetime, time, timedelta

import pytest

from alongside.api.commands import Desk
from alongside.api.store import Actor
from alongside.api.values import LONDON, BadInput, NotAllowed, NotFound
from alongside_cafe.actions import changing, not_coming, planning, standing_in, swapping
from alongside_cafe.availability import DayHours, FreeHours
from alongside_cafe.commands import (
    by_hand,
    company,
    days,
    house,
    learning,
    morning,
    single_days,
    stepping_in,
    swaps,
    week,
    wishes,
)
from alongside_cafe.tables import AVAILABILITIES, DRAFTS
from alongside_cafe.tables.changes import CHANGES, REASONS_SAID, SWAPS

MONDAY = date(2026, 11, 30)


@pytest.fixture
def engine_name():
    """One database is enough for commands: what they call is tested on both."""
    return "sqlite"


class Office:
    """An enterprise as commands have it open."""

    def __init__(self, standing):
        self.store, self._cafe = standing.cafe.store, standing.cafe

    def actor(self, name):
        return Actor.person(self._cafe.people[name], name) if name else self._cafe.actor

    def business(self, _kind, _slug):
        return self._cafe.business

    def zone(self):
        return LONDON

    def today(self):
        return date(2026, 11, 26)


@pytest.fixture
def type_in(standing, capsys):
    """A function that runs a command as somebody and returns its facts."""

    def run(command, *given, acting=None, **more):
        capsys.readouterr()
        command(Desk(lambda: Office(standing), kind="cafe", acting=acting, as_json=True), *given, **more)
        return json.loads(capsys.readouterr().out)

    return run


def drafted(standing):
    (draft,) = standing.kept(DRAFTS)
    return draft


def test_draft_is_changed_by_hand_place_by_place(standing, type_in):
    draft = standing.cafe.draft(first=MONDAY + timedelta(days=7))
    one = draft.assignments[0]
    name = next(name for name, who in standing.cafe.people.items() if who == one.person)
    type_in(by_hand.take_off, one.shift, name)
    assert one not in drafted(standing).assignments
    put = type_in(by_hand.put, one.shift, name, None, "", said_yes=False)
    there = [each for each in drafted(standing).pinned if each.person == one.person]
    assert [(each.shift, each.place + 1) for each in there] == [(put["shift"], put["place"])] != []
    assert type_in(by_hand.pin, one.shift, name, let_go=True)["stays"] is False
    assert drafted(standing).pinned == ()
    for shift, words in (
        ("tomorrow", "is no shift"),
        ("2027-06-01T09:00-Front", "there is no draft of 2027-06-01"),
    ):
        with pytest.raises(BadInput, match=words):
            type_in(by_hand.take_off, shift, name)
    with pytest.raises(BadInput, match="is not on"):
        type_in(by_hand.pin, "2026-12-07T23:00-Nothing", name, let_go=False)


def test_rule_of_the_house_is_set_aside_with_a_reason_and_her_yes_and_listed(standing, type_in):
    first, leah = MONDAY + timedelta(days=7), standing.cafe.people["Leah Osei"]
    with standing.unit() as unit:
        mondays = [FreeHours(0, time(7), time(18))]
        planning.set_availability(unit, standing.cafe.business.id, leah, mondays)
    standing.cafe.draft(first=first)
    shift = f"{first + timedelta(days=1)}T09:00-Front"
    with pytest.raises(BadInput, match="Write down why"):
        type_in(by_hand.put, shift, "Leah Osei", 2, "", said_yes=False)
    put = type_in(by_hand.put, shift, "Leah Osei", 2, "She asked for it on the phone.", said_yes=True)
    assert put["place"] == 2
    ((shown, name, _rule, reason),) = rows(type_in(by_hand.set_aside, first, 1))
    assert (shown, name, reason) == (shift, "Leah Osei", "She asked for it on the phone.")


def test_hours_that_count_no_more_are_named_when_others_are_written_down(standing, type_in):
    done = type_in(week.hours, "Leah Osei", "mon,tue", "10:00", "14:00")
    assert (done["days"], done["no_more"]) == (["mon", "tue"], ["wed", "thu", "fri"])
    assert type_in(week.hours, "Leah Osei", "tue,mon,sat", "10:00", "14:00")["no_more"] == []
    added = type_in(week.hours, "Leah Osei", "mon,sun", "16:00", "18:00", add=True)
    assert (added["days"], added["no_more"]) == (["mon", "sun"], [])
    with standing.unit(writing=False) as unit:
        kept = planning.availability(unit, standing.cafe.business.id, standing.cafe.people["Leah Osei"]).hours
    assert [(one.weekday, one.since.hour) for one in kept] == [(0, 10), (0, 16), (1, 10), (5, 10), (6, 16)]
    with pytest.raises(BadInput, match="two times a day at the most"):
        type_in(week.hours, "Leah Osei", "mon", "19:00", "20:00", add=True)
    assert type_in(week.hours, "Leah Osei", "mon,tue,sat,sun", "12:00", "17:00")["no_more"] == []
    type_in(week.hours, "Leah Osei", "mon", "18:00", "20:00", add=True)
    assert type_in(week.hours, "Leah Osei", "mon,tue,sat,sun", "9:00", "13:00")["no_more"] == ["mon"]
    with pytest.raises(BadInput, match="No day of the week is named"):
        type_in(week.hours, "Leah Osei", " , ", "10:00", "14:00")


def test_hours_of_a_date_are_written_down_and_taken_back(standing, type_in):
    leah, saturday = standing.cafe.people["Leah Osei"], date(2026, 12, 5)

    def kept():
        with standing.unit(writing=False) as unit:
            return planning.availability(unit, standing.cafe.business.id, leah)

    def said(since=None, until=None, *, cannot=False, usual=False, add=False):
        type_in(single_days.hours_on, "Leah Osei", saturday, since, until, cannot=cannot, usual=usual, add=add)
        return kept().away, kept().on_days

    assert said("10:00", "14:00") == (frozenset(), (DayHours(saturday, time(10), time(14)),))
    two = (DayHours(saturday, time(10), time(14)), DayHours(saturday, time(16), time(0)))
    assert said("16:00", "00:00", add=True) == (frozenset(), two)
    assert said("9:00", "17:00", add=True)[1] == (DayHours(saturday, time(9), time(0)),)
    assert said("9:00", "17:00")[1] == (DayHours(saturday, time(9), time(17)),)
    assert said(cannot=True) == ({saturday}, ())
    assert said("10:00", "14:00")[0] == frozenset()
    assert said(usual=True) == (frozenset(), ())
    for wrong, words in (
        (("10:00", None), "One of the two times"),
        ((), "not clear"),
        (("14:00", "10:00"), "end before"),
    ):
        with pytest.raises(BadInput, match=words):
            said(*wrong)
    there = kept()
    with standing.unit() as unit:
        unit.remove(AVAILABILITIES, there)
    with pytest.raises(BadInput, match="First say the hours of every week"):
        said("10:00", "14:00")


def test_somebody_stands_in_and_a_day_gets_shorter(standing, type_in):
    name = standing.somebody()
    shift, place = standing.first_place(name)
    with standing.unit() as unit:
        not_coming.mark_off(unit, standing.cafe.business.id, shift.id, place.person)
        there = changing.standing(unit, standing.cafe.business.id, shift)
        could = [one.name for one in standing_in.who_can(unit, there, shift, place.place)]
    with pytest.raises(NotFound):
        type_in(stepping_in.stand_in, "2026-11-30T23:00-Nothing", name, None)
    for other in could[:1]:
        assert type_in(stepping_in.stand_in, shift.called, other, None)["person"] in standing.rota().on(shift)
    type_in(stepping_in.shorter, MONDAY, "10:00", None)
    assert {one.starts.hour for one in standing.rota().shifts if one.day == MONDAY} == {10}
    assert any(one.now_starts for one in standing.kept(CHANGES))
    kitchen = next(one for one in standing.rota().shifts if one.day == MONDAY and one.job == "Kitchen")
    assert type_in(stepping_in.put_back, kitchen.called)["shift"] == kitchen.called
    assert standing.rota().by_id[kitchen.id].starts.hour == 8
    with pytest.raises(BadInput, match="No time is named"):
        type_in(stepping_in.shorter, MONDAY, None, None)
    assert type_in(stepping_in.number, "01632 960 140", nothing=False) == {"number": "01632 960 140"}
    assert type_in(stepping_in.number, None, nothing=False) == {"number": "01632 960 140"}
    assert type_in(stepping_in.number, None, nothing=True) == {"number": ""}


def test_somebody_is_off_for_some_days_and_comes_after_all(standing, type_in):
    name, until = standing.somebody(), MONDAY + timedelta(days=3)
    who = standing.cafe.people[name]

    def hers():
        return {one.called for one in standing.rota().shifts if who in standing.rota().on(one)}

    before = hers()
    some = {one for one in before if one[:10] <= str(until)}
    assert len(some) > 1
    said = type_in(morning.off, name, MONDAY, until, back=False)
    assert (set(said["shifts"]), said["until"]) == (some, str(until))
    assert hers() == before - some
    assert standing.kept(REASONS_SAID) == [], "why she is off is not asked at a keyboard"
    with pytest.raises(BadInput, match="has no shift from 2026-11-30 to 2026-12-03"):
        type_in(morning.off, name, MONDAY, until, back=False)
    assert set(type_in(morning.off, name, MONDAY, until, back=True)["shifts"]) == some
    assert hers() == before
    for wrong in (MONDAY - timedelta(days=1), MONDAY + timedelta(days=14)):
        with pytest.raises(BadInput, match="Give a day from 2026-11-30 to 2026-12-13"):
            type_in(morning.off, name, MONDAY, wrong, back=False)
    assert hers() == before


def test_whoever_comes_after_all_has_what_nobody_else_has_by_now(standing, type_in):
    name, until = standing.somebody(), MONDAY + timedelta(days=3)
    hers = set(type_in(morning.off, name, MONDAY, until, back=False)["shifts"])
    taken, _place, _other = standing.somebody_stands_in(MONDAY, until)
    standing.at(datetime(2026, 11, 26, 10, tzinfo=UTC))
    assert set(type_in(morning.off, name, MONDAY, until, back=True)["shifts"]) == hers - {taken.called}
    with pytest.raises(BadInput, match="Somebody else has this place now"):
        type_in(morning.off, name, taken.day, None, back=True)


def swappable(standing):
    """Somebody, a shift of hers, and what she could have for it."""
    names = {who: name for name, who in standing.cafe.people.items()}
    for place in standing.rota().assignments:
        shift = standing.rota().by_id[place.shift]
        with standing.unit(names[place.person], writing=False) as unit:
            could = swapping.possible(unit, standing.cafe.business.id, place.shift)
        if could:
            return names[place.person], shift, could[0], names[could[0].place.person]
    raise AssertionError("nobody could swap with anybody")


def test_swap_is_asked_for_and_answered_by_each_of_the_two(standing, type_in):
    name, shift, one, other = swappable(standing)
    could = rows(type_in(swaps.swap, shift.called, None, None, acting=name))
    assert [other, one.shift.called] in [row[:2] for row in could]
    asked = type_in(swaps.swap, shift.called, other, one.shift.called, acting=name)
    assert [row[-1] for row in rows(type_in(swaps.swaps, acting=other))] == [asked["swap"]]
    with pytest.raises(NotFound):  # it is not for her who asked to say yes
        type_in(swaps.answer_swap, asked["swap"], "yes", acting=name)
    assert type_in(swaps.answer_swap, asked["swap"], "yes", acting=other)["stands"] == "done"
    assert [one.stand.value for one in standing.kept(SWAPS)] == ["done"]
    with pytest.raises(BadInput, match="could not swap"):
        type_in(swaps.swap, one.shift.called, name, None, acting=name)


def rows(table):
    """The cells of a table that was answered in JSON."""
    return [list(line.values()) for line in table["rows"]]


def test_wishes_and_company_are_said_by_the_one_who_acts_and_read_by_her(standing, type_in):
    sam = "Sam Whitlock"
    new = type_in(wishes.wish, "rather-not", ("mon", "fri"), None, "morning", acting=sam)["wishes"]
    assert len(new) == 2
    assert [row[0] for row in rows(type_in(wishes.wishes, None, acting=sam))] == ["every Monday", "every Friday"]
    type_in(wishes.wish_back, new[0], acting=sam)
    assert len(rows(type_in(wishes.wishes, sam))) == 1  # who plans reads them too
    liked = type_in(company.with_whom, ("Leah Osei", "Mei Tanaka"), nobody=False, acting=sam)["people"]
    assert liked == sorted(standing.cafe.people[one] for one in ("Leah Osei", "Mei Tanaka"))
    assert type_in(company.with_whom, (), nobody=False, acting="Leah Osei")["people"] == []
    assert type_in(company.with_whom, (), nobody=True, acting=sam)["people"] == []


def test_pair_is_kept_by_the_one_who_acts_and_shown_and_taken_out_by_nobody_else(standing, type_in):
    sam, leah, mei = "Sam Whitlock", "Leah Osei", "Mei Tanaka"
    mine = type_in(company.keep_apart, (leah,), acting=sam)["pair"]
    assert rows(type_in(company.never_with, acting=sam)) == [[sam, leah, mine]]
    theirs = type_in(company.keep_apart, (mei, leah))["pair"]
    assert rows(type_in(company.never_with)) == [[mei, leah, theirs]]
    assert rows(type_in(company.never_with, acting=leah)) == []
    with pytest.raises(NotAllowed):
        type_in(company.keep_apart, (mei, leah), acting="Dan Pascoe")
    with pytest.raises(BadInput, match="two people"):
        type_in(company.keep_apart, (mei, leah, sam))
    with pytest.raises(NotFound):
        type_in(company.together_again, mine, acting=leah)
    assert type_in(company.together_again, mine, acting=sam) == {"pair": mine}
    assert rows(type_in(company.never_with, acting=sam)) == []


def test_learning_is_said_side_by_side_and_only_of_what_there_is(standing, type_in):
    mei = "Mei Tanaka"
    there = rows(type_in(learning.learning, "front", None, acting=mei))
    assert ["front", "", "yes"] in there
    there = rows(type_in(learning.learning, None, "kitchen", acting=mei))
    assert ["front", "", "yes"] in there
    assert ["kitchen", "yes", "yes"] in there
    assert ["front", "", ""] in rows(type_in(learning.learning, "", None, acting=mei))
    with pytest.raises(BadInput, match="“kitchen” is not among it") as refused:
        type_in(learning.learning, "kitchen", None, acting=mei)
    assert "There is: front" in str(refused.value)


def test_what_is_shared_out_is_set_and_taken_back(standing, type_in):
    given = {"day": "fri", "part": "afternoon", "job": "Front"}
    assert type_in(house.share, **given, stop=False)["shared"] == ["sat-all", "fri-afternoon-Front"]
    with pytest.raises(BadInput, match="already"):
        type_in(house.share, **given, stop=False)
    assert type_in(house.share, day="sat", part="all", job="", stop=True)["shared"] == ["fri-afternoon-Front"]
    with pytest.raises(NotFound):
        type_in(house.share, day="sat", part="all", job="", stop=True)
    with pytest.raises(BadInput, match="Choose a day"):
        type_in(house.share, day=None, part="all", job="", stop=False)


SHIFT = {
    "days": "sat", "since": "9:00", "until": "12:00", "job": "Market", "places": 1, "needs": "", "learning": "",
    "key": False, "rest": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"since": "09:00+01:00"}, "no time of day"),
        ({"since": "09:00:30"}, "no time of day"),
        ({"until": "9:00"}, "begins and ends at 09:00"),
        ({"job": "  "}, "no name"),
        ({"job": "M" * 41}, "41 letters"),
        ({"needs": "till,42"}, "no skill that a rota can ask for"),
    ],
)
def test_shift_that_the_page_would_not_take_is_not_taken_at_a_keyboard_either(standing, type_in, said, why):
    with pytest.raises(BadInput, match=why):
        type_in(week.add, **(SHIFT | said))
    with pytest.raises(BadInput, match=why):
        day = {name: value for name, value in SHIFT.items() if name != "days"}
        type_in(days.one_off, MONDAY, **(day | said))


def test_skills_of_a_shift_are_those_of_people_however_they_are_written(standing, type_in):
    type_in(week.add, **(SHIFT | {"needs": "Food hygiene, till", "learning": "Front"}))
    with standing.unit(writing=False) as unit:
        (market,) = (one for one in planning.pattern(unit, standing.cafe.business.id) if one.job == "Market")
    assert (market.places, market.learning) == ((frozenset({"food_hygiene", "till"}),), ("front",))
