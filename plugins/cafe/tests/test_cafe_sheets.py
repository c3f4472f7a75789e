"""The rota goes out into spreadsheets and comes in from one: whole, or not at all with every fault by its cell."""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO

import pytest
from openpyxl import Workbook, load_workbook

from alongside.api.display import Display, Edition
from alongside.api.store import Actor
from alongside.api.values import BadInput, NotAllowed
from alongside.api.web import Form, GoTo
from alongside.testing.easy_read import easy_read_faults
from alongside.web.multipart import Sent
from alongside_cafe import sheet
from alongside_cafe.actions import looking, sheets
from alongside_cafe.pages import sheet as sheet_page
from alongside_cafe.sheet_files import as_csv, as_xlsx, rows_of
from alongside_cafe.tables import DRAFTS

from .test_cafe_edges import visit

MONDAY = date(2026, 11, 30)
TUESDAY = date(2026, 12, 1)
DISPLAY = Display({"cafe": "alongside_cafe"})


@pytest.fixture
def engine_name():
    """One database is enough here; drafts are kept and published on both elsewhere."""
    return "sqlite"


def out(cafe, kind):
    with cafe.unit(writing=False) as unit:
        return sheets.as_file(unit, cafe.business.id, cafe.business.slug, MONDAY, 1, kind=kind)


def bring(cafe, rows):
    with cafe.unit() as unit:
        return sheets.bring_in(unit, cafe.business.id, rows)


def drafts(cafe):
    with cafe.unit(writing=False) as unit:
        return unit.find(DRAFTS)


def rota_of(cafe):
    with cafe.unit(writing=False) as unit:
        return looking.week(unit, cafe.business.id, MONDAY).rota


# --- out


def test_csv_has_a_line_for_each_place_and_xlsx_the_same_and_people_by_days(cafe):
    cafe.fill()
    file = out(cafe, "csv")
    assert file.name == "rota-tideline-cafe-2026-11-30.csv"
    lines = list(csv.DictReader(StringIO(file.content.decode("utf-8-sig"))))
    names = {who: name for name, who in cafe.people.items()}
    rota = rota_of(cafe)
    told = sorted((one["date"], one["start"], one["job"], one["person"]) for one in lines)
    kept = sorted(
        (str(shift.day), "08:00" if shift.job == "Kitchen" else "09:00", shift.job, names[who])
        for shift in rota.shifts
        for who in rota.on(shift)
    )
    assert told == kept
    book = load_workbook(BytesIO(out(cafe, "xlsx").content))
    assert book.sheetnames == ["Rota", "List"]
    cells = [list(row) for row in book["Rota"].iter_rows(values_only=True)]
    for name, *week in cells[1:]:
        for day, cell in zip(cells[0][1:], week, strict=True):
            hers = {(d, job) for d, _, job, who in kept if who == name and d == day}
            assert {(day, one.rpartition(" ")[2]) for one in (cell or "").split("\n") if one} == hers


@pytest.mark.parametrize("text", ["=1+1", "+44 7700", "-2", "@SUM(A1)", "\t=1", "  =HYPERLINK(1)", "|cmd", "%x"])
def test_text_that_looks_like_a_formula_is_none_in_any_file_and_comes_back_as_it_was(text):
    assert sheet.safe(text).startswith("'")
    assert sheet.unsafe(sheet.safe(text)) == text
    book = load_workbook(BytesIO(as_xlsx({"Rota": [[sheet.safe(text)]]})))
    assert book["Rota"]["A1"].data_type == "s"


def test_control_ordinary_text_is_written_as_it_is():
    assert [sheet.safe(one) for one in ("Rosa", "O'Neil", "9-5 Till", "")] == ["Rosa", "O'Neil", "9-5 Till", ""]
    assert sheet.unsafe("'tis") == "'tis"


