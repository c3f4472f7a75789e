"""The page on which a course is written, or changed."""

from __future__ import annotations

from typing import Any

from alongside.api.display import Said as _
from alongside.api.display import View
from alongside.api.web import Fields, FromList, GoTo, Hidden, Line, LongText, ManyOf, Number, Read, Visit

from .. import offers
from ..actions import courses
from ..course import LONGEST_TITLE, Course, kind_of
from .learning import here

PICTURES = ("graduation", "cook", "lunch", "help", "speech", "microphone", "scales", "people", "book", "tools")
"""What a course may have beside its title."""

MOST_MONTHS = 999
MOST_PEOPLE = 999


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _kinds(text: str) -> tuple[str, ...]:
    return tuple(map(kind_of, _lines(text)))


def _kind_words(kind: str) -> str:
    return kind.replace("_", " ").capitalize()


class CourseForm(Fields):
    """What is said of a course."""

    wish = Hidden()
    title = Line(_("What is it called?"), longest=LONGEST_TITLE)
    easy_title = Line(_("The same in Easy Read"), needed=False)
    words = LongText(_("What is it like?"), rows=3, needed=False)
    easy_words = Line(_("The same in one short sentence"), needed=False)
    able = Read(
        _("What can people do afterwards?"),
        _lines,
        writer="\n".join,
        rows=4,
        hint=_("One thing in a line."),
        needed=False,
    )
    easy_able = Read(
        _("The same in short sentences"),
        _lines,
        writer="\n".join,
        rows=4,
        hint=_("One sentence in a line."),
        needed=False,
    )
    picture = FromList(_("Which picture stands beside it?"), PICTURES)
    gives = Read(
        _("Which certificate does it give?"),
        kind_of,
        writer=_kind_words,
        hint=_("As the rota asks for it, such as Food hygiene. Empty for none."),
        needed=False,
    )
    months = Number(
        _("For how many months is it good?"),
        least=1,
        most=MOST_MONTHS,
        hint=_("Empty: without an end."),
        needed=False,
    )
    refresh_months = Number(
        _("After how many months is a refresher advised?"), least=1, most=MOST_MONTHS, needed=False
    )
    needs = Read(
        _("Which certificates come first?"),
        _kinds,
        writer=lambda kinds: "\n".join(map(_kind_words, kinds)),
        rows=2,
        hint=_("One in a line."),
        needed=False,
    )
    after = ManyOf(_("Which courses come first?"), needed=False)
    least = Number(_("From how many people on does it take place?"), least=1, most=MOST_PEOPLE)
    most = Number(_("How many places are there?"), least=1, most=MOST_PEOPLE)
    may_miss = Number(_("How many meetings may somebody miss?"), most=MOST_PEOPLE)


def new_course(visit: Visit) -> View:
    """Show the form for a new course, with what people wished for where it begins with a wish."""
    visit.unit.need("training.plan", here(visit).id)
    return _asking(_new(visit), None)


def send_new_course(visit: Visit) -> GoTo | View:
    """Add the course that was written."""
    form = _new(visit)
    if not form.valid():
        return _asking(form, None)
    new = courses.add_course(visit.unit, here(visit).id, from_wishes=form.wish.value, **_facts(form))
    return GoTo(visit.link(f"/run?course={new.id}"), _("The course is kept. Now plan when it is given."))


def change_course(visit: Visit) -> View:
    """Show the form with what is said of a course."""
    old = _old(visit)
    return _asking(_offered(CourseForm(visit, old), visit, old), old)


def send_course(visit: Visit) -> GoTo | View:
    """Keep what was changed of a course."""
    old = _old(visit)
    form = _offered(CourseForm(visit), visit, old)
    if not form.valid():
        return _asking(form, old)
    courses.change_course(visit.unit, old.id, **_facts(form))
    return GoTo(visit.link("/plan"), _("The course is kept."))


def _old(visit: Visit) -> Course:
    old = offers.course(visit.unit, visit.path["course"])
    visit.unit.need("training.plan", old.business)
    return old


def _new(visit: Visit) -> CourseForm:
    wish = visit.query.get("wish", "")
    usual = {"title": wish, "wish": wish, "least": 4, "most": 8, "may_miss": 0, "picture": PICTURES[0]}
    return _offered(CourseForm(visit, usual), visit, None)


def _offered(form: CourseForm, visit: Visit, old: Course | None) -> CourseForm:
    known = offers.courses(visit.unit, here(visit).id).values()
    form.after.offer((one.id, one.title) for one in known if old is None or one.id != old.id)
    return form


def _asking(form: CourseForm, old: Course | None) -> View:
    title = _("Change {title}", title=old.title) if old else _("A new course")
    return View("course_form.html", title, {"form": form})


def _facts(form: CourseForm) -> dict[str, Any]:
    """What was said of the course, by the names of its fields; what was left empty is none of a kind."""
    said = {field.name: field.data for field in form if field.name != "wish"}
    return {**said, **{name: said[name] or () for name in ("able", "easy_able", "needs")}}
