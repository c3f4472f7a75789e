"""The page on which whoever runs a business says who was there, and answers questions about hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from alongside.diary.offers import Taken
from alongside.display import Said as _
from alongside.display import View
from alongside.display.wording import day as day_words
from alongside.enterprise.business import Business
from alongside.instants import Period, local, near
from alongside.people import offers as people
from alongside.placements import actions, offers
from alongside.placements.actions import Note, Planned, Stretch
from alongside.placements.attendance import NotThen
from alongside.placements.pages.looking import known_picture
from alongside.placements.pages.times_there import which_of
from alongside.placements.pages.was_there import (
    AWAY,
    OTHER,
    PLANNED,
    UNPAID,
    WITH_UNPAID,
    AddTime,
    Answer,
    WasThere,
)
from alongside.refusal import BadInput, NotFound
from alongside.web import GoTo
from alongside.web.forms import all_valid

if TYPE_CHECKING:
    from alongside.web import Visit

LATELY = timedelta(weeks=4)
"""How far back the page looks for days that nobody has confirmed."""


def attendance(visit: Visit) -> View:
    """Show the work of a day that is over, for whoever runs the business."""
    business, day = _asked_for(visit)
    return _page(visit, business, day, list(_rows(visit, business, day)))


def send_attendance(visit: Visit) -> GoTo | View:
    """Keep who was there, or answer a question; or say beside each field what is wrong."""
    business, day = _asked_for(visit)
    if visit.form.get("do", "").startswith(Answer.do):
        return _answered(visit, business, day)
    if visit.form.get("do", "") == AddTime.do:
        return _added(visit, business, day)
    rows = list(_rows(visit, business, day))
    if not all_valid(row["form"] for _stretch, theirs in rows for row in theirs):
        return _page(visit, business, day, rows)
    try:
        said = {row["planned"].claim.id: _note(visit, row) for _stretch, theirs in rows for row in theirs}
        if any(row["form"].errors for _stretch, theirs in rows for row in theirs):
            return _page(visit, business, day, rows)
        notes = {claim: note for claim, note in said.items() if note is not None}
        new = actions.confirm(visit.unit, business.id, day, notes)
    except NotThen as refused:
        _refuse_time(rows, refused)
        return _page(visit, business, day, rows)
    except BadInput as refused:
        if not _refuse(rows, refused):
            raise
        return _page(visit, business, day, rows)
    there = sum(note.time is not None for note in new)
    kept = _("Kept: {there} were there, {away} were not.", there=there, away=len(new) - there)
    return GoTo(_path(business, day), kept if new else _("Nothing has changed."))


def _answered(visit: Visit, business: Business, day: date) -> GoTo | View:
    question = visit.form.get("do", "").partition(":")[2]
    form = Answer(visit, which=question)
    if not form.valid():
        return _page(visit, business, day, list(_rows(visit, business, day)), form)
    actions.answer_question(visit.unit, question, form.words.value)
    return GoTo(_path(business, day), _("Your answer is on its way."))


def _added(visit: Visit, business: Business, day: date) -> GoTo | View:
    form = _adding(visit, business, day)
    if not form.valid():
        return _page(visit, business, day, list(_rows(visit, business, day)), adding=form)
    try:
        if during := form.during("", day, None, visit.zone):
            actions.add_time(visit.unit, business.id, form.person.value, during, form.what.value)
    except BadInput as refused:
        form.refuse(form.until, _("{other_time}", other_time=refused.sentence))
    except Taken as taken:
        form.refuse(form.since, _("{other_time}", other_time=taken.sentence))
    if form.errors:
        return _page(visit, business, day, list(_rows(visit, business, day)), adding=form)
    return GoTo(_path(business, day), _("That time is kept. It is paid."))


def _adding(visit: Visit, business: Business, day: date) -> AddTime:
    form = AddTime(visit)
    form.person.offer(list(actions.paid_there(visit.unit, business.id, day).items()))
    form.ask_which(day, visit.zone)
    return form


def _path(business: Business, day: date) -> str:
    return f"/attendance?business={business.slug}&day={day.isoformat()}"


def _asked_for(visit: Visit) -> tuple[Business, date]:
    """The business and day of the address; else the first business, and its oldest day that is not confirmed."""
    ours = actions.may_agree_in(visit.unit)
    if not ours:
        visit.unit.need("placements.change")
        raise BadInput("no business is open", remedy="Add one first.")
    slug = visit.query.get("business", "") or ours[0].slug
    business = next((one for one in ours if one.slug == slug), None)
    if business is None:
        raise NotFound("business that you run", slug)
    try:
        return business, near(date.fromisoformat(visit.query.get("day", "")))
    except ValueError:
        return business, min(_open_days(visit, business), default=visit.today - timedelta(days=1))


def _open_days(visit: Visit, business: Business) -> dict[date, int]:
    return actions.not_confirmed(visit.unit, business.id, Period(visit.today - LATELY, visit.today))


# --- the forms of a day


def _rows(visit: Visit, business: Business, day: date) -> Iterator[tuple[Stretch, list[dict[str, Any]]]]:
    for stretch in actions.over_on(visit.unit, business.id, day):
        yield stretch, [_row(visit, one) for one in stretch.people]


def _row(visit: Visit, one: Planned) -> dict[str, Any]:
    facts = {"name": one.face.name}
    form = WasThere(visit, _before(visit, one), prefix=f"{one.claim.id}-", facts=facts)
    form.mark.ask(_("Was {name} there?", **facts))
    form.ask_which(local(one.claim.starts, visit.zone).date(), visit.zone)
    if not one.expected:
        form.mark.offer(WITH_UNPAID)
    return {
        "planned": one,
        "name": one.face.name,
        "photo": one.face.photo,
        "picture": known_picture(one.face.picture),
        "form": form,
    }


def _before(visit: Visit, one: Planned) -> dict[str, Any]:
    """What the fields begin with: as planned, or what is noted."""
    if one.noted is None and not one.expected:
        return {"mark": UNPAID}
    if one.noted is None or one.noted.says_the_same(one.claim.interval):
        return {"mark": PLANNED}
    if one.noted.time is None:
        return {"mark": AWAY}
    starts, ends = one.noted.time.starts, one.noted.time.ends
    return {
        "mark": OTHER,
        "since": local(starts, visit.zone).time(),
        "since_which": which_of(starts, visit.zone),
        "until": local(ends, visit.zone).time(),
        "until_which": which_of(ends, visit.zone),
    }


def _note(visit: Visit, row: dict[str, Any]) -> Note | None:
    form, claim = row["form"], row["planned"].claim
    why = form.why.data or ""
    if form.mark.value == UNPAID and not row["planned"].noted:
        return None
    if form.mark.value in {AWAY, UNPAID}:
        return Note(time=None, why=why)
    if form.mark.value == PLANNED:
        return Note(time=claim.interval, why=why)
    during = form.during(claim.id, local(claim.starts, visit.zone).date(), claim.ends, visit.zone)
    return Note(time=during, why=why) if during else None


def _refuse_time(rows: list[tuple[Stretch, list[dict[str, Any]]]], refused: NotThen) -> None:
    for form in (row["form"] for _s, theirs in rows for row in theirs if row["planned"].claim.id == refused.claim):
        form.refuse(form.until, _("{other_time}", other_time=refused.sentence))


def _refuse(rows: list[tuple[Stretch, list[dict[str, Any]]]], refused: BadInput) -> bool:
    """Put a refusal beside confirmed hours that are changed without a reason; return whether there are any."""
    without = [
        row["form"]
        for _stretch, theirs in rows
        for row in theirs
        if row["planned"].noted and not row["form"].why.data
    ]
    for form in without:
        form.refuse(form.why, refused)
    return bool(without)


# --- the page


def _page(
    visit: Visit,
    business: Business,
    day: date,
    rows: list[tuple[Stretch, list[dict[str, Any]]]],
    answered: Answer | None = None,
    adding: AddTime | None = None,
) -> View:
    ours = actions.may_agree_in(visit.unit)
    open_days = {one: count for one, count in _open_days(visit, business).items() if one != day}
    facts = {
        "business": business,
        "businesses": [(one.name, f"/attendance?business={one.slug}") for one in ours if one.id != business.id],
        "day": day,
        "before": _path(business, day - timedelta(days=1)),
        "after": _path(business, day + timedelta(days=1)) if day < visit.today else "",
        "open_days": [(one, count, _path(business, one)) for one, count in sorted(open_days.items())],
        "stretches": [{"stretch": stretch, "rows": theirs} for stretch, theirs in rows],
        "questions": _questions(visit, business, answered),
        "adding": adding or _adding(visit, business, day),
    }
    return View("attendance.html", _("Who was there on {day}", day=day_words(day, visit.edition)), facts)


def _questions(visit: Visit, business: Business, answered: Answer | None) -> list[dict[str, Any]]:
    waiting = offers.waiting_questions(visit.unit, business.id)
    names = people.names_of(visit.unit, {one.person for one in waiting})
    return [
        {
            "question": one,
            "name": names[one.person],
            "path": _path(business, one.day),
            "form": answered if answered and answered.which == one.id else Answer(visit, which=one.id),
        }
        for one in waiting
    ]
