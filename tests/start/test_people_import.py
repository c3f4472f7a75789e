"""People from a file on record: rows in are people on record, or nothing is written, on both databases."""

import csv
import time
from datetime import date
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.enterprise import offers as enterprise
from alongside.house.people_file.joining import COLUMNS
from alongside.house.people_file.putting import look_through, put_on_record
from alongside.house.people_file.sheet import read_sheet
from alongside.people import offers as people
from alongside.people.person import EDITIONS, Format, Person
from alongside.people.tables import PEOPLE
from alongside.placements import offers as placements
from alongside.refusal import NotAllowed
from alongside.store import Actor

GOOD = {
    "name": "Rosa Delgado",
    "date_of_birth": "1979-11-02",
    "email": "rosa@harbour.example",
    "phone": "01632 960101",
    "format": "letter",
    "roles": "member;manager:harbour-cafe",
    "business": "Harbour Café",
    "start_date": "2026-11-02",
    "rate": "14.10",
    "hours_per_week": "7.5",
}
BAD = {
    "name": "",
    "date_of_birth": "2.11.79",
    "email": "rosa",
    "phone": "none",
    "format": "owl",
    "roles": "king",
    "business": "Nowhere",
    "start_date": "soon",
    "rate": "1.00",
    "hours_per_week": "0",
}


def sheet_of(*rows):
    written = StringIO()
    lines = csv.DictWriter(written, COLUMNS)
    lines.writeheader()
    lines.writerows(rows)
    return read_sheet(written.getvalue().encode(), "people.csv")


@pytest.fixture
def harbour(store, keyboard):
    """A store with an enterprise and its café, and nobody."""
    with store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Harbour Together")
        enterprise.add_business(unit, "Harbour Café", "cafe")
    return store


def names(store, keyboard):
    with store.unit(keyboard, writing=False) as unit:
        return [one.name for one in people.everybody(unit)]


def test_row_becomes_a_person_with_roles_and_work(harbour, keyboard):
    with harbour.unit(keyboard) as unit:
        plan, (rosa,) = put_on_record(unit, sheet_of(GOOD))
        kept = people.person(unit, rosa)
        roles = {(one.role.value, one.business is not None) for one in enterprise.roles_of(unit, rosa)}
        (work,) = placements.placements_of(unit, rosa)
    assert plan.faults == ()
    assert (kept.name, kept.preferred_format, kept.joined) == ("Rosa Delgado", Format.LETTER, date(2026, 11, 2))
    assert roles == {("member", False), ("manager", True)}
    assert (work.rate, work.agreed_minutes, work.first_day) == (1410, 450, date(2026, 11, 2))


@pytest.mark.parametrize("column", COLUMNS)
def test_one_bad_cell_of_any_kind_and_nobody_is_put_on_record(harbour, keyboard, column):
    rows = (GOOD, {**GOOD, "name": "Ann Lee", column: BAD[column]})
    with harbour.unit(keyboard) as unit:
        plan, written = put_on_record(unit, sheet_of(*rows))
    assert written == ()
    assert (3, column) in {(fault.row, fault.column) for fault in plan.faults}
    assert names(harbour, keyboard) == []


def test_dry_run_writes_nothing_and_plans_the_same(harbour, keyboard):
    with harbour.unit(keyboard, writing=False) as unit:
        seen = look_through(unit, sheet_of(GOOD))
    assert names(harbour, keyboard) == []
    with harbour.unit(keyboard) as unit:
        assert put_on_record(unit, sheet_of(GOOD))[0] == seen


def test_same_file_again_is_refused_by_name_and_writes_nothing(harbour, keyboard):
    with harbour.unit(keyboard) as unit:
        put_on_record(unit, sheet_of(GOOD))
    with harbour.unit(keyboard) as unit:
        plan, written = put_on_record(unit, sheet_of(GOOD, {**GOOD, "name": "Ann Lee", "email": ""}))
    assert (len(plan.faults), written) == (1, ())
    assert "Rosa Delgado is on record already" in plan.faults[0].sentence
    assert names(harbour, keyboard) == ["Rosa Delgado"]


