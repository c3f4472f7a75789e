"""The decisions of the demo, from a plain file: some counted, one without its quorum, one open, one to come."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import time
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

from alongside.decisions.actions import closing, proposing, voting
from alongside.decisions.counting import blt, scottish_stv
from alongside.decisions.proposal import ABSTAIN, NO, YES, Option, Proposal
from alongside.enterprise import offers as enterprise
from alongside.instants import at
from alongside.people import offers as people
from alongside.store import Actor

if TYPE_CHECKING:
    from alongside.cli.demo import Demo

CLOSES = time(18)
EVENING = time(19)


def fill(demo: Demo) -> None:
    """Propose, vote and count as members would have done, each on a day of its own."""
    lines = tomllib.loads((demo.examples / "decisions.toml").read_text(encoding="utf-8"))["decision"]
    cast = sum(_hold(demo, line, turn) for turn, line in enumerate(lines))
    demo.did(f"{len(lines)} proposals, {cast} sealed votes.", "Decisions, in the menu")
    _count_committee(demo)


def _count_committee(demo: Demo) -> None:
    """Count an election that came as a file, as one from any other program would."""
    file = demo.examples.parent / "committee.blt"
    counted = scottish_stv.count(blt.read(file))
    names = [counted.election.name(number) for number in counted.winners]
    demo.did(
        f"A committee elected in {len(counted.stages)} stages: {', '.join(names)}.",
        f"alongside decisions count {file} --rule scottish-stv",
    )


def _hold(demo: Demo, line: Mapping[str, Any], turn: int) -> int:
    """Take one proposal as far as its line says; return how many voted."""
    asked = _propose(demo, line)
    if "opened" not in line:
        return 0
    with demo.unit(demo.day(line["opened"])) as unit:
        voting.open_vote(unit, asked.id)
    cast = _vote(demo, asked, line, turn)
    if line["closes"] > 0:
        with demo.unit(demo.day(line["closes"]), EVENING) as unit:
            closing.close(unit, asked.id)
        with demo.unit(demo.day(line["closes"]), EVENING) as unit:
            closing.destroy_spent_keys(unit)
    return cast


def _propose(demo: Demo, line: Mapping[str, Any]) -> Proposal:
    demo.clock.moment = at(demo.day(line["proposed"]), time(10), demo.zone)
    with demo.store.unit(Actor.person(demo.people[line["proposer"]], line["proposer"])) as unit:
        return proposing.propose(
            unit,
            line["title"],
            line["why"],
            easy_title=line["easy_title"],
            easy_why=line["easy_why"],
            closes=at(demo.day(line["closes"]), CLOSES, demo.zone),
            options=tuple(_options(line)) or (YES, NO),
            review=demo.day(line["review"]),
        )


def _options(line: Mapping[str, Any]) -> Iterator[Option]:
    for number, (words, easy_words, picture) in enumerate(line.get("options", ()), start=1):
        yield Option(key=f"option{number}", words=words, easy_words=easy_words, picture=picture)


def _vote(demo: Demo, asked: Proposal, line: Mapping[str, Any], turn: int) -> int:
    """Send the ballots of the line, each as the member who votes, in a unit of her own."""
    keys = (*(option.key for option in asked.options), ABSTAIN)
    choices = list(chain.from_iterable(repeat(key, votes) for key, votes in zip(keys, line["votes"], strict=True)))
    with demo.unit(demo.day(line["opened"])) as unit:
        names = people.names_of(unit, enterprise.people_with(unit, "member"))
    # By name and not by id, so that a change elsewhere in the demo changes nobody's vote.
    members = sorted(names, key=lambda one: names[one])
    # Another part of the members each time, so that not always the same stay away.
    turned = members[5 * turn % len(members) :] + members[: 5 * turn % len(members)]
    demo.clock.moment = at(demo.day(line["opened"]), EVENING, demo.zone)
    for person, choice in zip(turned, choices, strict=False):
        with demo.store.unit(Actor.person(person, names[person])) as unit:
            voting.vote(unit, asked.id, choice)
    return len(choices)
