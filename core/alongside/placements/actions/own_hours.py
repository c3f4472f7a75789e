"""One's own hours: seeing each stretch as it was noted, and asking where one is not right."""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from alongside.diary import offers as diary
from alongside.enterprise import offers as enterprise
from alongside.instants import Period, local
from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.placements import offers
from alongside.placements.attendance import Attendance
from alongside.placements.hours_question import HoursQuestion, NotRight
from alongside.placements.tables import QUESTIONS
from alongside.refusal import BadInput, NotFound
from alongside.store import Unit

LATELY = timedelta(weeks=8)
"""How far back one can see each stretch, and ask about it."""


def _(key: str, picture: str, day: date | None = None) -> Sentence:
    """One sentence of a message, about a day where there is one."""
    return Sentence(key=key, picture=picture, days={"day": day} if day else {})


@attrs.frozen(kw_only=True)
class OwnWork:
    """A stretch of one's own work that is over: as it was planned, every note of it, and what one has asked."""

    claim: diary.Claim
    notes: tuple[Attendance, ...]
    questions: tuple[HoursQuestion, ...]

    @property
    def noted(self) -> Attendance | None:
        """The note that counts; None while nobody has confirmed it."""
        return self.notes[-1] if self.notes else None

    @property
    def waits(self) -> bool:
        """True while a question about it waits for an answer."""
        return any(one.waits for one in self.questions)


def own_work(unit: Unit) -> list[OwnWork]:
    """Return one's own work of the last weeks that is over, the newest first."""
    person, today = unit.actor.id, enterprise.today(unit)
    unit.need("placements.see", own=person)
    zone = enterprise.the_enterprise(unit).zone
    interval = Period(today - LATELY, today).interval(zone)
    notes: dict[str, list[Attendance]] = {}
    for one in offers.every_note(unit, person):
        notes.setdefault(one.claim, []).append(one)
    asked = offers.questions_of(unit, person)
    found = [
        OwnWork(
            claim=one,
            notes=tuple(notes.get(one.id, ())),
            questions=tuple(each for each in asked if each.claim == one.id),
        )
        for one in diary.holds(unit, [person], interval)
        if one.purpose is diary.Purpose.WORK or one.id in notes
        if one.business and one.ends <= unit.now
    ]
    return found[::-1]


def own_stretch(unit: Unit, claim: str) -> OwnWork:
    """Return one stretch of one's own work.

    Raises:
        NotFound: where it is not one's own, is not over, or was long ago.
    """
    found = next((one for one in own_work(unit) if one.claim.id == claim), None)
    if found is None:
        raise NotFound("work of yours", claim, "My hours shows what you have worked.")
    return found


def ask_about(unit: Unit, claim: str, what: NotRight, words: str = "") -> HoursQuestion:
    """Ask about one's own hours, and let those who run the business know.

    Raises:
        NotFound: for work that is not one's own.
        BadInput: while an earlier question about it waits, or with too many words.
    """
    found = own_stretch(unit, claim)
    if found.waits:
        raise BadInput("you have asked about this already", remedy="Somebody will answer you.")
    business, zone = str(found.claim.business), enterprise.the_enterprise(unit).zone
    asked = HoursQuestion(
        id=unit.new_id(),
        claim=claim,
        person=unit.actor.id,
        business=business,
        day=local(found.claim.starts, zone).date(),
        what=what,
        words=words,
        asked_at=unit.now,
    )
    unit.add(QUESTIONS, asked)
    _tell_those_who_run(unit, asked)
    return asked


def _tell_those_who_run(unit: Unit, asked: HoursQuestion) -> None:
    slug = enterprise.business(unit, asked.business).slug
    path = f"/attendance?business={slug}&day={asked.day.isoformat()}"
    title = _("Somebody asks about hours", "help")
    # No name: it would stay in this message when its owner is erased. The page shows who.
    lines = [
        _("Somebody says that hours of **{day}** are not right.", "clock", asked.day),
        _("The page shows who it is, and what was asked.", "person"),
    ]
    for person in enterprise.people_with(unit, "manager", asked.business):
        write_to(unit, person, f"placements:asked:{asked.id}", "placements", title, lines, path=path)


def answer_question(unit: Unit, question: str, words: str) -> HoursQuestion:
    """Answer a question about hours, and let the one who asked know.

    Raises:
        BadInput: where it has been answered, or without words.
    """
    asked = offers.question(unit, question)
    unit.need("placements.change", asked.business)
    if not asked.waits:
        raise BadInput("this has been answered already", remedy="Look at the day again.")
    if not words.strip():
        raise BadInput("there is no answer", remedy="Write a few words.")
    answered = unit.change(QUESTIONS, asked, answer=words, answered_at=unit.now)
    title = _("Your question about your hours", "clock")
    lines = [_("We have answered your question about **{day}**.", "speech", asked.day)]
    key = f"placements:answered:{asked.id}"
    write_to(unit, asked.person, key, "placements", title, lines, path=f"/hours/{asked.claim}")
    return answered
