"""Colours, pictures, fonts, clocks and charts."""

import re
from datetime import time
from importlib import resources
from itertools import pairwise

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from alongside.display import charts, clock, colours, fonts, pictures, stylesheet, web_fonts

CSS = stylesheet.sheet()
PAPER = resources.files("alongside.reports").joinpath("paper.css").read_text()


@pytest.mark.parametrize("theme", [colours.LIGHT, colours.DARK], ids=["light", "dark"])
def test_text_is_seven_to_one_and_edges_three_to_one(theme):
    weak = [pair for pair in colours.TEXT_PAIRS if colours.contrast(theme[pair[0]], theme[pair[1]]) < 7]
    weak += [pair for pair in colours.EDGE_PAIRS if colours.contrast(theme[pair[0]], theme[pair[1]]) < 3]
    assert weak == []


def test_contrast_is_that_of_the_standard():
    assert colours.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert colours.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


def test_stylesheet_says_each_colour_for_light_and_for_dark():
    found = [dict(re.findall(r"--(\w+): (#\w{6});", block)) for block in re.findall(r"\{([^{}]*)\}", CSS)]
    light, dark = dict(colours.LIGHT), dict(colours.DARK)
    assert [block for block in found if len(block) > 5] == [light, dark, dark]


def test_nothing_is_dark_on_paper():
    outside = re.sub(r"@media screen[^{]*\{[^{}]*\{[^{}]*\}\s*\}", "", CSS)
    assert colours.DARK["page"] in CSS
    assert f"--page: {colours.DARK['page']}" not in outside


def test_every_colour_that_is_used_is_one_of_the_house():
    assert (
        set(re.findall(r"var\(--(\w+)", CSS)) - {"stem", "gutter", "size"}
        <= set(colours.LIGHT)
        == set(colours.DARK)
    )


def test_every_subject_of_the_stylesheet_is_sent_once():
    assert sorted(path.stem for path in (stylesheet.FOLDER / "page").iterdir()) == sorted(stylesheet.SUBJECTS)


def test_remarks_stay_at_home():
    assert "/*" not in CSS


TONE = re.compile(r"\.tone-(\d) \{ background: (#\w{6}); \}")


def test_first_letters_stand_on_the_same_grounds_on_screen_and_paper_and_can_be_read_there():
    on_screen, on_paper = (dict(TONE.findall(sheet)) for sheet in (CSS, PAPER))
    assert on_screen == on_paper
    assert {str(pictures.tone(f"Person {number}")) for number in range(60)} == set(on_screen)
    assert all(colours.contrast("#2B1820", ground) >= 7 for ground in on_screen.values())


def test_person_keeps_her_ground():
    assert pictures.tone("Sam Whitlock") == pictures.tone("Sam Whitlock")


def test_every_picture_is_drawn_and_holds_no_style_or_script():
    for name in pictures.NAMES:
        drawing = pictures.svg(name)
        assert drawing.startswith("<svg"), name
        assert not re.search(r"<script|<style|style=", drawing), name


def test_unknown_picture_is_named():
    with pytest.raises(pictures.NoSuchPicture, match="“teapott”"):
        pictures.svg("teapott")


def test_reading_font_has_no_digits_and_lexend_has_them_all():
    digits = set(range(ord("0"), ord("9") + 1))
    with TTFont(fonts.files()["reading-400.ttf"]) as reading, TTFont(fonts.files()["lexend-300.ttf"]) as lexend:
        assert not digits & set(reading.getBestCmap())
        assert digits | {ord("½"), ord("£"), ord("é")} <= set(lexend.getBestCmap())


def test_fonts_are_static_and_of_the_weight_they_say():
    for weight in fonts.WEIGHTS:
        with TTFont(fonts.files()[f"lexend-{weight}.ttf"]) as font:
            assert "fvar" not in font
            assert font["OS/2"].usWeightClass == weight


def test_font_made_again_has_the_same_bytes(tmp_path):
    def reading() -> TTFont:
        return fonts._without_digits("AtkinsonHyperlegible-Bold.ttf")

    for name, make in (("lexend-600.ttf", fonts._lexend_maker(600)), ("reading-700.ttf", reading)):
        again = fonts.kept(tmp_path / name, make)
        assert again.read_bytes() == fonts.files()[name].read_bytes()


