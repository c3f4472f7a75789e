"""The stewards' pages of promises: what we hold to beyond the law, making one, ending one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import Said, View
from alongside.display import Said as _
from alongside.display.pictures import NAMES
from alongside.display.refused import worded_said
from alongside.enterprise import actions
from alongside.enterprise.promised import LONGEST, TooLate
from alongside.refusal import BadInput
from alongside.rulepacks.offers import Bound, Looser, shipped
from alongside.web import GoTo
from alongside.web.forms import Day, Fields, FromList, Line, Number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alongside.enterprise.actions import SeenPromise
    from alongside.web import Visit

HERE = "/promises"
_ADULT = 18


class Make(Fields):
    """A promise: more than the law asks for, from a day on."""

    rule = FromList(_("What do we promise more of?"), missing=_("Choose what you promise more of."))
    amount = Line(
        _("How much?"),
        longest=12,
        keys="decimal",
        hint=_("Pay is written in pounds, such as 13.45. Rest is written in hours, such as 12."),
        missing=_("Write how much, such as 13.45."),
    )
    age_from = Number(
        _("From which age on?"), most=120, needed=False, hint=_("Leave it empty if it is for everybody.")
    )
    first_day = Day(_("From which day on?"), missing=_("Write the first day, such as 2027-01-01."))
    by = Line(
        _("Who promises it?"),
        longest=LONGEST,
        hint=_("Such as: the members' meeting."),
        missing=_("Write who promises it."),
    )
    source = Line(
        _("Where is it written down?"),
        longest=LONGEST,
        hint=_("Such as: the minutes of 3 March."),
        missing=_("Write where it is written down."),
    )


class End(Fields):
    """The last day of a promise."""

    do = "end"
    last_day = Day(_("Which day is the last?"), hint=_("On that day the promise still counts."))


class TakeBack(Fields):
    """A promise that has not begun is taken back; nothing is asked."""

    do = "take-back"


def promises(visit: Visit) -> View:
    """Show what we promise."""
    return _all(visit, _make(visit))


def send_promise(visit: Visit) -> GoTo | View:
    """Make a promise, then show what is under it."""
    form = _make(visit)
    if not form.valid():
        return _all(visit, form)
    try:
        made = actions.make_promise(
            visit.unit,
            form.rule.value,
            form.amount.value,
            first_day=form.first_day.value,
            by=form.by.value,
            source=form.source.value,
            age_from=form.age_from.data or 0,
        )
    except TooLate as late:
        form.refuse(form.first_day, late)
        return _all(visit, form)
    except BadInput as refused:
        form.refuse(form.amount, _looser(refused))
        return _all(visit, form)
    return GoTo(f"{HERE}/{made.id}", _("Your promise is kept here. Nothing that was agreed has changed."))


def _looser(refused: BadInput) -> Said:
    """Say what the law says; Easy Read says it in fewer words."""
    if isinstance(refused, Looser):
        return _("{looser}", looser=refused.sentence, law=refused.law.said)
    return _("{no_amount}", no_amount=refused.sentence)


def _make(visit: Visit) -> Make:
    form = Make(visit, {"first_day": visit.today})
    form.rule.offer((rule_id, _(title).of("rules")) for rule_id, title in _promisable())
    return form


def _promisable() -> Iterator[tuple[str, str]]:
    """Rules with a stricter side, each once."""
    for rule_id in shipped().ids:
        newest = shipped().of(rule_id)[-1]
        if newest.bound is not Bound.EXACTLY:
            yield rule_id, newest.title


def _all(visit: Visit, form: Make) -> View:
    seen = actions.look_at_promises(visit.unit)
    return View("promises.html", "What we promise", {"promises": seen, "form": form, "today": visit.today})


def promise(visit: Visit) -> View:
    """Show one promise, and what is under it."""
    return _one(visit, actions.look_at_promise(visit.unit, visit.path["promise"]))


def send_end(visit: Visit) -> GoTo | View:
    """Give the promise its last day, or take it back."""
    seen = actions.look_at_promise(visit.unit, visit.path["promise"])
    if visit.form.get("do", "") == TakeBack.do:
        actions.take_back_promise(visit.unit, seen.made.id)
        return GoTo(HERE, _("The promise is taken back."))
    form = End(visit)
    if not form.valid():
        return _one(visit, seen, form)
    try:
        actions.end_promise(visit.unit, seen.made.id, form.last_day.value)
    except BadInput as refused:
        form.refuse(form.last_day, refused)
        return _one(visit, seen, form)
    return GoTo(f"{HERE}/{seen.made.id}", _("That is kept."))


def _known(picture: str) -> str:
    return picture if picture in NAMES else "notice"


def _one(visit: Visit, seen: SeenPromise, form: End | None = None) -> View:
    last = seen.made.last_day or max(visit.today, seen.made.first_day)
    facts = {
        "seen": seen,
        "rule_title": _(seen.made.title).of("rules"),
        "under": [(worded_said(one.said), one.path, _known(one.picture)) for one in seen.under],
        "form": form or End(visit, {"last_day": last}),
        "take_back": TakeBack(visit),
        "today": visit.today,
    }
    return View("promise.html", _("{promise}", promise=seen.made.said), facts)
