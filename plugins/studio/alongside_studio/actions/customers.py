"""The studio's customers from outside: adding, listing, forgetting."""

from __future__ import annotations

from alongside.api.store import Unit
from alongside.api.values import NotFound

from .. import offers
from ..customer import Customer
from ..naming import meant
from ..price import Audience
from ..tables import CUSTOMERS


def listed(unit: Unit, business: str) -> list[Customer]:
    """Return the customers, by name."""
    unit.need("studio.plan", business)
    return offers.customers(unit, business)


def add(unit: Unit, business: str, name: str, audience: Audience, *, email: str = "", phone: str = "") -> Customer:
    """Put a band or an organisation on the list, with one way to reach it."""
    unit.need("studio.plan", business)
    return unit.add(
        CUSTOMERS,
        Customer(
            id=unit.new_id(),
            business=business,
            name=name.strip(),
            audience=audience,
            email=email.strip(),
            phone=phone.strip(),
        ),
    )


def named(unit: Unit, business: str, text: str) -> Customer:
    """Return the customer meant by the beginning of a name."""
    unit.need("studio.plan", business)
    return meant("customer", [(one.name, one) for one in offers.customers(unit, business)], text)


def forget(unit: Unit, business: str, customer: str) -> Customer:
    """Forget a customer: bookings to come are cancelled, of past ones hours and price are left.

    The words about it go out of the audit trail too.
    """
    unit.need("studio.plan", business)
    found = unit.get(CUSTOMERS, customer)
    if found.business != business:
        raise NotFound(CUSTOMERS.called, customer)
    offers.forget_hirer(unit, offers.bookings_for(unit, customer))
    gone = unit.change(CUSTOMERS, found, name="", email="", phone="", forgotten=True)
    unit.forget(customer)
    return gone
