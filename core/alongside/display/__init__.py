"""Showing things: views and editions, templates, wording, colours, fonts, pictures and charts."""

from alongside.display.texts import Said
from alongside.display.view import Edition, View

__all__ = ["Edition", "Said", "View"]