def test_sheet_goes_to_who_plans_and_to_nobody_else(cafe):
    cafe.fill()
    cafe.store.rights = lambda _: {cafe.business.id: frozenset({"cafe.see"})}
    with cafe.store.unit(Actor.person(cafe.people["Ben Hartley"], "Ben Hartley")) as unit:
        with pytest.raises(NotAllowed):
            sheets.as_file(unit, cafe.business.id, "tideline-cafe", MONDAY, 1, kind="csv")
        with pytest.raises(NotAllowed):
            sheets.bring_in(unit, cafe.business.id, [["person", "2026-12-01"]])


# --- in


def test_what_went_out_comes_in_as_the_same_rota_from_either_file(cafe):
    cafe.fill()
    before = {(one.shift, one.person) for one in rota_of(cafe).planned}
    for kind in ("csv", "xlsx"):
        file = out(cafe, kind)
        brought = bring(cafe, rows_of(file.content, file.name))
        assert brought.faults == ()
        assert brought.places == 20
        (draft,) = drafts(cafe)
        assert {(one.shift, one.person) for one in draft.assignments} == before


GRID = [
    ["person", "30/11/2026", "Tue 1 Dec 2026", None],
    ["Rosa Delgado", "08:00-14:00 Kitchen", None, None],
    ["mei tanaka", "08.00 – 14.00 kitchen", "off", None],
    ["Leah", "", "09:00-15:00 Front"],
]


def test_people_down_and_days_across_become_a_draft_of_those_days_alone(cafe):
    cafe.fill()
    before = rota_of(cafe)
    brought = bring(cafe, GRID)
    assert (brought.faults, brought.places) == ((), 3)
    (draft,) = drafts(cafe)
    named = {who: name for name, who in cafe.people.items()}
    of_days = {
        (one.shift, named[one.person])
        for one in draft.assignments
        if one.shift[:10] in ("2026-11-30", "2026-12-01")
    }
    assert of_days == {
        ("2026-11-30T08:00-Kitchen", "Rosa Delgado"),
        ("2026-11-30T08:00-Kitchen", "Mei Tanaka"),
        ("2026-12-01T09:00-Front", "Leah Osei"),
    }
    others = {(one.shift, one.person) for one in before.planned if one.shift[:10] > "2026-12-01"}
    assert others <= {(one.shift, one.person) for one in draft.assignments}
    assert rota_of(cafe) == before


WRONG = [
    ["Person", "2026-11-30", "2026-12-01", "Wensday"],
    ["Rosa Delgado", "08:00-14:00 Kitchen", "09:00-15:00 Bar", "08:00-14:00 Kitchen"],
    ["Nobody Known", "08:00-14:00 Kitchen", None, None],
    ["Leah Osei", "morning", "08:00-14:00 Kitchen", None],
    ["Ben Hartley", "09:00-16:00 Front", None, None],
]


def test_every_fault_is_named_by_row_and_column_and_nothing_is_written(cafe):
    brought = bring(cafe, WRONG)
    assert [str(one) for one in brought.faults] == [
        "Row 1, column D: “Wensday” is no day. Write it as 2026-11-30.",
        "Row 2, column C: There is no Bar at 09:00 on 2026-12-01. That day has: 08:00 Kitchen, 09:00 Front.",
        "Row 3, column B: Nobody called Nobody Known has paid work here in these weeks.",
        "Row 4, column B: “morning” is no shift. Write it as “09:00-14:00 Till”.",
        "Row 4, column C: Leah Osei is still learning a skill it needs.",
        "Row 5, column B: Front at 09:00 ends at 15:00 on 2026-11-30, not 16:00.",
    ]
    assert brought.draft is None
    assert drafts(cafe) == []


def test_control_the_same_sheet_without_its_faults_is_written(cafe):
    good = [WRONG[0][:2], ["Rosa Delgado", "08:00-14:00 Kitchen"], ["Ben Hartley", "09:00-15:00 Front"]]
    assert bring(cafe, good).places == 2
    assert len(drafts(cafe)) == 1


