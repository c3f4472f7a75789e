"""A calendar for other programs names who supports her only where she chose so herself."""

from datetime import UTC, date, datetime, time

import pytest

from alongside.diary.actions import feeding
from alongside.refusal import NotWithAHelper
from alongside.store import Actor

AMY = Actor.person("amy", "Amy Lind")


def lines(store, secret):
    with store.unit(Actor.stranger(), writing=False) as unit:
        return feeding.calendar_by(unit, secret).split("\r\n")


def choose(store, *, says_who, actor=AMY):
    with store.unit(actor) as unit:
        feeding.say_who(unit, says_who=says_who)


def test_calendar_says_who_supports_her_while_she_wants_that_and_by_first_name_alone(tideline, agree, work):
    tideline.clock = lambda: datetime(2026, 4, 15, 9, tzinfo=UTC)
    with tideline.unit(Actor.keyboard()) as unit:
        agree(unit, supporter="ben")
        work(unit, "amy", date(2026, 4, 20), time(9), time(13))
    with tideline.unit(AMY) as unit:
        secret = feeding.make_address(unit)
    assert not any("Ben" in line for line in lines(tideline, secret))
    choose(tideline, says_who=True)
    assert [line for line in lines(tideline, secret) if "Ben" in line] == ["DESCRIPTION:With Ben"]
    with pytest.raises(NotWithAHelper):
        choose(tideline, says_who=True, actor=Actor.person("amy", "Amy Lind", helper="ben"))
    choose(tideline, says_who=False)
    assert not any("DESCRIPTION" in line for line in lines(tideline, secret))
