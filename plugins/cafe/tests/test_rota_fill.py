"""Filling a rota: no answer breaks a hard rule, the checker finds every planted breach, reasons are true."""

import ast
from datetime import date, time, timedelta
from itertools import product
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import alongside_cafe.checker
from alongside.api.values import LONDON, Interval, at
from alongside_cafe.availability import Availability, DayHours, FreeHours, can_work
from alongside_cafe.checker import alone, check
from alongside_cafe.coaching import coached
from alongside_cafe.problem import Ending, Problem, gaps_in
from alongside_cafe.reasons import hindrance, reasons
from alongside_cafe.rules import RULES, Limits, WorkingTime
from alongside_cafe.search import search
from alongside_cafe.shift import KEY_HOLDER, Assignment, Gap, Shift
from alongside_cafe.solving import FillStopped, fill, run
from alongside_cafe.wire import read, written
from alongside_cafe.worker import Coach, Held, Worker

MONDAY = date(2026, 10, 19)  # the clocks go back on the Sunday of this week
ANY, FOOD, KEY = frozenset[str](), frozenset({"food"}), frozenset({KEY_HOLDER})
LIMITS = Limits(
    adults=WorkingTime(
        rest=660, days_off=1, week=2880, break_after=360, break_length=20, average=2880, average_weeks=2
    ),
    under_18=WorkingTime(
        rest=720, days_off=2, day=480, week=2400, break_after=270, break_length=30, night=(time(22), time(6))
    ),
)
ALWAYS = Availability(tuple(FreeHours(day, time(), time()) for day in range(7)))


def shift(
    day: int, starts: int, hours: int, *places: frozenset[str], key: bool = False, job: str = "front", **more
) -> Shift:
    begin = at(MONDAY + timedelta(days=day), time(starts), LONDON)
    return Shift(
        id=f"{day}-{starts:02}-{job}",
        day=MONDAY + timedelta(days=day),
        job=job,
        during=Interval(begin, begin + timedelta(hours=hours)),
        places=places or (ANY,),
        key_holder=key,
        **more,
    )


def worker(name: str, *skills: Held, **more) -> Worker:
    facts = {"availability": ALWAYS, "agreed_minutes": 960, "most_minutes": 1200} | more
    return Worker(id=name, skills=skills, **facts)


def problem(shifts, workers, **more) -> Problem:
    facts = {"limits": LIMITS} | more
    return Problem(zone=LONDON, shifts=tuple(shifts), workers=tuple(workers), **facts)


def on(one: Shift, name: str = "Rosa", place: int = 0) -> Assignment:
    return Assignment(shift=one.id, place=place, person=name)


def hours(day: int, starts: int, length: int) -> Interval:
    return shift(day, starts, length).during


@st.composite
def small_problems(draw, people: int = 3, shifts: int = 4) -> Problem:
    marks = draw(
        st.lists(st.tuples(st.integers(0, 8), st.sampled_from((6, 8, 13, 20))), max_size=shifts, unique=True)
    )
    kinds = st.lists(st.sampled_from((ANY, FOOD)), min_size=1, max_size=2)
    dated = [shift(d, s, draw(st.integers(3, 9)), *draw(kinds), key=draw(st.booleans())) for d, s in sorted(marks)]
    return problem(dated, [draw(workers(f"p{n}")) for n in range(draw(st.integers(1, people)))])


