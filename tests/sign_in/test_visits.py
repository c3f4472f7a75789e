"""A supporter starts a visit for somebody who chose her: who may, what it opens, who reads of it, how it ends."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shown_cards import typed

from alongside.enterprise import offers as enterprise
from alongside.enterprise.roles import Role
from alongside.people import actions as people_actions
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import NotAllowed, NotFound, NotWithAHelper
from alongside.sign_in import offers
from alongside.sign_in.actions import cards, own_ways, passkeys, passwords, visits
from alongside.sign_in.offers.visits import FOR_WHOM
from alongside.sign_in.session import STAYS_WITH_A_HELPER, Way
from alongside.store import Actor
from alongside.testing.fixtures import NOON


def choose(place, who="sam", supporter="priya", by=None):
    with place.acting(by or who) as unit:
        return people_actions.choose_supporter(unit, place.ids[who], place.ids[supporter])


@pytest.fixture
def chosen(place):
    """Sam has chosen Priya, by himself."""
    choose(place)
    return place


@pytest.fixture
def priya(browsers):
    return browsers(who="priya")


@pytest.fixture
def visit(chosen, priya):
    """A browser in which Priya has started a visit for Sam."""
    priya.post("/visits", data={"person": chosen.sam})
    return priya


def helped(place, who="sam"):
    """A unit of somebody in a visit that Priya has started."""
    person = place.ids[who]
    return place.house.store.unit(Actor.person(person, "Sam Whitlock", helper=place.priya))


# --- starting one


def test_supporter_starts_a_visit_from_a_page_of_her_own_and_every_page_says_who_is_here(chosen, priya):
    page = priya.get("/visits").text
    assert "Sam Whitlock is beside me" in page
    assert "Ada Nwosu" not in page
    week = priya.post("/visits", data={"person": chosen.sam}, follow_redirects=True)
    for path in (week.url.path, "/decisions", "/ways-in/visits"):
        shown = priya.get(path).text
        assert "Sam Whitlock is here. Priya Raman is helping." in shown
        assert '<form class="finished" method="post" action="/finished">' in shown


def test_her_own_session_ends_and_a_card_or_a_way_back_is_needed_after_the_visit(chosen, visit):
    assert chosen.sessions("priya")[0].person == chosen.sam
    visit.post("/finished")
    assert chosen.sessions("priya") == []
    assert "Priya" not in visit.get("/", follow_redirects=True).text


def test_visit_on_our_tablet_stays_on_it_locks_there_and_either_card_opens_it(chosen, tablet, clock):
    tablet.post("/card", data=typed(chosen.card_for("priya")))
    tablet.post("/visits", data={"person": chosen.sam})
    (going,) = chosen.sessions("sam")
    assert (going.way, going.helper, going.shared) == (Way.SUPPORTER, chosen.priya, True)
    assert going.device is not None
    for card in (chosen.card_for("sam"), chosen.card_for("priya")):
        clock.now += timedelta(minutes=10)
        assert tablet.get("/week").status_code == 423
        assert tablet.post("/card", data=typed(card)).status_code in {200, 303}
        assert tablet.get("/week").status_code == 200


def test_only_whom_she_chose_herself_starts_a_visit(place, browsers):
    choose(place, by="nia")  # written down for Sam by a steward: he has not said yes
    browser = browsers(who="priya")
    assert "Sam Whitlock" not in browser.get("/visits").text
    assert browser.post("/visits", data={"person": place.sam}).status_code == 403
    with place.acting("sam") as unit:
        visits.let_visit(unit, place.priya)
    assert "Sam Whitlock" in browser.get("/visits").text
    assert browser.post("/visits", data={"person": place.ada}).status_code == 403
    assert place.sessions("ada") == []


def test_steward_who_extends_a_choice_takes_the_yes_away(chosen):
    choose(chosen, by="nia")
    with chosen.acting("priya") as unit:
        assert visits.look_at_whom(unit) == []


@pytest.mark.parametrize("who", ["sam", "marcus", "nia"])
def test_nobody_starts_a_visit_who_has_not_been_chosen(chosen, browsers, who):
    browser = browsers(who=who)
    assert browser.post("/visits", data={"person": chosen.sam}).status_code == 403
    assert browser.post("/visits", data={"person": chosen.ada}).status_code == 403


def test_stranger_is_led_to_the_way_in(chosen, browsers):
    browser = browsers()
    browser.follow_redirects = False
    assert browser.post("/visits", data={"person": chosen.sam}).headers["location"] == "/who"


def test_nobody_starts_a_visit_out_of_one_in_which_she_is_helped(place, browsers):
    with place.keyboard() as unit:
        enterprise.give_role(unit, place.sam, "supporter")
        people.choose_supporter(
            unit, place.ada, place.sam, enterprise.today(unit), enterprise.today(unit), herself=True
        )
    with place.acting("sam") as unit:  # the control: by himself he may
        assert visits.look_at_whom(unit) == [place.ada]
    with helped(place) as unit:
        for act in (lambda: visits.look_at_whom(unit), lambda: visits.start_visit(unit, place.ada, "none")):
            with pytest.raises(NotWithAHelper):
                act()


# --- rights never widen


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    roles=st.sets(st.sampled_from(["member", "supporter", "trustee", "teller", "steward"])),
    herself=st.booleans(),
    nobody=st.booleans(),
    over=st.booleans(),
    stopped=st.booleans(),
)
def test_visit_opens_nothing_but_what_a_member_may(place, roles, herself, nobody, over, stopped):
    """Whatever roles she holds: either no visit begins and none goes on, or it opens what a member may."""
    unit = place.keyboard()
    with unit as unit:
        who = people.add_person(unit, Person(id=unit.new_id(), name="Test", joined=NOON.date())).id
        for role in sorted(roles):
            enterprise.give_role(unit, who, role)
        today = enterprise.today(unit)
        last = today - timedelta(days=1) if over else today
        choice = people.choose_supporter(unit, who, place.priya, today - timedelta(days=3), last, herself=herself)
        if stopped:
            people.let_start_visits(unit, choice, may=False)
        if nobody:
            offers.let_nobody_visit(unit, who)
        may = offers.may_visit(unit, who, place.priya)
        assert may == (roles <= {"member"} and herself and not (nobody or over or stopped))
        token = offers.begin(unit, who, Way.SUPPORTER, helper=place.priya)  # as if it had begun before
        assert offers.visit_holds(unit, offers.going_on(unit, token)) == may
    rights = rights_of(place, who)
    if may:
        assert rights <= rights_of(place, place.sam)


def rights_of(place, who):
    everything = [f"{part.name}.{one}" for part in place.house.parts for one in part.permissions]
    with place.house.store.unit(Actor.person(who, "Somebody", helper=place.priya), writing=False) as unit:
        return {one for one in everything if unit.may_somewhere(one)}


def test_control_without_the_rule_a_visit_would_open_what_a_steward_may(place):
    """The rights of a session are those of its person: nothing but the rule keeps a helper from a steward's."""
    assert Role.STEWARD not in FOR_WHOM
    assert rights_of(place, place.nia) - rights_of(place, place.sam)


