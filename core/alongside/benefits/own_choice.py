"""What somebody has chosen for herself alone: which numbers she wants to see beside her work, and her own limit.

Choosing says nothing about what she gets: anybody may look at any number.
"""

from __future__ import annotations

from enum import Enum

import attrs

from alongside.placements.hours_plan import fitting_a_week
from alongside.refusal import BadInput, worded


class Question(Enum):
    """Which numbers she wants to see."""

    PERMITTED_WORK = "permitted_work"  # work beside Employment and Support Allowance
    UC_WITH_HOUSING = "uc_with_housing"  # Universal Credit, with help for housing
    UC_WITHOUT_HOUSING = "uc_without_housing"

    @property
    def by_month(self) -> bool:
        """True for what goes by months and not by weeks."""
        return self is not Question.PERMITTED_WORK


@attrs.frozen(kw_only=True)
class OwnChoice:
    """What one person has chosen. ``most_minutes`` is her own limit a week, None for none.

    ``with_helper`` says that a supporter who has come in with her may see it too.

    Raises:
        BadInput: for both kinds of Universal Credit, or a limit that no week has.
    """

    id: str
    person: str
    asks: tuple[Question, ...] = ()
    most_minutes: int | None = attrs.field(default=None, converter=attrs.converters.optional(fitting_a_week))
    with_helper: bool = False
    version: int = 1

    def __attrs_post_init__(self) -> None:
        """Check what takes two answers to tell."""
        if {Question.UC_WITH_HOUSING, Question.UC_WITHOUT_HOUSING} <= set(self.asks):
            raise BadInput(worded("benefits", "Choose one line about Universal Credit, not both."))
