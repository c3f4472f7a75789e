"""The form by which something is booked: what was chosen before, and what who runs the studio says more."""

from __future__ import annotations

from alongside.api.display import Said as _
from alongside.api.web import Fields, FromList, Hidden, Number

from ..series import MOST_WEEKS

HOLDS = (1, 3, 7)
"""For how many days somebody who runs the studio may keep a time for a band that still thinks."""


class Confirm(Fields):
    """What was chosen on the screens before, sent along."""

    move = Hidden()
    what = Hidden()
    minutes = Hidden()
    day = Hidden()
    at = Hidden()


class Order(Confirm):
    """The same, and what somebody who runs the studio says more: for whom, how often, how certain it is."""

    who = FromList(_("Who is it for?"), none=_("Choose a name"))
    weeks = Number(
        _("How many weeks?"),
        least=1,
        most=MOST_WEEKS,
        hint=_("1 is once. A number such as 8 books the same time every week."),
    )
    hold = FromList(
        _("Is it certain?"),
        [(str(n), _("Hold it for {n} days", n=n) if n > 1 else _("Hold it for 1 day")) for n in HOLDS],
        none=_("Book it now"),
        needed=False,
        depends=True,
    )

    def check(self) -> None:
        """See that no series is held."""
        if self.weeks.value > 1 and self.hold.value:
            self.refuse(self.hold, _("A series cannot be held. Book it, or hold one date."))