@st.composite
def workers(draw, name: str) -> Worker:
    until = st.sampled_from((None, MONDAY, MONDAY + timedelta(days=4)))
    skills = [Held(skill, draw(until)) for skill in ("food", KEY_HOLDER) if draw(st.booleans())]
    free = st.tuples(st.integers(0, 6), st.sampled_from((6, 8, 12))).map(
        lambda f: FreeHours(f[0], time(f[1]), time())
    )
    dated = st.builds(
        DayHours,
        st.sampled_from((MONDAY, MONDAY + timedelta(days=5))),
        st.sampled_from((time(6), time(12))),
        st.sampled_from((time(16), time())),
    )
    taken = st.builds(hours, st.integers(-2, 8), st.sampled_from((2, 9, 17)), st.integers(1, 8))
    return worker(
        name,
        *skills,
        availability=Availability(
            draw(st.sampled_from((ALWAYS.hours, tuple(draw(st.lists(free, max_size=6)))))),
            on_days=draw(st.sampled_from(((), tuple(draw(st.lists(dated, max_size=2)))))),
        ),
        most_minutes=draw(st.sampled_from((300, 600, 2880))),
        own_most=draw(st.sampled_from((None, None, 400))),
        opted_out=draw(st.sampled_from((False, False, True))),
        under_18=draw(st.booleans()),
        earlier=draw(st.sampled_from(((), ((MONDAY - timedelta(days=7), 5300),)))),
        left_out=draw(st.sampled_from(((), ((MONDAY - timedelta(days=7), 3), (MONDAY, 2))))),
        busy=tuple(draw(st.lists(taken, max_size=1))),
        work=tuple(draw(st.lists(taken, max_size=2))),
        shared=(draw(st.integers(0, 3)),),
        weight=draw(st.sampled_from((0, 1, 1, 480))),
        held=draw(st.sampled_from((frozenset(), frozenset({MONDAY, MONDAY + timedelta(days=2)})))),
    )


def most_filled(asked: Problem) -> int:
    """The most places that any rota without a breach fills, found by trying every rota."""
    places = [(one, n) for one in asked.shifts for n in range(len(one.places))]
    able = [[None] + [p.id for p in asked.workers if not alone(asked, p, one, n)] for one, n in places]
    best = 0
    for rota in product(*able):
        filled = sum(who is not None for who in rota)
        if filled > best:
            given_to = [on(one, who, n) for (one, n), who in zip(places, rota, strict=True) if who]
            best = best if check(asked, given_to) else filled
    return best


@settings(max_examples=60, deadline=None)
@given(small_problems())
def test_search_breaks_no_rule_and_fills_as_many_places_as_trying_every_rota(asked: Problem) -> None:
    answer = search(asked, 1.0, 20.0)
    assert check(asked, answer.assignments) == ()
    assert answer.ending is Ending.BEST
    assert answer.gaps == gaps_in(asked, answer.assignments)
    assert len(answer.assignments) == most_filled(asked)


@settings(max_examples=60, deadline=None)
@given(small_problems())
def test_can_work_agrees_with_the_checker_minute_by_minute(asked: Problem) -> None:
    for person, one in product(asked.workers, asked.shifts):
        kept = {"away", "available"} & set(alone(asked, person, one, 0))
        assert can_work(person.availability, one, LONDON) == (not kept)


@settings(max_examples=50, deadline=None)
@given(small_problems())
def test_a_problem_written_as_json_comes_back_equal(asked: Problem) -> None:
    assert read(Problem, written(asked)) == asked


