"""Votes on money: what is ticked has costs, shares pay for it, and the app comes to what a file comes to."""

from datetime import UTC, datetime
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.decisions import closing_record, saying, story
from alongside.decisions.actions import recounting
from alongside.decisions.ballot import ABSTAIN, Ballot
from alongside.decisions.bundling import ballots_file
from alongside.decisions.bundling.of_decision import of_decision
from alongside.decisions.bundling.verifying import verify
from alongside.decisions.counting import equal_shares_budget
from alongside.decisions.counting.readers import pabulib
from alongside.decisions.counting.rule import Asking
from alongside.decisions.outcome import Result, asked_of, count
from alongside.decisions.pages import asking, poster, practice
from alongside.decisions.pages import counted as counted_paper
from alongside.decisions.pages import proposal as proposal_pages
from alongside.decisions.pages import voting as pages
from alongside.decisions.proposal import Option, Proposal
from alongside.decisions.vote_rule import spending_on
from alongside.display import Edition
from alongside.refusal import BadInput
from alongside.testing.easy_read import easy_read_faults

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
WORDS = ("A bench", "Paint, two tins", "Games", "A trip")
KEYS = tuple(f"option{n}" for n in range(1, 5))


def asked_for(costs=(30000, 18000, 9050, 42000), budget=60000, quorum=1):
    options = tuple(
        Option(key=key, words=words, easy_words=words, picture="", cost=cost)
        for key, words, cost in zip(KEYS, WORDS, costs, strict=False)
    )
    facts = {
        "id": "p",
        "title": "What for?",
        "easy_title": "What for?",
        "why": "",
        "easy_why": "",
        "proposer": None,
    }
    return Proposal(**facts, options=options, closes=NOW, quorum=quorum, rule="equal-shares-budget", budget=budget)


ticked = st.sets(st.sampled_from(KEYS), min_size=1).map(lambda keys: Ballot(tuple(sorted(keys))))
ballots = st.lists(ticked | st.just(Ballot((ABSTAIN,))), max_size=20)
costs = st.tuples(*[st.integers(0, 40).map(lambda n: n * 1050)] * 4)


@given(ballots, costs, st.sampled_from(["", "6 2"]))
def test_count_in_the_app_is_the_count_of_the_same_ballots_from_a_file(said, costs, lot):
    asked = asked_for(costs, 45000)
    outcome = count("o", asked, said, 30, NOW, lot)
    wanted = tuple(key for key in KEYS if any(key in ballot.keys for ballot in said))
    if not wanted:
        assert outcome.result is Result.NOT_DECIDED
        return
    text = ballots_file.text_of(spending_on(asked_of(asked, said), wanted))
    counted = equal_shares_budget.count(pabulib.parse(text, "money.pb"), Asking(lot=lot or "o"))
    assert {asked.names[key] for key in outcome.winners} == {counted.contest.name(n) for n in counted.winners}
    assert counted.tied() == []
    assert sum(asked.costs[key] for key in outcome.winners) <= 45000
    story.hold(asked, outcome, said, lot)
    told = story.told(asked, outcome)
    assert bool(told) == (len(said) >= 5)
    spent = [one for one in told if one.claim.figure == "spent"]
    assert [one.claim.value for one in spent] in (
        [], [Fraction(sum(asked.costs[key] for key in outcome.winners), 100)]
    )  # fmt: skip


@given(
    st.lists(ticked | st.just(Ballot((ABSTAIN,))), min_size=5, max_size=16), costs, st.sampled_from(["", "3 3"])
)
def test_bundle_verifies_by_our_rule_and_by_its_script(said, costs, lot):
    from tests.decisions.test_recount_scripts import wrong

    asked = asked_for(costs, 45000, quorum=6)
    outcome = count("o", asked, said, 30, NOW, lot)
    made = of_decision(asked, attrs.evolve(outcome, closing=closing_record.made(asked, outcome, [], lot)))
    if "ballots.pb" in made.files:
        assert wrong(made, asked.rule, ballots_file.Kind.PROJECTS) == []


