"""Where the key or somebody's coach is missing in the morning: who could bring it, and what becomes of a yes."""

from datetime import UTC, date, datetime, timedelta

import attrs
import pytest

from alongside.api import diary, people
from alongside.api.display import Edition
from alongside.api.values import LONDON, BadInput, Period
from alongside.api.web import Form
from alongside.diary.actions import company
from alongside.testing.easy_read import easy_read_faults
from alongside_cafe.actions import (
    answering_swaps,
    begun_by_hand,
    change_wanted,
    changing,
    house,
    lacking,
    morning,
    not_coming,
    own_ways,
    placing,
    swapping,
)
from alongside_cafe.actions.keeping_the_key import NoKeyThen
from alongside_cafe.actions.refusing import NotPossible
from alongside_cafe.change import What
from alongside_cafe.draft import Override
from alongside_cafe.house_rules import HouseRules
from alongside_cafe.pages import changes
from alongside_cafe.pages.not_coming import not_coming_page
from alongside_cafe.swap import Stand
from alongside_cafe.tables import SHIFTS
from alongside_cafe.tables.changes import CHANGES
from alongside_cafe.tables.drafts import PUBLICATIONS, publications_of

from .test_cafe_brought import coached
from .test_cafe_edges import shown, visit
from .test_changing import day_page, send

MONDAY = date(2026, 11, 30)
WEEK = Period(MONDAY, MONDAY + timedelta(days=6))


class Day:
    """A week with a Monday alone, on which the people that a test names are in the kitchen and at the front."""

    def __init__(self, standing, kitchen, front):
        self.standing, self.business = standing, standing.cafe.business.id
        self.ids = standing.cafe.people
        self.kitchen, self.front = (
            next(one for one in standing.rota().shifts if one.day == MONDAY and one.job == job)
            for job in ("Kitchen", "Front")
        )
        with standing.unit() as unit:
            there = changing.standing(unit, self.business, self.kitchen)
            off = there.rota.assignments  # all of the week, so that everybody has hours left
            on = [*self._places(self.kitchen, kitchen), *self._places(self.front, front)]
            changing.change(unit, there, change_wanted.Wanted(off=off, on=tuple(on)), What.SWAPPED)

    def _places(self, shift, names):
        return [change_wanted.New(shift=shift, place=n, person=self.ids[one]) for n, one in enumerate(names)]

    def lacks(self):
        with self.standing.unit("Rosa Delgado", writing=False) as unit:
            return [one.lack for one in morning.morning(unit, self.business, MONDAY).lacks]

    def row(self, name):
        there = (self.kitchen.id, self.front.id)
        rows = [one for one in self.standing.rota().assignments if one.shift in there]
        return next(one for one in rows if one.person == self.ids[name])

    def names(self, lack):
        called = {who: name.split()[0] for name, who in self.ids.items()}
        return [(called[one.who.person], called.get(one.other, "")) for one in lack.people]

    def on(self, shift):
        rota, called = self.standing.rota(), {who: name.split()[0] for name, who in self.ids.items()}
        return {called[one] for one in rota.on(rota.by_id[shift.id])}


@pytest.fixture
def skilled(standing):
    """Sam may work in the kitchen; at the front the place wants somebody who can."""
    with standing.unit() as unit:
        people.award(unit, standing.cafe.people["Sam Whitlock"], "food_hygiene", date(2025, 1, 1), None, "Here")
    return standing


