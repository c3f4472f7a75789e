"""The pages of one's own pay: every advice, and each as a page and a paper."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from alongside.display import View
from alongside.display.wording import period as period_words
from alongside.enterprise import offers as enterprise
from alongside.money import pounds
from alongside.pay import actions
from alongside.pay.pages.papers import facts_of, paper_of, title_of
from alongside.placements import offers as placements
from alongside.placements.job import Job, jobs_of
from alongside.refusal import NotFound
from alongside.web import PdfAnswer, Thinking

if TYPE_CHECKING:
    from alongside.pay.actions import Paid
    from alongside.pay.advice import Run
    from alongside.web import Visit

LATELY = timedelta(days=365)
"""How long the rate before the last change is shown."""


def my_pay(visit: Visit) -> View:
    """Show the visitor's own advices, the newest first."""
    advices = [
        {"advice": one, "period": period_words(run.period), "path": visit.link(f"/my-pay/{one.id}")}
        for run, one in actions.my_advices(visit.unit)
    ]
    facts = {"advices": advices, "exact": pounds, "jobs": _jobs(visit)}
    return View("my_pay.html", "My pay", facts)


def _jobs(visit: Visit) -> list[dict[str, Any]]:
    """The visitor's paid jobs that are not over, each with what she gets an hour and from when."""
    jobs = jobs_of(one for one in placements.placements_of(visit.unit, visit.actor.id) if one.paid)
    return [
        {"business": enterprise.business(visit.unit, job.business).name, "rates": _rates(job, visit.today)}
        for job in jobs
        if not job.over(visit.today)
    ]


def _rates(job: Job, today: date) -> list[dict[str, Any]]:
    """What she got before the last change of her rate, gets now, and will get, each with its days."""
    here = job.part_on(today)
    before = [one for one in job.placements if one.first_day < here.first_day]
    lately = before[-1:] if today - here.first_day <= LATELY else []
    return [
        {
            "pence": one.rate,
            "from_day": one.first_day if one.first_day > today else None,
            "until": one.last_day if one in before else None,
            "since": one.first_day if one is here and before else None,
        }
        for one in (*lately, here, *job.after(here))
    ]


def advice(visit: Visit) -> View:
    """Show one of the visitor's own advices."""
    run, paid = _own(visit)
    facts = {
        **facts_of(visit.unit, run, paid),
        "on_page": True,
        "paper": visit.link(f"/my-pay/{paid.advice.id}/paper"),
    }
    return View("own_advice.html", title_of(run), facts)


def paper(visit: Visit) -> Thinking:
    """Make the paper of one of the visitor's own advices, as she reads it here."""
    run, paid = _own(visit)
    made = paper_of(visit.unit, run, paid, visit.edition)
    return Thinking(made.make, lambda _later, pdf: PdfAnswer(pdf, made.file))


def _own(visit: Visit) -> tuple[Run, Paid]:
    """Her own advice alone: those who run pay have pages of their own, on which it is noted."""
    run, paid = actions.advice_to_read(visit.unit, visit.path["advice"])
    if paid.advice.person != visit.actor.id:
        raise NotFound("pay advice of yours", visit.path["advice"], "My pay shows those that there are.")
    return run, paid
