"""The way to work at the keyboard: stages, hours that grow, outcomes, and the list for an audit."""

from __future__ import annotations

from datetime import date

import click

from alongside.cli import Desk
from alongside.cli.options import DAY
from alongside.display.wording import duration
from alongside.people import offers as people
from alongside.placements import actions, offers
from alongside.placements.outcome import Wanted
from alongside.placements.placement import minutes_of
from alongside.placements.stage import Stage
from alongside.refusal import BadInput

_STAGES = click.Choice([stage.value for stage in Stage])
_WANTED = click.Choice([one.value for one in Wanted])


@click.argument("person")
@click.argument("stage", type=_STAGES)
@click.option("--since", type=DAY, help="The first day of it.  [default: today]")
def stage(desk: Desk, person: str, stage: str, since: date | None) -> None:
    """Note the stage of supported employment that a person is at; what was noted before stays."""
    with desk.unit() as unit:
        who = people.find_person(unit, person)
        step = actions.note_stage(unit, who.id, Stage(stage), since)
    desk.answer({"person": who.id, "stage": stage, "since": step.day}, f"{who.name}: {stage} since {step.day}.")


@click.argument("placement")
@click.option(
    "--step",
    "steps",
    multiple=True,
    metavar="DATE=HOURS",
    help="Such as 2026-12-01=6; as often as there are steps.",
)
def grow(desk: Desk, placement: str, steps: tuple[str, ...]) -> None:
    """Agree the hours to come, in the place of those that were to come; without a step they stay as they are."""
    with desk.unit() as unit:
        agreed = actions.agree_hours(unit, placement, [_step(one) for one in steps])
    lines = [f"{duration(agreed.minutes_on(desk.today))} a week now."]
    lines += [f"{duration(one.minutes)} a week from {one.first_day}." for one in agreed.plan]
    plan = [{"from": one.first_day, "minutes": one.minutes} for one in agreed.plan]
    desk.answer({"placement": agreed.id, "plan": plan}, "\n".join(lines))


def _step(text: str) -> tuple[date, int]:
    day, equals, hours = text.partition("=")
    try:
        first_day = date.fromisoformat(day)
    except ValueError as wrong:
        raise BadInput(f"“{text}” is no step", remedy="Write it such as 2026-12-01=6.") from wrong
    if not equals:
        raise BadInput(f"“{text}” says no hours", remedy="Write it such as 2026-12-01=6.")
    return first_day, minutes_of(hours)


@click.option("--person", metavar="PERSON", help="Of this person alone.")
def outcomes(desk: Desk, person: str | None) -> None:
    """Show paid work that has lasted 13, 26 and 52 weeks, and whether somebody has confirmed it."""
    with desk.unit(writing=False) as unit:
        steps = [people.find_person(unit, person).id] if person else [one.id for one in people.everybody(unit)]
        found = [one for who in steps for one in actions.outcomes_seen(unit, who)]
        names = people.names_of(unit, [one.person for one in found])
    rows = [
        (names[one.person], f"{one.weeks} weeks", one.day, one.confirmed_on or "not yet", one.wanted.value, one.id)
        for one in found
    ]
    headers = ("person", "for", "reached on", "confirmed", "wanted", "outcome")
    desk.table("Paid work that lasts", headers, sorted(rows, key=str))


@click.argument("outcome")
@click.option(
    "--wanted", type=_WANTED, default=Wanted.NOT_SAID.value, help="Whether it is what she wants, as she says."
)
def confirm(desk: Desk, outcome: str, wanted: str) -> None:
    """Confirm that paid work has lasted, after asking the person; it counts in reports from then on."""
    with desk.unit() as unit:
        done = actions.confirm_outcome(unit, outcome, Wanted(wanted))
    said = f"{done.weeks} weeks, reached on {done.day}: confirmed, {duration(done.minutes)} a week."
    desk.answer({"outcome": done.id, "weeks": done.weeks, "minutes": done.minutes}, said)


@click.argument("persons", metavar="PERSON...", nargs=-1, required=True)
@click.option("--numbers", is_flag=True, help="Numbers in the place of names.")
def audit_list(desk: Desk, persons: tuple[str, ...], numbers: bool) -> None:  # noqa: FBT001 - click hands a flag over by its name
    """Write the list of up to fifteen people with timeline, status and job (PDF), and keep it among the papers."""
    from alongside.display import Edition
    from alongside.placements.pages.listing import compose
    from alongside.reports.pdf import make_pdf

    with desk.unit(writing=False) as unit:
        chosen = [people.find_person(unit, one).id for one in persons]
        html = compose(unit, actions.lines_of(unit, chosen, by_number=numbers), Edition.STANDARD)
    # Without names it is about people still: erased ones leave it, so it names them to the register.
    path = desk.file_paper(f"way-to-work-{desk.today}.pdf", make_pdf(html), chosen)
    desk.answer({"paper": str(path)}, f"The list is {path}.")


@click.argument("person")
def way(desk: Desk, person: str) -> None:
    """Show a person's way to work: stages by day, and who coaches her."""
    with desk.unit(writing=False) as unit:
        found = actions.way_of(unit, people.find_person(unit, person).id)
        coach = offers.coach_for(unit, found.person)
        names = people.names_of(unit, [found.person, *([coach.coach] if coach else [])])
    rows = [(one.day, one.stage.value) for one in found.steps]
    title = f"The way of {names[found.person]}" + (f", with {names[coach.coach]}" if coach else "")
    desk.table(title, ("since", "stage"), rows)
