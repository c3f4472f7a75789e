"""What is kept of a person: every table about her is answered for, to herself alone, and in words."""

import json
import re
from importlib import import_module
from io import BytesIO
from types import SimpleNamespace

import attrs
import pikepdf
import pytest
import sqlalchemy as sa

from alongside.display import Edition, View
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.opening import open_house
from alongside.house.own_record import actions, command, pages, papers
from alongside.house.own_record.booklets import MOST_PAGES
from alongside.house.own_record.plain import Known, made_plain
from alongside.house.own_record.saying import Teller
from alongside.house.own_record.told import as_data, told
from alongside.people import actions as people_actions
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.people.tables import PEOPLE
from alongside.refusal import NotAllowed, NotFound, NotWithAHelper
from alongside.store import Actor, Rows, Unit, trail
from alongside.testing.demo import copy_demo
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo

ID = re.compile(r"[0-9a-f]{32}")

TOLD_OTHERWISE = {
    "cafe_apart": "in confidence: only the pairs that she entered herself are told",
    "diary_resource": "an id, and that she has a diary; her times are told",
    "enterprise_duty": "written when she is erased, for a plugin that was absent then",
    "placements_kept": "written when she is erased, and named by person_kept",
    "studio_customer": "customers are organisations",
}
"""Tables that say whose rows they are and are not handed over, each with the reason."""


@pytest.fixture(scope="module")
def house(demo, tmp_path_factory):
    home = tmp_path_factory.mktemp("record") / "demo"
    copy_demo(demo, home)
    opened = open_house(home, core_parts(), find_plugins())
    yield opened
    opened.close()


def acting(house, name, *, helper=None, writing=False):
    with house.reading() as unit:
        who = people.find_person(unit, name).id
        beside = people.find_person(unit, helper).id if helper else None
    return house.store.unit(Actor.person(who, name, helper=beside), writing=writing)


def tables(house):
    kits = [import_module(f"alongside.{kit}.tables") for kit in ("messages", "jobs", "web")]
    modules = [*kits, *(part.tables.load(part.package) for part in house.parts if part.tables)]
    return [one for module in modules for one in vars(module).values() if isinstance(one, Rows) and one.about]


def without(monkeypatch, rows, person):
    """Let the rows of a table about a person be as if they were not there."""
    find, question = Unit.find, Unit.question

    def find_others(self, asked, *where, order=()):
        found = find(self, asked, *where, order=order)
        return [one for one in found if asked is not rows or getattr(one, rows.about) != person]

    def question_others(self, query):
        if re.search(rf"\b{rows.table.name}\b", str(query)):
            query = query.where(rows.table.c[rows.about] != person)
        return question(self, query)

    monkeypatch.setattr(Unit, "find", find_others)
    monkeypatch.setattr(Unit, "question", question_others)


def handed(house, person):
    with house.store.unit(Actor.person(person, "she"), writing=False) as unit:
        try:
            return str(unit.collect("person_exported", person=person))
        except Exception as missed:  # it asked for the rows, and they were not there
            return repr(missed)


def test_every_row_about_a_person_is_handed_over_by_some_part(house, monkeypatch):
    """Each table that has rows about somebody in the demo: without them, what she is handed is another."""
    untold, tried = [], 0
    for rows in tables(house):
        column = rows.table.c[rows.about]
        with house.reading() as unit:
            persons = [one.id for one in people.everybody(unit)]
            found = unit.question(sa.select(column).where(column.in_(persons)).limit(1))
        if rows.table.name in TOLD_OTHERWISE or not found:
            continue
        tried += 1
        whole = handed(house, found[0][0])
        with monkeypatch.context() as patch:
            without(patch, rows, found[0][0])
            if handed(house, found[0][0]) == whole:
                untold.append(rows.table.name)
    assert untold == []
    assert tried > 40


def test_every_table_about_a_person_is_asked_when_she_asks(house):
    """Those without rows in the demo too."""
    asked = set()

    def note(_connection, _cursor, statement, *_more):
        asked.update(re.findall(r"(?:FROM|JOIN) (\w+)", statement))

    sa.event.listen(house.store.engine, "before_cursor_execute", note)
    try:
        with house.reading() as unit:
            everybody = people.everybody(unit)
        for one in everybody:
            handed(house, one.id)
    finally:
        sa.event.remove(house.store.engine, "before_cursor_execute", note)
    about = {one.table.name for one in tables(house)}
    # Why she cannot come is asked of changes that there are.
    assert about - asked - set(TOLD_OTHERWISE) - {"cafe_said_why"} == set()
    assert set(TOLD_OTHERWISE) <= about


