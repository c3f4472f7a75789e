"""What trustees and members are told of hours and pay, in both editions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from typing import Any

import attrs
import pytest

from alongside.diary import offers as diary
from alongside.display import Edition, View
from alongside.display.missing import missing_texts
from alongside.display.rendering import Display
from alongside.instants import Period
from alongside.money import Pence
from alongside.pay import chapter
from alongside.people import offers as records
from alongside.people.person import Person
from alongside.placements import offers
from alongside.placements.placement import Placement
from alongside.store import Actor, Store, Unit
from alongside.testing.easy_read import easy_read_faults, sentence_faults

from ..placements.conftest import QUARTER, text

DISPLAY = Display({"pay": "alongside.pay"})


def shown(view: View | None, edition: Edition) -> str:
    assert view is not None
    return DISPLAY.render("pay", view, edition=edition, on_paper=True)


def test_chapter_tells_paid_hours_of_both_quarters_and_that_the_pay_is_right(busy: Store, keyboard: Actor) -> None:
    with busy.unit(keyboard, writing=False) as unit:
        view = chapter.write(unit, QUARTER)
    said = text(shown(view, Edition.STANDARD))
    assert "1 person had paid work in this time." in said
    assert "The paid hours are 39 hours . It was 36 hours in the quarter before." in said
    assert "Yes. Every paid placement is at or above the rate the law asks for on 1 September 2026." in said
    assert "The minimum wage: rule uk.minimum-wage. Source: GOV.UK" in said


def test_chapter_tells_no_rate_by_which_the_age_of_somebody_paid_could_be_told(
    busy: Store, keyboard: Actor, agree: Callable[..., Placement]
) -> None:
    with busy.unit(keyboard) as unit:
        before = chapter.write(unit, QUARTER)
        born = date(2009, 6, 1)
        records.add_person(unit, Person(id="young", name="Young", date_of_birth=born, joined=date(2026, 1, 5)))
        agree(unit, person="young", rate=Pence(800), first_day=date(2026, 7, 1))
        view = chapter.write(unit, QUARTER)
    assert view.facts["rules"] == before.facts["rules"]
    for edition in Edition:
        said = text(shown(view, edition))
        assert "an hour" not in said
        assert "£" not in said


def test_chart_shows_whole_months_alone(busy: Store, keyboard: Actor) -> None:
    with busy.unit(keyboard, writing=False) as unit:
        view = chapter.write(unit, Period(date(2026, 6, 20), date(2026, 9, 20)))
    assert view.facts["labels"] == ["Apr", "May", "Jun", "Jul", "Aug"]
    assert view.facts["series"]["Paid"] == [9, 12, 15, 12, 12]


def test_chapter_says_so_where_somebody_is_paid_too_little(busy: Store, keyboard: Actor) -> None:
    with busy.unit(keyboard) as unit:
        _underpay(unit)
        view = chapter.write(unit, QUARTER)
    assert "1 paid placement is under the rate the law asks for" in text(shown(view, Edition.STANDARD))
    assert "1 person gets too little pay." in text(shown(view, Edition.EASY))


def _underpay(unit: Unit) -> None:
    ours = offers.placements_of(unit, "amy")[0]
    low = attrs.evolve(ours, id="low", person="ben", rate=Pence(700), last_day=date(2026, 12, 1))
    offers.add_placement(unit, low)


def test_figures_set_paid_hours_beside_the_quarter_before_and_tell_no_single_persons_wages(
    busy: Store, keyboard: Actor
) -> None:
    with busy.unit(keyboard, writing=False) as unit:
        (hours,) = chapter.figures(unit, QUARTER)
        assert chapter.write(unit, QUARTER).facts["holiday"] is None
    assert (hours.now, hours.before) == (39, 36)
    assert hours.sentence == "People worked 39 paid hours, 3 more than in the quarter before."
    assert [sentence_faults(words.replace("**", "")) for words in (hours.easy, hours.easy_change)] == [[], []]


@pytest.mark.parametrize(("people", "pictures"), [(9, ["clock"]), (10, ["clock", "money"])])
def test_wages_are_told_where_ten_people_are_paid(
    tideline: Store,
    keyboard: Actor,
    agree: Callable[..., Placement],
    work: Callable[..., Any],
    people: int,
    pictures: list[str],
) -> None:
    with tideline.unit(keyboard) as unit:
        for number in range(people):
            name = f"p{number}"
            born = date(1990, 1, 1)
            records.add_person(unit, Person(id=name, name=name, date_of_birth=born, joined=date(2026, 1, 5)))
            diary.ensure_person(unit, name)
            agree(unit, person=name)
            work(unit, name, date(2026, 7, 14), time(9), time(12))
        found = chapter.figures(unit, QUARTER)
    assert [one.picture for one in found] == pictures
    if people >= 10:
        assert found[1].sentence == "People earned £390 in wages, £390 more than in the quarter before."
        easy = [found[1].easy, found[1].easy_change]
        assert [fault for words in easy for fault in sentence_faults(words.replace("**", ""))] == []


def test_easy_read_chapter_has_no_fault_and_at_most_six_rows(busy: Store, keyboard: Actor) -> None:
    with busy.unit(keyboard, writing=False) as unit:
        page = shown(chapter.write(unit, QUARTER), Edition.EASY)
    assert easy_read_faults(page) == []
    assert 0 < page.count('class="row"') <= 6


def test_chapter_of_an_enterprise_in_which_nobody_is_paid_says_so(tideline: Store, keyboard: Actor) -> None:
    with tideline.unit(keyboard, writing=False) as unit:
        assert chapter.figures(unit, QUARTER) == ()
        assert "Nobody had paid work in this time." in text(shown(chapter.write(unit, QUARTER), Edition.STANDARD))


def test_every_text_of_pay_has_a_wording_in_easy_read() -> None:
    (found,) = missing_texts({"pay": "alongside.pay"})
    assert found.used > 0
    assert found.keys == ()
