"""Job roles: a steward names them, and says what each may ask for."""

from __future__ import annotations

from typing import Any

import attrs

from alongside.checks import offers
from alongside.checks.job_role import JobRole
from alongside.checks.offers import Readiness
from alongside.checks.tables import JOB_ROLES
from alongside.enterprise import offers as enterprise
from alongside.enterprise.business import Business
from alongside.people import offers as people
from alongside.refusal import BadInput, worded
from alongside.store import Unit


def roles(unit: Unit) -> list[JobRole]:
    """Return the job roles in use, and what each may ask for."""
    unit.need("checks.change")
    return offers.job_roles(unit)


def role(unit: Unit, id: str) -> JobRole:  # noqa: A002 - what the column is called
    """Return one job role."""
    unit.need("checks.change")
    return offers.job_role(unit, id)


def add_role(unit: Unit, **facts: Any) -> JobRole:
    """Name a job role.

    Raises:
        NotEligible: for a level that its reason does not reach to.
        BadInput: where it cannot be so, or another role has its name.
    """
    unit.need("checks.change")
    new = JobRole(id=unit.new_id(), **facts)
    _refuse_twins(unit, new)
    return unit.add(JOB_ROLES, new)


def change_role(unit: Unit, id: str, **facts: Any) -> JobRole:  # noqa: A002 - what the column is called
    """Change what a job role asks for; checks that were noted stay."""
    unit.need("checks.change")
    old = offers.job_role(unit, id)
    new = attrs.evolve(old, **facts)
    _refuse_twins(unit, new)
    return old if new == old else unit.change(JOB_ROLES, old, **facts)


def _refuse_twins(unit: Unit, new: JobRole) -> None:
    names = {one.name.casefold() for one in offers.job_roles(unit) if one.id != new.id}
    if new.name.casefold() in names:
        raise BadInput(worded("checks", "There is a role “{name}” already. Give another name.", name=new.name))


def everybody(unit: Unit) -> list[tuple[people.Face, Business, Readiness]]:
    """Return who does which job role where, with what is missing, by name; for a steward."""
    unit.need("checks.change")
    places = {one.id: one for one in enterprise.all_businesses(unit)}
    today = enterprise.today(unit)
    known = offers.readiness(unit, offers.posts_in(unit, places), today)
    faces = people.faces_of(unit, {one.post.person for one in known})
    found = [(faces[one.post.person], places[one.post.business], one) for one in known if one.post.person in faces]
    return sorted(found, key=lambda one: (one[2].ready, one[0].name.casefold(), one[1].name))
