"""What placements lend to other parts inside their unit: who has agreed what, and the hours worked."""

from alongside.placements.offers.agreed import (
    add_placement,
    agreed_minutes,
    placement,
    placements_in,
    placements_of,
    placements_on,
    refuse_meeting,
    still_counts,
)
from alongside.placements.offers.asked import (
    forget_questions,
    question,
    questions_of,
    waiting_questions,
)
from alongside.placements.offers.attended import (
    attendance_in,
    attendance_of,
    every_note,
    forget_reasons,
    note_attendance,
    notes_of,
)
from alongside.placements.offers.coaches import (
    can_coach,
    coach_for,
    coached_by,
    coachings_ending,
    coachings_of,
    every_coaching,
    forget_coachings,
    is_coach_of,
)
from alongside.placements.offers.pay import (
    check_floor,
    pay_check,
    under,
)
from alongside.placements.offers.way import (
    add_step,
    all_steps,
    forget_way,
    own_words_of,
    steps_of,
)
from alongside.placements.offers.wishes import (
    forget_wishes,
    wish,
    wishes_for,
    wishes_of,
)
from alongside.placements.offers.worked import (
    accounts,
    minutes_worked,
    work_in,
    worked,
    worked_by,
)

__all__ = [
    "accounts",
    "add_placement",
    "add_step",
    "agreed_minutes",
    "all_steps",
    "attendance_in",
    "attendance_of",
    "can_coach",
    "check_floor",
    "coach_for",
    "coached_by",
    "coachings_ending",
    "coachings_of",
    "every_coaching",
    "every_note",
    "forget_coachings",
    "forget_questions",
    "forget_reasons",
    "forget_way",
    "forget_wishes",
    "is_coach_of",
    "minutes_worked",
    "note_attendance",
    "notes_of",
    "own_words_of",
    "pay_check",
    "placement",
    "placements_in",
    "placements_of",
    "placements_on",
    "question",
    "questions_of",
    "refuse_meeting",
    "steps_of",
    "still_counts",
    "under",
    "waiting_questions",
    "wish",
    "wishes_for",
    "wishes_of",
    "work_in",
    "worked",
    "worked_by",
]