EARLY, NOON, LATE, NEXT = shift(0, 8, 6), shift(0, 12, 5), shift(0, 18, 4), shift(1, 8, 6)
FINE = worker("Rosa")
WEEK = [shift(day, 9, 3) for day in range(7)]
YOUNG_WEEK = [shift(day, 8, 4) for day in range(3)]
LONG_WEEK = [shift(day, 8, 9, break_minutes=30) for day in range(6)]
LEARNT = shift(0, 8, 6, learning=("food",))
LEARNER = worker("Rosa", learns=frozenset({"food"}))
BEN = worker("Ben")
APART = {"apart": frozenset({frozenset({"Rosa", "Ben"})})}
COACHED = worker("Rosa", coaches=frozenset({Coach("Ben")}))
LONG = shift(0, 6, 7, break_minutes=10)
PLANTED = {
    "place": ([EARLY], [FINE], [on(EARLY, place=3)], {}),
    "skill": ([shift(0, 8, 6, FOOD)], [FINE], [on(EARLY)], {}),
    "certificate": (
        [shift(0, 8, 6, FOOD)], [worker("Rosa", Held("food", MONDAY - timedelta(days=1)))], [on(EARLY)], {},
    ),
    "learner": ([LEARNT], [FINE, worker("Ben", Held("food"), teaches=frozenset({"food"}))],
                [on(LEARNT, place=1), on(LEARNT, "Ben")], {}),
    "teacher": ([LEARNT], [LEARNER, BEN], [on(LEARNT, place=1), on(LEARNT, "Ben")], {}),
    "held": ([EARLY], [worker("Rosa", held=frozenset({MONDAY}))], [on(EARLY)], {}),
    "pay_floor": ([EARLY], [worker("Rosa", underpaid=frozenset({MONDAY}))], [on(EARLY)], {}),
    "away": (
        [EARLY], [worker("Rosa", availability=Availability(ALWAYS.hours, frozenset({MONDAY})))], [on(EARLY)], {},
    ),
    "available": ([EARLY], [worker("Rosa", availability=Availability(ALWAYS.hours[1:]))], [on(EARLY)], {}),
    "busy": ([EARLY], [worker("Rosa", busy=(hours(0, 13, 2),))], [on(EARLY)], {}),
    "one_place": ([EARLY, NOON], [FINE], [on(EARLY), on(NOON)], {}),
    "coach": ([shift(0, 8, 6)], [COACHED, worker("Ben", availability=Availability(()))], [on(EARLY)], {}),
    "coached_at_once": (
        [shift(0, 8, 6, ANY, ANY, ANY)], [COACHED, worker("Cy", coaches=frozenset({Coach("Ben")})), BEN],
        [on(EARLY), on(EARLY, "Ben", 1), on(EARLY, "Cy", 2)], {"waived": frozenset()},
    ),
    "apart": ([EARLY, NOON], [FINE, BEN], [on(EARLY), on(NOON, "Ben")], APART),
    "rest": ([LATE, NEXT], [FINE], [on(LATE), on(NEXT)], {}),
    "longer_rest": ([LATE, shift(1, 9, 3)], [worker("Rosa", under_18=True)], [on(LATE), on(shift(1, 9, 3))], {}),
    "break": ([LONG], [FINE], [on(LONG)], {}),
    "longer_break": ([shift(0, 8, 5, break_minutes=20)], [worker("Rosa", under_18=True)], [on(EARLY)], {}),
    "days_off": (WEEK, [worker("Rosa", most_minutes=3000)], [on(one) for one in WEEK], {}),
    "more_days_off": (WEEK[:6], [worker("Rosa", under_18=True)], [on(one) for one in WEEK[:6]], {}),
    "night": ([shift(0, 19, 4)], [worker("Rosa", under_18=True)], [on(shift(0, 19, 4))], {}),
    "day_limit": ([shift(0, 8, 9, break_minutes=30)], [worker("Rosa", under_18=True)], [on(EARLY)], {}),
    "week_limit": (YOUNG_WEEK, [worker("Rosa", under_18=True)], [on(one) for one in YOUNG_WEEK], {
        "limits": attrs.evolve(LIMITS, under_18=attrs.evolve(LIMITS.under_18, week=600)),
    }),
    "long_week": (LONG_WEEK, [worker("Rosa", most_minutes=5000)], [on(one) for one in LONG_WEEK], {}),
    "own_most": ([EARLY, NEXT], [worker("Rosa", own_most=700)], [on(EARLY), on(NEXT)], {}),
    "margin": ([EARLY, NEXT], [worker("Rosa", most_minutes=700)], [on(EARLY), on(NEXT)], {}),
    "average": ([EARLY], [worker("Rosa", earlier=((MONDAY - timedelta(days=7), 5500),))], [on(EARLY)], {}),
    "gradual": ([EARLY], [worker("Rosa", plan=((MONDAY, 240),))], [on(EARLY)], {}),
    "pinned": ([EARLY], [FINE], [], {"pinned": frozenset({on(EARLY)})}),
    "frozen": ([EARLY], [FINE], [], {"frozen": frozenset({EARLY.id}), "published": frozenset({on(EARLY)})}),
}  # fmt: skip


