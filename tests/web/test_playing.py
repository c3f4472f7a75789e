"""A sound is handed out in parts to players that ask for them: those of iPhones play nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.web.asked import Asked
from alongside.web.playing import PlayedAnswer, part_asked_for, played

SOUND = PlayedAnswer(b"0123456789", "bell.mp3", kind="audio/mpeg")


def answered(part, same_as="", sound=SOUND):
    answer = played(sound, Asked(here="/bell", part=part, same_as=same_as))
    return answer.status_code or 200, answer.content, answer.headers.get("content-range")


@pytest.mark.parametrize(
    ("part", "content", "places"),
    [
        ("bytes=0-1", b"01", "0-1"),
        ("bytes=0-", b"0123456789", "0-9"),
        ("bytes=4-99", b"456789", "4-9"),
        ("bytes=9-9", b"9", "9-9"),
        ("bytes=-3", b"789", "7-9"),
        ("bytes=-99", b"0123456789", "0-9"),
        ("Bytes= 2-3 ", b"23", "2-3"),
    ],
)
def test_one_part_is_sent_as_it_is_asked_for(part, content, places):
    assert answered(part) == (206, content, f"bytes {places}/10")


@pytest.mark.parametrize("part", ["bytes=10-", "bytes=10-12", "bytes=-0", "bytes=999999999999999999-"])
def test_part_beyond_the_end_is_refused_with_the_length(part):
    assert answered(part) == (416, b"", "bytes */10")


@pytest.mark.parametrize(
    "part",
    [
        "",
        "bytes=0-1,4-5",
        "bytes=5-2",
        "bytes=-",
        "bytes=a-b",
        "lines=0-1",
        "bytes",
        "bytes=٠-١",
        "bytes=" + "9" * 5000,
    ],
)
def test_whole_is_sent_where_several_parts_or_nonsense_are_asked_for(part):
    assert answered(part) == (200, SOUND.content, None)


def test_whole_is_sent_where_the_part_must_be_of_the_same_file_as_before():
    assert answered("bytes=0-1", same_as='"a tag"') == (200, SOUND.content, None)


def test_nothing_is_a_sound_too():
    assert answered("bytes=0-1", sound=PlayedAnswer(b"", "x.mp3", kind="audio/mpeg")) == (416, b"", "bytes */0")


@given(st.integers(1, 40), st.integers(0, 45), st.integers(0, 45))
def test_parts_are_those_of_the_file(length, first, last):
    whole = bytes(range(length))
    part = part_asked_for(f"bytes={first}-{last}", length)
    sent = whole if part is None else whole[part.start : part.stop]
    assert sent == (whole if last < first else whole[first : last + 1])
    tail = part_asked_for(f"bytes=-{last}", length)
    assert whole[tail.start : tail.stop] == (whole[-last:] if last else b"")


@given(st.text(max_size=30))
def test_no_header_ends_otherwise_than_in_an_answer(header):
    assert answered(header)[0] in {200, 206, 416}
    assert answered(f"bytes={header}")[0] in {200, 206, 416}


def test_player_is_sent_its_part_if_it_may_have_the_whole(as_rosa):
    asks = {"range": "bytes=0-1", "accept-encoding": "gzip"}
    whole = as_rosa.get("/bell")
    assert (whole.status_code, whole.headers["accept-ranges"]) == (200, "bytes")
    part = as_rosa.get("/bell", headers=asks)
    assert (part.status_code, part.content) == (206, whole.content[:2])
    assert part.headers["content-range"] == f"bytes 0-1/{len(whole.content)}"
    assert part.headers["content-length"] == "2"
    assert part.headers["content-type"] == whole.headers["content-type"] == "audio/mpeg"
    assert part.headers["cache-control"] == "no-store"
    as_rosa.post("/who", data={"person": "p2"})  # who may not hear it
    assert [as_rosa.get("/bell", headers=headers).status_code for headers in ({}, asks)] == [403, 403]
