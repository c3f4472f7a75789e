import threading
from collections import Counter
from datetime import UTC, date, datetime, time

import attrs
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from alongside.decisions import offers, tables
from alongside.decisions.actions import closing, damaged, ending_early, keys, looking, proposing, sealing, voting
from alongside.decisions.ballot import Ballot
from alongside.decisions.life import NotNow, ProposalState
from alongside.decisions.outcome import Result
from alongside.decisions.roll import NotOnTheRoll
from alongside.enterprise import offers as enterprise
from alongside.instants import Period
from alongside.messages.tables import MESSAGES
from alongside.people import offers as people
from alongside.people.person import Person
from alongside.refusal import BadInput, NotAllowed
from alongside.store import Actor, Rows

ROWS = [rows for rows in vars(tables).values() if isinstance(rows, Rows)]
QUARTER = Period.quarter(date(2026, 11, 23))


def person(name):
    return Actor.person(name, name.capitalize())


def everything(store, part=""):
    """All that the tables of a part hold, row by row, as text."""
    found = sa.MetaData()
    found.reflect(store.engine, only=lambda name, _: name.startswith(part))
    with store.engine.connect() as connection:
        return [repr(row) for table in found.sorted_tables for row in connection.execute(sa.select(table))]


@pytest.mark.parametrize("rows", ROWS, ids=lambda rows: rows.table.name)
def test_value_has_a_field_for_each_column_of_its_table(rows):
    assert [field.name for field in attrs.fields(rows.kind)] == list(rows.table.columns.keys())
    may_be_none = {field.name for field in attrs.fields(rows.kind) if "None" in str(field.type)}
    assert may_be_none == {column.name for column in rows.table.columns if column.nullable}


def test_migrated_database_has_the_tables_of_decisions_as_written(store):
    names = {rows.table.name for rows in ROWS}

    def ours(_object, name, kind, _reflected, _compared):
        return kind != "table" or name in names

    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        assert compare_metadata(context, tables.proposal.metadata) == []


def test_vote_is_counted_and_told(group, asked, cast, counted):
    proposal = asked(quorum=5)
    cast(proposal, "yes", "yes", "yes", "no", "abstain")
    decision = counted(proposal)
    assert decision.outcome.result is Result.DECIDED
    assert [(total.choice, total.votes) for total in decision.outcome.totals] == [
        ("yes", 3),
        ("no", 1),
        ("abstain", 1),
    ]
    with group.unit(person("member1"), writing=False) as unit:
        assert offers.outcomes(unit, QUARTER) == [decision]
        assert offers.outcomes(unit, QUARTER.before) == []
        seen = looking.look(unit, proposal.id)
    assert (seen.on_roll, seen.voted, seen.proposer) == (9, 5, "Member1")


def test_second_ballot_replaces_the_first(asked, cast, counted):
    proposal = asked(quorum=5)
    cast(proposal, *["yes"] * 5)
    cast(proposal, *["no"] * 5)
    assert [total.votes for total in counted(proposal).outcome.totals] == [0, 5, 0]


def test_ballot_before_opening_and_after_close_is_refused(group, asked, cast, counted):
    with group.unit(person("member1")) as unit:
        draft = proposing.propose(unit, "A draft", "", closes=datetime(2026, 12, 1, tzinfo=UTC))
    with pytest.raises(NotNow, match="is not open for votes yet"):
        cast(draft, "yes")
    proposal = asked()
    counted(proposal)
    with pytest.raises(NotNow, match="is closed: its votes were counted"):
        cast(proposal, "yes")
    with pytest.raises(NotNow, match="is closed"):
        counted(proposal)


def test_who_joined_after_the_opening_is_not_on_the_roll(group, asked, keyboard):
    proposal = asked()
    with group.unit(keyboard) as unit:
        people.add_person(unit, Person(id="late", name="Late", joined=date(2026, 11, 23)))
        enterprise.give_role(unit, "late", "member", first_day=date(2026, 1, 5))
    with pytest.raises(NotOnTheRoll, match="frozen when the vote opened"), group.unit(person("late")) as unit:
        voting.vote(unit, proposal.id, Ballot.of("yes"))


