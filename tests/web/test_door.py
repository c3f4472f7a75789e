"""The door: of an enterprise that is no demo, nothing is shown to a browser that was not handed the key."""

import pytest
from toy_house import PEOPLE

from alongside.testing.browsing import Browser
from alongside.web import application
from alongside.web.addresses import addresses_of
from alongside.web.door import Door

HERE = "http://127.0.0.1:8765"


@pytest.fixture
def door(house):
    house.door = Door.new()
    return house.door


@pytest.fixture
def stranger(house, door):
    with Browser(application.build(house), address=HERE) as client:
        client.headers["origin"] = HERE
        yield client


def shown(client, path):
    answer = client.get(path)
    return answer.status_code, [name for name in PEOPLE.values() if name in answer.text]


def test_without_the_key_no_address_answers_or_names_anybody(stranger, house):
    paths = ["/", "/who", "/static/page.css", "/nowhere", "/enter", "/enter?key=", "/enter?key=guess"]
    paths += [address.at("crumb") for address in addresses_of(house.parts)]
    assert {shown(stranger, path)[0] for path in paths} == {403}
    assert stranger.post("/who", data={"person": "p1"}).status_code == 403
    stranger.cookies.set("alongside_session_8080", "p1", domain="127.0.0.1")
    assert stranger.get("/desks").status_code == 403


def test_key_lets_the_browser_in_and_the_address_with_it_is_left(stranger, door):
    answer = stranger.get(door.path)
    assert (answer.status_code, answer.url.path, answer.url.query) == (200, "/who", b"")
    assert "Rosa Fenn" in answer.text
    stranger.post("/who", data={"person": "p1"})
    assert stranger.get("/desks").status_code == 200


def test_key_of_an_earlier_start_opens_nothing(house, stranger, door):
    stranger.get(door.path)
    house.door = Door.new()
    with Browser(application.build(house), address=HERE, cookies=dict(stranger.cookies)) as later:
        assert later.get("/who").status_code == 403
        assert later.get(door.path).status_code == 403


@pytest.mark.parametrize("cookies", ["alongside_door=", "alongside_door=é", "alongside_door", "x" * 5000, ";;=;"])
def test_made_up_cookies_are_turned_away_in_words(stranger, cookies):
    answer = stranger.get("/who", headers={"cookie": cookies.encode()})
    assert answer.status_code == 403
    assert "opens with a key" in answer.text


@pytest.mark.parametrize("other", ['seen={"a": 1}; ', "a[b]=1; ", "=; ", "alongside_door=old; "])
def test_odd_cookie_of_another_program_here_locks_nobody_out(stranger, door, other):
    ours = door.cookie.partition(";")[0]
    assert stranger.get("/who", headers={"cookie": other + ours}).status_code == 200


def test_control_without_a_door_everybody_is_let_in(house):
    with Browser(application.build(house), address=HERE) as client:
        assert shown(client, "/who") == (200, ["Rosa Fenn", "Maud Orr"])
