"""Setting a studio up on pages, one step each: rooms and kit, hours, what can be booked, prices."""

from __future__ import annotations

from calendar import day_name
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.values import BadInput, near, parse_pounds
from alongside.api.web import GoTo, Visit

from ..actions import setting_up
from ..bookable import GRIDS, Bookable, Need, Who
from ..price import Audience, audience_named
from .seen import here

PICTURES = (
    "microphone",
    "music",
    "guitar",
    "drum",
    "headphones",
    "piano",
    "sofa",
    "camera",
    "film",
    "tools",
    "key",
)
STEPS = ("rooms", "hours", "bookables", "prices")


def set_up(visit: Visit) -> View:
    """Show what the studio has been told so far, the steps still to do first, and a form for each."""
    told = setting_up.set_up(visit.unit, here(visit))
    step = visit.query.get("step", "") or visit.form.get("step", "") or told.missing or "rooms"
    if step not in STEPS:
        raise BadInput(f"there is no step “{step}”", remedy="Choose one from the page.")
    facts = {
        "told": told,
        "step": step,
        "steps": [(name, visit.link(f"/setup?step={name}")) for name in STEPS],
        "missing": told.missing,
        "pictures": [(name, name.capitalize()) for name in PICTURES],
        "weekdays": [(str(n), day_name[n]) for n in range(7)],
        "hours": [(day_name[n], [one for one in told.calendar.hours if one.weekday == n]) for n in range(7)],
        "needs": _needs(told),
        "names": {one.resource: one.name for one in told.pieces},
        "grids": [(str(n), f"{n} minutes") for n in GRIDS],
        "audiences": [(one.value, one.value.capitalize()) for one in Audience],
        "prices": {(one.bookable, one.audience): one for one in told.rates if one.holds(visit.today)},
        "coming": [one for one in told.rates if one.first_day > visit.today],
        "audience_values": list(Audience),
        "today": visit.today,
        "form": visit.form,
    }
    return View("setup.html", "Set up the studio", facts)


def _needs(told: setting_up.SetUp) -> list[tuple[str, str]]:
    alone = [(f"resource:{one.resource}", one.name) for one in told.pieces if one.kit.active and not one.kit.pool]
    pools = dict.fromkeys(one.kit.pool for one in told.pieces if one.kit.active and one.kit.pool)
    return alone + [(f"pool:{pool}", pool) for pool in pools]


def send_set_up(visit: Visit) -> GoTo:
    """Keep what one of the forms said; a refusal is shown above it."""
    keep = _KEEPERS.get(visit.form.get("what", ""))
    if keep is None:
        raise BadInput("nothing was chosen", remedy="Choose one of the buttons.")
    step = keep(visit, visit.form)
    return GoTo(visit.link(f"/setup?step={step}"), _("It is kept."))


def _piece(visit: Visit, form: Mapping[str, str]) -> str:
    setting_up.add_pieces(
        visit.unit,
        here(visit),
        form.get("name", ""),
        room=form.get("kind") == "room",
        picture=_picture(form),
        turnaround=_whole(form.get("turnaround", "0"), "turnaround"),
        access=form.get("access", "").split(","),
        count=_whole(form.get("count", "1"), "number"),
    )
    return "rooms"


def _picture(form: Mapping[str, str]) -> str:
    return form.get("picture", "") if form.get("picture") in PICTURES else PICTURES[0]


def _retire_piece(visit: Visit, form: Mapping[str, str]) -> str:
    setting_up.change_piece(visit.unit, form.get("kit", ""), active=form.get("active") == "yes")
    return "rooms"


def _hours(visit: Visit, form: Mapping[str, str]) -> str:
    days = visit.form.every("days")
    if not days:
        raise BadInput("no day is chosen", remedy="Choose one day or more.")
    if not set(days) <= set("0123456"):
        raise BadInput(f"“{', '.join(days)}” are no weekdays", remedy="Choose them from the page.")
    closed = form.get("closed") == "yes"
    spans = [] if closed else [(_clock(form.get("since", "")), _clock(form.get("until", "")))]
    for chosen in days:
        setting_up.set_hours(visit.unit, here(visit), int(chosen), spans)
    return "hours"


def _other(visit: Visit, form: Mapping[str, str]) -> str:
    since, until = form.get("since", ""), form.get("until", "")
    setting_up.set_other_day(
        visit.unit,
        here(visit),
        _day(form.get("day", "")),
        form.get("reason", ""),
        _clock(since) if since else None,
        _clock(until) if until else None,
    )
    return "hours"


def _forget_other(visit: Visit, form: Mapping[str, str]) -> str:
    setting_up.forget_other_day(visit.unit, form.get("other", ""))
    return "hours"


def _bookable(visit: Visit, form: Mapping[str, str]) -> str:
    setting_up.add_bookable(
        visit.unit,
        Bookable(
            id=visit.unit.new_id(),
            business=here(visit),
            name=form.get("name", "").strip(),
            picture=_picture(form),
            needs=tuple(_need(one, form) for one in visit.form.every("needs")),
            least=_minutes(form.get("least", "")),
            most=_minutes(form.get("most", "")),
            grid=_whole(form.get("grid", "30"), "step"),
            who=Who.MEMBERS if "members" in visit.form.every("who") else Who.MANAGERS,
            approval="approval" in visit.form.every("who"),
            members_free="free" in visit.form.every("who"),
        ),
    )
    return "bookables"


def _need(text: str, form: Mapping[str, str]) -> Need:
    kind, _colon, name = text.partition(":")
    if kind == "pool":
        return Need(pool=name, count=_whole(form.get("how_many", "1"), "number"))
    return Need(resource=name)


def _retire(visit: Visit, form: Mapping[str, str]) -> str:
    setting_up.retire(visit.unit, form.get("bookable", ""))
    return "bookables"


def _price(visit: Visit, form: Mapping[str, str]) -> str:
    try:
        pence = parse_pounds(form.get("amount", ""))
    except ValueError as wrong:
        raise BadInput(
            f"“{form.get('amount', '')}” is no amount", remedy="Write pounds and pence: 12.50."
        ) from wrong
    setting_up.set_price(
        visit.unit,
        here(visit),
        form.get("bookable", ""),
        audience_named(form.get("audience", "")),
        pence,
        _day(form.get("from", "")),
    )
    return "prices"


_KEEPERS: Mapping[str, Any] = {
    "piece": _piece,
    "retire_piece": _retire_piece,
    "hours": _hours,
    "other": _other,
    "forget_other": _forget_other,
    "bookable": _bookable,
    "retire": _retire,
    "price": _price,
}


def _whole(text: str, what: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 5):
        raise BadInput(f"the {what} “{text}” is no whole number", remedy="Write it in digits.")
    return int(text)


def _minutes(text: str) -> int:
    try:
        return round(float(text) * 60)
    except (ValueError, OverflowError) as wrong:
        raise BadInput(f"“{text}” is no number of hours", remedy="Write one such as 2 or 1.5.") from wrong


def _clock(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError as wrong:
        raise BadInput(f"“{text}” is no time", remedy="Write it as 18:00.") from wrong


def _day(text: str) -> date:
    try:
        return near(date.fromisoformat(text))
    except ValueError as wrong:
        raise BadInput(f"“{text}” is no day", remedy="Write it as 2026-12-24.") from wrong
