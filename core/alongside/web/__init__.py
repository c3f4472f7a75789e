"""The web kit: what a page is given, what it may answer, and everything that stands between it and a browser."""

from alongside.web.visit import (
    STRANGER,
    Choice,
    Entered,
    Form,
    GoTo,
    Helper,
    Keep,
    Keeping,
    Left,
    Noted,
    PassedOn,
    PdfAnswer,
    Thinking,
    Told,
    Visit,
    Visitor,
)

__all__ = [
    "STRANGER",
    "Choice",
    "Entered",
    "Form",
    "GoTo",
    "Helper",
    "Keep",
    "Keeping",
    "Left",
    "Noted",
    "PassedOn",
    "PdfAnswer",
    "Thinking",
    "Told",
    "Visit",
    "Visitor",
]
