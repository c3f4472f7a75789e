"""The web kit: what a page is given, what it may answer, and everything that stands between it and a browser."""

from alongside.web.outcomes import (
    CalendarAnswer,
    DataAnswer,
    Entered,
    GoTo,
    Keep,
    Keeping,
    Left,
    Noted,
    PackedAnswer,
    PassedOn,
    PdfAnswer,
    TableAnswer,
    Thinking,
    Told,
)
from alongside.web.playing import PlayedAnswer
from alongside.web.visit import STRANGER, Choice, Form, Helper, Visit, Visitor

__all__ = [
    "STRANGER",
    "CalendarAnswer",
    "Choice",
    "DataAnswer",
    "Entered",
    "Form",
    "GoTo",
    "Helper",
    "Keep",
    "Keeping",
    "Left",
    "Noted",
    "PackedAnswer",
    "PassedOn",
    "PdfAnswer",
    "PlayedAnswer",
    "TableAnswer",
    "Thinking",
    "Told",
    "Visit",
    "Visitor",
]
