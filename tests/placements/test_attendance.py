"""Who was there: a whole shift at once, corrections above it, hours in real time, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import attrs
import pytest

from alongside.diary import offers as diary
from alongside.diary.claim import Claim, Purpose
from alongside.enterprise import offers as enterprise
from alongside.instants import LONDON, Interval, Period, at
from alongside.people import actions as people_actions
from alongside.placements import PART, actions, offers
from alongside.placements.actions import Note
from alongside.placements.attendance import Attendance, NotThen
from alongside.placements.hours import Worked, minutes_by_month
from alongside.placements.placement import Placement, PlacementType
from alongside.refusal import BadInput, NotAllowed
from alongside.store import Actor, Store

from .conftest import place

DAY = date(2026, 4, 20)
APRIL = Period(date(2026, 4, 1), date(2026, 4, 30))
Work = Callable[..., Claim]
FACTS: dict[str, Any] = {
    "id": "a",
    "claim": "c",
    "person": "amy",
    "business": "b",
    "day": DAY,
    "noted_at": datetime(2026, 5, 2, 12, tzinfo=UTC),
}


@pytest.fixture
def shift(tideline: Store, keyboard: Actor, work: Work, agree: Callable[..., object]) -> dict[str, Claim]:
    """Amy and Ben in the kitchen from 9 to 1, on a day that is over; Amy alone in the afternoon."""
    tideline.clock = lambda: datetime(2026, 5, 2, 12, tzinfo=UTC)
    with tideline.unit(keyboard) as unit:
        agree(unit)
        return {
            "amy": work(unit, "amy", DAY, time(9), time(13)),
            "ben": work(unit, "ben", DAY, time(9), time(13)),
            "late": work(unit, "amy", DAY, time(14), time(16)),
        }


def there(starts: time, ends: time, day: date = DAY, later: timedelta = timedelta()) -> Interval:
    return Interval(at(day, starts, LONDON), at(day + later, ends, LONDON))


def planned(claim: Claim) -> Note:
    return Note(time=claim.interval)


def confirm(store: Store, actor: Actor, **notes: Note) -> list[Attendance]:
    with store.unit(actor) as unit:
        return actions.confirm(unit, place(unit), DAY, notes)


def minutes(store: Store, actor: Actor) -> dict[str, int]:
    with store.unit(actor, writing=False) as unit:
        return offers.minutes_worked(unit, APRIL)


def test_work_that_is_over_stands_shift_by_shift(
    tideline: Store, keyboard: Actor, shift: dict[str, Claim]
) -> None:
    with tideline.unit(keyboard, writing=False) as unit:
        found = actions.over_on(unit, place(unit), DAY)
        assert actions.not_confirmed(unit, place(unit), APRIL) == {DAY: 3}
    assert [[one.face.name for one in stretch.people] for stretch in found] == [
        ["Amy Lind", "Ben Roe"],
        ["Amy Lind"],
    ]
    assert not any(stretch.confirmed for stretch in found)


def test_whole_shift_is_confirmed_at_once_and_counts_as_it_really_was(
    tideline: Store, keyboard: Actor, shift: dict[str, Claim]
) -> None:
    assert minutes(tideline, keyboard) == {"amy": 360, "ben": 240}  # as planned, until somebody says otherwise
    notes = {
        shift["amy"].id: Note(time=there(time(9), time(12, 30))),
        shift["ben"].id: Note(time=None),
        shift["late"].id: planned(shift["late"]),
    }
    assert len(confirm(tideline, keyboard, **notes)) == 3
    assert minutes(tideline, keyboard) == {"amy": 330}
    with tideline.unit(keyboard, writing=False) as unit:
        assert actions.not_confirmed(unit, place(unit), APRIL) == {}
        assert all(stretch.confirmed for stretch in actions.over_on(unit, place(unit), DAY))
        assert [one.minutes for one in offers.accounts(unit, APRIL)] == [330]


def test_saying_the_same_again_is_kept_once(tideline: Store, keyboard: Actor, shift: dict[str, Claim]) -> None:
    confirm(tideline, keyboard, **{shift["amy"].id: planned(shift["amy"])})
    assert confirm(tideline, keyboard, **{shift["amy"].id: planned(shift["amy"])}) == []


def test_correction_needs_a_reason_and_keeps_what_stood_there(
    tideline: Store, keyboard: Actor, shift: dict[str, Claim]
) -> None:
    amy = shift["amy"]
    confirm(tideline, keyboard, **{amy.id: planned(amy)})
    longer = there(time(9), time(14))
    with pytest.raises(BadInput, match="these hours were confirmed before. Say why they are changed now."):
        confirm(tideline, keyboard, **{amy.id: Note(time=longer)})
    confirm(tideline, keyboard, **{amy.id: Note(time=longer, why="The lunch took longer.")})
    with tideline.unit(keyboard, writing=False) as unit:
        history = offers.notes_of(unit, amy.id)
    assert [(one.number, one.minutes, one.why) for one in history] == [
        (1, 240, ""),
        (2, 300, "The lunch took longer."),
    ]
    assert minutes(tideline, keyboard)["amy"] == 420


def test_work_of_another_day_or_that_is_not_over_cannot_be_confirmed(
    tideline: Store, keyboard: Actor, work: Work, shift: dict[str, Claim]
) -> None:
    with tideline.unit(keyboard) as unit:
        to_come = work(unit, "ben", date(2026, 5, 2), time(14), time(16))
    for day in (DAY, date(2026, 5, 2)):
        with pytest.raises(BadInput, match="is no work of"), tideline.unit(keyboard) as unit:
            actions.confirm(unit, place(unit), day, {to_come.id: planned(to_come)})


def test_somebody_who_does_not_run_the_business_confirms_nothing(tideline: Store, shift: dict[str, Claim]) -> None:
    ben = Actor.person("ben", "Ben Roe")
    with pytest.raises(NotAllowed), tideline.unit(ben) as unit:
        actions.confirm(unit, place(unit), DAY, {shift["ben"].id: planned(shift["ben"])})


def test_manager_of_another_business_confirms_nothing_here(
    tideline: Store, keyboard: Actor, shift: dict[str, Claim]
) -> None:
    with tideline.unit(keyboard) as unit:
        enterprise.give_role(unit, "ben", "manager", place(unit, "harbour-garden"))
    tideline.rights = lambda unit: enterprise.rights_of(unit, {"placements": PART.permissions})
    ben = Actor.person("ben", "Ben Roe")
    with pytest.raises(NotAllowed), tideline.unit(ben) as unit:
        actions.over_on(unit, place(unit), DAY)
    with tideline.unit(ben, writing=False) as unit:
        assert actions.over_on(unit, place(unit, "harbour-garden"), DAY) == []


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 28), 5), (date(2026, 10, 24), 7), (date(2026, 6, 6), 6)]
)
def test_night_shift_is_as_long_as_it_really_is(
    tideline: Store, keyboard: Actor, work: Work, day: date, hours: int
) -> None:
    tideline.clock = lambda: datetime(2026, 12, 1, tzinfo=UTC)
    with tideline.unit(keyboard) as unit:
        night = work(unit, "amy", day + timedelta(days=1), time(0, 30), time(6, 30))
        (noted,) = actions.confirm(unit, place(unit), day + timedelta(days=1), {night.id: planned(night)})
    assert noted.minutes == hours * 60


def test_a_year_of_nights_is_exact_to_the_minute() -> None:
    # 365 nights from 22:00 to 04:00; the one of 28 March is an hour shorter, the one of 24 October an hour longer.
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]
    nights = [there(time(22), time(4), day, timedelta(days=1)) for day in days]
    worked = [Worked("amy", Attendance(**FACTS, starts=one.starts, ends=one.ends).time or one) for one in nights]
    by_month = minutes_by_month(worked, Period(days[0], days[-1]), LONDON)
    assert sum(by_month.values()) == 365 * 360 - 4 * 60  # of the last night, four hours are next year's
    assert by_month[Period(date(2026, 3, 1), date(2026, 3, 31))] == 31 * 360 - 60
    assert by_month[Period(date(2026, 10, 1), date(2026, 10, 31))] == 31 * 360 + 60


def test_erasing_empties_the_reasons_and_keeps_the_hours(
    tideline: Store, keyboard: Actor, shift: dict[str, Claim]
) -> None:
    amy = shift["amy"]
    confirm(tideline, keyboard, **{amy.id: planned(amy)})
    confirm(tideline, keyboard, **{amy.id: Note(time=there(time(9), time(12)), why="Amy went home early.")})
    with tideline.unit(keyboard) as unit:
        people_actions.erase(unit, "amy")
    with tideline.unit(keyboard, writing=False) as unit:
        assert [(one.minutes, one.why) for one in offers.notes_of(unit, amy.id)] == [(240, ""), (180, "–")]


@pytest.mark.parametrize(
    ("terms", "words"),
    [
        ({"ends": None}, "only one end"),
        ({"ends": datetime(2026, 4, 20, 7, tzinfo=UTC)}, "not later than the start"),
        ({"number": 2}, "confirmed before"),
        ({"number": 2, "why": "x" * 301}, "301 letters"),
    ],
)
def test_note_that_cannot_be_is_refused(terms: dict[str, object], words: str) -> None:
    moment = datetime(2026, 4, 20, 8, tzinfo=UTC)
    good = Attendance(**FACTS, starts=moment, ends=moment + timedelta(hours=1))
    with pytest.raises(BadInput, match=words):
        attrs.evolve(good, **terms)


# --- sessions, bookings, and time that was not planned


def test_session_is_work_where_its_plugin_says_so_and_paid_where_a_person_does(
    tideline: Store, keyboard: Actor, agree: Callable[..., Placement], work: Callable[..., Any]
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit)
        agree(unit, person="ben", kind=PlacementType.VOLUNTEERING)
        teaches = work(unit, "amy", DAY, time(9), time(11), "harbour-garden", purpose=Purpose.SESSION)
        learns = work(unit, "ben", DAY, time(9), time(11), "harbour-garden", purpose=Purpose.SESSION)
        garden = place(unit, "harbour-garden")
        # No plugin is there to say that it is work: Amy, who is paid, may be, and Ben, who is not, is left out.
        (stretch,) = actions.over_on(unit, garden, DAY)
        assert [(one.claim.id, one.expected) for one in stretch.people] == [(teaches.id, False)]
        assert actions.not_confirmed(unit, garden, Period(DAY, DAY)) == {}
        assert offers.worked(unit, Period(DAY, DAY), garden) == []
    tideline.dispatch = Saying(frozenset({teaches.id}))
    with tideline.unit(keyboard) as unit:
        assert actions.not_confirmed(unit, garden, Period(DAY, DAY)) == {DAY: 1}
        actions.confirm(unit, garden, DAY, {teaches.id: Note(time=teaches.interval)})
        assert [one.time for one in offers.worked(unit, Period(DAY, DAY), garden)] == [teaches.interval]
        with pytest.raises(BadInput, match="no work of"):
            actions.confirm(unit, garden, DAY, {learns.id: Note(time=learns.interval)})


class Saying:
    """A plugin that says which claims are work."""

    def __init__(self, ids: frozenset[str]) -> None:
        self.ids = ids

    def tell(self, *_told: object) -> tuple[str, ...]:
        return ()

    def collect(self, _unit: object, event: str, _facts: object) -> list[tuple[str, Any]]:
        return [("training", self.ids)] if event == "at_work" else []


def test_time_that_was_not_planned_is_confirmed_as_it_is_added(
    tideline: Store, keyboard: Actor, agree: Callable[..., Placement], work: Callable[..., Any]
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit)
        cafe = place(unit)
        shift = work(unit, "amy", DAY, time(9), time(11))
        debrief = Interval(shift.ends, shift.ends + timedelta(minutes=20))
        note = actions.add_time(unit, cafe, "amy", debrief, "Debrief")
        assert (note.minutes, note.day) == (20, DAY)
        with pytest.raises(diary.Taken):
            actions.add_time(unit, cafe, "amy", debrief, "Debrief")
        with pytest.raises(BadInput, match="nobody is paid there by that name"):
            actions.add_time(unit, cafe, "ben", debrief, "Debrief")
        to_come = Interval(unit.now, unit.now + timedelta(hours=1))
        with pytest.raises(BadInput, match="is not over"):
            actions.add_time(unit, cafe, "amy", to_come, "Debrief")


@pytest.mark.parametrize(("slug", "said"), [("harbour-garden", False), ("tideline-cafe", True), (None, False)])
def test_time_that_is_taken_says_what_by_only_where_it_is_of_the_same_business(
    tideline: Store, keyboard: Actor, agree: Callable[..., Placement], slug: str | None, said: bool
) -> None:
    with tideline.unit(keyboard) as unit:
        agree(unit)
        when = Interval(at(DAY, time(9), LONDON), at(DAY, time(10), LONDON))
        where = place(unit, slug) if slug else None
        diary.claim(unit, "amy", when.starts, when.ends, Purpose.WORK, "Hospital", business=where)
        with pytest.raises(diary.Taken, match="is taken on") as taken:
            actions.add_time(unit, place(unit), "amy", when, "Debrief")
    assert ("Hospital" in str(taken.value)) is said


# --- nobody is in two places at once, and no hour is paid before it has passed


@pytest.mark.parametrize("until", [time(14, 1), time(15)])
def test_hours_that_are_in_other_confirmed_ones_are_refused(
    tideline: Store, keyboard: Actor, shift: dict[str, Claim], until: time
) -> None:
    early, late = shift["amy"].id, shift["late"].id
    longer = Note(time=there(time(9), until))
    with pytest.raises(NotThen, match="in others that are confirmed") as refused:
        confirm(tideline, keyboard, **{early: longer, late: planned(shift["late"])})
    assert refused.value.claim in {early, late}
    confirm(tideline, keyboard, **{late: planned(shift["late"])})
    with pytest.raises(NotThen):
        confirm(tideline, keyboard, **{early: longer})
    assert minutes(tideline, keyboard)["amy"] == 4 * 60 + 2 * 60  # the first as planned: nothing was kept of it


def test_hours_that_touch_others_and_those_of_somebody_else_are_kept(
    tideline: Store, keyboard: Actor, shift: dict[str, Claim]
) -> None:
    said = {"amy": Note(time=there(time(9), time(14))), "ben": Note(time=there(time(9), time(15)))}
    confirm(tideline, keyboard, **{shift[name].id: note for name, note in said.items()})
    confirm(tideline, keyboard, **{shift["late"].id: planned(shift["late"])})
    assert minutes(tideline, keyboard) == {"amy": 7 * 60, "ben": 6 * 60}


def test_correction_may_free_the_time_for_another(
    tideline: Store, keyboard: Actor, shift: dict[str, Claim]
) -> None:
    confirm(tideline, keyboard, **{shift["amy"].id: Note(time=there(time(9), time(14)))})
    both = {
        shift["amy"].id: Note(time=there(time(9), time(12)), why="She left early."),
        shift["late"].id: Note(time=there(time(13), time(16))),
    }
    assert len(confirm(tideline, keyboard, **both)) == 2


def test_time_that_is_not_over_is_refused(tideline: Store, keyboard: Actor, shift: dict[str, Claim]) -> None:
    days = timedelta(days=12)  # until the noon of the one who confirms, and an hour
    with pytest.raises(NotThen, match="not over"):
        confirm(tideline, keyboard, **{shift["amy"].id: Note(time=there(time(9), time(14), later=days))})


def test_time_that_is_added_is_not_in_confirmed_hours(
    tideline: Store, keyboard: Actor, shift: dict[str, Claim]
) -> None:
    # The diary knows the plan alone, until one o'clock; she was there until half past.
    confirm(tideline, keyboard, **{shift["amy"].id: Note(time=there(time(9), time(13, 30)))})
    with tideline.unit(keyboard) as unit, pytest.raises(NotThen):
        actions.add_time(unit, place(unit), "amy", there(time(13), time(14)), "Debrief")
    with tideline.unit(keyboard) as unit:
        actions.add_time(unit, place(unit), "amy", there(time(13, 30), time(14)), "Debrief")