def test_visit_of_somebody_who_is_given_more_to_say_is_over_at_once(chosen, visit):
    assert visit.get("/week").status_code == 200
    with chosen.acting("nia") as unit:
        enterprise.give_role(unit, chosen.sam, "trustee")
    assert visit.get("/week", follow_redirects=False).headers["location"] == "/who"


# --- what is not done while somebody helps


@pytest.mark.parametrize("way", ["contact", "supporter", "end", "own", "elsewhere", "password", "step", "passkey"])
def test_what_lets_somebody_in_again_is_not_changed_in_a_visit(chosen, way):
    sam = chosen.sam
    acts = {
        "contact": lambda unit: people_actions.change_contact(
            unit, sam, email="priya@example.org", phone=None, date_of_birth=None
        ),
        "supporter": lambda unit: people_actions.choose_supporter(unit, sam, chosen.priya),
        "end": lambda unit: people_actions.end_support(unit, sam, chosen.priya),
        "own": own_ways.look_at_my_ways,
        "elsewhere": lambda unit: own_ways.leave_everywhere_else(unit, "none"),
        "password": lambda unit: passwords.choose_password(unit, "harbour lantern cabbage", "digest"),
        "step": passwords.begin_second_step,
        "passkey": lambda unit: passkeys.options_to_add(unit, "cafe.local", "Tideline"),
    }
    with helped(chosen) as unit, pytest.raises(NotWithAHelper):
        acts[way](unit)
    with chosen.acting("sam") as unit:  # the control: alone she may
        acts[way](unit)


def test_pages_of_what_is_not_done_say_so_and_what_to_do(chosen, visit):
    for path, do in (("/ways-in", "elsewhere"), (f"/people/{chosen.sam}/supporters", f"end:{chosen.priya}")):
        answer = visit.post(path, data={"do": do})
        assert answer.status_code == 403
        assert "This stays as it is while somebody helps you. Come in by yourself to change it." in answer.text


