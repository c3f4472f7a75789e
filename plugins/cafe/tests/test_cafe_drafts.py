"""A rota is a draft until it is published: it claims nobody's time, tells nobody, and undoes nothing."""

import re
from datetime import date, time, timedelta

import attrs
import pytest

from alongside.api import diary, people
from alongside.api.display import Display, Edition
from alongside.api.store import Actor
from alongside.api.values import LONDON, BadInput, NotAllowed, Period, SomebodyWasFaster, at
from alongside.api.web import Form
from alongside.diary.actions import feeding
from alongside.messages.tables import MESSAGES
from alongside.testing.easy_read import easy_read_faults
from alongside_cafe import pages, reactions, solving
from alongside_cafe.actions import (
    begun_by_hand,
    drafting,
    giving_way,
    looking,
    looking_again,
    one_place,
    placing,
    planning,
    publishing,
)
from alongside_cafe.change import What
from alongside_cafe.draft import Searched
from alongside_cafe.how_good import BEST, FEWEST, MIGHT, how_good
from alongside_cafe.pages import changes as changes_page
from alongside_cafe.pattern import OpeningPattern
from alongside_cafe.problem import Ending, Layer
from alongside_cafe.publication import digest_of
from alongside_cafe.shift import Assignment
from alongside_cafe.solving import FillStopped
from alongside_cafe.tables import ASSIGNMENTS, DRAFTS, PUBLICATIONS
from alongside_cafe.tables.changes import CHANGES, off_in

from .conftest import think
from .test_cafe_edges import shown, visit

MONDAY = date(2026, 11, 30)
WEEK = Period(MONDAY, MONDAY + timedelta(days=6))


def published(cafe):
    with cafe.unit(writing=False) as unit:
        return looking.week(unit, cafe.business.id, MONDAY).rota


def standing(cafe, draft):
    with cafe.unit(writing=False) as unit:
        return publishing.stand(unit, draft)


def test_draft_claims_nobodys_time_tells_nobody_and_is_seen_by_nobody_else(cafe):
    draft = cafe.draft()
    assert len(draft.assignments) == 20
    assert published(cafe).shifts == ()
    with cafe.unit(writing=False) as unit:
        assert [diary.week_of(unit, one, MONDAY, LONDON) for one in cafe.people.values()] == [[]] * 6
        assert unit.find(MESSAGES) == []
    cafe.store.rights = lambda _: {cafe.business.id: frozenset({"cafe.see"})}
    with cafe.store.unit(Actor.person(cafe.people["Ben Hartley"], "Ben Hartley"), writing=False) as unit:
        assert drafting.draft_for(unit, cafe.business.id, WEEK) is None
        with pytest.raises(NotAllowed):
            publishing.stand(unit, draft)
        with pytest.raises(NotAllowed):
            drafting.draft(unit, cafe.business.id, draft.id)


def test_published_draft_is_what_was_drafted_and_gets_a_number_and_a_digest(cafe):
    draft = cafe.draft()
    done = cafe.publish(draft)
    assert sorted(done.rota.planned) == sorted(draft.assignments)
    assert (done.publication.number, done.publication.period) == (1, WEEK)
    assert done.publication.digest == digest_of(published(cafe))
    with cafe.unit(writing=False) as unit:
        assert unit.find(DRAFTS) == []


def test_number_counts_on_only_where_the_rota_is_another_one(cafe):
    assert cafe.fill().publication.number == 1
    assert cafe.fill().publication.number == 1
    with cafe.unit() as unit:
        rosa = cafe.people["Rosa Delgado"]
        planning.set_availability(unit, cafe.business.id, rosa, (), ())
    done = cafe.fill()
    assert done.publication.number == 2
    with cafe.unit(writing=False) as unit:
        first, second = unit.find(PUBLICATIONS, order=(PUBLICATIONS.table.c.number,))
    assert first.digest != second.digest == digest_of(published(cafe))


