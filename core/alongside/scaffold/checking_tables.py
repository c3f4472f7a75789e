"""Looks at a plugin's tables: their names, their migrations, and whose rows they hold."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from alongside.house.finding import checked_hooks
from alongside.people import actions as people_actions
from alongside.plugin import Plugin
from alongside.refusal import Refusal
from alongside.scaffold.differences import differences, in_words, rows_of, tables_of, without_prefix
from alongside.scaffold.fault import Fault, Kind, said
from alongside.scaffold.trial import Trial
from alongside.store.columns import metadata
from alongside.store.migrate import OutOfPlace, migrate


def table_faults(trial: Trial) -> Iterator[Fault]:
    """Make the tables as an upgrade would, and name what is wrong with them.

    Where the migrations did not make them rightly they are made from the code, so that the rest can be tried.
    """
    store, plugin = trial.house.store, trial.plugin
    migrate(store, trial.house.lines[:1])
    faults = [*_prefix_faults(plugin)]
    try:
        migrate(store, trial.house.lines)
    except OutOfPlace as wrong:
        faults += [] if faults else [Fault(Kind.PREFIX, f"{wrong} Rename them there and in tables.py.")]
    except Exception as fault:  # whatever a stranger's step raises
        words = f"The migrations could not be run: {said(fault, plugin.package)}. Mend the step that raises."
        faults.append(Fault(Kind.TABLES, words))
    faults += [] if faults else _differences(trial)
    if faults:
        metadata.drop_all(store.engine, tables_of(plugin))
        metadata.create_all(store.engine, tables_of(plugin))
    yield from faults
    yield from _value_faults(plugin)


def _prefix_faults(plugin: Plugin) -> Iterator[Fault]:
    for name in without_prefix(plugin):
        words = f"The table “{name}” must begin with “{plugin.name}_”, or it could meet another plugin's."
        yield Fault(Kind.PREFIX, f"{words} Call it “{plugin.name}_{name}” in tables.py and in its migration.")


def _differences(trial: Trial) -> Iterator[Fault]:
    found = sorted(set(in_words(differences(trial.house.store, trial.plugin))))
    if found:
        remedy = f"Write the next step: alongside plugin migration {trial.plugin.name} “what it changes”"
        yield Fault(Kind.TABLES, f"tables.py and the migrations differ in {', '.join(found)}. {remedy}")


def _value_faults(plugin: Plugin) -> Iterator[Fault]:
    for rows in rows_of(plugin):
        fields = {one.name for one in attrs.fields(rows.kind)}
        unlike = sorted(fields ^ {column.name for column in rows.table.columns})
        if unlike:
            words = f"{rows.kind.__name__} and its table {rows.table.name} differ in {', '.join(unlike)}."
            yield Fault(Kind.TABLES, f"{words} A value has a field for each column, by the same name.")


def person_faults(trial: Trial) -> Iterator[Fault]:
    """See that what is held of a person is marked as hers, is handed over to her, and can be forgotten."""
    holding = [rows for rows in rows_of(trial.plugin) if _persons(rows.table) or rows.about]
    for rows in holding:
        if rows.about not in _persons(rows.table):
            words = f"A row of {rows.table.name} refers to a person and does not say whose row it is."
            yield Fault(Kind.PERSONS, f"{words} Write about=… in tables.py, with the column's name.")
    if holding:
        yield from _reaction_faults(trial)


def _persons(table: object) -> set[str]:
    keys = getattr(table, "foreign_keys", ())
    return {key.parent.name for key in keys if key.target_fullname == "people_person.id"}


def _reaction_faults(trial: Trial) -> Iterator[Fault]:
    plugin = trial.plugin
    hooks = checked_hooks(plugin.name, plugin.reactions.load(plugin.package)) if plugin.reactions else {}
    for event, does in (("person_exported", "hands it over"), ("person_erased", "forgets it")):
        if event not in hooks:
            words = f"It holds rows about people, and no reaction “{event}” {does}."
            yield Fault(Kind.PERSONS, f"{words} Write one in reactions.py.")
    person = _somebody(trial)
    for event, act in (("person_exported", _export), ("person_erased", people_actions.erase)):
        try:
            with trial.demo.unit() as unit:
                act(unit, person)
        except (Exception, Refusal) as fault:
            words = f"Its reaction “{event}” raises {said(fault, plugin.package)}. Mend it in reactions.py."
            yield Fault(Kind.PERSONS, words)


def _export(unit: object, person: str) -> None:
    for name, answer in unit.collect("person_exported", person=person):  # type: ignore[attr-defined] # a unit
        if not isinstance(answer, dict):
            raise TypeError(f"“{name}” hands over {type(answer).__name__}, but must a dictionary of plain values")


def _somebody(trial: Trial) -> str:
    """Return somebody whom the plugin holds a row about, or else a member."""
    visitors = trial.visitors()
    with trial.demo.unit() as unit:
        owners = [
            getattr(row, rows.about) for rows in rows_of(trial.plugin) if rows.about for row in unit.find(rows)
        ]
    return next((one for one in owners if one and one != visitors["steward"]), visitors["member"])