def test_no_id_and_nobody_whom_she_has_not_met_there_stands_in_it(house):
    with house.reading() as unit:
        everybody = people.everybody(unit)
    private = [(one.id, value) for one in everybody for value in (one.email, one.phone) if value]
    for one in everybody[::6]:
        with house.store.unit(Actor.person(one.id, one.name), writing=False) as unit:
            record = actions.look_at_own_record(unit)
        content = as_data(record, house.parts, house.display, house.today()).decode()
        assert not ID.search(content)
        assert one.name in content
        assert [value for who, value in private if who != one.id and value in content] == []


def test_every_part_is_told_in_words_in_both_editions(house):
    with acting(house, "Sam Whitlock") as unit:
        record = actions.look_at_own_record(unit)
    for edition in Edition:
        parts = told(record, house.parts, edition)
        assert {"people", "diary", "placements", "pay", "benefits", "decisions", "cafe"} <= {
            one.name for one in parts
        }
        for part in parts:
            labels = [one.called for section in part.sections for thing in section.things for one in thing]
            said = house.display.sentences(part.name, [one for one in labels if one], edition=edition)
            assert not [one for one in said if "_" in one]


def test_nobody_opens_it_with_a_helper(house):
    with acting(house, "Sam Whitlock", helper="Priya Raman") as unit, pytest.raises(NotWithAHelper):
        actions.look_at_own_record(unit)
    with acting(house, "Sam Whitlock", helper="Priya Raman", writing=True) as unit, pytest.raises(NotWithAHelper):
        actions.take_along(unit, "data")


@pytest.mark.parametrize("who", ["Marcus Bell", "Priya Raman", "Sunita Rao"])
def test_manager_supporter_and_trustee_are_not_handed_what_is_kept_of_somebody(house, who):
    with house.reading() as unit:
        sam = people.find_person(unit, "Sam Whitlock").id
    with acting(house, who, writing=True) as unit, pytest.raises(NotAllowed):
        actions.hand_over(unit, sam, "data")


def test_keyboard_has_no_record_of_its_own(house):
    with house.store.unit(Actor.keyboard(), writing=False) as unit, pytest.raises(NotAllowed):
        actions.look_at_own_record(unit)


def test_taking_it_along_stands_in_the_trail_without_what_is_in_it(house):
    with acting(house, "Sam Whitlock", writing=True) as unit:
        record = actions.take_along(unit, "paper")
    with house.reading() as unit:
        newest = trail.entries(unit, trail.Wanted(person=record.person.id), 1)[0]
    assert (newest.action, newest.kind, newest.about) == ("read", "people_person", record.person.id)
    assert newest.words == {"fields": ["own record", "paper"]}


def test_steward_hands_over_all_but_what_she_keeps_for_herself_alone(house):
    with acting(house, "Sam Whitlock") as unit:
        own = dict(actions.look_at_own_record(unit).answers)
    with acting(house, "Nia Castell", writing=True) as unit:
        handed_over = dict(actions.hand_over(unit, people.find_person(unit, "Sam Whitlock").id, "data").answers)
    assert handed_over["pay"] == own["pay"]
    assert own["benefits"] != handed_over["benefits"]
    assert isinstance(handed_over["benefits"]["only_for_her"], str)


def test_file_tells_what_its_keys_mean(house):
    with acting(house, "Sam Whitlock") as unit:
        record = actions.look_at_own_record(unit)
    data = json.loads(as_data(record, house.parts, house.display, house.today()))
    assert data["format"] == "alongside own record"
    assert data["name"] == "Sam Whitlock"
    assert set(data["kept"]) == set(data["parts"]) == set(data["keys"])
    assert data["keys"]["people"]["date_of_birth"] == "Birthday"
    assert all(words for keys in data["keys"].values() for words in keys.values())


