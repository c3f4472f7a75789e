"""Each act of a vote stands or falls whole: killed in its unit nothing of it is there, after it all of it is."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from alongside.decisions.actions import closing, keys, looking, proposing
from alongside.decisions.level import Level
from alongside.decisions.tables import BATCHES, KEY_CARDS, OUTCOMES, ROLL
from alongside.enterprise import offers as enterprise
from alongside.store.snapshot import digest_of, shapes, snapshot

from .conftest import CLOSES, as_person

pytestmark = pytest.mark.proof

HOLDERS = ["tess", "member1", "member2"]
WHOLE = "-9"


@pytest.fixture(scope="session")
def killed_program():
    program = [sys.executable, Path(__file__).with_name("killed_program.py")]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.stdin.close()


@pytest.fixture
def act(killed_program, group, keys_folder):
    """Let somebody act and be killed, first within her unit and then after it; return what the act gave."""
    address = group.engine.url.render_as_string(hide_password=False)

    def killed(place, who, what, *facts):
        told = {"who": who, "act": what, "facts": facts, "place": place, "keys": str(keys_folder)}
        killed_program.stdin.write(json.dumps(told | {"address": address}) + "\n")
        killed_program.stdin.flush()
        said = killed_program.stdout.readline().split(maxsplit=1)
        assert said[0] == "did", f"{what}: {said}"
        assert killed_program.stdout.readline().split() == ["ended", WHOLE]
        return json.loads(said[1])

    def both(who, what, *facts):
        before = digests(group)
        killed("within", who, what, *facts)
        assert digests(group) == before, what
        answer = killed("after", who, what, *facts)
        group.seal()
        assert digests(group) != before, what
        return answer

    return both


def digests(store):
    """The digest of every table, as it is now."""
    with snapshot(store.engine) as connection:
        return {shape.name: digest_of(connection, shape) for shape in shapes(connection)}


@pytest.fixture
def proposed(group, keyboard):
    """A function that proposes a vote of a level; member9 is a teller too."""
    with group.unit(keyboard) as unit:
        enterprise.give_role(unit, "member9", "teller", first_day=date(2026, 1, 5))

    def propose(level):
        with group.unit(as_person("member1")) as unit:
            return proposing.propose(unit, "Shall we move?", "", closes=CLOSES, quorum=1, level=level).id

    return propose


def found(store, rows):
    with store.unit(as_person("tess"), writing=False) as unit:
        return unit.find(rows)


def opened(act, vote):
    cards = act("tess", "make cards", vote, HOLDERS)
    act("tess", "try cards", vote, cards[:2])
    act("tess", "try cards", vote, cards[1:])
    act("tess", "open", vote)
    return cards


@pytest.mark.long
def test_locked_box_with_papers_and_calls_from_its_cards_to_its_closing_record(act, group, proposed):
    vote = proposed(Level.LOCKED)
    cards = opened(act, vote)
    act("member2", "take the seat", vote)
    act("tess", "hand on", vote, 2, "member4")
    act("member3", "vote", vote, "yes")
    act("tess", "ring", vote, "member4", "no")
    for person in ("member5", "member6"):
        act("tess", "give", vote, person)
        act("tess", "came", vote, person)
    act("tess", "end early", vote)
    act("tess", "enter", vote, ["A"])
    act("tess", "take away", vote, 1)
    act("tess", "enter", vote, ["A", "A"])
    act("member9", "check", vote, 1, ["A", "A"])
    act("tess", "count", vote, [cards[0], cards[2]])
    (outcome,) = found(group, OUTCOMES)
    assert (outcome.taking_part, outcome.chosen, json.loads(outcome.closing)["ballots"]) == (4, "yes", 4)
    assert [line.sealed for line in found(group, ROLL)] == [None] * 9
    assert [(one.papers, one.sealed, one.again) for one in found(group, BATCHES)] == [(2, None, None)]
    assert [(one.holder, one.seat) for one in sorted(found(group, KEY_CARDS), key=lambda one: one.number)] == [
        ("tess", False),
        ("member4", False),
        ("member2", True),
    ]
    assert group.verify().faults == ()


@pytest.mark.long
def test_lost_cards_and_a_vote_that_begins_again(act, group, proposed):
    vote = proposed(Level.LOCKED)
    opened(act, vote)
    act("member3", "vote", vote, "yes")
    act("tess", "say lost", vote)
    cards = act("member9", "begin again", vote, HOLDERS, CLOSES.isoformat())
    act("tess", "try cards", vote, cards[:2])
    act("tess", "try cards", vote, cards[1:])
    act("member3", "vote", vote, "no")
    act("tess", "end early", vote)
    act("tess", "count", vote, cards[:2])
    (outcome,) = found(group, OUTCOMES)
    assert (outcome.taking_part, outcome.chosen) == (1, "no")


def test_key_that_a_kill_after_the_count_has_left_goes_with_the_next_one(act, group, proposed):
    vote = proposed(Level.PRIVATE)
    act("tess", "open", vote)
    act("member3", "vote", vote, "yes")
    act("tess", "end early", vote)
    act("tess", "count", vote)
    with group.unit(as_person("tess")) as unit:
        public = looking.look(unit, vote).proposal.public_key
        assert keys.is_there(public)
        closing.destroy_spent_keys(unit)
    assert not keys.is_there(public)
