"""Whom to talk to about benefits: an adviser that the enterprise has found, by name and telephone."""

from __future__ import annotations

import attrs

from alongside.refusal import BadInput, worded

LONGEST = 120


@attrs.frozen(kw_only=True)
class Adviser:
    """The adviser that pages name. One without a name is nobody.

    Raises:
        BadInput: without a name, or with more than fits a line.
    """

    id: str
    name: str
    phone: str = ""
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Keep to a name that can be said."""
        if not self.name.strip() or max(len(self.name), len(self.phone)) > LONGEST:
            raise BadInput(worded("benefits", "Write a name of {most} letters at the most.", most=LONGEST))
