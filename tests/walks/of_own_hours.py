"""Walks about work that is one's own affair: what a shift would change, and how many hours are enough."""

from .walk import Walk

CHOSEN = "SELECT count(*) FROM benefits_own_choice WHERE person = :person"
LONGER = "SELECT count(*) FROM placements_opt_out WHERE person = :person AND taken_back_on IS NULL"
DAYS_OFF = "SELECT standing FROM placements_leave_wish WHERE person = :person AND first_day = '2027-08-08'"
MOST = "SELECT minutes FROM placements_most_hours WHERE person = :person"


def what_if(hands, place):
    hands.unfold("More days")
    hands.follow("What if I take this shift?")
    hands.follow("Choose for me alone")
    hands.tick("Permitted work")
    hands.follow("Keep this for me")
    hands.sees("We keep it for you alone.")
    assert place.asked(CHOSEN) == 1
    hands.arrive("/what-if/mine")
    hands.follow("Take it away")
    hands.sees("We keep nothing.")
    assert place.asked(CHOSEN) == 0


def most_hours(hands, place):
    hands.arrive("/my-work/most-hours")
    hands.write("How many hours a week are enough for you?", "15:59")
    hands.follow("Tell the people who plan")
    assert place.asked(MOST) == 15 * 60 + 59
    hands.follow("Take this back")
    assert place.asked(MOST) is None


def longer_weeks(hands, place):
    hands.arrive("/my-work/most-hours")
    hands.follow("Longer weeks")
    hands.tick("Yes, I want longer weeks.")
    hands.follow("Sign this")
    assert place.asked(LONGER) == 1
    hands.follow("Take this back")
    hands.sees("You took it back.")
    assert place.asked(LONGER) == 0


def days_off(hands, place):
    hands.arrive("/my-work/days-off")
    hands.follow("Ask for days off")
    hands.write("What is the first day?", "08082027")
    hands.write("What is the last day?", "08082027")
    hands.follow("Ask for these days")
    hands.sees("You have asked. Somebody will answer you.")
    hands.sees("We have not answered yet.")
    assert place.asked(DAYS_OFF) == "waiting"
    hands.follow("Take this back")
    hands.sees("You took it back.")
    assert place.asked(DAYS_OFF) == "back"


WALKS = (
    Walk(
        name="ask for days off",
        steps=days_off,
        who="Archie Nolan",
        most=26,
        sends=("/my-work/days-off", "/my-work/days-off/ask"),
        quick=True,
    ),
    Walk(name="see what a shift changes", steps=what_if, who="Archie Nolan", most=44, sends=("/what-if/mine",)),
    Walk(
        name="say how many hours are enough",
        steps=most_hours,
        who="Archie Nolan",
        most=16,
        sends=("/my-work/most-hours",),
    ),
    Walk(
        name="say yes to longer weeks, and take it back",
        steps=longer_weeks,
        who="Archie Nolan",
        most=24,
        sends=("/my-work/longer-weeks",),
    ),
)
