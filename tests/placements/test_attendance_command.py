"""Who was there, at the keyboard: a whole day in one act, and a list whose mistakes are named by line."""

import json
from datetime import UTC, datetime

import pytest

from alongside.cli import Desk
from alongside.instants import LONDON
from alongside.placements.commands.attending import attendance
from alongside.refusal import BadInput

from .test_attendance import DAY, minutes, shift

__all__ = ["shift"]  # a fixture: Amy and Ben in the kitchen from 9 to 1, and Amy alone from 2 to 4

HEAD = "person,there,from,until,why\n"


@pytest.fixture
def engine_name():
    """One database is enough for a command: what it calls is tested on both."""
    return "sqlite"


class Office:
    """An enterprise as commands have it open."""

    def __init__(self, store, actor):
        self.store, self._actor = store, actor

    def actor(self, _name):
        return self._actor

    def zone(self):
        return LONDON

    def today(self):
        return datetime(2026, 5, 2, tzinfo=UTC).date()


@pytest.fixture
def type_in(tideline, keyboard, shift, capsys, tmp_path):
    """A function that runs the command with a list, and returns its facts."""

    def run(text=None, *, as_planned=False):
        file = tmp_path / "who.csv"
        if text is not None:
            file.write_text(text, encoding="utf-8")
        capsys.readouterr()
        desk = Desk(lambda: Office(tideline, keyboard), as_json=True)
        attendance(desk, DAY, "tideline-cafe", file if text is not None else None, as_planned)
        return json.loads(capsys.readouterr().out)

    return run


def noted(shown):
    return [(one["person"], one["noted"]) for one in shown["rows"]]


def test_all_of_a_day_is_confirmed_by_a_list_of_those_who_were_not_as_planned(type_in, tideline, keyboard):
    assert {word for _name, word in noted(type_in())} == {""}
    kept = type_in(HEAD + "ben  roe,yes,09:30,12:00,\n")
    assert (kept["there"], kept["away"]) == (3, 0)
    assert minutes(tideline, keyboard) == {"amy": 6 * 60, "ben": 150}
    again = type_in(HEAD + "Ben Roe,no,,,He rang the next day\n")
    assert (again["there"], again["away"]) == (0, 1)
    assert minutes(tideline, keyboard) == {"amy": 6 * 60}
    assert ("Ben Roe", "was not there") in noted(type_in())


def test_day_on_which_all_was_as_planned_needs_no_list_and_saying_so_twice_keeps_nothing_twice(type_in):
    assert type_in(as_planned=True)["there"] == 3
    assert type_in(as_planned=True)["there"] == 0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("name,there\n", "there is no column “person”"),
        (HEAD + "Ben Roe,perhaps,,,\n", "“perhaps” says neither yes nor no"),
        (HEAD + "Ben Roe,yes,9,12:00,\n", "“9” is no time"),
        (HEAD + "Ben Roe,yes,09:00,,\n", "one of two times is missing"),
        (HEAD + "Ben Roe,no,,,\nBEN ROE,no,,,\n", "line 3: this person is named twice"),
        (HEAD + "Cal Fry,no,,,\n", "nobody of that name was to be there"),
        (HEAD + "Amy Lind,yes,09:00,12:00,\n", "more than one stretch of work"),
    ],
)
def test_list_that_cannot_be_meant_is_refused_by_line_and_nothing_of_it_is_kept(type_in, text, words):
    with pytest.raises(BadInput) as refused:
        type_in(text)
    assert words in str(refused.value)
    assert {word for _name, word in noted(type_in())} == {""}
