"""Coming in by a passkey; it takes a script, and a name that is no bare network address."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from alongside.display import Said as _
from alongside.display import View
from alongside.sign_in.actions.passkeys import Place, come_in_by_passkey, options_to_come_in
from alongside.web import Entered, Noted, Visit
from alongside.web.cookies import STAYS


def site_of(visit: Visit) -> str:
    """Return the name that passkeys are made for; empty where the page is open under a bare network address."""
    name = urlsplit(visit.origin).hostname or ""
    try:
        ip_address(name)
    except ValueError:
        return name
    return ""


def place_of(visit: Visit) -> Place:
    """Return where a key is shown, and what it was asked to sign."""
    return Place(name=site_of(visit), origin=visit.origin, mark=visit.mark)


def ask(visit: Visit) -> View:
    """Offer the button that asks the browser for a key."""
    site = site_of(visit)
    facts = {"site": site, "options": options_to_come_in(site) if site else "", "mistake": None}
    return View("passkey.html", "Come in with a passkey", facts)


def send(visit: Visit) -> View | Noted | Entered:
    """Take what the key has signed."""
    answer = visit.form.get("answer", "")
    if not site_of(visit) or not answer:
        return ask(visit)
    token = come_in_by_passkey(visit.unit, answer, place_of(visit), visit.sender)
    if token:
        return Entered("/", token=token, seconds=STAYS, once=True)
    shown = ask(visit)
    wrong = _("This passkey does not fit. Try once more, or come in another way.")
    return Noted(View(shown.template, shown.title, {**shown.facts, "mistake": wrong, "mistakes": {"": wrong}}))
