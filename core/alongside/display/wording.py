"""Times, days, lengths and money in words, for each edition.

Standard: ``9:30 to 14:00`` in a sentence, ``9–2`` on a shift block. Easy Read: ``10 o’clock in the morning``.
No-break spaces hold together what belongs together. Given times and days are those of the place: instants
are turned into wall time before (the templates' filters do it).
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from alongside.display.view import Edition
from alongside.instants import Period
from alongside.money import pounds

NBSP = "\u00a0"

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_QUARTERS = {0: "", 15: "¼", 30: "½", 45: "¾"}
_QUARTERS_IN_WORDS = {15: "a quarter", 30: "a half", 45: "three quarters"}


def _glued(text: str) -> str:
    return text.replace(" ", NBSP)


def _twelve(hour: int) -> int:
    return (hour + 11) % 12 + 1


def clock_words(moment: time | datetime, edition: Edition = Edition.EASY) -> str:
    """What a clock face says, as people say it: ``10 o’clock``, ``half past 9``, ``quarter to 4``."""
    del edition  # a clock is read in one way
    minute, hour = moment.minute, _twelve(moment.hour)
    if minute == 0:
        return _glued(f"{hour} o’clock")
    names = {15: "quarter", 30: "half"}
    if minute <= 30:
        return _glued(f"{names.get(minute, _minutes(minute))} past {hour}")
    return _glued(f"{names.get(60 - minute, _minutes(60 - minute))} to {_twelve(moment.hour + 1)}")


def _minutes(minutes: int) -> str:
    if minutes % 5 == 0:
        return str(minutes)
    return f"{minutes} minute{'' if minutes == 1 else 's'}"


def part_of_day(moment: time | datetime) -> str:
    """The words for the part of the day: night until 5, morning until noon, afternoon until 6, evening until 9."""
    if moment.hour < 5 or moment.hour >= 21:
        words = "at night"
    elif moment.hour < 12:
        words = "in the morning"
    else:
        words = "in the afternoon" if moment.hour < 18 else "in the evening"
    return _glued(words)


def clock(moment: time | datetime, edition: Edition = Edition.STANDARD) -> str:
    """A time in a sentence: ``9:30`` and ``14:00``; in Easy Read ``half past 9 in the morning``."""
    if edition is not Edition.EASY:
        return f"{moment.hour}:{moment.minute:02d}"
    if (moment.hour, moment.minute) == (0, 0):
        return "midnight"
    if (moment.hour, moment.minute) == (12, 0):
        return _glued("12 o’clock") + " " + _glued("in the middle") + " " + _glued("of the day")
    return f"{clock_words(moment)} {part_of_day(moment)}"


def clock_short(moment: time | datetime, edition: Edition = Edition.STANDARD) -> str:
    """A time on a shift block: ``9``, ``2``, ``10:30``; in Easy Read the words of the clock face."""
    if edition is Edition.EASY:
        return clock_words(moment)
    return f"{_twelve(moment.hour)}" + (f":{moment.minute:02d}" if moment.minute else "")


def span(starts: time | datetime, ends: time | datetime, edition: Edition = Edition.STANDARD) -> str:
    """From when to when, in a sentence: ``9:30 to 14:00``."""
    if edition is Edition.EASY:
        return f"{clock(starts, edition)} to {clock(ends, edition)}"
    return _glued(f"{clock(starts)} to {clock(ends)}")


def span_short(starts: time | datetime, ends: time | datetime, edition: Edition = Edition.STANDARD) -> str:
    """From when to when, on a shift block: ``9–2``, ``5–10:30``; in words in Easy Read."""
    if edition is Edition.EASY:
        return f"{clock_words(starts)} to {clock_words(ends)}"
    return f"{clock_short(starts)}–{clock_short(ends)}"


def day(
    when: date | datetime, edition: Edition = Edition.STANDARD, *, year: bool = False, weekday: bool = True
) -> str:
    """A day in words, ``Friday 5 June``, the same in every edition; ``year`` and ``weekday`` as asked."""
    del edition  # both editions say days in full; the filters hand every wording its edition
    # A narrow card may break the line after the name of the day: all in one is wider than a phone.
    words = f"{_DAYS[when.weekday()]} " if weekday else ""
    return words + _glued(f"{when.day} {_MONTHS[when.month - 1]}" + (f" {when.year}" if year else ""))


def weekday(when: date | datetime) -> str:
    """The name of the day: ``Friday``."""
    return _DAYS[when.weekday()]


def period(of: Period, edition: Edition = Edition.STANDARD) -> str:
    """A period in words: ``July to September 2026`` for whole months, else from day to day."""
    del edition  # the same in both
    first, last = of.first, of.last
    if first == last:
        return day(first, year=True)
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        return _months(first, last)
    year = first.year != last.year
    return f"{day(first, weekday=False, year=year)} to {day(last, weekday=False, year=True)}"


def _months(first: date, last: date) -> str:
    ends = f"{_MONTHS[last.month - 1]}{NBSP}{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return ends
    begins = _MONTHS[first.month - 1] + (f"{NBSP}{first.year}" if first.year != last.year else "")
    return f"{begins} to {ends}"


def season(of: Period) -> str:
    """A quarter as members call it: ``winter``, ``spring``, ``summer``, ``autumn``."""
    return ("winter", "spring", "summer", "autumn")[(of.first.month - 1) // 3]


def duration(minutes: int, edition: Edition = Edition.STANDARD) -> str:
    """A length of time: ``5 hours``, ``23½ hours``, ``45 minutes``, ``1 hour 20 minutes``.

    Raises:
        ValueError: for a length below nothing.
    """
    if minutes < 0:
        raise ValueError(f"{minutes} minutes is no length of time")
    hours, rest = divmod(minutes, 60)
    if edition is Edition.EASY and hours and rest in _QUARTERS_IN_WORDS:
        # All in one it is wider than a card on a phone: it may break before the last word.
        return _glued(f"{hours:,} and {_QUARTERS_IN_WORDS[rest]}") + " hours"
    if hours and rest in _QUARTERS:
        return _glued(f"{hours:,}{_QUARTERS[rest]} hour{'' if minutes == 60 else 's'}")
    parts = [_counted(hours, "hour")] if hours else []
    if rest or not hours:
        parts.append(_counted(rest, "minute"))
    return " ".join(parts)


def _counted(number: int, thing: str) -> str:
    return f"{number:,}{NBSP}{thing}{'' if number == 1 else 's'}"


def money(pence: int, edition: Edition = Edition.STANDARD) -> str:
    """An amount: ``£2,259.94``, and ``£4,310`` where there are no pence."""
    del edition  # the same in both
    return pounds(pence).removesuffix(".00")
