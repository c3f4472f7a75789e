"""The rules in conflict are as few as can be: of random small cafés, by trying out every rota that there is."""

from datetime import date, time, timedelta
from itertools import combinations, product

from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from alongside.api.values import LONDON, Interval, at
from alongside_cafe.availability import Availability, FreeHours
from alongside_cafe.checker import check
from alongside_cafe.pages.saying_easily import Easily
from alongside_cafe.pages.saying_to_her import ToHer
from alongside_cafe.pages.saying_why import Teller
from alongside_cafe.problem import Problem, gaps_in
from alongside_cafe.rules import Limits, WorkingTime
from alongside_cafe.shift import KEY_HOLDER, Assignment, Gap, Shift
from alongside_cafe.why.answering import answer
from alongside_cafe.why.conflict import OF_SHIFTS, Bar, Question
from alongside_cafe.why.minimal import smallest
from alongside_cafe.why.paring import answerable
from alongside_cafe.worker import Coach, Held, Worker

MONDAY = date(2026, 11, 30)
ANY, TILL = frozenset[str](), frozenset({"till"})
LIMITS = Limits(adults=WorkingTime(rest=660, days_off=1), under_18=WorkingTime(rest=720, days_off=2))
ALWAYS = tuple(FreeHours(day, time(), time()) for day in range(7))
NAMES = ("Ben", "Mei", "Rosa")


@st.composite
def cafes(draw) -> Problem:
    """Two or three shifts of a place or two, three people, and rules of each kind that a café has."""
    marks = draw(
        st.lists(st.tuples(st.integers(0, 1), st.sampled_from((8, 16))), min_size=2, max_size=3, unique=True)
    )
    shifts = tuple(_shift(draw, *mark, most=2 if len(marks) == 2 else 1) for mark in sorted(marks))
    workers = tuple(_worker(draw, name, shifts) for name in NAMES)
    apart = draw(st.sets(st.sampled_from([frozenset(pair) for pair in combinations(NAMES, 2)]), max_size=1))
    return Problem(zone=LONDON, shifts=shifts, workers=workers, limits=LIMITS, apart=frozenset(apart))


def _shift(draw, day: int, starts: int, *, most: int) -> Shift:
    begin = at(MONDAY + timedelta(days=day), time(starts), LONDON)
    return Shift(
        id=f"{day}-{starts:02}",
        day=MONDAY + timedelta(days=day),
        job="Front",
        during=Interval(begin, begin + timedelta(hours=7)),
        places=tuple(draw(st.lists(st.sampled_from((ANY, TILL)), min_size=1, max_size=most))),
        key_holder=draw(st.booleans()),
    )


def _worker(draw, name: str, shifts) -> Worker:
    skills = [Held(skill) for skill in ("till", KEY_HOLDER) if draw(st.booleans())]
    away = draw(st.sets(st.sampled_from([shift.day for shift in shifts]), max_size=1))
    return Worker(
        id=name,
        skills=tuple(skills),
        availability=Availability(ALWAYS, frozenset(away)),
        agreed_minutes=7 * 60,
        most_minutes=draw(st.sampled_from((7, 14, 21))) * 60,
        coaches=frozenset({Coach("Ben")}) if name == "Mei" and draw(st.booleans()) else frozenset(),
    )


def rotas(asked: Problem):
    """Every rota: each place has one of the people or nobody, and nobody has two places of a shift."""
    places = [(shift.id, n) for shift in asked.shifts for n in range(len(shift.places))]
    for who in product((None, *NAMES), repeat=len(places)):
        there = [(s, n, one) for (s, n), one in zip(places, who, strict=True) if one]
        if len({(s, one) for s, _, one in there}) == len(there):
            yield tuple(Assignment(shift=s, place=n, person=one) for s, n, one in there)


class BruteForce:
    """What can hold together, by looking at every rota with the checker."""

    def __init__(self, asked: Problem) -> None:
        self.days = {shift.id: shift.day for shift in asked.shifts}
        self.looked = [(rota, check(asked, rota), frozenset(gaps_in(asked, rota))) for rota in rotas(asked)]

    def best(self):
        """Return a rota that breaks no rule and leaves as little open as can be."""
        return min(
            ((len(gaps), rota) for rota, broken, gaps in self.looked if not broken), key=lambda one: one[0]
        )[1]

    def can_be_had(self, gap: Gap, before: frozenset[Gap], bars: frozenset[Bar]) -> bool:
        """True if the gap can be filled with these rules kept, whatever others are broken by it."""
        return any(
            gap not in gaps
            and not any(self._stands_against(bar, one) for one in broken for bar in bars)
            and not any(
                self._was_asked(gap, new) or self._is_new(bar, new) for new in gaps - before for bar in bars
            )
            for _rota, broken, gaps in self.looked
        )

    def _was_asked(self, gap: Gap, new: Gap) -> bool:
        """True where the other places of a team are part of what is asked: the place is one more."""
        return gap.shift == new.shift and gap.place is not None and new.place is not None

    def _is_new(self, bar: Bar, new: Gap) -> bool:
        rule = "key_holder" if new.place is None else "cover"
        return bar.rule == rule and (bar.shift == new.shift or bar.day == self.days[new.shift])

    def _stands_against(self, bar: Bar, breach) -> bool:
        pair = (bar.person, bar.other) if bar.other else (bar.person,)
        return bar.rule == breach.rule and (not bar.person or breach.person in pair)


