"""Pictures or a number after the card: asked of whoever has chosen it, on shared devices, and of nobody else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown_cards import typed

from alongside.people import actions as people_actions
from alongside.refusal import BadInput, NotAllowed, NotFound, NotWithAHelper
from alongside.sign_in import offers
from alongside.sign_in.actions import coming_in, extras
from alongside.sign_in.extra import MANY, PICTURES, Kind, read_number, read_pictures
from alongside.sign_in.guess import BY_NAME
from alongside.sign_in.password import digest_of
from alongside.store import Actor

FOUR = ("cat", "bus", "sun", "cat")


def pick(browser, path, pictures, **more):
    """Press pictures one after the other, as a page without a script has it."""
    answer = None
    for n, one in enumerate(pictures):
        data = {"do": "picture", "picture": one, "chosen": list(pictures[:n]), **more}
        answer = browser.post(path, data=data, follow_redirects=False)
    return answer


def here(browser):
    return browser.get("/week", follow_redirects=False).status_code == 200


@pytest.fixture
def asked(place):
    """Sam is asked for four pictures after his card; returns the card's secret."""
    with place.acting("sam") as unit:
        extras.choose_extra(unit, Kind.PICTURES, digest_of(read_pictures(FOUR)))
    return place.card_for("sam")


def test_member_chooses_four_pictures_one_after_the_other_and_sees_them_before_they_are_kept(place, browsers):
    browser = browsers(who="sam")
    assert "Your card is enough." in browser.get("/ways-in/extra").text
    shown = pick(browser, "/ways-in/extra", FOUR)
    assert shown.status_code == 200
    assert "These are your pictures" in shown.text
    with place.keyboard() as unit:
        assert offers.extra_of(unit, place.sam) is None  # nothing is kept before she says so
    browser.post("/ways-in/extra", data={"do": "keep", "chosen": list(FOUR)})
    assert "4 pictures" in browser.get("/ways-in/extra").text
    with place.keyboard() as unit:
        held = offers.extra_of(unit, place.sam)
    assert held.digest.startswith("$argon2id$")
    assert "cat" not in held.digest
    browser.post("/ways-in/extra", data={"do": "stop"})
    assert "Your card is enough." in browser.get("/ways-in/extra").text


def test_card_on_a_shared_tablet_asks_for_the_pictures_and_they_let_her_in(asked, tablet):
    answer = tablet.post("/card", data=typed(asked), follow_redirects=False)
    assert answer.headers["location"] == "/card/extra"
    assert not here(tablet)
    assert "Picture 1 of 4" in tablet.get("/card/extra").text
    assert "Picture 3 of 4" in pick(tablet, "/card/extra", FOUR[:2]).text
    pick(tablet, "/card/extra", FOUR)
    assert here(tablet)


@pytest.mark.parametrize("wrong", [tuple(reversed(FOUR)), ("cat", "bus", "sun", "dog"), ("cat",) * 4])
def test_other_pictures_or_another_order_let_nobody_in(asked, tablet, wrong):
    tablet.post("/card", data=typed(asked))
    answer = pick(tablet, "/card/extra", wrong)
    assert answer.status_code == 422
    assert "Picture 1 of 4" in answer.text
    assert not here(tablet)


def test_number_works_in_the_same_way(place, browsers, tablet):
    secret, browser = place.card_for("sam"), browsers(who="sam")
    refused = browser.post("/ways-in/extra", data={"do": "number", "number": "1234", "again": "1234"})
    assert refused.status_code == 422
    browser.post("/ways-in/extra", data={"do": "number", "number": "4071", "again": "4071"})
    tablet.post("/card", data=typed(secret))
    assert tablet.post("/card/extra", data={"do": "number", "number": "4072"}).status_code == 422
    assert not here(tablet)
    tablet.post("/card/extra", data={"do": "number", "number": "4071"})
    assert here(tablet)


def test_guesses_are_limited_and_then_the_right_one_waits_too(asked, tablet):
    tablet.post("/card", data=typed(asked))
    for _ in range(BY_NAME):
        assert pick(tablet, "/card/extra", ("dog", "dog", "cat", "sun")).status_code == 422
    assert pick(tablet, "/card/extra", FOUR).status_code == 429
    assert not here(tablet)


