"""Erasing leaves nothing of a person but what a list on screen says the law keeps."""

import json
import sqlite3
from contextlib import closing, contextmanager

import pytest

from alongside.cli import Desk
from alongside.house.finding import Found, find_plugins
from alongside.people import commands

SAM = ("Sam Whitlock", "sam.whitlock@tideline.example", "01632 960105", "1999-05-08")


def bytes_of(home):
    """Every byte that stands in the enterprise's folder."""
    return b"".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())


def found_in(home, words=SAM):
    everything = bytes_of(home)
    return [word for word in words if word.encode() in everything]


def test_list_of_what_the_law_keeps_comes_first_and_nothing_is_erased_yet(own_demo, command):
    before = (own_demo / "alongside.db").read_bytes()
    shown = command("people", "erase", "Sam Whitlock", home=own_demo)
    assert shown.returncode == 0
    assert "The law makes us keep this:" in shown.stdout
    assert "Nothing has been erased yet." in shown.stdout
    assert (own_demo / "alongside.db").read_bytes() == before


@pytest.mark.proof
def test_member_without_paid_work_is_gone_from_every_file(own_demo, command):
    molly = ("Molly Jarvis", "molly.jarvis@tideline.example", "2000-10-26")
    assert found_in(own_demo, molly) == list(molly)  # the control: before, all of it is there
    done = command("people", "erase", "Molly Jarvis", "--yes", home=own_demo)
    assert done.returncode == 0, done.stderr
    assert "The law makes us keep nothing." in done.stderr
    assert found_in(own_demo, molly) == []
    assert command("verify", home=own_demo).returncode == 0


def test_worker_leaves_no_more_than_the_list_says(own_demo, command):
    done = command("people", "erase", "Sam Whitlock", "--yes", "--json", home=own_demo)
    assert done.returncode == 0, done.stderr
    kept = json.loads(done.stdout)["kept"]
    assert kept
    assert all(one["source"] and one["until"] for one in kept)
    assert "sam.whitlock@tideline.example" not in found_in(own_demo)
    assert "01632 960105" not in found_in(own_demo)
    assert command("verify", home=own_demo).returncode == 0
    assert "Sam Whitlock" not in command("people", "list", home=own_demo).stdout


@pytest.mark.proof
def test_sentences_of_others_that_say_the_name_are_pointed_out(own_demo, command):
    told = ("decisions", "propose", "Shall we thank Molly Jarvis?", "--why", "She made the garden.", "--closes")
    proposed = command(*told, "2026-12-20", home=own_demo)
    assert proposed.returncode == 0, proposed.stderr
    done = command("people", "erase", "Molly Jarvis", "--yes", home=own_demo)
    assert "Sentences that others wrote still say the name, in: audit trail (1), decisions (1)." in done.stdout
    calm = command("people", "erase", "Hugo Salter", "--yes", home=own_demo)
    assert "still say the name" not in calm.stdout


@pytest.mark.proof
def test_papers_that_name_the_person_are_taken_away_and_others_stay(own_demo, command):
    before = {path.name for path in (own_demo / "papers").iterdir()}
    done = command("people", "erase", "Rosa Delgado", "--yes", "--json", home=own_demo)
    removed = set(json.loads(done.stdout)["papers_removed"])
    assert removed
    assert {path.name for path in (own_demo / "papers").iterdir()} == before - removed


@pytest.mark.proof
def test_absent_plugin_forgets_when_it_comes_back(own_demo, command, opened):
    rota = "SELECT count(*) FROM cafe_availability WHERE person = :person"
    house = opened(own_demo)
    with house.reading() as unit:
        from alongside.people import offers as people

        sam = people.find_person(unit, "Sam Whitlock").id
    assert count(house, rota, sam) == 1
    away = opened(own_demo, Found(find_plugins({}).plugins, ()))
    erase(away, sam)
    assert count(away, rota, sam) == 1
    doctor = command("--safe", "doctor", home=own_demo)
    assert doctor.returncode == 1
    assert "“cafe” has still to forget a person who was erased on 23 November 2026" in doctor.stdout
    back = opened(own_demo)
    assert count(back, rota, sam) == 0
    assert "has still to forget" not in command("doctor", home=own_demo).stdout
    assert back.store.verify().holds


def test_files_that_a_crash_left_unclean_are_cleaned_when_the_folder_is_opened_next(
    own_demo, command, opened, monkeypatch
):
    house = opened(own_demo)
    monkeypatch.setattr(house, "clean", crash)
    with pytest.raises(SystemExit):
        commands.erase(Desk(lambda: house), "Molly Jarvis", yes=True)
    house.close()
    assert (own_demo / ".unclean").exists()
    assert command("verify", home=own_demo).returncode == 0
    assert not (own_demo / ".unclean").exists()
    assert found_in(own_demo, ("Molly Jarvis", "molly.jarvis@tideline.example", "2000-10-26")) == []


def crash():
    """The machine stops."""
    raise SystemExit


@pytest.mark.proof
def test_files_that_somebody_reads_are_cleaned_when_the_folder_is_opened_next(own_demo, command):
    molly = ("Molly Jarvis", "molly.jarvis@tideline.example", "2000-10-26")
    with reading(own_demo):
        done = command("people", "erase", "Molly Jarvis", "--yes", home=own_demo)
        assert done.returncode == 2
        assert "It is done when this enterprise is opened next." in done.stderr
        assert found_in(own_demo, molly) != []  # the control: the reader kept them there
    assert (own_demo / ".unclean").exists()
    assert command("verify", home=own_demo).returncode == 0
    assert found_in(own_demo, molly) == []


@contextmanager
def reading(home):
    """Somebody who reads the database and takes her time."""
    with closing(sqlite3.connect(home / "alongside.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM people_person").fetchone()
        yield


def erase(house, person):
    from alongside.people import actions
    from alongside.store import Actor

    with house.store.unit(Actor.keyboard()) as unit:
        assert "cafe" in actions.erase(unit, person).waiting
    house.clean()


def count(house, query, person):
    import sqlalchemy as sa

    with house.store.engine.connect() as connection:
        return connection.execute(sa.text(query), {"person": person}).scalar_one()
