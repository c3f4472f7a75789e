"""What the trustees are told of decisions: each one closed in the period, and those still open."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

import attrs

from alongside.decisions import offers, saying, saying_who, taking_part
from alongside.decisions.following import Review, Statement
from alongside.decisions.outcome import Decision, Result
from alongside.decisions.roll import RollLine
from alongside.decisions.saying_done import came, helped
from alongside.display import Said, View
from alongside.enterprise import offers as enterprise
from alongside.instants import Period, local
from alongside.reports import Figure
from alongside.store import Unit


@attrs.frozen(kw_only=True)
class Told:
    """A decision with the sentences that tell it: by which rule, what came out, and what happened since.

    ``took_part`` are sentences on how people voted and were helped, of groups large enough. It is ``overdue``
    where the day to look at it again has passed and nobody has.
    """

    decision: Decision
    verdict: Said
    reason: Said
    more: tuple[Said, ...]
    how: Said
    who_decides: Said
    took_part: tuple[Said, ...]
    statement: Statement | None
    happened: Said | None
    review: Review | None
    overdue: bool


@attrs.frozen(kw_only=True)
class FollowedUp:
    """An earlier decision: each look back at it in the period, and the day to look again that was ``missed``."""

    decision: Decision
    verdict: Said
    looks: tuple[tuple[Review, Said], ...]
    missed: date | None


def write(unit: Unit, period: Period) -> View:
    """Tell each decision closed in the period, what became of it and of earlier ones, and what is open now."""
    ends = period.interval(enterprise.the_enterprise(unit).zone).ends
    facts = {
        "told": _every(unit, offers.outcomes(unit, period)),
        "earlier": _followed_up(unit, period),
        "open": [
            one for one in offers.open_proposals(unit) if one.opens and one.opens < ends and unit.now < one.closes
        ],
    }
    return View("decided.html", "What we decided", facts)


def _every(unit: Unit, decisions: list[Decision]) -> list[Told]:
    ids = [one.proposal.id for one in decisions]
    statements, reviews = offers.statements(unit, ids), offers.last_reviews(unit, ids)
    rolls = offers.rolls(unit, ids)
    today = local(unit.now, enterprise.the_enterprise(unit).zone).date()
    return [
        _told(
            one,
            saying_who.who_decides(
                one.proposal, offers.business_name(unit, one.proposal.business), one.outcome.on_roll
            ),
            rolls[one.proposal.id],
            statements.get(one.proposal.id),
            reviews.get(one.proposal.id),
            today,
        )
        for one in decisions
    ]


def _told(
    decision: Decision,
    who: saying.Sentence,
    roll: list[RollLine],
    statement: Statement | None,
    review: Review | None,
    today: date,
) -> Told:
    asked, outcome = decision.proposal, decision.outcome
    return Told(
        decision=decision,
        verdict=_said(saying.verdict(asked, outcome)),
        reason=_said(saying.reason(asked, outcome)),
        more=tuple(_said(sentence) for sentence in saying.more(asked, outcome)),
        how=_said(saying.by_rule(asked)),
        who_decides=_said(who),
        took_part=tuple(_said(sentence) for sentence in _took_part(roll)),
        statement=statement,
        happened=_said(saying.happened(review.happened)) if review else None,
        review=review,
        overdue=bool(decision.review and decision.review < today),
    )


def _took_part(roll: list[RollLine]) -> list[saying.Sentence]:
    ways, kinds = taking_part.ways(roll), taking_part.kinds_of_help(roll)
    return [*(came(*one) for one in ways.items()), *(helped(*one) for one in kinds.items())]


def _said(sentence: saying.Sentence) -> Said:
    return Said(sentence.key, **sentence.facts)


def _followed_up(unit: Unit, period: Period) -> list[FollowedUp]:
    """Return what was decided before a period, and looked at in it or should have been, the oldest first."""
    zone = enterprise.the_enterprise(unit).zone
    looks: dict[str, list[Review]] = defaultdict(list)
    for one in offers.reviews_between(unit, period.first, period.last):
        looks[one.proposal].append(one)
    until = min(period.last + timedelta(days=1), local(unit.now, zone).date())
    missed = set(offers.overdue(unit, until))
    starts = period.interval(zone).starts
    earlier = [
        one
        for one in offers.decisions(unit, [*looks, *missed]).values()
        if one.outcome.closed_at < starts and one.outcome.result is Result.DECIDED
    ]
    earlier.sort(key=lambda one: (one.outcome.closed_at, one.outcome.id))
    return [_followed(one, looks[one.proposal.id], missed=one.proposal.id in missed) for one in earlier]


def _followed(decision: Decision, looks: list[Review], *, missed: bool) -> FollowedUp:
    verdict = saying.verdict(decision.proposal, decision.outcome)
    return FollowedUp(
        decision=decision,
        verdict=_said(verdict),
        looks=tuple((one, _said(saying.happened(one.happened))) for one in looks),
        missed=decision.proposal.review if missed else None,
    )


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
