"""An overview: the enterprise as its stewards look at it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import attrs

from alongside.enterprise.business import Business
from alongside.enterprise.enterprise import Enterprise
from alongside.enterprise.plugin_row import PluginRow
from alongside.enterprise.roles import Grant, Role


@attrs.frozen(kw_only=True)
class RoleCount:
    """How many ``people`` hold a role, for a business or (None) for the whole enterprise."""

    role: Role
    business: str | None
    people: int


@attrs.frozen(kw_only=True)
class Overview:
    """The enterprise with its businesses, plugins, and how many people hold each role."""

    enterprise: Enterprise
    businesses: tuple[Business, ...]
    plugins: tuple[PluginRow, ...]
    roles: tuple[RoleCount, ...]


def counted(grants: Iterable[Grant], businesses: Iterable[Business]) -> tuple[RoleCount, ...]:
    """Return how many hold each role, in the order of roles, the whole enterprise first, then businesses."""
    order = [None, *(business.id for business in businesses)]
    held = Counter((one.role, one.business) for one in grants)
    return tuple(
        RoleCount(role=role, business=place, people=held[role, place])
        for role in Role
        for place in order
        if held[role, place]
    )
