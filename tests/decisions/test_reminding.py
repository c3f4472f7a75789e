"""Before a vote ends those are reminded who have not voted, and nobody learns from it who has."""

from datetime import date, timedelta

import pytest

from alongside.decisions.actions import letters, proposing, voting, waiting
from alongside.decisions.roll import Waiting
from alongside.decisions.tables import ROLL
from alongside.messages.choosing import choose
from alongside.messages.tables import MESSAGES
from alongside.people.person import Format
from alongside.people.tables import PEOPLE
from alongside.store import Actor

CLOSING = date(2026, 11, 30)
BY_HAND = {"member3": Format.LETTER, "member4": Format.PHONE_CALL, "member5": Format.EMAIL}
"""Member 5 chose mail and has no address, so she gets a letter."""


@pytest.fixture
def go_round(group):
    """Tell the parts that a day has begun; return who was reminded on it, with whether it is private."""

    def go(day):
        with group.unit(Actor.daily_round()) as unit:
            before = {one.key for one in unit.find(MESSAGES)}
            unit.tell("daily_round", day=day)
            new = [one for one in unit.find(MESSAGES) if one.key not in before]
        return {one.person: (one.key.split(":")[1], one.private) for one in new}

    return go


@pytest.fixture
def vote(group, asked, cast):
    """A vote in which members 1, 3 and 4 have voted; some are told by hand."""
    with group.unit(Actor.keyboard()) as unit:
        for person, how in BY_HAND.items():
            phone = "01632 960199" if how is Format.PHONE_CALL else None
            unit.change(PEOPLE, unit.get(PEOPLE, person), preferred_format=how, phone=phone)
    made = asked()
    cast(made, "yes")
    with group.unit(Actor.keyboard()) as unit:
        for line in unit.find(ROLL, ROLL.table.c.person.in_(["member3", "member4"])):
            first = unit.find(ROLL, ROLL.table.c.person == "member1")[0]
            unit.change(ROLL, line, voted=True, day=first.day, channel=first.channel, sealed=first.sealed)
    return made


def test_two_days_before_the_end_whoever_has_not_voted_is_reminded_once(vote, go_round):
    assert go_round(CLOSING - timedelta(days=3)) == {}
    soon = go_round(CLOSING - timedelta(days=2))
    assert {one for one, (_, private) in soon.items() if private} == {
        "member2",
        "member6",
        "member7",
        "member8",
    } | {"member9"}
    assert {what for what, _ in soon.values()} == {"ends-soon"}
    assert go_round(CLOSING - timedelta(days=1)) == {}
    assert {what for what, _ in go_round(CLOSING).values()} == {"last-day"}


def test_whoever_prints_letters_or_rings_learns_from_no_reminder_who_has_voted(vote, go_round):
    """Of those who are told by hand two have voted and one has not: all three are reminded, in the same words."""
    soon = go_round(CLOSING - timedelta(days=2))
    assert {one: private for one, (_, private) in soon.items() if one in BY_HAND} == dict.fromkeys(BY_HAND, False)
    assert "member1" not in soon


def test_words_of_a_reminder_are_the_same_for_everybody(group, vote, go_round):
    go_round(CLOSING - timedelta(days=2))
    with group.unit(Actor.keyboard()) as unit:
        told = {repr((one.title, one.lines)) for one in unit.find(MESSAGES) if ":ends-soon:" in one.key}
    assert len(told) == 1


def test_round_that_was_missed_is_made_up_for_on_the_next_day(vote, go_round):
    assert "member2" in go_round(CLOSING - timedelta(days=1))


def test_vote_that_opened_today_is_not_said_to_end_soon(asked, go_round, group):
    with group.unit(Actor.keyboard(), writing=False) as unit:
        today = unit.now
    asked(closes=today + timedelta(days=1, hours=5))
    assert go_round(today.date()) == {}


def test_member_may_switch_these_reminders_off(group, vote, go_round):
    with group.unit(Actor.person("member2", "Member2")) as unit:
        choose(unit, "member2", "decisions:vote", wanted=False)
    assert "member2" not in go_round(CLOSING - timedelta(days=2))
    assert "member2" not in go_round(CLOSING)


def test_reminder_that_waits_is_taken_back_when_the_votes_are_counted(group, vote, go_round, counted):
    go_round(CLOSING - timedelta(days=2))
    counted(vote)
    with group.unit(Actor.keyboard()) as unit:
        left = [one for one in unit.find(MESSAGES) if ":ends-soon:" in one.key]
    assert {one.standing.value for one in left} == {"taken_back"}
    assert {one.until for one in left} == {vote.closes}


def standings(group, what):
    with group.unit(Actor.keyboard(), writing=False) as unit:
        return {one.person: one.standing.value for one in unit.find(MESSAGES) if f":{what}:" in one.key}


@pytest.mark.parametrize("ends", ["counted", "withdrawn", "lost again"])
def test_nobody_is_asked_to_vote_by_a_letter_that_has_not_gone_when_the_vote_is_over(
    group, asked, counted, keys_folder, ends
):
    vote, tess = asked(quorum=1), Actor.person("tess", "Tess")
    next(keys_folder.iterdir()).unlink()
    with group.unit(tess) as unit:
        again = voting.reopen(unit, vote.id, vote.closes)
    with group.unit(Actor.person("member2", "Member2")) as unit:
        waiting.wait(unit, vote.id, Waiting.NOT_SURE)
    with group.unit(tess) as unit:
        longer = waiting.give_more_days(unit, vote.id, vote.closes + timedelta(days=3))
    assert set(standings(group, "opened").values()) == {"taken_back"}
    assert {*standings(group, "again").values(), *standings(group, "more-days").values()} == {"waiting"}
    if ends == "counted":
        counted(longer)
    elif ends == "withdrawn":
        with group.unit(tess) as unit:
            proposing.withdraw(unit, vote.id, "It asks two things.")
    else:
        with group.unit(tess) as unit:
            letters.votes_lost(unit, again, "member1")
    for what in ("again", "more-days"):
        assert standings(group, what)["member1"] == "taken_back", what


def test_letter_that_asks_to_vote_lapses_with_the_vote(group, asked):
    """Where a vote is over and nobody has counted it yet, no act has taken its letters back."""
    vote = asked()
    with group.unit(Actor.keyboard()) as unit:
        letters.vote_again(unit, vote, "member1")
        letters.more_days(unit, vote, "member2")
        calls = [one for one in unit.find(MESSAGES) if one.key.split(":")[1] in {"opened", "again", "more-days"}]
        assert {one.until for one in calls} == {vote.closes}
        assert len(calls) == 9 + 2
