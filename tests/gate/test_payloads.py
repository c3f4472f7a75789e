"""200 texts that would run, in every text that people write: no page in either edition runs one."""

from html import unescape

import pytest

from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.opening import open_house
from alongside.testing.demo import copy_demo, noon
from alongside.testing.pages.cells import EDITIONS
from alongside.testing.pages.gate import pages_of
from alongside.testing.pages.looking import Eyes
from alongside.testing.pages.serving import served

from .examples import LEADS_ON, places
from .payloads import ELSEWHERE, PAYLOADS
from .poison import KEPT, LEAVES, ROUNDS, columns, kept, poison, values
from .sending_payloads import send_payloads

LISTEN = "window.ran = number => (window.all = [...(window.all ?? []), number])"
# What no page of ours has, and a text that is taken for more than words may bring.
STRANGE = """() => [
  ...document.querySelectorAll("iframe, object, embed, base, marquee, style, meta[http-equiv]"),
  ...document.querySelectorAll("script:not([src^='/static/'])"),
  ...[...document.querySelectorAll("*")].filter(one => [...one.attributes].some(({ name, value }) =>
    name.startsWith("on") ||
    /href|src|action|data/.test(name) && /^\\s*(javascript|vbscript|data:text)/i.test(value))),
].map(one => one.outerHTML.slice(0, 160))"""
RAN = "() => window.all ?? []"


def test_there_are_200_payloads_each_of_its_own():
    assert len(PAYLOADS) == 200
    assert len(set(PAYLOADS)) == 200


def test_every_text_is_one_that_people_write_or_is_said_to_be_none():
    known = {f"{table.name}.{column.name}" for table, column in columns()}
    names = {name for one in known for name in _names(one)}
    assert set(KEPT) - names == set()  # no line of the list has outlived its column
    nested = {f"{table.name}.{column.name}" for table, column in columns() if column.type.python_type is dict}
    assert {one for one in nested if one not in LEAVES and not set(_names(one)) & set(KEPT)} == set()
    assert {table.name for table, column in columns() if not kept(table, column)} - set(values()) == set()


def _names(one):
    table, _, column = one.partition(".")
    return one, f"{table}.*", f"*.{column}"


@pytest.fixture
def poisoned(demo, tmp_path):
    """A function that opens a copy of the demo with the payloads of one round in it; none without a round."""
    houses = []

    def make(turn=None):
        home = tmp_path / f"demo-{turn}"
        copy_demo(demo, home)
        houses.append(open_house(home, core_parts(), find_plugins()))
        houses[-1].store.clock = noon
        return houses[-1], {} if turn is None else poison(houses[-1], turn)

    yield make
    for house in houses:
        house.close()


class Watch:
    """Tabs in which a payload is heard if it runs; the pages' own policy, which would stop it, is switched off."""

    def __init__(self, chromium, address):
        self.chromium, self.address, self.heard, self.tabs = chromium, address, [], {}

    def tab(self, person):
        if person not in self.tabs:
            eyes = Eyes.open(self.chromium, self.address, bypass_csp=True)
            eyes.page.add_init_script(LISTEN)
            eyes.page.on("dialog", lambda one: (self.heard.append(f"dialog {one.message}"), one.dismiss()))
            self.tabs[person] = eyes if person.startswith("nobody") else eyes.come_in(person)
        return self.tabs[person]

    def open(self, place, edition):
        """Open a place; return its status and the words of its page."""
        eyes = self.tab(place.person)
        eyes.heard.clear()
        answer = eyes.page.goto(f"{place.path}{'&' if '?' in place.path else '?'}edition={edition}")
        ran, strange = eyes.page.evaluate(RAN), eyes.page.evaluate(STRANGE)
        asked = [one for one in eyes.heard if ELSEWHERE in one]
        self.heard += [f"{place.path} {edition} {answer.status}: {one}" for one in (*ran, *strange, *asked)]
        return answer.status, eyes.page.content()

    def close(self):
        for eyes in self.tabs.values():
            eyes.close()


def told(watch, met, *, both=True):
    """Open every page; return how many showed a payload as words, and what failed.

    In each edition, or (not ``both``) in one of them, by turns.
    """
    shown, failed = 0, []
    for number, route in enumerate(pages_of(met.routes)):
        place = None if route.path in LEADS_ON else met.first(route)
        for edition in (("standard", "easy") if both else (EDITIONS[number % 2],)) if place else ():
            status, html = watch.open(place, edition)
            shown += "ran(" in unescape(html)
            failed += [(place.path, status)] if status >= 500 else []
    return shown, failed


@pytest.mark.proof
@pytest.mark.browser
@pytest.mark.parametrize("turn", [0, *(pytest.param(turn, marks=pytest.mark.long) for turn in range(1, ROUNDS))])
def test_no_payload_runs_on_any_page(chromium, crawl, poisoned, turn):
    house, done = poisoned(turn)
    assert sum(done.values()) > 5_000
    with served(house.home) as serving:
        watch = Watch(chromium, serving.address)
        shown, failed = told(watch, places(crawl, house), both=turn > 0)
        watch.close()
    assert watch.heard == []
    assert failed == []
    assert shown > (60 if turn else 30)


@pytest.mark.browser
@pytest.mark.proof
@pytest.mark.long
def test_no_payload_that_was_sent_from_a_form_runs_on_any_page(chromium, crawl, poisoned):
    house, _ = poisoned()
    sent = send_payloads(house, crawl)
    assert sent.tried == set(PAYLOADS)
    assert len(sent.took) > 10
    with served(house.home) as serving:
        watch = Watch(chromium, serving.address)
        shown, failed = told(watch, places(crawl, house))
        watch.close()
    assert watch.heard == []
    assert failed == []
    assert shown > 10


@pytest.mark.proof
@pytest.mark.browser
def test_control_a_page_that_takes_texts_for_more_than_words_is_heard(chromium, crawl, poisoned):
    house, _ = poisoned(0)
    place = next(one for one in places(crawl, house).places if one.route == "/people")
    with served(house.home) as serving:
        watch = Watch(chromium, serving.address)
        watch.tab(place.person).page.route("**/people?*", unescaped)
        watch.open(place, "standard")
        watch.close()
    assert len({one for one in watch.heard if one.rpartition(": ")[2].isdigit()}) > 10


def unescaped(route):
    """Answer with the page as a template would write it that escapes nothing."""
    answer = route.fetch()
    route.fulfill(response=answer, body=unescape(answer.text()))
