"""Walks through the door: a card, a locked screen, and out again."""

from .walk import Walk


def card(hands, place):
    hands.type(place.card())
    hands.press_on("Enter")
    assert hands.heading == "My week"


def finish(hands, place):
    card(hands, place)
    hands.follow("I have finished")
    assert place.asked("SELECT count(*) FROM sign_in_session WHERE person = :person AND ended IS NULL") == 0


def locked(hands, place):
    held = place.card()
    hands.type(held)
    hands.press_on("Enter")
    hands.unfold("Other pages")
    hands.follow("Reminders")
    hands.tick("Before a vote ends")
    place.lock()
    hands.follow("Keep my choices")
    assert hands.heading == "This is locked"
    hands.write("Your card", held)
    hands.press_on("Enter")
    hands.follow("Send it now")


WALKS = (
    Walk(
        name="come in with my card",
        steps=card,
        who="Nora Finch",
        most=2,
        sends=("/card",),
        tablet=True,
        quick=True,
    ),
    Walk(
        name="say that I have finished",
        steps=finish,
        who="Oscar Lindley",
        most=18,
        sends=("/finished",),
        tablet=True,
    ),
    Walk(
        name="go on at a locked screen", steps=locked, who="Poppy Greene", most=34, sends=("/locked",), tablet=True
    ),
)
