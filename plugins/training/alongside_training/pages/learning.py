"""The pages of those who learn: what is coming, what a course is like, and one's own learning."""

from __future__ import annotations

from typing import Any

from alongside.api.display import Edition, View
from alongside.api.display import Said as _
from alongside.api.web import Fields, GoTo, Line, LongText, OneOf, Visit

from ..actions import joining, looking, wishing
from ..actions.looking import Seen
from ..course import Course
from ..enrolment import THE_RULE, EnrolmentState
from ..lesson import LONGEST as LONGEST_LESSON
from ..wish import LONGEST as LONGEST_WISH


class Leave(Fields):
    """What could be better, from somebody who gives a place back."""

    do = "leave"
    because = LongText(
        _("What could we do better?"),
        longest=LONGEST_LESSON,
        rows=2,
        hint=_("Kept without your name, so that the next run is better."),
        needed=False,
    )


class WishForm(Fields):
    """What somebody would like to learn; own words count for more than a course that was chosen beside them."""

    do = "wish"
    course = OneOf(_("A course that we have"), needed=False, depends=True)
    words = Line(_("Or something else, in your own words"), longest=LONGEST_WISH, needed=False, depends=True)

    def check(self) -> None:
        """See that one of the two was said."""
        if not self.course.value and not self.words.value:
            self.refuse(self.words, _("Choose a course, or say it in your own words."))


def courses(visit: Visit) -> View:
    """Show the runs that are coming, and to who teaches, the sessions to come."""
    business = here(visit)
    seen = looking.coming(visit.unit, business.id)
    facts = {
        "runs": [run_facts(visit, one) for one in seen],
        "teaching": [
            (run_facts(visit, one), session) for one, session in looking.to_teach(visit.unit, business.id)
        ],
        "now": visit.unit.now,
        "plans": visit.unit.may("training.plan", business.id),
        "link": visit.link,
    }
    return View("courses.html", "Courses", facts)


def course(visit: Visit) -> View:
    """Show one run: what it is like, and whether one can join."""
    return _course(visit, Leave(visit))


def _course(visit: Visit, form: Leave) -> View:
    seen = looking.look(visit.unit, visit.path["run"])
    facts = {**run_facts(visit, seen), "link": visit.link, "form": form}
    facts["plans"] = visit.unit.may("training.plan", seen.run.business)
    facts["rule"] = _(THE_RULE)
    return View("course.html", _("{title}", title=title_in(visit, seen.course)), facts)


def send_course(visit: Visit) -> GoTo | View:
    """Join the run or leave it."""
    run, who, form = visit.path["run"], visit.actor.id, Leave(visit)
    back = visit.link(f"/courses/{run}")
    if visit.form.get("do") == "leave":
        if not form.valid():
            return _course(visit, form)
        joining.leave(visit.unit, run, who, form.because.value)
        return GoTo(visit.link("/courses"), _("You have given your place back. That is fine."))
    hers = joining.join(visit.unit, run, who)
    if hers.state is EnrolmentState.ENROLLED:
        return GoTo(back, _("You have a place. It stands in your week."))
    return GoTo(back, _("You are on the waiting list. We tell you when a place is free."))


def learning(visit: Visit) -> View:
    """Show one's own courses, certificates and wishes."""
    return _learning(visit, _wish(visit))


def _wish(visit: Visit) -> WishForm:
    form = WishForm(visit)
    to_wish = looking.mine(visit.unit, here(visit).id).to_wish
    form.course.offer((one.id, title_in(visit, one)) for one in to_wish)
    return form


def _learning(visit: Visit, form: WishForm) -> View:
    seen = looking.mine(visit.unit, here(visit).id)
    facts = {
        "now": [run_facts(visit, one) for one in seen.now],
        "done": [run_facts(visit, one) for one in seen.done],
        "certificates": seen.certificates,
        "wishes": seen.wishes,
        "form": form,
        "today": visit.today,
        "link": visit.link,
    }
    return View("learning.html", "My learning", facts)


def send_learning(visit: Visit) -> GoTo | View:
    """Note a wish, or take one back."""
    if visit.form.get("do") == "back":
        wishing.take_wish_back(visit.unit, visit.form.get("wish", ""))
        return GoTo(visit.link("/learning"), _("The wish is taken back."))
    form = _wish(visit)
    if not form.valid():
        return _learning(visit, form)
    words, course = form.words.value, form.course.value or None
    wishing.wish(visit.unit, here(visit).id, visit.actor.id, course=None if words else course, words=words)
    return GoTo(visit.link("/learning"), _("Your wish is noted. Thank you."))


# --- what the pages of training share


def here(visit: Visit) -> Any:
    """Return the business whose page it is."""
    return visit.business


def title_in(visit: Visit, course: Course) -> str:
    """Return a course's title in the edition of the visit."""
    return (course.easy_title if visit.edition is Edition.EASY else "") or course.title


def run_facts(visit: Visit, seen: Seen) -> dict[str, Any]:
    """Return what templates need to know of a run, in the edition of the visit."""
    course, easy = seen.course, visit.edition is Edition.EASY
    return {
        "seen": seen,
        "title": title_in(visit, course),
        "words": (course.easy_words if easy else "") or course.words,
        "able": (course.easy_able if easy else ()) or course.able,
        "picture": course.picture,
        "first": seen.sessions[0] if seen.sessions else None,
        "path": visit.link(f"/courses/{seen.run.id}"),
    }