def test_lines_with_date_start_end_job_and_person_are_read_with_their_faults(cafe):
    rows = [
        ["Date", "Start", "End", "Job", "Person", "Note"],
        [datetime(2026, 11, 30), "08:00", "14:00", "Kitchen", "Rosa Delgado"],  # noqa: DTZ001 - as a spreadsheet has it
        ["2026-13-01", "08:00", "2 o'clock", "Kitchen", "Mei Tanaka"],
        ["2026-11-30", "08:00", "14:00", "Kitchen", ""],
    ]
    assert [str(one) for one in bring(cafe, rows).faults] == [
        "Row 3, column A: “2026-13-01” is no day. Write it as 2026-11-30.",
        "Row 3, column C: “2 o'clock” is no time of day. Write it as 14:00.",
    ]
    assert bring(cafe, [rows[0], rows[1], rows[3]]).places == 1


def test_shift_with_more_people_than_places_names_those_who_are_too_many(cafe):
    people = ("Rosa Delgado", "Mei Tanaka", "Sam Whitlock")
    rows = [["person", "2026-11-30"], *([who, "08:00-14:00 Kitchen"] for who in people)]
    assert [str(one) for one in bring(cafe, rows).faults] == [
        "Row 4, column B: Kitchen has 2 places on 2026-11-30, and they are taken."
    ]


def xlsx(rows):
    book, kept = Workbook(), BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(kept)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"PK\x03\x04 not a file", "rota.xlsx", "no spreadsheet that we can read"),
        (b"\xff\xfe\x00", "rota.csv", "CSV UTF-8"),
        (b"hello", "rota.pdf", "no spreadsheet that we can read"),
        (b"a," * 2_000_000, "rota.csv", "very large"),
        (b"x\n" * 6_000, "rota.csv", "very large"),
    ],
)
def test_file_that_is_no_spreadsheet_or_too_large_is_refused_in_words(content, name, said):
    with pytest.raises(BadInput, match=said):
        rows_of(content, name)


def test_file_that_unpacks_to_very_much_is_refused_before_it_is_read():
    with pytest.raises(BadInput, match="very large"):
        rows_of(xlsx([["a" * 30_000] * 40] * 40), "rota.xlsx")


def test_formula_in_a_file_is_read_as_what_it_says_last_and_never_worked_out(cafe):
    rows = rows_of(xlsx([["person", "2026-11-30"], ["=1+1", "08:00-14:00 Kitchen"]]), "rota.xlsx")
    assert [row[0] for row in rows] == ["person", None]


# --- the page


def sent(cafe, unit, content, name="rota.csv"):
    form = Form((("do", "in"),), files={"in-file": Sent(name, content), "file": Sent(name, content)})
    return visit(cafe, unit, form=form)


def test_page_brings_a_sheet_into_a_draft_or_shows_its_faults_in_both_editions(cafe):
    with cafe.unit() as unit:
        view = sheet_page.send_sheet(sent(cafe, unit, as_csv([[one or "" for one in row] for row in WRONG])))
        shown = {one: DISPLAY.render("cafe", view, edition=one) for one in Edition}
        assert "Nobody called Nobody Known has paid work" in shown[Edition.STANDARD]
        assert easy_read_faults(shown[Edition.EASY]) == []
        assert unit.find(DRAFTS) == []
        gone = sheet_page.send_sheet(sent(cafe, unit, as_csv([[one or "" for one in row] for row in GRID])))
        assert isinstance(gone, GoTo)
        assert gone.path == f"/cafe/{cafe.business.slug}/rota?week={MONDAY}"


def test_page_hands_out_both_kinds_of_file(cafe):
    cafe.fill()
    for kind, start in (("csv", b"\xef\xbb\xbfdate"), ("xlsx", b"PK")):
        with cafe.unit() as unit:
            form = Form((("first", str(MONDAY)), ("weeks", "1"), ("kind", kind)))
            answer = sheet_page.send_sheet(visit(cafe, unit, form=form))
        assert answer.content.startswith(start)
        assert answer.name.endswith(kind)
        assert kind in answer.media or "spreadsheetml" in answer.media
