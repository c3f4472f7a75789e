"""A proposal says who decides: all members, the people of a business, or a panel."""

import sqlalchemy as sa
from alembic import op

revision = "0056"
down_revision = "0055"


def upgrade() -> None:
    # Until now all members have decided.
    decides = sa.Column("decides", sa.Text, nullable=False, server_default="members")
    op.add_column("decisions_proposal", decides)
    # Written out: SQLite takes a reference with a new column, but none that is added afterwards.
    reference = "CONSTRAINT decisions_proposal_business_fk REFERENCES enterprise_business (id)"
    op.execute(f"ALTER TABLE decisions_proposal ADD COLUMN business TEXT {reference}")
    op.create_table(
        "decisions_panellist",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("proposal", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="decisions_panellist_pk"),
        sa.ForeignKeyConstraint(["proposal"], ["decisions_proposal.id"], name="decisions_panellist_proposal_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="decisions_panellist_person_fk"),
        sa.UniqueConstraint("proposal", "person", name="decisions_panellist_proposal_person_key"),
    )
    op.create_index("decisions_panellist_person_ix", "decisions_panellist", ["person"])
