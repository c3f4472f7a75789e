"""From a pattern to claims in people's weeks, on each database."""

from datetime import UTC, date, datetime, time, timedelta
from functools import partial

import attrs
import pytest

from alongside.api import diary, enterprise, people
from alongside.api.rules import Promise
from alongside.api.store import Actor
from alongside.api.values import LONDON, BadInput, Interval, NotAllowed, Period, at
from alongside.placements.actions import answer_leave, ask_for_leave
from alongside_cafe import reactions
from alongside_cafe.actions import days, drafting, looking, looking_again, planning
from alongside_cafe.actions.asking import problem_to_check
from alongside_cafe.availability import FreeHours
from alongside_cafe.pages import rota as rota_page
from alongside_cafe.pattern import OpeningPattern, ShiftTemplate
from alongside_cafe.search import search
from alongside_cafe.tables import TEMPLATES

from .test_cafe_edges import shown, visit

MONDAY = date(2026, 11, 30)
WEEK = Period(MONDAY, MONDAY + timedelta(days=6))


def think(asked):
    return drafting.think(asked, partial(search, work=0.2, seconds=20))


def hers(cafe, person):
    with cafe.unit(writing=False) as unit:
        return {(one.starts, one.ends) for one in diary.week_of(unit, person, MONDAY, LONDON)}


def on_rota(rota, person):
    return {(shift.starts, shift.ends) for shift in rota.shifts if person in rota.on(shift)}


def test_filled_rota_stands_in_each_persons_week_and_breaks_no_rule(cafe):
    asked = cafe.ask()
    done = cafe.settle(asked, drafting.think(asked))
    assert done.filled == done.rota.places == 20
    assert {who: hers(cafe, who) for who in done.rota.people} == {
        who: on_rota(done.rota, who) for who in done.rota.people
    }
    with cafe.unit(writing=False) as unit:
        assert looking_again.faults(unit, cafe.business.id, WEEK) == []


def test_check_finds_time_that_was_given_away_behind_the_rota(cafe):
    done = cafe.fill()
    with cafe.unit() as unit:
        diary.release(unit, done.rota.assignments[0].claim)
    with cafe.unit(writing=False) as unit:
        (fault,) = looking_again.faults(unit, cafe.business.id, WEEK)
    assert "the diary holds no time of" in fault


def test_filling_again_changes_nothing_where_nothing_has_changed(cafe):
    first = cafe.fill()
    again = cafe.fill()
    assert again.changed == 0
    assert again.rota == first.rota


def test_filling_again_takes_who_is_away_off_and_says_how_many_changed(cafe):
    first = cafe.fill()
    rosa = cafe.people["Rosa Delgado"]
    had = on_rota(first.rota, rosa)
    with cafe.unit() as unit:
        planning.set_availability(unit, cafe.business.id, rosa, (), ())
    again = cafe.fill()
    assert had
    assert again.changed >= len(had)
    assert hers(cafe, rosa) == set()


def test_shift_that_has_begun_keeps_who_is_on_it(cafe):
    first = cafe.fill()
    cafe.store.clock = lambda: datetime(2026, 12, 1, 12, tzinfo=UTC)
    with cafe.unit() as unit:
        for person in cafe.people.values():
            planning.set_availability(unit, cafe.business.id, person, (), ())
    cafe.fill()
    with cafe.unit(writing=False) as unit:
        stands = looking.week(unit, cafe.business.id, MONDAY).rota
    begun = [shift for shift in first.rota.shifts if shift.day <= date(2026, 12, 1)]
    assert len(begun) == 4
    assert [stands.on(shift) for shift in begun] == [first.rota.on(shift) for shift in begun]
    assert {stands.by_id[one.shift].day for one in stands.assignments} == {shift.day for shift in begun}