def test_check_finds_a_rota_that_was_changed_behind_its_publication(cafe):
    cafe.fill()
    with cafe.unit() as unit:
        gone = unit.find(ASSIGNMENTS)[0]
        unit.remove(ASSIGNMENTS, gone)
        diary.release(unit, gone.claim)
    with cafe.unit(writing=False) as unit:
        assert looking_again.faults(unit, cafe.business.id, WEEK) == [
            "The rota from 2026-11-30 to 2026-12-06 is not what was published as version 1."
        ]


def test_control_somebody_who_is_erased_leaves_a_rota_that_is_published_as_it_is(cafe):
    who = cafe.fill().rota.assignments[0].person
    with cafe.unit() as unit:
        reactions.person_erased(unit, who)
    with cafe.unit(writing=False) as unit:
        assert not any(
            "not what was published" in one for one in looking_again.faults(unit, cafe.business.id, WEEK)
        )
        assert len(unit.find(PUBLICATIONS)) == 2


def test_draft_says_what_would_change_before_it_is_published(cafe):
    first = standing(cafe, cafe.draft()).difference
    assert (first.filled, first.before, first.gaps, first.more) == (20, 0, 0, 20)
    assert first.pence == 20 * 6 * 1310
    cafe.fill()
    again = standing(cafe, cafe.draft()).difference
    assert (again.people, again.days, again.more) == (frozenset(), 0, 0)
    with cafe.unit() as unit:
        planning.set_availability(unit, cafe.business.id, cafe.people["Rosa Delgado"], (), ())
    change = standing(cafe, cafe.draft()).difference
    assert cafe.people["Rosa Delgado"] in change.people
    assert change.days >= len(change.people) >= 1


def test_what_changes_after_the_draft_was_made_is_not_undone_by_it(cafe):
    cafe.fill()
    draft = cafe.draft()
    with cafe.unit() as unit:
        rota = looking.week(unit, cafe.business.id, MONDAY).rota
        ill = rota.assignments[0]
        unit.remove(ASSIGNMENTS, ill)
        diary.release(unit, ill.claim)
    assert standing(cafe, draft).changed_since
    cafe.publish(draft)
    assert (ill.shift, ill.person) not in {(one.shift, one.person) for one in published(cafe).assignments}
    assert len(published(cafe).assignments) == 19


def test_person_whose_time_was_taken_after_the_draft_was_made_leaves_her_place_open(cafe):
    draft = cafe.draft()
    lost = draft.assignments[0]
    problem = standing(cafe, draft).problem
    shift = next(one for one in problem.shifts if one.id == lost.shift)
    with cafe.unit() as unit:
        diary.ensure_person(unit, lost.person)
        diary.claim(unit, lost.person, shift.during.starts, shift.during.ends, diary.Purpose.BOOKING, "Band")
    seen = standing(cafe, draft)
    assert (seen.late, seen.difference.gaps) == ((lost,), 1)
    done = cafe.publish(draft)
    assert (done.late, done.filled) == (1, 19)


def test_published_shift_stays_where_a_drafted_one_has_come_to_clash_with_it(cafe):
    """Somebody said yes to a shift after the draft was made: it is the draft that gives way."""
    draft = cafe.draft()
    one = draft.assignments[0]
    problem = standing(cafe, draft).problem
    first = next(shift for shift in problem.shifts if shift.id == one.shift)
    same_time = attrs.evolve(first, id="extra", job="Extra", places=(frozenset(),))
    told = Assignment(shift="extra", place=0, person=one.person)
    for extra in (same_time, attrs.evolve(same_time, during=_an_hour_later(same_time.during))):
        question = attrs.evolve(problem, shifts=(*problem.shifts, extra), published=frozenset({told}))
        left = giving_way.possible(question, [*draft.assignments, told])
        assert told in left
        gone = set(draft.assignments) - set(left)
        # With the new shift she has more hours than her week has.
        assert one in gone
        assert {each.person for each in gone} == {one.person}


