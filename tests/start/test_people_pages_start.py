"""People on pages: one by hand, many from a list, by the rules of the file; and forms that bring a file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.people import offers as people
from alongside.placements import offers as placements
from alongside.testing.easy_read import easy_read_faults
from alongside.web.multipart import parts_of

HEADER = "name,date_of_birth,roles,business,start_date,rate,hours_per_week"
LIST = f"{HEADER}\nRosa Delgado,1979-11-02,member,harbour-cafe,2026-11-02,14.10,28\nSam Whitlock,,,,,,\n"
BY_HAND = {
    "name": "Rosa Delgado",
    "date_of_birth": "1979-11-02",
    "email": "",
    "phone": "",
    "format": "letter",
    "edition": "en@easy",
    "business": "harbour-cafe",
    "start_date": "2026-11-02",
    "rate": "14.10",
    "hours_per_week": "28",
}


@pytest.fixture
def nia(browse, opened, home):
    """The first steward's browser, in an enterprise with a café."""
    browser = browse("--name", "Harbour Together", "--business", "Harbour Café:cafe", "--steward", "Nia Castell")
    come_in(browser, opened(home), "Nia Castell")
    return browser


def come_in(browser, house, name):
    with house.reading() as unit:
        person = people.find_person(unit, name).id
    browser.client.come_in_as(house.store, person)


@pytest.fixture
def on_record(opened, home):
    def names():
        with opened(home).reading() as unit:
            return [one.name for one in people.everybody(unit)]

    return names


def looked(browser, text=LIST, **more):
    return browser.send("/people/file", {"text": text, **more}, files={"file": ("", b"")})


def test_list_is_looked_at_first_and_then_put_on_record(nia, on_record):
    seen = looked(nia)
    assert "2 people can be put on record" in seen.text
    assert "Harbour Café from 2026-11-02, 28 hours a week, £14.10 an hour" in seen.text.replace("\u00a0", " ")
    assert on_record() == ["Nia Castell"]
    done = looked(nia, then="write")
    assert done.url.path == "/people"
    assert "2 people are on record now." in done.text
    assert on_record() == ["Nia Castell", "Rosa Delgado", "Sam Whitlock"]


def test_file_that_was_chosen_is_taken(nia, on_record):
    sent = {"file": ("people.csv", "\ufeff".encode() + LIST.encode(), "text/csv")}
    seen = nia.send("/people/file", {"text": ""}, files=sent)
    assert "2 people can be put on record" in seen.text
    assert "Sam Whitlock,,,,,," in seen.text


def test_faults_are_listed_and_the_text_is_there_to_be_put_right(nia, on_record):
    seen = looked(nia, LIST.replace("1979", "79").replace("14.10", "1.00"))
    assert "2 things are not right yet" in seen.text or "1 thing is not right yet" in seen.text
    assert "Row 2, date_of_birth:" in seen.text
    assert "Rosa Delgado,79-11-02" in seen.text
    assert looked(nia, LIST.replace("1979", "79"), then="write").status_code == 422
    assert on_record() == ["Nia Castell"]


@pytest.mark.parametrize(
    ("files", "text", "sentence"),
    [
        ({"file": ("", b"")}, "", "Choose a file, or write the list below."),
        ({"file": ("p.csv", LIST.encode("utf-16"))}, "", "p.csv: this is not text in UTF-8."),
        ({"file": ("", b"")}, "shoe\n1\n", "the list: “shoe” is no column of ours."),
    ],
)
def test_what_is_no_list_is_said_beside_the_field(nia, files, text, sentence):
    answer = nia.send("/people/file", {"text": text}, files=files)
    assert (answer.status_code, sentence in answer.text) == (422, True)


def test_person_by_hand_is_put_on_record_with_role_and_work(nia, opened, home):
    done = nia.send("/people/new", BY_HAND, many=(("roles", "member"), ("roles", "manager:harbour-cafe")))
    assert "Rosa Delgado is on record. You can add the next person." in done.text
    with opened(home).reading() as unit:
        rosa = people.find_person(unit, "Rosa Delgado")
        assert (rosa.preferred_format.value, rosa.edition) == ("letter", "en@easy")
        assert [one.rate for one in placements.placements_of(unit, rosa.id)] == [1410]


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"name": ""}, "name", "Nothing stands here. Give the name they use."),
        ({"rate": "1"}, "rate", "£1.00 an hour is too low"),
        ({"hours_per_week": ""}, "hours_per_week", "Nothing stands here. Give the hours agreed for a week."),
        ({"date_of_birth": ""}, "date_of_birth", "The date of birth of Rosa Delgado is not known"),
    ],
)
def test_mistake_by_hand_is_said_beside_its_field_and_nothing_is_lost(nia, on_record, changes, field, sentence):
    answer = nia.send("/people/new", {**BY_HAND, **changes})
    assert answer.status_code == 422
    assert f'href="#{field}">{sentence}' in answer.text
    assert 'value="2026-11-02"' in answer.text
    assert on_record() == ["Nia Castell"]


