"""What a person changes on pages of her own: her photo, how she is reached, and who supports her."""

import io
from datetime import date, timedelta

import attrs
import pytest
from PIL import Image

from alongside.display import Edition, View
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.people import actions, offers
from alongside.people.contact import callable_at, reachable_by
from alongside.people.pages import contact as contact_pages
from alongside.people.pages import person as person_pages
from alongside.people.pages import photo as photo_pages
from alongside.people.pages import supporters as supporter_pages
from alongside.people.person import Person
from alongside.photos.folder import PhotoFolder
from alongside.photos.photo import NotAPhoto
from alongside.refusal import BadInput, NotAllowed, NotFound
from alongside.store import Actor
from alongside.store.audit import ENTRIES
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo, Thinking
from alongside.web.multipart import Sent
from alongside.web.visit import Form, Visit, Visitor

DISPLAY = Display({"people": "alongside.people", "enterprise": "alongside.enterprise", "web": "alongside.web"})
TODAY = date(2026, 11, 23)


@pytest.fixture(params=["sqlite"])
def engine_name(request):
    """Pages are the same on both databases: what they read is tested elsewhere."""
    return request.param


@attrs.frozen
class Host:
    """What the pages ask of the house."""

    photos: PhotoFolder


@attrs.frozen
class Desk:
    """Rosa's record, as somebody opens its pages."""

    hall: object
    folder: PhotoFolder
    priya: str

    def visit(self, unit, form=(), files=None, edition=Edition.STANDARD):
        return Visit(
            host=Host(self.folder),
            unit=unit,
            visitor=Visitor(unit.actor, "Somebody"),
            part="people",
            edition=edition,
            zone="Europe/London",
            today=TODAY,
            path={"person": self.hall.rosa},
            form=Form(tuple(form), files=files or {}),
        )

    def as_(self, who="rosa"):
        ids = {"rosa": self.hall.rosa, "steward": self.hall.steward, "priya": self.priya}
        return self.hall.store.unit(Actor.person(ids[who], "Somebody"))

    def shows(self, page, who="rosa", edition=Edition.STANDARD):
        with self.as_(who) as unit:
            return DISPLAY.render("people", page(self.visit(unit, edition=edition)), edition=edition)

    def sends(self, page, *form, who="rosa", files=None):
        with self.as_(who) as unit:
            done = page(self.visit(unit, form, files))
        if isinstance(done, Thinking):
            thought = done.think()
            with self.as_(who) as unit:
                done = done.settle(self.visit(unit, form, files), thought)
        return done

    def rosa(self):
        with self.hall.store.unit(Actor.keyboard(), writing=False) as unit:
            return offers.person(unit, self.hall.rosa)


@pytest.fixture
def desk(hall, tmp_path, keyboard):
    with hall.store.unit(keyboard) as unit:
        priya = offers.add_person(unit, Person(id=unit.new_id(), name="Priya Raman", joined=date(2025, 1, 1)))
        enterprise.give_role(unit, priya.id, "supporter")
    return Desk(hall, PhotoFolder(tmp_path / "photos"), priya.id)


def picture():
    out = io.BytesIO()
    Image.new("RGB", (60, 90), "teal").save(out, "PNG")
    return {"photo": Sent("me.PNG", out.getvalue())}


AGREED = (("do", "choose"), ("agreed", "yes"))

# --- the photo


def test_photo_that_she_agrees_to_is_kept_and_takes_the_place_of_the_last(desk):
    first = desk.sends(photo_pages.send_photo, *AGREED, files=picture())
    assert isinstance(first, GoTo)
    (kept,) = desk.folder.path.iterdir()
    assert desk.rosa().shown_photo == kept.name
    desk.sends(photo_pages.send_photo, *AGREED, files=picture())
    (now,) = desk.folder.path.iterdir()
    assert now != kept
    assert f'src="/photos/{now.name}"' in desk.shows(photo_pages.photo)