def test_shift_that_was_planned_for_somebody_who_is_held_back_stays_and_no_new_one_comes() -> None:
    rosa = worker("Rosa", held=frozenset({MONDAY, NEXT.day}), keeps=frozenset({EARLY.id}))
    # Ben would cost less: he has fewer hours than agreed.
    ben = worker("Ben", agreed_minutes=2000)
    answer = search(problem([EARLY, NEXT], [rosa, ben]), 1.0, 20.0)
    assert set(answer.assignments) == {on(EARLY), on(NEXT, "Ben")}
    assert check(problem([EARLY, NEXT], [rosa, ben]), answer.assignments) == ()
    free = worker("Rosa", agreed_minutes=0)
    control = search(problem([EARLY, NEXT], [free, ben]), 1.0, 20.0)
    assert on(EARLY) not in control.assignments


def test_every_hard_rule_has_a_planted_breach() -> None:
    assert set(PLANTED) == {rule.id for rule in RULES.values() if rule.hard}


@pytest.mark.parametrize("rule", PLANTED)
def test_check_finds_a_planted_breach_and_names_its_rule_alone(rule: str) -> None:
    shifts, people, rota, more = PLANTED[rule]
    found = check(
        problem(shifts, people, **more), rota, {"Rosa": "Rosa Lind", "Ben": "Rosa Lind", "Cy": "Rosa Lind"}
    )
    assert {breach.rule for breach in found} == {rule}
    assert found[0].sentence.startswith(f"{found[0].shift}: Rosa Lind ")


@pytest.mark.parametrize("rule", PLANTED)
def test_search_leaves_a_place_open_where_the_rule_would_be_broken(rule: str) -> None:
    shifts, people, rota, more = PLANTED[rule]
    answer = search(problem(shifts, people, **more), 1.0, 20.0)
    assert not check(problem(shifts, people, **more), answer.assignments)
    assert answer.ending is Ending.BEST
    assert set(answer.assignments) != set(rota)


@pytest.mark.parametrize(("since", "until"), [(None, MONDAY), (MONDAY + timedelta(days=2), None)])
def test_coach_counts_on_the_days_of_the_choice_alone_for_the_search_and_for_the_check(since, until) -> None:
    days = [shift(day, 8, 6, ANY, ANY) for day in (0, 1, 2)]
    cy = worker("Cy", availability=Availability(()))
    rosa = worker("Rosa", coaches=frozenset({Coach("Ben", since, until), Coach("Cy")}))
    asked = problem(days, [rosa, BEN, cy])
    both = [on(one, who, n) for one in days for n, who in enumerate(("Rosa", "Ben"))]
    there = days[0] if until else days[2]
    assert {one.shift for one in check(asked, both)} == {one.id for one in days if one != there}
    assert {one.shift for one in coached(asked, both)} == {there.id}
    answer = search(asked, 1.0, 20.0)
    assert {one.shift for one in answer.assignments if one.person == "Rosa"} == {there.id}


UNSAID = {
    "break": ([shift(0, 9, 7)], FINE, 20),
    "longer_break": ([shift(0, 9, 5)], worker("Rosa", under_18=True), 30),
    "break between two shifts": ([shift(0, 8, 4), shift(0, 12, 4, job="till")], FINE, 20),
}
"""Shifts of which nobody has said a break, who would have them, and the break that lets her."""


