"""Showing a card: to a reader that types, or to the tablet's camera, which opens the address on it."""

from __future__ import annotations

from alongside.display import Said as _
from alongside.display import View
from alongside.people.offers.faces import face_of
from alongside.refusal import BadInput
from alongside.sign_in import offers
from alongside.sign_in.actions import coming_in
from alongside.sign_in.actions.coming_in import Shown
from alongside.sign_in.actions.leaving import leave
from alongside.sign_in.card import secret_in
from alongside.sign_in.device import SECONDS
from alongside.web import Entered, GoTo, Keep, Keeping, PassedOn, Visit

A_MOMENT = 120
"""Seconds for which a browser keeps a card that was shown, until somebody presses the button."""

FOR_MORE = 900
"""The same, where she is asked for something more: nobody is hurried."""

OWN_DEVICE = 90 * 24 * 3600
"""Seconds for which somebody stays signed in on a telephone of her own."""

_SAID: dict[type[BadInput], _] = {
    coming_in.NoSuchCard: _("This card does not open this. Show it once more, or ask for a new one."),
    coming_in.NotByACardAlone: _("A card alone does not open what managers and stewards do. Come in another way."),
}


def from_camera(visit: Visit) -> PassedOn:
    """Take the card that the camera has read out of the address, before anything is shown or done."""
    return PassedOn("/card", keeps=(_for_a_moment(visit.path["card"]),))


def _for_a_moment(typed: str) -> Keep:
    # Whatever else was read is no card, and is kept as something that is none.
    return Keep("card", secret_in(typed) or "none", A_MOMENT)


def ask(visit: Visit) -> View:
    """Ask for a card; where the camera has read one, ask whose it is whether she wants to come in."""
    try:
        shown = _shown(visit, visit.kept.get("card", "")) if visit.kept.get("card") else None
    except BadInput as refused:
        return _asking(visit, _SAID.get(type(refused)))
    return _asking(visit, None, shown)


def _shown(visit: Visit, typed: str) -> Shown:
    return coming_in.look_at_card(visit.unit, typed, visit.kept.get("device", ""))


def _asking(visit: Visit, mistake: _ | None, shown: Shown | None = None) -> View:
    ours = offers.device_with(visit.unit, visit.kept.get("device", ""))
    facts = {
        "ours": ours,
        "face": face_of(shown.person) if shown else None,
        "mistake": mistake,
        "mistakes": {"card": mistake} if mistake else {},
    }
    return View("card.html", "Show your card", facts)


def show(visit: Visit) -> GoTo | View:
    """Let whoever has shown her card come in; where somebody else has not finished, ask first."""
    if visit.form.get("do") == "away":
        return Keeping("/card", keeps=(Keep("card"),))
    typed = visit.form.get("card") or visit.kept.get("card", "")
    try:
        if visit.visitor.session and coming_in.is_hers(visit.unit, visit.visitor.session, typed):
            # Perhaps it has locked itself: her card opens it again, on whatever it is shown to.
            offers.note_seen(visit.unit, visit.visitor.session)
            return Keeping("/", keeps=(Keep("card"),))
        shown = _shown(visit, typed)
        if visit.visitor.session:
            return Keeping("/card/instead", keeps=(_for_a_moment(typed),))
        if offers.extra_of(visit.unit, shown.person.id) and shown.device.shared:
            return _more(visit)
        return entered(visit, shown)
    except BadInput as refused:
        return _asking(visit, _SAID.get(type(refused)))


def ask_instead(visit: Visit) -> GoTo | View:
    """Say that somebody has not finished, and what becomes of it if somebody else comes in."""
    if not visit.visitor.session or not visit.kept.get("card"):
        return GoTo("/card")
    return View("card_instead.html", "Somebody has not finished here")


def come_in_instead(visit: Visit) -> GoTo:
    """End what goes on here, and let whoever has shown her card come in."""
    shown = _shown(visit, visit.form.get("card") or visit.kept.get("card", ""))
    if offers.extra_of(visit.unit, shown.person.id) and shown.device.shared:
        return _more(visit)
    return entered(visit, shown)


def _more(visit: Visit) -> Keeping:
    """Go on to what she has chosen to be asked for after her card."""
    typed = visit.form.get("card") or visit.kept.get("card", "")
    return Keeping("/card/extra", keeps=(Keep("card", secret_in(typed) or "none", FOR_MORE),))


def entered(visit: Visit, shown: Shown, *, extra: str = "") -> Entered:
    """Let her in; whoever was here has left."""
    if visit.visitor.session:
        leave(visit.unit, visit.visitor.session)
    token = coming_in.come_in(visit.unit, shown, extra=extra)
    still_ours = Keep("device", visit.kept.get("device", ""), SECONDS)
    return Entered("/", token=token, seconds=None if shown.device.shared else OWN_DEVICE, keeps=(still_ours,))
