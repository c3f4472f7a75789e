"""Votes by every rule, from the sealed box to the outcome: what a rule finds is what its count finds."""

import base64
import hashlib
import re
from datetime import UTC, datetime
from itertools import permutations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.decisions import closing_record, saying, story
from alongside.decisions.actions import sealing
from alongside.decisions.ballot import ABSTAIN, ROOM, Ballot, BallotKind, drawn_order
from alongside.decisions.counting import approval, score, scottish_stv
from alongside.decisions.counting.ballots import Election, Pile, grouped
from alongside.decisions.counting.readers import scores as score_files
from alongside.decisions.counting.rule import Asking
from alongside.decisions.outcome import Result, count
from alongside.decisions.proposal import Option, Proposal
from alongside.decisions.vote_rule import RULES, Asked, rule_named
from alongside.refusal import BadInput

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
KEYS = tuple(f"option{n}" for n in range(1, 6))
NAMES = ("Ann", "Bo", "Cy", "Di", "Ed")
OPTIONS = tuple(
    Option(key=key, words=name, easy_words=name, picture="ballot") for key, name in zip(KEYS, NAMES, strict=True)
)
CHOOSING = [name for name, one in RULES.items() if one.ballot not in {BallotKind.CONSENT, BallotKind.PROJECTS}]
"""The rules that choose between options; consent and budgets ask otherwise, and have files of their own."""
PUBLIC, PRIVATE = sealing.new_pair()

ranked = st.permutations(KEYS).flatmap(lambda order: st.integers(1, 5).map(lambda n: Ballot(tuple(order[:n]))))
ticked = st.sets(st.sampled_from(KEYS), min_size=1).map(lambda keys: Ballot(tuple(sorted(keys))))
abstained = st.just(Ballot((ABSTAIN,)))


scored = st.dictionaries(st.sampled_from(KEYS), st.sampled_from("012345"), min_size=1).map(
    lambda given: Ballot.giving(given).in_order_of(KEYS)
)
BY_KIND = {BallotKind.ONE: st.sampled_from(KEYS).map(lambda key: Ballot((key,))), BallotKind.TICKS: ticked}
BY_KIND |= {BallotKind.RANKS: ranked, BallotKind.SCORES: scored}


def alone(rule, key):
    """The ballot that is for one option and no other."""
    return Ballot.giving({key: "5"}) if RULES[rule].ballot is BallotKind.SCORES else Ballot((key,))


def asking(rule, seats=1, quorum=1):
    facts = {"id": "p", "title": "Who?", "easy_title": "Who?", "why": "", "easy_why": "", "proposer": None}
    return Proposal(**facts, options=OPTIONS, closes=NOW, quorum=quorum, rule=rule, seats=seats)


def through_the_box(ballots):
    """Ballots as the count finds them: sealed one by one, opened in an order of their own."""
    sealed = [sealing.seal(ballot.text, PUBLIC) for ballot in ballots]
    return [Ballot.of(text) for text in sorted(sealing.unseal(one, PRIVATE) for one in sealed)]


def counting(rule, ballots, seats=1, quorum=1, lot=""):
    return count("o", asking(rule, seats, quorum), ballots, 30, NOW, lot)


def as_election(ballots, seats):
    numbers = {key: n for n, key in enumerate(KEYS, 1)}
    found = [Pile(tuple(numbers[key] for key in ballot.keys), 1) for ballot in ballots if not ballot.abstains]
    return Election(candidates=KEYS, seats=seats, piles=grouped(found))


@given(st.lists(ranked | abstained, min_size=5, max_size=25), st.integers(1, 3))
def test_scottish_stv_through_the_sealed_box_is_the_count_of_the_same_ballots(ballots, seats):
    outcome = counting("scottish-stv", through_the_box(ballots), seats)
    straight = as_election(ballots, seats)
    if not straight.counted:
        assert (outcome.result, outcome.winners, outcome.stages) == (Result.NOT_DECIDED, (), None)
        return
    expected = scottish_stv.count(attrs.evolve(straight, candidates=NAMES), "o")
    assert outcome.winners == tuple(straight.name(number) for number in expected.winners)
    assert outcome.stages.quota == expected.quota
    told = [[(total.choice, total.votes) for total in stage.votes] for stage in outcome.stages.stages]
    assert told == [[(straight.name(n), votes) for n, votes in one.votes.items()] for one in expected.stages]


