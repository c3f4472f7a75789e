"""Ways in: links that work once, passwords, second steps, passkeys, wrong guesses; new secrets for sessions."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    _one_time()
    _guesses()
    _passwords()
    _second_steps()
    _passkeys()
    op.add_column("sign_in_session", sa.Column("turn_asked", sa.DateTime(timezone=True), nullable=True))
    op.add_column("sign_in_session", sa.Column("former", sa.Text, nullable=True))
    op.add_column("sign_in_session", sa.Column("turned", sa.DateTime(timezone=True), nullable=True))
    op.create_index("sign_in_session_former_ix", "sign_in_session", ["former"])


def _one_time() -> None:
    op.create_table(
        "sign_in_one_time",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("seal", sa.Text, nullable=False),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("browser", sa.Text, nullable=True),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("spent", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="sign_in_one_time_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="sign_in_one_time_person_fk"),
    )
    op.create_index("sign_in_one_time_seal_ix", "sign_in_one_time", ["seal"], unique=True)
    op.create_index("sign_in_one_time_person_ix", "sign_in_one_time", ["person"])
    op.create_index("sign_in_one_time_made_ix", "sign_in_one_time", ["made"])


def _guesses() -> None:
    op.create_table(
        "sign_in_guess",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="sign_in_guess_pk"),
    )
    op.create_index("sign_in_guess_about_at_ix", "sign_in_guess", ["about", "at"])
    op.create_index("sign_in_guess_at_ix", "sign_in_guess", ["at"])


def _passwords() -> None:
    op.create_table(
        "sign_in_password",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("digest", sa.Text, nullable=False),
        sa.Column("set_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="sign_in_password_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="sign_in_password_person_fk"),
        sa.UniqueConstraint("person", name="sign_in_password_person_key"),
    )


def _second_steps() -> None:
    op.create_table(
        "sign_in_second_step",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("secret", sa.Text, nullable=False),
        sa.Column("last_step", sa.Integer, nullable=False),
        sa.Column("spare", sa.JSON, nullable=False),
        sa.Column("agreed", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="sign_in_second_step_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="sign_in_second_step_person_fk"),
        sa.UniqueConstraint("person", name="sign_in_second_step_person_key"),
    )


def _passkeys() -> None:
    op.create_table(
        "sign_in_passkey",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("person", sa.Text, nullable=False),
        sa.Column("credential", sa.Text, nullable=False),
        sa.Column("public", sa.Text, nullable=False),
        sa.Column("counter", sa.Integer, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("made", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="sign_in_passkey_pk"),
        sa.ForeignKeyConstraint(["person"], ["people_person.id"], name="sign_in_passkey_person_fk"),
    )
    op.create_index("sign_in_passkey_credential_ix", "sign_in_passkey", ["credential"], unique=True)
    op.create_index("sign_in_passkey_person_ix", "sign_in_passkey", ["person"])
