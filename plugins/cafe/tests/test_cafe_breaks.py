"""A long shift has the break that the law asks for: by default, when a rota is published, and in older cafés."""

from datetime import UTC, date, datetime, time
from pathlib import Path
from types import SimpleNamespace

import pytest
import sqlalchemy as sa

from alongside.api import enterprise
from alongside.api.display import Edition
from alongside.api.store import Actor
from alongside.api.values import LONDON, at
from alongside.api.web import Form, GoTo, Visit
from alongside.store import Store
from alongside.store.migrate import changing, make_tables, migrate
from alongside.testing.tables import all_lines
from alongside.web import Visitor
from alongside_cafe import demo, reactions
from alongside_cafe.actions import beginning, days, drafting, planning
from alongside_cafe.checker import check
from alongside_cafe.pages import days as day_pages
from alongside_cafe.pages import week as week_pages
from alongside_cafe.pattern import OpeningPattern, ShiftTemplate, shifts_of
from alongside_cafe.rules import Limits, WorkingTime
from alongside_cafe.starter import Opening
from alongside_cafe.tables import SHIFTS, TEMPLATES, pattern_lines
from alongside_cafe.usual_break import usual_break

from .conftest import MONDAY, think
from .test_rota_fill import LIMITS, on, problem, worker

FRONT = frozenset({"front"})
EXAMPLES = Path(__file__).parents[3] / "examples" / "tideline"


def front(ends=16, rest=None):
    return ShiftTemplate(
        weekday=0, starts=time(9), ends=time(ends), job="Front", places=(FRONT,), break_minutes=rest
    )


def set_week(cafe, *templates):
    with cafe.unit() as unit:
        planning.set_pattern(unit, cafe.business.id, OpeningPattern(templates))


# --- the guard of a publication


def test_rota_with_a_long_shift_and_no_break_in_it_is_refused(cafe):
    set_week(cafe, front(rest=20))
    thought = think(cafe.ask())
    assert thought.answer.assignments
    set_week(cafe, front())
    with pytest.raises(drafting.BrokenRota, match="needs a break"):
        cafe.keep(cafe.ask(), thought)
    set_week(cafe, front(rest=20))
    assert cafe.settle(cafe.ask(), thought).rota.filled == 1


def test_draft_whose_shift_has_lost_its_break_is_published_with_nobody_on_it(cafe):
    set_week(cafe, front(rest=20))
    draft = cafe.draft()
    set_week(cafe, front())
    assert (cafe.publish(draft).rota.filled, cafe.fill().rota.filled) == (0, 0)
    set_week(cafe, front(rest=20))
    assert cafe.fill().rota.filled == 1


def test_somebody_under_18_is_never_filled_in_where_the_longer_break_lacks(cafe, monkeypatch):
    monkeypatch.setattr("alongside_cafe.actions.asking._under_18", lambda *_: True)
    set_week(cafe, front(ends=14, rest=20))
    assert cafe.draft().assignments == ()
    set_week(cafe, front(ends=14, rest=30))
    assert len(cafe.draft().assignments) == 1


# --- what a shift gets where nobody says


@pytest.mark.parametrize(("minutes", "rest"), [(270, 0), (271, 30), (600, 30)])
def test_usual_break_is_what_the_strictest_of_the_limits_asks_for(minutes, rest):
    assert usual_break(LIMITS).of(minutes) == rest


def test_usual_break_follows_a_limit_that_is_stricter_for_all():
    promised = Limits(
        adults=WorkingTime(rest=660, days_off=1, break_after=240, break_length=45), under_18=LIMITS.under_18
    )
    assert (usual_break(promised).of(241), usual_break(promised).of(240)) == (45, 0)


def test_week_to_start_with_has_the_break_of_the_law_in_its_long_shifts(cafe):
    set_week(cafe)
    opening = Opening(days=(0,), opens=time(10), closes=time(15), kitchen=1, front=1)
    short = Opening(days=(0,), opens=time(10), closes=time(14), kitchen=0, front=1)
    with cafe.unit() as unit:
        made = beginning.begin_week(unit, cafe.business.id, opening)
    assert {one.job: one.break_minutes for one in made} == {"Kitchen": 30, "Front": 30}
    set_week(cafe)
    with cafe.unit() as unit:
        assert [one.break_minutes for one in beginning.begin_week(unit, cafe.business.id, short)] == [0]


def visit(cafe, unit, pairs, **path):
    who = "Rosa Delgado"
    return Visit(
        host=None,
        unit=unit,
        visitor=Visitor(Actor.person(cafe.people[who], who), who),
        part="cafe",
        edition=Edition.STANDARD,
        zone=LONDON,
        today=MONDAY,
        business=cafe.business,
        path=path,
        form=Form(tuple(pairs)),
    )


