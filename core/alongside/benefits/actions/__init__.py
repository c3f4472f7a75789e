"""What somebody may do about benefits: look for herself, choose for herself; a steward names an adviser."""

from alongside.benefits.actions.advising import name_adviser, no_adviser
from alongside.benefits.actions.choosing import (
    choose,
    look_at_choice,
    need_alone_unless_agreed,
    take_away,
)
from alongside.benefits.actions.looking import (
    Shift,
    WhatIf,
    a_shift,
    coming_shifts,
    look,
    own_shift,
    work_to_take,
)
from alongside.refusal import OnlyAlone

__all__ = [
    "OnlyAlone",
    "Shift",
    "WhatIf",
    "a_shift",
    "choose",
    "coming_shifts",
    "look",
    "look_at_choice",
    "name_adviser",
    "need_alone_unless_agreed",
    "no_adviser",
    "own_shift",
    "take_away",
    "work_to_take",
]
