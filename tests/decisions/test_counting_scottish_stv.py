"""Scottish STV on elections small enough to count by hand, and the rules that hold for every election."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.decisions.counting import scottish_stv
from alongside.decisions.counting.ballots import Election, Pile, fingerprint, grouped, ranked
from alongside.decisions.counting.readers import blt
from alongside.decisions.counting.rule import Asking
from alongside.decisions.counting.stages import ONE_VOTE, Count, said
from alongside.refusal import BadInput

EXAMPLES = Path(__file__).parents[2] / "examples"


def election(seats: int, names: str, *piles: tuple[int, str]) -> Election:
    """An election among one-letter candidates: ``(4, "AB")`` is four ballots that rank A, then B."""
    return Election(
        candidates=tuple(names),
        seats=seats,
        piles=tuple(Pile(tuple(names.index(letter) + 1 for letter in ranks), ballots) for ballots, ranks in piles),
    )


def facts(voted: Election, lot: str = "") -> dict[str, Any]:
    """What ``--json`` says of an election by the rule."""
    return scottish_stv.RULE.count(voted, Asking(lot=lot)).facts()


def told(result: Count) -> list[tuple[list[str], str, str]]:
    """Each stage as its figures in the candidates' order, who is elected, who is excluded."""
    name = result.election.name
    return [
        (
            [said(votes) for votes in stage.votes.values()],
            "".join(map(name, stage.elected)),
            "".join(map(name, stage.excluded)),
        )
        for stage in result.stages
    ]


@pytest.mark.parametrize(
    ("valid", "seats", "least"), [(1492, 4, 299), (40, 3, 11), (39, 3, 10), (1, 1, 1), (3, 9, 1)]
)
def test_quota_is_valid_votes_over_seats_and_one_cut_plus_one(valid: int, seats: int, least: int) -> None:
    assert scottish_stv.quota(valid, seats) == least


def test_surplus_moves_cut_to_five_decimals_and_the_loss_is_told() -> None:
    # 10 ballots, 2 seats: quota 10 // 3 + 1 = 4. A has 7, surplus 3, each paper 3/7 = 0.428571… cut to 0.42857.
    # A's papers: 4 to B (1.71428), 2 to C (0.85714), 1 to nobody (0.42857). 3 - 7 * 0.42857 = 0.00001 is lost.
    # B 2 + 1.71428 = 3.71428, C 1 + 0.85714 = 1.85714: C is lowest and out; its papers rank nobody else.
    result = scottish_stv.count(election(2, "ABC", (4, "AB"), (2, "AC"), (1, "A"), (2, "B"), (1, "C")))
    assert told(result) == [
        (["7.00000", "2.00000", "1.00000"], "A", ""),
        (["4.00000", "3.71428", "1.85714"], "", "C"),
        (["4.00000", "3.71428", "0.00000"], "B", ""),
    ]
    assert [stage.non_transferable for stage in result.stages] == [0, 42_857, 42_857 + 185_714]
    assert [stage.rounding_loss for stage in result.stages] == [0, 1, 1]


def test_second_surplus_multiplies_the_value_the_papers_came_with() -> None:
    # 12 ballots, 3 seats: quota 12 // 4 + 1 = 4. A 8: surplus 4, each paper 4/8 = 0.5; all 8 go to B: 1 + 4 = 5.
    # B: surplus 1 of 5. A's papers 1 * 0.5 / 5 = 0.1 each, B's own 1 * 1 / 5 = 0.2.
    # C 2 + 8 * 0.1 = 2.8; B's own paper goes to D: 1 + 0.2 = 1.2. D is out; two of D's papers: own, and that one.
    result = scottish_stv.count(election(3, "ABCD", (8, "ABC"), (1, "BD"), (2, "C"), (1, "D")))
    assert told(result) == [
        (["8.00000", "1.00000", "2.00000", "1.00000"], "A", ""),
        (["4.00000", "5.00000", "2.00000", "1.00000"], "B", ""),
        (["4.00000", "4.00000", "2.80000", "1.20000"], "", "D"),
        (["4.00000", "4.00000", "2.80000", "0.00000"], "C", ""),
    ]


