from collections import Counter
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.decisions import saying
from alongside.decisions.ballot import ABSTAIN, Ballot
from alongside.decisions.life import NotNow, ProposalState
from alongside.decisions.outcome import Result, count
from alongside.decisions.proposal import NO, YES, Option, Proposal
from alongside.refusal import BadInput

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MAYBE = Option(key="later", words="Later", easy_words="Later", picture="wait")


def asking(quorum=3, options=(YES, NO), **more):
    facts = {"id": "p", "title": "Sundays?", "easy_title": "Sundays?", "why": "", "easy_why": "", "proposer": None}
    return Proposal(**{**facts, "options": options, "closes": NOW, "quorum": quorum, **more})


def counting(ballots, quorum=3, options=(YES, NO)):
    return count("o", asking(quorum, options), [Ballot((one,)) for one in ballots], 9, NOW)


@pytest.mark.parametrize(
    ("ballots", "result", "chosen", "said"),
    [
        (["yes"] * 3 + ["no"] * 2, Result.DECIDED, "yes", "Decided: Yes. 3 of 5 votes were for it."),
        (["yes", "no", "no"], Result.DECIDED, "no", "Decided: No. More than half of the votes were for it."),
        (["yes"] + [ABSTAIN] * 4, Result.DECIDED, "yes", "Decided: Yes. 1 of 1 votes were for it."),
        (["yes"] * 2, Result.NOT_DECIDED, None, "Not decided. Too few people voted: 3 were needed."),
        (
            ["yes"] * 2 + ["no"] * 2,
            Result.TIE,
            None,
            "Not decided: it was a tie. The two choices with the most votes had the same number.",
        ),
        ([ABSTAIN] * 5, Result.NOT_DECIDED, None, "Not decided. No choice had more than half of the votes."),
    ],
)
def test_ballots_come_to_an_outcome_and_its_words(ballots, result, chosen, said):
    outcome = counting(ballots)
    assert (outcome.result, outcome.chosen, saying.in_one_line(asking(), outcome)) == (result, chosen, said)


def test_most_of_three_choices_without_more_than_half_decides_nothing():
    outcome = counting(["yes"] * 4 + ["no"] * 3 + ["later"], options=(YES, NO, MAYBE))
    assert outcome.result is Result.NOT_DECIDED


def test_one_voter_fewer_than_quorum_is_not_decided_however_clear_the_votes():
    assert counting(["yes"] * 6, quorum=6).result is Result.DECIDED
    missed = counting(["yes"] * 6, quorum=7)
    assert missed.result is Result.NOT_DECIDED
    assert saying.in_one_line(asking(7), missed) == "Not decided. Too few people voted: 6 did, and 7 were needed."


def test_figures_of_four_ballots_are_not_kept():
    assert counting(["yes"] * 4).totals == ()
    assert [total.votes for total in counting(["yes"] * 5).totals] == [5, 0, 0]


@given(st.lists(st.sampled_from(["yes", "no", "later", ABSTAIN]), max_size=30), st.integers(1, 30))
def test_chosen_option_has_quorum_and_more_than_half(ballots, quorum):
    outcome = counting(ballots, quorum, (YES, NO, MAYBE))
    votes = Counter(one for one in ballots if one != ABSTAIN)
    winners = [key for key, n in votes.items() if 2 * n > votes.total() and len(ballots) >= quorum]
    assert [outcome.chosen] == (winners or [None])
    assert (outcome.result is Result.DECIDED) == bool(winners)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"title": " "}, "no title"),
        ({"options": (YES,)}, "1 choices"),
        ({"options": (YES, YES)}, "the same"),
        ({"quorum": -1}, "quorum -1 is not a number from 1"),
        ({"quorum": 0, "state": ProposalState.OPEN}, "quorum 0 is not a number from 1"),
    ],
)
def test_proposal_that_nobody_could_vote_on_is_refused(wrong, said):
    with pytest.raises(BadInput, match=said):
        asking(**wrong)


def test_vote_is_taken_until_the_instant_of_closing_and_not_at_it():
    asked = asking(state=ProposalState.OPEN)
    asked.must_take(Ballot(("yes",)), NOW.replace(hour=11))
    with pytest.raises(NotNow, match="has ended"):
        asked.must_take(Ballot(("yes",)), NOW)
    with pytest.raises(BadInput, match="No choice"):
        asked.must_take(Ballot(("",)), NOW.replace(hour=11))
