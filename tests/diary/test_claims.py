from datetime import UTC, date, datetime, timedelta

import pytest
import sqlalchemy as sa

from alongside.diary import offers
from alongside.diary.claim import Purpose, Taken, Wish
from alongside.diary.offers import claiming
from alongside.diary.tables import CLAIM, CLAIMS
from alongside.instants import Interval
from alongside.refusal import BadInput, NotFound
from alongside.store import Guarded


def hour(clock, day=23):
    return datetime(2026, 11, day, tzinfo=UTC) + timedelta(hours=clock)


def book(unit, resource, starts, ends, label="Band practice"):
    return offers.claim(unit, resource, hour(starts), hour(ends), Purpose.BOOKING, label)


def test_claim_that_meets_another_is_refused_with_what_stands_there_and_until_when(store, keyboard, room):
    with store.unit(keyboard) as unit:
        standing = book(unit, room, 12, 14)
        with pytest.raises(Taken) as refused:
            book(unit, room, 13, 15)
    assert refused.value.sentence == (
        "Blue Room is taken on Monday 23 November 2026 from 12:00 until 14:00: Band practice. Choose another time."
    )
    assert (refused.value.standing, refused.value.status) == (standing, 409)


def test_person_is_named_in_the_refusal_by_the_name_she_has_now(store, keyboard, rosa):
    with store.unit(keyboard) as unit:
        book(unit, rosa, 12, 14)
        with pytest.raises(Taken, match="^Rosa is taken on Monday 23 November"):
            book(unit, rosa, 12, 14)


def test_claims_that_touch_stand_side_by_side(store, keyboard, room):
    with store.unit(keyboard) as unit:
        book(unit, room, 12, 14)
        book(unit, room, 14, 16)
        book(unit, room, 10, 12)
        assert len(offers.holds(unit, [room], Interval(hour(0), hour(24)))) == 3


def test_released_time_is_free_again_and_releasing_twice_changes_nothing(store, keyboard, room):
    with store.unit(keyboard) as unit:
        claim = book(unit, room, 12, 14)
        released = offers.release(unit, claim.id)
        assert offers.release(unit, claim.id) == released
        assert book(unit, room, 12, 14).active


def test_claim_moved_over_its_own_old_time_moves(store, keyboard, room):
    with store.unit(keyboard) as unit:
        moved = offers.move(unit, book(unit, room, 12, 14), hour(13), hour(15))
        assert unit.get(CLAIMS, moved.id).starts == hour(13)


def test_claim_moved_onto_another_keeps_its_time(store, keyboard, room):
    with store.unit(keyboard) as unit:
        claim = book(unit, room, 9, 10)
        book(unit, room, 12, 14)
        with pytest.raises(Taken):
            offers.move(unit, claim, hour(13), hour(15))
        assert unit.get(CLAIMS, claim.id) == claim


def test_many_wishes_with_one_clash_leave_none(store, keyboard, room, rosa):
    wishes = [
        Wish(resource=one, starts=hour(9, day), ends=hour(10, day), purpose=Purpose.SESSION, label="Course")
        for day in (23, 24, 25)
        for one in (room, rosa)
    ]
    with store.unit(keyboard) as unit:
        offers.claim(unit, rosa, hour(8, 25), hour(11, 25), Purpose.LEAVE, "Day off")
        with pytest.raises(Taken, match="Rosa is taken on Wednesday 25 November"):
            offers.claim_all(unit, wishes)
        assert offers.holds(unit, [room], Interval(hour(0), hour(0, 28))) == []
        assert len(offers.claim_all(unit, wishes[:4])) == 4


def test_wishes_that_meet_each_other_are_refused(store, keyboard, room):
    twice = Wish(resource=room, starts=hour(9), ends=hour(11), purpose=Purpose.SESSION, label="Course")
    with store.unit(keyboard) as unit, pytest.raises(Taken):
        offers.claim_all(unit, [twice, twice])


@pytest.mark.parametrize(
    ("ends", "sentence"),
    [(hour(9), "is not later"), (hour(35), "25 hours at the most"), (datetime(2026, 11, 23, 12), "time zone")],  # noqa: DTZ001 - naive on purpose
)
def test_claim_with_impossible_times_is_refused(store, keyboard, room, ends, sentence):
    with store.unit(keyboard) as unit, pytest.raises((BadInput, ValueError), match=sentence):
        offers.claim(unit, room, hour(9), ends, Purpose.OTHER, "")


