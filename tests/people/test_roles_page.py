"""Stewards see who holds which role, give one, and say which day is its last."""

from datetime import date, timedelta

import pytest

from alongside.display import Edition, View
from alongside.display.rendering import Display
from alongside.enterprise import actions as enterprise_actions
from alongside.enterprise import offers as enterprise
from alongside.people.pages import roles
from alongside.refusal import BadInput, NotAllowed
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo
from alongside.web.visit import Form, Visit, Visitor

TODAY = date(2026, 11, 23)
DISPLAY = Display({"people": "alongside.people", "enterprise": "alongside.enterprise", "web": "alongside.web"})


@pytest.fixture(params=["sqlite"])
def engine_name(request):
    """Pages are the same on both databases: what they read is tested elsewhere."""
    return request.param


def does(hall, page, form=(), who=None, grant="", edition=Edition.STANDARD):
    with hall.store.unit(Actor.person(who or hall.steward, "Somebody")) as unit:
        return page(
            Visit(
                host=None,
                unit=unit,
                visitor=Visitor(unit.actor, "Somebody"),
                part="people",
                edition=edition,
                zone="Europe/London",
                today=TODAY,
                path={"grant": grant},
                form=Form(tuple(form)),
            )
        )


def shown(hall, page, edition=Edition.STANDARD, **more):
    return DISPLAY.render("people", does(hall, page, edition=edition, **more), edition=edition)


def held(hall, person):
    with hall.store.unit(Actor.keyboard(), writing=False) as unit:
        return {one.role.value: one for one in enterprise.grants_not_over(unit) if one.person == person}


def give(hall, role, business="", last_day="", **more):
    form = (("person", hall.rosa), ("role", role), ("business", business), ("last_day", last_day))
    return does(hall, roles.send_roles, form, **more)


def test_page_shows_who_holds_what_since_when(hall):
    html = shown(hall, roles.roles)
    assert html.index("Steward") < html.index("Nia Castell") < html.index("Rosalind Quillfeather")
    assert "Since 2\xa0September\xa02024." in html


def test_role_is_given_until_a_day_and_holds_on_it(hall):
    assert isinstance(give(hall, "manager", "tideline-cafe", "2026-12-24"), GoTo)
    given = held(hall, hall.rosa)["manager"]
    assert (given.first_day, given.last_day, given.business) == (TODAY, date(2026, 12, 24), hall.cafe)
    assert "Until 24\xa0December\xa02026." in shown(hall, roles.roles)


@pytest.mark.parametrize(
    ("role", "business", "last_day", "said"),
    [
        ("manager", "", "", "a manager runs one business"),
        ("steward", "tideline-cafe", "", "a steward is for the whole enterprise"),
        ("payroll", "tideline-cafe", "", "payroll is for the whole enterprise"),
        ("teller", "", "2026-11-22", "is over"),
        ("king", "", "", "Please choose one"),
    ],
)
def test_role_that_cannot_be_given_is_refused_beside_its_field(hall, role, business, last_day, said):
    answer = give(hall, role, business, last_day)
    assert isinstance(answer, View)
    assert said.casefold() in DISPLAY.render("people", answer).casefold()
    assert set(held(hall, hall.rosa)) == {"member"}


def test_last_day_of_a_role_is_said_and_it_holds_until_then(hall):
    member = held(hall, hall.rosa)["member"].id
    assert isinstance(does(hall, roles.send_role, [("last_day", "2026-12-01")], grant=member), GoTo)
    assert held(hall, hall.rosa)["member"].last_day == date(2026, 12, 1)
    hall.store.clock = lambda: hall_noon(date(2026, 12, 2))
    assert held(hall, hall.rosa) == {}


def hall_noon(day):
    from alongside.testing.fixtures import NOON

    return NOON + (day - TODAY)


def test_last_steward_stays_and_a_day_that_is_over_is_refused(hall):
    steward = held(hall, hall.steward)["steward"].id
    answer = does(hall, roles.send_role, [("last_day", "2027-01-01")], grant=steward)
    assert "last steward" in DISPLAY.render("people", answer)
    member = held(hall, hall.rosa)["member"].id
    assert "is over" in DISPLAY.render(
        "people", does(hall, roles.send_role, [("last_day", "2026-11-01")], grant=member)
    )
    assert held(hall, hall.rosa)["member"].last_day is None


def test_role_that_has_ended_cannot_be_ended_again(hall):
    member = held(hall, hall.rosa)["member"].id
    with hall.store.unit(Actor.keyboard()) as unit:
        enterprise.end_role(unit, enterprise.grant(unit, member), TODAY - timedelta(days=1))
    with hall.store.unit(Actor.keyboard()) as unit, pytest.raises(BadInput, match="ended already"):
        enterprise_actions.end_role_on(unit, member, TODAY)


def test_nobody_but_a_steward_sees_or_gives_roles(hall):
    member = held(hall, hall.rosa)["member"].id
    for page in (roles.roles, roles.send_roles, roles.role, roles.send_role):
        with pytest.raises(NotAllowed):
            does(hall, page, [("last_day", "2026-12-01")], who=hall.rosa, grant=member)


def test_easy_read_of_both_pages_reads_easily(hall):
    member = held(hall, hall.rosa)["member"].id
    assert easy_read_faults(shown(hall, roles.roles, Edition.EASY)) == []
    assert easy_read_faults(shown(hall, roles.role, Edition.EASY, grant=member)) == []
