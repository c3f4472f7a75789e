"""Walks through the door: a card, a locked screen, and out again."""

from urllib.parse import urlsplit

from .walk import Walk

WORDS = "harbour lantern cabbage"


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


def instead(hands, place):
    """The camera of a tablet reads her card where somebody else has not finished."""
    hands.type(place.card_of("Malik Johnson"))
    hands.press_on("Enter")
    hands.arrive(urlsplit(place.card()).path)
    hands.sees("Are you Tess")
    hands.follow("Yes, let me in")
    assert hands.heading == "Somebody has not finished here"
    hands.follow("Yes, finish it and let me in")
    assert hands.heading == "My week"
    ended = "SELECT count(*) FROM sign_in_session WHERE person = :who AND ended IS NULL"
    assert place.asked(ended, who=place.of("Malik Johnson")) == 0


def mail(hands, place):
    hands.follow("Come in by e-mail")
    hands.write("Your e-mail address", place.email)
    hands.follow("Send me the link")
    hands.sees("We send an e-mail if we know you.")
    hands.arrive(place.link_in_the_mail())
    hands.follow("Come in")
    assert hands.heading == "My week"


def password(hands, place):
    secret = place.comes_in_with(WORDS)
    hands.follow("Come in with a password")
    hands.write("Your name or e-mail address", place.name)
    hands.write("Your password", WORDS)
    hands.follow("Go on")
    hands.sees("The password is right.")
    hands.write("The code", place.code_now(secret))
    hands.follow("Come in")
    assert hands.heading == "My week"


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
    Walk(
        name="come in where somebody has not finished",
        steps=instead,
        who="Tess Holloway",
        most=12,
        sends=("/card", "/card/instead"),
        tablet=True,
    ),
    Walk(
        name="come in by e-mail",
        steps=mail,
        who="Malik Johnson",
        most=20,
        sends=("/come-in/mail", "/come-in/link/{token}"),
        at_home=True,
    ),
    Walk(
        name="come in with a password",
        steps=password,
        who="Tess Holloway",
        most=20,
        sends=("/come-in/password", "/come-in/code/{token}"),
        at_home=True,
    ),
)
