"""The command that says why a place is open, or why somebody cannot have a shift."""

from __future__ import annotations

from typing import Any

import attrs
import click

from alongside.api import people
from alongside.api.commands import Desk

from ..actions import asking_why
from ..pages.saying_why import Teller
from ..why.conflict import Finding


@click.argument("shift")
@click.option("--person", default="", metavar="NAME", help="Why this person cannot have it.")
@click.option("--published", is_flag=True, help="Ask of what is published, even where there is a draft.")
def why(desk: Desk, shift: str, person: str, published: bool) -> None:  # noqa: FBT001 - click hands a flag over by its name
    """Read, think with no unit open, and say the reason, the rules behind it and what would mend it.

    SHIFT is a day, a start and a job, such as 2026-11-30T09:00-Kitchen, as the rota and its open places name it.
    """
    business = desk.business()
    with desk.unit(writing=False) as unit:
        draft = None if published else asking_why.drafted(unit, business.id, shift)
        if person:
            asked = [asking_why.of_person(unit, business.id, shift, people.find_person(unit, person).id, draft)]
        else:
            asked = list(_kinds(asking_why.of_places(unit, business.id, shift, draft)).values())
    answers = [_answer(one, asking_why.think(one)) for one in asked]
    desk.answer(
        {"shift": shift, "draft": draft is not None, "answers": answers},
        "\n".join(_in_words(one) for one in answers),
    )


def _kinds(asked: list[asking_why.Asked]) -> dict[object, asking_why.Asked]:
    """Return one question for each kind of places: the same is true of the others."""
    return {
        one.shift.places[one.gap.place] if one.gap and one.gap.place is not None else None: one
        for one in asked[::-1]
    }


def _answer(asked: asking_why.Asked, finding: Finding) -> dict[str, Any]:
    if asked.has:
        return {"sentences": ["This person has the shift."]}
    told = Teller(asked.question, finding, asked.names).told()
    place = asked.gap.place if asked.gap else None
    return {
        "place": "key" if asked.gap and place is None else place,
        "sentences": list(told.sentences),
        "rules": [attrs.asdict(one) for one in told.rules],
        "repair": told.repair,
        "minimal": finding.minimal,
        "first_seconds": finding.told,
        "minimal_seconds": finding.proven,
    }


def _in_words(answer: dict[str, Any]) -> str:
    rules = [f"  - {one['words']}" for one in answer.get("rules", ())]
    last = [answer["repair"]] if answer.get("repair") else []
    return "\n".join([*answer["sentences"], *rules, *last])
