"""Alembic's environment for every line of migrations: core's and each plugin's. See ``store/migrate.py``."""

from __future__ import annotations

from alembic import context

_config = context.config
context.configure(
    connection=_config.attributes["connection"],
    version_table=_config.attributes["version_table"],
    render_as_batch=True,
)
# The transaction belongs to migrate.py, which has more to do in it than run the steps.
context.run_migrations()
