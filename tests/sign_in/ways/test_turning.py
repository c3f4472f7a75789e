"""A session gets another secret when what its person may do has changed."""

from toy_harbour import both_databases, is_in

from alongside.enterprise import offers as enterprise
from alongside.sign_in import offers
from alongside.sign_in.session import Way
from alongside.store import Actor


def token(browser):
    return next(one.value for one in browser.cookies.jar if "session" in one.name)


@both_databases
def test_new_role_gives_the_browser_another_secret_and_ends_the_old_one(browse, house, clock):
    browser = browse()
    browser.come_in_as(house.store, "sam")
    old = token(browser)
    assert is_in(browser, "Sam Whitlock")
    assert token(browser) == old
    with house.store.unit(Actor.keyboard()) as unit:
        enterprise.give_role(unit, "sam", "trustee")
    assert is_in(browser, "Sam Whitlock")
    assert token(browser) != old
    thief = browse("b")
    thief.come_in(old)
    clock.goes_on(seconds=61)
    assert not is_in(thief, "Sam Whitlock")
    assert is_in(browser, "Sam Whitlock")


def test_page_that_was_on_its_way_still_comes_with_the_former_secret(browse, house):
    browser, late = browse(), browse("b")
    browser.come_in_as(house.store, "sam")
    late.come_in(token(browser))
    with house.store.unit(Actor.keyboard()) as unit:
        enterprise.give_role(unit, "sam", "trustee")
    browser.get("/ways-in")
    assert is_in(late, "Sam Whitlock")


def test_form_on_the_page_that_brought_the_new_secret_can_be_sent(browse, house):
    browser = browse()
    browser.come_in_as(house.store, "sam")
    with house.store.unit(Actor.keyboard()) as unit:
        enterprise.give_role(unit, "sam", "trustee")
    page = browser.get("/ways-in").text
    mark = page.partition('name="_mark" value="')[2].partition('"')[0]
    sent = browser.post("/ways-in", data={"_mark": mark, "do": "elsewhere"})
    assert "nowhere else" in sent.text


def test_role_that_ends_turns_the_session_too_and_nobody_elses(browse, house):
    browser, other = browse(), browse("b")
    browser.come_in_as(house.store, "sam")
    other.come_in_as(house.store, "nia")
    before = token(browser), token(other)
    with house.store.unit(Actor.keyboard()) as unit:
        (member,) = enterprise.roles_of(unit, "sam")
        enterprise.end_role(unit, member, enterprise.today(unit))
    browser.get("/ways-in")
    other.get("/ways-in")
    assert token(browser) != before[0]
    assert token(other) == before[1]


@both_databases
def test_leaving_everywhere_else_ends_what_goes_on_in_other_processes_at_once(browse, house):
    here, elsewhere = browse(), browse("b")
    here.come_in_as(house.store, "sam")
    elsewhere.come_in_as(house.store, "sam")
    assert is_in(elsewhere, "Sam Whitlock")
    here.post("/ways-in", data={"do": "elsewhere"})
    assert not is_in(elsewhere, "Sam Whitlock")
    assert is_in(here, "Sam Whitlock")


def test_session_of_ones_own_browser_lasts_a_month(browse, house, clock):
    browser = browse()
    browser.come_in_as(house.store, "sam")
    clock.goes_on(days=29, hours=23)
    assert is_in(browser, "Sam Whitlock")
    clock.goes_on(hours=1)
    assert not is_in(browser, "Sam Whitlock")


def test_old_sessions_and_guesses_are_forgotten_by_the_daily_round(house, clock):
    with house.store.unit(Actor.keyboard()) as unit:
        offers.end(unit, offers.going_on(unit, offers.begin(unit, "sam", Way.SCREEN)).id)
        offers.guessed_wrong(unit, "password", "sam", "192.0.2.1")
    clock.goes_on(days=91)
    with house.store.unit(Actor.daily_round()) as unit:
        offers.forget_old(unit)
        assert offers.every_session(unit, "sam") == []
        offers.refuse_too_many(unit, "password", "sam", "192.0.2.1")