def test_it_is_told_in_pounds_what_each_paid_and_what_was_left():
    asked = asked_for()
    said = [Ballot(KEYS[:1])] * 6 + [Ballot((KEYS[0], KEYS[2]))] * 4
    told = [one.plain for one in story.told(asked, count("o", asked, said, 30, NOW))]
    assert told[:3] == ["10 voted.", "We had £600 to spend.", "Everybody’s share of it was £60."]
    assert "Games costs £90.50." in told
    assert told[-1] == "We spend £390.50 together."
    outcome = count("o", asked, said, 30, NOW)
    assert saying.in_one_line(asked, outcome) == (
        "The money goes to: A bench and Games. Together it costs £390.50 of £600."
    )


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"budget": None}, "how much there is to spend"),
        ({"budget": 100}, "costs more than there is to spend"),
        ({"rule": "approval"}, "spends no money"),
        ({"seats": 2}, "2 places cannot be filled"),
    ],
)
def test_vote_without_costs_or_money_is_refused(change, why):
    with pytest.raises(BadInput, match=why):
        attrs.evolve(asked_for(), **change)


# --- on pages, on each database


@pytest.fixture
def proposed(visit):
    def propose(**changed):
        form = {
            "title": "What for?",
            "why": "We have money.",
            "easy_title": "What for?",
            "easy_why": "We have money.",
            "budget": "600",
            "level": "private",
            "reading_days": "0",
            "closes": "2026-11-30",
            "quorum": "1",
        }
        for row, (words, cost) in enumerate((("A bench", "300"), ("Games", "90.50")), 1):
            form |= {f"choice{row}-words": words, f"choice{row}-cost": cost, f"choice{row}-picture": "letter"}
        return visit("member1", asking.send, form=form | changed, writing=True, kind="money")

    return propose


def test_it_is_proposed_voted_counted_and_bundled(group, proposed, visit, display, cast, counted, tmp_path):
    from tests.decisions.conftest import as_person

    from alongside.decisions.actions import looking, voting

    which = proposed().path.rpartition("/")[2]
    with group.unit(as_person("tess")) as unit:
        voting.open_vote(unit, which)
    page = display.render("decisions", visit("member2", pages.ballot, proposal=which))
    assert "£600" in page
    assert "£90.50" in page
    visit("member2", pages.send_ballot, form=[("choice", "option2")], writing=True, proposal=which)
    assert "You tick: <strong>Games" in display.render("decisions", visit("member2", pages.check, proposal=which))
    with group.unit(as_person("tess")) as unit:
        vote = looking.look(unit, which).proposal
    cast(vote, *["option1,option2"] * 4, *["option1"] * 5)
    assert counted(vote).outcome.winners == ("option1", "option2")
    with group.unit(as_person("member2"), writing=False) as unit:
        path = tmp_path / "vote.zip"
        path.write_bytes(recounting.bundle(unit, which).zipped())
    assert verify(path).wrong == ()
    for reads in Edition:
        view = visit("member2", proposal_pages.votes, reads, proposal=which)
        assert "£390.50" in display.render("decisions", view, edition=reads)
        with group.unit(as_person("member2"), writing=False) as unit:
            assert "£390.50" in counted_paper.compose(unit, which, reads)
            assert "£390.50" in poster.compose(unit, which, reads).html


def test_choice_with_words_and_no_cost_is_asked_for_it(proposed, display):
    view = proposed(**{"choice3-words": "A trip", "choice3-cost": "", "choice3-picture": "letter"})
    assert "Write what choice 3 costs." in display.render("decisions", view)


def test_ballot_about_money_is_easy_to_read(visit, display):
    easy = Edition.EASY
    html = display.render(
        "decisions", visit("member2", practice.practice, easy, rule="equal-shares-budget"), edition=easy
    )
    assert easy_read_faults(html) == []
    assert "£20" in html
