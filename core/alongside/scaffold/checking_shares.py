"""Tries what a plugin adds to what is made of all of them: its tiles on the home page, and its day sheets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from alongside.display import Edition
from alongside.faults import Heard, heard
from alongside.house.home.pages import TODAY
from alongside.house.hosting import Hosting
from alongside.house.packs.gathering import gather
from alongside.house.packs.pack import Pack
from alongside.scaffold.fault import Fault, Kind, said
from alongside.scaffold.trial import DAY, Trial
from alongside.web.addresses import addresses_of
from alongside.web.asked import Asked
from alongside.web.cookies import EDITION, FOR_NOW, SESSION
from alongside.web.opening import open_page


def tile_faults(trial: Trial) -> Iterator[Fault]:
    """Open the home page as a steward, a manager and a member, in both editions; yield each tile that raises."""
    host = Hosting(trial.house)
    home = next(one for one in addresses_of(trial.house.parts) if one.path == TODAY)
    with heard() as raised:
        for token in trial.visitors().values() if trial.plugin.tiles else ():
            for edition in FOR_NOW[EDITION]:
                open_page(host, home, Asked(here=TODAY, posted=False, cookies={SESSION: token, EDITION: edition}))
    yield from _once(trial, Kind.TILE, raised, "a tile tells something, or None where there is nothing to tell")


def sheet_faults(trial: Trial) -> Iterator[Fault]:
    """Gather the papers of today and tomorrow, in both editions; yield each sheet that raises."""
    with heard() as raised:
        for day in (DAY, DAY + timedelta(days=1)) if trial.plugin.day_sheets else ():
            for edition in Edition:
                gather(trial.house, Pack(day=day, slug=trial.business.slug, edition=edition))
    yield from _once(trial, Kind.SHEET, raised, "where there is nothing to tell, return no sheet")


def _once(trial: Trial, kind: Kind, raised: list[Heard], remedy: str) -> Iterator[Fault]:
    for what, one in {one.what: one for one in reversed(raised)}.items():
        words = f"{what[:1].upper()}{what[1:]} raised {said(one.fault, trial.plugin.package)}"
        yield Fault(kind, f"{words}. Mend it there; {remedy}.")
