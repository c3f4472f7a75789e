"""The pages of cards without scripts: a reader that types, and a camera that opens a link."""

import re

import pytest
from shown_cards import typed

from alongside.sign_in import offers
from alongside.sign_in.actions import cards as actions
from alongside.sign_in.card import path_of
from alongside.web.cookies import DEVICE


def heading(answer):
    return re.search(r"<h1>(.*?)</h1>", answer.text)[1]


# --- a reader that types


def test_reader_types_the_card_and_its_owner_is_in(place, tablet):
    secret = place.card_for("sam")
    assert "autofocus" in tablet.get("/card").text
    answer = tablet.post("/card", data=typed(secret))
    assert answer.status_code == 200
    assert "Sam Whitlock" in answer.text
    assert 'class="finished"' in answer.text  # a shared device says on every page how one leaves it
    assert len(place.sessions("sam")) == 1


def test_secret_of_a_session_is_another_each_time_and_none_of_the_browsers_own(place, tablet):
    secret, seen = place.card_for("sam"), set()
    tablet.come_in("a-session-that-somebody-else-has-planted")
    for _ in range(3):
        tablet.post("/card", data=typed(secret))
        seen.add(tablet.session)
        tablet.post("/finished")
    assert len(seen) == 3
    assert "a-session-that-somebody-else-has-planted" not in seen


def test_session_of_a_shared_device_ends_with_the_browser_and_the_device_is_remembered(place, tablet):
    answer = tablet.post("/card", data=typed(place.card_for("sam")), follow_redirects=False)
    given = {one.partition("=")[0]: one for one in answer.headers.get_list("set-cookie")}
    session = next(one for name, one in given.items() if "session" in name)
    device = next(one for name, one in given.items() if "device" in name)
    assert "Max-Age" not in session
    assert int(re.search(r"Max-Age=(\d+)", device)[1]) > 300 * 24 * 3600
    assert all("HttpOnly" in one for one in (session, device))
    assert ("SameSite=lax" in session, "SameSite=strict" in device) == (True, True)


@pytest.mark.parametrize("what", ["", "hello", "0" * 26])
def test_what_is_no_card_is_said_beside_the_field_and_the_field_is_empty_again(place, tablet, what):
    answer = tablet.post("/card", data={"card": what})
    assert answer.status_code == 422
    assert "This card does not open this." in answer.text
    assert what not in answer.text or what == ""


def test_card_opens_nothing_on_a_browser_that_is_not_ours(place, browsers):
    place.device()
    answer = browsers().post("/card", data=typed(place.card_for("sam")))
    assert "This is not one of our tablets." in answer.text
    assert place.sessions("sam") == []


def test_tablet_begins_with_the_card_and_offers_the_other_ways(place, tablet):
    begun = tablet.get("/who")
    assert begun.url.path == "/card"
    others = re.search(r'href="(/who[^"]*)"', begun.text)[1]
    assert "Come in with a password" in tablet.get(others).text


# --- the tablet's camera


def test_camera_opens_the_link_and_a_button_lets_its_owner_in(place, tablet):
    secret = place.card_for("sam")
    passed_on = tablet.get(path_of(secret))
    assert secret not in passed_on.text
    assert 'http-equiv="refresh" content="0; url=/card"' in passed_on.text
    assert '<meta name="referrer" content="no-referrer">' in passed_on.text
    assert "cache-control" in passed_on.headers
    assert passed_on.headers["cache-control"] == "no-store"
    asked = tablet.get("/card")
    assert "Are you <strong>Sam Whitlock</strong>?" in asked.text
    assert secret not in asked.text
    assert place.sessions("sam") == []  # opening a link lets nobody in: a page elsewhere could open it
    assert "Sam Whitlock" in tablet.post("/card").text
    assert len(place.sessions("sam")) == 1
    assert tablet.card == ""


def test_somebody_else_says_that_it_is_not_her_and_the_card_is_forgotten(place, tablet):
    tablet.get(path_of(place.card_for("sam")))
    assert tablet.card
    tablet.post("/card", data={"do": "away"})
    assert tablet.card == ""
    assert "Show your card to the reader" in tablet.get("/card").text


@pytest.mark.parametrize("text", ["nothing", "%3Cscript%3E", "0" * 26, "a%0d%0aset-cookie:x=y"])
def test_link_that_is_no_card_says_so(place, tablet, text):
    tablet.get(f"/card/{text}")
    assert "This card does not open this." in tablet.get("/card").text


# --- somebody has not finished


def test_second_card_asks_before_it_ends_what_somebody_has_not_finished(place, tablet):
    sams, adas = place.card_for("sam"), place.card_for("ada")
    tablet.post("/card", data=typed(sams))
    asked = tablet.post("/card", data=typed(adas))
    assert (asked.url.path, heading(asked)) == ("/card/instead", "Somebody has not finished here")
    assert "What they have not sent would be lost." in asked.text
    assert adas not in asked.text
    assert (len(place.sessions("sam")), len(place.sessions("ada"))) == (1, 0)
    tablet.post("/card/instead")
    assert (len(place.sessions("sam")), len(place.sessions("ada"))) == (0, 1)
    assert "Ada Nwosu" in tablet.get("/").text


def test_same_card_again_leads_its_owner_on_and_ends_nothing(place, tablet):
    secret = place.card_for("sam")
    tablet.post("/card", data=typed(secret))
    before = tablet.session
    tablet.post("/card", data=typed(secret))
    assert tablet.session == before
    assert len(place.sessions("sam")) == 1


