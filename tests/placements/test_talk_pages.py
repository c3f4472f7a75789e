"""The pages of talks, of what helps, and of endings, in both editions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from alongside.display import Edition
from alongside.enterprise import offers as enterprise
from alongside.placements import PART, actions, offers
from alongside.placements.adjustment import Barrier
from alongside.placements.job import jobs_of
from alongside.placements.pages import (
    agreeing,
    asking_status,
    attending,
    coaching,
    my_work,
    own_changes,
    own_ending,
    own_hours,
    own_most,
    own_review,
    reference,
    review,
    rhythm,
)
from alongside.placements.placement import Placement
from alongside.placements.tiles import people as tiles
from alongside.refusal import NotAllowed, NotFound, NotWithAHelper
from alongside.store import Actor, Store
from alongside.web import GoTo

from .conftest import place
from .test_way_pages import AMY, BEN, CAL, both, job, visiting


@pytest.fixture
def coached(tideline: Store, keyboard: Actor, agree: Callable[..., Placement]) -> Store:
    """Amy works in the café since two weeks and has chosen Ben as job coach; Cal manages the café."""
    with tideline.unit(keyboard) as unit:
        agree(unit, first_day=enterprise.today(unit) - timedelta(weeks=2))
        enterprise.give_role(unit, "ben", "supporter")
        enterprise.give_role(unit, "cal", "manager", place(unit))
    tideline.rights = lambda unit: enterprise.rights_of(unit, {"placements": PART.permissions, "people": ("see",)})
    with tideline.unit(AMY) as unit:
        actions.choose_coach(unit, "ben")
    return tideline


def test_talk_goes_from_her_words_to_the_coachs_and_back_to_her_page(coached: Store) -> None:
    with coached.unit(AMY) as unit:
        here = job(unit)
        assert "We talk about it on" in both(my_work.my_work(visiting(unit)))
        assert "Please write a few words." in both(own_review.send_words(visiting(unit, here, words="")))
        assert isinstance(own_review.send_words(visiting(unit, here, words="I like mornings")), GoTo)
    with coached.unit(BEN) as unit:
        assert "A talk is due on" in both(coaching.one(visiting(unit, {"person": "amy"})))
        assert "I like mornings" in both(review.review(visiting(unit, here)))
        sent = {"do": "hold", "coach_says": "Well done", "changes": "A stool"}
        assert isinstance(review.send_review(visiting(unit, here, **sent)), GoTo)
        assert "Well done" in both(review.review(visiting(unit, here)))
    with coached.unit(AMY) as unit:
        html = both(own_review.review(visiting(unit, here)))
    assert all(words in html for words in ("I like mornings", "Well done", "A stool"))


def test_talk_without_her_words_and_a_day_that_is_over_are_refused_beside_the_field(coached: Store) -> None:
    with coached.unit(CAL) as unit:
        here = job(unit)
        html = both(review.send_review(visiting(unit, here, do="hold", coach_says="Fine")))
        assert 'id="hold-says-mistake"' in html
        assert 'id="move-due-mistake"' in both(
            review.send_review(visiting(unit, here, do="move", due="2020-01-01"))
        )
        day = (enterprise.today(unit) + timedelta(days=9)).isoformat()
        assert isinstance(review.send_review(visiting(unit, here, do="move", due=day)), GoTo)
        assert offers.reviews_of(unit, "amy")[0].due.isoformat() == day
    with pytest.raises(NotAllowed), coached.unit(AMY) as unit:
        review.review(visiting(unit, here))


def test_rhythm_is_seen_by_managers_and_changed_by_whoever_answers_for_all(
    coached: Store, keyboard: Actor
) -> None:
    with coached.unit(CAL) as unit:
        assert "<form" not in both(rhythm.rhythm(visiting(unit)))
        with pytest.raises(NotAllowed):
            rhythm.send_rhythm(visiting(unit, weeks="2", every="4"))
    with coached.unit(keyboard) as unit:
        assert "one after the other" in both(rhythm.send_rhythm(visiting(unit, weeks="6, 2", every="13")))
        assert isinstance(rhythm.send_rhythm(visiting(unit, weeks="3, 9", every="12")), GoTo)
        assert offers.rhythm(unit).weeks == (3, 9)


def test_what_helps_is_written_ticked_done_and_taken_out_on_her_pages(coached: Store) -> None:
    with coached.unit(AMY) as unit:
        wrong = both(own_changes.send_changes(visiting(unit, words="", barrier="task")))
        assert "Please write a few words." in wrong
        sent = {"words": "Written steps", "barrier": "information", "doer": "cal"}
        kept = own_changes.send_changes(visiting(unit, **sent))
        assert isinstance(kept, GoTo)
        (mine,) = offers.adjustments_of(unit, "amy")
        which = {"adjustment": mine.id}
        assert "Cal Fry" in both(own_changes.change(visiting(unit, which)))
        assert "Written steps" in both(own_changes.changes(visiting(unit)))
    with coached.unit(CAL) as unit:
        assert "Written steps" in both(own_changes.for_others(visiting(unit)))
        assert "Written steps" in both(agreeing.one(visiting(unit, job(unit))))
        own_changes.send_change(visiting(unit, which, do="done"))
    with coached.unit(BEN) as unit:
        assert "Written steps" not in both(coaching.one(visiting(unit, {"person": "amy"})))
        with pytest.raises(NotFound):
            own_changes.change(visiting(unit, which))
    with coached.unit(AMY) as unit:
        own_changes.send_change(visiting(unit, which, do="readers", readers="ben"))
        assert set(offers.adjustment(unit, mine.id).readers) == {"ben", "cal"}
    with coached.unit(BEN) as unit:
        assert "Written steps" in both(coaching.one(visiting(unit, {"person": "amy"})))
    with coached.unit(AMY) as unit:
        own_changes.send_change(visiting(unit, which, do="end"))
        assert "Written steps" not in both(own_changes.changes(visiting(unit)))


def test_page_says_that_something_is_hidden_while_somebody_is_with_her(coached: Store) -> None:
    with coached.unit(AMY) as unit:
        actions.agree_adjustment(unit, words="Zqmarker", barrier=Barrier.TASK)
    with coached.unit(Actor.person("amy", "Amy Lind", helper="ben")) as unit:
        for html in (both(own_changes.changes(visiting(unit))), both(my_work.my_work(visiting(unit)))):
            assert "Zqmarker" not in html
            assert "Some of it is not shown while somebody is with you." in html


def test_page_says_before_she_presses_that_she_chooses_readers_by_herself(coached: Store) -> None:
    with coached.unit(AMY) as unit:
        mine = actions.agree_adjustment(unit, words="Quiet", barrier=Barrier.TASK, readers=["ben"])
    with coached.unit(Actor.person("amy", "Amy Lind", helper="ben")) as unit:
        html = both(own_changes.changes(visiting(unit)))
        assert "You choose who can read it when you come in by yourself." in html
        assert "Who does it?" not in html
        html = both(own_changes.change(visiting(unit, {"adjustment": mine.id})))
        assert "You can change this when you come in by yourself." in html
        assert 'value="readers"' not in html
        kept = own_changes.send_changes(visiting(unit, words="Lists", barrier="task"))
        assert isinstance(kept, GoTo)
        assert kept.path == own_changes.HERE


def test_most_hours_are_said_by_herself_and_can_be_taken_back_with_somebody(coached: Store) -> None:
    beside = Actor.person("amy", "Amy Lind", helper="ben")
    with coached.unit(AMY) as unit:
        actions.say_most(unit, 600)
    with pytest.raises(NotWithAHelper), coached.unit(beside) as unit:
        actions.say_most(unit, 300)
    with coached.unit(beside) as unit:
        html = both(own_most.most(visiting(unit)))
        assert "You can change this when you come in by yourself." in html
        assert "Tell those who plan" not in html
        own_most.send_most(visiting(unit, do="back"))
        assert offers.most_of(unit, "amy") is None


def test_boxes_for_free_words_ask_for_no_illness(coached: Store) -> None:
    asked = "No illness and no diagnosis, please."
    with coached.unit(AMY) as unit:
        here, visit = job(unit), visiting(unit)
        html = both(own_review.review(visiting(unit, here)))
        assert asked in html
        assert "can read your words" in html
        others = [
            own_hours.Ask(visit).words,
            attending.WasThere(visit, facts={"name": "Amy"}).why,
            asking_status.NoWorker(visit).words,
        ]
        assert [field.hint.key for field in others] == [asked] * 3
    with coached.unit(BEN) as unit:
        assert both(review.review(visiting(unit, here))).count(asked) == 3


def test_ending_is_warm_and_leaves_a_page_to_keep(coached: Store, keyboard: Actor) -> None:
    with coached.unit(AMY) as unit:
        assert "No last day is agreed yet." in both(own_ending.ending(visiting(unit, job(unit))))
    with coached.unit(keyboard) as unit:
        actions.end_placement(unit, job(unit)["placement"], enterprise.today(unit))
    with coached.unit(AMY) as unit:
        here = job(unit)
        html = both(own_ending.ending(visiting(unit, here)))
        assert "Thank you for your work." in html
        assert not any(word in html.casefold() for word in ("fail", "drop", "terminat", "leaver"))
        assert "Please choose one." in both(own_ending.send_ending(visiting(unit, here, learned="To bake")))
        sent = {"learned": "To bake", "going": "paid_elsewhere"}
        assert isinstance(own_ending.send_ending(visiting(unit, here, **sent)), GoTo)
        assert "To bake" in both(own_ending.ending(visiting(unit, here)))
        made = reference.reference(visiting(unit, here)).think()
        assert made.startswith(b"%PDF")
        assert made == reference.reference(visiting(unit, here)).think()
    with coached.unit(CAL) as unit:
        html = both(agreeing.one(visiting(unit, here)))
        assert "To bake" in html
        assert "A paid job somewhere else" in html
    with pytest.raises(NotFound), coached.unit(BEN) as unit:
        reference.reference(visiting(unit, here))


def test_reference_says_what_she_did_and_never_her_pay(coached: Store) -> None:
    with coached.unit(AMY) as unit:
        for edition in Edition:
            from attrs import evolve

            html = reference._html(evolve(visiting(unit), edition=edition), job(unit)["placement"])
            assert "Tideline Café" in html
            assert "£" not in html


def test_tile_of_a_job_coach_tells_what_waits_and_nothing_where_nothing_does(coached: Store) -> None:
    with coached.unit(BEN) as unit:
        told = tiles.coaching(visiting(unit))
        assert told is not None
        assert [str(note.said.key) for note in told.notes] == ["Talks about work that are due: **{n}**."]
        found = offers.awaiting(unit, {"amy"}, enterprise.today(unit))
        (one,) = jobs_of(offers.placements_of(unit, "amy"))
        assert (found.talks, actions.due_for(unit, one, enterprise.today(unit)) is not None) == (1, True)
        actions.hold_review(unit, one.id, says="Good", coach_says="", changes="")
        assert offers.awaiting(unit, {"amy"}, enterprise.today(unit)).talks == 0
    with coached.unit(CAL) as unit:
        assert tiles.coaching(visiting(unit)) is None
