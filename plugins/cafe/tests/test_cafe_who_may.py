"""Who may read what of the rota: a pair, a limit, a reason and a number reach those they are for alone."""

import pytest
import sqlalchemy as sa

from alongside.api.display import Display, Edition
from alongside.api.store import Actor
from alongside.api.values import LONDON, BadInput, Refusal
from alongside.api.web import Visit
from alongside.people.tables import PEOPLE
from alongside.web import Visitor
from alongside_cafe import chapter
from alongside_cafe.actions import (
    answering_swaps,
    change_wanted,
    changing,
    drafting,
    giving_way,
    looking,
    one_place,
    placing,
    sheets,
    standing_in,
)
from alongside_cafe.change import What
from alongside_cafe.company import Apart
from alongside_cafe.flag import YOURS, Flag
from alongside_cafe.pages.not_coming import not_coming_page
from alongside_cafe.problem import Answer, Ending, gaps_in
from alongside_cafe.reasons import chief, reasons
from alongside_cafe.rules import RULES, public
from alongside_cafe.summary import Summary
from alongside_cafe.swap import Stand
from alongside_cafe.tables import APARTS, FLAGS, GAPS
from alongside_cafe.tables.changes import SWAPS

from .conftest import MONDAY
from .test_swapping import asked

FRONT, KITCHEN = "2026-12-01T09:00-Front", "2026-12-01T08:00-Kitchen"
DISPLAY = Display({"cafe": "alongside_cafe"})
PRIVATE = frozenset(
    {
        "longer_rest",
        "longer_break",
        "more_days_off",
        "night",
        "day_limit",
        "week_limit",
        "long_week",
        "own_most",
        "margin",
        "average",
        "gradual",
        "apart",
    }
)


@pytest.fixture
def engine_name():
    """One database is enough for what is said."""
    return "sqlite"


def keep_apart(cafe, one, other):
    with cafe.unit() as unit:
        pair = Apart(
            id=unit.new_id(),
            business=cafe.business.id,
            person=cafe.people[one],
            other=cafe.people[other],
            by=cafe.people[one],
        )
        unit.add(APARTS, pair)


def trail(cafe, *kinds):
    with cafe.store.engine.connect() as connection:
        rows = connection.execute(sa.text("SELECT kind, change FROM store_audit")).all()
    return [change for kind, change in rows if kind in kinds]


# --- never together


def test_every_private_rule_is_one_sentence_for_who_plans_and_no_other_rule_has_it():
    assert {rule for rule in RULES if RULES[rule].hard and public(rule) == public("apart")} == PRIVATE
    assert len({(RULES[rule].one, RULES[rule].many) for rule in PRIVATE}) == 1


def name_of(cafe, who):
    return next(name for name, one in cafe.people.items() if one == who)


def on(draft, shift):
    return [one.person for one in draft.assignments if one.shift == shift]


def somebody_beside(cafe, draft):
    """A place of Tuesday's front that is taken off, whoever could have it, and somebody who is at work then."""
    with cafe.unit() as unit:
        draft = placing.take_off(unit, draft, FRONT, 0)
        could = [one.person for one in one_place.place(unit, draft, FRONT, 0).candidates if not one.rules]
    return draft, name_of(cafe, could[0]), name_of(cafe, on(draft, KITCHEN)[0])


def test_putting_somebody_beside_whom_she_keeps_apart_from_names_her_alone_and_no_quarrel(cafe):
    draft, comes, there = somebody_beside(cafe, cafe.draft())
    keep_apart(cafe, there, comes)
    with cafe.unit() as unit:
        (one,) = (who for who in one_place.place(unit, draft, FRONT, 0).candidates if who.name == comes)
        assert one.sentence == f"{comes} would go beyond what is agreed."
        with pytest.raises(placing.NotPossible) as refused:
            placing.put(unit, draft, FRONT, 0, cafe.people[comes], "Please.")
    assert str(refused.value) == f"This cannot be: {comes} would go beyond what is agreed."


