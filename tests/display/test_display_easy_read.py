"""The check of Easy Read finds what it should, and nothing else."""

import pytest

from alongside.testing.easy_read import easy_read_faults
from alongside.testing.easy_words import hard_words

GOOD = (
    '<ul class="rows"><li class="row"><span class="picture"></span><p>We open at <b>10 o’clock</b>.</p></li></ul>'
)


def test_plain_row_has_no_fault():
    assert easy_read_faults(GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("We open at", "We open every single day of the whole long week in summer at", "E4"),
        ("We open at", "<i>We</i> open at", "E2"),
        ("We open at", "WE ALL open at", "E2"),
        ("10 o’clock", "10:00", "E10"),
        ("10 o’clock", "ten o’clock", "E10"),
        ("10 o’clock", "90%", "E9"),
        ("10 o’clock", "5/6/2026", "E10"),
        ("We open at", "The door was opened at", "E9"),
        ("We open at", "We rest. We open at", "E5"),
        ('<span class="picture"></span>', "", "E3"),
        (
            '<span class="picture"></span><p>We open at <b>10 o’clock</b>.</p>',
            '<p>We open.</p><span class="picture"></span>',
            "E3",
        ),
        ('<span class="picture"></span>', '<span class="picture"></span><svg></svg>', "E3"),
    ],
)
def test_planted_fault_is_found(old, new, fault):
    assert old in GOOD
    assert [found.split(":")[0] for found in easy_read_faults(GOOD.replace(old, new))] == [fault]


CHOICES = '<label for="room">Which room?</label><select id="room">{}</select>'


def test_choice_of_a_list_is_a_text_of_its_own():
    many = "".join(f"<option>Room {number}</option>" for number in range(1, 14))
    assert easy_read_faults(CHOICES.format(many)) == []
    long = "<option>The big room with the piano at the end of the long corridor upstairs</option>"
    assert [found.split(":")[0] for found in easy_read_faults(CHOICES.format(many + long))] == ["E4"]


def test_row_of_a_grid_is_no_row_of_words():
    assert easy_read_faults('<div class="row"><svg></svg><p>We open at 10 o’clock.</p></div>' + GOOD) == []


def test_quarter_of_a_clock_is_an_easy_word_and_that_of_a_year_is_not():
    assert hard_words("at quarter\u00a0past\u00a012 and at quarter to 4") == []
    assert hard_words("in this quarter") == hard_words("a quarter past the year") == ["quarter"]
