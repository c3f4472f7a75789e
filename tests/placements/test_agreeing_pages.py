"""Work is agreed and ended on pages: by managers for their own business, with each mistake beside its field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, cast

import pytest

from alongside.display import Edition, View
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.house.first_steps import first_steps
from alongside.instants import LONDON
from alongside.money import Pence
from alongside.placements import PART, actions, offers
from alongside.placements.pages import agreeing
from alongside.placements.pages import looking as pages
from alongside.placements.pay_floor import BackDated, PayTooLow
from alongside.placements.placement import Placement, PlacementType, minutes_of
from alongside.placements.tables import PLACEMENTS
from alongside.refusal import BadInput, NotAllowed
from alongside.store import Actor, Store, Unit
from alongside.testing.easy_read import easy_read_faults
from alongside.web import Form, GoTo, Visit, Visitor
from alongside.web.around import mistakes_of
from alongside.web.host import Host

from .conftest import place

DISPLAY = Display({"placements": "alongside.placements"})
MONDAY = date(2026, 11, 23)
GIVEN = {
    "person": "amy",
    "business": "tideline-cafe",
    "kind": "paid",
    "first_day": "2026-12-01",
    "hours": "12.5",
    "rate": "13.50",
}


def visiting(unit: Unit, *, query: str = "", placement: str = "", **fields: str) -> Visit:
    return Visit(
        unit=unit,
        host=cast("Host", None),  # these pages ask nothing of it
        visitor=Visitor(unit.actor, unit.actor.name),
        part="placements",
        edition=Edition.STANDARD,
        zone=LONDON,
        today=MONDAY,
        path={"placement": placement},
        query=Form((("business", query),) if query else ()),
        form=Form(tuple(fields.items())),
    )


def sent(unit: Unit, **fields: str) -> GoTo | View:
    return agreeing.send_new(visiting(unit, **{**GIVEN, **fields}))


def shown(view: GoTo | View, edition: Edition = Edition.STANDARD) -> str:
    assert isinstance(view, View)
    return DISPLAY.render("placements", view, edition=edition).replace("\N{NO-BREAK SPACE}", " ")


def card_of(html: str, field: str) -> str:
    """What stands from a field's own mistake to its end."""
    return html.split(f'id="{field}-mistake"')[1].split("</p>")[0]


@pytest.fixture
def managed(tideline: Store, keyboard: Actor) -> Store:
    """Ben manages the café, and nothing else."""
    with tideline.unit(keyboard) as unit:
        enterprise.give_role(unit, "ben", "manager", place(unit))
    tideline.rights = lambda unit: enterprise.rights_of(unit, {"placements": PART.permissions, "people": ("see",)})
    return tideline


BEN = Actor.person("ben", "Ben Roe")


def test_work_is_agreed_with_somebody_on_record_and_ended_again(managed: Store) -> None:
    with managed.unit(BEN) as unit:
        answer = sent(unit)
        (agreed,) = offers.placements_of(unit, "amy")
        assert isinstance(answer, GoTo)
        assert answer.path == f"/placements/{agreed.id}"
        assert (agreed.kind, agreed.rate, agreed.agreed_minutes) == (PlacementType.PAID, 1350, 750)
        assert (agreed.business, agreed.first_day, agreed.last_day) == (place(unit), date(2026, 12, 1), None)
    with managed.unit(BEN) as unit:
        listed = shown(pages.placements(visiting(unit)))
        assert "Starts on Tuesday 1 December 2026." in listed  # also before the first day
        assert f'href="/placements/{agreed.id}"' in listed
        seen = shown(agreeing.one(visiting(unit, placement=agreed.id)))
        assert "£13.50 an hour" in seen
        assert "No last day is agreed." in seen
        assert 'name="last_day" type="date" value=""' in seen  # so that no single press ends it
        agreeing.send_end(visiting(unit, placement=agreed.id, last_day="2026-12-18"))
        assert offers.placement(unit, agreed.id).last_day == date(2026, 12, 18)
        assert "The last day is Friday 18 December 2026." in shown(
            agreeing.one(visiting(unit, placement=agreed.id))
        )


