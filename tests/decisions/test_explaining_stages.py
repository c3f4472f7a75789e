"""Stories of counts in stages: small elections by the hundred, half of them with ties, counted again by hand."""

from __future__ import annotations

import random
from collections import Counter

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.decisions.counting import scottish_stv
from alongside.decisions.counting.ballots import Election, Pile
from alongside.decisions.counting.piles import ranked
from alongside.decisions.counting.rule import Asking
from alongside.decisions.explaining.checker import faults
from alongside.decisions.explaining.claim import Claim
from alongside.decisions.explaining.stories import Explained, explained
from alongside.refusal import BadInput

NAMES = ("Ann", "Bo", "Cy", "Di", "Ed", "Flo")
RULE = "scottish-stv"


def invented(seed: int) -> Election:
    """A small election: few ballots, so that ties are common; gaps, shared ranks and withdrawn ones among them."""
    chance = random.Random(seed)
    stand = chance.randint(2, 6)
    piles = [_pile(chance, stand) for _ in range(chance.randint(1, 8))]
    gone = frozenset(one for one in range(2, stand + 1) if chance.random() < 0.07)
    return Election(
        candidates=NAMES[:stand], seats=chance.randint(1, min(stand + 1, 4)), piles=tuple(piles), withdrawn=gone
    )


def _pile(chance: random.Random, stand: int) -> Pile:
    left = chance.sample(range(1, stand + 1), chance.randint(0, stand))
    places: list[list[int]] = []
    while left:
        if chance.random() < 0.08:
            places.append([])
        together = 2 if chance.random() < 0.1 else 1
        places.append(left[:together])
        left = left[together:]
    return ranked(places, chance.choice((1, 1, 1, 2, 3)))


def told_and_checked(seed: int, lot: str) -> Counter[str]:
    """How often each kind of figure was told; none of a count that is refused."""
    contest, asking = invented(seed), Asking(lot=lot)
    if not contest.counted:
        with pytest.raises(BadInput, match="no valid ballot"):
            explained(RULE, contest, asking)
        return Counter()
    told = explained(RULE, contest, asking)
    assert faults(RULE, contest, asking, told.told, told.cells) == [], (seed, lot)
    return Counter(one.claim.figure for one in told.told)


def test_stories_of_small_elections_come_out_again_and_everything_there_is_to_tell_occurs() -> None:
    kinds = sum((told_and_checked(seed, lot) for seed in range(300) for lot in ("", "5 3")), Counter())
    for figure in ("parted", "lot", "either", "lot_needed", "sure", "perhaps", "empty", "stuck", "gaps", "shared"):
        assert kinds[figure], figure
    assert kinds["level"] > kinds["ballots"] / 3  # ties are common enough here to be tried


@pytest.mark.proof
@pytest.mark.long
def test_stories_of_very_many_small_elections_come_out_again() -> None:
    for seed in range(300, 50_300):
        for lot in ("", "5 3"):
            told_and_checked(seed, lot)


COMMITTEE = Election(
    candidates=NAMES[:4],
    seats=2,
    piles=(Pile((1, 2), 6), Pile((1, 3), 3), Pile((2,), 2), Pile((3, 2), 2), Pile((4, 3), 1), Pile((), 1)),
)
TIED = Election(candidates=NAMES[:3], seats=2, piles=(Pile((1,), 5), Pile((2,), 2), Pile((3,), 2)))


def plain(contest: Election, lot: str = "") -> list[str]:
    return [one.plain for one in explained(RULE, contest, Asking(lot=lot)).told]