def test_nothing_is_asked_of_whoever_has_chosen_nothing_nor_on_a_device_of_her_own(place, asked, browsers, tablet):
    tablet.post("/card", data=typed(place.card_for("ada")))
    assert here(tablet)
    phone = browsers(device=place.device("of the phone", person=place.sam))
    phone.post("/card", data=typed(asked))
    assert here(phone)


def test_card_alone_begins_no_session_by_any_way_round(place, asked, tablet):
    with place.keyboard() as unit:
        shown = coming_in.look_at_card(unit, asked, "secret-of-the-tablet")
        with pytest.raises(coming_in.AsksForMore):
            coming_in.come_in(unit, shown)
        with pytest.raises(coming_in.AsksForMore):
            coming_in.come_in(unit, shown, extra="another digest")
        # The control: without what he has chosen the card is enough.
        offers.remove_extra(unit, place.sam)
        assert coming_in.come_in(unit, shown)


def test_somebody_who_has_not_finished_stays_until_the_pictures_fit(place, asked, tablet):
    tablet.post("/card", data=typed(place.card_for("ada")))
    tablet.post("/card", data=typed(asked))
    tablet.post("/card/instead", data={})
    assert [one.person for one in place.sessions("ada")] == [place.ada]
    pick(tablet, "/card/extra", FOUR)
    assert place.sessions("ada") == []
    assert len(place.sessions("sam")) == 1


def test_page_without_a_card_leads_to_where_one_is_shown(tablet):
    for answer in (
        tablet.get("/card/extra", follow_redirects=False),
        tablet.post("/card/extra", data={}, follow_redirects=False),
    ):
        assert answer.headers["location"] == "/card"


# --- forgotten


def test_steward_or_her_supporter_takes_it_away_and_nobody_else(place, asked, browsers):
    for who in ("ada", "marcus", "priya"):
        with place.acting(who) as unit, pytest.raises(NotAllowed):
            extras.take_extra_away(unit, place.sam)
    with place.acting("sam") as unit:
        people_actions.choose_supporter(unit, place.sam, place.priya)
    priya = browsers(who="priya")
    assert "Sam Whitlock forgot it" in priya.get("/visits").text
    priya.post("/visits", data={"forgot": place.sam})
    with place.keyboard() as unit:
        assert offers.extra_of(unit, place.sam) is None
    with place.acting("nia") as unit, pytest.raises(NotFound):
        extras.take_extra_away(unit, place.sam)


def test_nobody_chooses_or_stops_it_in_a_visit_with_a_helper(place):
    with place.house.store.unit(Actor.person(place.sam, "Sam", helper=place.priya)) as unit:
        for act in (
            lambda: extras.choose_extra(unit, Kind.NUMBER, "digest"),
            lambda: extras.stop_my_extra(unit),
            lambda: extras.look_at_my_extra(unit),
            lambda: extras.take_extra_away(unit, place.sam),
        ):
            with pytest.raises(NotWithAHelper):
                act()


def test_it_goes_when_she_is_erased(place, asked):
    with place.keyboard() as unit:
        offers.forget(unit, place.sam)
        assert offers.extra_of(unit, place.sam) is None


# --- what will do


@given(st.lists(st.sampled_from((*PICTURES, "no picture of ours")), max_size=6).map(tuple))
def test_pictures_will_do_if_they_are_four_of_ours_and_not_all_the_same(chosen):
    good = len(chosen) == MANY and set(chosen) <= set(PICTURES) and len(set(chosen)) > 1
    if good:
        assert read_pictures(chosen).split() == list(chosen)
    else:
        with pytest.raises(BadInput):
            read_pictures(chosen)


@pytest.mark.parametrize("number", ["123", "1234", "98765", "0000", "123456789", "12a4", "٣٤٥٦", ""])
def test_number_that_anybody_would_try_first_is_refused(number):
    with pytest.raises(BadInput):
        read_number(number)


@pytest.mark.parametrize("number", ["4071", " 40 71 ", "19842"])
def test_other_numbers_will_do(number):
    assert read_number(number) == number.replace(" ", "")
