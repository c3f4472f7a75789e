"""Score: everybody gives each candidate from 0 to a most, and the highest total wins.

Source of the rule: W. D. Smith, “Range voting” (2000). A blank is a 0, and the result says on how many ballots.
With several places the highest totals get them; where more stand equal than places are left, the tie stays a tie
until a lot is thrown. Good for polls: in an election of people it rewards whoever exaggerates.
"""

from __future__ import annotations

from alongside.decisions.counting.ballots import Kind
from alongside.decisions.counting.cutting import cut
from alongside.decisions.counting.rule import Asking, Result, Rule
from alongside.decisions.counting.scores import Scores
from alongside.decisions.counting.telling_figures import Told, told

NAME = "score"


def count(contest: Scores, asking: Asking) -> Result:
    """Add up scores."""
    totals = contest.totals()
    found = cut(contest, totals, asking.lot)
    return Result(
        rule=NAME,
        contest=contest,
        winners=tuple(sorted(found.above)),
        tied=found.possible,
        figures={"max_score": contest.max_score, "scores": by_score(contest, totals), **blanks(contest)},
        told=lambda width: told(
            Told(
                contest=contest,
                title="Score",
                winners=found.above,
                level=found.level,
                figures=totals,
                remarks=blank_remarks(contest),
            ),
            width,
        ),
    )


def by_score(contest: Scores, totals: dict[int, int]) -> dict[str, int]:
    """Totals by name, the highest first."""
    return {contest.name(n): totals[n] for n in sorted(totals, key=lambda number: (-totals[number], number))}


def blanks(contest: Scores) -> dict[str, int]:
    """What of the ballots was left blank, by the keys of ``--json``."""
    return {"ballots_with_blanks": contest.with_blanks, "empty_ballots": contest.empty_ballots}


def blank_remarks(contest: Scores) -> tuple[str, ...]:
    """A line about blanks, where there are any."""
    if not contest.with_blanks:
        return ()
    return (
        f"Left a candidate without a score, which counts as 0: {contest.with_blanks:,} of {contest.ballots:,}.",
    )


RULE = Rule(NAME, (Kind.SCORES,), count)
