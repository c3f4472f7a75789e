"""The rota proven: random cafés, a whole year, and faults planted in the model, each caught by the checker."""

from collections.abc import Callable
from datetime import date, time, timedelta

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.api.values import LONDON, local
from alongside_cafe import model as models
from alongside_cafe import one_week
from alongside_cafe import search as over_weeks
from alongside_cafe.as_values import rota_in
from alongside_cafe.availability import Availability, DayHours, FreeHours
from alongside_cafe.checker import check
from alongside_cafe.coaching import coached
from alongside_cafe.model import openings, people, working_time
from alongside_cafe.pattern import OpeningPattern, ShiftTemplate, shifts_of
from alongside_cafe.problem import Ending, Problem, Waiver
from alongside_cafe.search import search
from alongside_cafe.shift import KEY_HOLDER, Assignment
from alongside_cafe.wages import wages
from alongside_cafe.worker import Coach, Held, Worker

from .test_rota_fill import (
    ALWAYS,
    ANY,
    EARLY,
    FOOD,
    LATE,
    LIMITS,
    MONDAY,
    NEXT,
    NOON,
    PLANTED,
    WEEK,
    hours,
    on,
    problem,
    shift,
    worker,
)  # fmt: skip

NAMES = ("Ana", "Ben", "Cy", "Dee", "Eve")
SEARCHING = (one_week, over_weeks)


@st.composite
def cafes(draw) -> Problem:
    """A café of some days over two weeks, with everything that a question can hold."""
    marks = draw(st.lists(st.tuples(st.integers(0, 13), st.sampled_from((6, 8, 13, 19))), max_size=7, unique=True))
    shifts = [
        shift(
            day,
            starts,
            draw(st.integers(3, 8)),
            *draw(st.lists(st.sampled_from((ANY, FOOD)), min_size=1, max_size=3)),
            key=draw(st.booleans()),
            learning=draw(st.sampled_from(((), ("food",)))),
            break_minutes=draw(st.sampled_from((None, 0, 20, 30))),
        )
        for day, starts in sorted(marks)
    ]
    names = NAMES[: draw(st.integers(1, 5))]
    there = [draw(persons(name, names, tuple(one.id for one in shifts))) for name in names]
    pairs = st.sampled_from([frozenset({a, b}) for a in names for b in names if a < b] or [None])
    apart, beside = ({one for one in draw(st.lists(pairs, max_size=2)) if one} for _ in range(2))
    return problem(
        shifts,
        there,
        apart=frozenset(apart),
        beside=frozenset(beside - apart),
        coached_at_once=draw(st.integers(1, 2)),
        today=MONDAY,
    )


@st.composite
def persons(draw, name: str, names: tuple[str, ...], shifts: tuple[str, ...]) -> Worker:
    skills = [
        Held(skill, draw(st.sampled_from((None, MONDAY))))
        for skill in ("food", "key_holder")
        if draw(st.booleans())
    ]
    some = st.frozensets(st.sampled_from(shifts), max_size=2) if shifts else st.just(frozenset())
    wants = draw(some)
    others = [one for one in names if one != name]
    learns = draw(st.booleans())
    return worker(
        name,
        *skills,
        availability=draw(
            st.sampled_from((ALWAYS, Availability(ALWAYS.hours, frozenset({MONDAY})), MORNINGS, DATED))
        ),
        most_minutes=draw(st.sampled_from((400, 900, 2880))),
        own_most=draw(st.sampled_from((None, None, 600))),
        opted_out=draw(st.sampled_from((False, False, True))),
        agreed_minutes=draw(st.sampled_from((0, 400, 900))),
        under_18=draw(st.booleans()),
        work=tuple(
            draw(st.lists(st.builds(hours, st.integers(-1, 14), st.just(9), st.integers(1, 8)), max_size=1))
        ),
        coaches=frozenset(draw(st.lists(st.builds(Coach, st.sampled_from(others), SINCE, UNTIL), max_size=2)))
        if others
        else frozenset(),
        wants=wants,
        rather_not=draw(some) - wants,
        learns=frozenset({"food"}) if learns else frozenset(),
        teaches=frozenset() if learns else frozenset({"food"}),
        plan=draw(st.sampled_from(((), ((MONDAY, 300), (MONDAY + timedelta(days=7), 600))))),
        earlier=draw(st.sampled_from(((), ((MONDAY - timedelta(days=7), 5000),)))),
        underpaid=draw(st.sampled_from((frozenset(), frozenset({MONDAY})))),
        needs_routine=draw(st.booleans()),
        pence=1271,
    )


