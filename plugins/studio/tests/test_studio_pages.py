"""What people see of the studio: booking in five screens, the day, setting up, the sheet, the chapter."""

import re
from datetime import date, time, timedelta
from io import BytesIO

import pikepdf
import pytest
from page import ValidationProfile, validate_pdf_bytes

from alongside.api import enterprise
from alongside.api.display import Display, Edition
from alongside.api.store import Actor
from alongside.api.values import LONDON, BadInput, NotAllowed, NotFound, Period
from alongside.api.web import Form, GoTo, Visit
from alongside.display.missing import missing_texts
from alongside.people.tables import PEOPLE
from alongside.testing.easy_read import easy_read_faults
from alongside.web import Visitor
from alongside.web.around import mistakes_of
from alongside_studio import chapter, reactions
from alongside_studio.actions import changing, customers, looking
from alongside_studio.actions.setting_up import set_hours
from alongside_studio.booking import State
from alongside_studio.pages import book, bookings, running, series, setting_up, sheet
from alongside_studio.price import Audience
from alongside_studio.tables import BOOKINGS

TODAY, FRIDAY = date(2026, 11, 23), date(2026, 11, 27)
DISPLAY = Display({"studio": "alongside_studio"})
ROOM_1, RECORD = "Rehearse in Room 1", "Record in Room 2"


@pytest.fixture
def engine_name():
    """One database is enough for what is shown; booking is tested on both."""
    return "sqlite"


def visit(studio, unit, who="Lily Sandhu", edition=Edition.STANDARD, **facts):
    return Visit(
        host=None,
        unit=unit,
        visitor=Visitor(Actor.person(studio.people[who], who), who),
        part="studio",
        edition=edition,
        zone=LONDON,
        today=TODAY,
        business=studio.business,
        **facts,
    )


def shown(view, edition=Edition.STANDARD):
    return DISPLAY.render("studio", view, edition=edition)


def query(link):
    pairs = re.search(r"\?(.*)", link.replace("&amp;", "&"))[1].split("&")
    return Form(tuple((name, value.replace("%3A", ":")) for name, value in (pair.split("=") for pair in pairs)))


class Browser:
    """Somebody at the pages of the studio; every page she sees is checked in both editions."""

    def __init__(self, studio, who):
        self.studio, self.who, self.screens = studio, who, 0

    def open(self, page, **facts):
        self.screens += 1
        with self.studio.unit(self.studio.member(self.who), writing=False) as unit:
            view = page(visit(self.studio, unit, self.who, **facts))
        self.easy = shown(view, Edition.EASY)
        assert easy_read_faults(self.easy) == []
        self.html = shown(view).replace("\u00a0", " ")
        return self.html

    def send(self, page, pairs, **facts):
        with self.studio.unit(self.studio.member(self.who)) as unit:
            return page(visit(self.studio, unit, self.who, form=Form(tuple(pairs.items())), **facts))

    def link(self, text):
        found = re.search(rf'href="([^"]*)"[^>]*>(?:(?!</a>).)*{re.escape(text)}', self.html, re.DOTALL)
        assert found, text
        return found[1]


def fields(html):
    return dict(re.findall(r'type="hidden" name="([^"]*)" value="([^"]*)"', html))


def test_member_books_in_five_screens_without_a_script(studio):
    lily = Browser(studio, "Lily Sandhu")
    lily.html = lily.open(book.book).split(ROOM_1, 1)[1]
    lily.open(book.book, query=query(lily.link("2 hours")))
    lily.open(book.book, query=query(lily.link("Friday 27 November")))
    price = lily.open(book.book, query=query(lily.link("18:00")))
    assert "you pay nothing" in price
    done = lily.send(book.send_book, fields(price))
    assert isinstance(done, GoTo)
    last = lily.open(bookings.booking, path={"booking": done.path.rsplit("/", 1)[1]})
    assert "From <strong>18:00</strong> to <strong>20:00</strong>" in last
    assert "You can take it back" in last
    assert lily.screens == 5
    assert ROOM_1 in lily.open(bookings.mine)