@settings(max_examples=10, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(cafes(), st.data())
def test_conflict_is_one_and_is_none_any_more_without_any_one_of_its_rules(asked, data):
    brute = BruteForce(asked)
    rota = brute.best()
    gaps = gaps_in(asked, rota)
    assume(gaps)
    gap = data.draw(st.sampled_from(gaps))
    question = Question(problem=asked, rota=rota, shift=gap.shift, place=gap.place)
    finding = answer(question)
    assert finding.known
    assert finding.conflict
    assert finding.minimal
    assert finding.repair
    # The key of a shift that nobody is on is missing for the reason of its first place: that is the gap then.
    gap = Gap(shift=gap.shift, place=answerable(question).place)
    assert gap in gaps
    if gap.place is None and not any(one.holds(KEY_HOLDER, MONDAY) for one in asked.workers):
        assert finding.conflict == (Bar(rule="skill"),)
        return
    bars, before = frozenset(finding.conflict), frozenset(gaps) - {gap}
    assert Bar(rule="cover" if gap.place is not None else "key_holder", shift=gap.shift) not in bars
    assert all(is_there(asked, bar, before) for bar in bars)
    assert not brute.can_be_had(gap, before, bars)
    for bar in bars:
        assert brute.can_be_had(gap, before, bars - {bar}), bar


def is_there(asked: Problem, bar: Bar, gaps: frozenset[Gap]) -> bool:
    """True unless a rule asks that something stays filled, or held, which is open as the rota really is."""
    if bar.rule not in OF_SHIFTS:
        return True
    shifts = [one for one in asked.shifts if bar.shift == one.id or bar.day == one.day]
    if bar.rule == "key_holder":
        return any(one.key_holder and Gap(shift=one.id, place=None) not in gaps for one in shifts)
    return any(Gap(shift=one.id, place=n) not in gaps for one in shifts for n in range(len(one.places)))


@settings(max_examples=10, deadline=None, phases=(Phase.explicit, Phase.generate))
@given(cafes(), st.data())
def test_nobody_reads_a_private_reason_of_somebody_else(asked, data):
    rota = BruteForce(asked).best()
    shift, who = data.draw(st.sampled_from(asked.shifts)), data.draw(st.sampled_from(NAMES))
    assume(not any(one.shift == shift.id and one.person == who for one in rota))
    question = Question(problem=asked, rota=rota, shift=shift.id, place=0, person=who)
    finding = answer(question)
    hers = ToHer(question, finding)
    read = " ".join(str(said.key) + str(dict(said.facts)) for _, said in (*hers.reasons(), *hers.repairs()))
    assert not any(name in read for name in NAMES)
    told = Teller(question, finding, {}).told()
    easily = Easily(Teller(question, finding, {}))
    rows = (str(said) for _, said in (*easily.rules(), *easily.repairs()))
    to_the_manager = " ".join([*told.sentences, *(line.words for line in told.rules), told.repair, *rows])
    if any(bar.rule == "apart" for bar in finding.conflict):
        assert not any(name in to_the_manager for name in NAMES if name != who)


@given(st.sets(st.frozensets(st.integers(0, 6), min_size=1, max_size=3), min_size=1, max_size=4))
def test_whatever_stands_in_conflict_none_of_the_smallest_can_be_left_out(conflicts):
    def can_hold(rules):
        return not any(conflict <= rules for conflict in conflicts)

    found, proven = smallest(tuple(range(7)), can_hold)
    assert proven
    assert not can_hold(frozenset(found))
    assert all(can_hold(frozenset(found) - {one}) for one in found)


def test_what_is_not_found_out_in_time_stays_and_nothing_is_said_to_be_proven():
    found, proven = smallest((1, 2, 3), lambda rules: None if 2 not in rules else 3 not in rules)
    assert 2 in found
    assert not proven


def test_rules_that_are_less_plain_are_left_out_first():
    assert smallest(("unplain", "plain"), lambda rules: not rules)[0] == ("plain",)
