"""Job roles and what each may ask for; who does which, the checks, and what was shown to somebody new."""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0039"


def upgrade() -> None:
    op.create_table(
        "checks_job_role",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("level", sa.Text, nullable=False),
        sa.Column("why", sa.Text, nullable=True),
        sa.Column("scheme", sa.Text, nullable=False),
        sa.Column("right_to_work", sa.Boolean, nullable=False),
        sa.Column("induction", sa.JSON, nullable=False),
        sa.Column("min_age", sa.Integer, nullable=False),
        sa.Column("first", sa.Boolean, nullable=False),
        sa.Column("ended", sa.Date, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="checks_job_role_pk"),
    )
    op.create_table(
        "checks_post",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="checks_post_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="checks_post_person_fk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="checks_post_business_fk"),
        sa.ForeignKeyConstraint(["role"], ["checks_job_role.id"], name="checks_post_role_fk"),
        sa.UniqueConstraint("person", "business", name="checks_post_person_business_key"),
    )
    op.create_table(
        "checks_check",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("turn", sa.Integer, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("scheme", sa.Text, nullable=True),
        sa.Column("level", sa.Text, nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("done_on", sa.Date, nullable=True),
        sa.Column("decision", sa.Text, nullable=False),
        sa.Column("decided_by", sa.Text, nullable=True),
        sa.Column("until", sa.Date, nullable=True),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="checks_check_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="checks_check_person_fk"),
        sa.ForeignKeyConstraint(["role"], ["checks_job_role.id"], name="checks_check_role_fk"),
        sa.ForeignKeyConstraint(["decided_by"], ["people_person.id"], name="checks_check_decided_by_fk"),
        sa.UniqueConstraint("person", "turn", name="checks_check_person_turn_key"),
    )
    op.create_table(
        "checks_shown",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("point", sa.Text, nullable=False),
        sa.Column("shown_on", sa.Date, nullable=False),
        sa.Column("shown_by", sa.Text, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="checks_shown_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="checks_shown_person_fk"),
        sa.ForeignKeyConstraint(["role"], ["checks_job_role.id"], name="checks_shown_role_fk"),
        sa.ForeignKeyConstraint(["shown_by"], ["people_person.id"], name="checks_shown_shown_by_fk"),
        sa.UniqueConstraint("person", "role", "point", name="checks_shown_person_role_point_key"),
    )
