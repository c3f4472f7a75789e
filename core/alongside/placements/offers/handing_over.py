"""What is handed over to a person of her way to work, and what is taken out of it when she is erased."""

from __future__ import annotations

from typing import Any

import attrs

from alongside.placements import offers
from alongside.store import Unit


def of_the_way(unit: Unit, person: str) -> dict[str, Any]:
    """Return what is held of a person's way to work, as plain values."""
    most = offers.most_of(unit, person)
    return {
        "way_to_work": [attrs.asdict(one) for one in offers.steps_of(unit, person)],
        "own_words_about_work": [attrs.asdict(one) for one in offers.own_words_of(unit, person, taken_back=True)],
        "wishes_about_hours": [attrs.asdict(one) for one in offers.wishes_of(unit, person)],
        "reviews": [attrs.asdict(one) for one in offers.reviews_of(unit, person)],
        "adjustments": [attrs.asdict(one) for one in offers.adjustments_of(unit, person)],
        "outcomes": [attrs.asdict(one) for one in offers.outcomes_of(unit, person)],
        "endings": [attrs.asdict(one) for one in offers.endings_of(unit, person)],
        "job_coaches": [attrs.asdict(one) for one in offers.every_coaching(unit, person)],
        "most_minutes_a_week": most.minutes if most else None,
        "yes_to_longer_weeks": [attrs.asdict(one) for one in offers.opt_outs_of(unit, person)],
        "days_off_asked_for": [attrs.asdict(one) for one in offers.leave_wishes_of(unit, person)],
    }


def forget_the_way(unit: Unit, person: str) -> None:
    """Take out a person's way to work, and that she was anybody's job coach."""
    offers.forget_wishes(unit, person)
    offers.forget_most(unit, person)
    offers.forget_opt_outs(unit, person)
    offers.forget_leave(unit, person)
    offers.forget_coachings(unit, person)
    offers.forget_reviews(unit, person)
    offers.forget_adjustments(unit, person)
    offers.forget_endings(unit, person)
    offers.forget_outcomes(unit, person)
    offers.forget_way(unit, person)