def test_teller_may_count_and_not_vote_and_a_member_the_other_way_round(group, asked, over):
    proposal = asked()
    with pytest.raises(NotAllowed), group.unit(person("tess")) as unit:
        voting.vote(unit, proposal.id, Ballot.of("yes"))
    over()
    with pytest.raises(NotAllowed), group.unit(person("member2")) as unit:
        closing.close(unit, proposal.id)
    with pytest.raises(NotAllowed), group.unit(person("member2")) as unit:
        proposing.withdraw(unit, proposal.id, "I say so.")


def test_twelve_ballots_of_one_member_at_once_are_one_ballot(group, asked, counted):
    proposal = asked(quorum=1)
    wrong = []

    def send(choice):
        try:
            with group.unit(person("member1")) as unit:
                voting.vote(unit, proposal.id, Ballot.of(choice))
        except Exception as error:
            wrong.append(error)

    run([threading.Thread(target=send, args=(choice,)) for choice in ["yes", "no"] * 6])
    assert wrong == []
    with group.unit(person("member1"), writing=False) as unit:
        assert looking.look(unit, proposal.id).voted == 1
    assert counted(proposal).outcome.taking_part == 1


def test_ballots_sent_while_the_vote_closes_are_counted_or_refused(group, asked):
    proposal = asked(quorum=1)
    taken, refused = [], []
    outcome = []

    def send(name):
        try:
            with group.unit(person(name)) as unit:
                voting.vote(unit, proposal.id, Ballot.of("yes"))
            taken.append(name)
        except NotNow:
            refused.append(name)

    def close():
        with group.unit(person("tess")) as unit:
            ending_early.end_early(unit, proposal.id, "It is time.")
        with group.unit(person("tess")) as unit:
            outcome.append(closing.close(unit, proposal.id).outcome)

    threads = [threading.Thread(target=send, args=(f"member{n}",)) for n in range(1, 10)]
    run([*threads[:4], threading.Thread(target=close), *threads[4:]])
    assert len(taken) + len(refused) == 9
    assert outcome[0].taking_part == len(taken)
    with group.unit(person("tess"), writing=False) as unit:
        assert unit.find(tables.ROLL, tables.roll.c.sealed.is_not(None)) == []


def run(threads):
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_no_ballot_is_readable_in_the_database_before_the_count_nor_linked_after(group, asked, cast, counted):
    proposal = asked()
    cast(proposal, "yes", "no", "abstain", "yes", "yes")
    with group.unit(person("tess"), writing=False) as unit:
        sealed = [line.sealed for line in unit.find(tables.ROLL, tables.roll.c.voted)]
    assert len({len(one) for one in sealed}) == 1
    assert len(set(sealed)) == 5
    private = keys.private_half(proposal.public_key, "")
    # The control: with the key, these very bytes are the ballots.
    assert Counter(sealing.unseal(one, private) for one in sealed) == Counter(yes=3, no=1, abstain=1)
    assert [row for row in everything(group) if private in row] == []
    counted(proposal)
    after = everything(group)
    assert [row for row in after for one in sealed if one in row] == []
    assert not keys.is_there(proposal.public_key)


def test_trail_says_who_voted_on_which_day_and_never_what(group, asked, cast):
    proposal = asked()
    before = everything(group, "store_audit")
    cast(proposal, "yes", "no")
    new = [row for row in everything(group, "store_audit") if row not in before]
    assert len(new) == 2
    assert [row for row in new if "sealed" in row or "'yes'" in row or "channel" in row] == []
    assert all("2026-11-23" in row for row in new)


def test_key_lies_where_nobody_else_may_read(asked, keys_folder):
    proposal = asked()
    key = keys_folder / f"{proposal.public_key}.key"
    assert (key.stat().st_mode & 0o777, keys_folder.stat().st_mode & 0o777) == (0o600, 0o700)


def test_keys_within_the_enterprise_folder_are_refused(tmp_path, keys_folder):
    keys.check_apart_from(tmp_path / "home")
    with pytest.raises(BadInput, match="ALONGSIDE_KEYS: the keys of votes would lie"):
        keys.check_apart_from(tmp_path)


