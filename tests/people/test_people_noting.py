"""What others note on a person's page: skills that rotas ask for, and roles; each by those who may alone."""

from datetime import date

import pytest

from alongside.display import Edition
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.people import actions, offers
from alongside.people.pages import person as pages
from alongside.people.skill import key_of
from alongside.refusal import NotAllowed, NotFound
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo
from alongside.web.visit import Form, Visit, Visitor

DISPLAY = Display({"people": "alongside.people", "enterprise": "alongside.enterprise"})


def visiting(unit, who, *form):
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


def as_steward(hall):
    return hall.store.unit(Actor.person(hall.steward, "Nia Castell"))


def test_skill_is_noted_and_taken_out_on_the_page(hall):
    with as_steward(hall) as unit:
        sent = visiting(unit, hall.rosa, ("do", "skill"), ("words", "Calms a queue"), ("key", ""))
        assert isinstance(pages.send_person(sent), GoTo)
        assert offers.skills_of(unit, [hall.rosa])[hall.rosa] == {"kitchen", "calms_a_queue"}
        pages.send_person(visiting(unit, hall.rosa, ("do", "no-skill:kitchen")))
        assert offers.skills_of(unit, [hall.rosa])[hall.rosa] == {"calms_a_queue"}
        with pytest.raises(NotFound, match="no skill of this person"):
            actions.remove_skill(unit, hall.rosa, "kitchen")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "Write what the person does well"),
        ("x" * 121, "This has 121 characters; the most is 120."),
        ("a\x07b", "a character that cannot be shown"),
    ],
)
def test_skill_without_words_is_asked_for_again(hall, words, said):
    with as_steward(hall) as unit:
        view = pages.send_person(visiting(unit, hall.rosa, ("do", "skill"), ("words", words)))
    assert said in DISPLAY.render("people", view)


def test_role_is_given_and_ended_on_the_page(hall):
    with as_steward(hall) as unit:
        slug = enterprise.business(unit, hall.cafe).slug
        give = (("do", "role"), ("role", "manager"), ("business", slug))
        assert isinstance(pages.send_person(visiting(unit, hall.rosa, *give)), GoTo)
        assert enterprise.people_with(unit, "manager", hall.cafe) == [hall.rosa]
        pages.send_person(visiting(unit, hall.rosa, ("do", f"no-role:manager:{slug}")))
        assert enterprise.people_with(unit, "manager", hall.cafe) == []


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ((("role", "manager"), ("business", "")), "A manager needs a business"),
        ((("role", "king"),), "Please choose one of these answers."),
    ],
)
def test_role_that_cannot_be_is_said_beside_the_field(hall, form, said):
    with as_steward(hall) as unit:
        view = pages.send_person(visiting(unit, hall.rosa, ("do", "role"), *form))
    assert said in DISPLAY.render("people", view)


@pytest.mark.parametrize("do", ["skill", "no-skill:kitchen", "role", "no-role:member:"])
def test_nobody_does_it_for_herself(hall, do):
    form = (("do", do), ("words", "Flies"), ("role", "steward"))
    with pytest.raises(NotAllowed), hall.store.unit(Actor.person(hall.rosa, "Rosa")) as unit:
        pages.send_person(visiting(unit, hall.rosa, *form))


def test_manager_of_a_business_notes_skills_and_gives_no_roles(hall):
    with as_steward(hall) as unit:
        enterprise.give_role(unit, hall.rosa, "manager", hall.cafe)
    with hall.store.unit(Actor.person(hall.rosa, "Rosa")) as unit:
        text = DISPLAY.render("people", pages.person(visiting(unit, hall.steward)))
        actions.add_skill(unit, hall.steward, "till", "Counts")
    assert "Something else Nia Castell does well" in text
    assert "Give this role" not in text


def test_forms_are_easy_to_read(hall):
    with as_steward(hall) as unit:
        view = pages.person(visiting(unit, hall.rosa))
    assert easy_read_faults(DISPLAY.render("people", view, edition=Edition.EASY)) == []


@pytest.mark.parametrize(
    ("words", "key"),
    [("Calms a queue", "calms_a_queue"), ("Crème brûlée!", "creme_brulee"), ("7 sins", "sins"), ("茶", "skill")],
)
def test_words_become_a_key(words, key):
    assert key_of(words) == key


def serial_of(unit, who):
    (given,) = offers.certificates_of(unit, [who])[who]
    return given.serial


def test_certificate_is_taken_back_on_the_page_with_the_reason_after_saying_what_follows(hall):
    with as_steward(hall) as unit:
        serial = serial_of(unit, hall.rosa)
        before = DISPLAY.render("people", pages.person(visiting(unit, hall.rosa)))
        sent = visiting(unit, hall.rosa, ("do", f"revoke:{serial}"), ("because", "It was  another course."))
        assert isinstance(pages.send_person(sent), GoTo)
        after = DISPLAY.render("people", pages.person(visiting(unit, hall.rosa)))
        (given,) = offers.certificates_of(unit, [hall.rosa])[hall.rosa]
    for words in ("Take it back: Food hygiene", "does not hold any more", "wait for a new one", "the reason here"):
        assert words in before
    assert (given.revoked_on, given.revoked_because) == (date(2026, 11, 23), "It was another course.")
    assert "Take it back" not in after
    with hall.store.unit(Actor.person(hall.rosa, "Rosa"), writing=False) as unit:
        assert "It was another course." in DISPLAY.render("people", pages.person(visiting(unit, hall.rosa)))


@pytest.mark.parametrize(
    ("because", "said"),
    [
        ("", "Say why, in a sentence or two."),
        ("  ", "Say why, in a sentence or two."),
        ("x" * 301, "This has 301 characters; the most is 300."),
    ],
)
def test_certificate_is_not_taken_back_without_a_reason_that_can_be_read(hall, because, said):
    with as_steward(hall) as unit:
        serial = serial_of(unit, hall.rosa)
        view = pages.send_person(visiting(unit, hall.rosa, ("do", f"revoke:{serial}"), ("because", because)))
        assert said in DISPLAY.render("people", view)
        (given,) = offers.certificates_of(unit, [hall.rosa])[hall.rosa]
    assert given.revoked_on is None


def test_certificate_is_taken_back_by_stewards_alone_and_on_its_holders_own_page(hall):
    with as_steward(hall) as unit:
        serial = serial_of(unit, hall.rosa)
        enterprise.give_role(unit, hall.rosa, "manager", hall.cafe)
    form = (("do", f"revoke:{serial}"), ("because", "Mine"))
    with hall.store.unit(Actor.person(hall.rosa, "Rosa")) as unit:
        assert "Take it back" not in DISPLAY.render("people", pages.person(visiting(unit, hall.rosa)))
        with pytest.raises(NotAllowed):
            pages.send_person(visiting(unit, hall.rosa, *form))
    with pytest.raises(NotFound, match="no certificate of this person"), as_steward(hall) as unit:
        pages.send_person(visiting(unit, hall.steward, *form))
    with as_steward(hall) as unit:
        (given,) = offers.certificates_of(unit, [hall.rosa])[hall.rosa]
    assert given.revoked_on is None
