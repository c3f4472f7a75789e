"""Walks through the days of a week: what I do today, what changed, my news and reminders, when I can work."""

from datetime import UTC, datetime, timedelta

from alongside.messages.message import Changed, Sentence
from alongside.messages.outbox import write_to
from alongside.testing.demo import TODAY

from .walk import Walk

TEN = datetime(TODAY.year, TODAY.month, TODAY.day, 10, tzinfo=UTC)


def week(hands, _place):
    hands.sees("Today Monday 23 November")
    hands.unfold("More days")
    hands.sees("Friday 27 November")
    hands.follow("The week after")
    hands.sees("This week starts on")
    hands.follow("This week")


def changed(hands, place):
    with place.unit() as unit:
        line = Sentence(key="It is so.", changed=Changed(day=TODAY, before=(TEN, TEN + timedelta(hours=5))))
        write_to(unit, place.person, "walk", "diary", Sentence(key="Changed"), [line])
    hands.arrive("/week")
    hands.sees("has changed.")
    hands.follow("I have seen it")
    hands.sees("You have seen it.")


def calendar(hands, place):
    hands.unfold("More days")
    hands.follow("My work on my phone")
    hands.follow("Make an address")
    hands.sees("Keep it for yourself.")
    assert place.asked("SELECT count(*) FROM diary_feed WHERE person = :person") == 1


def news(hands, _place):
    hands.follow("Read my news")
    new = hands.page.get_by_role("button", name="I have read it")
    before = new.count()
    hands.follow("I have read it")
    assert new.count() == before - 1


def reminders(hands, _place):
    hands.unfold("Other pages")
    hands.follow("Reminders")
    hands.tick("Before a vote ends")
    hands.follow("Keep my choices")
    assert not hands.page.get_by_label("Before a vote ends").is_checked()


def can_work(hands, _place):
    hands.menu("Who works when")
    hands.unfold("Other pages")
    hands.follow("When I can work")
    hands.tick("Sunday")
    hands.follow("Save")


def report(hands, _place):
    hands.arrive("/?edition=easy")
    hands.menu("Reports")
    hands.sees("A report tells how it went.")
    assert hands.take("Easy Read report").startswith(b"%PDF")


def my_pay(hands, _place):
    hands.menu("My work")
    hands.unfold("Other pages")
    hands.follow("My pay")
    hands.sees("October 2026")
    hands.follow("See more")
    hands.sees("You worked")
    hands.sees("Is something not right?")


WALKS = (
    Walk(name="see my week", steps=week, who="Sam Whitlock", most=22, quick=True),
    Walk(name="read what changed", steps=changed, who="Leah Osei", most=10, sends=("/week",)),
    Walk(
        name="see my work in my own calendar", steps=calendar, who="Sam Whitlock", most=30, sends=("/my-calendar",)
    ),
    Walk(name="read my pay", steps=my_pay, who="Sam Whitlock", most=28),
    Walk(name="read my news", steps=news, who="Sam Whitlock", most=18, sends=("/news",), quick=True),
    Walk(name="choose my reminders", steps=reminders, who="Sam Whitlock", most=26, sends=("/news/reminders",)),
    Walk(name="read a report", steps=report, who="Delia Marsh", most=20),
    Walk(
        name="say when I can work",
        steps=can_work,
        who="Sam Whitlock",
        most=44,
        sends=("/cafe/{the business}/availability",),
    ),
)
