"""The life of a proposal: reading before the vote, talk, candidates, and what becomes of a decision."""

from datetime import date, time, timedelta
from importlib import import_module

import pytest

from alongside.decisions import offers
from alongside.decisions.actions import (
    closing,
    following_up,
    looking,
    proposing,
    rewording,
    standing,
    talking,
    voting,
)
from alongside.decisions.ballot import Ballot
from alongside.decisions.following import Happened
from alongside.decisions.life import MOVES, NotNow, ProposalState
from alongside.decisions.outcome import Result
from alongside.decisions.proposal import Option
from alongside.decisions.tables import OUTCOMES, PROPOSALS
from alongside.enterprise import offers as enterprise
from alongside.house.reacting import Reactions
from alongside.instants import LONDON, at
from alongside.messages.message import Standing
from alongside.messages.tables import MESSAGES
from alongside.people import actions as people_actions
from alongside.people import offers as people
from alongside.refusal import BadInput, NotAllowed, NotFound
from alongside.store import Actor, Store

TODAY = date(2026, 11, 23)
PARTS = [import_module("alongside.decisions").PART]
S = ProposalState


def person(name):
    return Actor.person(name, name.capitalize())


@pytest.fixture
def on(group: Store):
    """Do something as a person, so many days after the day of the tests."""
    start = group.clock()

    def act(who, days, do, *words, **more):
        group.clock = lambda: start + timedelta(days=days)
        with group.unit(person(who)) as unit:
            return do(unit, *words, **more)

    return act


@pytest.fixture
def draft(on):
    """A proposal with a week to read; or whatever is said."""

    def propose(**facts):
        closes = evening(facts.pop("days", 20))
        usual = {"closes": closes, "quorum": 1, "reading_days": 7}
        return on("member1", 0, proposing.propose, "A buddy?", "Somebody to ask.", **{**usual, **facts})

    return propose


def evening(days):
    """The evening so many days after the day of the tests."""
    return at(TODAY + timedelta(days=days), time(20), LONDON)


def told(group, key):
    """The people who were written to about one thing."""
    with group.unit(Actor.keyboard(), writing=False) as unit:
        every = [one for one in unit.find(MESSAGES) if one.standing is not Standing.TAKEN_BACK]
    return sorted(one.person for one in every if one.key.startswith(f"decisions:{key}"))


def test_every_move_is_in_the_table_and_nothing_comes_back():
    assert set(MOVES) == set(S)
    order = list(S)
    for state, moves in MOVES.items():
        assert all(order.index(to) > order.index(state) for to in moves)
    assert MOVES[S.KEPT] == MOVES[S.WITHDRAWN] == frozenset()


# --- S15: time to read


def test_vote_opened_before_the_reading_is_over_is_refused_with_the_day_it_may_open(on, draft, group):
    asked = draft()
    with pytest.raises(NotNow, match="Members have 7 days to read “A buddy\\?” first. Begin the talk about it."):
        on("tess", 0, voting.open_vote, asked.id)
    on("member1", 1, talking.begin, asked.id)
    for day in (1, 7):
        with pytest.raises(NotNow, match="The vote may open on Tuesday 1 December 2026"):
            on("tess", day, voting.open_vote, asked.id)
    assert on("tess", 8, voting.open_vote, asked.id).state is S.OPEN
    assert told(group, "talk") == [f"member{n}" for n in range(1, 10)]


def test_vote_that_would_close_before_members_could_read_is_not_even_proposed(draft):
    with pytest.raises(BadInput, match="would close before members had 7 days to read"):
        draft(days=5)


def test_days_to_read_beyond_the_calendar_are_refused_in_a_sentence(draft):
    with pytest.raises(BadInput, match="9999999 days to read"):
        draft(reading_days=9_999_999)


