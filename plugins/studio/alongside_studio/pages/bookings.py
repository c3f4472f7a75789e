"""One's own bookings, and a booking with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.store import Unit
from alongside.api.values import BadInput
from alongside.api.web import GoTo, Visit

from ..actions import changing, looking
from ..booking import MOVES, WORDS, Booking, Payer, State
from .seen import here, twice


def mine(visit: Visit) -> View:
    """Show the visitor's own bookings."""
    coming, gone = looking.mine(visit.unit, here(visit))
    names = looking.names(visit.unit, here(visit))
    facts = {
        "coming": [(one, names[one.bookable], visit.link(f"/booking/{one.id}")) for one in coming],
        "gone": [(one, names[one.bookable], WORDS[one.state], visit.link(f"/booking/{one.id}")) for one in gone],
        "twice": twice(visit, *((one.starts, one.ends) for one in coming)),
        "waits": State.REQUESTED,
        "book": visit.link("/book"),
    }
    return View("mine.html", "My bookings", facts)


def booking(visit: Visit) -> View:
    """Show one booking."""
    found = looking.opened(visit.unit, here(visit), visit.path["booking"])
    this, plans = found.booking, visit.unit.may("studio.plan", here(visit))
    coming = this.starts > visit.unit.now
    facts = {
        "booking": this,
        "twice": twice(visit, [this.starts, this.ends]),
        "what": found.bookable,
        "who": found.who if plans else "",
        "reach": found.reach if plans else None,
        "things": ", ".join(found.things),
        "state": WORDS[this.state],
        "stands": this.stands(visit.unit.now),
        "group_pays": this.payer is Payer.GROUP,
        "waits": this.state is State.REQUESTED,
        "held": this.state is State.HELD,
        "may_cancel": coming and this.stands(visit.unit.now),
        "may_take_back": coming and this.state is State.CANCELLED,
        "may_approve": plans and coming and this.state in {State.REQUESTED, State.HELD},
        "may_no_show": plans and not coming and State.NO_SHOW in MOVES[this.state],
        "may_came": plans and not coming and this.state is State.NO_SHOW,
        "move": visit.link(f"/book?move={this.id}"),
        "back": visit.link(f"/day?day={this.day}") if plans else visit.link("/mine"),
        "plans": plans,
        "series": visit.link(f"/series/{this.series}") if plans and this.series else "",
    }
    return View("booking.html", "Your booking" if this.person == visit.actor.id else "Booking", facts)


_ACTS: Mapping[str, tuple[Callable[[Unit, str], Booking], str]] = {
    "cancel": (changing.cancel, "It is cancelled. You can take that back below."),
    "take_back": (changing.take_back, "You have it back."),
    "approve": (changing.approve, "It is booked."),
    "no_show": (lambda unit, one: changing.went(unit, one, State.NO_SHOW), "Noted: nobody came."),
    "came": (lambda unit, one: changing.went(unit, one, State.DONE), "Noted: they came."),
}


def _named() -> tuple[object, ...]:
    """Name the sentences above in the way by which the counter of missing wordings finds them."""
    return (
        _("It is cancelled. You can take that back below."),
        _("You have it back."),
        _("It is booked."),
        _("Noted: nobody came."),
        _("Noted: they came."),
    )


def send_booking(visit: Visit) -> GoTo:
    """Do what was chosen for a booking; a refusal is shown above it."""
    act = _ACTS.get(visit.form.get("act", ""))
    if act is None:
        raise BadInput("nothing was chosen", remedy="Choose one of the buttons.")
    done, said = act
    looking.opened(visit.unit, here(visit), visit.path["booking"])
    this = done(visit.unit, visit.path["booking"])
    return GoTo(visit.link(f"/booking/{this.id}"), _(said))
