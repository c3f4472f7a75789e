"""The first questions, before there is an enterprise: each as it is met, and as it says what is wrong."""

from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.first_run.hosting import pages
from alongside.house.opening import House
from alongside.house.preparing import prepare
from alongside.house.settings import Settings
from alongside.testing.browsing import Browser
from alongside.testing.demo import noon
from alongside.testing.pages.answered import Answered, asked_for
from alongside.testing.pages.walking import NOBODY

ANSWERS = (
    ("name", {"name": "Harbour Together"}),
    ("place", {"zone": "other", "city": "Lisbon"}),
    ("words", {"supporter": "helper"}),
    ("businesses", {"name": "Harbour Café", "kind": "cafe", "then": "add"}),
    ("businesses", {"name": "Harbour Sound", "kind": "studio", "then": "add"}),
    ("businesses", {"name": ""}),
    ("steward", {"steward": "Nia Castell", "email": "nia@harbour.example"}),
)
WRONG = {
    "name": {"name": ""},
    "place": {"zone": "other", "city": "Nowhere at all"},
    "words": {"supporter": "word " * 200, "learning_disability": "word " * 200},
    "businesses": {"name": "", "then": "add"},
    "steward": {"steward": "", "email": "nobody at home"},
}


def first_questions(home):
    """Walk through all of them; yield each page in each of its states."""
    house = House(Settings(home), core_parts(), find_plugins(), clock=noon)
    prepare(house)
    browser = Browser(pages(house))

    def seen(state, path, form=None):
        route = "/first/{step}" if path.startswith("/first/") else path
        return Answered(route, state, path, NOBODY, *asked_for(browser, path, form), route != "/first-steps")

    yield seen("welcome", "/")
    for step, answer in ANSWERS:
        yield seen(f"{step}, asked", f"/first/{step}")
        yield seen(f"{step}, with mistakes", f"/first/{step}", WRONG[step])
        browser.post(f"/first/{step}", data=answer)
    yield seen("check", "/first/check")
    yield seen("name, asked again", "/first/name")
    yield seen("welcome, begun", "/")
    browser.post("/first/check")
    yield seen("what comes next", "/first-steps")
    house.close()
