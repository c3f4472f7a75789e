"""What a page shows only sometimes: mistakes, refusals and faults, the first questions, the ways in at home."""

import re

import attrs
import pytest

from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.testing.demo import copy_demo
from alongside.testing.pages.cells import CELLS, EDITIONS, two_in_turn
from alongside.testing.pages.mistakes import SUMMARY
from alongside.testing.pages.putting_back import trying
from alongside.testing.pages.routes import routes_of

from .at_home import at_home
from .first_questions import first_questions
from .refusals import RAISES, refusals
from .tampering import in_one_edition_alone, tampered

pytestmark = [pytest.mark.browser, pytest.mark.proof]  # the quick part of the proof looks at each state once

REFUSED = {400, 403, 404, 409, 410, 413, 429}
TURNS = 8
"""So many tests share the states, as they are known only when they were reached."""

SENDING = [one for one in routes_of((*core_parts(), *find_plugins().plugins)) if one.sends]
NOTHING_TO_SAY = {
    "/who": "people are chosen by a button",
    "/finished": "one button",
    "/week": "one button",
    "/decisions/practice/{rule}/check": "two buttons",
    "/decisions/{proposal}/check": "two buttons",
    "/decisions/{proposal}/helper": "people are chosen by a button",
    "/decisions/{proposal}/voted": "one button",
    "/decisions/{proposal}/again": "one button",
    "/messages": "buttons",
    "/messages/ring": "buttons",
    "/news": "buttons",
    "/visits": "people are chosen by a button",
    "/ways-in/visits": "buttons",
    "/attendance": "buttons",
    "/hours/{claim}": "buttons",
    "/me/take-along": "two buttons",
    "/my-calendar": "buttons",
    "/my-work/days-off": "buttons",
    "/my-work/changes/{adjustment}": "ticks that may all be left out",
    "/pay": "one button",
    "/pay/runs/{run}": "buttons",
    "/pay/advice/{advice}": "one button",
    "/checks/team/{business}/{person}": "a choice of what is there, and ticks that may be left out",
    "/plugins": "buttons",
    "/trail": "one button",
    "/cafe/{the business}/rota": "buttons, and reasons that may be left out",
    "/cafe/{the business}/place": "a reason; looked at in the café's tests, as no walk is sure to come by it",
    "/cafe/{the business}/pattern": "buttons",
    "/cafe/{the business}/asked": "buttons",
    "/cafe/{the business}/changes": "buttons, and one tick",
    "/cafe/{the business}/learning": "ticks that may all be left out",
    "/cafe/{the business}/not-coming/{shift}": "one of some answers, or none",
    "/cafe/{the business}/swap/{shift}": "people are chosen by a button",
    "/cafe/{the business}/with-whom": "ticks, and a choice; nobody chosen is looked at in the café's tests",
    "/cafe/{the business}/team": "boxes that may all be left empty",
    "/studio/{the business}/booking/{booking}": "buttons, and a reason that may be left out",
    "/training/{the business}/register/{session}": "marks that may be left out",
    "/card": "looked at at home",
    "/card/instead": "one button",
    "/card/extra": "asked after a card alone, where somebody has chosen it",
    "/locked": "looked at at home",
    "/come-in/mail": "looked at at home",
    "/come-in/link/{token}": "one button",
    "/come-in/password": "looked at at home",
    "/come-in/code/{token}": "looked at at home",
    "/come-in/passkey": "a browser fills it in",
    "/ways-in/second-step": "looked at at home",
    "/first/{step}": "looked at among the first questions",
}
"""Why a page that sends something never says what is wrong with it, or where it is looked at that it does."""


@pytest.fixture(scope="session")
def home(demo, tmp_path_factory):
    """A function that hands out another copy of the demo."""

    def copy(name):
        folder = tmp_path_factory.mktemp(name) / "demo"
        copy_demo(demo, folder)
        return folder

    return copy


@pytest.fixture(scope="module")
def states(home, demo_people, tmp_path_factory):
    """Every state by the words that it is called."""
    return [
        *first_questions(tmp_path_factory.mktemp("first")),
        *refusals(home("refusals")),
        *at_home(home("home"), demo_people),
    ]