def test_first_steward_is_filled_in_by_her_row(harbour, keyboard):
    with harbour.unit(keyboard) as unit:
        nia = people.add_person(
            unit, Person(id="nia", name="rosa delgado", phone="1234", joined=date(2026, 11, 23))
        )
    with harbour.unit(keyboard) as unit:
        plan, written = put_on_record(unit, sheet_of({**GOOD, "phone": ""}))
        kept = people.person(unit, nia.id)
        assert len(placements.placements_of(unit, nia.id)) == 1
    assert (plan.faults, written) == ((), ("nia",))
    assert (kept.date_of_birth, kept.email, kept.phone) == (date(1979, 11, 2), "rosa@harbour.example", "1234")
    assert names(harbour, keyboard) == ["rosa delgado"]


def test_somebody_without_the_right_puts_nobody_on_record(harbour):
    sam = Actor.person("sam", "Sam")
    with pytest.raises(NotAllowed), harbour.unit(sam) as unit:
        put_on_record(unit, sheet_of(GOOD))


# --- rows in are people on record

NAMES = st.text(st.characters(categories=["Lu", "Ll", "Lo", "Nd"]), min_size=1, max_size=20)
WORKS = st.one_of(
    st.just({"business": "", "start_date": "", "rate": "", "hours_per_week": ""}),
    st.builds(
        lambda day, pence, quarters: {
            "business": "harbour-cafe",
            "start_date": day.isoformat(),
            "rate": f"{pence / 100:.2f}" if pence else "",
            "hours_per_week": f"{quarters / 4:g}",
        },
        st.dates(date(2026, 5, 1), date(2027, 3, 1)),
        st.one_of(st.none(), st.integers(1300, 9999)),
        st.integers(1, 4 * 60),
    ),
)
ROWS = st.builds(
    lambda name, born, told, easy, work: {
        "name": name,
        "date_of_birth": born.isoformat(),
        "format": f"{'easy read ' if easy else ''}{told.value.replace('_', ' ')}",
        **work,
    },
    NAMES,
    st.dates(date(1940, 1, 1), date(2000, 1, 1)),
    st.sampled_from(Format),
    st.booleans(),
    WORKS,
)


def on_record(unit):
    found = []
    for one in people.everybody(unit):
        work = placements.placements_of(unit, one.id)
        agreed = [(each.first_day.isoformat(), each.agreed_minutes, each.rate) for each in work]
        told = (one.preferred_format, one.edition)
        found.append((one.name, one.date_of_birth.isoformat(), *told, agreed))
    return sorted(found, key=str)


def as_written(row):
    easy = row["format"].startswith("easy read")
    told = Format(row["format"].removeprefix("easy read ").replace(" ", "_"))
    agreed = []
    if row["business"]:
        rate = round(float(row["rate"]) * 100) if row["rate"] else None
        agreed = [(row["start_date"], round(float(row["hours_per_week"]) * 60), rate)]
    return (row["name"], row["date_of_birth"], told, EDITIONS[easy], agreed)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ROWS, min_size=1, max_size=6, unique_by=lambda row: row["name"].casefold()))
def test_rows_of_a_file_are_the_people_on_record(harbour, keyboard, rows):
    class Taken(Exception):
        """Ends the unit, so that each example begins with nobody."""

    with pytest.raises(Taken), harbour.unit(keyboard) as unit:
        plan, written = put_on_record(unit, sheet_of(*rows))
        assert (plan.faults, len(written)) == ((), len(rows))
        assert on_record(unit) == sorted(map(as_written, rows), key=str)
        raise Taken
    assert names(harbour, keyboard) == []


@pytest.mark.proof
@pytest.mark.long
def test_two_thousand_rows_are_on_record_in_some_seconds(harbour, keyboard):
    rows = [{**GOOD, "name": f"Person {number}", "email": ""} for number in range(2_000)]
    began = time.process_time()
    with harbour.unit(keyboard) as unit:
        _, written = put_on_record(unit, sheet_of(*rows))
        assert len(unit.find(PEOPLE)) == 2_000
    assert len(written) == 2_000
    assert time.process_time() - began < 30