def test_largest_surplus_moves_first_and_elected_candidates_receive_nothing() -> None:
    # 20 ballots, 3 seats: quota 6. A 7 and B 9 are elected at once; B's surplus of 3 moves before A's of 1,
    # and B's papers that rank A next go past A to C: 9 papers of 3/9 = 0.33333 are 2.99997.
    result = scottish_stv.count(election(3, "ABCD", (7, "AD"), (9, "BAC"), (3, "C"), (1, "D")))
    assert told(result)[:2] == [
        (["7.00000", "9.00000", "3.00000", "1.00000"], "BA", ""),
        (["7.00000", "6.00000", "5.99997", "1.00000"], "", ""),
    ]
    assert result.stages[2].transfer is not None
    assert result.stages[2].transfer.giver == 1


def test_exclusion_is_carried_out_before_the_last_are_elected() -> None:
    # 9 ballots, 2 seats: quota 4; 4, 3, 2. B and C stand for one place, so C is out, and B is elected with 3.
    result = scottish_stv.count(election(2, "ABC", (4, "A"), (3, "B"), (2, "C")))
    assert told(result) == [
        (["4.00000", "3.00000", "2.00000"], "A", "C"),
        (["4.00000", "3.00000", "0.00000"], "B", ""),
    ]


def test_tie_for_exclusion_goes_back_to_the_latest_stage_that_parts_it() -> None:
    # 18 ballots, 1 seat: quota 10; A 6, B 5, C 4, D 2, E 1. E is out and goes to C: C 5, D 2. D is out: one to A,
    # one to nobody: B and C tie at 5. Stage 2 has them at 5 and 5, stage 1 at 5 and 4, so C is out.
    result = scottish_stv.count(election(1, "ABCDE", (6, "A"), (5, "B"), (4, "C"), (1, "DA"), (1, "D"), (1, "EC")))
    assert [excluded for _, _, excluded in told(result)][:3] == ["E", "D", "C"]
    assert result.lots == ()


def test_tie_goes_by_the_latest_stage_even_where_an_earlier_one_says_otherwise() -> None:
    # 25 ballots, 1 seat: quota 13; A 9, B 6, C 5, D 2, E 3. D goes to C: C 7, B 6. E is out: one to B, two to A.
    # B and C tie at 7. Stage 2 has B behind, stage 1 has C behind: stage 2 is the later one, so B is out.
    piles = [(9, "A"), (6, "B"), (5, "C"), (2, "DC"), (1, "EB"), (2, "EA")]
    result = scottish_stv.count(election(1, "ABCDE", *piles))
    assert [excluded for _, _, excluded in told(result)][:3] == ["D", "E", "B"]


def test_tie_from_the_start_is_drawn_by_the_stated_seed() -> None:
    # 4 ballots, 1 seat: quota 3. A has 2, B and C 1 each from the first stage on.
    tie = election(1, "ABC", (2, "A"), (1, "BA"), (1, "CA"))
    for seed in ("3 5 1", "6 6 2", "1 4 4"):
        result = scottish_stv.count(tie, seed)
        digests = {number: hashlib.sha256(f"{seed}/{tie.name(number)}".encode()).hexdigest() for number in (2, 3)}
        drawn = max(digests, key=lambda number: digests[number])
        assert [(lot.stage, lot.tied, lot.drawn) for lot in result.lots] == [(1, (2, 3), drawn)]
        assert result.stages[0].excluded == (drawn,)
        assert result.seed == seed


def test_lot_falls_either_way_over_many_seeds() -> None:
    tie = election(1, "AB", (5, "A"), (5, "B"))
    fallen = [scottish_stv.count(tie, f"throw {turn}").winners for turn in range(200)]
    assert 70 <= fallen.count((1,)) <= 130


def test_lot_without_a_throw_is_seeded_by_the_ballots() -> None:
    tie = election(1, "AB", (5, "A"), (5, "B"))
    assert scottish_stv.count(tie).seed == fingerprint(tie)
    assert fingerprint(tie) != fingerprint(election(1, "AB", (5, "A"), (4, "B")))


