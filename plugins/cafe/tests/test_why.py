"""Why a place is open: weeks that cannot be filled, written by hand, each with the reason expected of it."""

from datetime import date, time, timedelta

import attrs
import pytest

from alongside.api.values import LONDON, Interval, at
from alongside_cafe.availability import Availability, FreeHours
from alongside_cafe.house_rules import MARGIN
from alongside_cafe.pages.saying_easily import MENDS, OF_PEOPLE, Easily
from alongside_cafe.pages.saying_to_her import ToHer
from alongside_cafe.pages.saying_why import Teller
from alongside_cafe.problem import Problem, gaps_in
from alongside_cafe.rules import RULES, Limits, WorkingTime, public
from alongside_cafe.search import search
from alongside_cafe.shift import KEY_HOLDER, Assignment, Shift
from alongside_cafe.why.answering import answer
from alongside_cafe.why.conflict import KEPT, ONE_MORE, Bar, Change, Finding, Question
from alongside_cafe.why.repair import WEIGHTS
from alongside_cafe.worker import Coach, Held, Worker

MONDAY = date(2026, 11, 30)
SATURDAY = 5
ANY, TILL = frozenset[str](), frozenset({"till"})
LIMITS = Limits(
    adults=WorkingTime(rest=660, days_off=1), under_18=WorkingTime(rest=720, days_off=2, day=480, week=2400)
)
ALWAYS = tuple(FreeHours(day, time(), time()) for day in range(7))
KEY = Held(KEY_HOLDER)


def shift(
    day: int, starts: int, hours: int, *places: frozenset[str], key: bool = False, job: str = "Front"
) -> Shift:
    begin = at(MONDAY + timedelta(days=day), time(starts), LONDON)
    return Shift(
        id=f"{day}-{starts:02}-{job}",
        day=MONDAY + timedelta(days=day),
        job=job,
        during=Interval(begin, begin + timedelta(hours=hours)),
        places=places or (ANY,),
        key_holder=key,
    )


def worker(name: str, *skills: Held, away: tuple[int, ...] = (), hours: int = 16, **more) -> Worker:
    facts = {
        "availability": Availability(ALWAYS, frozenset(MONDAY + timedelta(days=day) for day in away)),
        "agreed_minutes": hours * 60,
        "most_minutes": hours * 60 + MARGIN,
    }
    return Worker(id=name, skills=skills, **(facts | more))


def problem(shifts, workers, **more) -> Problem:
    in_order = tuple(sorted(shifts, key=lambda one: one.during.starts))
    return Problem(zone=LONDON, shifts=in_order, workers=tuple(workers), limits=LIMITS, **more)


def on(one: Shift, name: str, place: int = 0) -> Assignment:
    return Assignment(shift=one.id, place=place, person=name)


def rules(finding) -> set[tuple[str, str]]:
    return {(bar.rule, bar.person) for bar in finding.conflict}


def filled(asked: Problem):
    """Return the best rota of a week."""
    return search(asked, 1.0, 20.0).assignments


def why(asked: Problem, rota, gap_of: Shift, place=0, person: str = ""):
    question = Question(problem=asked, rota=tuple(rota), shift=gap_of.id, place=place, person=person)
    finding = answer(question)
    assert finding.known
    assert finding.minimal or not finding.conflict
    return question, finding


def to_the_manager(question, finding) -> str:
    told = Teller(question, finding, {}).told()
    return " ".join([*told.sentences, *(line.words for line in told.rules), told.repair])


def easily(question, finding) -> list[str]:
    """What whoever plans reads of it in Easy Read."""
    rows = Easily(Teller(question, finding, {}))
    return [str(said) for _, said in (*rows.rules(), *rows.repairs())]


def test_nobody_with_a_key_on_a_day_is_told_with_each_of_them_and_one_more_key_holder_closes_it():
    saturday = shift(SATURDAY, 9, 6, ANY, ANY, key=True)
    people = [
        worker("Rosa", KEY, away=(SATURDAY,)),
        worker("Ben", KEY, away=(SATURDAY,)),
        worker("Mei"),
        worker("Dan"),
    ]
    asked = problem([saturday], people)
    question, finding = why(asked, filled(asked), saturday, place=None)
    assert rules(finding) == {("away", "Rosa"), ("away", "Ben")}
    assert finding.repair == (Change(rule=ONE_MORE, shift=saturday.id),)
    told = Teller(question, finding, {}).told()
    assert told.sentences == ("Nobody with the key can: Ben and Rosa are away.",)
    assert told.repair == "One more key-holder on Saturdays would close it."
    first, *_, last = easily(question, finding)
    assert (first, last) == (
        "They are away: **Ben, Rosa**.",
        "We could look for **one more** person for **Saturday**.",
    )


