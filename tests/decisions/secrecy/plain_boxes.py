"""Controls: the same vote in boxes that do not seal. The same attack has to link everybody there."""

from __future__ import annotations

import uuid

import pytest
import sqlalchemy as sa

from alongside.decisions.actions import sealing, telephone, voting
from alongside.store import Store

BOX = sa.Table(
    "decisions_plain_box",
    sa.MetaData(),
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("ballot", sa.Text, nullable=False),
)


def nothing_is_sealed(patch: pytest.MonkeyPatch) -> None:
    """Keep each ballot in the clear on the roll until the count, where a sealed one would be."""
    patch.setattr(sealing, "seal", lambda ballot, _public, *_room: ballot)
    patch.setattr(sealing, "unseal", lambda sealed, _private: sealed)


def a_box_without_links(patch: pytest.MonkeyPatch, store: Store) -> None:
    """Put each ballot into a table of its own as well, under a drawn number: no row leads from it to a voter."""
    BOX.create(store.engine)

    def beside(unit, ballot):
        unit._write(sa.insert(BOX), {"id": uuid.uuid4().hex, "ballot": ballot.text})

    vote, note = voting.vote, telephone.note_vote

    def vote_beside(unit, proposal, ballot, **more):
        beside(unit, ballot)
        return vote(unit, proposal, ballot, **more)

    def note_beside(unit, proposal, call, ballot):
        beside(unit, ballot)
        return note(unit, proposal, call, ballot)

    patch.setattr(voting, "vote", vote_beside)
    patch.setattr(telephone, "note_vote", note_beside)
