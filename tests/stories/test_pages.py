"""Every page of the demo, as each of the four groups of people sees it."""

import re

import pytest

from alongside.house.hosting import Hosting
from alongside.people import offers as people
from alongside.testing.browsing import Browser
from alongside.web.application import build

ADDRESS = "http://127.0.0.1"
WHO = {"steward": "Nia Castell", "manager": "Beatriz Lopes", "member": "Sam Whitlock", "trustee": "Sunita Rao"}


@pytest.fixture(params=WHO)
def visitor(request, demo, opened):
    """A client in which one of the four has said who they are."""
    house = opened(demo)
    with house.reading() as unit:
        person = people.find_person(unit, WHO[request.param]).id
    with Browser(build(Hosting(house)), address=ADDRESS) as client:
        client.headers["origin"] = ADDRESS
        client.post("/who", data={"person": person})
        client.group = request.param
        yield client


def links(html):
    return {link for link in re.findall(r'href="(/[^"#]*)"', html) if not link.startswith("/static")}


@pytest.mark.proof
def test_every_page_that_is_linked_opens_in_both_editions(visitor):
    seen, waiting = set(), ["/"]
    while waiting and len(seen) < 60:
        path = waiting.pop()
        answer = visitor.get(path)
        assert answer.status_code in {200, 403}, (visitor.group, path, answer.status_code)
        seen.add(path)
        if answer.headers["content-type"].startswith("text/html"):
            assert "could not be shown" not in answer.text, path
            assert visitor.get(path, params={"edition": "easy"}).status_code == answer.status_code, path
            visitor.get(path, params={"edition": "standard"})
            waiting += sorted(links(answer.text) - seen - set(waiting))[:8]
    assert len(seen) > 3


def test_menu_offers_no_page_that_is_then_refused(visitor):
    menu = re.search(r"<nav.*?</nav>", visitor.get("/").text, re.DOTALL)[0]
    for path in sorted(links(menu)):
        assert visitor.get(path).status_code == 200, (visitor.group, path)


@pytest.mark.proof
def test_reports_are_for_those_who_may_read_them(visitor):
    answer = visitor.get("/reports/2026-07-01/en")
    expected = 200 if visitor.group in {"steward", "trustee"} else 403
    assert answer.status_code == expected, visitor.group
    if expected == 200:
        assert answer.content.startswith(b"%PDF")


def test_nobody_sees_the_pay_of_others_but_those_who_run_placements(visitor):
    page = visitor.get("/placements").text
    assert ("£13.60" in page) == (visitor.group == "steward")  # somebody in the café earns it
    assert ("£13.10 an hour" in page) == (visitor.group in {"steward", "manager"})  # and somebody in catering this
    assert ("Tideline Catering" in page) == (visitor.group in {"steward", "manager"})


def test_manager_fills_a_week_on_the_page_and_nobody_else_may(own_demo, opened):
    house = opened(own_demo)
    with house.reading() as unit:
        ids = {name: people.find_person(unit, name).id for name in ("Nia Castell", "Sam Whitlock")}
    with Browser(build(Hosting(house)), address=ADDRESS) as client:
        client.headers["origin"] = ADDRESS
        rota = f"/cafe/{house.business('cafe', None).slug}/rota"
        week = {"week": "2027-01-04", "weeks": "1"}
        client.post("/who", data={"person": ids["Sam Whitlock"]})
        assert "Fill this week" not in client.get(rota).text
        assert client.post(rota, data=week).status_code == 403
        client.post("/who", data={"person": ids["Nia Castell"]})
        assert "There is no rota for this week yet" in client.get(f"{rota}?week=2027-01-04").text
        filled = client.post(rota, data=week)
        assert filled.status_code == 200
        assert re.search(r"\d+ of \d+ places are filled\.", filled.text)
        assert "There is no rota for this week yet" not in client.get(f"{rota}?week=2027-01-04").text
        client.post("/who", data={"person": ids["Sam Whitlock"]})
        assert "There is no rota for this week yet" in client.get(f"{rota}?week=2027-01-04&edition=standard").text
