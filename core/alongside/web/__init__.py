"""The web kit: what a page is given, what it may answer, and everything that stands between it and a browser."""

from alongside.web.visit import Choice, Form, GoTo, PdfAnswer, Thinking, Visit, Visitor

__all__ = ["Choice", "Form", "GoTo", "PdfAnswer", "Thinking", "Visit", "Visitor"]
