"""Whoever has all that is left links voters to choices no better than chance, and without sealing links them all.

The thief has the database in its rows and bytes, its write-ahead log, backups opened with their key, the log of
what went wrong, the bundle, and on PostgreSQL which transaction wrote a row: all but the key of the vote.
"""

import re

import pytest

from alongside.decisions.actions import sealing
from alongside.decisions.ballot import (
    ABSTAIN,
    LONGEST_REASON,
    MOST_POINTS,
    OBJECTION,
    STAND_ASIDE,
    YES,
    Ballot,
    BallotKind,
)
from alongside.decisions.level import Level
from alongside.decisions.vote_rule import RULES
from alongside.house.daily import clean_files

from . import plain_boxes
from .a_question import ONE_OF_EACH, Question
from .conftest import COUNTED, FULL, MOMENTS
from .voting_day import VotingDay


def better_than_chance(robbed):
    """The guesses that are better than chance, each as a sentence."""
    return [
        f"{one.name}: {one.right} of {one.all}, by chance {one.chance:.1f}" for one in robbed.scores if one.links
    ]


def linked(robbed):
    """How many of those who did not vote on paper are linked by the best guess, and how many there are."""
    return robbed.scores[0].right, sum(way != "paper" for way in robbed.ways.values())


def lies_in(robbed):
    """Where the key of the vote lies, as it is written or as its bytes."""
    found, wanted = robbed.thief.found, (robbed.private.encode(), bytes.fromhex(robbed.private))
    files = {**found.files, "the rows": repr(found.tables).encode()}
    return [name for name, content in files.items() if any(one in content for one in wanted)]


OTHER_KINDS = [
    pytest.param(rule, id=kind.name) for kind, rule in ONE_OF_EACH.items() if kind is not BallotKind.ONE
]
"""A rule for each kind of ballot but the plainest, which is tried each time."""


@pytest.mark.proof
def test_thief_of_everything_links_nobody_after_the_count(held):
    robbed = held(on_screen=3)
    assert better_than_chance(robbed) == []
    assert lies_in(robbed) == []


@pytest.mark.proof
@pytest.mark.parametrize("rule", OTHER_KINDS)
def test_thief_links_nobody_by_any_other_kind_of_ballot(held, rule):
    robbed = held(Question(rule=rule), on_screen=9)
    assert better_than_chance(robbed) == []
    assert lies_in(robbed) == []


@pytest.mark.proof
def test_thief_of_everything_but_the_cards_links_nobody_while_a_locked_box_is_open(held):
    robbed = held(Question(rule="scottish-stv", level=Level.LOCKED), count=False)
    assert better_than_chance(robbed) == []
    assert lies_in(robbed) == []
    cards = [re.sub(r"\s", "", one.text)[5:].encode() for one in robbed.day.cards]
    assert not any(card in content for card in cards for content in robbed.thief.found.files.values())


@pytest.mark.proof
def test_control_without_links_and_without_sealing_everybody_is_linked_by_the_log(held, monkeypatch):
    robbed = held(on_screen=0, before=lambda house: plain_boxes.a_box_without_links(monkeypatch, house.store))
    right, all_of_them = linked(robbed)
    assert right == all_of_them
    assert better_than_chance(robbed) != []


@pytest.mark.proof
@pytest.mark.parametrize("rule", OTHER_KINDS)
def test_control_everybody_is_linked_by_any_other_kind_of_ballot(held, monkeypatch, rule):
    plain = {"before": lambda house: plain_boxes.a_box_without_links(monkeypatch, house.store)}
    robbed = held(Question(rule=rule), on_screen=0, **plain)
    right, all_of_them = linked(robbed)
    assert right == all_of_them
    assert better_than_chance(robbed) != []


@pytest.mark.proof
def test_control_without_sealing_everybody_is_linked_on_paper_too(held, monkeypatch):
    plain_boxes.nothing_is_sealed(monkeypatch)
    robbed = held(on_screen=0)
    right, all_of_them = linked(robbed)
    assert right == all_of_them
    papers = [one for one in robbed.scores if one.name.startswith("papers:")]
    assert (papers[0].right, papers[0].all) == (len(robbed.day.on_paper), len(robbed.day.on_paper))


