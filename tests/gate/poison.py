"""Puts payloads into every text that people write, as the tables keep it; what a value refuses stays as it was.

Whatever is not named here is written by people: a new column of text is tried by standing in a table.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from itertools import count
from typing import Any

import sqlalchemy as sa

from alongside.house.core import core_parts
from alongside.house.finding import find_plugins
from alongside.house.lines import KITS
from alongside.house.opening import House
from alongside.refusal import Refusal
from alongside.store.columns import metadata
from alongside.store.rows import Rows

from .payloads import PAYLOADS

ROUNDS = 20
"""After so many rounds a text without a limit has held every payload."""

KEPT: Mapping[str, str] = {
    "*.zone": "the name of a time zone",
    "*.picture": "a name out of our list of pictures",
    "*.state": "one of a few words of ours",
    "*.seal": "a digest",
    "*.serial": "made by us",
    "*.role": "one of a few words of ours",
    "*.audience": "one of a few words of ours",
    "*.channel": "one of a few words of ours",
    "*.result": "one of a few words of ours",
    "*.claims": "ids",
    "cafe_apart.by": "an id",
    "cafe_availability.*": "weekdays and times",
    "cafe_draft.*": "ids, and sentences of ours",
    "cafe_change.called": "made by us of day, time and job",
    "cafe_change.what": "one of a few words of ours",
    "cafe_flag.*": "the key of a certificate, and its id",
    "cafe_gap.rule": "one of a few words of ours",
    "cafe_publication.*": "a digest, and what was a draft",
    "cafe_request.*": "ids, and words of ours",
    "cafe_said_why.*": "ids, and words of ours",
    "cafe_shift.called": "made by us of day, time and job",
    "cafe_shift.places": "keys of skills",
    "cafe_one_off.learning": "keys of skills",
    "cafe_one_off.places": "keys of skills",
    "cafe_shift.learning": "keys of skills",
    "cafe_skill_wish.*": "the key of a skill, and one of a few words of ours",
    "cafe_template.learning": "keys of skills",
    "cafe_swap.*": "ids, and words of ours",
    "cafe_template.places": "keys of skills",
    "cafe_wish.*": "words of ours",
    "decisions_batch.*": "sealed votes",
    "decisions_candidacy.help": "one of a few words of ours",
    "decisions_candidacy.option": "a key",
    "decisions_candidate_answer.option": "a key",
    "decisions_candidate_question.option": "a key",
    "decisions_open_choice.ballot": "keys",
    "decisions_on_record.what": "one of a few words of ours",
    "decisions_outcome.*": "keys and numbers",
    "decisions_proposal.public_key": "a key to seal with",
    "decisions_proposal.level": "one of a few words of ours",
    "decisions_proposal.rule": "one of a few words of ours",
    "decisions_remark.kind": "one of a few words of ours",
    "decisions_review.happened": "one of a few words of ours",
    "decisions_roll.*": "a sealed vote, and words of ours",
    "decisions_spoken.*": "a key, what a file was found to be, and its bytes",
    "diary_feed.seal": "a digest",
    "diary_claim.purpose": "one of a few words of ours",
    "diary_claim.source": "made by us of names and ids",
    "diary_resource.kind": "one of a few words of ours",
    "enterprise_business.slug": "made by us of the name, for addresses",
    "enterprise_business.kind": "the name of a plugin",
    "enterprise_duty.*": "names of plugins and events",
    "enterprise_enterprise.jurisdiction": "the name of a rule pack",
    "enterprise_paper.*": "names of files that we make, digests and ids",
    "enterprise_plugin.name": "the name of a plugin",
    "enterprise_promise.rule": "the id of a rule, chosen out of a list",
    "jobs_round.*": "names of ours, and the kind of a fault",
    "messages_choice.*": "names of ours",
    "messages_message.key": "made by us of names and ids",
    "messages_message.part": "the name of a part",
    "messages_message.path": "an address of ours",
    "messages_message.standing": "one of a few words of ours",
    "messages_message.file": "the name of a file that we make",
    "messages_message.attached": "the name of a file that we make",
    "messages_message.way": "one of a few words of ours",
    "people_certificate.kind": "the key of a certificate",
    "people_person.preferred_format": "one of a few words of ours",
    "people_person.edition": "one of a few words of ours",
    "people_person.photo": "the name of a file that we make",
    "people_person.colours": "one of a few words of ours",
    "people_person.text_size": "one of a few words of ours",
    "people_skill.key": "the key of a skill",
    "placements_adjustment.barrier": "one of a few words of ours",
    "placements_adjustment.readers": "ids",
    "placements_ending.next": "one of a few words of ours",
    "placements_hours_wish.pace": "one of a few words of ours",
    "placements_kept.source": "made by us of names and ids",
    "placements_outcome.wanted": "one of a few words of ours",
    "placements_own_words.about": "one of a few words of ours",
    "placements_placement.kind": "one of a few words of ours",
    "placements_placement.plan": "days, numbers and ids",
    "placements_rhythm.weeks": "numbers",
    "placements_stage_step.stage": "one of a few words of ours",
    "sign_in_extra.*": "a word of ours, and a digest",
    "sign_in_guess.*": "digests",
    "sign_in_one_time.*": "digests, and words of ours",
    "sign_in_passkey.credential": "made by a browser, and compared",
    "sign_in_passkey.public": "a key",
    "sign_in_password.*": "a digest",
    "sign_in_second_step.*": "a key, and digests",
    "sign_in_session.*": "words of ours, and ids",
    "store_audit.*": "the trail: it is sealed, and shows what stood in the other tables",
    "studio_bookable.who": "one of a few words of ours",
    "studio_bookable.needs": "ids and numbers",
    "studio_booking.payer": "one of a few words of ours",
    "studio_series.skipped": "days, and words of ours",
    "training_course.gives": "the key of a certificate",
    "training_course.needs": "keys of certificates",
    "training_course.after": "ids of courses",
    "training_enrolment.certificate": "an id",
    "training_mark.mark": "one of a few words of ours",
    "web_sent.*": "digests, and an address of ours",
}
"""Columns that no person writes into, each with what they hold."""

LEAVES: Mapping[str, tuple[str, ...]] = {
    "decisions_proposal.options": ("words", "easy_words"),
    "enterprise_enterprise.words": ("supporter", "learning_disability"),
    "messages_message.title": ("facts",),
    "messages_message.lines": ("facts",),
    "studio_kit.access": ("",),
    "training_course.able": ("",),
    "training_course.easy_able": ("",),
}
"""Nested columns: under which names people's words stand in them; an empty one stands for all of it."""

