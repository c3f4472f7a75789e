"""Rooms and kit as the studio sees them: their names and their time stand in the diary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

import attrs

from alongside.api.values import BadInput

LONGEST_TURNAROUND = 60
LONGEST_NAME = 60


@attrs.frozen(kw_only=True)
class Kit:
    """What the studio keeps of a room or a thing of the diary.

    ``pool`` is what equal things are called together, such as “Headphones”; empty for one of its own kind.
    ``turnaround`` is how many minutes it needs after each use, ``access`` what people can count on there, such as
    “step-free”. One that is not ``active`` is not offered any more.

    Raises:
        BadInput: for a turnaround that is no time, or a name that is too long.
    """

    id: str
    business: str
    resource: str
    picture: str
    pool: str = attrs.field(default="")
    turnaround: int = attrs.field(default=0)
    access: tuple[str, ...] = ()
    active: bool = True
    version: int = 1

    @turnaround.validator
    def _reasonable(self, _: object, turnaround: int) -> None:
        if not 0 <= turnaround <= LONGEST_TURNAROUND:
            remedy = f"Give from 0 to {LONGEST_TURNAROUND} minutes."
            raise BadInput(f"a turnaround of {turnaround} minutes cannot be kept", remedy=remedy)

    @pool.validator
    def _short(self, _: object, pool: str) -> None:
        if len(pool) > LONGEST_NAME:
            raise BadInput(f"the name “{pool[:20]}…” has {len(pool)} letters; {LONGEST_NAME} are the most")


def in_words(pieces: Collection[Piece]) -> list[str]:
    """Say which things these are, equal ones by their number: “4 Microphones”, “Travel drum kit”."""
    counted = Counter(one.kit.pool or one.name for one in pieces)
    pools = {one.kit.pool for one in pieces}
    return [f"{number} {name}" if name in pools else name for name, number in sorted(counted.items())]


@attrs.frozen(kw_only=True)
class Piece:
    """A room or a thing with its name: the kit's row and the diary's resource together."""

    kit: Kit
    name: str
    is_room: bool

    @property
    def resource(self) -> str:
        """The id under which the diary keeps its time."""
        return self.kit.resource
