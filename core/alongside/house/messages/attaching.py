"""Attaching: the papers that go with somebody's mail, read from the folder before anything is claimed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from alongside.enterprise import offers as enterprise

if TYPE_CHECKING:
    from alongside.house.messages.sorting import Parcel
    from alongside.house.opening import House
    from alongside.messages.message import Message
    from alongside.store import Unit

Papers = dict[str, bytes]
"""Papers by the names of their files."""


def papers_for(house: House, parcels: Iterable[Parcel]) -> Papers | None:
    """Return the papers that go with some messages; None where one is not there, and the mail has to wait for it.

    One is taken away with whoever is erased and stands in it; the next round makes it anew.
    """
    files = {one.message.attached for one in parcels if one.message.attached}
    try:
        return {file: (house.home / "papers" / file).read_bytes() for file in sorted(files)}
    except FileNotFoundError:
        return None


def attached_to(messages: Sequence[Message], papers: Papers) -> tuple[tuple[str, bytes], ...]:
    """Return what goes with messages, each paper once."""
    files = dict.fromkeys(one.attached for one in messages if one.attached)
    return tuple((file, papers[file]) for file in files)


def named_in(unit: Unit, papers: Papers) -> set[str]:
    """Return the ids of the people who stand in papers: a copy of one names them too."""
    return {person for paper in enterprise.papers_called(unit, papers) for person in paper.names}
