"""A device that has locked itself: its owner's card opens it again, and what she has sent goes on from there."""

from __future__ import annotations

from alongside.display import Said as _
from alongside.display import View
from alongside.refusal import BadInput, worded
from alongside.sign_in.actions import locking
from alongside.sign_in.actions.coming_in import NoSuchCard
from alongside.web import GoTo, Noted, Told, Visit
from alongside.web.locked import SENT, TITLE

SHOW_IT_AGAIN = _("This card does not open this. Show it once more.").of("sign_in")

Answer = GoTo | Noted | Told | View


def ask(visit: Visit) -> GoTo | View:
    """Ask for the card of whoever has left this device."""
    return _locked(visit, "/") if visit.visitor.locked else GoTo("/")


def send(visit: Visit) -> Answer:
    """Take what the page's script says, or a card that was shown on the page itself."""
    said = visit.form.get("do", "")
    return _told(visit, said) if said in _TOLD else _shown(visit)


# --- with a script, which covers the page and keeps it


def _told(visit: Visit, said: str) -> Told:
    if not visit.visitor.session:
        return Told({"is": "gone"})
    return Told({"is": _TOLD[said](visit)})


def _stands(visit: Visit) -> str:
    return "locked" if visit.visitor.locked else "open"


def _lock(visit: Visit) -> str:
    locking.lock(visit.unit, visit.visitor.session)
    return "locked"


def _card(visit: Visit) -> str:
    try:
        locking.unlock(visit.unit, visit.visitor.session, visit.form.get("card", ""))
    except NoSuchCard:
        return "none"
    except locking.SomebodyElses:
        return "other"
    return "open"


_TOLD = {"here": _stands, "lock": _lock, "card": _card}


# --- without one


def _shown(visit: Visit) -> Answer:
    """Open it by the card that was typed here, or go on where one was shown to the camera meanwhile."""
    to, typed = visit.form.get("to", "/"), visit.form.get("card", "")
    if not visit.visitor.session:
        return GoTo("/card")
    if not visit.visitor.locked:
        return _on(visit, to)
    try:
        locking.unlock(visit.unit, visit.visitor.session, typed)
    except locking.SomebodyElses:
        return _locked(visit, to, other=typed)
    except NoSuchCard:
        return _locked(visit, to, mistake=SHOW_IT_AGAIN)
    return _on(visit, to)


def _sent(visit: Visit) -> tuple[tuple[str, str], ...]:
    return tuple((name.removeprefix(SENT), text) for name, text in visit.form.pairs if name.startswith(SENT))


def _on(visit: Visit, to: str) -> GoTo | Noted:
    """Go on to what was asked for; what was sent is sent on by a button, as it may change something."""
    try:
        onward = GoTo(to)
    except ValueError as elsewhere:
        raise BadInput(
            worded("sign_in", "This does not lead to one of our pages. Open the page again.")
        ) from elsewhere
    if not visit.form.get("posted"):
        return onward
    return Noted(View("send_on.html", "You are back", {"to": onward.path, "sent": _sent(visit)}))


def _locked(visit: Visit, to: str, *, other: str = "", mistake: _ | None = None) -> View:
    facts = {
        "to": to,
        "sent": _sent(visit),
        "posted": bool(visit.form.get("posted")),
        "other": other,
        "mistake": mistake,
    }
    return View("locked.html", TITLE, {**facts, "mistakes": {"card": mistake} if mistake else {}})
