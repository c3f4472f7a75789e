"""Texts by edition: fallback, filling, the enterprise's own words, counting."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from alongside.display import Edition, Said
from alongside.display.missing import missing_texts
from alongside.display.texts import Misspoken, bold, catalogue, fill, plain, wording, wording_many

PARTS = Path(__file__).parent / "parts"


@pytest.fixture(autouse=True)
def bakery(monkeypatch):
    monkeypatch.syspath_prepend(str(PARTS))
    catalogue.cache_clear()


def test_sentence_with_a_wording_is_said_in_it():
    said = wording("bakery_part", "en@easy", "You bake with your {supporter}.")
    assert said == "You bake. Your {supporter} is there."


def test_sentence_without_a_wording_falls_back_to_itself():
    assert wording("bakery_part", "en@easy", "Address") == "Address"
    assert wording("bakery_part", "en", "You bake with your {supporter}.") == "You bake with your {supporter}."


def test_unfinished_wording_is_not_used():
    assert wording("bakery_part", "en@easy", "Send") == "Send"


@pytest.mark.parametrize(
    ("n", "said"), [(1, "There is {n} loaf."), (0, "There are {n} loaves."), (7, "There are {n} loaves.")]
)
def test_plural_of_the_catalogue_follows_the_number(n, said):
    assert wording_many("bakery_part", "en@easy", "{n} loaf", "{n} loaves", n) == said


def test_missing_name_is_told_with_its_sentence():
    with pytest.raises(Misspoken, match=r"“Hello \{nane\}.” needs \{nane\}"):
        fill("Hello {nane}.", {"name": "Rosa"})


def test_said_without_an_edition_is_standard_english_with_default_own_words():
    assert str(Said("{name} is your {supporter}.", name="Priya")) == "Priya is your supporter."


def test_facts_in_markup_are_escaped_and_stars_make_the_fact_stand_out():
    assert fill(bold("**{name}** & co."), {"name": "<b>"}) == Markup("<strong>&lt;b&gt;</strong> &amp; co.")


@given(st.text())
def test_no_text_becomes_markup(text):
    shown = fill(Markup("{text}"), {"text": text})
    assert "<" not in shown
    assert shown.unescape() == Markup("{text}").format(text=text).unescape()


def test_plain_leaves_the_stars_out():
    assert plain("We worked **2,946 hours**.") == "We worked 2,946 hours."


def test_missing_texts_are_counted_by_part():
    (found,) = missing_texts({"bakery": "bakery_part"})
    assert found.used == 28
    assert "The bakery is closed on {day}." in found.keys
    assert "Send" in found.keys
    assert not {"{n} loaf", "You bake with your {supporter}."} & set(found.keys)
    assert not [key for key in found.keys if "standard edition alone" in key or "easy one" in key]


def test_standard_edition_lacks_nothing():
    (found,) = missing_texts({"bakery": "bakery_part"}, Edition.STANDARD)
    assert (found.used, found.keys) == (28, ())


def test_kits_say_everything_in_easy_read():
    kits = missing_texts({"display": "alongside.display", "reports": "alongside.reports"})
    assert [kit.keys for kit in kits] == [(), ()]
