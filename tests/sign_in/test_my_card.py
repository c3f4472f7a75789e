"""A person's own card: she stops it herself when it is lost, and says which name stands on it."""

import pytest
from shown_cards import typed

from alongside.messages.tables import MESSAGES
from alongside.refusal import BadInput, NotFound
from alongside.sign_in import offers
from alongside.sign_in.actions import cards, own_card
from alongside.sign_in.card import LONGEST_NAME, CardName
from alongside.sign_in.pages.cards import printed
from alongside.store import Actor


def test_person_stops_her_lost_card_in_one_act_and_stays_where_she_is(place, browsers):
    secret = place.card_for("sam")
    phone = browsers(device=place.device("of the phone", person=place.sam))
    phone.post("/card", data=typed(secret))
    tablet = browsers(device=place.device())
    tablet.post("/card", data=typed(secret))
    page = phone.get("/my-card").text
    assert "You stay here. It closes everywhere else." in page
    assert "Ask <strong>" not in page
    answer = phone.post("/my-card", data={"do": "stop"}, follow_redirects=True)
    assert "Your card opens nothing any more." in answer.text
    assert "Ask <strong>Nia Castell</strong> for a new one." in answer.text
    assert tablet.get("/week", follow_redirects=False).headers["location"] == "/who"
    tablet.post("/card", data=typed(secret))
    assert tablet.get("/week", follow_redirects=False).headers["location"] == "/who"


def test_steward_hears_that_a_card_is_lost_and_not_whose(place):
    place.card_for("sam")
    with place.acting("sam") as unit:
        own_card.stop_my_card(unit, "here")
    with place.keyboard() as unit:
        (told,) = [one for one in unit.find(MESSAGES) if one.person == place.nia]
    assert told.path == "/cards"
    assert "Sam" not in str(told)


def test_whoever_has_no_card_is_told_so_and_stops_none(place, browsers):
    assert "You have no card now" in browsers(who="ada").get("/my-card").text
    with place.acting("ada") as unit, pytest.raises(NotFound):
        own_card.stop_my_card(unit, "")


def test_nobody_stops_the_card_of_somebody_else_there(place):
    place.card_for("sam")
    place.card_for("ada")
    with place.acting("ada") as unit:
        own_card.stop_my_card(unit, "")
        assert offers.card_of(unit, place.sam) is not None
        assert offers.card_of(unit, place.ada) is None


def test_helped_person_stops_her_card_too(place):
    place.card_for("sam")
    with place.house.store.unit(Actor.person(place.sam, "Sam", helper=place.priya)) as unit:
        own_card.stop_my_card(unit, "")
        assert offers.card_of(unit, place.sam) is None


def test_name_she_chooses_stands_on_her_next_card_and_her_first_name_else(place, browsers):
    def on_card():
        with place.acting("nia") as unit:
            return printed(*cards.plan_cards(unit, [place.sam])).name

    browser = browsers(who="sam")
    assert on_card() == "Sam"
    browser.post("/my-card", data={"do": "name", "name": "  Sammy  W "})
    assert on_card() == "Sammy W"
    assert 'value="Sammy W"' in browser.get("/my-card").text
    browser.post("/my-card", data={"do": "name", "name": ""})
    assert on_card() == "Sam"


@pytest.mark.parametrize("name", ["x" * (LONGEST_NAME + 1), "a\nb"])
def test_name_that_has_no_room_on_a_card_is_refused(name):
    with pytest.raises(BadInput):
        CardName(id="1", person="2", name=name)
