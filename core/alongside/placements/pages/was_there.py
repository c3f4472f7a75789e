"""What the page about a day that is over asks: who was there, time that was not planned, answers to questions."""

from __future__ import annotations

from alongside.display import Said as _
from alongside.placements.pages.times_there import Between
from alongside.web.forms import Fields, FromList, Line, TimeOfDay

PLANNED, OTHER, AWAY, UNPAID = "planned", "other", "away", "unpaid"
ANSWERS = ((PLANNED, _("Yes, as planned")), (OTHER, _("Yes, at other times")), (AWAY, _("No")))
WITH_UNPAID = ((UNPAID, _("It was no paid time")), *ANSWERS)
"""What else may be said of time that nobody expects to be paid."""


class WasThere(Between):
    """Whether one person was there, and when."""

    mark = FromList(
        _("Was {name} there?"),
        ANSWERS,
    )
    since = TimeOfDay(_("From, where it differs"), needed=False, depends=True)
    since_which = FromList(_("Which of the two, from?"), needed=False, depends=True)
    until = TimeOfDay(_("Until, where it differs"), needed=False, depends=True)
    until_which = FromList(_("Which of the two, until?"), needed=False, depends=True)
    why = Line(
        _("Why these hours are changed"),
        hint=_("No illness and no diagnosis, please."),
        needed=False,
        depends=True,
    )

    def check(self) -> None:
        """Ask for the times where they differ."""
        if self.mark.value == OTHER and self.since.data is None:
            self.refuse(self.since, _("Write from when {name} was there, such as 9:30.", **self.facts))
        if self.mark.value == OTHER and self.until.data is None:
            self.refuse(self.until, _("Write until when {name} was there, such as 14:00.", **self.facts))


class AddTime(Between):
    """Paid time that was not planned."""

    do = "add"
    person = FromList(_("Whose time?"), missing=_("Choose whose time it is."))
    what = FromList(
        _("What was it?"),
        (("Debrief", _("Debrief")), ("Training", _("Training")), ("Other work", _("Other work"))),
        missing=_("Choose what it was."),
    )
    since = TimeOfDay(_("From"))
    since_which = FromList(_("Which of the two, from?"), needed=False, depends=True)
    until = TimeOfDay(_("Until"))
    until_which = FromList(_("Which of the two, until?"), needed=False, depends=True)


class Answer(Fields):
    """An answer to a question about hours."""

    do = "answer"
    words = Line(_("Your answer"), missing=_("Write a few words."))