def _an_hour_later(during):
    return attrs.evolve(during, starts=during.starts + timedelta(hours=1))


def test_what_was_published_of_the_next_days_stays_when_the_rota_is_filled_again(cafe):
    cafe.fill()
    rota = published(cafe)
    monday, friday = MONDAY, MONDAY + timedelta(days=4)
    now = at(MONDAY - timedelta(days=1), time(12), LONDON)
    cafe.store.clock = lambda: now
    with cafe.unit() as unit:
        for one in rota.assignments:
            if one.place == 1 and rota.by_id[one.shift].day in (monday, friday):
                unit.remove(ASSIGNMENTS, one)
                diary.release(unit, one.claim)
    asked = cafe.ask()
    near = {one.called for one in rota.shifts if one.day <= MONDAY + timedelta(days=1)}
    assert asked.problem.frozen == near
    draft = cafe.keep(asked, think(asked))
    days = {shift.called: shift.day for shift in rota.shifts}
    assert {days[gap.shift] for gap in draft.gaps} == {monday}
    assert {one for one in draft.assignments if one.shift in near} == {
        one for one in published(cafe).planned if one.shift in near
    }


def test_near_shift_changes_where_somebody_on_it_cannot_come(cafe):
    cafe.fill()
    rota = published(cafe)
    cafe.store.clock = lambda: at(MONDAY - timedelta(days=1), time(12), LONDON)
    first, *_ = rota.assignments
    shift = rota.by_id[first.shift]
    with cafe.unit() as unit:
        hours = planning.availability(unit, cafe.business.id, first.person).hours
        planning.set_availability(unit, cafe.business.id, first.person, hours, {shift.day})
    asked = cafe.ask()
    assert shift.called not in asked.problem.frozen
    assert asked.problem.frozen
    draft = cafe.keep(asked, think(asked))
    assert (shift.called, first.person) not in {(one.shift, one.person) for one in draft.assignments}


def test_near_shift_changes_where_somebody_was_put_on_it_by_hand(cafe):
    cafe.fill()
    cafe.store.clock = lambda: at(MONDAY - timedelta(days=1), time(12), LONDON)
    rota = published(cafe)
    first, other = (one for one in rota.assignments if rota.by_id[one.shift].day == MONDAY and one.place == 0)
    called = rota.by_id[first.shift].called
    with cafe.unit() as unit:
        draft = begun_by_hand.begin(unit, cafe.business.id, MONDAY, 1)
        draft = placing.take_off(unit, draft, called, 0)
        draft = placing.take_off(unit, draft, rota.by_id[other.shift].called, 0)
        who = next(one.person for one in one_place.place(unit, draft, called, 0).candidates if not one.rules)
        placing.put(unit, draft, called, 0, who)
    asked = cafe.ask()
    assert (called in asked.problem.frozen) == (who == first.person)
    assert (called, who) in {(one.shift, one.person) for one in cafe.keep(asked, think(asked)).assignments}


def test_draft_that_was_changed_since_it_was_seen_is_not_published(cafe):
    draft = cafe.draft()
    with cafe.unit() as unit:
        unit.change(DRAFTS, draft, by_hand=True)
    with pytest.raises(SomebodyWasFaster):
        cafe.publish(draft)
    assert published(cafe).shifts == ()


def test_throwing_a_draft_away_leaves_what_is_published(cafe):
    cafe.fill()
    before, draft = published(cafe), cafe.draft()
    with cafe.unit() as unit:
        drafting.throw_away(unit, draft)
    assert published(cafe) == before
    with cafe.unit(writing=False) as unit, pytest.raises(BadInput, match="not there any more"):
        drafting.draft(unit, cafe.business.id, draft.id)


