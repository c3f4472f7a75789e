"""While votes are open, no page, paper, command or stored row tells what was chosen, by its size or by its timing.

Two worlds are the same but for what their members chose: in one the first answer, in the other the last, as long
an order as there can be, or none. Whatever anybody can ask for is asked for in both, and has to be alike: what is
answered, and for its timing which statements the database is asked for it, with how much bound to each.
"""

import random
import re
import sys
import uuid
from contextlib import ExitStack
from datetime import time, timedelta

import pytest
import sqlalchemy as sa

from alongside.cli.ending import run
from alongside.decisions.actions import batches, closing, ending_early, papers, proposing, telephone, voting
from alongside.decisions.actions.telephone import Call
from alongside.decisions.ballot import ABSTAIN, OBJECTION, Ballot, BallotKind
from alongside.decisions.level import Level
from alongside.decisions.life import ProposalState
from alongside.decisions.pages import ballot_paper
from alongside.decisions.paper_ballot import letters_of
from alongside.decisions.proposal import ANSWERS, Option
from alongside.decisions.roll import Checked
from alongside.decisions.tables import PROPOSALS, ROLL
from alongside.decisions.vote_rule import RULES
from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.main import alongside
from alongside.house.opening import open_house
from alongside.instants import LONDON, at
from alongside.store import Actor
from alongside.testing.demo import TODAY, copy_demo, noon
from alongside.testing.pages.routes import routes_of

from .statements import noted
from .who_may_open import rows
from .world import ROLES, world

DRAWN = re.compile(
    rb'name="_mark" value="[^"]*"'  # of each form anew
    rb"|<!--[0-9a-f]+-->"  # fills a page up; how long it is tells the length of the answer, which is compared
)
WHO_VOTES = ("member", "teller", "steward")


LONG = "Because of the noise, the stairs and the rain. " * 6


def first(asked):
    """The first answer alone."""
    if asked.how.ballot is BallotKind.SCORES:
        return Ballot.giving({asked.keys[0]: "1"})
    return Ballot((asked.keys[0],))


def last(asked):
    """As much as can be said otherwise: the last answer with a long reason, every one from the last, or none."""
    kind = asked.how.ballot
    if kind is BallotKind.CONSENT:
        return Ballot((OBJECTION,), reason=LONG)
    if kind is BallotKind.SCORES:
        return Ballot.giving(dict.fromkeys(asked.keys, "5"))
    if kind is BallotKind.TICKS:
        return Ballot((ABSTAIN,))
    return Ballot((asked.keys[-1],) if kind is BallotKind.ONE else tuple(reversed(asked.keys)))


def ask(there):
    """Ask by every rule, and openly, so that a vote of each kind is open for everybody."""
    closes = at(TODAY, time(20), LONDON) + timedelta(days=9)
    for rule, level in (*((one, Level.PRIVATE) for one in RULES), ("majority", Level.OPEN)):
        facts = {"closes": closes, "quorum": 1, "rule": rule, "level": level, "options": paper_of(rule)}
        facts |= {"budget": 1000} if RULES[rule].spends else {}
        with there.house.store.unit(Actor.keyboard()) as unit:
            made = proposing.propose(unit, f"Which {rule}, {level.value}?", "We choose.", **facts)
        with there.house.store.unit(Actor.keyboard()) as unit:
            voting.open_vote(unit, made.id)


def paper_of(rule):
    if RULES[rule].ballot is BallotKind.CONSENT:
        return ANSWERS
    cost = 300 if RULES[rule].spends else None
    return tuple(
        Option(key=f"option{n}", words=f"Plan {n}", easy_words=f"Plan {n}", picture="ballot", cost=cost)
        for n in range(1, 5)
    )


ON_PAPER = (BallotKind.ONE, BallotKind.TICKS, BallotKind.RANKS)
"""What this test writes as letters; how the others are written is tried elsewhere."""