def test_closing_day_can_be_moved_when_the_vote_opens(on, draft):
    asked = draft(days=8)
    on("member1", 5, talking.begin, asked.id)
    with pytest.raises(BadInput, match="would end before it begins"):
        on("tess", 13, voting.open_vote, asked.id)
    opened = on("tess", 13, voting.open_vote, asked.id, closes=evening(20))
    assert opened.closes == evening(20)


# --- talk


def test_question_is_answered_and_its_asker_told(on, draft, group):
    asked = draft()
    question = on("member2", 1, talking.ask, asked.id, "  Is it paid? ")
    on("member3", 1, talking.answer, question.id, "Yes.")
    on("member2", 2, talking.answer, question.id, "Thank you.")
    about = on("member4", 2, looking.background, asked.id)
    thread = about.threads[0]
    assert (thread.asker, thread.asked.words) == ("Member2", "Is it paid?")
    assert [(name, answer.words) for answer, name in thread.answers] == [
        ("Member3", "Yes."),
        ("Member2", "Thank you."),
    ]
    assert told(group, "answer") == ["member2"]  # not of her own answer


def test_paper_that_is_not_clear_keeps_the_vote_closed_until_it_is_answered(on, draft):
    asked = draft(reading_days=0)
    unclear = on("member2", 0, talking.not_clear, asked.id, "What is a buddy?")
    with pytest.raises(NotNow, match="not clear enough yet. Answer on its page before you open"):
        on("tess", 0, voting.open_vote, asked.id)
    on("member1", 0, rewording.reword, asked.id, easy_why="A buddy answers questions.", title="")
    on("member1", 0, talking.answer, unclear.id, "Somebody you can ask. It says so now.")
    opened = on("tess", 0, voting.open_vote, asked.id)
    assert (opened.easy_why, opened.title) == ("A buddy answers questions.", "A buddy?")


def test_talk_is_for_members_and_its_time(on, draft, cast, counted):
    asked = draft(reading_days=0)
    with pytest.raises(NotAllowed):
        on("tess", 0, talking.ask, asked.id, "May I?")
    with pytest.raises(NotAllowed):
        on("member2", 0, talking.begin, asked.id)
    with pytest.raises(BadInput, match="Nothing is written yet"):
        on("member2", 0, talking.ask, asked.id, "  ")
    question = on("member2", 0, talking.ask, asked.id, "Why?")
    answer = on("tess", 0, talking.answer, question.id, "Ask Member1.")
    with pytest.raises(BadInput, match="This is an answer already"):
        on("member2", 0, talking.answer, answer.id, "No.")
    opened = on("tess", 0, voting.open_vote, asked.id)
    on("member2", 0, talking.ask, opened.id, "Until when?")
    with pytest.raises(NotNow, match="is open for votes already"):
        on("member2", 0, talking.not_clear, opened.id, "Too late?")
    with pytest.raises(NotNow, match="is open for votes already"):
        on("member1", 0, rewording.reword, opened.id, title="Another question?")
    cast(opened, "yes")
    counted(opened)
    with pytest.raises(NotNow, match="is closed"):
        on("member2", 0, talking.ask, opened.id, "And now?")


def test_remark_is_found_by_the_beginning_of_its_id_alone(on, draft):
    question = on("member2", 0, talking.ask, draft().id, "Why?")
    assert on("member2", 0, talking.find_remark, question.id[:8]) == question
    for wrong in ("", "%", "zz"):
        with pytest.raises(NotFound):
            on("member2", 0, talking.find_remark, wrong)


# --- standing


@pytest.fixture
def election(on, draft):
    """An election in which three members stand."""
    asked = draft(rule="scottish-stv", options=(), seats=2, reading_days=0)
    for name in ("member2", "member3", "member4"):
        on(name, 0, standing.stand, asked.id, f"I am {name}.")
    return asked


