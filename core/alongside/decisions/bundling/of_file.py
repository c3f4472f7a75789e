"""The bundle of a file of ballots, counted by a rule of the registry."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from alongside.decisions import closing_record
from alongside.decisions.bundling import ballots_file, readme, script
from alongside.decisions.bundling.bundle import Bundle, bundled
from alongside.decisions.counting import readers, rules
from alongside.decisions.counting.ballots import Contest
from alongside.decisions.counting.rule import Asking, Rule, too_many

MOST_TIED: Mapping[str, int] = {
    "scottish-stv": 100,
    "meek": 100,
    "greedy-budget": 200,
    "equal-shares-budget": 50,
}
"""So many sets of winners the recount script finds in some seconds, by rules of which it tries lot after lot."""


def of_file(path: Path, rule: Rule, seats: int | None, asking: Asking) -> Bundle:
    """Count a file, and bundle what it takes to count it again.

    Raises:
        NotFound: where there is no such file.
        BadInput: where it is not as its format asks, or cannot be counted or bundled.
    """
    contest = rules.for_seats(readers.read(path, rule, asking), seats)
    return of_contest(contest, rule, asking)


def of_contest(contest: Contest, rule: Rule, asking: Asking) -> Bundle:
    """Bundle an election that was read.

    Raises:
        BadInput: where it cannot be counted, or not be written.
    """
    text = ballots_file.text_of(contest)
    question = asked(contest, rule, asking)
    # Counted is what stands in the bundle, so that nothing but the bundle is needed to come to the same.
    again = rules.for_seats(ballots_file.read(text, contest.kind, asking), contest.seats)
    result = in_order_of_the_paper(rule.count(again, asking).facts())
    if (tied := len(result["tied"])) > MOST_TIED.get(rule.name, tied):
        found = f"{tied:,} sets of winners are possible, too many for the bundle’s script to find in seconds"
        raise too_many(found, contest.source)
    record = {key: question[key] for key in ("of", "rule", "seats", "lot")} | {
        "program": closing_record.PROGRAM,
        "ballots": again.ballots,
        "ballots_sha256": ballots_file.digest(text, contest.kind),
    }
    return bundled(
        closing=closing_record.written(record),
        script=script.recount(rule.name, contest.kind),
        readme=readme.of(question, result),
        question=question,
        result=result,
        ballots=text,
    )


def asked(contest: Contest, rule: Rule, asking: Asking) -> dict[str, Any]:
    """Return what is asked of a count, as plain data."""
    return {
        "of": "file",
        "title": contest.title,
        "rule": rule.name,
        "seats": contest.seats,
        "lot": asking.lot,
        "max_score": asking.max_score,
        "satisfaction": asking.satisfaction,
        "ballots": ballots_file.NAMES[contest.kind],
    }


def in_order_of_the_paper(result: dict[str, Any]) -> dict[str, Any]:
    """Return a result whose sets of winners, the order of which means nothing, stand as on the ballot paper."""
    place = {name: at for at, name in enumerate(result["candidates"])}

    def sorted_(names: list[str]) -> list[str]:
        return sorted(names, key=place.__getitem__)

    found = dict(result)
    for key in result.keys() & {"winners", "bought", "topped_up"}:
        found[key] = sorted_(result[key])
    found["tied"] = sorted(map(sorted_, result["tied"]), key=lambda one: [place[name] for name in one])
    return found
