"""The command for what people want to learn at work and are glad to show others.

Whose it is is the one who acts: alongside --as NAME cafe learning …
"""

from __future__ import annotations

from collections.abc import Collection

import click

from alongside.api.commands import Desk
from alongside.api.values import BadInput

from ..actions import wishing
from ..rota import wanted
from .week import read_skills


@click.option("--learn", metavar="SKILLS", help="What you want to learn, with commas; “” for nothing.")
@click.option("--show", metavar="SKILLS", help="What you are glad to show others, with commas; “” for nothing.")
def learning(desk: Desk, learn: str | None, show: str | None) -> None:
    """Show what can be learnt here, or say what you want to learn and show: what you said of it before goes."""
    business = desk.business()
    with desk.unit(writing=learn is not None or show is not None) as unit:
        there = wishing.learning(unit, business.id)
        if learn is not None or show is not None:
            wants = there.wants if learn is None else _read(learn, there.cannot, "--learn")
            shows = there.shows if show is None else _read(show, there.can, "--show")
            wishing.say_learning(unit, business.id, wants, shows)
            there = wishing.learning(unit, business.id)
    rows = [(wanted([one]), "", "yes" if one in there.wants else "") for one in there.cannot]
    rows += [(wanted([one]), "yes", "yes" if one in there.shows else "") for one in there.can]
    desk.table(f"Learning at {business.name}", ["Skill", "You can", "You want to learn or show it"], rows)


def _read(text: str, known: Collection[str], where: str) -> list[str]:
    named = [one.replace(" ", "_") for one in read_skills(text)]
    for one in named:
        if one not in known:
            there = ", ".join(wanted([each]) for each in known) or "nothing here"
            raise BadInput(f"“{wanted([one])}” is not among it", where=where, remedy=f"There is: {there}.")
    return named
