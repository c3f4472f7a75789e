"""“My work”: the page on which somebody sees her way to work, what is agreed, and who is with her."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.display import View
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.placements import actions, offers
from alongside.placements.actions.way import Way
from alongside.placements.hours_plan import steps_after
from alongside.placements.own_words import About
from alongside.placements.pages.looking import known_picture
from alongside.placements.placement import Placement
from alongside.placements.stage import Stage

if TYPE_CHECKING:
    from alongside.store import Unit
    from alongside.web import Visit

STAGES = tuple(Stage)


def my_work(visit: Visit) -> View:
    """Show the visitor's own way to work."""
    way = actions.way_of(visit.unit, visit.actor.id)
    mine, hidden = actions.my_adjustments(visit.unit)
    facts = {
        **stage_facts(way),
        "helps": [one for one in mine if one.done_on is None],
        "hidden": hidden,
        "told": len([one for one in actions.adjustments_told(visit.unit) if one.done_on is None]),
        "ended": _ended(visit, way),
        "lasting": actions.outcomes_seen(visit.unit, visit.actor.id)[-1:],
        "jobs": [job_facts(visit, one) for one in way.running(visit.today)],
        "coach": coach_facts(visit.unit, visit.actor.id),
        "brings": [*(one.words for one in way.says(About.BRINGS)), *(one.words for one in way.skills)],
        "wants": [one.words for one in way.says(About.WANTS)],
    }
    return View("my_work.html", "My work", facts)


def _ended(visit: Visit, way: Way) -> list[dict[str, Any]]:
    """The jobs that ended of late and of which nothing is said yet, or that she may read again."""
    over = [job.newest for job in way.over(visit.today)]
    lately = [one for one in over if offers.still_counts(visit.unit, one)]
    return [{"placement": one, "business": enterprise.business(visit.unit, one.business)} for one in lately]


def stage_facts(way: Way) -> dict[str, Any]:
    """The stage somebody is at, and its place among the five; 0 before the first."""
    return {
        "stage": way.stage.value if way.stage else "",
        "at": STAGES.index(way.stage) + 1 if way.stage else 0,
        "all": len(STAGES),
    }


def job_facts(visit: Visit, one: Placement) -> dict[str, Any]:
    """One placement as its own person sees it: where, how much now, what comes next."""
    coming = steps_after(one.plan, visit.today)
    business = enterprise.business(visit.unit, one.business)
    job = offers.job_of(visit.unit, one)
    return {
        "placement": one,
        "business": business,
        "picture": known_picture(business.picture) or "shop",
        "minutes": one.minutes_on(visit.today),
        "coming": coming[0] if coming else None,
        "begins": one.first_day if one.first_day > visit.today else None,
        "review": actions.due_for(visit.unit, job, visit.today),
        "first_day": job.first_day,
        "last_day": job.last_day,
        "waits": any(wish.waits for wish in offers.wishes_for(visit.unit, one)),
    }


def coach_facts(unit: Unit, person: str, placement: str | None = None) -> dict[str, Any] | None:
    """Who coaches somebody: her face, and until when; None where nobody does."""
    found = offers.coach_for(unit, person, placement)
    face = people.faces_of(unit, [found.coach]).get(found.coach) if found else None
    if found is None or face is None:
        return None
    return {"face": face, "picture": known_picture(face.picture), "until": found.last_day, "id": found.id}
