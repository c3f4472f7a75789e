"""The nightly copy: once a day, the newest of seven days and four weeks are kept, and a failure is named."""

from datetime import date, timedelta
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.house.backups import nightly as nights
from alongside.house.backups.making import make
from alongside.house.backups.nightly import Copy, copies, make_here, nightly, superfluous, worries
from alongside.house.backups.notes import KEY_FILE, notes_of
from alongside.house.backups.restoring import restore
from alongside.house.core import core_parts
from alongside.house.daily import go_round
from alongside.house.doctor import examine_house
from alongside.house.finding import find_plugins
from alongside.house.settings import read_settings, write_settings
from alongside.refusal import BadInput

TODAY = date(2026, 11, 23)


def test_copy_of_a_day_is_made_once(lite):
    assert nightly(lite, TODAY).right
    assert nightly(lite, TODAY) is None
    assert len(copies(lite.settings.backups_folder)) == 1
    assert notes_of(lite.home).night == TODAY


def test_daily_round_makes_the_copy(lite):
    came = [one for one in go_round(lite) if one.who == "backup"]
    assert [one.right for one in came] == [True]
    assert [one for one in go_round(lite) if one.who == "backup"] == []


def test_without_a_key_sheet_no_copy_is_made_and_that_is_named(lite):
    (lite.home / KEY_FILE).unlink()
    assert nightly(lite, TODAY) is None
    assert not lite.settings.backups_folder.exists()
    assert "No key sheet was ever made" in " ".join(worries(lite))


def test_copy_that_failed_is_named_and_tried_again(lite):
    lite.settings.backups_folder.write_text("a file where the folder should be")
    came = nightly(lite, TODAY)
    assert (came.right, "File exists" in came.text) == (False, True)
    assert any("The last nightly copy failed." in one.words for one in examine_house(lite) if one.right is False)
    lite.settings.backups_folder.unlink()
    assert nightly(lite, TODAY).right
    assert list(worries(lite)) == []


def test_fault_of_ours_stops_no_round_and_says_nothing_of_anybody(lite, monkeypatch, caplog):
    def broken(_house):
        raise RuntimeError("Rosa Quill")

    monkeypatch.setattr(nights, "make_here", broken)
    came = nightly(lite, TODAY)
    assert not came.right
    assert "Rosa" not in came.text + caplog.text + notes_of(lite.home).failed


@pytest.mark.proof
def test_old_copy_is_named_by_doctor(lite):
    nightly(lite, TODAY)
    assert not any("good backup is of" in one.words for one in examine_house(lite))
    now = lite.store.clock
    lite.store.clock = lambda: now() + timedelta(days=2, minutes=1)
    assert any("The last good backup is of" in one.words for one in examine_house(lite) if one.right is False)


def of_backups(house):
    """What doctor finds of the backups: by each sentence, whether it is right, wrong or a note."""
    return {one.words: one.right for one in examine_house(house) if "backup" in one.words or "copy" in one.words}


def test_missing_key_sheet_is_a_note_for_two_days_and_wrong_afterwards(house):
    (house.home / KEY_FILE).unlink()
    assert list(of_backups(house).values()) == [None]
    now = house.store.clock
    house.store.clock = lambda: now() + timedelta(days=2, minutes=1)
    (words, right), *others = of_backups(house).items()
    assert (right, others) == (False, [])
    assert words.startswith("No key sheet was ever made")


def test_first_copy_that_failed_is_wrong_on_the_first_day(lite):
    assert None in of_backups(lite).values()  # no copy yet
    lite.settings.backups_folder.write_text("a file where the folder should be")
    nightly(lite, TODAY)
    assert False in of_backups(lite).values()


def every(days):
    """A copy of each day, the newest first, two on some."""
    return tuple(Copy(day, f"{day}-{turn}") for day in sorted(days, reverse=True) for turn in (1, 0))


def test_seven_days_and_four_weeks_are_kept_of_a_long_time():
    made = every([TODAY - timedelta(days=ago) for ago in range(60)])
    kept = [copy for copy in made if copy not in superfluous(made, 7, 4)]
    days = [TODAY - timedelta(days=ago) for ago in range(7)]
    sundays = [date(2026, 11, 22), date(2026, 11, 15), date(2026, 11, 8)]
    assert [copy.day for copy in kept] == sorted({*days, *sundays}, reverse=True)
    assert all(copy.path.endswith("-1") for copy in kept)


@given(st.sets(st.dates(date(2025, 1, 1), date(2026, 12, 31)), max_size=80))
def test_newest_copy_is_always_kept_and_nothing_is_kept_for_ever(days):
    made = every(days)
    taken = superfluous(made, 7, 4)
    assert made[:1] == tuple(copy for copy in made[:1] if copy not in taken)
    assert len(made) - len(taken) <= 7 + 4


def test_taking_old_copies_away_day_by_day_keeps_a_copy_of_each_of_the_last_weeks():
    there = ()
    for ago in range(90, -1, -1):
        there = (Copy(TODAY - timedelta(days=ago), f"{ago:03}"), *there)
        there = tuple(copy for copy in there if copy not in superfluous(there, 7, 4))
    assert TODAY - there[-1].day >= timedelta(days=14)
    assert len(there) == 9


@pytest.mark.proof
@pytest.mark.parametrize("folder", [".", "{home}", "{above}"])
def test_copies_kept_in_or_above_the_own_folder_leave_none_of_its_files_out(lite, key, tmp_path, folder):
    named = folder.format(home=lite.home, above=lite.home.parent)
    lite.settings = attrs.evolve(lite.settings, backups={"folder": named})
    (lite.home / "papers").mkdir(exist_ok=True)
    (lite.home / "papers" / "minutes.pdf").write_bytes(b"minutes")
    make_here(lite)
    make(lite, tmp_path / "again.backup")
    restore(tmp_path / "again.backup", key, tmp_path / "new", core_parts(), find_plugins())
    assert (tmp_path / "new" / "papers" / "minutes.pdf").read_bytes() == b"minutes"
    assert not list((tmp_path / "new").glob("*.backup"))


def test_copy_is_put_back_into_the_folder_one_stands_in(lite, key, tmp_path, monkeypatch):
    make(lite, tmp_path / "one.backup")
    (tmp_path / "new").mkdir()
    monkeypatch.chdir(tmp_path / "new")
    restore(tmp_path / "one.backup", key, Path("."), core_parts(), find_plugins())  # noqa: PTH201 - as it is typed
    assert (tmp_path / "new" / "settings.toml").is_file()
    assert not list(tmp_path.glob(".*unfinished"))


def test_other_files_in_the_folder_are_left_alone(lite):
    folder = lite.settings.backups_folder
    folder.mkdir()
    (folder / "by-hand.backup").write_text("mine")
    (folder / "alongside-2020-01-01-020000.backup").write_text("an old copy")
    nightly(lite, TODAY)
    assert (folder / "by-hand.backup").exists()
    assert not (folder / "alongside-2020-01-01-020000.backup").exists() or len(copies(folder)) == 2


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("folder = 3", "backups.folder is no folder"),
        ("daily = 0", "backups.daily is “0”"),
        ("weekly = -1", "backups.weekly is “-1”"),
        ("daily = true", "backups.daily is “True”"),
        ("hourly = 1", "“hourly” is no setting"),
    ],
)
def test_settings_that_cannot_be_are_refused(home, said, told):
    write_settings(home)
    (home / "settings.toml").write_text(f"[backups]\n{said}\n")
    with pytest.raises(BadInput, match=told):
        read_settings(home)
