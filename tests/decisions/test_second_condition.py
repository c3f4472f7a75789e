"""A second condition beside the quorum: a share of all who may vote has to be for what is chosen."""

import io
import json
import subprocess
import sys
import zipfile

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from alongside.decisions import closing_record, saying, story
from alongside.decisions.actions import looking, proposing, voting
from alongside.decisions.ballot import ABSTAIN, OBJECTION, STAND_ASIDE, YES, Ballot
from alongside.decisions.bundling.of_decision import of_decision
from alongside.decisions.condition import SHARES, YesShare, needed
from alongside.decisions.outcome import Outcome, Result, count
from alongside.decisions.pages import asking, proposal
from alongside.decisions.pages.facts import asked_facts
from alongside.decisions.proposal import ANSWERS, NO, Proposal
from alongside.decisions.proposal import YES as YES_OPTION
from alongside.display import Edition, View
from alongside.refusal import BadInput

from .conftest import CLOSES, as_person


def made(rule="majority", **more):
    words = {"title": "Shall we?", "easy_title": "Shall we?", "why": "", "easy_why": ""}
    options = ANSWERS if rule == "consent" else (YES_OPTION, NO)
    facts = {"options": options, "rule": rule, "proposer": None, "closes": CLOSES, "quorum": 1}
    return Proposal(id="p", **words, **facts | {"yes_share": YesShare.HALF} | more)


def outcome_of(asked, on_roll, *ballots):
    said = [Ballot((key,), "Why." if key == OBJECTION else "") for key, many in ballots for _ in range(many)]
    found = count("o", asked, said, on_roll, CLOSES)
    return attrs.evolve(found, closing=closing_record.made(asked, found, ()))


@given(st.sampled_from(YesShare), st.integers(1, 2_000))
def test_share_is_met_by_the_smallest_number_that_reaches_it(share, on_roll):
    least = needed(share, on_roll)
    assert least >= SHARES[share] * on_roll > least - 1


@given(st.integers(1, 60), st.integers(0, 60), st.integers(0, 60), st.integers(0, 60), st.sampled_from(YesShare))
def test_yes_is_decided_only_where_both_conditions_are_met(more, yes, no, none, share):
    asked, on_roll = made(yes_share=share, quorum=3), yes + no + none + more
    found = outcome_of(asked, on_roll, ("yes", yes), ("no", no), (ABSTAIN, none))
    decided = found.winners == ("yes",)
    assert decided == (yes + no + none >= 3 and yes > no and yes >= needed(share, on_roll))
    if found.result is Result.NOT_DECIDED:
        assert saying.verdict(asked, found).plain == "Not decided."
        assert story.told(asked, found) == () or found.yes_met is None


def test_missed_condition_reads_not_decided_with_the_figures():
    asked = made()
    found = outcome_of(asked, 20, ("yes", 9), ("no", 3))
    assert (found.result, found.quorum_met, found.yes_met) == (Result.NOT_DECIDED, True, False)
    assert saying.in_one_line(asked, found) == "Not decided. “Yes” had 9; 10 of all 20 were needed."


@given(st.integers(0, 30), st.integers(0, 30), st.integers(0, 30), st.sampled_from(YesShare))
def test_figure_of_a_missed_condition_is_that_of_the_choice_it_names(yes, no, more, share):
    asked, on_roll = made(yes_share=share), yes + no + more
    found = outcome_of(asked, on_roll, ("yes", yes), ("no", no))
    assume(found.yes_met is False and found.figures_told)
    facts = saying.reason(asked, found).facts
    assert (facts["choice"], facts["votes"]) == (("Yes", yes) if yes > no else ("No", no))
    assert facts["votes"] < facts["needed"] == needed(share, on_roll)


def test_so_few_ballots_tell_no_figures_of_a_missed_condition():
    asked = made()
    found = outcome_of(asked, 20, ("yes", 3))
    assert found.totals == ()
    assert saying.reason(asked, found).plain == "Too few people were for it: 10 of all 20 were needed."


