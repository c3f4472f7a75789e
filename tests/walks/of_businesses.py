"""Walks through studio and courses: book and cancel, join and leave, say what I want to learn."""

import re

from .walk import Walk

TIME = re.compile("o’clock|half past|quarter")


def book(hands, _place):
    hands.menu("Book the studio")
    hands.follow("1 hour")
    hands.follow("Wednesday 25 November")
    a_time(hands)
    assert hands.heading == "Is this right?"
    hands.follow("Book it")
    hands.menu("Book the studio")
    hands.follow("My bookings")
    hands.follow("Change it")
    hands.follow("Cancel it")


def change(hands, place):
    when = "SELECT starts FROM studio_booking WHERE person = :person ORDER BY id DESC"
    hands.menu("Book the studio")
    hands.follow("1 hour")
    hands.follow("Thursday 26 November")
    a_time(hands)
    hands.follow("Book it")
    hands.sees("This time is yours.")
    before = place.asked(when)
    hands.follow("Another time")
    hands.follow("Friday 27 November")
    a_time(hands)
    hands.follow("Move it")
    hands.sees("The day is Friday 27 November")
    assert place.asked(when) != before


def a_time(hands):
    """Whichever time of the day comes first."""
    hands.follow(hands.page.locator("main a").filter(has_text=TIME).first.inner_text())


def join(hands, place):
    hands.menu("Courses")
    hands.follow("What is it like?")
    hands.follow(hands.page.locator("main form button").first.inner_text())
    assert place.asked("SELECT count(*) FROM training_enrolment WHERE person = :person")


def leave(hands, place):
    join(hands, place)
    hands.sees("You have a place")
    hands.write("What can we do better?", "Begin later.")
    hands.follow("Give my place back")
    hands.sees("You have given your place back, and that is fine.")
    left = "SELECT count(*) FROM training_enrolment WHERE person = :person AND state = 'left'"
    assert place.asked(left) == 1


def learn(hands, place):
    hands.menu("Courses")
    hands.follow("My learning")
    hands.choose("Lead a meeting", name="course")
    hands.follow("I want to learn this")
    assert place.asked("SELECT count(*) FROM training_wish WHERE person = :person")


HERE = "/training/{the business}"
STUDIO = "/studio/{the business}"
WALKS = (
    Walk(
        name="book the studio and cancel it",
        steps=book,
        who="Sam Whitlock",
        most=85,
        sends=(f"{STUDIO}/book", f"{STUDIO}/booking/{{booking}}"),
    ),
    Walk(name="join a course", steps=join, who="Noel Ashby", most=26, sends=(f"{HERE}/courses/{{run}}",)),
    Walk(
        name="change a booking",
        steps=change,
        who="Jonah Price",
        most=78,
        sends=(f"{STUDIO}/book",),
    ),
    Walk(name="leave a course", steps=leave, who="Abel Santos", most=28, sends=(f"{HERE}/courses/{{run}}",)),
    Walk(name="say what I want to learn", steps=learn, who="Molly Jarvis", most=32, sends=(f"{HERE}/learning",)),
)
