"""What is lent of papers that were made, and of what plugins have still to do."""

from __future__ import annotations

from collections.abc import Iterable

from alongside.enterprise.duty import Duty
from alongside.enterprise.paper import Paper
from alongside.enterprise.tables import DUTIES, PAPERS
from alongside.store import Unit


def note_paper(unit: Unit, file: str, digest: str, names: Iterable[str]) -> Paper:
    """Note a paper and whose names stand in it; one of the same file name is replaced."""
    for old in unit.find(PAPERS, PAPERS.table.c.file == file):
        unit.remove(PAPERS, old)
    new = Paper(id=unit.new_id(), file=file, digest=digest, made_at=unit.now, names=tuple(names))
    return unit.add(PAPERS, new)


def papers_called(unit: Unit, files: Iterable[str]) -> list[Paper]:
    """Return the papers of those file names that are there, and are not to be taken away."""
    table = PAPERS.table
    return unit.find(PAPERS, table.c.file.in_(sorted(files)), table.c.to_remove.is_(False))


def papers_beginning(unit: Unit, begins: str) -> list[Paper]:
    """Return the papers that are there whose file names begin so, and are not to be taken away."""
    table = PAPERS.table
    called = table.c.file.startswith(begins, autoescape=True)
    return unit.find(PAPERS, called, table.c.to_remove.is_(False), order=(table.c.file,))


def papers_naming(unit: Unit, person: str) -> list[Paper]:
    """Return the papers in which a person's name stands."""
    return [paper for paper in unit.find(PAPERS) if person in paper.names]


def mark_papers(unit: Unit, person: str) -> list[str]:
    """Mark the papers that name an erased person for removal; return their files' names."""
    named = papers_naming(unit, person)
    for paper in named:
        unit.change(PAPERS, paper, to_remove=True)
    return sorted(paper.file for paper in named)


def papers_to_remove(unit: Unit) -> list[Paper]:
    """Return the papers whose files have still to be taken away."""
    return unit.find(PAPERS, PAPERS.table.c.to_remove.is_(True))


def forget_paper(unit: Unit, paper: Paper) -> None:
    """Take a paper off the register, after its file has gone."""
    unit.remove(PAPERS, paper)


# --- duties


def add_duty(unit: Unit, plugin: str, event: str, person: str) -> Duty:
    """Note what a plugin missed."""
    return unit.add(DUTIES, Duty(id=unit.new_id(), plugin=plugin, event=event, person=person, since=unit.now))


def open_duties(unit: Unit) -> list[Duty]:
    """Return what plugins have still to do, the oldest first."""
    table = DUTIES.table
    return unit.find(DUTIES, table.c.done_at.is_(None), order=(table.c.since, table.c.id))


def close_duty(unit: Unit, duty: Duty) -> Duty:
    """Note that a plugin has done what it missed."""
    return unit.change(DUTIES, duty, done_at=unit.now)