def test_consent_that_too_few_agree_to_waits_for_nobody():
    asked = made("consent")
    found = outcome_of(asked, 20, (YES, 4), (STAND_ASIDE, 3), (OBJECTION, 1))
    assert (found.waits, found.conditions_met) == (False, False)
    assert saying.verdict(asked, found).plain == "Not decided."
    enough = outcome_of(asked, 8, (YES, 4), (STAND_ASIDE, 3), (OBJECTION, 1))
    assert enough.waits


@pytest.mark.parametrize("rule", ["scottish-stv", "approval", "score"])
def test_it_is_asked_for_where_each_says_one_thing_alone(rule):
    with pytest.raises(BadInput, match="share of all who may vote"):
        made(rule)


@pytest.mark.parametrize("rule", ["majority", "two-thirds", "consent"])
@pytest.mark.parametrize(("on_roll", "yes"), [(20, 9), (18, 9), (40, 30), (8, 4)])
def test_bundle_counts_to_the_same_and_names_a_changed_condition(tmp_path, rule, on_roll, yes):
    asked = made(rule)
    found = outcome_of(asked, on_roll, (asked.keys[0], yes), (asked.keys[1], 3))
    folder = tmp_path / "out"
    with zipfile.ZipFile(io.BytesIO(of_decision(asked, found).zipped())) as files:
        files.extractall(folder)
    # Of so few as 7, totals alone are kept.
    assert ("Everything agrees." if found.alike else "Digests and totals agree.") in recounted(folder)
    question = json.loads((folder / "question.json").read_text())
    assert question["yes_needed"] == needed(YesShare.HALF, on_roll)
    (folder / "question.json").write_text(json.dumps(question | {"yes_needed": 1 if yes < 10 else 99}))
    assert "closing record, yes_needed" in recounted(folder)


def recounted(folder):
    alone = [sys.executable, "-I", "recount.py"]
    return subprocess.run(alone, cwd=folder, capture_output=True, text=True, check=False).stdout


# --- in an enterprise, on both databases


def test_vote_with_too_few_for_it_is_told_the_same_everywhere(group, cast, counted, display, visit):
    with group.unit(as_person("member1")) as unit:
        asked = proposing.propose(
            unit, "Shall we?", "Why.", closes=CLOSES, quorum=5, yes_share=YesShare.TWO_THIRDS
        )
    with group.unit(as_person("tess")) as unit:
        voting.open_vote(unit, asked.id)

    def page(edition):
        return display.render(
            "decisions", visit("member2", proposal.proposal, edition, proposal=asked.id), edition=edition
        )

    assert "At least 6 of all 9 who may vote must be for it." in page(Edition.STANDARD)
    assert "<strong>6</strong> of all 9 people must be for it." in page(Edition.EASY)
    cast(asked, "yes", "yes", "yes", "yes", "no")
    assert counted(asked).outcome.yes_met is False
    with group.unit(as_person("member2")) as unit:
        seen = looking.look(unit, asked.id)
        assert isinstance(seen.outcome, Outcome)
    for edition in Edition:
        paper = display.render(
            "decisions", View("poster.html", "Poster", asked_facts(seen, edition)), edition=edition
        )
        for shown in (page(edition), paper):
            assert "not decided</strong>" in shown.casefold()
            assert "6" in shown


def test_page_takes_it_and_unknown_shares_are_named(visit, group):
    form = {"title": "Shall we?", "why": "Why.", "reading_days": "0", "closes": "2026-12-01", "yes_share": "third"}
    sent = visit("member1", asking.send, form=form, writing=True, kind="yes-or-no")
    with group.unit(as_person("member2")) as unit:
        assert looking.look(unit, sent.path.rsplit("/", 1)[1]).proposal.yes_share is YesShare.THIRD
    wrong = visit("member1", asking.send, form=form | {"yes_share": "most"}, writing=True, kind="yes-or-no")
    assert isinstance(wrong, View)
