"""A record as a file that a steward writes, for a request by letter."""

import json
import stat

import pytest

from alongside.house.own_record.command import _write, _write_all
from alongside.people import offers as people
from alongside.refusal import BadInput
from alongside.store import trail


def test_steward_writes_what_is_kept_of_a_person_into_a_file_of_her_own(own_demo, opened, command, tmp_path):
    file = tmp_path / "sam.json"
    done = command("people", "export", "Sam Whitlock", str(file), home=own_demo)
    assert done.returncode == 0, done.stderr
    assert str(file) in done.stdout
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert json.loads(file.read_text())["name"] == "Sam Whitlock"
    house = opened(own_demo)
    with house.reading() as unit:
        sam = people.find_person(unit, "Sam Whitlock").id
        newest = trail.entries(unit, trail.Wanted(person=sam), 1)[0]
    assert (newest.action, newest.about) == ("read", sam)
    assert newest.words == {"fields": ["data", "own record"]}
    again = command("people", "export", "Sam Whitlock", str(file), home=own_demo)
    assert again.returncode != 0
    assert "already" in again.stderr
    refused = command(
        "--as", "Marcus Bell", "people", "export", "Sam Whitlock", str(tmp_path / "b"), home=own_demo
    )
    assert refused.returncode != 0
    assert not (tmp_path / "b").exists()


def test_nothing_is_written_over_even_where_it_came_just_now(tmp_path):
    file = tmp_path / "there"
    file.write_bytes(b"somebody's")
    with pytest.raises(BadInput):
        _write(file, b"hers")
    assert file.read_bytes() == b"somebody's"


def test_of_several_files_none_is_written_where_one_of_them_is_there(tmp_path):
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    second.write_bytes(b"somebody's")
    with pytest.raises(BadInput):
        _write_all({first: b"hers", second: b"hers"})
    assert not first.exists()
    assert second.read_bytes() == b"somebody's"