def hold(there, choose):
    """Let everybody vote on all that is open: on a screen, twice, by telephone, and two on paper."""
    store = there.house.store
    with store.unit(Actor.keyboard()) as unit:
        enterprise.give_role(unit, there.people["steward"], "teller")
        votes = unit.find(PROPOSALS, PROPOSALS.table.c.state == ProposalState.OPEN.value)
    tellers = there.people["teller"], there.people["steward"]
    for asked in votes:
        with store.unit(Actor.keyboard()) as unit:
            lines = unit.find(ROLL, ROLL.table.c.proposal == asked.id, ~ROLL.table.c.voted, ~ROLL.table.c.paper)
        on_roll = sorted(str(line.person) for line in lines if line.person)
        for person in on_roll[2:5]:
            _as(
                store,
                tellers[0],
                telephone.note_vote,
                asked.id,
                Call(person=person, checked=Checked.VOICE),
                choose(asked),
            )
        for person in on_roll[5:]:
            for _twice in range(2):
                _as(store, person, voting.vote, asked.id, choose(asked))
        if asked.level is not Level.OPEN and asked.how.ballot in ON_PAPER:
            _on_paper(store, tellers, asked, on_roll[:2])


def _on_paper(store, tellers, asked, people):
    for person in people:
        _as(store, tellers[0], papers.give, asked.id, person)
        _as(store, tellers[0], papers.came, asked.id, person)


def _enter(store, tellers, asked, ballot):
    """End the vote, and enter the papers of it: before that, nobody may read them."""
    _as(store, tellers[0], ending_early.end_early, asked.id, "All have voted.")
    with store.unit(Actor.keyboard(), writing=False) as unit:
        came = papers.on_paper(unit, asked.id)
    if not came:
        return
    line = "-" if ballot.abstains else " ".join(letters_of(asked)[key] for key in ballot.keys)
    lines = "\n".join([line] * len(came))
    batch = _as(store, tellers[0], batches.enter, asked.id, len(came), lines)
    _as(store, tellers[1], batches.check, asked.id, batch.number, lines)


def _as(store, person, action, *facts):
    with store.unit(Actor.person(person, "Somebody")) as unit:
        return action(unit, *facts)


@pytest.fixture(scope="module")
def two(demo, tmp_path_factory):
    """Two worlds, in which the same people voted in the same way at the same time for something else."""
    with ExitStack() as ending:
        yield [_world(demo, tmp_path_factory, ending, choose) for choose in (first, last)]


def _world(demo, factory, ending, choose):
    home = factory.mktemp("votes") / "demo"
    copy_demo(demo, home)
    house = open_house(home, core_parts(), find_plugins())
    ending.callback(house.close)
    dice, moment = random.Random(5), noon()
    house.store.ids = lambda: uuid.UUID(int=dice.getrandbits(128)).hex
    house.store.clock = lambda: moment.replace(hour=12, minute=0, second=0, microsecond=0)
    there = world(house)
    ask(there)
    hold(there, choose)
    return there


@pytest.fixture(scope="module", autouse=True)
def papers_are_their_words():
    """A paper is compared as what it is made from: to set it takes long, and adds no word."""
    with pytest.MonkeyPatch.context() as patch:
        for name, module in list(sys.modules.items()):
            if name.startswith("alongside") and hasattr(module, "make_pdf"):
                patch.setattr(module, "make_pdf", lambda html, **_: html.encode())
        # Each printing of ballots has an order drawn anew: here it is the same one.
        patch.setattr(ballot_paper.secrets, "token_hex", lambda size: "5" * 2 * size)
        yield


def seen(there, role, addresses):
    """What somebody of a role is answered at each address, and what the database was asked for it.

    What is drawn anew for each answer is left out.
    """
    browser, found = there.browser(role), {}
    for address in addresses:
        with noted() as asked:
            # As it is: packed, its length hangs on the mark, which is drawn for each form.
            answer = browser.get(address, headers={"accept-encoding": "identity"})
        told = {
            name: value for name, value in answer.headers.items() if name not in {"date", "set-cookie", "etag"}
        }
        words = answer.content.replace(str(there.house.home).encode(), b"")  # each world has a folder of its own
        found[address] = (answer.status_code, sorted(told.items()), DRAWN.sub(b"", words), asked)
    return found


