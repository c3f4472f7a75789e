"""What somebody who stands says aloud: a recording, kept as it was sent until the vote is forgotten or she is."""

from __future__ import annotations

import base64

import attrs


@attrs.frozen(kw_only=True)
class Spoken:
    """One recording, of ``seconds``, in the kind that ``sound_file`` found. ``content`` is its bytes in base64."""

    id: str
    proposal: str
    person: str | None
    option: str
    kind: str
    seconds: int
    content: str
    version: int = 1

    @property
    def heard(self) -> bytes:
        """The recording as it was sent."""
        return base64.b64decode(self.content)
