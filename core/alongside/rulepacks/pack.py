"""The rule packs: TOML files, one table ``[[value]]`` for each value, read and checked once.

A pack in which a rule has a hole, an overlap or a value without a source is refused as a whole: a pay check on
half a table would pass what the law forbids.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import attrs

from alongside.refusal import BadInput
from alongside.rulepacks.value import RuleValue

# The words of the files stand for fields that Python could not call by the same name.
_FIELDS = {"from": "first_day", "to": "last_day"}
_KNOWN = {field.name for field in attrs.fields(RuleValue)} - {"law", "topic"}
_NEEDED = {field.name for field in attrs.fields(RuleValue) if field.default is attrs.NOTHING}
_REMEDY = "Correct the file; no value of it is used until then."


def _in_order(values: Iterable[RuleValue]) -> tuple[RuleValue, ...]:
    return tuple(sorted(values, key=lambda value: (value.id, value.first_day, value.age_from)))


@attrs.frozen
class Pack:
    """Checked values of many rules, in the order of their ids and first days.

    Raises:
        BadInput: where a rule has a hole or an overlap, naming rule, day and ages.
    """

    values: tuple[RuleValue, ...] = attrs.field(converter=_in_order)

    def __attrs_post_init__(self) -> None:
        """Refuse a pack with a fault."""
        found = faults(self.values)
        if found:
            raise BadInput("; ".join(found), where="The rule pack", remedy=_REMEDY)

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of each rule, once, in order."""
        return tuple(dict.fromkeys(value.id for value in self.values))

    def of(self, rule_id: str) -> tuple[RuleValue, ...]:
        """Every value of one rule, oldest first."""
        return tuple(value for value in self.values if value.id == rule_id)


def faults(values: Iterable[RuleValue]) -> list[str]:
    """Say each hole and overlap between the values of a rule, in days and in ages."""
    by_id: dict[str, list[RuleValue]] = {}
    for value in values:
        by_id.setdefault(value.id, []).append(value)
    return [fault for rule_id, steps in by_id.items() for fault in _faults_of(rule_id, steps)]


def _faults_of(rule_id: str, steps: list[RuleValue]) -> Iterator[str]:
    """Look at each stretch of days without a change: its bands must touch, and span the same ages as ever."""
    ages = (min(step.age_from for step in steps), max(step.age_to for step in steps))
    for day in _first_days_of_stretches(steps):
        bands = sorted((step for step in steps if step.covers(day, None)), key=lambda step: step.age_from)
        # A rule with no value at all that day shows as one hole over all its ages.
        edges = [ages[0] - 1, *(band.age_to for band in bands)]
        starts = [*(band.age_from for band in bands), ages[1] + 1]
        for end, start in zip(edges, starts, strict=True):
            if start != end + 1:
                kind, low, high = ("an overlap", start, end) if start <= end else ("a hole", end + 1, start - 1)
                yield f"“{rule_id}” has {kind} on {day} for ages {low} to {high}"


def _first_days_of_stretches(steps: list[RuleValue]) -> list[date]:
    after = {step.last_day + timedelta(days=1) for step in steps if step.last_day is not None}
    days = sorted({step.first_day for step in steps} | after)
    newest = max(steps, key=lambda step: step.first_day)
    if all(step.last_day is not None for step in steps) and not newest.yearly:
        days.pop()  # a rule may end; one that changes each year goes on, so there the day after is a hole
    return days


def read(folder: Traversable) -> Pack:
    """Read every ``*.toml`` of a folder as one pack.

    Raises:
        BadInput: naming file and value, where a file is no TOML or a value lacks or misstates a field.
    """
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return Pack(value for file in files for value in _values_of(file))


def _values_of(file: Traversable) -> list[RuleValue]:
    try:
        tables = tomllib.loads(file.read_text("utf-8"), parse_float=Decimal).get("value")
    except tomllib.TOMLDecodeError as wrong:
        raise BadInput(f"this is not TOML: {wrong}", where=file.name, remedy=_REMEDY) from wrong
    if not isinstance(tables, list):
        raise BadInput("it has no [[value]] tables", where=file.name, remedy=_REMEDY)
    topic = file.name.removesuffix(".toml")
    return [_value(table, f"{file.name}, value {number}", topic) for number, table in enumerate(tables, 1)]


def _value(table: Mapping[str, Any], where: str, topic: str) -> RuleValue:
    fields = {_FIELDS.get(key, key): content for key, content in table.items()}
    words = {name: key for key, name in _FIELDS.items()}
    where = f"{where} ({table.get('id', 'without id')})"
    for name in sorted(_NEEDED - fields.keys()):
        raise BadInput(f"it has no “{words.get(name, name)}”", where=where, remedy=_REMEDY)
    for name in sorted(fields.keys() - _KNOWN):
        raise BadInput(f"“{name}” is no field of a value", where=where, remedy=_REMEDY)
    try:
        return RuleValue(**fields, topic=topic)
    except (TypeError, ValueError) as wrong:
        raise BadInput(str(wrong.args[0]), where=where, remedy=_REMEDY) from wrong


@cache
def shipped() -> Pack:
    """The pack that comes with Alongside: the law of the United Kingdom."""
    return read(resources.files("alongside.rulepacks") / "uk")
