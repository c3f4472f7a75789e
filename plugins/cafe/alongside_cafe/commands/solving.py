"""The command that holds the café's engine against published problems."""

from __future__ import annotations

from pathlib import Path

import click

from alongside.api.commands import Desk
from alongside.api.values import BadInput

from ..published.file import read_problem, written
from ..published.problem import Published
from ..published.question import Solved
from ..published.scoring import broken_rules, cost_of
from ..published.solving import solve as ask_for

DONE, NOT_RIGHT = 0, 1
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.argument("file", type=_FILE)
@click.option("--seconds", type=click.FloatRange(1, 86_400), default=60.0, show_default=True, help="At most.")
@click.option("--out", type=_FILE, help="Where the roster is written: a line a person, a field a day.")
def solve(desk: Desk, file: Path, seconds: float, out: Path | None) -> int:
    """Solve a published shift-scheduling problem; a checker of its own scores what was found."""
    problem = _read(file)
    if out is not None:
        _must_be_writable(out)
    desk.say(f"Searching for at most {seconds:g} seconds.")
    solved = ask_for(problem, seconds)
    _must_be_legal(problem, solved)
    facts = {
        "objective": solved.cost if solved.shifts is not None else None,
        "bound": solved.bound,
        "proven": solved.proven,
        "seconds": solved.seconds,
    }
    # Told first: if the disk is full by now, what was found is known all the same.
    desk.answer(facts, _in_words(solved))
    if out is not None and solved.shifts is not None:
        _write(out, written(problem, solved.roster))
    return DONE if solved.shifts is not None else NOT_RIGHT


def _read(file: Path) -> Published:
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise BadInput(f"{file} cannot be read", remedy="Name a text file of the published problems.") from None
    return read_problem(text, file.name)


def _must_be_legal(problem: Published, solved: Solved) -> None:
    """Believe nothing of the search that the checker does not find as well."""
    broken = broken_rules(problem, solved.roster) if solved.shifts is not None else []
    if broken or (solved.shifts is not None and cost_of(problem, solved.roster) != solved.cost):
        raise AssertionError("the checker and the search differ")


def _must_be_writable(out: Path) -> None:
    """See before a long search that its roster will have a place; a file that is there stays as it is."""
    new = not out.exists()
    try:
        if new or out.is_file():
            out.open("a").close()
        if new:
            out.unlink()
    except OSError as trouble:
        raise _not_written(out, trouble) from None


def _write(out: Path, text: str) -> None:
    try:
        out.write_text(text, "utf-8")
    except OSError as trouble:
        raise _not_written(out, trouble) from None


def _not_written(out: Path, trouble: OSError) -> BadInput:
    found = f"the roster cannot be written to {out} ({trouble.strerror})"
    return BadInput(found, remedy="Name a file in a folder that can be written to.")


def _in_words(solved: Solved) -> str:
    took = f"{solved.seconds:g} seconds"
    if solved.shifts is None:
        return f"No roster was found in {took}. None can cost less than {solved.bound}."
    if solved.proven:
        return f"The best roster costs {solved.cost}; none can cost less. It took {took}."
    return f"The best roster found in {took} costs {solved.cost}. None can cost less than {solved.bound}."
