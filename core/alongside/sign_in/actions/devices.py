"""Devices: a browser becomes one that cards open, and is none any more."""

from __future__ import annotations

from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.refusal import BadInput, worded
from alongside.sign_in import offers
from alongside.sign_in.device import Device, new_secret
from alongside.store import Unit


def look_at_devices(unit: Unit) -> list[Device]:
    """Return the devices that cards open, by name."""
    unit.need("sign_in.devices")
    return offers.our_devices(unit)


def enrol(unit: Unit, name: str, *, business: str | None = None, person: str | None = None) -> tuple[Device, str]:
    """Make the browser that asks one that cards open; return it, and the secret that the browser is to keep.

    With a ``person`` it is her own, and her card alone opens it.

    Raises:
        BadInput: without a name, for a business that is not there, or for somebody's own in a business.
    """
    unit.need("sign_in.devices")
    if person is not None:
        people.present(unit, person)
    if person is not None and business is not None:
        raise BadInput("somebody's own device stands in no business", remedy="Leave one of the two out.")
    if business is not None:
        enterprise.business(unit, business)
    secret = new_secret()
    return offers.enrol(unit, name.strip(), secret, business=business, person=person), secret


def give_up(unit: Unit, device: str) -> Device:
    """Let cards open a device no more; whatever goes on there ends at once.

    Raises:
        BadInput: where it was given up before.
    """
    unit.need("sign_in.devices")
    ours = offers.device_by_id(unit, device)
    if ours.revoked_on is not None:
        raise BadInput(worded("sign_in", "Cards do not open this device any more."))
    return offers.give_up(unit, ours)