def test_card_shown_twice_quickly_leads_on_and_one_session_goes_on(place, tablet):
    body = f"_mark={tablet.mark()}&card={place.card_for('sam')}"
    form = {"content": body, "headers": {"content-type": "application/x-www-form-urlencoded"}}
    answers = [tablet.post("/card", **form, follow_redirects=False) for _ in range(2)]
    assert [(one.status_code, one.headers["location"]) for one in answers] == [(303, "/")] * 2
    assert len(place.sessions("sam")) == 1


def test_page_that_asks_is_none_where_nobody_has_to_finish(place, tablet):
    assert tablet.get("/card/instead").url.path == "/card"


# --- revoked


def test_stopping_a_card_signs_its_owner_out_at_once_whichever_program_serves_her(place, tablet, browsers):
    tablet.post("/card", data=typed(place.card_for("sam")))
    nia = browsers(who="nia")
    assert tablet.get("/hours").url.path == "/hours"
    answer = nia.post("/cards", data={"stop": place.sam})
    assert "The card opens nothing any more." in answer.text
    assert tablet.get("/hours").url.path == "/card"  # where a tablet begins again


def test_control_without_the_end_of_its_sessions_a_stopped_card_would_go_on(place, tablet, monkeypatch):
    monkeypatch.setattr("alongside.sign_in.offers.cards.end_begun_with", lambda *_, **__: 0)
    tablet.post("/card", data=typed(place.card_for("sam")))
    with place.acting("nia") as unit:
        actions.revoke_card(unit, place.sam)
    assert tablet.get("/hours").url.path == "/hours"


# --- whoever looks after them


def test_manager_makes_the_browser_she_uses_one_that_cards_open(place, browsers):
    browser = browsers(who="marcus")
    form = {"do": "enrol", "name": "The tablet in the café", "business": place.cafe, "person": ""}
    answer = browser.post("/devices", data=form)
    assert "Cards open this device from now on." in answer.text
    assert "(the one you are using)" in answer.text
    browser.post("/finished")
    assert "Sam Whitlock" in browser.post("/card", data=typed(place.card_for("sam"))).text


def test_device_is_given_up_in_one_act_and_its_browser_opens_for_nobody(place, tablet, browsers):
    secret = place.card_for("sam")
    tablet.post("/card", data=typed(secret))
    with place.keyboard() as unit:
        (ours,) = offers.our_devices(unit)
    browsers(who="nia").post("/devices", data={"give-up": ours.id})
    assert tablet.get("/hours").url.path == "/who"
    assert "This is not one of our tablets." in tablet.post("/card", data=typed(secret)).text
    assert tablet.held(DEVICE)  # it says which it is, and that is none of ours


def test_device_without_a_name_is_asked_for_one(place, browsers):
    answer = browsers(who="nia").post("/devices", data={"do": "enrol", "name": " "})
    assert answer.status_code == 422
    assert "What is it called?" in answer.text


@pytest.mark.parametrize("path", ["/cards", "/devices"])
def test_pages_of_cards_are_for_those_who_look_after_them(place, browsers, path):
    assert browsers(who="sam").get(path).status_code == 403
    assert browsers(who="marcus").get(path).status_code == 200


def test_nobody_ticked_is_asked_to_tick_and_what_was_ticked_stays(place, browsers):
    answer = browsers(who="nia").post("/cards", data={"do": ""})
    assert answer.status_code == 422
    assert "Tick whose card you want to print." in answer.text


def test_printed_cards_are_saved_as_a_pdf_and_open_from_then_on(place, browsers):
    nia = browsers(who="nia")
    answer = nia.post("/cards", data={"person": [place.sam, place.ada]})
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.content.startswith(b"%PDF")
    with place.keyboard() as unit:
        assert set(offers.cards_of(unit, place.ids.values())) == {place.sam, place.ada}
    assert "Card " in nia.get("/cards").text


def test_everybody_without_a_card_gets_one(place, browsers):
    place.card_for("sam")
    browsers(who="marcus").post("/cards", data={"do": "all"})
    with place.keyboard() as unit:
        assert set(offers.cards_of(unit, place.ids.values())) == {place.sam, place.ada, place.priya}


def test_same_form_sent_again_prints_nothing_twice(place, browsers):
    nia = browsers(who="nia")
    body = f"_mark={nia.mark()}&person={place.sam}"
    form = {"content": body, "headers": {"content-type": "application/x-www-form-urlencoded"}}
    assert nia.post("/cards", **form).headers["content-type"] == "application/pdf"
    again = nia.post("/cards", **form)
    assert "This was done before" in again.text
    with place.keyboard() as unit:
        assert len(offers.every_card(unit, place.sam)) == 1


def test_paper_that_fails_stops_no_card(place, browsers, monkeypatch):
    def fails(*_, **__):
        raise RuntimeError("no paper")

    monkeypatch.setattr("alongside.sign_in.pages.cards.cards_pdf", fails)
    secret = place.card_for("sam")
    assert browsers(who="nia").post("/cards", data={"person": place.sam}).status_code == 500
    with place.keyboard() as unit:
        assert offers.card_with(unit, secret)


def test_minutes_until_a_tablet_locks_itself_are_chosen_where_tablets_are(place, browsers):
    nia = browsers(who="nia")
    assert 'value="3"' in nia.get("/devices").text
    assert nia.post("/devices", data={"do": "locks", "minutes": "0"}).status_code == 422
    nia.post("/devices", data={"do": "locks", "minutes": "10"})
    with place.keyboard() as unit:
        assert offers.locking_minutes(unit) == 10
