"""Volunteering: what people do, what they get back, thanks by name, and the yearly income."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"


def _person(table: str, column: str = "person") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["people_person.id"], name=f"{table}_{column}_fk")


def upgrade() -> None:
    op.create_table(
        "volunteering_role",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("placement", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("said_on", sa.Date, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="volunteering_role_pk"),
        sa.UniqueConstraint("placement", name="volunteering_role_placement_key"),
        _person("volunteering_role"),
    )
    op.create_table(
        "volunteering_expense",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("placement", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("cost", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("receipt", sa.Boolean, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("answered_by", sa.Text, nullable=True),
        sa.Column("answer", sa.Text, nullable=False),
        sa.Column("paid_on", sa.Date, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="volunteering_expense_pk"),
        _person("volunteering_expense"),
        _person("volunteering_expense", "answered_by"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="volunteering_expense_business_fk"),
    )
    op.create_index("volunteering_expense_person_ix", "volunteering_expense", ["person"])
    op.create_index("volunteering_expense_business_ix", "volunteering_expense", ["business"])
    op.create_table(
        "volunteering_thanks",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="volunteering_thanks_pk"),
        sa.UniqueConstraint("person", name="volunteering_thanks_person_key"),
        _person("volunteering_thanks"),
    )
    op.create_table(
        "volunteering_income",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("pence", sa.BigInteger, nullable=False),
        sa.Column("charity", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="volunteering_income_pk"),
    )
