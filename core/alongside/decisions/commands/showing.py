"""Commands that show: the list of proposals, and one with all that may be told of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.decisions.actions.looking import Background, Seen
    from alongside.decisions.objection import Objection
    from alongside.decisions.outcome import Outcome


def list_proposals(desk: Desk) -> None:
    """List proposals, those open for votes first, and what was decided."""
    from alongside.decisions.actions import looking

    with desk.unit(writing=False) as unit:
        every = looking.board(unit)
    headers = ("Id", "Proposal", "Rule", "State", "Closes", "Voted", "Outcome")
    desk.table("Decisions", headers, [_line(desk, seen) for seen in every])


def _line(desk: Desk, seen: Seen) -> tuple[object, ...]:
    asked = seen.proposal
    votes = f"{seen.voted} of {seen.on_roll}" if seen.on_roll else ""
    closes = day_of(desk, asked.closes)
    return asked.id[:8], asked.title, asked.rule, state(seen), closes, votes, outcome_words(seen)


def state(seen: Seen) -> str:
    """Return where a proposal stands, as a word or two."""
    return seen.proposal.state.value.replace("_", " ")


def outcome_words(seen: Seen) -> str:
    """Return what came out, in the sentences of page and paper; empty before the count."""
    from alongside.decisions.saying import in_one_line

    return in_one_line(seen.proposal, seen.outcome) if seen.outcome else ""


def day_of(desk: Desk, moment: datetime) -> str:
    """Return the day of an instant at the enterprise."""
    from alongside.instants import local

    return f"{local(moment, desk.zone).date()}"


@click.argument("proposal")
def show(desk: Desk, proposal: str) -> None:
    """Show a proposal, named by its id or the beginning of its title."""
    from alongside.decisions import offers
    from alongside.decisions.actions import looking, objecting

    with desk.unit(writing=False) as unit:
        seen = looking.look(unit, offers.find_proposal(unit, proposal).id)
        about = looking.background(unit, seen.proposal.id)
        objections = objecting.objections(unit, seen.proposal.id)
    told = facts(seen) | _talk(about)
    if objections:
        told["objections"] = [_objection(one) for one in objections]
    text = "\n".join([_text(desk, seen, about), *(_objection_words(one) for one in objections)])
    desk.answer(told, text)


def _objection(one: Objection) -> dict[str, Any]:
    return {"number": one.number, "reason": one.reason, "holds": one.upheld, "answer": one.answer}


def _objection_words(one: Objection) -> str:
    found = {None: "not answered yet", True: "it holds", False: "it does not hold"}[one.upheld]
    answer = f" {one.answer}" if one.answer else ""
    return f"Objection {one.number}: “{one.reason}” ({found}).{answer}"


def facts(seen: Seen) -> dict[str, Any]:
    """Return a proposal as plain data."""
    asked = seen.proposal
    found: dict[str, Any] = {
        "id": asked.id,
        "title": asked.title,
        "state": asked.state.value,
        "rule": asked.rule,
        "seats": asked.seats,
        "level": asked.level.value,
        "decides": asked.decides.value,
        "options": {option.key: option.words for option in asked.options},
        "reading_days": asked.reading_days,
        "closes": asked.closes.isoformat(),
        "quorum": asked.quorum or None,
        "yes_share": asked.yes_share.value if asked.yes_share else None,
        "review": seen.review.isoformat() if seen.review else None,
        "on_roll": seen.on_roll,
        "voted": seen.voted,
    }
    if seen.statement:
        found |= {"decided": seen.statement.decided, "next": seen.statement.next}
    return found | (_outcome(seen, seen.outcome) if seen.outcome else {})


def _outcome(seen: Seen, outcome: Outcome) -> dict[str, Any]:
    import attrs

    from alongside.decisions.closing_record import digest

    asked = seen.proposal
    found: dict[str, Any] = {
        "result": outcome.result.value,
        "chosen": outcome.chosen,
        "winners": [asked.option(key).words for key in outcome.chosen_ones],
        "tied": [asked.option(key).words for key in outcome.tied],
        "votes": {total.choice: total.votes for total in outcome.totals},
        "said": outcome_words(seen),
    }
    if outcome.stages:
        found["stages"] = attrs.asdict(outcome.stages)
    if outcome.closing:
        found["closing_record"] = digest(outcome.closing)
    if outcome.alike:
        found["ballots"] = [{"count": one.ballots, "keys": list(one.keys)} for one in outcome.alike]
    return found


def _talk(about: Background) -> dict[str, Any]:
    return {
        "talk": [
            {
                "id": thread.asked.id,
                "by": thread.asker,
                "kind": thread.asked.kind.value,
                "words": thread.asked.words,
                "answers": [{"by": name, "words": answer.words} for answer, name in thread.answers],
            }
            for thread in about.threads
        ],
        "reviews": [
            {"day": f"{one.day}", "happened": one.happened.value, "words": one.words} for one in about.reviews
        ],
    }


def _text(desk: Desk, seen: Seen, about: Background) -> str:
    from alongside.decisions.saying import how, who_sees
    from alongside.decisions.saying_who import second_condition

    asked = seen.proposal
    lines = [asked.title, asked.why, "", *(f"  {option.words}" for option in asked.options), ""]
    lines.append(f"{state(seen).capitalize()}. Closes: {day_of(desk, asked.closes)}. Id: {asked.id[:8]}.")
    lines += [
        seen.who_decides.plain,
        how(asked).plain,
        who_sees(asked).plain,
        f"At least {asked.quorum} people must take part."
        if asked.quorum
        else "More than half of those who decide must take part.",
    ]
    if second := second_condition(asked, seen.on_roll):
        lines.append(second.plain)
    first = asked.opens_from(about.zone)
    if seen.before_the_vote and first:
        lines.append(f"The vote may open on {first}.")
    if seen.on_roll:
        lines.append(f"{seen.voted} of {seen.on_roll} people on the roll have voted.")
    if seen.review:
        lines.append(f"To be looked at again on {seen.review}.")
    lines += [f"{outcome_words(seen)}", *_told(seen, about)]
    return "\n".join(lines).rstrip()


def _told(seen: Seen, about: Background) -> list[str]:
    """What was written down after the count, and what was said before the vote."""
    from alongside.decisions.saying import happened

    lines = [seen.statement.decided, seen.statement.next] if seen.statement else []
    lines += [f"{one.day}: {happened(one.happened).plain} {one.words}" for one in about.reviews]
    for thread in about.threads:
        kind = "says that this is not clear enough" if thread.not_clear else "asks"
        lines.append(f"{thread.asker} {kind} ({thread.asked.id[:8]}): {thread.asked.words}")
        lines += [f"  {name} answers: {answer.words}" for answer, name in thread.answers]
    return lines
