"""Sentences in Python code count too."""

from alongside.display import Said as _

CLOSED = _("The bakery is closed on {day}.", day="Monday")