SINCE, UNTIL = (
    st.sampled_from((None, None, MONDAY + timedelta(days=1))),
    st.sampled_from((None, None, MONDAY)),
)
DATED = Availability(
    tuple(FreeHours(day, time(), time()) for day in range(1, 6)),
    on_days=(DayHours(MONDAY, time(8), time()), DayHours(MONDAY + timedelta(days=1), time(12), time())),
)
MORNINGS = Availability(tuple(FreeHours(day, time(6), time(14)) for day in range(7)))


def roles(asked: Problem, rota: tuple[Assignment, ...]) -> set[tuple[str, str, bool]]:
    sizes = {one.id: len(one.places) for one in asked.shifts}
    return {(one.shift, one.person, one.place < sizes[one.shift]) for one in rota}


@pytest.mark.proof
@settings(max_examples=150, deadline=None)
@given(cafes(), st.data())
def test_no_rule_is_ever_broken_by_a_fill_or_a_fill_again_and_filling_twice_adds_nothing(
    asked: Problem, data
) -> None:
    first = search(asked, 4.0, 30.0)
    assert check(asked, first.assignments) == ()
    told = attrs.evolve(asked, published=frozenset(first.assignments))
    again = search(told, 4.0, 30.0)
    assert roles(asked, again.assignments) == roles(asked, first.assignments)
    changed = _somebody_is_ill(told, data)
    after = search(changed, 4.0, 30.0)
    assert check(changed, after.assignments) == ()
    assert after.ending is Ending.BEST


def _somebody_is_ill(asked: Problem, data) -> Problem:
    """The same question with a week that may not change any more, and somebody away from then on."""
    until = MONDAY + timedelta(days=data.draw(st.integers(0, 9)))
    who = data.draw(st.sampled_from([one.id for one in asked.workers]))
    away = frozenset(until + timedelta(days=n) for n in range(14))
    ill = [
        attrs.evolve(one, availability=attrs.evolve(one.availability, away=one.availability.away | away))
        if one.id == who
        else one
        for one in asked.workers
    ]
    # A shift of the evening before may reach into the first day that she is ill.
    frozen = frozenset(one.id for one in asked.shifts if one.day < until - timedelta(days=1))
    return attrs.evolve(asked, workers=tuple(ill), frozen=frozen, today=until)


@settings(max_examples=12, deadline=None)
@given(cafes())
def test_a_random_café_is_filled_without_a_breach_and_everybody_who_needs_a_coach_has_one(asked: Problem) -> None:
    answer = search(asked, 2.0, 20.0)
    assert check(asked, answer.assignments) == ()
    days = {one.id: one.day for one in asked.shifts}
    coaches = {one.id: one.coaches_on for one in asked.workers}
    there = {(one.shift, one.person) for one in answer.assignments if coaches[one.person](days[one.shift])}
    assert {(one.shift, one.person) for one in coached(asked, answer.assignments)} == there
    assert answer.wages == wages(asked, answer.assignments)
    assert all(layer.cost >= layer.bound for layer in answer.layers)


def test_a_pin_stays_even_where_it_breaks_a_rule_and_nothing_else_does() -> None:
    asked = problem([EARLY, NOON, LATE], [worker("Rosa"), worker("Ben")], pinned=frozenset({on(EARLY), on(NOON)}))
    answer = search(asked, 1.0, 20.0)
    assert {on(EARLY), on(NOON)} <= set(answer.assignments)
    assert {breach.rule for breach in check(asked, answer.assignments)} == {"one_place"}
    assert len(answer.assignments) == 3