def test_photo_without_a_yes_is_not_kept_and_the_tick_says_so(desk):
    answer = desk.sends(photo_pages.send_photo, ("do", "choose"), files=picture())
    assert isinstance(answer, View)
    assert "Please say that you agree. Without it, no photo is kept." in DISPLAY.render("people", answer)
    assert not desk.folder.path.exists()
    assert not desk.rosa().photo_consent


def test_what_is_no_photo_is_refused_and_nothing_is_kept(desk):
    with pytest.raises(NotAPhoto):
        desk.sends(photo_pages.send_photo, *AGREED, files={"photo": Sent("me.png", b"no picture")})
    assert not desk.folder.path.exists()


def test_photo_is_taken_away_in_one_act_file_and_all(desk):
    desk.sends(photo_pages.send_photo, *AGREED, files=picture())
    desk.sends(photo_pages.send_photo, ("do", "away"))
    assert list(desk.folder.path.iterdir()) == []
    assert (desk.rosa().photo, desk.rosa().photo_consent) == (None, False)
    assert "/photos/" not in desk.shows(person_pages.person)


def test_photo_of_somebody_erased_meanwhile_is_not_kept(desk):
    with desk.as_() as unit:
        thinking = photo_pages.send_photo(desk.visit(unit, AGREED, picture()))
    content = thinking.think()
    with desk.hall.store.unit(Actor.keyboard()) as unit:
        actions.erase(unit, desk.hall.rosa)
    with pytest.raises(NotFound), desk.as_() as unit:
        thinking.settle(desk.visit(unit, AGREED, picture()), content)
    assert list(desk.folder.path.iterdir()) == []


@pytest.mark.parametrize(
    "page",
    [
        *(photo_pages.photo, photo_pages.send_photo, contact_pages.contact, contact_pages.send_contact),
        *(supporter_pages.supporters, supporter_pages.send_supporters),
    ],
)
def test_pages_of_her_own_are_closed_to_others(desk, page):
    with desk.as_("priya") as unit, pytest.raises(NotAllowed):
        page(desk.visit(unit, AGREED, picture()))


# --- how she is reached


def reads(desk):
    with desk.hall.store.engine.connect() as connection:
        rows = connection.execute(ENTRIES.select().where(ENTRIES.c.action == "read")).mappings().all()
    return [(row["actor"], row["about"], row["change"]) for row in rows]


def test_she_changes_her_address_and_number_and_sees_them(desk):
    form = (("email", " rosa@tideline.example "), ("phone", "01632  960199"))
    assert isinstance(desk.sends(contact_pages.send_contact, *form), GoTo)
    assert (desk.rosa().email, desk.rosa().phone) == ("rosa@tideline.example", "01632 960199")
    html = desk.shows(contact_pages.contact)
    for words in ("rosa@tideline.example", "01632 960199", "2\xa0November\xa01979"):
        assert words in html
    assert desk.rosa().date_of_birth == date(1979, 11, 2)


def test_what_is_left_empty_is_taken_out(desk):
    desk.sends(contact_pages.send_contact, ("email", ""), ("phone", ""))
    assert (desk.rosa().email, desk.rosa().phone) == (None, None)


@pytest.mark.parametrize(("field", "typed"), [("email", "rosa@"), ("phone", "ring me"), ("phone", "12")])
def test_what_reaches_nobody_is_refused_beside_its_field(desk, field, typed):
    answer = desk.sends(contact_pages.send_contact, (field, typed))
    assert isinstance(answer, View)
    assert "Please look at this" in DISPLAY.render("people", answer)
    assert desk.rosa().email == "rosalind@quill.example"


def test_she_says_her_birthday_once_and_a_steward_puts_it_right(desk):
    with desk.hall.store.unit(Actor.keyboard()) as unit:
        actions.change_contact(unit, desk.hall.rosa, email=None, phone=None, date_of_birth=None)
    desk.sends(contact_pages.send_contact, ("born", "1979-11-02"))
    assert desk.rosa().date_of_birth == date(1979, 11, 2)
    desk.sends(contact_pages.send_contact, ("born", "1999-11-02"))
    assert desk.rosa().date_of_birth == date(1979, 11, 2)
    with desk.as_() as unit, pytest.raises(BadInput, match="on record already"):
        actions.change_contact(unit, desk.hall.rosa, email=None, phone=None, date_of_birth=date(1999, 1, 1))
    desk.sends(contact_pages.send_contact, ("born", "1980-11-02"), who="steward")
    assert desk.rosa().date_of_birth == date(1980, 11, 2)


