"""Reports: chapters of all parts become one tagged PDF, in each edition."""

from alongside.reports.figure import Figure, first_five

__all__ = ["Figure", "first_five"]
