"""Walks through what one brings to the café's rota: wishes, learning, and with whom."""

from .walk import Walk

WISHES = "SELECT count(*) FROM cafe_wish WHERE person = :person"
LEARNS = "SELECT skill FROM cafe_skill_wish WHERE person = :person AND side = 'learn'"
LIKES = "SELECT count(*) FROM cafe_beside WHERE person = :person"
NEVER = "SELECT count(*) FROM cafe_apart WHERE person = :person"
EARNS = "SELECT pence FROM cafe_own_limit WHERE person = :person"
EARNS_NOTHING = "SELECT count(*) FROM cafe_own_limit WHERE person = :person"
HERE = "/cafe/tideline-cafe"


def wish(hands, place):
    hands.arrive(f"{HERE}/wishes")
    before = place.asked(WISHES)
    hands.choose("I do not like to work then", name="kind")
    hands.tick("Monday")
    hands.follow("Keep this wish")
    assert place.asked(WISHES) == before + 1
    hands.follow("Take this away")
    assert place.asked(WISHES) == before


def learn(hands, place):
    hands.arrive(f"{HERE}/learning")
    hands.tick("till")
    hands.follow("Keep this")
    hands.sees("We know now what you want to learn.")
    assert place.asked(LEARNS) == "till"


def company(hands, place):
    hands.arrive(f"{HERE}/with-whom")
    hands.tick("Aoife Brennan")
    hands.follow("Keep this")
    hands.sees("We know now who you like to work with.")
    assert place.asked(LIKES) == 1


def never(hands, place):
    hands.arrive(f"{HERE}/with-whom")
    hands.write("Who do you never want to work with?", "Ben Hartley")
    hands.follow("Keep this for me")
    hands.sees("Only you can read it.")
    assert place.asked(NEVER) == 1
    hands.follow("Take this away")
    assert place.asked(NEVER) == 0


def most_to_earn(hands, place):
    hands.arrive(f"{HERE}/wishes")
    hands.follow("The most I want to earn")
    hands.write("What is the most that you want to earn in a week?", "173.50")
    hands.follow("Keep this for me")
    hands.sees("Only you can read it.")
    assert place.asked(EARNS) == 17350
    hands.follow("Take it away")
    assert place.asked(EARNS_NOTHING) == 0


def share_out(hands, place):
    hands.arrive(f"{HERE}/house-rules")
    hands.unfold("Share something more")
    hands.choose("Friday", name="day")
    hands.choose("When work starts after 12 o’clock", name="hours")
    hands.follow("Share this")
    hands.sees("We share this from now on.")
    assert "afternoon" in str(place.asked("SELECT rules FROM cafe_house_rules"))


ROOM = "/cafe/{the business}"
WALKS = (
    Walk(name="say when I like to work", steps=wish, who="Leah Osei", most=60, sends=(f"{ROOM}/wishes",)),
    Walk(
        name="say what I want to learn at work", steps=learn, who="Leah Osei", most=20, sends=(f"{ROOM}/learning",)
    ),
    Walk(
        name="say who I like to work with", steps=company, who="Leah Osei", most=60, sends=(f"{ROOM}/with-whom",)
    ),
    Walk(
        name="say the most I want to earn", steps=most_to_earn, who="Leah Osei", most=60, sends=(f"{ROOM}/most",)
    ),
    Walk(
        name="share one more kind of shifts out",
        steps=share_out,
        who="Marcus Bell",
        most=60,
        sends=(f"{ROOM}/house-rules",),
    ),
    Walk(name="say who I never work with", steps=never, who="Leah Osei", most=90, sends=(f"{ROOM}/with-whom",)),
)
