"""What goes wrong while a copy is made leaves the older one, nothing half-written, and one sentence."""

import errno
import fcntl
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from alongside.cli.ending import run
from alongside.house.backups import making
from alongside.house.backups.making import BeingMade, make
from alongside.house.main import alongside
from alongside.refusal import BadInput
from alongside.store.filling import Filling, NotTheSame


@pytest.mark.proof
def test_killed_in_the_middle_the_older_copy_is_there_and_the_next_one_is_made(lite, tmp_path):
    path = make(lite, tmp_path / "kept.backup").path
    before = path.read_bytes()
    program = str(Path(sys.executable).with_name("alongside"))
    for pause in (0, 0.05, 0.15):
        with subprocess.Popen(
            [program, "--home", str(lite.home), "backup", str(path)], stderr=subprocess.PIPE
        ) as one:
            part = tmp_path / ".kept.backup.part"
            while not part.exists():
                assert one.poll() is None
                time.sleep(0.001)
            time.sleep(pause)
            one.send_signal(signal.SIGKILL)
        assert part.exists(), "it was killed in the middle, so what it had begun is there"
        assert path.read_bytes() == before
    make(lite, path)
    assert not part.exists()
    assert list(lite.home.glob(".checking-*")) == []
    assert path.read_bytes() != before


def test_no_room_is_said_in_one_sentence_and_leaves_nothing(lite, tmp_path, monkeypatch, capsys):
    path = make(lite, tmp_path / "kept.backup").path
    before = path.read_bytes()

    def full(_file):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(making, "_settle", full)
    assert run(alongside, ["--home", str(lite.home), "backup", str(path)]) == 2
    assert (
        capsys.readouterr().err.splitlines()[-1].startswith("There is no room left where this was to be written.")
    )
    assert (path.read_bytes(), list(tmp_path.glob(".*"))) == (before, [])


def test_folder_that_is_not_there_is_named(lite, tmp_path):
    with pytest.raises(BadInput, match="there is no folder"):
        make(lite, tmp_path / "stick" / "kept.backup")


def test_file_that_is_no_backup_is_never_written_over(lite, tmp_path):
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Nia")
    with pytest.raises(BadInput, match="is there already and is no backup"):
        make(lite, letter)
    assert letter.read_text() == "Dear Nia"


def test_second_copy_at_the_same_moment_is_refused(lite, tmp_path):
    with (lite.home / ".backup.lock").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(BeingMade):
            make(lite, tmp_path / "kept.backup")
    make(lite, tmp_path / "kept.backup")


def test_copy_that_does_not_come_back_the_same_never_counts_as_good(lite, tmp_path, monkeypatch):
    def forgetful(self, table, rows, _put=Filling.put):
        _put(self, table, rows[:-1] if table == "people_person" else rows)

    monkeypatch.setattr(Filling, "put", forgetful)
    with pytest.raises(NotTheSame, match="people_person"):
        make(lite, tmp_path / "kept.backup")
    assert list(tmp_path.glob("*.backup")) == []


def test_keys_of_votes_are_in_no_backup(lite, tmp_path, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_KEYS", str(lite.home / "keys"))
    with pytest.raises(BadInput, match="the keys of votes would lie in the enterprise’s own folder"):
        make(lite, tmp_path / "kept.backup")


def test_tables_stand_nowhere_in_the_clear_after_a_copy(lite, tmp_path):
    make(lite, tmp_path / "kept.backup")
    assert list(lite.home.glob(".checking-*")) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "kept.backup"]


def test_what_a_killed_copy_was_checked_in_is_gone_when_the_enterprise_is_opened(lite, opened):
    left = lite.home / ".checking-left"
    left.mkdir()
    (left / "check.db").write_text("Rosa Quill")
    with (lite.home / ".backup.lock").open("a") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        opened(lite.home)
        assert left.exists(), "a copy is being made: it is at work in there"
    opened(lite.home)
    assert not left.exists()
