"""Pay is held to what was promised, in whatever way it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest

from alongside.display import Edition
from alongside.display.rendering import Display
from alongside.enterprise import actions as enterprise_actions
from alongside.enterprise import offers as enterprise
from alongside.enterprise.pages import promising
from alongside.house.people_file import putting
from alongside.house.people_file.checking import check
from alongside.house.people_file.sheet import read_sheet
from alongside.money import Pence
from alongside.placements import actions, offers
from alongside.placements.pay_floor import PayTooLow
from alongside.placements.placement import Placement
from alongside.store import Actor, Store, Unit
from alongside.testing.easy_read import easy_read_faults
from alongside.web.visit import Visit, Visitor

TODAY = date(2026, 11, 2)
DISPLAY = Display({"enterprise": "alongside.enterprise", "placements": "alongside.placements"})
Agree = Callable[..., Placement]


@pytest.fixture
def promised(tideline: Store) -> Callable[..., Any]:
    """Stand on 2 November and promise £13.45 an hour to adults from December on, unless said otherwise."""
    tideline.clock = lambda: datetime(2026, 11, 2, 10, tzinfo=UTC)

    def make(unit: Unit, first_day: date = date(2026, 12, 1)) -> Any:
        terms = {"by": "The members' meeting", "source": "its minutes", "age_from": 18}
        return enterprise_actions.make_promise(unit, "uk.minimum-wage", "13.45", first_day=first_day, **terms)

    return make


def visiting(unit: Unit) -> Visit:
    return Visit(
        host=None,  # type: ignore[arg-type] # the page asks nothing of it
        unit=unit,
        visitor=Visitor(unit.actor, "Nia"),
        part="enterprise",
        edition=Edition.STANDARD,
        zone="Europe/London",
        today=TODAY,
    )


def test_rate_under_the_promise_is_refused_from_its_first_pay_period_on_and_the_law_holds_before(
    tideline: Store, keyboard: Actor, agree: Agree, promised: Callable[..., Any]
) -> None:
    with tideline.unit(keyboard) as unit:
        promised(unit)
        november = agree(unit, first_day=date(2026, 11, 2), last_day=date(2026, 11, 30), rate=Pence(1344))
        assert november.rate == 1344
        with pytest.raises(PayTooLow) as refused:
            agree(unit, first_day=date(2026, 12, 1), rate=Pence(1344))
        assert "we promised £13.45 an hour" in refused.value.sentence
        assert "promised by The members' meeting, written down in its minutes" in refused.value.sentence
        assert "12.71" not in refused.value.sentence
        assert agree(unit, first_day=date(2026, 12, 1), rate=Pence(1345)).rate == 1345


def test_rates_of_many_are_held_to_the_same_floor_as_one_at_a_time(
    tideline: Store, keyboard: Actor, agree: Agree, promised: Callable[..., Any]
) -> None:
    with tideline.unit(keyboard) as unit:
        low = agree(unit, rate=Pence(1300))
        promised(unit)
        assert offers.under_floor(unit, [low], date(2026, 11, 1)) == frozenset()
        assert offers.under_floor(unit, [low], date(2026, 12, 1)) == {low.id}
        with pytest.raises(PayTooLow):
            offers.check_floor(unit, low.person, Pence(1300), date(2026, 12, 1))


def test_promise_lists_who_is_under_it_and_changes_nothing(
    tideline: Store, keyboard: Actor, agree: Agree, promised: Callable[..., Any]
) -> None:
    with tideline.unit(keyboard) as unit:
        low = agree(unit, rate=Pence(1300))
        agree(unit, "harbour-garden", rate=Pence(1400))
        agree(unit, person="ben", rate=Pence(1300), last_day=date(2026, 11, 30))
        seen = enterprise_actions.look_at_promise(unit, promised(unit).id)
        (short,) = seen.under
        assert str(short.said) == "Amy Lind is paid £13.00 an hour, which is less than was promised."
        assert short.path == f"/placements/{low.id}"
        assert offers.placement(unit, low.id) == low


def test_pay_check_finds_who_is_under_the_promise_once_it_counts(
    tideline: Store, keyboard: Actor, agree: Agree, promised: Callable[..., Any]
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit, rate=Pence(1300))
        promised(unit)
        november, december = (actions.pay_check(unit, date(2026, month, 15)) for month in (11, 12))
        assert (november.passed, december.passed) == (True, False)
        assert [floor.pence for floor in december.floors] == [1345]


def test_file_of_people_is_held_to_the_promise(
    tideline: Store, keyboard: Actor, promised: Callable[..., Any]
) -> None:
    head = "name,date_of_birth,business,start_date,rate,hours_per_week"
    file = f"{head}\nDan Moss,1990-01-02,Tideline Café,2026-11-02,13.00,12\n"
    with tideline.unit(keyboard) as unit:
        sheet = read_sheet(file.encode(), "people.csv", None)
        assert check(sheet, putting.known(unit)).faults == ()
        promised(unit)
    tideline.clock = lambda: datetime(2026, 12, 3, 10, tzinfo=UTC)
    with tideline.unit(keyboard) as unit:
        (fault,) = check(sheet, putting.known(unit)).faults
        assert "we promised £13.45 an hour" in fault.sentence
        assert enterprise.today(unit) == date(2026, 12, 3)


def test_who_is_under_a_promise_reads_easily_and_leads_to_what_was_agreed(
    tideline: Store, keyboard: Actor, agree: Agree, promised: Callable[..., Any]
) -> None:
    with tideline.unit(keyboard) as unit:
        low = agree(unit, rate=Pence(1300))
        view = promising._one(visiting(unit), enterprise_actions.look_at_promise(unit, promised(unit).id))
        standard, easy = (DISPLAY.render("enterprise", view, edition=edition) for edition in Edition)
        assert f'<a href="/placements/{low.id}">Amy Lind is paid £13.00 an hour' in standard
        assert easy_read_faults(easy) == []
