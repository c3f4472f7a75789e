"""A vote as it goes over the wire and into the log: nothing there tells one choice from another."""

import re

import pytest

from alongside.house.hosting import Hosting
from alongside.people import offers as people
from alongside.testing.browsing import Browser
from alongside.web.application import build

ADDRESS = "http://127.0.0.1"


@pytest.fixture
def sam(own_demo, opened):
    """Sam at the pages of a demo of his own, and the address of a vote that he has not cast."""
    house = opened(own_demo)
    with house.reading() as unit:
        person = people.find_person(unit, "Sam Whitlock").id
    with Browser(build(Hosting(house)), address=ADDRESS) as client:
        client.post("/who", data={"person": person})
        board = client.get("/decisions?edition=easy").text
        path = re.search(r'href="(/decisions/[0-9a-f]{32})"', board)[1]
        yield client, path


def said_back(page):
    """What the page that says a vote back sends."""
    return {"draft": re.findall(r'name="draft" value="(\w+)"', page.text)[0]}


def size(answer):
    """What can be seen of an answer from outside, and what a log keeps: status, way on, length of all of it."""
    told = [(name, value) for name, value in answer.headers.raw if name.lower() != b"date"]
    return (
        answer.status_code,
        answer.headers.get("location", ""),
        len(answer.content),
        sum(len(name) + len(value) for name, value in told),
    )


def test_every_answer_on_the_way_of_a_vote_is_alike_whatever_is_chosen(sam):
    client, path = sam
    # Sent once before, so that all the others change a vote: that she has voted is no secret to herself.
    client.post(f"{path}/vote", data={"choice": "option1"})
    client.post(f"{path}/check", data=said_back(client.get(f"{path}/check")))
    seen, bodies = [], []
    for choice in ("option1", "option2", "option3", "abstain"):
        way = [client.post(f"{path}/vote", data={"choice": choice}, follow_redirects=False)]
        way.append(client.get(f"{path}/check"))
        way.append(client.post(f"{path}/check", data=said_back(way[1]), follow_redirects=False))
        assert way[2].headers["location"] == f"{path}/voted"
        way.append(client.get(f"{path}/voted"))
        seen.append([size(answer) for answer in way])
        bodies.append(re.sub(r'name="(_mark|draft)" value="[^"]*"', "", way[1].text))
    assert len(set(bodies)) == 4  # the control: what is said back does differ
    assert all(one == seen[0] for one in seen)


def test_address_and_answer_to_a_practice_vote_are_alike_for_every_order(sam):
    client, _ = sam
    path = "/decisions/practice/scottish-stv"
    seen = []
    for form in (
        {"place-soup": "1"},
        {"place-fruit": "1", "place-soup": "2", "place-sandwich": "3"},
        {"none": "yes"},
    ):
        way = [client.post(path, data=form, follow_redirects=False), client.get(f"{path}/check")]
        seen.append([size(answer) for answer in way])
    assert seen[0] == seen[1] == seen[2]
