"""What people bring: wishes about times and skills, with whom they work, and who needs the same times."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def _of_a_person(name: str, *more: sa.Column[Any], unique: tuple[str, ...] = ()) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("business", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        *more,
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"{name}_pk"),
        sa.ForeignKeyConstraint(["business"], ["enterprise_business.id"], name=f"{name}_business_fk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name=f"{name}_person_fk"),
        *(
            sa.ForeignKeyConstraint(["other"], ["people_person.id"], name=f"{name}_other_fk")
            for one in more
            if one.name == "other"
        ),
        *([sa.UniqueConstraint(*unique, name=f"{name}_{'_'.join(unique)}_key")] if unique else []),
    )


def upgrade() -> None:
    _of_a_person(
        "cafe_wish",
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("weekday", sa.Integer, nullable=True),
        sa.Column("day", sa.Date, nullable=True),
        sa.Column("part", sa.Text, nullable=False),
    )
    _of_a_person(
        "cafe_skill_wish",
        sa.Column("skill", sa.Text, nullable=False),
        sa.Column("side", sa.Text, nullable=False),
        unique=("business", "person", "skill"),
    )
    _of_a_person(
        "cafe_beside", sa.Column("other", sa.Text, nullable=False), unique=("business", "person", "other")
    )
    _of_a_person(
        "cafe_apart",
        sa.Column("other", sa.Text, nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        unique=("business", "person", "other", "by"),
    )
    _of_a_person("cafe_routine", unique=("business", "person"))
