"""What tellers did with a vote, as its pages tell it."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from alongside.decisions.actions.recording import names_in, recorded
from alongside.decisions.on_record import Done, OnRecord
from alongside.decisions.pages.facts import said
from alongside.decisions.saying import Sentence
from alongside.decisions.saying_done import done
from alongside.display import Said
from alongside.people import offers as people
from alongside.store import Unit


def told(unit: Unit, proposal: str) -> list[tuple[OnRecord, Said]]:
    """Return what was done with a vote, the last first, each with its sentence."""
    found = recorded(unit, proposal)
    names = names_in(unit, found)
    return [(_in_words(one), said(_done(one, names))) for one in reversed(found)]


def _in_words(one: OnRecord) -> OnRecord:
    """One thing that was done, with its reason alone in words: a number stands in its sentence."""
    return attrs.evolve(one, words="") if one.what is Done.CANNOT_OPEN else one


def _done(one: OnRecord, names: Mapping[str, str]) -> Sentence:
    by, person = names.get(one.by or "", "A teller"), names.get(one.person or "", people.A_MEMBER)
    return done(one, by, person)
