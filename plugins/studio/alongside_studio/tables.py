"""Where the studio keeps its kit, hours, prices, customers and bookings."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint

from alongside.api.store import Rows, table
from alongside.api.store import columns as c

from .bookable import Bookable
from .booking import Booking
from .customer import Customer
from .kit import Kit
from .opening import OpenHours, OtherDay
from .price import Rate
from .series import Series

KIT = table(
    "studio_kit",
    c.key(),
    c.business(),
    c.reference("resource", "diary_resource"),
    c.text("picture"),
    c.text("pool"),
    c.whole("turnaround"),
    c.json("access"),
    c.yes("active"),
    c.version(),
    UniqueConstraint("resource", name="studio_kit_resource_key"),
)
KITS = Rows(Kit, KIT, called="room or thing")

HOURS = table(
    "studio_hours",
    c.key(),
    c.business(),
    c.whole("weekday"),
    c.clock("since"),
    c.clock("until"),
    c.version(),
)
OPEN_HOURS = Rows(OpenHours, HOURS, called="opening")

OTHER_DAY = table(
    "studio_other_day",
    c.key(),
    c.business(),
    c.day("day"),
    c.clock("since", nullable=True),
    c.clock("until", nullable=True),
    c.text("reason"),
    c.version(),
    UniqueConstraint("business", "day", name="studio_other_day_business_day_key"),
)
OTHER_DAYS = Rows(OtherDay, OTHER_DAY, called="day that is different")

BOOKABLE = table(
    "studio_bookable",
    c.key(),
    c.business(),
    c.text("name"),
    c.text("picture"),
    c.json("needs"),
    c.whole("least"),
    c.whole("most"),
    c.whole("grid"),
    c.text("who"),
    c.yes("approval"),
    c.yes("members_free"),
    c.yes("active"),
    c.version(),
)
BOOKABLES = Rows(Bookable, BOOKABLE, called="thing to book")

RATE = table(
    "studio_rate",
    c.key(),
    c.business(),
    c.reference("bookable", "studio_bookable"),
    c.text("audience"),
    c.pence("pence"),
    c.day("first_day"),
    c.day("last_day", nullable=True),
    c.version(),
    UniqueConstraint("bookable", "audience", "first_day", name="studio_rate_bookable_audience_first_day_key"),
)
RATES = Rows(Rate, RATE, called="price")

CUSTOMER = table(
    "studio_customer",
    c.key(),
    c.business(),
    c.text("name"),
    c.text("audience"),
    c.text("email"),
    c.text("phone"),
    c.yes("forgotten"),
    c.version(),
)
# About itself, so that the words of the audit trail can be emptied when a customer is forgotten.
CUSTOMERS = Rows(Customer, CUSTOMER, called="customer", about="id")

SERIES = table(
    "studio_series",
    c.key(),
    c.business(),
    c.reference("bookable", "studio_bookable"),
    c.person("person", nullable=True),
    c.day("first_day"),
    c.clock("clock"),
    c.whole("minutes"),
    c.whole("times"),
    c.json("skipped"),
    c.version(),
)
EVERY_SERIES = Rows(Series, SERIES, called="series", about="person")

BOOKING = table(
    "studio_booking",
    c.key(),
    c.business(),
    c.reference("bookable", "studio_bookable"),
    c.person("person", nullable=True),
    c.reference("customer", "studio_customer", nullable=True),
    c.text("audience"),
    c.text("payer"),
    c.text("state"),
    c.instant("starts"),
    c.instant("ends"),
    c.text("zone"),
    c.pence("rate"),
    c.pence("pence"),
    c.json("claims"),
    c.instant("until", nullable=True),
    c.reference("series", "studio_series", nullable=True),
    c.version(),
    Index("studio_booking_business_starts_ix", "business", "starts"),
    Index("studio_booking_person_ix", "person"),
    Index("studio_booking_state_ends_ix", "state", "ends"),
)
BOOKINGS = Rows(Booking, BOOKING, called="booking", about="person")