def test_who_had_the_place_of_a_pin_gets_another_one_like_it() -> None:
    two = shift(0, 8, 6, ANY, ANY)
    told = frozenset({on(two, "Ana"), on(two, "Ben", 1)})
    there = [worker(name, agreed_minutes=minutes) for name, minutes in (("Ana", 360), ("Ben", 0), ("Cy", 360))]
    asked = problem([two], there, published=told, pinned=frozenset({on(two, "Cy")}), today=MONDAY)
    answer = search(asked, 1.0, 20.0)
    assert check(asked, answer.assignments) == ()
    assert set(answer.assignments) == {on(two, "Cy"), on(two, "Ana", 1)}


def test_after_two_are_ill_the_fewest_days_change_and_past_shifts_stay() -> None:
    shifts = [shift(day, starts, 4, job=f"job{starts}") for day in range(5) for starts in (8, 13)]
    there = [worker(name, agreed_minutes=1200 - 240 * n) for n, name in enumerate(NAMES)]
    asked = problem(shifts, there)
    first = search(asked, 2.0, 20.0)
    assert not first.gaps
    ill = {one.person for one in first.assignments if one.shift.startswith("2-")}
    away = frozenset(MONDAY + timedelta(days=n) for n in range(2, 7))
    sick = [attrs.evolve(w, availability=Availability(ALWAYS.hours, away)) if w.id in ill else w for w in there]
    frozen = frozenset(one.id for one in shifts if one.day < MONDAY + timedelta(days=2))
    lost = {one for one in first.assignments if one.person in ill and one.shift not in frozen}
    again = attrs.evolve(asked, workers=tuple(sick), published=frozenset(first.assignments), frozen=frozen)
    answer = search(again, 2.0, 20.0)
    assert not check(again, answer.assignments)
    assert not answer.gaps
    assert set(first.assignments) - set(answer.assignments) == lost
    change = next(layer for layer in answer.layers if layer.name == "change")
    assert change.proven
    assert change.cost // 10_000 == len(
        {(one.person, one.shift[:1]) for one in set(answer.assignments) - set(first.assignments)}
    )


@pytest.mark.proof
def test_a_year_of_rotas_has_constant_hours_over_both_changes_of_the_clocks_and_breaks_no_rule() -> None:
    day = ((time(8), time(13), "kitchen"), (time(12, 30), time(17), "front"))
    templates = [
        ShiftTemplate(weekday=n, starts=a, ends=b, job=job, places=(FOOD, ANY), key_holder=True)
        for n in range(7)
        for a, b, job in day
    ]
    there = [
        worker(name, Held("food"), Held(KEY_HOLDER), agreed_minutes=1200, most_minutes=1440) for name in NAMES
    ]
    first, seen = date(2026, 1, 5), list[tuple[str, int, time]]()
    rota, everything = list[Assignment](), list[object]()
    for block in range(13):
        begins = first + timedelta(weeks=4 * block)
        shifts = shifts_of(OpeningPattern(tuple(templates)), begins, 4, LONDON)
        known = [attrs.evolve(one, work=_lately(rota, everything, one.id, begins)) for one in there]
        asked = problem(shifts, known)
        answer = search(asked, 6.0, 30.0)
        assert check(asked, answer.assignments) == ()
        rota += answer.assignments
        everything += shifts
        seen += [(one.job, one.minutes, local(one.during.starts, LONDON).time()) for one in shifts]
    assert set(seen) == {("kitchen", 300, time(8)), ("front", 270, time(12, 30))}
    assert len(seen) == 2 * 364
    whole = problem(everything, there)
    assert check(whole, rota) == ()


