"""The roll: who may vote on a proposal, frozen when the vote opens, who has voted, and who waits with her vote."""

from __future__ import annotations

from datetime import date
from enum import Enum

import attrs

from alongside.refusal import Refusal


class Channel(Enum):
    """The way a vote came in."""

    WEB = "web"
    PHONE = "phone"
    PAPER = "paper"


class Checked(Enum):
    """How a teller made sure who was on the telephone. No secret is asked for, and none kept."""

    RANG_BACK = "rang_back"  # on the number that is on record
    VOICE = "voice"  # the teller has known her for long
    BESIDE = "beside"  # somebody of the house is beside her and said who she is


class Help(Enum):
    """What a helper did for somebody who voted."""

    READ_ALOUD = "read_aloud"
    POINTING = "pointing"
    WRITING = "writing"  # pressed or wrote what the voter chose
    INTERPRETER = "interpreter"  # into signs or another language


class Waiting(Enum):
    """Why somebody waits with her vote. It is no vote: at the close she has not voted."""

    NOT_SURE = "not_sure"
    TALK = "talk"  # she wants somebody to talk with about it first


class NotOnTheRoll(Refusal):
    """The person had no vote when the roll was frozen."""

    status = 403


@attrs.frozen(kw_only=True)
class Helped:
    """That somebody helps with a vote: who, where the voter has named her, and how. Never to what."""

    helper: str | None = None
    how: Help | None = None


@attrs.frozen(kw_only=True)
class RollLine:
    """One person's line on a roll. ``person`` is None after she was erased: a nameless mark stays.

    ``day`` is all that is kept of when she voted. ``sealed`` is her ballot until the count, which nobody can
    read without the decision's key; it lets her change her vote, and the last one counts. ``helped`` is that
    somebody helped her, ``helper`` who, ``help`` how, as far as she has said it: never to what. ``waits`` is that
    she has said that she is not sure yet, or wants to talk; it goes when she votes, and at the count. ``paper``
    is that a paper ballot was given to her. Of a vote by telephone ``taken_by`` says which teller took it,
    ``checked`` how she made sure who rang, and ``listener`` who else listened.
    """

    id: str
    proposal: str
    person: str | None
    voted: bool = False
    day: date | None = None
    channel: Channel | None = None
    sealed: str | None = None
    helped: bool = False
    helper: str | None = None
    help: Help | None = None
    waits: Waiting | None = None
    paper: bool = False
    checked: Checked | None = None
    taken_by: str | None = None
    listener: str | None = None
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """A line either has a mark with its day and way, or nothing of the three; whoever voted waits no more."""
        if {self.day is None, self.channel is None} != {not self.voted} or (
            (self.sealed or self.helped) and not self.voted
        ):
            raise ValueError("a line of the roll says voted without day and way, or the other way round")
        if (self.helper or self.help) and not self.helped:
            raise ValueError("a line of the roll names help, but says that there was none")
        if (self.taken_by or self.checked or self.listener) and self.channel is not Channel.PHONE:
            raise ValueError("a line of the roll says who took a call, but the vote came in no call")
        if self.waits and self.voted:
            raise ValueError("a line of the roll says that somebody waits who has voted")


NOTHING_SENT = {
    "voted": False,
    "day": None,
    "channel": None,
    "sealed": None,
    "checked": None,
    "taken_by": None,
    "listener": None,
}
"""A line without a vote."""

NO_CALL = {"checked": None, "taken_by": None, "listener": None}
"""A line whose vote did not come by telephone."""

NO_HELP = {"helped": False, "helper": None, "help": None}
"""A line without help."""
