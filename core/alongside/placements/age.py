"""How old somebody is on a day, as the law counts it."""

from __future__ import annotations

from datetime import date

from alongside.refusal import BadInput


def age_on(born: date, day: date) -> int:
    """Return the age in whole years on a day; who is born on 29 February turns on 1 March in a common year.

    Raises:
        BadInput: for a day before the birth.
    """
    if day < born:
        raise BadInput(f"{day} is before the date of birth {born}", remedy="Check both dates.")
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
