"""What happens when an enterprise is opened: tables are brought up to date, and what was left undone is done."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import click

from alongside.enterprise import offers as enterprise
from alongside.faults import noted
from alongside.store import Actor, NotCleanYet
from alongside.store.migrate import migrate

if TYPE_CHECKING:
    from alongside.enterprise.duty import Duty
    from alongside.house.opening import House


def prepare(house: House) -> None:
    """Migrate what is behind, and finish what an absence or a crash left undone."""
    for name in migrate(house.store, house.lines):
        click.echo(f"Brought the tables of {name} up to date.", err=True)
    _note_plugins(house)
    _meet_duties(house)
    _clean_up(house)


def _note_plugins(house: House) -> None:
    """Remember which plugins have tables here, so that one that is taken out is missed."""
    with house.reading() as unit:
        known = {row.name for row in enterprise.plugins(unit)}
    new = [line.name for line in house.lines if line.name != "core" and line.name not in known]
    if new:
        with house.store.unit(Actor.keyboard("the house")) as unit:
            for name in new:
                enterprise.note_plugin(unit, name)


def _meet_duties(house: House) -> None:
    """Let plugins that are back forget whom they were not there to forget.

    One that fails keeps its duty, which ``doctor`` names; the enterprise opens all the same.
    """
    present = {plugin.name for plugin in house.plugins}
    with house.reading() as unit:
        waiting = [duty for duty in enterprise.open_duties(unit) if duty.plugin in present]
    for duty in waiting:
        try:
            _meet(house, duty)
        except Exception as fault:  # whatever a stranger's reaction raises
            noted(fault, f"what “{duty.plugin}” had missed")
            click.echo(f"“{duty.plugin}” could not do what it had missed; see alongside doctor.", err=True)
    if waiting:
        house.must_clean()


def _meet(house: House, duty: Duty) -> None:
    with house.store.unit(Actor.daily_round()) as unit:
        house.reactions.tell_one(unit, duty.plugin, duty.event, {"person": duty.person})
        unit.forget(duty.person)
        enterprise.close_duty(unit, duty)


def _clean_up(house: House) -> None:
    """Finish what an erasing left to do if the machine stopped, or somebody was reading, right after it.

    What a copy was checked in goes as well: it would keep whoever is erased.
    """
    if any(house.home.glob(".checking-*")):
        from alongside.house.backups.making import take_away_left  # hardly ever needed, and slow to load

        take_away_left(house.home)
    with house.reading() as unit:
        papers = enterprise.papers_to_remove(unit)
    if papers or house.unclean.exists():
        # Somebody who reads for long keeps nobody else out; the daily round comes back to it.
        with suppress(NotCleanYet):
            house.clean()
