"""The chapter “Placements and outcomes”, the list on paper, and the pages of outcomes, in both editions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

import pytest

from alongside.display import Edition, View
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.money import Pence
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.placements import PART, actions, offers
from alongside.placements.adjustment import Barrier
from alongside.placements.chapter.outcomes import nexts, write
from alongside.placements.ending import Next
from alongside.placements.job import jobs_of
from alongside.placements.pages import coaching, listing, my_work, own_outcome
from alongside.placements.placement import Placement, PlacementType
from alongside.placements.stage import Stage
from alongside.store import Actor, Store, Unit
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo

from .conftest import place
from .test_way_pages import AMY, BEN, DISPLAY, both, visiting

QUARTER = Period(date(2026, 9, 1), date(2026, 11, 20))


def told(view: View | None) -> str:
    assert view is not None
    easy = DISPLAY.render("placements", view, edition=Edition.EASY, frame="paper", enterprise="Tideline")
    assert easy_read_faults(easy) == []
    return DISPLAY.render("placements", view, edition=Edition.STANDARD).replace("\N{NO-BREAK SPACE}", " ")


def crowd(unit: Any, many: int, kind: PlacementType, weeks: Iterable[int]) -> list[Placement]:
    """So many people with a placement of a kind, begun so many weeks ago, each with a step on the way."""
    made = []
    for number, ago in zip(range(many), weeks, strict=False):
        who = f"{kind.value}{number}"
        people.add_person(unit, Person(id=who, name=who, date_of_birth=date(1990, 1, 1), joined=date(2024, 1, 5)))
        made.append(
            offers.add_placement(
                unit,
                Placement(
                    id=f"p{who}",
                    person=who,
                    business=place(unit),
                    kind=kind,
                    first_day=QUARTER.last - timedelta(weeks=ago),
                    agreed_minutes=600,
                    rate=Pence(1300) if kind is PlacementType.PAID else None,
                ),
            )
        )
        actions.note_stage(unit, who, Stage.JOB_SUPPORT)
    return made


def test_chapter_tells_flows_that_add_up_and_hides_what_few_people_would_be_told_by(
    tideline: Store, keyboard: Actor
) -> None:
    with tideline.unit(keyboard) as unit:
        crowd(unit, 24, PlacementType.PAID, [30] * 12 + [5] * 12)
        trials = crowd(unit, 3, PlacementType.TRIAL, [9] * 3)
        actions.end_placement(unit, trials[0].id, date(2026, 10, 30))
        actions.note_ending(unit, trials[0].id, "To bake", Next.PAID_ELSEWHERE)
        view = write(unit, QUARTER)
        html = told(view)
        assert view is not None
        flow = view.facts["flow"]
        assert (flow.opening, flow.started, flow.ended, flow.closing) == (12, 15, 1, 26)
        assert view.facts["flows"] == {}  # three in a trial: paid jobs taken from all jobs would tell them
        assert view.facts["nexts"] == {}
        assert view.facts["stages"] == {}  # all but nobody are at one step: the remainder would be told
        assert "To bake" not in html
        assert "There are too few people to show this." in html


def test_flows_tell_unpaid_jobs_once_ten_people_have_one(tideline: Store, keyboard: Actor) -> None:
    with tideline.unit(keyboard) as unit:
        crowd(unit, 2, PlacementType.PAID, [5] * 2)
        crowd(unit, 9, PlacementType.VOLUNTEERING, [5] * 9)
        crowd(unit, 1, PlacementType.SUPPORTED_INTERNSHIP, [5])
        view = write(unit, QUARTER)
        assert view is not None
        assert {kind: flow.started for kind, flow in view.facts["flows"].items()} == {
            PlacementType.PAID: 2,
            None: 10,
        }


def test_where_people_went_is_counted_by_people_and_not_by_jobs(tideline: Store, keyboard: Actor) -> None:
    with tideline.unit(keyboard) as unit:
        for one in crowd(unit, 10, PlacementType.TRIAL, [9] * 10):
            actions.end_placement(unit, one.id, date(2026, 10, 1))
            actions.note_ending(unit, one.id, "", Next.PAID_ELSEWHERE)
        for one in crowd_again(unit, 10):
            actions.end_placement(unit, one.id, date(2026, 10, 20))
            actions.note_ending(unit, one.id, "", Next.LEARNING)
        jobs = [one for who in range(10) for one in jobs_of(offers.placements_of(unit, f"trial{who}"))]
        assert len(jobs) == 20
        # Ten people, all to one place: nobody stands outside that group.
        assert nexts(unit, jobs, QUARTER) == {}


def crowd_again(unit: Unit, many: int) -> list[Placement]:
    """The people of a trial begin another one, after some days in between."""
    facts = {"business": place(unit), "kind": PlacementType.TRIAL, "agreed_minutes": 600}
    return [
        offers.add_placement(
            unit, Placement(id=f"again{number}", person=f"trial{number}", first_day=date(2026, 10, 10), **facts)
        )
        for number in range(many)
    ]


def test_outcomes_are_told_from_ten_people_on_once_somebody_has_confirmed_them(
    tideline: Store, keyboard: Actor
) -> None:
    with tideline.unit(keyboard) as unit:
        made = crowd(unit, 24, PlacementType.PAID, [16] * 12 + [5] * 12)
        for one in made:
            offers.note_outcomes(unit, one.person)
        assert write(unit, QUARTER).facts["lasting"] == {13: 0, 26: 0, 52: 0}  # nobody has looked yet
        for one in made[:9]:
            actions.confirm_outcome(unit, offers.outcomes_of(unit, one.person)[0].id)
        assert write(unit, QUARTER).facts["lasting"] == {13: None, 26: 0, 52: 0}
        for one in made[9:12]:
            actions.confirm_outcome(unit, offers.outcomes_of(unit, one.person)[0].id)
        view = write(unit, QUARTER)
        assert view.facts["lasting"] == {13: 12, 26: 0, 52: 0}
        assert "too few people to show" not in told(view).split("On the way to work")[0]


def test_chapter_counts_what_helps_and_never_reads_it(tideline: Store, keyboard: Actor) -> None:
    with tideline.unit(keyboard) as unit:
        crowd(unit, 2, PlacementType.TRIAL, [5, 5])
    with tideline.unit(Actor.person("trial0", "trial0")) as unit:
        actions.agree_adjustment(unit, words="Zqmarker", barrier=Barrier.TASK)
    with tideline.unit(keyboard) as unit:
        today = enterprise.today(unit)
        view = write(unit, Period(today - timedelta(days=7), today))
        assert view is not None
        assert view.facts["helps"] == {"agreed": 1, "done": 0}
        assert "Zqmarker" not in told(view) + str(view.facts)


def test_chapter_of_an_enterprise_without_placements_is_not_there(tideline: Store, keyboard: Actor) -> None:
    with tideline.unit(keyboard) as unit:
        assert write(unit, QUARTER) is None


@pytest.fixture
def coached(tideline: Store, keyboard: Actor, agree: Callable[..., Placement]) -> Store:
    """Amy has had a paid job for 14 weeks, and Ben is her job coach."""
    with tideline.unit(keyboard) as unit:
        agree(unit, first_day=enterprise.today(unit) - timedelta(weeks=14))
        enterprise.give_role(unit, "ben", "supporter")
        offers.note_outcomes(unit, "amy")
    tideline.rights = lambda unit: enterprise.rights_of(unit, {"placements": PART.permissions, "people": ("see",)})
    with tideline.unit(AMY) as unit:
        actions.choose_coach(unit, "ben")
    with tideline.unit(BEN) as unit:
        actions.note_stage(unit, "amy", Stage.JOB_SUPPORT)
    return tideline


def test_outcome_is_said_on_her_page_and_confirmed_on_her_coachs(coached: Store) -> None:
    with coached.unit(AMY) as unit:
        assert "13 weeks" in both(my_work.my_work(visiting(unit)))
        (noted,) = offers.outcomes_of(unit, "amy")
        which = {"outcome": noted.id}
        assert "Please choose one." in both(own_outcome.send_outcome(visiting(unit, which, words="Yes")))
        assert isinstance(own_outcome.send_outcome(visiting(unit, which, wanted="yes", words="I do")), GoTo)
        assert "I do" in both(own_outcome.outcome(visiting(unit, which)))
    with coached.unit(BEN) as unit:
        assert "Is it so?" in both(coaching.one(visiting(unit, {"person": "amy"})))
        sent = {"do": f"confirm:{noted.id}"}
        assert isinstance(coaching.send(visiting(unit, {"person": "amy"}, **sent)), GoTo)
        assert "Is it so?" not in both(coaching.one(visiting(unit, {"person": "amy"})))
        assert offers.outcome(unit, noted.id).confirmed_by == "ben"


def test_list_is_a_paper_with_timeline_status_and_job_and_by_number_has_no_name(coached: Store) -> None:
    with coached.unit(BEN) as unit:
        assert "Amy Lind" in both(listing.listing(visiting(unit)))
        assert "Choose somebody." in both(listing.send_listing(visiting(unit, numbers="yes")))
        made: Any = listing.send_listing(visiting(unit, people="amy"))
        assert made.think().startswith(b"%PDF")
        html = listing.compose(unit, actions.lines_of(unit, ["amy"]), Edition.STANDARD).replace(
            "\N{NO-BREAK SPACE}", " "
        )
        for word in ("Amy Lind", "In a paid job", "Tideline Café", "Support at work and around it"):
            assert word in html, word
        assert "£" not in html
        assert "Amy" not in listing.compose(unit, actions.lines_of(unit, ["amy"], by_number=True), Edition.EASY)