def taking(house, way, edition=Edition.EASY, who="Sam Whitlock"):
    """Ask on the page to take the record along in a way."""
    with acting(house, who, writing=True) as unit:
        host = SimpleNamespace(parts=house.parts, display=house.display, broken=[])
        visit = SimpleNamespace(unit=unit, host=host, edition=edition, today=house.today(), form={"do": way})
        return pages.take(visit)


def test_long_record_in_easy_read_is_several_papers_and_together_they_hold_all_of_it(house):
    with acting(house, "Sam Whitlock") as unit:
        record = actions.look_at_own_record(unit)
    several, (one,) = (
        papers.contents(record, house.parts, edition) for edition in (Edition.EASY, Edition.STANDARD)
    )
    assert len(several) > 1
    things = [sum(len(section.things) for part in kept for section in part.sections) for kept in (*several, one)]
    assert sum(things[:-1]) == things[-1]
    last = taking(house, f"paper:{len(several)}")
    answer = last.settle(None, last.think())
    assert answer.name == f"kept-about-me-{house.today()}-{len(several)}-of-{len(several)}.pdf"
    assert answer.content.startswith(b"%PDF")


def test_whoever_wants_it_on_paper_is_asked_which_only_where_there_are_several(house):
    asked = taking(house, "paper")
    assert isinstance(asked, View)
    assert len(asked.facts["begins"]) > 1
    assert taking(house, "paper", Edition.STANDARD).settle(None, b"").name == f"kept-about-me-{house.today()}.pdf"
    with acting(house, "Nia Castell", writing=True) as unit:
        people.add_person(unit, Person(id=unit.new_id(), name="Wren Ashby", joined=house.today()))
    assert taking(house, "paper", who="Wren Ashby").settle(None, b"").name == f"kept-about-me-{house.today()}.pdf"


def test_page_to_take_it_along_reads_nothing_of_what_is_kept(house, monkeypatch):
    monkeypatch.setattr(actions, "look_at_own_record", None)
    with acting(house, "Sam Whitlock") as unit:
        assert pages.taking(SimpleNamespace(unit=unit, edition=Edition.EASY)).facts["begins"] == ()


@pytest.mark.proof
def test_no_paper_of_the_longest_record_has_more_than_twenty_pages(house):
    first = taking(house, "paper:1")
    (of,) = {int(first.settle(None, b"").name.partition("-of-")[2].partition(".")[0])}
    for number in range(1, of + 1):
        with pikepdf.open(BytesIO(taking(house, f"paper:{number}").think())) as pdf:
            assert len(pdf.pages) <= MOST_PAGES


@pytest.mark.parametrize("way", ["paper:99", "paper:x", "paper:-1", "", "letter"])
def test_way_of_taking_it_that_there_is_none_of_is_asked_again(house, way):
    assert isinstance(taking(house, way), GoTo)


def test_what_is_said_of_it_is_easy_to_read_and_what_somebody_wrote_is_left_as_it_is(house):
    with acting(house, "Sam Whitlock") as unit:
        record = actions.look_at_own_record(unit)
    for number, booklet in enumerate(papers.contents(record, house.parts, Edition.EASY), start=1):
        facts = {"parts": booklet, "name": "Sam Whitlock", "today": house.today(), "number": number, "of": 9}
        view = View("record_paper.html", "What is kept about me", facts)
        html = house.display.render("record", view, frame="paper", edition=Edition.EASY, enterprise="Us")
        assert easy_read_faults(html) == []


def test_letter_with_a_long_record_in_easy_read_is_several_files(house, tmp_path, monkeypatch):
    monkeypatch.setattr(papers, "make_pdf", lambda html: html.encode())
    desk = SimpleNamespace(opened=house, today=house.today())
    with acting(house, "Nia Castell", writing=True) as unit:
        sam = people.find_person(unit, "Sam Whitlock")
        unit.change(PEOPLE, sam, edition=Edition.EASY.value)
        made = command._content(desk, unit, sam.id, tmp_path / "sam.pdf")
        unit.change(PEOPLE, people.find_person(unit, "Sam Whitlock"), edition=sam.edition)
    names = [file.name for file in made]
    assert names == [f"sam-{number}-of-{len(made)}.pdf" for number in range(1, len(made) + 1)]
    assert len(names) > 1


