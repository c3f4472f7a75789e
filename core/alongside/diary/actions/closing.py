"""Closing a room or a thing for a while."""

from __future__ import annotations

from alongside.diary import offers
from alongside.diary.actions.looking import resource_named
from alongside.diary.claim import Claim
from alongside.diary.resource import Resource
from alongside.instants import Interval
from alongside.store import Unit


def close(unit: Unit, named: str, interval: Interval, label: str, zone: str) -> tuple[Resource, list[Claim]]:
    """Close a room or a thing for a while, as a claim a day.

    Raises:
        Taken: where something stands there; move or cancel it first.
        BadInput: for more than a year.
    """
    resource = resource_named(unit, named)
    unit.need("diary.plan", resource.business)
    return resource, offers.close(unit, resource, interval, label, zone)
