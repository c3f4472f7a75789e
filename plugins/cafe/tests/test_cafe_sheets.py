"""The rota goes out into spreadsheets and comes in from one: whole, or not at all with every fault by its cell."""

import csv
import re
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from alongside.api.display import Display, Edition
from alongside.api.store import Actor
from alongside.api.values import BadInput, NotAllowed
from alongside.api.web import Form, GoTo
from alongside.testing.easy_read import easy_read_faults
from alongside.web.multipart import Sent
from alongside_cafe import sheet, sheet_cells, sheet_reading
from alongside_cafe.actions import begun_by_hand, looking, placing, planning, sheets, wishing
from alongside_cafe.pages import sheet as sheet_page
from alongside_cafe.pattern import OpeningPattern, ShiftTemplate
from alongside_cafe.sheet_files import as_csv, as_xlsx, rows_of
from alongside_cafe.tables import DRAFTS

from .conftest import add_person
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


@pytest.mark.parametrize(
    "text", ["=1+1", "+44 7700", "-2", "@SUM(A1)", "\t=1", "  =HYPERLINK(1)", "|cmd", "%x", "'=1", "＝1"]
)
def test_text_that_looks_like_a_formula_is_none_in_any_file_and_comes_back_as_it_was(text):
    assert sheet.safe(text).startswith("'")
    assert sheet.unsafe(sheet.safe(text)) == text
    book = load_workbook(BytesIO(as_xlsx({"Rota": [[sheet.safe(text)]]})))
    assert book["Rota"]["A1"].data_type == "s"


def test_control_ordinary_text_is_written_as_it_is():
    assert [sheet.safe(one) for one in ("Rosa", "O'Neil", "9-5 Till", "", "'tis")] == [
        "Rosa",
        "O'Neil",
        "9-5 Till",
        "",
        "'tis",
    ]
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


def test_what_a_sheet_says_is_kept_when_the_rota_is_filled_again_until_another_sheet_says_otherwise(cafe):
    cafe.fill()
    bring(cafe, GRID)
    (draft,) = drafts(cafe)
    hers = {one for one in draft.assignments if one.shift[:10] in ("2026-11-30", "2026-12-01")}
    assert set(draft.pinned) == hers
    assert hers <= set(cafe.draft().assignments)
    bring(cafe, [GRID[0], GRID[1], ["Sam Whitlock", "08:00-14:00 Kitchen", "off", None]])
    names = {who: name for name, who in cafe.people.items()}
    (draft,) = drafts(cafe)
    assert {names[one.person] for one in draft.pinned} == {"Rosa Delgado", "Sam Whitlock"}


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


def test_formula_whose_result_is_not_in_the_file_is_named_and_never_worked_out(cafe):
    rows = rows_of(xlsx([["person", "=A9+1", "2026-12-01"], ["=1+1", "", "09:00-15:00 Front"]]), "rota.xlsx")
    faults = bring(cafe, rows).faults
    assert [(one.row, one.column, one.said) for one in faults] == [
        (1, "B", sheet_cells.Odd.NOT_WORKED_OUT.value),
        (2, "A", sheet_cells.Odd.NOT_WORKED_OUT.value),
    ]


def test_formula_whose_result_is_in_the_file_is_read_as_that(cafe):
    content = xlsx([["person", "2026-11-30"], ["Rosa Delgado", "=B9"]])
    packed, written = ZipFile(BytesIO(content)), BytesIO()
    with ZipFile(written, "w") as out_:
        for one in packed.infolist():
            text = packed.read(one)
            worked_out = b'<c r="B2" t="str"><f>B9</f><v>08:00-14:00 Kitchen</v></c>'
            text = re.sub(rb'<c r="B2"[^>]*><f>B9</f><v ?/?>(</v>)?</c>', worked_out, text)
            out_.writestr(one, text)
    assert bring(cafe, rows_of(written.getvalue(), "rota.xlsx")).places == 1


