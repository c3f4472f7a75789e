"""The command that explains a rule: ``alongside rules why uk.minimum-wage --on 2026-04-02``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Protocol

import click

from alongside.rulepacks.look_up import values_of
from alongside.rulepacks.pack import shipped
from alongside.rulepacks.promise import Promise
from alongside.rulepacks.value import RuleValue
from alongside.rulepacks.why import why as explain


class Desk(Protocol):
    """What this command needs of the desk that it answers at; the packs are a leaf and know no kit."""

    @property
    def today(self) -> date:
        """The day it is for the one who asks."""

    @property
    def promises(self) -> tuple[Promise, ...]:
        """What the enterprise that is named has promised beyond the law."""

    def answer(self, facts: dict[str, Any], text: str) -> None:
        """Print facts as JSON, or the text."""


@click.argument("rule")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day to look at.  [default: today]")
@click.option("--age", type=click.IntRange(0, 150), help="Age in whole years, for a rule that differs by age.")
def why(desk: Desk, rule: str, on: datetime | None, age: int | None) -> None:
    """Say what a rule is worth on a day, since when, for whom, and where that was read.

    With --home it tells what that enterprise has promised beyond the law, too.
    """
    day = on.date() if on else desk.today
    values = values_of(rule, day, age, promises=desk.promises)
    text = "\n".join(explain(value, day) for value in values)
    desk.answer({"on": day.isoformat(), "values": [_facts(value) for value in values]}, text)


def _facts(value: RuleValue) -> Mapping[str, Any]:
    return {
        "rule": value.id,
        "title": value.title,
        "value": value.value if isinstance(value.value, int) else str(value.value),
        "unit": value.unit.value,
        "from": value.first_day.isoformat(),
        "to": value.last_day.isoformat() if value.last_day else None,
        "ages": [value.age_from, value.age_to] if value.banded else None,
        "applies_by": value.applies_by.value,
        "status": value.status.value,
        "source": value.source,
        "place": value.place,
        "read_on": value.read_on.isoformat(),
        "checked_by": value.checked_by,
        "law": value.law.said if value.law else None,
    }


def list_(desk: Desk) -> None:
    """Show the id and the name of each rule, and where more than the law was promised."""
    pack, promised = shipped(), {one.rule for one in desk.promises}
    titles = {rule_id: pack.of(rule_id)[-1].title for rule_id in pack.ids}
    wide = max(map(len, titles))
    lines = [f"{one:{wide}}  {title}{' (promised more)' * (one in promised)}" for one, title in titles.items()]
    facts = [{"rule": one, "title": title, "promised": one in promised} for one, title in titles.items()]
    desk.answer({"rules": facts}, "\n".join(lines))
