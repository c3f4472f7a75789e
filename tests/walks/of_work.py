"""Walks through my work: what I bring and want, my job coach, and how fast my hours grow."""

from .walk import Walk


def words(hands, place):
    hands.menu("My work")
    hands.follow("Say it in my words")
    hands.choose("What I want from work", name="about")
    hands.write("Your words", "I want to work near the sea")
    hands.follow("Keep this")
    hands.sees("I want to work near the sea.")
    said = "SELECT count(*) FROM placements_own_words WHERE person = :person AND words LIKE 'I want to work near%'"
    assert place.asked(said) == 1


def coach(hands, place):
    hands.menu("My work")
    hands.follow("Change my job coach")
    hands.choose("Owen Blake", name="coach")
    hands.follow("Choose")
    hands.sees("You have chosen your job coach.")
    chosen = "SELECT max(coach) FROM placements_coaching WHERE person = :person AND last_day > '2027-11-01'"
    assert place.asked(chosen) == place.of("Owen Blake")


def slower(hands, place):
    hands.menu("My work")
    hands.follow("My hours step by step")
    hands.choose("I want to go more slowly.", name="pace")
    hands.follow("Send this")
    hands.sees("Nobody has answered yet.")
    assert place.asked("SELECT pace FROM placements_hours_wish WHERE person = :person") == "slower"


WALKS = (
    Walk(name="say what I want", steps=words, who="Sam Whitlock", most=40, sends=("/my-work/words",)),
    Walk(name="choose my job coach", steps=coach, who="Jacob Stern", most=40, sends=("/my-work/coach",)),
    Walk(
        name="ask to go more slowly",
        steps=slower,
        who="Sam Whitlock",
        most=40,
        sends=("/my-work/hours/{placement}",),
        quick=True,
    ),
)
