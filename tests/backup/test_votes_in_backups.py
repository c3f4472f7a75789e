"""Votes in a backup: counted ones with their closing records, and open ones that are counted from the copy."""

import json
from datetime import date, timedelta

import pytest

from alongside.decisions.actions import (
    batches,
    closing,
    ending_early,
    key_cards,
    keys,
    looking,
    papers,
    proposing,
    telephone,
    voting,
)
from alongside.decisions.actions.telephone import Call
from alongside.decisions.ballot import Ballot
from alongside.decisions.level import Level
from alongside.decisions.roll import Checked
from alongside.decisions.tables import OUTCOMES
from alongside.enterprise import offers as enterprise
from alongside.house.backups.making import make
from alongside.house.backups.restoring import restore
from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.store import Actor

MEMBERS = ("ada", "ben", "cleo", "dov", "esi")
OF_VOTES = {"proposal", "roll", "key_card", "batch", "on_record", "open_choice", "outcome"}


@pytest.fixture
def act(house, tmp_path, monkeypatch):
    """Let somebody act in the enterprise, in which five are members and two count."""
    monkeypatch.setenv("ALONGSIDE_KEYS", str(tmp_path / "keys"))
    with house.store.unit(Actor.keyboard()) as unit:
        for name in (*MEMBERS, "tess", "tom"):
            people.add_person(unit, Person(id=name, name=name.capitalize(), joined=date(2026, 1, 5)))
            role = "member" if name in MEMBERS else "teller"
            enterprise.give_role(unit, name, role, first_day=date(2026, 1, 5))

    def on(who, action, *facts, of=house, **more):
        with of.store.unit(Actor.person(who, who.capitalize())) as unit:
            return action(unit, *facts, **more)

    return on


def ask(act, house, level):
    facts = {"closes": house.store.clock() + timedelta(days=3), "quorum": 1, "level": level}
    return act("ada", proposing.propose, f"Shall we? ({level.value})", "", **facts).id


def counted(act, house, level):
    vote = ask(act, house, level)
    act("tess", voting.open_vote, vote)
    for who in MEMBERS:
        act(who, voting.vote, vote, Ballot.of("yes"))
    act("tess", ending_early.end_early, vote, "All have voted.")
    act("tess", closing.close, vote)


def locked(act, house):
    """A locked box with a vote from a screen, one by telephone and one on paper; and two of its cards."""
    vote = ask(act, house, Level.LOCKED)
    planned = act("tess", key_cards.plan_cards, vote, ("tess", "tom", "ada"))
    act("tess", key_cards.issue_cards, vote, planned)
    cards = tuple(share.text for share in planned.shares)
    for two in (cards[:2], cards[1:]):
        act("tess", key_cards.try_cards, vote, two)
    act("tess", voting.open_vote, vote)
    act("ada", voting.vote, vote, Ballot.of("no"))
    act("tess", telephone.note_vote, vote, Call(person="ben", checked=Checked.VOICE), Ballot.of("no"))
    act("tess", papers.give, vote, "cleo")
    act("tess", papers.came, vote, "cleo")
    act("tess", ending_early.end_early, vote, "All have voted.")
    act("tess", batches.enter, vote, 1, "A")
    act("tom", batches.check, vote, 1, "A")
    return vote, cards[:2]


def test_votes_come_back_whole_and_a_locked_box_is_counted_from_the_copy(
    house, act, key, tmp_path, digests, opened, monkeypatch
):
    counted(act, house, Level.PRIVATE)
    counted(act, house, Level.OPEN)
    private = ask(act, house, Level.PRIVATE)
    act("tess", voting.open_vote, private)
    act("ada", voting.vote, private, Ballot.of("yes"))
    act("tess", ending_early.end_early, private, "All have voted.")
    box, cards = locked(act, house)
    file = make(house, tmp_path / "a.backup").path
    # It is put back on another computer: the key of a private vote is not there.
    monkeypatch.setenv("ALONGSIDE_KEYS", str(tmp_path / "another computer"))
    restore(file, key, tmp_path / "new", core_parts(), find_plugins())
    copy = opened(tmp_path / "new")
    before, after = (
        {name: digest for name, digest in digests(one.store).items() if name.startswith("decisions_")}
        for one in (house, copy)
    )
    assert before == after
    assert {name.removeprefix("decisions_") for name in filled(copy)} >= OF_VOTES
    records = [json.loads(one.closing) for one in act("tess", lambda unit: unit.find(OUTCOMES), of=copy)]
    assert [record["ballots"] for record in records] == [5, 5]
    with pytest.raises(keys.KeyLost, match="A teller begins the vote again, on its page"):
        act("tess", closing.close, private, of=copy)
    outcome = act("tess", closing.close, box, cards=cards, of=copy).outcome
    assert (outcome.taking_part, outcome.chosen) == (3, "no")
    assert act("tess", looking.look, box).outcome is None


@pytest.mark.proof
def test_drill_beside_the_enterprise_cannot_count_its_open_vote(house, act, key, tmp_path, opened):
    vote = ask(act, house, Level.PRIVATE)
    act("tess", voting.open_vote, vote)
    act("ada", voting.vote, vote, Ballot.of("yes"))
    act("tess", ending_early.end_early, vote, "All have voted.")
    file = make(house, tmp_path / "a.backup").path
    drill = tmp_path / "drill"
    # The second one takes the place of a drill, which is no more the owner of the key than it.
    for aside in (False, True):
        assert restore(file, key, drill, core_parts(), find_plugins(), move_aside=aside).keys_left == 1
        with pytest.raises(keys.KeyLost):
            act("tess", closing.close, vote, of=opened(drill))
    assert act("tess", closing.close, vote).outcome.chosen == "yes"


@pytest.mark.proof
def test_copy_that_takes_the_place_of_the_enterprise_counts_its_open_vote(house, act, key, tmp_path, opened):
    vote = ask(act, house, Level.PRIVATE)
    act("tess", voting.open_vote, vote)
    act("ada", voting.vote, vote, Ballot.of("yes"))
    act("tess", ending_early.end_early, vote, "All have voted.")
    file = make(house, tmp_path / "a.backup").path
    done = restore(file, key, house.home, core_parts(), find_plugins(), move_aside=True)
    assert done.keys_left == 0
    assert act("tess", closing.close, vote, of=opened(house.home)).outcome.chosen == "yes"


def filled(house):
    """The tables of decisions in which something stands."""
    from alongside.decisions import tables
    from alongside.store import Rows

    with house.reading() as unit:
        every = [one for one in vars(tables).values() if isinstance(one, Rows)]
        return {one.table.name for one in every if unit.find(one)}