def _lately(rota, shifts, who: str, begins: date):
    near = {one.id: one for one in shifts if begins - timedelta(days=8) <= one.day < begins}
    return tuple(near[one.shift].during for one in rota if one.person == who and one.shift in near)


# --- faults planted in the model -------------------------------------------------------------------------------


@attrs.frozen
class Fault:
    """A small mistake in the model: what is put in the place of what, and the case that it shows in."""

    rule: str
    plant: Callable[[pytest.MonkeyPatch], None]
    case: tuple | None = None


def without(module, name: str, instead=lambda *_: None) -> Callable[[pytest.MonkeyPatch], None]:
    """A function that writes rows is left out."""
    return lambda patch: patch.setattr(module, name, instead)


def sees(change: Callable[[Problem], Problem]) -> Callable[[pytest.MonkeyPatch], None]:
    """The model is built of another question than was asked."""

    def plant(patch: pytest.MonkeyPatch) -> None:
        for searching in SEARCHING:
            patch.setattr(searching, "build", lambda asked, **more: models.build(change(asked), **more))

    return plant


def adults(**limits) -> Callable[[pytest.MonkeyPatch], None]:
    return sees(
        lambda p: attrs.evolve(p, limits=attrs.evolve(p.limits, adults=attrs.evolve(p.limits.adults, **limits)))
    )


def young(**limits) -> Callable[[pytest.MonkeyPatch], None]:
    return sees(
        lambda p: attrs.evolve(
            p, limits=attrs.evolve(p.limits, under_18=attrs.evolve(p.limits.under_18, **limits))
        )
    )


def each(**change) -> Callable[[pytest.MonkeyPatch], None]:
    """Every person is taken to be otherwise; a function is given what she is."""
    return sees(
        lambda p: attrs.evolve(
            p, workers=tuple(attrs.evolve(w, **{k: v(w) for k, v in change.items()}) for w in p.workers)
        )
    )


def on_the_first_place(patch: pytest.MonkeyPatch) -> None:
    for searching in SEARCHING:
        patch.setattr(
            searching, "rota_in", lambda *asked: tuple(attrs.evolve(one, place=0) for one in rota_in(*asked))
        )


def one_too_many(model, person: Worker, rule: str, shifts) -> None:
    guard = models.Guard(rule=rule, person=person.id)
    model.at_most(guard, [(1, person.id, one.id) for one in shifts], len(shifts))


def _young(**more) -> Worker:
    return worker("Rosa", under_18=True, **more)


def _adult(**more) -> Worker:
    return worker("Rosa", **more)


def for_everybody(asked: Problem) -> Problem:
    shifts = {one.shift for one in asked.waived}
    free = (Waiver(rule="margin", shift=one, person=w.id) for one in shifts for w in asked.workers)
    return attrs.evolve(asked, waived=frozenset(free))


