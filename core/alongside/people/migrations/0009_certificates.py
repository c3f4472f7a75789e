"""Certificates get a serial, a day to be refreshed, and can be revoked; that one has run out is told once."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.add_column("people_certificate", sa.Column("serial", sa.Text, nullable=False, server_default=""))
    op.add_column("people_certificate", sa.Column("refresh_due", sa.Date, nullable=True))
    op.add_column("people_certificate", sa.Column("revoked_on", sa.Date, nullable=True))
    op.add_column("people_certificate", sa.Column("revoked_because", sa.Text, nullable=False, server_default=""))
    op.add_column("people_certificate", sa.Column("lapse_told", sa.Date, nullable=True))
    # Certificates given before there were serials get one from their ids, which are hexadecimal.
    parts = " || '-' || ".join(f"substr(upper(id), {start}, 4)" for start in (1, 5, 9))
    op.execute(f"UPDATE people_certificate SET serial = {parts}")  # noqa: S608 - made of constants
    op.create_index("people_certificate_serial_ix", "people_certificate", ["serial"], unique=True)