def test_sheet_with_two_who_keep_apart_names_one_of_them(cafe):
    keep_apart(cafe, "Mei Tanaka", "Ben Hartley")
    rows = [
        ["person", "2026-12-01"],
        ["Mei Tanaka", "08:00-14:00 Kitchen"],
        ["Ben Hartley", "09:00-15:00 Front"],
    ]
    with cafe.unit() as unit:
        brought = sheets.bring_in(unit, cafe.business.id, rows)
    assert [one.said for one in brought.faults if "beyond what is agreed" in one.said] != []
    told = " ".join(one.said for one in brought.faults)
    assert ("Mei" in told) != ("Ben" in told)


def test_draft_that_a_new_pair_makes_impossible_loses_one_of_the_two_and_names_one(cafe):
    draft = cafe.draft()
    one, other = (name_of(cafe, who) for who in on(draft, KITCHEN))
    keep_apart(cafe, one, other)
    with cafe.unit() as unit:
        problem = drafting.question(unit, cafe.business.id, MONDAY, 1)
        still = giving_way.possible(problem, draft.assignments)
        with pytest.raises(drafting.BrokenRota) as refused:
            drafting.refuse_broken(unit, problem, [one for one in draft.assignments if one.shift == KITCHEN])
    left = [who for who in on(draft, KITCHEN) if who not in {one.person for one in still if one.shift == KITCHEN}]
    assert len(left) == 1
    assert (one in str(refused.value)) != (other in str(refused.value))


def test_member_who_says_yes_beside_whom_she_keeps_apart_from_reads_nobodys_name(standing):
    cafe, names = standing.cafe, {who: name for name, who in standing.cafe.people.items()}
    request, shift = somebody_asked(standing)
    me = names[request.person]
    there = next(
        names[one.person]
        for one in standing.rota().assignments
        if standing.rota().by_id[one.shift].day == shift.day and one.person != request.person
    )
    keep_apart(cafe, there, me)
    with standing.unit(me) as unit, pytest.raises(Refusal) as refused:
        standing_in.say_yes(unit, cafe.business.id, request.id)
    assert str(refused.value) == "This shift is not possible for you."


def somebody_asked(standing):
    """Whoever is asked for a place of another, with the request and the shift."""
    for place in standing.rota().assignments:
        shift = standing.rota().by_id[place.shift]
        with standing.unit() as unit:
            there = changing.standing(unit, standing.cafe.business.id, shift)
            changing.change(unit, there, change_wanted.Wanted(off=(place,)), What.OFF, herself={place.person})
            there = changing.standing(unit, standing.cafe.business.id, shift)
            for request in standing_in.ask(unit, there, shift, place.place):
                if request.person != place.person:
                    return request, shift
    raise AssertionError("nobody could stand in for anybody")


def test_reason_of_an_open_place_counts_who_keeps_apart_and_is_kept_as_it_is_told(cafe):
    draft, comes, there = somebody_beside(cafe, cafe.draft())
    for name in cafe.people:
        if name != there:
            keep_apart(cafe, name, there)
    with cafe.unit() as unit:
        problem = drafting.question(unit, cafe.business.id, MONDAY, 1)
    rota = tuple(one for one in draft.assignments if one.shift != FRONT)
    gaps = tuple(one for one in gaps_in(problem, rota) if (one.shift, one.place) == (FRONT, 0))
    answer = Answer(assignments=rota, gaps=gaps, ending=Ending.NOTHING, cost=0, bound=0, work=0.0)
    (why,) = reasons(problem, answer, {who: name for name, who in cafe.people.items()})
    assert comes in why.manager.partition(" would go beyond what is agreed")[0]
    assert there not in why.manager or there in why.manager.partition(" on another shift then")[0]
    assert chief(why) == public("apart") != "apart"


# --- the trail


def test_trail_holds_no_reason_no_rule_and_no_word_of_a_draft_a_publication_or_a_gap(cafe):
    draft = cafe.draft()
    with cafe.unit() as unit:
        draft = placing.take_off(unit, draft, FRONT, 0)
        draft = unit.change(drafting.DRAFTS, draft, gaps=draft.gaps)
    cafe.publish(draft)
    with cafe.unit(writing=False) as unit:
        assert any(one.manager for one in unit.find(GAPS))
    kept = trail(cafe, "cafe_draft", "cafe_publication", "cafe_gap")
    assert kept
    assert set(kept) == {"{}"}


