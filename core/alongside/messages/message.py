"""A message: a title and a few sentences for one person, kept as keys and facts until her edition is known."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum

import attrs

from alongside.refusal import BadInput

MOST_LINES = 8
"""More than that is no message any more: write a paper."""


class Channel(Enum):
    """The way a message goes out."""

    SCREEN = "screen"  # it stands on her own pages, nothing is sent
    EMAIL = "email"
    LETTER = "letter"  # a file to print, in her edition
    RING = "ring"  # a line on the list of people to ring


class Standing(Enum):
    """Where a message stands."""

    WAITING = "waiting"
    GOING = "going"  # it is being sent; one that is found so after a crash is not sent again, a person looks
    HANDED = "handed"  # it lies with a person: a letter to print, somebody to ring
    GONE = "gone"
    STUCK = "stuck"  # it could not be sent; a person has to look
    TAKEN_BACK = "taken_back"  # what it tells is not so any more, and it had not gone yet


@attrs.frozen(kw_only=True)
class Changed:
    """That a ``day`` of hers is another one now, and when she was to come ``before``: None for not at all.

    Her own week shows it beside what stands there now, until she has read the message.
    """

    day: date
    before: tuple[datetime, datetime] | None = None


@attrs.frozen(kw_only=True)
class Sentence:
    """One sentence of a message: its key in standard English, and the facts for the names in it.

    ``days`` and ``moments`` are facts too; they are worded in the edition of the one who reads. A moment called
    ``closes`` is said by ``{closes}`` as day and time, by ``{closes_day}`` and ``{closes_time}`` as one of them.
    ``picture`` stands beside the sentence in Easy Read. ``changed`` says which day of hers it tells of.
    """

    key: str
    facts: Mapping[str, str] = attrs.field(factory=dict)
    days: Mapping[str, date] = attrs.field(factory=dict)
    moments: Mapping[str, datetime] = attrs.field(factory=dict)
    picture: str = "envelope"
    changed: Changed | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a sentence that says nothing."""
        if not self.key.strip():
            raise BadInput("a message has an empty sentence", remedy="Say one thing in each.")


@attrs.frozen(kw_only=True)
class Message:
    """A message to ``person``.

    ``key`` says what it tells, such as ``decisions:opened:<proposal>:<person>``: of one key there is one message,
    so nothing is told twice. ``part`` is whose catalogue words it. ``path`` leads to the page it is about, or is
    empty. ``channel`` is known once it goes, and ``sent_at`` is when it began to; ``trouble`` says in words why it
    is stuck, ``file`` is the letter it stands in. ``seen_at`` is when she said on her page that she has read it.

    From ``until`` on it tells nothing any more and does not go: a reminder of what has begun. A ``private`` one
    passes through nobody's hands, and so goes by screen or mail alone. ``way`` is the channel it takes whatever
    she chose, ``attached`` a paper that goes with the mail.

    Raises:
        BadInput: without a sentence, or with too many.
    """

    id: str
    person: str
    key: str
    part: str
    title: Sentence
    lines: tuple[Sentence, ...] = attrs.field()
    path: str = ""
    standing: Standing = Standing.WAITING
    channel: Channel | None = None
    written_at: datetime
    sent_at: datetime | None = None
    trouble: str = ""
    file: str | None = None
    seen_at: datetime | None = None
    until: datetime | None = None
    private: bool = False
    way: Channel | None = None
    attached: str | None = None
    version: int = 1

    @lines.validator
    def _says_something(self, _: object, lines: tuple[Sentence, ...]) -> None:
        if not 1 <= len(lines) <= MOST_LINES:
            raise BadInput(f"the message has {len(lines)} sentences", remedy=f"Write from 1 to {MOST_LINES}.")
