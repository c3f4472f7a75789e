"""The pages on which a human answers “is this a job?”, one question a page, and one's own page about it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from alongside.display import Said as _
from alongside.display import View
from alongside.display.wording import weekday
from alongside.enterprise import offers as enterprise
from alongside.instants import monday_of
from alongside.people import offers as people
from alongside.placements import actions, offers
from alongside.placements.pages.looking import known_picture
from alongside.placements.status_question import SOURCES
from alongside.placements.status_review import LONGEST_WORDS, Because, Change, HouseDays, StatusReview, Verdict
from alongside.refusal import NotFound
from alongside.web import GoTo
from alongside.web.forms import Fields, LongText, ManyOf, Number, OneOf

if TYPE_CHECKING:
    from alongside.web import Visit

LIST = "/is-this-a-job"


# --- the list


class Days(Fields):
    """The days that the house has chosen."""

    answer_within = Number(_("Days until a question must be answered"), least=1, most=366)
    again_after = Number(_("Days until a “no” is looked at again"), least=1, most=366)
    change_within = Number(_("Days until a changed arrangement is looked at again"), least=1, most=366)
    longest_trial = Number(_("Days that an unpaid trial may last before it is asked about"), least=1, most=366)


def questions(visit: Visit) -> View:
    """Show the newest question about everybody who works where the visitor runs the business."""
    return _list(visit, None)


def send_days(visit: Visit) -> GoTo | View:
    """Keep the days that a steward has chosen."""
    form = Days(visit)
    if not form.valid():
        return _list(visit, form)
    actions.choose_days(visit.unit, HouseDays(**{field.short_name: field.value for field in form}))
    return GoTo(LIST, _("These days are kept."))


def _list(visit: Visit, form: Days | None) -> View:
    found = actions.status_questions(visit.unit)
    names = {one.id: one.name for one in enterprise.all_businesses(visit.unit)}
    days = offers.house_days(visit.unit)
    facts = {
        "asked": [_card(visit, one, names) for one in found],
        "days": days,
        "form": (form or Days(visit, days)) if visit.unit.may("enterprise.change") else None,
    }
    return View("status_list.html", "Is this a job?", facts)


def _card(visit: Visit, one: actions.Asked, names: dict[str, str]) -> dict[str, Any]:
    return {
        "asked": one,
        "review": one.review,
        "name": one.face.name,
        "photo": one.face.photo,
        "picture": known_picture(one.face.picture),
        "place": names[one.review.business],
        "over": one.review.overdue(visit.today),
    }


# --- one question


class First(Fields):
    """The question itself."""

    do = "answer"
    verdict = OneOf(
        _("Is it a job?"),
        (
            (Verdict.WORKER.value, _("Yes, this is a job. It must be paid.")),
            (Verdict.NO_WORKER.value, _("No, it is not a job.")),
            (Verdict.CHANGE.value, _("We change what is agreed.")),
        ),
        missing=_("Choose one of the three answers."),
        level="h2",
    )


class Again(Fields):
    """Ask an answered question once more."""

    do = "again"


def question(visit: Visit) -> View:
    """Show what the record shows, what the law looks at, and ask the first question."""
    return _question(visit, None)


def send_question(visit: Visit) -> GoTo | View:
    """Go on to the next question, or ask an answered one again."""
    review = visit.path["review"]
    if visit.form.get("do") == Again.do:
        raised = actions.ask_again(visit.unit, review)
        return GoTo(f"{LIST}/{raised.id}", _("The question is open again."))
    form = First(visit)
    if not form.valid():
        return _question(visit, form)
    return GoTo(f"{LIST}/{review}/{form.verdict.value}")


def _question(visit: Visit, form: First | None) -> View:
    asked, others, facts = actions.look_at_question(visit.unit, visit.path["review"])
    told = {
        **_about(visit, asked),
        "usual": [
            (weekday(monday_of(visit.today) + timedelta(days=one.weekday)), one.begins) for one in facts.usual
        ],
        "sources": [SOURCES[reason] for reason in asked.review.reasons],
        "others": [_told(visit, one) for one in reversed(others)],
        "answer": _told(visit, asked.review),
        "form": (form or First(visit)) if asked.review.waits else None,
        "again": Again(visit) if asked.last and not asked.review.waits else None,
    }
    return View("status_question.html", _("Is this a job? {name}", name=asked.face.name), told)


def _about(visit: Visit, asked: actions.Asked) -> dict[str, Any]:
    return {
        "asked": asked,
        "review": asked.review,
        "placement": asked.placement,
        "name": asked.face.name,
        "first_name": asked.face.first_name,
        "photo": asked.face.photo,
        "picture": known_picture(asked.face.picture),
        "business": enterprise.business(visit.unit, asked.review.business),
        "over": asked.review.overdue(visit.today),
        "mine": asked.review.person == visit.actor.id,
        "today": visit.today,
    }


def _told(visit: Visit, review: StatusReview) -> dict[str, Any]:
    by = people.names_of(visit.unit, [review.answered_by])[review.answered_by] if review.answered_by else ""
    return {"review": review, "by": by}


# --- the answer


class Worker(Fields):
    """She is: say so."""


class NoWorker(Fields):
    """Why she is not."""

    because = OneOf(
        _("Why is it not a job?"),
        (
            (
                Because.VOLUNTARY.value,
                _(
                    "They volunteer for a charity, a voluntary organisation, a fund-raising or a public body, "
                    "and get real expenses and nothing else."
                ),
            ),
            (Because.COURSE.value, _("It is a required part of a course in the UK, and lasts a year at most.")),
            (Because.SCHOOL.value, _("They are under the age at which one may leave school.")),
            (
                Because.INTERNSHIP.value,
                _("It is a supported internship: age 16 to 24, with an EHC plan, as a study programme."),
            ),
            (Because.SCHEME.value, _("It is one of the government’s named schemes.")),
        ),
        missing=_("Choose the reason. If none fits, it may be a job."),
        level="h2",
    )
    words = LongText(
        _("What shows that it is so?"),
        hint=_("No illness and no diagnosis, please."),
        needed=False,
        longest=LONGEST_WORDS,
    )


class Changed(Fields):
    """What becomes different."""

    changes = ManyOf(
        _("What becomes different?"),
        (
            (Change.NO_SET_HOURS.value, _("They come when they like, and need not come.")),
            (Change.NO_REWARD.value, _("They get real expenses and nothing else.")),
            (Change.NO_TRAINING.value, _("They learn what the task needs and no more.")),
            (Change.ENDS.value, _("It ends.")),
        ),
        missing=_("Choose what becomes different."),
        level="h2",
    )
    words = LongText(_("What have you agreed together?"), needed=False, longest=LONGEST_WORDS)


FORMS: dict[Verdict, type[Fields]] = {
    Verdict.WORKER: Worker,
    Verdict.NO_WORKER: NoWorker,
    Verdict.CHANGE: Changed,
}


def answer(visit: Visit) -> View:
    """Ask what the answer stands on."""
    return _answering(visit, FORMS[_verdict(visit)](visit))


def send_answer(visit: Visit) -> GoTo | View:
    """Keep the answer of the visitor."""
    verdict = _verdict(visit)
    form = FORMS[verdict](visit)
    if not form.valid():
        return _answering(visit, form)
    actions.answer_status(visit.unit, visit.path["review"], verdict, **_given(form))
    return GoTo(f"{LIST}/{visit.path['review']}", _("Your answer is kept, with your name and today’s day."))


def _verdict(visit: Visit) -> Verdict:
    try:
        return Verdict(visit.path["answer"])
    except ValueError:
        raise NotFound("answer", visit.path["answer"]) from None


def _given(form: Fields) -> dict[str, Any]:
    if isinstance(form, NoWorker):
        return {"because": Because(form.because.value), "words": form.words.data or ""}
    if isinstance(form, Changed):
        return {"changes": [Change(one) for one in form.changes.value], "words": form.words.data or ""}
    return {}


def _answering(visit: Visit, form: Fields) -> View:
    asked, _others, _facts = actions.look_at_question(visit.unit, visit.path["review"])
    told = {**_about(visit, asked), "form": form, "verdict": _verdict(visit).value}
    return View("status_answer.html", _("Your answer about {name}", name=asked.face.name), told)


# --- one's own


def own(visit: Visit) -> View:
    """Show the questions about the visitor's own work, and their answers."""
    names = {one.id: one.name for one in enterprise.all_businesses(visit.unit)}
    found = actions.own_questions(visit.unit)
    asked = [
        {**_card(visit, one, names), "answer": _told(visit, one.review), "ask": _ask(visit, one)} for one in found
    ]
    return View("own_status.html", "Is my work a job?", {"asked": asked})


def _ask(visit: Visit, one: actions.Asked) -> str:
    return offers.whom_to_ask(visit.unit, one.review.business)
