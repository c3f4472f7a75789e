"""What is true of courses, lines, registers and wishes, without any database."""

from datetime import UTC, date, datetime, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.api.values import BadInput
from alongside_training.course import Course, circle_among, lacking, months_later
from alongside_training.enrolment import Enrolment, EnrolmentState, in_line, next_in_line, places_left
from alongside_training.register import Attendance, Mark, RegisterMark, attendance, latest
from alongside_training.run import MOVES, NotPossibleNow, Run, RunState, Session
from alongside_training.wish import Wish, suggestions

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
ENROLLED, WAITING, LEFT = EnrolmentState.ENROLLED, EnrolmentState.WAITING, EnrolmentState.LEFT


def course(row="c", **facts):
    return Course(**{"id": row, "business": "b", "title": f"Course {row}", "most": 4, **facts})


def enrolment(number, state=WAITING):
    since = NOON + timedelta(minutes=number)
    return Enrolment(id=f"e{number:03}", business="b", run="r", person=f"p{number}", state=state, since=since)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2026, 12, 8), 1, date(2027, 1, 8)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
    ],
)
def test_same_day_some_months_later(day, months, later):
    assert months_later(day, months) == later


def test_certificate_of_three_years_ends_the_day_before_the_same_day():
    food = course(gives="food_hygiene", months=36, refresh_months=30)
    assert food.last_day(date(2026, 12, 8)) == date(2029, 12, 7)
    assert food.refresh_due(date(2026, 12, 8)) == date(2029, 6, 8)
    assert course().last_day(date(2026, 12, 8)) is None


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"title": " "}, "no title"),
        ({"title": "x" * 61}, "61 letters"),
        ({"least": 5}, "5 people at least and has room for 4"),
        ({"months": 12, "refresh_months": 13}, "after the certificate has run out"),
        ({"after": ("c",)}, "done before itself"),
        ({"gives": "food", "needs": ("food",)}, "done before itself"),
        ({"months": 0}, "counted from 1"),
    ],
)
def test_course_that_cannot_be_is_refused(facts, words):
    with pytest.raises(BadInput, match=words):
        course(**facts)


def test_circle_of_courses_is_found_also_over_certificates():
    first = course("1", after=("3",))
    second = course("2", after=("1",), gives="food")
    third = course("3", needs=("food",))
    assert set(circle_among([first, second, third])) == {"Course 1", "Course 2", "Course 3"}
    assert circle_among([first, second]) == ()
    # Where another course gives the certificate too, nobody is stuck.
    assert circle_among([first, second, third, course("4", gives="food")]) == ()


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=20))
def test_courses_can_be_put_in_an_order_unless_there_is_a_circle(pairs):
    after = {n: {b for a, b in pairs if a == n and b != n} for n in range(7)}
    known = [course(str(n), after=tuple(str(b) for b in sorted(after[n]))) for n in after]
    done: set[int] = set()
    while ready := [n for n in after if n not in done and after[n] <= done]:
        done.update(ready)
    assert (circle_among(known) == ()) == (len(done) == 7)


def test_what_is_lacking_is_said_by_name():
    first, second = course("1", title="First steps"), course("2", needs=("food_hygiene",), after=("1",))
    missing = lacking(second, set(), set(), {"1": first, "2": second})
    assert missing.words == "the certificate food hygiene and the course First steps"
    assert not lacking(second, {"food_hygiene"}, {"1"}, {"1": first})


STATES = st.sampled_from([ENROLLED, WAITING, LEFT])


@given(st.lists(st.tuples(STATES, st.booleans()), max_size=12), st.integers(0, 8), st.randoms())
def test_places_go_to_those_who_waited_longest_of_those_who_are_free(people, places, dice):
    there = [enrolment(n, state) for n, (state, _) in enumerate(people)]
    free = {one.id: fits for one, (_, fits) in zip(there, people, strict=True)}
    mixed = dice.sample(there, len(there))
    lucky = next_in_line(places, mixed, lambda one: free[one.id])
    taken = sum(one.state is ENROLLED for one in there)
    assert len({one.id for one in lucky}) == len(lucky) <= max(places - taken, 0)
    assert all(one.state is WAITING and free[one.id] for one in lucky)
    # Nobody who fits is passed over: whoever waits on joined later, or is not free, or no place is left.
    left_over = [one for one in there if one.state is WAITING and free[one.id] and one not in lucky]
    assert not left_over or len(lucky) == places_left(places, there)
    assert all(one.since < other.since for one in lucky for other in left_over)


