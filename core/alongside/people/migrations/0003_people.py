"""People, their skills and certificates; and of the enterprise, roles and duties, which refer to people."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    _people()
    _of_the_enterprise()


def _people() -> None:
    op.create_table(
        "people_person",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("date_of_birth", sa.Date, nullable=True),
        sa.Column("email", sa.Text, nullable=True),
        sa.Column("phone", sa.Text, nullable=True),
        sa.Column("preferred_format", sa.Text, nullable=False),
        sa.Column("edition", sa.Text, nullable=False),
        sa.Column("photo", sa.Text, nullable=True),
        sa.Column("picture", sa.Text, nullable=True),
        sa.Column("photo_consent", sa.Boolean, nullable=False),
        sa.Column("joined", sa.Date, nullable=False),
        sa.Column("erased_on", sa.Date, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="people_person_pk"),
    )
    op.create_table(
        "people_skill",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("said_by", sa.Text, nullable=True),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="people_skill_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="people_skill_person_fk"),
        sa.ForeignKeyConstraint(["said_by"], ["people_person.id"], name="people_skill_said_by_fk"),
        sa.UniqueConstraint("person", "key", name="people_skill_person_key_key"),
    )
    op.create_table(
        "people_certificate",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date, nullable=True),
        sa.Column("awarded_by", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="people_certificate_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="people_certificate_person_fk"),
    )
    op.create_index("people_certificate_person_ix", "people_certificate", ["person"])
    op.create_index("people_certificate_last_day_ix", "people_certificate", ["last_day"])


def _of_the_enterprise() -> None:
    op.create_table(
        "enterprise_grant",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=True),
        sa.Column("first_day", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="enterprise_grant_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="enterprise_grant_person_fk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="enterprise_grant_business_fk"),
    )
    op.create_index("enterprise_grant_person_ix", "enterprise_grant", ["person"])
    op.create_table(
        "enterprise_duty",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("plugin", sa.Text, nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="enterprise_duty_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="enterprise_duty_person_fk"),
        sa.UniqueConstraint("plugin", "event", "person", name="enterprise_duty_plugin_event_person_key"),
    )
