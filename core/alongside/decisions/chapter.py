"""What the trustees are told of decisions: each one closed in the period, and those still open."""

from __future__ import annotations

import attrs

from alongside.decisions import offers, saying
from alongside.decisions.outcome import Decision, Result
from alongside.display import Said, View
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.reports import Figure
from alongside.store import Unit


@attrs.frozen
class Told:
    """A decision with the sentences that tell it."""

    decision: Decision
    verdict: Said
    reason: Said


def write(unit: Unit, period: Period) -> View:
    """Tell each decision closed in the period with its quorum and review date, and the votes open now."""
    ends = period.interval(enterprise.the_enterprise(unit).zone).ends
    facts = {
        "told": [_told(one) for one in offers.outcomes(unit, period)],
        "open": [one for one in offers.open_proposals(unit) if one.opens and one.opens < ends],
    }
    return View("decided.html", "What we decided", facts)


def _told(decision: Decision) -> Told:
    asked, outcome = decision.proposal, decision.outcome
    return Told(decision, _said(saying.verdict(asked, outcome)), _said(saying.reason(outcome)))


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
