"""Reading the repeating rules of calendars: those that can be kept become a ``Repeat``, the rest is refused."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from alongside.diary.repeat import Every, Repeat, place_in_month
from alongside.instants import at, local
from alongside.refusal import BadInput


def read_rule(rule: str, starts: datetime, minutes: int, zone: str) -> Repeat:
    """Read a calendar's ``RRULE`` (RFC 5545) for something that starts at the wall time ``starts`` in ``zone``.

    Raises:
        BadInput: for every rule that is not of the kinds in ``Every``, or does not end.
    """
    parts = dict(part.split("=", 1) for part in rule.upper().removeprefix("RRULE:").split(";") if "=" in part)
    unknown = sorted(set(parts) - {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "WKST"})
    if unknown:
        raise _refused(rule, f"“{unknown[0]}” is not understood")
    times, last = _ending(rule, parts, starts.time(), zone)
    every = _every(rule, parts, starts.date())
    first, clock = starts.date(), starts.time()
    return Repeat(every=every, first=first, clock=clock, minutes=minutes, zone=zone, times=times, last=last)


def _every(rule: str, parts: dict[str, str], first: date) -> Every:
    weekday = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[first.weekday()]
    by = (parts.get("BYDAY"), parts.get("BYMONTHDAY"))
    asked = (parts.get("FREQ"), parts.get("INTERVAL", "1"), *by)
    known = {
        ("DAILY", "1", None, None): Every.DAY,
        ("WEEKLY", "1", None, None): Every.WEEK,
        ("WEEKLY", "1", weekday, None): Every.WEEK,
        ("WEEKLY", "2", None, None): Every.FORTNIGHT,
        ("WEEKLY", "2", weekday, None): Every.FORTNIGHT,
        ("MONTHLY", "1", None, None): Every.MONTH_DATE,
        ("MONTHLY", "1", None, str(first.day)): Every.MONTH_DATE,
        ("MONTHLY", "1", f"{place_in_month(first)}{weekday}", None): Every.MONTH_WEEKDAY,
        ("MONTHLY", "1", f"-1{weekday}", None): Every.MONTH_LAST_WEEKDAY,
    }
    if asked not in known:
        raise _refused(rule, f"it is none of the rules known here, or does not begin on {first:%A} {first}")
    return known[asked]


def _ending(rule: str, parts: dict[str, str], clock: time, zone: str) -> tuple[int | None, date | None]:
    if "COUNT" in parts and parts["COUNT"].isdigit():
        return int(parts["COUNT"]), None
    try:
        return None, _last_day(parts["UNTIL"], clock, zone)
    except (KeyError, ValueError) as missing:
        raise _refused(rule, "it has no end") from missing


def _last_day(until: str, clock: time, zone: str) -> date:
    if len(until) == 8:  # a day alone, as YYYYMMDD
        return datetime.strptime(until, "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    moment = datetime.strptime(until.rstrip("Z"), "%Y%m%dT%H%M%S")  # noqa: DTZ007 - wall time, or made UTC below
    if until.endswith("Z"):
        moment = local(at(moment.date(), moment.time(), "UTC"), zone).replace(tzinfo=None)
    return moment.date() if clock <= moment.time() else moment.date() - timedelta(days=1)


def _refused(rule: str, why: str) -> BadInput:
    kinds = "; ".join(every.value for every in Every)
    return BadInput(f"the rule {rule} cannot be kept: {why}", remedy=f"Choose one of these, with an end: {kinds}.")
