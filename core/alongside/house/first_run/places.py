"""Places and their clocks: the zone of a city, the city of a zone, and where this computer is."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import available_timezones

from alongside.instants import LONDON

USUAL = (LONDON, "Europe/Dublin")
"""Where most who begin are."""


def city_of(zone: str) -> str:
    """Return the city by which a zone is named."""
    return zone.rpartition("/")[2].replace("_", " ")


def zone_of_this_computer(clock: Path = Path("/etc/localtime")) -> str:
    """Return the place whose clocks this computer keeps, London where it does not say."""
    _, _there, zone = str(clock.resolve()).partition("zoneinfo/")
    return zone if zone in zones() else LONDON


def zones() -> list[str]:
    """Return every place that has clocks of its own; the other names are those of offsets and of old rules."""
    return sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))


def zone_of(city: str) -> str | None:
    """Return the place of that name, None where no clocks go by it."""
    wanted = " ".join(city.split()).casefold()
    return next((zone for zone in zones() if wanted and city_of(zone).casefold() == wanted), None)
