"""What checks lend to others inside their unit: roles, who does which, who is ready, and who is held back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

import attrs

from alongside.checks.check import Check, Shown
from alongside.checks.job_role import JobRole, Post
from alongside.checks.readiness import Known, Need, needs_on, ready_until
from alongside.checks.tables import CHECK, CHECKS, JOB_ROLE, JOB_ROLES, POST, POSTS, SHOWN, SHOWNS
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.people import offers as people
from alongside.placements import offers as placements
from alongside.placements.age import age_on
from alongside.placements.held import Held, reason
from alongside.refusal import worded
from alongside.store import Unit

_BY_TURN = (CHECK.c.person, CHECK.c.turn)


@attrs.frozen(kw_only=True)
class Readiness:
    """Somebody in her job role on a day: what she needs still, and the last day on which she stays ready."""

    post: Post
    role: JobRole
    needs: tuple[Need, ...]
    until: date | None

    @property
    def ready(self) -> bool:
        """True if nothing is missing."""
        return not self.needs


# --- on record


def job_roles(unit: Unit, *, ended: bool = False) -> list[JobRole]:
    """Return the job roles by name: those in use, or those that have ended too."""
    there = () if ended else (JOB_ROLE.c.ended.is_(None),)
    return sorted(unit.find(JOB_ROLES, *there), key=lambda one: (one.name.casefold(), one.id))


def job_role(unit: Unit, id: str) -> JobRole:  # noqa: A002 - what the column is called
    """Return a job role by its id."""
    return unit.get(JOB_ROLES, id)


def posts_in(unit: Unit, businesses: Collection[str]) -> list[Post]:
    """Return who does which job role in some businesses."""
    return unit.find(POSTS, POST.c.business.in_(sorted(businesses)))


def posts_of(unit: Unit, person: str) -> list[Post]:
    """Return which job roles a person does, in all businesses."""
    return unit.find(POSTS, POST.c.person == person)


def checks_of(unit: Unit, person: str) -> list[Check]:
    """Return every check of a person in the order in which they came."""
    return unit.find(CHECKS, CHECK.c.person == person, order=_BY_TURN)


def shown_to(unit: Unit, person: str) -> list[Shown]:
    """Return what was gone through with a person, in all roles."""
    return unit.find(SHOWNS, SHOWN.c.person == person, order=(SHOWN.c.shown_on, SHOWN.c.id))


# --- ready


def readiness(unit: Unit, posts: Collection[Post], day: date) -> list[Readiness]:
    """Return whether people are ready for their job roles on a day; roles that have ended are left out."""
    if not posts:
        return []
    roles = {one.id: one for one in unit.find(JOB_ROLES)}
    ids = sorted({one.person for one in posts})
    born = {one.id: one.date_of_birth for one in people.by_ids(unit, ids).values()}
    checks = unit.find(CHECKS, CHECK.c.person.in_(ids), order=_BY_TURN)
    shown = unit.find(SHOWNS, SHOWN.c.person.in_(ids))
    found = []
    for post in posts:
        role = roles[post.role]
        if role.ended and role.ended < day:
            continue
        birthday = born.get(post.person)
        known = Known(
            checks=[one for one in checks if one.person == post.person],
            shown={one.point for one in shown if (one.person, one.role) == (post.person, role.id)},
            age=age_on(birthday, day) if birthday and birthday <= day else None,
        )
        needs = needs_on(role, known, day)
        until = None if needs else ready_until(role, known, day)
        found.append(Readiness(post=post, role=role, needs=needs, until=until))
    return found


def held_by_checks(unit: Unit, business: str, period: Period) -> dict[str, tuple[Held, ...]]:
    """Return who is held back because something is missing that her role asks for before the first shift."""
    found: dict[str, tuple[Held, ...]] = {}
    for one in readiness(unit, posts_in(unit, [business]), enterprise.today(unit)):
        held = _held(unit, one) if one.role.first else None
        if held and held.meets(period):
            found[one.post.person] = (held,)
    return found


def _held(unit: Unit, one: Readiness) -> Held | None:
    if one.ready and one.until is None:
        return None
    ask, role = placements.whom_to_ask(unit, one.post.business), one.role.name
    if one.until:
        first = one.until + timedelta(days=1)
        manager = worded("checks", "Ready for the role “{role}” until {day}.", role=role, day=one.until)
    else:
        first, manager = one.post.since, worded("checks", "Not yet ready for the role “{role}”.", role=role)
    hers = worded("checks", "Something must be looked at before you work. Ask {name}.", name=ask)
    return Held(first_day=first, said=reason(person=hers, manager=manager), path="/checks/team")


# --- forgetting


def forget(unit: Unit, person: str) -> None:
    """Take out what is kept about a person; what she decided about others stays, with her id and no name."""
    for check in checks_of(unit, person):
        unit.remove(CHECKS, check)
    for shown in shown_to(unit, person):
        unit.remove(SHOWNS, shown)
    for post in posts_of(unit, person):
        unit.remove(POSTS, post)
