"""The studio's kit, hours, prices, customers and bookings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _kit_and_hours()
    _bookables_and_prices()
    _bookings()


def _kit_and_hours() -> None:
    op.create_table(
        "studio_kit",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("resource", sa.Text, nullable=False),
        sa.Column("picture", sa.Text, nullable=False),
        sa.Column("pool", sa.Text, nullable=False),
        sa.Column("turnaround", sa.Integer, nullable=False),
        sa.Column("access", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="studio_kit_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="studio_kit_business_fk"),
        sa.ForeignKeyConstraint(["resource"], ["diary_resource.id"], name="studio_kit_resource_fk"),
        sa.UniqueConstraint("resource", name="studio_kit_resource_key"),
    )
    op.create_table(
        "studio_hours",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("weekday", sa.Integer, nullable=False),
        sa.Column("since", sa.Time, nullable=False),
        sa.Column("until", sa.Time, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="studio_hours_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="studio_hours_business_fk"),
    )
    op.create_table(
        "studio_other_day",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("since", sa.Time, nullable=True),
        sa.Column("until", sa.Time, nullable=True),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="studio_other_day_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="studio_other_day_business_fk"),
        sa.UniqueConstraint("business", "day", name="studio_other_day_business_day_key"),
    )


def _bookables_and_prices() -> None:
    op.create_table(
        "studio_bookable",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("picture", sa.Text, nullable=False),
        sa.Column("needs", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("least", sa.Integer, nullable=False),
        sa.Column("most", sa.Integer, nullable=False),
        sa.Column("grid", sa.Integer, nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("approval", sa.Boolean, nullable=False),
        sa.Column("members_free", sa.Boolean, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="studio_bookable_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="studio_bookable_business_fk"),
    )
    op.create_table(
        "studio_rate",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("bookable", sa.Text, nullable=False),
        sa.Column("audience", sa.Text, nullable=False),
        sa.Column("pence", sa.Integer, nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="studio_rate_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="studio_rate_business_fk"),
        sa.ForeignKeyConstraint(["bookable"], ["studio_bookable.id"], name="studio_rate_bookable_fk"),
        sa.UniqueConstraint(
            "bookable", "audience", "first_day", name="studio_rate_bookable_audience_first_day_key"
        ),
    )


def _bookings() -> None:
    op.create_table(
        "studio_customer",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("audience", sa.Text, nullable=False),
        sa.Column("email", sa.Text, nullable=False),
        sa.Column("phone", sa.Text, nullable=False),
        sa.Column("forgotten", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="studio_customer_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="studio_customer_business_fk"),
    )
    op.create_table(
        "studio_series",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("bookable", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=True),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("clock", sa.Time, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("skipped", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="studio_series_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="studio_series_business_fk"),
        sa.ForeignKeyConstraint(["bookable"], ["studio_bookable.id"], name="studio_series_bookable_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="studio_series_person_fk"),
    )
    op.create_table(
        "studio_booking",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("bookable", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=True),
        sa.Column("customer", sa.Text, nullable=True),
        sa.Column("audience", sa.Text, nullable=False),
        sa.Column("payer", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("rate", sa.Integer, nullable=False),
        sa.Column("pence", sa.Integer, nullable=False),
        sa.Column("claims", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("series", sa.Text, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="studio_booking_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="studio_booking_business_fk"),
        sa.ForeignKeyConstraint(["bookable"], ["studio_bookable.id"], name="studio_booking_bookable_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="studio_booking_person_fk"),
        sa.ForeignKeyConstraint(["customer"], ["studio_customer.id"], name="studio_booking_customer_fk"),
        sa.ForeignKeyConstraint(["series"], ["studio_series.id"], name="studio_booking_series_fk"),
    )
    op.create_index("studio_booking_business_starts_ix", "studio_booking", ["business", "starts"])
    op.create_index("studio_booking_person_ix", "studio_booking", ["person"])
    op.create_index("studio_booking_state_ends_ix", "studio_booking", ["state", "ends"])