def test_sessions_one_after_the_other_are_claimed_together(store, keyboard, room):
    with store.unit(keyboard) as unit:
        book(unit, room, 8, 9)
        wishes = [
            Wish(resource=room, starts=hour(n), ends=hour(n + 1), purpose=Purpose.SESSION, label="")
            for n in (10, 9, 11)
        ]
        assert [claim.starts for claim in offers.claim_all(unit, wishes)] == [hour(10), hour(9), hour(11)]


def test_claim_on_nothing_known_is_refused(store, keyboard, room):
    with store.unit(keyboard) as unit, pytest.raises(NotFound, match="no room, thing or person “cellar”"):
        book(unit, "cellar", 9, 10)


def test_longest_claim_is_found_from_its_last_minute(store, keyboard, room):
    with store.unit(keyboard) as unit:
        book(unit, room, 0, 25)
        with pytest.raises(Taken):
            book(unit, room, 24.99, 26)
        assert len(offers.holds(unit, [room], Interval(hour(24.99), hour(48)))) == 1
        assert offers.holds(unit, [room], Interval(hour(25), hour(48))) == []


def test_free_stretches_are_what_claims_leave_over(store, keyboard, room, rosa):
    with store.unit(keyboard) as unit:
        book(unit, room, 8, 10)
        book(unit, room, 11, 13)
        found = offers.free(unit, [room, rosa], Interval(hour(9), hour(17)), 120)
    assert found == [(room, Interval(hour(13), hour(17))), (rosa, Interval(hour(9), hour(17)))]


def test_week_of_a_person_begins_and_ends_at_local_midnight(store, keyboard, rosa):
    summer = datetime(2026, 6, 21, 22, 0, tzinfo=UTC)  # Sunday 23:00 in London
    with store.unit(keyboard) as unit:
        offers.claim(unit, rosa, summer, summer + timedelta(minutes=30), Purpose.WORK, "Late shift")
        monday = offers.claim(
            unit, rosa, summer + timedelta(hours=1), summer + timedelta(hours=2), Purpose.WORK, ""
        )
        assert offers.week_of(unit, rosa, date(2026, 6, 22), "Europe/London") == [monday]


def test_guard_of_the_database_refuses_what_looked_free(store, keyboard, room, monkeypatch):
    """The look is taken away, as if somebody wrote between look and claim: the database itself refuses."""
    with store.unit(keyboard) as unit:
        book(unit, room, 12, 14)
    with store.unit(keyboard) as unit, pytest.raises(Taken, match="Blue Room is taken") as refused:
        monkeypatch.setattr(claiming, "_refuse_clash", lambda *_: None)
        book(unit, room, 13, 15)
    assert isinstance(refused.value.__cause__, Guarded)


@pytest.mark.parametrize(
    "statement",
    [
        sa.update(CLAIM).where(CLAIM.c.id == "b").values(starts=hour(13)),
        sa.update(CLAIM).where(CLAIM.c.id == "c").values(active=True),
        sa.update(CLAIM).where(CLAIM.c.id == "a").values(ends=hour(16)),
        sa.update(CLAIM).where(CLAIM.c.id == "b").values(ends=hour(60)),
        sa.update(CLAIM).where(CLAIM.c.id == "b").values(ends=hour(15)),
    ],
)
def test_no_statement_past_the_unit_makes_an_overlap_or_an_endless_claim(store, room, statement):
    rows = [("a", 12, 14, True), ("b", 15, 16, True), ("c", 13, 14, False)]
    with store.engine.connect() as plain:
        connection = plain.execution_options(writing=True)
        with connection.begin():
            connection.execute(sa.insert(CLAIM), [_row(room, *one) for one in rows])
        with pytest.raises(sa.exc.IntegrityError), connection.begin():
            connection.execute(statement)


def test_time_in_another_form_cannot_slip_past_the_comparison_of_text(databases):
    from alongside.store import Store
    from alongside.testing.tables import all_lines

    store = Store(databases.fresh("sqlite", all_lines()))
    with store.engine.connect() as connection:
        connection.exec_driver_sql("INSERT INTO diary_resource VALUES ('r', 'room', 'R', NULL, NULL, 1)")
        late = (
            "INSERT INTO diary_claim"
            " VALUES ('a', 'r', NULL, 'other', '', '{}', '{}', 'Europe/London', '', 1, NULL, NULL, 1)"
        )
        with pytest.raises(sa.exc.IntegrityError, match="diary_claim_length"):
            connection.exec_driver_sql(late.format("2026-11-23T12:00:00.000000", "2026-11-23T13:00:00.000000"))
    store.close()


def _row(resource, name, starts, ends, active):
    return {
        "id": name,
        "resource": resource,
        "purpose": "booking",
        "label": "",
        "starts": hour(starts),
        "ends": hour(ends),
        "zone": "Europe/London",
        "source": "",
        "active": active,
        "version": 1,
    }
