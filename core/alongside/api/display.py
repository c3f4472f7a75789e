"""Views and editions, and the words for times and days, as a plugin's edges use them."""

from alongside.display import Edition, Said, View
from alongside.display.refused import refused_said
from alongside.display.rendering import Display
from alongside.display.wording import clock, clock_words, day, duration, money, period, span, span_short, weekday

__all__ = [
    "Display",
    "Edition",
    "Said",
    "View",
    "clock",
    "clock_words",
    "day",
    "duration",
    "money",
    "period",
    "refused_said",
    "span",
    "span_short",
    "weekday",
]