def test_what_a_browser_gets_of_the_typefaces_is_small():
    sizes = {name: path.stat().st_size for name, path in web_fonts.files().items()}
    assert set(sizes) == {face.file for face in web_fonts.FACES}
    first = ("lexend.woff2", "reading-400.woff2", "digits-300.woff2")
    assert sum(sizes[name] for name in first) < 32_000


def test_typefaces_of_browsers_hold_the_letters_they_are_asked_for():
    with TTFont(web_fonts.files()["lexend.woff2"]) as usual, TTFont(web_fonts.files()["digits-300.woff2"]) as few:
        assert {ord(letter) for letter in "aZ09é£½’–…ŵŷ€\u00a0"} <= set(usual.getBestCmap())
        assert [(axis.minValue, axis.maxValue) for axis in usual["fvar"].axes] == [(400, 600)]
        assert {ord(digit) for digit in "0123456789½"} <= set(few.getBestCmap())
    with TTFont(web_fonts.files()["lexend-seldom.woff2"]) as seldom:
        assert {ord(letter) for letter in "łŠżğ"} <= set(seldom.getBestCmap())


def test_weight_that_pages_ask_for_is_one_that_the_typeface_has():
    asked = {int(weight) for weight in re.findall(r"font(?:-weight)?: (\d{3})[ ;]", CSS)}
    assert asked <= {400, 500, 600}


@pytest.mark.parametrize(
    ("moment", "hour", "minute"),
    [
        (time(3, 0), (68, 50), (50, 23)),
        (time(12, 0), (50, 32), (50, 23)),
        (time(18, 30), (45.34, 67.39), (50, 77)),
    ],
)
def test_hands_point_where_they_should(moment, hour, minute):
    face = clock.face(moment)
    assert face.hour == pytest.approx(hour, abs=0.01)
    assert face.minute == pytest.approx(minute, abs=0.01)


def test_clock_has_numerals_drawn_as_outlines():
    # "10", "11" and "12" have two figures; each figure but 1, 2, 3, 5 and 7 has a hole or more.
    assert clock.face(time(9, 0)).numerals.count("M") >= 15


@given(st.floats(0.01, 1e9))
def test_ticks_begin_at_zero_and_reach_past_the_highest(highest):
    ticks = charts.nice_ticks(highest)
    assert ticks[0] == 0
    assert ticks[-1] >= highest * 0.999
    assert 2 <= len(ticks) <= 8


def test_names_at_line_ends_do_not_touch():
    chart = charts.line_chart({"Café": [1, 100], "Studio": [1, 99], "Training": [1, 98]}, ["a", "b"])
    ends = sorted(line.label_y for line in chart.lines)
    assert all(below - above >= 20.9 for above, below in pairwise(ends))


def test_chart_says_all_its_numbers():
    chart = charts.line_chart({"Café": [1420, 1780]}, ["June", "July"])
    assert chart.spoken == "Café: June 1,420, July 1,780."


@pytest.mark.parametrize("series", [{}, {"Café": [1, 2]}, {name: [1] for name in "abcd"}])
def test_chart_that_cannot_be_told_apart_is_refused(series):
    with pytest.raises(ValueError, match="lines|values"):
        charts.line_chart(series, ["June"])


@given(st.dictionaries(st.text(), st.integers(0, 10**6), max_size=6))
def test_bars_keep_the_proportions_of_their_numbers(values):
    for bar in charts.bar_chart(values, longest=100):
        assert bar.length == pytest.approx(100 * bar.value / (max(values.values()) or 1), abs=0.06)


def test_pair_of_bars_begins_at_zero():
    assert charts.pair_of_bars(50, 100, longest=80) == (40, 80)
    assert charts.pair_of_bars(5, None, longest=80) == (80, None)
    assert charts.pair_of_bars(-5, 0, longest=80) == (0, 0)


def test_name_of_a_bar_that_is_too_long_for_the_drawing_is_shortened_there_alone():
    long = "A day out together at the seaside with everybody and lunch"
    bars = charts.bar_chart({long: 3, "A film": 2})
    assert [bar.short for bar in bars] == ["A day out together at the seaside w…", "A film"]
    assert charts.bar_rows(bars)[0][0] == long
