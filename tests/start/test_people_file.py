"""A file of people as values: what a right one means, and the sentence for all that can be wrong with it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.enterprise.business import Business
from alongside.enterprise.roles import Role
from alongside.house.people_file.checking import Known, check, words_of
from alongside.house.people_file.joining import COLUMNS, HeldRole
from alongside.house.people_file.mapping import read_map
from alongside.house.people_file.sheet import read_sheet
from alongside.people.person import Format, Person
from alongside.placements.placement import PlacementType
from alongside.refusal import BadInput

TODAY = date(2026, 11, 23)
CAFE = Business(id="b1", slug="harbour-cafe", name="Harbour Café", kind="cafe", opened=TODAY)
KNOWN = Known(today=TODAY, businesses=(CAFE,))
HEADER = ",".join(COLUMNS)
WHOLE = "Rosa Delgado,1979-11-02,rosa@harbour.example,01632 960101,letter,member,Harbour Café,2026-11-02,14.10,28"


def planned(*rows, header=HEADER, known=KNOWN, mapped=None):
    return check(read_sheet("\n".join([header, *rows]).encode(), "people.csv", mapped), known)


def wrong(*rows, **facts):
    return words_of(planned(*rows, **facts).faults)


def with_cell(column, text):
    cells = dict(zip(COLUMNS, WHOLE.split(","), strict=True))
    return ",".join({**cells, column: text}.values())


def test_whole_row_says_who_she_is_and_what_was_agreed():
    plan = planned(WHOLE)
    (rosa,) = plan.people
    assert plan.faults == ()
    assert (rosa.name, rosa.date_of_birth, rosa.joined) == ("Rosa Delgado", date(1979, 11, 2), date(2026, 11, 2))
    assert (rosa.email, rosa.phone) == ("rosa@harbour.example", "01632 960101")
    assert (rosa.preferred_format, rosa.edition, rosa.roles) == (Format.LETTER, "en", (HeldRole(Role.MEMBER),))
    assert (rosa.work.business, rosa.work.minutes, rosa.work.rate) == (CAFE, 28 * 60, 1410)
    assert (rosa.work.kind, rosa.work.first_day) == (PlacementType.PAID, date(2026, 11, 2))


def test_name_alone_is_enough():
    (rosa,) = planned("Rosa Delgado", header="name").people
    assert (rosa.name, rosa.joined, rosa.work, rosa.roles) == ("Rosa Delgado", TODAY, None, ())


def test_work_without_a_rate_is_volunteering():
    assert planned(with_cell("rate", "")).people[0].work.kind is PlacementType.VOLUNTEERING


def test_work_that_begins_later_lets_her_join_today():
    assert planned(with_cell("start_date", "2027-01-04")).people[0].joined == TODAY


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", (Format.SCREEN, "en")),
        ("By post", (Format.LETTER, "en")),
        ("Phone call", (Format.PHONE_CALL, "en")),
        ("phone_call", (Format.PHONE_CALL, "en")),
        ("Easy Read", (Format.SCREEN, "en@easy")),
        ("easy-read letter", (Format.LETTER, "en@easy")),
        ("Recording", (Format.AUDIO, "en")),
    ],
)
def test_format_is_understood_as_people_write_it(text, told):
    (one,) = planned(with_cell("format", text)).people
    assert (one.preferred_format, one.edition) == told


def test_manager_without_a_business_manages_the_one_in_her_row():
    (one,) = planned(with_cell("roles", "manager; member ;manager:harbour-cafe")).people
    assert one.roles == (HeldRole(Role.MANAGER, CAFE), HeldRole(Role.MEMBER))


def test_row_that_says_what_she_manages_need_not_agree_work():
    (one,) = planned("Jo,,,,,manager,Harbour Café,,,").people
    assert (one.work, one.roles) == (None, (HeldRole(Role.MANAGER, CAFE),))


CELLS = [
    ("name", "", "nothing stands here. Give the name they use."),
    ("name", "x" * 101, "The name has 101 characters; the most is 100. Give the name they use."),
    ("name", "R\x07osa", "it holds a character that cannot be shown. Write it again by hand."),
    ("date_of_birth", "02/11/1979", "“02/11/1979” is not a day. Write it as year-month-day: 2026-11-23."),
    ("date_of_birth", "1066-10-14", "The day 1066-10-14 is too far off. Give one from 1900 to 2199."),
    ("date_of_birth", "2027-01-01", "The date of birth 2027-01-01 is later than the day of joining"),
    (
        "date_of_birth",
        "",
        "the date of birth of Rosa Delgado is not known, and the law sets the least pay by age.",
    ),
    ("email", "rosa at harbour", "“rosa at harbour” is no e-mail address. Write one such as ana@example.org"),
    ("phone", "ask her", "“ask her” is no telephone number. Write digits and blanks, or nothing."),
    ("format", "pigeon", "“pigeon” is no way to be told things. Write one of: screen, email, letter,"),
    ("roles", "king", "there is no role “king”. Roles: steward, manager, member,"),
    ("roles", "manager:nowhere", "there is no business “nowhere”. There are: Harbour Café."),
    ("roles", "steward:harbour-cafe", "a steward is for the whole enterprise. Leave the business out."),
    ("roles", "payroll:harbour-cafe", "payroll is for the whole enterprise. Leave the business out."),
    ("business", "Nowhere", "there is no business “Nowhere”. There are: Harbour Café."),
    ("business", "", "nothing stands here. Give the business she works in, or leave out what was agreed."),
    ("start_date", "", "nothing stands here. Give the first day of the work."),
    ("start_date", "soon", "“soon” is not a day. Write it as year-month-day: 2026-11-23."),
    ("rate", "a lot", "“a lot” is no amount of money. Write pounds and pence: 12.71."),
    ("rate", "0", "a rate of £0.00 is no pay. Give a rate above nothing, or leave it out."),
    ("rate", "5000", "a rate of £5,000.00 an hour is over £1,000.00. Look at the digits again."),
    ("hours_per_week", "", "nothing stands here. Give the hours agreed for a week."),
    ("hours_per_week", "many", "“many” is no number of hours. Write hours a week, such as 16 or 7.5."),
    ("hours_per_week", "0", "0 hours a week cannot be agreed. Give more than 0 and at most 168."),
    ("hours_per_week", "169", "169 hours a week cannot be agreed. Give more than 0 and at most 168."),
]


@pytest.mark.parametrize(("column", "text", "sentence"), CELLS)
def test_bad_cell_is_named_by_row_and_column(column, text, sentence):
    (said,) = wrong(WHOLE.replace("Rosa", "Ann"), with_cell(column, text))
    assert said.startswith(f"row 3, column {column}: {sentence}")


def test_rate_under_the_floor_is_refused_in_the_sentence_of_the_rule():
    (said,) = wrong(with_cell("rate", "12.70"))
    assert said.startswith("row 2, column rate: £12.70 an hour is too low for a pay period that starts on")
    assert "Source: GOV.UK, minimum wage calculator" in said
    assert "1979" not in said


def test_rate_is_held_to_the_floor_of_the_start_and_of_her_age_then():
    young = with_cell("date_of_birth", "2008-06-01").replace("14.10", "11.00")
    assert wrong(young) == []
    assert len(wrong(young.replace("2008", "1998"))) == 1


def test_rate_is_held_to_floors_that_rose_since_the_work_began():
    assert len(wrong(with_cell("start_date", "2026-03-02").replace("14.10", "12.21"))) == 1


def test_all_faults_come_at_once_in_the_order_of_rows_and_columns():
    said = wrong(
        with_cell("phone", "x").replace("1979", "79"), WHOLE.replace("letter", "owl").replace("Rosa", "Ann")
    )
    assert [line.split(":")[0] for line in said[:3]] == [
        "row 2, column date_of_birth",
        "row 2, column phone",
        "row 3, column format",
    ]


def test_person_who_stands_there_twice_is_named_with_both_rows():
    (said,) = wrong(WHOLE, "", WHOLE.upper().replace("ROSA@", "R@").replace("HARBOUR CAFÉ", "harbour-cafe"))
    assert said == (
        "row 4, column name: ROSA DELGADO stands in row 2 too, with the same date of birth. Take one of them out."
    )


@pytest.mark.parametrize(
    ("born", "email", "by"),
    [
        ("1979-11-02", "other@x.example", ", with the same date of birth"),
        ("1990-01-01", "ROSA@harbour.example", ", with the same e-mail address"),
        ("", "other@x.example", ", and no date of birth tells them apart"),
    ],
)
def test_person_on_record_already_is_named(born, email, by):
    there = Person(
        id="p1",
        name="rosa delgado",
        date_of_birth=date.fromisoformat(born) if born else None,
        email=email,
        joined=TODAY,
    )
    (said,) = wrong(WHOLE, known=Known(today=TODAY, businesses=(CAFE,), people=(there,)))
    assert said == f"row 2, column name: Rosa Delgado is on record already{by}. Take one of them out."


def test_two_people_of_one_name_are_told_apart_by_birth_and_address():
    assert wrong(WHOLE, WHOLE.replace("1979", "1989").replace("rosa@", "r@")) == []


def test_row_fills_in_somebody_who_is_on_record_by_name_alone():
    there = Person(id="p1", name="Rosa Delgado", joined=TODAY)
    known = Known(today=TODAY, businesses=(CAFE,), people=(there,), bare=frozenset({"p1"}))
    assert [one.completes for one in planned(WHOLE, known=known).people] == ["p1"]
    assert len(wrong(WHOLE, WHOLE.replace("1979", "1989").replace("rosa@", "r@"), known=known)) == 2


# --- the file itself


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (
            f"{HEADER}\n{WHOLE}".encode("utf-16"),
            "this is not text in UTF-8. Save it again and choose “CSV UTF-8”.",
        ),
        (f"{HEADER}\n{WHOLE}".encode("latin-1"), "this is not text in UTF-8."),
        (b"\x89PNG\0\0", "this is not text in UTF-8."),
        (b"x" * 900_001, "the file has 900,001 bytes; the most is 900,000. Divide it into two."),
        (b"", "the first row names no column “name”. Ours are: name,"),
        (b"name\n", "there is nobody in this file. Put one person in each row."),
        (b"name;email\nRosa;r@x.example\n", "the columns are not divided by commas. Save it as CSV with commas."),
        (b"name,emial\nRosa,\n", "“emial” is no column of ours. Did you mean “email”? Ours are: name,"),
        (b"name,shoe,hat\nRosa,,\n", "“shoe”, “hat” are no columns of ours."),
        (b"name,Name\nRosa,\n", "the column name is there twice. Leave one of them out."),
        (b'name\n"Rosa\n', "this is no table (unexpected end of data). Look for a quotation mark"),
    ],
)
def test_file_that_is_none_is_refused_in_a_sentence(content, sentence):
    with pytest.raises(BadInput) as refused:
        read_sheet(content, "people.csv")
    assert str(refused.value).startswith(f"people.csv: {sentence}")


def test_mark_before_the_text_and_other_ends_of_lines_are_taken():
    content = "\ufeff" + "\r\n".join([HEADER, WHOLE, ""])
    assert len(check(read_sheet(content.encode(), "p.csv"), KNOWN).people) == 1


def test_row_of_another_length_is_named():
    (said,) = wrong(f"{WHOLE},more")
    assert said.startswith("row 2, column hours_per_week: the row has 11 cells, and the header has 10.")


MAPS = {
    "map.toml": '[columns]\n"Full name" = "name"\nNotes = ""\nTold = "format"\n[values.format]\nOwl = "letter"\n',
    "map.csv": "Full name,name\nNotes,\nTold,format\nOwl,letter,format\n",
}


@pytest.mark.parametrize("file", MAPS)
def test_map_says_which_of_their_columns_and_words_are_ours(file):
    mapped = read_map(MAPS[file].encode(), file)
    plan = planned("Rosa Delgado,likes tea,owl", header="FULL NAME,Notes,Told", mapped=mapped)
    assert [(one.name, one.preferred_format) for one in plan.people] == [("Rosa Delgado", Format.LETTER)]


def test_fault_names_the_column_as_the_file_calls_it():
    mapped = read_map(MAPS["map.csv"].encode(), "map.csv")
    (said,) = wrong("Rosa,crow", header="Full name,Told", mapped=mapped)
    assert said.startswith("row 2, column Told: “crow” is no way to be told things.")


@pytest.mark.parametrize(
    ("file", "text", "sentence"),
    [
        ("m.toml", "[columns]\nA = 'shoe'", "m.toml: “shoe” is no column of ours. Ours are: name,"),
        ("m.toml", "[columns", "m.toml: this is no map ("),
        ("m.toml", "[colums]\nA = 'name'", "m.toml: this is no map. Write [columns] with lines such as"),
        ("m.csv", "A", "m.csv: each line of a map has two or three cells."),
        ("m.csv", "A,b,shoe", "m.csv: “shoe” is no column of ours."),
    ],
)
def test_map_that_is_none_is_refused_in_a_sentence(file, text, sentence):
    with pytest.raises(BadInput) as refused:
        read_map(text.encode(), file)
    assert str(refused.value).startswith(sentence)


@given(st.text(max_size=400))
def test_no_text_at_all_brings_the_check_down(text):
    content = f"{HEADER}\n{text}".encode("utf-8", "replace")
    try:
        plan = check(read_sheet(content, "people.csv"), KNOWN)
    except BadInput:
        return
    assert len(plan.people) + len(plan.faults) > 0
