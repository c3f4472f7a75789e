"""What placements lend to other parts inside their unit: who has agreed what, and the hours worked."""

from alongside.placements.offers.agreed import (
    add_placement,
    agreed_minutes,
    placement,
    placements_in,
    placements_of,
    placements_on,
    refuse_meeting,
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
from alongside.placements.offers.pay import (
    check_floor,
    pay_check,
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
    "agreed_minutes",
    "attendance_in",
    "attendance_of",
    "check_floor",
    "every_note",
    "forget_questions",
    "forget_reasons",
    "minutes_worked",
    "note_attendance",
    "notes_of",
    "pay_check",
    "placement",
    "placements_in",
    "placements_of",
    "placements_on",
    "question",
    "questions_of",
    "refuse_meeting",
    "waiting_questions",
    "work_in",
    "worked",
    "worked_by",
]
