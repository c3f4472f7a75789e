"""Booking, one question a screen: what, which day, when, and then the price; the state stands in the address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from alongside.api.display import Said as _
from alongside.api.display import View, refused_said
from alongside.api.values import BadInput, NotFound, Period, local, near, worded
from alongside.api.web import GoTo, Visit

from ..actions import changing, customers, looking, making, weekly
from ..bookable import Bookable
from ..booking import Hirer, Payer, State
from ..refused import ManyClashes, NotFree, NotOpen
from ..series import Came
from .ordering import Confirm, Order
from .seen import at_text, here, instant_of, twice

DAYS = 14
PARTS = (("Morning", 12), ("Afternoon", 17), ("Evening", 24))
"""Parts of a day, each until an hour."""


def book(visit: Visit) -> View:
    """Ask the next question that has no answer yet."""
    asked = _Asked(visit, visit.query)
    if asked.what is None:
        return _what(visit)
    if asked.day is None:
        return _day(visit, asked, asked.what)
    if asked.starts is None:
        return _when(visit, asked, asked.what, asked.day)
    return _price(visit, asked, asked.what, asked.starts)


class _Asked:
    """What has been answered so far, read from an address or a form."""

    def __init__(self, visit: Visit, given: Mapping[str, str]) -> None:
        self.move = given.get("move", "")
        self.moved = looking.opened(visit.unit, here(visit), self.move) if self.move else None
        what = self.moved.bookable.id if self.moved else given.get("what", "")
        self.what: Bookable | None = looking.bookable(visit.unit, here(visit), what) if what else None
        self.minutes = self.moved.booking.minutes if self.moved else _number(given.get("minutes", ""))
        if self.what is not None and not self.minutes:
            self.minutes = self.what.least
        self.starts = instant_of(given["at"]) if given.get("at") else None
        self.day = _day_of(given["day"]) if given.get("day") else None
        if self.starts is not None:
            self.day = local(self.starts, visit.zone).date()

    def path(self, visit: Visit, **more: str) -> str:
        """The address of the next question, with one more answer."""
        known = {"move": self.move} if self.move else {"what": self.what.id if self.what else ""}
        minutes = {} if self.move else {"minutes": str(self.minutes)}
        return visit.link(f"/book?{urlencode({**known, **minutes, **more})}")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0


def _day_of(text: str) -> date:
    try:
        return near(date.fromisoformat(text))
    except ValueError as wrong:
        raise BadInput(worded("studio", "“{text}” is no day. Choose one from the page.", text=text)) from wrong


def _person(visit: Visit, asked: _Asked) -> str | None:
    """Whose own time has to be free: hers who books for herself, or for whom a booking is moved."""
    if asked.moved is not None:
        return asked.moved.booking.person
    return None if _plans(visit) else visit.actor.id


def _plans(visit: Visit) -> bool:
    return visit.unit.may("studio.plan", here(visit))


# --- what, and for how long


def _what(visit: Visit) -> View:
    found = looking.to_book(visit.unit, here(visit))
    facts = {
        "choices": [(one, looking.access(visit.unit, one), _lengths(visit, one)) for one in found],
        "mine": visit.link("/mine"),
    }
    return View("book_what.html", "What do you want to do?", facts)


def _lengths(visit: Visit, one: Bookable) -> list[tuple[int, str]]:
    return [
        (minutes, visit.link(f"/book?{urlencode({'what': one.id, 'minutes': minutes})}"))
        for minutes in one.lengths()
    ]


# --- which day


def _day(visit: Visit, asked: _Asked, what: Bookable) -> View:
    first = max(_day_of(visit.query.get("from", "") or str(visit.today)), visit.today)
    days = Period(first, first + timedelta(days=DAYS - 1))
    free = _free(visit, asked, what, days)
    facts = {
        "what": what,
        "minutes": asked.minutes,
        "days": [(day, _parts(visit, free.get(day, ())), asked.path(visit, day=str(day))) for day in days.days()],
        "later": asked.path(visit, **{"from": str(days.last + timedelta(days=1))}),
        "back": _back(visit, asked),
    }
    return View("book_day.html", "Which day?", facts)


def _back(visit: Visit, asked: _Asked) -> str:
    return visit.link(f"/booking/{asked.move}") if asked.move else visit.link("/book")


def _free(visit: Visit, asked: _Asked, what: Bookable, days: Period) -> dict[date, list[datetime]]:
    found: dict[date, list[datetime]] = {}
    whose = _person(visit, asked)
    for _one, starts in looking.free(visit.unit, here(visit), days, asked.minutes, whose, what.id):
        for start in starts:
            found.setdefault(local(start, visit.zone).date(), []).append(start)
    return found


def _parts(visit: Visit, starts: Any) -> list[str]:
    return [name for name, group in _by_part(visit, list(starts)) if group]


def _by_part(visit: Visit, starts: list[datetime]) -> list[tuple[str, list[datetime]]]:
    since, found = 0, []
    for name, until in PARTS:
        found.append((name, [one for one in starts if since <= local(one, visit.zone).hour < until]))
        since = until
    return found


# --- when


def _when(visit: Visit, asked: _Asked, what: Bookable, day: date) -> View:
    starts = _free(visit, asked, what, Period(day, day)).get(day, [])
    facts = {
        "what": what,
        "minutes": asked.minutes,
        "day": day,
        "twice": twice(visit, starts),
        "parts": [
            (name, [(one, asked.path(visit, at=at_text(one))) for one in group], _each_hour(visit, asked, group))
            for name, group in _by_part(visit, starts)
            if group
        ],
        "back": asked.path(visit),
    }
    return View("book_when.html", "When?", facts)


def _each_hour(visit: Visit, asked: _Asked, group: list[datetime]) -> list[tuple[datetime, str]]:
    """The first start of each hour: as many as somebody can look at with a clock beside each."""
    walls = [(local(one, visit.zone), one) for one in reversed(group)]
    # Two walls that differ only in their fold are equal: the hour that comes twice has to be told apart.
    firsts = {(wall.hour, wall.fold): one for wall, one in walls}
    return [(one, asked.path(visit, at=at_text(one))) for one in sorted(firsts.values())]


# --- the price, and yes


def _order(visit: Visit, asked: _Asked) -> Confirm:
    """Return the form with what has been answered; who runs the studio says more, but not where one is moved."""
    chosen = {
        "move": asked.move,
        "what": "" if asked.move or not asked.what else asked.what.id,
        "minutes": "" if asked.move else asked.minutes,
        "day": asked.day,
        "at": at_text(asked.starts) if asked.starts else "",
    }
    if asked.move or not _plans(visit):
        return Confirm(visit, chosen)
    form = Order(visit, {**chosen, "weeks": 1})
    form.who.offer(looking.whom_it_may_be_for(visit.unit, here(visit)))
    return form


def _price(
    visit: Visit, asked: _Asked, what: Bookable, starts: datetime, met: Any = None, form: Confirm | None = None
) -> View:
    plans, form = _plans(visit) and not asked.move, form or _order(visit, asked)
    hirer = _own(visit, asked)
    rate, pence, payer = making.priced(visit.unit, what, hirer, starts, asked.minutes)
    nearest = getattr(met, "nearest", None)
    ends = starts + timedelta(minutes=asked.minutes)
    facts = {
        "what": what,
        "starts": starts,
        "ends": ends,
        "twice": twice(visit, [starts, ends], [nearest] if nearest else []),
        "minutes": asked.minutes,
        "rate": rate,
        "pence": pence,
        "group_pays": payer is Payer.GROUP,
        "asks": what.approval and not plans and not asked.move,
        "plans": plans,
        "prices": making.prices(visit.unit, what, starts, asked.minutes) if plans else (),
        "form": form,
        "move": asked.move,
        "lines": getattr(met, "lines", ()),
        "near": (nearest, asked.path(visit, at=at_text(nearest))) if nearest else None,
        "mistakes": {"": refused_said(met)} if met else {},
        "back": asked.path(visit, day=str(asked.day)),
    }
    return View("book_price.html", "Is this right?", facts)


def _own(visit: Visit, asked: _Asked) -> Hirer:
    if asked.moved is not None:
        there = asked.moved.booking
        return Hirer(person=visit.actor.id, audience=there.audience, payer=there.payer)
    return making.of_person(visit.unit, visit.actor.id)


def send_book(visit: Visit) -> GoTo | View:
    """Book what was chosen; where it is not free any more, show what would be instead."""
    asked = _Asked(visit, visit.form)
    if asked.what is None or asked.starts is None:
        raise BadInput(worded("studio", "Something is missing. Begin again."))
    form = _order(visit, asked)
    if not form.valid():
        return _price(visit, asked, asked.what, asked.starts, form=form)
    try:
        return _done(visit, asked, asked.what, asked.starts, form)
    except (NotFree, NotOpen, ManyClashes) as met:
        return _price(visit, asked, asked.what, asked.starts, met, form)


def _done(visit: Visit, asked: _Asked, what: Bookable, starts: datetime, form: Confirm) -> GoTo:
    if asked.move:
        moved = changing.move(visit.unit, asked.move, starts)
        return GoTo(visit.link(f"/booking/{moved.id}"), _("It is moved."))
    said = form if isinstance(form, Order) else None
    held = int(said.hold.value or 0) if said else 0
    until = min(visit.unit.now + timedelta(days=held), starts) if held else None
    hirer = _hirer(visit, said.who.value) if said else making.of_person(visit.unit, visit.actor.id)
    order = making.Order(bookable=what.id, starts=starts, minutes=asked.minutes, hirer=hirer, until=until)
    if said and said.weeks.value > 1:
        return _series(visit, order, said.weeks.value)
    done = making.book(visit.unit, order)
    told = {State.REQUESTED: _("You asked for it."), State.HELD: _("The time is held.")}
    return GoTo(visit.link(f"/booking/{done.id}"), told.get(done.state, _("It is booked.")))


def _series(visit: Visit, order: making.Order, weeks: int) -> GoTo:
    came = weekly.book_series(visit.unit, order, weeks, skip=visit.form.get("skip") == "yes")
    left = sum(one.came is not Came.BOOKED for one in came.answers)
    said = _("{n} dates are booked, {left} are left out.", n=len(came.bookings), left=left)
    return GoTo(visit.link(f"/series/{came.series.id}"), said)


def _hirer(visit: Visit, who: str) -> Hirer:
    kind, _colon, chosen = who.partition(":")
    if kind == "person":
        return making.of_person(visit.unit, chosen)
    for one in customers.listed(visit.unit, here(visit)):
        if one.id == chosen:
            return making.of_customer(one)
    raise NotFound("customer", "", "Choose one from the list.")
