"""Commands of paper ballots: print them, note who has one, enter batches."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from alongside.cli import Desk


@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.argument("proposal")
@click.option("--easy", is_flag=True, help="In Easy Read.")
def ballots(desk: Desk, proposal: str, file: Path, *, easy: bool) -> None:
    """Write the ballots of an open vote to a file (PDF): print each sheet equally often."""
    from alongside.decisions import offers
    from alongside.decisions.pages.ballot_paper import compose
    from alongside.display import Edition

    with desk.unit(writing=False) as unit:
        made = compose(unit, offers.find_proposal(unit, proposal).id, Edition.EASY if easy else Edition.STANDARD)
    file.write_bytes(made.pdf(desk.photos.handed_over(made.photos)))
    desk.answer({"file": str(file)}, f"The ballots are in {file}. Print each sheet equally often.")


@click.argument("what", type=click.Choice(["given", "back", "came", "not-come"]))
@click.argument("person")
@click.argument("proposal")
def paper(desk: Desk, proposal: str, person: str, what: str) -> None:
    """Note that a paper ballot was given to a person, came back unused, came into the box, or did not."""
    from alongside.decisions import offers
    from alongside.decisions.actions import papers
    from alongside.people import offers as people

    act = {"given": papers.give, "back": papers.take_back, "came": papers.came, "not-come": papers.did_not_come}
    with desk.unit() as unit:
        who = people.find_person(unit, person)
        line = act[what](unit, offers.find_proposal(unit, proposal).id, who.id)
    desk.answer({"paper": line.paper, "voted": line.voted}, f"Noted for {who.name}: {what}.")


@click.argument("proposal")
@click.option("--papers", type=int, default=None, help="How many papers lie in a new batch.")
@click.option("--again", type=int, default=None, metavar="BATCH", help="Which batch is entered a second time.")
def batch(desk: Desk, proposal: str, papers: int | None, again: int | None) -> None:
    """Enter a batch from standard input: a line of letters for each paper, “-” for none."""
    from alongside.decisions import offers
    from alongside.decisions.actions import batches
    from alongside.refusal import BadInput

    if (papers is None) == (again is None):
        raise BadInput(
            "it was not said which batch", remedy="Say --papers for a new one, or --again and its number."
        )
    text = sys.stdin.read()
    with desk.unit() as unit:
        found = offers.find_proposal(unit, proposal)
        if again is None:
            made = batches.enter(unit, found.id, papers or 0, text)
        else:
            made = batches.check(unit, found.id, again, text)
    times = "once; somebody else enters it again" if made.again is None else "twice"
    desk.answer({"batch": made.number, "papers": made.papers}, f"Batch {made.number} is entered {times}.")


@click.argument("proposal")
def show_papers(desk: Desk, proposal: str) -> None:
    """Show how many papers are out, came, and are entered, and whether that adds up."""
    from alongside.decisions import offers
    from alongside.decisions.actions import batches, papers

    with desk.unit(writing=False) as unit:
        unit.need("decisions.count")
        found = offers.find_proposal(unit, proposal)
        lines = papers.on_paper(unit, found.id)
        every = batches.batches_of(unit, found.id)
    rows = [(one.number, one.papers, "twice" if one.again is not None else "once") for one in every]
    came = sum(line.voted for line in lines)
    desk.table(f"{len(lines)} given out, {came} came", ("Batch", "Papers", "Entered"), rows)
