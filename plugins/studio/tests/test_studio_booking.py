"""Booking: what is claimed, what is refused and what is offered instead, on both databases."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date, time, timedelta

import pytest
import sqlalchemy as sa

from alongside.api import diary
from alongside.api.store import Actor
from alongside.api.values import BadInput, Interval, NotAllowed, Period
from alongside.diary.offers import claiming as diary_claiming
from alongside.messages.tables import MESSAGES
from alongside_studio import reactions
from alongside_studio.actions import changing, closing, customers, looking, making, setting_up, weekly
from alongside_studio.booking import MOVES, NoSuchMove, Payer, State
from alongside_studio.customer import FORMER
from alongside_studio.price import Audience, NoPrice, price, rate_on
from alongside_studio.refused import ManyClashes, NotFree, NotOpen
from alongside_studio.series import Came
from alongside_studio.tables import BOOKINGS, CUSTOMERS

FRIDAY = date(2026, 11, 27)
ROOM_1, RECORD, BORROW = "Rehearse in Room 1", "Record in Room 2", "Borrow headphones"


def claims_of(studio, booking):
    with studio.unit(writing=False) as unit:
        held = diary.claims_of(unit, studio.business.id, Interval(booking.starts, booking.ends))
        return sorted((one.interval.minutes, one.purpose.value) for one in held if one.id in booking.claims)


def told(studio, name):
    with studio.unit(writing=False) as unit:
        return [one.title.key for one in unit.find(MESSAGES) if one.person == studio.people[name]]


def without_looking(_unit, _bookable, ask, _starts):
    """What a careless program chooses: the first of everything."""
    return tuple(need.options[0] for need in ask.needs)


# --- one booking


def test_booking_claims_everything_it_needs_and_the_turnaround(studio):
    done = studio.book(RECORD, studio.at(18))
    assert (done.state, done.pence, done.payer) == (State.CONFIRMED, 2500, Payer.HIRER)
    assert claims_of(studio, done) == [(120, "booking")] * 4 + [(135, "booking")]


def test_clash_names_what_is_there_and_the_nearest_free_time_and_no_name(studio):
    studio.book(ROOM_1, studio.at(18))
    with pytest.raises(NotFree) as met:
        studio.book(ROOM_1, studio.at(19))
    assert str(met.value) == (
        "Room 1 is taken on Friday 27 November, 18:00 to 20:15: Rehearse in Room 1. "
        "The nearest free time is Friday 27 November, 15:30 to 17:30."
    )


def test_nearest_time_can_be_booked(studio):
    studio.book(ROOM_1, studio.at(18))
    with pytest.raises(NotFree) as met:
        studio.book(ROOM_1, studio.at(17))
    assert studio.book(ROOM_1, met.value.nearest).state is State.CONFIRMED


def test_bookings_back_to_back_need_the_turnaround_between_them(studio):
    studio.book(ROOM_1, studio.at(18))
    with pytest.raises(NotFree):
        studio.book(ROOM_1, studio.at(20), 60)
    assert studio.book(ROOM_1, studio.at(20, 30), 60).state is State.CONFIRMED


def test_pool_is_shared_out_and_says_how_many_are_left(studio):
    first = studio.book(BORROW, studio.at(12))
    second = studio.book(BORROW, studio.at(12))
    assert not set(first.claims) & set(second.claims)
    with pytest.raises(NotFree, match="0 of the 3 needed of “Headphones” are free on Friday 27 November, 12:30"):
        studio.book(BORROW, studio.at(12, 30))
    with pytest.raises(NotFree, match="there is Borrow headphones. The nearest free time is .* 14:00 to 16:00"):
        studio.book(RECORD, studio.at(13))


def test_closed_time_is_refused_with_its_reason_and_the_nearest(studio):
    with pytest.raises(NotOpen, match="is not open from Friday 27 November, 21:00 to 23:00.*20:00 to 22:00"):
        studio.book(ROOM_1, studio.at(21))
    with studio.unit() as unit:
        setting_up.set_other_day(unit, studio.business.id, FRIDAY, "Harbour fair")
    with pytest.raises(NotOpen, match="Harbour fair. The nearest free time is Saturday 28 November, 10:00"):
        studio.book(ROOM_1, studio.at(18))


@pytest.mark.parametrize(
    ("hour", "minute", "minutes", "sentence"),
    [
        (18, 10, 120, "cannot start at 18:10. It starts every 30 minutes, at 00 or 30 minutes past."),
        (18, 0, 30, "cannot be booked for 0.5 hours. Give from 1 to 4 hours, in steps of 30 minutes."),
        (18, 0, 75, "cannot be booked for 1.25 hours"),
    ],
)
def test_wrong_start_or_length_is_told(studio, hour, minute, minutes, sentence):
    with pytest.raises(BadInput, match=sentence):
        studio.book(ROOM_1, studio.at(hour, minute), minutes)


def test_time_that_has_passed_is_refused(studio):
    with pytest.raises(BadInput, match="has passed"):
        studio.book(ROOM_1, studio.at(10, day=date(2026, 11, 23)))


def test_database_itself_refuses_and_the_sentence_is_the_same(studio, monkeypatch):
    """Whoever looked too early is refused by the guard, and still told what is there and what is free."""
    studio.book(ROOM_1, studio.at(17, 30))
    looks = iter([lambda *_: None])

    def blind_at_first(unit, wanted, look=diary_claiming._refuse_clash):
        next(looks, look)(unit, wanted)

    monkeypatch.setattr(diary_claiming, "_refuse_clash", blind_at_first)
    monkeypatch.setattr("alongside_studio.actions.claiming.must_be_free", without_looking)
    with pytest.raises(NotFree) as met:
        studio.book(ROOM_1, studio.at(18, 30))
    assert str(met.value) == (
        "Room 1 is taken on Friday 27 November, 17:30 to 19:45: Rehearse in Room 1. "
        "The nearest free time is Friday 27 November, 20:00 to 22:00."
    )


# --- races


def race(racers, run):
    start = threading.Barrier(racers, timeout=30)

    def one(number):
        start.wait()
        try:
            return run(number)
        except (NotFree, sa.exc.DBAPIError) as lost:
            return lost

    with ThreadPoolExecutor(racers) as pool:
        return list(pool.map(one, range(racers)))


def test_of_many_who_want_one_room_one_gets_it_and_all_others_are_offered_a_time(studio):
    came = race(6, lambda n: studio.book(ROOM_1, studio.at(18) + timedelta(minutes=30 * (n % 3))))
    won = [one for one in came if not isinstance(one, Exception)]
    lost = [one for one in came if isinstance(one, NotFree)]
    assert (len(won), len(lost)) == (1, 5)
    assert all("Room 1 is taken" in str(one) and one.nearest for one in lost)


def test_six_headphones_go_to_two_of_many_and_none_twice(studio):
    came = race(6, lambda _: studio.book(BORROW, studio.at(18)))
    won = [one for one in came if not isinstance(one, Exception)]
    assert len(won) == 2
    assert len({claim for one in won for claim in one.claims}) == 6


def test_control_without_looking_and_without_guard_the_same_race_overlaps(studio, monkeypatch):
    drop = ["ALTER TABLE diary_claim DROP CONSTRAINT diary_claim_overlap"]
    if studio.store.is_sqlite:
        drop = ["DROP TRIGGER diary_claim_insert_guard", "DROP TRIGGER diary_claim_update_guard"]
    with studio.store.engine.connect() as plain:
        connection = plain.execution_options(writing=True)
        with connection.begin():
            for statement in drop:
                connection.exec_driver_sql(statement)
    monkeypatch.setattr(diary_claiming, "_refuse_clash", lambda *_: None)
    monkeypatch.setattr("alongside_studio.actions.claiming.must_be_free", without_looking)
    came = race(4, lambda _: studio.book(ROOM_1, studio.at(18)))
    assert not any(isinstance(one, Exception) for one in came)


def test_of_two_clashing_requests_one_is_approved_and_the_other_told_which_won(studio):
    asked = [studio.book(RECORD, studio.at(18), who="Lily", actor=studio.member())]
    asked.append(studio.book(RECORD, studio.at(19), who="Lily", actor=studio.member()))
    assert [one.state for one in asked] == [State.REQUESTED] * 2
    assert [one.claims for one in asked] == [(), ()]

    def approve(n):
        with studio.unit(Actor.keyboard(f"manager {n}")) as unit:
            return changing.approve(unit, asked[n].id)

    came = race(2, approve)
    (won,) = [one for one in came if not isinstance(one, Exception)]
    (lost,) = [one for one in came if isinstance(one, Exception)]
    assert isinstance(lost, changing.LostTo)
    assert lost.winner.id == won.id
    hour = "18:00 to 20:00" if won.id == asked[0].id else "19:00 to 21:00"
    assert f"Another booking won: “Record in Room 2”, Friday 27 November, {hour}." in str(lost)
    assert "Lily" not in str(lost)


# --- who may, who pays, who is told


def test_member_books_for_herself_alone_and_the_group_pays(studio):
    done = studio.book(ROOM_1, studio.at(18), who="Lily", actor=studio.member())
    assert (done.payer, done.audience, done.pence) == (Payer.GROUP, Audience.COMMUNITY, 1600)
    for other in ("Jo Free", "The Harbour Lights"):
        with pytest.raises(NotAllowed):
            studio.book(ROOM_1, studio.at(10), who=other, actor=studio.member())
    assert told(studio, "Lily Sandhu") == ["Your booking at the studio"]


def test_her_own_time_is_claimed_too_and_what_she_has_then_is_not_told(studio):
    lily = studio.people["Lily Sandhu"]
    with studio.unit() as unit:
        diary.ensure_person(unit, lily)
        diary.claim(unit, lily, studio.at(18), studio.at(20), diary.Purpose.WORK, "Dentist")
    with pytest.raises(NotFree) as met:
        studio.book(ROOM_1, studio.at(19), who="Lily")
    assert "The person it is for has something else to do on Friday 27 November, 19:00 to 21:00." in str(met.value)
    assert "Dentist" not in str(met.value)
    studio.book(ROOM_1, met.value.nearest, who="Lily")
    with studio.unit(writing=False) as unit:
        week = diary.week_of(unit, lily, date(2026, 11, 23), "Europe/London")
    assert {one.label for one in week} == {"Dentist", ROOM_1}


def test_person_without_a_vote_pays_herself(studio):
    assert studio.book(ROOM_1, studio.at(18), who="Jo").payer is Payer.HIRER


def test_cancelling_gives_the_time_back_and_can_be_taken_back_while_it_is_free(studio):
    done = studio.book(ROOM_1, studio.at(18), who="Lily", actor=studio.member())
    with studio.unit(studio.member()) as unit:
        assert changing.cancel(unit, done.id).state is State.CANCELLED
    with studio.unit(studio.member()) as unit:
        assert changing.take_back(unit, done.id).state is State.CONFIRMED
    with studio.unit(studio.member()) as unit:
        changing.cancel(unit, done.id)
    studio.book(ROOM_1, studio.at(19))
    with studio.unit(studio.member()) as unit, pytest.raises(NotFree, match="Room 1 is taken"):
        changing.take_back(unit, done.id)
    titles = told(studio, "Lily Sandhu")
    assert sorted(titles) == sorted(
        ["Your booking at the studio"] * 2 + ["Your booking at the studio is cancelled"] * 2
    )


def test_booking_of_somebody_else_is_not_hers_to_cancel_or_see(studio):
    done = studio.book(ROOM_1, studio.at(18))
    with studio.unit(studio.member()) as unit:
        for act in (changing.cancel, changing.take_back, changing.approve):
            with pytest.raises(NotAllowed):
                act(unit, done.id)
        with pytest.raises(NotAllowed):
            looking.opened(unit, studio.business.id, done.id)
        with pytest.raises(NotAllowed):
            looking.day(unit, studio.business.id, FRIDAY)


def test_move_gives_the_old_time_back_or_changes_nothing(studio):
    done = studio.book(ROOM_1, studio.at(18), who="Lily")
    studio.book(ROOM_1, studio.at(12))
    with studio.unit() as unit, pytest.raises(NotFree):
        changing.move(unit, done.id, studio.at(12, 30))
    with studio.unit() as unit:
        moved = changing.move(unit, done.id, studio.at(19))
    assert (moved.starts, moved.minutes, moved.state) == (studio.at(19), 120, State.CONFIRMED)
    assert studio.book(ROOM_1, studio.at(16), 150).state is State.CONFIRMED
    assert "Your booking at the studio has a new time" in told(studio, "Lily Sandhu")


def test_moves_follow_the_one_table(studio):
    done = studio.book(ROOM_1, studio.at(18))
    with pytest.raises(NoSuchMove, match="is booked, so it cannot become “waiting for a yes”"):
        done.may_become(State.REQUESTED)
    assert {(one, other) for one in MOVES for other in MOVES[one] if one is other} == set()
    assert MOVES.keys() == set(State)


# --- price


def test_exactly_one_price_holds_on_any_day(studio):
    with studio.unit() as unit:
        bookable = studio.bookables[ROOM_1].id
        setting_up.set_price(unit, studio.business.id, bookable, Audience.PARTNER, 1400, date(2026, 12, 1))
        known = [one for one in looking.offers.rates(unit, studio.business.id) if one.bookable == bookable]
    for day, pence in ((date(2026, 11, 30), 1250), (date(2026, 12, 1), 1400), (date(2030, 1, 1), 1400)):
        assert rate_on(known, Audience.PARTNER, day).pence == pence
    with pytest.raises(NoPrice, match="there is no price for “partner” on 2025-12-31"):
        rate_on(known, Audience.PARTNER, date(2025, 12, 31))
    with pytest.raises(NoPrice, match="there is 2 prices"):
        rate_on([*known, known[0]], known[0].audience, known[0].first_day)


def test_price_comes_from_the_time_that_really_passes(studio, clock):
    assert [price(1250, minutes) for minutes in (60, 90, 61)] == [1250, 1875, 1271]
    with studio.unit() as unit:
        setting_up.set_hours(unit, studio.business.id, 6, [(time(), time())])
    clock(studio.at(10, day=date(2026, 10, 1)))
    night = date(2026, 10, 25)
    done = studio.book(ROOM_1, studio.at(0, day=night), 240)
    # From midnight, four real hours end at three by the clock on the wall.
    assert (done.minutes, done.pence, done.ends) == (240, 5000, studio.at(3, day=night))


# --- holds, the daily round


def test_hold_runs_out_by_itself_and_can_be_kept_before(studio, clock):
    held = studio.book(ROOM_1, studio.at(18), until=studio.at(10, day=date(2026, 11, 25)))
    assert held.state is State.HELD
    with pytest.raises(NotFree):
        studio.book(ROOM_1, studio.at(18))
    clock(studio.at(10, day=date(2026, 11, 25)))
    other = studio.book(ROOM_1, studio.at(18))
    with studio.unit() as unit, pytest.raises(changing.LostTo):
        changing.approve(unit, held.id)
    with studio.unit() as unit:
        reactions.daily_round(unit, date(2026, 11, 25))
        assert unit.get(BOOKINGS, held.id).state is State.CANCELLED
        assert unit.get(BOOKINGS, other.id).state is State.CONFIRMED


def test_hold_that_is_kept_stays(studio, clock):
    held = studio.book(ROOM_1, studio.at(18), until=studio.at(10, day=date(2026, 11, 25)))
    with studio.unit() as unit:
        assert changing.approve(unit, held.id).until is None
    clock(studio.at(12, day=date(2026, 11, 25)))
    with pytest.raises(NotFree):
        studio.book(ROOM_1, studio.at(18))


def test_daily_round_reminds_once_and_notices_what_is_over(studio, clock):
    done = studio.book(ROOM_1, studio.at(18), who="Lily")
    waiting = studio.book(RECORD, studio.at(12), who="Jo Free", actor=None)
    with studio.unit() as unit:
        unit.change(BOOKINGS, unit.get(BOOKINGS, waiting.id), state=State.REQUESTED)
    for _ in range(2):
        with studio.unit() as unit:
            reactions.daily_round(unit, date(2026, 11, 26))
    assert told(studio, "Lily Sandhu").count("Tomorrow you are at the studio") == 1
    clock(studio.at(6, day=date(2026, 11, 28)))
    for _ in range(2):
        with studio.unit() as unit:
            reactions.daily_round(unit, date(2026, 11, 28))
    with studio.unit() as unit:
        assert unit.get(BOOKINGS, done.id).state is State.DONE
        assert unit.get(BOOKINGS, waiting.id).state is State.CANCELLED
        assert changing.went(unit, done.id, State.NO_SHOW).state is State.NO_SHOW
    assert told(studio, "Jo Free").count("Nobody answered in time") == 1


# --- series


def series(studio, weeks, *, skip=False, who="The Harbour Lights"):
    with studio.unit() as unit:
        return weekly.book_series(unit, studio.order(unit, ROOM_1, studio.at(18), who=who), weeks, skip=skip)


def test_series_is_booked_whole_at_the_same_clock_time_and_closed_dates_are_left_out(studio):
    with studio.unit() as unit:
        setting_up.set_other_day(unit, studio.business.id, date(2026, 12, 25), "Christmas Day")
    came = series(studio, 20, who="Lily")
    assert (len(came.bookings), came.series.times) == (19, 20)
    assert {one.clock.hour for one in came.bookings} == {18}
    assert [(one.day, one.why) for one in came.answers if one.came is Came.CLOSED] == [
        (date(2026, 12, 25), "Christmas Day")
    ]
    assert told(studio, "Lily Sandhu") == ["Your bookings at the studio"]


def test_series_with_a_clash_books_nothing_and_lists_every_date_with_its_alternative(studio):
    for week in (1, 3):
        studio.book(ROOM_1, studio.at(18, day=FRIDAY + timedelta(weeks=week)))
    with pytest.raises(ManyClashes) as met:
        series(studio, 5)
    assert "2 of 5 dates are taken, so nothing was booked." in str(met.value)
    assert len(met.value.lines) == 2
    assert all("The nearest free time is" in one for one in met.value.lines)
    with studio.unit(writing=False) as unit:
        assert len(unit.find(BOOKINGS)) == 2


def test_series_with_an_answer_keeps_the_free_dates_and_says_the_rest(studio):
    studio.book(ROOM_1, studio.at(18, day=FRIDAY + timedelta(weeks=1)))
    came = series(studio, 4, skip=True)
    assert [one.came for one in came.answers] == [Came.BOOKED, Came.TAKEN, Came.BOOKED, Came.BOOKED]
    assert came.answers[1].nearest is not None
    assert [one.day for one in came.series.skipped] == [FRIDAY + timedelta(weeks=1)]
    assert all(one.series == came.series.id for one in came.bookings)


# --- closing, customers, erasing


def test_room_that_is_closed_cannot_be_booked_and_booked_time_cannot_be_closed(studio):
    with studio.unit() as unit:
        room = closing.piece_named(unit, studio.business.id, "room 2")
        closing.close(
            unit, studio.business.id, room, studio.at(9), studio.at(9, day=date(2026, 11, 29)), "New floor"
        )
    with pytest.raises(NotFree, match="Room 2 is taken on Friday 27 November, 09:00 to .*: New floor"):
        studio.book(RECORD, studio.at(18))
    studio.book(ROOM_1, studio.at(18))
    with studio.unit() as unit:
        room = closing.piece_named(unit, studio.business.id, "Room 1")
        with pytest.raises(closing.StillBooked, match="Room 1 is taken .*Move or cancel that first"):
            closing.close(unit, studio.business.id, room, studio.at(19), studio.at(23), "Paint")


def test_customer_is_forgotten_and_hours_and_price_are_left(studio, clock):
    past = studio.book(ROOM_1, studio.at(18))
    clock(studio.at(9, day=date(2026, 11, 30)))
    coming = studio.book(ROOM_1, studio.at(18, day=date(2026, 12, 1)))
    with studio.unit() as unit:
        reactions.daily_round(unit, date(2026, 11, 30))
        customers.forget(unit, studio.business.id, studio.band.id)
    with studio.unit() as unit:
        gone = unit.get(CUSTOMERS, studio.band.id)
        assert (gone.called, gone.name, gone.phone) == (FORMER, "", "")
        assert unit.get(BOOKINGS, coming.id).state is State.CANCELLED
        kept = unit.get(BOOKINGS, past.id)
        assert (kept.customer, kept.pence, kept.state) == (None, 2500, State.DONE)
        trail = unit.question(sa.text("SELECT change FROM store_audit").columns(sa.column("change")))
    assert not any("Harbour" in str(one) or "960200" in str(one) for one in trail)


def test_erased_person_gives_her_time_back_and_leaves_no_name_in_the_past(studio, clock):
    past = studio.book(ROOM_1, studio.at(18), who="Lily")
    clock(studio.at(9, day=date(2026, 11, 30)))
    coming = studio.book(ROOM_1, studio.at(18, day=date(2026, 12, 1)), who="Lily")
    with studio.unit() as unit:
        told_of = reactions.person_exported(unit, studio.people["Lily Sandhu"])
        assert [one["what"] for one in told_of["bookings"]] == [ROOM_1, ROOM_1]
        reactions.person_erased(unit, studio.people["Lily Sandhu"])
    with studio.unit() as unit:
        assert unit.get(BOOKINGS, past.id).person is None
        assert unit.get(BOOKINGS, coming.id).state is State.CANCELLED
    assert studio.book(ROOM_1, studio.at(18, day=date(2026, 12, 1))).state is State.CONFIRMED


def test_free_times_of_all_bookables_are_those_that_can_be_booked(studio):
    studio.book(ROOM_1, studio.at(10), 240)
    with studio.unit(writing=False) as unit:
        known = looking.free(unit, studio.business.id, Period(FRIDAY, FRIDAY), 120)
    found = {one.name: starts for one, starts in known}
    assert found[ROOM_1][0] == studio.at(14, 30)
    assert found[RECORD][0] == studio.at(10)
    assert found[ROOM_1][-1] == studio.at(20)
    for starts in found[ROOM_1][::6]:
        with studio.unit() as unit:
            kept = making.book(unit, studio.order(unit, ROOM_1, starts))
            changing.cancel(unit, kept.id)
