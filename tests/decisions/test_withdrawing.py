"""Withdrawing and beginning again at the keyboard: ballots go, and with them what could open a copy."""

from pathlib import Path

import attrs
import pytest

from alongside.cli import Desk
from alongside.decisions.actions import closing
from alongside.decisions.commands import voting as commands
from alongside.decisions.life import NotNow
from alongside.decisions.tables import ROLL
from alongside.instants import LONDON
from alongside.store import Actor
from alongside.testing.fixtures import NOON


@attrs.define
class Opened:
    """An enterprise as a desk needs it."""

    store: object
    home: Path = Path("home")
    cleaned: int = 0

    def actor(self, name):
        return Actor.person(name or "member1", "Somebody")

    def zone(self):
        return LONDON

    def today(self):
        return NOON.date()

    def must_clean(self):
        pass

    def clean(self):
        self.cleaned += 1


def test_withdrawn_vote_leaves_no_key(group, asked, cast, keys_folder, capsys):
    asked_now = asked()
    cast(asked_now, "yes", "no")
    assert len(list(keys_folder.iterdir())) == 1
    opened = Opened(group)
    commands.withdraw(Desk(lambda: opened, acting="tess"), asked_now.id, "It asks two things.")
    assert capsys.readouterr().out.startswith("Withdrawn: ")
    assert list(keys_folder.iterdir()) == []
    assert opened.cleaned == 1


def test_vote_begun_again_leaves_no_trace_of_ballots_whose_key_may_be_found(group, asked, cast, keys_folder):
    asked_now = asked()
    cast(asked_now, "yes", "no")
    next(keys_folder.iterdir()).unlink()
    opened = Opened(group)
    commands.reopen(Desk(lambda: opened, acting="tess"), asked_now.id, None)
    assert opened.cleaned == 1
    with group.unit(Actor.keyboard(), writing=False) as unit:
        assert not any(line.sealed for line in unit.find(ROLL))


def test_key_of_an_open_vote_is_not_destroyed_like_that(group, asked, keys_folder):
    vote = asked()
    with pytest.raises(NotNow, match="is open for votes"), group.unit(Actor.keyboard()) as unit:
        closing.destroy_key_of_withdrawn(unit, vote.id)
    assert len(list(keys_folder.iterdir())) == 1