def test_time_taken_while_the_rota_was_thought_of_leaves_the_place_open_with_its_reason(cafe):
    asked = cafe.ask()
    thought = think(asked)
    lost = thought.answer.assignments[0]
    shift = next(one for one in asked.problem.shifts if one.id == lost.shift)
    with cafe.unit() as unit:
        diary.ensure_person(unit, lost.person)
        diary.claim(
            unit, lost.person, shift.during.starts, shift.during.ends, diary.Purpose.BOOKING, "Band practice"
        )
    done = cafe.settle(asked, thought)
    with cafe.unit(writing=False) as unit:
        week = looking.week(unit, cafe.business.id, MONDAY)
        name = people.names_of(unit, [lost.person])[lost.person]
    assert done.filled == 19
    sentences = [week.why[gap.id] for gap in done.rota.gaps if gap.place is not None]
    assert sentences == [f"{name} was free when this was planned, and is not any more."]


def test_rota_that_breaks_a_rule_is_refused_in_words_and_nothing_is_written(cafe):
    asked = cafe.ask()
    thought = think(asked)
    one = thought.answer.assignments[0]
    unskilled = attrs.evolve(one, person=cafe.people["Leah Osei"])  # she cannot cook: place 0 is in the kitchen
    broken = attrs.evolve(
        thought, answer=attrs.evolve(thought.answer, assignments=(unskilled, *thought.answer.assignments[1:]))
    )
    with pytest.raises(drafting.BrokenRota, match=r"breaks a rule, so nothing was changed.*Leah Osei"):
        cafe.settle(asked, broken)
    with cafe.unit(writing=False) as unit:
        assert looking.week(unit, cafe.business.id, MONDAY).rota.shifts == ()
    assert cafe.settle(asked, thought).filled == 20


def test_second_café_is_a_row_and_nobody_is_in_both_at_once(cafe, placed):
    with cafe.unit() as unit:
        harbour = enterprise.add_business(unit, "Harbour Café", "cafe", opened=date(2024, 1, 1))
        mornings = OpeningPattern(tuple(line.template for line in planning.pattern(unit, cafe.business.id)))
        planning.set_pattern(unit, harbour.id, mornings)
        for person in cafe.people.values():
            placed(unit, person, harbour)
    first = cafe.fill()
    second = cafe.fill(business=harbour)
    assert second.filled < second.rota.places == 20
    assert {one.business for one in second.rota.assignments} <= {harbour.id}
    for person in cafe.people.values():
        assert len(hers(cafe, person)) == len(on_rota(first.rota, person)) + len(on_rota(second.rota, person))
    with cafe.unit(writing=False) as unit:
        assert looking.week(unit, cafe.business.id, MONDAY).rota == first.rota


def test_break_within_a_shift_of_another_café_is_known_and_that_of_other_work_is_none(cafe, placed):
    with cafe.unit() as unit:
        harbour = enterprise.add_business(unit, "Harbour Café", "cafe", opened=date(2024, 1, 1))
        for person in cafe.people.values():
            placed(unit, person, harbour)
    first = cafe.fill()
    with cafe.unit() as unit:
        saturday = [at(MONDAY + timedelta(days=5), time(hour), LONDON) for hour in (9, 13)]
        rosa = cafe.people["Rosa Delgado"]
        diary.claim(unit, rosa, *saturday, diary.Purpose.WORK, "Studio")
    with cafe.unit(writing=False) as unit:
        problem = problem_to_check(unit, harbour.id, WEEK, (), ())
    for one in problem.workers:
        assert set(one.breaks) == {(Interval(*during), 30) for during in on_rota(first.rota, one.id)}
        assert (Interval(*saturday) in one.work) == (one.id == rosa)