def test_time_that_went_meanwhile_is_offered_anew(studio):
    lily = Browser(studio, "Lily Sandhu")
    chosen = {"what": studio.bookables[ROOM_1].id, "minutes": "120", "at": "2026-11-27T18:00Z"}
    lily.open(book.book, query=Form(tuple(chosen.items())))
    studio.book(ROOM_1, studio.at(18))
    with studio.unit(studio.member()) as unit:
        view = book.send_book(visit(studio, unit, form=Form(tuple(chosen.items()))))
    html = shown(view)
    assert "The nearest free time" in html
    met = [view.facts["mistakes"][""]]
    assert "Room 1 is taken" in DISPLAY.sentences("studio", met)[0]
    assert "“Room 1” is not free then." in DISPLAY.sentences("studio", met, edition=Edition.EASY)[0]
    assert easy_read_faults(shown(view, Edition.EASY)) == []
    assert 'at=2026-11-27T15%3A30Z"' in html


def test_member_cancels_moves_and_takes_back_her_own(studio):
    made = studio.book(ROOM_1, studio.at(18), who="Lily", actor=studio.member())
    lily = Browser(studio, "Lily Sandhu")
    here = {"path": {"booking": made.id}}
    lily.open(bookings.booking, **here)
    lily.send(bookings.send_booking, {"act": "cancel"}, **here)
    assert "Take it back" in lily.open(bookings.booking, **here)
    lily.send(bookings.send_booking, {"act": "take_back"}, **here)
    price = lily.open(book.book, query=Form((("move", made.id), ("at", "2026-11-28T12:00Z"))))
    assert isinstance(lily.send(book.send_book, fields(price)), GoTo)
    with studio.unit(writing=False) as unit:
        assert unit.get(BOOKINGS, made.id).starts == studio.at(12, day=date(2026, 11, 28))


@pytest.mark.parametrize(
    "given",
    [
        {"what": "nothing"},
        {"what": "ROOM", "day": "soon"},
        {"what": "ROOM", "at": "noon"},
        {"what": "ROOM", "at": "2026-11-27T18:00"},
        {"what": "ROOM", "at": "9999-12-31T23:59Z"},
        {"what": "ROOM", "at": "0001-01-01T00:00Z"},
        {"what": "ROOM", "from": "9999-12-31"},
        {"move": "nothing"},
    ],
)
def test_address_that_was_changed_by_hand_is_refused_in_words(studio, given):
    known = {name: studio.bookables[ROOM_1].id if text == "ROOM" else text for name, text in given.items()}
    with studio.unit(studio.member(), writing=False) as unit, pytest.raises((BadInput, NotFound)):
        book.book(visit(studio, unit, query=Form(tuple(known.items()))))


def test_member_sees_neither_the_day_nor_who_books_nor_the_setting_up(studio):
    other = studio.book(ROOM_1, studio.at(18))
    with studio.unit(studio.member(), writing=False) as unit:
        for page in (running.day, running.close, running.customer_list, setting_up.set_up):
            with pytest.raises(NotAllowed):
                page(visit(studio, unit))
        with pytest.raises(NotAllowed):
            bookings.booking(visit(studio, unit, path={"booking": other.id}))


def test_day_shows_rooms_times_names_and_what_waits_in_both_editions(studio):
    studio.book(ROOM_1, studio.at(18))
    studio.book(RECORD, studio.at(14), who="Lily", actor=studio.member())
    studio.book(RECORD, studio.at(10), who="Jo")
    marcus = Browser(studio, "Marcus Bell")
    html = marcus.open(running.day, query=Form((("day", "2026-11-27"),)))
    assert "1 booking waits for your answer" in html
    assert "With 4 Headphones" in html
    # In the table, and in the list for a narrow screen.
    assert html.count("<span>The Harbour Lights</span>") == 2
    assert "<strong>18:00 to 20:00</strong>" in html
    assert "<strong>The Harbour Lights</strong> comes." in marcus.easy


@pytest.mark.parametrize("agreed", [True, False])
def test_day_shows_the_face_of_whoever_comes_by_consent(studio, agreed):
    with studio.unit() as unit:
        lily = unit.get(PEOPLE, studio.people["Lily Sandhu"])
        unit.change(PEOPLE, lily, photo="lily.jpg", photo_consent=agreed, picture="guitar")
    studio.book(RECORD, studio.at(14), who="Lily")
    marcus = Browser(studio, "Marcus Bell")
    html = marcus.open(running.day, query=Form((("day", "2026-11-27"),)))
    assert ("lily" in html, "guitar" in html) == (agreed, not agreed)
    assert html.count("<span>Lily Sandhu</span>") == 2


