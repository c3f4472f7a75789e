"""Votes are cast, sent twice, changed, taken back, and casters killed: roll, box and count are the same."""

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from datetime import date
from pathlib import Path
from queue import SimpleQueue

import attrs
import pytest

from alongside.decisions.actions import (
    batches,
    closing,
    ending_early,
    key_cards,
    keys,
    looking,
    proposing,
    sealing,
    voting,
)
from alongside.decisions.key_share import put_together
from alongside.decisions.level import Level
from alongside.decisions.proposal import Option
from alongside.decisions.roll import Channel
from alongside.decisions.tables import ROLL
from alongside.enterprise import offers as enterprise
from alongside.house.reacting import Reactions
from alongside.people import offers as people
from alongside.people.person import Person

from .casting_facts import CHOICES, PARTS, PERMISSIONS, SECOND, TELLER
from .conftest import CLOSES, as_person

CASTERS = 2
LETTER = dict(zip(CHOICES, "ABC", strict=True))
OPTIONS = tuple(
    Option(key=key, words=f"Plan {n}", easy_words=f"Plan {n}", picture="ballot") for n, key in enumerate(CHOICES)
)


@attrs.define
class Said:
    """What casters said: how each voter stands since her last form that was done, and forms still on their way.

    ``known`` are the forms that were done. One that comes once more is no new choice, whatever becomes of it.
    """

    stands: dict[str, tuple[str, str]] = attrs.field(factory=dict)
    on_the_way: dict[str, list[str]] = attrs.field(factory=dict)
    known: set[str] = attrs.field(factory=set)
    casts: int = 0
    again: int = 0
    kills: int = 0
    cut: int = 0
    """Forms that were on their way when their caster was killed."""

    def hear(self, kind, words):
        voter, key, way, choice = words
        if kind == "will":
            self.on_the_way[voter] = [voter, way, choice.strip("-"), key]
            return
        del self.on_the_way[voter]
        self.again += kind == "again"
        # Done before, and nobody had said so, as its caster was killed: it is heard of now.
        if kind != "refused" and key not in self.known:
            self.known.add(key)
            self.stands[voter] = (way, choice)
            self.casts += way in {"web", "phone", "came"}


class Casting:
    """The program at work on one vote, round by round, each of which ends with a kill."""

    def __init__(self, program, facts):
        self._program, self.facts, self.said = program, facts, Said()

    def round(self, seed, acts, kill_after=None):
        """Let it cast; kill all casters after so many seconds, or wait until they end."""
        waiting = list(self.said.on_the_way.values())
        facts = self.facts | {"seed": seed, "acts": acts, "casters": CASTERS, "on_the_way": waiting}
        self._program.told(json.dumps(facts))
        pids = [int(pid) for pid in self._until("started")]
        if kill_after is not None:
            self._hear_until("took")
            time.sleep(kill_after)
            for pid in pids:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            self.said.kills += 1
        ends = set(self._until("ended"))
        self.said.cut += len(self.said.on_the_way)
        assert ends <= {"0", "-9"}, "a caster ended by a fault of its own"

    def _hear_until(self, wanted):
        kind = ""
        while kind != wanted:
            kind, *words = self._program.line().split()
            self.said.hear(kind, words)

    def _until(self, wanted):
        while True:
            kind, *words = self._program.line().split()
            if kind == wanted:
                return words
            self.said.hear(kind, words)


class Program:
    """The program, and what it says. All is read at once: a caster that waits until it is heard is in no unit."""

    def __init__(self, process):
        self._process, self._lines = process, SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self):
        for line in self._process.stdout:
            self._lines.put(line)

    def told(self, line):
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()

    def line(self):
        return self._lines.get(timeout=300)


@pytest.fixture(scope="session")
def casting_program():
    program = [sys.executable, Path(__file__).with_name("casting_program.py")]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Program(process)
        process.stdin.close()


@pytest.fixture
def voters(store, keyboard, keys_folder):
    """A function that puts so many members and two tellers in place."""

    def put(how_many):
        store.dispatch = Reactions(PARTS)
        store.rights = lambda unit: enterprise.rights_of(unit, PERMISSIONS)
        names = [f"voter{n}" for n in range(how_many)]
        with store.unit(keyboard) as unit:
            enterprise.set_up(unit, "Tideline Together")
            for name in (*names, TELLER, SECOND):
                people.add_person(unit, Person(id=name, name=name.capitalize(), joined=date(2026, 1, 5)))
                role = "member" if name in names else "teller"
                enterprise.give_role(unit, name, role, first_day=date(2026, 1, 5))
        return names

    return put


def act(store, who, action, *facts, **more):
    with store.unit(as_person(who)) as unit:
        return action(unit, *facts, **more)


