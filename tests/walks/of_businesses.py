"""Walks through studio and courses: book and cancel, join and leave, say what I want to learn."""

import re

from .walk import Walk

TIME = re.compile("o’clock|half past|quarter")


def book(hands, _place):
    hands.menu("Book the studio")
    hands.follow("1 hour")
    hands.follow("Wednesday 25 November")
    hands.follow(hands.page.locator("main a").filter(has_text=TIME).first.inner_text())
    assert hands.heading == "Is this right?"
    hands.follow("Book it")
    hands.menu("Book the studio")
    hands.follow("My bookings")
    hands.follow("Change it")
    hands.follow("Cancel it")


def join(hands, place):
    hands.menu("Courses")
    hands.follow("What is it like?")
    hands.follow(hands.page.locator("main form button").first.inner_text())
    assert place.asked("SELECT count(*) FROM training_enrolment WHERE person = :person")


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
    Walk(name="say what I want to learn", steps=learn, who="Molly Jarvis", most=32, sends=(f"{HERE}/learning",)),
)
