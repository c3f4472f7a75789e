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
    hands.sees("You have a job coach now.")
    chosen = "SELECT max(coach) FROM placements_coaching WHERE person = :person AND last_day > '2027-11-01'"
    assert place.asked(chosen) == place.of("Owen Blake")


def slower(hands, place):
    hands.menu("My work")
    hands.follow("How my hours grow")
    hands.choose("I want to go more slowly.", name="pace")
    hands.follow("Send this")
    hands.sees("We have not answered yet.")
    assert place.asked("SELECT pace FROM placements_hours_wish WHERE person = :person") == "slower"


def talk(hands, place):
    hands.menu("My work")
    hands.follow("A talk about my work")
    hands.write("How is your work?", "I like the mornings")
    hands.follow("Keep my words")
    hands.sees("We have kept your words.")
    said = "SELECT says FROM placements_review WHERE person = :person AND held_on IS NULL"
    assert place.asked(said) == "I like the mornings"


def helps(hands, place):
    hands.menu("My work")
    hands.follow("What helps me at work")
    hands.write("What helps you at work?", "A lamp at my place")
    hands.choose("The place", name="barrier")
    # Not the list of those who could do it, which names her too.
    hands.go("Priya Raman", name="readers")
    hands.press("Space")
    hands.follow("Keep it")
    hands.sees("A lamp at my place")
    kept = "SELECT readers FROM placements_adjustment WHERE person = :person AND words = 'A lamp at my place'"
    assert place.of("Priya Raman") in place.asked(kept)
    hands.follow("It is done")
    hands.sees("Somebody did it on")


def ending(hands, place):
    hands.menu("My work")
    hands.follow("What I take with me")
    hands.write("What did you learn here?", "I learned to tune a guitar")
    hands.choose("To learn something", name="going")
    hands.follow("Keep this")
    hands.sees("We have kept your words.")
    assert place.asked("SELECT next FROM placements_ending WHERE person = :person") == "learning"


def lasting(hands, place):
    hands.menu("My work")
    hands.follow("Say what you think of it")
    hands.choose("In part", name="wanted")
    hands.write("What do you want to say?", "I want more mornings")
    hands.follow("Keep this")
    hands.sees("We have kept your words.")
    said = "SELECT wanted FROM placements_outcome WHERE person = :person AND words = 'I want more mornings'"
    assert place.asked(said) == "partly"


WALKS = (
    Walk(
        name="say whether I want this work",
        steps=lasting,
        who="Sam Whitlock",
        most=32,
        sends=("/my-work/lasting/{outcome}",),
    ),
    Walk(name="say it first", steps=talk, who="Sam Whitlock", most=28, sends=("/my-work/review/{placement}",)),
    Walk(
        name="write down what helps me",
        steps=helps,
        who="Sam Whitlock",
        most=48,
        sends=("/my-work/changes", "/my-work/changes/{adjustment}"),
        quick=True,
    ),
    Walk(
        name="say what I take with me",
        steps=ending,
        who="Sam Whitlock",
        most=36,
        sends=("/my-work/ending/{placement}",),
    ),
    Walk(name="say what I want", steps=words, who="Sam Whitlock", most=34, sends=("/my-work/words",)),
    Walk(name="choose my job coach", steps=coach, who="Jacob Stern", most=34, sends=("/my-work/coach",)),
    Walk(
        name="ask to go more slowly",
        steps=slower,
        who="Sam Whitlock",
        most=30,
        sends=("/my-work/hours/{placement}",),
        quick=True,
    ),
)
