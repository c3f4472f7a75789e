"""The stewards' page in both editions, and the words that are sent from it."""

from datetime import date

import attrs
import pytest

from alongside.display import Edition, View
from alongside.display.rendering import Display
from alongside.enterprise import offers, pages
from alongside.house.first_steps import first_steps
from alongside.plugin import Part
from alongside.refusal import NotAllowed
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo
from alongside.web.around import mistakes_of
from alongside.web.visit import Form, Visit, Visitor

CAFE = Part(name="cafe", title="Café", picture="cup", package="alongside.enterprise")
DISPLAY = Display({"enterprise": "alongside.enterprise", "cafe": "alongside.enterprise"})


@attrs.frozen
class Installed:
    """A host that is asked for what is installed alone."""

    parts: tuple[Part, ...]


@pytest.fixture
def visit(store, keyboard):
    """A visit of the stewards' page; its unit is open while the test runs."""
    with store.unit(keyboard) as unit:
        offers.set_up(unit, "Tideline Together")
        offers.add_business(unit, "Tideline Catering", picture="no such picture", opened=date(2025, 9, 1))
        offers.note_plugin(unit, "cafe")
        yield Visit(
            host=Installed((CAFE,)),
            unit=unit,
            visitor=Visitor(keyboard, "Nia"),
            part="enterprise",
            edition=Edition.STANDARD,
            zone="Europe/London",
            today=date(2026, 11, 23),
        )


def sent(visit, **fields):
    return pages.send_enterprise(attrs.evolve(visit, form=Form(tuple(fields.items()))))


def wrong_fields(answer):
    return [field for field, _said in mistakes_of(answer)]


def test_stewards_see_businesses_plugins_and_words(visit):
    html = DISPLAY.render("enterprise", pages.enterprise(visit))
    for words in ("Tideline Catering", "No plugin runs it.", "cafe: switched on", "Nobody has a role yet."):
        assert words in html


def test_easy_read_page_reads_easily(visit):
    assert easy_read_faults(DISPLAY.render("enterprise", pages.enterprise(visit), edition=Edition.EASY)) == []


def test_words_sent_are_kept(visit):
    assert isinstance(sent(visit, supporter="helper", member=""), GoTo)
    assert offers.words(visit.unit) == {"supporter": "helper"}


def test_word_that_cannot_be_shown_stands_beside_its_field(visit):
    answer = sent(visit, member="friend", supporters="help\x07ers")
    assert isinstance(answer, View)
    assert wrong_fields(answer) == ["words-supporters"]


def test_form_for_a_business_stands_where_first_steps_lead(visit):
    own, *_ = first_steps(visit.unit)
    (step,) = [told.step for told in own.told if told.step.key == "Open a business."]
    page, _hash, place = step.path.partition("#")
    html = DISPLAY.render("enterprise", pages.enterprise(visit))
    card = html.split(f'id="{place}"')[1].split("</section>")[0]
    assert page == "/enterprise"
    assert "/static/pictures/cup.svg" in card
    assert card.count('name="kind"') == 2  # the café, and something else


@pytest.mark.parametrize(("kind", "kept", "picture"), [("cafe", "cafe", "cup"), ("none", "", "shop")])
def test_business_is_opened_from_the_page(visit, kind, kept, picture):
    answer = sent(visit, do="open", name="  Harbour   Café ", kind=kind)
    assert isinstance(answer, GoTo)
    new = offers.business_by_slug(visit.unit, None, "harbour-cafe")
    assert (new.name, new.kind, new.picture, new.opened) == (
        "Harbour Café",
        kept,
        picture,
        offers.today(visit.unit),
    )


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"name": " ", "kind": "cafe"}, ["name"]),
        ({"name": "x" * 101, "kind": "cafe"}, ["name"]),
        ({"name": "a\x07b", "kind": "none"}, ["name"]),
        ({"name": "Harbour Café"}, ["kind"]),
        ({"name": "Harbour Café", "kind": "zz"}, ["kind"]),
        ({}, ["name", "kind"]),
    ],
)
def test_what_no_business_could_be_is_said_beside_its_field_and_what_was_written_stays(visit, fields, wrong):
    answer = sent(visit, do="open", **fields)
    assert wrong_fields(answer) == [f"open-{field}" for field in wrong]
    assert len(offers.businesses(visit.unit)) == 1
    for edition in Edition:
        html = DISPLAY.render("enterprise", answer, edition=edition)
        assert html.count("Please look at this:") == len(wrong)
        assert "zz" in fields.values() or fields.get("name", "").strip() in html
    assert easy_read_faults(DISPLAY.render("enterprise", answer, edition=Edition.EASY)) == []


def test_kind_that_is_switched_off_is_not_offered_and_not_opened(visit):
    offers.switch_plugin(visit.unit, "cafe", on=False)
    assert "cup.svg" not in DISPLAY.render("enterprise", pages.enterprise(visit))
    assert wrong_fields(sent(visit, do="open", name="Harbour Café", kind="cafe")) == ["open-kind"]


def test_group_is_renamed_from_the_page(visit):
    assert isinstance(sent(visit, do="rename", group=" Harbour  Together "), GoTo)
    assert offers.the_enterprise(visit.unit).name == "Harbour Together"
    for name in ("", "x" * 101, "a\x07b"):
        assert wrong_fields(sent(visit, do="rename", group=name)) == ["rename-group"]
    assert offers.the_enterprise(visit.unit).name == "Harbour Together"


@pytest.mark.parametrize("fields", [{"do": "open", "name": "X", "kind": "none"}, {"do": "rename", "group": "X"}])
def test_nobody_but_a_steward_opens_a_business_or_renames_the_group(visit, fields):
    visit.unit.actor = Actor.person("amy", "Amy Lind")
    visit.unit.learn_rights({None: frozenset({"enterprise.see"})})
    with pytest.raises(NotAllowed):
        sent(visit, **fields)