def test_time_that_comes_twice_says_which_it_is(studio):
    october = date(2027, 10, 31)
    with studio.unit() as unit:
        set_hours(unit, studio.business.id, october.weekday(), [(time(), time())])
    lily = Browser(studio, "Lily Sandhu")
    asked = {"what": studio.bookables[ROOM_1].id, "minutes": "60", "day": str(october)}
    when = lily.open(book.book, query=Form(tuple(asked.items())))
    assert "the first 1:30 (summer time)" in when
    assert "the second 1:30 (winter time)" in when
    assert "the first 2:00" not in when
    easy = lily.easy.replace("\u00a0", " ")
    assert "the first 1 o’clock (summer time)" in easy
    assert "the second 1 o’clock (winter time)" in easy
    price = lily.open(book.book, query=query(lily.link("the first 1:30")))
    said = "From <strong>the first 1:30 (summer time)</strong> to <strong>the second 1:30 (winter time)</strong>"
    assert said in price
    done = lily.send(book.send_book, fields(price))
    assert said in lily.open(bookings.booking, path={"booking": done.path.rsplit("/", 1)[1]})
    assert "the first 1:30 (summer time) to the second 1:30" in lily.open(bookings.mine)


@pytest.mark.parametrize(
    ("known", "standard", "easy"),
    [
        (
            {"phone": "01632 960201", "email": "salt@place.example"},
            "Tell them of a change yourself: <strong>01632 960201, salt@place.example<",
            ["Their phone number is <strong>01632 960201<", "Their e-mail is <strong>salt@place.example<"],
        ),
        ({}, "neither phone nor e-mail is noted", ["We have no phone number for them."]),
    ],
)
def test_booking_says_how_a_customer_is_told(studio, known, standard, easy):
    with studio.unit() as unit:
        customers.add(unit, studio.business.id, "Salt", Audience.PARTNER, **known)
    salt = {"path": {"booking": studio.book(ROOM_1, studio.at(18), who="Salt").id}}
    marcus = Browser(studio, "Marcus Bell")
    assert standard in marcus.open(bookings.booking, **salt)
    assert [said for said in easy if said not in marcus.easy] == []
    hers = {"path": {"booking": studio.book(ROOM_1, studio.at(14), who="Lily").id}}
    assert "no message" not in marcus.open(bookings.booking, **hers)
    assert "Please tell them" not in marcus.easy


def test_manager_approves_on_the_page_and_books_a_series_with_a_clash(studio):
    asked = studio.book(RECORD, studio.at(14), who="Lily", actor=studio.member())
    marcus = Browser(studio, "Marcus Bell")
    marcus.open(bookings.booking, path={"booking": asked.id})
    marcus.send(bookings.send_booking, {"act": "approve"}, path={"booking": asked.id})
    studio.book(ROOM_1, studio.at(18, day=FRIDAY + timedelta(weeks=1)))
    sent = {
        "what": studio.bookables[ROOM_1].id,
        "minutes": "120",
        "at": "2026-11-27T18:00Z",
        "who": f"customer:{studio.band.id}",
        "weeks": "3",
    }
    with studio.unit(studio.member("Marcus Bell")) as unit:
        view = book.send_book(visit(studio, unit, "Marcus Bell", form=Form(tuple(sent.items()))))
    assert "Some dates are taken" in shown(view)
    done = marcus.send(book.send_book, {**sent, "skip": "yes"})
    html = marcus.open(series.series, path={"series": done.path.rsplit("/", 1)[1]})
    assert "2 dates are booked" in html
    assert "1 date is left out" in html


