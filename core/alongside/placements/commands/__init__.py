"""Placements at the keyboard: agree, end and list them, hours, the pay check."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from alongside.cli import Desk
from alongside.cli.ending import DONE, NOT_RIGHT
from alongside.cli.options import DAY, MONEY
from alongside.display.wording import duration
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.money import Pence, pounds
from alongside.people import offers as people
from alongside.placements import actions
from alongside.placements.hours import calendar_month
from alongside.placements.pay_floor import PayTooLow, pay_floor
from alongside.placements.placement import Placement, PlacementType, minutes_of
from alongside.refusal import BadInput
from alongside.rulepacks.offers import day_in_words, days_in_words, overdue, source_in_words
from alongside.store import Unit

_KINDS = click.Choice([kind.value for kind in PlacementType])
_SLUG = click.option("--business-slug", metavar="NAME", help="The business, by its short name.")


def _business(unit: Unit, slug: str | None) -> str | None:
    return None if slug is None else enterprise.business_by_slug(unit, None, slug).id


@_SLUG
def list_(desk: Desk, business_slug: str | None) -> None:
    """Show who has agreed to work where, with the id of each placement."""
    with desk.unit(writing=False) as unit:
        found = actions.placements_now(unit, _business(unit, business_slug))
        names = people.names_of(unit, [one.person for one in found])
        places = {one.id: one.name for one in enterprise.all_businesses(unit)}
    rows = [(names[one.person], places[one.business], *_terms(one, desk.today), one.id) for one in found]
    headers = ("person", "business", "kind", "a week", "an hour", "from", "to", "placement")
    desk.table("Placements", headers, sorted(rows))


def _terms(placement: Placement, today: date) -> tuple[str, ...]:
    rate = "" if placement.rate is None else pounds(placement.rate)
    last = placement.last_day.isoformat() if placement.last_day else ""
    agreed = duration(placement.minutes_on(today))
    return placement.kind.value, agreed, rate, placement.first_day.isoformat(), last


@click.argument("person")
@click.option("--business-slug", metavar="NAME", required=True, help="The business, by its short name.")
@click.option("--kind", type=_KINDS, required=True, help="What is agreed.")
@click.option("--rate", type=MONEY, help="Pounds an hour, for a paid placement.")
@click.option("--hours", required=True, metavar="HOURS", help="Hours a week, such as 12 or 12.5.")
@click.option("--from", "first_day", type=DAY, help="The first day.  [default: today]")
@click.option("--to", "last_day", type=DAY, help="The last day, if one is agreed.")
@click.option("--supporter", metavar="PERSON", help="Who gives support at work.")
@click.option("--apprentice-since", type=DAY, help="The day an apprenticeship began.")
def start(desk: Desk, person: str, business_slug: str, kind: str, hours: str, **terms: Any) -> None:
    """Agree work with a person; the rate is held to the least that the law asks for."""
    with desk.unit() as unit:
        supporter = terms.pop("supporter")
        new = actions.start_placement(
            unit,
            person=people.find_person(unit, person).id,
            business=enterprise.business_by_slug(unit, None, business_slug).id,
            kind=PlacementType(kind),
            agreed_minutes=minutes_of(hours),
            first_day=terms.pop("first_day") or desk.today,
            supporter=people.find_person(unit, supporter).id if supporter else None,
            **terms,
        )
        name = people.names_of(unit, [new.person])[new.person]
    said = f"{name} starts on {new.first_day}: {duration(new.agreed_minutes)} a week (placement {new.id})."
    desk.answer({"placement": new.id, "person": new.person, "first_day": new.first_day}, said)


@click.argument("placement")
@click.option("--on", "last_day", type=DAY, help="The last day, that day included.  [default: today]")
def end(desk: Desk, placement: str, last_day: date | None) -> None:
    """Give a placement its last day; its record stays."""
    with desk.unit() as unit:
        ended = actions.end_placement(unit, placement, last_day or desk.today)
    said = f"The placement ends on {ended.last_day}."
    desk.answer({"placement": ended.id, "last_day": ended.last_day}, said)


@_SLUG
@click.option("--from", "first", type=DAY, help="The first day.  [default: the first of this month]")
@click.option("--to", "last", type=DAY, help="The last day.  [default: today]")
def hours(desk: Desk, business_slug: str | None, first: date | None, last: date | None) -> None:
    """Show the hours that each person worked, from the diary."""
    period = _period(first or calendar_month(last or desk.today).first, last or desk.today)
    with desk.unit(writing=False) as unit:
        minutes = actions.hours_of(unit, period, _business(unit, business_slug))
        names = people.names_of(unit, minutes)
    lines = sorted((names[one], one, count) for one, count in minutes.items())
    if desk.as_json:
        rows = [{"person": one, "name": name, "minutes": count} for name, one, count in lines]
        desk.answer({"from": period.first, "to": period.last, "people": rows}, "")
        return
    title = f"Hours worked from {period.first} to {period.last}"
    desk.table(title, ("person", "worked"), [(name, duration(count)) for name, _, count in lines])


def _period(first: date, last: date) -> Period:
    if last < first:
        raise BadInput(f"{last} is before {first}", remedy="Give a last day on or after the first.")
    return Period(first, last)


@click.option("--on", type=DAY, help="The day to look at.  [default: today]")
def check(desk: Desk, on: date | None) -> None:
    """Hold every paid placement to the pay floor of its pay period, with rule and source."""
    with desk.unit(writing=False) as unit:
        found = actions.pay_check(unit, on or desk.today)
        names = people.names_of(unit, [one.person for one in (*found.low, *found.unknown)])
    facts = {
        "pay_period_starts": found.period_starts,
        "sound": len(found.sound),
        "low": [one.id for one in found.low],
        "unknown": [one.id for one in found.unknown],
        "floors": [{"rule": floor.id, "value": floor.said, "source": floor.source} for floor in found.floors],
    }
    lines = [f"{len(found.sound)} paid placements are at or above the floor on {found.period_starts}."]
    lines += [f"Too low: {names[one.person]}, {pounds(one.rate or 0)} (placement {one.id})." for one in found.low]
    lines += [f"Not known: {names[one.person]} (placement {one.id})." for one in found.unknown]
    lines += [f"{floor.title}: {floor.said}. {source_in_words(floor)}." for floor in found.floors]
    desk.answer(facts, "\n".join(lines))


@click.option("--born", type=DAY, required=True, help="The date of birth; the floor differs by age.")
@click.option("--rate", type=MONEY, required=True, help="Pounds an hour.")
@click.option("--period-start", type=DAY, required=True, help="The first day of the pay period.")
@click.option("--apprentice-since", type=DAY, help="The day an apprenticeship began.")
def try_rate(desk: Desk, born: date, rate: Pence, period_start: date, apprentice_since: date | None) -> int:
    """Say whether a rate may be paid, by which rule, its days and its source; nothing is written.

    With --home, what that enterprise has promised counts too.
    """
    floor = pay_floor(born, period_start, apprentice_since=apprentice_since, promises=desk.promises)
    facts = {
        "right": rate >= floor.pence,
        "rate": rate,
        "least": floor.pence,
        "rule": floor.id,
        "from": floor.first_day,
        "to": floor.last_day,
        "source": floor.source,
        "place": floor.place,
        "newer_due": overdue(floor, period_start),
    }
    if rate < floor.pence:
        desk.answer(facts, PayTooLow(rate, floor, period_start).sentence)
        return NOT_RIGHT
    least = f"the least is {floor.said} (rule {floor.id}, {days_in_words(floor)})"
    said = f"{pounds(rate)} an hour may be paid: {least}. Source: {source_in_words(floor)}."
    if due := overdue(floor, period_start):
        said += f" A new value was due on {day_in_words(due)} and is not known here."
    desk.answer(facts, said)
    return DONE


def tidy(desk: Desk) -> None:
    """Take out the pay records of erased people that need not be kept any longer."""
    with desk.erasing() as unit:
        gone = actions.tidy(unit)
    desk.answer({"taken_out": len(gone)}, f"{len(gone)} pay records were taken out.")


def is_this_a_job(desk: Desk) -> None:
    """Show the newest question about everybody; whoever is at the keyboard has no name, and answers none."""
    with desk.unit(writing=False) as unit:
        found = actions.status_questions(unit)
        places = {one.id: one.name for one in enterprise.all_businesses(unit)}
    rows = [
        (
            one.face.name,
            places[one.review.business],
            one.placement.kind.value,
            ", ".join(reason.value for reason in one.review.reasons),
            one.review.answer_by.isoformat(),
            "waits" if one.review.verdict is None else one.review.verdict.value,
            "nothing new is planned" if one.held else "",
        )
        for one in found
    ]
    headers = ("person", "business", "kind", "seen", "answer by", "answer", "rota")
    desk.table("Is this a job?", headers, rows)
