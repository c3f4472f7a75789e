"""The pages of the way to work: her own, her job coach's, and how hours are agreed; both editions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any, cast

import pytest

from alongside.display import Edition, View
from alongside.display.rendering import Display
from alongside.enterprise import offers as enterprise
from alongside.instants import LONDON
from alongside.people import offers as people
from alongside.placements import PART, actions, offers
from alongside.placements.hours_wish import Pace
from alongside.placements.own_words import About
from alongside.placements.pages import coaching, my_work, own_coach, own_plan, own_words, plan, review
from alongside.placements.placement import Placement, PlacementType
from alongside.placements.stage import Stage
from alongside.refusal import NotAllowed, NotFound
from alongside.store import Actor, Store, Unit
from alongside.store.audit import ENTRIES
from alongside.testing.easy_read import easy_read_faults
from alongside.web import Form, GoTo, Visit, Visitor
from alongside.web.host import Host

from .conftest import place

AMY, BEN, CAL = (Actor.person(*one) for one in (("amy", "Amy Lind"), ("ben", "Ben Roe"), ("cal", "Cal Fry")))
DISPLAY = Display({"placements": "alongside.placements"})
FEBRUARY = date(2027, 2, 1)


@pytest.fixture
def coached(tideline: Store, keyboard: Actor, agree: Callable[..., Placement]) -> Store:
    """Amy works in the café and has chosen Ben as job coach; Cal manages the café."""
    with tideline.unit(keyboard) as unit:
        here = agree(unit)
        enterprise.give_role(unit, "ben", "supporter")
        enterprise.give_role(unit, "cal", "manager", place(unit))
        actions.agree_hours(unit, here.id, [(FEBRUARY, 900)])
        people.add_skill(unit, "amy", "till", "Quick at the till")
    tideline.rights = lambda unit: enterprise.rights_of(unit, {"placements": PART.permissions, "people": ("see",)})
    with tideline.unit(AMY) as unit:
        actions.choose_coach(unit, "ben")
        actions.say(unit, About.WANTS, "I want to bake")
    with tideline.unit(BEN) as unit:
        actions.note_stage(unit, "amy", Stage.JOB_SUPPORT)
    return tideline


def visiting(unit: Unit, path: dict[str, str] | None = None, **fields: str) -> Visit:
    return Visit(
        unit=unit,
        host=cast("Host", None),  # these pages ask nothing of it
        visitor=Visitor(unit.actor, unit.actor.name),
        part="placements",
        edition=Edition.STANDARD,
        zone=LONDON,
        today=enterprise.today(unit),
        path=path or {},
        form=Form(tuple(fields.items())),
    )


def shown(view: GoTo | View, edition: Edition = Edition.STANDARD) -> str:
    assert isinstance(view, View)
    return DISPLAY.render("placements", view, edition=edition).replace("\N{NO-BREAK SPACE}", " ")


def both(view: GoTo | View) -> str:
    """The page in standard English, after its Easy Read was looked at."""
    assert easy_read_faults(shown(view, Edition.EASY)) == []
    return shown(view)


def job(unit: Unit) -> dict[str, str]:
    return {"placement": offers.placements_of(unit, "amy")[-1].id}


def test_my_work_shows_stage_hours_coach_and_her_own_words_on_one_page(coached: Store) -> None:
    with coached.unit(AMY) as unit:
        html = both(my_work.my_work(visiting(unit)))
    for told in ("Step 5 of 5", "12 hours", "15 hours", "1 February 2027", "Ben Roe", "I want to bake"):
        assert told in html, told
    assert "Quick at the till" in html
    assert "£" not in html


def test_my_work_of_somebody_without_any_leads_to_a_job_coach(coached: Store) -> None:
    with coached.unit(CAL) as unit:
        html = both(my_work.my_work(visiting(unit)))
    assert "Your way to work begins with a job coach." in html
    assert 'href="/my-work/coach"' in html


def test_own_words_are_said_and_taken_back_on_the_page(coached: Store) -> None:
    with coached.unit(AMY) as unit:
        assert "Please write a few words." in both(own_words.send_words(visiting(unit, do="say", about="wants")))
        assert isinstance(own_words.send_words(visiting(unit, do="say", about="brings", words="Calm")), GoTo)
        (calm,) = [one for one in offers.own_words_of(unit, "amy") if one.words == "Calm"]
        assert "Calm" in both(own_words.words(visiting(unit)))
        own_words.send_words(visiting(unit, do=f"back:{calm.id}"))
        assert "Calm" not in both(own_words.words(visiting(unit)))


def test_coach_page_shows_way_shifts_and_agreed_hours_and_never_pay(coached: Store, work: Any) -> None:
    with coached.unit(BEN) as unit:
        assert "Amy Lind" in both(coaching.people_i_coach(visiting(unit)))
        html = both(coaching.one(visiting(unit, {"person": "amy"})))
        assert "I want to bake" in html
        assert "12 hours" in html
        assert "£" not in html
        sent = {"do": "stage", "stage": "job_finding", "day": enterprise.today(unit).isoformat()}
        assert isinstance(coaching.send(visiting(unit, {"person": "amy"}, **sent)), GoTo)
        assert actions.way_of(unit, "amy").stage is Stage.JOB_FINDING
        with pytest.raises(NotAllowed):
            coaching.one(visiting(unit, {"person": "cal"}))


def test_reading_what_she_says_is_noted_about_her_unless_she_reads_it(coached: Store) -> None:
    with coached.unit(AMY) as unit:
        actions.say_for_review(unit, job(unit)["placement"], "It is good")
        own_words.words(visiting(unit))
    with coached.unit(BEN) as unit:
        (here,) = offers.placements_of(unit, "amy")
        coaching.one(visiting(unit, {"person": "amy"}))
        review.review(visiting(unit, {"placement": here.id}))
    with coached.unit(CAL) as unit:
        coaching.one(visiting(unit, {"person": "amy"}))  # shows a manager no words, so none are read
    with coached.unit(Actor.keyboard()) as unit:
        read = unit.question(ENTRIES.select().where(ENTRIES.c.action == "read").order_by(ENTRIES.c.number))
        assert [(one.actor, one.kind, one.about) for one in read] == [
            ("ben", "placements_own_words", "amy"),
            ("ben", "placements_review", "amy"),
        ]


def test_coach_page_shows_shifts_of_the_job_that_she_coaches_alone(
    coached: Store, keyboard: Actor, agree: Callable[..., Placement], work: Any
) -> None:
    with coached.unit(keyboard) as unit:
        garden = agree(unit, "harbour-garden", kind=PlacementType.VOLUNTEERING)
        tomorrow = enterprise.today(unit) + timedelta(days=1)
        work(unit, "amy", tomorrow, time(9), time(12))
        work(unit, "amy", tomorrow, time(13), time(15), "harbour-garden")
    with coached.unit(AMY) as unit:
        (chosen,) = actions.my_coachings(unit)
        actions.end_coaching(unit, chosen.id)
        actions.choose_coach(unit, "ben", garden.id)
    with coached.unit(BEN) as unit:
        html = both(coaching.one(visiting(unit, {"person": "amy"})))
        assert "Harbour Garden" in html
        assert "Tideline Café" not in html
        assert "I want to bake" not in html


def test_coach_is_chosen_and_ended_on_her_own_page(coached: Store) -> None:
    with coached.unit(AMY) as unit:
        assert "Ben Roe" in both(own_coach.coach(visiting(unit)))
        (chosen,) = actions.my_coachings(unit)
        own_coach.send_coach(visiting(unit, do=f"end:{chosen.id}"))
        assert "You have no job coach yet." in both(own_coach.coach(visiting(unit)))
        assert "Please choose somebody." in both(own_coach.send_coach(visiting(unit, do="choose")))
        assert isinstance(own_coach.send_coach(visiting(unit, do="choose", coach="ben")), GoTo)


def test_wish_is_sent_on_her_page_and_answered_on_the_managers(coached: Store) -> None:
    with coached.unit(AMY) as unit:
        here = job(unit)
        assert "15 hours" in both(own_plan.plan(visiting(unit, here)))
        assert "Please choose one." in both(own_plan.send_wish(visiting(unit, here, pace="")))
        assert isinstance(own_plan.send_wish(visiting(unit, here, pace="slower", words="Later")), GoTo)
        assert "Nobody has answered yet." in both(own_plan.plan(visiting(unit, here)))
    with coached.unit(CAL) as unit:
        assert "I want to go more slowly." in both(plan.plan(visiting(unit, here)))
        (wish,) = offers.wishes_for(unit, offers.placement(unit, here["placement"]))
        assert "Write a few words." in both(plan.send_plan(visiting(unit, here, do=f"answer:{wish.id}")))
        plan.send_plan(visiting(unit, here, do=f"answer:{wish.id}", words="In May then."))
    with coached.unit(AMY) as unit:
        assert "In May then." in both(own_plan.plan(visiting(unit, here)))
    with pytest.raises(NotFound), coached.unit(BEN) as unit:
        own_plan.plan(visiting(unit, here))


def test_manager_writes_the_steps_and_each_mistake_stands_beside_its_field(coached: Store) -> None:
    with coached.unit(CAL) as unit:
        here = job(unit)
        kept = {"step0-day": "2027-02-01", "step0-hours": "15"}
        more = both(plan.send_plan(visiting(unit, here, **kept, **{"step1-day": "2027-04-01", "step1-hours": ""})))
        assert "Write the hours of a week" in more
        past = {**kept, "step1-day": "2020-04-01", "step1-hours": "16"}
        assert "still to come" in both(plan.send_plan(visiting(unit, here, **past)))
        good = {**kept, "step1-day": "2027-04-01", "step1-hours": "17.5"}
        assert isinstance(plan.send_plan(visiting(unit, here, **good)), GoTo)
        steps = offers.placement(unit, here["placement"]).plan
        assert [(one.minutes, one.agreed_by) for one in steps] == [(900, None), (1050, "cal")]
    with pytest.raises(NotAllowed), coached.unit(BEN) as unit:
        plan.plan(visiting(unit, here))


def test_placement_page_names_the_coach_and_says_that_she_wishes(coached: Store) -> None:
    from alongside.placements.pages import agreeing

    with coached.unit(AMY) as unit:
        here = job(unit)
        actions.wish_for_hours(unit, here["placement"], Pace.MORE)
    with coached.unit(CAL) as unit:
        html = both(agreeing.one(visiting(unit, here)))
    assert "Ben Roe</strong> is the job coach." in html
    assert "wishes for other hours" in html
