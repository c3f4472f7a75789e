"""The stewards' page about plugins, and the command that tells the same."""

import json
import re
import sys
from datetime import date

import pytest

from alongside.cli.ending import run
from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.hosting import Hosting
from alongside.house.main import alongside
from alongside.house.opening import open_house
from alongside.house.settings import write_settings
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.store import Actor
from alongside.testing.browsing import Browser
from alongside.testing.easy_read import easy_read_faults
from alongside.web.application import build

ADDRESS = "http://127.0.0.1"


@pytest.fixture
def house(home, written):
    """An enterprise with a garden that works, a wharf that does not, and a kiosk that is gone."""
    sys.path.insert(0, str(written("garden")))
    write_settings(home)
    opened = open_house(home, core_parts(), find_plugins({"garden": "alongside_garden", "wharf": "no_such_wharf"}))
    with opened.store.unit(Actor.keyboard()) as unit:
        enterprise.set_up(unit, "Tideline Together")
        enterprise.note_plugin(unit, "kiosk")
        street = enterprise.add_business(unit, "Garden Street", "garden")
        for name, role in (("nia", "steward"), ("sam", "member"), ("sunita", "trustee")):
            born = date(1990, 1, 1)
            people.add_person(
                unit, Person(id=name, name=name.title(), date_of_birth=born, joined=date(2024, 1, 1))
            )
            enterprise.give_role(unit, name, role)
        enterprise.add_duty(unit, "kiosk", "person_erased", "sam")
    opened.street = street
    yield opened
    opened.close()


@pytest.fixture
def visiting(house):
    """A function that opens pages as one of the people."""
    clients = []

    def arrive(person):
        client = Browser(build(Hosting(house)), address=ADDRESS)
        client.__enter__()
        clients.append(client)
        client.headers["origin"] = ADDRESS
        client.come_in_as(house.store, person)
        return client

    yield arrive
    for client in clients:
        client.__exit__()


def cards(html):
    """What stands on each card, by its heading, without marks."""
    found = re.findall(r'<section class="card">(.*?)</section>', html, re.DOTALL)
    plain = [" ".join(re.sub(r"<[^>]*>", " ", one).split()) for one in found]
    return {text.split()[0]: text for text in plain}


def test_steward_sees_what_is_on_what_is_broken_and_what_is_gone(visiting):
    seen = cards(visiting("nia").get("/plugins").text)
    assert list(seen) == ["Garden", "Wharf", "Kiosk", "Add"]
    assert seen["Garden"] == (
        "Garden Switched on It runs Garden Street . Pages: Garden In the report: Garden "
        "Commands: alongside garden list, add Switch off Garden"
    )
    assert "It does not work, so it was left out. Everything else works" in seen["Wharf"]
    assert "No module named &#39;no_such_wharf&#39;" in seen["Wharf"]
    assert "What it holds is kept until it is installed again." in seen["Kiosk"]
    assert "It has still to forget 1 person." in seen["Kiosk"]
    assert "alongside plugin new NAME" in seen["Add"]


def test_plugin_is_switched_off_and_on_by_its_button(visiting, house):
    page = f"/garden/{house.street.slug}/tasks"
    steward = visiting("nia")
    assert steward.get(page).status_code == 200
    off = steward.post("/plugins", data={"plugin": "garden", "on": "no"})
    assert "Garden is switched off. What it holds is kept." in off.text
    assert "Switch on Garden" in cards(off.text)["Garden"]
    assert steward.get(page).status_code == 404
    assert page not in steward.get("/week").text
    on = steward.post("/plugins", data={"plugin": "garden", "on": "yes"})
    assert "Garden is switched on." in on.text
    assert steward.get(page).status_code == 200


def test_unknown_plugin_is_refused_beside_the_page(visiting):
    answer = visiting("nia").post("/plugins", data={"plugin": "nowhere", "on": "yes"})
    assert answer.status_code == 404
    assert "There is no plugin “nowhere”. There are: garden, kiosk." in answer.text


@pytest.mark.parametrize("person", ["sam", "sunita"])
def test_nobody_but_a_steward_opens_the_page_or_switches(visiting, person):
    client = visiting(person)
    assert client.get("/plugins").status_code == 403
    assert client.post("/plugins", data={"plugin": "garden", "on": "no"}).status_code == 403
    assert "/plugins" not in client.get("/week").text


def test_page_in_easy_read_has_no_fault_and_no_word_of_code(visiting):
    html = visiting("nia").get("/plugins", params={"edition": "easy"}).text
    assert easy_read_faults(html) == []
    assert "Wharf does not work now." in cards(html)["Wharf"]
    assert "ModuleNotFoundError" not in html


def test_page_tells_where_a_broken_plugin_is_explained(visiting):
    assert (
        "“wharf” does not work and was left out. Why stands under Our enterprise"
        in visiting("nia").get("/week").text
    )
    assert "wharf" not in visiting("sam").get("/week").text


def test_list_without_an_enterprise_names_what_is_installed(capsys):
    assert run(alongside, ["plugin", "list", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)["plugins"]
    assert [(one["name"], one["version"], one["state"]) for one in told] == [
        (name, "0.1.0", "installed") for name in ("cafe", "studio", "training")
    ]


def test_list_in_an_enterprise_tells_what_is_switched_off_and_what_is_gone(house, capsys):
    at_home = ["--home", str(house.home)]
    house.close()
    assert run(alongside, [*at_home, "enterprise", "plugin-off", "cafe"]) == 0
    capsys.readouterr()
    assert run(alongside, [*at_home, "plugin", "list"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["cafe", "0.1.0", "switched", "off"] in lines
    assert ["garden", "not", "installed", "Garden", "Street"] in lines
