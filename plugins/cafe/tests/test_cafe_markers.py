"""Planted markers: what is private of somebody is on no page, paper, sheet or calendar of others.

Wishes, questions and pairs have no field for a note. What has no words of its own is looked for by its trace: not
one letter of what others read is another one once it is there.
"""

import json
import logging
import re
from datetime import timedelta
from io import BytesIO

import attrs
import pytest
import sqlalchemy as sa
from openpyxl import load_workbook

from alongside.api.display import Display, Edition
from alongside.api.store import Actor
from alongside.api.values import LONDON, Period
from alongside.api.web import Form, Visit
from alongside.benefits import actions as benefits
from alongside.benefits.own_choice import Question
from alongside.diary.actions import feeding
from alongside.messages.tables import MESSAGES
from alongside.placements import actions as work
from alongside.placements.adjustment import Barrier
from alongside.web import Visitor
from alongside_cafe import chapter, pages
from alongside_cafe.actions import limiting, not_coming, pairing, sheets, wishing
from alongside_cafe.change import SaidWhy, Why
from alongside_cafe.draft import Override
from alongside_cafe.pages import asked, changes, company, most_pay, skills, swap, team, today, wishes
from alongside_cafe.pages import not_coming as off
from alongside_cafe.pages import sheet as sheet_page
from alongside_cafe.request import Reply
from alongside_cafe.tables import PUBLICATIONS
from alongside_cafe.tables.changes import CHANGES, REASONS_SAID, REQUESTS
from alongside_cafe.wish import Part, WishKind

from .conftest import MONDAY
from .paper_text import pages_of
from .test_cafe_edges import House

MARKER = "Zq77quiet"
HERS, ROSA = "Mei Tanaka", "Rosa Delgado"
COLLEAGUES = ("Ben Hartley", "Dan Pascoe")
DISPLAY = Display({"cafe": "alongside_cafe"})


@pytest.fixture
def engine_name():
    """One database is enough for what is shown."""
    return "sqlite"


@pytest.fixture
def planned(standing):
    """A rota that stands, from which Mei has given one shift away; her calendar and Ben's have addresses."""
    shift, _place = standing.first_place(HERS)
    with standing.unit(HERS) as unit:
        not_coming.cannot_come(unit, standing.cafe.business.id, shift.id)
    standing.feeds = {}
    for name in (HERS, *COLLEAGUES, ROSA):
        with standing.unit(name) as unit:
            standing.feeds[name] = feeding.make_address(unit)
    standing.gone = shift
    return standing


def visit(standing, unit, name, path=None, **query):
    return Visit(
        host=House(),
        unit=unit,
        visitor=Visitor(unit.actor, name),
        part="cafe",
        edition=Edition.STANDARD,
        zone=LONDON,
        today=MONDAY,
        business=standing.cafe.business,
        path=path or {},
        query=Form(tuple(query.items())),
    )


def views(standing, unit, name, shift, *, choices):
    """The pages of the café for whoever looks; ``choices`` are those of what a rule leaves to choose from."""

    def here(**facts):
        return visit(standing, unit, name, **facts)

    yield from (pages.rota(here(week=str(MONDAY), by=by)) for by in ("person", "day"))
    yield from (show(here()) for show in (asked.asked, company.with_whom, wishes.wishes, skills.learning))
    yield off.not_coming_page(here(path={"shift": shift.id}))
    if name == ROSA:
        yield from (show(here()) for show in (changes.changes, company.pairs, team.team, sheet_page.sheet))
    if choices:
        yield swap.swap(here(path={"shift": shift.id}))
    if choices and name == ROSA:
        yield today.today(here(day=str(standing.gone.day)))


def read_by(standing, name, helper=None, *, choices=True):
    """All that somebody reads of the café, as one text: pages, papers, sheets, calendar, news and her own file."""
    who, business = standing.cafe.people[name], standing.cafe.business
    shift, _place = standing.first_place(name)
    with standing.cafe.store.unit(Actor.person(who, name, helper=helper)) as unit:
        seen = views(standing, unit, name, shift, choices=choices)
        found = [DISPLAY.render("cafe", one, edition=of) for one in seen for of in Edition]
        week = visit(standing, unit, name, path={"week": str(MONDAY), "day": str(standing.gone.day)})
        found += pages_of(pages.wall(week).content)
        if name == ROSA:
            found += pages_of(today.sheet(week).content)
            found += [_sheet(unit, business, kind) for kind in ("csv", "xlsx")]
        found.append(feeding.calendar_by(unit, standing.feeds[name]))
        found += [str(one) for one in unit.find(MESSAGES) if one.person == who]
        if helper is None:
            found.append(json.dumps(unit.collect("person_exported", person=who), default=str))
    return "\n".join(found)


