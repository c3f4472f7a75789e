"""What is lent of the businesses, and of the plugins that run them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from alongside.enterprise.business import Business, slug_of
from alongside.enterprise.offers.group import today
from alongside.enterprise.plugin_row import PluginRow
from alongside.enterprise.tables import BUSINESSES, PLUGINS
from alongside.refusal import NotFound
from alongside.store import Unit


def business(unit: Unit, id: str) -> Business:  # noqa: A002 - what the column is called
    """Return a business by its id; all are read at once, as a page asks for many of them, one after the other."""
    known = (one for one in all_businesses(unit) if one.id == id)
    return next(known, None) or unit.get(BUSINESSES, id)


def businesses(unit: Unit, kind: str | None = None) -> list[Business]:
    """Return the businesses that are not closed, of all kinds or of one, by name."""
    day = today(unit)
    there = [one for one in all_businesses(unit) if one.closed is None or one.closed >= day]
    return there if kind is None else [one for one in there if one.kind == kind]


def all_businesses(unit: Unit) -> list[Business]:
    """Return every business there ever was, closed ones too: a report on the past asks for them."""
    return list(unit.once("enterprise.businesses", lambda: tuple(_by_name(unit.find(BUSINESSES)))))


def _by_name(found: Iterable[Business]) -> list[Business]:
    # Sorted here: databases order names in ways of their own, and the same data must give the same papers.
    return sorted(found, key=lambda one: (one.name.casefold(), one.id))


def business_by_slug(unit: Unit, kind: str | None, slug: str) -> Business:
    """Return the business by its name in addresses, if it is of the kind.

    Raises:
        NotFound: naming those there are.
    """
    known = businesses(unit, kind)
    for one in known:
        if one.slug == slug:
            return one
    raise NotFound(
        "business", slug, f"There are: {', '.join(one.slug for one in known)}." if known else "There is none yet."
    )


def add_business(
    unit: Unit, name: str, kind: str = "", *, picture: str = "shop", opened: date | None = None
) -> Business:
    """Open a business and let everybody react to it; its slug is made from its name."""
    taken = {one.slug for one in all_businesses(unit)}
    new = Business(
        id=unit.new_id(),
        slug=slug_of(name, taken),
        name=name.strip(),
        kind=kind,
        picture=picture,
        opened=opened or today(unit),
    )
    unit.add(BUSINESSES, new)
    unit.tell("business_opened", business=new)
    return new


def close_business(unit: Unit, closing: Business, last_day: date) -> Business:
    """Set a business's last day."""
    return unit.change(BUSINESSES, closing, closed=last_day)


# --- plugins


def plugins(unit: Unit) -> list[PluginRow]:
    """Return the plugins whose tables are here, by name."""
    return list(unit.once("enterprise.plugins", lambda: tuple(unit.find(PLUGINS, order=(PLUGINS.table.c.name,)))))


def switched_off(unit: Unit) -> frozenset[str]:
    """Return the names of plugins that are installed or were, and that nobody is to meet for now."""
    return frozenset(row.name for row in plugins(unit) if not row.switched_on)


def note_plugin(unit: Unit, name: str) -> PluginRow:
    """Remember that a plugin has tables here; it is switched on from the start."""
    return unit.add(PLUGINS, PluginRow(id=unit.new_id(), name=name, switched_on=True, since=unit.now))


def switch_plugin(unit: Unit, name: str, *, on: bool) -> PluginRow:
    """Switch a plugin on or off; its data stays either way.

    Raises:
        NotFound: naming those there are.
    """
    known = plugins(unit)
    for row in known:
        if row.name == name:
            return row if row.switched_on == on else unit.change(PLUGINS, row, switched_on=on, since=unit.now)
    raise NotFound(
        "plugin", name, f"There are: {', '.join(row.name for row in known)}." if known else "There is none yet."
    )