def test_draft_that_reaches_further_is_not_lost_to_a_shorter_fill(cafe):
    cafe.draft(weeks=2)
    with pytest.raises(BadInput, match=r"a draft from Monday 30 November to Sunday 13 December already"):
        cafe.ask()
    with cafe.unit(writing=False) as unit:
        assert (
            len(drafting._drafts_within(unit, cafe.business.id, Period(MONDAY, MONDAY + timedelta(days=27)))) == 1
        )


def later(pattern):
    """Return the pattern with the front an hour later."""
    moved = [
        attrs.evolve(one.template, starts=time(10), ends=time(16)) if one.job == "Front" else one.template
        for one in pattern
    ]
    return OpeningPattern(tuple(moved))


def test_shift_that_moves_keeps_its_row_and_the_claims_of_those_who_stay(cafe):
    cafe.fill()
    before = {
        (one.person, shift.day): one.claim
        for one in published(cafe).assignments
        if (shift := published(cafe).by_id[one.shift]).job == "Front"
    }
    rows = {shift.day: shift.id for shift in published(cafe).shifts if shift.job == "Front"}
    with cafe.unit() as unit:
        planning.set_pattern(unit, cafe.business.id, later(planning.pattern(unit, cafe.business.id)))
    cafe.fill()
    rota = published(cafe)
    assert {shift.day: shift.id for shift in rota.shifts if shift.job == "Front"} == rows
    after = {
        (one.person, shift.day): one.claim
        for one in rota.assignments
        if (shift := rota.by_id[one.shift]).job == "Front"
    }
    stayed = before.keys() & after.keys()
    assert stayed
    assert {who: before[who] for who in stayed} == {who: after[who] for who in stayed}
    with cafe.unit(writing=False) as unit:
        assert looking_again.faults(unit, cafe.business.id, WEEK) == []


def test_entry_of_her_calendar_keeps_its_id_when_the_shift_moves(cafe):
    cafe.fill()
    who = published(cafe).assignments[0].person
    with cafe.store.unit(Actor.person(who, "Somebody")) as unit:
        secret = feeding.make_address(unit)

    def entries():
        with cafe.unit(writing=False) as unit:
            text = feeding.calendar_by(unit, secret)
        found = re.findall(r"UID:(\S+)\r\n.*?DTSTART:(\S+)\r\n", text, re.DOTALL)
        return dict(found)

    before = entries()
    with cafe.unit() as unit:
        moved = [
            attrs.evolve(one.template, starts=time(7), ends=time(13))
            if one.job == "Kitchen"
            else attrs.evolve(one.template, starts=time(10), ends=time(16))
            for one in planning.pattern(unit, cafe.business.id)
        ]
        planning.set_pattern(unit, cafe.business.id, OpeningPattern(tuple(moved)))
    cafe.fill()
    after = entries()
    same = before.keys() & after.keys()
    assert same
    assert all(before[one] != after[one] for one in same)


def test_erased_person_is_in_no_draft(cafe):
    draft = cafe.draft()
    who = draft.assignments[0].person
    with cafe.unit() as unit:
        reactions.person_erased(unit, who)
        (kept,) = unit.find(DRAFTS)
    assert who not in str(attrs.asdict(kept))


def test_rota_page_shows_the_draft_and_what_it_would_change_to_who_plans(cafe):
    draft = cafe.draft()
    with cafe.unit() as unit:
        seen = visit(cafe, unit, query=Form((("week", str(MONDAY)),)))
        seen = attrs.evolve(seen, visitor=attrs.evolve(seen.visitor, actor=Actor.keyboard()))
        view = pages.rota(seen)
        display = Display({"cafe": "alongside_cafe"})
        standard, easy = (display.render("cafe", view, edition=one) for one in (Edition.STANDARD, Edition.EASY))
        form = Form((("do", "publish"), ("draft", draft.id), ("version", "1"), ("week", str(MONDAY))))
        gone = pages.send_rota(attrs.evolve(seen, form=form))
    standard = standard.replace("\xa0", " ")
    assert "Draft for Monday 30 November to Sunday 6 December" in standard
    assert "20 of 20 places are filled." in standard
    assert "No rota fills more places" in standard
    assert "No plan fills more places." in re.sub("<[^>]+>", "", easy)
    assert easy_read_faults(easy) == []
    assert gone.notice.key.startswith("The rota is published.")
    assert len(published(cafe).assignments) == 20