def test_pay_under_the_floor_is_said_in_the_refusals_own_sentence_beside_the_rate(managed: Store) -> None:
    with managed.unit(BEN) as unit:
        view = sent(unit, rate="12.70")
        told = card_of(shown(view), "rate")
        assert "£12.70 an hour is too low for a pay period that starts on 1 December 2026" in told
        assert told.endswith("the least is £12.71 an hour. Agree at least £12.71.")
        told = shown(view)
        assert "It asks for at least <strong>£12.71 an hour</strong>. It counts from 1 April 2026 on." in told
        assert "Where it was read: GOV.UK, minimum wage calculator" in told
        assert '<a href="/rules/uk.minimum-wage?on=2026-12-01">See the whole rule</a>' in told
        assert 'value="12.70"' in shown(view)
        easy = shown(view, Edition.EASY)
        assert "The law says at least <strong>£12.71 an hour</strong>." in card_of(easy, "rate")
        assert easy_read_faults(easy) == []
        assert offers.placements_of(unit, "amy") == []
        assert isinstance(sent(unit, rate="12.71"), GoTo)


def test_unknown_birthday_and_another_placement_there_are_said_in_words(managed: Store) -> None:
    with managed.unit(BEN) as unit:
        view = sent(unit, person="cal")
        assert "The date of birth of Cal Fry is not known" in card_of(shown(view), "rate")
        assert easy_read_faults(shown(view, Edition.EASY)) == []
        assert isinstance(sent(unit), GoTo)
        again = sent(unit, first_day="2027-01-04")
        assert "has a placement there already" in card_of(shown(again), "first_day")
        assert easy_read_faults(shown(again, Edition.EASY)) == []


WRONG = [
    ({"person": ""}, ["person"]),
    ({"person": "nobody"}, ["person"]),
    ({"business": ""}, ["business"]),
    ({"business": "harbour-garden"}, ["business"]),  # there, and not hers
    ({"kind": ""}, ["kind"]),
    ({"first_day": "soon"}, ["first_day"]),
    ({"first_day": "0001-01-01"}, ["first_day"]),
    ({"hours": "0"}, ["hours"]),
    ({"hours": "169"}, ["hours"]),
    ({"hours": "1e9"}, ["hours"]),
    ({"hours": "7.33"}, ["hours"]),
    ({"rate": ""}, ["rate"]),
    ({"rate": "0"}, ["rate"]),
    ({"rate": "1000.01"}, ["rate"]),
    ({"rate": "1/2"}, ["rate"]),
    ({"kind": "volunteering"}, ["rate"]),
    (dict.fromkeys(GIVEN, ""), ["person", "business", "kind", "first_day", "hours"]),
]


def test_each_mistake_stands_beside_its_field_in_both_editions(managed: Store) -> None:
    with managed.unit(BEN) as unit:
        for fields, wrong in WRONG:
            view = sent(unit, **fields)
            assert isinstance(view, View)
            assert [field for field, _said in mistakes_of(view)] == wrong, fields
            assert shown(view).count("Please look at this:") == len(wrong)
            assert easy_read_faults(shown(view, Edition.EASY)) == []
        assert offers.placements_of(unit, "amy") == []


def test_manager_agrees_and_ends_work_in_her_own_business_alone(
    managed: Store, keyboard: Actor, agree: Callable[..., Placement]
) -> None:
    with managed.unit(keyboard) as unit:
        garden = agree(unit, slug="harbour-garden")
    with managed.unit(BEN) as unit:
        form = shown(agreeing.new(visiting(unit)))
        assert "(if you like)" not in form  # nobody is paid at somebody's liking
        assert 'value="tideline-cafe" checked' in form  # the only one, so it is chosen already
        assert "Harbour Garden" not in form
        assert garden.id not in shown(pages.placements(visiting(unit)))
        for page in (agreeing.one, agreeing.send_end):
            with pytest.raises(NotAllowed):
                page(visiting(unit, placement=garden.id, last_day="2026-12-18"))
        with pytest.raises(NotAllowed):
            actions.start_placement(unit, **terms(unit, "harbour-garden"))
    with managed.unit(Actor.person("amy", "Amy Lind")) as unit:
        view = sent(unit)
        assert isinstance(view, View)
        assert [field for field, _said in mistakes_of(view)] == ["business"]
        with pytest.raises(NotAllowed):
            pages.placements(visiting(unit))