# --- numbers


def test_manager_who_may_be_rung_for_shifts_shows_her_number_to_no_member(standing):
    rosa, name = standing.cafe.people["Rosa Delgado"], "Ben Hartley"
    with standing.unit() as unit:
        (her,) = unit.find(PEOPLE, PEOPLE.table.c.id == rosa)
        unit.change(PEOPLE, her, phone="07700 900123", rung_for_shifts=True)
    shift, _place = standing.first_place(name)
    with standing.unit(name, writing=False) as unit:
        view = not_coming_page(visit(standing, unit, name, path={"shift": shift.id}))
    for edition in Edition:
        shown = DISPLAY.render("cafe", view, edition=edition)
        assert "You can ask Rosa." in shown
        assert "900123" not in shown


def visit(standing, unit, name, **facts):
    return Visit(
        host=None,
        unit=unit,
        visitor=Visitor(unit.actor, name),
        part="cafe",
        edition=Edition.STANDARD,
        zone=LONDON,
        today=MONDAY,
        business=standing.cafe.business,
        **facts,
    )


# --- swaps


def test_swap_that_the_colleague_has_not_answered_is_agreed_to_by_nobody(standing):
    swap, _name, _other = asked(standing)
    before = standing.rota().assignments
    for yes in (True, False):
        with standing.unit("Rosa Delgado") as unit, pytest.raises(BadInput, match="Not both of them"):
            answering_swaps.confirm(unit, standing.cafe.business.id, swap.id, yes=yes)
    assert standing.rota().assignments == before
    assert [one.stand for one in standing.kept(SWAPS)] == [Stand.ASKED]


def test_news_of_a_swap_that_became_impossible_names_no_private_rule(standing):
    swap, name, other = asked(standing)
    rota = standing.rota()
    there = rota.by_id[swap.hers]
    beside = next(
        one.person
        for one in rota.assignments
        if rota.by_id[one.shift].day == there.day and one.person not in {swap.person, swap.other}
    )
    keep_apart(standing.cafe, other, name_of(standing.cafe, beside))
    with standing.unit(other) as unit:
        assert answering_swaps.say_yes(unit, standing.cafe.business.id, swap.id).stand is Stand.IMPOSSIBLE
    for who in (name, other):
        (news,) = standing.told(who, "cafe:unswapped:")
        assert news.lines[0].key == "The swap is not possible any more."


# --- the report


@pytest.mark.parametrize(
    "rule", ["week_limit", "own_most", "margin", "apart", "night", "held", "pay_floor", "coach", "gradual"]
)
def test_report_does_not_say_in_words_what_it_keeps_out_of_its_figures(rule):
    told = Summary(places=9, reasons=((rule, 6), ("away", 2)))
    assert chapter.said_why(told) == ""
    assert "" in dict(chapter.reasons_told(told))


def test_control_report_says_that_people_were_away():
    assert chapter.said_why(Summary(places=9, reasons=(("away", 6),))) == "were away"


# --- beside a helper


def test_helper_reads_nothing_of_a_certificate_that_her_shift_waits_for(standing):
    cafe, name = standing.cafe, "Mei Tanaka"
    shift, place = standing.first_place(name)
    with standing.unit() as unit:
        flag = Flag(
            id=unit.new_id(),
            business=cafe.business.id,
            assignment=place.id,
            person=place.person,
            kind="lapsed",
            certificate="food_hygiene",
            since=unit.now,
        )
        unit.add(FLAGS, flag)
    with standing.unit(name, writing=False) as unit:
        assert looking.week(unit, cafe.business.id, MONDAY).waits == {(shift.id, place.person): YOURS}
    helped = Actor.person(place.person, name, helper=cafe.people["Ben Hartley"])
    with cafe.store.unit(helped, writing=False) as unit:
        assert looking.week(unit, cafe.business.id, MONDAY).waits == {}