def test_what_others_break_as_the_rota_stands_is_neither_her_reason_nor_offered_to_be_mended_for_her():
    till, kitchen = frozenset({"till"}), frozenset({"hygiene"})
    monday, tuesday = shift(0, 9, 6, till), shift(1, 9, 6, kitchen)
    ran_out = Held("hygiene", until=MONDAY - timedelta(days=3))
    luca, ann = worker("Luca", ran_out), worker("Ann", Held("hygiene"), coaches=frozenset({Coach("Luca")}))
    asked = problem([monday, tuesday, shift(2, 9, 6)], [worker("Sam"), luca, ann])
    # Luca keeps a place that waits for his certificate; and Ann has no coach beside her on Wednesday.
    rota = [on(tuesday, "Luca"), on(asked.shifts[2], "Ann")]
    _question, finding = why(asked, rota, monday, person="Sam")
    assert rules(finding) == {("skill", "")}
    assert finding.repair == (Change(rule="skill", person="Sam"),)
    _question, his = why(asked, rota, monday, person="Luca")
    assert rules(his) == {("skill", "")}
    assert his.repair == (Change(rule="skill", person="Luca"),)


def test_control_what_somebody_else_lacks_is_offered_where_it_is_in_the_way():
    monday = shift(0, 9, 6, ANY, frozenset({"hygiene"}))
    ran_out = Held("hygiene", until=MONDAY - timedelta(days=3))
    sam = worker("Sam", coaches=frozenset({Coach("Luca")}))
    _question, finding = why(problem([monday], [sam, worker("Luca", ran_out)]), [], monday, person="Sam")
    assert ("certificate", "Luca") in rules(finding)
    assert finding.repair == (Change(rule="certificate", person="Luca"),)


def test_nobody_who_was_ever_given_a_key_needs_no_search():
    one = shift(0, 9, 6, key=True)
    question, finding = why(problem([one], [worker("Rosa")]), [on(one, "Rosa")], one, place=None)
    assert finding.conflict == (Bar(rule="skill"),)
    assert Teller(question, finding, {}).told().sentences == ("Nobody with the key is on the rota yet.",)


def test_key_of_a_shift_that_nobody_is_on_is_missing_for_the_reason_of_its_places():
    one = shift(0, 9, 6, ANY, key=True)
    asked = problem([one], [worker("Rosa", KEY, away=(0,)), worker("Ben", away=(0,))])
    _, finding = why(asked, [], one, place=None)
    assert rules(finding) == {("away", "Rosa"), ("away", "Ben")}


def test_counting_clash_of_key_holders_is_told_with_their_limits_and_the_days_of_the_week():
    shifts = [shift(day, 8, 7, key=True) for day in range(6)] + [shift(day, 15, 7, key=True) for day in range(6)]
    people = [worker(name, KEY, hours=16) for name in ("Rosa", "Ben", "Mei", "Leah")]
    asked = problem(shifts, people)
    rota = filled(asked)
    gap = next(one for one in gaps_in(asked, rota) if one.place is not None)
    question, finding = why(asked, rota, next(one for one in shifts if one.id == gap.shift), gap.place)
    assert {("margin", name) for name in ("Rosa", "Ben", "Mei", "Leah")} <= rules(finding)
    assert any(bar.day for bar in finding.conflict)
    assert {one.rule for one in finding.repair} == {"margin"}
    told = Teller(question, finding, {}).told()
    assert told.sentences[0].startswith("Whoever could do it is needed on other shifts on ")
    assert told.sentences[1] == "Ben, Leah, Mei and Rosa would go beyond what is agreed."
    assert "more than agreed for " in told.repair


@pytest.mark.parametrize(
    ("rule", "her"),
    [
        ("own_most", {"own_most": 8 * 60}),
        ("margin", {"own_most": 8 * 60, "most_minutes": 8 * 60}),
        ("long_week", {"most_minutes": 3000}),
        ("gradual", {"plan": ((MONDAY, 8 * 60),)}),
    ],
)
def test_hours_over_what_was_agreed_are_never_offered_where_it_is_not_the_house_that_limits_them(rule, her):
    first, second = shift(0, 8, 7), shift(1, 8, 4)
    law = attrs.evolve(LIMITS, adults=attrs.evolve(LIMITS.adults, week=8 * 60 if rule == "long_week" else None))
    asked = attrs.evolve(problem([first, second], [worker("Rosa", hours=8, **her)]), limits=law)
    _, finding = why(asked, [on(first, "Rosa")], second)
    assert rules(finding) >= {(rule, "Rosa")}
    assert finding.repair == (Change(rule=ONE_MORE, shift=second.id),)


