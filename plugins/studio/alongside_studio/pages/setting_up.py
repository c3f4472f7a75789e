"""Setting a studio up on pages, one step each: rooms and kit, hours, what can be booked, prices."""

from __future__ import annotations

from calendar import day_name
from collections.abc import Callable, Mapping
from datetime import time

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.values import BadInput
from alongside.api.web import Fields, GoTo, Visit

from ..actions import setting_up
from ..bookable import Bookable, Need, Who
from ..price import Audience, audience_named
from .asking import PICTURES, Hours, Offer, Other, Piece, Price
from .seen import here

STEPS = ("rooms", "hours", "bookables", "prices")
USUAL = {"since": time(10), "until": time(22)}


def set_up(visit: Visit) -> View:
    """Show what the studio has been told so far, the steps still to do first, and a form for each."""
    return _view(visit)


def send_set_up(visit: Visit) -> GoTo | View:
    """Keep what one of the forms said, or show it again with what is wrong; a refusal is shown above it."""
    step, keep = _KEEPERS.get(visit.form.get("do", ""), ("", None))
    if keep is None:
        raise BadInput("nothing was chosen", remedy="Choose one of the buttons.")
    wrong = keep(visit)
    return _view(visit, wrong) if wrong else GoTo(visit.link(f"/setup?step={step}"), _("It is kept."))


def _view(visit: Visit, wrong: Fields | None = None) -> View:
    """Show one step; a form that was sent and is ``wrong`` stands there in its place."""
    told = setting_up.set_up(visit.unit, here(visit))
    sent, _keep = _KEEPERS.get(visit.form.get("do", ""), ("", None))
    step = sent or visit.query.get("step", "") or told.missing or "rooms"
    if step not in STEPS:
        raise BadInput(f"there is no step “{step}”", remedy="Choose one from the page.")
    facts = {
        "told": told,
        "step": step,
        "steps": [(name, visit.link(f"/setup?step={name}")) for name in STEPS],
        "missing": told.missing,
        "hours": [(day_name[n], [one for one in told.calendar.hours if one.weekday == n]) for n in range(7)],
        "names": {one.resource: one.name for one in told.pieces},
        "audiences": [one.value.capitalize() for one in Audience],
        "prices": {(one.bookable, one.audience): one for one in told.rates if one.holds(visit.today)},
        "coming": [one for one in told.rates if one.first_day > visit.today],
        "audience_values": list(Audience),
        "today": visit.today,
        "forms": {**_forms(visit, told), **({wrong.act: wrong} if wrong else {})},
    }
    return View("setup.html", "Set up the studio", facts)


def _forms(visit: Visit, told: setting_up.SetUp) -> dict[str, Fields]:
    forms = (
        Piece(visit, {"kind": "room", "picture": PICTURES[0], "count": 1, "turnaround": 0}),
        Hours(visit, USUAL),
        Other(visit),
        _offer(visit, told),
        _price(visit, told),
    )
    return {form.act: form for form in forms}


# --- rooms and kit


def _keep_piece(visit: Visit) -> Fields | None:
    form = Piece(visit)
    if not form.valid():
        return form
    setting_up.add_pieces(
        visit.unit,
        here(visit),
        form.name.value,
        room=form.kind.value == "room",
        picture=form.picture.value,
        turnaround=form.turnaround.value,
        access=form.access.value.split(","),
        count=form.count.value,
    )
    return None


def _retire_piece(visit: Visit) -> None:
    active = visit.form.get("active") == "yes"
    setting_up.change_piece(visit.unit, visit.form.get("kit", ""), active=active)


# --- hours


def _keep_hours(visit: Visit) -> Fields | None:
    form = Hours(visit)
    if not form.valid():
        return form
    spans = [] if visit.form.get("then") == "close" else [(form.since.value, form.until.value)]
    for chosen in form.days.value:
        setting_up.set_hours(visit.unit, here(visit), int(chosen), spans)
    return None


def _keep_other(visit: Visit) -> Fields | None:
    form = Other(visit)
    if not form.valid():
        return form
    day, reason, since, until = form.day.value, form.reason.value, form.since.data, form.until.data
    setting_up.set_other_day(visit.unit, here(visit), day, reason, since, until)
    return None


def _forget_other(visit: Visit) -> None:
    setting_up.forget_other_day(visit.unit, visit.form.get("other", ""))


# --- what can be booked


def _offer(visit: Visit, told: setting_up.SetUp) -> Offer:
    usual = {
        "picture": PICTURES[0],
        "how_many": 1,
        "least": 60,
        "most": 240,
        "grid": 30,
        "who": (Who.MEMBERS, "free"),
    }
    form = Offer(visit, usual)
    alone = [(f"resource:{one.resource}", one.name) for one in told.pieces if one.kit.active and not one.kit.pool]
    pools = dict.fromkeys(one.kit.pool for one in told.pieces if one.kit.active and one.kit.pool)
    form.needs.offer([*alone, *((f"pool:{pool}", pool) for pool in pools)])
    return form


def _keep_offer(visit: Visit) -> Fields | None:
    form = _offer(visit, setting_up.set_up(visit.unit, here(visit)))
    if not form.valid():
        return form
    who = form.who.value
    setting_up.add_bookable(
        visit.unit,
        Bookable(
            id=visit.unit.new_id(),
            business=here(visit),
            name=form.name.value,
            picture=form.picture.value,
            needs=tuple(_need(one, form.how_many.value) for one in form.needs.value),
            least=form.least.value,
            most=form.most.value,
            grid=int(form.grid.value),
            who=Who.MEMBERS if Who.MEMBERS.value in who else Who.MANAGERS,
            approval="approval" in who,
            members_free="free" in who,
        ),
    )
    return None


def _need(text: str, how_many: int) -> Need:
    kind, _colon, name = text.partition(":")
    return Need(pool=name, count=how_many) if kind == "pool" else Need(resource=name)


def _retire(visit: Visit) -> None:
    setting_up.retire(visit.unit, visit.form.get("bookable", ""))


# --- prices


def _price(visit: Visit, told: setting_up.SetUp) -> Price:
    form = Price(visit, {"day": visit.today})
    form.bookable.offer((one.id, one.name) for one in told.bookables)
    return form


def _keep_price(visit: Visit) -> Fields | None:
    form = _price(visit, setting_up.set_up(visit.unit, here(visit)))
    if not form.valid():
        return form
    audience = audience_named(form.audience.value)
    bookable, pence, day = form.bookable.value, form.amount.value, form.day.value
    setting_up.set_price(visit.unit, here(visit), bookable, audience, pence, day)
    return None


_KEEPERS: Mapping[str, tuple[str, Callable[[Visit], Fields | None]]] = {
    "piece": ("rooms", _keep_piece),
    "retire_piece": ("rooms", _retire_piece),
    "hours": ("hours", _keep_hours),
    "other": ("hours", _keep_other),
    "forget_other": ("hours", _forget_other),
    "bookable": ("bookables", _keep_offer),
    "retire": ("bookables", _retire),
    "price": ("prices", _keep_price),
}
