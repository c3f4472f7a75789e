"""The closing record of a vote: made in the moment of the count, and kept word for word.

It is one text of JSON with sorted keys and no spaces, so that whoever has it can work out its SHA-256, which
tellers write down. Options are told by their place on the paper, from 1. It holds no person's name: somebody who
stood may be forgotten, and the record still stands.

What is shown of small groups holds here as well. The SHA-256 of ballots stands in it only where the ballots
themselves are kept: of seven ballots on two choices anybody could try every possibility until the digest fits.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from alongside import __version__
from alongside.decisions.ballot import ABSTAIN, Ballot, BallotKind
from alongside.decisions.bundling import ballots_file
from alongside.decisions.counting.ballots import Kind
from alongside.decisions.outcome import Alike, Outcome, asked_of
from alongside.decisions.proposal import Proposal
from alongside.decisions.roll import RollLine
from alongside.decisions.taking_part import ways
from alongside.decisions.vote_rule import spending_on

PROGRAM = f"Alongside {__version__}"


def made(
    proposal: Proposal, outcome: Outcome, lines: Iterable[RollLine], lot: str = "", *, damaged: int = 0
) -> str:
    """Return the closing record of a vote that was just counted; ``lot`` is what was thrown in the room.

    So many ballots were ``damaged``, and the count went on without them.
    """
    place = {key: number for number, key in enumerate(proposal.keys, 1)}
    record: dict[str, Any] = {
        "of": "decision",
        "program": PROGRAM,
        "closed_at": outcome.closed_at.isoformat(timespec="seconds"),
        "rule": proposal.rule,
        "seats": proposal.seats,
        "quorum": outcome.quorum,
        "options": len(place),
        "words_sha256": words_digest(proposal),
        # Where nothing was thrown, a rule that leaves no tie has drawn by the outcome's own number.
        "lot": lot or (outcome.id if outcome.drawn else ""),
        "on_roll": outcome.on_roll,
        "ballots": outcome.taking_part,
        "result": outcome.result.value,
        "winners": sorted(place[key] for key in outcome.winners),
        "tied": sorted(place[key] for key in outcome.tied),
        "channels": channels(lines),
    }
    if proposal.withdrawn:
        record["withdrawn"] = sorted(place[key] for key in proposal.withdrawn)
    if damaged:
        record["damaged"] = damaged
    if outcome.yes_needed is not None:
        record["yes_needed"] = outcome.yes_needed
    if outcome.waits:
        # What comes out is written on the page of objections, after this record was made.
        del record["winners"]
    if outcome.totals:
        record["totals"] = [outcome.votes_for(key) for key in proposal.keys]
        record["abstained"] = outcome.votes_for(ABSTAIN)
    if outcome.alike:
        record["ballots_sha256"] = ballots_digest(proposal, outcome.alike)
    return written(record)


def written(record: Mapping[str, Any]) -> str:
    """Return a record as the one text it can have."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(closing: str) -> str:
    """Return the SHA-256 of a closing record, in hexadecimal."""
    return hashlib.sha256(closing.encode()).hexdigest()


def in_groups(digits: str) -> str:
    """Return hexadecimal digits in groups of four, as people compare them."""
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def words_digest(proposal: Proposal) -> str:
    """Return the SHA-256 of what the options say, in the order of the paper; people are left out by name."""
    words = [None if option.person else proposal.names[option.key] for option in proposal.options]
    return hashlib.sha256(written_words(words).encode()).hexdigest()


def written_words(words: Iterable[str | None]) -> str:
    """Return the options' words as the text that is digested."""
    return json.dumps(list(words), ensure_ascii=False, separators=(",", ":"))


def ballots_digest(proposal: Proposal, alike: Iterable[Alike]) -> str:
    """Return the SHA-256 of the sorted ballots: of the lines in which a file in an open format holds them."""
    if proposal.how.spends:
        # In the format of budgets each person has a line of her own: it is made by who writes the file.
        ballots = [Ballot(one.keys) for one in alike for _ in range(one.ballots)]
        text = ballots_file.text_of(spending_on(asked_of(proposal, ballots), proposal.keys))
        return ballots_file.digest(text, Kind.PROJECTS)
    line = {BallotKind.RANKS: _ranked, BallotKind.SCORES: _scored}.get(proposal.how.ballot, _ticked)
    return hashlib.sha256("\n".join(sorted(line(proposal.keys, one) for one in alike)).encode()).hexdigest()


def _ranked(keys: tuple[str, ...], alike: Alike) -> str:
    """Orders as in a ``.blt`` file: how many, the options by their place on the paper, 0."""
    chosen = [keys.index(key) + 1 for key in alike.keys if key != ABSTAIN]
    return " ".join(map(str, (alike.ballots, *chosen, 0)))


def _scored(keys: tuple[str, ...], alike: Alike) -> str:
    """Points as in a ``.csv`` file: how many, then what each option was given; nothing where it was left out."""
    given = Ballot(alike.keys).points
    return ",".join((f"{alike.ballots}", *(given.get(key, "") for key in keys)))


def _ticked(keys: tuple[str, ...], alike: Alike) -> str:
    """Ticks as in a ``.csv`` file: how many, then 1 or 0 for each option."""
    return ",".join(map(str, (alike.ballots, *(int(key in alike.keys) for key in keys))))


def channels(lines: Iterable[RollLine]) -> dict[str, int] | None:
    """Return how many voted by each way; None where that is not told."""
    return {way.value: people for way, people in ways(lines).items()} or None