def test_new_studio_is_set_up_on_pages_alone(studio):
    with studio.unit() as unit:
        new = enterprise.add_business(unit, "Second Sound", "studio", opened=date(2026, 1, 1))
    studio.store.rights = lambda _: {new.id: frozenset({"studio.see", "studio.plan"})}
    studio.business = new
    marcus = Browser(studio, "Marcus Bell")
    assert "Next: Rooms and kit" in marcus.open(setting_up.set_up)
    steps = (
        {
            "do": "piece",
            "name": "Blue Room",
            "kind": "room",
            "count": "1",
            "turnaround": "10",
            "access": "quiet, lift",
            "picture": "sofa",
        },
        {"do": "piece", "name": "Amps", "kind": "thing", "count": "2", "turnaround": "0", "picture": "key"},
        {"do": "hours", "days": "4", "since": "10:00", "until": "00:00"},
        {"do": "other", "day": "2026-12-25", "reason": "Christmas Day"},
    )
    for sent in steps:
        assert isinstance(marcus.send(setting_up.send_set_up, sent), GoTo)
    assert "Next: What can be booked" in marcus.open(setting_up.set_up)
    with studio.unit(writing=False) as unit:
        room = next(one for one in looking.offers.pieces(unit, new.id) if one.is_room)
    form = {"do": "bookable", "name": "Play", "needs": f"resource:{room.resource}", "least": "1", "most": "3"}
    more = {"grid": "30", "who": "members", "picture": "music", "how_many": "1"}
    marcus.send(setting_up.send_set_up, {**form, **more})
    with studio.unit(writing=False) as unit:
        (play,) = looking.offers.bookables(unit, new.id)
    price = {"do": "price", "bookable": play.id, "audience": "community", "amount": "6.50", "day": "2026-11-01"}
    marcus.send(setting_up.send_set_up, price)
    for step in setting_up.STEPS:
        assert "can be booked" in marcus.open(setting_up.set_up, query=Form((("step", step),)))
    with studio.unit(writing=False) as unit:
        found = looking.free(unit, new.id, Period(FRIDAY, FRIDAY), 60)
    assert [(one.name, len(starts)) for one, starts in found] == [("Play", 27)]
    assert room.kit.access == ("quiet", "lift")


PIECE = {"do": "piece", "name": "Amp", "kind": "thing", "picture": "key", "count": "1", "turnaround": "0"}
HOURS = {"do": "hours", "days": "1", "since": "10:00", "until": "12:00"}
OTHER = {"do": "other", "day": "2026-12-25", "reason": "Christmas"}
PRICE = {"do": "price", "audience": "community", "amount": "6.50", "day": "2026-11-01"}


@pytest.mark.parametrize(
    ("sent", "field", "sentence"),
    [
        ({**PIECE, "name": ""}, "piece-name", "Please write an answer."),
        ({**PIECE, "count": "many"}, "piece-count", "“many” is not a whole number."),
        ({**HOURS, "days": ""}, "hours-days", "Please choose one of these answers."),
        ({**HOURS, "days": "9999"}, "hours-days", "Please choose one of these answers."),
        ({**OTHER, "day": "soon"}, "other-day", "“soon” is not a day."),
        ({**OTHER, "day": "9999-12-31"}, "other-day", "too far off"),
        ({**PRICE, "amount": "cheap"}, "price-amount", "“cheap” is not an amount of money."),
        ({"do": "bookable", "least": "long"}, "bookable-least", "“long” is no number of hours."),
    ],
)
def test_what_cannot_be_kept_is_said_beside_its_field(studio, sent, field, sentence):
    with studio.unit(studio.member("Marcus Bell")) as unit:
        view = setting_up.send_set_up(visit(studio, unit, "Marcus Bell", form=Form(tuple(sent.items()))))
    said = {name: str(said[-1]) for name, said in mistakes_of(view)}
    assert sentence in said[field]
    assert f'id="{field}-mistake"' in shown(view)
    assert easy_read_faults(shown(view, Edition.EASY)) == []


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({**PIECE, "name": "Room 1"}, "there is “Room 1” already"),
        ({**HOURS, "since": "18:00", "until": "10:00"}, "not later than 18:00"),
        ({}, "nothing was chosen"),
    ],
)
def test_setting_up_that_cannot_be_is_refused_in_words(studio, sent, sentence):
    with pytest.raises(BadInput, match=sentence):
        Browser(studio, "Marcus Bell").send(setting_up.send_set_up, sent)


@pytest.mark.parametrize("off", [{"second": 1}, {"microsecond": 1}])
def test_start_a_moment_off_the_grid_is_refused(studio, off):
    with pytest.raises(BadInput, match="cannot start at 18:00"):
        studio.book(ROOM_1, studio.at(18).replace(**off))


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_room_is_closed_on_no_day_that_is_far_off(studio, day):
    form = {"piece": studio.rooms["Room 1"].resource, "day": day, "since": "09:00", "last": day, "until": "18:00"}
    with studio.unit(studio.member("Marcus Bell")) as unit:
        sent = Form((*form.items(), ("why", "Floor")))
        view = running.send_close(visit(studio, unit, "Marcus Bell", form=sent))
    assert [name for name, _said in mistakes_of(view)] == ["day", "last"]
    assert "too far off" in shown(view)


