"""What people may do with pay, and see of it."""

from alongside.pay.actions.agreeing import (
    CannotAgree,
    agree,
)
from alongside.pay.actions.looking import (
    Paid,
    Seen,
    advice_to_read,
    look_at_run,
    my_advices,
    next_period,
    overview,
    what_needs_somebody,
)
from alongside.pay.actions.running import (
    Ready,
    Worked,
    keep,
    make_run,
    read,
    throw_away,
    work_out,
)

__all__ = [
    "CannotAgree",
    "Paid",
    "Ready",
    "Seen",
    "Worked",
    "advice_to_read",
    "agree",
    "keep",
    "look_at_run",
    "make_run",
    "my_advices",
    "next_period",
    "overview",
    "read",
    "throw_away",
    "what_needs_somebody",
    "work_out",
]
