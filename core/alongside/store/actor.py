"""Who acts: a person, the keyboard of whoever holds the folder, the daily round, or a stranger. Each is named."""

from __future__ import annotations

from enum import Enum

import attrs


class ActorKind(Enum):
    """What sort of actor stands behind a change."""

    PERSON = "person"
    KEYBOARD = "keyboard"  # somebody who holds the enterprise's files: rights would not keep them out
    DAILY_ROUND = "daily_round"
    STRANGER = "stranger"  # has not signed in yet, and may do nothing that asks for a permission


@attrs.frozen
class Actor:
    """The one who acts. ``id`` is the person's id, or the kind's own name where it is no person.

    ``helper`` is the id of whoever has come in with her and acts beside her.
    """

    kind: ActorKind
    id: str
    name: str
    helper: str | None = attrs.field(default=None, kw_only=True)

    @classmethod
    def person(cls, person: str, name: str, *, helper: str | None = None) -> Actor:
        """Return the person as actor, with whoever helps her."""
        return cls(ActorKind.PERSON, person, name, helper=helper)

    @classmethod
    def keyboard(cls, name: str = "the keyboard") -> Actor:
        """Return the one who holds the files, as a set-up or a demo does."""
        return cls(ActorKind.KEYBOARD, "keyboard", name)

    @classmethod
    def daily_round(cls) -> Actor:
        """Return the round that notices what time alone has changed."""
        return cls(ActorKind.DAILY_ROUND, "daily_round", "the daily round")

    @classmethod
    def stranger(cls) -> Actor:
        """Return somebody who has not signed in."""
        return cls(ActorKind.STRANGER, "stranger", "somebody who has not signed in")

    @property
    def trusted(self) -> bool:
        """True if rights are not asked for: whoever holds the files, and the daily round."""
        return self.kind in {ActorKind.KEYBOARD, ActorKind.DAILY_ROUND}
