"""A face: how a person is shown wherever her name stands."""

from __future__ import annotations

import attrs


@attrs.frozen
class Face:
    """A person's id and name, the address of her photo where she agreed to it, and the picture she chose."""

    person: str
    name: str
    photo: str | None = None
    picture: str | None = None

    @property
    def first_name(self) -> str:
        """The name as one says it: the first of several."""
        return self.name.split()[0]