def test_lost_key_is_told_and_members_vote_again(group, asked, cast, counted, keys_folder):
    proposal = asked(quorum=1)
    cast(proposal, "yes")
    closes = datetime.combine(date(2026, 12, 7), time(), UTC)
    with pytest.raises(NotNow, match="is not lost"), group.unit(person("tess")) as unit:
        voting.reopen(unit, proposal.id, closes)
    next(keys_folder.iterdir()).unlink()
    with pytest.raises(keys.KeyLost, match="members must vote again"):
        counted(proposal)
    with group.unit(person("tess")) as unit:
        again = voting.reopen(unit, proposal.id, closes)
        assert looking.look(unit, proposal.id).voted == 0
        told = [one.person for one in unit.find(MESSAGES) if one.key.startswith("decisions:again")]
    assert len(told) == 9
    cast(again, "no")
    assert counted(again).outcome.chosen == "no"


def test_vote_that_ends_early_a_second_time_is_told_a_second_time(group, asked, keys_folder):
    proposal = asked(quorum=1)
    for _twice in range(2):
        with group.unit(person("tess")) as unit:
            ending_early.end_early(unit, proposal.id, "It is time.")
        next(keys_folder.iterdir()).unlink()
        with group.unit(person("tess")) as unit:
            voting.reopen(unit, proposal.id, proposal.closes)
    with group.unit(person("tess")) as unit:
        told = [one.person for one in unit.find(MESSAGES) if one.key.startswith("decisions:ended-early")]
    assert len(told) == 18


def test_damaged_ballot_is_refused_and_nothing_is_counted(group, asked, cast, counted):
    proposal = asked(quorum=1)
    cast(proposal, "yes", "no")
    with group.unit(person("tess")) as unit:
        line = unit.find(tables.ROLL, tables.roll.c.voted)[0]
        unit.change(tables.ROLL, line, sealed=sealing.seal("yes", sealing.new_pair()[0]))
    with pytest.raises(damaged.Damaged, match="nobody can open: 1. Nothing was counted"):
        counted(proposal)
    with group.unit(person("tess"), writing=False) as unit:
        assert looking.look(unit, proposal.id).proposal.state is ProposalState.OPEN


def test_quorum_above_the_roll_and_closing_day_in_the_past_are_refused(asked):
    with pytest.raises(BadInput, match="10 people must take part, but 9 have a vote"):
        asked(quorum=10)
    with pytest.raises(BadInput, match="would end before it begins"):
        asked(closes=datetime(2026, 11, 1, tzinfo=UTC))


def test_erased_member_leaves_a_nameless_mark_and_no_ballot(group, asked, cast, counted, keyboard):
    proposal, over = asked(quorum=1), asked(quorum=1)
    cast(proposal, "yes", "no")
    cast(over, "yes")
    counted(over)
    with group.unit(keyboard) as unit:
        unit.tell("person_erased", person="member1")
    with group.unit(keyboard, writing=False) as unit:
        seen = looking.look(unit, proposal.id)
        lines = unit.find(tables.ROLL, tables.roll.c.person.is_(None))
        assert unit.find(tables.ROLL, tables.roll.c.person == "member1") == []
    assert (seen.on_roll, seen.voted) == (9, 1)
    assert sorted((line.proposal, line.voted) for line in lines) == sorted([(proposal.id, False), (over.id, True)])
    assert counted(proposal).outcome.chosen == "no"


def test_export_names_votes_and_proposals_and_no_choice(group, asked, cast, keyboard):
    cast(asked(), "yes")
    with group.unit(keyboard, writing=False) as unit:
        answer = dict(unit.collect("person_exported", person="member1"))["decisions"]
    assert answer["proposals"][0]["title"] == "Shall we open on Sundays?"
    mark = {"voted": True, "day": "2026-11-23", "channel": "web", "waits": None}
    mark |= {"helped": False, "helped_by": None, "help": None, "paper_ballot": False}
    assert answer["votes"] == [{"title": "Shall we open on Sundays?", **mark}]


def test_withdrawn_proposal_keeps_no_ballots(group, asked, cast):
    proposal = asked()
    cast(proposal, "yes")
    with group.unit(person("tess")) as unit:
        with pytest.raises(BadInput, match="not said why"):
            proposing.withdraw(unit, proposal.id)
        gone = proposing.withdraw(unit, proposal.id, "It asks two things at once.")
        assert gone.state is ProposalState.WITHDRAWN
        assert unit.find(tables.ROLL, tables.roll.c.sealed.is_not(None)) == []
