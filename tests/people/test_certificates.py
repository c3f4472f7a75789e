"""Certificates: until when they hold, revoking, and what a new day notices, each of it told once."""

from datetime import UTC, date, datetime, timedelta

import attrs
import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from alongside.display import Edition
from alongside.display.rendering import Display
from alongside.messages.tables import MESSAGES
from alongside.people import actions, offers, pages, reactions
from alongside.people.certificate import Certificate, newest_of_each_kind, serial_of, serial_typed
from alongside.people.looked_up import Standing
from alongside.people.next_course import NextCourse
from alongside.people.pages.person import person as person_page
from alongside.people.tables import CERTIFICATES
from alongside.refusal import BadInput, NotAllowed, NotFound
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.web.visit import Form, Visit, Visitor

TODAY = date(2026, 11, 23)
COURSE = NextCourse(title="Food hygiene", first_day=date(2026, 12, 7), path="/training/tideline/courses/1")


class Hearing:
    """A dispatch that keeps what was told, and knows one course."""

    def __init__(self):
        self.told = []

    def tell(self, _unit, event, facts):
        self.told.append((event, facts["certificate"].kind))
        return ()

    def collect(self, _unit, event, facts):
        return [("training", COURSE)] if event == "next_course" and facts["kind"] == "food_hygiene" else []


@pytest.fixture
def hearing(hall):
    hall.store.dispatch = Hearing()
    return hall.store.dispatch


def give(unit, hall, kind="food_hygiene", first=date(2024, 1, 1), last=None, refresh=None):
    return offers.award(unit, hall.rosa, kind, first, last, "training", refresh_due=refresh)


def certificate(**facts):
    plain = {"id": "c", "person": "rosa", "kind": "food", "title": "Food", "first_day": date(2026, 1, 1)}
    return Certificate(**plain, awarded_by="training", **facts)


def round_on(hall, day):
    hall.store.clock = lambda: datetime(day.year, day.month, day.day, 6, tzinfo=UTC)
    with hall.store.unit(Actor.daily_round()) as unit:
        reactions.daily_round(unit, day)


def messages(hall):
    with hall.store.unit(Actor.keyboard(), writing=False) as unit:
        return unit.find(MESSAGES)


@given(
    last=st.none() | st.dates(date(2026, 1, 1), date(2026, 3, 1)),
    revoked=st.none() | st.dates(date(2026, 1, 1), date(2026, 3, 1)),
    day=st.dates(date(2025, 12, 1), date(2026, 4, 1)),
)
def test_certificate_holds_from_its_first_day_until_the_day_it_says(last, revoked, day):
    one = certificate(last_day=last, revoked_on=revoked, revoked_because="Why" if revoked else "")
    assert one.holds(day) == (one.first_day <= day and (one.until is None or day <= one.until))


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"revoked_on": date(2026, 2, 1)}, "revoked without a reason"),
        ({"refresh_due": date(2025, 12, 31)}, "when it does not hold"),
        ({"last_day": date(2026, 5, 1), "refresh_due": date(2026, 5, 2)}, "when it does not hold"),
    ],
)
def test_certificate_that_makes_no_sense_is_refused(facts, words):
    with pytest.raises(BadInput, match=words):
        certificate(**facts)


def test_reminder_is_due_with_the_refresh_else_ninety_days_before_the_end():
    assert certificate().reminder_day is None
    assert certificate(refresh_due=date(2026, 6, 1)).reminder_day == date(2026, 6, 1)
    assert certificate(last_day=date(2026, 12, 30)).reminder_day == date(2026, 10, 1)
    assert certificate(last_day=date(2026, 1, 30)).reminder_day == date(2026, 1, 1)


@given(st.text(alphabet="0123456789abcdef", min_size=32, max_size=32))
def test_serial_is_found_however_it_is_typed(row):
    serial = serial_of(row)
    assert len(serial) == 9
    for typed in (serial.lower(), serial.replace("-", ""), serial.replace("-", " "), serial.replace("0", "o")):
        assert serial_typed(typed) == serial


def test_renewed_certificate_stands_for_the_older_one():
    old = certificate(last_day=date(2026, 6, 30))
    new = attrs.evolve(old, id="new", first_day=date(2026, 5, 1), last_day=date(2029, 4, 30))
    taken = attrs.evolve(new, id="taken", revoked_on=date(2026, 5, 2), revoked_because="Mixed up")
    assert newest_of_each_kind([new, old]) == (new,)
    assert newest_of_each_kind([old, taken]) == (old,)


def test_lapse_is_told_once_and_not_before_its_day_is_over(hall, hearing):
    with hall.store.unit(Actor.keyboard()) as unit:
        given_one = give(unit, hall, "first_aid", last=TODAY)
    round_on(hall, TODAY)
    assert ("certificate_lapsed", "first_aid") not in hearing.told
    for day in (TODAY + timedelta(days=1), TODAY + timedelta(days=1), TODAY + timedelta(days=2)):
        round_on(hall, day)
    assert hearing.told.count(("certificate_lapsed", "first_aid")) == 1
    with hall.store.unit(Actor.keyboard(), writing=False) as unit:
        assert offers.certificate(unit, given_one.id).lapse_told == TODAY + timedelta(days=1)