@given(st.lists(ticked | abstained, max_size=25), st.integers(1, 3))
def test_approval_through_the_sealed_box_is_the_count_of_the_same_ballots(ballots, seats):
    outcome = counting("approval", through_the_box(ballots), seats)
    counted = approval.count(as_election(ballots, seats))
    ticks = {KEYS[number - 1]: votes for number, votes in counted.approvals.items()}
    assert {total.choice: total.votes for total in outcome.totals[:-1]} in ({}, ticks)
    some = {key for key in ticks if ticks[key]}
    expected = {KEYS[number - 1] for number in counted.winners} & some
    assert expected <= set(outcome.winners) <= some


@given(st.lists(scored | abstained, max_size=25), st.sampled_from(["", "6 2"]))
def test_points_through_the_sealed_box_are_the_count_of_the_same_ballots_from_a_file(ballots, lot):
    outcome = counting("score", through_the_box(ballots), lot=lot)
    rows = [",".join(["1", *(ballot.points.get(key, "") for key in KEYS)]) for ballot in ballots]
    file = score_files.parse("\n".join([",".join(["count", *NAMES]), *rows]) + "\n", "points.csv", 5)
    told = score.count(file, Asking(lot=lot))
    totals = dict(zip(KEYS, (told.figures["scores"][name] for name in NAMES), strict=True))
    assert {total.choice: total.votes for total in outcome.totals[:-1]} in ({}, totals)
    if not any(totals.values()):
        assert (outcome.result, outcome.winners) == (Result.NOT_DECIDED, ())
        return
    assert outcome.winners == tuple(KEYS[number - 1] for number in told.winners)
    assert set(outcome.tied) == {KEYS[number - 1] for one in told.tied() for number in one}


@pytest.mark.parametrize("rule", CHOOSING)
@given(data=st.data())
def test_order_of_ballots_and_the_box_change_nothing(rule, data):
    ballot = BY_KIND[RULES[rule].ballot] | abstained
    ballots = data.draw(st.lists(ballot, max_size=20))
    seats = data.draw(st.integers(1, 2)) if RULES[rule].fills_places else 1
    shuffled = data.draw(st.permutations(ballots))
    assert counting(rule, ballots, seats) == counting(rule, through_the_box(shuffled), seats)


@given(st.lists(ranked | ticked | scored | abstained | st.just(Ballot(("yes",))), min_size=2, max_size=12))
def test_sealed_ballots_of_all_kinds_have_one_length_and_open_again(ballots):
    sealed = [sealing.seal(ballot.text, PUBLIC) for ballot in ballots]
    assert len({len(one) for one in sealed}) == 1
    assert len(set(sealed)) == len(sealed)
    assert [Ballot.of(sealing.unseal(one, PRIVATE)) for one in sealed] == ballots


def test_longest_order_there_can_be_fits_and_a_longer_text_would_be_refused():
    most = max(rule.most for rule in RULES.values())
    longest = Ballot(tuple(f"option{n}" for n in range(1, 2 * most + 1))[-most:])
    assert len(sealing.seal(longest.text, PUBLIC)) == len(sealing.seal("no", PUBLIC))
    with pytest.raises(ValueError, match="longer than the others"):
        sealing.seal("x" * ROOM, PUBLIC)


def test_ballot_sealed_before_there_were_orders_of_preference_still_opens():
    import nacl.bindings
    import nacl.public

    box = nacl.public.SealedBox(nacl.public.PublicKey(bytes.fromhex(PUBLIC)))
    old = base64.b64encode(box.encrypt(nacl.bindings.sodium_pad(b"abstain", 64))).decode()
    assert Ballot.of(sealing.unseal(old, PRIVATE)).abstains