@pytest.mark.parametrize("rule", UNSAID)
def test_checker_takes_a_break_that_nobody_has_said_for_none(rule: str) -> None:
    shifts, person, _ = UNSAID[rule]
    asked = problem([attrs.evolve(one, break_minutes=None) for one in shifts], [person])
    assert {one.rule for one in check(asked, [on(one) for one in asked.shifts])} == {rule.split()[0]}


@pytest.mark.parametrize("rule", UNSAID)
def test_checker_lets_the_same_be_once_there_is_the_break(rule: str) -> None:
    shifts, person, enough = UNSAID[rule]
    asked = problem([attrs.evolve(one, break_minutes=enough) for one in shifts], [person])
    assert check(asked, [on(one) for one in asked.shifts]) == ()


@pytest.mark.parametrize("rule", UNSAID)
def test_search_takes_a_break_that_nobody_has_said_for_none(rule: str) -> None:
    shifts, person, enough = UNSAID[rule]
    unsaid = problem([attrs.evolve(one, break_minutes=None) for one in shifts], [person])
    assert len(search(unsaid, 1.0, 20.0).assignments) == len(shifts) - 1
    said = problem([attrs.evolve(one, break_minutes=enough) for one in shifts], [person])
    assert len(search(said, 1.0, 20.0).assignments) == len(shifts)


def test_reason_of_a_gap_is_the_break_that_nobody_has_said() -> None:
    asked = problem([shift(0, 9, 7)], [FINE])
    [why] = reasons(asked, search(asked, 1.0, 20.0), {"Rosa": "Rosa"})
    assert why.manager == "Nobody can: Rosa needs a break in a stretch of work as long as that."


def test_check_finds_two_people_on_one_place() -> None:
    asked = problem([EARLY], [FINE, worker("Ben")])
    assert {(b.rule, b.person) for b in check(asked, [on(EARLY), on(EARLY, "Ben")])} == {
        ("place", "Rosa"), ("place", "Ben"),
    }  # fmt: skip


def test_work_before_the_rota_counts_for_rest() -> None:
    tired = worker("Rosa", work=(hours(-1, 18, 5),))
    asked = problem([EARLY], [tired])
    assert [breach.rule for breach in check(asked, [on(EARLY)])] == ["rest"]
    assert search(asked, 1.0, 20.0).assignments == ()


