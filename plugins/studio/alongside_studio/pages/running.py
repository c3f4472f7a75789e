"""Running the studio: the day, closing a room, and customers."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.values import BadInput, at, near
from alongside.api.web import GoTo, Visit

from ..actions import closing, customers, looking
from ..booking import State
from ..price import Audience, audience_named
from .seen import day_asked, here, twice

TINTS = {
    State.CONFIRMED: "front",
    State.DONE: "front",
    State.HELD: "till",
    State.NO_SHOW: "leave",
}


def day(visit: Visit) -> View:
    """Show a day: rooms across and times down, or room by room on a narrow screen."""
    on = day_asked(visit, visit.query.get("day", ""))
    shown = looking.day(visit.unit, here(visit), on)
    facts = {
        "on": on,
        "shown": shown,
        "twice": twice(visit, shown.times),
        "tints": TINTS,
        "held": State.HELD,
        "no_show": State.NO_SHOW,
        "today": on == visit.today,
        "waiting": [
            (one, what, who, visit.link(f"/booking/{one.id}"))
            for one, what, who in looking.waiting(visit.unit, here(visit))
        ],
        "before": visit.link(f"/day?day={on - timedelta(days=1)}"),
        "after": visit.link(f"/day?day={on + timedelta(days=1)}"),
        "now": visit.link("/day"),
        "booking": visit.link("/booking/"),
        "book": visit.link("/book"),
        "sheet": visit.link(f"/sheet/{on}"),
        "close": visit.link(f"/close?day={on}"),
    }
    return View("day.html", "Studio day", facts)


# --- closing


def close(visit: Visit) -> View:
    """Show the form that closes a room or a thing for a while."""
    return _close(visit, day_asked(visit, visit.query.get("day", "")), {})


def _close(visit: Visit, on: date, given: Any) -> View:
    facts = {
        "pieces": closing.choices(visit.unit, here(visit)),
        "piece": given.get("piece", ""),
        "day": given.get("day", str(on)),
        "since": given.get("since", "09:00"),
        "last": given.get("last", str(on)),
        "until": given.get("until", "18:00"),
        "why": given.get("why", ""),
        "closures": closing.closures(visit.unit, here(visit)),
    }
    return View("close.html", "Close a room", facts)


def send_close(visit: Visit) -> GoTo:
    """Close a room, or open one again; what stands in the way is told above the form."""
    if visit.form.get("again"):
        closing.open_again(visit.unit, here(visit), visit.form["again"])
        return GoTo(visit.link("/close"), _("It is open again."))
    piece = closing.piece_named(visit.unit, here(visit), visit.form.get("piece", ""))
    starts = _instant(visit, visit.form.get("day", ""), visit.form.get("since", ""))
    ends = _instant(visit, visit.form.get("last", ""), visit.form.get("until", ""))
    closing.close(visit.unit, here(visit), piece, starts, ends, visit.form.get("why", ""))
    return GoTo(visit.link(f"/day?day={visit.form['day']}"), _("{name} is closed then.", name=piece.name))


def _instant(visit: Visit, day: str, clock: str) -> datetime:
    try:
        return at(near(date.fromisoformat(day)), time.fromisoformat(clock), visit.zone)
    except ValueError as wrong:
        raise BadInput("a day or a time is missing", remedy="Give both, such as 2026-11-27 and 18:00.") from wrong


# --- customers


def customer_list(visit: Visit) -> View:
    """Show the customers, and the form for a new one."""
    facts = {
        "customers": customers.listed(visit.unit, here(visit)),
        "audiences": [(one.value, one.value.capitalize()) for one in Audience],
        "form": visit.form,
    }
    return View("customers.html", "Customers", facts)


def send_customers(visit: Visit) -> GoTo:
    """Add a customer, or forget one."""
    if visit.form.get("forget"):
        customers.forget(visit.unit, here(visit), visit.form["forget"])
        return GoTo(visit.link("/customers"), _("This customer is forgotten."))
    audience = audience_named(visit.form.get("audience", ""))
    new = customers.add(
        visit.unit,
        here(visit),
        visit.form.get("name", ""),
        audience,
        email=visit.form.get("email", ""),
        phone=visit.form.get("phone", ""),
    )
    return GoTo(visit.link("/customers"), _("{name} is on the list.", name=new.name))
