"""Objecting: keeping the reasons that a count has opened, and looking at each, by others than the proposer."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from alongside.decisions import offers, story
from alongside.decisions.actions import letters
from alongside.decisions.actions.by_the_roll import need_to_see
from alongside.decisions.actions.concerned import concerned, who_counts
from alongside.decisions.actions.holding import hold
from alongside.decisions.actions.proposing import acting_person
from alongside.decisions.ballot import Ballot
from alongside.decisions.level import Level
from alongside.decisions.life import NotNow
from alongside.decisions.objection import Objection
from alongside.decisions.outcome import Outcome, settled
from alongside.decisions.proposal import Proposal
from alongside.decisions.remark import check_words
from alongside.decisions.roll import RollLine
from alongside.decisions.tables import OBJECTIONS, OUTCOMES
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.refusal import BadInput, worded
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Finding:
    """What two people found of an objection: whether it holds, and why. ``beside`` looked at it with who acts."""

    holds: bool
    answer: str
    beside: str


def keep(unit: Unit, found: Proposal, opened: Sequence[tuple[RollLine, Ballot]], every: Sequence[Ballot]) -> None:
    """Keep the reasons that were opened, by their words; with who gave them in an open vote alone."""
    gave: list[tuple[str, str | None]] = [(ballot.reason, None) for ballot in every if ballot.objects]
    if found.level is Level.OPEN:
        gave = [(ballot.reason, line.person) for line, ballot in opened if ballot.objects]
    made = [
        Objection(id=unit.new_id(), proposal=found.id, number=number, person=person, reason=reason)
        for number, (reason, person) in enumerate(sorted(gave, key=lambda one: one[0]), 1)
    ]
    unit.add_all(OBJECTIONS, made)


def tell(unit: Unit, found: Proposal) -> None:
    """Tell those who may look at objections that they wait; again to nobody who was told before."""
    by = {one.person for one in _waiting(unit, found.id)}
    herself = by if len(by) == 1 else set()  # to whoever has made all of them, none is to be answered
    for person in who_counts(unit, found, found.proposer, *herself):
        letters.objections_wait(unit, found, person)


def _waiting(unit: Unit, proposal: str) -> list[Objection]:
    table = OBJECTIONS.table
    return unit.find(OBJECTIONS, table.c.proposal == proposal, table.c.upheld.is_(None), order=(table.c.number,))


def objections(unit: Unit, id: str) -> list[Objection]:  # noqa: A002 - what the column is called
    """Return the objections to a proposal, by number; none before the count."""
    need_to_see(unit, id)
    table = OBJECTIONS.table
    return unit.find(OBJECTIONS, table.c.proposal == id, order=(table.c.number,))


def waits_for(unit: Unit, found: Proposal) -> bool:
    """True if objections that wait may be looked at by the one who acts: a teller who did not propose it.

    Who has made one is known of an open vote alone, so no other is asked about.
    """
    is_another = found.proposer is None or found.proposer != acting_person(unit)
    if not (unit.may("decisions.count") and is_another):
        return False
    return found.level is not Level.OPEN or bool(_of_others(unit, found))


def to_look_at(unit: Unit, found: Proposal) -> list[Objection]:
    """Return the objections that wait for the one who acts: none of her own."""
    return _of_others(unit, found) if waits_for(unit, found) else []


def _of_others(unit: Unit, found: Proposal) -> list[Objection]:
    who = acting_person(unit)
    return [one for one in _waiting(unit, found.id) if one.person is None or one.person != who]


def look_at(unit: Unit, id: str, number: int, finding: Finding) -> Objection:  # noqa: A002 - what the column is called
    """Put on record whether an objection holds, and why. With the last one it is known what was decided.

    Raises:
        NotNow: where nothing waits for it, or it was looked at already.
        BadInput: where the proposer or the objector looks at it, nobody else did, or no answer is given.
    """
    unit.need("decisions.count")
    found = hold(unit, id)
    outcome = unit.find(OUTCOMES, OUTCOMES.table.c.proposal == id)
    every = objections(unit, id)
    one = next((one for one in every if one.number == number), None)
    if one is None or not outcome or not outcome[0].waits or one.upheld is not None:
        raise NotNow(worded("decisions", "This objection to “{title}” waits for nobody now.", title=found.title))
    _check(unit, found, one, finding)
    done = unit.change(
        OBJECTIONS,
        one,
        upheld=finding.holds,
        answer=finding.answer.strip(),
        looked_by=acting_person(unit),
        looked_with=finding.beside,
        day=enterprise.today(unit),
    )
    _settle(unit, found, outcome[0], [*(other for other in every if other.id != one.id), done])
    return done


def _check(unit: Unit, found: Proposal, one: Objection, finding: Finding) -> None:
    check_words(finding.answer)
    looked = {acting_person(unit), finding.beside}
    if found.proposer and found.proposer in looked:
        raise BadInput(
            worded("decisions", "Whoever proposed it does not look at objections to it. Ask somebody else.")
        )
    if one.person and one.person in looked:
        raise BadInput(worded("decisions", "Nobody looks at an objection of her own. Ask somebody else."))
    people.present(unit, finding.beside)
    if len(looked) < 2:
        raise BadInput(worded("decisions", "Two people look at an objection. Choose who looked at it with you."))


def _settle(unit: Unit, found: Proposal, outcome: Outcome, every: Sequence[Objection]) -> None:
    """Write down what was decided, once each was looked at, and tell whom it concerns."""
    if any(one.upheld is None for one in every):
        return
    named = offers.named(unit, [found])[0]
    after = settled(outcome, sum(bool(one.upheld) for one in every))
    story.hold_settled(named, after)
    facts = {"result": after.result, "chosen": after.chosen, "winners": after.winners, "upheld": after.upheld}
    after = unit.change(OUTCOMES, outcome, **facts)
    unit.tell("decision_closed", proposal=found, outcome=after)
    for person in who_counts(unit, found, found.proposer):
        letters.objections_answered(unit, found, person)
    for person in concerned(unit, found):
        letters.settled(unit, found, after, person)
