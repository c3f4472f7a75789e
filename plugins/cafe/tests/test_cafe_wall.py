"""What hangs on the wall is what the system holds: read from the paper, cell by cell."""

from datetime import date

import pytest

from alongside.api.display import clock_words, day, weekday
from alongside.api.values import local
from alongside_cafe import pages
from alongside_cafe.actions import looking
from alongside_cafe.rota import first_names
from alongside_cafe.tables import ASSIGNMENTS, SHIFTS

from .paper_text import pages_of
from .test_cafe_edges import all_away, visit

MONDAY = date(2026, 11, 30)


@pytest.fixture
def engine_name():
    """One database is enough for what is shown; filling is tested on both."""
    return "sqlite"


def seen(cafe):
    with cafe.unit(writing=False) as unit:
        week = looking.week(unit, cafe.business.id, MONDAY)
        return week, pages.wall(visit(cafe, unit, path={"week": str(MONDAY)})).content


def squeezed(*words):
    return "".join("".join(words).split())


def row(shift, names, week):
    """Return what stands on the wall for a shift, as the system has it: times, job, names, open places."""
    # Nobody here has a photo or a picture: the first letter stands in its place, before the name.
    people = [f"{names[who][0]}{names[who]}" for who in week.rota.on(shift)]
    times = [clock_words(local(one, shift.zone)) for one in (shift.starts, shift.ends)]
    return squeezed(*times, shift.job, *people, *["?Open"] * (len(shift.places) - len(people)))


def test_wall_rota_equals_the_system_cell_by_cell(cafe):
    all_away(cafe, date(2026, 12, 2))
    cafe.fill()
    week, paper = seen(cafe)
    sheets, names = pages_of(paper), first_names(week.names)
    days = [one for one in week.days if any(shift.day == one for shift in week.rota.shifts)]
    assert len(sheets) == len(days) == 5
    for sheet, of in zip(sheets, days, strict=True):
        rows = [row(shift, names, week) for shift in week.rota.shifts if shift.day == of]
        number, mark = week.versions[of].number, week.versions[of].mark
        heading, foot = squeezed(weekday(of), day(of, weekday=False)), squeezed(f"Version {number} ({mark}).")
        expected = heading + "".join(rows) + foot
        assert sheet.startswith(expected)
    assert sum("?Open?Open" in sheet for sheet in sheets) == 1


def test_learner_beside_the_team_leaves_an_open_place_open_on_the_wall(cafe):
    done = cafe.fill()
    gone = next(one for one in done.rota.assignments if one.place == 1)
    shift = done.rota.by_id[gone.shift]
    with cafe.unit() as unit:
        unit.change(SHIFTS, shift, learning=("till",))
        unit.change(ASSIGNMENTS, gone, place=2)
    week, paper = seen(cafe)
    assert week.rota.open_on(week.rota.by_id[shift.id]) == 1
    assert sum("?Open" in sheet for sheet in pages_of(paper)) == 1


def test_control_a_cell_that_changes_is_another_one_on_the_wall(cafe):
    cafe.fill()
    _, before = seen(cafe)
    with cafe.unit() as unit:
        gone = unit.find(ASSIGNMENTS)[0]
        unit.remove(ASSIGNMENTS, gone)
    _, after = seen(cafe)
    changed = [one != other for one, other in zip(pages_of(before), pages_of(after), strict=True)]
    assert sum(changed) == 1