@pytest.mark.parametrize("rule", CHOOSING)
@pytest.mark.parametrize("voters", [4, 5, 9, 10])
def test_what_small_groups_may_not_see_is_not_kept(rule, voters):
    outcome = counting(rule, [alone(rule, "option1")] * voters)
    assert outcome.winners == ("option1",)
    assert bool(outcome.totals) == (voters >= 5)
    assert (outcome.stages is not None) == (rule == "scottish-stv" and voters >= 5)
    assert bool(outcome.figures) == (rule == "score" and voters >= 5)
    kept = [(alone(rule, "option1").keys, 10)] if voters == 10 else []
    assert [(one.keys, one.ballots) for one in outcome.alike] == kept


@pytest.mark.parametrize("rule", CHOOSING)
def test_one_voter_fewer_than_quorum_is_not_decided_in_the_same_words_by_every_rule(rule):
    enough = counting(rule, [alone(rule, "option1")] * 6, quorum=6)
    missed = counting(rule, [alone(rule, "option1")] * 6, quorum=7)
    words = "Not decided. Too few people voted: 6 did, and 7 were needed."
    assert enough.result is Result.DECIDED
    assert (missed.result, missed.winners, missed.stages) == (Result.NOT_DECIDED, (), None)
    assert saying.in_one_line(asking(rule, quorum=7), missed) == words


TIE = "Not decided: it was a tie."
LOT = "4 votes were enough for a place. Votes were equal, and a lot decided whose votes moved first."
SAID = [
    ("two-thirds", 1, ["option1"] * 4 + ["option2"] * 2, "Decided: Ann. 4 of 6 votes were for it."),
    ("two-thirds", 1, ["option1"] * 3 + ["option2"] * 2, "Not decided. No choice had two thirds of the votes."),
    ("three-quarters", 1, ["option1"] * 6 + ["option2"] * 2, "Decided: Ann. 6 of 8 votes were for it."),
    (
        "three-quarters",
        1,
        ["option1"] * 5 + ["option2"] * 2,
        "Not decided. No choice had three quarters of the votes.",
    ),
    ("approval", 1, ["option1,option2"] * 3 + ["option2"] * 2, "Decided: Bo. 5 of 5 people ticked it."),
    ("approval", 2, ["option1,option2"] * 5, "Chosen: Ann and Bo. They had the most ticks."),
    ("approval", 1, ["abstain"] * 5, "Not decided. No choice had a tick."),
    (
        "approval",
        2,
        ["option1,option2"] * 3 + ["option1,option3"] * 3,
        f"{TIE} These had the same number of ticks: Bo and Cy. These have a place already: Ann.",
    ),
    ("score", 1, ["option1=5,option2=2"] * 3 + ["option2=4"] * 2, "Decided: Ann. It had the most points: 15."),
    ("score", 1, ["option1=0"] * 5, "Not decided. No choice had a point."),
    (
        "score",
        1,
        ["option1=5,option2=5"] * 5,
        f"{TIE} These had the same number of points: Ann and Bo.",
    ),
    ("scottish-stv", 2, ["option1,option2"] * 6, "Chosen: Ann and Bo. 3 votes were enough for a place."),
    (
        "scottish-stv",
        1,
        ["option1"] * 3 + ["option2"] * 3,
        f"{{drawn}} {LOT}",
    ),
]


@pytest.mark.parametrize(("rule", "seats", "ballots", "said"), SAID)
def test_outcome_is_told_in_the_words_of_its_rule(rule, seats, ballots, said):
    outcome = counting(rule, [Ballot.of(text) for text in ballots], seats)
    drawn = f"Decided: {asking(rule).option(outcome.winners[0]).words}." if outcome.winners else ""
    assert saying.in_one_line(asking(rule, seats), outcome) == said.format(drawn=drawn)


def test_dice_thrown_in_the_room_part_a_tie_and_are_told():
    ballots = [Ballot(("option1",))] * 3 + [Ballot(("option2",))] * 3
    outcome = counting("approval", ballots, lot="6 2 1")
    assert (outcome.result, len(outcome.winners), outcome.drawn) == (Result.DECIDED, 1, outcome.winners)
    assert "Ticks were equal, and a lot fell on:" in saying.in_one_line(asking("approval"), outcome)


