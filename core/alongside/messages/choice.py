"""A choice: what a person wants to be told, or not, beyond what she has to hear."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Choice:
    """``person`` wants ``what`` or does not: a reminder (``cafe:shift``), or tomorrow's papers by mail.

    Reminders come until somebody says that she wants none; everything else comes to whoever asks for it.
    """

    id: str
    person: str
    what: str
    wanted: bool
    version: int = 1
