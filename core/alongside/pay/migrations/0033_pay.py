"""Pay: how it is paid, what is agreed of it, who was away, pay runs with their advices, and the ledger."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    op.create_table(
        "pay_setting",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("every", sa.Text, nullable=False),
        sa.Column("first_day", sa.Date, nullable=True),
        sa.Column("leave_month", sa.Integer, nullable=False),
        sa.Column("leave_day", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pay_setting_pk"),
    )
    op.create_table(
        "pay_terms",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("holiday", sa.Text, nullable=False),
        sa.Column("weekdays", sa.JSON, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pay_terms_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="pay_terms_person_fk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="pay_terms_business_fk"),
        sa.UniqueConstraint("person", "business", name="pay_terms_person_business_key"),
    )
    op.create_table(
        "pay_reference",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pay_reference_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="pay_reference_person_fk"),
        sa.UniqueConstraint("person", name="pay_reference_person_key"),
        sa.UniqueConstraint("reference", name="pay_reference_reference_key"),
    )
    op.create_table(
        "pay_away",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("because", sa.Text, nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date, nullable=False),
        sa.Column("noted_by", sa.Text, nullable=True),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pay_away_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="pay_away_person_fk"),
        sa.ForeignKeyConstraint(["noted_by"], ["people_person.id"], name="pay_away_noted_by_fk"),
    )
    op.create_index("pay_away_person_ix", "pay_away", ["person"])
    op.create_index("pay_away_last_day_ix", "pay_away", ["last_day"])
    op.create_table(
        "pay_run",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date, nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by", sa.Text, nullable=True),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("agreed_by", sa.Text, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pay_run_pk"),
        sa.ForeignKeyConstraint(["made_by"], ["people_person.id"], name="pay_run_made_by_fk"),
        sa.ForeignKeyConstraint(["agreed_by"], ["people_person.id"], name="pay_run_agreed_by_fk"),
        sa.UniqueConstraint("first_day", name="pay_run_first_day_key"),
    )
    op.create_table(
        "pay_advice",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("run", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("pence", sa.Integer, nullable=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("earned", sa.Integer, nullable=False),
        sa.Column("accrued", sa.Integer, nullable=False),
        sa.Column("taken", sa.Integer, nullable=False),
        sa.Column("left", sa.Integer, nullable=True),
        sa.Column("lines", sa.JSON, nullable=False),
        sa.Column("days", sa.JSON, nullable=False),
        sa.Column("times", sa.JSON, nullable=False),
        sa.Column("matters", sa.JSON, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pay_advice_pk"),
        sa.ForeignKeyConstraint(["run"], ["pay_run.id"], name="pay_advice_run_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="pay_advice_person_fk"),
        sa.UniqueConstraint("run", "person", name="pay_advice_run_person_key"),
    )
    op.create_index("pay_advice_person_ix", "pay_advice", ["person"])
    op.create_table(
        "pay_ledger",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("advice", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("claim", sa.Text, nullable=True),
        sa.Column("placement", sa.Text, nullable=True),
        sa.Column("rate", sa.Integer, nullable=True),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("days", sa.Integer, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pay_ledger_pk"),
        sa.ForeignKeyConstraint(["advice"], ["pay_advice.id"], name="pay_ledger_advice_fk"),
        sa.ForeignKeyConstraint(["claim"], ["diary_claim.id"], name="pay_ledger_claim_fk"),
    )
    op.create_index("pay_ledger_claim_ix", "pay_ledger", ["claim"])
    op.create_index("pay_ledger_day_ix", "pay_ledger", ["day"])
    op.create_index("pay_ledger_advice_ix", "pay_ledger", ["advice"])
