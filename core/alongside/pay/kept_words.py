"""What the keys are called by which is handed over what is kept of a person."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.display import Said
from alongside.display import Said as _

WORDS: Mapping[str, Said] = {
    "pay_advices": _("Pay advices"),
    "days_away": _("Days away"),
    "terms_of_pay": _("What is agreed about your pay"),
    "pay_reference": _("Pay reference"),
    "holiday_minutes_left": _("Holiday left"),
    "agreed_runs": _("Pay runs that you agreed"),
}