def test_member_stands_and_stands_down_and_nobody_puts_her_forward(on, election):
    with pytest.raises(NotNow, match="stands already"):
        on("member2", 0, standing.stand, election.id)
    with pytest.raises(NotAllowed):
        on("member2", 0, standing.stand, election.id, person="member5")
    on("tess", 0, standing.stand, election.id, "As she told me.", person="member5")
    with pytest.raises(BadInput, match="no member cannot stand"):
        on("tess", 0, standing.stand, election.id, person="nobody")
    left = on("member3", 0, standing.stand_down, election.id)
    with pytest.raises(NotNow, match="You do not stand"):
        on("member3", 0, standing.stand_down, election.id)
    assert [option.person for option in left.options] == ["member2", "member4", "member5"]
    about = on("member1", 0, looking.background, election.id)
    assert sorted(one.words for one in about.standing.values() if one.words) == [
        "As she told me.",
        "I am member2.",
        "I am member4.",
    ]
    again = on("member3", 0, standing.stand, election.id)
    assert len(set(again.keys)) == 4


def test_nobody_stands_in_a_yes_or_no_question_nor_in_an_open_vote(on, draft, election):
    with pytest.raises(BadInput, match="Nobody stands in “A buddy\\?”"):
        on("member2", 0, standing.stand, draft().id)
    on("tess", 0, voting.open_vote, election.id)
    with pytest.raises(NotNow, match="is open for votes already"):
        on("member5", 0, standing.stand, election.id)


def test_election_with_one_candidate_does_not_open(on, draft):
    asked = draft(rule="scottish-stv", options=(), reading_days=0)
    on("member2", 0, standing.stand, asked.id)
    with pytest.raises(BadInput, match="1 choices stand, and a vote needs 2"):
        on("tess", 0, voting.open_vote, asked.id)


def test_elected_people_have_names_on_every_page_and_in_no_row_but_their_own(on, election, group, counted):
    on("tess", 0, voting.open_vote, election.id)
    first, second, third = (option.key for option in on("tess", 0, offers.proposal, election.id).options)
    for n, order in enumerate([(first, third), (first,), (third,), (second, first), (third, first)], 1):
        on(f"member{n}", 0, voting.vote, election.id, Ballot(order))
    outcome = counted(election).outcome
    seen = on("member9", 0, looking.look, election.id)
    assert [seen.proposal.option(key).words for key in outcome.winners] == ["Member2", "Member4"]
    assert outcome.stages.stages[0].giver is None
    with group.unit(Actor.keyboard(), writing=False) as unit:
        rows = [str(unit.find(rows)) for rows in (OUTCOMES, PROPOSALS, MESSAGES)]
    assert "Member2" not in " ".join(rows)


def test_erased_candidate_is_a_member_in_the_outcome_that_is_kept(on, election, group, keyboard, counted):
    on("tess", 0, voting.open_vote, election.id)
    first = on("tess", 0, offers.proposal, election.id).keys[0]
    for n in range(1, 6):
        on(f"member{n}", 0, voting.vote, election.id, Ballot((first,)))
    question = on("member2", 0, talking.ask, election.id, "When do we begin?")
    decision = counted(election)
    on("member1", 0, following_up.state_outcome, election.id, "We have one.", "She begins.")
    with group.unit(keyboard, writing=False) as unit:
        handed = dict(unit.collect("person_exported", person="member2"))["decisions"]
    assert handed["candidacies"] == [
        {
            "title": "A buddy?",
            "state": "stands",
            "words": "I am member2.",
            "easy_words": "",
            "day": "2026-11-23",
            "helped": False,
            "helped_by": None,
            "help": None,
        }
    ]
    assert [one["words"] for one in handed["questions"]] == ["When do we begin?"]
    with group.unit(keyboard) as unit:
        people_actions.erase(unit, "member2")
    seen = on("member1", 0, looking.look, election.id)
    about = on("member1", 0, looking.background, election.id)
    assert seen.proposal.option(decision.outcome.winners[0]).words == people.A_MEMBER
    assert sorted(one.words for one in about.standing.values() if one.words) == ["I am member3.", "I am member4."]
    assert [(one.asked.id, one.asker) for one in about.threads] == [(question.id, people.A_MEMBER)]