def first_by(lot, names):
    """Whom a lot puts first, as anybody can work it out at a terminal."""
    return min(names, key=lambda name: hashlib.sha256(f"{lot}/{name}".encode()).hexdigest())


@pytest.mark.parametrize("lot", [f"{one} {other}" for one in range(1, 7) for other in range(1, 7)])
def test_dice_order_options_by_their_words_whatever_their_keys(lot):
    ballots = [Ballot((key,)) for key in KEYS[:3] * 2]
    for rule in ("approval", "scottish-stv"):
        outcome = counting(rule, ballots, lot=lot)
        assert asking(rule).option(outcome.winners[0]).words == first_by(lot, NAMES[:3]), rule


@pytest.mark.parametrize("id_", [f"{n}" * 8 for n in range(9)])
def test_where_no_dice_were_thrown_the_number_of_the_outcome_draws(id_):
    two_each = [Ballot((key,)) for key in KEYS[:2] * 3]
    outcome = count(id_, asking("scottish-stv"), two_each, 30, NOW)
    assert asking("scottish-stv").option(outcome.winners[0]).words == first_by(id_, NAMES[:2])
    assert count(id_, asking("approval"), two_each, 30, NOW).result is Result.TIE


@pytest.mark.parametrize("rule", ["approval", "scottish-stv"])
def test_outcome_says_what_the_lot_was_so_that_anybody_can_draw_it_again(rule):
    ballots = [Ballot((key,)) for key in KEYS[:2] * 3]
    outcome, asked = counting(rule, ballots, lot="6 2 1"), asking(rule)
    told = saying.in_one_line(
        asked, attrs.evolve(outcome, closing=closing_record.made(asked, outcome, (), "6 2 1"))
    )
    lot = re.search("The lot was “(.+)”", told)[1]
    assert asked.option(outcome.winners[0]).words == first_by(lot, NAMES[:2])


def test_outcome_says_that_nobody_threw_dice_and_by_what_it_was_drawn():
    outcome, asked = counting("scottish-stv", [Ballot((key,)) for key in KEYS[:2] * 3]), asking("scottish-stv")
    told = saying.in_one_line(asked, attrs.evolve(outcome, closing=closing_record.made(asked, outcome, ())))
    assert told.endswith("Nobody threw dice, so the number of this outcome was the lot: o.")
    # Where nothing was drawn, nothing is said of a lot.
    alone = counting("scottish-stv", [Ballot(("option1",))] * 6)
    quiet = saying.in_one_line(asked, attrs.evolve(alone, closing=closing_record.made(asked, alone, ())))
    assert "lot" not in quiet


def test_two_with_one_name_are_told_apart_by_their_place_and_votes_are_counted():
    alike = [
        attrs.evolve(one, words=words)
        for one, words in zip(OPTIONS, (*["Sam Lee"] * 3, " Di  D. ", "Ed"), strict=True)
    ]
    # A proposal takes two with the same words only where they are people.
    people = [attrs.evolve(one, person=one.key) for one in alike]
    asked = attrs.evolve(asking("scottish-stv"), options=tuple(people))
    assert list(asked.names.values()) == ["Sam Lee", "Sam Lee (2)", "Sam Lee (3)", "Di D.", "Ed"]
    assert count("o", asked, [Ballot(KEYS[1:3])] * 5, 30, NOW).winners == ("option2",)


@pytest.mark.parametrize("rule", CHOOSING)
@given(data=st.data())
def test_story_of_every_outcome_comes_out_again_from_its_ballots(rule, data):
    ballots = data.draw(st.lists(BY_KIND[RULES[rule].ballot] | abstained, max_size=20))
    seats = data.draw(st.integers(1, 3)) if RULES[rule].fills_places else 1
    lot = data.draw(st.sampled_from(["", "6 2"]))
    outcome, asked = counting(rule, ballots, seats, lot=lot), asking(rule, seats)
    story.hold(asked, outcome, ballots, lot)
    told = story.told(asked, outcome)
    nothing = all(ballot.abstains or set(ballot.points.values()) == {"0"} for ballot in ballots)
    silent = RULES[rule].ballot is not BallotKind.ONE and nothing
    assert bool(told) == (len(ballots) >= 5 and not silent)
    placed = {one.claim.of[0] for one in told if one.claim.figure in story.PLACED}
    assert placed == ({asked.names[key] for key in outcome.winners} if told else set())


