"""The way to work: noting at which stage somebody is, and saying what one brings and wants."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import attrs

from alongside.enterprise import offers as enterprise
from alongside.people import offers as people
from alongside.people.skill import Skill
from alongside.placements import offers
from alongside.placements.actions.allowed import need_to_write_way, need_way, placements_seen, reads_own_words
from alongside.placements.job import Job, jobs_of
from alongside.placements.outcome import Outcome
from alongside.placements.own_words import MOST, About, OwnWords
from alongside.placements.placement import Placement
from alongside.placements.stage import Stage, StageStep, stage_on
from alongside.placements.tables.outcomes import OUTCOMES
from alongside.placements.tables.way import OWN_WORDS
from alongside.refusal import BadInput, NotFound, worded
from alongside.store import ActorKind, Unit


@attrs.frozen(kw_only=True)
class Way:
    """A person's way to work: her steps, the stage she is at today, what she says of herself, and her placements.

    ``skills`` are what others have noted, as people keeps them. ``words`` are for herself and the coach of all her
    work; ``placements`` are those that whoever looks may see.
    """

    person: str
    steps: tuple[StageStep, ...]
    stage: Stage | None
    words: tuple[OwnWords, ...]
    skills: tuple[Skill, ...]
    placements: tuple[Placement, ...]

    def says(self, about: About) -> tuple[OwnWords, ...]:
        """What she brings, or what she wants."""
        return tuple(one for one in self.words if one.about is about)

    def running(self, today: date) -> tuple[Placement, ...]:
        """Of each job that is not over the placement of today, or its first one to come."""
        return tuple(job.part_on(today) for job in jobs_of(self.placements) if not job.over(today))

    def over(self, today: date) -> tuple[Job, ...]:
        """Her jobs that are over."""
        return tuple(job for job in jobs_of(self.placements) if job.over(today))


def way_of(unit: Unit, person: str) -> Way:
    """Look at a person's way to work: she herself, her job coach, and those who see her placements."""
    need_way(unit, person)
    people.present(unit, person)
    steps = offers.steps_of(unit, person)
    return Way(
        person=person,
        steps=tuple(steps),
        stage=stage_on(steps, enterprise.today(unit)),
        words=tuple(offers.own_words_of(unit, person)) if reads_own_words(unit, person) else (),
        skills=people.full_skills_of(unit, [person])[person],
        placements=tuple(placements_seen(unit, person)),
    )


def note_way_read(unit: Unit, way: Way, outcomes: Iterable[Outcome]) -> None:
    """Note that somebody else has read what a person says of herself, and nothing of what it says."""
    if unit.actor.id == way.person:
        return
    if way.words:
        unit.note_reading_of(OWN_WORDS.table.name, way.person, way.person)
    for one in outcomes:
        if one.words:
            unit.note_reading(OUTCOMES, one, "words")


def note_stage(unit: Unit, person: str, stage: Stage, day: date | None = None) -> StageStep:
    """Note that a person is at a stage from a day (today) on; what was noted before stays.

    Raises:
        BadInput: for a day to come, or the stage she is at on that day already.
    """
    need_to_write_way(unit, person)
    people.present(unit, person)
    today = enterprise.today(unit)
    on = day or today
    if on > today:
        raise BadInput(worded("placements", "This day is still to come. Choose today or an earlier day."))
    before = offers.steps_of(unit, person)
    if stage_on(before, on) is stage:
        raise BadInput(worded("placements", "That is the step of this day already. Choose another one."))
    by = unit.actor.id if unit.actor.kind is ActorKind.PERSON else None
    return offers.add_step(
        unit,
        StageStep(
            id=unit.new_id(),
            person=person,
            stage=stage,
            day=on,
            number=len(before) + 1,
            noted_by=by,
            noted_at=unit.now,
        ),
    )


def say(unit: Unit, about: About, words: str) -> OwnWords:
    """Say what one brings or wants; everybody for herself.

    Raises:
        BadInput: without words, with too many, or where she says as much as anybody reads.
    """
    person = unit.actor.id
    people.present(unit, person)
    if len(offers.own_words_of(unit, person)) >= MOST:
        raise BadInput(worded("placements", "There is a lot here already. Take something away first."))
    said = OwnWords(
        id=unit.new_id(), person=person, about=about, words=words.strip(), said_on=enterprise.today(unit)
    )
    return unit.add(OWN_WORDS, said)


def take_back(unit: Unit, words: str) -> OwnWords:
    """Take back what one has said of oneself.

    Raises:
        NotFound: where it is not one's own, or was taken back.
    """
    mine = {one.id: one for one in offers.own_words_of(unit, unit.actor.id)}
    if words not in mine:
        raise NotFound("words of yours", words)
    return unit.change(OWN_WORDS, mine[words], taken_back_on=enterprise.today(unit))