def test_that_a_steward_reads_it_is_noted_without_what_it_says_and_her_own_reading_is_not(desk):
    desk.shows(contact_pages.contact)
    assert reads(desk) == []
    assert "It is noted that you have opened this page." in desk.shows(contact_pages.contact, "steward")
    ((actor, about, words),) = reads(desk)
    assert (actor, about) == (desk.hall.steward, desk.hall.rosa)
    assert words == '{"fields": ["date_of_birth", "email", "phone"]}'
    assert desk.hall.store.verify().holds


def test_reading_cannot_be_noted_by_the_way(desk):
    with (
        desk.hall.store.unit(Actor.person(desk.hall.steward, "x"), writing=False) as unit,
        pytest.raises(RuntimeError, match="a unit that writes"),
    ):
        actions.look_at_contact(unit, desk.hall.rosa)


def test_browser_of_a_steward_fills_nothing_of_her_own_in(desk):
    assert 'autocomplete="email"' in desk.shows(contact_pages.contact)
    assert 'autocomplete="email"' not in desk.shows(contact_pages.contact, "steward")


@pytest.mark.parametrize(
    "text", ["a@b.c", "two@at@signs.uk", "no spaces@x.uk", "a@b", "x" * 130 + "@y.uk", "a@b.uk\n.x"]
)
def test_addresses_that_cannot_be(text):
    with pytest.raises(BadInput):
        reachable_by(text)


@pytest.mark.parametrize("text", ["01632 960105", "+44 (0)1632 960-105", "999 999"])
def test_numbers_that_can_be_rung(text):
    assert callable_at(f" {text} ") == text


# --- who supports her


def test_she_chooses_somebody_and_ends_it(desk):
    form = (("do", "choose"), ("supporter", desk.priya), ("months", "3"))
    assert isinstance(desk.sends(supporter_pages.send_supporters, *form), GoTo)
    with desk.hall.store.unit(Actor.keyboard()) as unit:
        (choice,) = offers.choices_of(unit, desk.hall.rosa)
    assert (choice.supporter, choice.last_day) == (desk.priya, TODAY + timedelta(days=91))
    html = desk.shows(supporter_pages.supporters)
    assert "Priya Raman" in html
    assert "Who shall support you?" not in html  # nobody is left to choose
    assert "Priya Raman" in desk.shows(person_pages.person)
    desk.sends(supporter_pages.send_supporters, ("do", f"end:{desk.priya}"))
    assert "Priya Raman" not in desk.shows(person_pages.person)


def test_whom_she_supports_stands_on_the_supporters_own_page_with_the_way_to_the_week(desk):
    desk.sends(supporter_pages.send_supporters, ("do", "choose"), ("supporter", desk.priya), ("months", "12"))
    with desk.as_("priya") as unit:
        html = DISPLAY.render("people", person_pages.me(desk.visit(unit)))
    assert f'href="/week/{desk.hall.rosa}"' in html


def test_nobody_else_reads_who_supports_her(desk):
    desk.sends(supporter_pages.send_supporters, ("do", "choose"), ("supporter", desk.priya), ("months", "12"))
    desk.hall.store.rights = lambda _: {None: frozenset({"people.see"})}
    with desk.hall.store.unit(Actor.person("somebody", "Somebody")) as unit:
        assert "Priya Raman" not in DISPLAY.render("people", person_pages.person(desk.visit(unit)))


@pytest.mark.parametrize(
    "page", [photo_pages.photo, contact_pages.contact, supporter_pages.supporters, person_pages.person]
)
@pytest.mark.parametrize("who", ["rosa", "steward"])
def test_easy_read_of_the_pages_reads_easily(desk, page, who):
    assert easy_read_faults(desk.shows(page, who, Edition.EASY)) == []