def test_erased_person_has_no_record(house):
    with house.store.unit(Actor.keyboard()) as unit:
        gone = people.find_person(unit, "Abel Santos").id
        people_actions.erase(unit, gone)
    with house.store.unit(Actor.keyboard()) as unit, pytest.raises(NotFound):
        actions.hand_over(unit, gone, "data")
    with house.store.unit(Actor.person(gone, "Abel"), writing=False) as unit, pytest.raises(NotAllowed):
        actions.look_at_own_record(unit)


KNOWN = Known(person="her", people={"her": "Rosa", "him": "Dan"}, places={"b1": "Café"}, zone="Europe/London")


def test_plain_answer_names_businesses_and_whom_she_chose_and_nobody_else():
    answer = {
        "rows": [{"id": "x", "person": "her", "supporter": "him", "by": "him", "business": "b1", "seen": ["him"]}]
    }
    assert made_plain(answer, KNOWN) == {"rows": [{"supporter": "Dan", "business": "Café", "seen": []}]}


def test_key_without_words_is_said_by_its_own_letters():
    teller = Teller(part="record", words={}, edition=Edition.STANDARD, zone="Europe/London")
    ((section),) = teller.sections({"big_wish": [{"more_tea": "all_day", "minutes": 90}]})
    assert str(section.title) == "Big wish"
    assert [(str(one.called), one.values) for one in section.things[0]] == [
        ("More tea", ("All day",)),
        ("How long", ("1½\u00a0hours",)),
    ]


def test_both_databases_answer_alike(store, keyboard):
    from alongside.enterprise import offers as enterprise
    from alongside.house.reacting import Reactions
    from alongside.people.person import Person

    parts = (*core_parts(), *find_plugins().plugins)
    store.dispatch = Reactions(parts)
    with store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Tideline")
        new = [
            Person(id=unit.new_id(), name=name, joined=unit.now.date()) for name in ("Rosa Quill", "Dan Pascoe")
        ]
        rosa, dan = (people.add_person(unit, one).id for one in new)
        people_actions.add_skill(unit, dan, "till", "Marker 4711")
        people_actions.add_skill(unit, rosa, "till", "Marker 1147")
        unit.note_reading(PEOPLE, people.present(unit, dan), "name")
    with store.unit(Actor.person(rosa, "Rosa"), writing=False) as unit:
        record = actions.look_at_own_record(unit)
        assert {name for name, _ in record.answers} >= {"people", "pay", "cafe", "studio", "training", "messages"}
        assert "Marker 1147" in str(record.answers)
        assert "Marker 4711" not in str(record.answers)
        assert dan not in str(attrs.asdict(record))


def test_pages_of_the_parts_together_say_all_of_the_record(house):
    """Read as she would, page by page, against the record that she takes with her."""
    with acting(house, "Sam Whitlock") as unit:
        record = actions.look_at_own_record(unit)
        host = SimpleNamespace(parts=house.parts, display=house.display, broken=[], house=house)
        visit = SimpleNamespace(
            unit=unit, host=host, edition=Edition.STANDARD, query={}, path={}, actor=unit.actor
        )
        every = {one.name: one.sections for one in told(record, house.parts, Edition.STANDARD)}
        listed = [one.name for one in pages.kept(visit).facts["parts"]]
        assert set(every) <= set(listed)
        for name in listed:
            visit.path = {"part": name}
            page = pages.part(visit).facts["page"]
            assert tuple(one.section for one in page.sections) == every.get(name, ())


def test_part_that_there_is_none_of_is_not_found(house):
    with acting(house, "Sam Whitlock") as unit:
        host = SimpleNamespace(parts=house.parts, house=house)
        visit = SimpleNamespace(unit=unit, host=host, edition=Edition.EASY, query={}, path={"part": "nothing"})
        with pytest.raises(NotFound):
            pages.part(visit)


def test_part_is_not_read_with_a_helper(house):
    with acting(house, "Sam Whitlock", helper="Priya Raman") as unit:
        host = SimpleNamespace(parts=house.parts, house=house)
        visit = SimpleNamespace(unit=unit, host=host, edition=Edition.EASY, query={}, path={"part": "pay"})
        with pytest.raises(NotWithAHelper):
            pages.part(visit)