def test_story_says_stage_by_stage_what_moved_and_what_came_of_it() -> None:
    assert plain(COMMITTEE) == [
        "15 voted.",
        "1 named nobody who could be counted.",
        "Papers that we counted: 14.",
        "Places to fill: 2.",
        "Enough for a place: 5 votes.",
        "Ann has 9 votes.",
        "Bo has 2 votes.",
        "Cy has 2 votes.",
        "Di has 1 vote.",
        "Ann has enough votes for a place.",
        "Ann had 4 votes to spare.",
        "Di has the fewest votes and is out.",
        "Di had 1 vote to pass on.",
        "Cy has the fewest votes and is out.",
        "Cy had 4.33332 votes to pass on.",
        "Of these 2.33332 votes had no next choice.",
        "Bo has 6.66664 votes.",
        "Bo has enough votes for a place.",
        "Any 4 could have voted otherwise, and Ann would still have a place.",
    ]


def test_tie_that_nobody_has_drawn_stays_and_the_lot_decides_it() -> None:
    open_, drawn = plain(TIED), plain(TIED, "6 1")
    assert open_[-4:-1] == [
        "Nobody has thrown that lot yet. It is not decided.",
        "Bo has a place if the lot falls so.",
        "Cy has a place if the lot falls so.",
    ]
    assert "No stage parts Bo and Cy. A lot decides." in open_
    assert "Ann has enough votes for a place." in open_
    fell = next(line for line in drawn if line.startswith("The lot fell on "))
    winners = scottish_stv.count(TIED, "6 1").winners
    assert fell == f"The lot fell on {({'Bo', 'Cy'} - set(TIED.named(winners))).pop()}."


def mangled(told: Explained, at: int, claim: Claim) -> Explained:
    return attrs.evolve(told, cells=(*told.cells[:at], claim, *told.cells[at + 1 :]))


@pytest.mark.parametrize("contest", [COMMITTEE, TIED])
def test_every_wrong_figure_of_the_table_is_caught_and_one_that_is_not_there(contest: Election) -> None:
    told = explained(RULE, contest, Asking())
    for at, cell in enumerate(told.cells):
        wrong = mangled(told, at, attrs.evolve(cell, value=cell.value + 1))
        assert "the table is wrong" in faults(RULE, contest, Asking(), wrong.told, wrong.cells)[0]
        fewer = [*told.cells[:at], *told.cells[at + 1 :]]
        assert "not told" in faults(RULE, contest, Asking(), told.told, fewer)[0]


def test_sentence_put_into_another_stage_is_caught() -> None:
    told = explained(RULE, COMMITTEE, Asking()).told
    for at, one in enumerate(told):
        moved = attrs.evolve(one, claim=attrs.evolve(one.claim, stage=one.claim.stage + 1))
        assert faults(RULE, COMMITTEE, Asking(), [*told[:at], moved, *told[at + 1 :]])


def test_thirty_who_nobody_ranks_go_in_whatever_order_without_trying_each() -> None:
    many = Election(
        candidates=tuple(f"Nr {n}" for n in range(33)),
        seats=2,
        piles=(Pile((1,), 4), Pile((2,), 2), Pile((3,), 1)),
    )
    told = explained(RULE, many, Asking())
    assert faults(RULE, many, Asking(), told.told, told.cells) == []
    assert any(one.claim.figure == "either" for one in told.told)


orders = st.permutations((1, 2, 3)).flatmap(lambda order: st.integers(0, 3).map(lambda n: tuple(order[:n])))


@settings(max_examples=60)
@given(st.lists(orders, min_size=3, max_size=9), st.lists(orders, min_size=9, max_size=9), st.data())
def test_whoever_is_safe_has_a_place_however_so_many_papers_are_marked(said, others, data) -> None:
    contest = as_election(said)
    if not contest.counted:
        return
    safe = [one.claim for one in explained(RULE, contest, Asking(lot="1")).told if one.claim.figure == "spare"]
    for claim in safe:
        changed = data.draw(st.sets(st.integers(0, len(said) - 1), max_size=int(claim.value)))
        other = as_election([others[at] if at in changed else order for at, order in enumerate(said)])
        if other.counted:
            assert claim.of[0] in other.named(scottish_stv.count(other, "2").winners)


def as_election(orders_: list[tuple[int, ...]]) -> Election:
    return Election(candidates=NAMES[:3], seats=1, piles=tuple(Pile(order, 1) for order in orders_))
