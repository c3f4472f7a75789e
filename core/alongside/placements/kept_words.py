"""What the keys are called by which is handed over what is kept of a person."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.display import Said
from alongside.display import Said as _

WORDS: Mapping[str, Said] = {
    "placements": _("Your work with us"),
    "minutes_worked": _("Hours worked by month"),
    "attendance": _("When you were there"),
    "way_to_work": _("Your way to work"),
    "own_words_about_work": _("Your own words about work"),
    "wishes_about_hours": _("Your wishes about hours"),
    "reviews": _("Talks about your job"),
    "adjustments": _("Changes that help you"),
    "outcomes": _("How long your job has lasted"),
    "endings": _("Jobs that ended"),
    "job_coaches": _("Job coaches you have chosen"),
    "most_minutes_a_week": _("The most hours a week that you wish"),
    "yes_to_longer_weeks": _("Your yes to longer weeks"),
    "signed_on": _("Signed on"),
    "taken_back_on": _("Taken back on"),
    "ends_on": _("Ends on"),
    "changed_shifts": _("Changes of your shifts"),
    "questions_about_hours": _("Your questions about hours"),
    "is_it_a_job": _("Whether it is a job"),
    "agreed_minutes_a_week": _("Agreed hours a week"),
    "rate_an_hour": _("Pay for an hour"),
    "stage": _("Step"),
    "says": _("What you said"),
    "coach_says": _("What the job coach said"),
    "held_on": _("Talked on"),
    "due": _("To be talked about on"),
    "barrier": _("What was in the way"),
    "by_day": _("To be done by"),
    "done_on": _("Done on"),
    "agreed_on": _("Agreed on"),
}
