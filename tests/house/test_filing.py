"""Filing papers beside an erasing: no paper stays that names somebody who was erased."""

import threading
from datetime import date

import pytest

from alongside.enterprise import offers as enterprise
from alongside.house.papers import file_paper
from alongside.people import actions
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import SomebodyWasFaster


@pytest.fixture
def rosa(store, keyboard):
    """The id of a person who can be erased."""
    with store.unit(keyboard) as unit:
        enterprise.set_up(unit, "Tideline")
        people.add_person(unit, Person(id="rosa", name="Rosa", joined=date(2026, 1, 5)))
    return "rosa"


def test_paper_with_somebody_erased_while_it_was_made_is_not_filed(store, keyboard, home, rosa):
    assert file_paper(store, home, keyboard, "before.pdf", b"Rosa", [rosa]).read_bytes() == b"Rosa"
    with store.unit(keyboard) as unit:
        assert actions.erase(unit, rosa).papers == ("before.pdf",)
    with pytest.raises(SomebodyWasFaster):
        file_paper(store, home, keyboard, "after.pdf", b"Rosa", [rosa])
    assert [path.name for path in (home / "papers").iterdir()] == ["before.pdf"]
    with store.unit(keyboard) as unit:
        assert [paper.file for paper in enterprise.papers_naming(unit, rosa)] == ["before.pdf"]


def test_what_is_written_of_a_person_at_the_moment_she_is_erased_goes_too(store, keyboard, rosa):
    written, erased = threading.Event(), threading.Event()

    def write():
        with store.unit(keyboard) as unit:
            people.add_skill(unit, rosa, "kitchen", "Bakes like her aunt Quill")
            written.set()
            erased.wait(1)  # erasing has to wait for this unit, so this ends by its time

    writing = threading.Thread(target=write)
    writing.start()
    written.wait()
    with store.unit(keyboard) as unit:
        actions.erase(unit, rosa)
    erased.set()
    writing.join()
    with store.unit(keyboard) as unit:
        assert people.full_skills_of(unit, [rosa])[rosa] == ()
