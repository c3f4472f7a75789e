"""Saying how people are paid: how often, and with each her weekdays, her holiday and her pay reference."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

import attrs

from alongside.enterprise import offers as enterprise
from alongside.enterprise.business import Business
from alongside.instants import Period
from alongside.pay import offers
from alongside.pay.pay_period import Every, PaySetting
from alongside.pay.terms import HolidayBy, Reference, Terms
from alongside.people import offers as people
from alongside.placements import offers as placements
from alongside.refusal import BadInput, NotFound
from alongside.store import Unit

_LATELY = timedelta(days=365)


@attrs.frozen(kw_only=True)
class PaidPerson:
    """Somebody who is paid: where, by which terms, and by which reference the payroll bureau knows her."""

    person: str
    name: str
    reference: str
    places: tuple[tuple[Business, Terms | None], ...]


def way_of_paying(unit: Unit) -> PaySetting:
    """Return how the enterprise pays."""
    unit.need("pay.run")
    return offers.setting(unit)


def change_way_of_paying(
    unit: Unit, every: Every, first_day: date | None, leave_month: int, leave_day: int
) -> PaySetting:
    """Say how the enterprise pays from the next run on; runs that are agreed stay.

    Raises:
        BadInput: for weeks without a first day, or a leave year that begins on no day.
    """
    unit.need("pay.run")
    new = PaySetting(every=every, first_day=first_day, leave_month=leave_month, leave_day=leave_day)
    return offers.keep_setting(unit, new)


def who_is_paid(unit: Unit) -> list[PaidPerson]:
    """Return everybody with a paid placement that runs or has ended lately, by name."""
    unit.need("pay.run")
    today = enterprise.today(unit)
    lately = Period(today - _LATELY, today)
    paid = [one for one in placements.placements_in(unit, lately) if one.paid]
    names = people.names_of(unit, {one.person for one in paid})
    references, terms = offers.references(unit), offers.every_terms(unit)
    known = {one.id: one for one in enterprise.all_businesses(unit)}
    found = [
        PaidPerson(
            person=person,
            name=name,
            reference=references.get(person, ""),
            places=tuple(
                (known[place], terms.get(person, {}).get(place))
                for place in dict.fromkeys(one.business for one in paid if one.person == person)
            ),
        )
        for person, name in names.items()
    ]
    return sorted(found, key=lambda one: (one.name.casefold(), one.person))


def paid_person(unit: Unit, person: str) -> PaidPerson:
    """Return somebody who is paid.

    Raises:
        NotFound: for somebody who is not.
    """
    found = next((one for one in who_is_paid(unit) if one.person == person), None)
    if found is None:
        raise NotFound("paid person", person, "The list shows who is paid.")
    return found


def set_terms(unit: Unit, person: str, business: str, holiday: HolidayBy, weekdays: Collection[int]) -> Terms:
    """Say on which days somebody works in a business, and how she earns holiday there."""
    unit.need("pay.run")
    new = Terms(id=unit.new_id(), person=person, business=business, holiday=holiday, weekdays=frozenset(weekdays))
    return offers.keep_terms(unit, new)


def set_reference(unit: Unit, person: str, reference: str) -> Reference:
    """Say by which reference the payroll bureau knows somebody.

    Raises:
        BadInput: for one that is no reference, or that somebody else has.
    """
    unit.need("pay.run")
    new = Reference(id=unit.new_id(), person=person, reference=reference.strip())
    if offers.whose(unit, new.reference) not in {None, person}:
        raise BadInput(f"somebody else has the pay reference “{new.reference}”", remedy="Look at it again.")
    return offers.keep_reference(unit, new)
