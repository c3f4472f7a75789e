"""The channel of a person: what she chose, or the nearest that can reach her."""

from datetime import date

import pytest

from alongside.messages.message import Channel
from alongside.people.person import Format, Person
from alongside.people.reached import WANTED, channel_of


def somebody(wanted, **more):
    return Person(id="rosa", name="Rosa", joined=date(2026, 1, 5), preferred_format=wanted, **more)


@pytest.mark.parametrize(
    ("person", "channel"),
    [
        (somebody(Format.SCREEN), Channel.SCREEN),
        (somebody(Format.EMAIL, email="rosa@tideline.example"), Channel.EMAIL),
        (somebody(Format.EMAIL), Channel.LETTER),
        (somebody(Format.EMAIL, email="rosa at home"), Channel.LETTER),
        (somebody(Format.EMAIL, email="rosa@tideline.example\nBcc: all@tideline.example"), Channel.LETTER),
        (somebody(Format.LETTER, email="rosa@tideline.example", phone="01632 960100"), Channel.LETTER),
        (somebody(Format.PHONE_CALL, phone="01632 960100"), Channel.RING),
        (somebody(Format.PHONE_CALL, phone=" "), Channel.LETTER),
        (somebody(Format.AUDIO, phone="01632 960100"), Channel.RING),
        (somebody(Format.AUDIO), Channel.LETTER),
    ],
)
def test_person_is_told_by_her_channel_or_by_letter(person, channel):
    assert channel_of(person) is channel


def test_every_format_has_a_channel():
    assert set(WANTED) == set(Format)