def opened(store, voters, level):
    """Open a vote; return it with its key cards, if its box is locked."""
    facts = {"closes": CLOSES, "quorum": 1, "options": OPTIONS, "level": level}
    made = act(store, voters[0], proposing.propose, "Which plan?", "We choose.", **facts)
    shares = ()
    if level is Level.LOCKED:
        planned = act(store, TELLER, key_cards.plan_cards, made.id, (TELLER, SECOND, voters[0]))
        act(store, TELLER, key_cards.issue_cards, made.id, planned)
        shares = planned.shares
        for two in (shares[:2], shares[1:]):
            act(store, TELLER, key_cards.try_cards, made.id, tuple(one.text for one in two))
    return act(store, TELLER, voting.open_vote, made.id), shares


def facts_of(store, proposal, voters, *, known=True):
    """What the program is told of a vote; one in five of its voters may have a paper."""
    address = store.engine.url.render_as_string(hide_password=False)
    return {"address": address, "proposal": proposal.id, "voters": voters, "paper": voters[::5], "known": known}


def cast_and_kill(casting_program, store, voters, proposal, *, casts, longest=0.5):
    """Cast so many votes with kills in between; at last send every form that was on its way until it is known."""
    casting, dice = Casting(casting_program, facts_of(store, proposal, voters)), random.Random(7)
    while casting.said.casts < casts:
        casting.round(dice.random(), 10_000, kill_after=dice.uniform(0.05, longest))
    casting.round("the end", len(casting.said.on_the_way))
    assert casting.said.on_the_way == {}
    return casting.said


def standing(said):
    """What is in force by what casters were told: by voter, the way and the choice; only of those who voted."""
    return {voter: stand for voter, stand in said.stands.items() if stand[0] in {"web", "phone", "came"}}


def box(store, proposal, private, said):
    """What lies in the box: by voter, the way she voted and what; a paper has no name, so it is as entered."""
    lines = act(
        store, TELLER, lambda unit: unit.find(ROLL, ROLL.table.c.proposal == proposal.id, ROLL.table.c.voted)
    )
    found = {}
    for line in lines:
        if line.channel is Channel.PAPER:
            found[line.person] = ("came", said.stands[line.person][1])
        else:
            found[line.person] = (line.channel.value, sealing.unseal(line.sealed, private))
    return found


def enter_papers(store, proposal, said):
    """Enter the papers that came, by two people."""
    lines = "\n".join(LETTER[choice] for way, choice in said.stands.values() if way == "came")
    if lines:
        many = lines.count("\n") + 1
        act(store, TELLER, batches.enter, proposal.id, many, lines)
        act(store, SECOND, batches.check, proposal.id, 1, lines)


def roll_box_and_count_are_the_same(casting_program, store, voters, casts, level, longest=0.5):
    proposal, cards = opened(store, voters, level)
    said = cast_and_kill(casting_program, store, voters, proposal, casts=casts, longest=longest)
    private = put_together(cards[:2]) if cards else keys.private_half(proposal.public_key, proposal.title)
    right = standing(said)
    assert box(store, proposal, private, said) == right
    assert act(store, TELLER, looking.look, proposal.id).voted == len(right)
    act(store, TELLER, ending_early.end_early, proposal.id, "All have voted.")
    enter_papers(store, proposal, said)
    typed = (cards[0].text, cards[2].text) if cards else None
    outcome = act(store, TELLER, closing.close, proposal.id, cards=typed).outcome
    assert outcome.taking_part == sum(total.votes for total in outcome.totals) == len(right)
    assert {total.choice: total.votes for total in outcome.totals if total.votes} == Counter(
        choice for _way, choice in right.values()
    )
    assert store.verify().faults == ()
    assert (said.casts >= casts, said.again > 0, said.kills > 0) == (True, True, True)
    return said


def test_sixty_casts_with_kills_are_on_the_roll_in_the_box_and_counted(casting_program, store, voters):
    roll_box_and_count_are_the_same(casting_program, store, voters(20), 60, Level.LOCKED)


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize(("casts", "level"), [(10_000, Level.PRIVATE), (600, Level.LOCKED)])
def test_ten_thousand_casts_with_kills_are_on_the_roll_in_the_box_and_counted(
    casting_program, store, voters, casts, level, capsys
):
    said = roll_box_and_count_are_the_same(casting_program, store, voters(200), casts, level, longest=5)
    with capsys.disabled():
        print(f"{said.casts} casts, {said.again} sent again, {said.kills} kills, {said.cut} in a form")  # noqa: T201 - a figure of the proof


@pytest.mark.parametrize("known", [True, False])
def test_an_old_form_takes_the_place_of_the_last_only_where_forms_are_not_known_again(
    casting_program, store, voters, known
):
    # No caster is killed here: what becomes of the same seed's forms hangs on no moment, on no machine.
    names = voters(8)
    proposal, _ = opened(store, names, Level.PRIVATE)
    casting = Casting(casting_program, facts_of(store, proposal, names, known=known))
    casting.round("a whole day", 100)
    private = keys.private_half(proposal.public_key, proposal.title)
    assert (box(store, proposal, private, casting.said) == standing(casting.said)) is known
