"""Words for a sentence of a message: its facts, days and moments as the edition of the reader says them."""

from __future__ import annotations

from datetime import date

from alongside.display import Edition, Said
from alongside.display.sentences import in_words
from alongside.instants import local
from alongside.messages.message import Sentence


def said(sentence: Sentence, edition: Edition, zone: str, today: date) -> Said:
    """Return the sentence with all its facts in words; a day of another year is told with its year."""
    there = {name: local(moment, zone) for name, moment in sentence.moments.items()}
    facts = {**sentence.facts, **sentence.days, **there}
    return Said(sentence.key, **in_words(facts, edition, this_year=today.year))