def test_coach_who_is_away_is_told_with_the_person_who_needs_one():
    one = shift(0, 9, 6, ANY, TILL)
    people = [
        worker("Sam", coaches=frozenset({Coach("Jo")})),
        worker("Jo", Held("till"), away=(0,)),
        worker("Kit", Held("till")),
    ]
    asked = problem([one], people)
    _, finding = why(asked, [on(one, "Kit", 1)], one, 0)
    assert rules(finding) >= {("coach", "Sam")}
    hers, found = why(asked, [on(one, "Kit", 1)], one, 0, person="Sam")
    assert rules(found) == {("coach", "Sam"), ("away", "Jo")}
    assert [str(said.key) for _, said in ToHer(hers, found).reasons()] == [
        "Nobody who supports you is on this shift."
    ]


def test_too_few_people_are_told_one_by_one():
    one = shift(0, 9, 6, *[ANY] * 3)
    people = [worker("Rosa"), worker("Ben"), worker("Mei", away=(0,)), worker("Dan", away=(0,))]
    asked = problem([one], people)
    question, finding = why(asked, [on(one, "Rosa"), on(one, "Ben", 1)], one, 2)
    assert rules(finding) == {("away", "Mei"), ("away", "Dan")}
    assert Teller(question, finding, {}).told().repair == "One more person on Mondays would close it."


def test_somebody_is_sick_and_what_has_begun_may_not_change():
    past, today = shift(0, 9, 6), shift(1, 9, 6)
    people = [worker("Rosa", away=(1,)), worker("Ben", hours=4)]
    rota = (on(past, "Ben"),)
    asked = problem([past, today], people, frozen=frozenset({past.id}), published=frozenset(rota))
    question, finding = why(asked, rota, today)
    assert {bar.rule for bar in finding.conflict} == {"away", "margin", "frozen"}
    assert "may not change any more" in to_the_manager(question, finding)


def test_two_who_are_never_together_are_told_to_nobody_but_the_one_who_asks():
    one = shift(0, 9, 6, TILL, ANY)
    people = [worker("Rosa", Held("till")), worker("Ben")]
    asked = problem([one], people, apart=frozenset({frozenset({"Rosa", "Ben"})}))
    question, finding = why(asked, [on(one, "Rosa")], one, 1)
    assert {bar.rule for bar in finding.conflict} == {"apart"}
    told = to_the_manager(question, finding)
    assert "Ben would go beyond what is agreed" in told
    assert "Rosa" not in told
    assert easily(question, finding)[0] == "They cannot have this shift: **Ben**."
    assert not any("Rosa" in one for one in easily(question, finding))
    hers, found = why(asked, [on(one, "Rosa")], one, 1, person="Ben")
    assert {bar.rule for bar in found.conflict} == {"apart", KEPT}
    assert (
        to_the_manager(hers, found).strip()
        == "Ben would go beyond what is agreed. Ben would go beyond what is agreed."
    )
    assert easily(hers, found) == ["They cannot have this shift: **Ben**."]
    said = [str(sentence.key) for _, sentence in ToHer(hers, found).reasons()]
    assert said == ["Other people have the shifts around it. Theirs stay as they are."]


def test_open_place_reads_alike_where_two_keep_apart_and_where_one_has_a_limit_of_her_own():
    one = shift(0, 9, 6, TILL, ANY)
    rota = [on(one, "Rosa")]
    apart = problem(
        [one], [worker("Rosa", Held("till")), worker("Ben")], apart=frozenset({frozenset({"Rosa", "Ben"})})
    )
    limited = problem([one], [worker("Rosa", Held("till")), worker("Ben", own_most=60)])
    first, second = (Teller(*why(asked, rota, one, 1), {}).told() for asked in (apart, limited))
    assert first == second
    assert first.sentences == ("Nobody can: Ben would go beyond what is agreed.",)


@pytest.mark.parametrize(
    "more",
    [
        {"most_minutes": 60},
        {"own_most": 60},
        {"under_18": True, "plan": ((MONDAY, 60),)},
        {"plan": ((MONDAY, 60),)},
    ],
)
def test_private_limits_read_alike_to_who_plans(more):
    one, other = shift(0, 9, 6), shift(1, 9, 6)
    asked = problem([one, other], [worker("Sam", **more)])
    question, finding = why(asked, [], one, person="Sam")
    assert to_the_manager(question, finding).strip() == (
        "Sam would go beyond what is agreed. Sam would go beyond what is agreed."
    )
    assert easily(question, finding) == ["They cannot have this shift: **Sam**."]


