"""What decisions lend to other parts inside their unit. The caller was checked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime

import attrs

from alongside.decisions.candidacy import STATEMENT_WORDS
from alongside.decisions.condition import YesShare
from alongside.decisions.electorate import ALL_MEMBERS, LEAST, Electorate, Panellist, Who
from alongside.decisions.following import Review, Statement
from alongside.decisions.level import Level
from alongside.decisions.life import ProposalState
from alongside.decisions.outcome import Decision
from alongside.decisions.proposal import NO, YES, Option, Proposal
from alongside.decisions.quorum import OVER_HALF, check_quorum
from alongside.decisions.roll import RollLine
from alongside.decisions.tables import OUTCOMES, PANEL, PROPOSALS, REVIEWS, ROLL, STATEMENTS
from alongside.enterprise import offers as enterprise
from alongside.enterprise.roles import Role
from alongside.instants import Period
from alongside.people import offers as people
from alongside.placements import offers as placements
from alongside.refusal import BadInput, NotFound, worded
from alongside.store import Unit


def add_proposal(
    unit: Unit,
    title: str,
    why: str,
    *,
    closes: datetime,
    easy_title: str = "",
    easy_why: str = "",
    options: Sequence[Option] = (YES, NO),
    proposer: str | None = None,
    quorum: int | None = None,
    review: date | None = None,
    rule: str = "majority",
    seats: int = 1,
    reading_days: int = 0,
    level: Level = Level.PRIVATE,
    help_limit: int | None = None,
    statement_words: int = STATEMENT_WORDS,
    budget: int | None = None,
    electorate: Electorate = ALL_MEMBERS,
    yes_share: YesShare | None = None,
) -> Proposal:
    """Put a proposal on record as a draft; without a quorum, more than half of its roll must take part.

    Raises:
        BadInput: for a quorum of nobody, where fewer than two members would have a vote, and for somebody on a
            panel who is no member.
    """
    _must_have_people(unit, electorate)
    if quorum is not None:
        check_quorum(quorum)
    new = Proposal(
        id=unit.new_id(),
        title=title.strip(),
        easy_title=easy_title.strip() or title.strip(),
        why=why.strip(),
        easy_why=easy_why.strip() or why.strip(),
        options=tuple(options),
        proposer=proposer,
        closes=closes,
        quorum=OVER_HALF if quorum is None else quorum,
        review=review,
        rule=rule,
        seats=seats,
        reading_days=reading_days,
        level=level,
        help_limit=help_limit,
        statement_words=statement_words,
        budget=budget,
        decides=electorate.who,
        business=electorate.business,
        yes_share=yes_share,
    )
    unit.add(PROPOSALS, new)
    for person in electorate.panel:
        unit.add(PANEL, Panellist(id=unit.new_id(), proposal=new.id, person=person))
    return new


def _must_have_people(unit: Unit, electorate: Electorate) -> None:
    """Refuse where too few would have a vote; all members may be as few as they are: the enterprise begins so."""
    deciding = those_of(unit, electorate)
    for person in electorate.panel:
        if person not in deciding:
            name = people.present(unit, person).name
            raise BadInput(
                worded(
                    "decisions", "{name} is no member today, and members alone decide. Choose others.", name=name
                )
            )
    if electorate.business and len(deciding) < LEAST:
        name = business_name(unit, electorate.business)
        raise BadInput(
            worded(
                "decisions",
                "Fewer than 2 members work in {business}, and a vote needs 2. Choose others who decide.",
                business=name,
            )
        )


def those_of(unit: Unit, electorate: Electorate) -> list[str]:
    """Return the members who decide, as they are today."""
    members = enterprise.people_with(unit, "member")
    if electorate.business:
        among = _people_of(unit, electorate.business)
        return [person for person in members if person in among]
    return [person for person in members if person in electorate.panel] if electorate.panel else members


def _people_of(unit: Unit, business: str) -> set[str]:
    """Whoever has a placement in a business that runs today, or a role there that is work."""
    working = placements.placements_on(unit, enterprise.today(unit), business)
    roles = [one for one in enterprise.grants(unit) if one.business == business and one.role in _AT_WORK]
    return {one.person for one in working} | {one.person for one in roles}


_AT_WORK = frozenset({Role.MANAGER, Role.MEMBER, Role.TELLER})
"""Roles for one business that say that somebody belongs to it; who supports or oversees it does not by that."""


def entitled(unit: Unit, asked: Proposal) -> list[str]:
    """Return who would be on the roll of a proposal if its vote opened today."""
    if asked.decides is not Who.PANEL:
        return those_of(unit, Electorate(who=asked.decides, business=asked.business))
    panel = panels(unit, [asked])[asked.id]
    return [person for person in enterprise.people_with(unit, "member") if person in panel]


def panels(unit: Unit, proposals: Iterable[Proposal]) -> dict[str, list[str]]:
    """Return who is on the panels of those proposals that a panel decides, by proposal."""
    found: dict[str, list[str]] = {one.id: [] for one in proposals if one.decides is Who.PANEL}
    for one in unit.find(PANEL, PANEL.table.c.proposal.in_(list(found))) if found else ():
        found[one.proposal].append(one.person)
    return found


def business_name(unit: Unit, business: str | None) -> str:
    """Return the name of the business whose people decide; empty where it is none."""
    return enterprise.business(unit, business).name if business else ""


def proposal(unit: Unit, id: str) -> Proposal:  # noqa: A002 - what the column is called
    """Return a proposal by its id, with the names of those who stand."""
    return named(unit, [unit.get(PROPOSALS, id)])[0]


def named(unit: Unit, proposals: Iterable[Proposal]) -> list[Proposal]:
    """Return proposals with the names and pictures of those who stand, to be shown and never stored.

    Somebody who was erased is “a member”.
    """
    every = list(proposals)
    standing = {option.person for one in every for option in one.options if option.person}
    here = people.by_ids(unit, standing)

    def with_name(option: Option) -> Option:
        if option.person is None:
            return option
        person = here.get(option.person)
        name = person.name if person else people.A_MEMBER
        return attrs.evolve(option, words=name, easy_words=name, picture=(person and person.picture) or "")

    return [_named(one, tuple(with_name(option) for option in one.options)) for one in every]


def _named(one: Proposal, options: tuple[Option, ...]) -> Proposal:
    return one if options == one.options else attrs.evolve(one, options=options)


def find_proposal(unit: Unit, text: str) -> Proposal:
    """Return the proposal meant by an id, or by the beginning of one id or title alone.

    Raises:
        NotFound: where none fits.
        BadInput: where several do.
    """
    wanted = text.strip().casefold()
    every = unit.find(PROPOSALS)
    fitting = [one for one in every if one.id == wanted] or [
        one for one in every if wanted and (one.id.startswith(wanted) or one.title.casefold().startswith(wanted))
    ]
    if not fitting:
        raise NotFound("proposal", text, "See “alongside decisions list”.")
    if len(fitting) > 1:
        several = ", ".join(f"“{one.title}” ({one.id[:8]})" for one in fitting[:5])
        raise BadInput(f"“{text}” could be {several}", remedy="Say more of it.")
    return fitting[0]


def outcomes(unit: Unit, period: Period) -> list[Decision]:
    """Return what was voted on in a period, with the outcomes, in the order of their counts."""
    interval = period.interval(enterprise.the_enterprise(unit).zone)
    return outcomes_between(unit, interval.starts, interval.ends)


def outcomes_between(unit: Unit, since: datetime, until: datetime) -> list[Decision]:
    """Return what was counted from an instant on and before another, in the order of the counts."""
    closed_at = OUTCOMES.table.c.closed_at
    inside = (closed_at >= since, closed_at < until)
    found = unit.find(OUTCOMES, *inside, order=(closed_at, OUTCOMES.table.c.id))
    asked = unit.find(PROPOSALS, PROPOSALS.table.c.id.in_([one.proposal for one in found]))
    by_id = {one.id: one for one in named(unit, asked)}
    return [Decision(by_id[one.proposal], one) for one in found]


def open_proposals(unit: Unit) -> list[Proposal]:
    """Return the proposals that are open for votes, the first to close first."""
    table = PROPOSALS.table
    is_open = table.c.state == ProposalState.OPEN.value
    return named(unit, unit.find(PROPOSALS, is_open, order=(table.c.closes, table.c.id)))


def rolls(unit: Unit, proposals: Iterable[str]) -> dict[str, list[RollLine]]:
    """Return the lines of the rolls of proposals, by proposal."""
    found: dict[str, list[RollLine]] = defaultdict(list)
    for line in unit.find(ROLL, ROLL.table.c.proposal.in_(list(proposals))):
        found[line.proposal].append(line)
    return found


def decisions(unit: Unit, proposals: Iterable[str]) -> dict[str, Decision]:
    """Return proposals that were voted on, with their outcomes, by id."""
    ids = sorted(set(proposals))
    found = {one.proposal: one for one in unit.find(OUTCOMES, OUTCOMES.table.c.proposal.in_(ids))}
    asked = named(unit, unit.find(PROPOSALS, PROPOSALS.table.c.id.in_(list(found))))
    return {one.id: Decision(one, found[one.id]) for one in asked}


def reviews_between(unit: Unit, first: date, last: date) -> list[Review]:
    """Return every look back from a day up to another, in the order of their days."""
    table = REVIEWS.table
    return unit.find(REVIEWS, table.c.day >= first, table.c.day <= last, order=(table.c.day, table.c.id))


def overdue(unit: Unit, before: date) -> list[str]:
    """Return the proposals whose day to be looked at again was before a day, and nobody has."""
    table = PROPOSALS.table
    counted = table.c.state.in_([ProposalState.CLOSED.value, ProposalState.TOLD.value])
    return [one.id for one in unit.find(PROPOSALS, counted, table.c.review < before)]


def statements(unit: Unit, proposals: Iterable[str]) -> dict[str, Statement]:
    """Return the outcome statements of proposals, by proposal."""
    wanted = STATEMENTS.table.c.proposal.in_(list(proposals))
    return {one.proposal: one for one in unit.find(STATEMENTS, wanted)}


def last_reviews(unit: Unit, proposals: Iterable[str]) -> dict[str, Review]:
    """Return the last look back at each proposal that was looked back at."""
    table = REVIEWS.table
    found = unit.find(REVIEWS, table.c.proposal.in_(list(proposals)), order=(table.c.day, table.c.id))
    return {one.proposal: one for one in found}
