"""What was voted on before there were rules to choose from stays as it was."""

import re
from datetime import UTC, datetime
from pathlib import Path

import sqlalchemy as sa

from alongside import decisions
from alongside.decisions import saying
from alongside.decisions.outcome import Result, Total
from alongside.decisions.tables import OUTCOMES, PROPOSALS, ROLL
from alongside.store import Actor, Store
from alongside.store.migrate import changing, make_tables, migrate
from alongside.testing.tables import all_lines

CORE = all_lines()[0]
STEP = next((Path(decisions.__file__).parent / "migrations").glob("*_life_of_a_proposal.py"))
CLOSED = datetime(2026, 6, 1, 19, tzinfo=UTC)

PROPOSAL = {
    "id": "p",
    "title": "Sundays?",
    "easy_title": "Sundays?",
    "why": "",
    "easy_why": "",
    "options": [
        {"key": "yes", "words": "Yes", "easy_words": "Yes", "picture": "done"},
        {"key": "no", "words": "No", "easy_words": "No", "picture": "ring"},
    ],
    "state": "closed",
    "closes": CLOSED,
    "quorum": 2,
    "version": 3,
}
OUTCOME = {
    "id": "o",
    "proposal": "p",
    "result": "decided",
    "chosen": "yes",
    "totals": [{"choice": "yes", "votes": 4}, {"choice": "no", "votes": 1}, {"choice": "abstain", "votes": 0}],
    "on_roll": 6,
    "taking_part": 5,
    "quorum": 2,
    "closed_at": CLOSED,
    "version": 1,
}


LINE = {"id": "r", "proposal": "p", "voted": False, "version": 1}


def test_outcome_from_before_is_read_and_told_in_the_same_words(databases, engine_name):
    store = Store(databases.fresh(engine_name, ()))
    before = re.search(r'down_revision = "(\d+)"', STEP.read_text())[1]
    with changing(store) as connection:
        make_tables(connection, [CORE], {CORE.version_table: before})
    with store.engine.begin() as connection:
        old = sa.MetaData()
        old.reflect(connection, only=["decisions_proposal", "decisions_outcome", "decisions_roll"])
        connection.execute(old.tables["decisions_proposal"].insert().values(PROPOSAL))
        connection.execute(old.tables["decisions_outcome"].insert().values(OUTCOME))
        connection.execute(
            old.tables["decisions_roll"].insert().values(id="r", proposal="p", voted=False, version=1)
        )
    assert migrate(store, [CORE]) == ["core"]
    with store.unit(Actor.keyboard(), writing=False) as unit:
        proposal, outcome = unit.get(PROPOSALS, "p"), unit.get(OUTCOMES, "o")
        line = unit.get(ROLL, "r")
        assert (line.helped, line.helper, line.help, line.waits) == (False, None, None, None)
    store.close()
    assert (proposal.rule, proposal.seats, proposal.reading_days) == ("majority", 1, 0)
    assert (outcome.result, outcome.chosen_ones, outcome.tied, outcome.stages) == (
        Result.DECIDED,
        ("yes",),
        (),
        None,
    )
    assert outcome.totals[0] == Total(choice="yes", votes=4)
    assert saying.in_one_line(proposal, outcome) == "Decided: Yes. 4 of 5 votes were for it."
