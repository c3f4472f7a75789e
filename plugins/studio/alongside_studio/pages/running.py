"""Running the studio: the day, closing a room, and customers."""

from __future__ import annotations

from datetime import time, timedelta

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.values import at
from alongside.api.web import Day, Fields, FromList, GoTo, Line, TimeOfDay, Visit

from ..actions import closing, customers, looking
from ..booking import State
from ..customer import LONGEST
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
        "faces": looking.faces_on(visit.unit, shown),
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


class Close(Fields):
    """A room or a thing that nobody can book for a while."""

    piece = FromList(_("Which room or thing?"))
    day = Day(_("From which day?"))
    since = TimeOfDay(_("From when?"))
    last = Day(_("Until which day?"))
    until = TimeOfDay(_("Until when?"))
    why = Line(_("Why? A few words, no names."))


def close(visit: Visit) -> View:
    """Show the form that closes a room or a thing for a while."""
    return _closing(visit, _close(visit))


def _close(visit: Visit) -> Close:
    on = day_asked(visit, visit.query.get("day", ""))
    form = Close(visit, {"day": on, "since": time(9), "last": on, "until": time(18)})
    form.piece.offer(closing.choices(visit.unit, here(visit)))
    return form


def _closing(visit: Visit, form: Close) -> View:
    facts = {"form": form, "closures": closing.closures(visit.unit, here(visit))}
    return View("close.html", "Close a room", facts)


def send_close(visit: Visit) -> GoTo | View:
    """Close a room, or open one again; what stands in the way is told above the form."""
    if visit.form.get("again"):
        closing.open_again(visit.unit, here(visit), visit.form["again"])
        return GoTo(visit.link("/close"), _("It is open again."))
    form = _close(visit)
    if not form.valid():
        return _closing(visit, form)
    piece = closing.piece_named(visit.unit, here(visit), form.piece.value)
    starts = at(form.day.value, form.since.value, visit.zone)
    ends = at(form.last.value, form.until.value, visit.zone)
    closing.close(visit.unit, here(visit), piece, starts, ends, form.why.value)
    return GoTo(visit.link(f"/day?day={form.day.value}"), _("{name} is closed then.", name=piece.name))


# --- customers


class NewCustomer(Fields):
    """A band or an organisation from outside."""

    name = Line(_("Name of the band or organisation"), longest=LONGEST)
    audience = FromList(_("Which price?"), [one.value for one in Audience])
    email = Line(_("E-mail"), longest=LONGEST, keys="email", needed=False)
    phone = Line(_("Phone"), longest=LONGEST, keys="tel", needed=False)


def customer_list(visit: Visit) -> View:
    """Show the customers, and the form for a new one."""
    return _customers(visit, NewCustomer(visit))


def _customers(visit: Visit, form: NewCustomer) -> View:
    facts = {"customers": customers.listed(visit.unit, here(visit)), "form": form}
    return View("customers.html", "Customers", facts)


def send_customers(visit: Visit) -> GoTo | View:
    """Add a customer, or forget one."""
    if visit.form.get("forget"):
        customers.forget(visit.unit, here(visit), visit.form["forget"])
        return GoTo(visit.link("/customers"), _("This customer is forgotten."))
    form = NewCustomer(visit)
    if not form.valid():
        return _customers(visit, form)
    audience, email, phone = audience_named(form.audience.value), form.email.value, form.phone.value
    new = customers.add(visit.unit, here(visit), form.name.value, audience, email=email, phone=phone)
    return GoTo(visit.link("/customers"), _("{name} is on the list.", name=new.name))