def test_the_checker_imports_nothing_of_the_solver() -> None:
    files = list(Path(alongside_cafe.checker.__file__).parent.glob("*.py"))
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in files]
    named = {node.module for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert len(files) >= 1
    assert not named & {"model", "search", "solving", "availability"}


def test_soft_rules_decide_between_rotas_that_fill_all() -> None:
    saturday = shift(5, 9, 3)
    fair = problem([saturday], [worker("Ana", shared=(8,)), worker("Kwame", shared=(2,))])
    assert search(fair, 1.0, 20.0).assignments == (on(saturday, "Kwame"),)
    keyed = shift(0, 9, 3, key=True)
    asked = problem([keyed], [worker("Ana"), worker("Ben", Held(KEY_HOLDER), agreed_minutes=0)])
    assert search(asked, 1.0, 20.0).assignments == (on(keyed, "Ben"),)
    usual = worker("Ana", usual=frozenset({(0, time(9))}))
    routine = problem([shift(0, 9, 3), shift(0, 9, 3, job="till")], [worker("Zoe"), usual])
    assert len(search(routine, 1.0, 20.0).assignments) == 2
    other = worker("Ana", usual=frozenset({(1, time(9))}))
    assert search(problem([shift(0, 9, 3)], [other, worker("Zoe")]), 1.0, 20.0).assignments[0].person == "Zoe"


@settings(max_examples=60, deadline=None)
@given(small_problems())
def test_a_gap_s_reasons_are_true(asked: Problem) -> None:
    """With every obstacle of a person taken away she may have the place, with one left she may not."""
    answer = search(asked, 1.0, 20.0)
    people, dated = {p.id: p for p in asked.workers}, {one.id: one for one in asked.shifts}
    for why in reasons(asked, answer, {}):
        if why.gap.place is None:
            continue
        for kept in why.hindrances:
            assert kept.rules, "somebody could have had the place"
            person, one = people[kept.person], dated[why.gap.shift]
            eased = hindrance(*_eased(asked, answer.assignments, person, one, why.gap, kept.rules))
            assert not set(kept.rules) & set(eased.rules)
            left = hindrance(*_eased(asked, answer.assignments, person, one, why.gap, kept.rules[1:]))
            assert kept.rules[0] in left.rules


def _eased(asked: Problem, rota, person: Worker, one: Shift, gap: Gap, rules: tuple[str, ...]):
    """The same question without what makes each of these rules bite for this person."""
    her, law = {}, {}
    for rule in rules:
        if rule in ("skill", "certificate"):
            her["skills"] = (*person.skills, *(Held(skill) for skill in one.places[gap.place]))
        elif rule in ("away", "available"):
            her["availability"] = ALWAYS
        elif rule == "held":
            her["held"] = frozenset()
        elif rule == "busy":
            her |= {name: _apart(getattr(person, name), one) for name in ("busy", "work")}
        elif rule == "one_place":
            others = {other.id for other in asked.shifts if other.during.overlaps(one.during)}
            rota = [a for a in rota if a.person != person.id or a.shift not in others]
        else:
            her |= EASED.get(rule, {})
            law |= LIFTED.get(rule, {})
    # Nobody works on without the break of adults, so its limit is theirs for the young as well.
    adults = attrs.evolve(asked.limits.adults, **LIFTED["break"] if "break" in rules else {})
    asked = attrs.evolve(asked, limits=attrs.evolve(asked.limits, adults=adults))
    group = "under_18" if person.under_18 else "adults"
    limits = attrs.evolve(asked.limits, **{group: attrs.evolve(getattr(asked.limits, group), **law)})
    return attrs.evolve(asked, limits=limits), rota, attrs.evolve(person, **her), one, gap


EASED = {"own_most": {"own_most": None}, "margin": {"most_minutes": 10_000}}
LIFTED = {
    "rest": {"rest": 0}, "longer_rest": {"rest": 0}, "days_off": {"days_off": 0}, "more_days_off": {"days_off": 0},
    "day_limit": {"day": None}, "week_limit": {"week": None}, "long_week": {"week": None},
    "night": {"night": None}, "average": {"average": None},
    "break": {"break_after": None}, "longer_break": {"break_after": None},
}  # fmt: skip


def _apart(taken: tuple[Interval, ...], one: Shift) -> tuple[Interval, ...]:
    return tuple(interval for interval in taken if not interval.overlaps(one.during))


def test_the_manager_reads_who_is_kept_by_what_and_never_an_age_or_a_benefit() -> None:
    opening = shift(1, 8, 6, KEY)
    asked = problem(
        [LATE, opening],
        [
            worker("r", Held(KEY_HOLDER), availability=Availability(ALWAYS.hours, frozenset({opening.day}))),
            worker("b", Held(KEY_HOLDER)),
            worker("s", Held(KEY_HOLDER), most_minutes=200),
            worker("t"),
        ],
    )
    rota = (on(LATE, "b"),)
    answer = attrs.evolve(search(asked, 1.0, 20.0), assignments=rota, gaps=gaps_in(asked, rota))
    [why] = reasons(asked, answer, {"r": "Rosa", "b": "Ben", "s": "Sam", "t": "Tom"})
    assert why.manager == (
        "Nobody with the key can: Rosa is away, Ben needs 11 hours' rest, Sam would go beyond what is agreed."
    )
    assert why.counts == {"away": 1, "rest": 1, "margin": 1, "skill": 1}
    assert not any(word in why.manager + why.colleagues for word in ("18", "age ", "benefit"))


def test_a_reason_with_many_names_shows_three_and_counts_the_rest() -> None:
    opening = shift(0, 8, 6)
    asked = problem(
        [opening],
        [*(worker(f"p{n}", most_minutes=60) for n in range(6)), worker("z", availability=Availability(()))],
    )
    [why] = reasons(asked, search(asked, 1.0, 20.0), {})
    assert why.manager == "Nobody can: p0, p1, p2 and 3 others would go beyond what is agreed; z has other hours."


def test_a_rest_that_only_the_young_need_is_told_as_the_agreed_limit() -> None:
    nine = shift(1, 9, 3)
    asked = problem([LATE, nine], [worker("Mo", under_18=True)])
    answer = attrs.evolve(
        search(asked, 1.0, 20.0), assignments=(on(LATE, "Mo"),), gaps=(Gap(shift=nine.id, place=0),)
    )
    assert reasons(asked, answer, {})[0].manager == "Nobody can: Mo would go beyond what is agreed."


def test_a_missing_key_holder_is_a_gap_with_a_reason() -> None:
    keyed = shift(0, 9, 3, key=True)
    asked = problem([keyed], [worker("Ana")])
    answer = search(asked, 1.0, 20.0)
    assert answer.gaps == (Gap(shift=keyed.id, place=None),)
    assert reasons(asked, answer, {})[0].manager == "Nobody with the key is on the rota yet."


def test_fill_of_the_same_problem_twice_gives_the_same_bytes() -> None:
    shifts = [shift(d, s, 5, FOOD, ANY, key=s == 8, job=f"job{s}") for d in range(6) for s in (8, 12)]
    people = [worker(f"p{n}", Held("food"), *([Held(KEY_HOLDER)] if n < 2 else []), shared=(n,)) for n in range(7)]
    asked = problem(shifts, people)
    first, second = fill(asked, work=0.1), fill(asked, work=0.1)
    assert written(first) == written(second)
    assert first.ending in (Ending.BEST, Ending.WORK_DONE)
    assert first.bound <= first.cost
    assert not check(asked, first.assignments)


def test_an_answer_stopped_by_the_clock_says_so() -> None:
    shifts = [shift(d, s, 5, FOOD, ANY, key=True, job=f"job{s}") for d in range(6) for s in (8, 9, 10, 12)]
    asked = problem(shifts, [worker(f"p{n}", Held("food"), agreed_minutes=500 + n) for n in range(9)])
    answer = search(asked, 100.0, 0.05)
    assert answer.ending in (Ending.CLOCK, Ending.NOTHING)
    assert answer.gaps == gaps_in(asked, answer.assignments)


def test_a_search_without_time_keeps_the_weeks_that_it_has_found() -> None:
    shifts = [shift(7 * n, 8, 5) for n in range(3)]
    asked = problem(shifts, [worker("Ana")])
    assert len(search(asked, 100.0, 20.0).assignments) == 3
    told = attrs.evolve(asked, published=frozenset(on(one, "Ana") for one in shifts[:2]))
    late = search(told, 100.0, 0.001)
    assert len(late.assignments) >= 2
    assert all(one.cost >= one.bound for one in late.layers)


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("import os; os.kill(os.getpid(), 9)", "was ended from outside \\(signal 9\\)"),
        ("import time; time.sleep(30)", "gave no answer within 0.5 seconds"),
        ("raise MemoryError('no memory left')", "fell over \\(MemoryError\\)"),
    ],
)
def test_a_solver_that_gives_no_answer_is_told_in_one_sentence(
    tmp_path, monkeypatch, program: str, words: str
) -> None:
    (tmp_path / "broken_solver.py").write_text(program, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(FillStopped, match=f"The rota was not filled: the solver {words}. Nothing was changed."):
        run(["broken_solver"], "", 0.5 if "sleep" in program else 10)