def test_merged_cells_are_named_since_they_hide_days_and_people(cafe):
    book, kept = Workbook(), BytesIO()
    for row in GRID:
        book.active.append(row)
    book.active.merge_cells("B2:C2")
    book.save(kept)
    faults = [str(one) for one in bring(cafe, rows_of(kept.getvalue(), "rota.xlsx")).faults]
    said = "This cell is merged with another. Split it, and write in each cell what it says."
    assert faults == [f"Row 2, column B: {said}", f"Row 2, column C: {said}"]
    assert drafts(cafe) == []


def test_first_sheet_that_is_shown_is_read_and_empty_rows_to_the_end_are_no_size(cafe):
    book, kept = Workbook(), BytesIO()
    book.active.append(["Notes"])
    book.active.sheet_state = "hidden"
    shown = book.create_sheet("Rota")
    for row in GRID:
        shown.append(row)
    shown.row_dimensions[60_000].height = 20
    shown["D60000"].font = Font(bold=True)
    book.save(kept)
    assert bring(cafe, rows_of(kept.getvalue(), "rota.xlsx")).places == 3


def test_what_stands_far_below_or_beside_is_not_passed_over():
    for far in ("A60000", "ZZ2"):
        book, kept = Workbook(), BytesIO()
        book.active["A1"], book.active[far] = "person", "here"
        book.save(kept)
        with pytest.raises(BadInput, match="very large"):
            rows_of(kept.getvalue(), "rota.xlsx")


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("person,2026-11-30\r\nRosa Delgado,08:00-14:00 Kitchen\r\n", True),
        ("person;2026-11-30\nRosa Delgado;08:00-14:00 Kitchen\n", False),
        ("sep=;\nperson;2026-11-30\nRosa Delgado;08:00-14:00 Kitchen\n", False),
        ("\n\nperson\t2026-11-30\rRosa Delgado\t08:00-14:00 Kitchen", False),
        ('"person";"Mon, 30 Nov 2026"\n"Rosa\u00a0 Delgado";"08:00-14:00 Kitchen"\n', True),
    ],
)
def test_csv_is_read_with_or_without_a_mark_and_by_whatever_separates_it(cafe, text, marked):
    content = text.encode("utf-8-sig" if marked else "utf-8")
    brought = bring(cafe, rows_of(content, "rota.csv"))
    assert (brought.faults, brought.places) == ((), 1)


@pytest.mark.parametrize(
    "start",
    [time(8), "8:00", "08.00", "08:00:00", 8 / 24, datetime(1899, 12, 30, 8), timedelta(hours=8)],  # noqa: DTZ001
)
def test_time_may_be_text_a_time_or_a_share_of_a_day(cafe, start):
    rows = [[*sheet.COLUMNS], [datetime(2026, 11, 30), start, "14:00", "Kitchen", "Rosa Delgado"]]  # noqa: DTZ001
    assert bring(cafe, rows_of(xlsx(rows), "rota.xlsx")).places == 1


@pytest.mark.parametrize(
    "start", ["8", "8.3", "25:00", "08:60", "1_0:00", 8, 1.5, "8 am", True, timedelta(hours=30)]
)
def test_control_time_that_could_mean_two_things_is_asked_about(cafe, start):
    rows = [[*sheet.COLUMNS], ["2026-11-30", start, "14:00", "Kitchen", "Rosa Delgado"]]
    (fault,) = bring(cafe, rows_of(xlsx(rows), "rota.xlsx")).faults
    assert str(fault).startswith("Row 2, column B: “")


@pytest.mark.parametrize("day", [date(9999, 12, 31), "31/12/9999", "0001-01-01", 1e12, "46356"])
def test_day_that_nobody_can_mean_is_named_at_its_cell(cafe, day):
    rows = [[*sheet.COLUMNS], [day, "08:00", "14:00", "Kitchen", "Rosa Delgado"]]
    (fault,) = bring(cafe, rows).faults
    assert str(fault).startswith("Row 2, column A: “")


