"""What people bring to the rota: wishes, learning, company, coaches, pay and hours that grow."""

import json
import logging
from datetime import date, time, timedelta

import attrs
import pytest
import sqlalchemy as sa

from alongside.api import diary, enterprise, people, placements
from alongside.api.display import Display, Edition
from alongside.api.store import Actor
from alongside.api.values import LONDON, BadInput, NotAllowed, NotFound, Period, at, monday_of
from alongside.api.web import Form, GoTo, Visit
from alongside.enterprise.tables import GRANTS
from alongside.messages.tables import MESSAGES
from alongside.placements.attendance import Attendance
from alongside.placements.coaching import Coaching
from alongside.placements.hours_plan import HoursStep
from alongside.placements.tables import ATTENDANCES, PLACEMENTS
from alongside.placements.tables.way import COACHINGS
from alongside.refusal import NotWithAHelper
from alongside.testing.easy_read import easy_read_faults
from alongside.web import Visitor
from alongside.web.around import mistakes_of
from alongside_cafe import chapter, coaching, pages, reactions
from alongside_cafe.actions import looking, pairing, wishing
from alongside_cafe.actions.asking import problem_of
from alongside_cafe.checker import check
from alongside_cafe.company import NOBODY
from alongside_cafe.offers import brought
from alongside_cafe.pages import company, skills, team, wishes
from alongside_cafe.shift import Assignment
from alongside_cafe.tables import rota_of
from alongside_cafe.tables.bringing import APARTS, BESIDES, ROUTINES, SKILL_WISHES, WISHES
from alongside_cafe.wish import Part, Wish, WishKind
from alongside_cafe.worker import Coach

from .conftest import MONDAY

DISPLAY = Display({"cafe": "alongside_cafe"})
SEE, PLAN = frozenset({"cafe.see"}), frozenset({"cafe.see", "cafe.plan"})
DAYS = Period(MONDAY, MONDAY + timedelta(days=27))


@pytest.fixture
def cafe(cafe):
    """Everybody sees the rota; Rosa plans it."""
    ids = cafe.people

    def rights(actor):
        return {cafe.business.id: PLAN if actor.id == ids["Rosa Delgado"] else SEE}

    cafe.store.rights = lambda unit: rights(unit.actor)
    return cafe


def acting(cafe, name, *, writing=True):
    return cafe.store.unit(Actor.person(cafe.people[name], name), writing=writing)


def visit(cafe, unit, who, **facts):
    return Visit(
        host=None,
        unit=unit,
        visitor=Visitor(unit.actor, who),
        part="cafe",
        edition=Edition.STANDARD,
        zone=LONDON,
        today=MONDAY,
        business=cafe.business,
        **facts,
    )


def asked(cafe, weeks=1):
    problem = cafe.ask(weeks).problem
    return problem, {
        name: next(one for one in problem.workers if one.id == who) for name, who in cafe.people.items()
    }


def wished(cafe, name, kind=WishKind.WANT, part=Part.ALL, **when):
    with acting(cafe, name) as unit:
        return wishing.wish(unit, cafe.business.id, kind, part, **when)


# --- wishes


def test_wish_of_a_weekday_means_each_shift_of_it_and_no_other(cafe):
    wished(cafe, "Mei Tanaka", weekdays=[1])
    _problem, workers = asked(cafe, weeks=2)
    assert {one[:10] for one in workers["Mei Tanaka"].wants} == {"2026-12-01", "2026-12-08"}
    assert workers["Ben Hartley"].wants == frozenset()


def test_wish_of_a_morning_means_shifts_that_start_before_noon_by_the_clock_on_the_wall():
    wish = Wish(id="w", business="b", person="p", kind=WishKind.WANT, weekday=6, part=Part.MORNING)
    assert wish.part.has(time(11, 59))
    assert not wish.part.has(time(12))
    assert Part.ALL.has(time(12))


def test_wish_of_one_date_means_that_day_alone(cafe):
    wished(cafe, "Mei Tanaka", WishKind.RATHER_NOT, day=date(2026, 12, 2))
    _problem, workers = asked(cafe, weeks=2)
    assert {one[:10] for one in workers["Mei Tanaka"].rather_not} == {"2026-12-02"}


def test_what_somebody_would_rather_not_counts_where_she_wishes_for_both(cafe):
    wished(cafe, "Mei Tanaka", weekdays=[1])
    wished(cafe, "Mei Tanaka", WishKind.RATHER_NOT, Part.MORNING, weekdays=[1])
    _problem, workers = asked(cafe)
    mei = workers["Mei Tanaka"]
    assert not mei.wants & mei.rather_not
    assert mei.rather_not