YOUNG_WEEK = ([shift(day, 8, 4) for day in range(3)], [_young(opted_out=True)], {
    "limits": attrs.evolve(LIMITS, under_18=attrs.evolve(LIMITS.under_18, week=600)),
})  # fmt: skip
SHORT = [shift(0, 8, 4, break_minutes=0), shift(0, 12, 4, break_minutes=0, job="till")]
FAULTS = {
    "one place at a time is forgotten": Fault("one_place", without(working_time, "_one_place")),
    "rest is forgotten": Fault("rest", without(working_time, "_rest")),
    "breaks between shifts are forgotten": Fault("break", without(working_time, "_breaks"), (
        SHORT, [_adult()], {},
    )),
    "work elsewhere is a break": Fault("break", each(work=lambda _: ()), (
        [shift(0, 8, 4)], [_adult(work=(hours(0, 12, 4),))], {},
    )),
    "silence about a break is taken for a break": Fault(
        "break", without(openings, "_without_a_break", lambda *_: ()), ([shift(0, 9, 7)], [_adult()], {})
    ),
    "hours are forgotten": Fault("margin", without(working_time, "_hours")),
    "days off are forgotten": Fault("days_off", without(working_time, "_days_off")),
    "days off in a row are forgotten": Fault(
        "more_days_off",
        without(working_time, "_days_off_in_a_row"),
        ([WEEK[n] for n in (0, 2, 3, 4, 6)], [_young()], {}),
    ),
    "the average is forgotten": Fault("average", without(working_time, "_average")),
    "coaches are forgotten": Fault("coach", without(people, "_coaches")),
    "teachers are forgotten": Fault("teacher", without(people, "_teachers"), (
        [shift(0, 8, 6, learning=("food",))], [_adult(learns=frozenset({"food"})), worker("Ben")], {},
    )),
    "who is held back may teach": Fault("teacher", each(held=lambda _: frozenset()), (
        [shift(0, 8, 6, learning=("food",))],
        [
            _adult(learns=frozenset({"food"})),
            worker(
                "Ben", Held("food"), teaches=frozenset({"food"}), held=frozenset({MONDAY}),
                keeps=frozenset({shift(0, 8, 6).id}),
            ),
        ],
        {},
    )),
    "people apart are forgotten": Fault("apart", without(people, "_apart")),
    "everybody is put on the first place": Fault("place", on_the_first_place, (
        [shift(0, 8, 6, ANY, ANY)], [_adult(), worker("Ben")], {},
    )),
    "what may not be together may, by one": Fault("rest", without(working_time, "_forbid", one_too_many)),
    "skills are forgotten": Fault("skill", without(openings, "_kept_from_place", lambda *_: [])),
    "certificates never end": Fault(
        "certificate", each(skills=lambda w: tuple(Held(one.skill) for one in w.skills)), None
    ),
    "an hour of rest is lacking": Fault("rest", adults(rest=600), (
        [shift(0, 12, 9, break_minutes=30), shift(1, 7, 4)], [_adult()], {},
    )),
    "the young rest like adults": Fault("longer_rest", young(rest=660)),
    "one day off fewer": Fault("days_off", adults(days_off=0)),
    "the young have one day off": Fault("more_days_off", young(days_off=1)),
    "the young may work an hour longer": Fault("day_limit", young(day=540)),
    "her own most is an hour off": Fault("own_most", each(own_most=lambda w: w.own_most and w.own_most + 60)),
    "her own most is forgotten": Fault("own_most", each(own_most=lambda _: None)),
    "the house's margin is an hour more": Fault("margin", each(most_minutes=lambda w: w.most_minutes + 60)),
    "the margin is let go for everybody": Fault(
        "margin", without(working_time, "_let_through", lambda *_: True)
    ),
    "what one may have on top another has too": Fault("margin", sees(for_everybody), (
        [EARLY, NEXT], [_adult(most_minutes=700), worker("Ben", availability=Availability(()))],
        {"waived": frozenset({Waiver(rule="margin", shift=NEXT.id, person="Ben")})},
    )),
    "the longest week of the house is forgotten": Fault(
        "long_week", without(working_time, "_of_age", lambda *_: ("long_week", None))
    ),
    "adults have no week's limit": Fault("long_week", adults(week=None)),
    "the young have no week's limit": Fault("week_limit", young(week=None), YOUNG_WEEK),
    "the young opt out like adults": Fault("week_limit", without(
        working_time, "_of_age",
        lambda p, w: ("week_limit", None if w.opted_out else p.limits.of(under_18=w.under_18).week),
    ), YOUNG_WEEK),
    "the average is taken over a week too many": Fault("average", adults(average_weeks=3)),
    "days of leave count in the average": Fault("average", each(left_out=lambda _: ()), (
        [EARLY, NEXT], [_adult(left_out=((MONDAY - timedelta(days=7), 7), (MONDAY, 6)))], {},
    )),
    "opting out is taken for granted": Fault("average", each(opted_out=lambda _: True)),
    "a break is due an hour later": Fault("break", adults(break_after=420)),
    "a short break is long enough": Fault("break", adults(break_length=10)),
    "the young work without a break like adults": Fault("longer_break", young(break_after=360)),
    "the night begins an hour late": Fault("night", young(night=(time(23), time(6)))),
    "the night is not known": Fault("night", young(night=None)),
    "hours that grow may grow faster": Fault("gradual", sees(lambda p: attrs.evolve(p, over_plan=600))),
    "the plan is forgotten": Fault("gradual", each(plan=lambda _: ())),
    "a coach may have one more": Fault(
        "coached_at_once", sees(lambda p: attrs.evolve(p, coached_at_once=p.coached_at_once + 1))
    ),
    "a coach stays one after her last day": Fault("coach", each(
        coaches=lambda w: frozenset(attrs.evolve(one, until=None) for one in w.coaches)), (
        [shift(0, 8, 6, ANY, ANY)],
        [
            _adult(coaches=frozenset({Coach("Ben", until=MONDAY - timedelta(days=1)), Coach("Cy")})),
            worker("Ben"), worker("Cy", availability=Availability(())),
        ],
        {},
    )),
    "anybody is a coach": Fault("coach", each(coaches=lambda _: frozenset())),
    "being away is forgotten": Fault("away", each(availability=lambda _: ALWAYS)),
    "other hours are forgotten": Fault("available", each(availability=lambda _: ALWAYS)),
    "hours of a date are forgotten": Fault(
        "available", each(availability=lambda w: attrs.evolve(w.availability, on_days=())), (
        [EARLY], [_adult(availability=attrs.evolve(ALWAYS, on_days=(DayHours(MONDAY, time(20), time()),)))], {},
    )),
    "the clocks of another country": Fault("available", sees(lambda p: attrs.evolve(p, zone="UTC")), (
        [shift(0, 8, 5)], [_adult(availability=Availability((FreeHours(0, time(7), time(12)),)))], {},
    )),
    "other engagements are forgotten": Fault("busy", each(busy=lambda _: ())),
    "other work is forgotten": Fault("rest", each(work=lambda _: ()), (
        [EARLY], [_adult(work=(hours(-1, 18, 5),))], {},
    )),
    "who is held back is forgotten": Fault("held", each(held=lambda _: frozenset())),
    "pay under the floor is forgotten": Fault("pay_floor", each(underpaid=lambda _: frozenset())),
    "pins are forgotten": Fault("pinned", sees(lambda p: attrs.evolve(p, pinned=frozenset())), (
        [EARLY], [_adult(rather_not=frozenset({EARLY.id})), worker("Ben")], {"pinned": frozenset({on(EARLY)})},
    )),
    "frozen shifts are forgotten": Fault("frozen", sees(lambda p: attrs.evolve(p, frozen=frozenset())), (
        [EARLY, NEXT], [_adult(availability=Availability(ALWAYS.hours, frozenset({MONDAY}))), worker("Ben")],
        {"published": frozenset({on(EARLY)}), "frozen": frozenset({EARLY.id})},
    )),
    "who learns is not asked": Fault("learner", each(learns=lambda w: frozenset({"food"}) - w.teaches)),
}  # fmt: skip


def case_of(fault: Fault) -> Problem:
    if fault.case is None:
        shifts, there, _, more = PLANTED[fault.rule]
        return problem(shifts, there, **more)
    shifts, there, more = fault.case
    return problem(shifts, there, **more)


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_in_the_model_is_caught_by_the_checker(name: str, monkeypatch) -> None:
    fault = FAULTS[name]
    asked = case_of(fault)
    sound = search(asked, 1.0, 20.0)
    assert fault.rule not in {breach.rule for breach in check(asked, sound.assignments)}, "the control"
    fault.plant(monkeypatch)
    faulty = search(asked, 1.0, 20.0)
    assert fault.rule in {breach.rule for breach in check(asked, faulty.assignments)}


def test_thirty_faults_and_more_are_planted() -> None:
    assert len(FAULTS) >= 30