def test_how_i_come_in_stands_on_the_week_and_leads_a_helped_member_to_who_comes_in_with_her(
    chosen, visit, browsers
):
    led = '<a href="/ways-in">How I come in</a>'
    assert led in browsers(who="sam").get("/week").text
    assert led in visit.get("/week").text
    assert visit.get("/ways-in").url.path == "/ways-in/visits"
    assert browsers(who="sam").get("/ways-in").url.path == "/ways-in"


def test_helped_member_makes_no_cards(chosen):
    with helped(chosen) as unit, pytest.raises(NotAllowed):
        cards.plan_cards(unit, [chosen.sam])


# --- the person reads of it, and says who may


def test_person_reads_who_came_in_with_her_and_when(chosen, visit, browsers, clock):
    assert "It goes on now." in visit.get("/ways-in/visits").text
    clock.now += timedelta(minutes=25)
    visit.post("/finished")
    page = " ".join(browsers(who="sam").get("/ways-in/visits").text.split())
    assert "<strong>Priya Raman</strong> on Monday 23 November." in page
    assert "From 12:00 to 12:25." in page
    assert "Priya" not in browsers(who="ada").get("/ways-in/visits").text


def test_it_stands_in_the_trail(chosen, visit):
    with chosen.house.store.engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT actor FROM store_audit WHERE kind = 'sign_in_session'").all()
    assert any(chosen.priya in str(row) for row in rows)


@pytest.mark.parametrize("whom", ["one", "nobody"])
def test_person_stops_it_and_a_visit_that_goes_on_is_over_at_once(chosen, visit, browsers, whom):
    do = f"stop:{chosen.priya}" if whom == "one" else "stop"
    assert visit.get("/week").status_code == 200
    sam = browsers(who="sam")
    sam.post("/ways-in/visits", data={"do": do})
    assert visit.get("/week", follow_redirects=False).headers["location"] == "/who"
    assert [one.helper for one in chosen.sessions("sam")] == [None]
    again = browsers(who="priya")
    assert again.post("/visits", data={"person": chosen.sam}).status_code == 403
    sam.post("/ways-in/visits", data={"do": do.replace("stop", "let")})
    assert "Sam Whitlock" in again.get("/visits").text


def test_nobody_also_keeps_out_whom_she_chooses_later(chosen):
    with chosen.acting("sam") as unit:
        visits.stop_visits(unit)
        visits.stop_visits(unit)
    choose(chosen)
    with chosen.acting("priya") as unit:
        assert visits.look_at_whom(unit) == []


def test_person_stops_it_in_the_visit_itself_but_lets_nobody_in_there(chosen, visit):
    assert "Let Priya start visits" not in visit.get("/ways-in/visits").text
    with helped(chosen) as unit, pytest.raises(NotWithAHelper):
        visits.let_visit(unit, chosen.priya)
    visit.post("/ways-in/visits", data={"do": f"stop:{chosen.priya}"})
    assert visit.get("/week", follow_redirects=False).headers["location"] == "/who"


@pytest.mark.parametrize("who", ["ended", "role"])
def test_supporter_who_is_none_any_more_loses_the_visit(chosen, visit, who):
    if who == "ended":
        with chosen.acting("sam") as unit:
            people_actions.end_support(unit, chosen.sam, chosen.priya)
    else:
        with chosen.acting("nia") as unit:
            (grant,) = enterprise.roles_of(unit, chosen.priya)
            enterprise.end_role(unit, grant, enterprise.today(unit) - timedelta(days=1))
    assert visit.get("/week", follow_redirects=False).headers["location"] == "/who"


def test_visit_ends_by_itself_the_same_day(chosen, visit, clock):
    clock.now += STAYS_WITH_A_HELPER
    assert visit.get("/week", follow_redirects=False).headers["location"] == "/who"
    with chosen.acting("sam") as unit:
        (one,) = visits.look_at_my_visits(unit).visits
    assert one.ended == NOON + STAYS_WITH_A_HELPER


def test_erased_supporter_leaves_no_session_behind_that_is_the_persons_alone(chosen, visit):
    with chosen.keyboard() as unit:
        offers.forget(unit, chosen.priya)
    assert visit.get("/week", follow_redirects=False).headers["location"] == "/who"
    assert chosen.sessions("sam") == []


def test_nobody_says_who_may_for_somebody_she_has_not_chosen(chosen):
    with chosen.acting("ada") as unit, pytest.raises(NotFound):
        visits.let_visit(unit, chosen.priya)