def test_newer_wish_of_the_same_time_takes_the_place_of_the_older(cafe):
    wished(cafe, "Mei Tanaka", weekdays=[1, 2])
    wished(cafe, "Mei Tanaka", WishKind.RATHER_NOT, weekdays=[1])
    with acting(cafe, "Mei Tanaka") as unit:
        said = wishing.wishes(unit, cafe.business.id, cafe.people["Mei Tanaka"])
    assert [(one.kind, one.weekday) for one in said] == [(WishKind.RATHER_NOT, 1), (WishKind.WANT, 2)]


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ({}, "Choose days of the week, or one date"),
        ({"weekdays": [1], "day": date(2026, 12, 2)}, "Choose days of the week, or one date"),
        ({"day": date(2020, 1, 1)}, "This day has been"),
    ],
)
def test_wish_that_contradicts_itself_is_refused_in_a_sentence(cafe, when, said):
    with pytest.raises(BadInput, match=said):
        wished(cafe, "Mei Tanaka", **when)


def test_more_wishes_than_count_are_refused(cafe):
    for n in range(40):
        wished(cafe, "Mei Tanaka", day=MONDAY + timedelta(days=n))
    with pytest.raises(BadInput, match="These are many wishes"):
        wished(cafe, "Mei Tanaka", weekdays=[1])


def test_wish_is_taken_back_by_whose_it_is_and_by_nobody_else(cafe):
    (one,) = wished(cafe, "Mei Tanaka", weekdays=[1])
    with acting(cafe, "Ben Hartley") as unit, pytest.raises(NotFound):
        wishing.take_wish_back(unit, cafe.business.id, one.id)
    with acting(cafe, "Mei Tanaka") as unit:
        wishing.take_wish_back(unit, cafe.business.id, one.id)
        assert unit.find(WISHES) == []


def test_colleague_does_not_read_a_wish_and_who_plans_does(cafe):
    wished(cafe, "Mei Tanaka", weekdays=[1])
    mei = cafe.people["Mei Tanaka"]
    with acting(cafe, "Ben Hartley") as unit, pytest.raises(NotAllowed):
        wishing.wishes(unit, cafe.business.id, mei)
    with acting(cafe, "Rosa Delgado") as unit:
        assert len(wishing.wishes(unit, cafe.business.id, mei)) == 1


# --- the same times, learning


def test_who_says_that_the_same_times_help_needs_routine_until_she_says_no(cafe):
    for helps in (True, False):
        with acting(cafe, "Mei Tanaka") as unit:
            wishing.say_routine(unit, cafe.business.id, helps=helps)
        assert asked(cafe)[1]["Mei Tanaka"].needs_routine is helps


def test_what_somebody_wants_to_learn_and_to_show_comes_into_the_question(cafe):
    with acting(cafe, "Leah Osei") as unit:
        wishing.say_learning(unit, cafe.business.id, ["kitchen", "front"], ["kitchen", "front"])
    leah = asked(cafe)[1]["Leah Osei"]
    assert (leah.learns, leah.teaches) == ({"kitchen"}, {"front"})


def test_what_somebody_has_learnt_meanwhile_is_no_goal_any_more(cafe):
    with acting(cafe, "Leah Osei") as unit:
        wishing.say_learning(unit, cafe.business.id, ["kitchen"], [])
        people.add_skill(unit, cafe.people["Leah Osei"], "kitchen", "Cooks")
    assert asked(cafe)[1]["Leah Osei"].learns == frozenset()


def test_key_is_nothing_that_can_be_learnt(cafe):
    with acting(cafe, "Leah Osei") as unit:
        assert "key_holder" not in wishing.learning(unit, cafe.business.id).cannot


# --- with whom


def test_pair_that_somebody_entered_of_herself_is_apart_in_the_question(cafe):
    with acting(cafe, "Mei Tanaka") as unit:
        pairing.keep_apart(unit, cafe.business.id, cafe.people["Mei Tanaka"], cafe.people["Ben Hartley"])
    assert asked(cafe)[0].apart == {frozenset({cafe.people["Mei Tanaka"], cafe.people["Ben Hartley"]})}


def test_pair_that_is_apart_is_not_glad_of_each_other(cafe):
    with acting(cafe, "Mei Tanaka") as unit:
        mei, ben, dan = (cafe.people[one] for one in ("Mei Tanaka", "Ben Hartley", "Dan Pascoe"))
        pairing.say_whom_i_like(unit, cafe.business.id, [ben, dan])
        pairing.keep_apart(unit, cafe.business.id, mei, ben)
    assert asked(cafe)[0].beside == {frozenset({mei, dan})}


