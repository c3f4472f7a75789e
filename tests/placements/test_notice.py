"""The notice ledger: how early somebody knew of her shift, of its being moved, and of its being cancelled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.people import actions as people_actions
from alongside.placements import actions, offers
from alongside.placements.notice import Happening, Notice, NoticeFigures, figures, is_paid_for, notice_of, usual
from alongside.refusal import BadInput, NotAllowed
from alongside.store import Actor, Store, Unit

from .conftest import place

Work = Callable[..., diary.Claim]
HOUR = timedelta(hours=1)
SHIFT = datetime(2026, 11, 26, 9, tzinfo=UTC)
MONTH = Period(date(2026, 11, 1), date(2026, 11, 30))


def change(**said: Any) -> Notice:
    facts: dict[str, Any] = {
        "starts": SHIFT,
        "ends": SHIFT + 5 * HOUR,
        "at": SHIFT - 20 * HOUR,
        "what": "cancelled",
    }
    return Notice(id="n", claim="c", person="amy", business="cafe", **{**facts, **said})


def test_notice_of_a_cancelled_shift_is_the_hours_until_its_start() -> None:
    assert change().minutes == 20 * 60


def test_notice_of_a_moved_shift_is_until_the_earlier_of_both_starts() -> None:
    earlier, later = SHIFT - 5 * HOUR, SHIFT + 5 * HOUR
    assert change(what="moved", now_starts=earlier).minutes == 15 * 60
    assert change(what="moved", now_starts=later).minutes == 20 * 60


def test_shift_that_had_begun_was_changed_without_notice() -> None:
    assert change(at=SHIFT + HOUR).minutes == 0


def test_notice_over_a_change_of_the_clocks_is_the_hours_that_really_pass() -> None:
    # On 25 October 2026 the clocks go back: from 18:00 on Saturday (17:00 UTC) to 10:00 on Sunday are 17 hours.
    starts = datetime(2026, 10, 25, 10, tzinfo=UTC)
    assert change(starts=starts, ends=starts + HOUR, at=datetime(2026, 10, 24, 17, tzinfo=UTC)).minutes == 17 * 60


@pytest.mark.parametrize("said", [{"what": "moved"}, {"now_starts": SHIFT}])
def test_new_start_stands_with_a_moved_shift_and_no_other(said: dict[str, Any]) -> None:
    with pytest.raises(BadInput, match="new start"):
        change(**said)


def test_shift_written_down_afterwards_was_agreed_with_no_notice() -> None:
    assert notice_of(SHIFT + HOUR, SHIFT) == 0
    assert notice_of(SHIFT - 3 * HOUR, SHIFT) == 180
    assert notice_of(None, SHIFT) is None


def test_usual_notice_is_the_one_in_the_middle() -> None:
    assert (usual([]), usual([60]), usual([0, 60, 6000]), usual([0, 60, 120, 6000])) == (None, 60, 60, 60)


def test_figures_count_what_others_changed_and_what_of_it_came_with_less_than_two_days() -> None:
    changes = [
        change(at=SHIFT - 48 * HOUR),
        change(at=SHIFT - 47 * HOUR),
        change(at=SHIFT - HOUR, by_herself=True),
    ]
    assert figures([60, 6000, 120], changes) == NoticeFigures(shifts=3, usual=120, changed=2, short=1)
    assert figures([], []) == NoticeFigures(shifts=0, usual=None, changed=0, short=0)


def test_no_late_change_is_paid_for_while_no_rule_is_known() -> None:
    assert not is_paid_for(date(2026, 11, 23))


# --- as it is kept


def shift(unit: Unit, work: Work, day: date = date(2026, 11, 26), **facts: Any) -> diary.Claim:
    """Amy's five hours from nine, three days after the day on which everything here happens."""
    return work(unit, "amy", day, time(9), time(14), **facts)


