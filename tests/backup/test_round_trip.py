"""What was backed up comes back: the same rows and files, on the same database or on the other."""

import filecmp
from datetime import date

import pytest
import sqlalchemy as sa

from alongside.enterprise import offers as enterprise
from alongside.house.backups.key import new_key
from alongside.house.backups.making import make
from alongside.house.backups.notes import SealingKey, keep_key
from alongside.house.backups.restoring import restore
from alongside.house.backups.sealed import OtherKey
from alongside.house.core import core_parts
from alongside.house.finding import Found, find_plugins
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.messages.tables import MESSAGES
from alongside.people import actions as people_actions
from alongside.people import offers as people
from alongside.people.person import Format, Person
from alongside.people.tables import PEOPLE
from alongside.refusal import BadInput
from alongside.store import Actor
from alongside.store.migrate import NewerThanThis
from alongside.store.snapshot import shapes, snapshot


def put_back(file, key, home, **said):
    return restore(file, key, home, core_parts(), find_plugins(), **said)


def test_backup_comes_back_with_every_row_and_file(house, key, tmp_path, opened, digests):
    before = digests(house.store)
    made = make(house, tmp_path / "kept.backup")
    done = put_back(made.path, key, tmp_path / "new")
    again = opened(tmp_path / "new")
    assert digests(again.store) == before
    assert made.rows == done.received.rows == sum(int(digest.split(":")[0]) for digest in before.values())
    assert done.verdict.holds
    for name in ("papers/letter.pdf", "photos/finn.png", "photos/rosa.png", "backup-key.json"):
        assert filecmp.cmp(house.home / name, again.home / name, shallow=False)
    with again.reading() as unit:
        assert people.names_of(unit, ["finn"]) == {"finn": "Finn O’Dare – “Finny”"}


@pytest.mark.proof
def test_backup_of_one_database_goes_to_the_other_and_back(lite, key, tmp_path, databases, opened, digests):
    before = digests(lite.store)
    there = tmp_path / "there"
    put_back(make(lite, tmp_path / "a.backup").path, key, there, database=databases.empty("postgresql"))
    middle = opened(there)
    assert not middle.store.is_sqlite
    assert digests(middle.store) == before
    put_back(make(middle, tmp_path / "b.backup").path, key, tmp_path / "back")
    again = opened(tmp_path / "back")
    assert again.store.is_sqlite
    assert digests(again.store) == before


@pytest.mark.proof
def test_numbers_count_on_where_they_ended(house, key, tmp_path, databases, engine_name, opened):
    made = make(house, tmp_path / "kept.backup")
    database = "" if engine_name == "sqlite" else databases.empty(engine_name)
    put_back(made.path, key, tmp_path / "new", database=database)
    again = opened(tmp_path / "new")
    with again.store.unit(Actor.keyboard()) as unit:
        people.add_person(unit, Person(id="ivo", name="Ivo", joined=date(2026, 11, 23)))
    assert again.store.verify().holds


@pytest.mark.proof
def test_references_and_guards_hold_in_what_was_put_back(house, key, tmp_path, databases, engine_name, opened):
    made = make(house, tmp_path / "kept.backup")
    database = "" if engine_name == "sqlite" else databases.empty(engine_name)
    put_back(made.path, key, tmp_path / "new", database=database)
    again = opened(tmp_path / "new")
    with snapshot(house.store.engine) as one, snapshot(again.store.engine) as other:
        assert shapes(one) == shapes(other)
        assert guards(one) == guards(other)


def guards(connection):
    if connection.dialect.name == "sqlite":
        asked = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    else:
        asked = (
            "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
            " WHERE contype IN ('x', 'c', 'f') ORDER BY 1, 2"
        )
    found = connection.execute(sa.text(asked)).all()
    assert found
    return found


@pytest.mark.proof
def test_tables_of_a_plugin_that_is_not_installed_come_back_too(house, key, tmp_path, opened, digests):
    before = digests(house.store)
    assert any(name.startswith("cafe_") for name in before)
    made = make(house, tmp_path / "kept.backup")
    restore(made.path, key, tmp_path / "new", core_parts(), Found((), ()))
    again = opened(tmp_path / "new")  # with the plugin, which finds its tables as far as they had come
    assert digests(again.store) == before


