"""Pages: what one is given, and what it may answer; forms, and the kinds of field that one is made of."""

from alongside.web import Form, GoTo, PdfAnswer, Thinking, Visit
from alongside.web.forms import (
    Answer,
    Day,
    Fields,
    File,
    FromList,
    Hidden,
    Line,
    LongText,
    ManyOf,
    Money,
    Number,
    OneOf,
    Person,
    Read,
    TimeOfDay,
    Yes,
)
from alongside.web.glance import Glance, Note

__all__ = [
    "Answer",
    "Day",
    "Fields",
    "File",
    "Form",
    "FromList",
    "Glance",
    "GoTo",
    "Hidden",
    "Line",
    "LongText",
    "ManyOf",
    "Money",
    "Note",
    "Number",
    "OneOf",
    "PdfAnswer",
    "Person",
    "Read",
    "Thinking",
    "TimeOfDay",
    "Visit",
    "Yes",
]
