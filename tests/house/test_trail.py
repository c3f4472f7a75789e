"""The audit trail as stewards read it: by day, kind and person; whoever opens the words leaves an entry."""

from datetime import date, timedelta

import attrs
import pytest

from alongside.display import Edition
from alongside.display.rendering import Display
from alongside.display.texts import wording
from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.trail import actions, pages
from alongside.house.trail.kinds import kinds
from alongside.instants import Period
from alongside.people import actions as people_actions
from alongside.people import offers as people
from alongside.people.person import Format, Person
from alongside.refusal import NotAllowed, NotFound
from alongside.store import Actor, trail
from alongside.store.audit import ENTRIES
from alongside.testing.easy_read import easy_read_faults
from alongside.testing.easy_words import hard_words
from alongside.testing.fixtures import NOON
from alongside.web import Thinking
from alongside.web.visit import Form, Visit, Visitor

TODAY = date(2026, 11, 23)
DISPLAY = Display({"trail": "alongside.house.trail", "web": "alongside.web"})


@attrs.frozen
class Host:
    store: object
    parts: object = attrs.field(factory=core_parts)


@attrs.frozen
class Hall:
    """Rosa changed her choices yesterday; Nia, the steward, put Dan on record today."""

    store: object
    nia: str
    rosa: str
    dan: str

    def as_(self, who, *, writing=True):
        return self.store.unit(Actor.person(getattr(self, who), who), writing=writing)


@pytest.fixture
def hall(store, keyboard):
    parts = {part.name: part.permissions for part in core_parts()}
    store.rights = lambda unit: enterprise.rights_of(unit, parts)
    store.clock = lambda: NOON - timedelta(days=2)
    with store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Tideline")
        new = [Person(id=unit.new_id(), name=name, joined=TODAY) for name in ("Nia Castell", "Rosa Quill")]
        nia, rosa = (people.add_person(unit, one).id for one in new)
        enterprise.give_role(unit, nia, "steward")
        enterprise.give_role(unit, rosa, "member")
    store.clock = lambda: NOON - timedelta(days=1)
    with store.unit(Actor.person(rosa, "Rosa")) as unit:
        people_actions.change_own_choices(unit, rosa, preferred_format=Format.LETTER, picture="sun")
    store.clock = lambda: NOON
    with store.unit(Actor.person(nia, "Nia")) as unit:
        dan = people_actions.add_person(unit, "Dan Pascoe", email="dan@tideline.example").id
    return Hall(store, nia, rosa, dan)


def seen(hall, who="nia", **wanted):
    with hall.as_(who, writing=False) as unit:
        return actions.look(unit, trail.Wanted(**wanted))


def did(found):
    return [(one.actor, one.action, one.kind, one.about) for one in found.entries]


def visiting(hall, unit, path=(), edition=Edition.STANDARD, **query):
    return Visit(
        host=Host(hall.store),
        unit=unit,
        visitor=Visitor(unit.actor, "Somebody"),
        part="trail",
        edition=edition,
        zone="Europe/London",
        today=TODAY,
        path=dict(path),
        query=Form(tuple(query.items())),
    )


def page(hall, edition=Edition.STANDARD, **query):
    with hall.as_("nia", writing=False) as unit:
        return DISPLAY.render(
            "trail", pages.entries(visiting(hall, unit, edition=edition, **query)), edition=edition
        )


def test_entries_stand_the_newest_first_without_their_words(hall):
    found = seen(hall)
    assert did(found)[0] == (hall.nia, "added", "people_person", hall.dan)
    assert did(found)[1] == (hall.rosa, "changed", "people_person", hall.rosa)
    assert all(one.words is None for one in found.entries)
    assert found.names == {hall.nia: "Nia Castell", hall.rosa: "Rosa Quill", hall.dan: "Dan Pascoe"}


def test_entries_of_a_day_a_kind_and_a_person(hall):
    yesterday = Period(TODAY - timedelta(days=1), TODAY - timedelta(days=1)).interval("Europe/London")
    assert did(seen(hall, during=yesterday)) == [(hall.rosa, "changed", "people_person", hall.rosa)]
    assert {one[2] for one in did(seen(hall, kind="enterprise_grant"))} == {"enterprise_grant"}
    assert {one[0] for one in did(seen(hall, person=hall.nia))} == {hall.nia, "keyboard"}
    assert did(seen(hall, person=hall.dan)) == [(hall.nia, "added", "people_person", hall.dan)]


def test_older_entries_follow_page_by_page_and_none_is_lost(hall, monkeypatch):
    monkeypatch.setattr(trail, "PAGE", 2)
    everything, before = [], None
    while True:
        found = seen(hall, before=before)
        everything += [one.number for one in found.entries]
        if not found.more:
            break
        before = everything[-1]
    with hall.store.engine.connect() as connection:
        numbers = [row.number for row in connection.execute(ENTRIES.select().order_by(ENTRIES.c.number.desc()))]
    assert everything == numbers
    assert len(numbers) > 4