def test_tie_of_surpluses_goes_back_to_the_latest_stage_that_parts_it() -> None:
    # 25 ballots, 4 seats: quota 6. E has 12, each paper moves at 0.5: A 5 + 4 * 0.5 and B 4 + 6 * 0.5 both have 7.
    # Stage 1 has A before B, so A's surplus of 1 is the next to move.
    piles = [(4, "EA"), (6, "EB"), (2, "EC"), (5, "A"), (4, "B"), (3, "C"), (1, "D")]
    result = scottish_stv.count(election(4, "ABCDE", *piles))
    assert told(result)[1] == (["7.00000", "7.00000", "4.00000", "1.00000", "6.00000"], "AB", "")
    assert [stage.transfer.giver for stage in result.stages[1:4] if stage.transfer] == [5, 1, 2]
    assert result.lots == ()


def test_tie_of_surpluses_from_the_start_is_drawn() -> None:
    # 26 ballots, 4 seats: quota 6. E has 12, each paper moves at 0.5: A and B both go from 5 to 5 + 4 * 0.5 = 7.
    piles = [(4, "EA"), (4, "EB"), (4, "EC"), (5, "A"), (5, "B"), (3, "C"), (1, "D")]
    result = scottish_stv.count(election(4, "ABCDE", *piles))
    assert [(lot.stage, lot.tied, lot.purpose) for lot in result.lots] == [
        (2, (1, 2), "whose surplus moves first")
    ]
    assert result.stages[2].transfer is not None
    assert result.stages[2].transfer.giver == result.lots[0].drawn


def test_lot_only_parts_those_whom_no_stage_parts() -> None:
    # 7 ballots, 1 seat: quota 4; A 3, B, C, D 1 each and E 1. All four tie: the lot is among exactly these.
    result = scottish_stv.count(election(1, "ABCDE", (3, "A"), (1, "B"), (1, "C"), (1, "D"), (1, "E")))
    assert result.lots[0].tied == (2, 3, 4, 5)


def test_fewer_candidates_than_seats_are_all_elected_at_once() -> None:
    result = scottish_stv.count(election(5, "AB", (3, "A")))
    assert told(result) == [(["3.00000", "0.00000"], "AB", "")]


def test_withdrawn_candidate_is_passed_over_and_an_emptied_ballot_is_not_valid() -> None:
    voted = attrs.evolve(election(1, "ABC", (3, "BA"), (2, "C"), (2, "B")), withdrawn=frozenset({2}))
    result = scottish_stv.count(voted)
    assert result.valid_votes == 5
    assert voted.empty_ballots == 2
    assert told(result) == [(["3.00000", "2.00000"], "A", "")]
    assert facts(voted)["withdrawn"] == ["B"]


def test_election_without_a_valid_ballot_is_refused() -> None:
    with pytest.raises(BadInput, match=r"^there is no valid ballot to count\. Look whether"):
        scottish_stv.count(election(1, "AB", (4, "")))


