"""Something more than the card: asked for on a shared device; chosen, stopped and taken away on other pages."""

from __future__ import annotations

from alongside.display import Said as _
from alongside.display import View
from alongside.refusal import BadInput
from alongside.sign_in import password as digests
from alongside.sign_in.actions import coming_in, extras
from alongside.sign_in.actions.coming_in import Shown
from alongside.sign_in.extra import LONGEST, MANY, PICTURES, Kind, read_number, read_pictures
from alongside.sign_in.pages.showing import entered
from alongside.web import GoTo, Keep, Keeping, Noted, Thinking, Visit
from alongside.web.forms import Fields, Secret

HERE, MINE = "/card/extra", "/ways-in/extra"
WRONG = _("That does not fit. Please try once more.")


class Number(Fields):
    """The number that she has chosen."""

    do = "number"
    number = Secret(_("Your number"), keys="numeric", longest=LONGEST, autocomplete="off")


class NewNumber(Fields):
    """A number, twice."""

    do = "number"
    number = Secret(
        _("A number of 4 to 8 digits"),
        hint=_("Not 1234, and not the same digit again and again."),
        keys="numeric",
        longest=LONGEST,
        autocomplete="off",
    )
    again = Secret(_("The same again"), keys="numeric", longest=LONGEST, autocomplete="off")

    def check(self) -> None:
        """It has to be one that will do, the same both times."""
        try:
            read_number(self.number.value)
        except BadInput as refused:
            self.refuse(self.number, refused)
        if self.number.value != self.again.value:
            self.refuse(self.again, _("This is not the same. Write it again."))


def picked(visit: Visit) -> tuple[str, ...]:
    """Return the pictures that were pressed so far, in their order; none that is not offered."""
    pressed = (*visit.form.every("chosen"), visit.form.get("picture", ""))
    return tuple(one for one in pressed if one in PICTURES)[:MANY]


# --- after the card


def ask(visit: Visit) -> View | GoTo:
    """Ask for what she has chosen."""
    shown = _shown(visit)
    return _asking(visit, shown) if shown else GoTo("/card")


def send(visit: Visit) -> View | GoTo | Noted | Thinking:
    """Take another picture, or compare what was said with no unit open, and let her in where it fits."""
    shown = _shown(visit)
    if shown is None or visit.form.get("do") == "away":
        return Keeping("/card", keeps=(Keep("card"),))
    said = _said(visit)
    if not said:
        return Noted(_asking(visit, shown), status=200)
    digest = extras.extra_to_compare(visit.unit, shown, visit.sender)
    return Thinking(lambda: digest if digests.fits(digest, said) else "", _settle)


def _shown(visit: Visit) -> Shown | None:
    try:
        shown = coming_in.look_at_card(visit.unit, visit.kept.get("card", ""), visit.kept.get("device", ""))
    except BadInput:
        return None
    return shown if extras.asked_for(visit.unit, shown) else None


def _said(visit: Visit) -> str:
    if visit.form.get("do") == "number":
        return "".join(visit.form.get("number", "").split())
    chosen = picked(visit)
    return " ".join(chosen) if len(chosen) == MANY else ""


def _settle(visit: Visit, digest: str) -> View | GoTo | Noted:
    shown = _shown(visit)
    if shown is None:
        return GoTo("/card")
    if digest:
        return entered(visit, shown, extra=digest)
    extras.extra_was_wrong(visit.unit, shown, visit.sender)
    return Noted(_asking(visit, shown, mistake=WRONG))


def _asking(visit: Visit, shown: Shown, *, mistake: _ | None = None) -> View:
    held, again = extras.asked_for(visit.unit, shown), mistake or visit.form.get("do") == "again"
    number, chosen = held is not None and held.kind is Kind.NUMBER, () if again else picked(visit)
    facts = {
        "number": number,
        "form": Number(visit),
        "chosen": chosen,
        "pictures": PICTURES,
        "many": MANY,
        "mistakes": {"": mistake} if mistake else {},
    }
    # The heading tells how far she has come: nothing else on the page says so to those who hear it.
    picture = _("Picture {n} of {many}", n=len(chosen) + 1, many=MANY)
    return View("extra.html", _("Write your number") if number else picture, facts)


# --- her own choice


def mine(visit: Visit) -> View:
    """Show what she is asked for, and what she can choose."""
    return _mine(visit, NewNumber(visit))


def _mine(visit: Visit, form: NewNumber) -> View:
    held = extras.look_at_my_extra(visit.unit)
    chosen = picked(visit) if visit.form.get("do") == "picture" else ()
    facts = {
        "kind": held.kind.value if held else "",
        "choose": visit.query.get("choose", ""),
        "form": form,
        "chosen": chosen,
        "pictures": PICTURES,
        "many": MANY,
    }
    return View("my_extra.html", _title(chosen), facts)


def _title(chosen: tuple[str, ...]) -> _:
    """How far she has come with her pictures; what the page is about before that."""
    if not chosen:
        return _("Something more than my card")
    if len(chosen) == MANY:
        return _("These are your pictures")
    return _("Choose picture {n} of {many}", n=len(chosen) + 1, many=MANY)


def choose(visit: Visit) -> View | GoTo | Noted | Thinking:
    """Take another picture, keep what was chosen, or stop it."""
    do = visit.form.get("do", "")
    if do == "stop":
        extras.stop_my_extra(visit.unit)
        return GoTo(MINE, _("Your card is enough again."))
    if do == "keep":
        return _keeping(Kind.PICTURES, read_pictures(picked(visit)))
    form = NewNumber(visit)
    if do == "number" and form.valid():
        return _keeping(Kind.NUMBER, read_number(form.number.value))
    shown = _mine(visit, form)
    return shown if do == "number" else Noted(shown, status=200)


def _keeping(kind: Kind, said: str) -> Thinking:
    def settle(visit: Visit, digest: str) -> GoTo:
        extras.choose_extra(visit.unit, kind, digest)
        return GoTo(MINE, _("That is kept. We ask for it after your card."))

    return Thinking(lambda: digests.digest_of(said), settle)
