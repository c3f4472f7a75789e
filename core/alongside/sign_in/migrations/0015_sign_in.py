"""Sessions: who is here, since when, and who came in with them."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    op.create_table(
        "sign_in_session",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("helper", sa.Text, nullable=True),
        sa.Column("way", sa.Text, nullable=False),
        sa.Column("begun", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="sign_in_session_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="sign_in_session_person_fk"),
        sa.ForeignKeyConstraint(["helper"], ["people_person.id"], name="sign_in_session_helper_fk"),
    )
    op.create_index("sign_in_session_seal_ix", "sign_in_session", ["seal"], unique=True)
    op.create_index("sign_in_session_person_ix", "sign_in_session", ["person"])
    op.create_index("sign_in_session_helper_ix", "sign_in_session", ["helper"])