def differing(two, role, addresses):
    """The addresses where the two worlds answer somebody in two ways."""
    one, other = (seen(there, role, addresses) for there in two)
    assert any(asked for *_, asked in one.values())
    return [address for address in addresses if one[address] != other[address]]


def of_votes(there):
    """The addresses of every page of each vote, and of the pages that tell of votes beside others."""
    with there.house.store.unit(Actor.keyboard(), writing=False) as unit:
        votes = unit.find(PROPOSALS, PROPOSALS.table.c.state == ProposalState.OPEN.value)
    routes = [one.path for one in routes_of(there.house.parts) if one.path.startswith("/decisions/{proposal}")]
    for asked in votes:
        for path in routes:
            yield path.replace("{proposal}", asked.id).replace("{edition}", "en")
    yield from ("/home", "/week", "/decisions", "/news", "/reports", "/own-record")


@pytest.mark.proof
@pytest.mark.parametrize("role", WHO_VOTES)
def test_pages_of_open_votes_are_alike_byte_for_byte_whatever_was_chosen(two, role):
    addresses = list(of_votes(two[0]))
    assert len(addresses) > 100
    assert differing(two, role, addresses) == []


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("role", ROLES)
def test_every_page_and_paper_there_is_is_alike_while_votes_are_open(two, met, role):
    addresses = list(dict.fromkeys(row.address(role) for row in rows(two[0], met)))
    assert differing(two, role, addresses) == []


@pytest.mark.proof
def test_commands_say_the_same_while_votes_are_open(two, capsys):
    with two[0].house.store.unit(Actor.keyboard(), writing=False) as unit:
        votes = [one.id for one in unit.find(PROPOSALS, PROPOSALS.table.c.state == ProposalState.OPEN.value)]
    asked = [["list"], *([what, vote] for what in ("show", "papers") for vote in votes)]
    for words in asked:
        said = []
        for there in two:
            for form in ([], ["--json"]):
                with noted() as done:
                    run(alongside, ["--home", str(there.house.home), "decisions", *words, *form])
                said.append((capsys.readouterr(), done))
                assert done
        assert said[:2] == said[2:], words


@pytest.mark.proof
def test_rows_are_of_one_length_while_votes_are_open(two):
    one, other = (lengths(there.house.store.engine) for there in two)
    assert one.keys() == other.keys()
    assert [table for table in one if one[table] != other[table]] == []


def lengths(engine):
    """How long everything is that each table holds, row by row in the order in which they lie there."""
    found = sa.MetaData()
    found.reflect(engine)
    with engine.connect() as connection:
        return {
            table.name: [tuple(len(str(value)) for value in row) for row in connection.execute(sa.select(table))]
            for table in found.sorted_tables
        }


@pytest.mark.proof
def test_control_once_votes_are_counted_the_same_pages_differ(two, demo, tmp_path_factory):
    with ExitStack() as ending:
        counted = [_world(demo, tmp_path_factory, ending, choose) for choose in (first, last)]
        addresses = list(of_votes(counted[0]))
        for there, choose in zip(counted, (first, last), strict=True):
            tellers = there.people["teller"], there.people["steward"]
            with there.house.store.unit(Actor.keyboard()) as unit:
                votes = unit.find(PROPOSALS, PROPOSALS.table.c.state == ProposalState.OPEN.value)
            # Those that were asked here: in one of the demo some papers are still out.
            for asked in [one for one in votes if one.why == "We choose."]:
                _enter(there.house.store, tellers, asked, choose(asked))
                _as(there.house.store, there.people["teller"], closing.close, asked.id)
        assert len(differing(counted, "member", addresses)) > 10
