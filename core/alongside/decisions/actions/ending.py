"""Ending a vote, typed or on a page: ballots go first, then their key, then what files still hold of both.

A crash between the first two loses no vote: its ballots are gone for good before their key goes. One after them
leaves the note that files are to be cleaned, which was made with the count itself. As no unit may be open while
files are cleaned, it is given a place that opens units, and not a unit.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Protocol, TypeVar

from alongside.decisions.actions import closing, damaged, keys, proposing, voting
from alongside.decisions.actions.damaged import Damaged
from alongside.decisions.actions.key_cards import Typed
from alongside.decisions.outcome import Decision
from alongside.decisions.proposal import Proposal
from alongside.decisions.tables import PROPOSALS
from alongside.store import Unit

T = TypeVar("T")


class Place(Protocol):
    """Where a vote is ended: a desk, or the house behind a page."""

    def unit(self) -> AbstractContextManager[Unit]:
        """Open a writing unit as the one who acts."""

    def must_clean(self) -> None:
        """Note that files have to be cleaned."""

    def clean(self) -> None:
        """Take what was erased out of the files."""


def count(
    place: Place, proposal: str, *, lot: str = "", cards: Typed | None = None, without_damaged: str = ""
) -> Decision:
    """Close a vote and count it, destroy its key, and clean the files of its ballots.

    Raises:
        Refusal: as ``closing.close`` does, with nothing changed; that ballots are damaged is put on record.
        NotCleanYet: where all is done but the cleaning.
    """
    try:
        return _ended(
            place,
            lambda unit: closing.close(unit, proposal, lot=lot, cards=cards, without_damaged=without_damaged),
            lambda unit, _done: closing.destroy_spent_keys(unit),
        )
    except Damaged as found:
        with place.unit() as unit:
            damaged.note(unit, proposal, found)
        raise


def withdraw(place: Place, proposal: str, why: str = "") -> Proposal:
    """Withdraw a proposal, destroy its key, and clean the files of the ballots that were sent to it.

    Raises:
        Refusal: as ``proposing.withdraw`` does, with nothing changed.
        NotCleanYet: where all is done but the cleaning.
    """
    return _ended(
        place,
        lambda unit: proposing.withdraw(unit, proposal, why),
        lambda unit, gone: closing.destroy_key_of_withdrawn(unit, gone.id),
    )


def begin_again(place: Place, proposal: str, closes: datetime) -> Proposal:
    """Begin a vote again whose key or ballots are lost, and clean their files: the key may be found one day.

    Raises:
        Refusal: as ``voting.reopen`` does, with nothing changed.
        NotCleanYet: where all is done but the cleaning.
    """
    with place.unit() as unit:
        old = str(unit.get(PROPOSALS, proposal).public_key)
    return _ended(
        place, lambda unit: voting.reopen(unit, proposal, closes), lambda _unit, _again: keys.destroy(old)
    )


def _ended(place: Place, empty: Callable[[Unit], T], end_key: Callable[[Unit, T], None]) -> T:
    with place.unit() as unit:
        done = empty(unit)
        # Inside the unit: from the moment on at which ballots are gone, no crash forgets their traces.
        place.must_clean()
    with place.unit() as unit:
        end_key(unit, done)
    place.clean()
    return done
