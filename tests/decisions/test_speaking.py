"""Recordings of those who stand: told by their bytes, of one length, heard by members, gone with the person."""

import contextlib
import io
import struct
import wave

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.decisions.actions import proposing, speaking, standing, voting
from alongside.decisions.life import NotNow
from alongside.decisions.pages import speaking as heard_pages
from alongside.decisions.pages import standing as pages
from alongside.decisions.sound_file import LARGEST, NotASound, Sound, look
from alongside.decisions.tables import SPOKEN
from alongside.display import Edition
from alongside.people import actions as people_actions
from alongside.refusal import NotFound
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.web.headers import POLICY
from alongside.web.multipart import Sent
from alongside.web.visit import Form

from .conftest import CLOSES, as_person


def wav(seconds, rate=8000):
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(rate)
        file.writeframes(b"\x80" * int(rate * seconds))
    return out.getvalue()


OPUS = b"OpusHead\x01\x01\x38\x01" + struct.pack("<IHB", 48000, 0, 0)


def ogg(seconds):
    def page(position, content):
        return b"OggS\x00\x02" + struct.pack("<q", position) + bytes(12) + bytes([1, len(content)]) + content

    return page(0, OPUS) + page(48000 * seconds + 312, b"sound")


def box(name, *inside):
    content = b"".join(inside)
    return struct.pack(">I4s", 8 + len(content), name) + content


def m4a(seconds, handler=b"soun"):
    mvhd = box(b"mvhd", bytes(12), struct.pack(">II", 1000, seconds * 1000), bytes(80))
    track = box(b"trak", box(b"mdia", box(b"hdlr", bytes(8), handler, bytes(12))))
    return box(b"ftyp", b"M4A \x00\x00\x00\x00") + box(b"moov", mvhd, track) + box(b"mdat", bytes(99))


def mp3(seconds, tag=b""):
    frame = b"\xff\xfb\x90\x00" + bytes(413)  # 128 kbit/s at 44.1 kHz: 417 bytes, 1152 samples
    return tag + frame * int(seconds * 44100 / 1152)


KINDS = {"wav": wav, "ogg": ogg, "m4a": m4a, "mp3": mp3}


@pytest.mark.parametrize("kind", KINDS)
def test_kind_and_length_are_told_from_the_bytes(kind):
    assert look(KINDS[kind](12)) == Sound(kind, 12)
    with pytest.raises(NotASound, match="91 seconds long; the most is 90, the same for all"):
        look(KINDS[kind](91))
    with pytest.raises(NotASound):
        look(KINDS[kind](12)[:8])


def test_what_is_no_recording_is_refused():
    for content in (
        b"",
        b"<html>",
        b"%PDF-1.7",
        b"\xff\xfb\x90\x00" * 9,
        m4a(9, b"vide"),
        b"RIFF\x00\x00\x00\x00WAVE",
    ):
        with pytest.raises(NotASound, match="could not be read as a recording"):
            look(content)
    with pytest.raises(NotASound, match="more than 2 million bytes"):
        look(bytes(LARGEST + 1))
    assert look(mp3(9, b"ID3\x04\x00\x00\x00\x00\x00\x05title")).seconds == 9


@given(st.sampled_from(sorted(KINDS)), st.binary(max_size=40), st.integers(0, 300), st.integers(0, 60))
def test_no_bytes_end_otherwise_than_in_a_sound_or_a_refusal(kind, junk, at, cut):
    content = KINDS[kind](2)
    mangled = content[:at] + junk + content[at + cut :]
    with contextlib.suppress(NotASound):
        assert 1 <= look(mangled).seconds <= 90


@pytest.fixture
def act(group):
    """Do something as somebody."""

    def do(who, what, *words, **more):
        with group.unit(as_person(who)) as unit:
            return what(unit, *words, **more)

    return do


@pytest.fixture
def election(act):
    """An election in which two stand."""
    facts = {"closes": CLOSES, "quorum": 1, "rule": "scottish-stv", "options": ()}
    which = act("member1", proposing.propose, "Who?", "We ask.", **facts).id
    for name in ("member2", "member3"):
        act(name, standing.stand, which, "I want tea.")
    return which


def test_members_hear_what_was_sent_as_what_it_is(act, visit, display, election):
    sent = mp3(3)
    act("member2", speaking.speak, election, wav(2))
    act("member2", speaking.speak, election, sent)
    html = display.render("decisions", visit("member9", pages.page, proposal=election))
    assert html.count("<audio controls") == 1
    assert f'src="/decisions/{election}/spoken/option1"' in html
    answer = visit("member9", heard_pages.spoken, proposal=election, option="option1")
    assert (answer.content, answer.media) == (sent, "audio/mpeg")
    with pytest.raises(NotFound):
        visit("member9", heard_pages.spoken, proposal=election, option="option2")
    assert "media-src 'self'" in POLICY


def test_recording_is_her_own_act_before_the_vote(act, election):
    with pytest.raises(NotNow, match="You do not stand"):
        act("member9", speaking.speak, election, wav(2))
    act("member2", speaking.speak, election, wav(2))
    act("member2", speaking.be_silent, election)
    assert act("member9", speaking.recorded, election) == {}
    act("member2", speaking.speak, election, wav(2))
    act("tess", voting.open_vote, election)
    with pytest.raises(NotNow, match="is open for votes already"):
        act("member2", speaking.speak, election, wav(3))
    assert act("member9", speaking.recorded, election) == {"option1": 2}


def test_wrong_file_is_told_beside_its_field(visit, display, election, group):
    form = Form((("do", "speak"),), files={"sound": Sent("voice.mp3", b"<html>")})
    view = visit("member2", pages.send, form=form, writing=True, proposal=election)
    assert "could not be read as a recording" in display.render("decisions", view)
    form = Form((("do", "speak"),), files={"sound": Sent("voice.wav", wav(2))})
    assert visit("member2", pages.send, form=form, writing=True, proposal=election).path.endswith("/standing")


def test_recording_goes_with_the_person_and_when_she_stands_down(act, group, election):
    for name in ("member2", "member3"):
        act(name, speaking.speak, election, wav(2))
    with group.unit(Actor.keyboard(), writing=False) as unit:
        handed = dict(unit.collect("person_exported", person="member2"))["decisions"]["recordings"]
    assert handed == [{"title": "Who?", "kind": "wav", "seconds": 2}]
    act("member3", standing.stand_down, election)
    with group.unit(Actor.keyboard()) as unit:
        people_actions.erase(unit, "member2")
    with group.unit(Actor.keyboard(), writing=False) as unit:
        assert unit.find(SPOKEN) == []


def test_it_reads_easily(act, visit, display, election):
    act("member2", speaking.speak, election, wav(2))
    view = visit("member2", pages.page, Edition.EASY, proposal=election)
    html = display.render("decisions", view, edition=Edition.EASY)
    assert easy_read_faults(html) == []
    assert "{" not in html
