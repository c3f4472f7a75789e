"""Cards, for whoever makes them: who has one, printing new ones, and stopping one that is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from alongside.display import Said as _
from alongside.display import View
from alongside.people.offers.faces import face_of
from alongside.sign_in.actions import cards as actions
from alongside.sign_in.actions.cards import Holder, Planned
from alongside.sign_in.pages.card_paper import PrintedCard, cards_pdf
from alongside.web import GoTo, PdfAnswer, Thinking, Visit
from alongside.web.reached import LOOPBACK


def cards(visit: Visit) -> View:
    """Show who has a card and who has none."""
    return _view(visit, {})


def send(visit: Visit) -> GoTo | View | Thinking:
    """Print cards for those who were ticked or for all who have none, or stop one."""
    if visit.form.get("stop"):
        return _stop(visit, visit.form["stop"])
    wanted = _without(visit) if visit.form.get("do") == "all" else visit.form.every("person")
    if not wanted:
        return _view(visit, {"people": _("Tick whose card you want to print.")})
    return _printing(visit, actions.plan_cards(visit.unit, wanted))


def _without(visit: Visit) -> tuple[str, ...]:
    return tuple(one.person.id for one in actions.look_at_cards(visit.unit) if one.may and one.card is None)


def _stop(visit: Visit, person: str) -> GoTo:
    actions.revoke_card(visit.unit, person)
    return GoTo("/cards", _("The card opens nothing any more. Whoever came in with it has been signed out."))


def _printing(visit: Visit, planned: Sequence[Planned]) -> Thinking:
    """The paper is made first: a card on no paper would stand in the place of one that somebody has."""
    owner, words = visit.host.enterprise(visit.unit), visit.host.words(visit.unit)
    cards, today = [printed(one) for one in planned], visit.today
    photos = visit.host.photos.handed_over(one.face.photo for one in cards)

    def think() -> bytes:
        return cards_pdf(cards, origin=visit.origin, owner=owner, made_on=today, words=words, photos=photos)

    def settle(later: Visit, pdf: bytes) -> PdfAnswer:
        actions.issue_cards(later.unit, planned)
        return PdfAnswer(pdf, f"cards-{today.isoformat()}.pdf", again="/cards")

    return Thinking(think, settle)


def printed(planned: Planned) -> PrintedCard:
    """Return what stands on a card: the name she wants there, else her first one, as somebody else may find it."""
    face = face_of(planned.person)
    name = planned.wished or face.first_name
    return PrintedCard(face=face, name=name, secret=planned.secret, serial=planned.serial)


def _view(visit: Visit, mistakes: Mapping[str, _]) -> View:
    holders = actions.look_at_cards(visit.unit)
    facts = {
        "without": [_row(one) for one in holders if one.card is None],
        "with_card": [_row(one) for one in holders if one.card is not None],
        "origin": visit.origin,
        "near": (urlsplit(visit.origin).hostname or "") in LOOPBACK,
        "ticked": visit.form.every("person"),
        "mistakes": mistakes,
    }
    return View("cards.html", "Cards", facts)


def _row(one: Holder) -> dict[str, object]:
    return {"face": face_of(one.person), "card": one.card, "may": one.may}
