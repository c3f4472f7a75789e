"""Walks about how one comes in: where one is signed in, one's card, what is asked after it, who comes along."""

from .walk import Walk

PICTURES = ("boat", "cup", "fish", "train")
HERE = "SELECT count(*) FROM sign_in_session WHERE person = :person AND ended IS NULL"


def ways(hands, place):
    """By one's own name at the top of every page."""
    hands.follow(place.name)
    hands.follow("How I come in")


def leave_elsewhere(hands, place):
    place.signed_in_elsewhere()
    assert place.asked(HERE) == 2
    ways(hands, place)
    hands.follow("Leave all other places")
    assert place.asked(HERE) == 1


def second_step(hands, place):
    ways(hands, place)
    hands.unfold("Choose a new password")
    hands.write("A new password", "harbour lantern cabbage")
    hands.write("The same again", "harbour lantern cabbage")
    hands.follow("Keep this password")
    hands.follow("Begin")
    hands.write("The 6 numbers in your app", place.code_now(hands.page.inner_text("code.letters")))
    hands.follow("This is the code")
    hands.sees("Write these codes down now.")
    hands.follow("I have them")
    hands.sees("8 codes are left.")


def stop_card(hands, place):
    place.card()
    hands.unfold("Other pages")
    hands.follow("How I come in")
    hands.follow("My card")
    hands.follow("Stop my card")
    hands.sees("No card opens your pages.")


def nobody_visits(hands, place):
    ways(hands, place)
    hands.follow("Who comes in with me")
    hands.follow("Nobody can start a visit for me")
    assert place.asked("SELECT count(*) FROM sign_in_no_visits WHERE person = :person") == 1


def choose_pictures(hands, place):
    ways(hands, place)
    hands.follow("Something more than my card")
    hands.follow("4 pictures")
    for one in PICTURES:
        hands.follow(one)
    hands.follow("Keep these")


def pictures(hands, place):
    choose_pictures(hands, place)
    assert place.asked("SELECT count(*) FROM sign_in_extra WHERE person = :person") == 1


def pictures_after_card(hands, place):
    place.chooses(PICTURES)
    hands.type(place.card())
    hands.press_on("Enter")
    for one in PICTURES:
        hands.follow(one)
    assert hands.heading == "My week"


def _not_asked_about(hands, place):
    """The words that lead to the newest time that was not asked about yet; the demo has her ask about one."""
    asked = "SELECT count(*) FROM placements_hours_question WHERE person = :person AND claim = :claim"
    for one in hands.page.locator('main a[href^="/hours/"]').all():
        if not place.asked(asked, claim=one.get_attribute("href").rpartition("/")[2]):
            return one.inner_text()
    raise AssertionError("everything was asked about already")


def hours(hands, place):
    hands.menu("My work")
    hands.unfold("Other pages")
    hands.follow("My hours")
    hands.follow(_not_asked_about(hands, place))
    hands.choose("I was there for a longer time.", name="what")
    hands.write("What do you want to say?", "I tidied up.")
    hands.follow("Ask about it")
    hands.sees("I tidied up.")
    asked = "SELECT count(*) FROM placements_hours_question WHERE person = :person AND words = 'I tidied up.'"
    assert place.asked(asked) == 1


WALKS = (
    Walk(name="sign out everywhere else", steps=leave_elsewhere, who="Nora Finch", most=20, sends=("/ways-in",)),
    Walk(
        name="choose a password and a second step",
        steps=second_step,
        who="Hugo Salter",
        most=40,
        sends=("/ways-in", "/ways-in/second-step"),
    ),
    Walk(name="stop my lost card", steps=stop_card, who="Oscar Lindley", most=22, sends=("/my-card",)),
    Walk(name="let nobody visit", steps=nobody_visits, who="Ivy Prentice", most=25, sends=("/ways-in/visits",)),
    Walk(name="choose four pictures", steps=pictures, who="Esme Clarke", most=78, sends=("/ways-in/extra",)),
    Walk(
        name="come in with card and pictures",
        steps=pictures_after_card,
        who="Isaac Field",
        most=55,
        sends=("/card/extra",),
        tablet=True,
    ),
    Walk(name="ask about my hours", steps=hours, who="Sam Whitlock", most=37, sends=("/hours/{claim}",)),
)