def test_room_is_closed_and_opened_again_on_the_page(studio):
    marcus = Browser(studio, "Marcus Bell")
    marcus.open(running.close)
    with studio.unit(writing=False) as unit:
        room = next(one for one in looking.offers.pieces(unit, studio.business.id) if one.name == "Room 1")
    form = {"piece": room.resource, "day": "2026-11-27", "since": "09:00", "last": "2026-11-29", "until": "18:00"}
    marcus.send(running.send_close, {**form, "why": "New floor"})
    html = marcus.open(running.close)
    assert html.count("New floor") == 1  # three days of the diary, told as one
    claim = re.search(r'name="again" value="([^"]*)"', html)[1]
    marcus.send(running.send_close, {"again": claim})
    assert "New floor" not in marcus.open(running.close)
    assert studio.book(ROOM_1, studio.at(18)).state is State.CONFIRMED


def test_customer_is_added_and_forgotten_on_the_page(studio):
    marcus = Browser(studio, "Marcus Bell")
    marcus.send(running.send_customers, {"name": "Salt and Rope", "audience": "community", "email": "a@b.example"})
    html = marcus.open(running.customer_list)
    assert "Salt and Rope" in html
    marcus.send(running.send_customers, {"forget": studio.band.id})
    assert "The Harbour Lights" not in marcus.open(running.customer_list)


# --- papers


@pytest.mark.parametrize("edition", list(Edition))
def test_sheet_of_a_day_has_a_page_for_each_room_and_can_be_heard(studio, edition):
    studio.book(ROOM_1, studio.at(18), who="Lily")
    studio.book(RECORD, studio.at(12))
    with studio.unit(studio.member("Marcus Bell"), writing=False) as unit:
        paper = sheet.sheet(visit(studio, unit, "Marcus Bell", edition, path={"day": "2026-11-27"}))
        assert studio.people["Lily Sandhu"] in unit.named
    report = validate_pdf_bytes(paper.content, profile=ValidationProfile.PDF_UA_1)
    assert report.is_compliant, report.failures
    with pikepdf.open(BytesIO(paper.content)) as pages:
        assert len(pages.pages) == 2


@pytest.mark.parametrize("edition", list(Edition))
def test_every_page_of_the_sheet_names_the_day(studio, edition, monkeypatch):
    monkeypatch.setattr(sheet, "make_pdf", str.encode)
    studio.book(ROOM_1, studio.at(18), who="Lily")
    studio.book(RECORD, studio.at(12))
    with studio.unit(studio.member("Marcus Bell"), writing=False) as unit:
        paper = sheet.sheet(visit(studio, unit, "Marcus Bell", edition, path={"day": "2026-11-27"}))
    html = paper.content.decode().replace("\u00a0", " ").partition("<body")[2]
    rooms = re.split("<h2>", html)
    assert len(rooms) == 3
    assert "<h1>Friday 27 November" in rooms[0]
    assert [room for room in rooms[2:] if "Friday 27 November" not in room] == []
    assert edition is Edition.STANDARD or easy_read_faults(html) == []


def test_chapter_tells_hire_beside_members_and_what_was_earned(studio, clock):
    studio.book(ROOM_1, studio.at(18), who="Lily")
    studio.book(RECORD, studio.at(12), 180)
    missed = studio.book(ROOM_1, studio.at(10))
    studio.book(ROOM_1, studio.at(12, day=date(2027, 1, 2)))
    clock(studio.at(8, day=date(2026, 12, 28)))
    with studio.unit() as unit:
        changing.went(unit, missed.id, State.NO_SHOW)
        reactions.daily_round(unit, date(2026, 12, 28))
    quarter = Period.quarter(FRIDAY)
    with studio.unit(writing=False) as unit:
        view = chapter.write(unit, quarter)
        (figure,) = chapter.figures(unit, quarter)
        assert chapter.figures(unit, quarter.before) == ()
    told = view.facts["now"]
    assert (told.bookings, told.hire, told.members) == (2, 180, 120)
    assert (told.earned, told.carried, told.nobody_came) == (3750, 1600, 1)
    assert ("Room 1", 2) in [(name, used) for name, used, _ in view.facts["rooms"]]
    assert figure.now == 5
    assert "Hirers agreed to pay £37.50" in shown(view)
    assert easy_read_faults(shown(view, Edition.EASY)) == []


def test_every_text_of_the_studio_has_its_easy_read_wording():
    assert [one.keys for one in missing_texts({"studio": "alongside_studio"})] == [()]
