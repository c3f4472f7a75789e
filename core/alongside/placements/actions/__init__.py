"""What people may do with placements, and see of them."""

from alongside.placements.actions.adding import (
    add_time,
    paid_there,
)
from alongside.placements.actions.adjusting import (
    adjustment_is_done,
    adjustments_told,
    agree_adjustment,
    choose_readers,
    end_adjustment,
    look_at_adjustment,
    may_read,
    my_adjustments,
    whom_to_tick,
)
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
    need_to_follow,
    need_to_write_way,
)
from alongside.placements.actions.answering_status import (
    Asked,
    answer_status,
    ask_again,
    choose_days,
    look_at_question,
    own_questions,
    status_questions,
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
from alongside.placements.actions.ending import (
    note_ending,
    say_at_the_end,
)
from alongside.placements.actions.hours_wishes import (
    answer_wish,
    own_placement,
    wish_for_hours,
)
from alongside.placements.actions.listing import (
    lines_of,
    whom_to_list,
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
from alongside.placements.actions.most import (
    say_most,
    take_most_back,
)
from alongside.placements.actions.noticing import (
    changes,
    my_changes,
    notice_by_month,
)
from alongside.placements.actions.outcomes import (
    confirm_outcome,
    note_all_outcomes,
    outcomes_seen,
    say_of_outcome,
)
from alongside.placements.actions.own_hours import (
    OwnWork,
    answer_question,
    ask_about,
    own_stretch,
    own_work,
)
from alongside.placements.actions.reviewing import (
    choose_rhythm,
    due_for,
    hold_review,
    move_review,
    my_review,
    remind_of_reviews,
    say_for_review,
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
    "Asked",
    "Coached",
    "Note",
    "OwnWork",
    "Planned",
    "Stretch",
    "Way",
    "add_time",
    "adjustment_is_done",
    "adjustments_told",
    "agree_adjustment",
    "agree_hours",
    "answer_question",
    "answer_status",
    "answer_wish",
    "ask_about",
    "ask_again",
    "change_rate",
    "changes",
    "choose_coach",
    "choose_days",
    "choose_readers",
    "choose_rhythm",
    "coaches_to_choose",
    "confirm",
    "confirm_outcome",
    "due_for",
    "end_adjustment",
    "end_coaching",
    "end_placement",
    "hold_review",
    "hours_of",
    "lines_of",
    "look_at_adjustment",
    "look_at_placement",
    "look_at_question",
    "may_agree_in",
    "may_follow",
    "may_read",
    "may_see_way",
    "may_write_way",
    "move_review",
    "my_adjustments",
    "my_changes",
    "my_coachings",
    "my_hours",
    "my_review",
    "need_to_follow",
    "need_to_write_way",
    "not_confirmed",
    "note_all_outcomes",
    "note_ending",
    "note_stage",
    "notice_by_month",
    "outcomes_seen",
    "over_on",
    "own_placement",
    "own_questions",
    "own_stretch",
    "own_work",
    "paid_there",
    "pay_check",
    "placements_from_now",
    "placements_now",
    "remind_of_reviews",
    "say",
    "say_at_the_end",
    "say_for_review",
    "say_most",
    "say_of_outcome",
    "start_placement",
    "status_questions",
    "take_back",
    "take_most_back",
    "team_of",
    "tidy",
    "way_of",
    "week_of",
    "who_is_off",
    "whom_i_coach",
    "whom_to_list",
    "whom_to_tick",
    "wish_for_hours",
]
