"""A program that does one act of a vote and is killed in its unit, or right after its unit is committed.

A line is a JSON object: ``address`` of the database and folder of ``keys``, ``who`` acts, the ``act`` with its
``facts``, and ``place``: ``within`` or ``after``. It forks for each, says ``did`` with what the act handed back,
and ``ended``.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import traceback
from datetime import datetime

from casting_facts import NOON, PARTS, PERMISSIONS

from alongside.decisions.actions import (
    batches,
    closing,
    ending_early,
    key_cards,
    lost_key,
    papers,
    telephone,
    voting,
)
from alongside.decisions.actions.telephone import Call
from alongside.decisions.ballot import Ballot
from alongside.decisions.roll import Checked
from alongside.enterprise import offers as enterprise
from alongside.house.reacting import Reactions
from alongside.store import Actor, Store
from alongside.testing.engines import statements_shared


def make_cards(unit, vote, holders):
    planned = key_cards.plan_cards(unit, vote, holders)
    key_cards.issue_cards(unit, vote, planned)
    return [share.text for share in planned.shares]


def begin_again(unit, vote, holders, closes):
    planned = lost_key.plan_again(unit, vote, holders)
    lost_key.begin_again(unit, vote, planned, datetime.fromisoformat(closes))
    return [share.text for share in planned.shares]


ACTS = {
    "make cards": make_cards,
    "try cards": lambda unit, vote, cards: key_cards.try_cards(unit, vote, tuple(cards)),
    "take the seat": key_cards.take_seat,
    "hand on": lambda unit, vote, number, to: key_cards.hand_on(unit, vote, number, to, "She is away."),
    "open": voting.open_vote,
    "vote": lambda unit, vote, ballot: voting.vote(unit, vote, Ballot.of(ballot)),
    "ring": lambda unit, vote, person, ballot: telephone.note_vote(
        unit, vote, Call(person=person, checked=Checked.VOICE), Ballot.of(ballot)
    ),
    "give": papers.give,
    "came": papers.came,
    "enter": lambda unit, vote, lines: batches.enter(unit, vote, len(lines), "\n".join(lines)),
    "check": lambda unit, vote, number, lines: batches.check(unit, vote, number, "\n".join(lines)),
    "end early": lambda unit, vote: ending_early.end_early(unit, vote, "All have voted."),
    "take away": lambda unit, vote, number: batches.take_away(unit, vote, number, "Two stuck together."),
    "say lost": lambda unit, vote: lost_key.say_lost(unit, vote, "Two burned."),
    "begin again": begin_again,
    "count": lambda unit, vote, cards=None: closing.close(unit, vote, cards=tuple(cards) if cards else None),
}


def say(*words):
    os.write(1, (" ".join(words) + "\n").encode())


def do(told):
    os.environ["ALONGSIDE_KEYS"] = told["keys"]
    store = Store(told["address"], dispatch=Reactions(PARTS), clock=lambda: NOON)
    store.rights = lambda unit: enterprise.rights_of(unit, PERMISSIONS)
    with store.unit(Actor.person(told["who"], "Somebody")) as unit:
        answer = ACTS[told["act"]](unit, *told["facts"])
        # All of it has reached the database, and nothing of it is committed.
        unit.save_trail()
        say("did", json.dumps(answer if isinstance(answer, list) and isinstance(answer[0], str) else None))
        if told["place"] == "within":
            os.kill(os.getpid(), signal.SIGKILL)
    os.kill(os.getpid(), signal.SIGKILL)


def main():
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            try:
                do(json.loads(line))
            except BaseException:
                traceback.print_exc()
            os._exit(1)
        say("ended", str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])))


if __name__ == "__main__":
    with statements_shared():
        main()
