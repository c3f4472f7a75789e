"""A link by e-mail: asked for, opened, and spent by a button in the browser that asked."""

from __future__ import annotations

from alongside.display import Said as _
from alongside.display import View
from alongside.refusal import NotFound
from alongside.sign_in.actions.links import Letter, ask_for_link, come_in_by_link, whose_link
from alongside.sign_in.offers import TooOld
from alongside.web import Entered, GoTo, Visit
from alongside.web.cookies import STAYS
from alongside.web.forms import Fields, Line


class AskForLink(Fields):
    """Whom to write to."""

    address = Line(_("Your e-mail address"), autocomplete="email", keys="email")


def ask(visit: Visit) -> View:
    """Ask for the address."""
    if not visit.host.can_mail:
        raise NotFound("page", "/come-in/mail")
    return View("mail_ask.html", "Come in by e-mail", {"form": AskForLink(visit)})


def send(visit: Visit) -> View | GoTo:
    """Mail a link to whoever has this address; nobody learns whether there is anybody."""
    form = AskForLink(visit)
    if not visit.host.can_mail or not form.valid():
        return View("mail_ask.html", "Come in by e-mail", {"form": form})
    for letter in ask_for_link(visit.unit, form.address.value, visit.browser, visit.sender):
        _mail(visit, letter)
    return GoTo("/come-in/mail/sent")


def _mail(visit: Visit, letter: Letter) -> None:
    where = f"{visit.origin}/come-in/link/{letter.token}"
    visit.host.mail(
        visit.unit,
        letter.person.id,
        visit.part,
        _("Come in to {enterprise}", enterprise=visit.host.enterprise(visit.unit)),
        [
            _("Somebody has asked for this link. If it was you, open it in the same browser."),
            _("{link}", link=where),
            _("It works once, for a quarter of an hour. If it was not you, do nothing."),
        ],
    )


def sent(visit: Visit) -> View:  # noqa: ARG001 - the shape of a page
    """Say that a mail is on its way, if we know the address."""
    return View("mail_sent.html", "Look at your e-mail", {})


def link(visit: Visit) -> View:
    """Show a button: opening a link changes nothing, as programs that read mail open them too."""
    try:
        name = whose_link(visit.unit, visit.path["token"], visit.browser)
    except TooOld:
        return View("link_old.html", "This link works no more", {})
    return View("link.html", _("Hello {name}", name=name), {"token": visit.path["token"]})


def come_in(visit: Visit) -> Entered:
    """Spend the link."""
    token = come_in_by_link(visit.unit, visit.path["token"], visit.browser)
    return Entered("/", token=token, seconds=STAYS)
