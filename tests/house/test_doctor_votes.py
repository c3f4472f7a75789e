"""What doctor says of the keys of votes: that one is lost only where one should be here."""

from datetime import UTC, datetime, timedelta

import pytest

from alongside.decisions.actions import keys, proposing
from alongside.decisions.level import Level
from alongside.decisions.life import ProposalState
from alongside.decisions.tables import PROPOSALS
from alongside.enterprise import offers as enterprise
from alongside.house.core import core_parts
from alongside.house.doctor import examine_house
from alongside.house.finding import Found
from alongside.house.opening import open_house
from alongside.house.settings import write_settings
from alongside.store import Actor


@pytest.fixture
def keys_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("ALONGSIDE_KEYS", str(tmp_path / "keys"))
    return tmp_path / "keys"


@pytest.fixture
def a_house(home):
    write_settings(home)
    house = open_house(home, core_parts(), Found((), ()))
    with house.store.unit(Actor.keyboard()) as unit:
        enterprise.set_up(unit, "Tideline Together")
    yield house
    house.close()


def vote(house, level, key):
    """A vote that is open, however that came."""
    closes = datetime.now(UTC) + timedelta(days=9)
    with house.store.unit(Actor.keyboard()) as unit:
        made = proposing.propose(unit, "Shall we move?", "", closes=closes, quorum=1, level=level)
        unit.change(PROPOSALS, made, state=ProposalState.OPEN, public_key=key)


def said(house):
    """What it says of votes, each with whether that is right."""
    return [(one.right, one.words) for one in examine_house(house) if " vote" in one.words]


def test_locked_box_has_no_key_here_and_none_is_missed(a_house, keys_folder):
    vote(a_house, Level.LOCKED, "0" * 64)
    (told,) = said(a_house)
    assert told == (
        None,
        "1 open vote in a locked box. No key is here, and none should be: two of three key cards open a box.",
    )
    assert str(keys_folder) not in told[1]


def test_key_that_should_be_here_is_missed_and_one_that_is_here_is_in_no_backup(a_house, keys_folder):
    vote(a_house, Level.PRIVATE, keys.make())
    assert said(a_house) == [
        (None, f"1 open vote with a key on this computer: in {keys_folder}, and in no backup.")
    ]
    vote(a_house, Level.OPEN, "0" * 64)
    assert [right for right, _ in said(a_house)] == [False, None]
    assert "The key of the vote “Shall we move?” is lost" in said(a_house)[0][1]
    assert said(a_house)[1][1].startswith("1 open vote with a key on this computer")