def test_pair_with_somebody_who_works_here_no_more_is_left_out(cafe):
    ben = cafe.people["Ben Hartley"]
    with acting(cafe, "Mei Tanaka") as unit:
        pairing.keep_apart(unit, cafe.business.id, cafe.people["Mei Tanaka"], ben)
        (there,) = placements.placements_of(unit, ben)
        unit.change(PLACEMENTS, there, last_day=MONDAY - timedelta(days=1))
    with cafe.unit(writing=False) as unit:
        assert problem_of(unit, cafe.business.id, DAYS, (), ()).apart == frozenset()


def test_member_keeps_no_two_others_apart_and_nobody_is_apart_from_herself(cafe):
    ben, dan, mei = (cafe.people[one] for one in ("Ben Hartley", "Dan Pascoe", "Mei Tanaka"))
    with acting(cafe, "Mei Tanaka") as unit:
        with pytest.raises(NotAllowed):
            pairing.keep_apart(unit, cafe.business.id, ben, dan)
        with pytest.raises(BadInput, match="one and the same"):
            pairing.keep_apart(unit, cafe.business.id, mei, mei)
        with pytest.raises(BadInput, match="Not both of them work here"):
            pairing.keep_apart(unit, cafe.business.id, mei, "nobody")


def test_pair_that_is_entered_twice_is_there_once(cafe):
    ben, mei = cafe.people["Ben Hartley"], cafe.people["Mei Tanaka"]
    with acting(cafe, "Mei Tanaka") as unit:
        one = pairing.keep_apart(unit, cafe.business.id, mei, ben)
        assert pairing.keep_apart(unit, cafe.business.id, mei, ben) == one


def test_only_whoever_entered_a_pair_reads_it_and_takes_it_out(cafe):
    ben, dan = cafe.people["Ben Hartley"], cafe.people["Dan Pascoe"]
    with acting(cafe, "Rosa Delgado") as unit:
        pair = pairing.keep_apart(unit, cafe.business.id, ben, dan)
    for name in ("Ben Hartley", "Dan Pascoe", "Mei Tanaka"):
        with acting(cafe, name) as unit:
            assert pairing.kept_apart(unit, cafe.business.id) == []
            with pytest.raises(NotFound):
                pairing.together_again(unit, cafe.business.id, pair.id)
    with acting(cafe, "Rosa Delgado") as unit:
        pairing.together_again(unit, cafe.business.id, pair.id)
        assert pairing.kept_apart(unit, cafe.business.id) == []


def test_pair_of_the_person_herself_is_not_there_for_who_plans(cafe):
    with acting(cafe, "Mei Tanaka") as unit:
        pairing.keep_apart(unit, cafe.business.id, cafe.people["Mei Tanaka"], cafe.people["Ben Hartley"])
    with acting(cafe, "Rosa Delgado") as unit:
        assert pairing.kept_apart(unit, cafe.business.id) == []


# --- coaches


def coached(cafe, name, coach=None, beside=True, until=date(2027, 1, 1)):
    with cafe.unit() as unit:
        (there,) = placements.placements_of(unit, cafe.people[name])
        unit.change(PLACEMENTS, there, coach_beside=beside)
        if coach:
            enterprise.give_role(unit, cafe.people[coach], "supporter")
            unit.add(
                COACHINGS,
                Coaching(
                    id=unit.new_id(),
                    person=cafe.people[name],
                    coach=cafe.people[coach],
                    first_day=date(2026, 1, 1),
                    last_day=until,
                ),
            )


def test_coach_whom_she_has_chosen_is_to_be_beside_her(cafe):
    coached(cafe, "Sam Whitlock", "Rosa Delgado")
    _problem, workers = asked(cafe)
    first, last = date(2026, 1, 1), date(2027, 1, 1)
    assert workers["Sam Whitlock"].coaches == {Coach(cafe.people["Rosa Delgado"], first, last)}
    assert workers["Sam Whitlock"].held == frozenset()


def test_control_coach_is_not_asked_for_where_the_placement_does_not(cafe):
    coached(cafe, "Sam Whitlock", "Rosa Delgado", beside=False)
    assert asked(cafe)[1]["Sam Whitlock"].coaches == frozenset()


def test_who_needs_a_coach_and_has_none_here_gets_no_new_shift(cafe):
    coached(cafe, "Sam Whitlock")
    sam = asked(cafe)[1]["Sam Whitlock"]
    assert (sam.coaches, len(sam.held)) == (frozenset(), 7)
    done = cafe.fill()
    assert cafe.people["Sam Whitlock"] not in done.rota.people