@pytest.mark.parametrize(
    ("ends", "rest", "kept"), [("16:00", "", 30), ("13:00", "", 0), ("16:00", "20", 20), ("16:00", "0", 0)]
)
def test_form_left_empty_gives_a_long_shift_its_break(cafe, ends, rest, kept):
    set_week(cafe)
    pairs = (("job", "Bar"), ("starts", "09:00"), ("ends", ends), ("0-people", "1"), ("rest", rest))
    with cafe.unit() as unit:
        week = visit(cafe, unit, [*pairs, ("days", "5")], line="new")
        once = visit(cafe, unit, [*pairs, ("day", str(MONDAY))], shift="new")
        assert isinstance(week_pages.send_shift(week), GoTo)
        assert isinstance(day_pages.send_one_day(once), GoTo)
        (line,) = pattern_lines(unit, cafe.business.id)
        (one,) = days.ahead(unit, cafe.business.id).one_offs
    assert (line.break_minutes, one.break_minutes) == (kept, kept)


def test_form_says_what_it_gives(cafe):
    with cafe.unit() as unit:
        forms = (
            week_pages.shift(visit(cafe, unit, (), line="new")).facts["form"],
            day_pages.one_day(visit(cafe, unit, (), shift="new")).facts["form"],
        )
    assert [one.rest.hint.facts for one in forms] == [{"long": "4 hours 30 minutes", "minutes": 30}] * 2


def test_more_work_is_asked_about_with_the_break_that_it_would_have(cafe):
    rosa, day = cafe.people["Rosa Delgado"], date(2026, 12, 2)
    with cafe.unit() as unit:
        assert reactions.why_not(unit, rosa, at(day, time(9), LONDON), at(day, time(16), LONDON)) is None


def test_every_shift_of_the_demo_may_be_worked_by_everybody():
    pattern = demo._pattern(SimpleNamespace(examples=EXAMPLES))
    (saturday,) = [one for one in pattern.templates if one.weekday == 5 and one.job == "Front"]
    assert (saturday.starts, saturday.ends, saturday.break_minutes) == (time(9), time(16), 30)
    for shift in shifts_of(pattern, MONDAY, 1, LONDON):
        for young in (False, True):
            asked = problem([shift], [worker("Rosa", under_18=young)])
            assert not {one.rule for one in check(asked, [on(shift)])} & {"break", "longer_break"}


# --- cafés from before


ANYBODY = {"business": "b", "job": "Front", "places": [[]], "key_holder": False, "version": 1}
LINES = {"short": (time(9), time(13, 30)), "long": (time(9), time(16)), "night": (time(20), time(1))}
DATED = {"short": (9, 13), "long": (9, 14)}


def test_shifts_from_before_there_were_breaks_get_the_break_of_the_law(databases, engine_name):
    core, cafe = (next(one for one in all_lines() if one.name == name) for name in ("core", "cafe"))
    store = Store(databases.fresh(engine_name, ()))
    with changing(store) as connection:
        make_tables(connection, [core, cafe], {core.version_table: core.newest, cafe.version_table: "0002"})
    with store.unit(Actor.keyboard()) as unit:
        enterprise.set_up(unit, "Tideline Together")
        business = enterprise.add_business(unit, "Tideline Café", "cafe", opened=date(2024, 1, 1)).id
    with store.engine.begin() as connection:
        _keep_as_before(connection, business)
    migrate(store, [core, cafe])
    with store.unit(Actor.keyboard(), writing=False) as unit:
        lines = {one.id: one.break_minutes for one in unit.find(TEMPLATES)}
        shifts = {one.id: one.break_minutes for one in unit.find(SHIFTS)}
    store.close()
    assert lines == {"short": 0, "long": 30, "night": 30}
    assert shifts == {"short": 0, "long": 30}


def _keep_as_before(connection, business):
    old = sa.MetaData()
    old.reflect(connection, only=["cafe_template", "cafe_shift"])
    same = ANYBODY | {"business": business}
    for name, (starts, ends) in LINES.items():
        row = same | {"id": name, "weekday": 0, "starts": starts, "ends": ends}
        connection.execute(old.tables["cafe_template"].insert().values(row))
    for name, hours in DATED.items():
        starts, ends = (datetime(2026, 11, 30, one, tzinfo=UTC) for one in hours)
        row = same | {"id": name, "called": name, "day": MONDAY, "zone": LONDON, "starts": starts, "ends": ends}
        connection.execute(old.tables["cafe_shift"].insert().values(row))
