"""The tiles of messages: what is new to the visitor, and what of the messages to others needs somebody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from alongside.display import Said as _
from alongside.house.messages.actions import looking
from alongside.house.messages.telling import all_told, voice
from alongside.messages.outbox import unread
from alongside.web.glance import Glance, Note

if TYPE_CHECKING:
    from alongside.house.messages.telling import Told, Voice
    from alongside.web import Visit

MOST_TITLES = 3


def news(visit: Visit) -> Glance | None:
    """Tell what was written to her that she has not read: the titles, the newest first."""
    new = unread(visit.unit, visit.actor.id)
    if not new:
        return None
    speaks = voice(visit.unit, visit.host.display, visit.today)
    told = all_told(speaks, new[:MOST_TITLES], visit.edition)
    notes = [Note(_("**{title}**.", title=_title(speaks, one, visit)), one.lines[0].picture) for one in told]
    if len(new) > len(told):
        notes.append(Note(_("And {n} more.", n=str(len(new) - len(told))), "more"))
    return Glance(notes, _("Read it"), "/news", waits=True)


def _title(speaks: Voice, told: Told, visit: Visit) -> str:
    return speaks.plain(told, visit.edition)[0].rstrip(".")


def messages(visit: Visit) -> Glance | None:
    """Tell what is stuck, who is to be rung and what is to be printed; nothing where nobody has to do anything."""
    notes = list(_notes(looking.look(visit.unit)))
    return Glance(notes, _("See the messages"), "/messages", waits=True) if notes else None


def _notes(board: looking.Board) -> Iterator[Note]:
    if board.stuck:
        yield Note(_("Messages that could not be sent: **{n}**.", n=str(len(board.stuck))), "changed")
    if board.to_ring:
        yield Note(_("People to ring: **{n}**.", n=str(board.to_ring)), "phone")
    if board.letters:
        yield Note(_("Letters to print: **{n}**.", n=str(len(board.letters))), "envelope")