def test_key_is_offered_by_who_is_there_first_and_her_yes_lets_two_change_places_who_hear_of_it(skilled):
    day = Day(skilled, ["Rosa Delgado", "Mei Tanaka"], ["Sam Whitlock"])
    (lack,) = day.lacks()
    assert (lack.shift.id, lack.person) == (day.front.id, "")
    # Mei cannot work at the front, and so cannot come in Sam's place; Ben is at home and free.
    assert day.names(lack) == [("Rosa", "Sam"), ("Ben", "")]
    rosa = lack.people[0]
    pressed = f"{day.front.id}:{rosa.place}:{rosa.hers.id}"
    for edition in Edition:
        page = day_page(skilled, MONDAY, edition)
        assert f'name="change" value="{pressed}"' in page
        assert edition is Edition.STANDARD or easy_read_faults(page) == []
    mei = day.row("Mei Tanaka")
    with skilled.unit() as unit, pytest.raises(NotPossible):
        lacking.change_places(unit, day.business, day.front.id, 0, mei.id)
    with skilled.unit() as unit:
        said = send(skilled, unit, ("day", str(MONDAY)), ("change", pressed))
    assert said.notice.key == "They change places. Both are told."
    assert (day.on(day.kitchen), day.on(day.front)) == ({"Sam", "Mei"}, {"Rosa"})
    assert (day.lacks(), skilled.faults()) == ([], [])
    assert skilled.told("Sam Whitlock", "cafe:shifts:")
    (key,) = skilled.told("Rosa Delgado", "cafe:key:")
    assert key.lines[0].key == "Nobody else has the key on **{day}**."
    assert [one.what for one in skilled.kept(CHANGES)][-2:] == [What.SWAPPED] * 2
    with skilled.unit() as unit, pytest.raises(BadInput, match="another’s by now"):
        lacking.change_places(unit, day.business, day.front.id, rosa.place, rosa.hers.id)


def test_shift_that_would_lose_its_own_key_by_it_gives_nobody_away(skilled):
    day = Day(skilled, ["Rosa Delgado", "Mei Tanaka"], ["Sam Whitlock", "Leah Osei"])
    with skilled.unit() as unit:
        there = changing.standing(unit, day.business, day.front)
        (gives,) = lacking.lacks(unit, there, [day.front])
        asks = attrs.evolve(day.kitchen, key_holder=True)
        shifts = tuple(asks if one.id == asks.id else one for one in there.rota.shifts)
        problem = attrs.evolve(there.problem, shifts=tuple(one.shift for one in shifts))
        there = attrs.evolve(there, problem=problem, rota=attrs.evolve(there.rota, shifts=shifts))
        (lack,) = lacking.lacks(unit, there, [day.front])
    assert (day.names(gives), lack.people) == ([("Rosa", "Sam")], ())


def test_where_a_coach_is_marked_off_those_whom_she_has_chosen_are_offered_and_she_is_told(skilled):
    for coach in ("Leah Osei", "Ben Hartley"):
        coached(skilled.cafe, "Sam Whitlock", coach)
    day = Day(skilled, ["Rosa Delgado", "Mei Tanaka"], ["Sam Whitlock", "Leah Osei"])
    assert [one.person for one in day.lacks()] == [""]  # Leah is beside Sam; only the key is missing
    skilled.at(datetime(2026, 11, 26, 10, tzinfo=UTC))  # what was changed last is told by the clock
    with skilled.unit() as unit:
        not_coming.mark_off(unit, day.business, day.front.id, day.ids["Leah Osei"])
    key, coach = day.lacks()
    assert coach.person == day.ids["Sam Whitlock"]
    assert day.names(coach) == [("Ben", "")]
    for edition in Edition:
        page = day_page(skilled, MONDAY, edition)
        assert "Sam" in page
        assert edition is Edition.STANDARD or easy_read_faults(page) == []
    with skilled.unit() as unit:
        send(
            skilled,
            unit,
            ("day", str(MONDAY)),
            ("yes", f"{day.front.id}:{coach.people[0].place}:{day.ids['Ben Hartley']}"),
        )
    assert day.lacks() == []
    told = {one.lines[0].key for one in skilled.told("Sam Whitlock", "cafe:coach:")}
    assert "Somebody else supports you on **{day}**." in told
    # With Rosa in his place Sam would be in the kitchen without a coach: she is not offered to open.
    assert day.names(key) == [("Ben", "")]