def test_erased_candidate_is_off_a_ballot_that_is_not_open_yet(on, election, group, keyboard):
    with group.unit(keyboard) as unit:
        people_actions.erase(unit, "member2")
    seen = on("member1", 0, looking.look, election.id)
    assert [option.person for option in seen.proposal.options] == ["member3", "member4"]
    assert on("tess", 0, voting.open_vote, election.id).state is S.OPEN


def test_ticks_between_two_people_keep_two_choices_when_one_is_erased(on, draft, group, keyboard):
    words = Option(key="option1", words="Nobody new", easy_words="Nobody new", picture="ring")
    two = (words, Option(key="option2", words="", easy_words="", picture="", person="member2"))
    asked = draft(rule="approval", options=two, reading_days=0)
    on("member4", 0, standing.stand, asked.id)
    on("member2", 0, standing.stand_down, asked.id)
    with group.unit(keyboard) as unit:
        people_actions.erase(unit, "member4")
    shown = on("member1", 0, looking.look, asked.id).proposal
    assert [option.words for option in shown.options] == ["Nobody new", people.A_MEMBER]


# --- after the count


@pytest.fixture
def decided(on, draft, counted):
    """A proposal on which members have said yes."""
    asked = draft(reading_days=0, review=TODAY + timedelta(days=30))
    on("tess", 0, voting.open_vote, asked.id)
    on("member2", 0, voting.vote, asked.id, Ballot(("yes",)))
    return counted(asked).proposal


def test_outcome_is_written_down_looked_back_at_and_kept(on, decided):
    assert decided.state is S.CLOSED
    on("member1", 1, following_up.state_outcome, decided.id, "Buddies for all.", "Ben asks.")
    on("tess", 2, following_up.state_outcome, decided.id, "Buddies for all.", "Ben asks in May.")
    told_ = on("member3", 2, looking.look, decided.id)
    assert (told_.proposal.state, told_.statement.next) == (S.TOLD, "Ben asks in May.")
    assert not on("member3", 29, looking.look, decided.id).review_due
    assert on("member3", 30, looking.look, decided.id).review_due
    with pytest.raises(BadInput, match="no day to look at it again"):
        on("member1", 30, following_up.look_back, decided.id, Happened.PARTLY, "Two have one.")
    again = TODAY + timedelta(days=60)
    on("member1", 30, following_up.look_back, decided.id, Happened.PARTLY, "Two have one.", again=again)
    assert not on("member3", 31, looking.look, decided.id).review_due
    on("tess", 60, following_up.look_back, decided.id, Happened.YES, "All have one.")
    seen, about = on("member3", 61, looking.look, decided.id), on("member3", 61, looking.background, decided.id)
    assert (seen.proposal.state, seen.review_due, seen.proposal.review) == (S.KEPT, False, None)
    assert [(one.happened, one.words) for one in about.reviews] == [
        (Happened.PARTLY, "Two have one."),
        (Happened.YES, "All have one."),
    ]
    with pytest.raises(NotNow, match="what was decided has happened"):
        on("tess", 62, following_up.look_back, decided.id, Happened.YES, "Again.")
    later = TODAY + timedelta(days=90)
    with pytest.raises(NotNow, match="what was decided has happened"):
        on("tess", 62, following_up.state_outcome, decided.id, "Buddies.", "No more.", review=later)
    on("tess", 62, following_up.state_outcome, decided.id, "Buddies.", "No more.")
    assert not on("member3", 91, looking.look, decided.id).review_due


def test_only_who_proposed_it_or_counts_writes_what_was_decided(on, decided):
    for act in (following_up.state_outcome, following_up.look_back):
        words = ("a", "b") if act is following_up.state_outcome else (Happened.YES, "b")
        with pytest.raises(NotAllowed):
            on("member3", 0, act, decided.id, *words)
    with pytest.raises(BadInput, match="is not a day to come"):
        on("member1", 0, following_up.state_outcome, decided.id, "a", "b", review=TODAY)


