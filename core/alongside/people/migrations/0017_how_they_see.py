"""People choose the colours and the size of text of their pages."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    # Whoever is on record already sees pages as before.
    for column, before in (("colours", "device"), ("text_size", "usual")):
        op.add_column("people_person", sa.Column(column, sa.Text, nullable=False, server_default=before))