def test_day_whose_lines_name_nobody_is_empty_in_the_draft(cafe):
    cafe.fill()
    rows = [[*sheet.COLUMNS], ["2026-11-30", "08:00", "14:00", "Kitchen", ""], ["", "", "", "Sum", ""]]
    assert bring(cafe, rows).faults == ()
    (draft,) = drafts(cafe)
    days = {one.shift[:10] for one in draft.assignments}
    assert days == {f"2026-12-0{n}" for n in range(1, 5)}


def test_control_day_that_is_not_told_of_keeps_its_people(cafe):
    cafe.fill()
    rows = [[*sheet.COLUMNS], ["2026-11-30", "08:00", "14:00", "Kitchen", "Rosa Delgado"]]
    assert bring(cafe, rows).places == 1
    (draft,) = drafts(cafe)
    assert {one.shift[:10] for one in draft.assignments} >= {f"2026-12-0{n}" for n in range(1, 5)}


def test_people_who_cannot_be_told_apart_and_columns_that_stand_twice_are_named(cafe):
    with cafe.unit() as unit:
        add_person(unit, "Rosa Delgado", ("front",), cafe.business)
        add_person(unit, "Ben Ashby", ("front",), cafe.business)
    rows = [["person", "2026-11-30"], ["Rosa Delgado", "08:00-14:00 Kitchen"], ["Ben", "09:00-15:00 Front"]]
    assert [one.said for one in bring(cafe, rows).faults] == [
        "Two people here are called Rosa Delgado. Leave both out, and put them on the rota by hand.",
        "There is more than one Ben. Write the whole name.",
    ]
    twice = [[*sheet.COLUMNS, "Person"], ["2026-11-30", "08:00", "14:00", "Kitchen", "Mei Tanaka", "Ben Hartley"]]
    (fault,) = bring(cafe, twice).faults
    assert str(fault) == "Row 1, column F: There is a column “person” already. Leave out one of the two."


def test_shift_without_a_name_or_without_a_day_is_named(cafe):
    rows = [["person", "2026-11-30"], ["", "08:00-14:00 Kitchen"], ["Mei Tanaka", "", "08:00-14:00 Kitchen"]]
    assert [str(one) for one in bring(cafe, rows).faults] == [
        "Row 1, column C: There is no day above these shifts. Write it there.",
        "Row 2, column A: There is no name before this shift. Write whose it is.",
    ]


def learners_kitchen(cafe):
    """A kitchen that anybody can help in, with a place to learn beside, and Leah on that place in the draft."""
    anyone = ShiftTemplate(
        weekday=0, starts=time(8), ends=time(14), job="Kitchen", places=(frozenset(),) * 2, learning=("kitchen",)
    )
    with cafe.unit() as unit:
        planning.set_pattern(unit, cafe.business.id, OpeningPattern((anyone,)))
    cafe.store.rights = lambda _: {cafe.business.id: frozenset({"cafe.see"})}
    with cafe.store.unit(Actor.person(cafe.people["Mei Tanaka"], "Mei Tanaka")) as unit:
        wishing.say_learning(unit, cafe.business.id, [], ["kitchen"])
    with cafe.store.unit(Actor.person(cafe.people["Leah Osei"], "Leah Osei")) as unit:
        wishing.say_learning(unit, cafe.business.id, ["kitchen"], [])
    with cafe.unit() as unit:
        draft = begun_by_hand.begin(unit, cafe.business.id, MONDAY, 1)
        for place, name in enumerate(("Mei Tanaka", "Rosa Delgado", "Leah Osei")):
            draft = placing.put(unit, draft, "2026-11-30T08:00-Kitchen", place, cafe.people[name])
    return cafe.publish(draft)


def test_who_learns_goes_out_as_a_learner_and_comes_in_as_one(cafe):
    learners_kitchen(cafe)
    for kind in ("csv", "xlsx"):
        file = out(cafe, kind)
        rows = rows_of(file.content, file.name)
        # Rosa is not there any more, so that a place of the team is free for whoever it is given to.
        rows = [
            [None if cell == "Rosa Delgado" else cell for cell in row] for row in rows if row[0] != "Rosa Delgado"
        ]
        assert any("learning kitchen" in str(cell) or cell == "kitchen" for row in rows for cell in row)
        assert bring(cafe, rows).faults == ()
        (draft,) = drafts(cafe)
        assert {one.place for one in draft.assignments if one.person == cafe.people["Leah Osei"]} == {2}


