"""The commands of decisions. There is none to vote for somebody else."""

from __future__ import annotations

import shutil
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from alongside.cli.options import DAY

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.decisions.actions.looking import Seen
    from alongside.decisions.proposal import Option

_EVENING = time(20)
"""When a vote closes on its last day: after the café has closed and people are home."""


def list_proposals(desk: Desk) -> None:
    """List proposals, those open for votes first, and what was decided."""
    from alongside.decisions.actions import looking

    with desk.unit(writing=False) as unit:
        every = looking.board(unit)
    headers = ("Id", "Proposal", "State", "Closes", "Voted", "Outcome")
    desk.table("Decisions", headers, [_line(desk, seen) for seen in every])


def _line(desk: Desk, seen: Seen) -> tuple[object, ...]:
    asked = seen.proposal
    votes = f"{seen.voted} of {seen.on_roll}" if seen.on_roll else ""
    return asked.id[:8], asked.title, asked.state.value, _day(desk, asked.closes), votes, _said(seen)


def _said(seen: Seen) -> str:
    from alongside.decisions.saying import in_one_line

    return in_one_line(seen.proposal, seen.outcome) if seen.outcome else ""


def _day(desk: Desk, moment: datetime) -> str:
    from alongside.instants import local

    return f"{local(moment, desk.zone).date()}"


@click.argument("proposal")
def show(desk: Desk, proposal: str) -> None:
    """Show a proposal, named by its id or the beginning of its title."""
    from alongside.decisions import offers
    from alongside.decisions.actions import looking

    with desk.unit(writing=False) as unit:
        seen = looking.look(unit, offers.find_proposal(unit, proposal).id)
    desk.answer(_facts(seen), _text(desk, seen))


def _facts(seen: Seen) -> dict[str, Any]:
    asked, outcome = seen.proposal, seen.outcome
    facts: dict[str, Any] = {
        "id": asked.id,
        "title": asked.title,
        "state": asked.state.value,
        "options": {option.key: option.words for option in asked.options},
        "closes": asked.closes.isoformat(),
        "quorum": asked.quorum,
        "review": asked.review.isoformat() if asked.review else None,
        "on_roll": seen.on_roll,
        "voted": seen.voted,
    }
    if outcome:
        told = {total.choice: total.votes for total in outcome.totals}
        facts |= {"result": outcome.result.value, "chosen": outcome.chosen, "votes": told, "said": _said(seen)}
    return facts


def _text(desk: Desk, seen: Seen) -> str:
    asked = seen.proposal
    lines = [asked.title, asked.why, "", *(f"  {option.words}" for option in asked.options), ""]
    lines.append(f"{asked.state.value.capitalize()}. Closes: {_day(desk, asked.closes)}. Id: {asked.id[:8]}.")
    lines.append(f"At least {asked.quorum} people must take part.")
    if seen.on_roll:
        lines.append(f"{seen.voted} of {seen.on_roll} people on the roll have voted.")
    if asked.review:
        lines.append(f"Looked at again on {asked.review}.")
    return "\n".join([*lines, _said(seen)]).rstrip()


@click.argument("title")
@click.option("--why", default="", help="Why it is proposed, in a sentence or two.")
@click.option("--easy-title", default="", help="The question in Easy Read.")
@click.option("--easy-why", default="", help="The reason in Easy Read.")
@click.option(
    "--option", "options", multiple=True, metavar="TEXT", help="A choice: “words | easy words | picture”."
)
@click.option("--closes", type=DAY, default=None, help="The last day to vote; a week from now if not said.")
@click.option("--quorum", type=int, default=None, help="The least number taking part; else over half of members.")
@click.option("--review", type=DAY, default=None, help="The day to look at the decision again.")
def propose(
    desk: Desk,
    title: str,
    why: str,
    easy_title: str,
    easy_why: str,
    options: tuple[str, ...],
    closes: date | None,
    quorum: int | None,
    review: date | None,
) -> None:
    """Put a proposal to the members, with Yes and No as choices unless others are given."""
    from alongside.decisions.actions import proposing
    from alongside.decisions.proposal import NO, YES

    with desk.unit() as unit:
        made = proposing.propose(
            unit,
            title,
            why,
            easy_title=easy_title,
            easy_why=easy_why,
            options=_options(options) or (YES, NO),
            closes=_closing(desk, closes),
            quorum=quorum,
            review=review,
        )
    said = f"Proposed: {made.title} ({made.id[:8]}). Open the vote: alongside decisions open {made.id[:8]}"
    desk.answer({"id": made.id, "title": made.title, "quorum": made.quorum}, said)