def test_what_was_not_decided_is_not_looked_back_at(on, draft):
    asked = draft(reading_days=0, quorum=2)
    with pytest.raises(NotNow, match="is not open for votes yet"):
        on("member1", 0, following_up.state_outcome, asked.id, "a", "b")
    on("tess", 0, voting.open_vote, asked.id)
    assert on("tess", 21, closing.close, asked.id).outcome.result is Result.NOT_DECIDED
    on("member1", 0, following_up.state_outcome, asked.id, "Nothing was decided.", "We ask again.")
    with pytest.raises(NotNow, match="Nothing was decided"):
        on("member1", 0, following_up.look_back, asked.id, Happened.YES, "b")
    with pytest.raises(NotNow, match="Nothing was decided"):
        on("member1", 0, following_up.state_outcome, asked.id, "a", "b", review=TODAY + timedelta(days=40))


# --- who is told, and the daily round


def daily(group, on, days):
    """Tell the daily round so many days after the day of the tests."""
    on("tess", days, enterprise.today)
    with group.unit(Actor.daily_round()) as unit:
        unit.tell("daily_round", day=enterprise.today(unit))


def test_vote_is_announced_reminded_of_on_its_last_day_and_its_result_told(on, draft, group):
    asked = draft(reading_days=0, days=3)
    everybody = [f"member{n}" for n in range(1, 10)]
    on("tess", 0, voting.open_vote, asked.id)
    assert told(group, "opened") == everybody
    on("member2", 0, voting.vote, asked.id, Ballot(("yes",)))
    daily(group, on, 2)
    assert told(group, "last-day") == []
    for _twice in range(2):
        daily(group, on, 3)
    assert told(group, "last-day") == [name for name in everybody if name != "member2"]
    daily(group, on, 4)
    daily(group, on, 5)
    assert told(group, "count") == ["tess"]
    on("tess", 5, closing.close, asked.id)
    assert told(group, "result") == everybody
    assert told(group, "opened") == []  # what had not gone by the end is taken back


def test_review_that_is_due_is_asked_of_who_proposed_it_once_for_each_day(on, decided, group):
    daily(group, on, 29)
    assert told(group, "review") == []
    for days in (30, 31):
        daily(group, on, days)
    assert told(group, "review") == ["member1"]
    again = TODAY + timedelta(days=40)
    on("member1", 31, following_up.look_back, decided.id, Happened.NOT_YET, "Not yet.", again=again)
    daily(group, on, 40)
    assert told(group, "review") == ["member1", "member1"]


@pytest.mark.parametrize("gone", [True, False])
def test_review_that_is_due_is_asked_of_tellers_where_nobody_on_record_proposed_it(
    on, decided, group, keyboard, gone
):
    with group.unit(keyboard) as unit:
        if gone:
            people_actions.erase(unit, "member1")
        else:
            unit.change(PROPOSALS, unit.get(PROPOSALS, decided.id), proposer=None)
    for days in (30, 31):
        daily(group, on, days)
    assert told(group, "review") == ["tess"]


def test_daily_round_ends_a_key_that_a_crash_after_the_count_has_left(on, draft, group, keys_folder):
    asked = draft(reading_days=0)
    on("tess", 0, voting.open_vote, asked.id)
    on("tess", 21, closing.close, asked.id)
    assert len(list(keys_folder.iterdir())) == 1
    daily(group, on, 0)
    assert list(keys_folder.iterdir()) == []


def test_daily_round_of_a_home_that_is_not_set_up_yet_does_nothing(store):
    store.dispatch = Reactions(PARTS)
    with store.unit(Actor.daily_round()) as unit:
        assert unit.tell("daily_round", day=TODAY)
        assert unit.find(MESSAGES) == []
