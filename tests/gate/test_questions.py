"""How often a page asks the database: no more with more people, and nothing again for each row that it shows."""

import re
from collections import Counter

import attrs
import pytest
import sqlalchemy as sa

from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.first_run.hosting import pages
from alongside.house.opening import open_house
from alongside.plugin import Page
from alongside.testing.browsing import Browser
from alongside.testing.demo import copy_demo
from alongside.testing.pages.crawling import Answer, Crawl
from alongside.testing.pages.routes import routes_of
from alongside.web.addresses import addresses_of

from .crowd import bring

OFTEN = 3
"""The same question for things that are always few, such as the tiles of a page, is none for each row."""

OFTEN_OF_FACES = 8
"""Faces and names are asked for by each part of a page that shows people of its own."""

_FACES = re.compile(r"FROM people_person\b")
_LIST = re.compile(r"\((\?(, )?)+\)")


@attrs.define
class Asking:
    """A copy of the demo, and what its pages ask the database."""

    house: object
    app: object
    heard: list = attrs.field(factory=list)

    def browser(self, person):
        fresh = Browser(self.app)
        fresh.follow_redirects = False
        fresh.come_in_as(self.house.store, person)
        return fresh

    def asked(self, browser, path):
        """Open a page; return the answer, and how often it asked each question, lists of any length alike."""
        self.heard.clear()
        answer = browser.get(path)
        assert answer.status_code < 500, path
        return answer, Counter(_LIST.sub("(?)", one) for one in self.heard if one.startswith("SELECT"))

    def places(self, browser):
        """One address for each page that somebody meets on a walk by the links of her pages."""

        def get(path):
            answer = browser.get(path)
            page = answer.headers.get("content-type", "").startswith("text/html")
            return Answer(answer.status_code, answer.text if page else "", answer.headers.get("location", ""))

        walked = Crawl(routes_of(self.house.parts))
        walked.walk("", get)
        return [walked.first(one).path for one in walked.routes if not one.paper and walked.first(one)]


@pytest.fixture(scope="module")
def asking(demo, tmp_path_factory):
    home = tmp_path_factory.mktemp("asking") / "demo"
    copy_demo(demo, home)
    house = open_house(home, core_parts(), find_plugins())
    found = Asking(house, pages(house))
    sa.event.listen(house.store.engine, "before_cursor_execute", lambda *told: found.heard.append(told[2]))
    yield found
    house.close()


@pytest.fixture(scope="module")
def members_pages(asking, demo_people):
    found = asking.places(asking.browser(demo_people["member"]))
    assert len(found) > 25
    return found


def fixed_pages(house):
    """The addresses of the pages that are there once, or once for each business."""
    with house.reading() as unit:
        slugs = {one.kind: one.slug for one in enterprise.businesses(unit)}
    every = [
        one.at(slugs.get(one.part.name, "")) for one in addresses_of(house.parts) if isinstance(one.page, Page)
    ]
    return [one for one in every if "{" not in one]


def too_often(asked):
    """The questions that were asked again and again, with how often."""
    return {
        question.partition("FROM ")[2][:120]: times
        for question, times in asked.items()
        if times > (OFTEN_OF_FACES if _FACES.search(question) else OFTEN)
    }


def faults(asking, person, paths):
    browser = asking.browser(person)
    found = {path: too_often(asking.asked(browser, path)[1]) for path in paths}
    return {path: questions for path, questions in found.items() if questions}


def test_no_page_of_a_member_asks_again_for_each_row_that_it_shows(asking, members_pages, demo_people):
    assert faults(asking, demo_people["member"], members_pages) == {}


@pytest.mark.parametrize("role", ["manager", "trustee", "steward"])
def test_no_page_that_is_there_once_asks_again_for_each_row_that_it_shows(asking, demo_people, role):
    assert faults(asking, demo_people[role], fixed_pages(asking.house)) == {}


def test_control_a_page_that_asks_for_each_person_is_found(asking, demo_people):
    _, asked = asking.asked(asking.browser(demo_people["steward"]), "/people")
    one = "SELECT people_skill.id \nFROM people_skill \nWHERE people_skill.person = ?"
    assert too_often(asked + Counter({one: 60})) == {"people_skill \nWHERE people_skill.person = ?": 60}


@pytest.mark.proof
def test_pages_of_members_ask_no_more_with_a_hundred_people_than_with_ten(asking, members_pages, demo_people):
    member = demo_people["member"]
    browser = asking.browser(member)

    def questions():
        return {path: asking.asked(browser, path)[1].total() for path in members_pages}

    bring(asking.house, [f"Ten {number}" for number in range(10)], member)
    with_ten = questions()
    bring(asking.house, [f"Hundred {number}" for number in range(90)], member)
    assert questions() == with_ten
    told = [path for path in members_pages if "Hundred" in browser.get(path).text]
    assert len(told) >= 3, "the hundred are shown nowhere, so nothing was measured"
