"""Reports and papers: figures for the first page, and a PDF that anybody can read or hear."""

from alongside.reports import Figure
from alongside.reports.pdf import make_pdf

__all__ = ["Figure", "make_pdf"]