def test_rules_that_keep_one_from_it_here_and_another_there_are_told_and_nobody_is_said_to_be_missing():
    one = shift(0, 9, 6, TILL)
    question = Question(problem=problem([one], [worker("Rosa", Held("till"))]), rota=(), shift=one.id, place=0)
    bars = (Bar(rule="available"), Bar(rule="busy"), Bar(rule="apart"))
    finding = Finding(known=True, conflict=bars, minimal=True)
    assert Teller(question, finding, {}).told().sentences == (
        "Nobody with till can: each has other hours, is busy elsewhere or would go beyond what is agreed.",
    )
    assert easily(question, finding) == [
        "Some people have other hours.",
        "Some people are busy then.",
        "Some people cannot have this shift.",
    ]


def test_every_hard_rule_and_every_change_has_words_of_its_own_in_easy_read():
    assert {public(rule) for rule in RULES if RULES[rule].hard} - {"place", "frozen", "pinned"} == set(OF_PEOPLE)
    assert set(MENDS) == set(WEIGHTS) - {ONE_MORE}


def test_night_work_of_somebody_young_reads_as_any_other_limit():
    late = shift(0, 21, 3)
    limits = attrs.evolve(LIMITS, under_18=attrs.evolve(LIMITS.under_18, night=(time(22), time(6))))
    asked = attrs.evolve(problem([late], [worker("Sam", under_18=True)]), limits=limits)
    question, finding = why(asked, [], late, person="Sam")
    assert rules(finding) == {("night", "Sam")}
    assert to_the_manager(question, finding).strip() == (
        "Sam would go beyond what is agreed. Sam would go beyond what is agreed."
    )


def test_somebody_whose_own_shifts_stand_against_it_reads_which_and_what_she_could_do():
    first, second = shift(0, 9, 6), shift(1, 9, 6)
    asked = problem([first, second], [worker("Rosa", hours=4)])
    question, finding = why(asked, [on(first, "Rosa")], second, person="Rosa")
    her = ToHer(question, finding)
    assert her.shifts() == [first]
    assert [said.key for _, said in her.reasons()] == [
        "You would work many more hours in the week than were agreed."
    ]
    assert her.repairs()


def test_place_that_somebody_could_have_is_told_as_such():
    one = shift(0, 9, 6)
    question, finding = why(problem([one], [worker("Rosa")]), [], one)
    assert finding.conflict == ()
    assert "Fill the week again" in to_the_manager(question, finding)


def test_pinned_place_is_offered_to_be_moved():
    one, other = shift(0, 9, 6, TILL), shift(0, 9, 6, ANY, job="Kitchen")
    pin = on(other, "Rosa")
    asked = problem([one, other], [worker("Rosa", Held("till")), worker("Ben")], pinned=frozenset({pin}))
    question, finding = why(asked, [pin], one)
    assert ("pinned", "Rosa") in rules(finding)
    assert finding.repair == (Change(rule="pinned", person="Rosa", shift=other.id),)
    assert Teller(question, finding, {}).told().repair.startswith("Moving Rosa from Monday")


def test_law_behind_a_reason_is_named_where_it_is_everybodys():
    late, early = shift(0, 16, 7), shift(1, 7, 6)
    asked = problem([late, early], [worker("Rosa")])
    question, finding = why(asked, [on(late, "Rosa")], early, person="Rosa")
    assert rules(finding) == {("rest", "Rosa"), (KEPT, "Rosa")}
    laws = [line.law for line in Teller(question, finding, {}).told().rules]
    assert "uk.daily-rest" in laws


def test_place_beside_that_is_open_too_is_room_for_a_coach_and_who_keeps_apart_is_part_of_the_reason():
    one = shift(0, 9, 6, ANY, ANY, key=True)
    people = [worker("Ben"), worker("Mei", KEY, coaches=frozenset({Coach("Ben")}))]
    asked = problem([one], people, apart=frozenset({frozenset({"Ben", "Mei"})}))
    _question, finding = why(asked, [on(one, "Ben", 1)], one, place=None)
    assert {bar.rule for bar in finding.conflict} == {"coach", "apart"}
    together = attrs.evolve(asked, apart=frozenset())
    _question, finding = why(together, [on(one, "Ben", 1)], one, place=None)
    assert finding.conflict == ()  # Mei and Ben, on the two places


def test_pay_under_what_was_only_promised_is_not_said_to_be_under_the_law():
    monday = shift(0, 9, 5)
    said = to_the_manager(*why(problem([monday], [worker("Rosa", underpaid=frozenset({MONDAY}))]), (), monday))
    assert "pay" in said
    assert "legal" not in said
