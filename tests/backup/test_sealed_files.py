"""The sealed file and its key: whatever was changed, cut or added is noticed, and the right key alone opens it."""

import io
import os
import random
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.house.backups.key import OpeningKey, new_key, read_key
from alongside.house.backups.making import make
from alongside.house.backups.restoring import restore
from alongside.house.backups.sealed import Damaged, NotABackup, OtherKey, Sealing, opened
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.refusal import BadInput, Refusal

MADE = datetime(2026, 11, 23, 2, tzinfo=UTC)
KEY = new_key()


def sealed(path, pieces, key=KEY):
    with path.open("wb") as file:
        sealing = Sealing(file, key.public, MADE)
        for piece in pieces:
            sealing.write(piece)
        sealing.close()
    return path


@settings(max_examples=25)
@given(pieces=st.lists(st.binary(max_size=300), max_size=5), large=st.integers(0, 2_200_000))
def test_what_was_sealed_is_what_is_opened(tmp_path_factory, pieces, large):
    pieces = [*pieces, b"x" * large]
    path = sealed(tmp_path_factory.getbasetemp() / "round.backup", pieces)
    assert b"".join(opened(path, KEY)) == b"".join(pieces)


def test_backup_with_any_byte_changed_is_never_opened(tmp_path):
    dice = random.Random(5)
    for content, places in ((b"Rosa Quill" * 60, 0), (os.urandom(1_100_000), 40)):
        path = sealed(tmp_path / "a.backup", [content])
        whole = path.read_bytes()
        tried = [dice.randrange(len(whole)) for _ in range(places)] or range(len(whole))
        every_change_is_noticed(path, whole, tried, dice)


def every_change_is_noticed(path, whole, places, dice):
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 1 << dice.randrange(8)
        path.write_bytes(changed)
        with pytest.raises(Refusal):
            list(opened(path, KEY))


def test_backup_that_was_cut_or_lengthened_is_never_opened_to_its_end(tmp_path):
    path = sealed(tmp_path / "a.backup", [os.urandom(2_500_000)])
    whole, dice = path.read_bytes(), random.Random(6)
    for size in [0, 1, 19, 300, *(dice.randrange(len(whole)) for _ in range(30)), len(whole) - 1]:
        path.write_bytes(whole[:size])
        with pytest.raises(Refusal):
            list(opened(path, KEY))
    path.write_bytes(whole + b"\0")
    with pytest.raises(Damaged):
        list(opened(path, KEY))


def test_chunks_that_changed_places_are_noticed(tmp_path):
    path = sealed(tmp_path / "a.backup", [os.urandom(3 << 20)])
    whole = path.read_bytes()
    begin = whole.index(b"}\n") + 2
    size = 4 + int.from_bytes(whole[begin : begin + 4])
    first, second = whole[begin : begin + size], whole[begin + size : begin + 2 * size]
    assert len(first) == len(second)
    path.write_bytes(whole[:begin] + second + first + whole[begin + 2 * size :])
    with pytest.raises(Damaged):
        list(opened(path, KEY))


def test_another_key_is_told_which_sheet_it_takes(tmp_path):
    path = sealed(tmp_path / "a.backup", [b"Rosa"])
    with pytest.raises(OtherKey, match=f"the sheet called {KEY.name}. If that sheet is lost, nobody can"):
        list(opened(path, new_key()))


def test_nothing_of_what_is_in_it_can_be_read_in_a_backup(lite, tmp_path):
    content = make(lite, tmp_path / "kept.backup").path.read_bytes()
    for words in (b"Rosa", b"Quill", b"Tideline", b"people_person", b"letter.pdf"):
        assert words not in content
    assert b"alongside backup" in content  # the control: it would be found


def test_foreign_file_is_refused_before_anything_is_touched(tmp_path):
    foreign = tmp_path / "photo.png"
    foreign.write_bytes(b"\x89PNG and so on")
    with pytest.raises(NotABackup, match="is not a backup"):
        restore(foreign, KEY, tmp_path / "new", core_parts(), find_plugins())
    assert not (tmp_path / "new").exists()


def test_backup_that_was_changed_leaves_no_folder_and_no_rows(house, key, tmp_path, databases, engine_name):
    path = make(house, tmp_path / "kept.backup").path
    whole, dice = bytearray(path.read_bytes()), random.Random(7)
    whole[dice.randrange(len(whole) // 2, len(whole))] ^= 4
    path.write_bytes(whole)
    database = "" if engine_name == "sqlite" else databases.empty(engine_name)
    for _ in range(2):  # the second time the database has to be as empty as the first
        with pytest.raises(Damaged, match="Take another copy"):
            restore(path, key, tmp_path / "new", core_parts(), find_plugins(), database=database)
        assert sorted(one.name for one in tmp_path.iterdir()) == ["home", "kept.backup"]


@given(st.data())
def test_key_is_read_however_it_is_typed(data):
    key = new_key()
    gaps = data.draw(st.lists(st.sampled_from([" ", "  ", "-", "", "\n"]), min_size=8, max_size=8))
    typed = "".join(group + gap for group, gap in zip(key.groups, gaps, strict=True))
    typed = data.draw(st.sampled_from([typed, typed.lower(), typed.replace("0", "O").replace("1", "l")]))
    assert read_key(typed) == key


def test_slip_of_the_pen_is_named_by_its_group():
    signs, named, slips = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", 0, 0
    dice = random.Random(8)
    for _ in range(400):
        key = new_key()
        text, place = list("".join(key.groups)), dice.randrange(40)
        text[place] = dice.choice([sign for sign in signs if sign != text[place]])
        slips += 1
        try:
            read_key("".join(text))
        except BadInput as told:
            named += f"group {place // 5 + 1} of the key" in str(told)
    assert named / slips > 0.93  # one check character in 32 fits by chance


def test_groups_that_changed_places_are_noticed():
    key = OpeningKey(("AAAAX",) * 8)
    with pytest.raises(BadInput, match="group 1 of the key"):
        read_key("".join(key.groups))
    first, second, *rest = new_key().groups
    with pytest.raises(BadInput, match="group"):
        read_key("".join((second, first, *rest)))


def test_sealing_writes_nothing_in_the_clear_even_without_an_end():
    out = io.BytesIO()
    Sealing(out, KEY.public, MADE).write(b"Rosa" * 1_000_000)
    assert b"Rosa" not in out.getvalue()
