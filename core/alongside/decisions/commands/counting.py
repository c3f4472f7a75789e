"""The command that counts files of ballots, whatever program they come from."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from alongside.cli import Desk
    from alongside.decisions.counting.rule import Result

Command = Callable[..., None]


def asked_of_a_count(usual: str) -> Callable[[Command], Command]:
    """Return what gives a command the options of a count, its rule being ``usual`` unless another is named."""
    options = (
        click.option("--rule", default=usual, show_default=True, help="The rule to count by."),
        click.option("--seats", type=int, default=None, help="Seats to fill, where not those of the file."),
        click.option("--lot", default="", help="What was thrown in the room to decide ties, such as “3 5 1”."),
        click.option("--max-score", type=int, default=5, show_default=True, help="The most that a score may be."),
        click.option(
            "--satisfaction",
            type=click.Choice(("cost", "count")),
            default="cost",
            show_default=True,
            help="What a budget rule measures.",
        ),
    )

    def given(command: Command) -> Command:
        # The last is put on first, as with decorators that stand below one another.
        for option in reversed(options):
            command = option(command)
        return command

    return given


@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@asked_of_a_count("scottish-stv")
def count(desk: Desk, files: tuple[Path, ...], rule: str, seats: int | None, **asked: Any) -> None:
    """Count the ballots of files exactly, from whatever program they come; one answer for each file."""
    from alongside.decisions.counting import rules
    from alongside.decisions.counting.rule import Asking

    counter, asking = rules.rule(rule), Asking(**asked)

    def answer(file: Path) -> Answer:
        return _answer(desk, rules.count(file, counter, seats, asking))

    if len(files) == 1:
        desk.answer(*answer(files[0]))
    else:
        _several(desk, files, answer)


Answer = tuple[dict[str, Any], str]
"""What came of one file: facts for ``--json``, or text for people."""


def _answer(desk: Desk, result: Result) -> Answer:
    if desk.as_json:
        return result.facts(), ""
    return {}, result.told(shutil.get_terminal_size(fallback=(100, 24)).columns)


def _several(desk: Desk, files: tuple[Path, ...], answer: Callable[[Path], Answer]) -> None:
    """Answer each file that can be counted, then name those that cannot, and end as refused."""
    from alongside.refusal import Refusal

    answers, refusals = list[Answer](), list[str]()
    for file in desk.progress(files, "Files counted"):
        try:
            facts, told = answer(file)
            answers.append((facts, f"{file}\n{told}"))
        except Refusal as refusal:
            refusals.append(refusal.sentence)
    desk.answer([facts for facts, _ in answers], "\n\n".join(told for _, told in answers))
    if refusals:
        from alongside.cli.ending import REFUSED
        from alongside.cli.mistyped import shown

        for sentence in refusals:
            desk.say(shown(sentence))
        raise click.exceptions.Exit(REFUSED)


@click.argument("file", type=click.Path(path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--seats", type=int, default=None, help="Seats to fill, where not those of the file.")
def convert(desk: Desk, file: Path, out: Path, seats: int | None) -> None:
    """Write the ballots of FILE as OUT, for another program: orders as .blt, ticks as .csv."""
    from alongside.decisions.counting import rules, writers

    contest = rules.for_seats(rules.read_for_writing(file), seats)
    writers.write(contest, out)
    facts = {"file": str(out), "candidates": list(contest.candidates), "ballots": contest.ballots}
    desk.answer(facts, f"{out} holds {contest.ballots:,} ballots.")