def test_sheet_that_says_nothing_of_learning_makes_no_learner_into_cover(cafe):
    learners_kitchen(cafe)
    rows = [["person", "2026-11-30"], *([who, "08:00-14:00 Kitchen"] for who in ("Leah Osei", "Mei Tanaka"))]
    assert bring(cafe, rows).places == 2
    (draft,) = drafts(cafe)
    places = {one.person: one.place for one in draft.assignments}
    assert places == {cafe.people["Leah Osei"]: 2, cafe.people["Mei Tanaka"]: 0}
    assert len(draft.gaps) == 1


def test_control_somebody_new_is_one_of_the_team_unless_the_sheet_says_that_she_learns(cafe):
    learners_kitchen(cafe)
    assert bring(cafe, [["person", "2026-11-30"], ["Ben Hartley", "08:00-14:00 Kitchen"]]).places == 1
    (draft,) = drafts(cafe)
    assert [one.place for one in draft.assignments] == [0]
    (fault,) = bring(cafe, [["person", "2026-11-30"], ["Leah Osei", "08:00-14:00 Kitchen (learning till)"]]).faults
    assert fault.said == "Kitchen has no place to learn till on 2026-11-30."


CELLS = st.one_of(
    st.none(),
    st.text(max_size=20),
    st.sampled_from(
        ["person", "date", "start", "end", "job", "learning", "2026-11-30", "Rosa Delgado", "Kitchen", "08:00"]
    ),
    st.sampled_from(
        ["14:00", "08:00-14:00 Kitchen", "08:00-14:00 Kitchen (learning x)", "off", "=1", *sheet_cells.Odd]
    ),
    st.floats(),
    st.integers(),
    st.booleans(),
    st.datetimes(),
    st.dates(),
    st.times(),
    st.timedeltas(),
)


@given(st.lists(st.lists(CELLS, max_size=7), max_size=7))
def test_whatever_stands_in_a_sheet_is_read_or_named_by_its_cell(rows):
    told = sheet_reading.read(rows)
    assert told.days >= {one.day for one in told.entries}
    assert all(one.person and one.job for one in told.entries) or told.faults
    for fault in told.faults:
        assert fault.said.endswith(".")
        assert len(fault.said) < 300


BROKEN = xlsx(GRID)


@given(st.lists(st.tuples(st.integers(0, len(BROKEN) - 1), st.integers(0, 255)), min_size=1, max_size=12))
@pytest.mark.filterwarnings("ignore")
def test_broken_file_is_read_or_refused_in_one_sentence(changes):
    content = bytearray(BROKEN)
    for at, byte in changes:
        content[at] = byte
    with suppress(BadInput):
        rows_of(bytes(content), "rota.xlsx")


def test_other_packed_files_and_files_under_a_wrong_name_are_refused_in_words():
    document = BytesIO()
    with ZipFile(document, "w") as packed:
        packed.writestr("word/document.xml", "<w/>")
    with pytest.raises(BadInput, match="no spreadsheet that we can read"):
        rows_of(document.getvalue(), "rota.xlsx")
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    for name in ("rota.xls", "rota.xlsx", "rota.csv"):
        with pytest.raises(BadInput, match="locked, or from an old program"):
            rows_of(old, name)
    assert rows_of(xlsx([["person"]]), "rota.csv") == [["person"]]


def test_macros_in_a_file_are_left_alone(cafe):
    packed, written = ZipFile(BytesIO(xlsx(GRID))), BytesIO()
    with ZipFile(written, "w") as out_:
        for one in packed.infolist():
            out_.writestr(one, packed.read(one))
        out_.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0 whatever it does")
    assert bring(cafe, rows_of(written.getvalue(), "rota.xlsx")).places == 3


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
