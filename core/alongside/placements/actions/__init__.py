"""What people may do with placements, and see of them."""

from alongside.placements.actions.agreeing import (
    agree_hours,
    change_rate,
    end_placement,
    start_placement,
)
from alongside.placements.actions.allowed import (
    may_follow,
    may_see_way,
    may_write_way,
    need_to_write_way,
)
from alongside.placements.actions.attending import (
    Note,
    Planned,
    Stretch,
    confirm,
    not_confirmed,
    over_on,
)
from alongside.placements.actions.coaches import (
    Coached,
    choose_coach,
    coaches_to_choose,
    end_coaching,
    my_coachings,
    whom_i_coach,
)
from alongside.placements.actions.hours_wishes import (
    answer_wish,
    own_placement,
    wish_for_hours,
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
from alongside.placements.actions.way import (
    Way,
    note_stage,
    say,
    take_back,
    way_of,
)

__all__ = [
    "Coached",
    "Note",
    "OwnWork",
    "Planned",
    "Stretch",
    "Way",
    "agree_hours",
    "answer_question",
    "answer_wish",
    "ask_about",
    "change_rate",
    "choose_coach",
    "coaches_to_choose",
    "confirm",
    "end_coaching",
    "end_placement",
    "hours_of",
    "look_at_placement",
    "may_agree_in",
    "may_follow",
    "may_see_way",
    "may_write_way",
    "my_coachings",
    "my_hours",
    "need_to_write_way",
    "not_confirmed",
    "note_stage",
    "over_on",
    "own_placement",
    "own_stretch",
    "own_work",
    "pay_check",
    "placements_from_now",
    "placements_now",
    "say",
    "start_placement",
    "take_back",
    "team_of",
    "tidy",
    "way_of",
    "week_of",
    "who_is_off",
    "whom_i_coach",
    "wish_for_hours",
]
