"""The checks of a person: noted and read by a steward, and by herself; reading of others is noted."""

from __future__ import annotations

from datetime import date

import attrs

from alongside.checks import offers
from alongside.checks.check import Check, Decision, Kind, Shown
from alongside.checks.job_role import JobRole, Level, NotEligible, further, furthest, not_eligible
from alongside.checks.offers import Readiness
from alongside.checks.tables import CHECKS
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.placements.age import age_on
from alongside.refusal import BadInput, OnlyAlone, worded
from alongside.rulepacks.offers import AgainstRule
from alongside.store import ActorKind, Unit

LEAST_AGE = "uk.dbs-minimum-age"


@attrs.frozen(kw_only=True)
class OfPerson:
    """All that is on record of one person: her job roles with what is missing, her checks, what she was shown."""

    face: people.Face
    readiness: tuple[Readiness, ...]
    checks: tuple[Check, ...]
    shown: tuple[Shown, ...]


def own_checks(unit: Unit) -> OfPerson:
    """Return one's own checks, with numbers and decisions.

    Raises:
        OnlyAlone: while somebody helps: the page promises that nobody else sees it.
    """
    if unit.actor.helper is not None:
        raise OnlyAlone
    unit.need("checks.change", own=unit.actor.id)
    return _of_person(unit, unit.actor.id)


def look_at_checks(unit: Unit, person: str) -> OfPerson:
    """Return the checks of somebody else, for a steward; that she has read them is noted."""
    unit.need("checks.change")
    people.present(unit, person)
    found = _of_person(unit, person)
    if person != unit.actor.id:
        for check in found.checks:
            unit.note_reading(CHECKS, check, "number", "decision")
    return found


def _of_person(unit: Unit, person: str) -> OfPerson:
    posts = offers.posts_of(unit, person)
    return OfPerson(
        face=people.faces_of(unit, [person])[person],
        readiness=tuple(offers.readiness(unit, posts, enterprise.today(unit))),
        checks=tuple(offers.checks_of(unit, person)),
        shown=tuple(offers.shown_to(unit, person)),
    )


def note_check(
    unit: Unit,
    person: str,
    role: str,
    kind: Kind,
    decision: Decision,
    *,
    level: Level = Level.NONE,
    number: str = "",
    done_on: date | None = None,
    until: date | None = None,
) -> Check:
    """Note a check of a person, or that it was asked for (it waits then).

    Raises:
        NotEligible: for a criminal record check that looks further than the role allows.
        BadInput: for one that the role does not ask for, or a decision of nobody by name.
        AgainstRule: for a criminal record check of somebody too young, or of whom no age is known.
    """
    unit.need("checks.change")
    asked_for = offers.job_role(unit, role)
    _refuse_what_it_may_not_ask(asked_for, kind, level)
    if kind is Kind.RECORD:
        _refuse_the_young(unit, person)
    if decision is not Decision.WAITING and unit.actor.kind is not ActorKind.PERSON:
        raise BadInput(worded("checks", "Only a person with a name decides. Come in and decide there."))
    new = Check(
        id=unit.new_id(),
        person=person,
        turn=max((one.turn for one in offers.checks_of(unit, person)), default=0) + 1,
        role=role,
        kind=kind,
        scheme=asked_for.scheme if kind is Kind.RECORD else None,
        level=level,
        number=number,
        done_on=done_on,
        decision=decision,
        decided_by=None if decision is Decision.WAITING else unit.actor.id,
        until=until,
        noted_at=unit.now,
    )
    return unit.add(CHECKS, new)


def _refuse_what_it_may_not_ask(role: JobRole, kind: Kind, level: Level) -> None:
    if kind is Kind.RIGHT_TO_WORK:
        if not role.right_to_work:
            raise BadInput(worded("checks", "“{role}” does not ask for the right to work.", role=role.name))
        return
    if further(level, furthest(role.why)):
        raise NotEligible(not_eligible(role.name, level))
    if level is Level.NONE or not role.may_ask(level):
        raise BadInput(worded("checks", "“{role}” does not ask for this check. Look at the role.", role=role.name))


def _refuse_the_young(unit: Unit, person: str) -> None:
    today = enterprise.today(unit)
    least = enterprise.rule(unit, LEAST_AGE, today)
    born = people.present(unit, person).date_of_birth
    if born is None or age_on(born, today) < int(least.value):
        raise AgainstRule(
            least,
            today,
            worded(
                "checks",
                "This check is for people of {age} years or more. Look at the date of birth on record.",
                age=int(least.value),
            ),
        )


def remove_check(unit: Unit, id: str) -> None:  # noqa: A002 - what the column is called
    """Take a check out of the record, because it need not be kept any longer or was a slip."""
    unit.need("checks.change")
    unit.remove(CHECKS, unit.get(CHECKS, id))
