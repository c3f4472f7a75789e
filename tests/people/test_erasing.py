"""Erasing leaves nothing behind: searched for in every byte of the files, and in every text of PostgreSQL."""

import json
from datetime import date
from pathlib import Path

import pytest
import sqlalchemy as sa

from alongside.enterprise import offers as enterprise
from alongside.people import actions, offers
from alongside.people.kept import Kept
from alongside.people.person import Person, blank
from alongside.people.tables import PEOPLE
from alongside.refusal import BadInput, NotAllowed, NotFound
from alongside.store import Actor

# What could tell who it was: name, mail, telephone, birthday, photo, and words about her.
TRACES = ("Rosalind", "Quillfeather", "quill.example", "01632 960101", "1979-11-02", "quillfeather.png")


def traces(store, needles=TRACES):
    """Return which of the traces can be found in the database, wherever it keeps them."""
    everything = _sqlite_bytes(store) if store.is_sqlite else _postgres_texts(store)
    return [needle for needle in needles if needle.encode() in everything]


def _sqlite_bytes(store):
    database = Path(store.engine.url.database)
    return b"".join(path.read_bytes() for path in sorted(database.parent.glob(f"{database.name}*")))


def _postgres_texts(store):
    with store.engine.connect() as connection:
        tables = sa.inspect(connection).get_table_names()
        rows = [row for name in tables for row in connection.execute(sa.text(f'SELECT t::text FROM "{name}" t'))]  # noqa: S608 - names from the database itself
    return "\n".join(row[0] for row in rows).encode()


def erase(hall, *, by=None):
    with hall.store.unit(by or Actor.keyboard()) as unit:
        return actions.erase(unit, hall.rosa)


def test_before_erasing_every_trace_is_found(hall):
    assert traces(hall.store) == list(TRACES)


def test_after_erasing_no_trace_is_found_and_the_trail_verifies(hall):
    done = erase(hall)
    hall.store.clean()
    assert traces(hall.store) == []
    assert hall.store.verify().holds
    assert done.photo == "quillfeather.png"


def test_erasing_without_forgetting_leaves_traces(hall, monkeypatch):
    monkeypatch.setattr("alongside.store.Unit.forget", lambda *_: 0)
    erase(hall)
    hall.store.clean()
    assert traces(hall.store) == list(TRACES)


@pytest.mark.parametrize("engine_name", ["sqlite"])
def test_erasing_without_cleaning_leaves_traces_in_the_files(hall):
    erase(hall)
    assert traces(hall.store)


def test_person_among_hundreds_leaves_no_trace(hall, keyboard):
    """Pages that split and merge copy what is on them; what was copied must go too."""
    with hall.store.unit(keyboard) as unit:
        for number in range(300):
            one = Person(id=unit.new_id(), name=f"Somebody {number}", phone="0" * 90, joined=date(2025, 1, 1))
            offers.add_person(unit, one)
            offers.add_skill(unit, one.id, "kitchen", "Cooks " + "well " * 40)
    for number in range(12):
        with hall.store.unit(keyboard) as unit:
            rosa = offers.person(unit, hall.rosa)
            unit.change(PEOPLE, rosa, phone=f"01632 960101, or {'0' * 40 * number}")
    erase(hall)
    hall.store.clean()
    assert traces(hall.store) == []


def test_what_is_left_is_a_nameless_row_called_a_member(hall):
    erase(hall)
    with hall.store.unit(Actor.keyboard(), writing=False) as unit:
        left = offers.person(unit, hall.rosa)
        assert left == blank(left, date(2026, 11, 23))
        assert offers.names_of(unit, [hall.rosa, hall.steward]) == {
            hall.rosa: "a member",
            hall.steward: "Nia Castell",
        }
        assert [one.name for one in offers.everybody(unit)] == ["Nia Castell"]
        assert enterprise.roles_of(unit, hall.rosa) == []
        assert offers.skills_of(unit, [hall.rosa]) == {hall.rosa: frozenset()}
        assert offers.certificates_of(unit, [hall.rosa]) == {hall.rosa: ()}
        assert offers.find(unit, hall.rosa) is None