def changed(unit: Unit) -> list[tuple[Happening, int, bool]]:
    return [(one.what, one.minutes, one.by_herself) for one in offers.changes_in(unit, place(unit), MONTH)]


def test_cancelled_shift_is_kept_with_its_notice(tideline: Store, keyboard: Actor, work: Work) -> None:
    with tideline.unit(keyboard) as unit:
        claimed = shift(unit, work)
    tideline.clock = lambda: claimed.starts - 20 * HOUR
    with tideline.unit(keyboard) as unit:
        diary.release(unit, claimed.id)
        assert changed(unit) == [(Happening.CANCELLED, 20 * 60, False)]
        diary.release(unit, claimed.id)
        assert len(changed(unit)) == 1


def test_moved_shift_is_kept_with_its_notice(tideline: Store, keyboard: Actor, work: Work) -> None:
    with tideline.unit(keyboard) as unit:
        claimed = shift(unit, work)
        moved = diary.move(unit, claimed, claimed.starts + HOUR, claimed.ends + HOUR)
        diary.move(unit, moved, moved.starts, moved.ends)
        assert [(what, own) for what, _, own in changed(unit)] == [(Happening.MOVED, False)]


def test_shift_that_somebody_gives_back_herself_says_so(tideline: Store, keyboard: Actor, work: Work) -> None:
    with tideline.unit(keyboard) as unit:
        claimed = shift(unit, work)
    with tideline.unit(Actor.person("amy", "Amy Lind")) as unit:
        diary.release(unit, claimed.id)
    with tideline.unit(keyboard, writing=False) as unit:
        assert [own for _, _, own in changed(unit)] == [True]


@pytest.mark.parametrize("what", ["leave", "a shift of the past"])
def test_what_is_no_shift_to_come_is_not_kept(tideline: Store, keyboard: Actor, work: Work, what: str) -> None:
    with tideline.unit(keyboard) as unit:
        over = shift(unit, work, date(2026, 11, 20))
        off = shift(unit, work, purpose=diary.Purpose.LEAVE)
        diary.release(unit, off.id if what == "leave" else over.id)
        assert changed(unit) == []


def test_how_early_shifts_of_a_month_were_agreed(tideline: Store, keyboard: Actor, work: Work) -> None:
    with tideline.unit(keyboard) as unit:
        claims = [shift(unit, work, date(2026, 11, day)) for day in (20, 26, 27)]
        notice = [int((one.starts - unit.now) / timedelta(minutes=1)) for one in claims[1:]]
        month = actions.notice_by_month(unit, place(unit))[0]
    # The first was written down when it was over.
    assert (month.shifts, month.usual) == (3, sorted([0, *notice])[1])


def test_notice_is_for_those_who_may_see_placements(tideline: Store, keyboard: Actor, work: Work) -> None:
    with tideline.unit(keyboard) as unit:
        diary.release(unit, shift(unit, work).id)
        cafe = place(unit)
    tideline.rights = lambda unit: enterprise.rights_of(unit, {"placements": ("see", "change")})
    with tideline.unit(Actor.person("amy", "Amy Lind"), writing=False) as unit:
        assert len(actions.my_changes(unit)) == 1
        for look in (actions.changes, actions.notice_by_month):
            with pytest.raises(NotAllowed):
                look(unit, cafe)
    with tideline.unit(Actor.person("ben", "Ben Roe"), writing=False) as unit:
        assert actions.my_changes(unit) == []


def test_changes_are_handed_over_and_forgotten(tideline: Store, keyboard: Actor, work: Work) -> None:
    with tideline.unit(keyboard) as unit:
        diary.release(unit, shift(unit, work).id)
        shift(unit, work)
        handed = dict(unit.collect("person_exported", person="amy"))["placements"]
        assert [one["what"] for one in handed["changed_shifts"]] == [Happening.CANCELLED]
        people_actions.erase(unit, "amy")
        # What erasing releases is no change of a shift by anybody.
        assert changed(unit) == []
