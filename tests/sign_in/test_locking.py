"""A device that was left alone locks itself; what is sent meanwhile is kept in the page and goes on from there."""

import re
from datetime import timedelta
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shown_cards import typed

from alongside.refusal import BadInput, NotAllowed
from alongside.sign_in import offers
from alongside.sign_in.actions import cards as card_actions
from alongside.sign_in.actions import locking
from alongside.sign_in.presence import MOST_MINUTES, Locking, Presence
from alongside.sign_in.tables import PRESENCES
from alongside.testing.fixtures import NOON

MINUTE = timedelta(minutes=1)


@pytest.fixture
def sam(place, tablet):
    """The tablet, with Sam at it; and his card's secret."""
    tablet.secret = place.card_for("sam")
    tablet.post("/card", data=typed(tablet.secret))
    return tablet


def later(clock, minutes):
    clock.now += timedelta(minutes=minutes)


def seen_at(place):
    with place.keyboard() as unit:
        return [one.at for one in unit.find(PRESENCES)]


def trail_about(place, kind):
    with place.house.store.engine.connect() as connection:
        query = f"SELECT count(*) FROM store_audit WHERE kind = '{kind}'"  # noqa: S608 - our own name
        return connection.exec_driver_sql(query).scalar_one()


# --- when


@given(st.integers(1, MOST_MINUTES), st.integers(0, 3 * 3600), st.booleans())
def test_it_locks_itself_after_the_minutes_chosen_and_never_before(minutes, seconds, covered):
    presence = Presence(id="s", at=NOON, locked=covered)
    now = NOON + timedelta(seconds=seconds)
    locked = presence.is_locked(now, minutes)
    if seconds <= minutes * 60:
        assert locked == covered
    if seconds > (minutes + 1) * 60:
        assert locked


@given(st.integers(-5, 200))
def test_minutes_are_from_one_to_an_hour(minutes):
    if 1 <= minutes <= MOST_MINUTES:
        assert Locking(minutes=minutes).minutes == minutes
    else:
        with pytest.raises(BadInput):
            Locking(minutes=minutes)


def test_steward_or_manager_chooses_the_minutes_and_nobody_else(place):
    with place.acting("marcus") as unit:
        assert offers.locking_minutes(unit) == 3
        locking.choose_minutes(unit, 10)
        locking.choose_minutes(unit, 12)
        assert offers.locking_minutes(unit) == 12
    with place.acting("sam") as unit, pytest.raises(NotAllowed):
        locking.choose_minutes(unit, 60)


def test_whoever_is_there_is_written_down_once_a_minute_at_most_and_never_in_the_trail(place, sam, clock):
    begun = trail_about(place, "sign_in_session")
    for _ in range(5):
        sam.get("/hours")
    assert seen_at(place) == []
    for _ in range(4):
        later(clock, 1)
        for _again in range(3):
            sam.get("/hours")
        assert seen_at(place) == [clock.now]
    assert trail_about(place, "sign_in_presence") == 0
    assert trail_about(place, "sign_in_session") == begun


def test_own_device_and_other_sessions_never_lock(place, browsers, clock):
    hers = browsers(device=place.device("her telephone", person=place.sam))
    hers.post("/card", data=typed(place.card_for("sam")))
    nia = browsers(who="nia")
    later(clock, 24 * 60)
    assert hers.get("/hours").status_code == 200
    assert nia.get("/hours").status_code == 200
    assert seen_at(place) == []


# --- without a script


def test_left_alone_it_shows_nothing_but_that_it_is_locked(place, sam, clock):
    later(clock, 4.1)
    answer = sam.get("/hours")
    assert answer.status_code == 423
    assert "Show your card to go on." in answer.text
    for shown in ("Sam", "My hours", "I have finished", "Rota"):
        assert shown not in answer.text, shown
    assert sam.get("/").status_code == 423
    assert "Sam" not in sam.get("/card").text


def test_control_it_is_open_as_long_as_somebody_is_there(place, sam, clock):
    for _ in range(6):
        later(clock, 2.9)
        assert sam.get("/hours").status_code == 200


def test_her_card_leads_to_the_page_that_was_asked_for(place, sam, clock):
    later(clock, 10)
    fields = form_fields(sam.get("/people?letter=q"))
    answer = sam.post("/locked", data={**fields, **typed(sam.secret)})
    assert (answer.url.path, answer.url.query) == ("/people", b"letter=q")
    assert sam.get("/hours").status_code == 200


def form_fields(answer, number=0):
    """The fields of a form on a page, as a browser would send them, without its mark."""
    form = re.findall(r"<form.*?</form>", answer.text, re.DOTALL)[number]
    pairs = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form)
    return {unescape(name): unescape(text) for name, text in pairs if name != "_mark"}


def choices(place, sam, picture="star"):
    return sam.post(f"/people/{place.sam}", data={"format": "letter", "edition": "en", "picture": picture})