def test_who_is_one_too_many_for_her_coach_is_named_unless_the_house_has_let_that_be(skilled):
    day = Day(skilled, [], ["Sam Whitlock", "Leah Osei"])
    with skilled.unit() as unit:
        unit.change(SHIFTS, day.front, places=day.front.places * 2)
        house.set_rules(unit, day.business, HouseRules(coached_at_once=1))
    for name, coach in (
        ("Sam Whitlock", "Leah Osei"),
        ("Rosa Delgado", "Leah Osei"),
        ("Rosa Delgado", "Ben Hartley"),
    ):
        coached(skilled.cafe, name, coach)
    on = [
        change_wanted.New(shift=day.front, place=n, person=day.ids[one])
        for n, one in ((2, "Rosa Delgado"), (3, "Ben Hartley"))
    ]
    with skilled.unit() as unit:
        there = changing.standing(unit, day.business, day.front)
        changing.change(unit, there, change_wanted.Wanted(on=tuple(on)), What.SWAPPED)
    assert day.lacks() == []
    with skilled.unit() as unit:
        not_coming.mark_off(unit, day.business, day.front.id, day.ids["Ben Hartley"])
    (lack,) = day.lacks()
    assert (lack.busy, lack.person in {day.ids["Sam Whitlock"], day.ids["Rosa Delgado"]}) == (True, True)
    pages = [day_page(skilled, MONDAY, edition) for edition in Edition]
    assert "beside as many others as may be at once" in pages[0]
    assert "The supporter is with other people." in pages[1]
    assert easy_read_faults(pages[1]) == []
    with skilled.unit() as unit:
        published = publications_of(unit, day.business, Period(MONDAY, MONDAY))[0]
        let = Override(
            rule="coached_at_once",
            shift=day.front.called,
            person=lack.person,
            reason="They work as a pair.",
            starts=day.front.starts,
            ends=day.front.ends,
        )
        unit.change(PUBLICATIONS, published, overrides=(let,))
    assert day.lacks() == []


FRONTS = ("2026-11-30T09:00-Front", "2026-12-01T09:00-Front")


@pytest.fixture
def two_fronts(skilled):
    """Sam at the front on Monday and Tuesday, with Leah, who is one of the two coaches whom he has chosen."""
    for coach in ("Leah Osei", "Ben Hartley"):
        coached(skilled.cafe, "Sam Whitlock", coach)
    day = Day(skilled, ["Rosa Delgado", "Mei Tanaka"], ["Sam Whitlock", "Leah Osei"])
    tuesday = next(one for one in skilled.rota().shifts if one.called == FRONTS[1])
    with skilled.unit() as unit:
        there = changing.standing(unit, day.business, tuesday)
        on = tuple(day._places(tuesday, ["Sam Whitlock", "Leah Osei"]))
        changing.change(unit, there, change_wanted.Wanted(on=on), What.SWAPPED)
    skilled.at(datetime(2026, 11, 26, 10, tzinfo=UTC))
    return day


def test_publication_tells_in_one_message_who_has_another_coach_or_the_key_alone_now(two_fronts):
    day, standing = two_fronts, two_fronts.standing
    before = {one.id for name in day.ids for one in standing.told(name, "cafe:")}
    with standing.unit() as unit:
        draft = begun_by_hand.begin(unit, day.business, MONDAY, 1)
        for front in FRONTS:
            draft = placing.put(unit, draft, front, 1, day.ids["Ben Hartley"])
    standing.cafe.publish(draft)
    (coach,) = [one for one in standing.told("Sam Whitlock", "cafe:coach:") if one.id not in before]
    (key,) = [one for one in standing.told("Ben Hartley", "cafe:key:") if one.id not in before]
    days = [MONDAY, MONDAY + timedelta(days=1)]
    assert [one.days.get("day") for one in coach.lines] == days
    assert {one.key for one in coach.lines} == {"Somebody else supports you on **{day}**."}
    assert [one.days.get("day") for one in key.lines] == [*days, None]
    assert key.lines[-1].key == "Please bring the key."
    new = [one for name in day.ids for one in standing.told(name, "cafe:") if one.id not in before]
    assert {one.person for one in new} == {day.ids[one] for one in ("Sam Whitlock", "Ben Hartley", "Leah Osei")}


