"""How a person sees things: chosen by her, kept, and nobody else's to know."""

from datetime import date

import pytest

from alongside.display import Edition, View
from alongside.display.look import Colours, Look, TextSize
from alongside.display.rendering import Display
from alongside.people import actions, offers, pages
from alongside.people.pages import seeing
from alongside.people.person import COLOURS, TEXT_SIZES, Person
from alongside.refusal import BadInput, NotAllowed
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo
from alongside.web.visit import Form, Visit, Visitor

DARK = (("edition", "en@easy"), ("colours", "dark"), ("text_size", "larger"))
PARTS = {"people": "alongside.people", "enterprise": "alongside.enterprise", "web": "alongside.web"}


@pytest.fixture(scope="module")
def display():
    return Display(PARTS)


def visiting(unit, path=(), form=(), look=Look(), edition=Edition.STANDARD):  # noqa: B008 - frozen
    return Visit(
        host=None,
        unit=unit,
        visitor=Visitor(unit.actor, "Somebody"),
        part="people",
        edition=edition,
        look=look,
        zone="Europe/London",
        today=date(2026, 11, 23),
        path=dict(path),
        form=Form(form),
    )


def opened(hall, who):
    return hall.store.unit(Actor.person(who, "Somebody"))


def chosen(hall, who):
    with opened(hall, hall.steward) as unit:
        found = offers.person(unit, who)
    return found.edition, found.colours, found.text_size


def ticked(html):
    return [part.split('"')[0] for part in html.split('value="')[1:] if " checked" in part.split(">")[0]]


def test_person_on_record_sees_things_as_her_device_does(hall):
    assert chosen(hall, hall.rosa) == ("en", "device", "usual")


def test_words_of_the_record_are_those_of_the_pages():
    assert list(COLOURS) == [one.value for one in Colours]
    assert list(TEXT_SIZES) == [one.value for one in TextSize]


@pytest.mark.parametrize("wrong", [{"colours": "pink"}, {"text_size": "huge"}])
def test_look_there_is_not_is_refused_with_those_there_are(wrong):
    with pytest.raises(BadInput, match="Say one of these: "):
        Person(id="p", name="Rosa", joined=date(2026, 1, 5), **wrong)


def test_what_is_sent_from_ones_own_page_is_kept_and_shown_from_now_on(hall):
    with opened(hall, hall.rosa) as unit:
        answer = seeing.send_seeing(visiting(unit, form=DARK))
    assert answer.path == "/seeing?seen=own"
    assert chosen(hall, hall.rosa) == ("en@easy", "dark", "larger")


def test_own_page_begins_with_how_it_is_seen_now(hall, display):
    look = Look(colours=Colours.DARK, text_size=TextSize.LARGE)
    with opened(hall, hall.rosa) as unit:
        html = display.render("people", seeing.seeing(visiting(unit, look=look)))
    assert ticked(html) == ["en", "dark", "large"]


def test_answer_there_is_not_shows_the_form_again_and_keeps_nothing(hall, display):
    with opened(hall, hall.rosa) as unit:
        answer = seeing.send_seeing(visiting(unit, form=(*DARK, ("colours", "pink"))))
        html = display.render("people", answer)
    assert isinstance(answer, View)
    assert "Please choose one of these answers." in html
    assert chosen(hall, hall.rosa) == ("en", "device", "usual")


def test_whoever_may_change_her_record_may_do_it_with_her(hall, display):
    path = {"person": hall.rosa}
    with opened(hall, hall.steward) as unit:
        page = seeing.seeing(visiting(unit, path, look=Look(colours=Colours.DARK)))
        assert ticked(display.render("people", page)) == ["en", "device", "usual"]
        answer = seeing.send_seeing(visiting(unit, path, DARK))
    assert isinstance(answer, GoTo)
    assert answer.path == f"/people/{hall.rosa}"
    assert chosen(hall, hall.rosa) == ("en@easy", "dark", "larger")
    assert chosen(hall, hall.steward) == ("en", "device", "usual")


def test_nobody_else_learns_or_changes_how_she_sees_things(hall, keyboard, display):
    with hall.store.unit(keyboard) as unit:
        actions.choose_seeing(unit, hall.rosa, edition="en", colours="dark", text_size="largest")
    with opened(hall, hall.rosa) as unit:
        for act in (
            lambda: actions.look_at_seeing(unit, hall.steward),
            lambda: actions.choose_seeing(unit, hall.steward, edition="en", colours="dark", text_size="usual"),
        ):
            with pytest.raises(NotAllowed):
                act()
    with opened(hall, hall.steward) as unit:
        seen = display.render("people", pages.people(visiting(unit)))
    assert "largest" not in seen


@pytest.mark.parametrize("own", [True, False])
def test_page_in_easy_read_reads_easily(hall, display, own):
    with opened(hall, hall.steward) as unit:
        path = {} if own else {"person": hall.rosa}
        view = seeing.seeing(visiting(unit, path))
    assert easy_read_faults(display.render("people", view, edition=Edition.EASY)) == []
