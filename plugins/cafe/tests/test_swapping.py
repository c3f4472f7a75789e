"""Swaps: only those that break nothing are offered; one that became impossible is refused, and both hear why."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.api import diary
from alongside.api.display import Edition
from alongside.api.values import BadInput, NotFound, Refusal
from alongside.placements.tables import NOTICES
from alongside.testing.easy_read import easy_read_faults
from alongside_cafe.actions import (
    answering_swaps,
    coming_back,
    not_coming,
    own_ways,
    planning,
    shortening,
    standing_in,
    swapping,
)
from alongside_cafe.pages import asked as asked_page
from alongside_cafe.pages import swap as swap_page
from alongside_cafe.publication import digest_of
from alongside_cafe.swap import Stand
from alongside_cafe.tables import PUBLICATIONS, SHIFTS, rota_of
from alongside_cafe.tables.changes import SWAPS

from .test_cafe_edges import shown, visit


def asked(standing):
    """Somebody has asked somebody to swap: the swap, and the names of the two."""
    names = {who: name for name, who in standing.cafe.people.items()}
    business = standing.cafe.business.id
    for place in standing.rota().assignments:
        name = names[place.person]
        with standing.unit(name) as unit:
            for could in swapping.possible(unit, business, place.shift):
                swap = swapping.ask(unit, business, place.shift, could.place.id)
                return swap, name, names[could.place.person]
    raise AssertionError("nobody could swap with anybody")


def test_swap_is_done_once_the_colleague_says_yes_and_nothing_is_broken(standing):
    swap, name, other = asked(standing)
    (question,) = standing.told(other, "cafe:swap:")
    assert name.split()[0] not in str(question)
    with standing.unit(other) as unit:
        done = answering_swaps.say_yes(unit, standing.cafe.business.id, swap.id)
    rota = standing.rota()
    assert done.stand is Stand.DONE
    assert swap.other in rota.on(rota.by_id[swap.hers])
    assert swap.person in rota.on(rota.by_id[swap.theirs])
    assert standing.faults() == []
    assert standing.told("Rosa Delgado", "cafe:swapped:") or other == "Rosa Delgado"
    assert all(one.by_herself for one in standing.kept(NOTICES))


def test_swap_waits_for_who_plans_where_the_cafe_wants_that(standing):
    business = standing.cafe.business.id
    with standing.unit("Rosa Delgado") as unit:
        own_ways.set_confirming(unit, business, confirm_swaps=True)
    swap, _name, other = asked(standing)
    with standing.unit(other) as unit:
        assert answering_swaps.say_yes(unit, business, swap.id).stand is Stand.AGREED
    with standing.unit("Rosa Delgado") as unit:
        (waits,) = swapping.waiting_in(unit, business)
        assert answering_swaps.confirm(unit, business, waits.swap.id, yes=True).stand is Stand.DONE
    assert standing.faults() == []


def test_swap_that_breaks_a_rule_by_now_is_refused_and_each_hears_why_for_herself(standing):
    swap, name, other = asked(standing)
    business, before = standing.cafe.business.id, standing.rota().assignments
    there = standing.rota().by_id[swap.hers]
    with standing.unit() as unit:
        hours = planning.availability(unit, business, swap.other).hours
        planning.set_availability(unit, business, swap.other, hours, {there.day})
    with standing.unit(other) as unit:
        assert answering_swaps.say_yes(unit, business, swap.id).stand is Stand.IMPOSSIBLE
    assert standing.rota().assignments == before
    (hers,), (theirs,) = standing.told(name, "cafe:unswapped:"), standing.told(other, "cafe:unswapped:")
    assert theirs.lines[0].key == "You have this day off."
    assert hers.lines[0].key == "The swap is not possible any more."


def test_swap_that_breaks_the_rest_between_days_is_not_offered_and_refused_when_asked_for(standing):
    business = standing.cafe.business.id
    swap, name, _other = asked(standing)
    rota = standing.rota()
    mine, theirs = rota.by_id[swap.hers], rota.by_id[swap.theirs]
    with standing.unit() as unit:
        # Her own other work ends late on the evening before the shift that she would get.
        diary.claim(
            unit,
            swap.person,
            theirs.starts - timedelta(hours=11),
            theirs.starts - timedelta(hours=9),
            diary.Purpose.WORK,
            "Elsewhere",
        )
    with standing.unit(name) as unit:
        offered = {one.shift.id for one in swapping.possible(unit, business, mine.id)}
        assert theirs.id not in offered
        place = next(one for one in rota.assignments if (one.shift, one.person) == (theirs.id, swap.other))
        answering_swaps.take_back(unit, business, swap.id)
        with pytest.raises(Refusal, match="hours' rest between two working days"):
            swapping.ask(unit, business, mine.id, place.id)


@pytest.mark.parametrize(
    ("moved", "stand"), [(timedelta(hours=-2), Stand.IMPOSSIBLE), (timedelta(minutes=30), Stand.DONE)]
)
def test_swap_is_possible_until_the_shifts_begin_as_they_are_now(standing, moved, stand):
    swap, _name, other = asked(standing)
    business, rota = standing.cafe.business.id, standing.rota()
    first = min((rota.by_id[swap.hers], rota.by_id[swap.theirs]), key=lambda one: one.starts)
    with standing.unit() as unit:
        # A rota that was published anew may have moved the shift of a day.
        unit.change(SHIFTS, first, starts=first.starts + moved)
    standing.at(first.starts + moved / 2)
    with standing.unit(other) as unit:
        there = swapping.waiting_of(unit, business, swap.other)
        assert bool(there) == (stand is Stand.DONE)
        assert answering_swaps.say_yes(unit, business, swap.id).stand is stand


def test_question_is_taken_back_and_answered_by_nobody_afterwards(standing):
    swap, name, other = asked(standing)
    business = standing.cafe.business.id
    with standing.unit(name) as unit:
        answering_swaps.take_back(unit, business, swap.id)
    with standing.unit(other) as unit, pytest.raises(BadInput, match="answered already"):
        answering_swaps.say_yes(unit, business, swap.id)


def test_shift_of_somebody_else_is_refused_by_its_name(standing):
    rota, business = standing.rota(), standing.cafe.business.id
    names = {who: name for name, who in standing.cafe.people.items()}
    who = rota.assignments[0].person
    other = next(one for one in rota.shifts if who not in rota.on(one))
    for act in (swapping.possible, not_coming.what_follows, not_coming.cannot_come):
        with standing.unit(names[who]) as unit, pytest.raises(NotFound, match=other.called):
            act(unit, business, other.id)


def test_nobody_answers_for_another(standing):
    swap, name, _other = asked(standing)
    with standing.unit(name) as unit, pytest.raises(NotFound):
        answering_swaps.say_yes(unit, standing.cafe.business.id, swap.id)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(choices=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 99)), min_size=4, max_size=9))
def test_after_any_run_of_changes_and_swaps_no_rule_is_broken(standing, choices):
    for what, which in choices:
        _do(standing, what, which)
        assert standing.faults() == []
    newest = max(standing.kept(PUBLICATIONS), key=lambda one: one.number)
    with standing.unit(writing=False) as unit:
        assert newest.digest == digest_of(rota_of(unit, newest.business, newest.period))


def _do(standing, what, which):
    """One change: off, back, a stand-in, a swap or a shorter shift; what is refused leaves all as it was."""
    business, rota = standing.cafe.business.id, standing.rota()
    names = {who: name for name, who in standing.cafe.people.items()}
    place = rota.assignments[which % len(rota.assignments)]
    shift = rota.by_id[place.shift]
    try:
        if what == 0:
            with standing.unit(names[place.person]) as unit:
                not_coming.cannot_come(unit, business, shift.id)
        elif what == 1:
            with standing.unit() as unit:
                who = list(standing.cafe.people.values())[which % len(standing.cafe.people)]
                coming_back.can_come(unit, business, shift.id, who)
        elif what == 2:
            gaps = [one for one in rota.gaps if one.place is not None]
            if gaps:
                gap, who = gaps[which % len(gaps)], list(standing.cafe.people.values())[which % 6]
                with standing.unit() as unit:
                    standing_in.put_on(unit, business, gap.shift, gap.place, who)
        elif what == 3:
            with standing.unit(names[place.person]) as unit:
                could = swapping.possible(unit, business, shift.id)[:1]
                swap = swapping.ask(unit, business, shift.id, could[0].place.id) if could else None
            if swap:
                with standing.unit(names[swap.other]) as unit:
                    answering_swaps.say_yes(unit, business, swap.id)
        else:
            with standing.unit() as unit:
                shortening.shorten(unit, business, shift.id, shift.starts + timedelta(minutes=30), shift.ends)
    except Refusal:
        pass


def test_pages_show_whose_each_shift_is_and_easy_read_keeps_its_rules(standing):
    business = standing.cafe.business.id
    swap, name, other = asked(standing)
    for who, page, shift in ((name, swap_page.swap, swap.hers), (other, asked_page.asked, "")):
        with standing.unit(who, writing=False) as unit:
            view = page(visit(standing.cafe, unit, who, path={"shift": shift}))
            possible = swapping.possible(unit, business, swap.hers) if shift else ()
        standard, easy = shown(view), shown(view, Edition.EASY)
        for face in (one.face for one in possible):
            assert f"<strong>{face.first_name}</strong>" in standard
            assert f"<strong>{face.first_name}</strong> works then." in easy
        assert easy_read_faults(easy) == []


def test_swaps_are_kept_with_how_they_ended(standing):
    swap, _name, other = asked(standing)
    with standing.unit(other) as unit:
        answering_swaps.say_no(unit, standing.cafe.business.id, swap.id)
    (kept,) = standing.kept(SWAPS)
    assert kept.stand is Stand.NO