def test_backup_of_a_later_version_is_refused_before_anything_is_touched(lite, key, tmp_path):
    with lite.store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerThanThis):
        make(lite, tmp_path / "kept.backup")
    assert list(tmp_path.glob("*.backup")) == []


def test_database_that_holds_something_is_not_filled(house, key, tmp_path):
    made = make(house, tmp_path / "kept.backup")
    with pytest.raises(BadInput, match="is not empty"):
        put_back(made.path, key, tmp_path / "new", database=house.settings.url)
    assert not (tmp_path / "new").exists()


def test_folder_that_holds_something_is_left_alone_or_moved_aside(lite, key, tmp_path):
    made = make(lite, tmp_path / "kept.backup")
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "letter.txt").write_text("Dear Nia")
    with pytest.raises(BadInput, match="--move-aside"):
        put_back(made.path, key, taken)
    assert [path.name for path in taken.iterdir()] == ["letter.txt"]
    done = put_back(made.path, key, taken, move_aside=True)
    assert (done.aside / "letter.txt").read_text() == "Dear Nia"
    assert (taken / "settings.toml").is_file()


def test_whoever_was_erased_since_is_erased_again_from_what_is_replaced(lite, key, tmp_path, opened):
    made = make(lite, tmp_path / "kept.backup")
    erase(lite, "finn")
    done = put_back(made.path, key, lite.home, move_aside=True)
    assert done.erased_again == 1
    finn_is_gone(opened(lite.home))


@pytest.mark.proof
def test_whoever_was_erased_since_is_erased_again_from_a_later_copy(house, key, tmp_path, opened):
    made = make(house, tmp_path / "kept.backup")
    erase(house, "finn")
    later = make(house, tmp_path / "later.backup")
    done = put_back(made.path, key, tmp_path / "new")
    assert (done.erased_again, done.known_until) == (1, later.made)
    finn_is_gone(opened(tmp_path / "new"))


@pytest.mark.proof
def test_without_anything_later_nobody_is_erased_and_that_is_said(lite, key, tmp_path):
    made = make(lite, tmp_path / "kept.backup")
    erase(lite, "finn")
    done = put_back(made.path, key, tmp_path / "new")
    assert (done.erased_again, done.known_until) == (0, made.made)


def erase(house, person):
    with house.store.unit(Actor.keyboard()) as unit:
        people_actions.erase(unit, person)
    house.clean()


def finn_is_gone(house):
    with house.reading() as unit:
        assert people.find(unit, "finn") is None
        assert enterprise.papers_to_remove(unit) == []
    left = [path for path in house.home.rglob("*") if path.is_file() and b"O\xe2\x80\x99Dare" in path.read_bytes()]
    assert left == []
    assert not (house.home / "photos" / "finn.png").exists()
    assert not (house.home / "papers" / "letter.pdf").exists()


def test_new_key_opens_new_copies_and_the_old_one_the_old(lite, key, tmp_path):
    old = make(lite, tmp_path / "old.backup")
    newer = new_key()
    keep_key(lite.home, SealingKey(name=newer.name, public=newer.public, made=date(2026, 11, 24)))
    new = make(lite, tmp_path / "new.backup")
    put_back(old.path, key, tmp_path / "one")
    put_back(new.path, newer, tmp_path / "two")
    with pytest.raises(OtherKey, match=f"the sheet called {newer.name}"):
        put_back(new.path, key, tmp_path / "three")
    assert not (tmp_path / "three").exists()


def test_message_that_waited_in_the_copy_is_not_sent_again_by_itself(lite, key, tmp_path, opened):
    with lite.store.unit(Actor.keyboard()) as unit:
        finn = people.present(unit, "finn")
        unit.change(PEOPLE, finn, preferred_format=Format.LETTER)
        for who in ("rosa", "finn"):
            write_to(unit, who, "news", "people", Sentence(key="News"), [Sentence(key="There is news.")])
    made = make(lite, tmp_path / "kept.backup")
    done = put_back(made.path, key, tmp_path / "new")
    again = opened(tmp_path / "new")
    with again.reading() as unit:
        stands = {one.person: one.standing.value for one in unit.find(MESSAGES)}
    assert (done.held_back, stands) == (1, {"rosa": "waiting", "finn": "stuck"})
    with lite.reading() as unit:  # where nothing was put back, both wait as before
        assert {one.standing.value for one in unit.find(MESSAGES)} == {"waiting"}
