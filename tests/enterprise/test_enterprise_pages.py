"""The stewards' page in both editions, and the words that are sent from it."""

from datetime import date

import attrs
import pytest

from alongside.display import Edition, View
from alongside.display.rendering import Display
from alongside.enterprise import offers, pages
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo
from alongside.web.visit import Form, Visit, Visitor


@pytest.fixture
def engine_name():
    """Pages are the same on both databases: what they read is tested elsewhere."""
    return "sqlite"


@pytest.fixture
def visit(store, keyboard):
    """A visit of the stewards' page; its unit is open while the test runs."""
    with store.unit(keyboard) as unit:
        offers.set_up(unit, "Tideline Together")
        offers.add_business(unit, "Tideline Catering", picture="no such picture", opened=date(2025, 9, 1))
        offers.note_plugin(unit, "cafe")
        yield Visit(
            host=None,
            unit=unit,
            visitor=Visitor(keyboard, "Nia"),
            part="enterprise",
            edition=Edition.STANDARD,
            zone="Europe/London",
            today=date(2026, 11, 23),
        )


def sent(visit, **words):
    return pages.send_words(attrs.evolve(visit, form=Form(tuple(words.items()))))


def test_stewards_see_businesses_plugins_and_words(visit):
    html = Display({"enterprise": "alongside.enterprise"}).render("enterprise", pages.enterprise(visit))
    for words in ("Tideline Catering", "No plugin runs it.", "cafe: switched on", "Nobody has a role yet."):
        assert words in html


def test_easy_read_page_reads_easily(visit):
    display = Display({"enterprise": "alongside.enterprise"})
    assert easy_read_faults(display.render("enterprise", pages.enterprise(visit), edition=Edition.EASY)) == []


def test_words_sent_are_kept(visit):
    assert isinstance(sent(visit, supporter="helper", member=""), GoTo)
    assert offers.words(visit.unit) == {"supporter": "helper"}


def test_word_that_cannot_be_shown_stands_beside_its_field(visit):
    answer = sent(visit, member="friend", supporters="help\x07ers")
    assert isinstance(answer, View)
    assert list(answer.facts["mistakes"]) == ["supporters"]
