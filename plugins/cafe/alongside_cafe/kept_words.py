"""What the keys are called by which is handed over what is kept of a person."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.api.display import Said
from alongside.api.display import Said as _

WORDS: Mapping[str, Said] = {
    "availability": _("When you can work"),
    "shifts": _("Your shifts"),
    "waiting_for_certificates": _("Waits for a certificate"),
    "wishes": _("Your wishes about times"),
    "wants_to_learn": _("You want to learn"),
    "glad_to_show": _("You are glad to show"),
    "likes_to_work_with": _("You like to work with"),
    "never_works_with": _("You never work with"),
    "most_to_earn_a_week": _("The most you want to earn in a week"),
    "same_times_help": _("The same times help you"),
    "rota_changes": _("Changes of your shifts"),
    "asked_to_stand_in": _("When we asked you to stand in"),
    "swaps": _("Swaps"),
    "published": _("Rotas that you published"),
    "minutes_of_notice": _("How early you knew"),
}
