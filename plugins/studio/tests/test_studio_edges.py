"""The studio at the keyboard: what is told, what is refused, and in which words."""

import json
from datetime import date, time

import click
import pytest

from alongside.cli import Desk
from alongside_studio.actions import setting_up
from alongside_studio.commands import booking, changing, looking, running
from alongside_studio.tables import BOOKINGS

ROOM_1, RECORD = "Rehearse in Room 1", "Record in Room 2"
TODAY = date(2026, 11, 23)
MODULES = (booking, changing, looking, running)


@pytest.fixture
def engine_name():
    """One database is enough for what is typed; booking is tested on both."""
    return "sqlite"


class House:
    """What a desk needs of an enterprise, round the studio of the tests."""

    def __init__(self, studio, home):
        self.store, self.home, self._studio, self.papers = studio.store, home, studio, {}

    def actor(self, name):
        return self._studio.member(name) if name else self._studio.actor

    def zone(self):
        return "Europe/London"

    def today(self):
        return TODAY

    def business(self, _kind, _slug):
        return self._studio.business

    def must_clean(self):
        """Note nothing: this house is cleaned at once."""

    def clean(self):
        self.store.clean()

    def file_paper(self, _actor, name, content, named):
        self.papers[name] = (content, set(named))
        return self.home / name


@pytest.fixture
def typed(studio, tmp_path, capsys):
    """Type a command of the studio and return what it answered."""
    house = House(studio, tmp_path)

    def run(command, *arguments, as_json=False, acting=None):
        desk = Desk(lambda: house, kind="studio", acting=acting, as_json=as_json)
        function = next(vars(module)[command] for module in MODULES if command in vars(module))
        built = click.command()(lambda **given: function(desk, **given))
        built.params = list(function.__click_params__)[::-1]
        built.main(list(arguments), standalone_mode=False)
        return capsys.readouterr().out.replace("\u00a0", " ")

    run.house = house
    return run


def test_free_tells_runs_for_people_and_every_start_as_json(typed, studio):
    studio.book(ROOM_1, studio.at(12), 240)
    said = typed("free", "--from", "2026-11-27", "--days", "1", "--hours", "2")
    assert "Rehearse in Room 1   Friday 27 November        16:30         20:00        22:00" in said
    told = json.loads(typed("free", "--from", "2026-11-27", "--days", "1", "--hours", "2", as_json=True))
    starts = next(one["starts"] for one in told["free"] if one["what"] == ROOM_1)
    assert (starts[0], starts[-1]) == ("2026-11-27T16:30:00+00:00", "2026-11-27T20:00:00+00:00")


def test_book_takes_beginnings_of_names_and_says_price_and_who_pays(typed):
    said = typed("book", "Reh", "--at", "2026-11-27 18:00", "--hours", "2", "--for", "Lily")
    assert "Rehearse in Room 1 (Room 1), Friday 27 November, 18:00 to 20:00: booked." in said
    assert "Price: £16.00, the group pays." in said


def test_booking_is_cancelled_moved_and_marked_by_what_and_when(typed, studio, clock):
    typed("book", "Reh", "--at", "2026-11-27 18:00", "--hours", "2", "--for", "The Har")
    assert "27 November, 16:00 to 18:00: booked" in typed(
        "move", "Reh", "--at", "2026-11-27 18:00", "--to", "2026-11-27 16:00"
    )
    assert "cancelled." in typed("cancel", "Reh", "--at", "2026-11-27 16:00")
    typed("book", "Reh", "--at", "2026-11-27 10:00", "--hours", "2", "--for", "The Har")
    clock(studio.at(13))
    assert "nobody came." in typed("no_show", "Reh", "--at", "2026-11-27 10:00")


def test_requests_for_one_time_are_told_apart_by_name(typed, studio):
    for who in ("Lily Sandhu", "Marcus Bell"):
        made = studio.book(RECORD, studio.at(14), who="Lily", actor=studio.member())
        with studio.unit() as unit:
            unit.change(BOOKINGS, unit.get(BOOKINGS, made.id), person=studio.people[who])
    with pytest.raises(Exception, match="has 2 bookings then, for Lily Sandhu, Marcus Bell. Say --for NAME."):
        typed("approve", "Rec", "--at", "2026-11-27 14:00")
    assert "booked." in typed("approve", "Rec", "--at", "2026-11-27 14:00", "--for", "Lily")
    with pytest.raises(
        Exception, match="Another booking won: “Record in Room 2”, Friday 27 November, 14:00 to 16:00"
    ):
        typed("approve", "Rec", "--at", "2026-11-27 14:00", "--for", "Marcus")


