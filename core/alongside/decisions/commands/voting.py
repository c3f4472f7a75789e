"""Commands of the vote: open, close and count, open again, withdraw."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from alongside.cli.options import DAY
from alongside.decisions.commands.locked import ask_for_cards
from alongside.decisions.commands.proposing import closing as closing_day
from alongside.decisions.commands.showing import day_of, facts, outcome_words

if TYPE_CHECKING:
    from alongside.cli import Desk


@click.argument("proposal")
@click.option("--closes", type=DAY, default=None, help="The last day to vote, where not the one proposed.")
def open_vote(desk: Desk, proposal: str, closes: date | None) -> None:
    """Open the vote: the roll is frozen to the members of this moment, and they are told."""
    from alongside.decisions import offers
    from alongside.decisions.actions import keys, looking, voting

    keys.check_apart_from(desk.home)
    last = closing_day(desk, closes) if closes else None
    with desk.unit() as unit:
        opened = voting.open_vote(unit, offers.find_proposal(unit, proposal).id, closes=last)
        seen = looking.look(unit, opened.id)
    said = f"Open: {opened.title}. {seen.on_roll} people may vote until {day_of(desk, opened.closes)}."
    desk.answer(facts(seen), said)


@click.argument("proposal")
@click.option("--why", default="", help="Why; everybody on the roll is told.")
def end_early(desk: Desk, proposal: str, why: str) -> None:
    """Take no more votes from now on, with the reason; it is counted by “close” as any other."""
    from alongside.decisions import offers
    from alongside.decisions.actions import ending_early

    with desk.unit() as unit:
        ended = ending_early.end_early(unit, offers.find_proposal(unit, proposal).id, why)
    said = f"Ended: {ended.title}. Enter the papers, then count it: alongside decisions close {ended.id[:8]}"
    desk.answer({"id": ended.id, "closes": ended.closes.isoformat()}, said)


@click.argument("proposal")
def show_roll(desk: Desk, proposal: str) -> None:
    """Show who may vote, and how many have; who has, to tellers alone."""
    from alongside.decisions import offers
    from alongside.decisions.actions import looking, roll_reading
    from alongside.decisions.saying_who import how_voted

    with desk.unit(writing=False) as unit:
        found = offers.find_proposal(unit, proposal).id
        roll, seen = roll_reading.read(unit, found), looking.look(unit, found)
    rows = [
        (one.face.name, " ".join(said.plain for said in how_voted(one.line, one.helper)) if one.line else "")
        for one in roll.voters
    ]
    rows += [("on record no longer", "")] * roll.nameless
    needed = f"{seen.proposal.quorum or 'more than half'} must take part"
    title = f"{seen.voted} of {seen.on_roll} have voted, {needed}" if roll.frozen else f"Not frozen yet; {needed}"
    desk.table(title, ("Name", "Voted"), rows)


@click.argument("proposal")
@click.option("--lot", default="", help="What dice thrown in the room show, to part a tie; such as “3 5 1”.")
@click.option("--without-damaged", "why", default="", help="Why to count without votes that cannot be opened.")
def close(desk: Desk, proposal: str, lot: str, why: str) -> None:
    """Close a vote that has ended, and count it. Two cards of a locked box are asked for."""
    from alongside.decisions import offers
    from alongside.decisions.actions import ending, looking
    from alongside.decisions.closing_record import in_groups
    from alongside.decisions.commands.ending import AtTheDesk
    from alongside.decisions.level import Level

    with desk.unit(writing=False) as unit:
        found = offers.find_proposal(unit, proposal)
    cards = ask_for_cards() if found.level is Level.LOCKED else None
    decision = ending.count(AtTheDesk(desk), found.id, lot=lot, cards=cards, without_damaged=why)
    with desk.unit(writing=False) as unit:
        seen = looking.look(unit, found.id)
    told = facts(seen)
    number = f"Closing record, to write down: {in_groups(told['closing_record'])}"
    desk.answer(told, f"{decision.proposal.title}\n{outcome_words(seen)}\n{number}")


@click.argument("proposal")
@click.option("--closes", type=DAY, default=None, help="The last day to vote; a week from now if not said.")
def reopen(desk: Desk, proposal: str, closes: date | None) -> None:
    """Open a vote again whose key is lost, or some of its ballots: they are cleared, and members vote again."""
    from alongside.decisions import offers
    from alongside.decisions.actions import ending, keys
    from alongside.decisions.commands.ending import AtTheDesk

    keys.check_apart_from(desk.home)
    with desk.unit(writing=False) as unit:
        found = offers.find_proposal(unit, proposal)
    again = ending.begin_again(AtTheDesk(desk), found.id, closing_day(desk, closes))
    said = f"Open again: {again.title}. Everybody on the roll is told to vote again."
    desk.answer({"id": again.id, "closes": again.closes.isoformat()}, said)


@click.argument("proposal")
@click.option("--why", default="", help="Why, in a sentence: everybody can read it. Needed once a vote is open.")
def withdraw(desk: Desk, proposal: str, why: str) -> None:
    """Withdraw a proposal that is not counted yet; ballots sent to it are thrown away."""
    from alongside.decisions import offers
    from alongside.decisions.actions import ending
    from alongside.decisions.commands.ending import AtTheDesk

    with desk.unit(writing=False) as unit:
        found = offers.find_proposal(unit, proposal)
    gone = ending.withdraw(AtTheDesk(desk), found.id, why)
    desk.answer({"id": gone.id, "state": gone.state.value}, f"Withdrawn: {gone.title}.")
