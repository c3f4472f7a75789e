"""Why, as people meet it: on the page of an open place, on one's own page, and on the command line."""

import re
from datetime import date
from importlib.resources import files
from urllib.parse import unquote

import pytest

import alongside_cafe
from alongside.api import enterprise
from alongside.api.display import Display, Edition
from alongside.api.store import Actor
from alongside.api.values import LONDON, Audience, NotAllowed, NotFound
from alongside.api.web import Form, Visit
from alongside.testing.easy_read import easy_read_faults
from alongside.web import Visitor
from alongside_cafe import pages
from alongside_cafe.actions import asking_why, drafting, planning
from alongside_cafe.pages.why import why
from alongside_cafe.rules import RULES
from alongside_cafe.why.answering import answer

from .conftest import think

MONDAY = date(2026, 11, 30)
WEDNESDAY = date(2026, 12, 2)
DISPLAY = Display({"cafe": "alongside_cafe"})


@pytest.fixture
def engine_name():
    """One database is enough for what is shown."""
    return "sqlite"


class House:
    photos = None


def actor(cafe, who):
    return Actor.person(cafe.people[who], who)


def visit(cafe, unit, who, shift="", **query):
    return Visit(
        host=House(),
        unit=unit,
        visitor=Visitor(actor(cafe, who), who),
        part="cafe",
        edition=Edition.STANDARD,
        zone=LONDON,
        today=MONDAY,
        business=cafe.business,
        path={"shift": shift},
        query=Form(tuple(query.items())),
    )


def unit_of(cafe, who):
    return cafe.store.unit(actor(cafe, who), writing=False)


def manager(cafe, who="Mei Tanaka"):
    """Let somebody plan, and everybody else see."""
    with cafe.unit() as unit:
        enterprise.give_role(unit, cafe.people[who], "manager", cafe.business.id)
    rights = {cafe.people[who]: frozenset({"cafe.see", "cafe.plan"})}
    cafe.store.rights = lambda unit: {cafe.business.id: rights.get(unit.actor.id, frozenset({"cafe.see"}))}
    return who


def away(cafe, day, *names):
    with cafe.unit() as unit:
        for name in names:
            kept = planning.availability(unit, cafe.business.id, cafe.people[name])
            planning.set_availability(unit, cafe.business.id, cafe.people[name], kept.hours, {day})


def shown(cafe, who, shift, edition=Edition.STANDARD, **query):
    """Return the page as it is thought out in this process."""
    with unit_of(cafe, who) as unit:
        thinking = why(visit(cafe, unit, who, shift, **query))
    asked = thinking.think.args[0]
    finding = asking_why.think(asked, answer)
    with unit_of(cafe, who) as unit:
        view = thinking.settle(visit(cafe, unit, who, shift, **query), finding)
    return DISPLAY.render("cafe", view, edition=edition)


def gap(cafe, rota, *, key=False):
    return next(one for one in rota.gaps if (one.place is None) == key and rota.by_id[one.shift].day == WEDNESDAY)


def test_who_plans_reads_the_reason_its_rules_and_the_repair(cafe):
    away(cafe, WEDNESDAY, "Rosa Delgado", "Ben Hartley")
    rota = cafe.fill().rota
    mei, found = manager(cafe), gap(cafe, rota, key=True)
    page = shown(cafe, mei, found.shift, gap=found.id)
    assert "Nobody with the key can: Ben and Rosa are away." in page
    assert "One more key-holder on Wednesdays would close it." in page
    assert "None of them can be left out" in page


def test_gap_on_the_rota_leads_to_its_page_for_who_plans_and_to_her_own_for_who_works_there(cafe):
    away(cafe, WEDNESDAY, *cafe.people)
    rota = cafe.fill().rota
    mei, found = manager(cafe), gap(cafe, rota)
    with unit_of(cafe, mei) as unit:
        view = pages.rota(visit(cafe, unit, mei, week="2026-11-30"))
    page = DISPLAY.render("cafe", view)
    led = re.findall(rf"/why/{found.shift}\?gap=(\w+)", page)
    assert {one.id for one in rota.gaps if one.shift == found.shift} >= set(led)
    # Places of one shift that are open for one reason are told once, with how many there are.
    reasons = {(one.place is None, one.manager) for one in rota.gaps if one.shift == found.shift}
    assert len(led) == len(reasons)
    assert re.search(r"\.\s+Why is this open\?", re.sub("<[^>]+>", "", page))
    with unit_of(cafe, "Dan Pascoe") as unit:
        view = pages.rota(visit(cafe, unit, "Dan Pascoe", week="2026-11-30"))
    for edition, asks in (
        (Edition.STANDARD, "Why can’t I have this shift?"),
        (Edition.EASY, "Why can I not have"),
    ):
        page = DISPLAY.render("cafe", view, edition=edition)
        assert f'/why/{found.shift}"' in page
        assert asks in page


