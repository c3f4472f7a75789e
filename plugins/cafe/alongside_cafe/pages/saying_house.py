"""What a café's own rules say, in a sentence each: where they are set, and with a draft made by them."""

from __future__ import annotations

from alongside.api.display import Said, duration
from alongside.api.display import Said as _

from ..house_rules import Counts, HouseRules

_NUMBERS = {
    "margin_minutes": _("A week has at most **{hours}** more than agreed."),
    "coached_at_once": _("One job coach looks after at most **{n}** at once."),
    "fairness_weeks": _("What is fair is looked at over **{n} weeks**."),
    "days_that_stay": _("Today and **{n} days** after it stay as they were told."),
}
_COUNTS = {
    ("wishes", Counts.LESS): _("Wishes count **less** than usual."),
    ("wishes", Counts.MORE): _("Wishes count **more** than usual."),
    ("usual_times", Counts.LESS): _("Usual times and coaches count **less** than usual."),
    ("usual_times", Counts.MORE): _("Usual times and coaches count **more** than usual."),
    ("fairness", Counts.LESS): _("Sharing out fairly counts **less** than usual."),
    ("fairness", Counts.MORE): _("Sharing out fairly counts **more** than usual."),
    ("learning", Counts.LESS): _("A fair share of chances to learn counts **less** than usual."),
    ("learning", Counts.MORE): _("A fair share of chances to learn counts **more** than usual."),
}

_SHARED = _("What we share out fairly is **our own choice**.")

_STAY = {
    0: _("Of what was told, only **today** stays as it is."),
    1: _("**Today and tomorrow** stay as they were told."),
}


def said_of_house(rules: HouseRules) -> tuple[Said, ...]:
    """Return a sentence for each rule that is not as everywhere; none where all are."""
    return tuple(_said(rules, field) for field in rules.unusual)


def _said(rules: HouseRules, field: str) -> Said:
    if field == "shared":
        return _SHARED.of("cafe")
    value = getattr(rules, field)
    if isinstance(value, Counts):
        return _COUNTS[field, value].of("cafe")
    said = _STAY.get(value, _NUMBERS[field]) if field == "days_that_stay" else _NUMBERS[field]
    return _(said.key, n=value, hours=duration(value) if value else "0 hours").of("cafe")