@pytest.mark.parametrize(
    "send",
    [
        lambda nia: nia.send("/people/new", BY_HAND | {"rate": "1"}),
        lambda nia: looked(nia, LIST.replace("14.10", "1")),
    ],
    ids=["by hand", "from a list"],
)
def test_rate_under_the_floor_is_told_in_a_sentence_with_its_rule_folded_behind_why(nia, send):
    seen = send(nia).text
    assert "£1.00 an hour is too low" in seen
    assert 'href="/rules/uk.minimum-wage?on=2026-11-01"' in seen
    # The rule's id and its source stand behind “Why?” and on its own page, in no sentence.
    assert "Rule uk.minimum-wage" not in seen


def test_first_steward_is_filled_in_by_hand(nia, on_record):
    nia.send("/people/new", {**BY_HAND, "name": "Nia Castell"})
    assert on_record() == ["Nia Castell"]


def test_nobody_else_brings_people_in(nia, on_record, opened, home):
    looked(nia, then="write")
    come_in(nia, opened(home), "Sam Whitlock")
    for path in ("/people/file", "/people/new", "/first-steps"):
        assert nia.open(path).status_code == 403
    assert looked(nia, LIST.replace("Rosa", "Ann"), then="write").status_code == 403


@pytest.mark.parametrize("path", ["/people/new", "/people/file", "/first-steps"])
def test_page_of_the_start_is_easy_to_read(nia, path):
    assert easy_read_faults(nia.open(f"{path}?edition=easy").text) == []


# --- a form with a file in it


def test_other_pages_take_no_file(nia):
    answer = nia.send("/people/new", BY_HAND, files={"file": ("x.csv", b"x")})
    assert (answer.status_code, "is not a form of this page" in answer.text) == (400, True)


def test_file_that_is_too_large_is_turned_away(nia):
    answer = nia.send("/people/file", {"text": ""}, files={"file": ("x.csv", b"x" * 1_100_000)})
    assert answer.status_code == 413


def form(*parts, mark="XX"):
    body = b"".join(b"--%b\r\n%b\r\n" % (mark.encode(), part) for part in parts) + b"--%b--\r\n" % mark.encode()
    return list(parts_of(f"multipart/form-data; boundary={mark}", body))


FIELD = b'Content-Disposition: form-data; name="text"\r\n\r\n'


@given(st.binary(max_size=300), st.text(st.characters(exclude_characters='"\r\n%', codec="utf-8"), max_size=20))
def test_what_was_sent_comes_out_as_it_was(content, name):
    head = f'Content-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: text/csv\r\n\r\n'
    mark = "nothing-holds-this-0815"
    (one,) = form(head.encode() + content, mark=mark)
    assert (one.name, one.file, one.content) == ("file", name, content)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"--XX--\r\n"),
        ("multipart/form-data; boundary=" + "x" * 71, b"--XX--\r\n"),
        ("multipart/form-data; boundary=XX", b"no form\r\n--XX--\r\n"),
        ("multipart/form-data; boundary=XX", b"--XX\r\n" + FIELD + b"cut"),
        ("multipart/form-data; boundary=XX", b"--XX\r\nX: y\r\n\r\nnameless\r\n--XX--\r\n"),
        ("multipart/form-data; boundary=XX", b"--XX\r\nno end of the head\r\n--XX--\r\n"),
        ("multipart/form-data; boundary=XX", (b"--XX\r\n" + FIELD + b"1\r\n") * 61 + b"--XX--\r\n"),
    ],
)
def test_what_no_browser_sends_is_refused(kind, body):
    with pytest.raises(ValueError, match="no boundary|not begun|without a name"):
        list(parts_of(kind, body))


@given(st.binary(max_size=200))
def test_no_bytes_bring_it_down(body):
    try:
        list(parts_of("multipart/form-data; boundary=XX", b"--XX\r\n" + body + b"\r\n--XX--"))
    except ValueError:
        return
