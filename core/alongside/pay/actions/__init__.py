"""What people may do with pay, and see of it."""

from alongside.pay.actions.absence import (
    Whose,
    may_note_in,
    not_said,
    note_days_away,
    noted_lately,
    take_back,
    team,
)
from alongside.pay.actions.agreeing import (
    CannotAgree,
    agree,
    made_early,
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
from alongside.pay.actions.setting import (
    PaidPerson,
    change_way_of_paying,
    paid_person,
    set_reference,
    set_terms,
    way_of_paying,
    who_is_paid,
)
from alongside.pay.actions.tidying import (
    tidy,
)

__all__ = [
    "CannotAgree",
    "Paid",
    "PaidPerson",
    "Ready",
    "Seen",
    "Whose",
    "Worked",
    "advice_to_read",
    "agree",
    "change_way_of_paying",
    "keep",
    "look_at_run",
    "made_early",
    "make_run",
    "may_note_in",
    "my_advices",
    "next_period",
    "not_said",
    "note_days_away",
    "noted_lately",
    "overview",
    "paid_person",
    "read",
    "set_reference",
    "set_terms",
    "take_back",
    "team",
    "throw_away",
    "tidy",
    "way_of_paying",
    "what_needs_somebody",
    "who_is_paid",
    "work_out",
]
