"""Pages and the chapter, in both editions, from a store on SQLite: what they hold, and what they must not."""

from datetime import date

import pytest

from alongside.display import Edition, View
from alongside.display.missing import missing_texts
from alongside.display.rendering import Display
from alongside.instants import Period
from alongside.people import chapter, offers, pages
from alongside.people.pages.person import person, send_person
from alongside.people.person import Format
from alongside.people.tables import PEOPLE
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo
from alongside.web.around import mistakes_of
from alongside.web.visit import Form, Visit, Visitor

PARTS = {"people": "alongside.people", "enterprise": "alongside.enterprise"}
RIGHT = (("do", "choices"), ("format", "audio"), ("picture", "sun"))


@pytest.fixture(scope="module")
def display():
    return Display(PARTS)


@pytest.fixture(params=["sqlite"])
def engine_name(request):
    """Pages are the same on both databases: what they read is tested elsewhere."""
    return request.param


def visiting(unit, who, form=()):
    return Visit(
        host=None,
        unit=unit,
        visitor=Visitor(unit.actor, "Somebody"),
        part="people",
        edition=Edition.STANDARD,
        zone="Europe/London",
        today=date(2026, 11, 23),
        path={"person": who},
        form=Form(form),
    )


def opened(hall, who):
    return hall.store.unit(Actor.person(who, "Somebody"))


def test_own_page_shows_strengths_certificates_and_choices(hall, display):
    with opened(hall, hall.rosa) as unit:
        view = person(visiting(unit, hall.rosa))
    html = display.render("people", view)
    for words in (
        "Bakes like her aunt Quillfeather",
        "Food hygiene",
        "September\u00a02027",
        "Member",
        "Keep my choices",
    ):
        assert words in html
    for private in ("rosalind@quill.example", "01632", "1979"):
        assert private not in html


@pytest.mark.parametrize("edition", list(Edition))
def test_list_shows_everybody_by_name(hall, display, edition):
    with opened(hall, hall.steward) as unit:
        html = display.render("people", pages.people(visiting(unit, "")), edition=edition)
    assert html.index("Nia Castell") < html.index("Rosalind Quillfeather")


def test_easy_read_pages_and_chapter_read_easily(hall, display):
    with opened(hall, hall.steward) as unit:
        views = [
            pages.people(visiting(unit, "")),
            person(visiting(unit, hall.rosa)),
            chapter.write(unit, Period.quarter(date(2024, 9, 2))),
        ]
    faults = [easy_read_faults(display.render("people", view, edition=Edition.EASY)) for view in views]
    assert faults == [[], [], []]


def test_words_are_chosen_in_one_place_which_the_own_page_leads_to(hall, display):
    with opened(hall, hall.rosa) as unit:
        html = display.render("people", person(visiting(unit, hall.rosa)))
    assert 'href="/seeing"' in html
    assert 'name="edition"' not in html


def test_choices_sent_are_kept(hall):
    with opened(hall, hall.rosa) as unit:
        answer = send_person(visiting(unit, hall.rosa, RIGHT))
        now = offers.person(unit, hall.rosa)
    assert isinstance(answer, GoTo)
    assert (answer.path, now.preferred_format, now.picture) == (f"/people/{hall.rosa}", Format.AUDIO, "sun")


@pytest.mark.parametrize("wrong", [("format", "smoke"), ("picture", "../secret")])
def test_choice_there_is_not_shows_the_form_again(hall, display, wrong):
    with opened(hall, hall.rosa) as unit:
        answer = send_person(visiting(unit, hall.rosa, (*RIGHT, wrong)))
        assert offers.person(unit, hall.rosa).version == 1
    assert isinstance(answer, View)
    assert [field for field, _said in mistakes_of(answer)] == [f"choices-{wrong[0]}"]
    assert 'class="mistake"' in display.render("people", answer)


def test_chapter_names_nobody_and_hides_small_groups(hall, display):
    with opened(hall, hall.steward) as unit:
        view = chapter.write(unit, Period.quarter(date(2024, 9, 2)))
        assert unit.named == set()
    html = display.render("people", view, on_paper=True)
    assert "too few people to show" in html
    assert "1 certificate" in html
    assert not [trace for trace in ("Rosalind", "Nia", "Quillfeather") if trace in html]


def test_figure_counts_certificates_beside_the_period_before(hall):
    with opened(hall, hall.steward) as unit:
        (figure,) = chapter.figures(unit, Period.quarter(date(2024, 9, 2)))
        assert chapter.figures(unit, Period.quarter(date(2026, 9, 2))) == ()
    assert (figure.now, figure.before, figure.said) == (1, 0, "1")


def test_no_text_is_without_easy_words():
    assert [(lacking.part, lacking.keys) for lacking in missing_texts(PARTS)] == [
        ("enterprise", ()),
        ("people", ()),
    ]


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ({"preferred_format": Format.EMAIL}, "We have no e-mail address for this."),
        ({"preferred_format": Format.EMAIL, "email": "rosa@tideline.example"}, ""),
        ({"preferred_format": Format.PHONE_CALL}, "We have no phone number for this."),
        ({"preferred_format": Format.AUDIO, "phone": "01632 960100"}, ""),
    ],
)
def test_own_page_says_what_is_missing_for_the_way_that_was_chosen(hall, display, keyboard, chosen, said):
    with hall.store.unit(keyboard) as unit:
        empty = {"email": None, "phone": None}
        unit.change(PEOPLE, offers.present(unit, hall.rosa), **{**empty, **chosen})
    with opened(hall, hall.rosa) as unit:
        html = display.render("people", person(visiting(unit, hall.rosa)))
    assert ("We have no" in html) == bool(said)
    assert said in html