def terms(unit: Unit, slug: str) -> dict[str, Any]:
    return {
        "person": "amy",
        "business": place(unit, slug),
        "kind": PlacementType.PAID,
        "first_day": MONDAY,
        "agreed_minutes": 600,
        "rate": Pence(1350),
    }


@pytest.mark.parametrize("day", ["", "soon", "2026-01-01"])
def test_last_day_that_cannot_be_is_said_beside_the_field(
    managed: Store, keyboard: Actor, agree: Callable[..., Placement], day: str
) -> None:
    with managed.unit(keyboard) as unit:
        work = agree(unit)
        view = agreeing.send_end(visiting(unit, placement=work.id, last_day=day))
        assert "Please look at this:" in shown(view)
        assert easy_read_faults(shown(view, Edition.EASY)) == []
        assert offers.placement(unit, work.id).last_day is None


def test_first_steps_lead_to_the_form_with_the_business_chosen(tideline: Store, keyboard: Actor) -> None:
    with tideline.unit(keyboard, writing=False) as unit:
        steps = next(one for one in first_steps(unit) if one.business and one.business.slug == "harbour-garden")
        (step,) = [told.step for told in steps.told if told.step.key == "Say who works in {name}."]
        path, _mark, query = step.path.partition("?business=")
        assert path in [page.path for page in PART.pages]
        assert 'value="harbour-garden" checked' in shown(agreeing.new(visiting(unit, query=query)))


def test_pages_are_easy_to_read(managed: Store, keyboard: Actor, agree: Callable[..., Placement]) -> None:
    with managed.unit(keyboard) as unit:
        work = agree(unit, supporter="ben", last_day=date(2026, 12, 18))
        agree(unit, person="ben", rate=Pence(1100), first_day=date(2026, 12, 7))
        views = (
            agreeing.new(visiting(unit)),
            agreeing.one(visiting(unit, placement=work.id)),
            pages.placements(visiting(unit)),
        )
        assert [easy_read_faults(shown(view, Edition.EASY)) for view in views] == [[], [], []]
        assert all(shown(view) for view in views)


@pytest.mark.parametrize(("text", "minutes"), [("12", 720), ("12.5", 750), ("0.25", 15)])
def test_hours_are_read_as_minutes(text: str, minutes: int) -> None:
    assert minutes_of(text) == minutes


@pytest.mark.parametrize("text", ["", "many", "1/2", "1e99999999", "-1", "7.33", "²"])
def test_what_is_no_number_of_hours_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="Write it such as 12 or 12.5"):
        minutes_of(text)


def test_who_sees_no_dates_of_birth_tries_no_rates_of_the_past(managed: Store, keyboard: Actor) -> None:
    with managed.unit(BEN) as unit:
        today = enterprise.today(unit)
        starts, before = today.replace(day=1), today.replace(day=1) - timedelta(days=1)
        html = shown(sent(unit, first_day=before.isoformat(), rate="9.00"))
        assert "is before this pay period" in card_of(html, "first_day")
        assert "too low" not in html
        assert "ask a steward" in shown(sent(unit, first_day=before.isoformat()), Edition.EASY)
        assert isinstance(sent(unit, first_day=starts.isoformat()), GoTo)
        (agreed,) = offers.placements_of(unit, "amy")
        unpaid = {"kind": "volunteering", "rate": "", "business": "tideline-cafe", "person": "cal"}
        assert isinstance(sent(unit, first_day=before.isoformat(), **unpaid), GoTo)
    with managed.unit(keyboard) as unit:
        ended = unit.change(PLACEMENTS, agreed, first_day=before)
    with pytest.raises(BackDated), managed.unit(BEN) as unit:
        actions.change_rate(unit, ended.id, Pence(900), before)
    with pytest.raises(PayTooLow), managed.unit(keyboard) as unit:
        actions.change_rate(unit, ended.id, Pence(900), before)
