"""Who learns beside a team is told so, is marked on the rota, and is seen when her teacher is off."""

from datetime import time, timedelta

import attrs
import pytest

from alongside.api.display import Display, Edition
from alongside.diary.pages.week import my_week
from alongside.testing.easy_read import easy_read_faults
from alongside_cafe import pages
from alongside_cafe.actions import (
    begun_by_hand,
    morning,
    not_coming,
    placing,
    planning,
    publishing,
    standing_in,
    wishing,
)
from alongside_cafe.change import What
from alongside_cafe.pages import today
from alongside_cafe.pattern import OpeningPattern, ShiftTemplate
from alongside_cafe.tables.changes import CHANGES

from .conftest import MONDAY
from .paper_text import pages_of
from .test_cafe_edges import visit
from .test_cafe_telling import hear, told, words

KITCHEN = f"{MONDAY}T08:00-Kitchen"
DISPLAY = Display({"cafe": "alongside_cafe"})
WEEKS = Display({"diary": "alongside.diary"})


@pytest.fixture
def learns(standing):
    """A kitchen of two with a place to learn beside it; Leah is one of the team, and Mei shows the kitchen."""
    cafe = standing.cafe
    anyone = ShiftTemplate(
        weekday=0, starts=time(8), ends=time(14), job="Kitchen", places=(frozenset(),) * 2, learning=("kitchen",)
    )
    with cafe.unit() as unit:
        planning.set_pattern(unit, cafe.business.id, OpeningPattern((anyone,)))
    for name, wants, shows in (("Mei Tanaka", [], ["kitchen"]), ("Leah Osei", ["kitchen"], [])):
        with standing.unit(name) as unit:
            wishing.say_learning(unit, cafe.business.id, wants, shows)
    publish(standing, "Mei Tanaka", "Leah Osei")
    return standing


def publish(standing, *names):
    with standing.unit("Rosa Delgado") as unit:
        draft = begun_by_hand.begin(unit, standing.cafe.business.id, MONDAY, 1)
        for place, name in enumerate(names):
            if name:
                draft = placing.put(unit, draft, KITCHEN, place, standing.cafe.people[name])
    with standing.unit("Rosa Delgado") as unit:
        return publishing.publish(unit, draft)


def beside(standing):
    """Leah learns beside the team from now on, and Sam has her place."""
    for name in standing.cafe.people:
        for one in told(standing.cafe, name):
            hear(standing.cafe, one)
    publish(standing, "Mei Tanaka", "Sam Whitlock", "Leah Osei")


def test_whoever_learns_on_a_shift_instead_of_working_on_it_is_told_and_it_is_kept(learns):
    beside(learns)
    leah = learns.cafe.people["Leah Osei"]
    (message,) = told(learns.cafe, "Leah Osei")
    said = [one.replace("\xa0", " ") for one in words(message)]
    assert said[1].startswith("You learn kitchen on Monday 30 November from 8:00")
    assert (What.LEARNS, 2, leah) in [(one.what, one.place, one.person) for one in learns.kept(CHANGES)]


def test_whoever_is_one_of_the_team_again_is_told_and_it_is_kept(learns):
    beside(learns)
    hear(learns.cafe, told(learns.cafe, "Leah Osei")[0])
    publish(learns, "Mei Tanaka", "Leah Osei")
    (message,) = told(learns.cafe, "Leah Osei")
    assert "You are one of the team on" in " ".join(words(message))
    assert easy_read_faults("".join(f"<p>{one}</p>" for one in words(message, Edition.EASY))) == []
    assert [one.what for one in learns.kept(CHANGES) if one.what is What.IN_THE_TEAM] == [What.IN_THE_TEAM]


def rota(standing, edition, name="Rosa Delgado", **query):
    with standing.unit(name, writing=False) as unit:
        view = pages.rota(visit(standing.cafe, unit, name, query={"week": str(MONDAY), **query}))
        return " ".join(DISPLAY.render("cafe", view, edition=edition).split())


def test_rota_says_who_learns_what_in_both_editions_and_on_the_wall(learns):
    assert "learns" not in rota(learns, Edition.STANDARD)
    beside(learns)
    assert "Kitchen, learns kitchen" in rota(learns, Edition.STANDARD)
    assert "(learns kitchen)" in rota(learns, Edition.STANDARD, by="day")
    assert "Leah</strong> learns there: kitchen." in rota(learns, Edition.EASY)
    hers = rota(learns, Edition.EASY, "Leah Osei")
    assert "You learn</strong> here: kitchen." in hers
    assert "graduation.svg" in hers
    assert easy_read_faults(hers) == []
    with learns.unit("Rosa Delgado", writing=False) as unit:
        paper = pages.wall(visit(learns.cafe, unit, path={"week": str(MONDAY)})).content
    assert "LlearnskitchenLeah" in pages_of(paper)[0]


@pytest.mark.parametrize("edition", list(Edition))
def test_her_own_week_says_what_she_learns_and_nobody_elses_does(learns, edition):
    beside(learns)
    for name, says in (("Leah Osei", True), ("Mei Tanaka", False)):
        with learns.unit(name) as unit:
            ahead = attrs.evolve(
                visit(learns.cafe, unit, name, query={"from": str(MONDAY)}), today=MONDAY - timedelta(weeks=1)
            )
            shown = WEEKS.render("diary", my_week(ahead), edition=edition)
        assert ("You learn there: kitchen." in shown) is says
        assert ("graduation" in shown) is says
        assert edition is not Edition.EASY or easy_read_faults(shown) == []


def off(standing, name):
    shift = next(one for one in standing.rota().shifts if one.called == KITCHEN)
    with standing.unit("Rosa Delgado") as unit:
        not_coming.mark_off(unit, standing.cafe.business.id, shift.id, standing.cafe.people[name])


def this_morning(standing, edition=Edition.STANDARD):
    with standing.unit("Rosa Delgado", writing=False) as unit:
        seen = morning.morning(unit, standing.cafe.business.id, MONDAY)
        view = today.today(visit(standing.cafe, unit, query={"day": str(MONDAY)}))
        return seen, DISPLAY.render("cafe", view, edition=edition)


def test_learner_whose_teacher_is_off_is_told_and_seen_this_morning_until_somebody_can_show_it(learns):
    beside(learns)
    ids = learns.cafe.people
    with learns.unit("Rosa Delgado") as unit:
        wishing.say_learning(unit, learns.cafe.business.id, [], ["kitchen"])
    assert this_morning(learns)[0].lacks == ()
    off(learns, "Mei Tanaka")
    (message,) = told(learns.cafe, "Leah Osei", "cafe:teacher")
    assert "Your teacher does not come" in words(message, Edition.EASY)
    for edition in Edition:
        seen, shown = this_morning(learns, edition)
        (one,) = seen.lacks
        assert (one.lack.person, one.lack.learns) == (ids["Leah Osei"], "kitchen")
        assert [can.who.person for can, _reached in one.people] == [ids["Rosa Delgado"]]
        assert ("Leah has no teacher" if edition is Edition.EASY else "nobody to learn from") in shown
        assert edition is not Edition.EASY or easy_read_faults(shown) == []
    assert seen.no_key == []
    (can, _reached) = seen.lacks[0].people[0]
    with learns.unit("Rosa Delgado") as unit:
        standing_in.put_on(unit, learns.cafe.business.id, one.lack.shift.id, can.place, ids["Rosa Delgado"])
    assert this_morning(learns)[0].lacks == ()
