"""What a part gets to fill a demo with: units at chosen instants, the invented people, and a way to tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from alongside.instants import at

if TYPE_CHECKING:
    from alongside.store import Actor, Store, Unit


class Clock:
    """A clock that stands where it was put, so that a demo built twice is the same twice."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def __call__(self) -> datetime:
        """Return the instant it stands at."""
        return self.moment


@attrs.define(kw_only=True)
class Demo:
    """A demo while it is being built.

    ``examples`` is the folder of the invented enterprise's plain files, ``rows`` its people's lines as they
    stand in ``people.csv``; ``people`` (name -> id) and ``businesses`` (short name -> business) are what the
    core has made of them. ``weeks`` is how many weeks of history it gets. ``actor`` is who builds it.
    ``file_paper`` keeps a paper (name, content, the people whose names stand in it) and returns where it is.
    """

    store: Store
    clock: Clock
    today: date
    zone: str
    examples: Path
    rows: tuple[Mapping[str, str], ...]
    say: Callable[[str], None]
    actor: Actor
    file_paper: Callable[[str, bytes, Iterable[str]], Path]
    people: dict[str, str] = attrs.field(factory=dict)
    businesses: dict[str, Any] = attrs.field(factory=dict)
    weeks: int = 26

    def day(self, days_ago: int) -> date:
        """Return the day so many days before the demo's own; a negative number is a day to come."""
        return self.today - timedelta(days=days_ago)

    @contextmanager
    def unit(self, day: date | None = None, clock: time = time(8)) -> Iterator[Unit]:
        """Open a unit as the steward, at a wall time of a day; the demo's own morning if not said."""
        self.clock.moment = at(day or self.today, clock, self.zone)
        with self.store.unit(self.actor) as unit:
            yield unit

    def did(self, words: str, where: str) -> None:
        """Tell one thing that was done, and where it can be seen."""
        self.say(f"  {words}\n      see {where}")