def test_in_easy_read_who_plans_fills_asks_why_and_prints_as_elsewhere(cafe):
    with cafe.unit() as unit:
        for who in cafe.people.values():
            kept = planning.availability(unit, cafe.business.id, who)
            planning.set_availability(unit, cafe.business.id, who, kept.hours, {MONDAY})

    def easy():
        with cafe.unit(writing=False) as unit:
            seen = visit(cafe, unit, query=Form((("week", str(MONDAY)),)))
            seen = attrs.evolve(seen, visitor=attrs.evolve(seen.visitor, actor=Actor.keyboard()))
            return Display({"cafe": "alongside_cafe"}).render("cafe", pages.rota(seen), edition=Edition.EASY)

    before = easy()
    assert 'name="weeks" value="4"' in before
    assert easy_read_faults(before) == []
    cafe.draft()
    drafted = easy()
    assert easy_read_faults(drafted) == []
    assert "missing?week=" in drafted
    assert "/why/" in drafted
    assert "/place?" in drafted
    cafe.fill()
    shown = easy()
    assert easy_read_faults(shown) == []
    assert f"/wall/{MONDAY}" in shown
    assert 'value="begin"' in shown


LAYERS = ("kept", "cover", "skills", "agreed", "change", "wishes")


FAR = {
    "kept": (20_000_000, None),
    "cover": (30_000_000, {"n": 3}),
    "skills": (200_000, {"n": 2}),
    "agreed": (90, {"time": "1 hour 30 minutes"}),
    "change": (40_000, {"n": 4}),
    "wishes": (150, None),
}
"""How much a layer may be too dear, and how far from the best that is told to be."""


@pytest.mark.parametrize("name", LAYERS)
def test_first_layer_that_is_not_proven_is_what_is_told_and_how_far_it_may_be_from_the_best(name):
    dear, told = FAR[name]
    layers = tuple(Layer(name=one, cost=100_000_000, bound=100_000_000 - dear * (one == name)) for one in LAYERS)
    found = how_good(Searched(ending=Ending.CLOCK, cost=9, bound=5, layers=layers), standing=False)
    assert (found.key, found.facts) == (MIGHT[name].key, told or {})


def test_change_that_comes_sooner_than_it_need_is_one_day_and_not_none():
    layers = (Layer(name="change", cost=20_005, bound=20_003),)
    assert how_good(Searched(ending=Ending.CLOCK, cost=1, bound=1, layers=layers), standing=True).facts == {"n": 1}


@pytest.mark.parametrize(("standing", "said"), [(False, BEST), (True, FEWEST)])
def test_what_is_proven_in_every_layer_is_told_so(standing, said):
    layers = tuple(Layer(name=one, cost=2, bound=2) for one in LAYERS)
    assert how_good(Searched(ending=Ending.BEST, cost=12, bound=12, layers=layers), standing=standing) == said