def test_coach_counts_until_the_choice_ends_and_no_longer(cafe):
    wednesday = MONDAY + timedelta(days=2)
    coached(cafe, "Sam Whitlock", "Rosa Delgado", until=wednesday)
    problem, workers = asked(cafe, weeks=4)
    rosa, sam = cafe.people["Rosa Delgado"], workers["Sam Whitlock"]
    assert (min(sam.held), len(sam.held)) == (wednesday + timedelta(days=1), 25)
    front = [one for one in problem.shifts if one.job == "Front"]
    both = [Assignment(shift=one.id, place=n, person=who) for one in front for n, who in enumerate((rosa, sam.id))]
    with_her = {one.shift for one in coaching.coached(problem, both)}
    assert {one.day for one in front if one.id in with_her} == {MONDAY + timedelta(days=n) for n in range(3)}
    done = cafe.fill(weeks=4)
    assert {one.day for one in done.rota.shifts if sam.id in done.rota.on(one)} <= set(
        Period(MONDAY, wednesday).days()
    )


# --- hours that grow, pay


def test_hours_that_grow_come_week_by_week(cafe):
    with cafe.unit() as unit:
        (there,) = placements.placements_of(unit, cafe.people["Leah Osei"])
        steps = [(MONDAY + timedelta(days=7), 12 * 60), (MONDAY + timedelta(days=21), 16 * 60)]
        plan = tuple(HoursStep(first_day=day, minutes=n, agreed_on=date(2026, 1, 1)) for day, n in steps)
        unit.change(PLACEMENTS, there, agreed_minutes=8 * 60, plan=plan)
    leah = asked(cafe, weeks=4)[1]["Leah Osei"]
    # The first week is a step too: hours that are to grow must not begin with more.
    assert (leah.agreed_minutes, leah.plan) == (8 * 60, ((MONDAY, 8 * 60), *steps))
    assert [leah.agreed_in(MONDAY + timedelta(days=7 * n)) // 60 for n in range(4)] == [8, 12, 12, 16]


def test_first_week_of_hours_that_grow_later_has_no_more_than_was_agreed_for_it(cafe):
    with cafe.unit() as unit:
        (there,) = placements.placements_of(unit, cafe.people["Leah Osei"])
        later = HoursStep(first_day=MONDAY + timedelta(days=70), minutes=16 * 60, agreed_on=date(2026, 1, 1))
        unit.change(PLACEMENTS, there, agreed_minutes=8 * 60, plan=(later,))
    problem, workers = asked(cafe)
    leah = workers["Leah Osei"]
    assert leah.plan == ((MONDAY, 8 * 60),)
    front = [one for one in problem.shifts if one.job == "Front"][:2]
    rota = [Assignment(shift=one.id, place=0, person=leah.id) for one in front]
    assert [one.rule for one in check(problem, rota)] == ["gradual"]


def test_control_hours_that_stay_have_no_plan(cafe):
    assert asked(cafe, weeks=4)[1]["Leah Osei"].plan == ()


def test_days_on_which_a_rate_is_under_the_floor_are_known(cafe):
    with cafe.unit() as unit:
        (there,) = placements.placements_of(unit, cafe.people["Leah Osei"])
        unit.change(PLACEMENTS, there, rate=500)
    workers = asked(cafe)[1]
    assert workers["Leah Osei"].underpaid == {MONDAY + timedelta(days=n) for n in range(7)}
    assert (workers["Leah Osei"].pence, workers["Ben Hartley"].underpaid) == (500, frozenset())


def test_each_of_two_placements_speaks_for_its_own_days_with_its_own_rate(cafe):
    new = MONDAY + timedelta(days=9)
    leah = cafe.people["Leah Osei"]
    with cafe.unit() as unit:
        (there,) = placements.placements_of(unit, leah)
        unit.change(PLACEMENTS, there, last_day=new - timedelta(days=2))
        second = attrs.evolve(there, id=unit.new_id(), first_day=new, rate=500, agreed_minutes=600, version=1)
        placements.add_placement(unit, second)
    worker = asked(cafe, weeks=3)[1]["Leah Osei"]
    assert worker.availability.away == {new - timedelta(days=1)}
    assert [worker.pence_on(new + timedelta(days=n)) for n in (-2, 0)] == [1310, 500]
    assert worker.underpaid == {new + timedelta(days=n) for n in range(12)}
    assert [worker.agreed_in(MONDAY + timedelta(days=7 * n)) for n in range(3)] == [1200, 1200, 600]


# --- the weeks before


def test_weeks_before_count_as_they_were_confirmed_else_as_they_were_planned(cafe):
    cafe.store.clock = lambda: at(MONDAY - timedelta(days=16), time(12), LONDON)
    cafe.fill(first=MONDAY - timedelta(days=14), weeks=2)
    rosa = cafe.people["Rosa Delgado"]
    weeks = [MONDAY - timedelta(days=14), MONDAY - timedelta(days=7)]
    with cafe.unit(writing=False) as unit:
        rota = rota_of(unit, cafe.business.id, Period(weeks[0], MONDAY))
    hers = [(one.claim, rota.by_id[one.shift]) for one in rota.assignments if one.person == rosa]
    planned = [sum(shift.shift.minutes for _, shift in hers if monday_of(shift.day) == week) for week in weeks]
    assert asked(cafe)[1]["Rosa Delgado"].earlier == tuple(zip(weeks, planned, strict=True))
    claim, first = min(hers, key=lambda one: one[1].starts)
    with cafe.unit() as unit:
        unit.add(
            ATTENDANCES,
            Attendance(
                id=unit.new_id(), claim=claim, person=rosa, business=cafe.business.id, day=first.day,
                starts=first.starts, ends=first.ends + timedelta(minutes=90), noted_at=unit.now,
            ),
        )  # fmt: skip
    assert asked(cafe)[1]["Rosa Delgado"].earlier == ((weeks[0], planned[0] + 90), (weeks[1], planned[1]))


def test_weeks_before_are_as_many_as_the_average_reaches_back(cafe):
    far = MONDAY - timedelta(weeks=17)
    leah = cafe.people["Leah Osei"]
    with cafe.unit() as unit:
        diary.ensure_person(unit, leah)
        for monday in (far, far + timedelta(weeks=1)):
            begins = at(monday, time(9), LONDON)
            diary.claim(unit, leah, begins, begins + timedelta(hours=10), diary.Purpose.WORK, "Elsewhere")
    assert asked(cafe)[1]["Leah Osei"].earlier == ((far + timedelta(weeks=1), 600),)


# --- erasing and handing over


def test_what_was_said_is_handed_over_to_her_without_what_others_entered(cafe):
    mei, ben, dan = (cafe.people[one] for one in ("Mei Tanaka", "Ben Hartley", "Dan Pascoe"))
    wished(cafe, "Mei Tanaka", weekdays=[1])
    with acting(cafe, "Mei Tanaka") as unit:
        pairing.keep_apart(unit, cafe.business.id, mei, ben)
        pairing.say_whom_i_like(unit, cafe.business.id, [dan])
    with acting(cafe, "Rosa Delgado") as unit:
        pairing.keep_apart(unit, cafe.business.id, mei, dan)
        hers, bens = reactions.person_exported(unit, mei), reactions.person_exported(unit, ben)
    assert hers["never_works_with"] == ["Ben Hartley"]
    assert hers["likes_to_work_with"] == ["Dan Pascoe"]
    assert hers["wishes"] == [{"wish": "want", "when": "weekday 1", "part": "all"}]
    assert bens["never_works_with"] == []


def test_nothing_that_she_said_stays_of_somebody_who_is_erased(cafe):
    mei, ben = cafe.people["Mei Tanaka"], cafe.people["Ben Hartley"]
    wished(cafe, "Mei Tanaka", weekdays=[1])
    with acting(cafe, "Ben Hartley") as unit:
        pairing.keep_apart(unit, cafe.business.id, ben, mei)
        pairing.say_whom_i_like(unit, cafe.business.id, [mei])
    with cafe.unit() as unit:
        brought.forget(unit, mei)
    assert rows(cafe) == 0


def rows(cafe):
    with cafe.unit(writing=False) as unit:
        return sum(len(unit.find(one)) for one in (WISHES, SKILL_WISHES, BESIDES, APARTS, ROUTINES))


# --- planted markers


def everything_read_by_others(cafe, engaged):
    """What everybody but the two who know reads of the café, as one text: pages, papers, exports."""
    found = []
    for name, who in cafe.people.items():
        if name in engaged:
            continue
        with acting(cafe, name, writing=False) as unit:
            here = visit(cafe, unit, name)
            views = [pages.rota(here), company.with_whom(here), wishes.wishes(here), skills.learning(here)]
            if name == "Rosa Delgado":
                views += [company.pairs(here), team.team(here)]
            found += [DISPLAY.render("cafe", one, edition=edition) for one in views for edition in Edition]
            found.append(json.dumps(reactions.person_exported(unit, who), default=str))
    with cafe.unit(writing=False) as unit:
        found.append(str(looking.week(unit, cafe.business.id, MONDAY)))
        found.append(str(chapter.figures(unit, DAYS)))
        for name, who in cafe.people.items():
            if name not in engaged:
                found.append(json.dumps(reactions.person_exported(unit, who), default=str))
    return "\n".join(found)


def trail(cafe):
    with cafe.store.engine.connect() as connection:
        return str(connection.execute(sa.text("SELECT kind, about, change FROM store_audit")).all())


def test_never_together_changes_not_one_letter_of_what_anybody_else_reads(cafe, caplog):
    caplog.set_level(logging.DEBUG)
    cafe.fill()
    before, said = everything_read_by_others(cafe, {"Mei Tanaka"}), trail(cafe)
    with acting(cafe, "Mei Tanaka") as unit:
        pairing.keep_apart(unit, cafe.business.id, cafe.people["Mei Tanaka"], cafe.people["Ben Hartley"])
    assert everything_read_by_others(cafe, {"Mei Tanaka"}) == before
    assert trail(cafe) == said
    assert "cafe_apart" not in caplog.text


def test_control_what_who_plans_enters_shows_on_her_own_page(cafe):
    before = everything_read_by_others(cafe, {"Mei Tanaka"})
    with acting(cafe, "Rosa Delgado") as unit:
        pairing.keep_apart(unit, cafe.business.id, cafe.people["Mei Tanaka"], cafe.people["Ben Hartley"])
    assert everything_read_by_others(cafe, {"Mei Tanaka"}) != before


def test_wish_changes_not_one_letter_of_what_a_colleague_reads_and_the_trail_keeps_no_word_of_it(cafe):
    cafe.fill()
    others = {"Mei Tanaka", "Rosa Delgado"}
    before = everything_read_by_others(cafe, others)
    wished(cafe, "Mei Tanaka", WishKind.RATHER_NOT, weekdays=[1])
    with acting(cafe, "Mei Tanaka") as unit:
        wishing.say_routine(unit, cafe.business.id, helps=True)
        wishing.say_learning(unit, cafe.business.id, ["front"], ["kitchen"])
        pairing.say_whom_i_like(unit, cafe.business.id, [cafe.people["Ben Hartley"]])
    assert everything_read_by_others(cafe, others) == before
    assert "rather_not" not in trail(cafe)


# --- pages


def sent(cafe, name, going, pairs):
    with acting(cafe, name) as unit:
        return going(visit(cafe, unit, name, form=Form(tuple(pairs))))


def shown(cafe, name, show, edition=Edition.STANDARD):
    with acting(cafe, name, writing=False) as unit:
        return DISPLAY.render("cafe", show(visit(cafe, unit, name)), edition=edition)


def test_pages_of_what_one_brings_show_it_and_say_it_in_easy_read(cafe):
    ben = cafe.people["Ben Hartley"]
    done = [
        sent(cafe, "Mei Tanaka", wishes.send_wishes, WISHED),
        sent(cafe, "Mei Tanaka", wishes.send_wishes, [("do", "routine"), ("helps", "yes")]),
        sent(cafe, "Mei Tanaka", skills.send_learning, [("do", "learn"), ("learn", "front")]),
        sent(cafe, "Mei Tanaka", company.send_with_whom, [("do", "with"), ("people", ben)]),
        sent(cafe, "Mei Tanaka", company.send_with_whom, [("do", "never"), ("other", cafe.people["Dan Pascoe"])]),
    ]
    assert all(isinstance(one, GoTo) for one in done)
    assert "Monday, in the morning" in shown(cafe, "Mei Tanaka", wishes.wishes)
    assert "You never work with <strong>Dan Pascoe</strong>" in shown(cafe, "Mei Tanaka", company.with_whom)
    for show in (wishes.wishes, skills.learning, company.with_whom):
        assert easy_read_faults(shown(cafe, "Mei Tanaka", show, Edition.EASY)) == []
    assert easy_read_faults(shown(cafe, "Rosa Delgado", company.pairs, Edition.EASY)) == []


WISHED = (("do", "wish"), ("kind", "want"), ("days", "0"), ("hours", "morning"))


@pytest.mark.parametrize(
    ("pairs", "field"),
    [
        ([("do", "wish"), ("days", "0"), ("hours", "all")], "wish-kind"),
        ([("do", "wish"), ("kind", "want"), ("hours", "all")], "wish-days"),
        ([*WISHED, ("day", "2026-12-02")], "wish-days"),
        ([("do", "wish"), ("kind", "want"), ("hours", "all"), ("day", "2020-01-01")], "wish-day"),
    ],
)
def test_wish_that_cannot_be_is_asked_for_again(cafe, pairs, field):
    view = sent(cafe, "Mei Tanaka", wishes.send_wishes, pairs)
    assert [name for name, _said in mistakes_of(view)] == [field]


def test_pair_is_entered_and_taken_out_on_the_page_of_who_plans(cafe):
    pair = [("do", "never"), ("person", cafe.people["Ben Hartley"]), ("other", cafe.people["Dan Pascoe"])]
    assert isinstance(sent(cafe, "Rosa Delgado", company.send_pairs, pair), GoTo)
    assert "Ben Hartley</strong> and <strong>Dan Pascoe" in shown(cafe, "Rosa Delgado", company.pairs)
    with acting(cafe, "Rosa Delgado") as unit:
        (one,) = unit.find(APARTS)
    sent(cafe, "Rosa Delgado", company.send_pairs, [("do", f"back:{one.id}")])
    assert rows(cafe) == 0
    same = [("do", "never"), ("person", cafe.people["Ben Hartley"]), ("other", cafe.people["Ben Hartley"])]
    view = sent(cafe, "Rosa Delgado", company.send_pairs, same)
    assert [name for name, _said in mistakes_of(view)] == ["never-other"]


def test_with_a_helper_nothing_of_pairs_is_shown_or_changed(cafe):
    mei, ben = cafe.people["Mei Tanaka"], cafe.people["Ben Hartley"]
    with acting(cafe, "Mei Tanaka") as unit:
        pair = pairing.keep_apart(unit, cafe.business.id, mei, ben)
    with cafe.store.unit(Actor.person(mei, "Mei Tanaka", helper=ben)) as unit:
        assert pairing.kept_apart(unit, cafe.business.id) == []
        html = DISPLAY.render("cafe", company.with_whom(visit(cafe, unit, "Mei Tanaka")), edition=Edition.EASY)
        assert "You never work with" not in html
        with pytest.raises(NotWithAHelper):
            pairing.together_again(unit, cafe.business.id, pair.id)


# --- leaving


def left(cafe, name):
    with cafe.unit() as unit:
        (there,) = placements.placements_of(unit, cafe.people[name])
        unit.change(PLACEMENTS, there, last_day=MONDAY - timedelta(days=1))


def pairs_of_everybody(cafe):
    """Mei has a pair and somebody she likes, and Rosa, who manages, has entered one of two others."""
    mei, ben, dan, leah = (cafe.people[one] for one in ("Mei Tanaka", "Ben Hartley", "Dan Pascoe", "Leah Osei"))
    with cafe.unit() as unit:
        role = enterprise.give_role(unit, cafe.people["Rosa Delgado"], "manager", cafe.business.id)
    with acting(cafe, "Mei Tanaka") as unit:
        pairing.keep_apart(unit, cafe.business.id, mei, ben)
        pairing.say_whom_i_like(unit, cafe.business.id, [ben])
    with acting(cafe, "Rosa Delgado") as unit:
        pairing.keep_apart(unit, cafe.business.id, dan, leah)
    return role


def morning_of(cafe, day):
    with cafe.unit() as unit:
        brought.end_pairs(unit, day)


def test_pairs_end_with_the_day_after_one_of_them_has_left_and_no_others_do(cafe):
    pairs_of_everybody(cafe)
    left(cafe, "Ben Hartley")
    morning_of(cafe, MONDAY - timedelta(days=1))
    assert rows(cafe) == 3
    morning_of(cafe, MONDAY)
    with cafe.unit(writing=False) as unit:
        assert unit.find(BESIDES) == []
        (one,) = unit.find(APARTS)
    assert one.pair == {cafe.people["Dan Pascoe"], cafe.people["Leah Osei"]}


def follows(cafe, role, name="Sam Whitlock"):
    """Rosa plans here no more, and somebody else does."""
    with cafe.unit() as unit:
        unit.change(GRANTS, role, last_day=enterprise.today(unit) - timedelta(days=1))
        enterprise.give_role(unit, cafe.people[name], "manager", cafe.business.id)
    plans = cafe.people[name]
    cafe.store.rights = lambda unit: {cafe.business.id: PLAN if unit.actor.id == plans else SEE}


def told_of_pairs(cafe):
    with cafe.unit(writing=False) as unit:
        return [one.person for one in unit.find(MESSAGES) if one.key.startswith("cafe:pair-from-before:")]


def test_pair_stays_with_the_two_when_who_entered_it_plans_no_more_and_who_plans_next_is_told_once(cafe):
    role = pairs_of_everybody(cafe)
    with cafe.unit() as unit:
        assert pairing.left_behind(unit, cafe.business.id) == []
    follows(cafe, role)
    for _ in range(2):
        with cafe.unit() as unit:
            reactions.daily_round(unit, MONDAY)
    assert told_of_pairs(cafe) == [cafe.people["Sam Whitlock"]]
    assert len(cafe.ask().problem.apart) == 2
    with acting(cafe, "Sam Whitlock") as unit:
        (one,) = pairing.left_behind(unit, cafe.business.id)
        assert one.pair == {cafe.people["Dan Pascoe"], cafe.people["Leah Osei"]}
        html = DISPLAY.render("cafe", company.pairs(visit(cafe, unit, "Sam Whitlock")))
        assert "<strong>Dan Pascoe</strong> and <strong>Leah Osei</strong>" in html
        # What Mei has entered of herself is not among it.
        assert "<strong>Mei Tanaka</strong>" not in html
    assert isinstance(sent(cafe, "Sam Whitlock", company.send_pairs, [("do", f"over:{one.id}")]), GoTo)
    with acting(cafe, "Sam Whitlock") as unit:
        assert pairing.left_behind(unit, cafe.business.id) == []
        assert [each.id for each in pairing.kept_apart(unit, cafe.business.id)] == [one.id]


def test_pair_left_behind_is_taken_out_by_who_plans_and_by_nobody_else(cafe):
    role = pairs_of_everybody(cafe)
    follows(cafe, role)
    with cafe.unit(writing=False) as unit:
        (one,) = [each for each in unit.find(APARTS) if each.by == cafe.people["Rosa Delgado"]]
    with acting(cafe, "Leah Osei") as unit, pytest.raises(NotFound):
        pairing.together_again(unit, cafe.business.id, one.id)
    with acting(cafe, "Leah Osei") as unit, pytest.raises(NotAllowed):
        pairing.left_behind(unit, cafe.business.id)
    with cafe.store.unit(
        Actor.person(cafe.people["Sam Whitlock"], "Sam Whitlock", helper=cafe.people["Dan Pascoe"])
    ) as unit:
        assert pairing.left_behind(unit, cafe.business.id) == []
        with pytest.raises(NotWithAHelper):
            pairing.take_over(unit, cafe.business.id, one.id)
    with acting(cafe, "Sam Whitlock") as unit:
        pairing.together_again(unit, cafe.business.id, one.id)
        assert one.id not in {each.id for each in unit.find(APARTS)}


def test_pair_of_others_outlives_the_record_of_who_entered_it_without_her(cafe):
    pairs_of_everybody(cafe)
    with cafe.unit() as unit:
        reactions.person_erased(unit, cafe.people["Rosa Delgado"])
        assert sorted(one.by for one in unit.find(APARTS)) == sorted([NOBODY, cafe.people["Mei Tanaka"]])
        reactions.person_erased(unit, cafe.people["Dan Pascoe"])
        assert [one.by for one in unit.find(APARTS)] == [cafe.people["Mei Tanaka"]]


def test_helper_sees_and_changes_nothing_of_whom_she_likes_to_work_with(cafe):
    mei, ben, dan = (cafe.people[one] for one in ("Mei Tanaka", "Ben Hartley", "Dan Pascoe"))
    with acting(cafe, "Mei Tanaka") as unit:
        pairing.say_whom_i_like(unit, cafe.business.id, [ben])
        alone = DISPLAY.render("cafe", company.with_whom(visit(cafe, unit, "Mei Tanaka")))
    with cafe.store.unit(Actor.person(mei, "Mei Tanaka", helper=dan)) as unit:
        for edition in Edition:
            html = DISPLAY.render("cafe", company.with_whom(visit(cafe, unit, "Mei Tanaka")), edition=edition)
            assert "Ben Hartley" not in html
            assert 'type="checkbox"' not in html
        with pytest.raises(NotWithAHelper):
            pairing.say_whom_i_like(unit, cafe.business.id, [])
    assert "Ben Hartley" in alone
    with cafe.unit(writing=False) as unit:
        assert [one.other for one in unit.find(BESIDES)] == [ben]


@pytest.mark.parametrize("other", ["", "nobody who is here"])
def test_never_with_nobody_is_asked_for_again_and_nothing_is_kept(cafe, other):
    pairs = Form((("do", "never"), ("other", other)))
    with acting(cafe, "Mei Tanaka") as unit:
        view = company.send_with_whom(visit(cafe, unit, "Mei Tanaka", form=pairs))
        assert [name for name, _said in mistakes_of(view)] == ["never-other"]
        assert pairing.kept_apart(unit, cafe.business.id) == []
        for edition in Edition:
            assert 'id="never-other-mistake"' in DISPLAY.render("cafe", view, edition=edition)
