"""Changes of the published rota, why somebody cannot come, who was asked to stand in, swaps, a café's own ways."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "cafe_change",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("called", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("job", sa.Text, nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends", sa.DateTime(timezone=True), nullable=False),
        sa.Column("now_starts", sa.DateTime(timezone=True), nullable=True),
        sa.Column("now_ends", sa.DateTime(timezone=True), nullable=True),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=True),
        sa.Column("person", sa.Text, nullable=True),
        sa.Column("herself", sa.Boolean, nullable=False),
        sa.Column("by", sa.Text, nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_change_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="cafe_change_business_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="cafe_change_person_fk"),
        sa.ForeignKeyConstraint(["by"], ["people_person.id"], name="cafe_change_by_fk"),
    )
    op.create_index("cafe_change_business_day_ix", "cafe_change", ["business", "day"])
    op.create_table(
        "cafe_said_why",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("change", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_said_why_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="cafe_said_why_business_fk"),
        sa.ForeignKeyConstraint(["change"], ["cafe_change.id"], name="cafe_said_why_change_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="cafe_said_why_person_fk"),
        sa.UniqueConstraint("change", name="cafe_said_why_change_key"),
    )
    op.create_table(
        "cafe_request",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("shift", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reply", sa.Text, nullable=True),
        sa.Column("replied_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_request_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="cafe_request_business_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="cafe_request_person_fk"),
    )
    op.create_index("cafe_request_person_starts_ix", "cafe_request", ["person", "starts"])
    op.create_table(
        "cafe_swap",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("hers", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("other", sa.Text, nullable=False),
        sa.Column("theirs", sa.Text, nullable=False),
        sa.Column("other_place", sa.Integer, nullable=False),
        sa.Column("starts", sa.DateTime(timezone=True), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("stand", sa.Text, nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_swap_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="cafe_swap_business_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="cafe_swap_person_fk"),
        sa.ForeignKeyConstraint(["other"], ["people_person.id"], name="cafe_swap_other_fk"),
    )
    op.create_table(
        "cafe_setting",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("confirm_swaps", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="cafe_setting_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="cafe_setting_business_fk"),
        sa.UniqueConstraint("business", name="cafe_setting_business_key"),
    )