# --- a search that gives nothing


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("import os; os.kill(os.getpid(), 9)", "was ended from outside"),
        ("raise MemoryError('no memory left')", "fell over"),
        ("import time; time.sleep(30)", "gave no answer within"),
    ],
)
def test_solver_that_dies_leaves_the_rota_and_the_draft_as_they_were(cafe, tmp_path, monkeypatch, program, said):
    cafe.fill()
    kept, stands = cafe.draft(), published(cafe)
    (tmp_path / "dying_solver.py").write_text(program, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    run = solving.run
    monkeypatch.setattr(solving, "run", lambda _module, question, _deadline: run(["dying_solver"], question, 1))
    asked = cafe.ask()
    with pytest.raises(FillStopped, match=said):
        drafting.think(asked)
    with cafe.unit(writing=False) as unit:
        assert unit.find(DRAFTS) == [kept]
    assert published(cafe) == stands


def test_search_that_finds_nothing_in_time_leaves_the_draft_as_it_was(cafe):
    kept = cafe.draft()
    asked = cafe.ask()
    thought = think(asked)
    nothing = attrs.evolve(thought.answer, ending=Ending.NOTHING, assignments=())
    thought = attrs.evolve(thought, answer=nothing)
    with pytest.raises(FillStopped, match="no rota was found in the time there was. Nothing was changed."):
        cafe.keep(asked, thought)
    with cafe.unit(writing=False) as unit:
        assert unit.find(DRAFTS) == [kept]


def test_shift_whose_start_moves_stands_among_the_changes_as_one_that_has_moved_with_whoever_leaves_or_comes(cafe):
    before = cafe.fill().rota
    with cafe.unit() as unit:
        later = [
            attrs.evolve(one, starts=time(8, 30)) if (one.weekday, one.job) == (0, "Kitchen") else one
            for one in (line.template for line in planning.pattern(unit, cafe.business.id))
        ]
        planning.set_pattern(unit, cafe.business.id, OpeningPattern(tuple(later)))
    after = cafe.fill().rota
    (moved,) = [one for one in after.shifts if one.starts != before.by_id[one.id].starts]
    was, now = ({(one.shift, one.person) for one in rota.assignments} for rota in (before, after))
    with cafe.unit(writing=False) as unit:
        kept = unit.find(CHANGES)
        page = [shown(changes_page.changes(visit(cafe, unit)), edition) for edition in Edition]
    (change,) = [one for one in kept if one.what is What.MOVED]
    assert (change.called, change.person) == (moved.called, None)
    assert (change.starts, change.now_starts) == (before.by_id[moved.id].starts, moved.starts)
    assert len([one for one in kept if one.what in (What.LEFT, What.GIVEN)]) == len(was ^ now)
    assert "The shift has other times, by the new rota. Now 8" in page[0]
    assert "Now from <strong>half past 8 in the morning</strong>." in page[1].replace("\N{NO-BREAK SPACE}", " ")
    assert "Now until" not in page[1]
    days = change.notice // (24 * 60)
    assert f"People heard <strong>{days} days</strong> before." in page[1].replace("\N{NO-BREAK SPACE}", " ")
    assert easy_read_faults(page[1]) == []


def test_what_a_new_publication_changes_of_what_was_told_stands_among_the_changes_and_is_no_calling_off(cafe):
    done = cafe.fill()
    one = done.rota.planned[0]
    with cafe.unit(writing=False) as unit:
        assert unit.find(CHANGES) == []  # a first rota changes nothing
    with cafe.unit() as unit:
        draft = begun_by_hand.begin(unit, cafe.business.id, MONDAY, 1)
        placing.take_off(unit, draft, one.shift, one.place)
    with cafe.unit(writing=False) as unit:
        (draft,) = unit.find(DRAFTS)
    cafe.publish(draft)
    with cafe.unit(writing=False) as unit:
        assert [(kept.called, kept.person, kept.what) for kept in unit.find(CHANGES)] == [
            (one.shift, one.person, What.LEFT)
        ]
        assert off_in(unit, cafe.business.id, WEEK) == []
        name = people.names_of(unit, [one.person])[one.person]
        told = shown(changes_page.changes(visit(cafe, unit)))
        assert f"{name} does not come, by the new rota." in told
    with cafe.unit() as unit:
        again = placing.put(
            unit, begun_by_hand.begin(unit, cafe.business.id, MONDAY, 1), one.shift, one.place, one.person
        )
    cafe.publish(again)
    with cafe.unit(writing=False) as unit:
        assert sorted(kept.what.value for kept in unit.find(CHANGES)) == ["given", "left"]
