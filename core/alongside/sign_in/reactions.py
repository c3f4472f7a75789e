"""What signing in does when a person is erased or asks for what is held of her, and when a day begins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alongside.display import Said
from alongside.plugin import hook
from alongside.sign_in import offers
from alongside.sign_in.actions import leaving
from alongside.sign_in.kept_words import WORDS
from alongside.sign_in.tables import ONE_TIMES, SECOND_STEPS, one_time, second_step
from alongside.store import Unit


@hook
def daily_round(unit: Unit) -> None:
    """Forget who was here long ago, and links and guesses that are of no use; end what roles have outgrown."""
    leaving.end_all_by_card_alone(unit)
    offers.forget_old(unit)


@hook
def roles_changed(unit: Unit, person: str) -> None:
    """Have her browsers given other secrets, and end what is too weak: it shall not grow with what she may do."""
    leaving.end_by_card_alone(unit, person)
    offers.ask_to_turn(unit, person)


@hook
def person_erased(unit: Unit, person: str) -> None:
    """End her sessions, forget when she was here, and take every way in of hers away."""
    offers.forget(unit, person)


@hook
def person_exported(unit: Unit, person: str) -> dict[str, Any]:
    """Hand over when she was here, and when she came in beside somebody; no secret, and nobody else's name."""
    cards, own = offers.every_card(unit, person), offers.own_devices(unit, person)
    extra = offers.extra_of(unit, person)
    return {
        "name_on_card": offers.names_on_cards(unit, [person]).get(person),
        "nobody_may_visit": offers.nobody_may_visit(unit, person),
        "after_the_card": {"asked_for": extra.kind.value, "chosen": extra.set_at} if extra else None,
        "cards": [{"serial": one.serial, "printed": one.printed_on, "revoked": one.revoked_on} for one in cards],
        "devices": [{"name": one.name, "enrolled": one.enrolled_on, "revoked": one.revoked_on} for one in own],
        "sessions": [
            {"begun": one.begun, "ended": one.ended, "way": one.way.value, "helped": one.person != person}
            for one in offers.every_session(unit, person)
        ],
        "passkeys": [
            {"title": one.title, "made": one.made, "used": one.used} for one in offers.passkeys_of(unit, person)
        ],
        "has_second_step": bool(unit.find(SECOND_STEPS, second_step.c.person == person)),
        "links_waiting": [
            {"made": one.made, "used": one.spent} for one in unit.find(ONE_TIMES, one_time.c.person == person)
        ],
        "has_password": offers.password_of(unit, person) is not None,
    }


@hook
def kept_words() -> Mapping[str, Said]:
    """Say what the keys are called by which a person is handed what is kept of her."""
    return WORDS
