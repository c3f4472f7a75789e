"""What holders of key cards are told: that they hold one, and when it has done its work or is worth nothing."""

from __future__ import annotations

from alongside.decisions.actions.letters import _, what_is_asked, write
from alongside.decisions.proposal import Proposal
from alongside.messages import outbox
from alongside.store import Unit


def holds_card(unit: Unit, about: Proposal, person: str, public: str) -> None:
    """Tell somebody that she holds a key card of a locked box from now on."""
    lines = (
        what_is_asked(about),
        _("Two of the three cards together open the box.", "key"),
        _("Keep your card where nobody else finds it.", "shield"),
        _("Bring it when the votes are counted.", "ballot"),
    )
    write(unit, about, person, f"holds-card:{about.id}:{public[:16]}", _("You hold a key card"), *lines)


def card_is_spent(unit: Unit, about: Proposal, person: str) -> None:
    """Ask somebody to tear up her key card: the vote is counted."""
    outbox.replaced(unit, f"decisions:holds-card:{about.id}:", person)
    tear = _("The votes are counted. Please **tear up** your key card.", "key")
    title = _("Your key card has done its work")
    write(unit, about, person, f"card-spent:{about.id}", title, what_is_asked(about), tear)


def old_card(unit: Unit, about: Proposal, person: str, public: str) -> None:
    """Ask somebody to tear up a key card: there are new ones, and it opens nothing that counts any more."""
    outbox.replaced(unit, f"decisions:holds-card:{about.id}:{public[:16]}", person)
    tear = _("There are **new** key cards. Please **tear up** your old one.", "key")
    write(unit, about, person, f"old-card:{about.id}:{public[:16]}", _TEAR_UP, what_is_asked(about), tear)


def card_of_withdrawn(unit: Unit, about: Proposal, person: str) -> None:
    """Ask somebody to tear up her key card: the vote was withdrawn, and there is nothing to open."""
    outbox.replaced(unit, f"decisions:holds-card:{about.id}:", person)
    lines = (_("Nobody votes on this any more.", "changed"), _("Please **tear up** your key card.", "key"))
    write(unit, about, person, f"card-spent:{about.id}", _TEAR_UP, what_is_asked(about), *lines)


_TEAR_UP = _("Please tear up a key card")
