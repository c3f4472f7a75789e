"""The page of a locked box: who holds its cards, trying them, handing one on, a lost key, and opening it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from alongside.decisions.actions import damaged, ending, key_cards, looking, lost_key
from alongside.decisions.level import Level
from alongside.decisions.life import ProposalState
from alongside.decisions.pages import card_paper
from alongside.decisions.pages.asking import VOTING_DAYS, evening
from alongside.decisions.pages.box_forms import (
    Again,
    HandOn,
    Holders,
    Lost,
    OpenBox,
    OpenWithout,
    TwoCards,
    with_people,
)
from alongside.decisions.pages.ending import ended
from alongside.decisions.pages.facts import asked_facts
from alongside.decisions.pages.on_record import told
from alongside.display import Said as _
from alongside.display import View
from alongside.people import offers as people
from alongside.refusal import BadInput, NotFound, worded
from alongside.web import GoTo, PdfAnswer, Thinking
from alongside.web.forms import Fields

if TYPE_CHECKING:
    from alongside.decisions.actions.key_cards import Planned
    from alongside.decisions.actions.looking import Seen
    from alongside.store import Unit
    from alongside.web import Visit


def box(visit: Visit) -> View:
    """Show who holds the cards, and to tellers what they can do with them now."""
    return _view(visit)


def _view(visit: Visit, wrong: Fields | None = None) -> View:
    seen = _seen(visit)
    cards = key_cards.cards_of(visit.unit, seen.proposal.id)
    forms = {form.act: form for form in _forms(visit, seen, made=bool(cards))}
    facts: dict[str, Any] = asked_facts(seen, visit.edition) | {
        "here": _path(visit, "/box"),
        "decision": _path(visit),
        "cards": [(card, holder) for card, holder in zip(cards, seen.holders, strict=True)],
        "mine": next((card for card in cards if card.holder == visit.actor.id), None),
        "seat_free": not any(card.seat for card in cards),
        "forms": forms | ({wrong.act: wrong} if wrong else {}),
        "damaged": damaged.said_damaged(visit.unit, seen.proposal.id),
        "lost": lost_key.said_lost(visit.unit, seen.proposal.id),
        "done": told(visit.unit, seen.proposal.id),
    }
    return View("box.html", "The locked box", facts)


def _seen(visit: Visit) -> Seen:
    seen = looking.look(visit.unit, visit.path["proposal"])
    if seen.proposal.level is not Level.LOCKED:
        none = worded("decisions", "Only a locked-box vote has one. Look at the page of the decision.")
        raise NotFound("locked box of", seen.proposal.title, none)
    return seen


def _forms(visit: Visit, seen: Seen, *, made: bool) -> Iterator[Fields]:
    if not seen.counts:
        return
    if seen.before_the_vote:
        yield with_people(visit, Holders(visit))
    is_open = seen.proposal.state is ProposalState.OPEN
    if made and (seen.before_the_vote or (is_open and not seen.voted)):
        yield TwoCards(visit)
    if made and (seen.before_the_vote or is_open):
        yield with_people(visit, HandOn(visit))
    if seen.waits_for_count:
        yield _open_box(visit, seen)
        if damaged.said_damaged(visit.unit, seen.proposal.id):
            yield _open_box(visit, seen, OpenWithout)
    if is_open:
        yield Lost(visit)
        usual = {"closes": visit.today + timedelta(days=VOTING_DAYS)}
        yield with_people(visit, Again(visit, usual))


def _open_box(visit: Visit, seen: Seen, kind: type[OpenBox] = OpenBox) -> OpenBox:
    form = kind(visit)
    if not seen.proposal.how.draws:
        del form.lot
    return form


def send(visit: Visit) -> GoTo | View | Thinking:
    """Do what the form of the page asks for; one that is wrong is shown again in its place."""
    act = visit.form.get("do", "")
    if act not in _ACTS:
        raise BadInput(worded("decisions", "This page cannot “{act}”. Open it again and choose there.", act=act))
    _seen(visit)
    done = _ACTS[act](visit, visit.path["proposal"])
    if isinstance(done, Fields):
        return _view(visit, done)
    return done if isinstance(done, Thinking) else GoTo(_path(visit, "/box"), done)


def _make(visit: Visit, proposal: str) -> Thinking | Fields:
    visit.unit.need("decisions.count")
    form = Holders(visit)
    with_people(visit, form)
    if not form.valid():
        return form
    planned = key_cards.plan_cards(visit.unit, proposal, form.chosen)
    return _printed(visit, planned, lambda unit: key_cards.issue_cards(unit, proposal, planned))


def _begin_again(visit: Visit, proposal: str) -> Thinking | Fields:
    visit.unit.need("decisions.count")
    form = Again(visit)
    with_people(visit, form)
    if not form.valid():
        return form
    planned, closes = lost_key.plan_again(visit.unit, proposal, form.chosen), evening(visit, form.closes)

    def begin(unit: Unit) -> None:
        lost_key.begin_again(unit, proposal, planned, closes)
        # Cards that are lost may be found; the daily round cleans, as somebody waits for the paper.
        visit.host.must_clean()

    return _printed(visit, planned, begin)


def _printed(visit: Visit, planned: Planned, put_in_force: Callable[[Unit], None]) -> Thinking:
    """The paper is made first: a key that is on no paper would seal votes for good."""
    asked = looking.look(visit.unit, visit.path["proposal"]).proposal
    names = people.names_of(visit.unit, planned.holders)
    html = card_paper.compose(
        visit.unit, asked, planned.shares, [names[one] for one in planned.holders], visit.today
    )
    again = _path(visit, "/box")

    def settle(later: Visit, pdf: bytes) -> PdfAnswer:
        put_in_force(later.unit)
        return PdfAnswer(pdf, card_paper.file_of(asked), again=again)

    return Thinking(lambda: card_paper.pdf(html), settle)


def _try(visit: Visit, proposal: str) -> _ | Fields:
    form = TwoCards(visit)
    if not form.valid():
        return form
    cards = key_cards.try_cards(visit.unit, proposal, form.typed)
    if all(card.tried for card in cards):
        return _("These two cards open the box. Now every card has worked once.")
    return _("These two cards open the box. Try the third one too.")


def _count(visit: Visit, proposal: str) -> Thinking | Fields:
    visit.unit.need("decisions.count")
    form = _open_box(visit, _seen(visit))
    if not form.valid():
        return form
    typed, lot = form.typed, form.lot.value if "lot" in form else ""
    return ended(
        visit, lambda place: ending.count(place, proposal, lot=lot, cards=typed), _("The votes are counted.")
    )


def _count_without(visit: Visit, proposal: str) -> Thinking | Fields:
    visit.unit.need("decisions.count")
    form = _open_box(visit, _seen(visit), OpenWithout)
    if not form.valid():
        return form
    facts = {
        "cards": form.typed,
        "without_damaged": form["why"].data,
        "lot": form.lot.value if "lot" in form else "",
    }
    return ended(visit, lambda place: ending.count(place, proposal, **facts), _("The votes are counted."))


def _hand_on(visit: Visit, proposal: str) -> _ | Fields:
    form = HandOn(visit)
    with_people(visit, form)
    if not form.valid():
        return form
    key_cards.hand_on(visit.unit, proposal, int(form.number.value), form.to.value, form.why.value)
    return _("It is noted who holds the card now. Both of you are named on this page.")


def _lost(visit: Visit, proposal: str) -> _ | Fields:
    form = Lost(visit)
    if not form.valid():
        return form
    lost_key.say_lost(visit.unit, proposal, form.why.value)
    return _("It is on record. Another teller can begin the vote again.")


def _seat(visit: Visit, proposal: str) -> _:
    key_cards.take_seat(visit.unit, proposal)
    return _("You have the seat for lived experience. Everybody can read it.")


def _leave(visit: Visit, proposal: str) -> _:
    key_cards.take_seat(visit.unit, proposal, leave=True)
    return _("You have left the seat. You hold your card as before.")


_ACTS: Mapping[str, Callable[[Visit, str], _ | Fields | Thinking]] = {
    "make": _make,
    "try": _try,
    "count": _count,
    "count_without": _count_without,
    "hand_on": _hand_on,
    "lost": _lost,
    "again": _begin_again,
    "seat": _seat,
    "leave": _leave,
}


def _path(visit: Visit, page: str = "") -> str:
    return visit.link(f"/decisions/{visit.path['proposal']}{page}")
