"""A planted number and decision are on the person's own page and the steward's, and nowhere else in the demo."""

import pytest
import sqlalchemy as sa

from alongside.checks import actions
from alongside.checks.check import Decision, Kind
from alongside.checks.job_role import Level
from alongside.display import Edition
from alongside.house.first_run.hosting import pages
from alongside.house.reporting import write_report
from alongside.instants import Period
from alongside.people import offers as people
from alongside.placements import offers as placements
from alongside.plugin import OpenTo
from alongside.sign_in import offers as sign_in
from alongside.sign_in.session import Way
from alongside.store import Actor
from alongside.testing.browsing import Browser
from alongside.testing.demo import TODAY, noon

MARKER = "0017PLANTED4711"
DECIDED = ("not for this role", "role is not possible", "cannot do this role")
WHOSE, STEWARD = "Stan Kowalski", "Nia Castell"
OTHERS = ("Sam Whitlock", "Dev Chaudhary", "Marcus Bell", "Sunita Rao", "Priya Raman")
"""A member, the manager of the business, one of another, a trustee and a supporter."""


@pytest.fixture
def house(own_demo, opened):
    """The demo, in which Stan's check was decided against, with a number of its own."""
    there = opened(own_demo)
    there.store.clock = noon
    with there.store.unit(Actor.keyboard("the test"), writing=False) as unit:
        steward = people.find_person(unit, STEWARD).id
    with there.store.unit(Actor.person(steward, STEWARD)) as unit:
        role = next(one for one in actions.roles(unit) if one.level is Level.ENHANCED)
        actions.note_check(
            unit,
            people.find_person(unit, WHOSE).id,
            role.id,
            Kind.RECORD,
            Decision.NOT_FOR_THIS_ROLE,
            level=Level.ENHANCED,
            number=MARKER,
            done_on=TODAY,
        )
    return there


def everything(house):
    """Every page of the core as an address, with what its names stand for where Stan is meant."""
    with house.store.unit(Actor.keyboard("the test"), writing=False) as unit:
        who = people.find_person(unit, WHOSE).id
        (work,) = placements.placements_of(unit, who)
        role = next(one.id for one in actions.roles(unit) if one.level is Level.ENHANCED)
    means = {"person": who, "placement": work.id, "business": "tideline-learning", "role": role, "part": "checks"}
    shown = [page.path for part in house.parts for page in part.pages if page.needs is not OpenTo.ANYONE]
    filled = [path.format_map(means) for path in shown if set(_names(path)) <= set(means)]
    return [path for path in filled if not path.startswith(("/tomorrow", "/come-in"))]


def _names(path):
    return [part[1:-1] for part in path.split("/") if part.startswith("{")]


def read_by(house, name, paths):
    """What somebody reads on each of the pages that she may open, by address."""
    browser = Browser(pages(house))
    with house.store.unit(Actor.keyboard("the test")) as unit:
        browser.come_in(sign_in.begin(unit, people.find_person(unit, name).id, Way.DEMO))
    answers = {path: browser.get(path) for path in paths}
    return {path: one.text for path, one in answers.items() if one.status_code == 200}


def holding(texts, *words):
    return sorted(path for path, text in texts.items() if any(word in text for word in words))


@pytest.mark.proof
def test_number_and_decision_are_on_her_own_page_and_the_stewards_alone(house):
    paths = everything(house)
    assert len(paths) > 40
    hers = f"/checks/person/{_id(house)}"
    for name in OTHERS:
        assert holding(read_by(house, name, paths), MARKER, *DECIDED) == [], name
    # The control: the same search finds both where they are meant to be.
    assert holding(read_by(house, WHOSE, paths), MARKER) == ["/me/kept/checks", "/my-checks"]
    assert holding(read_by(house, WHOSE, paths), *DECIDED) == ["/my-checks"]
    read = read_by(house, STEWARD, paths)
    assert holding(read, MARKER) == [hers]
    assert hers in holding(read, *DECIDED)


def _id(house):
    with house.store.unit(Actor.keyboard("the test"), writing=False) as unit:
        return people.find_person(unit, WHOSE).id


def test_number_and_decision_are_in_no_report_message_or_trail(house):
    with house.store.unit(Actor.daily_round()) as unit:
        unit.tell("daily_round", day=TODAY)
    with house.store.unit(Actor.keyboard("the test"), writing=False) as unit:
        report = write_report(
            unit, house.parts, house.display, Period(TODAY.replace(day=1), TODAY), Edition.STANDARD
        )
    assert MARKER not in report.html
    with house.store.engine.connect() as connection:
        for table in ("store_audit", "messages_message"):
            rows = str(connection.execute(sa.text(f"SELECT * FROM {table}")).all())  # noqa: S608 - names of ours
            assert MARKER not in rows
            assert "not_for_this_role" not in rows
