"""What helps somebody at work reaches her and whom she ticked: planted words are looked for everywhere else."""

import io
import logging

import attrs
import pikepdf
import pytest
import sqlalchemy as sa

from alongside.cli.keeping import faults_log
from alongside.display import Edition
from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.daily import go_round
from alongside.house.finding import find_plugins
from alongside.house.hosting import Hosting
from alongside.house.opening import House
from alongside.house.reporting import write_report
from alongside.house.settings import read_settings
from alongside.instants import Period
from alongside.people import offers as people
from alongside.placements import actions, offers
from alongside.placements.actions import adjusting
from alongside.placements.adjustment import Barrier
from alongside.placements.tables.talks import ADJUSTMENTS
from alongside.sign_in import offers as sign_in
from alongside.sign_in.session import Way
from alongside.store import Actor
from alongside.testing.browsing import Browser
from alongside.testing.pages.crawling import Answer, Crawl
from alongside.testing.pages.routes import routes_of
from alongside.web.application import build

MARKER = "Zq77quiet"
HERS, TICKED = "Sam Whitlock", "Priya Raman"
OTHERS = ("Marcus Bell", "Sunita Rao", "Nia Castell", "Owen Blake", "Leah Osei")
"""A manager of hers, a trustee, the steward, another job coach, another member."""


@pytest.fixture
def house(own_demo, tmp_path, monkeypatch):
    """The demo, in which Sam has told Priya what helps him, and nobody else."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    opened = House(read_settings(own_demo), core_parts(), find_plugins())
    yield opened
    opened.close()


def plant(house):
    with house.reading() as unit:
        sam, priya = (people.find_person(unit, one).id for one in (HERS, TICKED))
    with house.store.unit(Actor.person(sam, HERS)) as unit:
        planted = actions.agree_adjustment(unit, words=f"{MARKER} start", barrier=Barrier.PLACE, readers=[priya])
        actions.adjustment_is_done(unit, planted.id)
        actions.agree_adjustment(unit, words=f"{MARKER} steps", barrier=Barrier.TASK, doer=priya)
    return sam, planted.id


def addresses(house, sam, planted):
    """Where it would stand if it stood anywhere: all about Sam, by the address."""
    with house.reading() as unit:
        here = offers.placements_of(unit, sam)[-1].id
    with house.store.engine.connect() as connection:
        found = sa.text("SELECT number FROM store_audit WHERE about = :sam ORDER BY number DESC LIMIT 40")
        entries = [f"/trail/{one}" for one in connection.execute(found, {"sam": sam}).scalars()]
    return [
        *(f"/placements/{here}", f"/placements/{here}/review", f"/placements/{here}/hours", f"/coaching/{sam}"),
        *(f"/my-work/changes/{planted}", "/my-work/for-others", "/my-work", "/coaching", "/placements"),
        *(f"/people/{sam}", f"/people/{sam}/supporters", f"/week/{sam}", f"/trail?person={sam}", "/trail"),
        *("/messages", "/messages/ring", "/news", "/today"),
        *entries,
    ]


def seen_by(house, name, more, *, walks):
    """The text of every page that somebody meets, walking and by address."""
    said = []
    with Browser(build(Hosting(house))) as browser, house.store.unit(Actor.keyboard()) as unit:
        token = sign_in.begin(unit, people.find_person(unit, name).id, Way.DEMO)
    with Browser(build(Hosting(house))) as browser:
        browser.come_in(token)
        browser.follow_redirects = False

        def get(path):
            answer = browser.get(path)
            page = answer.headers.get("content-type", "").startswith("text/html")
            said.append(answer.text if page else "")
            return Answer(answer.status_code, said[-1], answer.headers.get("location", ""))

        if walks:
            Crawl(routes_of(house.parts)).walk(name, get)
        for path in more:
            get(path)
    return "".join(said)


def papers(house):
    """The words of the report in both editions, as they were set."""
    with house.reading() as unit:
        made = [
            write_report(unit, house.parts, house.display, Period.quarter(house.today()), edition).pdf()
            for edition in Edition
        ]
    return b"".join(content for pdf in made for content in _streams(pdf))


def _streams(pdf):
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for item in opened.objects:
            if isinstance(item, pikepdf.Stream):
                yield item.read_bytes() if "/Filter" in item else bytes(item.read_raw_bytes())
            else:
                yield str(item).encode()


def tables(house):
    """Every table in which the words stand: messages and the trail are tables too."""
    found = []
    with house.store.engine.connect() as connection:
        for table in sa.inspect(connection).get_table_names():
            rows = connection.execute(sa.text(f'SELECT * FROM "{table}"')).all()  # noqa: S608 - its own tables
            found += [table] if MARKER in str(rows) else []
    return found


def exports(house):
    """What everybody but Sam is handed over."""
    with house.store.unit(Actor.keyboard()) as unit:
        sam = people.find_person(unit, HERS).id
        others = [one.id for one in people.everybody(unit) if one.id != sam]
        return str([unit.collect("person_exported", person=one) for one in others])


def looked_for(house, walks):
    """The others on whose pages the planted words stand, looked for by address and by walking as some of them."""
    sam, planted = plant(house)
    list(go_round(house))
    asked = addresses(house, sam, planted)
    seen = {name: seen_by(house, name, asked, walks=name in walks) for name in OTHERS}
    assert all(len(text) > 20_000 for text in seen.values())
    return [name for name, text in seen.items() if MARKER in text]


@pytest.mark.proof
@pytest.mark.long
def test_planted_words_are_on_no_page_that_anybody_else_can_walk_to(house):
    assert looked_for(house, walks=OTHERS) == []


@pytest.mark.proof
def test_planted_words_are_on_no_page_about_him_in_no_table_paper_log_export_or_file(house, caplog):
    with caplog.at_level(logging.DEBUG):
        assert looked_for(house, walks=()) == []
    assert tables(house) == ["placements_adjustment"]
    assert MARKER not in exports(house)
    assert MARKER.encode() not in papers(house)
    log = faults_log().read_text() if faults_log().exists() else ""
    assert MARKER not in log + caplog.text
    kept = [path.name for path in house.home.rglob("*") if path.is_file() and MARKER.encode() in path.read_bytes()]
    assert [one for one in kept if not one.startswith("alongside.db")] == []


def test_control_she_and_whom_she_ticked_meet_them_on_the_same_pages(house):
    sam, planted = plant(house)
    asked = addresses(house, sam, planted)
    assert [MARKER in seen_by(house, name, asked, walks=False) for name in (HERS, TICKED)] == [True, True]
    with house.store.unit(Actor.keyboard()) as unit:
        assert MARKER in str(unit.collect("person_exported", person=sam))


def test_control_a_trail_that_kept_words_would_be_found(house, monkeypatch):
    monkeypatch.setattr(adjusting, "ADJUSTMENTS", attrs.evolve(ADJUSTMENTS, quiet=False))
    sam, planted = plant(house)
    assert "store_audit" in tables(house)
    assert MARKER in seen_by(house, "Nia Castell", addresses(house, sam, planted), walks=False)


def test_control_a_right_that_came_with_a_role_would_be_found(house, monkeypatch):
    monkeypatch.setattr(adjusting, "may_read", lambda unit, _one: enterprise.roles_of(unit, unit.actor.id) != [])
    monkeypatch.setattr(offers, "told_to", lambda unit, _reader: offers.every_adjustment(unit))
    sam, planted = plant(house)
    assert MARKER in seen_by(house, "Marcus Bell", addresses(house, sam, planted), walks=False)