# --- mistakes in what was sent


def faults(gate, one, cells):
    """What is wrong with a state, but for the words of a refusal in Easy Read, which repeats what was typed."""
    found = gate.faults_answered(one, cells)
    if one.standard.status not in REFUSED and one.state != "sent wrong":
        return found
    return [fault for fault in found if not re.search(r" easy: E(2|4|7|8|9|10): ", fault)]


def of(mistakes, route):
    return [one for one in mistakes if one.route == route.path]


@pytest.mark.long  # to reach them all takes minutes before the first can be looked at
@pytest.mark.parametrize("route", SENDING, ids=lambda one: one.path)
def test_page_that_something_is_sent_from_says_what_is_wrong_without_a_fault(gate, mistakes, route):
    found = of(mistakes, route)
    assert [str(one) for one in found if 500 in (one.standard.status, one.easy.status)] == []
    shown = next((one for one in found if one.state == "sent empty"), found[0] if found else None)
    assert shown or route.path in NOTHING_TO_SAY
    if shown is None:
        return
    assert SUMMARY in shown.standard.html
    assert SUMMARY in shown.easy.html
    assert faults(gate, shown, two_in_turn(route.path)[-1:]) == []


@pytest.mark.long
@pytest.mark.parametrize("route", SENDING, ids=lambda one: one.path)
def test_page_that_something_is_sent_from_says_everything_that_is_wrong_in_any_cell(gate, mistakes, route):
    for one in of(mistakes, route):
        assert faults(gate, one, CELLS) == []


# --- the others


def test_every_state_is_the_one_that_it_is_called(states):
    answered = {one.state: one.standard.status for one in states if one.route == "refused"}
    assert [answered[f"raises {one}"] for one in RAISES] == [400, 403, 404, 409, 500]
    assert (answered["too much was sent"], answered["sent already"]) == (413, 200)
    assert "This was done before." in next(one for one in states if one.state == "sent already").standard.html
    assert {one.standard.status for one in states if one.state == "left alone" and one.route == "/week"} == {423}
    assert {one.standard.status for one in states if one.state == "too many"} == {429}
    assert len({str(one) for one in states}) > 60


def test_no_refusal_and_no_fault_shows_what_a_program_says(states):
    for one in states:
        for edition in EDITIONS:
            assert "Traceback" not in one.in_edition(edition).html
            assert "RuntimeError" not in one.in_edition(edition).html


@pytest.mark.parametrize("turn", range(TURNS))
def test_state_has_no_fault(gate, states, turn):
    # One cell, in Easy Read, which asks for the most; the proof looks at all of them.
    assert [fault for one in states[turn::TURNS] for fault in faults(gate, one, two_in_turn(str(one))[-1:])] == []


@pytest.mark.long
@pytest.mark.parametrize("turn", range(TURNS))
def test_state_has_no_fault_in_any_cell(gate, states, turn):
    assert [fault for one in states[turn::TURNS] for fault in faults(gate, one, CELLS)] == []


@pytest.mark.long
def test_what_somebody_tampered_with_is_refused_in_the_edition_of_the_member_who_reads(home, crawl):
    with trying(home("tampered")) as demo:
        found = list(tampered(crawl, demo))
    assert [(one.state, said) for one in found if (said := in_one_edition_alone(one))] == []
    assert {one.standard.status for one in found} >= {400, 404}
    assert len(found) > 60


def test_control_refusal_in_one_edition_alone_is_found(states):
    (plain,) = (one for one in states if one.state == "raises bad")
    assert in_one_edition_alone(plain) == []  # short enough as it is
    hard = attrs.evolve(plain.easy, html=plain.easy.html.replace("Write one.", f"Write it{' and again' * 12}."))
    both = attrs.evolve(plain, easy=hard, standard=hard)
    assert in_one_edition_alone(both) != []
    assert in_one_edition_alone(attrs.evolve(both, standard=plain.standard)) == []
