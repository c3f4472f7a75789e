"""What signing in lends to others inside their unit. The caller was checked."""

from alongside.sign_in.offers.cards import (
    card_of,
    card_with,
    cards_of,
    every_card,
    hold_card,
    issue,
    revoke,
    serial_for,
)
from alongside.sign_in.offers.devices import (
    device_by_id,
    device_with,
    enrol,
    give_up,
    hold_device,
    our_devices,
    own_devices,
)
from alongside.sign_in.offers.forgetting import KEPT, forget, forget_old
from alongside.sign_in.offers.sessions import (
    begin,
    end,
    end_all_of,
    end_begun_with,
    end_on,
    every_session,
    going_on,
)

__all__ = [
    "KEPT",
    "begin",
    "card_of",
    "card_with",
    "cards_of",
    "device_by_id",
    "device_with",
    "end",
    "end_all_of",
    "end_begun_with",
    "end_on",
    "enrol",
    "every_card",
    "every_session",
    "forget",
    "forget_old",
    "give_up",
    "going_on",
    "hold_card",
    "hold_device",
    "issue",
    "our_devices",
    "own_devices",
    "revoke",
    "serial_for",
]