def test_week_names_the_coach_who_is_on_the_shift_and_no_other(two_fronts):
    day, standing = two_fronts, two_fronts.standing
    with standing.unit() as unit:
        not_coming.mark_off(unit, day.business, day.front.id, day.ids["Leah Osei"])
    sams = [one for one in standing.rota().assignments if one.person == day.ids["Sam Whitlock"]]
    tuesdays = next(one for one in sams if one.shift != day.front.id)
    with standing.unit("Sam Whitlock", writing=False) as unit:
        claims = diary.holds(unit, [day.ids["Sam Whitlock"]], WEEK.interval(LONDON))
        assert len(claims) == 2
        with_him = company(unit, claims).beside
    assert {claim: face.name for claim, face in with_him.items()} == {tuesdays.claim: "Leah Osei"}


# --- whom to ring


@pytest.mark.parametrize("engine_name", ["sqlite"])  # of the number nothing hangs on the kind of database
def test_who_cannot_come_today_reads_the_cafes_own_number_or_whom_to_tell(standing, engine_name):
    name = standing.somebody()
    shift, _ = standing.first_place(name)
    standing.at(shift.starts - timedelta(hours=3))
    with standing.unit(name, writing=False) as unit:
        page = shown(not_coming_page(visit(standing.cafe, unit, who=name, path={"shift": shift.id})))
        assert "please tell us as well" in page
        assert "ring us" not in page
    with standing.unit("Rosa Delgado") as unit:
        wrong = changes.send_changes(
            visit(standing.cafe, unit, form=Form((("do", "number"), ("phone", "ring me"))))
        )
        assert "This is no phone number." in str(wrong.facts["number"].phone.mistake)
        changes.send_changes(visit(standing.cafe, unit, form=Form((("do", "number"), ("phone", "01632 960140")))))
    with standing.unit(name) as unit:
        not_coming.cannot_come(unit, standing.cafe.business.id, shift.id)
        seen = visit(standing.cafe, unit, who=name, path={"shift": shift.id})
        pages = [shown(not_coming_page(seen), edition) for edition in Edition]
    assert all('href="tel:01632960140"' in page for page in pages)
    assert easy_read_faults(pages[1]) == []


def test_swap_that_takes_the_only_key_off_a_shift_is_neither_offered_nor_asked(skilled):
    day = Day(skilled, ["Sam Whitlock", "Mei Tanaka"], ["Rosa Delgado", "Leah Osei"])
    sams, rosas = day.row("Sam Whitlock"), day.row("Rosa Delgado")
    with skilled.unit("Rosa Delgado") as unit:
        assert sams.id not in [one.place.id for one in swapping.possible(unit, day.business, day.front.id)]
        with pytest.raises(NoKeyThen, match="would have the key"):
            swapping.ask(unit, day.business, day.front.id, sams.id)
    with skilled.unit("Sam Whitlock") as unit, pytest.raises(NoKeyThen):
        swapping.ask(unit, day.business, day.kitchen.id, rosas.id)


@pytest.mark.parametrize("confirm", [False, True])
def test_swap_that_would_take_the_only_key_by_now_is_done_by_nobodys_yes(skilled, confirm):
    day = Day(skilled, ["Sam Whitlock", "Mei Tanaka"], ["Rosa Delgado", "Ben Hartley"])
    sams = day.row("Sam Whitlock")
    with skilled.unit("Rosa Delgado") as unit:
        own_ways.set_confirming(unit, day.business, confirm_swaps=confirm)
        swap = swapping.ask(unit, day.business, day.front.id, sams.id)
    with skilled.unit() as unit:
        people.remove_skills(unit, skilled.cafe.people["Ben Hartley"], ["key_holder"])
    with skilled.unit("Sam Whitlock") as unit:
        done = answering_swaps.say_yes(unit, day.business, swap.id)
    if confirm:
        with skilled.unit("Rosa Delgado") as unit:
            done = answering_swaps.confirm(unit, day.business, swap.id, yes=True)
    assert done.stand is Stand.IMPOSSIBLE
    assert day.on(day.front) == {"Rosa", "Ben"}
