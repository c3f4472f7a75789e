"""What the keys are called by which is handed over what is kept of a person."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.display import Said
from alongside.display import Said as _

WORDS: Mapping[str, Said] = {
    "only_for_her": _("Only for you"),
    "numbers_to_see": _("Numbers you want to see"),
    "most_minutes_a_week": _("The most hours a week"),
    "a_helper_may_see_it": _("A helper may see it"),
}
