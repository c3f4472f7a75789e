"""New rates of pay: of one placement or of a whole business in one act, each held to the floor on its day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from alongside.enterprise import offers as enterprise
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.money import Pence, pounds
from alongside.people import offers as people
from alongside.placements import offers
from alongside.placements.actions.agreeing import check_pay, looked_at, refuse_back_dated
from alongside.placements.hours import calendar_month
from alongside.placements.new_rate import Earner, NotRaised, parted, refuse_day
from alongside.placements.pay_floor import PayTooLow
from alongside.placements.placement import Placement
from alongside.placements.tables import PLACEMENTS
from alongside.refusal import BadInput, Refusal, worded
from alongside.rulepacks.offers import RuleValue, day_in_words
from alongside.store import Unit


def earners_on(unit: Unit, business: str, day: date) -> list[Earner]:
    """Return everybody who is paid in a business on a day, by name, each with the least from that day on.

    Raises:
        BadInput: for a day on which no rate can be agreed: see ``refuse_day``.
        BackDated: for a day before this pay period, from somebody who may not see dates of birth.
    """
    unit.need("placements.change", business)
    refuse_day(day, enterprise.today(unit), offers.paid_until(unit))
    there = [one for one in offers.placements_on(unit, day, business) if one.paid]
    names = people.names_of(unit, {one.person for one in there})
    for one in there:
        refuse_back_dated(unit, attrs.evolve(one, first_day=day, plan=(), last_day=None))
    offers.read_at_once(unit, {one.person for one in there})
    floors = offers.floors(unit, there, calendar_month(day).first)
    found = [_earner(unit, one, names[one.person], day, floors[one.id]) for one in there]
    return sorted(found, key=lambda one: (one.name.casefold(), one.placement.id))


def _earner(unit: Unit, there: Placement, name: str, day: date, floor: RuleValue | Refusal) -> Earner:
    before = [one for one in offers.job_of(unit, there).placements if one.first_day < day and one.paid]
    now = Pence((before[-1] if before else there).rate or 0)
    if isinstance(floor, Refusal):
        return Earner(placement=there, name=name, now=now, unknown=floor)
    return Earner(placement=there, name=name, now=now, floor=floor)


def raise_rates(unit: Unit, day: date, rates: Mapping[str, Pence]) -> list[Placement]:
    """Agree that placements go on at other rates from a day on, by their ids, and tell whose they are.

    Returns those that have another rate by it: what has that rate already stays as it is, so the same sent twice
    changes nothing the second time. Either all are agreed or none.

    Raises:
        NotRaised: where some of the rates cannot be.
        BadInput: for a day on which no rate can be agreed.
    """
    refuse_day(day, enterprise.today(unit), offers.paid_until(unit))
    found = offers.placements_by_ids(unit, rates)
    wanted = [(found.get(id) or offers.placement(unit, id), rate) for id, rate in rates.items()]  # noqa: A001
    for old, _rate in wanted:
        unit.need("placements.change", old.business)
    wrong = {old.id: why for old, rate in wanted if (why := _refused(unit, old, rate, day)) is not None}
    if wrong:
        raise NotRaised(wrong)
    with unit.apart():
        raised = [_go_on(unit, old, rate, day) for old, rate in wanted if old.rate != rate]
        for one in raised:
            _tell(unit, one, day)
    return raised


def _refused(unit: Unit, old: Placement, rate: Pence, day: date) -> Refusal | None:
    """Return why a placement cannot have a rate from a day on; None where it can."""
    try:
        _check(unit, old, rate, day)
    except (BadInput, PayTooLow) as refused:
        return refused
    return None


def _check(unit: Unit, old: Placement, rate: Pence, day: date) -> None:
    name = people.names_of(unit, [old.person])[old.person]
    if old.rate is None:
        raise BadInput(worded("placements", "This work is not paid. End it, then agree paid work."))
    if day < old.first_day:
        key = "The work of {name} begins on {first}. Choose that day or a later one."
        raise BadInput(worded("placements", key, name=name, first=day_in_words(old.first_day)))
    if not old.runs_on(day):
        raise BadInput(
            worded("placements", "The work of {name} is over by then. Choose an earlier day.", name=name)
        )
    if rate < old.rate:
        key = "{name} gets {rate} an hour already. Write that or more."
        raise BadInput(worded("placements", key, name=name, rate=pounds(old.rate)))
    new = attrs.evolve(old, rate=rate, first_day=day, plan=())
    refuse_back_dated(unit, new)
    try:
        check_pay(unit, new)
    except BadInput:
        if rate != old.rate:  # what stays as it is need not be known
            raise


def _go_on(unit: Unit, old: Placement, rate: Pence, day: date) -> Placement:
    """Let a placement go on at another rate, and what follows it at no less."""
    for later in offers.job_of(unit, old).after(old):
        if later.rate is not None and later.rate < rate:
            unit.change(PLACEMENTS, later, rate=rate)
    return change_rate(unit, old.id, rate, day)


def change_rate(unit: Unit, placement: str, rate: Pence, from_day: date) -> Placement:
    """Put a rate right from a day on, also in pay that is agreed: the next run pays the difference.

    Nobody is told of it. The placement ends the day before, and one with the new rate begins.

    Raises:
        PayTooLow: where the rate is under the floor in a pay period from that day until now.
        BackDated: for a day before this pay period, from somebody who may not see dates of birth.
        BadInput: where nothing is paid, or the placement does not run on that day.
    """
    old = offers.placement(unit, placement)
    unit.need("placements.change", old.business)
    if not old.paid:
        raise BadInput("this placement is unpaid", remedy="End it, then start a paid one.")
    if not old.runs_on(from_day):
        raise BadInput(f"the placement does not run on {from_day}", remedy="Give one of its days.")
    if from_day == old.first_day:
        refuse_back_dated(unit, old)
        check_pay(unit, attrs.evolve(old, rate=rate))
        return looked_at(unit, unit.change(PLACEMENTS, old, rate=rate))
    until, new = parted(old, from_day, rate, id=unit.new_id())
    refuse_back_dated(unit, new)
    check_pay(unit, new)
    unit.change(PLACEMENTS, old, last_day=until.last_day)
    return looked_at(unit, offers.add_placement(unit, new))


def _(key: str, picture: str, day: date | None = None, **facts: str) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key=key, picture=picture, days={"day": day} if day else {}, facts=facts)


def _tell(unit: Unit, raised: Placement, day: date) -> None:
    business = enterprise.business(unit, raised.business).name
    lines = [
        _("From **{day}** you get **{rate}** an hour.", "money", day, rate=pounds(raised.rate or 0)),
        _("It is for your work at **{business}**.", "shop", business=business),
    ]
    key = f"placements:rate:{raised.id}:{raised.rate}"
    # Private: a letter would tell whoever prints it what she earns.
    title = _("Your pay goes up", "money")
    write_to(unit, raised.person, key, "placements", title, lines, path="/my-pay", private=True)
