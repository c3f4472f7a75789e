"""What members are told reads easily in Easy Read, whichever letter it is."""

from datetime import UTC, date, datetime

import pytest

from alongside.decisions.actions import following_up, letters, proposing, talking, voting
from alongside.decisions.following import Happened
from alongside.display import Edition
from alongside.display.texts import fill, plain, wording
from alongside.instants import LONDON
from alongside.messages.tables import MESSAGES
from alongside.messages.wording import said
from alongside.store import Actor
from alongside.testing.easy_read import sentence_faults, sentences

TODAY = date(2026, 11, 23)
CLOSES = datetime(2026, 12, 12, 18, 37, tzinfo=UTC)


@pytest.fixture(params=["sqlite"])
def engine_name(request):
    """Words are the same on both databases."""
    return request.param


def easy(sentence):
    """A sentence as Easy Read words it, with its facts."""
    return plain(fill(wording("alongside.decisions", Edition.EASY.value, sentence.key), sentence.facts))


def test_every_letter_is_in_easy_words_with_every_fact_filled(group, cast, counted):
    member, teller = Actor.person("member1", "Member1"), Actor.person("tess", "Tess")
    facts = {"easy_title": "Shall new people get a buddy?", "closes": CLOSES, "quorum": 5}
    with group.unit(member) as unit:
        asked = proposing.propose(unit, "Shall new members have a buddy for a month?", "", **facts)
        talking.begin(unit, asked.id)
        question = talking.ask(unit, asked.id, "Is it paid?")
    with group.unit(teller) as unit:
        talking.answer(unit, question.id, "Yes.")
        opened = voting.open_vote(unit, asked.id)
        letters.ends_soon(unit, opened, "member1", private=True)
        letters.last_day(unit, opened, "member1", TODAY, private=True)
        letters.count_due(unit, opened, "tess")
        letters.vote_again(unit, opened, "member1")
    cast(opened, *["yes"] * 5)
    counted(opened)
    with group.unit(member) as unit:
        again = date(2027, 1, 4)
        following_up.look_back(unit, asked.id, Happened.PARTLY, "Two have one.", again=again)
        letters.review_due(unit, opened, "member1")
        kinds = {one.key.split(":")[1]: one for one in unit.find(MESSAGES)}
    assert set(kinds) == {
        "talk",
        "answer",
        "opened",
        "ends-soon",
        "last-day",
        "count",
        "again",
        "result",
        "review",
    }
    lines = [line for one in kinds.values() for line in (one.title, *one.lines)]
    found = [easy(said(line, Edition.EASY, LONDON, TODAY)) for line in lines]
    assert [fault for text in found for each in sentences(text) for fault in sentence_faults(each)] == []
    assert "{" not in "".join(found)
