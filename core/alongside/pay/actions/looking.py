"""Seeing runs, one's own pay, and, noted, that of others."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from alongside.instants import Period
from alongside.pay import offers
from alongside.pay.actions.running import next_days
from alongside.pay.advice import Advice, Run
from alongside.pay.matter import Matter
from alongside.pay.tables import ADVICES
from alongside.people import offers as people
from alongside.refusal import BadInput, NotFound, OnlyAlone
from alongside.store import Unit

ERASED = "Somebody who has left"


@attrs.frozen(kw_only=True)
class Paid:
    """One person's line of a run."""

    name: str
    advice: Advice


@attrs.frozen(kw_only=True)
class Seen:
    """A run with everybody's advice, by name; ``agreed_by`` is the name of who agreed it."""

    run: Run
    people: tuple[Paid, ...]
    agreed_by: str = ""

    @property
    def paid(self) -> tuple[Paid, ...]:
        """Those who are paid something."""
        return tuple(one for one in self.people if one.advice.pays)

    @property
    def matters(self) -> tuple[tuple[Paid, Matter], ...]:
        """What a human has to look at, with whose it is; first what stops the run."""
        found = [(one, matter) for one in self.people for matter in one.advice.matters]
        return tuple(sorted(found, key=lambda each: not each[1].stops))


@attrs.frozen(kw_only=True)
class Total:
    """A run as it stands in the list: how many people, minutes and pence."""

    run: Run
    people: int
    minutes: int
    pence: int


def overview(unit: Unit) -> list[Total]:
    """Return every run with its totals, the newest first."""
    unit.need("pay.run")
    sums = offers.totals(unit)
    return [
        Total(run=one, people=people, minutes=minutes, pence=pence)
        for one in offers.runs(unit)
        for people, minutes, pence in (sums.get(one.id, (0, 0, 0)),)
    ]


def next_period(unit: Unit) -> Period | None:
    """Return the period that is to be paid next, None while it has not begun."""
    unit.need("pay.run")
    try:
        return next_days(unit).period
    except BadInput:
        return None


def look_at_run(unit: Unit, run: str) -> Seen:
    """Look at a run with what everybody is paid; on a page, that is noted."""
    unit.need("pay.run")
    found = offers.run(unit, run)
    if unit.writing:
        unit.note_reading_of("pay_run", run, None)
    return _seen(unit, found)


def what_needs_somebody(unit: Unit) -> Seen | None:
    """Return the draft, with everything that a human has to look at; None where there is none."""
    unit.need("pay.run")
    draft = offers.draft(unit)
    return _seen(unit, draft) if draft else None


def _seen(unit: Unit, run: Run) -> Seen:
    advices = offers.advices_of(unit, run.id)
    names = people.names_of(unit, {one.person for one in advices} | ({run.agreed_by} if run.agreed_by else set()))
    found = [Paid(name=names.get(one.person) or ERASED, advice=one) for one in advices]
    return Seen(
        run=run,
        people=tuple(sorted(found, key=lambda one: (one.name.casefold(), one.advice.person))),
        agreed_by=names.get(run.agreed_by or "", ""),
    )


def my_advices(unit: Unit) -> Sequence[tuple[Run, Advice]]:
    """Return one's own advices, the newest first.

    Raises:
        OnlyAlone: while somebody helps: the page promises that nobody else sees it.
    """
    if unit.actor.helper is not None:
        raise OnlyAlone
    unit.need("pay.run", own=unit.actor.id)
    return offers.advices_for(unit, unit.actor.id)


def advice_to_read(unit: Unit, advice: str) -> tuple[Run, Paid]:
    """Return an advice: one's own once it is agreed, another's with the right, which is noted.

    Raises:
        NotFound: for one that is another's, or one's own and not agreed.
        OnlyAlone: for one's own while somebody helps.
    """
    found = offers.advice(unit, advice)
    run, own = offers.run(unit, found.run), found.person == unit.actor.id
    if not unit.may("pay.run") and not (own and run.agreed and found.pays):
        raise NotFound("pay advice of yours", advice, "My pay shows those that there are.")
    if own and unit.actor.helper is not None:
        raise OnlyAlone
    if not own and unit.writing:
        unit.note_reading(ADVICES, found, "lines")
    name = people.names_of(unit, [found.person]).get(found.person) or ERASED
    return run, Paid(name=name, advice=found)
