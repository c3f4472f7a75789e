"""The pages about hours: whoever runs a business keeps who was there; everybody sees and questions her own."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from types import SimpleNamespace
from typing import Any

import attrs
import pytest

from alongside.display import Edition
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.messages.tables import MESSAGES
from alongside.placements import PART, actions, offers
from alongside.placements.hours_question import NotRight
from alongside.placements.pages import attending, own_hours
from alongside.refusal import BadInput, NotAllowed, NotFound, SomebodyWasFaster
from alongside.store import Actor, Store
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo
from alongside.web.visit import Form, Visit, Visitor

from .conftest import place
from .test_attendance import DAY

PARTS = {"placements": "alongside.placements", "web": "alongside.web", "enterprise": "alongside.enterprise"}
ADDRESS = f"?business=tideline-cafe&day={DAY.isoformat()}"
BEN = Actor.person("ben", "Ben Roe")
AMY = Actor.person("amy", "Amy Lind")


@pytest.fixture
def run(tideline: Store, keyboard: Actor, work: Any, agree: Any) -> Any:
    """Ben runs the café; Amy worked there from 9 to 1 on a day that is over."""
    tideline.clock = lambda: datetime(2026, 5, 2, 12, tzinfo=UTC)
    tideline.rights = lambda unit: enterprise.rights_of(unit, {"placements": PART.permissions})
    with tideline.unit(keyboard) as unit:
        agree(unit)
        enterprise.give_role(unit, "ben", "manager", place(unit))
        claim = work(unit, "amy", DAY, time(9), time(13))
    return SimpleNamespace(store=tideline, claim=claim.id)


def asked_for(run: Any, day: date, sent: dict[str, str]) -> Any:
    return visited(run, BEN, attending.send_attendance, _day=day, **sent)


def visited(run: Any, actor: Actor, show: Any, /, _day: date = DAY, **sent: str) -> Any:
    path = {"claim": run.claim}
    query = {"business": "tideline-cafe", "day": _day.isoformat()}
    with run.store.unit(actor, writing=bool(sent)) as unit:
        host: Any = SimpleNamespace(parts=[PART])
        visit = Visit(
            host=host, unit=unit, visitor=Visitor(actor, actor.name), part="placements", path=path,
            query=Form(tuple(query.items())), form=Form(tuple(sent.items())), zone="Europe/London",
            today=enterprise.today(unit), edition=Edition.STANDARD,
        )  # fmt: skip
        return show(visit)


def noted(run: Any) -> list[tuple[int, str]]:
    with run.store.unit(BEN, writing=False) as unit:
        return [(one.minutes, one.why) for one in offers.notes_of(unit, run.claim)]


def test_whoever_runs_the_business_keeps_who_was_there_with_one_press(run: Any) -> None:
    answer = visited(run, BEN, attending.send_attendance, **{f"{run.claim}-mark": "planned"})
    assert isinstance(answer, GoTo)
    assert noted(run) == [(240, "")]


@pytest.mark.parametrize(
    ("since", "until", "minutes"), [("9:30", "12:00", 150), ("22:00", "2:00", 240), ("09:00", "13:00", 240)]
)
def test_other_times_are_kept_and_may_reach_over_midnight(run: Any, since: str, until: str, minutes: int) -> None:
    sent = {"mark": "other", "since": since, "until": until}
    visited(run, BEN, attending.send_attendance, **{f"{run.claim}-{name}": said for name, said in sent.items()})
    assert noted(run) == [(minutes, "")]


def test_other_times_of_a_night_are_of_the_morning_after_it(run: Any, keyboard: Actor, work: Any) -> None:
    with run.store.unit(keyboard) as unit:
        night = work(unit, "amy", DAY, time(22), time(4))
    sent = {"mark": "other", "since": "1:00", "until": "3:00"}
    others = {f"{run.claim}-mark": "planned"}
    mine = {f"{night.id}-{name}": said for name, said in sent.items()}
    visited(run, BEN, attending.send_attendance, **others, **mine)
    with run.store.unit(BEN, writing=False) as unit:
        (note,) = offers.notes_of(unit, night.id)
    assert night.starts < note.starts < note.ends < night.ends


def test_time_that_the_clocks_leave_out_is_refused_beside_its_field(run: Any, keyboard: Actor, work: Any) -> None:
    # On 29 March 2026 the clocks go from one to two: half past one is half past two, after the quarter past.
    spring = date(2026, 3, 29)
    with run.store.unit(keyboard) as unit:
        night = work(unit, "amy", spring, time(0), time(6))
    said = {"mark": "other", "since": "1:30", "until": "2:15"}
    view = asked_for(run, spring, {f"{night.id}-{name}": value for name, value in said.items()})
    (row,) = view.facts["stretches"][0]["rows"]
    assert "left out" in str(row["form"].until.errors)


@pytest.mark.parametrize(
    ("since", "until", "which", "minutes"),
    [
        ("22:00", "1:30", ("", "first"), 210),  # two hours until midnight, and an hour and a half
        ("22:00", "1:30", ("", "second"), 270),  # the same, and the hour that came twice
        ("1:30", "4:00", ("first", ""), 210),  # half past one in summer is half past midnight in winter
        ("1:30", "4:00", ("second", ""), 150),
        ("1:30", "1:30", ("first", "second"), 60),
        ("1:45", "1:15", ("first", "second"), 30),
    ],
)
def test_time_that_comes_twice_in_october_is_asked_about_and_kept_as_it_was_meant(
    run: Any, keyboard: Actor, work: Any, since: str, until: str, which: tuple[str, str], minutes: int
) -> None:
    # On 25 October 2026 the clocks go from two back to one. The night is from ten to six, nine hours long.
    saturday = date(2026, 10, 24)
    run.store.clock = lambda: datetime(2026, 10, 26, 12, tzinfo=UTC)
    with run.store.unit(keyboard) as unit:
        night = work(unit, "amy", saturday, time(22), time(6))
    sent = {f"{night.id}-mark": "other", f"{night.id}-since": since, f"{night.id}-until": until}
    (row,) = asked_for(run, saturday, sent).facts["stretches"][0]["rows"]
    twice = [name for name, one in zip(("since_which", "until_which"), which, strict=True) if one]
    assert [one.short_name for one in row["form"] if one.errors] == twice[:1]
    both = {f"{night.id}-since_which": which[0], f"{night.id}-until_which": which[1]}
    assert isinstance(asked_for(run, saturday, sent | both), GoTo)
    with run.store.unit(BEN, writing=False) as unit:
        (note,) = offers.notes_of(unit, night.id)
    assert note.minutes == minutes
    # Opened again, the page says the same, so that keeping it changes nothing.
    (row,) = visited(run, BEN, attending.attendance, _day=saturday).facts["stretches"][0]["rows"]
    assert (row["form"].since_which.value, row["form"].until_which.value) == which


def test_which_of_two_times_is_asked_only_of_a_time_that_comes_twice(run: Any, keyboard: Actor, work: Any) -> None:
    saturday = date(2026, 10, 24)
    run.store.clock = lambda: datetime(2026, 10, 26, 12, tzinfo=UTC)
    with run.store.unit(keyboard) as unit:
        night = work(unit, "amy", saturday, time(22), time(6))
    (row,) = visited(run, BEN, attending.attendance, _day=saturday).facts["stretches"][0]["rows"]
    assert row["form"].since_which.unasked
    sent = {f"{night.id}-mark": "other", f"{night.id}-since": "23:00", f"{night.id}-until": "1:00"}
    (row,) = asked_for(run, saturday, sent).facts["stretches"][0]["rows"]
    assert row["form"].since_which.unasked
    assert row["form"].until_which.mistake
    assert isinstance(asked_for(run, saturday, sent | {f"{night.id}-until": "2:00"}), GoTo)


def test_times_that_are_missing_are_asked_for_beside_their_fields(run: Any) -> None:
    view = visited(run, BEN, attending.send_attendance, **{f"{run.claim}-mark": "other"})
    (row,) = view.facts["stretches"][0]["rows"]
    assert [one.short_name for one in row["form"] if one.errors] == ["since", "until"]
    assert noted(run) == []


def test_change_without_a_reason_is_refused_beside_its_field_and_nothing_is_kept(run: Any) -> None:
    visited(run, BEN, attending.send_attendance, **{f"{run.claim}-mark": "planned"})
    view = visited(run, BEN, attending.send_attendance, **{f"{run.claim}-mark": "away"})
    (row,) = view.facts["stretches"][0]["rows"]
    assert row["form"].why.errors
    assert noted(run) == [(240, "")]


def test_reason_that_is_too_long_is_refused_and_not_passed_over(run: Any) -> None:
    visited(run, BEN, attending.send_attendance, **{f"{run.claim}-mark": "planned"})
    sent = {f"{run.claim}-mark": "away", f"{run.claim}-why": "x" * 301}
    (row,) = visited(run, BEN, attending.send_attendance, **sent).facts["stretches"][0]["rows"]
    assert row["form"].why.errors
    assert noted(run) == [(240, "")]


def test_somebody_who_runs_nothing_sees_nothing_of_it(run: Any) -> None:
    for do in (attending.attendance, attending.send_attendance):
        with pytest.raises(NotAllowed):
            visited(run, AMY, do, **({} if do is attending.attendance else {"x": "y"}))


def test_member_asks_about_her_hours_and_is_told_the_answer(run: Any) -> None:
    visited(run, BEN, attending.send_attendance, **{f"{run.claim}-mark": "planned"})
    visited(run, AMY, own_hours.send_question, what="longer", words="I washed up.")
    (asked,) = visited(run, BEN, attending.attendance).facts["questions"]
    assert (asked["name"], asked["question"].words) == ("Amy Lind", "I washed up.")
    act = f"answer:{asked['question'].id}"
    visited(run, BEN, attending.send_attendance, do=act, words="You are right, we have changed it.")
    seen = visited(run, AMY, own_hours.stretch).facts
    assert (seen["waits"], seen["questions"][0].answer) == (False, "You are right, we have changed it.")
    with run.store.unit(BEN, writing=False) as unit:
        told = {(one.person, one.key.split(":")[1]) for one in unit.find(MESSAGES)}
    assert told == {("ben", "asked"), ("amy", "answered")}


def test_question_that_waits_is_not_asked_twice(run: Any) -> None:
    visited(run, AMY, own_hours.send_question, what="longer")
    with pytest.raises(BadInput, match="asked about this already"):
        visited(run, AMY, own_hours.send_question, what="longer")


def test_nobody_sees_or_asks_about_the_hours_of_another(run: Any) -> None:
    for do in (own_hours.stretch, lambda visit: actions.ask_about(visit.unit, run.claim, NotRight.LONGER)):
        with pytest.raises(NotFound):
            visited(run, BEN, do)


@pytest.mark.parametrize("edition", [Edition.STANDARD, Edition.EASY])
def test_pages_say_it_in_both_editions(run: Any, edition: Edition) -> None:
    visited(run, AMY, own_hours.send_question, what="longer", words="I washed up.")
    display = Display(PARTS)
    for actor, do in ((AMY, own_hours.hours), (AMY, own_hours.stretch), (BEN, attending.attendance)):
        html = display.render("placements", visited(run, actor, do), edition=edition, zone="Europe/London")
        assert "9:00" in html or "9\xa0o’clock" in html
        if edition is Edition.EASY:
            assert easy_read_faults(html) == []


def test_time_that_was_not_planned_is_added_on_the_page_or_refused_beside_the_field(run: Any) -> None:
    sent = {"do": "add", "person": "amy", "what": "Debrief", "since": "13:00", "until": "13:20"}
    answer = visited(run, BEN, attending.send_attendance, **sent)
    assert isinstance(answer, GoTo)
    with run.store.unit(BEN, writing=False) as unit:
        assert [one.minutes for one in offers.every_note(unit, "amy")] == [20]
    again = visited(run, BEN, attending.send_attendance, **sent)
    assert [field.short_name for field in again.facts["adding"] if field.mistake] == ["since"]
    nobody = visited(run, BEN, attending.send_attendance, **{**sent, "person": "ben"})
    assert [field.short_name for field in nobody.facts["adding"] if field.mistake] == ["person"]
    page = Display(PARTS).render("placements", again, edition=Edition.EASY)
    assert easy_read_faults(page) == []


def test_session_that_somebody_learns_in_is_no_paid_time_until_it_is_said(
    run: Any, keyboard: Actor, work: Any
) -> None:
    from alongside.diary.claim import Purpose

    with run.store.unit(keyboard) as unit:
        learns = work(unit, "amy", DAY, time(15), time(16), purpose=Purpose.SESSION)
    planned = {f"{run.claim}-mark": "planned"}
    visited(run, BEN, attending.send_attendance, **planned, **{f"{learns.id}-mark": "unpaid"})
    with run.store.unit(BEN, writing=False) as unit:
        assert offers.notes_of(unit, learns.id) == []
    visited(run, BEN, attending.send_attendance, **planned, **{f"{learns.id}-mark": "planned"})
    with run.store.unit(BEN, writing=False) as unit:
        assert [one.minutes for one in offers.notes_of(unit, learns.id)] == [60]


def test_who_was_there_is_asked_in_a_sentence_where_every_business_is_closed(run: Any, keyboard: Actor) -> None:
    with run.store.unit(keyboard) as unit:
        for business in enterprise.all_businesses(unit):
            enterprise.close_business(unit, business, DAY)
    run.store.clock = lambda: datetime(2026, 6, 2, 12, tzinfo=UTC)
    with pytest.raises(BadInput, match="no business is open"):
        visited(run, keyboard, attending.attendance)


def test_of_two_who_note_one_stretch_at_once_the_later_hears_that_somebody_was_faster(run: Any) -> None:
    visited(run, BEN, attending.send_attendance, **{f"{run.claim}-mark": "planned"})
    with pytest.raises(SomebodyWasFaster), run.store.unit(BEN) as unit:
        (there,) = offers.notes_of(unit, run.claim)
        offers.note_attendance(unit, attrs.evolve(there, id="other"))
