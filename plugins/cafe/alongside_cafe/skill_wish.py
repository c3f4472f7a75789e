"""A wish about a skill: what somebody wants to learn at work, and what she is glad to show others."""

from __future__ import annotations

from enum import Enum

import attrs


class Side(Enum):
    """On which side of learning somebody is."""

    LEARN = "learn"
    SHOW = "show"


@attrs.frozen(kw_only=True)
class SkillWish:
    """That one person wants to learn a skill in a café, or is glad to show it to others."""

    id: str
    business: str
    person: str
    skill: str
    side: Side = attrs.field(converter=Side)
    version: int = 1