WORDS = "Brot & Äpfel, “two lines”\r\nand <b>more</b> +%20&amp;"


def test_what_is_sent_while_it_is_locked_goes_on_once_her_card_opens_it(place, sam, clock):
    later(clock, 10)
    locked = choices(place, sam)
    assert locked.status_code == 423
    with place.keyboard() as unit:
        from alongside.people import offers as people

        before = people.person(unit, place.sam).preferred_format.value
    assert before == "screen"  # nothing of it was done
    back = sam.post("/locked", data={**form_fields(locked), **typed(sam.secret)})
    assert "We have kept what you sent." in back.text
    done = sam.post(f"/people/{place.sam}", data=form_fields(back))
    assert done.status_code == 200
    with place.keyboard() as unit:
        assert people.person(unit, place.sam).preferred_format.value == "letter"


def test_every_word_comes_through_as_it_was_typed(place, sam, clock):
    later(clock, 10)
    locked = sam.post(f"/people/{place.sam}", data={"title": WORDS})
    assert locked.status_code == 423
    assert "<b>more" not in locked.text
    again = sam.post("/locked", data={**form_fields(locked), "card": "none"})
    assert "This card does not open this." in again.text
    back = sam.post("/locked", data={**form_fields(again), **typed(sam.secret)})
    assert form_fields(back)["title"] == WORDS


def test_card_shown_to_the_camera_opens_it_too_and_what_was_sent_goes_on(place, sam, clock):
    later(clock, 10)
    locked = choices(place, sam)
    sam.get(f"/card/{sam.secret}")
    sam.post("/card")
    assert len(place.sessions("sam")) == 1
    back = sam.post("/locked", data=form_fields(locked))
    assert form_fields(back)["format"] == "letter"


def test_nobody_goes_on_without_a_card(place, sam, clock):
    later(clock, 10)
    answer = sam.post("/locked", data={"to": "/hours", "card": ""})
    assert answer.status_code == 422
    assert sam.get("/hours").status_code == 423


def test_other_persons_card_asks_first_and_keeps_what_was_sent_meanwhile(place, sam, clock):
    adas = place.card_for("ada")
    later(clock, 10)
    locked = choices(place, sam)
    asked = sam.post("/locked", data={**form_fields(locked), **typed(adas)})
    assert "Somebody else has not finished here." in asked.text
    assert "Sam" not in asked.text
    assert form_fields(asked, 1)["sent:format"] == "letter"  # his card still goes on with it
    sam.post("/card/instead", data=form_fields(asked, 0))
    assert (place.sessions("sam"), len(place.sessions("ada"))) == ([], 1)


def test_revoked_card_opens_nothing_that_is_locked(place, sam, clock):
    later(clock, 10)
    with place.acting("nia") as unit:
        card_actions.revoke_card(unit, place.sam)
    assert sam.post("/locked", data={"to": "/hours", **typed(sam.secret)}).url.path == "/card"


@pytest.mark.parametrize("to", ["https://elsewhere.example", "//elsewhere.example", "", "/a\nb"])
def test_it_leads_to_no_other_site(place, sam, clock, to):
    later(clock, 10)
    answer = sam.post("/locked", data={"to": to, **typed(sam.secret)}, follow_redirects=False)
    assert answer.status_code == 400
    assert "location" not in answer.headers


def test_photos_and_whoever_is_here_are_shown_to_nobody_while_it_is_locked(place, sam, clock):
    later(clock, 10)
    assert sam.get("/photos/" + "a" * 32 + ".jpg").status_code == 404
    assert sam.get("/locked").status_code == 200
    assert "Sam" not in sam.get("/who").text.split("<main")[0]


# --- what the script says and hears


def told(browser, **what):
    return browser.post("/locked", data=what).json()["is"]


def test_script_covers_and_opens_by_card_alone(place, sam):
    adas = place.card_for("ada")
    assert told(sam, do="here") == "open"
    assert told(sam, do="lock") == "locked"
    assert told(sam, do="here") == "locked"
    assert sam.get("/hours").status_code == 423
    assert told(sam, do="card", card="nothing") == "none"
    assert told(sam, do="card", **typed(adas)) == "other"
    assert sam.get("/hours").status_code == 423
    assert told(sam, do="card", **typed(sam.secret)) == "open"
    assert sam.get("/hours").status_code == 200


def test_script_hears_that_a_session_is_over(place, sam):
    with place.acting("nia") as unit:
        card_actions.revoke_card(unit, place.sam)
    assert told(sam, do="here") == "gone"


def test_page_of_a_shared_device_brings_its_cover_and_of_another_none(place, sam, browsers):
    assert '<template id="lock" data-minutes="3"' in sam.get("/hours").text
    assert 'id="lock"' not in browsers(who="nia").get("/hours").text
