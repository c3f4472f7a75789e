"""The commands that make a draft of the rota, publish it and throw it away."""

from __future__ import annotations

from datetime import date
from typing import Any

import attrs
import click

from alongside.api.commands import DAY, Desk
from alongside.api.display import money
from alongside.api.store import Unit
from alongside.api.values import BadInput

from ..actions import before_filling, drafting, looking, publishing
from ..draft import Draft
from ..how_good import how_good
from ..pages.saying_house import said_of_house
from ..rota import wanted
from ..sharing import Spread
from ..spreads import spreads
from ..tables.drafts import drafts_of
from . import first_of, for_weeks, from_day, said_of

_of = click.option(
    "--from", "first_day", type=DAY, help="The first day of the draft; the one there is if not said."
)


@from_day
@for_weeks(4)
def fill(desk: Desk, first_day: date | None, weeks: int) -> None:
    """Read, think with no unit open, keep the draft; gaps are listed with their reasons."""
    business, start = desk.business(), first_of(desk, first_day)
    desk.step_back()
    desk.say(f"Reading who can work from {start} on.")
    with desk.unit(writing=False) as unit:
        asked = drafting.ask(unit, business.id, start, weeks)
        lacking = before_filling.look(unit, business.id, start, weeks)
    for one in lacking:
        desk.say(str(one))
    desk.say(f"Filling {sum(len(one.places) for one in asked.problem.shifts)} places.")
    thought = drafting.think(asked)
    with desk.unit() as unit:
        draft = drafting.keep(unit, asked, thought)
        standing = publishing.stand(unit, draft)
        gaps = _gaps(looking.drafted_week(unit, standing, start, 7 * weeks))
    desk.answer(_facts(standing, gaps), _in_words(standing, gaps))


def _gaps(week: looking.Week) -> list[dict[str, str]]:
    return [
        {
            "day": str(day),
            "shift": said_of(shift),
            "id": shift.called,
            "place": "key" if gap.place is None else wanted(shift.places[gap.place]),
            "reason": week.why[gap.id],
        }
        for day in week.days
        for gap, shift in week.gaps_on(day)
    ]


def _facts(standing: publishing.Standing, gaps: list[dict[str, str]]) -> dict[str, Any]:
    change, searched = standing.difference, standing.draft.searched
    return {
        "places": change.places,
        "filled": change.filled,
        "gaps": gaps,
        "ending": searched.ending.value,
        "cost": searched.cost,
        "bound": searched.bound,
        "layers": [attrs.asdict(one) for one in searched.layers],
        "people_changed": len(change.people),
        "days_changed": change.days,
        "wages": change.pence,
        "shared": [{"kind": _kind(one), "over": one.over, "under": one.under} for one in _spreads(standing)],
    }


def _spreads(standing: publishing.Standing) -> tuple[Spread, ...]:
    return spreads(standing.problem, standing.wanted)


def _kind(one: Spread) -> str:
    return one.kind.key if one.kind else "learning"


def _shared(one: Spread) -> str:
    """How far from fair it is, and never who has more."""
    if one.kind is None:
        said = f"somebody has {one.under} fewer than a fair share" if one.under else "everybody has a fair share"
        return f"Chances to learn: {said}."
    said = f"somebody has {one.over} more than a fair share" if one.over else "nobody has more than a fair share"
    return f"Shared out, {one.kind.key}: {said}."


def _in_words(standing: publishing.Standing, gaps: list[dict[str, str]]) -> str:
    change, searched = standing.difference, standing.draft.searched
    open_places = [f"  {one['day']} {one['shift']}, {one['place']}: {one['reason']}" for one in gaps]
    asking = [f"Ask why, and what would close one: alongside cafe why {gaps[0]['id']}"] if gaps else []
    return "\n".join(
        [
            f"{change.filled} of {change.places} places are filled.",
            str(how_good(searched, standing=bool(standing.draft.base))),
            f"Its cost is {searched.cost:,}, and no rota costs less than {searched.bound:,}.",
            f"The wages come to {money(change.pence)}.",
            _changes(len(change.people), change.days),
            *map(_shared, _spreads(standing)),
            *(f"A rule of your own: {str(one).replace('**', '')}" for one in said_of_house(standing.draft.rules)),
            *open_places,
            *asking,
            "It is a draft: nobody else sees it before it is published (alongside cafe publish).",
        ]
    )


def _changes(people: int, days: int) -> str:
    if not days:
        return "Nobody's days change."
    return f"Days that change: {days}, of {people} {'person' if people == 1 else 'people'}."


@_of
def publish(desk: Desk, first_day: date | None) -> None:
    """Publish the draft, and say what it changed."""
    business = desk.business()
    with desk.unit() as unit:
        draft = _the_draft(unit, business.id, first_day)
        change = publishing.stand(unit, draft).difference
        done = publishing.publish(unit, draft)
    shown = done.publication
    facts = {
        "number": shown.number,
        "digest": shown.digest,
        "first_day": shown.first,
        "last_day": shown.last,
        "places": done.rota.places,
        "filled": done.filled,
        "late": done.late,
        "changed": done.changed,
    }
    late = [f"{done.late} places stayed open, as somebody cannot come any more."] if done.late else []
    lines = [
        f"The rota from {shown.first} to {shown.last} is published: version {shown.number}, {shown.mark}.",
        f"{done.filled} of {done.rota.places} places are filled.",
        *late,
        _changes(len(change.people), change.days),
    ]
    desk.answer(facts, "\n".join(lines))


@_of
def throw_away(desk: Desk, first_day: date | None) -> None:
    """Throw the draft away."""
    business = desk.business()
    with desk.unit() as unit:
        draft = _the_draft(unit, business.id, first_day)
        drafting.throw_away(unit, draft)
    said = f"The draft from {draft.period.first} to {draft.period.last} is thrown away. The rota stays as it was."
    desk.answer({"first_day": draft.period.first, "last_day": draft.period.last}, said)


def _the_draft(unit: Unit, business: str, first_day: date | None) -> Draft:
    unit.need("cafe.plan", business)
    there = drafts_of(unit, business)
    found = [one for one in there if first_day in (None, one.first_day)]
    if len(found) == 1:
        return found[0]
    days = ", ".join(str(one.first_day) for one in there)
    if found:
        raise BadInput("there is more than one draft", where="--from", remedy=f"Say which: {days}.")
    remedy = f"There are drafts from {days}." if there else "Fill the rota first: alongside cafe fill"
    raise BadInput("there is no such draft" if first_day else "there is no draft", remedy=remedy)