def test_café_of_events_alone_and_no_week_that_repeats_fills_its_rota(cafe):
    event = ShiftTemplate(
        weekday=5, starts=time(12), ends=time(16), job="Wedding", places=(frozenset({"front"}),) * 2
    )
    with cafe.unit() as unit:
        for line in planning.pattern(unit, cafe.business.id):
            unit.remove(TEMPLATES, line)
        for name in ("Rosa Delgado", "Ben Hartley", "Leah Osei"):
            hours = [FreeHours(5, time(8), time(20))]
            planning.set_availability(unit, cafe.business.id, cafe.people[name], hours)
    with pytest.raises(BadInput, match="no opening pattern yet"):
        cafe.ask()
    with cafe.unit() as unit:
        days.add_one_off(unit, cafe.business.id, MONDAY + timedelta(days=5), event)
    with cafe.unit(writing=False) as unit:
        page = shown(rota_page(visit(cafe, unit, query={"week": str(MONDAY)})))
    assert 'name="weeks"' not in page or "What every week needs" not in page
    done = cafe.fill()
    assert [(one.job, done.rota.open_on(one)) for one in done.rota.shifts] == [("Wedding", 0)]
    assert looking_at(cafe) == []


def looking_at(cafe):
    with cafe.unit(writing=False) as unit:
        return looking_again.faults(unit, cafe.business.id, WEEK)


def test_member_may_set_her_own_hours_and_nobody_elses(cafe):
    rosa, ben = cafe.people["Rosa Delgado"], cafe.people["Ben Hartley"]
    with cafe.store.unit(Actor.person(rosa, "Rosa Delgado")) as unit:
        assert planning.set_availability(unit, cafe.business.id, rosa, ()).hours == ()
        with pytest.raises(NotAllowed):
            planning.set_availability(unit, cafe.business.id, ben, ())
        with pytest.raises(NotAllowed):
            drafting.ask(unit, cafe.business.id, MONDAY, 1)


def test_café_without_a_pattern_is_told_to_set_one(cafe):
    with cafe.unit() as unit:
        planning.set_pattern(unit, cafe.business.id, OpeningPattern(()))
    with pytest.raises(BadInput, match="Set which shifts each week needs first"):
        cafe.ask()


class Promised:
    """A dispatch that knows of one promise about the café."""

    def __init__(self, made):
        self.made = made

    def tell(self, *_):
        return ()

    def collect(self, _unit, event, _facts):
        return [("cafe", (self.made,))] if event == "stricter_rules" else []


def test_rota_that_stands_names_its_weeks_under_a_promise_until_it_is_filled_again(cafe):
    cafe.fill()
    first = date(2026, 12, 2)
    # A shift ends at two or three, and the next begins at eight or nine.
    made = Promise(rule="uk.daily-rest", value=20, first_day=first, by="The members", source="their minutes")

    def under(promise=made):
        with cafe.unit(writing=False) as unit:
            return reactions.under_promise(unit, promise)

    assert under() == ()  # nobody is held to it
    cafe.store.dispatch = Promised(made)
    (short,) = under()
    assert short.path == f"/cafe/{cafe.business.slug}/rota?week={MONDAY}"
    assert str(short.said).startswith("Shifts of the week from Monday 30 November that break the promise: ")
    assert under(attrs.evolve(made, rule="uk.minimum-wage", value=5000)) == ()
    assert under(attrs.evolve(made, first_day=date(2026, 12, 7))) == ()
    cafe.fill()
    assert under() == ()


def test_days_off_that_were_granted_are_kept_free_by_the_next_fill(cafe):
    before = {one.person for one in cafe.fill().rota.assignments}
    rosa, first = cafe.people["Rosa Delgado"], MONDAY + timedelta(days=7)
    assert rosa in before
    with cafe.unit() as unit:
        wish = ask_for_leave(unit, first, first + timedelta(days=6), rosa)
    assert [one.busy for one in cafe.ask(first=first).problem.workers if one.id == rosa] == [()]
    with cafe.unit() as unit:
        answer_leave(unit, wish.id, yes=True)
    done = cafe.fill(first=first)
    assert rosa not in {one.person for one in done.rota.assignments}
    with cafe.unit() as unit:
        answer_leave(unit, wish.id, yes=False, words="Two others fell ill.")
    assert rosa in {one.person for one in cafe.fill(first=first).rota.assignments}