def _sheet(unit, business, kind):
    content = sheets.as_file(unit, business.id, business.slug, MONDAY, 1, kind=kind).content
    if kind == "csv":
        return content.decode("utf-8-sig")
    book = load_workbook(BytesIO(content))
    return str([[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()])


def told_to_all(standing):
    """The chapter of the report and the trail, which trustees and stewards read."""
    with standing.unit(writing=False) as unit:
        view = chapter.write(unit, Period.quarter(MONDAY))
        said = [DISPLAY.render("cafe", view, edition=of) for of in Edition]
        said.append(str(chapter.figures(unit, Period.quarter(MONDAY))))
    with standing.cafe.store.engine.connect() as connection:
        said += [str(connection.execute(sa.text("SELECT change FROM store_audit")).all())]
    return "\n".join(said)


def kept_by_her(standing):
    """Mei keeps apart from Ben, likes to work with Dan, and something at work helps her: for herself alone."""
    mei, ben, dan = (standing.cafe.people[one] for one in (HERS, *COLLEAGUES))
    business = standing.cafe.business.id
    with standing.unit(HERS) as unit:
        pairing.keep_apart(unit, business, mei, ben)
        pairing.say_whom_i_like(unit, business, [dan])
        work.agree_adjustment(unit, words=f"{MARKER} start", barrier=Barrier.PLACE)


def wished_by_her(standing):
    """Mei would rather not work on Mondays, needs the same times, and wants to learn."""
    business = standing.cafe.business.id
    with standing.unit(HERS) as unit:
        wishing.wish(unit, business, WishKind.RATHER_NOT, Part.ALL, weekdays=[0])
        wishing.say_routine(unit, business, helps=True)
        wishing.say_learning(unit, business, ["front"], ["kitchen"])


@pytest.mark.proof
def test_pair_and_what_helps_her_change_not_one_letter_of_what_anybody_else_reads(planned, caplog):
    caplog.set_level(logging.DEBUG)
    readers = (*COLLEAGUES, ROSA)
    before = [read_by(planned, one, choices=False) for one in readers]
    kept_by_her(planned)
    assert [read_by(planned, one, choices=False) for one in readers] == before
    everything = [*(read_by(planned, one) for one in readers), told_to_all(planned), caplog.text]
    assert MARKER not in "".join(everything)
    hers = read_by(planned, HERS)
    assert MARKER in hers
    assert "You never work with <strong>Ben Hartley" in hers


def test_wishes_change_not_one_letter_of_what_a_colleague_or_a_helper_reads(planned):
    beside = planned.cafe.people["Dan Pascoe"]
    readers = [(name, None) for name in COLLEAGUES]
    before, hers = [read_by(planned, *one) for one in readers], read_by(planned, HERS)
    wished_by_her(planned)
    assert [read_by(planned, *one) for one in readers] == before
    assert read_by(planned, HERS) != hers
    assert "Ben Hartley</strong>" not in read_by(planned, HERS, helper=beside)


def test_most_hours_are_a_number_to_who_plans_and_their_reason_is_nowhere(planned, caplog):
    caplog.set_level(logging.DEBUG)
    beside = planned.cafe.people["Dan Pascoe"]
    readers = [*((name, None) for name in COLLEAGUES), (HERS, beside)]
    before, plans = [read_by(planned, *one) for one in readers], read_by(planned, ROSA)
    with planned.unit(HERS) as unit:
        benefits.choose(unit, [Question.PERMITTED_WORK], 13 * 60 + 37)
        work.say_most(unit, 15 * 60 + 59)
    assert [read_by(planned, *one) for one in readers] == before
    now = read_by(planned, ROSA).replace("\N{NO-BREAK SPACE}", " ")
    assert "wants at most 15 hours 59 minutes" in now
    assert now != plans
    everything = now + told_to_all(planned) + caplog.text
    assert not [one for one in ("permitted", "13 hours 37", "13:37") if one in everything.lower()]


@pytest.mark.proof
def test_most_that_she_wants_to_earn_changes_not_one_letter_of_what_anybody_else_reads(planned, caplog):
    caplog.set_level(logging.DEBUG)
    beside = planned.cafe.people["Dan Pascoe"]
    readers = [*((name, None) for name in (*COLLEAGUES, ROSA)), (HERS, beside)]
    before = [read_by(planned, *one, choices=False) for one in readers]
    with planned.unit(HERS) as unit:
        limiting.set_limit(unit, planned.cafe.business.id, 73_19)
    assert [read_by(planned, *one, choices=False) for one in readers] == before
    everything = [*(read_by(planned, *one) for one in readers), told_to_all(planned), caplog.text]
    assert re.findall(r"73\.19|\b7319\b|own limit|cafe_own_limit", "".join(everything)) == []
    assert "£73.19" in read_by(planned, HERS) + limit_page(planned)


def test_draft_that_keeps_to_it_says_nothing_of_it_to_who_plans(planned):
    following = MONDAY + timedelta(days=7)
    with planned.unit(HERS) as unit:
        limiting.set_limit(unit, planned.cafe.business.id, 73_19)
    draft = planned.cafe.draft(first=following)
    said = [one.manager + one.colleagues + one.rule for one in draft.gaps]
    with planned.unit() as unit:
        facts = [pages.rota(visit(planned, unit, ROSA, week=str(following), by=by)) for by in ("person", "day")]
        said += [DISPLAY.render("cafe", one, edition=of) for one in facts for of in Edition]
    hers = [one for one in draft.assignments if one.person == planned.cafe.people[HERS]]
    assert len(hers) == 0
    # As words of their own: ids are digits too.
    assert re.findall(r"73\.19|\b7319\b|own_most|earn|\b335\b", "".join(said)) == []


def limit_page(standing):
    with standing.unit(HERS) as unit:
        return DISPLAY.render("cafe", most_pay.limit(visit(standing, unit, HERS)), edition=Edition.STANDARD)


@pytest.mark.proof
def test_reasons_reach_her_and_who_plans_and_nobody_else(planned, caplog):
    caplog.set_level(logging.DEBUG)
    beside = planned.cafe.people["Dan Pascoe"]
    readers = [("Ben Hartley", None), ("Dan Pascoe", None), (HERS, beside)]
    before, plans, hers = (
        [read_by(planned, *one) for one in readers],
        read_by(planned, ROSA),
        read_by(planned, HERS),
    )
    _reasons(planned)
    assert [read_by(planned, *one) for one in readers] == before
    assert MARKER not in told_to_all(planned) + caplog.text
    assert read_by(planned, HERS) != hers
    now = read_by(planned, ROSA)
    assert MARKER in now
    assert now != plans


def _reasons(standing):
    """Why Mei could not come, why a rule was set aside for Leah, and that Leah would rather not stand in."""
    mei, leah = standing.cafe.people[HERS], standing.cafe.people["Leah Osei"]
    shift, _place = standing.first_place("Leah Osei")
    with standing.unit() as unit:
        (change,) = (one for one in unit.find(CHANGES) if one.person == mei)
        said = SaidWhy(
            id=unit.new_id(),
            business=change.business,
            change=change.id,
            person=mei,
            why=Why.ACCESS,
            at=unit.now,
        )
        unit.add(REASONS_SAID, said)
        newest = max(unit.find(PUBLICATIONS), key=lambda one: one.number)
        aside = Override(
            rule="available",
            shift=shift.called,
            person=leah,
            reason=f"{MARKER} asked for it",
            starts=shift.starts,
            ends=shift.ends,
            said_yes=True,
        )
        unit.change(PUBLICATIONS, newest, overrides=(aside,))
        for request in unit.find(REQUESTS):
            if request.person == leah and request.waits:
                unit.change(REQUESTS, request, reply=Reply.NO, replied_at=unit.now)


def test_control_a_trail_that_kept_words_would_be_found(planned, monkeypatch):
    with planned.unit() as unit:
        (newest, *_) = sorted(unit.find(PUBLICATIONS), key=lambda one: -one.number)
        aside = Override(
            rule="available",
            shift="s",
            person=planned.cafe.people[HERS],
            reason=MARKER,
            starts=unit.now,
            ends=unit.now,
            said_yes=True,
        )
        unit.change(attrs.evolve(PUBLICATIONS, quiet=False), newest, overrides=(aside,))
    assert MARKER in told_to_all(planned)
