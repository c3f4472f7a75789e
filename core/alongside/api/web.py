"""Pages: what one is given, and what it may answer."""

from alongside.web import Form, GoTo, PdfAnswer, Thinking, Visit

__all__ = ["Form", "GoTo", "PdfAnswer", "Thinking", "Visit"]
