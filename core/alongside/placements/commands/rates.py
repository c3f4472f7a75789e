"""New rates of pay at the keyboard: of one person, or of everybody in a business who would be under the floor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from alongside.cli import Desk
from alongside.cli.options import DAY, MONEY
from alongside.enterprise import offers as enterprise
from alongside.money import Pence, pounds
from alongside.people import offers as people
from alongside.placements import actions, offers
from alongside.placements.new_rate import Earner
from alongside.placements.placement import Placement
from alongside.refusal import BadInput
from alongside.store import Unit


@click.argument("person", required=False)
@click.option("--business", "slug", metavar="NAME", required=True, help="The business, by its short name.")
@click.option("--rate", "pence", type=MONEY, help="Pounds an hour, such as 12.90.")
@click.option("--from", "first_day", type=DAY, required=True, help="The first day with the new rate.")
@click.option("--all-to-floor", is_flag=True, help="Everybody there who would be under the least gets the least.")
@click.option(
    "--put-right", is_flag=True, help="Also for pay that is agreed: the next pay run pays the difference."
)
def rate(
    desk: Desk,
    person: str | None,
    slug: str,
    pence: Pence | None,
    first_day: date,
    *,
    all_to_floor: bool,
    put_right: bool,
) -> None:
    """Agree another rate from a day on, for a PERSON or for all; hours before it keep the rate they had."""
    wanted = person is not None and pence is not None and not all_to_floor
    if not wanted and (person is not None or pence is not None or not all_to_floor or put_right):
        raise BadInput(
            "it is not clear whose rate is meant", remedy="Give a person and --rate, or --all-to-floor."
        )
    with desk.unit() as unit:
        business = enterprise.business_by_slug(unit, None, slug).id
        earners = [] if wanted else actions.earners_on(unit, business, first_day)
        if person is None or pence is None:
            low = {one.placement.id: one.offered for one in earners if one.too_low}
            raised = actions.raise_rates(unit, first_day, low) if low else []
        else:
            there = _work_of(unit, people.find_person(unit, person).id, business, first_day)
            raised = _raised(unit, there, pence, first_day, put_right=put_right)
        names = people.names_of(unit, {one.person for one in raised})
    _answer(desk, first_day, raised, names, [one for one in earners if one.floor is None])


def _work_of(unit: Unit, person: str, business: str, day: date) -> Placement:
    """The paid placement of somebody in a business on a day; else the nearest, to be refused by its days."""
    there = [one for one in offers.placements_of(unit, person) if one.business == business]
    if not there:
        name = people.names_of(unit, [person])[person]
        raise BadInput(
            f"no work is agreed with {name} there", remedy="Agree it first: alongside placements start."
        )
    return next((one for one in there if one.runs_on(day)), there[0] if day < there[0].first_day else there[-1])


def _raised(unit: Unit, there: Placement, rate: Pence, day: date, *, put_right: bool) -> list[Placement]:
    if put_right:
        return [actions.change_rate(unit, there.id, rate, day)]
    return actions.raise_rates(unit, day, {there.id: rate})


def _answer(
    desk: Desk, day: date, raised: Sequence[Placement], names: dict[str, str], unknown: Sequence[Earner]
) -> None:
    facts = {
        "first_day": day,
        "raised": [{"placement": one.id, "person": one.person, "rate": one.rate} for one in raised],
        "unknown": [one.placement.id for one in unknown],
    }
    lines = [
        f"From {day} {names[one.person]} gets {pounds(one.rate or 0)} an hour (placement {one.id})."
        for one in sorted(raised, key=lambda one: (names[one.person].casefold(), one.id))
    ]
    lines += [f"Not known: {one.name} (placement {one.placement.id}). Nothing was changed." for one in unknown]
    desk.answer(facts, "\n".join(lines or ["Nothing had to be changed."]))