def test_words_are_read_by_who_may_and_that_is_noted(hall):
    number = seen(hall).entries[0].number
    with hall.as_("nia") as unit:
        (opened,) = actions.open_entry(unit, number).entries
    assert opened.words["email"] == "dan@tideline.example"
    newest = seen(hall).entries[0]
    assert (newest.actor, newest.action, newest.about) == (hall.nia, "read", hall.dan)
    with hall.store.engine.connect() as connection:
        words = connection.execute(ENTRIES.select().where(ENTRIES.c.action == "read")).mappings().one()["change"]
    assert words == f'{{"entry": {number}}}'
    assert hall.store.verify().holds


@pytest.mark.parametrize(
    "act", [lambda unit: actions.look(unit, trail.Wanted()), lambda unit: actions.open_entry(unit, 1)]
)
def test_trail_is_closed_to_members(hall, act):
    with hall.as_("rosa") as unit, pytest.raises(NotAllowed):
        act(unit)


def test_words_of_somebody_forgotten_are_gone_and_the_entry_stands(hall):
    with hall.store.unit(Actor.keyboard()) as unit:
        people_actions.erase(unit, hall.dan)
    (number, *_) = [one.number for one in seen(hall, kind="people_person").entries if one.about == hall.dan]
    with hall.as_("nia") as unit:
        view = pages.entry(visiting(hall, unit, path={"number": str(number)}))
    html = DISPLAY.render("trail", view)
    assert "The words are gone, as the person was forgotten." in html
    assert "dan@tideline" not in html


def test_quiet_entry_tells_the_day_and_neither_time_nor_words():
    day = {"at": NOON.replace(hour=0), "words": {}}
    facts = {"number": 1, "actor_kind": "person", "actor": "p", "action": "added", "kind": "decisions_ballot"}
    facts |= {"row": "2026-11-23", "about": "p", "sealed": True}
    assert trail.Entry(**facts, **day).quiet
    assert not trail.Entry(**facts, **{**day, "at": NOON}).quiet
    assert not trail.Entry(**facts, **{**day, "words": {"name": "Dan"}}).quiet


def test_page_names_who_did_what_and_is_chosen_by_the_address(hall):
    html = page(hall)
    for words in ("Nia Castell", "put in: person", "Dan Pascoe", "whoever holds the folder", "changed: person"):
        assert words in html
    assert "dan@tideline" not in html
    of_rosa = page(hall, day="", kind="", person=hall.rosa)
    assert "put in: person" in of_rosa
    assert "Dan Pascoe</td>" not in of_rosa
    assert "Nothing was done then." in page(hall, day="2020-01-01", kind="", person="")


@pytest.mark.parametrize("query", [{"day": "soon"}, {"kind": "nothing"}, {"person": "nobody"}, {"before": "x"}])
def test_address_that_cannot_be_shows_everything_and_no_fault(hall, query):
    assert "Dan Pascoe" in page(hall, **query)


@pytest.mark.parametrize("number", ["0", "999999", "-1", "x", "9" * 40])
def test_entry_that_is_not_there_is_refused(hall, number):
    with hall.as_("nia") as unit, pytest.raises(NotFound):
        pages.entry(visiting(hall, unit, path={"number": number}))


def test_change_is_shown_as_before_and_after(hall):
    number = next(one.number for one in seen(hall).entries if one.action == "changed")
    with hall.as_("nia") as unit:
        html = DISPLAY.render("trail", pages.entry(visiting(hall, unit, path={"number": str(number)})))
    assert "<td>screen</td><td>letter</td>" in html


def test_chain_is_walked_with_no_unit_open_and_a_changed_word_is_told(hall):
    def asked():
        with hall.as_("nia") as unit:
            thinking = pages.send_entries(visiting(hall, unit))
        assert isinstance(thinking, Thinking)
        return str(thinking.settle(None, thinking.think()).notice)

    assert "The chain holds" in asked()
    with hall.store.engine.begin() as connection:
        connection.execute(ENTRIES.update().where(ENTRIES.c.position == 2).values(change='{"name": "Eve"}'))
    assert asked().startswith("The chain does not hold. The words of entry 2")


def test_easy_read_of_both_pages_reads_easily(hall):
    assert easy_read_faults(page(hall, Edition.EASY)) == []
    with hall.as_("nia") as unit:
        view = pages.entry(visiting(hall, unit, path={"number": "1"}, edition=Edition.EASY))
    html = DISPLAY.render("trail", view, edition=Edition.EASY)
    assert easy_read_faults(html) == []
    # What was kept is shown as it was kept, which no Easy Read is.
    assert 'href="?edition=standard"' in html
    assert "<table>" not in html


@pytest.mark.parametrize("room", ["benefits", "checks", "pay", "placements", "volunteering"])
def test_rows_about_work_and_pay_are_called_by_easy_words(room):
    called = [one for table, one in kinds(core_parts()).items() if table.startswith(f"{room}_")]
    assert called
    said = [str(wording("alongside.house.trail", "en@easy", one)) for one in called]
    assert {one: hard_words(one) for one in said if hard_words(one)} == {}
