"""The five stages of supported employment, and a person's steps through them.

They belong to the person and not to a placement: getting to know each other begins before there is any work, and
she may go back to an earlier stage at any time. A step is never changed; a later one stands above it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from enum import Enum

import attrs

from alongside.instants import aware


class Stage(Enum):
    """A stage, by the field's own name; pages say it in plain words."""

    CLIENT_ENGAGEMENT = "client_engagement"  # getting to know each other
    VOCATIONAL_PROFILING = "vocational_profiling"  # what she wants and brings
    JOB_FINDING = "job_finding"
    EMPLOYER_ENGAGEMENT = "employer_engagement"  # agreeing work with a place
    JOB_SUPPORT = "job_support"  # support on and off the job


@attrs.frozen(kw_only=True)
class StageStep:
    """From ``day`` on the person is at a stage; the ``number``-th step that was noted of her.

    ``noted_by`` is whoever wrote it down, None for the keyboard.
    """

    id: str
    person: str
    stage: Stage = attrs.field(converter=Stage)
    day: date
    number: int
    noted_by: str | None = None
    noted_at: datetime = attrs.field(converter=aware)
    version: int = 1


def in_order(steps: Iterable[StageStep]) -> list[StageStep]:
    """Return the steps by their days; of one day, the one noted last counts and stands last."""
    return sorted(steps, key=lambda one: (one.day, one.number))


def stage_on(steps: Iterable[StageStep], day: date) -> Stage | None:
    """Return the stage a person is at on a day, None before her first step."""
    come = [one for one in in_order(steps) if one.day <= day]
    return come[-1].stage if come else None
