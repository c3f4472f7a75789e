"""Withdrawing at the keyboard: ballots go, and the key that could open a copy of them."""

import attrs
import pytest

from alongside.cli import Desk
from alongside.decisions.actions import closing
from alongside.decisions.commands import voting as commands
from alongside.decisions.life import NotNow
from alongside.instants import LONDON
from alongside.store import Actor
from alongside.testing.fixtures import NOON


@attrs.define
class Opened:
    """An enterprise as a desk needs it."""

    store: object
    cleaned: int = 0

    def actor(self, _name):
        return Actor.person("member1", "Member1")

    def zone(self):
        return LONDON

    def today(self):
        return NOON.date()

    def must_clean(self):
        pass

    def clean(self):
        self.cleaned += 1


def test_withdrawn_vote_leaves_no_key_though_its_proposer_counts_nothing(group, asked, cast, keys_folder, capsys):
    asked_now = asked()
    cast(asked_now, "yes", "no")
    assert len(list(keys_folder.iterdir())) == 1
    opened = Opened(group)
    commands.withdraw(Desk(lambda: opened), asked_now.id)
    assert capsys.readouterr().out.startswith("Withdrawn: ")
    assert list(keys_folder.iterdir()) == []
    assert opened.cleaned == 1


def test_key_of_an_open_vote_is_not_destroyed_like_that(group, asked, keys_folder):
    vote = asked()
    with pytest.raises(NotNow, match="is open for votes"), group.unit(Actor.keyboard()) as unit:
        closing.destroy_key_of_withdrawn(unit, vote.id)
    assert len(list(keys_folder.iterdir())) == 1