def test_nobody_is_erased_twice(hall):
    erase(hall)
    with pytest.raises(NotFound):
        erase(hall)


def test_last_steward_stays(hall, keyboard):
    with (
        pytest.raises(BadInput, match="Nia Castell is the last steward"),
        hall.store.unit(keyboard) as unit,
    ):
        actions.erase(unit, hall.steward)


def test_member_may_erase_nobody(hall):
    with pytest.raises(NotAllowed):
        erase(hall, by=Actor.person(hall.rosa, "Rosalind"))


def test_papers_that_name_her_are_marked_and_others_are_not(hall, keyboard):
    with hall.store.unit(keyboard) as unit:
        enterprise.note_paper(unit, "wall.pdf", "ab", [hall.steward, hall.rosa])
        enterprise.note_paper(unit, "report.pdf", "cd", [hall.steward])
    assert erase(hall).papers == ("wall.pdf",)
    with hall.store.unit(keyboard, writing=False) as unit:
        assert [paper.file for paper in enterprise.papers_to_remove(unit)] == ["wall.pdf"]


class Telling:
    """A dispatch in which the café is there, and the training plugin is not."""

    def tell(self, *_):
        return ("people", "cafe")

    def collect(self, *_):
        law = "uk.keep-pay-records"
        return [("placements", (Kept(what="pay", why="The law.", until=date(2029, 11, 1), source=law),))]


def test_plugin_that_was_absent_gets_a_duty(hall, keyboard):
    with hall.store.unit(keyboard) as unit:
        enterprise.note_plugin(unit, "cafe")
        enterprise.note_plugin(unit, "training")
    hall.store.dispatch = Telling()
    assert erase(hall).waiting == ("training",)
    with hall.store.unit(keyboard) as unit:
        (duty,) = enterprise.open_duties(unit)
        assert (duty.plugin, duty.event, duty.person) == ("training", "person_erased", hall.rosa)
        enterprise.close_duty(unit, duty)
    with hall.store.unit(keyboard, writing=False) as unit:
        assert enterprise.open_duties(unit) == []


def test_what_is_kept_is_told_with_its_reason_and_source(hall):
    hall.store.dispatch = Telling()
    with hall.store.unit(Actor.person(hall.rosa, "Rosalind"), writing=False) as unit:
        ((part, kept),) = actions.what_is_kept(unit, hall.rosa)
    assert (part, kept.what, kept.until) == ("placements", "pay", date(2029, 11, 1))


class Opened:
    """An enterprise's folder, as a desk sees it."""

    def __init__(self, hall, home):
        self.store, self.home, self.cleaned = hall.store, home, 0

    def actor(self, _):
        return Actor.keyboard()

    def zone(self):
        return "Europe/London"

    def today(self):
        return date(2026, 11, 23)

    def must_clean(self):
        assert self.cleaned == 0

    def clean(self):
        self.cleaned += 1


def test_command_shows_what_is_kept_then_erases_with_yes(hall, home, capsys):
    from alongside.cli import Desk
    from alongside.people import commands

    hall.store.dispatch = Telling()
    (home / "photos").mkdir(parents=True)
    (home / "photos" / "quillfeather.png").write_bytes(b"a photo")
    opened = Opened(hall, home)
    commands.erase(Desk(lambda: opened), person="Rosalind", yes=False)
    said = capsys.readouterr().out
    assert "pay, until Thursday 1\u00a0November\u00a02029. The law. (uk.keep-pay-records)" in said
    assert "Nothing has been erased yet." in said
    commands.erase(Desk(lambda: opened, as_json=True), person="Rosalind", yes=True)
    answer = json.loads(capsys.readouterr().out)
    assert (answer["person"], answer["erased"], answer["kept"][0]["what"]) == (hall.rosa, True, "pay")
    assert opened.cleaned == 1
    assert list((home / "photos").iterdir()) == []