def test_example_committee_agrees_with_the_count_by_hand() -> None:
    # 40 ballots, 3 seats: quota 40 // 4 + 1 = 11.
    # 1: Joyce has 15, surplus 4; each paper 4/15 = 0.26666.
    # 2: 6 papers to Sunita 1.59996, 5 to Gareth 1.33330, 3 to Pearl 0.79998, 1 to nobody; lost 4 - 15 * 0.26666 =
    #    0.0001. Ossie has fewest, 3.
    # 3: Ossie's: 2 to Pearl, 1 past Joyce to Sunita. Gareth has fewest, 6.33330.
    # 4: Gareth's own: 3 to Sunita, 2 to nobody; Joyce's: 3 to Sunita 0.79998, 2 to Tom 0.53332.
    #    Sunita 8.59996 + 3 + 0.79998 = 12.39994, surplus 1.39994.
    # 5: whole papers are now worth 1.39994 / 12.39994 = 0.11289, those of Joyce 0.26666 * that = 0.03010.
    #    Pearl gets 7 * 0.11289 + 4 * 0.03010 = 0.91063, Tom 0.11289: Pearl passes Tom by 0.06440.
    # 6: Tom is out, 4 of his papers reach Pearl.
    result = scottish_stv.count(blt.read(EXAMPLES / "committee.blt"))
    assert (result.valid_votes, result.quota, result.lots) == (40, 11, ())
    assert [[said(votes) for votes in stage.votes.values()] for stage in result.stages] == [
        ["15.00000", "7.00000", "6.00000", "5.00000", "4.00000", "3.00000"],
        ["11.00000", "7.00000", "7.59996", "6.33330", "4.79998", "3.00000"],
        ["11.00000", "7.00000", "8.59996", "6.33330", "6.79998", "0.00000"],
        ["11.00000", "7.53332", "12.39994", "0.00000", "6.79998", "0.00000"],
        ["11.00000", "7.64621", "11.00000", "0.00000", "7.71061", "0.00000"],
        ["11.00000", "0.00000", "11.00000", "0.00000", "11.71061", "0.00000"],
    ]
    assert [stage.elected for stage in result.stages] == [(1,), (), (), (3,), (), (5,)]
    assert [stage.excluded for stage in result.stages] == [(), (6,), (4,), (), (2,), ()]
    assert [said(stage.non_transferable) for stage in result.stages] == [
        *("0.00000", "0.26666", "0.26666", "2.26666", "2.64294", "6.28915")
    ]
    assert said(result.stages[-1].rounding_loss) == "0.00024"


@st.composite
def elections(draw: st.DrawFn) -> Election:
    """Small elections, with many ties in them."""
    standing = draw(st.integers(1, 6))
    ballot = st.permutations(range(1, standing + 1)).flatmap(
        lambda order: st.integers(1, standing).map(lambda length: tuple(order[:length]))
    )
    piles = draw(st.lists(st.builds(Pile, ballot, st.integers(1, 30)), min_size=1, max_size=12))
    names = tuple("ABCDEF"[:standing])
    return Election(candidates=names, seats=draw(st.integers(1, 4)), piles=tuple(piles))


@given(elections(), st.randoms(use_true_random=False))
def test_order_and_grouping_of_ballots_change_nothing(voted: Election, chance: random.Random) -> None:
    single = [Pile(pile.preferences, 1) for pile in voted.piles for _ in range(pile.ballots)]
    chance.shuffle(single)
    expected = facts(voted)
    assert facts(attrs.evolve(voted, piles=tuple(single))) == expected
    assert facts(attrs.evolve(voted, piles=grouped(voted.piles))) == expected


def drawn_every_way(voted: Election) -> set[tuple[str, ...]]:
    """Every set of winners that lots lead to, found by trying one lot after the other."""
    return {tuple(sorted(facts(voted, f"{throw}")["winners"])) for throw in range(8)}


@settings(max_examples=40)
@given(elections())
def test_tie_stays_and_lists_what_lots_lead_to(voted: Election) -> None:
    found = facts(voted)
    possible = {tuple(sorted(one)) for one in found["tied"]} or {tuple(sorted(found["winners"]))}
    assert drawn_every_way(voted) <= possible
    assert set(found["winners"]) == set.intersection(*map(set, possible))
    assert len(found["tied"]) != 1


def test_every_way_a_lot_may_fall_is_found_and_no_other() -> None:
    # 11 ballots, 2 seats: quota 4. A is elected with 5; her surplus goes to nobody. B and C have 3, D 0.
    tie = election(2, "ABCD", (5, "A"), (3, "B"), (3, "C"))
    assert (facts(tie)["winners"], facts(tie)["tied"]) == (["A"], [["A", "B"], ["A", "C"]])
    assert facts(tie)["stages"][-1]["excluded"] == []
    assert drawn_every_way(tie) == {("A", "B"), ("A", "C")}
    parted = election(2, "ABCD", (5, "A"), (3, "B"), (3, "C"), (1, "DB"))
    assert (facts(parted)["winners"], facts(parted)["tied"]) == (["A", "B"], [])


