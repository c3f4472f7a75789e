"""The closing record: made at the count, tied to its ballots, and silent about small groups."""

import hashlib
import json
from datetime import date

import pytest
from tests.decisions.conftest import MEMBERS, as_person

from alongside.decisions import closing_record
from alongside.decisions.actions import closing, voting
from alongside.decisions.ballot import ABSTAIN, Ballot
from alongside.decisions.outcome import Alike
from alongside.decisions.roll import Channel, RollLine
from alongside.decisions.tables import OUTCOMES
from alongside.store import trail


def votes(group, proposal, keys):
    for member, key in zip(MEMBERS, keys, strict=False):
        with group.unit(as_person(member)) as unit:
            voting.vote(unit, proposal.id, Ballot((key,)))


def closed(group, proposal):
    group.clock = lambda: proposal.closes
    with group.unit(as_person("tess")) as unit:
        return closing.close(unit, proposal.id).outcome


def test_record_is_kept_word_for_word_and_its_digest_stands_in_the_audit_trail(group, asked):
    proposal = asked(quorum=3)
    votes(group, proposal, ["yes", "yes", "no", "yes", "abstain"])
    outcome = closed(group, proposal)
    with group.unit(as_person("tess"), writing=False) as unit:
        [kept] = unit.find(OUTCOMES)
    assert kept.closing == outcome.closing
    assert kept.closing == closing_record.written(json.loads(kept.closing))
    told = json.loads(kept.closing)
    assert (told["totals"], told["abstained"], told["ballots"], told["winners"]) == ([3, 1], 1, 5, [1])
    with group.unit(as_person("tess"), writing=False) as unit:
        [counted] = trail.entries(unit, trail.Wanted(kind="decisions_outcome"))
        assert trail.entry(unit, counted.number).words["closing"] == kept.closing


def test_record_of_four_ballots_has_no_figures_and_none_of_nine_a_digest_that_could_be_tried_out(group, asked):
    few, nine = asked(quorum=3), asked(quorum=3)
    votes(group, few, ["yes", "yes", "no", "yes"])
    votes(group, nine, ["yes"] * 6 + ["no"] * 3)
    assert {"totals", "abstained", "ballots_sha256"}.isdisjoint(json.loads(closed(group, few).closing))
    told = json.loads(closed(group, nine).closing)
    assert told["totals"] == [6, 3]
    assert "ballots_sha256" not in told


@pytest.mark.parametrize(
    ("rule", "lines"), [("scottish-stv", b"11 1 0\n2 0\n7 2 1 0"), ("approval", b"11,1,0\n2,0,0\n7,1,1")]
)
def test_digest_of_ballots_is_that_of_their_sorted_lines(asked, rule, lines):
    proposal = asked(rule=rule)
    alike = [("no", "yes"), 7], [(ABSTAIN,), 2], [("yes",), 11]
    found = closing_record.ballots_digest(proposal, [Alike(keys=keys, ballots=many) for keys, many in alike])
    assert found == hashlib.sha256(lines).hexdigest()


@pytest.mark.parametrize(
    ("web", "paper", "told"),
    [(10, 10, {"paper": 10, "web": 10}), (40, 9, None), (40, 0, None), (9, 40, None)],
)
def test_ways_of_voting_are_told_from_ten_people_on_each(web, paper, told):
    day = date(2026, 11, 30)
    lines = [
        RollLine(id=f"{way.value}{n}", proposal="p", person=None, voted=True, day=day, channel=way)
        for way, number in ((Channel.WEB, web), (Channel.PAPER, paper))
        for n in range(number)
    ]
    assert closing_record.channels([*lines, RollLine(id="no", proposal="p", person=None)]) == told


def test_words_are_bound_and_nobody_is_named(group, asked):
    proposal = asked(quorum=1)
    votes(group, proposal, ["yes"])
    record = json.loads(closed(group, proposal).closing)
    assert record["words_sha256"] == hashlib.sha256(b'["Yes","No"]').hexdigest()
