"""A link that works once: by mail in the browser that asked, or from the screen in any."""

import re

import attrs
import pytest
from toy_harbour import both_databases, is_in

from alongside.messages.mail_settings import MailSettings
from alongside.sign_in.actions.links import MOST_LINKS, come_in_by_link, print_link
from alongside.sign_in.passkey import Passkey
from alongside.sign_in.tables import PASSKEYS
from alongside.store import Actor

MAIL = MailSettings(host="127.0.0.1", port=25, security="none", sender="Us <post@harbour.example>")


@pytest.fixture(autouse=True)
def mail_server(house):
    house.settings = attrs.evolve(house.settings, mail=MAIL)


def asked(browser, address="sam@harbour.example"):
    return browser.post("/come-in/mail", data={"address": address})


def path_in(posted):
    return re.search(r"http://127\.0\.0\.1:8765(/come-in/link/\S+)", posted[-1][1])[1]


@both_databases
def test_mailed_link_lets_its_reader_in_once(browse, posted):
    browser = browse()
    assert "If we know this address" in asked(browser, " SAM@harbour.example ").text
    assert posted[-1][0] == "sam@harbour.example"
    path = path_in(posted)
    for _ in range(3):  # a program that reads mail opens it too
        assert "Hello Sam Whitlock" in browser.get(path).text
    assert not is_in(browser, "Sam Whitlock")
    assert browser.post(path).status_code == 200
    assert is_in(browser, "Sam Whitlock")
    browser.post("/finished")
    assert "This link works no more" in browser.get(path).text
    assert browser.post(path).status_code == 410
    assert not is_in(browser, "Sam Whitlock")


def test_mailed_link_opens_nothing_in_another_browser(browse, posted):
    asked(browse())
    other = browse("b")
    assert "This link works no more" in other.get(path_in(posted)).text
    assert other.post(path_in(posted)).status_code == 410


@both_databases
def test_mailed_link_lets_a_steward_in_until_she_has_more_and_one_from_the_screen_still(browse, posted, house):
    browser = browse()
    asked(browser, "nia@harbour.example")
    assert browser.post(path_in(posted)).status_code == 200
    browser.post("/finished")
    with house.store.unit(Actor.keyboard()) as unit:
        for person in ("nia", "sam"):
            key = {"credential": f"key of {person}", "public": "p", "counter": 0, "title": "Telephone"}
            unit.add(PASSKEYS, Passkey(id=unit.new_id(), person=person, made=unit.now, **key))
    asked(browser, "nia@harbour.example")
    refused = browser.post(path_in(posted))
    assert refused.status_code == 403
    assert "A mailed link is not enough for what you may do." in refused.text
    assert not is_in(browser, "Nia Castell")
    asked(browser)
    assert browser.post(path_in(posted)).status_code == 200  # the control: a member, who may do no such thing
    with house.store.unit(Actor.keyboard()) as unit:
        assert come_in_by_link(unit, print_link(unit, "nia"), "")


def test_link_works_for_a_quarter_of_an_hour(browse, posted, clock):
    browser = browse()
    asked(browser)
    clock.goes_on(minutes=14, seconds=59)
    assert "Hello" in browser.get(path_in(posted)).text
    clock.goes_on(seconds=1)
    assert browser.post(path_in(posted)).status_code == 410


def test_nobody_learns_whether_there_is_somebody_of_an_address(browse, posted):
    known, unknown = asked(browse()), asked(browse(), "nobody@harbour.example")
    assert re.sub(r'value="[^"]*"', "", known.text) == re.sub(r'value="[^"]*"', "", unknown.text)
    assert known.url == unknown.url
    assert len(posted) == 1


def test_no_more_than_a_few_links_are_mailed_to_one_person(browse, posted, clock):
    for turn in range(MOST_LINKS + 2):
        asked(browse(str(turn)))
    assert len(posted) == MOST_LINKS
    clock.goes_on(minutes=16)
    asked(browse())
    assert len(posted) == MOST_LINKS + 1


def test_secret_of_a_link_stands_nowhere_in_the_database(browse, posted, house):
    browser = browse()
    asked(browser)
    token = path_in(posted).rpartition("/")[2]
    browser.post(path_in(posted))
    session = next(one.value for one in browser.cookies.jar if "session" in one.name)
    house.store.engine.dispose()
    kept = b"".join(path.read_bytes() for path in house.home.parent.rglob("*.db*")) + dumped(house)
    assert b"sign_in_session" in kept
    assert token.encode() not in kept
    assert session.encode() not in kept


def dumped(house):
    with house.store.engine.connect() as connection:
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type='table'").scalars().all()
        rows = [connection.exec_driver_sql(f"SELECT * FROM {name}").all() for name in names]  # noqa: S608 - our own tables
    return repr((names, rows)).encode()


def test_link_from_the_screen_works_in_any_browser_once(browse, house):
    with house.store.unit(Actor.keyboard()) as unit:
        path = f"/come-in/link/{print_link(unit, 'nia')}"
    browser = browse("c")
    browser.post(path)
    assert is_in(browser, "Nia Castell")
    assert browse("d").post(path).status_code == 410


def test_without_a_mail_server_no_mail_is_offered(browse, house):
    house.settings = attrs.evolve(house.settings, mail=None)
    browser = browse()
    assert "by e-mail" not in browser.get("/who").text
    assert browser.get("/come-in/mail").status_code == 404


def test_session_is_another_one_after_coming_in(browse, posted):
    browser = browse()
    browser.keep("session", "fixed-before")
    asked(browser)
    browser.post(path_in(posted))
    held = [one.value for one in browser.cookies.jar if "session" in one.name]
    assert held
    assert "fixed-before" not in held
    other = browse("e")
    other.keep("session", "fixed-before")
    assert not is_in(other, "Sam Whitlock")
