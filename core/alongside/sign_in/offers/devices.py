"""Devices: which browsers a card opens, and that one is none of ours any more."""

from __future__ import annotations

from alongside.enterprise import offers as enterprise
from alongside.sign_in.device import Device, seal_of
from alongside.sign_in.offers.sessions import end_on
from alongside.sign_in.tables import DEVICES, device
from alongside.store import Unit


def our_devices(unit: Unit) -> list[Device]:
    """Return the devices that cards open, by name."""
    found = unit.find(DEVICES, device.c.revoked_on.is_(None))
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def device_with(unit: Unit, secret: str) -> Device | None:
    """Return the device with this secret, None where there is none or it is none of ours any more."""
    if not secret:
        return None
    return next(iter(unit.find(DEVICES, device.c.seal == seal_of(secret), device.c.revoked_on.is_(None))), None)


def device_by_id(unit: Unit, id: str) -> Device:  # noqa: A002 - what the column is called
    """Return a device by its id."""
    return unit.get(DEVICES, id)


def hold_device(unit: Unit, ours: Device) -> bool:
    """Hold a device that was read until the unit ends; False where somebody has revoked it meanwhile."""
    unit.lock(DEVICES, [ours.id])
    return unit.get(DEVICES, ours.id).revoked_on is None


def enrol(unit: Unit, name: str, secret: str, *, business: str | None = None, person: str | None = None) -> Device:
    """Make a browser one of those that cards open; a ``person``'s own opens for her card alone."""
    new = Device(
        id=unit.new_id(),
        name=name,
        business=business,
        person=person,
        seal=seal_of(secret),
        enrolled_on=enterprise.today(unit),
    )
    return unit.add(DEVICES, new)


def give_up(unit: Unit, ours: Device) -> Device:
    """Let cards open a device no more, and end whatever goes on there."""
    unit.lock(DEVICES, [ours.id])
    end_on(unit, ours.id)
    return unit.change(DEVICES, ours, revoked_on=enterprise.today(unit))


def own_devices(unit: Unit, person: str) -> list[Device]:
    """Return the devices that are a person's own, those of the past too."""
    return unit.find(DEVICES, device.c.person == person)
