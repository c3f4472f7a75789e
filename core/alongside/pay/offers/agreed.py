"""What is agreed about pay: how often, and with each person her weekdays, her holiday and her reference."""

from __future__ import annotations

from alongside.pay.pay_period import PaySetting
from alongside.pay.tables import REFERENCE, REFERENCES, SETTINGS, TERM, TERMS
from alongside.pay.terms import Reference, Terms
from alongside.store import Unit


def setting(unit: Unit) -> PaySetting:
    """Return how the enterprise pays: by calendar month, until it has said something else."""
    return next(iter(unit.find(SETTINGS)), None) or PaySetting()


def keep_setting(unit: Unit, new: PaySetting) -> PaySetting:
    """Put a way of paying in the place of the one before."""
    before = unit.find(SETTINGS)
    if not before:
        return unit.add(SETTINGS, new)
    return unit.change(
        SETTINGS,
        before[0],
        every=new.every,
        first_day=new.first_day,
        leave_month=new.leave_month,
        leave_day=new.leave_day,
    )


def every_terms(unit: Unit) -> dict[str, dict[str, Terms]]:
    """Return the terms of everybody, by person and business."""
    found: dict[str, dict[str, Terms]] = {}
    for one in unit.find(TERMS):
        found.setdefault(one.person, {})[one.business] = one
    return found


def terms_of(unit: Unit, person: str) -> dict[str, Terms]:
    """Return a person's terms, by business."""
    return {one.business: one for one in unit.find(TERMS, TERM.c.person == person)}


def keep_terms(unit: Unit, new: Terms) -> Terms:
    """Put terms in the place of those that the person had in that business."""
    before = terms_of(unit, new.person).get(new.business)
    if before is None:
        return unit.add(TERMS, new)
    return unit.change(TERMS, before, holiday=new.holiday, weekdays=new.weekdays)


def references(unit: Unit) -> dict[str, str]:
    """Return the pay reference of everybody who has one."""
    return {one.person: one.reference for one in unit.find(REFERENCES)}


def reference_of(unit: Unit, person: str) -> Reference | None:
    """Return a person's pay reference, None where none is known."""
    return next(iter(unit.find(REFERENCES, REFERENCE.c.person == person)), None)


def whose(unit: Unit, reference: str) -> str | None:
    """Return the person who has a pay reference, None where nobody has it."""
    return next((one.person for one in unit.find(REFERENCES, REFERENCE.c.reference == reference)), None)


def keep_reference(unit: Unit, new: Reference) -> Reference:
    """Put a pay reference in the place of the one the person had."""
    before = reference_of(unit, new.person)
    if before is None:
        return unit.add(REFERENCES, new)
    return unit.change(REFERENCES, before, reference=new.reference)


def forget_agreed(unit: Unit, person: str) -> None:
    """Take out what is agreed about a person's pay; her advices stay, as the law asks."""
    for terms in unit.find(TERMS, TERM.c.person == person):
        unit.remove(TERMS, terms)
    reference = reference_of(unit, person)
    if reference is not None:
        unit.remove(REFERENCES, reference)
