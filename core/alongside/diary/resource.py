"""What time can be claimed of: a person, a room or a thing."""

from __future__ import annotations

from enum import Enum

import attrs

from alongside.refusal import BadInput


class ResourceKind(Enum):
    """Person, room or thing."""

    PERSON = "person"
    ROOM = "room"
    THING = "thing"


@attrs.frozen(kw_only=True)
class Resource:
    """One resource. A person's has the person's own id and no name: names stand in one place.

    ``business`` is whose room or thing it is, or ``None`` where all share it. A pool of equal things is as many
    resources.

    Raises:
        BadInput: for a room or thing without a name.
    """

    id: str
    kind: ResourceKind
    name: str = attrs.field()
    person: str | None = None
    business: str | None = None
    version: int = 1

    @name.validator
    def _named(self, _: object, name: str) -> None:
        if self.kind is not ResourceKind.PERSON and not name.strip():
            raise BadInput(f"a {self.kind.value} needs a name", remedy="Write what people call it.")

    @classmethod
    def of_person(cls, person: str) -> Resource:
        """Return the resource that stands for a person's own time."""
        return cls(id=person, kind=ResourceKind.PERSON, name="", person=person)
