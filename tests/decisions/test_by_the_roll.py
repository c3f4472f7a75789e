"""Whoever is on a roll votes until the end, though her role ended since: in that one vote, and nowhere else."""

from datetime import date, timedelta

import pytest

from alongside.decisions.actions import proposing, talking, voting
from alongside.decisions.ballot import Ballot
from alongside.decisions.tables import ROLL
from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.finding import Found
from alongside.house.hosting import Hosting
from alongside.house.opening import House
from alongside.house.preparing import prepare
from alongside.house.settings import Settings
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.plugin import OpenTo
from alongside.refusal import NotAllowed
from alongside.store import Actor
from alongside.testing.browsing import Browser
from alongside.testing.tables import all_lines
from alongside.web.application import build

from .conftest import as_person

JOINED = date(2026, 1, 5)
MEMBERS = ("ada", "ben", "cleo")
LEFT, OUTSIDE = "ada", "olga"


@pytest.fixture
def house(databases, engine_name, tmp_path, keys_folder):
    """Three members and a teller, and Olga who holds no role; all of it as it is served."""
    home = tmp_path / "home"
    home.mkdir()
    opened = House(Settings(home, databases.fresh(engine_name, all_lines())), core_parts(), Found((), ()))
    prepare(opened)
    with opened.store.unit(Actor.keyboard()) as unit:
        enterprise.set_up(unit, "Tideline Together")
        for name in (*MEMBERS, "tess", OUTSIDE):
            people.add_person(unit, Person(id=name, name=name.capitalize(), joined=JOINED))
            if name != OUTSIDE:
                role = "teller" if name == "tess" else "member"
                enterprise.give_role(unit, name, role, first_day=JOINED)
    yield opened
    opened.close()


@pytest.fixture
def votes(house):
    """Two open votes; Ada's role ended in the middle, and she is on the roll of the first alone."""

    def ask(title):
        with house.store.unit(as_person("ben")) as unit:
            made = proposing.propose(unit, title, "Visitors ask.", closes=unit.now + timedelta(days=7))
        with house.store.unit(as_person("tess")) as unit:
            return voting.open_vote(unit, made.id).id

    hers = ask("Shall we open on Sundays?")
    with house.store.unit(Actor.keyboard()) as unit:
        (held,) = enterprise.roles_of(unit, LEFT)
        enterprise.end_role(unit, held, enterprise.today(unit) - timedelta(days=1))
    return hers, ask("Shall we buy a bell?")


@pytest.fixture
def browser(house):
    with Browser(build(Hosting(house))) as client:
        client.follow_redirects = False

        def as_somebody(person):
            client.come_in_as(house.store, person)
            return client

        yield as_somebody


def line_of(house, proposal, person):
    with house.reading() as unit:
        return unit.find(ROLL, ROLL.table.c.proposal == proposal, ROLL.table.c.person == person)


def test_whoever_is_on_the_roll_reads_practises_votes_and_changes_it_on_pages(house, votes, browser):
    page, her = f"/decisions/{votes[0]}", browser(LEFT)
    for path in (
        page,
        f"{page}/talk",
        f"{page}/roll",
        f"{page}/helper",
        f"{page}/vote",
        "/decisions/practice/majority",
    ):
        assert her.get(path).status_code == 200, path
    for answer in ("yes", "no"):
        assert her.post(f"{page}/vote", data={"choice": answer}).headers["location"] == f"{page}/check"
        shown = her.get(f"{page}/check").text
        mark = shown.partition('name="draft" value="')[2].partition('"')[0]
        assert her.post(f"{page}/check", data={"draft": mark}).headers["location"] == f"{page}/voted"
    assert her.get(f"{page}/voted").status_code == 200
    assert [line.voted for line in line_of(house, votes[0], LEFT)] == [True]
    her.post(f"{page}/voted", data={"do": "take_back"})
    assert [line.voted for line in line_of(house, votes[0], LEFT)] == [False]


def test_her_line_opens_no_other_vote_and_nothing_that_members_do_besides(house, votes, browser):
    her, other = browser(LEFT), f"/decisions/{votes[1]}"
    for path in (other, f"{other}/vote", f"{other}/roll", "/decisions", "/decisions/new/yes-or-no"):
        assert her.get(path).status_code == 403, path
    assert her.post(f"{other}/vote", data={"choice": "yes"}).status_code == 403
    assert her.get(f"/decisions/{votes[0]}/phone").status_code == 403
    with house.store.unit(as_person(LEFT)) as unit:
        with pytest.raises(NotAllowed):
            talking.ask(unit, votes[0], "Why?")
        with pytest.raises(NotAllowed):
            voting.vote(unit, votes[1], Ballot(("yes",)))


def test_nobody_else_is_let_in_by_a_roll(house, votes, browser):
    olga, part = browser(OUTSIDE), next(one for one in core_parts() if one.name == "decisions")
    opened = [one.path.replace("{proposal}", votes[0]) for one in (*part.pages, *part.papers) if one.also]
    assert len(opened) > 10
    assert not any(one.needs is OpenTo.SIGNED_IN for one in (*part.pages, *part.papers))
    for path in opened:
        shown = path.format(rule="majority", edition="en", option="yes")
        assert olga.get(shown).status_code == 403, path
        assert olga.post(shown, data={"choice": "yes"}).status_code in {403, 405}, path
