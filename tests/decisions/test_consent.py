"""Consent: what is said, how an objection keeps its reason and nobody's name, and how others look at it."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.decisions import saying, story, tiles
from alongside.decisions.actions import (
    batches,
    following_up,
    looking,
    objecting,
    papers,
    proposing,
    recounting,
    sealing,
    telephone,
    voting,
)
from alongside.decisions.actions.objecting import Finding
from alongside.decisions.actions.telephone import Call
from alongside.decisions.ballot import ABSTAIN, LONGEST_REASON, ROOM_FOR_REASON, Ballot
from alongside.decisions.bundling.verifying import verify
from alongside.decisions.counting import consent
from alongside.decisions.level import Level
from alongside.decisions.life import NotNow
from alongside.decisions.outcome import Result, count, settled
from alongside.decisions.pages import counted as counted_paper
from alongside.decisions.pages import objecting as pages
from alongside.decisions.pages import poster
from alongside.decisions.pages import proposal as proposal_pages
from alongside.decisions.pages import voting as voting_pages
from alongside.decisions.paper_ballot import read_letters
from alongside.decisions.proposal import ANSWERS, Option, Proposal
from alongside.decisions.roll import Checked
from alongside.decisions.tables import OPEN_CHOICES, ROLL, roll
from alongside.decisions.vote_rule import answered
from alongside.display import Edition
from alongside.display.texts import wording
from alongside.enterprise import offers as enterprise
from alongside.messages.tables import MESSAGES
from alongside.refusal import BadInput, NotAllowed, NotFound
from alongside.store import Actor
from alongside.testing.easy_read import easy_read_faults
from alongside.web import GoTo

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
AGREE, ASIDE, OBJECT = (option.key for option in ANSWERS)
LOUD, DEAR = "It is too loud on Sundays.", "Who pays for it? – “Nobody” said so."


def asking(quorum=1):
    facts = {"id": "p", "title": "Open?", "easy_title": "Open?", "why": "", "easy_why": "", "proposer": None}
    return Proposal(**facts, options=ANSWERS, closes=NOW, quorum=quorum, rule="consent")


reasons = st.text(st.characters(codec="utf-8"), min_size=1, max_size=LONGEST_REASON).filter(str.strip)
ballots = st.sampled_from([AGREE, ASIDE, ABSTAIN]).map(lambda key: Ballot((key,)))
ballots |= reasons.map(lambda reason: Ballot((OBJECT,), reason))


@given(st.lists(ballots, max_size=25), st.data())
def test_count_in_the_app_is_the_count_of_the_same_answers_from_a_file(said, data):
    outcome = count("o", asking(), said, 30, NOW)
    objections = sum(ballot.objects for ballot in said)
    upheld = data.draw(st.integers(0, objections))
    numbers = [sum(ballot.keys == (key,) for ballot in said) for key in (AGREE, ASIDE, ABSTAIN)]
    found = consent.decide(answered(*numbers, objections, upheld))
    assert outcome.waits == bool(said and objections and found.yes)
    outcome = settled(outcome, upheld) if outcome.waits else outcome
    assert (outcome.result is Result.DECIDED) == bool(said and found.passed)
    story.hold(asking(), outcome, said, "") if not objections else story.hold_settled(asking(), outcome)
    assert bool(story.told(asking(), outcome)) == (len(said) >= 5)
    for one in outcome.alike:
        assert Ballot(one.keys).reason == ""


@given(st.lists(ballots, min_size=1, max_size=6))
def test_all_sealed_ballots_of_a_consent_are_of_one_length_whatever_the_reason(said):
    public, private = sealing.new_pair()
    sealed = [sealing.seal(ballot.text, public, ROOM_FOR_REASON) for ballot in said]
    assert len({len(one) for one in [*sealed, sealing.seal(AGREE, public, ROOM_FOR_REASON)]}) == 1
    assert [Ballot.of(sealing.unseal(one, private)) for one in sealed] == said


@pytest.mark.parametrize(
    ("line", "ballot"),
    [
        ("a", Ballot((AGREE,))),
        ("C: It is  too loud.", Ballot((OBJECT,), "It is too loud.")),
        ("C", Ballot((OBJECT,))),
        ("-", Ballot((ABSTAIN,))),
    ],
)
def test_letter_and_the_words_after_it_are_a_ballot(line, ballot):
    assert read_letters(line, asking()) == ballot


def test_reason_beside_any_other_answer_is_no_ballot_and_choices_are_left_out():
    assert not read_letters("A because", asking()).fits(asking().how.ballot, asking().keys)
    with pytest.raises(BadInput, match="agreed by consent has answers of its own"):
        Proposal(
            id="p", title="a", easy_title="a", why="", easy_why="", proposer=None, closes=NOW, quorum=1,
            rule="consent", options=tuple(Option(key=k, words=k, easy_words=k, picture="") for k in "abc"),
        )  # fmt: skip


# --- in an enterprise, on each database


def person(name):
    return Actor.person(name, name.capitalize())


@pytest.fixture
def opened(group, asked):
    def open_one(quorum=5, level=Level.PRIVATE):
        if level is Level.PRIVATE:
            return asked(quorum=quorum, rule="consent", options=ANSWERS)
        with group.unit(person("member1")) as unit:
            from tests.decisions.conftest import CLOSES

            made = proposing.propose(
                unit, "Open?", "", closes=CLOSES, quorum=quorum, rule="consent", options=ANSWERS, level=level
            )
        with group.unit(person("tess")) as unit:
            return voting.open_vote(unit, made.id)

    return open_one


def objection(reason):
    return f"{OBJECT}\n{reason}"


def look(group, which, number, *, holds, who="tess", beside="member2", answer="We asked the choir."):
    with group.unit(person(who)) as unit:
        return objecting.look_at(unit, which, number, Finding(holds=holds, answer=answer, beside=beside))


def seen(group, which):
    with group.unit(person("member3"), writing=False) as unit:
        return looking.look(unit, which), objecting.objections(unit, which)


def test_reasons_are_kept_without_a_name_and_the_outcome_waits_for_whoever_looks(group, opened, cast, counted):
    vote = opened()
    cast(vote, *[AGREE] * 6, objection(LOUD), ASIDE, objection(DEAR))
    with group.unit(person("tess"), writing=False) as unit:
        assert len({len(line.sealed) for line in unit.find(ROLL, roll.c.voted)}) == 1
    assert counted(vote).outcome.result is Result.OBJECTIONS
    found, every = seen(group, vote.id)
    assert [(one.number, one.reason, one.person) for one in every] == [(1, LOUD, None), (2, DEAR, None)]
    assert story.told(found.proposal, found.outcome) == ()
    look(group, vote.id, 2, holds=False)
    assert seen(group, vote.id)[0].outcome.waits
    look(group, vote.id, 1, holds=False)
    found, every = seen(group, vote.id)
    assert (found.outcome.result, found.outcome.chosen, found.outcome.upheld) == (Result.DECIDED, AGREE, 0)
    assert "It is agreed" in saying.in_one_line(found.proposal, found.outcome)
    assert {(one.looked_by, one.looked_with) for one in every} == {("tess", "member2")}
    with pytest.raises(NotNow, match="waits for nobody now"):
        look(group, vote.id, 1, holds=True)


@pytest.mark.parametrize(
    ("agree", "objects", "holds", "told"),
    [
        (8, False, None, ("It is agreed.", "We agree.")),
        (8, True, None, ("People look at the objections first.", "It is not decided yet.")),
        (8, True, True, ("It is not agreed.", "We do not agree.")),
        (8, True, False, ("It is agreed.", "We agree.")),
        (3, False, None, ("It was not decided.", "It is not decided.")),
    ],
)
def test_first_page_says_what_came_of_it(group, opened, cast, counted, visit, agree, objects, holds, told):
    vote = opened()
    cast(vote, *[AGREE] * agree, *[objection(LOUD)] * objects)
    counted(vote)
    if holds is not None:
        look(group, vote.id, 1, holds=holds)
    soon = group.clock() + timedelta(hours=1)
    group.clock = lambda: soon
    for edition, words in zip((Edition.STANDARD, Edition.EASY), told, strict=True):
        note = visit("member3", tiles.decided, edition).notes[-1].said
        said = wording("alongside.decisions", edition.value, note.key).format(**note.facts).replace("**", "")
        assert said.endswith(words)


def test_objections_are_told_to_whoever_may_answer_and_no_outcome_is_written_before(
    group, opened, cast, counted, visit, keyboard, shown
):
    with group.unit(keyboard) as unit:
        enterprise.give_role(unit, "member1", "teller", first_day=date(2026, 1, 5))  # who proposes it counts too
    vote = opened()
    cast(vote, *[AGREE] * 8, objection(LOUD))
    counted(vote)
    with group.unit(keyboard) as unit:
        unit.tell("daily_round", day=date(2026, 12, 1))
        told = [one.person for one in unit.find(MESSAGES) if ":objections:" in one.key]
    assert told == ["tess"]
    assert [note.said.key for note in visit("tess", tiles.to_do).notes] == ["Look at the objections. **{title}**"]
    assert visit("member1", tiles.to_do) is None
    with group.unit(person("member1")) as unit, pytest.raises(NotNow, match="each objection is answered first"):
        following_up.state_outcome(unit, vote.id, "We open.", "Soon.")
    assert "Write down what happens now" not in shown("member1", proposal_pages.proposal, vote.id)
    look(group, vote.id, 1, holds=False)
    assert visit("tess", tiles.to_do) is None
    with group.unit(person("member1")) as unit:
        following_up.state_outcome(unit, vote.id, "We open.", "Soon.")


def test_one_objection_that_holds_stops_it(group, opened, cast, counted):
    vote = opened()
    cast(vote, *[AGREE] * 8, objection(LOUD))
    counted(vote)
    look(group, vote.id, 1, holds=True)
    outcome = seen(group, vote.id)[0].outcome
    assert (outcome.result, outcome.winners, outcome.upheld) == (Result.NOT_DECIDED, (), 1)


def test_proposer_looks_at_no_objection_and_nobody_looks_alone_or_without_an_answer(group, opened, cast, counted):
    vote = opened()
    cast(vote, *[AGREE] * 8, objection(LOUD))
    counted(vote)
    with pytest.raises(NotAllowed):
        look(group, vote.id, 1, holds=False, who="member1")
    with pytest.raises(BadInput, match="does not look at objections to it"):
        look(group, vote.id, 1, holds=False, beside="member1")
    with pytest.raises(BadInput, match="Two people look at an objection"):
        look(group, vote.id, 1, holds=False, beside="tess")
    with pytest.raises(BadInput, match="Nothing is written yet"):
        look(group, vote.id, 1, holds=False, answer=" ")
    assert seen(group, vote.id)[0].outcome.waits


def test_open_vote_tells_who_objects_and_a_private_one_nobody(group, opened, cast, counted):
    vote = opened(level=Level.OPEN)
    cast(vote, *[AGREE] * 4, objection(LOUD), objection(LOUD))
    counted(vote)
    assert {one.person for one in seen(group, vote.id)[1]} == {"member5", "member6"}
    with group.unit(person("tess"), writing=False) as unit:
        assert {one.ballot for one in unit.find(OPEN_CHOICES)} == {AGREE, OBJECT}


def test_nobody_looks_at_her_own_objection_in_an_open_vote(group, opened, cast, counted, visit, keyboard, shown):
    with group.unit(keyboard) as unit:
        enterprise.give_role(unit, "member9", "teller", first_day=date(2026, 1, 5))
    vote = opened(level=Level.OPEN)
    cast(vote, *[AGREE] * 8, objection(LOUD))
    counted(vote)
    with group.unit(keyboard) as unit:
        assert [one.person for one in unit.find(MESSAGES) if ":objections:" in one.key] == ["tess"]
    assert visit("member9", tiles.to_do) is None
    assert isinstance(visit("member9", pages.looking_at, proposal=vote.id), GoTo)
    assert "Member9</option>" not in shown("tess", pages.looking_at, vote.id)
    assert "Member8" in shown("tess", pages.looking_at, vote.id)
    for who, beside in (("tess", "member9"), ("member9", "member2")):
        with pytest.raises(BadInput, match="Nobody looks at an objection of her own"):
            look(group, vote.id, 1, holds=False, who=who, beside=beside)
    look(group, vote.id, 1, holds=False)
    assert not seen(group, vote.id)[0].outcome.waits


def test_objection_without_its_reason_is_refused_and_so_is_one_too_long(group, opened):
    vote = opened()
    for reason, why in (("", "An objection needs a reason"), ("x" * 301, "Say it in 300 or fewer")):
        with group.unit(person("member2")) as unit, pytest.raises(BadInput, match=why):
            voting.vote(unit, vote.id, Ballot((OBJECT,), reason))


def test_voice_on_the_telephone_and_paper_in_the_box_bring_their_reasons(group, opened, cast, counted, over):
    vote = opened(quorum=3)
    with group.unit(person("tess")) as unit:
        telephone.note_vote(
            unit, vote.id, Call(person="member4", checked=Checked.VOICE), read_letters(f"C {LOUD}", vote)
        )
        for name in ("member5", "member6"):
            papers.give(unit, vote.id, name)
            papers.came(unit, vote.id, name)
    cast(vote, AGREE)
    over()
    with group.unit(person("tess")) as unit:
        batches.enter(unit, vote.id, 2, f"A\nC {DEAR}")
    with group.unit(Actor.keyboard()) as unit:
        # Whoever reads the paper again need not spell its reason alike.
        batches.check(unit, vote.id, 1, "A\nC who pays")
    counted(vote)
    assert [one.reason for one in seen(group, vote.id)[1]] == [LOUD, DEAR]


def test_bundle_is_there_once_objections_were_looked_at_and_verifies(group, opened, cast, counted, tmp_path):
    vote = opened()
    cast(vote, *[AGREE] * 8, objection(LOUD))
    counted(vote)
    with group.unit(person("member3"), writing=False) as unit, pytest.raises(NotFound, match="looked at"):
        recounting.bundle(unit, vote.id)
    look(group, vote.id, 1, holds=True)
    with group.unit(person("member3"), writing=False) as unit:
        path = tmp_path / "vote.zip"
        path.write_bytes(recounting.bundle(unit, vote.id).zipped())
    found = verify(path)
    assert (found.wrong, found.recounted, found.own_script) == ((), False, True)


# --- on pages


@pytest.fixture
def shown(visit, display):
    def show(who, function, which, reads=Edition.STANDARD, **more):
        view = visit(who, function, reads, proposal=which, **more)
        return display.render("decisions", view, edition=reads) if hasattr(view, "template") else view

    return show


def test_every_page_on_the_way_is_of_one_size_whatever_is_chosen(opened, visit, shown):
    vote = opened()
    sizes = set()
    for form in (
        {"choice": AGREE, "reason": ""},
        {"choice": ASIDE},
        {"choice": ABSTAIN, "reason": ""},
        {"choice": OBJECT, "reason": LOUD},
        {"choice": OBJECT, "reason": "<&>'\"é" * 50},
    ):
        visit("member2", voting_pages.send_ballot, form=form, writing=True, proposal=vote.id)
        check, again = (shown("member2", page, vote.id) for page in (voting_pages.check, voting_pages.ballot))
        sizes.add((len(check.encode()), len(again.encode())))
    assert len(sizes) == 1
    assert "Your reason, for all members to read:" in check


def test_reason_is_said_to_be_read_by_all_before_anything_is_written(opened, shown):
    vote = opened()
    page = shown("member2", voting_pages.ballot, vote.id)
    assert page.index("All members read your reason") < page.index("<textarea")


def test_page_shows_reason_and_answer_and_offers_the_form_to_others_alone(
    group, opened, cast, counted, visit, shown
):
    vote = opened()
    cast(vote, *[AGREE] * 8, objection(LOUD))
    counted(vote)
    form = "Does this objection hold?"
    assert "They wait for you" in shown("tess", pages.page, vote.id)
    assert "They wait for you" not in shown("member1", pages.page, vote.id)
    assert form in shown("tess", pages.looking_at, vote.id)
    with pytest.raises(NotAllowed):
        shown("member2", pages.send, vote.id, form={"do": "look:1"}, writing=True)
    wrong = shown("tess", pages.send, vote.id, form={"do": "look:1", "holds": "no"}, writing=True)
    assert "Write your answer." in wrong
    sent = {"do": "look:1", "holds": "no", "answer": "They moved.", "beside": "member2"}
    visit("tess", pages.send, form=sent, writing=True, proposal=vote.id)
    read = shown("member4", pages.page, vote.id)
    assert LOUD in read
    assert "They moved." in read
    assert "Tess and Member2 looked at it." in read
    assert re.search(r"It is (<strong>)?agreed", shown("member4", proposal_pages.proposal, vote.id))
    with group.unit(person("member4"), writing=False) as unit:
        assert "had an objection that did not hold" in counted_paper.compose(unit, vote.id, Edition.STANDARD)
        assert all("agree" in poster.compose(unit, vote.id, reads).html for reads in Edition)


@pytest.mark.parametrize("holds", [True, False])
def test_page_of_objections_is_easy_to_read(group, opened, cast, counted, shown, holds):
    vote = opened()
    cast(vote, *[AGREE] * 8, objection("It is loud."))
    counted(vote)
    for who, page in (("member4", pages.page), ("tess", pages.page), ("tess", pages.looking_at)):
        assert easy_read_faults(shown(who, page, vote.id, Edition.EASY)) == []
    look(group, vote.id, 1, holds=holds, answer="They moved.")
    assert easy_read_faults(shown("member4", pages.page, vote.id, Edition.EASY)) == []
