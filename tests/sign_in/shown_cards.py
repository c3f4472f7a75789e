"""What a reader types of a card, for all tests that show one."""

from alongside.sign_in.card import path_of
from alongside.testing.browsing import HERE


def typed(secret):
    """The form that a reader fills in."""
    return {"card": f"{HERE}{path_of(secret)}"}
