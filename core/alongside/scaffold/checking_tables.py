"""Looks at a plugin's tables: their names, their migrations, and the values that are kept in them."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from alongside.plugin import Plugin
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
