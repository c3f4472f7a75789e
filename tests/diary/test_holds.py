"""Claims that run out by themselves, and what is said when the database itself refuses a claim."""

from datetime import timedelta

import pytest

from alongside.diary import offers, reactions
from alongside.diary.claim import Purpose, Taken
from alongside.diary.offers import claiming
from alongside.diary.tables import CLAIMS
from alongside.instants import Interval
from alongside.store import audit
from alongside.testing.fixtures import NOON

HOUR = timedelta(hours=1)


def hold(unit, room, expires=NOON + HOUR, label="Held for a band"):
    """Hold the room from two until three."""
    return offers.claim(unit, room, NOON + 2 * HOUR, NOON + 3 * HOUR, Purpose.BOOKING, label, expires=expires)


def free(unit, room):
    return [gap for _, gap in offers.free(unit, [room], Interval(NOON + 2 * HOUR, NOON + 3 * HOUR), 60)]


def test_hold_keeps_others_out_until_it_runs_out(store, keyboard, room):
    with store.unit(keyboard) as unit:
        hold(unit, room)
        assert free(unit, room) == []
        with pytest.raises(Taken, match="Blue Room is taken on Monday 23 November 2026 from 14:00 until 15:00"):
            hold(unit, room)
        unit.now = NOON + HOUR
        assert free(unit, room) == [Interval(NOON + 2 * HOUR, NOON + 3 * HOUR)]
        assert offers.holds(unit, [room], Interval(NOON, NOON + 9 * HOUR)) == []


def test_time_of_a_hold_that_ran_out_can_be_claimed_before_anybody_cleared_it(store, keyboard, room):
    with store.unit(keyboard) as unit:
        first = hold(unit, room)
    store.clock = lambda: NOON + HOUR
    with store.unit(keyboard) as unit:
        second = hold(unit, room, expires=None)
        assert (unit.get(CLAIMS, first.id).active, unit.get(CLAIMS, second.id).active) == (False, True)


def test_move_onto_a_hold_that_ran_out_is_possible(store, keyboard, room):
    with store.unit(keyboard) as unit:
        hold(unit, room)
        other = offers.claim(unit, room, NOON + 4 * HOUR, NOON + 5 * HOUR, Purpose.OTHER, "")
    store.clock = lambda: NOON + HOUR
    with store.unit(keyboard) as unit:
        assert offers.move(unit, other, NOON + 2 * HOUR, NOON + 3 * HOUR).active


def test_daily_round_clears_holds_that_ran_out_and_no_others_however_often(store, keyboard, room):
    with store.unit(keyboard) as unit:
        gone = hold(unit, room)
        stays = offers.claim(
            unit, room, NOON + 4 * HOUR, NOON + 5 * HOUR, Purpose.BOOKING, "", expires=NOON + 3 * HOUR
        )
        for_good = offers.claim(unit, room, NOON + 6 * HOUR, NOON + 7 * HOUR, Purpose.BOOKING, "")
    store.clock = lambda: NOON + 2 * HOUR
    for _ in range(2):
        with store.unit(keyboard) as unit:
            reactions.daily_round(unit)
            active = [unit.get(CLAIMS, one.id).active for one in (gone, stays, for_good)]
            assert active == [False, True, True]


def test_refusal_of_the_database_itself_names_what_is_there_too(store, keyboard, room, monkeypatch):
    with store.unit(keyboard) as unit:
        hold(unit, room, expires=None)
    looks = iter([lambda *_: None])  # the first look is blind, as if the other had come a moment later

    def blind_at_first(unit, wanted, look=claiming._refuse_clash):
        next(looks, look)(unit, wanted)

    monkeypatch.setattr(claiming, "_refuse_clash", blind_at_first)
    with store.unit(keyboard) as unit:
        with pytest.raises(Taken, match="until 15:00: Held for a band. Choose another time."):
            hold(unit, room)
        # The unit lives on, and its trail tells nothing of what was undone.
        offers.claim(unit, room, NOON + 4 * HOUR, NOON + 5 * HOUR, Purpose.OTHER, "")
        assert len([one for one in unit._changes if one.kind == "diary_claim"]) == 1
    assert isinstance(store.verify(), audit.Verdict)
    assert store.verify().faults == ()


def test_resources_kept_still_are_those_asked_for(store, keyboard, room, rosa):
    with store.unit(keyboard) as unit:
        assert {one.id for one in offers.keep_still(unit, [room, rosa, room])} == {room, rosa}
