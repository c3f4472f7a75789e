"""One member, one vote, whatever races: for every kind of ballot, with controls that fail."""

import threading
from collections import Counter

import pytest

from alongside.decisions.actions import closing, looking, sealing, voting
from alongside.decisions.ballot import Ballot
from alongside.decisions.life import NotNow
from alongside.decisions.proposal import Option
from alongside.decisions.roll import Help, Helped
from alongside.decisions.tables import PROPOSALS, ROLL, roll
from alongside.refusal import SomebodyWasFaster
from alongside.store import Actor

OPTIONS = tuple(
    Option(key=f"option{n}", words=name, easy_words=name, picture="ballot")
    for n, name in enumerate(("Ann", "Bo", "Cy"), 1)
)
KINDS = {
    "two-thirds": (1, ["option1", "option2"]),
    "approval": (2, ["option1,option2", "option3"]),
    "scottish-stv": (2, ["option3,option1", "option1,option2"]),
}


def person(name):
    return Actor.person(name, name.capitalize())


def run(threads):
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.parametrize("rule", KINDS)
def test_many_ballots_of_one_member_at_once_and_their_retries_are_one_ballot(group, asked, counted, rule):
    seats, ballots = KINDS[rule]
    proposal = asked(quorum=1, rule=rule, options=OPTIONS, seats=seats)
    sent, wrong = [], []

    def send(text):
        for _again in range(2):
            try:
                with group.unit(person("member1")) as unit:
                    sent.append(voting.vote(unit, proposal.id, Ballot.of(text)).sealed)
            except Exception as error:
                wrong.append(error)

    run([threading.Thread(target=send, args=(text,)) for text in ballots * 3])
    assert wrong == []
    with group.unit(person("tess"), writing=False) as unit:
        kept = [line.sealed for line in unit.find(ROLL, roll.c.voted)]
        assert looking.look(unit, proposal.id).voted == 1
    # The control: a box that kept what was sent would hold twelve, all of one length.
    assert (len(sent), len({len(one) for one in sent}), len(kept)) == (12, 1, 1)
    assert kept[0] in sent
    assert counted(proposal).outcome.taking_part == 1


def late_vote(group, proposal, monkeypatch):
    """Send a vote in the middle of the count; return what became of it, and the outcome."""
    came, in_time = [], group.clock()

    def send():
        # Her vote began before the end, and the count after it.
        group.clock = lambda: in_time
        try:
            with group.unit(person("member9")) as unit:
                voting.vote(unit, proposal.id, Ballot(("option1",)))
            came.append("taken")
        except (NotNow, SomebodyWasFaster):
            came.append("refused")

    thread = threading.Thread(target=send)
    count = closing.count

    def while_it_counts(*facts):
        thread.start()
        thread.join(timeout=0.7)
        return count(*facts)

    monkeypatch.setattr(closing, "count", while_it_counts)
    group.clock = lambda: proposal.closes
    with group.unit(person("tess")) as unit:
        outcome = closing.close(unit, proposal.id).outcome
    thread.join()
    return came[0], outcome.taking_part


@pytest.mark.parametrize("rule", ["approval", "scottish-stv"])
def test_ballot_that_comes_during_the_count_is_refused_and_never_lost(group, asked, cast, monkeypatch, rule):
    proposal = asked(quorum=1, rule=rule, options=OPTIONS)
    cast(proposal, "option1", "option2")
    assert late_vote(group, proposal, monkeypatch) == ("refused", 2)


@pytest.mark.parametrize("engine_name", ["postgresql"])
def test_control_without_the_lock_a_ballot_would_be_taken_and_not_counted(group, asked, cast, monkeypatch):
    proposal = asked(quorum=1, rule="approval", options=OPTIONS)
    cast(proposal, "option1", "option2")
    monkeypatch.setattr(closing, "hold_as_teller", lambda unit, which: unit.get(PROPOSALS, which))
    assert late_vote(group, proposal, monkeypatch) == ("taken", 2)


def test_changed_ballot_is_the_one_that_counts_for_every_kind(group, asked, cast, counted):
    for rule, (seats, ballots) in KINDS.items():
        proposal = asked(quorum=1, rule=rule, options=OPTIONS, seats=seats)
        cast(proposal, *[ballots[0]] * 5)
        cast(proposal, *[ballots[1]] * 5)
        first = ballots[1].split(",")[0]
        votes = {total.choice: total.votes for total in counted(proposal).outcome.totals}
        assert votes[first] == 5, rule


def test_order_of_preference_is_readable_to_nobody_and_help_is_noted_without_it(group, asked, keys_folder):
    proposal = asked(quorum=1, rule="scottish-stv", options=OPTIONS, seats=2)
    sent = Counter()
    for n, order in enumerate(["option3,option1,option2", "option1", "option2,option3"], 1):
        sent[order] += 1
        with group.unit(person(f"member{n}")) as unit:
            voting.vote(
                unit,
                proposal.id,
                Ballot.of(order),
                helped=Helped(helper="tess", how=Help.POINTING) if n == 2 else None,
            )
    with group.unit(person("tess"), writing=False) as unit:
        lines = unit.find(ROLL, roll.c.voted)
    assert [(line.person, line.helper) for line in lines if line.helped] == [("member2", "tess")]
    assert "option" not in str(lines)
    # The control: with the key these very bytes are the ballots.
    private = next(keys_folder.iterdir()).read_text()
    assert Counter(sealing.unseal(line.sealed, private) for line in lines) == sent
