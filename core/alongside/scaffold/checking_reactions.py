"""Tells a plugin what happens to everybody, and looks whether it is cared for what is held of a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time, timedelta
from typing import TYPE_CHECKING, Any

from alongside.house.finding import checked_hooks
from alongside.instants import at
from alongside.people import actions as people_actions
from alongside.rulepacks.offers import Promise
from alongside.scaffold.differences import rows_of
from alongside.scaffold.fault import Fault, Kind, said
from alongside.scaffold.trial import DAY, Trial

if TYPE_CHECKING:
    from alongside.store import Rows, Unit


_MORE_REST = Promise(rule="uk.daily-rest", value=13, first_day=DAY, by="The members", source="their minutes")


def reaction_faults(trial: Trial) -> Iterator[Fault]:
    """Tell the plugin of its new business, of a new day (twice, as may happen), and ask it for objections."""
    starts = at(DAY, time(10), trial.demo.zone)
    asked = {"person": trial.people()["member"], "starts": starts, "ends": starts + timedelta(hours=2)}
    happened: tuple[tuple[str, dict[str, Any]], ...] = (
        ("business_opened", {"business": trial.business}),
        ("daily_round", {"day": DAY}),
        ("daily_round", {"day": DAY}),
        ("supporting", {"person": asked["person"], "claims": ()}),
        ("learning", {"person": asked["person"], "claims": ()}),
        ("why_not", asked),
        ("under_promise", {"promise": _MORE_REST}),
    )
    found = dict.fromkeys(fault for event, facts in happened for fault in _told(trial, event, facts))
    yield from found


def _told(trial: Trial, event: str, facts: dict[str, Any]) -> Iterator[Fault]:
    yield from _raised(trial, Kind.REACTION, event, lambda unit: _tell(trial, unit, event, facts))


def _tell(trial: Trial, unit: Unit, event: str, facts: dict[str, Any]) -> None:
    trial.house.reactions.tell_one(unit, trial.plugin.name, event, facts)


def _raised(trial: Trial, kind: Kind, event: str, act: Callable[[Unit], object]) -> Iterator[Fault]:
    try:
        with trial.demo.unit() as unit:
            act(unit)
    except Exception as fault:  # whatever a stranger's reaction raises
        words = f"Its reaction “{event}” raises {said(fault, trial.plugin.package)}. Mend it in reactions.py."
        yield Fault(kind, words)


def person_faults(trial: Trial) -> Iterator[Fault]:
    """See that what is held of a person is marked as hers, is handed over to her, and can be forgotten."""
    holding = _about_people(trial)
    for rows in holding:
        if rows.about not in _persons(rows.table):
            words = f"A row of {rows.table.name} refers to a person and does not say whose row it is."
            yield Fault(Kind.PERSONS, f"{words} Write about=… in tables.py, with the column's name.")
    if holding:
        yield from _unhandled(trial)
        person = _somebody(trial)
        yield from _raised(trial, Kind.PERSONS, "person_exported", lambda unit: _export(unit, person))
        yield from _raised(trial, Kind.PERSONS, "person_erased", lambda unit: people_actions.erase(unit, person))


def _about_people(trial: Trial) -> list[Rows[Any]]:
    """Rows that refer to people; one about somebody outside, such as a customer, is about itself."""
    return [rows for rows in rows_of(trial.plugin) if _persons(rows.table)]


def _persons(table: Any) -> set[str]:
    return {key.parent.name for key in table.foreign_keys if key.target_fullname == "people_person.id"}


def _unhandled(trial: Trial) -> Iterator[Fault]:
    plugin = trial.plugin
    hooks = checked_hooks(plugin.name, plugin.reactions.load(plugin.package)) if plugin.reactions else {}
    for event, does in (("person_exported", "hands it over"), ("person_erased", "forgets it")):
        if event not in hooks:
            words = f"It holds rows about people, and no reaction “{event}” {does}."
            yield Fault(Kind.PERSONS, f"{words} Write one in reactions.py.")


def _export(unit: Unit, person: str) -> None:
    for name, answer in unit.collect("person_exported", person=person):
        if not isinstance(answer, dict):
            raise TypeError(
                f"“{name}” hands over {type(answer).__name__}, but must hand over a dictionary of plain values"
            )


def _somebody(trial: Trial) -> str:
    """Return somebody whom the plugin holds a row about, or else a member."""
    people = trial.people()
    with trial.demo.unit() as unit:
        holding = [rows for rows in _about_people(trial) if rows.about in _persons(rows.table)]
        owners = [getattr(row, str(rows.about)) for rows in holding for row in unit.find(rows)]
    return next((one for one in owners if one and one != people["steward"]), people["member"])
