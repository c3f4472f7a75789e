"""What volunteers and those who run a business may do."""

from alongside.volunteering.actions.agreeing import (
    agree,
    businesses_to_agree_in,
    decline,
    mark_paid,
    say_role,
    to_pay,
)
from alongside.volunteering.actions.asking import (
    ask,
    my_expenses,
    my_volunteering,
    take_expense_back,
    thank_by_name,
)
from alongside.volunteering.actions.setting import set_income
from alongside.volunteering.actions.tidying import tidy

__all__ = [
    "agree",
    "ask",
    "businesses_to_agree_in",
    "decline",
    "mark_paid",
    "my_expenses",
    "my_volunteering",
    "say_role",
    "set_income",
    "take_expense_back",
    "thank_by_name",
    "tidy",
    "to_pay",
]