for _part in (*core_parts(), *find_plugins().plugins):
    if _part.tables:
        _part.tables.load(_part.package)
for _kit in KITS:
    import_module(f"{_kit}.{'audit' if _kit == 'alongside.store' else 'tables'}")


def columns() -> Iterator[tuple[sa.Table, sa.Column[Any]]]:
    """Every column of text, nested ones too, that is no key and no reference."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            if isinstance(column.type, sa.Text | sa.JSON) and not column.primary_key and not column.foreign_keys:
                yield table, column


def kept(table: sa.Table, column: sa.Column[Any]) -> bool:
    """True if a column is one that no person writes into."""
    return any(name in KEPT for name in (f"{table.name}.{column.name}", f"*.{column.name}", f"{table.name}.*"))


def values() -> Mapping[str, Rows[Any]]:
    """What stands in each table, by the table's name."""
    modules = [module for name, module in list(sys.modules.items()) if name.startswith("alongside")]
    found = [one for module in modules for one in vars(module).values() if isinstance(one, Rows)]
    return {one.table.name: one for one in found}


def poison(house: House, turn: int) -> dict[str, int]:
    """Put payloads into every text that people write; return into how many rows, by column."""
    known, done = values(), {}
    with house.store.engine.begin() as connection:
        for table, column in columns():
            if not kept(table, column) and table.name in known:
                done[f"{table.name}.{column.name}"] = _column(connection, known[table.name], column, turn)
    return done


def _column(connection: sa.Connection, rows: Rows[Any], column: sa.Column[Any], turn: int) -> int:
    table, changed = rows.table, []
    for number, row in enumerate(connection.execute(sa.select(table).order_by(table.c.id))):
        apart = f" {number}" if _unique(column) else ""
        tried = (_put(row, column, f"{text}{apart}") for text in _texts(number + turn))
        new = next((one for one in tried if one and _accepted(rows, row, column, one)), None)
        if new is not None:
            changed.append({"row": row.id, "new": new})
    if changed:
        of_row = table.c.id == sa.bindparam("row")
        statement = sa.update(table).where(of_row).values({column.name: sa.bindparam("new")})
        connection.execute(statement, changed)
    return len(changed)


def _unique(column: sa.Column[Any]) -> bool:
    """True if no two rows may hold the same there: each text gets a number of its own."""
    alone = (one.columns for one in column.table.constraints if isinstance(one, sa.UniqueConstraint))
    return any(list(columns) == [column] for columns in alone)


def _texts(turn: int) -> list[str]:
    """What is tried in a row, longest first: a twentieth of all in one, then one by itself, for a short name."""
    mine = PAYLOADS[turn % ROUNDS :: ROUNDS]
    lead = turn // ROUNDS % len(mine)
    in_turn = (*mine[lead:], *mine[:lead])
    return [" ".join(in_turn), *in_turn]


def _put(row: Any, column: sa.Column[Any], text: str) -> Any:
    value = getattr(row, column.name)
    if not isinstance(column.type, sa.JSON):
        return text
    names, times = LEAVES.get(f"{column.table.name}.{column.name}", ()), count(1)
    # Each with a number, as some lists hold nothing twice.
    return _in_leaves(value, names, lambda: f"{text} {next(times)}", meant="" in names) if value else None


def _in_leaves(value: Any, names: tuple[str, ...], text: Callable[[], str], *, meant: bool) -> Any:
    if isinstance(value, str):
        return text() if meant else value
    if isinstance(value, list):
        return [_in_leaves(one, names, text, meant=meant) for one in value]
    if isinstance(value, dict):
        return {name: _in_leaves(one, names, text, meant=meant or name in names) for name, one in value.items()}
    return value


def _accepted(rows: Rows[Any], row: Any, column: sa.Column[Any], new: Any) -> bool:
    """True if the value takes it: then a form might have, and it can be read again."""
    try:
        rows.from_row({**row._mapping, column.name: new})
    except (Refusal, ValueError, TypeError):
        return False
    return True
