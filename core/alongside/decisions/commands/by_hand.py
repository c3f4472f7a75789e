"""The command that makes the paper for counting a file of ballots by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from alongside.decisions.commands.counting import asked_of_a_count
from alongside.decisions.commands.explaining import EDITIONS

if TYPE_CHECKING:
    from alongside.cli import Desk


@click.argument("file", type=click.Path(path_type=Path))
@asked_of_a_count("scottish-stv")
@click.option("--edition", type=click.Choice(EDITIONS), default="en", show_default=True, help="Or en@easy.")
@click.option("--pdf", required=True, type=click.Path(path_type=Path, dir_okay=False), help="Where to write it.")
def by_hand(desk: Desk, file: Path, rule: str, seats: int | None, edition: str, pdf: Path, **asked: Any) -> None:
    """Make the paper to count FILE by hand (PDF): steps, sheets, cards, and the totals to compare at the end."""
    from alongside.decisions.by_hand.compared import lot_of, totals
    from alongside.decisions.by_hand.paper import HandPaper
    from alongside.decisions.by_hand.vote import vote_of
    from alongside.decisions.counting import readers, rules
    from alongside.decisions.counting.rule import Asking
    from alongside.display import Edition
    from alongside.reports.new_file import write_new

    counter, asking = rules.rule(rule), Asking(**asked)
    contest = rules.for_seats(readers.read(file, counter, asking), seats)
    vote = vote_of(rule, contest)
    result = counter.count(contest, asking)
    made = HandPaper(
        title=contest.title or file.stem, vote=vote, lot=lot_of(result, asking.lot), totals=totals(result)
    )
    write_new(pdf, lambda: made.pdf(Edition(edition)))
    desk.answer(
        {"file": str(file), "paper": str(pdf), "cards": len(vote.cards)}, f"{pdf} has {len(vote.cards)} cards."
    )