def test_candidates_without_votes_do_not_multiply_the_ways() -> None:
    names = "".join(map(chr, range(65, 105)))
    tie = election(1, names, (3, "A"), (2, "B"))
    assert (facts(tie)["winner"], facts(tie)["tied"]) == ("A", [])


def test_tie_of_too_many_ways_asks_for_a_lot() -> None:
    many = election(20, "".join(map(chr, range(65, 105))), (3, "A"))
    with pytest.raises(
        BadInput, match=r"^39 candidates without a vote are tied, and 20 of them must go\. Throw a lot"
    ):
        facts(many)
    assert len(facts(many, "3 5 1")["winners"]) == 20


def test_ballot_ends_before_a_rank_that_two_share() -> None:
    shared = attrs.evolve(
        election(1, "ABC", (3, "A"), (2, "C")),
        piles=(ranked([[2], [1, 3]], 4), ranked([[1, 3], [2]], 2), Pile((1,), 3)),
    )
    found = facts(shared)
    assert found["stages"][0]["votes"] == {"A": "3.00000", "B": "4.00000", "C": "0.00000"}
    assert (found["ballots_with_shared_ranks"], found["empty_ballots"], found["ballots"]) == (6, 2, 9)


@given(elections())
def test_every_vote_is_somewhere_at_every_stage(voted: Election) -> None:
    result = scottish_stv.count(voted)
    papers = sum(pile.ballots for pile in voted.piles)
    for stage in result.stages:
        together = sum(stage.votes.values()) + stage.non_transferable + stage.rounding_loss
        assert together == papers * ONE_VOTE
        # A surplus loses less than a hundred-thousandth on each paper it moves.
        assert 0 <= stage.rounding_loss < papers * stage.number
        assert min(stage.votes.values()) >= 0


@given(elections())
def test_every_seat_is_filled_or_every_candidate_elected(voted: Election) -> None:
    result = scottish_stv.count(voted)
    assert len(set(result.winners)) == len(result.winners) == min(voted.seats, len(voted.candidates))
    excluded = {number for stage in result.stages for number in stage.excluded}
    assert not excluded & set(result.winners)
    first = result.stages[0].votes
    assert {number for number, votes in first.items() if votes >= result.quota * ONE_VOTE} <= set(result.winners)


@given(elections())
def test_elected_candidates_never_gain_votes(voted: Election) -> None:
    result = scottish_stv.count(voted)
    for before, after in zip(result.stages, result.stages[1:], strict=False):
        elected = {number for stage in result.stages[: before.number] for number in stage.elected}
        assert all(after.votes[number] <= before.votes[number] for number in elected)


@given(elections())
def test_renaming_candidates_renames_the_result(voted: Election) -> None:
    new = {name: f"{name}-{turn}" for turn, name in enumerate(voted.candidates)}
    renamed = attrs.evolve(voted, candidates=tuple(new.values()))
    before, after = facts(voted), facts(renamed)
    assert sorted(after["winners"]) == sorted(new[name] for name in before["winners"])
    assert after["tied"] == [[new[name] for name in one] for one in before["tied"]]


@given(elections(), st.data())
def test_numbering_candidates_otherwise_changes_nothing_without_lots(voted: Election, data: st.DataObject) -> None:
    places = data.draw(st.permutations(range(1, len(voted.candidates) + 1)))
    moved = dict(enumerate(places, 1))
    names = sorted(voted.candidates, key=lambda name: moved[voted.candidates.index(name) + 1])
    piles = tuple(Pile(tuple(moved[number] for number in pile.preferences), pile.ballots) for pile in voted.piles)
    before = scottish_stv.count(voted)
    after = scottish_stv.count(attrs.evolve(voted, candidates=tuple(names), piles=piles))
    if before.lots:
        assert after.lots[0].stage == before.lots[0].stage
        assert {after.election.name(number) for number in after.lots[0].tied} == {
            before.election.name(number) for number in before.lots[0].tied
        }
    else:
        assert {after.election.name(number) for number in after.winners} == {
            before.election.name(number) for number in before.winners
        }
