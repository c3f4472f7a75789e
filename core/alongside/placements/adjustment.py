"""An adjustment: what is done otherwise, so that nothing in place, task, information or attitude stops somebody.

It says what is changed, never why: there is no field for a reason or a diagnosis. It reaches the person herself
and those whom she has ticked, and nobody else.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

import attrs

from alongside.refusal import BadInput, worded

LONGEST = 300
MOST_READERS = 12


class Barrier(Enum):
    """Where the barrier is that an adjustment takes away. It is never in the person."""

    PLACE = "place"
    TASK = "task"
    INFORMATION = "information"
    ATTITUDE = "attitude"


@attrs.frozen(kw_only=True)
class Adjustment:
    """What is changed for ``person``, in her own ``words``.

    ``business`` is where, None for everywhere. ``doer`` sees to it ``by_day``; ``done_on`` is the day it was done.
    ``readers`` are those whom she has ticked, the doer always among them.

    Raises:
        BadInput: without words, with too many, or with more readers than anybody can keep in mind.
    """

    id: str
    person: str
    words: str = attrs.field(repr=False)
    barrier: Barrier = attrs.field(converter=Barrier)
    business: str | None = None
    doer: str | None = None
    by_day: date | None = None
    readers: tuple[str, ...] = ()
    agreed_on: date
    done_on: date | None = None
    version: int = 1

    @words.validator
    def _says_something(self, _: object, words: str) -> None:
        if not words.strip():
            raise BadInput(worded("placements", "Nothing is written here. Write a few words."))
        if len(words) > LONGEST:
            raise BadInput(worded("placements", "This is long. Write at most {most} letters.", most=LONGEST))

    def __attrs_post_init__(self) -> None:
        """Check who may read it."""
        if len(self.readers) > MOST_READERS:
            raise BadInput(worded("placements", "These are many people. Tick at most {most}.", most=MOST_READERS))

    def read_by(self, reader: str) -> bool:
        """True for the person herself and those whom she has ticked."""
        return reader == self.person or reader in self.readers
