"""What somebody is asked for after her card: chosen by herself, compared, and taken away when she forgot it."""

from __future__ import annotations

from alongside.messages.message import Sentence
from alongside.messages.outbox import write_to
from alongside.refusal import NotAllowed, NotFound
from alongside.sign_in import offers
from alongside.sign_in.actions.coming_in import Shown
from alongside.sign_in.extra import Extra, Kind
from alongside.store import Unit

KIND = "extra"
"""The name under which wrong guesses are counted."""


def _(key: str, picture: str) -> Sentence:
    """Name a sentence in the way by which the counter of missing wordings finds it."""
    return Sentence(key=key, picture=picture)


def look_at_my_extra(unit: Unit) -> Extra | None:
    """Return what the one who acts is asked for after her card.

    Raises:
        NotWithAHelper: where somebody has come in with her.
    """
    unit.need_alone()
    return offers.extra_of(unit, unit.actor.id)


def choose_extra(unit: Unit, kind: Kind, digest: str) -> None:
    """Ask the one who acts for this after her card from now on.

    Raises:
        NotWithAHelper: where somebody has come in with her.
    """
    unit.need_alone()
    offers.set_extra(unit, unit.actor.id, kind, digest)


def stop_my_extra(unit: Unit) -> None:
    """Ask the one who acts for nothing more than her card.

    Raises:
        NotWithAHelper: where somebody has come in with her.
    """
    unit.need_alone()
    offers.remove_extra(unit, unit.actor.id)


def who_may_have_forgotten(unit: Unit) -> list[str]:
    """Return those from whom the one who acts may take it away: everybody's, or of those whom she supports."""
    asked = offers.with_an_extra(unit)
    return [one for one in asked if one != unit.actor.id and _may_take(unit, one)]


def _may_take(unit: Unit, person: str) -> bool:
    return unit.may("sign_in.ways") or offers.may_visit(unit, person, unit.actor.id)


def take_extra_away(unit: Unit, person: str) -> None:
    """Ask somebody who forgot it for her card alone; what it was nobody can read. She is told.

    Raises:
        NotWithAHelper: in a visit in which the one who acts is helped herself.
        NotAllowed: for anybody but a steward, or a supporter who may start visits for her.
        NotFound: where she is asked for nothing.
    """
    unit.need_alone()
    if not _may_take(unit, person):
        raise NotAllowed(unit.actor.name, "sign_in.ways")
    if not offers.remove_extra(unit, person):
        raise NotFound("pictures or number of this person", person)
    lines = [_("Your card alone opens your pages again.", picture="card")]
    lines.append(_("You can choose new pictures or a new number.", picture="key"))
    title = _("Your card is enough again", picture="card")
    key = f"sign_in:extra:{person}:{unit.now.isoformat()}"
    write_to(unit, person, key, "sign_in", title, lines, path="/ways-in/extra")


# --- coming in


def asked_for(unit: Unit, shown: Shown) -> Extra | None:
    """Return what whoever has shown a card is asked for: on a device that many use, if she has chosen that."""
    return offers.extra_of(unit, shown.person.id) if shown.device.shared else None


def extra_to_compare(unit: Unit, shown: Shown, sender: str) -> str:
    """Return the digest that has to fit.

    Raises:
        TooManyGuesses: where there were too many wrong ones.
    """
    offers.refuse_too_many(unit, KIND, shown.person.id, sender)
    held = asked_for(unit, shown)
    return held.digest if held else ""


def extra_was_wrong(unit: Unit, shown: Shown, sender: str) -> None:
    """Count the guess."""
    offers.guessed_wrong(unit, KIND, shown.person.id, sender)
