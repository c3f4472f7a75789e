"""What somebody keeps for herself alone is found nowhere else: the whole demo is searched, as everybody in it."""

import logging
import re

import pytest
import sqlalchemy as sa

from alongside.display import Edition
from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.first_run.hosting import pages
from alongside.house.opening import House
from alongside.house.reporting import write_report
from alongside.house.settings import read_settings
from alongside.instants import Period, monday_of
from alongside.people import offers as people
from alongside.placements import actions as placements
from alongside.sign_in import offers as sign_in
from alongside.sign_in.session import Way
from alongside.store import Actor
from alongside.store.columns import metadata
from alongside.testing.browsing import Browser
from alongside.testing.pages.crawling import Answer, Crawl
from alongside.testing.pages.routes import routes_of
from alongside_cafe.actions import drafting

WHO = "Winston Clarke"
"""Somebody for whom nothing was chosen when the demo was made."""

OTHERS = ("Marcus Bell", "Sunita Rao", "Nia Castell", "Priya Raman", "Archie Nolan")
"""A manager, a trustee, a steward, a supporter and a member."""

TYPED = "13:37"
MARKERS = (
    "13:37",
    "13 hours 37",
    "817 minutes",
    "permitted_work",
    "The numbers that you asked for",
    "Your numbers",
)
MINE = {"do": "keep", "asks": "permitted_work", "most": TYPED}
LABELS = re.compile(r'value="permitted_work">')
"""The answer stands unticked in everybody's form; ticked it is “… checked>”."""

BY_COMING_IN = {"web_sent", "sign_in_session", "sign_in_presence", "store_audit"}


@pytest.fixture
def house(own_demo):
    opened = House(read_settings(own_demo), core_parts(), find_plugins())
    yield opened
    opened.close()


@pytest.fixture
def app(house):
    return pages(house)


def person(house, name):
    with house.reading() as unit:
        return people.find_person(unit, name).id


def browser(house, app, name, helper=None):
    fresh = Browser(app)
    fresh.follow_redirects = False
    with house.store.unit(Actor.keyboard("the test")) as unit:
        way = Way.SUPPORTER if helper else Way.DEMO
        by = {"helper": people.find_person(unit, helper).id} if helper else {}
        fresh.come_in(sign_in.begin(unit, people.find_person(unit, name).id, way, **by))
    return fresh


def choose(house, app):
    """She chooses as people do: on her page."""
    with browser(house, app, WHO) as hers:
        answer = hers.post("/what-if/mine", data=MINE)
        assert answer.headers["location"].startswith("/what-if")


def seen_by(house, app, name, helper=None):
    """Every page that leads on from the first one, as somebody sees it."""
    found = []
    with browser(house, app, name, helper) as hers:

        def get(path):
            if "colours=" in path or "text=" in path:  # the same page in another look
                return Answer(404)
            answer = hers.get(path)
            page = answer.headers.get("content-type", "").startswith("text/html")
            found.append(LABELS.sub("", answer.text) if page else "")
            return Answer(answer.status_code, answer.text if page else "", answer.headers.get("location") or "")

        Crawl(routes_of(house.parts)).walk(name, get, ("/", "/home", "/what-if", "/what-if/mine", "/trail"))
    return "\n".join(found).replace("\N{NO-BREAK SPACE}", " ")


def rows(house):
    with house.store.engine.connect() as connection:
        there = sa.inspect(connection).get_table_names()
        return {
            name: {str(tuple(row)) for row in connection.execute(sa.select(table))}
            for name, table in metadata.tables.items()
            if name in there
        }


def marked(text):
    return [one for one in MARKERS if one in text]


@pytest.mark.proof
def test_nobody_else_meets_it_on_any_page_and_she_does(house, app, caplog):
    with caplog.at_level(logging.DEBUG, logger="alongside"):
        choose(house, app)
        for name in OTHERS:
            assert (name, marked(seen_by(house, app, name))) == (name, [])
        with browser(house, app, WHO) as hers:
            own = hers.get("/what-if/mine").text
    assert TYPED in own
    assert 'value="permitted_work" checked' in own
    assert marked(caplog.text) == []


def test_control_search_finds_it_where_somebody_else_sees_her_page(house, app):
    """The same search over what she sees herself finds it: it would have found it on others' pages too."""
    choose(house, app)
    assert "13:37" in marked(seen_by(house, app, WHO))


def test_supporter_in_a_visit_does_not_meet_it(house, app):
    choose(house, app)
    assert marked(seen_by(house, app, WHO, helper="Owen Blake")) == []
    with browser(house, app, WHO, helper="Owen Blake") as together:
        assert together.get("/what-if").status_code == 403
        assert together.get("/what-if/mine").status_code == 403


def test_only_her_own_row_is_written_and_the_trail_tells_of_her_coming_in_alone(house, app):
    before = rows(house)
    choose(house, app)
    after = rows(house)
    changed = {name for name in after if after[name] != before[name]}
    assert "benefits_own_choice" in changed
    assert changed - {"benefits_own_choice"} <= BY_COMING_IN
    new = "".join(after["store_audit"] - before["store_audit"])
    assert "benefits" not in new
    assert marked(new) == []


def test_no_report_no_file_and_no_message_holds_it(house, app):
    choose(house, app)
    with house.reading() as unit:
        report = write_report(unit, house.parts, house.display, Period.quarter(house.today()), Edition.STANDARD)
        told = [
            dict(unit.collect("person_exported", person=one))
            for one in [people.find_person(unit, name).id for name in OTHERS]
        ]
    files = [path for path in house.home.rglob("*") if path.is_file() and "alongside.db" not in path.name]
    held = {path.name: marked(path.read_bytes().decode("latin-1")) for path in files}
    assert marked(str(report)) == []
    assert [name for name, found in held.items() if found] == []
    assert marked(str(told)) == []
    assert marked("".join(rows(house)["messages_message"])) == []


def test_wish_of_most_hours_reaches_the_rota_as_a_number_without_a_reason(house, app):
    sam = person(house, "Sam Whitlock")
    with house.store.unit(Actor.person(sam, "Sam Whitlock")) as unit:
        placements.say_most(unit, 15 * 60 + 59)
    with house.store.unit(Actor.keyboard()) as unit:
        cafe = enterprise.businesses(unit, "cafe")[0]
        asked = drafting.ask(unit, cafe.id, monday_of(house.today()), 2)
    worker = next(one for one in asked.problem.workers if one.id == sam)
    assert worker.own_most == 15 * 60 + 59
    with browser(house, app, "Marcus Bell") as manager:
        shown = manager.get(f"/cafe/{cafe.slug}/rota").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "wants at most 15 hours 59 minutes" in shown
    with browser(house, app, "Leah Osei") as member:
        assert "wants" not in member.get(f"/cafe/{cafe.slug}/rota?edition=standard").text