def _options(texts: tuple[str, ...]) -> tuple[Option, ...]:
    from alongside.decisions.proposal import Option
    from alongside.display.pictures import NAMES
    from alongside.refusal import BadInput

    found = []
    for number, text in enumerate(texts, start=1):
        words, easy, picture = ([part.strip() for part in text.split("|")] + ["", ""])[:3]
        if picture and picture not in NAMES:
            remedy = f"Take one of: {', '.join(NAMES)}."
            raise BadInput(f"there is no picture “{picture}”", where="--option", remedy=remedy)
        found.append(
            Option(key=f"option{number}", words=words, easy_words=easy or words, picture=picture or "ballot")
        )
    return tuple(found)


def _closing(desk: Desk, last: date | None) -> datetime:
    from alongside.instants import at

    return at(last or desk.today + timedelta(days=7), _EVENING, desk.zone)


@click.argument("proposal")
def open_vote(desk: Desk, proposal: str) -> None:
    """Open the vote: the roll is frozen to the members of this moment."""
    from alongside.decisions import offers
    from alongside.decisions.actions import keys, looking, voting

    keys.check_apart_from(desk.home)
    with desk.unit() as unit:
        opened = voting.open_vote(unit, offers.find_proposal(unit, proposal).id)
        seen = looking.look(unit, opened.id)
    said = f"Open: {opened.title}. {seen.on_roll} people may vote until {_day(desk, opened.closes)}."
    desk.answer(_facts(seen), said)


@click.argument("proposal")
def close(desk: Desk, proposal: str) -> None:
    """Close the vote and count it; no vote is taken after this."""
    from alongside.decisions import offers
    from alongside.decisions.actions import closing, looking

    with desk.unit() as unit:
        decision = closing.close(unit, offers.find_proposal(unit, proposal).id)
    # The ballots are gone for good before their key goes: a crash between the two loses no vote.
    with desk.unit() as unit:
        closing.destroy_spent_keys(unit)
        seen = looking.look(unit, decision.proposal.id)
    desk.clean()
    desk.answer(_facts(seen), f"{decision.proposal.title}\n{_said(seen)}")


@click.argument("proposal")
@click.option("--closes", type=DAY, default=None, help="The last day to vote; a week from now if not said.")
def reopen(desk: Desk, proposal: str, closes: date | None) -> None:
    """Open a vote again whose key is lost: its ballots are cleared, and members vote again."""
    from alongside.decisions import offers
    from alongside.decisions.actions import keys, voting

    keys.check_apart_from(desk.home)
    with desk.unit() as unit:
        again = voting.reopen(unit, offers.find_proposal(unit, proposal).id, _closing(desk, closes))
    said = f"Open again: {again.title}. Tell the members: everybody must vote again."
    desk.answer({"id": again.id, "closes": again.closes.isoformat()}, said)


@click.argument("proposal")
def withdraw(desk: Desk, proposal: str) -> None:
    """Withdraw a proposal that is not counted yet; ballots sent to it are thrown away."""
    from alongside.decisions import offers
    from alongside.decisions.actions import closing, proposing

    with desk.unit() as unit:
        gone = proposing.withdraw(unit, offers.find_proposal(unit, proposal).id)
    # The ballots are gone for good before their key goes, as at a count.
    with desk.unit() as unit:
        closing.destroy_key_of_withdrawn(unit, gone.id)
    desk.clean()
    desk.answer({"id": gone.id, "state": gone.state.value}, f"Withdrawn: {gone.title}.")


@click.argument("file", type=click.Path(path_type=Path))
@click.option("--rule", default="scottish-stv", show_default=True, help="The rule to count by.")
@click.option("--seats", type=int, default=None, help="Seats to fill, where not those of the file.")
@click.option("--lot", default="", help="What was thrown in the room to decide ties, such as “3 5 1”.")
def count(desk: Desk, file: Path, rule: str, seats: int | None, lot: str = "") -> None:
    """Count the ballots of a .blt file exactly, from whatever program it comes."""
    import attrs

    from alongside.decisions.counting import ballots, blt, rules

    counter = rules.rule(rule)
    election = blt.read(file)
    if seats is not None:
        ballots.check_seats(seats, "--seats")
        election = attrs.evolve(election, seats=seats)
    width = shutil.get_terminal_size(fallback=(100, 24)).columns
    counted = counter.count(election, lot, width)
    desk.answer(dict(counted.facts), counted.text)