@pytest.mark.parametrize("rule", CHOOSING)
@pytest.mark.parametrize(
    "words", ["3", "13", "4 votes", "**Yes**", "{n}", "%s", "Nobody", "1,000.5", " and ", "…"]
)
def test_whatever_options_are_called_a_count_of_them_is_told_and_closed(rule, words):
    options = (attrs.evolve(OPTIONS[0], words=words), *OPTIONS[1:])
    asked = attrs.evolve(asking(rule, 1), options=options)
    ballots = [alone(rule, "option1")] * 13 + [alone(rule, "option2")] * 3
    outcome = count("o", asked, ballots, 30, NOW)
    story.hold(asked, outcome, ballots, "")
    assert any(asked.names["option1"] in one.plain for one in story.told(asked, outcome))


@pytest.mark.parametrize("rule", CHOOSING)
def test_outcome_that_does_not_come_out_again_is_refused(rule):
    ballots = [alone(rule, "option1")] * 4 + [alone(rule, "option2")] * 2
    outcome = counting(rule, ballots)
    story.hold(asking(rule), outcome, ballots, "")
    with pytest.raises(BadInput, match="the checker does not agree with the count"):
        story.hold(asking(rule), outcome, [*ballots[1:], alone(rule, "option3")], "")
    with pytest.raises(BadInput, match="tells of others than were found"):
        story.hold(asking(rule), attrs.evolve(outcome, winners=("option2",)), ballots, "")


@pytest.mark.parametrize("rule", CHOOSING)
def test_nothing_is_told_of_four_ballots_or_where_too_few_took_part(rule):
    four = counting(rule, [alone(rule, "option1")] * 4)
    missed = counting(rule, [alone(rule, "option1")] * 6, quorum=7)
    assert story.told(asking(rule), four) == story.told(asking(rule, quorum=7), missed) == ()


@pytest.mark.parametrize(
    ("keys", "kind", "fits"),
    [
        (("option1",), BallotKind.ONE, True),
        (("option1", "option2"), BallotKind.ONE, False),
        ((ABSTAIN,), BallotKind.ONE, True),
        (("option1", ABSTAIN), BallotKind.TICKS, False),
        (("option2", "option1"), BallotKind.RANKS, True),
        (("option1", "option1"), BallotKind.RANKS, False),
        (("other",), BallotKind.TICKS, False),
        ((), BallotKind.TICKS, False),
        (("",), BallotKind.ONE, False),
        (("option1=5", "option2=0"), BallotKind.SCORES, True),
        (("option1=6",), BallotKind.SCORES, False),
        (("option1=5", "option1=4"), BallotKind.SCORES, False),
        (("option1",), BallotKind.SCORES, False),
        (("other=5",), BallotKind.SCORES, False),
    ],
)
def test_ballot_fits_what_is_asked_for_or_does_not(keys, kind, fits):
    assert Ballot(keys).fits(kind, KEYS) is fits


def test_order_on_the_paper_is_the_voters_own_and_all_orders_come_up():
    orders = {drawn_order(KEYS[:3], f"p/{n}") for n in range(200)}
    assert orders == set(permutations(KEYS[:3]))
    assert drawn_order(KEYS, "p/sam") == drawn_order(KEYS, "p/sam")


def test_unknown_rule_and_places_that_it_cannot_fill_are_refused():
    with pytest.raises(BadInput, match="no rule “borda” for a vote. The rules are majority, two-thirds,"):
        rule_named("borda")
    with pytest.raises(BadInput, match="2 places cannot be filled by the rule “majority”"):
        asking("majority", seats=2)
    assert (
        rule_named("approval")
        .count(Asked(options=dict(zip(KEYS, NAMES, strict=True)), seats=1, ballots=()))
        .winners
        == ()
    )
