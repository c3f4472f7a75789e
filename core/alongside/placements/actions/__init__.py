"""What people may do with placements, and see of them."""

from alongside.placements.actions.agreeing import (
    agree_hours,
    change_rate,
    end_placement,
    start_placement,
)
from alongside.placements.actions.attending import (
    Note,
    Planned,
    Stretch,
    confirm,
    not_confirmed,
    over_on,
)
from alongside.placements.actions.looking import (
    hours_of,
    look_at_placement,
    may_agree_in,
    my_hours,
    pay_check,
    placements_from_now,
    placements_now,
    team_of,
    week_of,
    who_is_off,
)
from alongside.placements.actions.own_hours import (
    OwnWork,
    answer_question,
    ask_about,
    own_stretch,
    own_work,
)
from alongside.placements.actions.tidying import (
    tidy,
)

__all__ = [
    "Note",
    "OwnWork",
    "Planned",
    "Stretch",
    "agree_hours",
    "answer_question",
    "ask_about",
    "change_rate",
    "confirm",
    "end_placement",
    "hours_of",
    "look_at_placement",
    "may_agree_in",
    "my_hours",
    "not_confirmed",
    "over_on",
    "own_stretch",
    "own_work",
    "pay_check",
    "placements_from_now",
    "placements_now",
    "start_placement",
    "team_of",
    "tidy",
    "week_of",
    "who_is_off",
]