def test_holder_is_reminded_once_with_the_next_course(hall, hearing):
    with hall.store.unit(Actor.keyboard()) as unit:
        give(unit, hall, last=date(2029, 1, 1), refresh=TODAY)
    round_on(hall, TODAY)
    round_on(hall, TODAY + timedelta(days=1))
    (message,) = messages(hall)
    assert (message.person, message.path) == (hall.rosa, COURSE.path)
    assert [line.picture for line in message.lines] == ["certificate", "calendar", "graduation"]


def test_nobody_is_reminded_of_a_certificate_that_was_renewed(hall, hearing):
    with hall.store.unit(Actor.keyboard()) as unit:
        give(unit, hall, "first_aid", last=TODAY + timedelta(days=30))
        give(unit, hall, "first_aid", first=TODAY, last=TODAY + timedelta(days=1000))
    round_on(hall, TODAY)
    assert messages(hall) == []


def test_revoking_is_told_keeps_the_certificate_and_happens_once(hall, hearing):
    with hall.store.unit(Actor.keyboard()) as unit:
        serial = give(unit, hall).serial
        taken = actions.revoke(unit, serial.lower(), "It was given for another course.")
        assert (taken.revoked_on, taken.holds(TODAY), taken.holds(TODAY - timedelta(days=1))) == (
            TODAY,
            False,
            True,
        )
        with pytest.raises(BadInput, match="already"):
            actions.revoke(unit, serial, "Again")
        with pytest.raises(NotFound):
            actions.revoke(unit, "ZZZZ-ZZZZ", "Nobody's")
    assert hearing.told[-1] == ("certificate_revoked", "food_hygiene")
    round_on(hall, TODAY + timedelta(days=2000))
    assert ("certificate_lapsed", "food_hygiene") not in hearing.told[2:-1]


def test_nobody_revokes_without_the_right(hall, hearing):
    with hall.store.unit(Actor.person(hall.rosa, "Rosalind")) as unit, pytest.raises(NotAllowed):
        actions.revoke(unit, "AAAA-AAAA", "Mine")


def test_lapsing_lists_what_ends_soon_and_was_not_renewed(hall, hearing):
    with hall.store.unit(Actor.keyboard()) as unit:
        give(unit, hall, "first_aid", last=TODAY + timedelta(days=20))
        give(unit, hall, "ladders", last=TODAY + timedelta(days=10))
        give(unit, hall, "ladders", last=TODAY + timedelta(days=900))
        give(unit, hall, "driving", last=TODAY - timedelta(days=1))
        assert [one.kind for one in offers.lapsing(unit, TODAY + timedelta(days=30))] == ["first_aid"]


def test_two_certificates_never_share_a_serial(hall, hearing):
    with hall.store.unit(Actor.keyboard()) as unit:
        given_one = give(unit, hall)
    table = CERTIFICATES.table
    with hall.store.engine.connect() as connection, pytest.raises(sa.exc.IntegrityError):
        row = dict(connection.execute(sa.select(table).where(table.c.id == given_one.id)).mappings().one())
        connection.execute(sa.insert(table).values({**row, "id": "another"}))


def looked_up(hall, serial):
    with hall.store.unit(Actor.person(hall.rosa, "Rosalind"), writing=False) as unit:
        visitor = Visitor(unit.actor, "Rosalind")
        query = Form((("serial", serial),))
        common = {"part": "people", "edition": Edition.STANDARD, "zone": "Europe/London", "today": TODAY}
        view = pages.certificate(Visit(host=None, unit=unit, visitor=visitor, query=query, **common))
    return view, Display({"people": "alongside.people"}).render("people", view, edition=Edition.EASY)


def test_serial_typed_on_the_page_says_whether_it_holds_and_never_why_it_was_taken_back(hall, hearing):
    with hall.store.unit(Actor.keyboard()) as unit:
        holds, taken = give(unit, hall), give(unit, hall, "first_aid")
        over = give(unit, hall, "ladders", last=date(2025, 1, 1))
        offers.revoke(unit, taken.id, "Something private")
    for serial, standing in (
        (holds.serial, Standing.HOLDS),
        (taken.serial, Standing.REVOKED),
        (over.serial, Standing.RUN_OUT),
    ):
        view, easy = looked_up(hall, serial)
        assert view.facts["found"].standing is standing
        assert "Rosalind" in easy
        assert "private" not in easy
        assert easy_read_faults(easy) == []
    for unknown in ("7K2M-Q9XT", ""):
        view, easy = looked_up(hall, unknown)
        assert view.facts["found"] is None
        assert easy_read_faults(easy) == []


def test_own_page_says_which_certificates_ended_and_were_taken_back(hall, hearing):
    with hall.store.unit(Actor.keyboard()) as unit:
        give(unit, hall, "ladders", last=date(2026, 11, 1))
        give(unit, hall, "first_aid", last=date(2028, 1, 1), refresh=TODAY)
        offers.revoke(unit, give(unit, hall, "driving").id, "It was for a van.")
    display = Display({"people": "alongside.people", "enterprise": "alongside.enterprise"})
    with hall.store.unit(Actor.person(hall.rosa, "Rosalind"), writing=False) as unit:
        common = {"part": "people", "edition": Edition.STANDARD, "zone": "Europe/London", "today": TODAY}
        visitor = Visitor(unit.actor, "Rosalind")
        view = person_page(Visit(host=None, unit=unit, visitor=visitor, path={"person": hall.rosa}, **common))
    page, easy = display.render("people", view), display.render("people", view, edition=Edition.EASY)
    for words in ("time for a new one", "It is time for a refresher.", "It was for a van."):
        assert words in page
    assert easy_read_faults(easy) == []