@given(st.lists(st.tuples(st.sampled_from(["join", "leave"]), st.integers(0, 7)), max_size=40), st.integers(1, 4))
def test_however_people_join_and_leave_no_place_is_given_twice_and_none_stays_free(steps, places):
    there: dict[int, Enrolment] = {}
    for clock, (what, who) in enumerate(steps):
        if what == "join" and (who not in there or not there[who].live):
            state = ENROLLED if places_left(places, list(there.values())) else WAITING
            there[who] = attrs.evolve(enrolment(who), state=state, since=NOON + timedelta(minutes=clock))
        elif what == "leave" and who in there and there[who].live:
            there[who] = attrs.evolve(there[who], state=LEFT)
            for one in next_in_line(places, list(there.values()), lambda _: True):
                key = int(one.person[1:])
                there[key] = attrs.evolve(there[key], state=ENROLLED)
        enrolled = [one for one in there.values() if one.state is ENROLLED]
        assert len(enrolled) <= places
        assert len(enrolled) == places or not in_line(list(there.values()))


def test_run_goes_from_state_to_state_and_never_back():
    run = Run(id="r", business="b", course="c", room="room", places=3, state=RunState.CANCELLED)
    with pytest.raises(NotPossibleNow, match="cancelled, so it cannot become confirmed"):
        run.must_move_to(RunState.CONFIRMED)
    assert {state for moves in MOVES.values() for state in moves} == set(RunState) - {RunState.TENTATIVE}


def mark(number, kind, session="s1"):
    return RegisterMark(
        id=f"m{number}{session}",
        business="b",
        session=session,
        person="rosa",
        number=number,
        mark=kind,
        marked_by=None,
        marked_at=NOON,
    )


def test_last_mark_counts_and_late_is_there():
    sessions = [
        Session(
            id=f"s{n}", business="b", run="r", number=n, starts=NOON, ends=NOON + timedelta(hours=1), zone="UTC"
        )
        for n in (1, 2)
    ]
    marks = latest([mark(2, Mark.LATE), mark(1, Mark.ABSENT)])
    assert attendance("rosa", sessions, marks) == Attendance(there=1, sessions=2, unmarked=1)
    marks = latest([mark(1, Mark.LATE), mark(1, Mark.APOLOGIES, "s2")])
    seen = attendance("rosa", sessions, marks)
    assert (seen.enough(0), seen.enough(1)) == (False, True)
    assert not Attendance(there=0, sessions=0, unmarked=0).enough(5)


def wish(number, words="", course=None, met=None):
    since = date(2026, 1, 1) + timedelta(days=number)
    return Wish(
        id=f"w{number}", business="b", person=f"p{number}", course=course, words=words, since=since, met_on=met
    )


def test_three_wishes_for_one_thing_suggest_a_course_with_the_first_first():
    wishes = [
        wish(3, "Cook curry!"),
        wish(1, "cook  CURRY"),
        wish(2, "Sing"),
        wish(4, "cook curry"),
        wish(5, course="c1"),
    ]
    first, *others = suggestions(wishes)
    assert (first.enough, [one.person for one in first.wishes], first.words) == (
        True,
        ["p1", "p3", "p4"],
        "cook  CURRY",
    )
    assert [(one.topic, one.enough) for one in others] == [("sing", False), ("c1", False)]


def test_wish_that_was_met_suggests_nothing():
    assert suggestions([wish(1, "sing", met=date(2026, 5, 1))]) == []


@pytest.mark.parametrize("words", ["", "   ", "x" * 81])
def test_empty_and_endless_wishes_are_refused(words):
    with pytest.raises(BadInput):
        wish(1, words)
