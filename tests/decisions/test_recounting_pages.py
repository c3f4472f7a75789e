"""Counting again on pages: the file is handed out where ballots are kept, and tellers keep the record on paper."""

import io
import json
import zipfile
from datetime import date

import pytest
from tests.decisions.conftest import MEMBERS, as_person

from alongside.decisions import closing_record
from alongside.decisions.actions import closing, voting
from alongside.decisions.ballot import ABSTAIN, Ballot
from alongside.decisions.bundling import opening
from alongside.decisions.bundling.verifying import verify
from alongside.decisions.pages import proposal as pages
from alongside.decisions.pages import recounting
from alongside.decisions.tables import OUTCOMES
from alongside.display import Edition
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import NotFound

FOUR_MORE = ("member10", "member11", "member12", "member13")


@pytest.fixture
def thirteen(group, keyboard):
    """Four more members, so that ballots may be kept."""
    with group.unit(keyboard) as unit:
        for name in FOUR_MORE:
            people.add_person(unit, Person(id=name, name=name.capitalize(), joined=date(2026, 1, 5)))
            enterprise.give_role(unit, name, "member", first_day=date(2026, 1, 5))
    return (*MEMBERS, *FOUR_MORE)


@pytest.fixture
def decided(group, asked):
    """A decision by as many members as there are choices; its outcome."""

    def decide(members, keys, **how):
        proposal = asked(quorum=1, **how)
        for member, key in zip(members, keys, strict=False):
            with group.unit(as_person(member)) as unit:
                voting.vote(unit, proposal.id, Ballot((key,)))
        group.clock = lambda: proposal.closes
        with group.unit(as_person("tess")) as unit:
            return closing.close(unit, proposal.id)

    return decide


def test_file_is_counted_again_without_us_and_gives_the_number_that_tellers_have(
    thirteen, decided, visit, tmp_path
):
    decision = decided(thirteen, ["yes"] * 7 + ["no"] * 4 + [ABSTAIN] * 2)
    answer = visit("member3", recounting.take, writing=True, proposal=decision.proposal.id)
    assert (answer.media, answer.name) == ("application/zip", f"vote-{decision.proposal.id[:8]}.zip")
    path = tmp_path / answer.name
    path.write_bytes(answer.content)
    number = closing_record.digest(decision.outcome.closing)
    found = verify(path, number[:19])
    assert (found.wrong, found.recounted, found.record) == ((), True, number)
    assert "not the one that you have" in verify(path, "0" * 64).wrong[0]
    files = opening.opened(path)
    assert files["ballots.csv"].decode() == "count,Yes,No\n2,0,0\n7,1,0\n4,0,1\n"
    assert json.loads(files["result.json"])["votes"] == {"Yes": 7, "No": 4}
    assert not any(name.capitalize() in text.decode() for name in thirteen for text in files.values())


def test_download_of_another_day_is_the_same_file(thirteen, decided, visit):
    decision = decided(thirteen, ["yes"] * 12)
    one, other = (
        visit(who, recounting.take, writing=True, proposal=decision.proposal.id) for who in ("member1", "tess")
    )
    assert one.content == other.content


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize(
    ("ballots", "words"),
    [
        (12, ("It does not say whose", "who voted for what")),
        (7, ("the totals", "only the numbers")),
        (4, ("stay private", "are <strong>private")),
    ],
)
def test_page_says_what_the_file_holds(thirteen, decided, visit, display, edition, ballots, words):
    decision = decided(thirteen, ["yes"] * ballots)
    view = visit("member1", recounting.again, edition, proposal=decision.proposal.id)
    html = display.render("decisions", view, edition=edition)
    assert any(one in html for one in words)
    assert ("<button" in html) == (ballots > 4)
    assert closing_record.in_groups(closing_record.digest(decision.outcome.closing))[:19] in html


def test_few_votes_give_totals_and_fewer_nothing(thirteen, decided, visit):
    seven, four = decided(thirteen, ["yes"] * 7), decided(thirteen, ["no"] * 4)
    answer = visit("member1", recounting.take, writing=True, proposal=seven.proposal.id)
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    assert not [name for name in names if name.startswith("ballots")]
    with pytest.raises(NotFound, match="numbers stay private"):
        visit("member1", recounting.take, writing=True, proposal=four.proposal.id)


def test_vote_from_before_there_were_records_says_so(thirteen, decided, visit, display, group):
    decision = decided(thirteen, ["yes"] * 12)
    with group.unit(as_person("tess")) as unit:
        [outcome] = unit.find(OUTCOMES)
        unit.change(OUTCOMES, outcome, closing=None)
    view = visit("member1", recounting.again, proposal=decision.proposal.id)
    assert "before there were bundles" in display.render("decisions", view)
    view = visit("member1", pages.votes, proposal=decision.proposal.id)
    assert "/again" not in display.render("decisions", view)


def test_paper_of_tellers_has_the_whole_number_and_what_may_be_told(thirteen, decided, group):
    decision = decided(thirteen, ["yes"] * 7 + ["no"] * 4)
    few = decided(thirteen, ["yes"] * 4)
    with group.unit(as_person("tess"), writing=False) as unit:
        paper = recounting.compose(unit, decision.proposal.id, Edition.STANDARD)
        silent = recounting.compose(unit, few.proposal.id, Edition.STANDARD)
    assert closing_record.in_groups(closing_record.digest(decision.outcome.closing)) in paper
    assert "Yes: <strong>7 votes" in paper
    assert "numbers stay private" in silent
    assert "4 votes" not in silent
