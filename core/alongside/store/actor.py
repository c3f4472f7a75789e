"""Who acts: a person, the keyboard of whoever holds the folder, or the daily round. Each is named."""

from __future__ import annotations

from enum import Enum

import attrs


class ActorKind(Enum):
    """What sort of actor stands behind a change."""

    PERSON = "person"
    KEYBOARD = "keyboard"  # somebody who holds the enterprise's files: rights would not keep them out
    DAILY_ROUND = "daily_round"


@attrs.frozen
class Actor:
    """The one who acts. ``id`` is the person's id, or the kind's own name where it is no person."""

    kind: ActorKind
    id: str
    name: str

    @classmethod
    def person(cls, person: str, name: str) -> Actor:
        """Return the person as actor."""
        return cls(ActorKind.PERSON, person, name)

    @classmethod
    def keyboard(cls, name: str = "the keyboard") -> Actor:
        """Return the one who holds the files, as a set-up or a demo does."""
        return cls(ActorKind.KEYBOARD, "keyboard", name)

    @classmethod
    def daily_round(cls) -> Actor:
        """Return the round that notices what time alone has changed."""
        return cls(ActorKind.DAILY_ROUND, "daily_round", "the daily round")
