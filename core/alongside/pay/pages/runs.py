"""The pages on which pay is run: every run, and one with its totals, its list for a human and its papers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alongside.display import Said as _
from alongside.display import View
from alongside.display.wording import period as period_words
from alongside.enterprise import offers as enterprise
from alongside.money import pounds
from alongside.pay import actions
from alongside.pay.bureau import as_csv, file_name
from alongside.pay.matter import Kind
from alongside.pay.pages.papers import facts_of, paper_of
from alongside.web import GoTo, PdfAnswer, TableAnswer, Thinking
from alongside.web.forms import Fields, Hidden

if TYPE_CHECKING:
    from alongside.pay.actions import Seen
    from alongside.web import Visit


def overview(visit: Visit) -> View:
    """Show every run, and which period comes next."""
    following = actions.next_period(visit.unit)
    totals = actions.overview(visit.unit)
    runs = [
        {"total": one, "period": period_words(one.run.period), "path": f"/pay/runs/{one.run.id}"} for one in totals
    ]
    draft = any(not one.run.agreed for one in totals)
    facts = {"exact": pounds, "runs": runs, "draft": draft, "next": period_words(following) if following else ""}
    return View("pay.html", "Pay", facts)


def send_overview(visit: Visit) -> Thinking:
    """Work out the next run; a draft that was there gives way to it."""
    ready = actions.read(visit.unit)
    return Thinking(lambda: actions.work_out(ready), _kept)


def _kept(visit: Visit, worked: actions.Worked) -> GoTo:
    run = actions.keep(visit.unit, worked)
    return GoTo(f"/pay/runs/{run.id}", _("It is worked out. Look at it before you agree."))


class Agree(Fields):
    """Agreeing the run as it was shown."""

    do = "agree"
    version = Hidden()


def one(visit: Visit) -> View:
    """Show a run; that is noted, as it says what people earn."""
    return _page(visit, actions.look_at_run(visit.unit, visit.path["run"]))


def send_one(visit: Visit) -> GoTo | TableAnswer | Thinking:
    """Agree the run, work it out again, throw it away, or hand over the list for the payroll bureau."""
    run, what = visit.path["run"], visit.form.get("do", "")
    if what == "again":
        return send_overview(visit)
    if what == "away":
        actions.throw_away(visit.unit, run)
        return GoTo("/pay", _("The draft is thrown away. No hours are lost by it."))
    if what == "csv":
        seen = actions.look_at_run(visit.unit, run)
        places = {one.id: one.name for one in enterprise.all_businesses(visit.unit)}
        return TableAnswer(
            as_csv(seen.run, ((one.name, one.advice) for one in seen.paid), places).encode(), file_name(seen.run)
        )
    version = visit.form.get("version", "")
    agreed = actions.agree(visit.unit, run, int(version) if version.isdecimal() and len(version) <= 15 else 0)
    return GoTo(f"/pay/runs/{agreed.id}", _("This pay run is agreed. It stays as it is now."))


def _page(visit: Visit, seen: Seen) -> View:
    facts: dict[str, Any] = {
        "seen": seen,
        "exact": pounds,
        "period": period_words(seen.run.period),
        "over": visit.today > seen.run.last_day,
        "early": actions.made_early(visit.unit, seen.run),
        "stops": sum(matter.stops for _who, matter in seen.matters),
        "groups": _groups(seen),
        "places": {one.id: one.name for one in enterprise.all_businesses(visit.unit)},
        "minutes": sum(one.advice.minutes for one in seen.paid),
        "pence": sum(one.advice.pence for one in seen.paid),
        "agree": Agree(visit, {"version": str(seen.run.version)}, anew=True),
    }
    return View("run.html", _("Pay for {period}", period=facts["period"]), facts)


def _groups(seen: Seen) -> list[tuple[Kind, list[Any]]]:
    """What a human has to look at, kind by kind; first what stops the run."""
    kinds = dict.fromkeys(matter.kind for _who, matter in seen.matters)
    return [
        (kind, [(who, matter) for who, matter in seen.matters if matter.kind is kind])
        for kind in sorted(kinds, key=lambda one: list(Kind).index(one))
    ]


# --- one person's advice


def advice(visit: Visit) -> View:
    """Show what somebody is paid; that is noted."""
    run, paid = actions.advice_to_read(visit.unit, visit.path["advice"])
    facts = {**facts_of(visit.unit, run, paid), "on_page": True, "back": f"/pay/runs/{run.id}"}
    return View("somebodys_advice.html", _("The pay of {name}", name=paid.name), facts)


def send_advice(visit: Visit) -> Thinking:
    """Make the paper of somebody's advice, in the edition that she reads; that is noted."""
    run, paid = actions.advice_to_read(visit.unit, visit.path["advice"])
    made = paper_of(visit.unit, run, paid)
    return Thinking(made.make, lambda _later, pdf: PdfAnswer(pdf, made.file))