def test_member_reads_her_own_rules_alone_in_both_editions(cafe):
    away(cafe, WEDNESDAY, *cafe.people)
    found = gap(cafe, cafe.fill().rota)
    cafe.store.rights = lambda _unit: {cafe.business.id: frozenset({"cafe.see"})}
    standard = shown(cafe, "Dan Pascoe", found.shift)
    easy = shown(cafe, "Dan Pascoe", found.shift, Edition.EASY)
    assert "You have this day off." in standard
    assert easy_read_faults(easy) == []
    for name in cafe.people:
        assert name.split()[0] not in standard


def test_who_plans_asks_about_somebody_and_she_herself_may_not_ask_about_others(cafe):
    away(cafe, WEDNESDAY, *cafe.people)
    found = gap(cafe, cafe.fill().rota)
    mei, rosa = manager(cafe), cafe.people["Rosa Delgado"]
    assert "Rosa is away." in shown(cafe, mei, found.shift, person=rosa)
    with pytest.raises(NotAllowed):
        shown(cafe, "Dan Pascoe", found.shift, person=rosa)


def test_helper_who_has_come_in_with_her_reads_no_reason(cafe):
    away(cafe, WEDNESDAY, *cafe.people)
    found = gap(cafe, cafe.fill().rota)
    manager(cafe)
    helped = Actor.person(cafe.people["Dan Pascoe"], "Dan Pascoe", helper=cafe.people["Sam Whitlock"])
    with cafe.store.unit(helped, writing=False) as unit:
        asked = asking_why.of_person(unit, cafe.business.id, found.shift, cafe.people["Dan Pascoe"])
    assert not asked.to_think_about
    assert asked.audience is Audience.COLLEAGUES


def test_draft_is_asked_about_as_it_stands_and_by_who_plans_alone(cafe):
    away(cafe, WEDNESDAY, *cafe.people)
    asked = cafe.ask()
    with cafe.unit() as unit:
        drafting.keep(unit, asked, think(asked))
    mei = manager(cafe)
    with unit_of(cafe, mei) as unit:
        page = DISPLAY.render("cafe", pages.rota(visit(cafe, unit, mei, week="2026-11-30")))
    path, query = re.search(r'/why/([^?"]+)\?([^"]+draft=2026-11-30)', page).groups()
    facts = dict(part.split("=") for part in unquote(query.replace("&amp;", "&")).split("&"))
    assert "are away." in shown(cafe, mei, unquote(path), **facts)
    with pytest.raises(NotAllowed):
        shown(cafe, "Dan Pascoe", unquote(path), draft="2026-11-30")


def test_shift_of_a_draft_is_found_by_what_the_open_places_call_it(cafe):
    away(cafe, WEDNESDAY, *cafe.people)
    draft = cafe.draft()
    called = next(one.shift for one in draft.gaps)
    assert called.startswith(f"{WEDNESDAY}T")
    with cafe.unit() as unit:
        assert asking_why.drafted(unit, cafe.business.id, called) == MONDAY
        assert asking_why.drafted(unit, cafe.business.id, called.replace("12-02", "12-09")) is None
        assert asking_why.drafted(unit, cafe.business.id, "no such shift") is None
        drafting.throw_away(unit, draft)
        assert asking_why.drafted(unit, cafe.business.id, called) is None


def test_who_has_the_shift_reads_that(cafe):
    rota = cafe.fill().rota
    cafe.store.rights = lambda _unit: {cafe.business.id: frozenset({"cafe.see"})}
    one = next(one for one in rota.assignments if one.person == cafe.people["Rosa Delgado"])
    assert "You have this shift." in shown(cafe, "Rosa Delgado", one.shift)


def test_shift_that_is_not_there_is_said(cafe):
    cafe.fill()
    with pytest.raises(NotFound):
        shown(cafe, "Rosa Delgado", "none")


def test_every_rule_that_a_person_may_read_has_an_easy_wording_that_is_easy():
    catalogue = (files(alongside_cafe) / "locale" / "en@easy.po").read_text(encoding="utf-8")
    wordings = dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', catalogue, re.MULTILINE))
    for rule in RULES.values():
        if rule.hard:
            assert easy_read_faults(f"<p>{wordings[rule.person].replace('{rest}', '11')}</p>") == []
