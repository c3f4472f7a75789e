"""Flows, not totals: how many jobs there were, how many began and ended, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

import attrs

from alongside.instants import Period
from alongside.placements.job import Job


@attrs.frozen(kw_only=True)
class Flow:
    """Jobs in a period: ``opening`` on the evening before it, ``started`` and ``ended`` in it.

    A job that both began and ended in the period counts in both. The last day of a job is still its own, so it has
    ended from the day after.
    """

    opening: int
    started: int
    ended: int

    @property
    def closing(self) -> int:
        """Jobs at the end of the period: what was there, and began, and has not ended."""
        return self.opening + self.started - self.ended


def flow_of(jobs: Iterable[Job], period: Period) -> Flow:
    """Count the flow of jobs in a period; a job ends in it if it no longer runs on the day after the period."""
    opening = started = ended = 0
    before = period.first - timedelta(days=1)
    for job in jobs:
        there = job.first_day <= before and (job.last_day is None or job.last_day >= before)
        began = period.first <= job.first_day <= period.last
        opening += there
        started += began
        # One whose last day is the evening before was still there then, and ends at the first morning.
        ended += (there or began) and job.last_day is not None and job.last_day < period.last
    return Flow(opening=opening, started=started, ended=ended)
