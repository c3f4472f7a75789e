"""Visits: for whom a supporter may start one, whether it may go on, and which there were."""

from __future__ import annotations

from alongside.enterprise import offers as enterprise
from alongside.enterprise.roles import Role
from alongside.people import offers as people
from alongside.sign_in.offers.sessions import end_where
from alongside.sign_in.session import Session, Way
from alongside.sign_in.tables import NO_VISITS, SESSIONS, no_visits, session
from alongside.sign_in.visiting import NoVisits, Visited
from alongside.store import Unit

FOR_WHOM = frozenset({Role.MEMBER})
"""The roles of those for whom a visit can be started: whoever has more to say here comes in by herself."""


def may_visit(unit: Unit, person: str, supporter: str) -> bool:
    """True if a supporter may be here with a person now.

    The person has chosen her and lets her, she holds the role of a supporter, and nothing is opened to her that
    is not a member's.
    """
    return (
        supporter in people.supporters_of(unit, person)
        and any(one.supporter == supporter and one.starts_visits for one in people.choices_of(unit, person))
        and not nobody_may_visit(unit, person)
        and {held.role for held in enterprise.roles_of(unit, person)} <= FOR_WHOM
    )


def visit_holds(unit: Unit, going: Session) -> bool:
    """True if a session may go on: one that a supporter has started, for as long as she could start it anew."""
    if going.helper is None:
        return going.way is not Way.SUPPORTER
    return may_visit(unit, going.person, going.helper)


def for_whom(unit: Unit, supporter: str) -> list[str]:
    """Return the ids of those for whom a supporter may start a visit now."""
    chosen = [one.person for one in people.choices_by_which(unit, supporter) if one.starts_visits]
    return [one for one in chosen if may_visit(unit, one, supporter)]


def nobody_may_visit(unit: Unit, person: str) -> bool:
    """True if a person has said that nobody may start a visit for her."""
    return bool(unit.find(NO_VISITS, no_visits.c.person == person))


def let_nobody_visit(unit: Unit, person: str) -> None:
    """Note that nobody may start a visit for a person, and end those that go on."""
    end_visits(unit, person)
    if not nobody_may_visit(unit, person):
        unit.add(NO_VISITS, NoVisits(id=unit.new_id(), person=person))


def let_them_visit(unit: Unit, person: str) -> None:
    """Note that those may start a visit for a person whom she lets."""
    for said in unit.find(NO_VISITS, no_visits.c.person == person):
        unit.remove(NO_VISITS, said)


def end_visits(unit: Unit, person: str, helper: str | None = None) -> int:
    """End the visits of a person that go on, all or those with one helper; return how many there were."""
    with_her = session.c.helper.is_not(None) if helper is None else session.c.helper == helper
    return end_where(unit, (session.c.person == person) & with_her)


def visits_of(unit: Unit, person: str) -> list[Visited]:
    """Return who came in with a person, the latest first, for as long as sessions are kept."""
    order = (session.c.begun.desc(), session.c.id)
    found = unit.find(SESSIONS, session.c.person == person, session.c.helper.is_not(None), order=order)
    return [_visited(unit, one) for one in found]


def _visited(unit: Unit, one: Session) -> Visited:
    over = one.ended or (None if unit.now < one.until and visit_holds(unit, one) else one.until)
    return Visited(helper=str(one.helper), begun=one.begun, ended=over)
