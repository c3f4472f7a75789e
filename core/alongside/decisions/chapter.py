"""What the trustees are told of decisions: each one closed in the period, and those still open."""

from __future__ import annotations

import attrs

from alongside.decisions import offers, saying
from alongside.decisions.following import Review, Statement
from alongside.decisions.outcome import Decision, Result
from alongside.display import Said, View
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.reports import Figure
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Told:
    """A decision with the sentences that tell it: by which rule, what came out, and what happened since."""

    decision: Decision
    verdict: Said
    reason: Said
    more: tuple[Said, ...]
    how: Said
    statement: Statement | None
    happened: Said | None
    review: Review | None


def write(unit: Unit, period: Period) -> View:
    """Tell each decision closed in the period, what became of it, and the votes and talks there are now."""
    ends = period.interval(enterprise.the_enterprise(unit).zone).ends
    facts = {
        "told": _every(unit, offers.outcomes(unit, period)),
        "open": [one for one in offers.open_proposals(unit) if one.opens and one.opens < ends],
    }
    return View("decided.html", "What we decided", facts)


def _every(unit: Unit, decisions: list[Decision]) -> list[Told]:
    ids = [one.proposal.id for one in decisions]
    statements, reviews = offers.statements(unit, ids), offers.last_reviews(unit, ids)
    return [_told(one, statements.get(one.proposal.id), reviews.get(one.proposal.id)) for one in decisions]


def _told(decision: Decision, statement: Statement | None, review: Review | None) -> Told:
    asked, outcome = decision.proposal, decision.outcome
    return Told(
        decision=decision,
        verdict=_said(saying.verdict(asked, outcome)),
        reason=_said(saying.reason(asked, outcome)),
        more=tuple(_said(sentence) for sentence in saying.more(asked, outcome)),
        how=_said(saying.by_rule(asked)),
        statement=statement,
        happened=_said(saying.happened(review.happened)) if review else None,
        review=review,
    )


def _said(sentence: saying.Sentence) -> Said:
    return Said(sentence.key, **sentence.facts)


def figures(unit: Unit, period: Period) -> tuple[Figure, ...]:
    """Return how many decisions were made, beside the period before; none where nothing was ever decided."""
    now, then = _made(unit, period), _made(unit, period.before)
    if not now and not then:
        return ()
    words = _decisions(now)
    return (
        Figure(
            now=now,
            before=then,
            said=words,
            said_before=f"{then}",
            sentence=f"We made {words} together, {_change(now, then)} the time before.",
            easy=f"We made **{words}** together.",
            easy_change=_easy_change(now, then),
            picture="ballot",
            rank=40,
        ),
    )


def _made(unit: Unit, period: Period) -> int:
    return sum(one.outcome.result is Result.DECIDED for one in offers.outcomes(unit, period))


def _decisions(number: int) -> str:
    return f"{number} decision{'' if number == 1 else 's'}"


def _change(now: int, then: int) -> str:
    if now == then:
        return "as in"
    return f"{abs(now - then)} {'more' if now > then else 'fewer'} than in"


def _easy_change(now: int, then: int) -> str:
    if now == then:
        return "That is the same as before."
    return f"That is **{_decisions(abs(now - then))} {'more' if now > then else 'fewer'}** than before."
