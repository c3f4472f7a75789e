"""The list of people to ring: who, which number, what to say, and a button for what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from alongside.display import Edition, View
from alongside.display import Said as _
from alongside.house.messages.actions import ringing
from alongside.house.messages.telling import Voice, all_told, voice
from alongside.messages.call import Result
from alongside.people import offers as people
from alongside.refusal import BadInput
from alongside.reports.pdf import make_pdf
from alongside.web import GoTo, PdfAnswer, Thinking

if TYPE_CHECKING:
    from alongside.store import Unit
    from alongside.web import Visit

NOTED = {
    Result.REACHED: _("Noted: **{name}** knows."),
    Result.LEFT_MESSAGE: _("Noted: you left a message for **{name}**."),
    Result.TRY_AGAIN: _("Noted: **{name}** stays on the list."),
}


def ring(visit: Visit) -> View:
    """Show who is to be rung."""
    speaks = voice(visit.unit, visit.host.display, visit.today)
    return View("ring.html", "People to ring", {"calls": list(calls(visit.unit, speaks))})


def calls(unit: Unit, speaks: Voice) -> Iterator[dict[str, Any]]:
    """Yield what stands on the list for each person, in Easy Read words: they are good to say."""
    listed = ringing.ring_list(unit)
    callers = people.names_of(unit, [call.rung_by for one in listed for call in one.tried if call.rung_by])
    for one in listed:
        yield {
            "person": one.person,
            "listens": one.listens,
            "quiet": one.quiet,
            "resting": one.resting,
            "say": [speaks.plain(told, Edition.EASY)[1:] for told in all_told(speaks, one.messages, Edition.EASY)],
            "tried": [(call.at, callers.get(call.rung_by or "", "")) for call in one.tried],
        }


def send_ring(visit: Visit) -> GoTo:
    """Note what came of a call."""
    who = people.present(visit.unit, visit.form.get("person", ""))
    result = next((one for one in Result if one.value == visit.form.get("result")), None)
    if result is None:
        raise BadInput("what came of the call was not said", remedy="Press one of the buttons.")
    ringing.rang(visit.unit, who.id, result)
    return GoTo("/messages/ring", _(NOTED[result].key, name=who.name))


def paper(visit: Visit) -> Thinking:
    """Make the list as a paper, to lie beside a phone. It is not kept in the folder."""
    speaks = voice(visit.unit, visit.host.display, visit.today)
    html = visit.host.display.render(
        "messages",
        View("ring_paper.html", "People to ring", {"calls": list(calls(visit.unit, speaks))}),
        frame="paper",
        words=speaks.words,
        zone=speaks.zone,
        enterprise=speaks.enterprise,
    )
    return Thinking(
        lambda: make_pdf(html), lambda _later, pdf: PdfAnswer(pdf, f"people-to-ring-{visit.today}.pdf")
    )
