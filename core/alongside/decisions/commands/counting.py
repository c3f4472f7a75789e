"""The command that counts a file of ballots, whatever program it comes from."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from alongside.cli import Desk


@click.argument("file", type=click.Path(path_type=Path))
@click.option("--rule", default="scottish-stv", show_default=True, help="The rule to count by.")
@click.option("--seats", type=int, default=None, help="Seats to fill, where not those of the file.")
@click.option("--lot", default="", help="What was thrown in the room to decide ties, such as “3 5 1”.")
def count(desk: Desk, file: Path, rule: str, seats: int | None, lot: str = "") -> None:
    """Count the ballots of a .blt file (or of ticks in a .csv file) exactly, from whatever program it comes."""
    import attrs

    from alongside.decisions.counting import ballots, rules

    counter = rules.rule(rule)
    election = rules.read(file, counter)
    if seats is not None:
        ballots.check_seats(seats, "--seats")
        election = attrs.evolve(election, seats=seats)
    width = shutil.get_terminal_size(fallback=(100, 24)).columns
    counted = counter.count(election, lot, width)
    desk.answer(dict(counted.facts), counted.text)
