"""What the trustees are told of placements and outcomes: flows, stages, work that lasts, and where people go next.

Counts alone. What would point at somebody is not shown, and two years stand beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from alongside.display import View
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.people.small_groups import LEAST, shown_groups
from alongside.placements import offers
from alongside.placements.ending import Next
from alongside.placements.flows import Flow, flow_of
from alongside.placements.job import Job, jobs_of
from alongside.placements.outcome import WEEKS
from alongside.placements.placement import PlacementType
from alongside.placements.stage import Stage, stage_on
from alongside.store import Unit

TWO_YEARS = timedelta(days=730)


def write(unit: Unit, period: Period) -> View | None:
    """Tell flows of jobs, stages, outcomes and endings; None where nobody ever had a placement."""
    upto = Period(period.first, max(period.first, min(period.last, enterprise.today(unit))))
    jobs = _jobs(unit, upto)
    steps = offers.all_steps(unit)
    if not jobs and not steps:
        return None
    two_years = Period(upto.last - TWO_YEARS, upto.last)
    stages = Counter(stage_on(theirs, upto.last) for theirs in steps.values())
    facts = {
        "flow": flow_of(jobs, upto),
        "flows": flows_told(jobs, upto),
        "stages": _in_order(shown_groups({stage: n for stage, n in stages.items() if stage is not None})),
        "lasting": lasting(unit, upto),
        "lasting_two_years": lasting(unit, two_years),
        "nexts": nexts(unit, jobs, upto),
        "nexts_two_years": nexts(unit, _jobs(unit, two_years), two_years),
        "talks": offers.held_in(unit, upto.first, upto.last),
        "helps": _helps(unit, upto),
        "day": upto.last,
    }
    return View("outcomes.html", "Placements and outcomes", facts)


def _jobs(unit: Unit, period: Period) -> list[Job]:
    """Every job that touches a period or ended the day before it; whole, so that no new rate cuts one in two."""
    here = offers.placements_in(unit, Period(period.first - timedelta(days=1), period.last))
    people = dict.fromkeys(one.person for one in here)
    return [job for who in people for job in jobs_of(offers.placements_of(unit, who))]


def flows_told(jobs: list[Job], period: Period) -> Mapping[PlacementType | None, Flow]:
    """Flows by kind, unpaid kinds apart only where each has people enough: behind one of them is an EHC plan.

    Where few have unpaid work of any kind, no kind is told: paid work taken from all of it would tell theirs.
    """
    kinds = {job.newest.kind for job in jobs}
    people = {kind: len({job.person for job in jobs if job.newest.kind is kind}) for kind in kinds}
    unpaid = {kind: n for kind, n in people.items() if kind is not PlacementType.PAID}
    if 0 < len({job.person for job in jobs if job.newest.kind is not PlacementType.PAID}) < LEAST:
        return {}
    apart = set(kinds) if len(shown_groups(unpaid)) == len(unpaid) else {PlacementType.PAID}
    groups: dict[PlacementType | None, list[Job]] = {}
    for job in jobs:
        groups.setdefault(job.newest.kind if job.newest.kind in apart else None, []).append(job)
    return {kind: flow_of(groups[kind], period) for kind in (*PlacementType, None) if kind in groups}


def lasting(unit: Unit, period: Period) -> dict[int, int | None]:
    """People whose confirmed outcome fell into a period, by weeks; None where they are too few to show."""
    found = [one for one in offers.outcomes_in(unit, period.first, period.last) if one.confirmed]
    paid = {one.person for one in offers.placements_in(unit, period) if one.paid}
    people = {weeks: {one.person for one in found if one.weeks == weeks} for weeks in WEEKS}
    return {weeks: _enough(len(theirs), len(paid | theirs)) for weeks, theirs in people.items()}


def _enough(people: int, of: int) -> int | None:
    """The number where it and its remainder may be shown; nobody at all points at nobody."""
    return people if people == 0 or (people >= LEAST and of - people >= LEAST) else None


def nexts(unit: Unit, jobs: list[Job], period: Period) -> dict[Next, int]:
    """Where people whose jobs ended in a period went next, each by her last one; empty where they are too few."""
    said = offers.all_endings(unit)
    ended = [job for job in jobs if job.last_day and period.first <= job.last_day <= period.last]
    # By person: somebody with three short jobs is still one of the ten.
    newest = {job.person: job.newest.id for job in sorted(ended, key=lambda job: job.last_day or period.last)}
    return shown_groups(Counter(said[one].next if one in said else Next.NOT_SAID for one in newest.values()))


def _in_order(stages: Mapping[Stage, int]) -> dict[Stage, int]:
    return {stage: stages[stage] for stage in Stage if stage in stages}


def _helps(unit: Unit, period: Period) -> dict[str, Any]:
    """How many adjustments were agreed and made: counted, and never read."""
    every = offers.every_adjustment(unit)
    return {
        "agreed": sum(period.first <= one.agreed_on <= period.last for one in every),
        "done": sum(one.done_on is not None and period.first <= one.done_on <= period.last for one in every),
    }
