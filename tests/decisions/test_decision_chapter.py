"""The register of decisions in the trustees' report: level, how people took part, and what became of each."""

from datetime import date

import pytest

from alongside.decisions import chapter, taking_part
from alongside.decisions.actions import following_up, looking, proposing, voting
from alongside.decisions.following import Happened
from alongside.decisions.level import Level
from alongside.decisions.pages import proposal
from alongside.decisions.pages.facts import asked_facts
from alongside.decisions.roll import Channel, Help, RollLine
from alongside.display import Edition, View
from alongside.instants import Period
from alongside.testing.easy_read import easy_read_faults

from .conftest import CLOSES, as_person

QUARTER = Period.quarter(date(2026, 11, 23))


@pytest.fixture
def register(group, display):
    """What the chapter says in one edition, on paper."""

    def write(edition=Edition.STANDARD, period=QUARTER):
        with group.unit(as_person("tess"), writing=False) as unit:
            view = chapter.write(unit, period)
        html = display.render("decisions", view, edition=edition, on_paper=True)
        assert edition is Edition.STANDARD or easy_read_faults(html) == []
        return " ".join(html.split())

    return write


def held(group, cast, counted, level, review):
    with group.unit(as_person("member1")) as unit:
        facts = {"closes": CLOSES, "quorum": 2, "level": level, "review": review}
        made = proposing.propose(unit, "Shall we paint?", "It is old.", **facts)
    with group.unit(as_person("tess")) as unit:
        opened = voting.open_vote(unit, made.id)
    cast(opened, "yes", "yes", "no")
    return counted(opened).proposal


@pytest.mark.parametrize(("level", "says"), [(Level.OPEN, True), (Level.PRIVATE, False)])
def test_register_says_which_votes_were_open(group, cast, counted, register, level, says):
    held(group, cast, counted, level, date(2027, 5, 3))
    assert ("an open vote</span>" in register()) is says


def test_register_says_when_nobody_looked_back_on_the_day_that_was_set(group, cast, counted, register):
    decision = held(group, cast, counted, Level.PRIVATE, date(2027, 5, 3))
    assert "It is looked at again on 3 May 2027." in register()
    assert "We look at it again on <strong>Monday 3 May 2027</strong>" in register(Edition.EASY)
    group.clock = lambda: CLOSES.replace(year=2027, month=5, day=4)
    assert "It was to be looked at again on 3 May 2027, and that has not been done." in register()
    assert "We did not look at it again yet." in register(Edition.EASY)
    with group.unit(as_person("tess")) as unit:
        following_up.look_back(unit, decision.id, following_up.Happened.YES, "It is blue now.")
    assert "has not been done" not in register()


def test_what_was_not_decided_is_nowhere_said_to_be_looked_at_again(
    group, cast, counted, register, visit, display
):
    with group.unit(as_person("member1")) as unit:
        facts = {"closes": CLOSES, "quorum": 2, "review": date(2027, 5, 3)}
        made = proposing.propose(unit, "Shall we paint?", "It is old.", **facts)
    with group.unit(as_person("tess")) as unit:
        opened = voting.open_vote(unit, made.id)

    def everywhere():
        for edition in Edition:
            view = visit("member1", proposal.proposal, edition, proposal=made.id)
            yield display.render("decisions", view, edition=edition)
            if seen().outcome:
                paper = View("poster.html", "Poster", asked_facts(seen(), edition))
                yield display.render("decisions", paper, edition=edition)
                yield register(edition)

    def seen():
        with group.unit(as_person("member1"), writing=False) as unit:
            return looking.look(unit, made.id)

    assert "We look at it again on" in next(everywhere())
    cast(opened, "yes", "no")
    counted(opened)
    for now in (group.clock(), CLOSES.replace(year=2027, month=5, day=4)):
        group.clock = lambda now=now: now
        for html in everywhere():
            assert not [words for words in ("look at it again", "looked at again") if words in html.lower()]
    form = visit("member1", proposal.proposal, proposal=made.id).facts["forms"]
    assert "look_back" not in form
    assert "review" not in form["state"]


def test_register_invites_to_no_vote_that_is_past_its_end(asked, over, register):
    asked()
    assert "You can still vote" in register(Edition.EASY)
    over()
    assert "You can still vote" not in register(Edition.EASY)
    assert "Open for votes now" not in register()


def test_report_of_a_later_time_tells_every_look_back_and_the_day_that_nobody_kept(group, cast, counted, register):
    decision = held(group, cast, counted, Level.PRIVATE, date(2027, 1, 20))
    first, second = (Period.quarter(date(2027, month, 1)) for month in (1, 4))

    def look(month, day, happened, words, again=None):
        group.clock = lambda: CLOSES.replace(year=2027, month=month, day=day)
        with group.unit(as_person("tess")) as unit:
            following_up.look_back(unit, decision.id, happened, words, again=again)

    assert "What became of earlier decisions" not in register(period=first)
    look(1, 20, Happened.NOT_YET, "No paint yet.", date(2027, 2, 20))
    look(2, 20, Happened.PARTLY, "One wall is blue.", date(2027, 5, 3))
    group.clock = lambda: CLOSES.replace(year=2027, month=5, day=4)
    said = register(period=first)
    for words in ("20 January 2027: It has <strong>not happened yet</strong>. No paint yet.", "One wall is blue."):
        assert words in said
    assert "has not been done" not in said
    said = register(period=second)
    assert "One wall is blue." not in said
    assert "It was to be looked at again on 3 May 2027, and that has not been done." in said
    assert "We did not look at it again yet." in register(Edition.EASY, second)
    look(5, 5, Happened.WILL_NOT, "The house is sold.")
    said = register(period=second)
    assert "It <strong>will not happen</strong>. The house is sold." in said
    assert "has not been done" not in said


def line(number, channel, kind=None):
    day = date(2026, 11, 30)
    facts = {"person": None, "voted": True, "day": day, "channel": channel, "helped": bool(kind), "help": kind}
    return RollLine(id=f"{number}", proposal="p", **facts)


def test_ways_and_help_are_told_of_ten_people_and_more(group, cast, counted, register, monkeypatch):
    held(group, cast, counted, Level.PRIVATE, None)
    aloud = [line(n, Channel.WEB, Help.READ_ALOUD) for n in range(10)]
    roll = [*aloud, *(line(n, Channel.PAPER) for n in range(10, 25))]
    assert taking_part.ways(roll) == {Channel.PAPER: 15, Channel.WEB: 10}
    assert taking_part.kinds_of_help(roll[1:]) == {}
    monkeypatch.setattr(chapter.offers, "rolls", lambda _unit, ids: dict.fromkeys(ids, roll))
    for said in ("15 people voted on paper.", "10 people voted on a screen.", "read it aloud for 10 people."):
        assert said in register()
    assert "<strong>15 people</strong> voted on paper." in register(Edition.EASY)