@pytest.mark.proof
def test_control_with_the_key_in_a_backup_everybody_is_linked(held, monkeypatch, home):
    monkeypatch.setenv("ALONGSIDE_KEYS", str(home / "keys"))
    robbed = held(on_screen=0)
    assert linked(robbed)[0] == linked(robbed)[1]
    assert lies_in(robbed) != []


@pytest.mark.proof
@pytest.mark.long
@pytest.mark.parametrize("level", [Level.PRIVATE, Level.LOCKED])
@pytest.mark.parametrize("rule", ONE_OF_EACH.values())
def test_thief_of_everything_links_nobody_of_two_hundred(held, rule, level):
    robbed = held(Question(rule=rule, level=level), members=202, on_screen=202, backups=MOMENTS)
    assert better_than_chance(robbed) == []
    assert lies_in(robbed) == []


# --- counted on a page

BY_PAGE = VotingDay.count_on_page


def sealed_in(robbed):
    """The files of the database that hold a sealed ballot still, after the count."""
    found = robbed.thief.found
    ballots = [row["sealed"].encode() for row in found.tables[FULL]["decisions_roll"] if len(row["sealed"]) > 40]
    assert len(ballots) > 20
    left = {name: content for name, content in found.files.items() if is_left(name)}
    return sorted(name for name, content in left.items() if any(one in content for one in ballots))


def is_left(name):
    """True for a file of the database as it is after the count; PostgreSQL's own log is its server's."""
    return name.startswith("file of") or (name.startswith("alongside.db") and name.endswith(COUNTED))


@pytest.mark.parametrize("level", [Level.PRIVATE, pytest.param(Level.LOCKED, marks=pytest.mark.proof)])
def test_thief_finds_no_more_after_a_count_on_a_page_than_after_one_at_the_keyboard(held, level, keys_folder):
    robbed = held(Question(level=level), on_screen=0, count=BY_PAGE)
    assert better_than_chance(robbed) == []
    assert lies_in(robbed) == []
    assert list(keys_folder.glob("*")) == []
    assert sealed_in(robbed) == []


@pytest.mark.proof
def test_control_where_files_are_not_cleaned_sealed_ballots_are_left_after_a_count_on_a_page(held, monkeypatch):
    robbed = held(
        on_screen=0, count=BY_PAGE, before=lambda house: monkeypatch.setattr(house, "clean", lambda: None)
    )
    assert sealed_in(robbed) != []
    assert robbed.day.house.unclean.exists()


def test_cleaning_that_a_crash_kept_from_being_done_is_done_by_the_round(held, monkeypatch):
    def crash():
        raise SystemExit

    def count(day):
        with monkeypatch.context() as killed:
            killed.setattr(day.house, "clean", crash)
            with pytest.raises(AssertionError, match="500"):
                BY_PAGE(day)
        assert day.house.unclean.exists()
        assert [came.who for came in clean_files(day.house, day.house.today())] == ["database"]
        assert not day.house.unclean.exists()

    assert sealed_in(held(on_screen=0, count=count)) == []


# --- lengths


def of_each_length(rule, keys):
    """Ballots as long as they can be: one key, or two, or as many as one can give; with a short or long reason."""
    if rule.ballot is BallotKind.SCORES:
        every = [Ballot.giving({key: str(MOST_POINTS) for key in keys[:many]}) for many in range(1, len(keys) + 1)]
    else:
        most = 1 if rule.ballot in {BallotKind.ONE, BallotKind.CONSENT} else len(keys)
        every = [Ballot(tuple(keys[:many])) for many in range(1, most + 1)]
    if OBJECTION in keys:
        every += [Ballot((OBJECTION,), reason="🦊" * long) for long in (1, LONGEST_REASON)]
    return [Ballot((ABSTAIN,)), *every]


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_sealed_ballots_are_of_one_length_by_every_rule_whatever_is_chosen(rule):
    public, _ = sealing.new_pair()
    papers = [tuple(f"option{n}" for n in range(1, many + 1)) for many in range(2, rule.most + 1)]
    papers = [(YES, STAND_ASIDE, OBJECTION)] if rule.ballot is BallotKind.CONSENT else [("yes", "no"), *papers]
    every = {rule.written(ballot, keys) for keys in papers for ballot in of_each_length(rule, keys)}
    assert len({len(sealing.seal(ballot, public, rule.room)) for ballot in every}) == 1
    # The control: they are not of one length before.
    assert len({len(ballot) for ballot in every}) > 1
