"""The pages of one's own pay: every advice, and each as a page and a paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alongside.display import View
from alongside.display.wording import period as period_words
from alongside.money import pounds
from alongside.pay import actions
from alongside.pay.pages.papers import facts_of, paper_of, title_of
from alongside.refusal import NotFound
from alongside.web import PdfAnswer, Thinking

if TYPE_CHECKING:
    from alongside.pay.actions import Paid
    from alongside.pay.advice import Run
    from alongside.web import Visit


def my_pay(visit: Visit) -> View:
    """Show the visitor's own advices, the newest first."""
    advices = [
        {"advice": one, "period": period_words(run.period), "path": visit.link(f"/my-pay/{one.id}")}
        for run, one in actions.my_advices(visit.unit)
    ]
    return View("my_pay.html", "My pay", {"advices": advices, "exact": pounds})


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
