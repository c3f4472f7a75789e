"""Devices, for whoever looks after them: which ones cards open, when they lock, and making this browser one."""

from __future__ import annotations

from alongside.display import Said as _
from alongside.display import View
from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.sign_in import offers
from alongside.sign_in.actions import devices as actions
from alongside.sign_in.actions.locking import choose_minutes
from alongside.sign_in.device import LONGEST_NAME, SECONDS
from alongside.sign_in.presence import MOST_MINUTES
from alongside.web import GoTo, Keep, Keeping, Visit
from alongside.web.forms import Fields, FromList, Line, Number


class Enrol(Fields):
    """This browser becomes a device that cards open."""

    do = "enrol"
    name = Line(_("What is it called?"), hint=_("Such as: the tablet in the café."), longest=LONGEST_NAME)
    business = FromList(_("Where does it stand?"), none=_("In none of our businesses"), needed=False)
    person = FromList(
        _("Is it somebody’s own?"),
        none=_("No, many people use it"),
        hint=_("Their card alone opens it then, and they stay signed in."),
        needed=False,
    )


class Locks(Fields):
    """When a device that many use locks itself."""

    do = "locks"
    minutes = Number(_("After how many minutes?"), least=1, most=MOST_MINUTES)


def devices(visit: Visit) -> View:
    """Show which devices cards open."""
    return _view(visit, _form(visit), _locks(visit))


def send(visit: Visit) -> GoTo | View:
    """Make this browser a device that cards open, or give one up."""
    if visit.form.get("give-up"):
        actions.give_up(visit.unit, visit.form["give-up"])
        return GoTo(
            "/devices", _("Cards do not open this device any more. Whoever was there has been signed out.")
        )
    form, locks = _form(visit), _locks(visit)
    if locks.sent:
        return _chosen(visit, form, locks)
    if not form.valid():
        return _view(visit, form, locks)
    _device, secret = actions.enrol(
        visit.unit, form.name.value, business=form.business.value or None, person=form.person.value or None
    )
    said = _("Cards open this device from now on. Press “I have finished” before you hand it over.")
    return Keeping("/devices", said, keeps=(Keep("device", secret, SECONDS),))


def _chosen(visit: Visit, form: Enrol, locks: Locks) -> GoTo | View:
    if not locks.valid():
        return _view(visit, form, locks)
    choose_minutes(visit.unit, locks.minutes.value)
    return GoTo("/devices", _("Tablets that many people use lock themselves after that long."))


def _locks(visit: Visit) -> Locks:
    return Locks(visit, {"minutes": offers.locking_minutes(visit.unit)})


def _form(visit: Visit) -> Enrol:
    form = Enrol(visit)
    form.business.offer((one.id, one.name) for one in enterprise.businesses(visit.unit))
    form.person.offer((one.id, one.name) for one in people.everybody(visit.unit))
    return form


def _view(visit: Visit, form: Enrol, locks: Locks) -> View:
    found = actions.look_at_devices(visit.unit)
    this = offers.device_with(visit.unit, visit.kept.get("device", ""))
    facts = {
        "form": form,
        "locks": locks,
        "devices": found,
        "this": this.id if this else "",
        "businesses": {one.id: one.name for one in enterprise.all_businesses(visit.unit)},
        "names": people.names_of(visit.unit, [one.person for one in found if one.person]),
    }
    return View("devices.html", "Tablets", facts)
