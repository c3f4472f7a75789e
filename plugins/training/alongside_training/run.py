"""A run: one dated giving of a course, its sessions, and who teaches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import Enum

import attrs

from alongside.api.values import BadInput, Interval, Refusal, aware, local, worded


class RunState(Enum):
    """How sure it is that a run takes place."""

    TENTATIVE = "tentative"  # planned; goes ahead if enough people join
    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    FINISHED = "finished"


MOVES = {
    RunState.TENTATIVE: (RunState.CONFIRMED, RunState.CANCELLED),
    RunState.CONFIRMED: (RunState.FINISHED, RunState.CANCELLED),
    RunState.CANCELLED: (),
    RunState.FINISHED: (),
}
"""Which state may follow which."""


class NotPossibleNow(Refusal):
    """What was asked for does not fit how far a run, or somebody's place in it, has come."""

    status = 409


LONGEST = 300


def _readable(_run: object, _field: object, words: str) -> None:
    if len(words) > LONGEST:
        raise BadInput(f"this is {len(words):,} characters long; the most is {LONGEST}", remedy="Write less.")


@attrs.frozen(kw_only=True)
class Run:
    """One giving of a course, in one ``room`` (a resource of the diary), with so many ``places``.

    ``customer`` is the organisation it is given for, empty for our own. ``how_to_find`` says how to get there.

    Raises:
        BadInput: without a place, or with more words than anybody would read in a message.
    """

    id: str
    business: str
    course: str
    state: RunState = RunState.TENTATIVE
    customer: str = attrs.field(default="", validator=_readable)
    room: str
    how_to_find: str = attrs.field(default="", validator=_readable)
    places: int = attrs.field()
    cancelled_because: str = attrs.field(default="", validator=_readable)
    version: int = 1

    @places.validator
    def _room_for_one(self, _: object, places: int) -> None:
        if places < 1:
            raise BadInput(f"a run with {places} places has room for nobody", remedy="Give 1 or more.")

    @property
    def live(self) -> bool:
        """True if it is still to be given, or is being given."""
        return self.state in {RunState.TENTATIVE, RunState.CONFIRMED}

    def must_move_to(self, state: RunState) -> None:
        """Refuse a state that does not follow.

        Raises:
            NotPossibleNow: naming what it is now.
        """
        if state not in MOVES[self.state]:
            raise NotPossibleNow(
                worded(
                    "training",
                    "This run is {now}, so it cannot become {wanted}.",
                    now=self.state.value,
                    wanted=state.value,
                )
            )


@attrs.frozen(kw_only=True)
class Session:
    """One meeting of a run; ``zone`` is the place whose clocks it was planned by.

    Raises:
        BadInput: where it ends before it starts.
    """

    id: str
    business: str
    run: str
    number: int
    starts: datetime = attrs.field(converter=aware)
    ends: datetime = attrs.field(converter=aware)
    zone: str
    version: int = 1

    @ends.validator
    def _later(self, _: object, ends: datetime) -> None:
        if ends <= self.starts:
            raise BadInput("the session ends before it starts", remedy="Give an end that is later than the start.")

    @property
    def interval(self) -> Interval:
        """The stretch of real time."""
        return Interval(self.starts, self.ends)

    @property
    def day(self) -> date:
        """The day on which it is, where it is."""
        return local(self.starts, self.zone).date()

    @property
    def source(self) -> str:
        """What its claims in the diary say that they are for."""
        return f"training:session:{self.id}"


class TrainerRole(Enum):
    """What a trainer does in a run. The pay is the same; who leads answers for the register."""

    LEAD = "lead"
    CO_TRAINER = "co_trainer"  # teaches from lived experience


@attrs.frozen(kw_only=True)
class Trainer:
    """A person who teaches in a run."""

    id: str
    business: str
    run: str
    person: str
    role: TrainerRole
    version: int = 1


def begun(sessions: Sequence[Session], now: datetime) -> bool:
    """True if the first session has begun; a run without sessions has not."""
    return any(one.starts <= now for one in sessions)


def over(sessions: Sequence[Session], now: datetime) -> bool:
    """True if the last session has ended; a run without sessions is never over."""
    return bool(sessions) and all(one.ends <= now for one in sessions)


def to_come(sessions: Sequence[Session], now: datetime) -> list[Session]:
    """Return the sessions that have not begun, in order of time."""
    return sorted((one for one in sessions if one.starts > now), key=lambda one: one.starts)
