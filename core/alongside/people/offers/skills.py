"""Skills: what people do well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from alongside.enterprise import offers as enterprise
from alongside.people.skill import Skill
from alongside.people.tables import SKILLS
from alongside.store import Unit


def skills_of(unit: Unit, ids: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the keys of skills for each of the people, empty for those who have none noted."""
    return {one: frozenset(skill.key for skill in skills) for one, skills in full_skills_of(unit, ids).items()}


def full_skills_of(unit: Unit, ids: Iterable[str]) -> dict[str, tuple[Skill, ...]]:
    """Return the skills of each of the people with their words, in the order of their keys."""
    wanted = sorted(set(ids))
    table = SKILLS.table
    found: dict[str, list[Skill]] = defaultdict(list)
    for skill in unit.find(SKILLS, table.c.person.in_(wanted), order=(table.c.key,)):
        found[skill.person].append(skill)
    return {one: tuple(found[one]) for one in wanted}


def add_skill(
    unit: Unit, person: str, key: str, words: str, *, said_by: str | None = None, since: date | None = None
) -> Skill:
    """Note what a person can do; words for a key that is there already replace the old ones."""
    day = since or enterprise.today(unit)
    for old in unit.find(SKILLS, SKILLS.table.c.person == person, SKILLS.table.c.key == key):
        return unit.change(SKILLS, old, words=words, said_by=said_by, since=day)
    new = Skill(id=unit.new_id(), person=person, key=key, words=words, said_by=said_by, since=day)
    return unit.add(SKILLS, new)


def remove_skills(unit: Unit, person: str, keys: Collection[str]) -> int:
    """Take what a person no longer does out of the record; return how much there was."""
    gone = unit.find(SKILLS, SKILLS.table.c.person == person, SKILLS.table.c.key.in_(sorted(keys)))
    for skill in gone:
        unit.remove(SKILLS, skill)
    return len(gone)
