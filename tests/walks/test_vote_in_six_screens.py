"""A vote from the card to the receipt in Easy Read on a phone: how many screens, and how many words on each.

Words are those to be seen in the page's own part when it has opened. What is folded away is not on the screen: it
is one press further. What stands there for those alone who hear the page is not counted.
"""

import sys
from datetime import UTC, datetime, timedelta

import pytest

from alongside.diary import offers as diary
from alongside.diary.claim import Purpose

from .walk import Walk

pytestmark = pytest.mark.browser

MOST_SCREENS, MOST_WORDS = 6, 50
BY_CARD = Walk(name="vote by card", steps=lambda *_: None, who="Sam Whitlock", most=30, tablet=True)
TEN = datetime(2026, 11, 23, 10, tzinfo=UTC)


def screens(hands, place):
    """Each screen with its words, from the one where the card is shown to the receipt."""
    seen = [(hands.heading, hands.words)]

    def see():
        seen.append((hands.heading, hands.words))

    hands.type(place.card())
    hands.press_on()
    see()
    hands.follow("Vote now")
    see()
    hands.follow("Vote now")
    see()
    hands.follow("On the beach")
    see()
    hands.follow("Send my vote")
    see()
    return seen


def test_vote_takes_six_screens_of_few_words_from_the_card_to_the_receipt(place, chromium, capsys):
    hands = place.hands(chromium, BY_CARD)
    seen, faults, presses = screens(hands, place), hands.faults, hands.presses
    hands.close()
    with capsys.disabled():
        rows = "".join(f"\n  {words:3} words  {name}" for name, words in seen)
        sys.stderr.write(f"\na vote, {presses} keys and {len(seen)} screens:{rows}\n")
    assert seen[-1][0] == "Your vote is in the box"
    assert len(seen) <= MOST_SCREENS
    assert [one for one in seen if one[1] > MOST_WORDS] == []
    assert faults == []


def test_my_week_has_few_words_on_a_day_of_work_with_a_vote_and_news_too(place, chromium, capsys):
    walker = Walk(name="my week", steps=lambda *_: None, who="Sam Whitlock", most=1)
    place.person = place.of(walker.who)
    cafe = place.house.business("cafe", None).id
    with place.unit() as unit:
        diary.claim(unit, place.person, TEN, TEN + timedelta(hours=5), Purpose.WORK, "Front", business=cafe)
    hands = place.hands(chromium, walker)
    hands.sees("You start at 10 o’clock in the morning.")
    words, faults = hands.words, hands.faults
    hands.close()
    with capsys.disabled():
        sys.stderr.write(f"\nmy week on a day of work: {words} words\n")
    assert words <= MOST_WORDS
    assert faults == []
