"""Walks of somebody who volunteers: asking for what it cost, and being thanked by name."""

from .walk import Walk

ASKED = "SELECT count(*) FROM volunteering_expense WHERE person = :person AND amount = 470 AND state = 'waiting'"
THANKED = "SELECT count(*) FROM volunteering_thanks WHERE person = :person"


def expense(hands, place):
    hands.menu("My work")
    hands.unfold("Other pages")
    hands.follow("Money back")
    hands.choose("Travel", name="cost")
    hands.write("How much did you pay?", "4.70")
    hands.tick("I really paid this.")
    hands.follow("Ask for this money")
    hands.sees("We have told them.")
    assert place.asked(ASKED) == 1


def thanks(hands, place):
    hands.arrive("/my-expenses")
    hands.follow("Thank me with my name")
    hands.sees("We keep your choice.")
    assert place.asked(THANKED) == 1


WALKS = (
    Walk(name="ask for what it cost", steps=expense, who="Fergus Boyd", most=42, sends=("/my-expenses",)),
    Walk(name="be thanked by name", steps=thanks, who="Fergus Boyd", most=22),
)
