"""“How I come in”: a person's own password, second step, passkeys, and where she is signed in."""

from __future__ import annotations

import segno

from alongside.display import Said as _
from alongside.display import View
from alongside.refusal import BadInput, NotFound, worded
from alongside.sign_in import password as passwords
from alongside.sign_in.actions import own_ways, passkeys
from alongside.sign_in.actions import passwords as choosing
from alongside.sign_in.pages.passkey import place_of, site_of
from alongside.sign_in.second_step import address
from alongside.web import GoTo, Noted, Thinking, Visit
from alongside.web.forms import Fields, Line, Secret

TITLE = "How I come in"


class NewPassword(Fields):
    """A password, twice."""

    do = "password"
    first = Secret(
        _("A new password"),
        hint=_("At least 12 characters. Three or four words make a good one."),
        autocomplete="new-password",
    )
    again = Secret(_("The same again"), autocomplete="new-password")

    def check(self) -> None:
        """Both have to be the same."""
        if self.first.value != self.again.value:
            self.refuse(self.again, _("This is not the same. Write it again."))


class NewStep(Fields):
    """The first code of an app."""

    do = "step"
    code = Line(_("The 6 digits that your app shows"), autocomplete="one-time-code", keys="numeric", longest=20)


def show(visit: Visit) -> View | GoTo:
    """Show the ways in that she has, and what she can add; beside somebody who helps, who that may be."""
    if visit.visitor.helper:
        return GoTo("/ways-in/visits")
    return _view(visit, NewPassword(visit))


def _view(visit: Visit, form: NewPassword) -> View:
    ways, sessions = own_ways.look_at_my_ways(visit.unit)
    site = site_of(visit)
    facts = {
        "form": form,
        "ways": ways,
        "sessions": sessions,
        "here": visit.visitor.session,
        "site": site,
        "options": passkeys.options_to_add(visit.unit, site, visit.host.enterprise(visit.unit)) if site else "",
    }
    return View("ways.html", TITLE, facts)


def send(visit: Visit) -> View | GoTo | Thinking:
    """Choose a password, add or remove a passkey, or leave everywhere else."""
    act = visit.form.get("do", "")
    if act == "password":
        return _choose(visit)
    if act == "passkey":
        title = visit.form.get("title", "")
        passkeys.add_passkey(visit.unit, visit.form.get("answer", ""), title, place_of(visit))
        return GoTo("/ways-in", _("The passkey is kept. You can come in with it."))
    if act == "remove":
        passkeys.remove_passkey(visit.unit, visit.form.get("passkey", ""))
        return GoTo("/ways-in", _("The passkey is gone."))
    if act == "give-up":
        choosing.give_up_password(visit.unit, visit.actor.id)
        return GoTo("/ways-in", _("The password and the second step are gone."))
    if act == "elsewhere":
        own_ways.leave_everywhere_else(visit.unit, visit.visitor.session)
        return GoTo("/ways-in", _("You are signed in here, and nowhere else."))
    raise BadInput(worded("sign_in", "Nothing was chosen. Press one of the buttons."))


def _choose(visit: Visit) -> View | Thinking:
    form = NewPassword(visit)
    if not form.valid():
        return _view(visit, form)
    typed = form.first.value
    passwords.check(typed, visit.visitor.name)
    return Thinking(lambda: passwords.digest_of(typed), _keep)


def _keep(visit: Visit, digest: str) -> GoTo:
    form = NewPassword(visit)
    form.valid()
    choosing.choose_password(visit.unit, form.first.value, digest)
    own_ways.leave_everywhere_else(visit.unit, visit.visitor.session)
    if own_ways.look_at_my_ways(visit.unit)[0].second_step:
        return GoTo("/ways-in", _("The new password is kept."))
    return GoTo("/ways-in/second-step", _("The password is kept. It works once you have done the second step."))


# --- the second step


def step(visit: Visit) -> View | GoTo:
    """Show what the app is to read. It is made by a button, as a page that is opened changes nothing."""
    held = choosing.second_step_now(visit.unit)
    return _step_view(visit, NewStep(visit), held.secret if held and not held.agreed else "")


def _step_view(visit: Visit, form: NewStep, secret: str) -> View:
    facts = {"form": form, "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)), "code": ""}
    if secret:
        where = address(secret, visit.visitor.name, visit.host.enterprise(visit.unit))
        facts["code"] = segno.make(where, error="m").svg_data_uri(border=3, scale=5)
    return View("second_step.html", "The second step", facts)


def send_step(visit: Visit) -> View | Noted | GoTo:
    """Begin, or take the first code; the spare codes are then shown, this once."""
    if visit.form.get("do") == "begin":
        choosing.begin_second_step(visit.unit)
        return GoTo("/ways-in/second-step")
    held = choosing.second_step_now(visit.unit)
    if held is None or held.agreed:
        raise NotFound("second step", "to agree on")
    form = NewStep(visit)
    if not form.valid():
        return _step_view(visit, form, held.secret)
    codes = choosing.agree_on_second_step(visit.unit, form.code.value, visit.sender)
    if codes is None:
        form.refuse(form.code, _("This code does not fit. Wait for the next one in your app."))
        return Noted(_step_view(visit, form, held.secret))
    shown = View("spare_codes.html", "Your spare codes", {"codes": [_grouped(code) for code in codes]})
    return Noted(shown, status=200)


def _grouped(code: str) -> str:
    return f"{code[:5]}-{code[5:]}"
