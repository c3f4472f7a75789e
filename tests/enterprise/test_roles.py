from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.enterprise.business import Business
from alongside.enterprise.roles import ALLOWANCES, Grant, Role, rights, role_named
from alongside.refusal import Audience, BadInput
from alongside.store import Actor

TODAY = date(2026, 11, 23)
CAFE = Business(id="b1", slug="cafe", name="Café", kind="cafe", opened=TODAY)
STUDIO = Business(id="b2", slug="studio", name="Studio", kind="studio", opened=TODAY)
CATERING = Business(id="b3", slug="catering", name="Catering", opened=TODAY)
BUSINESSES = {one.id: one for one in (CAFE, STUDIO, CATERING)}
PERMISSIONS = {
    "enterprise": ("see", "change"),
    "people": ("see", "change", "erase"),
    "diary": ("see", "plan"),
    "placements": ("see", "change"),
    "pay": ("run", "away"),
    "decisions": ("see", "propose", "vote", "count"),
    "home": ("see",),
    "reports": ("read",),
    "cafe": ("see", "plan"),
    "studio": ("see", "plan"),
}
EVERYTHING = frozenset(f"{part}.{name}" for part, names in PERMISSIONS.items() for name in names)


def grant(role, business=None, **more):
    return Grant(id="g", person="p", role=role, business=business, first_day=TODAY, **more)


def held(*grants, day=TODAY):
    return rights(grants, BUSINESSES, PERMISSIONS, day)


def test_nobody_without_a_role_may_do_anything():
    assert held() == {}


def test_steward_may_do_everything_there_is():
    assert held(grant(Role.STEWARD))[None] == EVERYTHING


def test_manager_plans_her_own_business_and_no_other():
    assert held(grant(Role.MANAGER, "b1")) == {
        None: {"home.see", "people.see"},
        "b1": {
            "diary.see",
            "diary.plan",
            "placements.see",
            "placements.change",
            "pay.away",
            "cafe.see",
            "cafe.plan",
        },
    }


def test_manager_of_a_business_without_a_plugin_plans_its_diary():
    assert held(grant(Role.MANAGER, "b3"))["b3"] == {
        "diary.see",
        "diary.plan",
        "placements.see",
        "placements.change",
        "pay.away",
    }


def test_member_votes_and_sees_the_rotas_of_every_business():
    assert held(grant(Role.MEMBER)) == {
        None: {
            "enterprise.see",
            "decisions.see",
            "decisions.propose",
            "decisions.vote",
            "cafe.see",
            "studio.see",
        }
    }


def test_teller_counts_payroll_pays_and_trustee_reads():
    assert held(grant(Role.TELLER))[None] == {"decisions.see", "decisions.count"}
    assert held(grant(Role.PAYROLL))[None] == {"pay.run", "pay.away"}
    assert held(grant(Role.TRUSTEE))[None] == {"decisions.see", "home.see", "reports.read"}


@pytest.mark.parametrize("business", ["b1", "b2"])
def test_two_grants_add_up_each_in_its_place(business):
    found = held(grant(Role.TELLER), grant(Role.MANAGER, business))
    assert "decisions.count" in found[None]
    assert f"{BUSINESSES[business].kind}.plan" in found[business]
    assert f"{BUSINESSES[business].kind}.plan" not in found[None]


@given(st.sampled_from(Role), st.integers(min_value=-5, max_value=5), st.integers(min_value=-5, max_value=5))
def test_grant_gives_something_exactly_on_its_days(role, starts, ends):
    business = "b1" if ALLOWANCES[role].scoped else None
    days = {"first_day": TODAY + timedelta(days=starts), "last_day": TODAY + timedelta(days=ends)}
    found = held(attrs.evolve(grant(role, business), **days))
    assert bool(found) == (starts <= 0 <= ends)


@given(st.lists(st.sampled_from(Role), max_size=4))
def test_no_grant_gives_what_no_part_knows(roles):
    found = held(*(grant(role, "b1" if ALLOWANCES[role].scoped else None) for role in roles))
    assert all(names <= EVERYTHING for names in found.values())


@pytest.mark.parametrize(
    ("role", "business", "said"),
    [
        (Role.MANAGER, None, "a manager runs one business"),
        (Role.STEWARD, "b1", "a steward is for the whole"),
        (Role.PAYROLL, "b1", "payroll is for the whole"),
    ],
)
def test_role_given_for_the_wrong_place_is_refused(role, business, said):
    with pytest.raises(BadInput, match=said):
        grant(role, business)


def test_unknown_role_lists_those_there_are():
    with pytest.raises(
        BadInput, match="no role “boss”. Roles: steward, manager, member, supporter, trustee, teller."
    ):
        role_named("boss")


def test_reader_of_a_reason_is_she_herself_who_plans_there_or_a_colleague(store, keyboard):
    rights = {"ben": {"b1": frozenset({"cafe.plan"})}}
    store.rights = lambda unit: rights.get(unit.actor.id, {})

    def reader(actor):
        with store.unit(actor, writing=False) as unit:
            return [unit.audience("sam", "cafe.plan", place) for place in ("b1", "b2")]

    sam, ben, dan = (Actor.person(one, one.title()) for one in ("sam", "ben", "dan"))
    assert reader(sam) == [Audience.PERSON] * 2
    assert reader(ben) == [Audience.MANAGER, Audience.COLLEAGUES]
    assert reader(dan) == [Audience.COLLEAGUES] * 2
    # Who has come in with somebody is told no more than colleagues are.
    assert reader(Actor.person("sam", "Sam", helper="priya")) == [Audience.COLLEAGUES] * 2
    assert reader(keyboard) == [Audience.MANAGER] * 2
