"""Cards, the devices that they open, and by which of them a session began."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    _about_a_person(
        "card",
        False,
        sa.Column("serial", sa.Text, nullable=False),
        sa.Column("printed_on", sa.Date, nullable=False),
    )
    _about_a_person(
        "device",
        True,
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=True),
        sa.Column("enrolled_on", sa.Date, nullable=False),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name="sign_in_device_business_fk"),
    )
    opens = sa.text("revoked_on IS NULL")
    op.create_index(
        "sign_in_card_person_ix",
        "sign_in_card",
        ["person"],
        unique=True,
        sqlite_where=opens,
        postgresql_where=opens,
    )
    op.create_index("sign_in_card_serial_ix", "sign_in_card", ["serial"])
    op.create_index("sign_in_device_person_ix", "sign_in_device", ["person"])
    _sessions()


def _about_a_person(name: str, anybody: bool, *items: sa.schema.SchemaItem) -> None:  # noqa: FBT001 - private
    table = f"sign_in_{name}"
    op.create_table(
        table,
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=anybody),
        sa.Column("seal", sa.Text, nullable=False),
        sa.Column("revoked_on", sa.Date, nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        *items,
        sa.PrimaryKeyConstraint("id", name=f"{table}_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name=f"{table}_person_fk"),
    )
    op.create_index(f"{table}_seal_ix", table, ["seal"], unique=True)


def _sessions() -> None:
    op.add_column("sign_in_session", sa.Column("shared", sa.Boolean, nullable=False, server_default=sa.false()))
    for name in ("card", "device"):
        refers = sa.ForeignKey(f"sign_in_{name}.id", name=f"sign_in_session_{name}_fk")
        with op.batch_alter_table("sign_in_session") as session:
            session.add_column(sa.Column(name, sa.Text, refers, nullable=True))
        op.create_index(f"sign_in_session_{name}_ix", "sign_in_session", [name])