def test_series_lists_every_date_that_was_left_out(typed, studio):
    studio.book(ROOM_1, studio.at(18, day=date(2026, 12, 4)))
    with studio.unit() as unit:
        setting_up.set_other_day(unit, studio.business.id, date(2026, 12, 11), "Stock-taking")
    common = ("book", "Reh", "--at", "2026-11-27 18:00", "--hours", "2", "--for", "Lily", "--weekly", "4")
    with pytest.raises(Exception, match="1 of 4 dates are taken, so nothing was booked"):
        typed(*common)
    said = typed(*common, "--skip-clashes")
    assert "Rehearse in Room 1: 2 of 4 dates are booked." in said
    assert "Friday 4 December: Room 1 is taken" in said
    assert "Friday 11 December: left out, Stock-taking" in said


def test_time_that_is_not_there_in_march_is_refused_and_one_that_comes_twice_is_asked_about(typed, studio):
    with studio.unit() as unit:
        setting_up.set_hours(unit, studio.business.id, 6, [(time(), time())])
    book = ("book", "Reh", "--hours", "2", "--for", "The Har", "--at")
    with pytest.raises(Exception, match="there is no 01:30 on Sunday"):
        typed(*book, "2027-03-28 01:30")
    with pytest.raises(Exception, match="01:30 comes twice on Sunday .*Say which one: --which first"):
        typed(*book, "2027-10-31 01:30")
    first = json.loads(typed(*book, "2027-10-31 01:30", "--which", "first", as_json=True))
    assert first["starts"] == "2027-10-31T01:30:00+01:00"
    with pytest.raises(Exception, match="Room 1 is taken"):
        typed(*book, "2027-10-31 01:30", "--which", "second")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (
            ("book", "Zither", "--at", "2026-11-27 18:00", "--hours", "2", "--for", "Lily"),
            "no thing to book “Zither”",
        ),
        (
            ("book", "Re", "--at", "2026-11-27 18:00", "--hours", "2", "--for", "Lily"),
            "“Re” could be Record in Room 2",
        ),
        (
            ("book", "Reh", "--at", "2026-11-27 18:00", "--hours", "2", "--for", "Zed"),
            "no person or customer “Zed”",
        ),
        (("book", "Reh", "--at", "soon", "--hours", "2", "--for", "Lily"), "is not a day and a time"),
        (("free", "--hours", "23"), "nothing here can be booked for 23 hours"),
        (("cancel", "Reh", "--at", "2026-11-27 18:00"), "has no booking that starts then"),
        (("close", "Attic", "--from", "2026-11-27 09:00", "--to", "2026-11-27 10:00"), "no room or thing “Attic”"),
        (("close", "Room 1", "--from", "2026-11-27 10:00", "--to", "2026-11-27 09:00"), "is not later than"),
        (("customer_add", "X", "--audience", "kings"), "there is no audience “kings”"),
        (("customer_add", "X", "--email", "nowhere"), "is no e-mail address"),
    ],
)
def test_bad_input_is_one_sentence(typed, words, sentence):
    with pytest.raises(Exception, match=sentence) as met:
        typed(*words)
    assert "\n" not in str(met.value)


def test_close_day_sheet_and_customers(typed, studio):
    typed("close", "Room 2", "--from", "2026-11-27 09:00", "--to", "2026-11-27 12:00", "--why", "Piano tuner")
    studio.book(ROOM_1, studio.at(18))
    said = typed("day", "--on", "2026-11-27")
    assert "Piano tuner" in said
    assert "The Harbour Lights" in said
    assert "The sheet is in" in typed("sheet", "--on", "2026-11-27", "--easy")
    assert list(typed.house.papers) == [f"day-sheet-{studio.business.slug}-2026-11-27-easy.pdf"]
    assert "Salt is on the list." in typed(
        "customer_add", "Salt", "--audience", "partner", "--phone", "01632 960200"
    )
    assert "forgotten" in typed("customer_forget", "Sal")


def test_member_at_the_keyboard_books_for_herself_and_for_nobody_else(typed):
    book = ("book", "Reh", "--at", "2026-11-27 18:00", "--hours", "2", "--for")
    with pytest.raises(Exception, match="Lily Sandhu may not do this"):
        typed(*book, "Jo Free", acting="Lily Sandhu")
    assert "the group pays" in typed(*book, "Lily", acting="Lily Sandhu")
