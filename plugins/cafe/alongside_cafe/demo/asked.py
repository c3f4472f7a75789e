"""What waits for an answer in the demo's café: a free shift, a swap that is asked for, and one to agree to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from itertools import islice

import attrs

from alongside.api.commands import Demo
from alongside.api.store import Actor, Unit
from alongside.api.values import Period, monday_of

from ..actions import answering_swaps, change_wanted, changing, not_coming, own_ways, standing_in, swapping
from ..rota import KeptAssignment

MEMBER = "Sam Whitlock"
"""Who is asked to swap, so that whoever looks around as a member has something to say yes or no to."""

FIRST, LAST = 2, 3
"""The weeks to come, counted from the present one, whose shifts are given away: the next one stays as filled."""

CALLS_OFF = ("Mei Tanaka", "Priya Raman", "Owen Blake", "Ben Hartley", "Jacob Stern", "Yusuf Demir")
SWAPS, AGREES = ("Yusuf Demir", "Freya Lindqvist", "Tobias Okafor"), ("Harjit Gill", "Kwame Mensah", "Jacob Stern")
SHIFTS = 2
"""Of how many shifts of hers somebody asks what she could swap them for: each takes a look at five weeks."""

NOT_ASKED = frozenset({"Nia Castell", "Leah Osei", "Callum Reid", "Ines Carvalho", "Aoife Brennan"})
"""Who finds nothing waiting: they have other things to do in the demo."""


def fill(demo: Demo, business: str) -> None:
    """Let somebody call a shift off, somebody ask to swap, and two agree on a swap that their manager looks at."""
    demo.clock.moment += timedelta(minutes=5)
    done = (_calls_off(demo, business), _asks(demo, business), _agree(demo, business))
    for words in (one for one in done if one):
        demo.did(words, "Rota, What I am asked")


def acting(demo: Demo, name: str) -> AbstractContextManager[Unit]:
    """Open a unit as somebody of the demo."""
    return demo.store.unit(Actor.person(demo.people[name], name))


def _calls_off(demo: Demo, business: str) -> str:
    for name in CALLS_OFF:
        with acting(demo, name) as unit:
            there = changing.standing_in(unit, business, _weeks(demo))
            for place in _places(there, demo.people[name]):
                if _is_for(unit, there, place):
                    not_coming.cannot_come(unit, business, place.shift)
                    return "A shift that is free, and several are asked whether they can come."
    return ""


def _weeks(demo: Demo) -> Period:
    monday = monday_of(demo.today)
    return Period(monday + timedelta(weeks=FIRST), monday + timedelta(weeks=LAST, days=6))


def _places(there: change_wanted.Standing, person: str) -> Iterator[KeptAssignment]:
    """What somebody works, in order of time; the places of learners are no cover."""
    hers = [one for one in there.rota.assignments if one.person == person]
    for one in sorted(hers, key=lambda one: there.rota.by_id[one.shift].starts):
        if one.place < len(there.rota.by_id[one.shift].places):
            yield one


def _is_for(unit: Unit, there: change_wanted.Standing, place: KeptAssignment) -> bool:
    """True if several could have somebody's place, and nobody of those who are to find nothing waiting."""
    left = tuple(one for one in there.rota.assignments if one.id != place.id)
    without = attrs.evolve(there, rota=attrs.evolve(there.rota, assignments=left))
    could = standing_in.who_can(unit, without, there.rota.by_id[place.shift], place.place)
    names = {one.name for one in could if one.person != place.person}
    return len(names) > 1 and not names & NOT_ASKED


def _asks(demo: Demo, business: str) -> str:
    asked = _ask(demo, business, SWAPS, wished=MEMBER) or _ask(demo, business, SWAPS)
    return "A swap that somebody is asked for." if asked else ""


def _agree(demo: Demo, business: str) -> str:
    """The café lets its manager say yes to each swap, for the day on which two ask."""
    with demo.unit() as unit:
        own_ways.set_confirming(unit, business, confirm_swaps=True)
    asked = _ask(demo, business, AGREES)
    if asked:
        swap, other = asked
        with acting(demo, other) as unit:
            answering_swaps.say_yes(unit, business, swap)
    with demo.unit() as unit:
        own_ways.set_confirming(unit, business, confirm_swaps=False)
        own_ways.set_number(unit, business, "01632 960140")
    return "A swap on which two agree, for their manager to say yes to." if asked else ""


def _ask(demo: Demo, business: str, names: tuple[str, ...], wished: str = "") -> tuple[str, str] | None:
    """Let the first of some people who can ask somebody to swap; return the swap and whom she asks."""
    called = {person: name for name, person in demo.people.items()}
    for name in names:
        with acting(demo, name) as unit:
            there = changing.standing_in(unit, business, _weeks(demo))
            for place in islice(_places(there, demo.people[name]), SHIFTS):
                for one in swapping.possible(unit, business, place.shift):
                    other = called[one.place.person]
                    if other == wished if wished else other not in {*NOT_ASKED, MEMBER}:
                        return swapping.ask(unit, business, place.shift, one.place.id).id, other
    return None
