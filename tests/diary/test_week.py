from datetime import UTC, date, datetime, timedelta

import pytest

from alongside.diary import actions, offers
from alongside.diary.claim import Claim, Purpose
from alongside.diary.closure import day_by_day
from alongside.diary.reactions import person_erased, person_exported
from alongside.diary.resource import ResourceKind
from alongside.diary.week import days_of
from alongside.enterprise import offers as enterprise
from alongside.instants import Interval, Period
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import BadInput, NotAllowed, NotFound
from alongside.store import Actor, Store
from alongside.testing.fixtures import NOON

MONDAY = date(2026, 11, 23)
LONDON = "Europe/London"


def claim(day, starts, ends, purpose=Purpose.WORK):
    midnight = datetime(2026, 11, 23 + day, tzinfo=UTC)
    times = {"starts": midnight + timedelta(hours=starts), "ends": midnight + timedelta(hours=ends)}
    return Claim(id=f"{day}-{starts}", resource="rosa", purpose=purpose, label="", **times)


def test_days_off_in_a_row_stand_together_but_today_stands_alone():
    week = days_of([claim(0, 9, 12), claim(2, 9, 12)], MONDAY, date(2026, 11, 27), LONDON)
    assert [len(day.days) for day in week] == [1, 1, 1, 1, 1, 2]
    assert [day.off for day in week] == [False, True, False, True, True, True]
    assert [day.today for day in week] == [False, False, False, False, True, False]


def test_leave_is_a_day_off_and_not_something_to_come_for():
    week = days_of([claim(0, 0, 24, Purpose.LEAVE)], MONDAY, MONDAY, LONDON)
    assert week[0].off


def test_night_shift_stands_on_the_day_it_starts_and_on_the_first_day_if_it_reaches_in():
    before, during = claim(-1, 22, 30), claim(3, 22, 30)
    week = days_of([before, during], MONDAY, MONDAY, LONDON)
    assert [(day.days[0].day, day.claims) for day in week if day.claims] == [(23, (before,)), (26, (during,))]


def test_closure_over_the_october_change_is_cut_at_every_local_midnight():
    whole = Period(date(2026, 10, 24), date(2026, 10, 26)).interval(LONDON)
    pieces = day_by_day(whole, LONDON)
    assert [piece.minutes // 60 for piece in pieces] == [24, 25, 24]
    assert (pieces[0].starts, pieces[-1].ends) == (whole.starts, whole.ends)


@pytest.fixture
def rights():
    """What the one who acts may do; each test writes it down."""
    return {}


@pytest.fixture
def two_places(databases, engine_name, keyboard, rights):
    """Rosa works at two businesses this week; the store asks ``rights`` for what a person may do."""
    from alongside.testing.tables import all_lines

    store = Store(databases.fresh(engine_name, all_lines()), rights=lambda _: rights, clock=lambda: NOON)
    with store.unit(keyboard) as unit:
        people.add_person(unit, Person(id="rosa", name="Rosa", joined=date(2026, 1, 5)))
        offers.ensure_person(unit, "rosa")
        for day, name in enumerate(("Tideline Café", "Harbour Studio"), start=1):
            place = enterprise.add_business(unit, name, "")
            starts = NOON + timedelta(days=day)
            ends = starts + timedelta(hours=2)
            offers.claim(unit, "rosa", starts, ends, Purpose.WORK, f"Job {day}", business=place.id)
    yield store
    store.close()


def week_seen(store, actor):
    with store.unit(actor, writing=False) as unit:
        return [(one.label, one.purpose) for one in actions.week(unit, "rosa", MONDAY, LONDON)]


def test_person_sees_her_own_week_whole_without_any_right(two_places):
    assert week_seen(two_places, Actor.person("rosa", "Rosa")) == [
        ("Job 1", Purpose.WORK),
        ("Job 2", Purpose.WORK),
    ]


def test_somebody_without_a_right_sees_nobody_elses_week(two_places):
    with pytest.raises(NotAllowed):
        week_seen(two_places, Actor.person("dan", "Dan"))


def test_manager_sees_work_for_her_business_and_of_the_rest_that_it_is_busy(two_places, keyboard, rights):
    with two_places.unit(keyboard, writing=False) as unit:
        studio = enterprise.business_by_slug(unit, None, "harbour-studio")
    rights[studio.id] = frozenset({"diary.see"})
    assert week_seen(two_places, Actor.person("nia", "Nia")) == [("", Purpose.OTHER), ("Job 2", Purpose.WORK)]


def test_erased_person_comes_no_more_and_past_hours_keep_their_times_without_words(store, keyboard, rosa):
    past, later = NOON - timedelta(days=7), NOON + timedelta(days=7)
    with store.unit(keyboard) as unit:
        worked = offers.claim(unit, rosa, past, past + timedelta(hours=3), Purpose.WORK, "Kitchen")
        offers.claim(unit, rosa, later, later + timedelta(hours=3), Purpose.WORK, "Kitchen")
        person_erased(unit=unit, person=rosa)
        kept = offers.every_claim(unit, rosa)
    assert [(one.starts, one.active, one.label) for one in kept] == [(past, True, ""), (later, False, "")]
    assert kept[0].ends == worked.ends


def test_export_holds_every_claim_also_one_that_was_released(store, keyboard, rosa):
    with store.unit(keyboard) as unit:
        made = offers.claim(unit, rosa, NOON, NOON + timedelta(hours=1), Purpose.LEAVE, "Day off")
        offers.release(unit, made.id)
        handed = person_exported(unit=unit, person=rosa)
    assert [(one["label"], one["active"]) for one in handed["claims"]] == [("Day off", False)]


def test_closed_room_is_not_free_until_it_opens_again(store, keyboard, room):
    day = timedelta(days=1)
    with store.unit(keyboard) as unit:
        found, made = actions.close(unit, "blue room", Interval(NOON, NOON + 2 * day), "New floor", LONDON)
        _, gaps = actions.free(unit, room, Interval(NOON - day, NOON + 3 * day), 60)
    assert (found.name, len(made)) == ("Blue Room", 3)
    assert gaps == [Interval(NOON - day, NOON), Interval(NOON + 2 * day, NOON + 3 * day)]


def test_unknown_room_is_refused_with_the_rooms_there_are(store, keyboard, room):
    with store.unit(keyboard) as unit, pytest.raises(NotFound, match="“Cellar”. There are: Blue Room"):
        actions.free(unit, "Cellar", Interval(NOON, NOON + timedelta(days=1)), 60)


def test_room_without_a_name_is_refused(store, keyboard):
    with store.unit(keyboard) as unit, pytest.raises(BadInput, match="(?i)a room needs a name"):
        offers.add_resource(unit, " ", ResourceKind.ROOM)
