"""The most that somebody wants to earn is told to nobody who makes the rota: not the figure, nor what it is about.

What is told: that a shift “would go beyond what is agreed”, the one sentence for all that is private. Whoever
tries shifts one after the other learns which of them she could have, and so about how many hours there is room
for. That much a rota that keeps to a limit tells by itself; nothing tells it better.
"""

import re
from contextlib import suppress
from datetime import date, timedelta
from functools import partial

import pytest

from alongside.api.display import Edition
from alongside.api.values import Period
from alongside.api.web import Form
from alongside.store import Actor
from alongside_cafe import pages
from alongside_cafe.actions import change_wanted, changing, limiting, looking_again, placing, planning, shortening
from alongside_cafe.change import What
from alongside_cafe.pages import before_filling, team, today
from alongside_cafe.pages import place as place_page

from .test_cafe_edges import shown, visit
from .test_cafe_why import shown as shown_why

MEI, ROSA = "Mei Tanaka", "Rosa Delgado"
NEXT = date(2026, 12, 7)
TOLD = "Mei Tanaka would go beyond what is agreed."
ABOUT_IT = re.compile(r"£|\bearn|\bbenefit|\bwage|\bpay\b|\bmoney\b", re.IGNORECASE)
"""Words that would say what it is about."""


@pytest.fixture
def engine_name():
    """One database is enough: what is told hangs on none."""
    return "sqlite"


@pytest.fixture
def planner(standing):
    """Rosa plans, and next week has a draft in which Mei has one shift; the limit is for each test to set."""
    limit(standing.cafe, 80_00)
    standing.draft = standing.cafe.draft(first=NEXT)
    assert len([one for one in standing.draft.assignments if one.person == standing.cafe.people[MEI]]) == 1
    return standing


def limit(cafe, pence):
    with cafe.store.unit(Actor.person(cafe.people[MEI], MEI)) as unit:
        if pence:
            limiting.set_limit(unit, cafe.business.id, pence)
        else:
            limiting.take_away(unit, cafe.business.id)


def kitchens(there):
    """The kitchens of the draft, in order, that Mei has not."""
    mei = there.cafe.people[MEI]
    hers = {one.shift for one in there.draft.assignments if one.person == mei}
    return sorted({one.shift for one in there.draft.assignments if one.shift.endswith("Kitchen")} - hers)


def told(there):
    """All that Rosa is told of Mei: by hand, page by page, by the checker, and why."""
    business, week, first = there.cafe.business.id, Form((("week", str(NEXT)),)), kitchens(there)[0]
    place = Form((("draft", there.draft.id), ("shift", first), ("place", "0")))
    with there.unit(ROSA, writing=False) as unit:
        here = partial(visit, there.cafe, unit)
        views = {
            "draft": pages.rota(here(query=week)),
            "rota": pages.rota(here(query=Form((("week", "2026-11-30"),)))),
            "missing": before_filling.before(here(query=week)),
            "team": team.team(here()),
            "day": today.today(here(query=Form((("day", "2026-11-30"),)))),
            "place": place_page.place(here(query=place)),
        }
        found = {(name, edition): shown(view, edition) for name, view in views.items() for edition in Edition}
        found["faults"] = looking_again.faults(unit, business, Period(NEXT, NEXT + timedelta(days=6)))
    asked = {"person": there.cafe.people[MEI], "draft": str(NEXT)}
    found |= {("why", edition): shown_why(there.cafe, ROSA, first, edition, **asked) for edition in Edition}
    return found | {shift: refusal(there, shift) for shift in kitchens(there)}


def refusal(there, shift):
    """What is said where Rosa tries to put Mei on a shift; nothing where she could."""
    with there.unit(ROSA) as unit, suppress(Undone), unit.apart():
        try:
            placing.put(unit, there.draft, shift, 0, there.cafe.people[MEI], "She is so good at it.")
        except placing.NotPossible as no:
            return str(no)
        undo()
    return ""


class Undone(Exception):
    """She could have it; it was not meant."""


def undo():
    """Let what was tried be as if it was not."""
    raise Undone


def test_whatever_the_figure_is_that_lets_her_work_as_much_the_planner_is_told_the_same(planner):
    # £80 and £150 are 6 hours 6 minutes and 11 hours 27 minutes of her work: one shift of six hours, no second.
    one = told(planner)
    limit(planner.cafe, 150_00)
    assert [name for name, said in told(planner).items() if said != one[name]] == []
    assert {one[shift] for shift in kitchens(planner)} == {f"This cannot be: {TOLD}"}
    # The control: a figure that lets her have one shift more is seen by trying, and cannot be hidden.
    limit(planner.cafe, 170_00)
    assert "" in {refusal(planner, shift) for shift in kitchens(planner)}


def test_no_page_or_refusal_says_a_figure_or_what_it_is_about(planner):
    before = {name: said for name, said in told(planner).items() if said}
    limit(planner.cafe, None)
    without = told(planner)
    for name, said in before.items():
        new = [line for line in lines(said) if line not in lines(without[name])]
        assert not [
            line for line in new if ABOUT_IT.search(line) or re.search(r"\b6 hours 6|\b6\.1|80\b", line)
        ], name
    assert any(TOLD in line for line in lines(before["place", Edition.STANDARD]))


def lines(said):
    """What stands on a page, line by line, without its marks."""
    text = said if isinstance(said, str) else "\n".join(said)
    return [one for one in (" ".join(re.sub(r"<[^>]+>", " ", line).split()) for line in text.splitlines()) if one]


def test_no_shorter_times_are_worked_out_that_would_tell_how_much_room_she_has(standing):
    cafe, mei = standing.cafe, standing.cafe.people[MEI]
    shift = next(one for one in standing.rota().shifts if one.job == "Kitchen")
    with standing.unit() as unit:
        there = changing.standing(unit, cafe.business.id, shift)
        off = change_wanted.Wanted(off=there.rota.assignments)  # so that everybody has all of the week's hours
        changing.change(unit, there, off, What.SWAPPED)
        for who in {*cafe.people.values()} - {mei}:
            kept = planning.availability(unit, cafe.business.id, who)
            planning.set_availability(unit, cafe.business.id, who, kept.hours, {shift.day})
    assert offered(standing, shift) == {mei}
    # Room for four of its six hours: the longest shorter shift would tell it to the half hour.
    limit(cafe, 4 * 13_10 + 1)
    assert offered(standing, shift) == set()


def offered(standing, shift):
    """For whom shorter times of a shift are worked out."""
    with standing.unit(ROSA, writing=False) as unit:
        there = changing.standing(unit, standing.cafe.business.id, shift)
        return {who for way in shortening.ways(unit, there, shift, 0) for who in way.people}


def test_that_a_rota_which_stands_goes_beyond_it_now_is_told_to_nobody(standing):
    shifts = standing.rota().shifts
    days = Period(shifts[0].day, shifts[-1].day)

    def read():
        with standing.unit(ROSA, writing=False) as unit:
            seen = pages.rota(visit(standing.cafe, unit, query={"week": str(days.first)}))
            return shown(seen), looking_again.faults(unit, standing.cafe.business.id, days)

    before = read()
    limit(standing.cafe, 1_00)
    assert read() == before
