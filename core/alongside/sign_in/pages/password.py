"""Coming in by a password and a code."""

from __future__ import annotations

from alongside.display import Said as _
from alongside.display import View
from alongside.sign_in import password as passwords
from alongside.sign_in.actions.passwords import (
    come_in_by_code,
    half,
    password_to_compare,
    password_was_right,
    password_was_wrong,
)
from alongside.web import Entered, GoTo, Noted, Thinking, Visit
from alongside.web.cookies import STAYS
from alongside.web.forms import Fields, Line, Secret


class ComeIn(Fields):
    """Who, and the password."""

    name = Line(_("Your name or e-mail address"), autocomplete="username")
    password = Secret(_("Your password"), autocomplete="current-password")


class Code(Fields):
    """The second step."""

    code = Line(
        _("The code"),
        hint=_("The 6 digits in your app, or one of your spare codes."),
        autocomplete="one-time-code",
        longest=40,
    )


def ask(visit: Visit) -> View:
    """Ask for name and password."""
    return View("password.html", "Come in with a password", {"form": ComeIn(visit)})


def send(visit: Visit) -> View | Thinking:
    """Compare the password with no unit open, as that takes its time on purpose; then go on to the second step."""
    form = ComeIn(visit)
    if not form.valid():
        return View("password.html", "Come in with a password", {"form": form})
    person, digest = password_to_compare(visit.unit, form.name.value, visit.sender)
    typed = form.password.value
    return Thinking(lambda: person if passwords.fits(digest, typed) else "", _settle)


def _settle(visit: Visit, person: str) -> GoTo | Noted:
    form = ComeIn(visit)
    form.valid()
    if person:
        token = password_was_right(visit.unit, person, form.name.value, visit.sender, visit.browser)
        return GoTo(f"/come-in/code/{token}")
    password_was_wrong(visit.unit, form.name.value, visit.sender)
    form.refuse(form.password, _("The name or the password does not fit."))
    return Noted(View("password.html", "Come in with a password", {"form": form}))


def ask_code(visit: Visit) -> View:
    """Ask for the second step."""
    half(visit.unit, visit.path["token"], visit.browser)
    return View("code.html", "The second step", {"form": Code(visit)})


def send_code(visit: Visit) -> View | Noted | Entered:
    """Take the code."""
    form = Code(visit)
    if not form.valid():
        return View("code.html", "The second step", {"form": form})
    token = come_in_by_code(visit.unit, visit.path["token"], form.code.value, visit.browser, visit.sender)
    if token:
        return Entered("/", token=token, seconds=STAYS)
    form.refuse(form.code, _("This code does not fit. Wait for the next one, or use a spare code."))
    return Noted(View("code.html", "The second step", {"form": form}))
