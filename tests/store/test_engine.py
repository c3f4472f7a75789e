"""PostgreSQL as others run it: behind a pooler, with rights that are missing, and with a reason for a refusal."""

import pytest
import sqlalchemy as sa

from alongside.store.engine import engine_for
from alongside.store.trouble import DatabaseTrouble

PREPARED = "SELECT count(*) FROM pg_prepared_statements"


def asked_often(engine):
    """How many statements a connection has prepared after one question was asked twenty times."""
    with engine.connect() as connection:
        for number in range(20):
            connection.execute(sa.select(sa.literal(number)))
        return connection.exec_driver_sql(PREPARED).scalar()


def test_nothing_is_prepared_so_that_a_pooler_may_stand_between(databases):
    url = databases.empty("postgresql")
    engine = engine_for(url)
    plain = sa.create_engine(sa.make_url(url).set(drivername="postgresql+psycopg"))
    try:
        assert asked_often(engine) == 0
        assert asked_often(plain) > 0, "the control: the driver prepares by itself"
    finally:
        engine.dispose()
        plain.dispose()


def test_server_that_refuses_is_quoted(databases):
    address = sa.make_url(databases.empty("postgresql")).set(database="nowhere")
    engine = engine_for(address.render_as_string(hide_password=False))
    with pytest.raises(
        DatabaseTrouble, match='cannot be reached: database "nowhere" does not exist. Look whether'
    ):
        engine.connect()
    engine.dispose()


def test_missing_right_is_named(databases):
    engine = engine_for(databases.empty("postgresql"))
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("CREATE ROLE guest")
        connection.exec_driver_sql("SET LOCAL ROLE guest")
        with pytest.raises(DatabaseTrouble, match="does not allow this: permission denied"):
            connection.exec_driver_sql("CREATE TABLE cup (id text)")
        connection.rollback()
    engine.dispose()
